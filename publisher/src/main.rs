//! The tool `lemniscaat`: makes publications and publishes them as sites.

mod cli;

use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Parser;
use publisher::commands::notes::Note;
use publisher::commands::{check, import, new, preview, publish, site, transfer, translate, watch};
use publisher::manuscript::{self, Language};
use publisher::pages::base_url::BaseUrl;
use publisher::pages::security_txt;
use publisher::pages::views::Summary;
use publisher::publication::Publication;
use publisher::report::Report;
use publisher::template::Template;
use publisher::translation::Accepted;
use toml::Spanned;

use crate::cli::{Cli, Command, Format};

/// A publication with problems.
const HAS_PROBLEMS: u8 = 1;
/// A file or the network failed.
const FAILED: u8 = 3;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(cli.command, cli.messages.into()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => match error.downcast_ref::<Report>() {
            Some(_) => HAS_PROBLEMS.into(),
            None => {
                eprintln!("{error:#}");
                FAILED.into()
            }
        },
    }
}

fn run(command: Command, language: Language) -> Result<()> {
    match command {
        Command::New {
            dir,
            title,
            lang,
            loops,
            phases,
            organisation,
        } => {
            let mut answers = new::Answers {
                title,
                lang,
                loops,
                phases,
                organisation,
            };
            answers.ask(language)?;
            print_written(&dir, new::new(&dir, &answers)?, language);
            let next = Note::Preview(dir.display().to_string());
            println!("{}", next.text(language));
            Ok(())
        }
        Command::Check {
            dir,
            write,
            watch,
            verbose,
            format,
        } => {
            let check = || check_once(&dir, language, write, verbose, format);
            if !watch {
                return check();
            }
            exists(&dir)?;
            watch::watch(&dir, || {
                if let Err(error) = check()
                    && !error.is::<Report>()
                {
                    eprintln!("{error:#}");
                }
            })
        }
        Command::Preview { dir, port } => {
            exists(&dir)?;
            preview::preview(&Template::stored()?, &dir, port, language)
        }
        Command::Publish {
            dir,
            out,
            base_url,
            draft,
        } => {
            let mut publication = read(&dir, language, false)?;
            let base_url = base_url.or(publication
                .settings
                .base_url
                .clone()
                .map(Spanned::into_inner));
            let base_url = base_url.map(|url| BaseUrl::new(&url)).transpose()?;
            let template = Template::stored()?;
            let summary = publish::publish(&template, &mut publication, &out, base_url.as_ref())?;
            if !draft {
                publication.permalinks.date(&today());
                write_missing(&publication, language)?;
            }
            print_summary(&summary, language);
            let site = Note::Site(out.display().to_string());
            println!("{}", site.text(language));
            if out.join(security_txt::PATH).exists() {
                println!("{}", security_note(&publication)?.text(language));
            }
            Ok(())
        }
        Command::Translate {
            dir,
            lang,
            from,
            accept,
        } => {
            exists(&dir)?;
            let accepted = match accept {
                None => Accepted::Nothing,
                Some(keys) if keys.is_empty() => Accepted::Changed,
                Some(keys) => Accepted::Paths(keys.into_iter().collect()),
            };
            let request = translate::Request {
                lang,
                from,
                accepted,
            };
            let translated = translate::translate(&dir, &request)
                .inspect_err(|error| print_report(error, language))?;
            translated.print(language);
            match translated.report.problems.is_empty() {
                true => Ok(()),
                false => Err(translated.report.into()),
            }
        }
        Command::Export { dir, lang } => {
            let publication = read(&dir, language, false)?;
            print(&transfer::export(&publication, lang.as_deref())?)
        }
        Command::Import { file, dir, lang } => {
            let imported = import::import(&file, &dir, lang.into())
                .inspect_err(|error| print_report(error, language))?;
            print_written(&dir, imported.names, language);
            check::print(&imported.report, language, false);
            match imported.report.has_errors() {
                true => Err(imported.report.into()),
                false => Ok(()),
            }
        }
        Command::Schema => print(&format!("{:#}\n", manuscript::schema())),
        Command::Site {
            publication,
            further,
            staging,
            base_url,
        } => {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
            let folder = publication.unwrap_or(root.join("publications/kennislemniscaat"));
            let mut publication = read(&folder, language, false)?;
            let base_url = base_url.map(|url| BaseUrl::new(&url)).transpose()?;
            let summary = site::publish(
                &root,
                &mut publication,
                &further,
                &staging,
                base_url.as_ref(),
            )?;
            print_summary(&summary, language);
            Ok(())
        }
    }
}

fn check_once(
    dir: &Path,
    language: Language,
    write: bool,
    verbose: bool,
    format: Format,
) -> Result<()> {
    let mut publication = read(dir, language, format == Format::Json)?;
    let editions = publication.editions()?;
    if verbose {
        eprint!("{}", check::corrections(&publication, language));
    }
    if write {
        write_missing(&publication, language)?;
    }
    let pages = editions
        .iter()
        .map(|edition| edition.content().views.routes().len());
    let note = Note::NoErrors {
        languages: editions.len(),
        pages: pages.sum(),
    };
    eprintln!("{}", note.text(language));
    let base_url = publication.settings.base_url.as_ref();
    let base_url = base_url
        .map(|url| BaseUrl::new(url.get_ref()))
        .transpose()?;
    if security_txt::is_in_root(base_url.as_ref()) {
        eprintln!("{}", security_note(&publication)?.text(language));
    }
    Ok(())
}

/// When the site must be published again, or how it gets the file that expires.
fn security_note(publication: &Publication) -> Result<Note> {
    Ok(match publication.contact() {
        None => Note::NoContact,
        Some(_) => Note::SecurityTxt(security_txt::expiry()?.to_string()),
    })
}

/// Prints a text. The program that reads it may stop before the end.
fn print(text: &str) -> Result<()> {
    io::stdout()
        .write_all(text.as_bytes())
        .context("writing the output")
}

fn exists(dir: &Path) -> Result<()> {
    fs::metadata(dir).with_context(|| format!("reading {}", dir.display()))?;
    Ok(())
}

/// Reads a publication, and prints its problems.
fn read(dir: &Path, language: Language, as_json: bool) -> Result<Publication> {
    exists(dir)?;
    match Publication::read(dir) {
        Ok(publication) => {
            check::print(&publication.warnings, language, as_json);
            Ok(publication)
        }
        Err(report) => {
            check::print(&report, language, as_json);
            Err(report.into())
        }
    }
}

/// Prints the problems that made a command fail.
fn print_report(error: &anyhow::Error, language: Language) {
    if let Some(report) = error.downcast_ref::<Report>() {
        check::print(report, language, false);
    }
}

/// Writes the keys and addresses that are missing.
fn write_missing(publication: &Publication, language: Language) -> Result<()> {
    let names = check::write_missing(publication)?;
    print_written(&publication.folder, names, language);
    Ok(())
}

fn print_written(folder: &Path, names: Vec<String>, language: Language) {
    for name in names {
        let note = Note::Wrote(folder.join(name).display().to_string());
        println!("{}", note.text(language));
    }
}

fn print_summary(&Summary { pages, drawn, .. }: &Summary, language: Language) {
    println!("{}", Note::Pages { pages, drawn }.text(language));
}

/// The day, as in `2026-11-28`.
fn today() -> String {
    jiff::Zoned::now().date().to_string()
}
