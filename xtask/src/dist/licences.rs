//! The licences of everything that is handed out, with their texts.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use super::crates::{Crate, Part};
use super::facts::read;
use crate::command::output;

/// The beginnings of names of files with licences, in lowercase.
const NAMES: [&str; 6] = [
    "license",
    "licence",
    "copying",
    "copyright",
    "notice",
    "unlicense",
];
/// The licence whose text names no author, so that it is the same for every crate.
const GENERAL: &str = "Apache-2.0";
/// Our own copy of that text.
const GENERAL_TEXT: &str = "LICENSES/Apache-2.0.txt";

/// Where the text of a licence is that isn't in a file of its crate.
enum Elsewhere {
    /// In the crate of that name, from the same repository.
    InCrate(&'static str),
    /// In the comment at the head of that file.
    AtHead(&'static str),
}

/// Crates whose texts are elsewhere.
const ELSEWHERE: [(&str, Elsewhere); 2] = [
    ("alloc-stdlib", Elsewhere::InCrate("alloc-no-stdlib")),
    ("qrcodegen", Elsewhere::AtHead("src/lib.rs")),
];

/// All licences as texts: each once, with the names of everything that it is for.
pub struct Licences {
    /// Those of the widget, which are part of the site and its packages.
    pub widget: String,
    /// Those of the widget and of the tool.
    pub all: String,
}

impl Licences {
    /// Collects the licences.
    ///
    /// # Errors
    /// A list of all crates without a licence or without its text.
    pub fn of(crates: &[Crate]) -> Result<Self> {
        let mut widget = Collection::default();
        let mut all = Collection::default();
        let mut problems = Vec::new();
        for each in crates.iter().filter(|each| !each.is_own()) {
            let (name, version) = &each.id;
            match expression(each).and_then(|licence| Ok((licence, texts(each, crates)?))) {
                Ok((licence, texts)) => {
                    let owner = format!("{name} {version} ({licence})");
                    if each.parts.contains(&Part::Widget) {
                        widget.add(&owner, &texts);
                    }
                    all.add(&owner, &texts);
                }
                Err(error) => problems.push(format!("{name} {version}: {error:#}")),
            }
        }
        if !problems.is_empty() {
            bail!("licences of crates:\n  {}", problems.join("\n  "));
        }
        let (owner, text) = standard_library()?;
        widget.add(&owner, std::slice::from_ref(&text));
        all.add(&owner, &[text]);
        // The tool draws the words of share cards with this font.
        let font = read(&crate::root()?.join("publisher/fonts/OFL.txt"))?;
        all.add("the font Inter (OFL-1.1)", &[font]);
        Ok(Self {
            widget: widget.text("the WebAssembly of the widget"),
            all: all.text("the WebAssembly of the widget and in the tool lemniscaat"),
        })
    }
}

/// Each text with its owners.
#[derive(Default)]
struct Collection(BTreeMap<String, BTreeSet<String>>);

impl Collection {
    fn add(&mut self, owner: &str, texts: &[String]) {
        for text in texts {
            let lines: Vec<_> = text.lines().map(str::trim_end).collect();
            let text = lines.join("\n").trim_matches('\n').to_owned();
            self.0.entry(text).or_default().insert(owner.to_owned());
        }
    }

    fn text(self, place: &str) -> String {
        let line = "=".repeat(80);
        // Owners before texts: the order of the first owner.
        let mut entries: Vec<_> = self.0.into_iter().collect();
        entries.sort_by(|(_, one), (_, other)| one.cmp(other));
        let mut all = format!("The licences of the code of others in {place}.\n");
        for (text, owners) in entries {
            let owners: Vec<_> = owners.into_iter().collect();
            all += &format!("\n{line}\n{}\n{line}\n\n{text}\n", owners.join("\n"));
        }
        all
    }
}

/// The licence of a crate as SPDX writes it: some crates have a slash in the place of OR.
///
/// # Errors
/// If the crate names none.
pub fn expression(each: &Crate) -> Result<String> {
    let licence = each.licence.as_ref();
    let licence = licence.context("no licence; expected one in its Cargo.toml")?;
    let alternatives: Vec<_> = licence.split('/').map(str::trim).collect();
    Ok(alternatives.join(" OR "))
}

/// The texts of a crate's licences.
///
/// # Errors
/// If there is none.
fn texts(each: &Crate, crates: &[Crate]) -> Result<Vec<String>> {
    let texts = own_texts(each)?;
    if !texts.is_empty() {
        return Ok(texts);
    }
    let elsewhere = ELSEWHERE.iter().find(|(name, _)| *name == each.id.0);
    match elsewhere {
        Some((_, Elsewhere::InCrate(name))) => {
            let other = crates.iter().find(|other| other.id.0 == *name);
            let other = other.with_context(|| format!("no crate {name}, which has the text"))?;
            ensure!(
                other.repository == each.repository,
                "{name} is from another repository"
            );
            own_texts(other)
        }
        Some((_, Elsewhere::AtHead(file))) => Ok(vec![head(&each.folder.join(file))?]),
        None if expression(each)?.split(" OR ").any(|one| one == GENERAL) => {
            Ok(vec![read(&crate::root()?.join(GENERAL_TEXT))?])
        }
        None => bail!(
            "no text of its licence; expected a file in {}, or an entry in xtask/src/dist/licences.rs",
            each.folder.display()
        ),
    }
}

/// The texts in files of a crate, in the order of their names.
fn own_texts(each: &Crate) -> Result<Vec<String>> {
    let mut files: BTreeSet<PathBuf> = each
        .licence_file
        .iter()
        .map(|file| each.folder.join(file))
        .collect();
    for folder in [each.folder.clone(), each.folder.join("LICENSES")] {
        if !folder.is_dir() {
            continue;
        }
        let entries =
            fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let name = name.to_lowercase();
            let is_named = NAMES.iter().any(|start| name.starts_with(start));
            if path.is_file() && (is_named || folder.ends_with("LICENSES")) {
                files.insert(path);
            }
        }
    }
    files.iter().map(|file| read(file)).collect()
}

/// The comment at the head of a file.
fn head(file: &Path) -> Result<String> {
    let text = read(file)?;
    let comment = text.trim_start().strip_prefix("/*");
    let comment = comment.and_then(|text| text.split_once("*/"));
    let (comment, _) = comment.with_context(|| format!("no comment heads {}", file.display()))?;
    let lines = comment.lines();
    let lines: Vec<_> = lines
        .map(|line| line.trim().trim_start_matches('*').trim_start())
        .collect();
    Ok(lines.join("\n"))
}

/// Rust's standard library, which is in every part, and its licence.
fn standard_library() -> Result<(String, String)> {
    let version = output(Command::new("rustc").arg("--version"))?;
    let version = version.split(' ').nth(1).unwrap_or_default();
    let owner = format!("the standard library of Rust {version} (MIT OR Apache-2.0)");
    Ok((owner, read(&crate::root()?.join(GENERAL_TEXT))?))
}

#[cfg(test)]
mod tests {
    use super::super::crates::tests::SHIPPED;
    use super::*;

    fn invented(licence: Option<&str>, folder: &Path) -> Crate {
        Crate {
            id: ("invented".into(), "1.2.3".into()),
            parts: [Part::Widget].into(),
            licence: licence.map(Into::into),
            licence_file: None,
            repository: None,
            checksum: Some("0".into()),
            folder: folder.into(),
            dependencies: BTreeSet::new(),
        }
    }

    fn refused(licence: Option<&str>, folder: &Path) -> Result<String> {
        let error = Licences::of(&[invented(licence, folder)]).err();
        Ok(format!("{:#}", error.context("expected a problem")?))
    }

    #[test]
    fn every_dependency_has_a_licence_and_its_text() -> Result<()> {
        let crates = &*SHIPPED;
        let licences = Licences::of(crates)?;
        for each in crates.iter().filter(|each| !each.is_own()) {
            let (name, version) = &each.id;
            let owner = format!("\n{name} {version} (");
            ensure!(licences.all.contains(&owner), "{name} is missing");
            ensure!(
                licences.widget.contains(&owner) == each.parts.contains(&Part::Widget),
                "{name} in the licences of the widget"
            );
        }
        Ok(())
    }

    #[test]
    fn a_crate_without_a_licence_or_a_text_is_a_problem_with_its_name() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let message = refused(None, folder.path())?;
        ensure!(message.contains("invented 1.2.3: no licence;"), "{message}");
        for licence in ["MIT", "MIT AND Apache-2.0", "(MIT OR Apache-2.0) AND ISC"] {
            let message = refused(Some(licence), folder.path())?;
            ensure!(message.contains("invented 1.2.3: no text"), "{message}");
        }
        Ok(())
    }

    #[test]
    fn a_text_is_that_of_the_crate_or_the_general_one() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let general = read(&crate::root()?.join(GENERAL_TEXT))?;
        let widget = |licence| -> Result<String> {
            Ok(Licences::of(&[invented(Some(licence), folder.path())])?.widget)
        };
        for licence in ["Apache-2.0", "MIT OR Apache-2.0", "MIT/Apache-2.0"] {
            ensure!(widget(licence)?.contains(general.trim()), "{licence}");
        }
        fs::write(folder.path().join("License.md"), "Do as you like.\r\n")?;
        let text = widget("MIT")?;
        ensure!(text.contains("invented 1.2.3 (MIT)\n"), "{text}");
        ensure!(text.contains("\n\nDo as you like.\n"), "{text}");
        Ok(())
    }
}
