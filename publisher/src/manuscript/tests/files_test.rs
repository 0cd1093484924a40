//! Files, and rules that need several of them.

use pretty_assertions::assert_eq;

use super::{files, messages, small_with};
use crate::manuscript::{File, read};

/// A publication with a phase in each of some loops.
fn with_loops(loops: &[&str]) -> Vec<File> {
    let mut all = files(&super::SMALL[..1]);
    for (index, name) in loops.iter().enumerate() {
        all.push(File {
            name: format!("{}-fase.md", index + 1),
            text: format!(
                "# Fase {index} {{#fase-{index}}}\nlus: {name}\n\n## Tips\n1. Tip {{#t}}\n"
            ),
        });
    }
    all
}

#[track_caller]
fn check(files: &[File], expected: &[&str]) {
    assert_eq!(messages(files, &read(files)), expected);
}

#[test]
fn a_publication_without_its_file() {
    check(
        &files(&super::SMALL[1..]),
        &[
            "publicatie.md:null:null: error: there is no publication.md; a publication has one file publication.md (or publicatie.md), with its title after #",
        ],
    );
}

#[test]
fn a_publication_with_two_files() {
    let mut all = files(&super::SMALL);
    all.push(File {
        name: "publication.md".into(),
        text: "# P\n".into(),
    });
    check(
        &all,
        &[
            "publication.md:null:null: error: there is a publicatie.md as well; a publication has one such file; remove one of the two",
        ],
    );
}

#[test]
fn other_files() {
    let mut all = files(&super::SMALL);
    for name in ["._1-een.md", "study.csv", "notities.md"] {
        all.push(File {
            name: name.into(),
            text: "\0".into(),
        });
    }
    check(
        &all,
        &[
            "notities.md:null:null: error: the file is neither publication.md nor a phase; the name of a phase's file begins with its number, as in 1-analyse.md",
        ],
    );
}

#[test]
fn phases_stand_in_the_order_of_their_numbers() {
    let mut all = with_loops(&["een"; 8]);
    all.extend(with_loops(&["twee"]).into_iter().skip(1).map(|file| File {
        name: "10-tien.md".into(),
        text: file.text.replace("Fase 0 {#fase-0}", "Tien {#tien}"),
    }));
    all.sort_by(|one, other| one.name.cmp(&other.name));
    let reading = read(&all);
    assert_eq!(reading.problems, []);
    let phases = reading.manuscript.expect("a manuscript").phases;
    let last = phases.last().expect("a phase");
    assert_eq!(last.name.text, "Tien");
}

#[test]
fn a_single_phase() {
    check(
        &with_loops(&["een"]),
        &[
            "publicatie.md:1:3: error: the publication has 1 phase; the figure holds two to twelve",
            "publicatie.md:5:3: error: the loop “Twee” has no phases; each of the two loops has one to eight",
        ],
    );
}

#[test]
fn too_many_phases() {
    let loops = [&["een"; 9][..], &["twee"; 4]].concat();
    check(
        &with_loops(&loops),
        &[
            "publicatie.md:4:3: error: the loop “Een” has 9 phases; a loop holds at most eight",
            "13-fase.md:1:3: error: the publication has 13 phases; the figure holds two to twelve",
        ],
    );
}

#[test]
fn loops_that_do_not_lie_together() {
    check(
        &with_loops(&["een", "twee", "een", "twee"]),
        &[
            "3-fase.md:2:6: error: the loop changes 4 times along the cycle; it must change twice: all phases of one loop lie together, then all of the other",
        ],
    );
    check(&with_loops(&["een", "twee", "twee", "een"]), &[]);
}

#[test]
fn phases_and_background_share_their_keys_with_fixed_words() {
    let mut all = files(&super::SMALL);
    all[0].text.push_str("\n## Achtergrond {#a}\nTekst\n");
    all[2].text = all[2].text.replace("{#b}", "{#print}");
    check(
        &all,
        &[
            "1-een.md:1:5: error: the key “a” stands here a second time; keys are unique below one parent; change one that was never published, or remove it and let the tool make one",
            "2-twee.md:1:5: error: the key “print” is a fixed part of an address; use another one",
        ],
    );
}

#[test]
fn names_near_known_ones() {
    let mut all = files(&super::SMALL);
    all[0]
        .text
        .push_str("\n## Thema’s\n- Wonen {#wonen}\n- Zorg\n\n## Domeinen\n- Wmo {#wmo}\n");
    all[1].text.push_str(
        "   thema: zorg, women\n\n## Ervaringen\n### V\n> Citaat\n> — X\n> domein: wmoo\n",
    );
    check(
        &all,
        &[
            "1-een.md:6:17: error: the theme “women” is unknown (did you mean “wonen”?); known themes: wonen, Zorg",
            "1-een.md:12:11: error: the domain “wmoo” is unknown (did you mean “wmo”?); known domains: wmo",
        ],
    );
}

#[test]
fn too_many_pieces() {
    let tips: String = (0..20_001).map(|tip| format!("1. Tip {tip}\n")).collect();
    let text = format!("# A\nlus: een\n\n## Tips\n{tips}");
    check(
        &small_with("1-een.md", &text),
        &[
            "publicatie.md:1:3: error: the publication has 20006 pieces; it may have at most 20,000 phases, tips, questions and quotes",
        ],
    );
}

#[test]
fn everything_is_named_at_once_and_in_order() {
    let mut all = files(&super::SMALL);
    all[0].text = "# P\n\n## Lusen\n- Een\n\n## Bron\njaar: x\n".into();
    all[1].text = "# A\nlus: een\nkrot: x\n\n## Tips\n1. Een <b>twee</b>\n".into();
    let reading = read(&all);
    let codes = reading.problems.iter().map(|problem| problem.kind.code());
    assert_eq!(
        codes.collect::<Vec<_>>(),
        [
            "loop-count",
            "unknown-section",
            "bad-year",
            "unknown-fact",
            "unsupported"
        ]
    );
    assert_eq!(reading.valid(), None);
}

#[test]
fn the_domain_of_a_quote_is_the_longest_name_at_the_end_of_its_speaker() {
    let mut all = files(&super::SMALL);
    all[0].text.push_str("\n## Domeinen\n- Domein {#domein}\n- Het hele sociaal domein {#sociaal}\n  kort: sociaal domein\n- Wmo {#wmo}\n");
    let speakers = [
        "Adviseur Sociaal Domein",
        "Adviseur wmo.",
        "Adviseur xwmo",
        "Wmo-raad",
        "Het domein",
    ];
    let quotes: String = speakers
        .iter()
        .map(|speaker| format!("> Ja\n> — {speaker}\n\n"))
        .collect();
    all[1].text.push_str(&format!(
        "\n## Ervaringen\n### V\n{quotes}> Ja\n> — Adviseur wmo\n> domein: sociaal\n"
    ));
    let manuscript = read(&all).manuscript.expect("a manuscript");
    let quotes = &manuscript.phases[0].questions[0].quotes;
    let keys = quotes.iter().map(|quote| {
        manuscript
            .domain_of(quote)
            .and_then(|named| named.key.as_deref())
    });
    assert_eq!(
        keys.collect::<Vec<_>>(),
        [
            Some("sociaal"),
            Some("wmo"),
            None,
            None,
            Some("domein"),
            Some("sociaal")
        ]
    );
}
