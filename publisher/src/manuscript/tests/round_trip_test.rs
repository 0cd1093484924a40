//! Export: JSON → Markdown → JSON and Markdown → JSON → Markdown are identities.

use proptest::prelude::*;
use serde_json::Value;

use super::arbitrary::{known, manuscript, prose};
use super::cases;
use crate::manuscript::{
    Block, Language, Manuscript, Phase, Severity, Tip, read, render, to_markdown_in, validate,
};

/// Whether a manuscript has no errors.
fn is_valid(manuscript: &Manuscript) -> bool {
    let problems = validate(manuscript);
    problems
        .iter()
        .all(|problem| problem.severity == Severity::Warning)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_manuscript_is_the_same_after_json_and_markdown(manuscript in manuscript(), is_dutch: bool) {
        prop_assume!(is_valid(&manuscript));
        let json = serde_json::to_value(&manuscript).expect("JSON");
        let from_json: Manuscript = serde_json::from_value(json.clone()).expect("a manuscript");
        prop_assert_eq!(&from_json, &manuscript);
        let language = if is_dutch { Language::Dutch } else { Language::English };
        let files = to_markdown_in(&from_json, language);
        let reading = read(&files);
        let errors: Vec<_> = reading
            .problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
            .cloned()
            .collect();
        prop_assert_eq!(render(&errors, &files, Language::English), "");
        let read = reading.manuscript.expect("a manuscript");
        prop_assert_eq!(read.phases.len(), 2);
        let same = serde_json::to_value(&read).expect("JSON");
        prop_assert_eq!(differences(&same, &json), Vec::<String>::new());
        prop_assert!(read == manuscript);
        prop_assert_eq!(reading.corrections, vec![]);
        prop_assert_eq!(to_markdown_in(&read, language), files);
    }

    #[test]
    fn prose_is_the_same_after_markdown(prose in prose()) {
        let mut manuscript = small();
        manuscript.introduction = vec![Block::Paragraph(prose.clone())];
        manuscript.phases[0].tips[0].explanation = vec![Block::Paragraph(prose.clone())];
        prop_assume!(is_valid(&manuscript));
        let files = to_markdown_in(&manuscript, Language::Dutch);
        let reading = read(&files);
        prop_assert_eq!(reading.manuscript.expect("a manuscript"), manuscript, "{}", files[0].text);
    }
}

/// The values that differ, with their paths.
fn differences(left: &Value, right: &Value) -> Vec<String> {
    match (left, right) {
        (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) => a
            .iter()
            .flat_map(|(key, value)| differences(value, &b[key]))
            .collect(),
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => a
            .iter()
            .zip(b)
            .flat_map(|(left, right)| differences(left, right))
            .collect(),
        (left, right) if left == right => vec![],
        (left, right) => vec![format!("{left} should be {right}")],
    }
}

/// A small valid manuscript.
fn small() -> Manuscript {
    let phase = |in_loop: &str| Phase {
        name: in_loop.into(),
        in_loop: in_loop.into(),
        tips: vec![Tip {
            text: "tip".into(),
            ..Tip::default()
        }],
        ..Phase::default()
    };
    Manuscript {
        title: "titel".into(),
        loops: vec![known("een"), known("twee")],
        phases: vec![phase("een"), phase("twee")],
        ..Manuscript::default()
    }
}
