//! Texts that readers would see otherwise than meant.

use super::check;

#[test]
fn a_control_character() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nZorg er\u{3}voor\n",
        &["1-een.md:6:8: error: the control character U+0003 stands after “Zorg er”; remove it"],
    );
}

#[test]
fn a_control_character_as_entity() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nZorg er&#3;voor\n",
        &["1-een.md:6:1: error: the control character U+0003 stands after “Zorg er”; remove it"],
    );
}

#[test]
fn a_zero() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nZorg er\u{0}voor\n",
        &["1-een.md:6:8: error: the control character U+0000 stands after “Zorg er”; remove it"],
    );
}

#[test]
fn seen_html() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nEen \\<b>let op\\</b>\n",
        &[
            "1-een.md:6:1: warning: readers see “<b>” as it is; remove it, or write what it stands for",
        ],
    );
}

#[test]
fn seen_asterisks() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nEen ** let op\n",
        &[
            "1-een.md:6:1: warning: readers see “**” as it is; remove it, or write what it stands for",
        ],
    );
}

#[test]
fn seen_entity() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nKennis &amp;amp; praktijk\n",
        &[
            "1-een.md:6:1: warning: readers see “&amp;” as it is; remove it, or write what it stands for",
        ],
    );
}

#[test]
fn an_entity() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nKennis &amp; praktijk, R&D\n",
        &[],
    );
}

#[test]
fn mojibake() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\ngeÃ¯nterviewd\n",
        &[
            "1-een.md:6:1: warning: “Ã¯” looks like a letter that was read in another encoding; write the letter that is meant",
        ],
    );
}

#[test]
fn a_lost_letter() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nge\u{FFFD}nterviewd\n",
        &["1-een.md:6:1: warning: a letter was lost (U+FFFD); write the letter that is meant"],
    );
}

#[test]
fn doubled_marks() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\nHij zei ““ja””\n",
        &["1-een.md:6:1: warning: two quotation marks stand together: ““; keep one of the two"],
    );
}

#[test]
fn a_soft_hyphen_in_a_title() {
    check(
        "1-een.md",
        "# Anal\u{AD}yse\nlus: een\n\nAnal\u{AD}yse\n\n## Tips\n1. Tip {#t}\n",
        &[
            "1-een.md:1:3: warning: a title or keyword has a soft hyphen, which travels into addresses and search; remove it; titles are hyphenated by the tool",
        ],
    );
}

#[test]
fn a_soft_hyphen_in_a_keyword() {
    let message = "warning: a title or keyword has a soft hyphen, which travels into addresses and search; remove it; titles are hyphenated by the tool";
    check(
        "publicatie.md",
        "# P\nzoekwoorden: een, on\u{AD}der\n\n## Lussen\n- Een {#een}\n- Twee {#twee}\n\n## Achtergrond {#x}\nzoekwoorden: on\u{AD}der\n",
        &[
            &format!("publicatie.md:2:19: {message}"),
            &format!("publicatie.md:9:14: {message}"),
        ],
    );
    check(
        "1-een.md",
        "# A {#a}\nlus: een\nzoekwoorden: on\u{AD}der\n\n## Tips\n1. Tip {#t}\n   zoekwoorden: on\u{AD}der\n\n## Ervaringen\n### V {#v}\nzoekwoorden: on\u{AD}der\n\n> Een\n> — X {#c}\n> zoekwoorden: on\u{AD}der\n",
        &[
            &format!("1-een.md:3:14: {message}"),
            &format!("1-een.md:7:17: {message}"),
            &format!("1-een.md:11:14: {message}"),
            &format!("1-een.md:15:16: {message}"),
        ],
    );
}

#[test]
fn a_control_character_in_a_keyword() {
    check(
        "1-een.md",
        "# A {#a}\nlus: een\n\n## Ervaringen\n### V {#v}\n> Een\n> — X {#c}\n> zoekwoorden: on&#3;der\n",
        &["1-een.md:8:16: error: the control character U+0003 stands after “on”; remove it"],
    );
}

#[test]
fn a_count_left_behind() {
    check(
        "publicatie.md",
        "# P\n\n## Lussen\n- Een {#een}\n- Twee {#twee}\n\n## Model\ntitel: Kennis in vier fasen\n\nIn twee fasen. All 3 phases.\n",
        &[
            "publicatie.md:8:8: warning: the text says “in vier fasen”, and the publication has 2 phases; change one of the two",
            "publicatie.md:10:1: warning: the text says “All 3 phases”, and the publication has 2 phases; change one of the two",
        ],
    );
}
