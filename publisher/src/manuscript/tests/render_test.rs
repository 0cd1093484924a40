//! Messages for people and for programs.

use pretty_assertions::assert_eq;

use super::small_with;
use crate::manuscript::{Kind, Language, Problem, read, render, schema, to_json};

const TEXT: &str = "# A\r\nlus: een\r\nkrot: één\r\n\r\n## Tips\r\n1. Tip\r\n";

#[test]
fn a_problem_is_rendered_with_its_line() {
    let files = small_with("1-een.md", TEXT);
    let problems = read(&files).problems;
    assert_eq!(
        render(&problems, &files, Language::Dutch),
        "fout: het gegeven “krot” is onbekend (bedoeld is misschien “kort”)
 --> 1-een.md:3:1
  |
3 | krot: één
  | ^^^^^ hier verwacht: kort, lus, thema, zoekwoorden, taal

"
    );
}

#[test]
fn a_problem_of_a_file_is_rendered_without_a_line() {
    let problem = Problem::of_file(Kind::NotText, "1-een.md");
    assert_eq!(
        render(&[problem], &[], Language::English),
        "error: the file isn't text
--> 1-een.md
 = expected: save it as plain text with the ending .md

"
    );
}

#[test]
fn a_problem_in_json_counts_lines_and_characters_from_one() {
    let text = "# A\nlus: een\n\nÉén één <b>twee\n\n## Tips\n1. Tip\n";
    let files = small_with("1-een.md", text);
    let problems = read(&files).problems;
    assert_eq!(
        to_json(&problems, &files, Language::Dutch),
        serde_json::json!([{
            "file": "1-een.md",
            "line": 4,
            "column": 9,
            "severity": "error",
            "message": "de HTML <b>; schrijf het zonder tags: *nadruk*, **sterk**, [woorden](https://…)",
            "code": "unsupported",
        }])
    );
}

#[test]
fn a_long_line_is_shortened_around_the_place() {
    let text = format!(
        "# A\nlus: een\n\n{} <b>twee\n\n## Tips\n1. Tip\n",
        "woord ".repeat(200)
    );
    let files = small_with("1-een.md", &text);
    let problems = read(&files).problems;
    let rendered = render(&problems, &files, Language::Dutch);
    assert!(
        rendered.lines().all(|line| line.chars().count() < 300),
        "{rendered}"
    );
    assert!(rendered.contains("<b>twee"), "{rendered}");
    let text = format!(
        "# A\nlus: een\n\n{} <b>twee\n\n## Tips\n1. Tip\n",
        "woord ".repeat(20_000)
    );
    let files = small_with("1-een.md", &text);
    let rendered = render(&read(&files).problems, &files, Language::Dutch);
    assert!(rendered.contains("1-een.md:4:120002"), "{rendered}");
    assert!(rendered.len() < 2000, "{rendered}");
}

#[test]
fn the_schema_names_the_parts_of_a_manuscript() {
    let schema = schema();
    assert_eq!(schema["title"], "Manuscript");
    assert_eq!(schema["properties"]["title"]["type"], "string");
    assert_eq!(schema["additionalProperties"], false);
    assert_eq!(
        schema["$defs"]["Tip"]["required"],
        serde_json::json!(["text"])
    );
    let text = schema.to_string();
    assert!(!text.contains("place"), "{text}");
}
