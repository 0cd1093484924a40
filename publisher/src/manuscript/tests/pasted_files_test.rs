//! A Word document as pandoc, mammoth and markitdown convert it, and a document as Google Docs exports it.
//!
//! The document has keys and facts that were typed, a long line, underlined and bold words, typed marks of lists,
//! a quote in the style of quotes, a table and a bold paragraph instead of a heading.

use super::{check, small_with};
use crate::manuscript::read;

#[test]
fn pandoc_markdown() {
    check(
        "1-een.md",
        include_str!("../fixtures/paste/pandoc-markdown.md"),
        &[
            "1-een.md:36:3: error: a line across the page; remove it; sections begin with ##",
            "1-een.md:37:3: error: text stands below a quote; the answer stands above the quotes; move it there, or begin its lines with > if it belongs to a quote",
            "1-een.md:38:3: error: a line across the page; remove it; sections begin with ##",
            "1-een.md:41:3: error: a line across the page; remove it; sections begin with ##",
            "corrected: line break read as a space: \"\\\\\\n\"",
            "corrected: wrapped lines joined: \"Een inleiding met \\\\*sterretje\\\\*, een_woord en een lange regel die in\\npandoc op tweeënzeventig kolommen wordt afgebroken, 10% -- zo.\"",
            "corrected: wrapped lines joined: \"Wees transparant over de manier waarop werkzame principes worden\\n    opgehaald in de praktijk van gemeenten.\"",
            "corrected: markup in a title left out: \"**Ervaringen**\"",
            "corrected: attribute of another program left out: \"[onderstreept]{.underline}\"",
            "corrected: bullet read as a list item: \"\\\\\"",
            "corrected: typed number read as a list item: \"\\\\\"",
            "corrected: bullet read as a list item: \"• \"",
            "corrected: quotation marks around a whole quote left out: \"\\\"Een citaat in een stijl.\\\"\"",
            "corrected: dash before the speaker read as —: \"--- Beleidsadviseur Wmo\"",
            "corrected: line break read as a space: \"\\\\\\n\"",
        ],
    );
}

#[test]
fn pandoc_gfm() {
    check(
        "1-een.md",
        include_str!("../fixtures/paste/pandoc-gfm.md"),
        &[
            "1-een.md:36:1: error: a table; write a list instead, or a chart: line for the study",
            "1-een.md:40:1: error: text stands below a quote; the answer stands above the quotes; move it there, or begin its lines with > if it belongs to a quote",
            "corrected: line break read as a space: \"\\\\\\n\"",
            "corrected: wrapped lines joined: \"Een inleiding met \\\\*sterretje\\\\*, een_woord en een lange regel die in\\npandoc op tweeënzeventig kolommen wordt afgebroken, 10% – zo.\"",
            "corrected: wrapped lines joined: \"Wees transparant over de manier waarop werkzame principes worden\\n    opgehaald in de praktijk van gemeenten.\"",
            "corrected: markup in a title left out: \"**Ervaringen**\"",
            "corrected: attribute of another program left out: \"<u>\"",
            "corrected: attribute of another program left out: \"</u>\"",
            "corrected: bullet read as a list item: \"\\\\\"",
            "corrected: typed number read as a list item: \"\\\\\"",
            "corrected: bullet read as a list item: \"• \"",
            "corrected: quotation marks around a whole quote left out: \"“Een citaat in een stijl.”\"",
            "corrected: line break read as a space: \"\\\\\\n\"",
        ],
    );
}

#[test]
fn mammoth() {
    check(
        "1-een.md",
        include_str!("../fixtures/paste/mammoth.md"),
        &[
            "1-een.md:37:1: warning: the paragraph “Een vette kop” is bold as a whole; if it is a heading, write #, ## or ### before it and leave out the asterisks",
            "corrected: backslashes in a key left out: \"\\\\{\\\\#analyseren\\\\}\"",
            "corrected: line break read as a space: \"  \\n\"",
            "corrected: backslashes in a key left out: \"\\\\{\\\\#tip\\\\-1\\\\}\"",
            "corrected: markup in a title left out: \"__Ervaringen__\"",
            "corrected: bullet read as a list item: \"\\\\\"",
            "corrected: typed number read as a list item: \"\\\\\"",
            "corrected: bullet read as a list item: \"• \"",
            "corrected: wrapped lines joined: \"Regel een  \\nregel twee\"",
            "corrected: line break read as a space: \"  \\n\"",
        ],
    );
}

#[test]
fn markitdown() {
    check(
        "1-een.md",
        include_str!("../fixtures/paste/markitdown.md"),
        &[
            "1-een.md:32:1: error: a table; write a list instead, or a chart: line for the study",
            "1-een.md:40:1: warning: the paragraph “Een vette kop” is bold as a whole; if it is a heading, write #, ## or ### before it and leave out the asterisks",
            "corrected: markup in a title left out: \"**Ervaringen**\"",
            "corrected: attribute of another program left out: \"<u>\"",
            "corrected: attribute of another program left out: \"</u>\"",
            "corrected: bullet read as a list item: \"• \"",
            "corrected: wrapped lines joined: \"Regel een\\nregel twee\"",
        ],
    );
}

#[test]
fn google_docs() {
    check(
        "1-een.md",
        include_str!("../fixtures/paste/google-docs.md"),
        &[
            "1-een.md:27:1: error: a picture; remove it and write what it shows",
            "corrected: markup in a title left out: \"**Analyseren**\"",
            "corrected: backslashes in a key left out: \"{\\\\#analyseren}\"",
            "corrected: line break read as a space: \"  \\n\"",
            "corrected: markup in a title left out: \"**Tips**\"",
            "corrected: key left out where no key is used: \"{#tips}\"",
            "corrected: backslashes in a key left out: \"{\\\\#tip-1}\"",
            "corrected: backslashes in a key left out: \"{\\\\#tip-2}\"",
            "corrected: markup in a title left out: \"**Wat missen beleidsadviseurs?**\"",
            "corrected: backslashes in a key left out: \"{\\\\#wat}\"",
            "corrected: bullet read as a list item: \"\\\\\"",
            "corrected: quotation marks around a whole quote left out: \"“Een citaat.”\"",
            "corrected: line break read as a space: \"  \\n\"",
            "corrected: dash before the speaker read as —: \"- Beleidsadviseur Wmo\"",
            "corrected: backslashes in a key left out: \"{\\\\#citaat-1}\"",
        ],
    );
}

#[test]
fn the_pieces_of_pasted_files_are_found() {
    for text in [
        include_str!("../fixtures/paste/pandoc-markdown.md"),
        include_str!("../fixtures/paste/pandoc-gfm.md"),
        include_str!("../fixtures/paste/mammoth.md"),
        include_str!("../fixtures/paste/markitdown.md"),
        include_str!("../fixtures/paste/google-docs.md"),
    ] {
        let manuscript = read(&small_with("1-een.md", text))
            .manuscript
            .expect("a manuscript");
        let phase = &manuscript.phases[0];
        assert_eq!(phase.key.as_deref(), Some("analyseren"), "{text}");
        assert_eq!(phase.in_loop.text, "een", "{text}");
        assert_eq!(phase.tips.len(), 2, "{text}");
        assert_eq!(phase.tips[0].key.as_deref(), Some("tip-1"), "{text}");
        assert_eq!(phase.questions.len(), 1, "{text}");
    }
}
