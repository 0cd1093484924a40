//! Reads content files, and says where in them something is wrong.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use kennislemniscaat::content::{Content, problems};
use ttf_parser::Face;

use crate::content::position::{Position, position_of};
use crate::images::share_card::BOLD;

/// Everything that is wrong with one content file.
#[derive(Debug)]
pub struct Problems(pub Vec<Problem>);

/// Something an editor has to mend: one line, as compilers write them.
#[derive(Debug)]
pub struct Problem {
    file: PathBuf,
    position: Option<Position>,
    message: String,
}

impl Problem {
    /// A problem of a file, or of one position in it.
    #[must_use]
    pub fn new(file: &Path, position: Option<Position>, message: String) -> Self {
        Self {
            file: file.into(),
            position,
            message,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.file.display())?;
        if let Some(Position { line, column }) = self.position {
            write!(f, "{line}:{column}:")?;
        }
        write!(f, " {}", self.message)
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<_> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for Problems {}

/// The content files in a folder, in the order of their names.
///
/// # Errors
/// When the folder can't be read or has none.
pub fn all(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        // Hidden files belong to systems and programs, as `._nl.json` does.
        let is_hidden = path
            .file_name()
            .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if !is_hidden
            && path
                .extension()
                .is_some_and(|extension| extension == "json")
        {
            files.push(path);
        }
    }
    if files.is_empty() {
        bail!("{} has no content file", folder.display());
    }
    files.sort();
    Ok(files)
}

/// The content of a file.
///
/// # Errors
/// What is wrong with it: all that can be known at once.
pub fn read(file: &Path) -> Result<Content, Problems> {
    let problem = |position, message| Problem::new(file, position, message);
    let text = read_text(file)
        .map_err(|(position, message)| Problems(vec![problem(position, message)]))?;
    let content = parse(&text)
        .map_err(|(position, message)| Problems(vec![problem(Some(position), message)]))?;
    let mut found: Vec<_> = problems::problems(&content)
        .into_iter()
        .map(|each| {
            let message = format!("{}: {}", each.field, each.message);
            problem(position_of(&text, &each.field), message)
        })
        .collect();
    // The loader and the site find a language by its file's name.
    if file
        .file_stem()
        .is_some_and(|stem| stem != content.lang.as_str())
    {
        let message = format!("lang: is “{}”; it must be the file's name", content.lang);
        found.push(problem(position_of(&text, "lang"), message));
    }
    if found.is_empty() {
        Ok(content)
    } else {
        Err(Problems(found))
    }
}

/// The text of a file, without a byte order mark.
///
/// # Errors
/// If the file can't be read or isn't UTF-8: where, and what is wrong.
pub fn read_text(file: &Path) -> Result<String, (Option<Position>, String)> {
    let bytes = fs::read(file).map_err(|error| (None, format!("can't be read: {error}")))?;
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err((None, "is UTF-16; save it as UTF-8".into()));
    }
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&bytes);
    match str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let position = Position::at(&before, before.len());
            Err((
                Some(position),
                "isn't UTF-8 from here on; save it as UTF-8".into(),
            ))
        }
    }
}

/// Warnings about a content file without problems.
///
/// # Errors
/// If the file can't be read any more.
pub fn warnings(file: &Path, content: &Content) -> Result<Vec<Problem>, Problems> {
    let text = read_text(file)
        .map_err(|(position, message)| Problems(vec![Problem::new(file, position, message)]))?;
    let missing = problems::texts(content)
        .into_iter()
        .filter_map(|(field, text)| {
            let message = missing_letters(&text)?;
            Some(problems::Problem { field, message })
        });
    let warning = |problem: problems::Problem| {
        let message = format!("warning: {}: {}", problem.field, problem.message);
        Problem::new(file, position_of(&text, &problem.field), message)
    };
    let all = problems::warnings(content).into_iter().chain(missing);
    Ok(all.map(warning).collect())
}

/// The letters of a text that the font of share cards lacks.
fn missing_letters(text: &str) -> Option<String> {
    let face = Face::parse(BOLD, 0).ok()?;
    let is_missing = |letter: &char| {
        let is_shown = !letter.is_whitespace() && *letter != '\u{AD}';
        is_shown && face.glyph_index(*letter).is_none()
    };
    let letters: BTreeSet<_> = text.chars().filter(is_missing).map(String::from).collect();
    let letters = letters.into_iter().collect::<Vec<_>>().join(" ");
    let message = || {
        format!(
            "has letters that the font of share cards lacks: {letters}; cards show boxes instead"
        )
    };
    (!letters.is_empty()).then(message)
}

fn parse(text: &str) -> Result<Content, (Position, String)> {
    let mut json = serde_json::Deserializer::from_str(text);
    let content = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let field = error.path().to_string();
        let error = error.into_inner();
        let message = without_position(&error);
        let message = match field.as_str() {
            "." => message,
            field => format!("{field}: {message}"),
        };
        (Position::of(&error, text), message)
    })?;
    json.end()
        .map_err(|error| (Position::of(&error, text), without_position(&error)))?;
    Ok(content)
}

/// The message alone: the position stands before it already.
fn without_position(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&position).unwrap_or(&text).to_owned()
}

/// The real content, for tests.
///
/// # Panics
/// When there is something wrong with it.
#[cfg(test)]
#[must_use]
pub fn fixture() -> Content {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/nl.json");
    read(&file).expect("content without problems")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PUBLICATION: &str = include_str!("../../../content/nl.json");

    /// The result for a content file of these bytes, in a folder with a hidden file.
    fn read_bytes(bytes: &[u8]) -> Result<Content, String> {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("nl.json");
        fs::write(&file, bytes).expect("written");
        fs::write(folder.path().join("._nl.json"), "\0").expect("written");
        let files = all(folder.path()).expect("files");
        assert!(files.iter().eq([&file]), "{files:?}");
        let prefix = format!("{}/", folder.path().display());
        read(&file).map_err(|problems| problems.to_string().replace(&prefix, ""))
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        let content = read_bytes(&["\u{FEFF}", PUBLICATION].concat().into_bytes());
        assert_eq!(content, Ok(fixture()));
    }

    #[test]
    fn letters_that_share_cards_lack_are_warnings() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("nl.json");
        let name = "\"name\": \"Analyseren, onderbouwen werkzame principes\"";
        assert!(PUBLICATION.contains(name));
        let text = PUBLICATION.replace(name, "\"name\": \"Erdoğan en 漢字\"");
        fs::write(&file, text).expect("written");
        let content = read(&file).expect("no problems");
        let warnings = warnings(&file, &content).expect("a readable file");
        let messages: Vec<_> = warnings.iter().map(ToString::to_string).collect();
        assert_eq!(messages.len(), 1, "{messages:?}");
        let end = "warning: phases[1].name: has letters that the font of share cards lacks: ğ 字 漢; cards show boxes instead";
        assert!(messages[0].ends_with(end), "{messages:?}");
    }

    #[test]
    fn other_encodings_are_named() {
        let windows: Vec<_> = PUBLICATION
            .chars()
            .map(|letter| letter as u32 as u8)
            .collect();
        let message = read_bytes(&windows).expect_err("a problem");
        assert!(
            message.starts_with("nl.json:")
                && message.ends_with(": isn't UTF-8 from here on; save it as UTF-8"),
            "{message}"
        );
        let wide: Vec<_> = "\u{FEFF}{}"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(
            read_bytes(&wide).expect_err("a problem"),
            "nl.json: is UTF-16; save it as UTF-8"
        );
    }

    /// What `check` says of the publication with one text replaced by another.
    fn said_after(from: &str, to: &str) -> String {
        assert!(PUBLICATION.contains(from), "{from}");
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("nl.json");
        fs::write(&file, PUBLICATION.replacen(from, to, 1)).expect("written");
        let said = read(&file).expect_err("a problem").to_string();
        said.replace(&format!("{}/", folder.path().display()), "")
    }

    #[test]
    fn the_publication_has_nothing_to_mend() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/nl.json");
        assert!(read(&file).is_ok());
    }

    #[test]
    fn an_empty_text_is_named_with_its_place() {
        let said = said_after("\"short_name\": \"Explicitering\"", "\"short_name\": \"\"");
        assert_eq!(
            said,
            "nl.json:58:21: phases[0].short_name: is empty; it needs a text"
        );
    }

    #[test]
    fn a_missing_field_is_named() {
        let said = said_after("\"short_name\": \"Explicitering\",", "");
        assert!(
            said.contains(": phases[0]: missing field `short_name`"),
            "{said}"
        );
        assert!(said.starts_with("nl.json:"), "{said}");
    }

    #[test]
    fn an_unknown_field_is_named_with_its_place() {
        let said = said_after("\"short_name\"", "\"korte_naam\"");
        assert!(said.starts_with("nl.json:58:"), "{said}");
        assert!(
            said.contains("phases[0].korte_naam: unknown field"),
            "{said}"
        );
    }

    #[test]
    fn a_wrong_type_is_named_with_its_place() {
        let said = said_after("\"title\": \"De kennislemniscaat\"", "\"title\": 8");
        assert!(said.starts_with("nl.json:3:"), "{said}");
        assert!(
            said.contains("title: invalid type: integer `8`, expected a string"),
            "{said}"
        );
    }

    #[test]
    fn all_that_is_wrong_is_named_at_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("nl.json");
        let text = PUBLICATION
            .replacen("\"slug\": \"tip-2\"", "\"slug\": \"tip-1\"", 1)
            .replacen(
                "\"name\": \"Lokale kennisinfrastructuur\"",
                "\"name\": \" \"",
                1,
            );
        fs::write(&file, text).expect("written");
        let problems = read(&file).expect_err("two problems");
        assert_eq!(problems.0.len(), 2, "{problems}");
    }

    #[test]
    fn broken_json_is_named_with_its_place() {
        let said = said_after("\"lang\": \"nl\",", "\"lang\": \"nl\"");
        assert!(said.starts_with("nl.json:3:"), "{said}");
    }

    #[test]
    fn a_language_that_is_not_the_file_name_is_named() {
        let said = said_after("\"lang\": \"nl\"", "\"lang\": \"fy\"");
        assert_eq!(
            said,
            "nl.json:2:11: lang: is “fy”; it must be the file's name"
        );
    }
}
