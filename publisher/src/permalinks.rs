//! The addresses that a publication has ever had: `permalinks.tsv`.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;

use crate::manuscript::{FIXED_BESIDE_PHASES, FIXED_IN_PHASE, Kind, is_reserved};
use crate::report::Fault;
use crate::tsv::rows;

/// The name of the file, in the folder of a publication.
pub const FILE: &str = "permalinks.tsv";
/// The first line of the file.
const HEADING: &str = "language\tpath\tkey\tsince";
/// The most characters of a path segment that is made from a text.
const LONGEST: usize = 40;

/// Every address with the piece that it leads to. Addresses are added and never removed, because links to them are out
/// in the world.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Permalinks {
    lines: Vec<Permalink>,
    /// The index of the line of each piece.
    by_key: HashMap<(String, String), usize>,
    /// All paths of each language.
    paths: HashSet<(String, String)>,
}

/// One address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permalink {
    /// The language tag.
    pub lang: String,
    /// The path below the language, as in `vertaling/tip-5`; empty for the overview.
    pub path: String,
    /// The keys of the piece and of the pieces above it, in the same form.
    pub key: String,
    /// The day on which the address was first published, as in `2026-11-24`; empty until then.
    pub since: String,
}

impl Permalinks {
    /// Reads the text of the file.
    ///
    /// # Errors
    /// The first line that can't be read.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let mut permalinks = Self::default();
        for (range, fields) in rows(text, HEADING) {
            let (lang, path, key, since) = match *fields {
                [lang, path, key] => (lang, path, key, ""),
                [lang, path, key, since] => (lang, path, key, since),
                _ => {
                    let count = fields.len();
                    return Err(Fault::at(Kind::AddressColumns { count }, range));
                }
            };
            let known = permalinks.paths.contains(&(lang.into(), path.into()));
            if known {
                let path = path.into();
                return Err(Fault::at(Kind::AddressTwice { path }, range));
            }
            permalinks.push(Permalink {
                lang: lang.into(),
                path: path.into(),
                key: key.into(),
                since: since.into(),
            });
        }
        Ok(permalinks)
    }

    fn push(&mut self, permalink: Permalink) {
        let Permalink {
            lang, path, key, ..
        } = &permalink;
        self.paths.insert((lang.clone(), path.clone()));
        self.by_key
            .entry((lang.clone(), key.clone()))
            .or_insert(self.lines.len());
        self.lines.push(permalink);
    }

    /// The path of a piece.
    #[must_use]
    pub fn path(&self, lang: &str, key: &str) -> Option<&str> {
        let index = self.by_key.get(&(lang.to_owned(), key.to_owned()))?;
        Some(&self.lines[*index].path)
    }

    /// The path of a piece below a path; made from a text and added if the piece has none.
    pub fn path_or_add(&mut self, lang: &str, key: &str, parent: &str, text: &str) -> String {
        if let Some(path) = self.path(lang, key) {
            return path.to_owned();
        }
        let below = |segment: &str| match parent {
            "" => segment.to_owned(),
            parent => format!("{parent}/{segment}"),
        };
        let segment = segment(text);
        let path = candidates(&segment)
            .map(|segment| below(&segment))
            .find(|path| self.is_free(lang, path) && !FIXED_BESIDE_PHASES.contains(&&**path))
            .unwrap_or_default();
        self.push(Permalink {
            lang: lang.into(),
            path: path.clone(),
            key: key.into(),
            since: String::new(),
        });
        path
    }

    fn is_free(&self, lang: &str, path: &str) -> bool {
        !self.paths.contains(&(lang.to_owned(), path.to_owned()))
    }

    /// The path of a page that is not a view: this segment, or the same with a number if a view has had it.
    #[must_use]
    pub fn free(&self, lang: &str, segment: &str) -> String {
        candidates(segment)
            .find(|path| self.is_free(lang, path))
            .unwrap_or_default()
    }

    /// The number of each tip that has ever had an address, by its key. Tips are numbered in the order in which they
    /// got their first address in any language, so that the number of a tip is the same in all languages and never
    /// changes.
    #[must_use]
    pub fn tip_numbers(&self) -> HashMap<&str, usize> {
        let mut numbers = HashMap::new();
        for line in self.lines.iter().filter(|line| is_tip(&line.key)) {
            let next = numbers.len();
            numbers.entry(&*line.key).or_insert(next);
        }
        numbers
    }

    /// The addresses of a language that lead to none of these pieces any more.
    pub fn gone<'a>(
        &'a self,
        lang: &'a str,
        keys: &'a HashSet<&str>,
    ) -> impl Iterator<Item = &'a Permalink> {
        let lines = self.lines.iter();
        lines.filter(move |line| line.lang == lang && !keys.contains(&*line.key))
    }

    /// Records the day of the addresses that are published for the first time; returns whether there are any.
    pub fn date(&mut self, today: &str) -> bool {
        let mut any = false;
        for line in self.lines.iter_mut().filter(|line| line.since.is_empty()) {
            line.since = today.into();
            any = true;
        }
        any
    }

    /// The text of the file.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = format!("{HEADING}\n");
        for Permalink {
            lang,
            path,
            key,
            since,
        } in &self.lines
        {
            text += &format!("{lang}\t{path}\t{key}\t{since}\n");
        }
        text
    }
}

/// A segment, and the same with a number.
fn candidates(segment: &str) -> impl Iterator<Item = String> {
    let numbered = (2..).map(move |number| format!("{segment}-{number}"));
    std::iter::once(segment.to_owned()).chain(numbered)
}

/// Whether the keys of a piece and of the pieces above it are those of a tip: its phase, and its own key.
fn is_tip(key: &str) -> bool {
    let own = key.split_once('/').map(|(_, own)| own);
    own.is_some_and(|own| !own.contains('/') && !FIXED_IN_PHASE.contains(&own))
}

/// A path segment made from the first words of a text: it needs no escaping, and can be the name of a folder on every
/// system.
#[must_use]
pub fn segment(text: &str) -> String {
    let plain: String = text
        .nfd()
        .filter_map(|character| match character {
            'ß' => Some('s'),
            character if character.is_ascii_alphanumeric() => Some(character.to_ascii_lowercase()),
            // Accents, and apostrophes within words.
            '\u{300}'..='\u{36F}' | '\'' | '’' | '\u{AD}' => None,
            _ => Some(' '),
        })
        .collect();
    let mut segment = String::new();
    for word in plain.split_whitespace() {
        let length = segment.len() + 1 + word.len();
        if !segment.is_empty() {
            if length > LONGEST {
                break;
            }
            segment.push('-');
        }
        segment.extend(word.chars().take(LONGEST));
    }
    match &*segment {
        "" => "deel".into(),
        segment if is_reserved(segment) => format!("{segment}-1"),
        segment => segment.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "language\tpath\tkey\tsince\nnl\t\t\t2026-11-24\nnl\tanalyse\tanalyseren\t2026-11-24\nen\tanalysis\tanalyseren\t\n";

    #[test]
    fn the_text_of_the_file_is_kept() {
        assert_eq!(Permalinks::parse(TEXT).expect("valid").to_text(), TEXT);
    }

    #[test]
    fn each_language_has_its_own_path_for_a_piece() {
        let permalinks = Permalinks::parse(TEXT).expect("valid");
        assert_eq!(permalinks.path("nl", "analyseren"), Some("analyse"));
        assert_eq!(permalinks.path("en", "analyseren"), Some("analysis"));
        assert_eq!(permalinks.path("fy", "analyseren"), None);
    }

    #[test]
    fn a_new_piece_gets_a_path_that_no_piece_ever_had() {
        let mut permalinks = Permalinks::parse(TEXT).expect("valid");
        let path =
            |permalinks: &mut Permalinks, key| permalinks.path_or_add("nl", key, "", "Analyse");
        assert_eq!(path(&mut permalinks, "analyseren"), "analyse");
        assert_eq!(path(&mut permalinks, "nieuw"), "analyse-2");
        assert_eq!(path(&mut permalinks, "nieuw"), "analyse-2");
        let below = permalinks.path_or_add("nl", "nieuw/tip", "analyse-2", "Één tip: praat!");
        assert_eq!(below, "analyse-2/een-tip-praat");
    }

    #[test]
    fn no_view_gets_the_address_of_another_page() {
        let mut permalinks = Permalinks::parse(TEXT).expect("valid");
        for name in FIXED_BESIDE_PHASES {
            assert_eq!(permalinks.free("nl", name), name);
            let path = permalinks.path_or_add("nl", name, "", name);
            assert_eq!(path, format!("{name}-2"));
            // Below other views there are no such pages.
            let below =
                permalinks.path_or_add("nl", &format!("analyseren/{name}"), "analyse", name);
            assert_eq!(below, format!("analyse/{name}"));
        }
        let path = permalinks.path_or_add("en", "afvinken", "", "Checklist");
        assert_eq!(path, "checklist-2");
        let below = permalinks.path_or_add("en", "afvinken/a", &path, "Checklist");
        assert_eq!(below, "checklist-2/checklist");
        assert_eq!(permalinks.free("en", "checklist"), "checklist");
        assert_eq!(permalinks.free("nl", "analyse"), "analyse-2");
        assert_eq!(permalinks.free("en", "analyse"), "analyse");
    }

    #[test]
    fn tips_keep_their_numbers_in_all_languages_when_tips_are_added_or_gone() {
        let text = "nl\ta\ta\t\nnl\ta/x\ta/x\t\nnl\ta/y\ta/y\t\nnl\ta/ervaringen\ta/ervaringen\t\n\
            nl\ta/ervaringen/v\ta/ervaringen/v\t\nen\tb/tip-1\ta/y\t\nen\tb/tip-2\ta/x\t\n";
        let mut permalinks = Permalinks::parse(text).expect("valid");
        let expected = HashMap::from([("a/x", 0), ("a/y", 1)]);
        assert_eq!(permalinks.tip_numbers(), expected);
        permalinks.path_or_add("nl", "a/first", "a", "first");
        assert_eq!(permalinks.tip_numbers()["a/first"], 2);
        assert_eq!(permalinks.tip_numbers()["a/y"], 1);
    }

    #[test]
    fn addresses_without_a_piece_are_gone_and_stay_in_the_file() {
        let permalinks = Permalinks::parse(TEXT).expect("valid");
        let keys = HashSet::from([""]);
        let gone: Vec<_> = permalinks.gone("nl", &keys).collect();
        assert_eq!(gone.len(), 1);
        assert_eq!(gone[0].path, "analyse");
        assert_eq!(permalinks.to_text(), TEXT);
    }

    #[test]
    fn new_addresses_get_the_day_of_their_first_publication() {
        let mut permalinks = Permalinks::parse(TEXT).expect("valid");
        assert!(permalinks.date("2026-12-01"));
        assert!(
            permalinks
                .to_text()
                .ends_with("en\tanalysis\tanalyseren\t2026-12-01\n")
        );
        assert!(!permalinks.date("2026-12-02"));
    }

    #[test]
    fn lines_that_cannot_be_read_have_their_place() {
        for (text, kind, line) in [
            (
                "language\tpath\tkey\tsince\r\nnl\tpad\r\n",
                Kind::AddressColumns { count: 2 },
                "nl\tpad",
            ),
            (
                "nl\ta\ta\t\nnl\ta\tb\t",
                Kind::AddressTwice { path: "a".into() },
                "nl\ta\tb\t",
            ),
        ] {
            let fault = Permalinks::parse(text).expect_err("a problem");
            assert_eq!(fault.kind, kind);
            assert_eq!(&text[fault.range.expect("a line")], line);
        }
    }

    #[test]
    fn segments_need_no_escaping_and_are_folders_on_every_system() {
        for (text, expected) in [
            (
                "Wat verwachten beleidsadviseurs van lokale, regionale en landelijke partijen?",
                "wat-verwachten-beleidsadviseurs-van",
            ),
            ("’s-Hertogenbosch & Curaçao", "s-hertogenbosch-curacao"),
            ("CON", "con-1"),
            ("Com1", "com1-1"),
            ("漢字", "deel"),
            (
                "Kennisinfrastructuurontwikkelingsprogrammacoördinatiebureaus",
                "kennisinfrastructuurontwikkelingsprogram",
            ),
        ] {
            assert_eq!(segment(text), expected);
        }
    }
}
