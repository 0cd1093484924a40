//! Facts: where they stand and what they are called.

use super::check;

#[test]
fn an_unknown_name_in_a_facts_paragraph() {
    check(
        "1-een.md",
        "# A\nlus: een\nkrot: A\n\n## Tips\n1. Tip {#t}\n",
        &[
            "1-een.md:3:1: error: the fact “krot” is unknown (did you mean “kort”?); expected here: short, loop, theme, keywords, language",
        ],
    );
}

#[test]
fn an_unknown_name_far_from_all() {
    check(
        "1-een.md",
        "# A\nlus: een\nxyzzyxyzzy: A\n\n## Tips\n1. Tip {#t}\n",
        &[
            "1-een.md:3:1: error: the fact “xyzzyxyzzy” is unknown; expected here: short, loop, theme, keywords, language",
        ],
    );
}

#[test]
fn an_english_name_in_a_dutch_file() {
    check(
        "1-een.md",
        "# A\nloop: een\nshort: A\n\n## Tips\n1. Tip {#t}\n",
        &[],
    );
}

#[test]
fn a_capital() {
    check("1-een.md", "# A\nLus: een\n\n## Tips\n1. Tip {#t}\n", &[]);
}

#[test]
fn an_unknown_name_first_makes_prose() {
    check(
        "1-een.md",
        "# A\nlsu: een\n\n## Tips\n1. Tip {#t}\n",
        &[
            "1-een.md:1:3: error: the phase has no loop; name it right under the heading, as in loop: local",
        ],
    );
}

#[test]
fn a_line_without_a_colon() {
    check(
        "1-een.md",
        "# A\nlus: een\nNog een regel\n\n## Tips\n1. Tip {#t}\n",
        &[
            "1-een.md:3:1: error: this line among the facts is not a fact; write it as name: rest of the line, or put an empty line before the text",
        ],
    );
}

#[test]
fn a_fact_that_belongs_elsewhere() {
    check(
        "1-een.md",
        "# A\nlus: een\njaar: 2016\n\n## Tips\n1. Tip {#t}\n",
        &[
            "1-een.md:3:1: error: the fact “jaar” doesn't belong here; expected here: short, loop, theme, keywords, language",
        ],
    );
}

#[test]
fn a_fact_twice() {
    check(
        "1-een.md",
        "# A\nlus: een\nkort: A\nshort: B\n\n## Tips\n1. Tip {#t}\n",
        &["1-een.md:4:1: error: the fact “short” stands here twice; keep one of the two lines"],
    );
}

#[test]
fn a_fact_without_text() {
    check(
        "1-een.md",
        "# A\nlus: een\nkort:\n\n## Tips\n1. Tip {#t}\n",
        &[
            "1-een.md:3:1: error: the fact “kort” has no text; write it after the colon, or remove the line",
        ],
    );
}

#[test]
fn a_known_name_in_prose() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\nEen alinea\nthema: wonen\n\n## Tips\n1. Tip {#t}\n",
        &[
            "1-een.md:5:1: warning: this line of the text begins with “thema:”, the name of a fact; facts stand right under a heading or a list item's first line; write thema\\: if the words are text",
            "corrected: wrapped lines joined: \"Een alinea\\nthema: wonen\"",
        ],
    );
}

#[test]
fn another_word_in_prose() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\nEen alinea\nletop: wonen\n\n## Tips\n1. Tip {#t}\n",
        &["corrected: wrapped lines joined: \"Een alinea\\nletop: wonen\""],
    );
}

#[test]
fn an_escaped_name_in_prose() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\nEen alinea\nthema\\: wonen\n\n## Tips\n1. Tip {#t}\n",
        &["corrected: wrapped lines joined: \"Een alinea\\nthema\\\\: wonen\""],
    );
}

#[test]
fn a_year_that_is_none() {
    check(
        "publicatie.md",
        "# P\n\n## Lussen\n- Een {#een}\n- Twee {#twee}\n\n## Bron\njaar: vorig jaar\n",
        &[
            "publicatie.md:8:7: error: “vorig jaar” is not a year; write it in digits, as in year: 2016",
        ],
    );
}

#[test]
fn a_page_without_a_number() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\npagina: voorblad\n\n1. Tip {#t}\n   pagina: 4-5\n",
        &[
            "1-een.md:5:9: error: “voorblad” is not the number of a page; write it in digits, as in page: 4",
            "1-een.md:8:12: error: “4-5” is not the number of a page; write it in digits, as in page: 4",
        ],
    );
}

#[test]
fn a_language_without_words() {
    check(
        "1-een.md",
        "# A\nlus: een\ntaal: en\n\n## Tips\n1. Tip {#t}\n",
        &[
            "1-een.md:3:7: error: “en” doesn't name a language and words; write the language's code and the words, as in language: nl Jeugdwet",
        ],
    );
}

#[test]
fn a_chart_among_facts() {
    check(
        "1-een.md",
        "# A\nlus: een\ngrafiek: domein\n\n## Tips\n1. Tip {#t}\n",
        &[
            "1-een.md:3:1: error: a chart stands among the facts; put an empty line before it; a chart stands on a line of its own",
        ],
    );
}

#[test]
fn facts_of_a_tip() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Tip {#t}\n   kort: T\n   domein: wmo\n",
        &[
            "1-een.md:7:4: error: the fact “domein” doesn't belong here; expected here: short, theme, keywords, page, language",
        ],
    );
}

#[test]
fn facts_behind_an_empty_line() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Tip {#t}\n\n   kort: T\n",
        &[
            "1-een.md:7:4: warning: this line of the text begins with “kort:”, the name of a fact; facts stand right under a heading or a list item's first line; write kort\\: if the words are text",
        ],
    );
}

#[test]
fn text_below_the_key_of_a_tip() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Tip {#t}\nNog een regel\n",
        &[
            "1-een.md:6:1: error: text that doesn't belong to a tip stands between the tips; indent it by three spaces if it explains the tip above it",
        ],
    );
}

#[test]
fn an_unknown_theme() {
    check(
        "1-een.md",
        "# A\nlus: een\nthema: wonen\n\n## Tips\n1. Tip {#t}\n",
        &[
            "1-een.md:3:8: error: the theme “wonen” is unknown; name the themes in the section Themes, or remove the fact",
        ],
    );
}

#[test]
fn facts_of_loops() {
    check(
        "publicatie.md",
        "# P\n\n## Lussen\ntitel: De lussen\n\n- Een {#een}\n- Twee {#twee}\n",
        &[
            "publicatie.md:4:1: error: the fact “titel” doesn't belong here; expected here: no facts",
        ],
    );
}

#[test]
fn a_chart_within_a_paragraph() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\nEen alinea\ngrafiek: domein\n\n## Tips\n1. Tip {#t}\n",
        &[
            "1-een.md:5:1: warning: a line with “grafiek:” stands within a paragraph; put an empty line before and after it; a chart stands on a line of its own",
            "corrected: wrapped lines joined: \"Een alinea\\ngrafiek: domein\"",
        ],
    );
}

#[test]
fn keywords_of_the_publication_and_of_its_background() {
    check(
        "publicatie.md",
        "# P\nzoekwoorden: a\n\n## Lussen\n- Een {#een}\n- Twee {#twee}\n\n## Achtergrond {#x}\nkeywords: b\n\nTekst\n",
        &[],
    );
}

#[test]
fn keywords_of_a_quote() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n> Een\n> — X {#c}\n> zoekwoorden: a\n",
        &[],
    );
}

#[test]
fn keywords_without_text() {
    let message =
        "error: the fact “zoekwoorden” has no text; write it after the colon, or remove the line";
    check(
        "publicatie.md",
        "# P\nzoekwoorden:\n\n## Lussen\n- Een {#een}\n- Twee {#twee}\n\n## Achtergrond {#x}\nzoekwoorden:\n\nTekst\n",
        &[
            &format!("publicatie.md:2:1: {message}"),
            &format!("publicatie.md:9:1: {message}"),
        ],
    );
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n> Een\n> — X {#c}\n> zoekwoorden:\n",
        &[&format!("1-een.md:8:3: {message}")],
    );
}

#[test]
fn facts_of_the_publication_and_of_its_background() {
    check(
        "publicatie.md",
        "# P\nthema: a\n\n## Lussen\n- Een {#een}\n- Twee {#twee}\n\n## Achtergrond {#x}\nthema: a\n\nTekst\n",
        &[
            "publicatie.md:2:1: error: the fact “thema” doesn't belong here; expected here: subtitle, keywords",
            "publicatie.md:9:1: error: the fact “thema” doesn't belong here; expected here: title, keywords, language",
        ],
    );
}
