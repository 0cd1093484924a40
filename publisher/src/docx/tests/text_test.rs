//! Words, lists, quotes and facts.

use pretty_assertions::assert_eq;

use super::{item, paragraph, text};

#[test]
fn text_that_looks_like_markdown_stays_text() {
    for (words, markdown) in [
        ("# geen kop", "\\# geen kop\n"),
        ("- geen lijst", "&#45; geen lijst\n"),
        ("1. geen lijst", "1&#46; geen lijst\n"),
        ("&gt; geen citaat", "\\> geen citaat\n"),
        ("*a* _b_ `c` &lt;b&gt;", "&#42;a\\* \\_b\\_ \\`c\\` \\<b>\n"),
        ("[^1]: noot", "\\[^1\\]: noot\n"),
        ("{#Geen} sleutel", "&#123;#Geen} sleutel\n"),
        ("| a | b |", "&#124; a | b |\n"),
    ] {
        assert_eq!(text(&paragraph("N", words)), markdown);
    }
}

#[test]
fn spaces_at_the_edges_of_marked_words_have_no_marks() {
    let body = "<p><r><t xml:space=\"preserve\">een</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> twee </t></r>\
        <r><rPr><rStyle val=\"Vet\"/></rPr><t>drie</t></r><r><rPr><rStyle val=\"Vet\"/><b val=\"0\"/></rPr><t xml:space=\"preserve\"> vier</t></r>\
        <hyperlink id=\"l\"><r><rPr><i/></rPr><t xml:space=\"preserve\"> vijf </t></r></hyperlink><hyperlink anchor=\"x\"><r><t>zes</t></r></hyperlink></p>";
    assert_eq!(
        text(body),
        "een **twee drie** vier [_vijf_](https://example.org/) zes\n"
    );
}

#[test]
fn brackets_behind_a_picture_are_text() {
    let body = "<p><r><drawing><docPr descr=\"a [b]\"/></drawing><t>(c) d</t></r></p>";
    assert_eq!(text(body), "![a \\[b\\]](picture)&#40;c) d\n");
}

#[test]
fn the_text_of_a_text_box_follows_its_paragraph_once() {
    let content = format!("<txbxContent>{}</txbxContent>", paragraph("Q", "Citaat"));
    let body = format!(
        "<p><r><AlternateContent><Choice><drawing><docPr/>{content}</drawing></Choice><Fallback><pict>{content}</pict></Fallback></AlternateContent><t>Tekst</t></r></p>"
    );
    assert_eq!(text(&body), "Tekst\n\n> Citaat\n");
}

#[test]
fn lists_follow_their_numbering() {
    let body = [
        item(1, 0, "a"),
        item(1, 1, "b"),
        item(1, 1, "c"),
        item(1, 0, "d"),
        item(2, 0, "e"),
        item(2, 0, "f"),
        item(3, 0, "g"),
        item(3, 0, "h"),
        item(0, 0, "i"),
        item(9, 200, "j"),
    ];
    assert_eq!(
        text(&body.concat()),
        "- a\n  1. b\n  2. c\n- d\n\n1. e\n2. f\n\n1) g\n2) h\n\ni\n\n- j\n"
    );
}

#[test]
fn facts_stand_right_below_headings_items_and_speakers() {
    let body = [
        paragraph("N", "ondertitel: a_b"),
        item(1, 0, "tip</t><br/><t>kort: t"),
        paragraph("N", "Thema: x"),
        paragraph("N", "tekst"),
        paragraph("N", "lus: te laat"),
        paragraph("N", "grafiek: domein"),
        paragraph("Q", "citaat</t><br/><t>— spreker"),
        paragraph("N", "domein: jeugd"),
    ];
    assert_eq!(
        text(&body.concat()),
        "ondertitel: a\\_b\n\n- tip\n  kort: t\n  Thema: x\n\ntekst\n\nlus: te laat\n\ngrafiek: domein\n\n> citaat\n> — spreker\n> domein: jeugd\n"
    );
}

#[test]
fn quotes_end_with_their_speaker_or_an_empty_paragraph() {
    let body = [
        paragraph("Q", "– geen spreker"),
        paragraph("Q", ""),
        paragraph("Q", "- Spreker {#k}"),
        paragraph("Q", "twee"),
        paragraph("Q", ""),
        paragraph("Q", "drie"),
        paragraph("N", "tekst"),
    ];
    assert_eq!(
        text(&body.concat()),
        "> &#8211; geen spreker\n> — Spreker {#k}\n\n> twee\n\n> drie\n\ntekst\n"
    );
}
