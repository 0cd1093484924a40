//! Publications for tests.

use std::path::{Path, PathBuf};

use tempfile::TempDir;
use test_support::injection::replace_texts;

use crate::commands::new::{Answers, new};
use crate::edition::{Edition, Facts, Shared};
use crate::labels::Words;
use crate::manuscript::File;
use crate::publication::Publication;

/// The product's own publication.
///
/// # Panics
/// If it has a problem.
#[must_use]
pub fn publication() -> Publication {
    publication_in("kennislemniscaat")
}

/// A publication of this repository, by the name of its folder.
///
/// # Panics
/// If it has a problem.
#[must_use]
pub fn publication_in(name: &str) -> Publication {
    let publications = Path::new(env!("CARGO_MANIFEST_DIR")).join("../publications");
    Publication::read(&publications.join(name)).expect("a publication without problems")
}

/// The product's own publication in Dutch and in English.
///
/// # Panics
/// If it has a problem.
#[must_use]
pub fn editions() -> [Edition; 2] {
    let editions = publication().editions().expect("charts");
    editions.try_into().expect("two languages")
}

/// The product's own publication in Dutch.
#[must_use]
pub fn edition() -> Edition {
    let [dutch, _] = editions();
    dutch
}

/// An invented publication in Dutch, as names and contents of files.
///
/// # Panics
/// If it has a problem.
#[must_use]
pub fn edition_of(files: &[(String, String)]) -> Edition {
    let file = |(name, text): &(String, String)| File {
        name: name.clone(),
        text: text.clone(),
    };
    let files: Vec<_> = files.iter().map(file).collect();
    Edition::of_text("nl", &files).expect("text without problems")
}

/// The product's own publication with the same text in every visible field, in its labels and its charts.
///
/// # Panics
/// If it has a problem.
#[must_use]
pub fn edition_with(text: &'static str) -> Edition {
    let mut publication = publication();
    let dutch = &publication.texts[0];
    let mut manuscript = serde_json::to_value(&dutch.manuscript).expect("JSON");
    let mut labels = serde_json::to_value(&dutch.words.labels).expect("JSON");
    for json in [&mut manuscript, &mut labels] {
        replace_texts(json, &mut || text);
    }
    let words = Words {
        labels: serde_json::from_value(labels).expect("labels"),
        ..dutch.words.clone()
    };
    let mut shared = Shared {
        permalinks: &mut publication.permalinks,
        study: publication.study.as_ref(),
        default_lang: "nl",
        facts: &Facts::default(),
    };
    let manuscript = serde_json::from_value(manuscript).expect("a manuscript");
    Edition::new("nl", &manuscript, &words, &mut shared).expect("charts")
}

/// The answers of an editor who begins a publication, with the phases of the answer.
#[must_use]
pub fn answers(lang: &str, phases: &str) -> Answers {
    let answer = |text: &str| Some(text.to_owned());
    Answers {
        title: answer("Ons model"),
        lang: answer(lang),
        loops: answer("Praktijk, Beleid"),
        phases: answer(phases),
        organisation: answer("Gemeente Voorbeeld"),
    }
}

/// The folder of a new publication in Dutch, which goes with the first value.
///
/// # Panics
/// If it can't be written.
#[must_use]
pub fn new_publication(phases: &str) -> (TempDir, PathBuf) {
    let work = tempfile::tempdir().expect("a folder");
    let folder = work.path().join("model");
    new(&folder, &answers("nl", phases)).expect("a publication");
    (work, folder)
}
