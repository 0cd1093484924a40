//! Any text is read without panic, and in time that grows with its length only.

use std::time::Duration;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::sample_test::sample;
use super::{cases, small_with};
use crate::manuscript::{
    File, Language, complete_keys, decode, read, render, to_json, to_markdown, write_keys,
};

/// Does everything with files that can be done. No result matters.
fn do_everything(files: &[File]) {
    let reading = read(files);
    for language in [Language::Dutch, Language::English] {
        let _ = render(&reading.problems, files, language);
    }
    let _ = to_json(&reading.problems, files, Language::Dutch);
    if let Some(mut manuscript) = reading.manuscript {
        for file in files {
            let _ = write_keys(file, &manuscript);
        }
        complete_keys(&mut manuscript);
        let files = to_markdown(&manuscript);
        let _ = read(&files);
    }
}

/// A change of a text.
#[derive(Debug, Clone)]
enum Mutation {
    Delete(Index, usize),
    DuplicateLine(Index),
    Insert(Index, String),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let parts = [
        "*",
        "_",
        "`",
        "[",
        "](",
        "<",
        ">",
        "> ",
        "- ",
        "— ",
        "\n",
        "\n\n",
        "\r",
        "\0",
        "#",
        "## ",
        "{#",
        "}",
        "<!--",
        "-->",
        "&#",
        "\\",
        "\u{FEFF}",
        "    ",
        "\t",
        "|",
        "1. ",
        "1\\. ",
        "• ",
        "kort: ",
        "taal: ",
        "]{.x}",
        "“",
        "e\u{301}",
        "<a id=\"x\"></a>",
        "![",
        "[^1]: ",
        "---\n",
        "```\n",
        "domein:",
        "grafiek: ,",
    ];
    let inserted = prop_oneof![
        4 => proptest::sample::select(parts.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop_oneof![
        (any::<Index>(), 1..40_usize).prop_map(|(at, length)| Mutation::Delete(at, length)),
        any::<Index>().prop_map(Mutation::DuplicateLine),
        (any::<Index>(), inserted).prop_map(|(at, text)| Mutation::Insert(at, text)),
    ]
}

fn mutate(text: &mut String, mutation: &Mutation) {
    if text.is_empty() {
        return;
    }
    match mutation {
        Mutation::Delete(at, length) => {
            let start = text.floor_char_boundary(at.index(text.len()));
            let end = text.ceil_char_boundary((start + length).min(text.len()));
            text.replace_range(start..end, "");
        }
        Mutation::DuplicateLine(at) => {
            let lines: Vec<&str> = text.split_inclusive('\n').collect();
            let line = at.index(lines.len());
            let mut all = lines.clone();
            all.insert(line, lines[line]);
            *text = all.concat();
        }
        Mutation::Insert(at, part) => {
            let at = text.floor_char_boundary(at.index(text.len()));
            text.insert_str(at, part);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mutations_of_the_sample_are_read(
        mutations in vec((0..5_usize, mutation()), 1..12),
    ) {
        let mut files = sample();
        for (file, mutation) in &mutations {
            mutate(&mut files[*file].text, mutation);
        }
        do_everything(&files);
    }

    #[test]
    fn any_text_is_read(text: String, parts in vec(mutation(), 0..30)) {
        let mut text = format!("# A\n{text}");
        for part in &parts {
            mutate(&mut text, part);
        }
        do_everything(&small_with("1-een.md", &text));
        do_everything(&small_with("publicatie.md", &text));
    }

    #[test]
    fn any_bytes_are_decoded(bytes: Vec<u8>) {
        let _ = decode("a.md", &bytes);
    }
}

/// The time that this thread has run, which other work on the machine doesn't change; elsewhere than on Linux none.
fn processor_time() -> Duration {
    let statistics = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let time = statistics
        .split(' ')
        .next()
        .and_then(|time| time.parse().ok());
    Duration::from_nanos(time.unwrap_or_default())
}

/// Acts on a text, in a time that is ample for debug builds.
#[track_caller]
fn assert_quick(name: &str, text: &str, act: impl FnOnce(&[File])) {
    let files = small_with("1-een.md", text);
    let start = processor_time();
    act(&files);
    let time = processor_time().saturating_sub(start);
    assert!(time < Duration::from_secs(30), "{name}: {time:?}");
    if std::env::var_os("SHOW_TIMES").is_some() {
        println!("TIME {name} {time:?}");
    }
}

#[test]
fn a_million_lines_are_read_in_linear_time() {
    let head = "# A\nlus: een\n\n## Tips\n";
    assert_quick(
        "tips",
        &format!("{head}{}", "1. a\n".repeat(1_000_000)),
        |files| drop(read(files)),
    );
    assert_quick(
        "lines",
        &format!("# A\nlus: een\n\n{}", "a\n".repeat(1_000_000)),
        |files| drop(read(files)),
    );
}

#[test]
fn patterns_that_are_hard_for_parsers_are_read_in_linear_time() {
    // A thorough run sets more.
    let repeats = std::env::var("REPEATS")
        .ok()
        .and_then(|repeats| repeats.parse().ok());
    let repeats = repeats.unwrap_or(3000);
    for part in [
        "*",
        "_",
        "*a ",
        "*a_ ",
        "[",
        "](",
        "[a](",
        "![",
        "<",
        "<!--",
        "<!-- x",
        "<a ",
        "> ",
        "- ",
        "`",
        "``` ",
        "&",
        "\\",
        "{#",
        "{#a} ",
        "<b>",
        "a\n\n",
        "> a\n\n",
        "> — a\n",
        "### a\n",
        "#a\n\n",
        "• a\n",
        "1\\. a\n",
        "]{.x}",
        "[a\n",
        "[]{#a}",
        "é\u{301}",
        "\0",
        "\r",
        "kort: a\n",
        "grafiek: a\n",
        "| a |\n",
        "[^1]",
        "[^1]: a\n",
        "<!-- -->",
        "\"",
        "a\\\n",
        "<br>",
        "“",
        "’",
    ] {
        let text = part.repeat(repeats);
        let head = "# A\nlus: een\n\n## Ervaringen\n### V\n";
        for text in [
            format!("{head}{text}"),
            format!("{head}> {text}"),
            format!("# A\nlus: een\n{text}"),
            format!("# A\nlus: een\n\n## Tips\n1. {text}"),
        ] {
            assert_quick(part, &text, do_everything);
        }
    }
}

#[test]
fn deep_nesting_is_named() {
    let head = "# A\nlus: een\n\n## Ervaringen\n### V\n";
    for text in [
        "> ".repeat(1000),
        "- ".repeat(1000),
        (0..1000)
            .map(|depth| format!("{}- x\n", "  ".repeat(depth)))
            .collect(),
        (0..1000)
            .map(|depth| format!("{}x\n\n", "> ".repeat(depth % 20)))
            .collect(),
        format!("{}a{}", "*".repeat(1000), "*".repeat(1000)),
        format!("{}a{}", "*a **b ".repeat(500), "** *".repeat(500)),
    ] {
        let files = small_with("1-een.md", &format!("{head}{text}a\n"));
        let problems = read(&files).problems;
        assert!(!problems.is_empty(), "{text}");
        do_everything(&files);
    }
}
