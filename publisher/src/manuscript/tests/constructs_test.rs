//! Constructs of Markdown without a place in a publication.

use super::check;

#[test]
fn a_table() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        &["1-een.md:6:1: error: a table; write a list instead, or a chart: line for the study"],
    );
}

#[test]
fn a_grid_table() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n+---+---+\n| a | b |\n+---+---+\n",
        &["1-een.md:6:1: error: a table; write a list instead, or a chart: line for the study"],
    );
}

#[test]
fn a_picture() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nTekst ![x](a.png)\n",
        &["1-een.md:6:7: error: a picture; remove it and write what it shows"],
    );
}

#[test]
fn a_picture_as_data() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n![][image1]\n\n[image1]: <data:image/png;base64,iVBORw0KGgo=>\n",
        &["1-een.md:6:1: error: a picture; remove it and write what it shows"],
    );
}

#[test]
fn a_footnote() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nTekst[^1]\n\n[^1]: Noot\n",
        &[
            "1-een.md:6:6: error: a footnote; put its text between brackets, or in the section Source",
            "1-een.md:8:1: error: a footnote; put its text between brackets, or in the section Source",
        ],
    );
}

#[test]
fn code() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n```\nx\n```\n",
        &[
            "1-een.md:6:1: error: a block of code; write a paragraph, without the lines of ``` around it",
        ],
    );
}

#[test]
fn inline_code() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nDe knop `x`\n",
        &[
            "1-een.md:6:9: error: words between backticks; write them without the backticks, or in *italics*",
        ],
    );
}

#[test]
fn indented_code() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nTekst\n\n    ingesprongen\n",
        &[
            "1-een.md:8:5: error: text that is indented by four spaces or more; remove the spaces at the start of the line, or indent it by three if it belongs to a tip",
        ],
    );
}

#[test]
fn a_rule() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nTekst\n\n---\n\nTekst\n",
        &["1-een.md:8:1: error: a line across the page; remove it; sections begin with ##"],
    );
}

#[test]
fn block_html() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n<div class=\"x\">\nTekst\n</div>\n",
        &[
            "1-een.md:6:1: error: the HTML <div class=\"x\">; write it without tags: *emphasis*, **strong**, [words](https://…)",
        ],
    );
}

#[test]
fn inline_html() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nLet <b>op</b> en <u>lees</u>\n",
        &[
            "1-een.md:6:5: error: the HTML <b>; write it without tags: *emphasis*, **strong**, [words](https://…)",
            "corrected: attribute of another program left out: \"<u>\"",
            "corrected: attribute of another program left out: \"</u>\"",
        ],
    );
}

#[test]
fn a_line_break() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nEen<br>twee\n",
        &["corrected: line break read as a space: \"<br>\""],
    );
}
