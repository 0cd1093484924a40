//! The tool as an editor uses it, from the command line.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// The last line about a publication without a contact.
const ADVICE: &str =
    "advice: publication.toml names no contact; with one the site has a security.txt\n";

fn lemniscaat(arguments: &[&str]) -> Output {
    let mut tool = Command::new(env!("CARGO_BIN_EXE_lemniscaat"));
    tool.args(arguments).output().expect("the tool starts")
}

/// What the tool printed, and its exit code.
fn run(arguments: &[&str]) -> (String, Option<i32>) {
    let output = lemniscaat(arguments);
    let text = [output.stdout, output.stderr].concat();
    (String::from_utf8(text).expect("text"), output.status.code())
}

fn new(folder: &Path) -> String {
    let folder = folder.display().to_string();
    let answers = [
        "--title",
        "Ons model",
        "--lang",
        "nl",
        "--loops",
        "Praktijk, Beleid",
        "--phases",
        "Vragen, Leren / Beslissen, Doen",
        "--organisation",
        "Gemeente Voorbeeld",
    ];
    let (text, code) = run(&[&["new", &folder], &answers[..]].concat());
    assert_eq!(code, Some(0), "{text}");
    folder
}

#[test]
fn keys_and_addresses_are_written_once_and_stay() {
    let work = tempfile::tempdir().expect("a folder");
    let folder = new(&work.path().join("model"));
    let phase = work.path().join("model/nl/1-vragen.md");
    let (text, code) = run(&["check", &folder, "--write"]);
    assert_eq!(code, Some(0), "{text}");
    let written = fs::read_to_string(&phase).expect("the phase");
    assert!(written.contains("# Vragen {#vragen}\n"), "{written}");
    assert!(
        written.contains("1. Schrijf hier de eerste tip. {#schrijf-hier-de-eerste-tip}\n"),
        "{written}"
    );
    let addresses =
        || fs::read_to_string(work.path().join("model/permalinks.tsv")).expect("addresses");
    let before = addresses();
    assert!(
        before.contains(
            "nl\tvragen/schrijf-hier-de-eerste-tip\tvragen/schrijf-hier-de-eerste-tip\t\n"
        ),
        "{before}"
    );
    // A better text has the same address.
    fs::write(
        &phase,
        written.replace("Schrijf hier de eerste tip.", "Vraag door."),
    )
    .expect("a save");
    let (text, code) = run(&["check", &folder, "--write"]);
    assert_eq!(
        (text.as_str(), code),
        (
            &*format!("no errors: 1 language(s), 11 pages\n{ADVICE}"),
            Some(0)
        )
    );
    assert_eq!(addresses(), before);
}

#[test]
fn problems_are_named_with_their_line_in_both_languages_and_as_json() {
    let work = tempfile::tempdir().expect("a folder");
    let folder = new(&work.path().join("model"));
    let phase = work.path().join("model/nl/2-leren.md");
    let text = fs::read_to_string(&phase).expect("the phase");
    fs::write(&phase, text.replace("lus: praktijk", "lus: praktik")).expect("a save");
    let (english, code) = run(&["check", &folder]);
    assert_eq!(code, Some(1));
    assert!(
        english.contains("nl/2-leren.md:2:6") && english.contains("lus: praktik"),
        "{english}"
    );
    let (dutch, _) = run(&["check", &folder, "--messages", "nl"]);
    assert!(
        dutch.contains("nl/2-leren.md:2:6") && dutch.starts_with("fout"),
        "{dutch}"
    );
    fs::write(&phase, &text).expect("a save");
    let (dutch, _) = run(&["check", &folder, "--messages", "nl"]);
    assert_eq!(
        dutch,
        "geen fouten: 1 taal/talen, 11 pagina’s\n\
        advies: publication.toml noemt geen contact; daarmee krijgt de site een security.txt\n"
    );
    fs::write(&phase, text.replace("lus: praktijk", "lus: praktik")).expect("a save");
    let output = lemniscaat(&["check", &folder, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(json[0]["file"], "nl/2-leren.md");
    assert_eq!(
        (&json[0]["line"], &json[0]["column"]),
        (&2.into(), &6.into())
    );
}

#[test]
fn a_text_is_the_same_after_it_was_exported_and_imported() {
    let work = tempfile::tempdir().expect("a folder");
    let folder = new(&work.path().join("model"));
    let export = |folder: &str| lemniscaat(&["export", folder]).stdout;
    let json = work.path().join("nl.json");
    fs::write(&json, export(&folder)).expect("a file");
    let copy = work.path().join("copy");
    fs::create_dir(&copy).expect("a folder");
    let (text, code) = run(&[
        "import",
        &json.display().to_string(),
        &copy.join("nl").display().to_string(),
    ]);
    assert_eq!(code, Some(0), "{text}");
    assert_eq!(export(&copy.display().to_string()), export(&folder));
}

#[test]
fn exit_codes_tell_what_went_wrong() {
    let work = tempfile::tempdir().expect("a folder");
    let missing = work.path().join("missing").display().to_string();
    for command in ["check", "preview", "export"] {
        let (text, code) = run(&[command, &missing]);
        assert_eq!(code, Some(3), "{text}");
        assert!(text.contains("missing"), "{text}");
    }
    assert_eq!(run(&["chek"]).1, Some(2));
    let folder = new(&work.path().join("model"));
    let (text, code) = run(&[
        "new",
        &folder,
        "--title",
        "x",
        "--lang",
        "nl",
        "--loops",
        "a,b",
        "--phases",
        "c/d",
        "--organisation",
        "",
    ]);
    assert_eq!(code, Some(3), "{text}");
    assert!(text.contains("exists; choose a new folder"), "{text}");
}

#[test]
fn a_watched_publication_is_checked_again_after_each_save() {
    let work = tempfile::tempdir().expect("a folder");
    let folder = new(&work.path().join("model"));
    let mut tool = Command::new(env!("CARGO_BIN_EXE_lemniscaat"))
        .args(["check", &folder, "--watch"])
        .stderr(Stdio::piped())
        .spawn()
        .expect("the tool starts");
    let output = tool.stderr.take().expect("its output");
    let mut lines = BufReader::new(output).lines().map_while(Result::ok);
    let mut waits_for = |part: &str| lines.any(|line| line.contains(part));
    assert!(waits_for("no errors"));
    let phase = work.path().join("model/nl/2-leren.md");
    let text = fs::read_to_string(&phase).expect("the phase");
    fs::write(&phase, text.replace("lus: praktijk", "lus: praktik")).expect("a save");
    assert!(waits_for("did you mean “praktijk”?"));
    fs::write(&phase, text).expect("a save");
    assert!(waits_for("no errors"));
    tool.kill().expect("the tool stops");
    tool.wait().expect("the tool has stopped");
}

#[test]
fn corrections_are_listed_on_request() {
    let work = tempfile::tempdir().expect("a folder");
    let folder = new(&work.path().join("model"));
    let phase = work.path().join("model/nl/2-leren.md");
    let text = fs::read_to_string(&phase).expect("the phase");
    fs::write(&phase, text.replace("## Tips", "##Tips")).expect("a save");
    assert_eq!(
        run(&["check", &folder]).0,
        &*format!("no errors: 1 language(s), 11 pages\n{ADVICE}")
    );
    let (text, code) = run(&["check", &folder, "--verbose"]);
    assert_eq!(code, Some(0));
    assert!(
        text.starts_with("nl/2-leren.md:4: heading without a space after # read as a heading\n"),
        "{text}"
    );
}

#[test]
fn a_translation_is_begun_and_later_compared_with_its_source() {
    let work = tempfile::tempdir().expect("a folder");
    let folder = new(&work.path().join("model"));
    let path = |name: &str| work.path().join("model").join(name);
    let (text, code) = run(&["translate", &folder, "fr"]);
    assert_eq!(code, Some(0), "{text}");
    assert!(
        text.contains("wrote ")
            && text.contains("next: translate the text in ")
            && text.ends_with("then add \"fr\" to languages in publication.toml\n"),
        "{text}"
    );
    // The folder is named as unpublished, and is a translation without problems once it is named.
    let (text, code) = run(&["check", &folder]);
    assert_eq!(code, Some(0), "{text}");
    assert!(
        text.contains("the folder fr isn't among the languages"),
        "{text}"
    );
    let settings = fs::read_to_string(path("publication.toml")).expect("settings");
    let settings = settings.replace("languages = [\"nl\"]", "languages = [\"nl\", \"fr\"]");
    fs::write(path("publication.toml"), settings).expect("a save");
    let (text, code) = run(&["check", &folder]);
    assert_eq!(
        (text.as_str(), code),
        (
            &*format!("no errors: 2 language(s), 22 pages\n{ADVICE}"),
            Some(0)
        )
    );
    let key = "vragen/schrijf-hier-de-eerste-tip";
    let (text, code) = run(&["translate", &folder, "fr"]);
    assert_eq!(code, Some(1), "{text}");
    assert!(
        text.contains(&format!("“{key}” is not translated yet"))
            && text.contains("fr/1-vragen.md:7:4"),
        "{text}"
    );
    let (text, code) = run(&["translate", &folder, "fr", "--messages", "nl"]);
    assert_eq!(code, Some(1), "{text}");
    assert!(
        text.contains(&format!("“{key}” is nog niet vertaald")) && text.contains("om na te kijken"),
        "{text}"
    );
    let keys = [
        "Overview",
        "Model",
        key,
        "leren/schrijf-hier-de-eerste-tip",
        "beslissen/schrijf-hier-de-eerste-tip",
        "doen/schrijf-hier-de-eerste-tip",
    ];
    let arguments = [&["translate", &folder, "fr", "--accept"], &keys[..]].concat();
    let (text, code) = run(&arguments);
    assert_eq!(code, Some(0), "{text}");
    assert!(
        text.contains("everything is translated into “fr”"),
        "{text}"
    );
    let phase = fs::read_to_string(path("nl/1-vragen.md")).expect("the phase");
    fs::write(
        path("nl/1-vragen.md"),
        phase.replace("de eerste tip.", "uw eerste tip.") + "2. Nog een tip. {#nog}\n",
    )
    .expect("a save");
    let output = lemniscaat(&["translate", &folder, "fr"]);
    assert_eq!(output.status.code(), Some(1));
    let messages = String::from_utf8(output.stderr).expect("text");
    assert!(
        messages.contains("has changed since it was translated")
            && messages.contains("nl/1-vragen.md:6"),
        "{messages}"
    );
    let markdown = String::from_utf8(output.stdout).expect("text");
    assert!(
        markdown.contains("<!-- nl: Nog een tip. -->\n2. Nog een tip. {#nog}\n"),
        "{markdown}"
    );
    let (text, code) = run(&["translate", &folder, "ar"]);
    assert_eq!(code, Some(1));
    assert!(text.contains("from right to left"), "{text}");
}

#[test]
fn a_publication_with_a_contact_tells_when_to_publish_it_again() {
    let work = tempfile::tempdir().expect("a folder");
    let folder = new(&work.path().join("model"));
    let settings = work.path().join("model/publication.toml");
    let text = fs::read_to_string(&settings).expect("settings");
    let contact = text.replace("# contact", "contact");
    fs::write(&settings, &contact).expect("a save");
    let check = |build_time: &str| {
        let mut tool = Command::new(env!("CARGO_BIN_EXE_lemniscaat"));
        tool.args(["check", &folder])
            .env("SOURCE_DATE_EPOCH", build_time);
        let output = tool.output().expect("the tool starts");
        String::from_utf8(output.stderr).expect("text")
    };
    assert_eq!(
        check("1764288000"),
        "no errors: 1 language(s), 11 pages\n\
        security.txt: a site that is published today must be published again before 2026-11-23\n"
    );
    assert!(check("soon").contains("invalid SOURCE_DATE_EPOCH \"soon\""));
    // A site in a folder has no such file.
    let in_folder = contact.replace(
        "# base_url = \"https://example.org/",
        "base_url = \"https://example.org/map/",
    );
    fs::write(&settings, in_folder).expect("a save");
    assert_eq!(check("1764288000"), "no errors: 1 language(s), 11 pages\n");
}
