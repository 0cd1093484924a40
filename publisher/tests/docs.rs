//! The commands and examples of `docs/publications.md` do what the page says.

use std::fs;
use std::path::Path;
use std::process::Command;

const PAGE: &str = include_str!("../../docs/publications.md");
const DOCUMENT: &[u8] = include_bytes!("../src/docx/fixtures/sample-libreoffice.docx");
const STUDY: &[u8] = include_bytes!("../../publications/kennislemniscaat/study.csv");
/// Commands that need the built widget: tests of the site run them.
const WITH_WIDGET: [&str; 2] = ["preview", "publish"];

/// The examples of the page, without their indentation.
fn examples() -> Vec<String> {
    let mut examples = Vec::new();
    let mut example = String::new();
    for line in PAGE.lines().chain(["end"]) {
        match line.strip_prefix("    ") {
            Some(line) => example += &format!("{line}\n"),
            None if line.is_empty() && !example.is_empty() => example.push('\n'),
            None if !example.is_empty() => {
                examples.push(format!("{}\n", example.trim_end()));
                example.clear();
            }
            None => {}
        }
    }
    examples
}

/// The example that begins with a text.
fn example(start: &str) -> String {
    let example = examples()
        .into_iter()
        .find(|example| example.starts_with(start));
    example.unwrap_or_else(|| panic!("no example begins with {start}"))
}

/// The commands with arguments, in the order of the page.
fn commands() -> Vec<Vec<String>> {
    let page = PAGE.replace("\\\n", " ");
    let of_lines = page
        .lines()
        .filter_map(|line| Some((line, line.strip_prefix("    lemniscaat ")?)));
    let in_text = page.lines().flat_map(|line| {
        let parts = line.split('`').skip(1).step_by(2);
        parts.filter_map(move |part| Some((line, part.strip_prefix("lemniscaat ")?)))
    });
    let mut commands: Vec<_> = of_lines.chain(in_text).collect();
    commands.sort_by_key(|(line, _)| line.as_ptr());
    commands
        .into_iter()
        .map(|(_, command)| words(command))
        .collect()
}

/// The words of a command; quotation marks keep spaces together.
fn words(command: &str) -> Vec<String> {
    let parts = command.split('"').enumerate();
    let words = parts.flat_map(|(index, part)| match index % 2 {
        1 => vec![part],
        _ => part.split_whitespace().collect(),
    });
    words.map(str::to_owned).collect()
}

/// Runs the tool in a folder: what it printed, and its exit code.
fn run(folder: &Path, arguments: &[String]) -> (String, String, Option<i32>) {
    let mut tool = Command::new(env!("CARGO_BIN_EXE_lemniscaat"));
    let output = tool
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the tool starts");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (
        text(output.stdout),
        text(output.stderr),
        output.status.code(),
    )
}

/// A folder with the publication that the first command makes.
fn publication() -> tempfile::TempDir {
    let work = tempfile::tempdir().expect("a folder");
    let commands = commands();
    let new = commands.iter().find(|command| command[0] == "new");
    let (_, problems, code) = run(work.path(), new.expect("the command new"));
    assert_eq!((problems.as_str(), code), ("", Some(0)));
    work
}

#[test]
fn every_command_does_its_work() {
    let work = publication();
    let file = |name: &str| work.path().join(name);
    let mut run_names = Vec::new();
    for command in commands() {
        let name = command[0].as_str();
        run_names.push(name.to_owned());
        if name == "new" || WITH_WIDGET.contains(&name) {
            continue;
        }
        if command.iter().any(|word| word == "text.docx") {
            fs::write(file("text.docx"), DOCUMENT).expect("a document");
            // The document has charts.
            fs::write(file("our-model/study.csv"), STUDY).expect("a study");
            fs::remove_dir_all(file("our-model/en")).expect("an older text");
        }
        let (output, problems, code) = run(work.path(), &command);
        assert_eq!(code, Some(0), "{command:?}: {output}{problems}");
        if name == "export" {
            fs::write(file("text.json"), output).expect("a text");
        }
    }
    for name in ["new", "check", "translate", "export", "import", "schema"] {
        assert!(run_names.iter().any(|run| run == name), "{name}");
    }
}

#[test]
fn the_phase_has_no_problem_and_its_slip_has_the_message_of_the_page() {
    let work = publication();
    let file = work.path().join("our-model/en/1-asking.md");
    let phase = example("# Asking the questions");
    fs::write(&file, &phase).expect("a save");
    let check = words("check our-model");
    let (_, problems, code) = run(work.path(), &check);
    assert_eq!(code, Some(0), "{problems}");
    check_summary(&problems);
    fs::write(&file, phase.replace("loop: practice", "loop: practise")).expect("a save");
    let (_, problems, code) = run(work.path(), &check);
    assert_eq!(code, Some(1));
    assert_eq!(problems.trim_end(), example("error: the loop").trim_end());
}

#[test]
fn settings_are_accepted() {
    let work = publication();
    let file = work.path().join("our-model/publication.toml");
    let settings = fs::read_to_string(&file).expect("settings");
    let examples = [
        example("licence = "),
        example("colors = "),
        "element = \"our-model\"\n".into(),
    ];
    assert!(PAGE.contains(examples[2].trim()));
    fs::write(&file, settings + &examples.concat()).expect("a save");
    let (_, problems, code) = run(work.path(), &words("check our-model"));
    assert_eq!(code, Some(0), "{problems}");
    check_summary(&problems);
}

/// Checks that `check` told only what it tells about every publication without a problem: a summary, and the state of
/// security.txt.
fn check_summary(told: &str) {
    let lines: Vec<_> = told.lines().collect();
    let [summary, security_txt] = lines[..] else {
        panic!("expected two lines, got {told}");
    };
    assert!(summary.starts_with("no errors"), "{told}");
    assert!(security_txt.contains("security.txt"), "{told}");
}
