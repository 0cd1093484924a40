//! A new translation reads as its source, and its comments are found again.

use pretty_assertions::assert_eq;
use proptest::prelude::*;

use super::arbitrary::manuscript;
use super::cases;
use crate::manuscript::{
    File, Language, Manuscript, Piece, PieceText, Severity, comments, complete_keys, pieces, read,
    render, validate,
};
use crate::translation::{HashedText, Sources, refresh};

/// The files with the same words in each comment that holds a source.
fn with_old_comments(files: &[File]) -> Vec<File> {
    let mut files = files.to_vec();
    for File { text, .. } in &mut files {
        for range in comments(text).into_iter().rev() {
            if text[range.clone()].starts_with("<!-- nl:") {
                text.replace_range(range, "<!-- nl: x -->");
            }
        }
    }
    files
}

fn check(source: &Manuscript, lang: &str) -> Result<(), TestCaseError> {
    let sources = Sources::new(source, "nl", lang);
    let files = &sources.files;
    let reading = read(files);
    let errors: Vec<_> = reading
        .problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .cloned()
        .collect();
    prop_assert_eq!(render(&errors, files, Language::English), "");
    prop_assert_eq!(&reading.corrections, &vec![]);
    let translation = reading.manuscript.expect("a manuscript");
    prop_assert_eq!(&translation, source);
    for (original, translated) in HashedText::new(source)
        .pieces
        .iter()
        .zip(HashedText::new(&translation).pieces)
    {
        prop_assert_eq!(&original.hash, &translated.hash, "{}", original.piece.path);
    }
    let mut old = with_old_comments(files);
    prop_assert!(old != *files);
    let old_reading = read(&old).manuscript.expect("a manuscript");
    refresh(&mut old, &old_reading, source, "nl");
    prop_assert_eq!(&old, files);
    let is_within_file =
        |piece: &Piece<'_>| !matches!(piece.text, PieceText::Overview(_) | PieceText::Phase(_));
    for piece in pieces(source).into_iter().filter(is_within_file) {
        let markdown = sources.markdown(&piece.path, true).expect("Markdown");
        prop_assert!(markdown.starts_with("<!-- nl:"), "{markdown}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_new_translation_reads_as_its_source(mut manuscript in manuscript(), is_english: bool) {
        let problems = validate(&manuscript);
        prop_assume!(problems.iter().all(|problem| problem.severity == Severity::Warning));
        complete_keys(&mut manuscript);
        check(&manuscript, if is_english { "en" } else { "nl-BE" })?;
    }
}

#[test]
fn the_words_of_a_piece_have_no_key_no_number_and_no_references() {
    let files = super::small_with(
        "2-twee.md",
        "# B {#b}\nkort: BB\nlus: twee\n\nTekst.\n\n## Tips\ntitel: Doe dit\n\n1. Een --> tip {#t}\n   kort: Tip\n\n   Uitleg.\n",
    );
    let manuscript = read(&files).manuscript.expect("a manuscript");
    let words: Vec<_> = pieces(&manuscript)
        .into_iter()
        .map(|piece| (piece.path.clone(), piece.markdown(Language::Dutch)))
        .collect();
    let words: Vec<_> = words
        .iter()
        .map(|(path, words)| (&**path, &**words))
        .collect();
    assert_eq!(
        words,
        [
            ("Overview", "# P"),
            ("Loops/een", "Een"),
            ("Loops/twee", "Twee"),
            ("a", "# A"),
            ("a/t", "Tip"),
            ("b", "# B\nkort: BB\n\nTekst.\n\n## Tips\ntitel: Doe dit"),
            ("b/t", "Een --> tip\nkort: Tip\n\nUitleg."),
        ]
    );
    let files = Sources::new(&manuscript, "nl", "de").files;
    assert_eq!(
        files[2].text,
        "<!-- nl:\n# B\nkort: BB\n\nTekst.\n\n## Tips\ntitel: Doe dit\n-->\n# B {#b}\nshort: BB\nloop: twee\n\nTekst.\n\n## Tips\ntitle: Doe dit\n\n<!-- nl:\nEen --&gt; tip\nkort: Tip\n\nUitleg.\n-->\n1. Een --> tip {#t}\n   short: Tip\n\n   Uitleg.\n"
    );
}

#[test]
fn keywords_are_words_to_translate() {
    let files = super::files(&[
        (
            "publicatie.md",
            "# P\nzoekwoorden: a\n\n## Lussen\n- Een {#een}\n- Twee {#twee}\n\n## Achtergrond {#x}\nzoekwoorden: b, c\n",
        ),
        (
            "1-een.md",
            "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n> Ja\n> — X {#c}\n> zoekwoorden: d, e f\n> taal: en Ja\n",
        ),
    ]);
    let manuscript = read(&files).manuscript.expect("a manuscript");
    let pieces = pieces(&manuscript);
    let words = |path: &str| {
        let piece = pieces.iter().find(|piece| piece.path == path);
        let piece = piece.expect("a piece");
        (piece.markdown(Language::English), piece.word_count())
    };
    assert_eq!(words("Overview"), ("# P\nkeywords: a".into(), 2));
    assert_eq!(words("x"), ("keywords: b, c".into(), 2));
    assert_eq!(
        words("a/ervaringen/v/c"),
        (
            "> Ja\n> — X\n> keywords: d, e f\n> language: en Ja".into(),
            5
        )
    );
    let files = Sources::new(&manuscript, "nl", "de").files;
    let text = &files[0].text;
    assert!(
        text.starts_with("<!-- nl:\n# P\nzoekwoorden: a\n-->\n# P\nkeywords: a\n"),
        "{text}"
    );
    assert!(
        text.ends_with("## Background {#x}\n<!-- nl: zoekwoorden: b, c -->\nkeywords: b, c\n"),
        "{text}"
    );
}
