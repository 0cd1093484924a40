//! Makes the files of a translation, and later compares each piece with its source.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::commands::notes::Note;
use crate::commands::replace::Changes;
use crate::files::{optional, utf8};
use crate::labels;
use crate::manuscript::{
    File, Kind, Language, Manuscript, Problem, Severity, complete_keys, read, render, write_keys,
};
use crate::publication::{LanguageText, is_right_to_left};
use crate::report::Report;
use crate::settings::{self, Settings, is_tag};
use crate::translation::{
    self, Accepted, Comparison, HashedText, Line, Record, Sources, compare, refresh,
};

/// A translation that is to be made or compared.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The language of the translation.
    pub lang: String,
    /// The language of its source. Without it, the one that the translation was made from.
    pub from: Option<String>,
    /// The pieces that are still right.
    pub accepted: Accepted,
}

/// The result of the command.
#[derive(Debug, Default)]
pub struct Translated {
    /// The pieces that a translator has to look at.
    pub report: Report,
    /// The Markdown of pieces that are to be pasted, by the indexes of their problems.
    pub markdown: HashMap<usize, String>,
    /// Lines about the work.
    pub notes: Vec<Note>,
}

impl Translated {
    /// Prints the lines and the Markdown on the standard output, and the problems on the standard error output.
    pub fn print(&self, language: Language) {
        let Report { problems, files } = &self.report;
        let mut printed = 0;
        let mut print_until = |end: usize| {
            eprint!(
                "{}",
                render(
                    problems.get(printed..end).unwrap_or_default(),
                    files,
                    language
                )
            );
            printed = end;
        };
        for index in 0..problems.len() {
            if let Some(markdown) = self.markdown.get(&index) {
                print_until(index + 1);
                println!("{markdown}\n");
            }
        }
        print_until(problems.len());
        for note in &self.notes {
            println!("{}", note.text(language));
        }
    }
}

/// The text of a language.
struct Text {
    lang: String,
    files: Vec<File>,
    manuscript: Manuscript,
}

impl Text {
    /// Reads files that have no errors.
    fn new(lang: &str, files: Vec<File>) -> Self {
        let mut manuscript = read(&files).manuscript.unwrap_or_default();
        complete_keys(&mut manuscript);
        let lang = lang.into();
        Self {
            lang,
            files,
            manuscript,
        }
    }

    /// The name of a file in the folder of the publication.
    fn path(&self, name: &str) -> String {
        format!("{}/{name}", self.lang)
    }
}

/// Makes a translation, or compares it with its source.
///
/// # Errors
/// A [`Report`] if the request or a file has problems, and an error if a file can't be written.
pub fn translate(folder: &Path, request: &Request) -> Result<Translated> {
    let lang = request.lang.as_str();
    let mut report = Report::default();
    let settings = Settings::read(folder, &mut report);
    let languages = settings.languages(folder, &mut report);
    let record = optional(folder, translation::FILE, &mut report, utf8, Record::parse);
    stop_at_errors(&report)?;
    let record = record.unwrap_or_default();
    let sources: Vec<_> = languages.iter().filter(|other| *other != lang).collect();
    let kind = if !is_tag(lang) {
        Some(Kind::BadLanguage { lang: lang.into() })
    } else if is_right_to_left(lang) {
        Some(Kind::RightToLeft { lang: lang.into() })
    } else {
        match &request.from {
            Some(from) if from != lang && !languages.contains(from) => {
                let known = languages.clone();
                let lang = from.clone();
                Some(Kind::UnknownLanguage { lang, known })
            }
            None if languages.first().is_some_and(|default| default == lang) => {
                Some(Kind::SourceLanguage { lang: lang.into() })
            }
            Some(from) if from == lang => Some(Kind::SourceLanguage { lang: lang.into() }),
            _ => None,
        }
    };
    if let Some(kind) = kind {
        report.problems.push(Problem::of_file(kind, ""));
        stop_at_errors(&report)?;
    }
    let from = match &request.from {
        Some(from) => from.clone(),
        None => recorded_source(folder, &sources, record.lines(lang)),
    };
    let mut job = Job {
        folder,
        request,
        settings,
        record,
        changes: Changes::default(),
        done: Translated::default(),
    };
    let (source, original) = job.source(&from)?;
    match has_text(&folder.join(lang)) {
        true => job.compare(&source)?,
        false => job.begin(&source, &original)?,
    }
    job.changes.apply()?;
    Ok(job.done)
}

/// A run of the command.
struct Job<'a> {
    folder: &'a Path,
    request: &'a Request,
    settings: Settings,
    record: Record,
    changes: Changes,
    done: Translated,
}

impl Job<'_> {
    /// The text in the language of the source. Keys that it lacks are written, because translations have the same ones.
    fn source(&mut self, from: &str) -> Result<(Text, LanguageText)> {
        let mut report = Report::default();
        let text = LanguageText::read(self.folder, from, &mut report);
        stop_at_errors(&report)?;
        let original = text.with_context(|| format!("reading {from}"))?;
        let mut files = original.files.clone();
        for file in &mut files {
            let complete = write_keys(file, &original.original);
            if complete != file.text {
                self.write(format!("{from}/{}", file.name), &complete)?;
                file.text = complete;
            }
        }
        Ok((Text::new(from, files), original))
    }

    /// Makes the folder of a new translation.
    fn begin(&mut self, source: &Text, original: &LanguageText) -> Result<()> {
        let lang = self.request.lang.as_str();
        let is_named = self.settings.names_language(lang);
        if is_named.is_none() {
            let path = self.folder.join(settings::FILE);
            let settings = match path.exists() {
                true => fs::read_to_string(&path)
                    .with_context(|| format!("reading {}", path.display()))?,
                false => String::new(),
            };
            let settings = settings::with_language(&settings, &source.lang);
            self.changes.write(path, &settings)?;
            self.done.notes.push(Note::Named(source.lang.clone()));
        }
        let files = Sources::new(&source.manuscript, &source.lang, lang).files;
        let files = files.into_iter().map(|file| (file.name, file.text));
        let mut files: Vec<_> = files.collect();
        let own = self.folder.join(source.path(labels::FILE));
        let own = match own.exists() {
            true => {
                fs::read_to_string(&own).with_context(|| format!("reading {}", own.display()))?
            }
            false => String::new(),
        };
        let labels = translation::labels(lang, &source.lang, &original.words, &own)?;
        let folder = self.folder.join(lang);
        files.extend(
            labels
                .filter(|_| !folder.join(labels::FILE).exists())
                .map(|labels| (labels::FILE.to_owned(), labels)),
        );
        match folder.exists() {
            true => {
                for (name, text) in &files {
                    self.changes.write(folder.join(name), text)?;
                }
            }
            false => self.changes.make_folder(folder.clone(), &files)?,
        }
        let hashed = HashedText::new(&source.manuscript);
        let lines = hashed.pieces.iter().map(|hashed| Line {
            path: hashed.piece.path.clone(),
            source: hashed.hash.clone(),
            text: hashed.untranslated_hash(),
        });
        self.write_record(lines.collect())?;
        for (name, _) in files {
            let path = folder.join(name).display().to_string();
            self.done.notes.push(Note::Wrote(path));
        }
        self.done.notes.push(Note::Next {
            lang: lang.into(),
            folder: folder.display().to_string(),
            is_named: is_named.unwrap_or_default(),
        });
        Ok(())
    }

    /// Compares a translation with its source.
    fn compare(&mut self, source: &Text) -> Result<()> {
        let lang = self.request.lang.as_str();
        let mut report = Report::default();
        let text = LanguageText::read(self.folder, lang, &mut report);
        // The problems of a translation that lacks phases or names of its source are what the command finds.
        report.problems.retain(|problem| {
            let is_of_missing_piece = matches!(
                problem.kind,
                Kind::PhaseCount { .. }
                    | Kind::PhasesInLoop { .. }
                    | Kind::EmptyLoop { .. }
                    | Kind::LoopsApart { .. }
                    | Kind::LoopCount { .. }
                    | Kind::UnknownLoop { .. }
                    | Kind::UnknownTheme { .. }
                    | Kind::UnknownDomain { .. }
            );
            problem.severity == Severity::Error && !is_of_missing_piece
        });
        stop_at_errors(&report)?;
        let text = text.with_context(|| format!("reading {lang}"))?;
        let old = text.files;
        let mut files = old.clone();
        refresh(
            &mut files,
            &text.manuscript,
            &source.manuscript,
            &source.lang,
        );
        let sources = Sources::new(&source.manuscript, &source.lang, lang);
        let phases: HashSet<_> = keys(&text.manuscript).collect();
        let mut new_phases = HashSet::new();
        let phase_files = sources.files.iter().skip(1);
        for (key, file) in keys(&source.manuscript).zip(phase_files) {
            if !phases.contains(key) {
                new_phases.insert(key.to_owned());
                let name = free_name(&file.name, &files);
                let text = file.text.clone();
                files.push(File { name, text });
            }
        }
        let translation = Text::new(lang, files);
        for file in &translation.files {
            if !old.contains(file) {
                self.write(translation.path(&file.name), &file.text)?;
            }
        }
        let hashed_source = HashedText::new(&source.manuscript);
        let hashed = HashedText::new(&translation.manuscript);
        let unknown = self.request.accepted.unknown(&hashed_source, &hashed);
        let unknown = unknown
            .into_iter()
            .map(|kind| Problem::of_file(kind, translation::FILE));
        let report = Report {
            problems: unknown.collect(),
            files: vec![],
        };
        stop_at_errors(&report)?;
        let lines = self.record.lines(lang).to_vec();
        let comparison = compare(
            &hashed_source,
            &hashed,
            &lines,
            &self.request.accepted,
            &new_phases,
            lang,
        );
        if lines.is_empty() {
            let lang = lang.to_owned();
            let count = comparison.lines.len();
            self.done.notes.push(Note::Recorded { lang, count });
        }
        self.write_record(comparison.lines.clone())?;
        self.report(comparison, source, &translation, &sources);
        Ok(())
    }

    /// Reports the difference between a translation and its source.
    fn report(
        &mut self,
        comparison: Comparison,
        source: &Text,
        translation: &Text,
        sources: &Sources,
    ) {
        let done = &mut self.done;
        for (index, finding) in comparison.findings.into_iter().enumerate() {
            let text = if finding.is_in_source {
                source
            } else {
                translation
            };
            let problem = finding.problem;
            let file = text.path(&problem.file);
            done.report.problems.push(Problem { file, ..problem });
            if let Some((path, has_section)) = finding.missing
                && let Some(markdown) = sources.markdown(&path, has_section)
            {
                done.markdown.insert(index, markdown.to_owned());
            }
        }
        for text in [source, translation] {
            done.report.files.extend(text.files.iter().map(|file| File {
                name: text.path(&file.name),
                text: file.text.clone(),
            }));
        }
        for (count, note) in [
            (comparison.renewed, Note::Renewed as fn(usize) -> Note),
            (comparison.accepted, Note::Accepted),
        ] {
            if count > 0 {
                done.notes.push(note(count));
            }
        }
        done.notes.push(Note::Summary {
            lang: translation.lang.clone(),
            count: done.report.problems.len(),
        });
    }

    /// Writes a file of the publication.
    fn write(&mut self, name: String, text: &str) -> Result<()> {
        let path = self.folder.join(name);
        let note = Note::Wrote(path.display().to_string());
        self.changes.write(path, text)?;
        self.done.notes.push(note);
        Ok(())
    }

    /// Writes the state of the translation, if it has changed.
    fn write_record(&mut self, lines: Vec<Line>) -> Result<()> {
        let path = self.folder.join(translation::FILE);
        let lang = &self.request.lang;
        if self.record.lines(lang) != lines || !path.exists() {
            self.record.replace(lang, lines);
            self.changes.write(path, &self.record.to_text())?;
        }
        Ok(())
    }
}

fn stop_at_errors(report: &Report) -> Result<(), Report> {
    match report.has_errors() {
        true => Err(report.clone()),
        false => Ok(()),
    }
}

/// The language that most recorded pieces were made from; the first one if none was.
fn recorded_source(folder: &Path, languages: &[&String], lines: &[Line]) -> String {
    let recorded: HashSet<_> = lines
        .iter()
        .map(|line| (&*line.path, &*line.source))
        .collect();
    let matches = |lang: &str| {
        // Problems of other languages are no obstacle.
        let text = LanguageText::read(folder, lang, &mut Report::default());
        text.map_or(0, |text| {
            let hashed = HashedText::new(&text.manuscript);
            let pieces = hashed.pieces.iter();
            let is_recorded = |hashed: &&translation::HashedPiece<'_>| {
                recorded.contains(&(hashed.piece.path.as_str(), hashed.hash.as_str()))
            };
            pieces.filter(is_recorded).count()
        })
    };
    let source = match languages {
        [_, _, ..] if !lines.is_empty() => {
            // The last of several greatest numbers is that of the first language.
            let languages = languages.iter().rev();
            languages.max_by_key(|lang| matches(lang))
        }
        languages => languages.first(),
    };
    source.map(|lang| (*lang).clone()).unwrap_or_default()
}

/// Whether a folder has Markdown.
fn has_text(folder: &Path) -> bool {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths = entries.map(|entry| entry.path());
    paths.any(|path| {
        let is_hidden = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let is_markdown = path
            .extension()
            .is_some_and(|kind| kind.eq_ignore_ascii_case("md"));
        is_markdown && !is_hidden
    })
}

/// The keys of the phases.
fn keys(manuscript: &Manuscript) -> impl Iterator<Item = &str> {
    let phases = manuscript.phases.iter();
    phases.map(|phase| phase.key.as_deref().unwrap_or_default())
}

/// A name that no file has, made from one that a file may have.
fn free_name(name: &str, files: &[File]) -> String {
    let stem = name.trim_end_matches(".md");
    let numbered = (2..).map(|number| format!("{stem}-{number}.md"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    let is_free = |name: &String| files.iter().all(|file| file.name != *name);
    names.find(is_free).unwrap_or_default()
}
