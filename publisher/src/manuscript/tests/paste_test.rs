//! Texts that were pasted from word processors.

use super::check;

#[test]
fn bold_in_a_heading() {
    check(
        "1-een.md",
        "# **A**\nlus: een\n\n## Tips\n1. Tip {#t}\n",
        &["corrected: markup in a title left out: \"**A**\""],
    );
}

#[test]
fn a_bold_paragraph_as_heading() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n**Kop**\n\nTekst **vet** woord\n",
        &[
            "1-een.md:6:1: warning: the paragraph “Kop” is bold as a whole; if it is a heading, write #, ## or ### before it and leave out the asterisks",
        ],
    );
}

#[test]
fn escaped_dashes() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nDe wensen:\n\\- een\n\\- twee\n",
        &[
            "corrected: bullet read as a list item: \"\\\\\"",
            "corrected: bullet read as a list item: \"\\\\\"",
        ],
    );
}

#[test]
fn escaped_numbers() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n\n1\\. Een\n\n2\\. Twee\n",
        &[
            "corrected: typed number read as a list item: \"\\\\\"",
            "corrected: typed number read as a list item: \"\\\\\"",
        ],
    );
}

#[test]
fn a_year_with_a_dot() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n2016\\. Het jaar\n",
        &[],
    );
}

#[test]
fn bullets() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nDe wensen:\n• een\n·\ttwee\n– drie\n",
        &[
            "corrected: bullet read as a list item: \"• \"",
            "corrected: bullet read as a list item: \"·\\t\"",
            "corrected: bullet read as a list item: \"– \"",
        ],
    );
}

#[test]
fn a_wrapped_line_with_a_dash() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nDe gemeenten verschillen van grootte\n– van groot tot klein – en liggen verspreid\n",
        &[
            "corrected: wrapped lines joined: \"De gemeenten verschillen van grootte\\n– van groot tot klein – en liggen verspreid\"",
        ],
    );
}

#[test]
fn spans() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nEen [onder\nstreept]{.underline} woord\n",
        &[
            "corrected: wrapped lines joined: \"Een [onder\\nstreept]{.underline} woord\"",
            "corrected: attribute of another program left out: \"[onder\\nstreept]{.underline}\"",
        ],
    );
}

#[test]
fn anchors() {
    check(
        "1-een.md",
        "# []{#_Toc1 .anchor}A\nlus: een\n\n<a id=\"x\"></a>Tekst\n\n## Tips\n1. Tip {#t}\n",
        &[
            "corrected: anchor of another program left out: \"[]{#_Toc1 .anchor}\"",
            "corrected: anchor of another program left out: \"<a id=\\\"x\\\"></a>\"",
        ],
    );
}

#[test]
fn attributes_of_a_heading() {
    check(
        "1-een.md",
        "# A {#a .unnumbered}\nlus: een\n\n## Tips {#tips}\n1. Een\n",
        &[
            "corrected: attribute of another program left out: \" .unnumbered\"",
            "corrected: key left out where no key is used: \"{#tips}\"",
        ],
    );
}

#[test]
fn a_bookmark_of_a_heading() {
    check(
        "1-een.md",
        "# A {#_Toc12}\nlus: een\n\n## Tips\n1. Tip {#t}\n",
        &["corrected: attribute of another program left out: \"{#_Toc12}\""],
    );
}

#[test]
fn escaped_keys() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Een {\\#een}\n2. Twee \\{#twee\\}\n",
        &[
            "corrected: backslashes in a key left out: \"{\\\\#een}\"",
            "corrected: backslashes in a key left out: \"\\\\{#twee\\\\}\"",
        ],
    );
}

#[test]
fn wrapped_lines() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nEen regel\ntwee regels\n",
        &["corrected: wrapped lines joined: \"Een regel\\ntwee regels\""],
    );
}

#[test]
fn hard_breaks() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nEen regel\\\ntwee regels  \ndrie\n",
        &[
            "corrected: wrapped lines joined: \"Een regel\\\\\\ntwee regels  \\ndrie\"",
            "corrected: line break read as a space: \"\\\\\\n\"",
            "corrected: line break read as a space: \"  \\n\"",
        ],
    );
}

#[test]
fn a_heading_without_space() {
    check(
        "1-een.md",
        "#A\nlus: een\n\n##Tips\n1. Een\n",
        &[
            "corrected: heading without a space after # read as a heading: \"\"",
            "corrected: heading without a space after # read as a heading: \"\"",
        ],
    );
}

#[test]
fn quoted_addresses() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n[a](“https://a.nl”)\n",
        &["corrected: quotation marks around an address left out: \"[a](“https://a.nl”)\""],
    );
}

#[test]
fn decomposed_accents() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\ncafe\u{301}\n",
        &["corrected: separate accents joined with their letter: \"cafe\\u{301}\""],
    );
}

#[test]
fn a_byte_order_mark() {
    check(
        "1-een.md",
        "\u{FEFF}# A {#a}\nlus: een\n\n## Tips\n1. Tip {#t}\n",
        &["corrected: byte order mark skipped: \"\\u{feff}\""],
    );
}

#[test]
fn windows_line_ends() {
    check(
        "1-een.md",
        "# A {#a}\r\nlus: een\r\n\r\n## Tips\r\n1. Tip {#t}\r\n",
        &["corrected: line endings of Windows or old Macs read: \"\\r\""],
    );
}

#[test]
fn old_mac_line_ends() {
    check(
        "1-een.md",
        "# A {#a}\rlus: een\r\r## Tips\r1. Tip {#t}\r",
        &["corrected: line endings of Windows or old Macs read: \"\\r\""],
    );
}

#[test]
fn a_tab() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nEen\ttwee\n",
        &["corrected: tab read as a space: \"Een\\ttwee\""],
    );
}

#[test]
fn spaces_that_stay() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n10\u{A0}jaar “zo” 'n...\n",
        &[],
    );
}
