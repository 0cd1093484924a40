//! What is read from a text that was corrected.

use pretty_assertions::assert_eq;
use serde_json::{Value, json};

use super::small_with;
use crate::manuscript::{Manuscript, read};

/// The manuscript with another text of the first phase.
fn manuscript(text: &str) -> Manuscript {
    read(&small_with("1-een.md", text))
        .manuscript
        .expect("a manuscript")
}

/// The answer to a question, in JSON.
fn answer(text: &str) -> Value {
    let text = format!("# A\nlus: een\n\n## Ervaringen\n### V\n{text}");
    let manuscript = manuscript(&text);
    serde_json::to_value(&manuscript.phases[0].questions[0].answer).expect("JSON")
}

fn paragraph(text: &str) -> Value {
    json!([{"paragraph": [{"text": text}]}])
}

fn list(items: &[&str]) -> Value {
    let items: Vec<_> = items
        .iter()
        .map(|text| json!({"text": [{"text": text}]}))
        .collect();
    json!({"list": {"items": items}})
}

#[test]
fn bullets_and_escaped_marks_become_lists() {
    let announced = |items: &[&str]| json!([{"paragraph": [{"text": "De wensen:"}]}, list(items)]);
    for text in [
        "• een\n• twee",
        "·\teen\n·\ttwee",
        "– een\n– twee",
        "\\- een\n\\- twee",
        "-\u{A0}een\n-\u{A0}twee",
    ] {
        assert_eq!(
            answer(&format!("De wensen:\n{text}\n")),
            announced(&["een", "twee"]),
            "{text}"
        );
    }
    let numbered = json!([{"list": {"ordered": true, "items": [{"text": [{"text": "een"}]}]}}]);
    assert_eq!(answer("1\\. een\n"), numbered);
}

#[test]
fn lines_that_only_look_like_lists_stay_prose() {
    assert_eq!(
        answer("De grootte verschilt\n– van groot tot klein –\n"),
        paragraph("De grootte verschilt – van groot tot klein –")
    );
    assert_eq!(answer("2016\\. Een jaar\n"), paragraph("2016. Een jaar"));
    assert_eq!(answer("Een\n#woord\n"), paragraph("Een #woord"));
}

#[test]
fn lines_are_joined_by_spaces() {
    for text in [
        "een\ntwee\ndrie",
        "een\\\ntwee\\\ndrie",
        "een  \ntwee  \ndrie",
        "een\r\ntwee\rdrie",
        "een<br>twee<br/>drie",
    ] {
        assert_eq!(answer(text), paragraph("een twee drie"), "{text}");
    }
}

#[test]
fn attributes_anchors_and_comments_are_left_out() {
    for text in [
        "een [twee]{.underline} drie",
        "een [twee\ndrie]{.mark .x}",
        "[]{#_abc .anchor}een twee drie",
        "een <a id=\"_abc\"></a>twee drie",
        "een <!-- one --> twee drie"
            .replace(" <!--", "<!--")
            .as_str(),
        "<!-- one\n\ntwo -->\neen\n<!-- three -->\ntwee drie",
    ] {
        assert_eq!(answer(text), paragraph("een twee drie"), "{text}");
    }
}

#[test]
fn other_characters_stay() {
    let text = "10\u{A0}jaar 'n \"woord\"... – — -- (c) e.g. 1/2";
    assert_eq!(answer(text), paragraph(text));
}

#[test]
fn accents_are_composed() {
    assert_eq!(answer("cafe\u{301}"), paragraph("café"));
    let manuscript = manuscript("# Ide\u{301}e\nlus: een\n");
    assert_eq!(manuscript.phases[0].name.text, "Idée");
}

#[test]
fn markup_is_typed() {
    assert_eq!(
        answer("*a* __b__ [c *d*](https://e.nl) <f@g.nl> [h](“https://i.nl”)"),
        json!([{"paragraph": [
            {"emphasis": [{"text": "a"}]},
            {"text": " "},
            {"strong": [{"text": "b"}]},
            {"text": " "},
            {"link": {"url": "https://e.nl", "text": [{"text": "c "}, {"emphasis": [{"text": "d"}]}]}},
            {"text": " "},
            {"link": {"url": "mailto:f@g.nl", "text": [{"text": "f@g.nl"}]}},
            {"text": " "},
            {"link": {"url": "https://i.nl", "text": [{"text": "h"}]}},
        ]}])
    );
}

#[test]
fn quotes_lose_their_marks_and_dashes() {
    let manuscript = manuscript(
        "# A\nlus: een\n\n## Ervaringen\n### V\n> “Een,\n>\n> twee”\n> – Wmo {#x}\n> thema: a, b\\, c\n> zoekwoorden: d, , e f\n\n> “Ja” en “nee”\n>\n> - X\n\n> &quot;Drie\"\n",
    );
    let quotes = serde_json::to_value(&manuscript.phases[0].questions[0].quotes).expect("JSON");
    assert_eq!(
        quotes,
        json!([
            {
                "key": "x",
                "paragraphs": [[{"text": "Een,"}], [{"text": "twee"}]],
                "speaker": "Wmo",
                "themes": ["a", "b, c"],
                "keywords": ["d", "e f"],
            },
            {"paragraphs": [[{"text": "“Ja” en “nee”"}]], "speaker": "X"},
            {"paragraphs": [[{"text": "\"Drie\""}]]},
        ])
    );
}

#[test]
fn the_publication_and_its_background_have_keywords() {
    let files = small_with(
        "publicatie.md",
        "# P\nkeywords: a, b\n\n## Lussen\n- Een\n- Twee\n\n## Achtergrond\nzoekwoorden: c\\, d\n",
    );
    let manuscript = read(&files).manuscript.expect("a manuscript");
    let json = serde_json::to_value(&manuscript).expect("JSON");
    assert_eq!(json["keywords"], json!(["a", "b"]));
    assert_eq!(json["background"], json!({"keywords": ["c, d"]}));
}

#[test]
fn json_is_read_in_its_one_form() {
    let manuscript: Manuscript = serde_json::from_value(json!({
        "title": " Ide\u{301}e ",
        "introduction": [{"paragraph": [
            {"text": " a"},
            {"text": "e\u{301}"},
            {"emphasis": [{"text": "b"}, {"emphasis": [{"text": "c"}]}]},
            {"emphasis": [{"text": "d"}]},
            {"strong": []},
            {"text": " "},
        ]}],
    }))
    .expect("a manuscript");
    assert_eq!(
        serde_json::to_value(&manuscript).expect("JSON"),
        json!({
            "title": "Idée",
            "introduction": [{"paragraph": [{"text": "aé"}, {"emphasis": [{"text": "bcd"}]}]}],
        })
    );
}

#[test]
fn unknown_fields_in_json_are_refused() {
    for value in [
        json!({"title": "P", "subtitel": "x"}),
        json!({"title": "P", "loops": [{"name": "x", "place": 1}]}),
        json!({"title": "P", "introduction": [{"paragraph": [{"link": {"url": "x", "text": [], "y": 1}}]}]}),
    ] {
        let result = serde_json::from_value::<Manuscript>(value.clone());
        assert!(result.is_err(), "{value}");
    }
}

#[test]
fn tips_have_explanations_facts_and_keys() {
    let manuscript = manuscript(
        "# A {#a}\nlus: een\nthema: x, y\nzoekwoorden: k\ntaal: en A\n\nInleiding\n\n## Tips\ntitel: De tips\n\n1. Een *tip* {#t}\n   kort: Tip\n   taal: en one\n   taal: de eins\n\n   Uitleg\n   - a\n     1. b\n\n   grafiek: c, d\n2. Twee\n",
    );
    let phase = serde_json::to_value(&manuscript.phases[0]).expect("JSON");
    assert_eq!(
        phase,
        json!({
            "key": "a",
            "name": "A",
            "in_loop": "een",
            "themes": ["x", "y"],
            "keywords": ["k"],
            "foreign": [{"lang": "en", "words": "A"}],
            "introduction": [{"paragraph": [{"text": "Inleiding"}]}],
            "tips_title": "De tips",
            "tips": [
                {
                    "key": "t",
                    "text": "Een tip",
                    "short": "Tip",
                    "foreign": [{"lang": "en", "words": "one"}, {"lang": "de", "words": "eins"}],
                    "explanation": [
                        {"paragraph": [{"text": "Uitleg"}]},
                        {"list": {"items": [{
                            "text": [{"text": "a"}],
                            "list": {"ordered": true, "items": [{"text": [{"text": "b"}]}]},
                        }]}},
                        {"chart": {"columns": ["c", "d"]}},
                    ],
                },
                {"text": "Twee"},
            ],
        })
    );
}
