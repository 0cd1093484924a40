//! Titles, sections, tips, questions and running text.

use super::check;

#[test]
fn no_title() {
    check(
        "1-een.md",
        "lus: een\n\n## Tips\n1. Tip {#t}\n",
        &[
            "1-een.md:1:1: error: text stands above the title; begin the file with a line # and the title",
            "1-een.md:1:1: error: the file has no title; begin it with a line # and the title",
        ],
    );
}

#[test]
fn a_second_title() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Tip {#t}\n\n# B\n",
        &[
            "1-een.md:7:1: error: the file has a second title; a file has one title after #; use ## or ### here, or make it a file of its own",
        ],
    );
}

#[test]
fn text_above_the_title() {
    check(
        "1-een.md",
        "Tekst\n\n# A {#a}\nlus: een\n\n## Tips\n1. Tip {#t}\n",
        &[
            "1-een.md:1:1: error: text stands above the title; begin the file with a line # and the title",
        ],
    );
}

#[test]
fn an_unknown_section() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tip\n1. Tip\n",
        &[
            "1-een.md:4:1: error: the section “Tip” is unknown (did you mean “Tips”?); expected one of Tips, Experiences",
        ],
    );
}

#[test]
fn an_unknown_section_of_the_publication() {
    check(
        "publicatie.md",
        "# P\n\n## Lussen\n- Een {#een}\n- Twee {#twee}\n\n## Tips\n1. Tip\n",
        &[
            "publicatie.md:7:1: error: the section “Tips” is unknown; expected one of Model, Loops, Domains, Themes, Background, Organisations, Source",
        ],
    );
}

#[test]
fn a_section_twice() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Tip {#t}\n\n## tips\n1. Nog een\n",
        &[
            "1-een.md:7:1: error: the section “tips” stands here a second time; put both under one heading",
        ],
    );
}

#[test]
fn sections_in_english() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Tip\n\n## Experiences\n### Question\nAnswer\n",
        &[],
    );
}

#[test]
fn a_deep_heading() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Tip {#t}\n\n## Ervaringen\n### V\n#### Diep\nTekst\n",
        &[
            "1-een.md:9:1: error: a heading of level 4 (####); headings have at most three #; use a paragraph, or ###",
        ],
    );
}

#[test]
fn a_heading_in_the_introduction() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n### Kop\n\n## Tips\n1. Tip {#t}\n",
        &[
            "1-een.md:4:1: error: a heading ### has no place here; ### is for questions below Experiences and for headings below Background; use a paragraph",
        ],
    );
}

#[test]
fn text_between_tips() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Een\n\nUitleg\n\n2. Twee\n",
        &[
            "1-een.md:7:1: error: text that doesn't belong to a tip stands between the tips; indent it by three spaces if it explains the tip above it",
        ],
    );
}

#[test]
fn text_below_the_tenth_tip() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Tip 1\n2. Tip 2\n3. Tip 3\n4. Tip 4\n5. Tip 5\n6. Tip 6\n7. Tip 7\n8. Tip 8\n9. Tip 9\n10. Tip 10\n\nUitleg\n",
        &[
            "1-een.md:16:1: error: text that doesn't belong to a tip stands between the tips; indent it by four spaces if it explains the tip above it",
        ],
    );
}

#[test]
fn text_above_the_tips() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\nTekst\n\n1. Een\n",
        &[
            "1-een.md:5:1: error: this doesn't belong in the section “Tips”; expected one list, with an item a line",
        ],
    );
}

#[test]
fn a_list_that_restarts() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Een\n\n- Twee\n",
        &[
            "1-een.md:7:1: error: the list of tips begins again; tips form one list; indent by three spaces what belongs to the tip above it",
        ],
    );
}

#[test]
fn an_explanation() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Een\n\n   Uitleg\n\n   - a\n     - b\n",
        &[],
    );
}

#[test]
fn a_tip_without_text() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Een\n2.\n",
        &[
            "1-een.md:6:1: error: the tip doesn't begin with a text; begin it with the advice in one paragraph",
        ],
    );
}

#[test]
fn text_before_the_first_question() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\nTekst\n\n### V\nAntwoord\n",
        &[
            "1-een.md:5:1: error: text stands below Experiences before the first question; begin with a question after ###",
        ],
    );
}

#[test]
fn text_below_a_quote() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n> Citaat\n> — X\n\nTekst\n",
        &[
            "1-een.md:9:1: error: text stands below a quote; the answer stands above the quotes; move it there, or begin its lines with > if it belongs to a quote",
        ],
    );
}

#[test]
fn a_quote_without_question() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n> Citaat\n\n## Tips\n1. Tip {#t}\n",
        &[
            "1-een.md:4:1: error: a quote stands without a question; quotes stand below a question (###) of the section Experiences",
        ],
    );
}

#[test]
fn a_third_level() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n- a\n  - b\n    - c\n",
        &["1-een.md:8:5: error: the list has a third level; lists have at most two levels"],
    );
}

#[test]
fn two_paragraphs_in_an_item() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n- a\n\n  b\n",
        &[
            "1-een.md:8:3: error: a list item has more than one paragraph; an item has one paragraph and at most one list below it",
        ],
    );
}

#[test]
fn text_in_the_loops() {
    check(
        "publicatie.md",
        "# P\n\n## Lussen\nTekst\n\n- Een {#een}\n- Twee {#twee}\n",
        &[
            "publicatie.md:4:1: error: this doesn't belong in the section “Loops”; expected one list, with an item a line",
        ],
    );
}

#[test]
fn several_links_of_an_organisation() {
    check(
        "publicatie.md",
        "# P\n\n## Lussen\n- Een {#een}\n- Twee {#twee}\n\n## Organisaties\n- [A](https://a.nl) [B](https://b.nl)\n",
        &[
            "publicatie.md:8:21: error: the organization has several links; an item has one, as in [Name](https://…)",
        ],
    );
}

#[test]
fn a_link_in_a_title() {
    check(
        "1-een.md",
        "# A [b](https://b.nl)\nlus: een\n\n## Tips\n1. Tip {#t}\n",
        &[
            "1-een.md:1:5: warning: the link to https://b.nl stands in a title, which is shown without links; put it in the text below",
        ],
    );
}

#[test]
fn a_comment_that_is_not_closed() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Tip {#t}\n\n<!-- vergeten\n",
        &["1-een.md:7:1: error: the comment is not closed; close it with -->"],
    );
}

#[test]
fn comments() {
    check(
        "1-een.md",
        "<!-- bron -->\n# A {#a}\nlus: een\n\n## Tips\n1. Een <!-- One --> {#x}\n<!-- Two\nlines -->\n2. Twee {#y}\n",
        &[],
    );
}

#[test]
fn front_matter() {
    check(
        "1-een.md",
        "---\ntitle: A\n---\n# A {#a}\nlus: een\n\n## Tips\n1. Tip {#t}\n",
        &[
            "1-een.md:1:1: error: the file begins with settings between lines of dashes; begin with the title after #; facts stand below a heading, as in short: Analysis",
        ],
    );
}

#[test]
fn nesting() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > diep\n",
        &[
            "1-een.md:6:1: error: the text is nested more than twenty levels deep; use at most two levels of lists, and quotes without further levels",
        ],
    );
}

#[test]
fn nested_lists() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n- x\n  - x\n    - x\n      - x\n        - x\n          - x\n            - x\n              - x\n                - x\n                  - x\n                    - x\n                      - x\n                        - x\n                          - x\n                            - x\n                              - x\n                                - x\n                                  - x\n                                    - x\n                                      - x\n                                        - x\n                                          - x\n                                            - x\n                                              - x\n                                                - x\n                                                  - x\n                                                    - x\n                                                      - x\n                                                        - x\n                                                          - x\n",
        &[
            "1-een.md:8:5: error: the list has a third level; lists have at most two levels",
            "1-een.md:27:43: error: the text is nested more than twenty levels deep; use at most two levels of lists, and quotes without further levels",
        ],
    );
}

#[test]
fn a_section_below_an_unknown_one() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## X\nTekst\n\n## Tips\n1. Tip {#t}\n",
        &["1-een.md:4:1: error: the section “X” is unknown; expected one of Tips, Experiences"],
    );
}

#[test]
fn text_below_an_unindented_tip() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Een\nvervolg {#x}\n2. Twee\n",
        &["corrected: wrapped lines joined: \"Een\\nvervolg\""],
    );
}

#[test]
fn a_quote_among_the_tips() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Tip {#t}\n\n> Citaat\n",
        &[
            "1-een.md:7:1: error: a quote stands without a question; quotes stand below a question (###) of the section Experiences",
        ],
    );
}

#[test]
fn an_empty_file() {
    check(
        "1-een.md",
        "",
        &["1-een.md:1:1: error: the file has no title; begin it with a line # and the title"],
    );
}

#[test]
fn a_setext_heading() {
    check(
        "1-een.md",
        "A\n===\nlus: een\n\n## Tips\n1. Tip {#t}\n",
        &[],
    );
}
