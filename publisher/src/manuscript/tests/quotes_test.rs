//! Quotes, their speakers and their domains.

use super::check;

#[test]
fn a_speaker_in_the_middle() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n> Een\n> — X\n> Twee\n> — Y\n",
        &[
            "1-een.md:7:3: error: two quotes in one; put an empty line between them; a line that begins with a dash is the speaker, and the last one of a quote",
            "corrected: wrapped lines joined: \"Een\\n> — X\\n> Twee\"",
        ],
    );
}

#[test]
fn a_speaker_between_paragraphs() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n> Een\n> — X\n>\n> Twee\n",
        &[
            "1-een.md:7:3: error: two quotes in one; put an empty line between them; a line that begins with a dash is the speaker, and the last one of a quote",
            "corrected: wrapped lines joined: \"Een\\n> — X\"",
        ],
    );
}

#[test]
fn a_list_as_speaker() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n> Een\n> - X\n",
        &["corrected: dash before the speaker read as —: \"- X\\n\""],
    );
}

#[test]
fn dashes() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n> Een\n> – X\n\n> Twee\n> -- Y\n\n> Drie\n> — Z\n\n> Vier\n> \\- W\n",
        &[
            "corrected: dash before the speaker read as —: \"– X\"",
            "corrected: dash before the speaker read as —: \"-- Y\"",
            "corrected: dash before the speaker read as —: \"- W\"",
        ],
    );
}

#[test]
fn quotation_marks() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n> “Een” en “twee”\n> — X\n\n> “Drie”\n> — Y\n\n> \"Vier.\"\n",
        &[
            "corrected: quotation marks around a whole quote left out: \"“Drie”\"",
            "corrected: quotation marks around a whole quote left out: \"\\\"Vier.\\\"\"",
        ],
    );
}

#[test]
fn a_list_in_a_quote() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n> Een\n>\n> - a\n> - b\n",
        &[
            "1-een.md:8:3: error: a list stands in a quote; a quote has paragraphs, and at its end the speaker after a dash",
        ],
    );
}

#[test]
fn a_quote_in_a_quote() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n> Een\n>\n> > Twee\n",
        &["1-een.md:8:3: error: a quote stands within a quote; begin its lines with one > only"],
    );
}

#[test]
fn a_quote_without_text() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n> — X\n",
        &["1-een.md:6:6: error: a text is empty; write one, or remove its heading or mark"],
    );
}

#[test]
fn an_unknown_domain() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n> Een\n> — X\n> domein: wmoo\n",
        &[
            "1-een.md:8:11: error: the domain “wmoo” is unknown; name the domains in the section Domains, or remove the fact",
        ],
    );
}

#[test]
fn a_slip_below_the_speaker() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n> Een\n> — X\n> tall: en Een\n",
        &[
            "1-een.md:8:3: error: the fact “tall” is unknown (did you mean “taal”?); expected here: domain, theme, keywords, language",
        ],
    );
}

#[test]
fn facts_without_speaker() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n> Een {#c}\n> taal: en Een\n",
        &[],
    );
}
