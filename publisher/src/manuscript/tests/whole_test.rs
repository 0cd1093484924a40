//! The manuscript as a whole.

use super::check;

#[test]
fn the_same_key_twice() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Een {#x}\n2. Twee {#x}\n",
        &[
            "1-een.md:6:9: error: the key “x” stands here a second time; keys are unique below one parent; change one that was never published, or remove it and let the tool make one",
        ],
    );
}

#[test]
fn a_tip_and_a_question_with_the_same_key() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Een {#x}\n\n## Ervaringen\n### V {#x}\nTekst\n",
        &[
            "1-een.md:8:7: error: the key “x” stands here a second time; keys are unique below one parent; change one that was never published, or remove it and let the tool make one",
        ],
    );
}

#[test]
fn a_fixed_word_as_key() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Een {#ervaringen}\n",
        &[
            "1-een.md:5:8: error: the key “ervaringen” is a fixed part of an address; use another one",
        ],
    );
}

#[test]
fn a_bad_key() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Een {#Één tip}\n2. Twee {#-x}\n3. Drie {#a_b}\n",
        &[
            "1-een.md:5:8: error: the key “Één tip” has other characters than a key can have; use a to z, 0 to 9 and -, and don't begin with -",
            "1-een.md:6:9: error: the key “-x” has other characters than a key can have; use a to z, 0 to 9 and -, and don't begin with -",
            "1-een.md:7:9: error: the key “a_b” has other characters than a key can have; use a to z, 0 to 9 and -, and don't begin with -",
        ],
    );
}

#[test]
fn a_long_key() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Tips\n1. Een {#aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa}\n",
        &[
            "1-een.md:5:8: error: the key “aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa” has 61 characters; a key may have at most 60",
        ],
    );
}

#[test]
fn a_third_loop() {
    check(
        "publicatie.md",
        "# P\n\n## Lussen\n- Een {#een}\n- Twee {#twee}\n- Drie {#drie}\n",
        &[
            "publicatie.md:6:3: error: the publication has 3 loops; the figure has exactly two; name them in the section Loops",
        ],
    );
}

#[test]
fn no_loops() {
    check(
        "publicatie.md",
        "# P\n",
        &[
            "publicatie.md:1:3: error: the publication has 0 loops; the figure has exactly two; name them in the section Loops",
        ],
    );
}

#[test]
fn a_phase_without_loop() {
    check(
        "1-een.md",
        "# A\n\n## Tips\n1. Tip {#t}\n",
        &[
            "1-een.md:1:3: error: the phase has no loop; name it right under the heading, as in loop: local",
        ],
    );
}

#[test]
fn an_unknown_loop() {
    check(
        "1-een.md",
        "# A\nlus: en\n\n## Tips\n1. Tip {#t}\n",
        &[
            "1-een.md:2:6: error: the loop “en” is unknown (did you mean “een”?); known loops: een, twee",
        ],
    );
}

#[test]
fn the_name_of_a_loop() {
    check("1-een.md", "# A\nlus: Een\n\n## Tips\n1. Tip {#t}\n", &[]);
}

#[test]
fn a_loop_without_phases() {
    check(
        "1-een.md",
        "# A\nlus: twee\n\n## Tips\n1. Tip {#t}\n",
        &[
            "publicatie.md:4:3: error: the loop “Een” has no phases; each of the two loops has one to eight",
        ],
    );
}

#[test]
fn an_empty_phase() {
    check(
        "1-een.md",
        "# A\nlus: een\n",
        &[
            "1-een.md:1:3: error: the phase “A” has neither tips nor questions; write at least one of them, or remove the file",
        ],
    );
}

#[test]
fn an_empty_title() {
    check(
        "1-een.md",
        "#\nlus: een\n\n## Tips\n1. Tip {#t}\n",
        &["1-een.md:1:1: error: a text is empty; write one, or remove its heading or mark"],
    );
}

#[test]
fn an_empty_item() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n- a\n-\n",
        &["1-een.md:7:1: error: a text is empty; write one, or remove its heading or mark"],
    );
}

#[test]
fn links() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n[a](http://a.nl) [b](https://b.nl) [c](mailto:c@d.nl) [d](../d/) [e](javascript:x) [f](//g.nl)\n",
        &[
            "1-een.md:6:1: error: the link “http://a.nl” can't be used; use an address that begins with https:// or mailto:, or a relative one",
            "1-een.md:6:66: error: the link “javascript:x” can't be used; use an address that begins with https:// or mailto:, or a relative one",
            "1-een.md:6:84: error: the link “//g.nl” can't be used; use an address that begins with https:// or mailto:, or a relative one",
        ],
    );
}

#[test]
fn the_link_of_an_organisation() {
    check(
        "publicatie.md",
        "# P\n\n## Lussen\n- Een {#een}\n- Twee {#twee}\n\n## Organisaties\n- [A](http://a.nl)\n- B\n- [C](c/)\n",
        &[
            "publicatie.md:8:3: error: the link “http://a.nl” of the organization doesn't begin with https://; write the whole address, or the name alone",
            "publicatie.md:10:3: error: the link “c/” of the organization doesn't begin with https://; write the whole address, or the name alone",
        ],
    );
}

#[test]
fn a_chart_with_three_columns() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\ngrafiek: a, b, c\n",
        &[
            "1-een.md:6:1: error: the chart has 3 columns; name one column, or two for one within the other, as in chart: municipality, domain",
        ],
    );
}

#[test]
fn a_chart_without_columns() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\ngrafiek:\n",
        &[
            "1-een.md:6:1: error: the chart has 0 columns; name one column, or two for one within the other, as in chart: municipality, domain",
        ],
    );
}
