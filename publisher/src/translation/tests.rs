//! Translations from the first run on.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use pretty_assertions::assert_eq;
use tempfile::TempDir;
use walkdir::WalkDir;

use super::{Accepted, FILE, Record};
use crate::commands::notes::Note;
use crate::commands::translate::{Request, Translated, translate};
use crate::edition::Edition;
use crate::fixture;
use crate::labels::{self, Words};
use crate::manuscript::{Language, pieces};
use crate::publication::Publication;
use crate::report::Report;

/// A copy of a publication of this repository.
fn copy(name: &str) -> (TempDir, PathBuf) {
    let work = tempfile::tempdir().expect("a folder");
    let folder = work.path().join(name);
    let original = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../publications")
        .join(name);
    for entry in WalkDir::new(&original) {
        let entry = entry.expect("an entry");
        let below = entry.path().strip_prefix(&original).expect("a path below");
        let target = folder.join(below);
        match entry.file_type().is_dir() {
            true => fs::create_dir_all(target).expect("a folder"),
            false => drop(fs::copy(entry.path(), target).expect("a copy")),
        }
    }
    (work, folder)
}

/// A new publication in Dutch.
fn publication() -> (TempDir, PathBuf) {
    fixture::new_publication("Vragen, Leren / Beslissen, Doen")
}

/// A translation whose pieces are all translated and recorded.
fn translated() -> (TempDir, PathBuf) {
    let (work, folder) = publication();
    run(&folder, "de");
    for entry in fs::read_dir(folder.join("de")).expect("a folder") {
        let path = entry.expect("a file").path();
        let text = fs::read_to_string(&path).expect("text");
        let is_comment = |line: &str| line.starts_with("<!-- nl:") && line.ends_with("-->");
        let text: Vec<_> = text
            .lines()
            .map(|line| match is_comment(line) {
                true => line.to_owned(),
                false => line
                    .replace("Schrijf hier de eerste tip", "Schreibe hier den ersten Rat")
                    .replace("Schrijf hier", "Schreibe hier")
                    .replace("Welke vraag beantwoordt", "Welche Frage beantwortet")
                    .replace("Wat laat de figuur zien", "Was zeigt die Figur"),
            })
            .collect();
        fs::write(path, text.join("\n") + "\n").expect("a save");
    }
    edit(
        &folder,
        "de/publication.md",
        "\n# Ons model",
        "\n# Unser Modell",
    );
    assert_eq!(names(&run(&folder, "de")), Vec::<String>::new());
    (work, folder)
}

fn request(lang: &str) -> Request {
    Request {
        lang: lang.into(),
        ..Request::default()
    }
}

fn run(folder: &Path, lang: &str) -> Translated {
    translate(folder, &request(lang)).expect("a translation")
}

fn accept(folder: &Path, accepted: Accepted) -> Translated {
    let request = Request {
        accepted,
        ..request("de")
    };
    translate(folder, &request).expect("a translation")
}

/// The problems, each with its file and line.
fn names(translated: &Translated) -> Vec<String> {
    let Report { problems, files } = &translated.report;
    let names = problems.iter().map(|problem| {
        let file = files.iter().find(|file| file.name == problem.file);
        let start = problem.range.as_ref().expect("a place").start;
        let line = file.expect("a file").text[..start].matches('\n').count() + 1;
        let message = problem.kind.message(Language::English);
        let (wrong, _) = message.split_once(';').expect("two parts");
        format!("{}:{line}: {wrong}", problem.file)
    });
    names.collect()
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("text")
}

fn edit(folder: &Path, name: &str, old: &str, new: &str) {
    let text = read(folder, name);
    assert!(text.contains(old), "{name}: {text}");
    fs::write(folder.join(name), text.replace(old, new)).expect("a save");
}

/// The texts of all files of a folder.
fn snapshot(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    let files = entries.map(|entry| entry.expect("an entry").into_path());
    let files = files.filter(|path| path.is_file());
    files
        .map(|path| (path.clone(), fs::read(path).expect("a file")))
        .collect()
}

#[test]
fn a_new_translation_is_its_source_and_a_publication_without_problems() {
    for (name, lang, has_labels) in [
        ("kennislemniscaat", "fr", true),
        ("kennislemniscaat", "nl-BE", true),
        ("kennis-naar-actie", "de", true),
        ("kennis-naar-actie", "en-GB", false),
    ] {
        let (_work, folder) = copy(name);
        let before = Publication::read(&folder).expect("a publication");
        run(&folder, lang);
        assert_eq!(folder.join(lang).join(labels::FILE).exists(), has_labels);
        let languages = format!("languages = [\"nl\", \"en\", \"{lang}\"]");
        edit(
            &folder,
            "publication.toml",
            "languages = [\"nl\", \"en\"]",
            &languages,
        );
        let mut publication = Publication::read(&folder).expect("no errors");
        let [original, .., translation] = &*publication.texts else {
            panic!("three languages");
        };
        assert_eq!(translation.manuscript, original.manuscript, "{lang}");
        assert_eq!(translation.corrections, []);
        if lang == "fr" {
            assert_eq!(translation.words.labels, original.words.labels);
        }
        assert_eq!(translation.words.charts, original.words.charts);
        let warnings = |publication: &Publication| publication.warnings.problems.len();
        assert_eq!(warnings(&publication), warnings(&before));
        publication.editions().expect("editions");
    }
}

#[test]
fn the_first_run_writes_everything_once_and_names_the_next_step() {
    let (_work, folder) = publication();
    let translated = run(&folder, "fr");
    assert_eq!(names(&translated), Vec::<String>::new());
    let Some(Note::Next {
        is_named: false, ..
    }) = translated.notes.last()
    else {
        panic!("{:?}", translated.notes);
    };
    // The keys that the source lacks are written, because the translation has the same ones.
    assert!(read(&folder, "nl/1-vragen.md").contains("# Vragen {#vragen}\n"));
    assert_eq!(
        read(&folder, "fr/1-vragen.md"),
        "<!-- nl: # Vragen -->\n# Vragen {#vragen}\nloop: praktijk\n\n## Tips\n<!-- nl: Schrijf hier de eerste tip. -->\n1. Schrijf hier de eerste tip. {#schrijf-hier-de-eerste-tip}\n"
    );
    let labels = read(&folder, "fr/labels.toml");
    assert!(
        labels.contains("# nl: Naar de tips\nto_tips = \"Naar de tips\"\n"),
        "{labels}"
    );
    let lines = read(&folder, FILE);
    assert!(
        lines.starts_with("language\tkey\tsource\ttext\nfr\tOverview\t"),
        "{lines}"
    );
    assert!(lines.lines().any(|line| {
        line.starts_with("fr\tvragen/schrijf-hier-de-eerste-tip\t") && line.ends_with('\t')
    }));
    let before = snapshot(&folder);
    let names = names(&run(&folder, "fr"));
    assert!(
        names.contains(
            &"fr/1-vragen.md:7: “vragen/schrijf-hier-de-eerste-tip” is not translated yet"
                .to_owned()
        ),
        "{names:?}"
    );
    assert!(
        !names.iter().any(|name| name.contains("Loops/")),
        "{names:?}"
    );
    assert_eq!(snapshot(&folder), before);
}

#[test]
fn a_publication_without_named_languages_names_the_one_it_has() {
    let (_work, folder) = publication();
    fs::write(folder.join("publication.toml"), "# Ours\r\n").expect("a file");
    run(&folder, "en");
    assert_eq!(
        read(&folder, "publication.toml"),
        "languages = [\"nl\"]\r\n# Ours\r\n"
    );
    assert!(Publication::read(&folder).is_ok());
    let (_work, folder) = publication();
    fs::remove_file(folder.join("publication.toml")).expect("a file");
    run(&folder, "en");
    assert_eq!(read(&folder, "publication.toml"), "languages = [\"nl\"]\n");
}

#[test]
fn a_changed_source_is_named_until_its_translation_changes_or_is_accepted() {
    let (_work, folder) = translated();
    edit(
        &folder,
        "nl/2-leren.md",
        "de eerste tip.",
        "de eerste tip voor leren.",
    );
    let found = [
        "de/2-leren.md:7: the source of “leren/schrijf-hier-de-eerste-tip” has changed since it was translated",
    ];
    let before = read(&folder, FILE);
    assert_eq!(names(&run(&folder, "de")), found);
    assert_eq!(read(&folder, FILE), before);
    let text = read(&folder, "de/2-leren.md");
    assert!(
        text.contains("<!-- nl: Schrijf hier de eerste tip voor leren. -->\n1. Schreibe hier den ersten Rat. {"),
        "{text}"
    );
    let before = snapshot(&folder);
    assert_eq!(names(&run(&folder, "de")), found);
    assert_eq!(snapshot(&folder), before);
    // Both have changed.
    edit(
        &folder,
        "de/2-leren.md",
        "ersten Rat.",
        "ersten Rat zum Lernen.",
    );
    let renewed = run(&folder, "de");
    assert_eq!(names(&renewed), Vec::<String>::new());
    assert!(renewed.notes.contains(&Note::Renewed(1)));
    // The comment is gone, and stays away.
    edit(
        &folder,
        "de/2-leren.md",
        "<!-- nl: Schrijf hier de eerste tip voor leren. -->\n",
        "",
    );
    edit(&folder, "nl/2-leren.md", "voor leren.", "om te leren.");
    edit(
        &folder,
        "nl/1-vragen.md",
        "de eerste tip.",
        "uw eerste tip.",
    );
    assert_eq!(names(&run(&folder, "de")).len(), 2);
    assert!(!read(&folder, "de/2-leren.md").contains("om te leren"));
    let paths = |path: &str| Accepted::Paths(HashSet::from([path.to_owned()]));
    let accepted = accept(&folder, paths("vragen/schrijf-hier-de-eerste-tip"));
    assert_eq!(
        names(&accepted),
        [
            "de/2-leren.md:6: the source of “leren/schrijf-hier-de-eerste-tip” has changed since it was translated"
        ]
    );
    assert!(accepted.notes.contains(&Note::Accepted(1)));
    assert_eq!(
        names(&accept(&folder, Accepted::Changed)),
        Vec::<String>::new()
    );
    assert_eq!(names(&run(&folder, "de")), Vec::<String>::new());
    let unknown = Request {
        accepted: paths("vragen/schrijf-hier-de-eerste"),
        ..request("de")
    };
    let message = translate(&folder, &unknown)
        .expect_err("a problem")
        .to_string();
    assert!(
        message.contains("the nearest one is “vragen/schrijf-hier-de-eerste-tip”"),
        "{message}"
    );
}

#[test]
fn words_of_the_source_are_named_until_they_are_accepted() {
    let (_work, folder) = publication();
    run(&folder, "de");
    let path = "vragen/schrijf-hier-de-eerste-tip";
    let is_named = |translated: &Translated| {
        let found = names(translated);
        found.contains(&format!("de/1-vragen.md:7: “{path}” is not translated yet"))
    };
    assert!(is_named(&run(&folder, "de")));
    assert!(is_named(&accept(&folder, Accepted::Changed)));
    // A change of the source leaves them the words of an older source.
    edit(
        &folder,
        "nl/1-vragen.md",
        "de eerste tip.",
        "uw eerste tip.",
    );
    assert!(is_named(&run(&folder, "de")));
    assert!(read(&folder, "de/1-vragen.md").contains("<!-- nl: Schrijf hier uw eerste tip. -->"));
    assert!(is_named(&run(&folder, "de")));
    edit(
        &folder,
        "nl/1-vragen.md",
        "uw eerste tip.",
        "de eerste tip.",
    );
    let paths = Accepted::Paths(HashSet::from([path.to_owned()]));
    assert!(!is_named(&accept(&folder, paths)));
    assert!(!is_named(&run(&folder, "de")));
}

#[test]
fn a_new_piece_is_named_with_the_markdown_to_paste() {
    let (_work, folder) = translated();
    let text = read(&folder, "nl/1-vragen.md")
        + "2. Een nieuwe tip. {#nieuw}\n\n## Ervaringen\n### Hoe vraagt u? {#hoe}\nGoed.\n\n> Zo.\n> — Adviseur {#citaat}\n\n> Of zo.\n> — Adviseur {#citaat-2}\n";
    fs::write(folder.join("nl/1-vragen.md"), text).expect("a save");
    let translated = run(&folder, "de");
    assert_eq!(
        names(&translated),
        [
            "nl/1-vragen.md:6: “vragen/nieuw” is not in “de” yet",
            "nl/1-vragen.md:9: “vragen/ervaringen/hoe” is not in “de” yet"
        ]
    );
    assert_eq!(
        translated.markdown[&0],
        "<!-- nl: Een nieuwe tip. -->\n2. Een nieuwe tip. {#nieuw}"
    );
    let question = "## Experiences\n<!-- nl:\n### Hoe vraagt u?\nGoed.\n-->\n### Hoe vraagt u? {#hoe}\nGoed.\n\n<!-- nl:\n> Zo.\n> — Adviseur\n-->\n> Zo.\n> — Adviseur {#citaat}\n\n<!-- nl:\n> Of zo.\n> — Adviseur\n-->\n> Of zo.\n> — Adviseur {#citaat-2}";
    assert_eq!(translated.markdown[&1], question);
    let message = translated.report.text(Language::English);
    assert!(
        message.contains("it belongs below “vragen/schrijf-hier-de-eerste-tip”"),
        "{message}"
    );
    // Pasted, only the long texts are left to translate.
    let text =
        read(&folder, "de/1-vragen.md") + &translated.markdown[&0] + "\n\n" + question + "\n";
    fs::write(folder.join("de/1-vragen.md"), text).expect("a save");
    let found = names(&run(&folder, "de"));
    assert_eq!(
        found,
        ["de/1-vragen.md:16: “vragen/ervaringen/hoe” is not translated yet"]
    );
}

#[test]
fn a_new_phase_gets_its_file_and_a_piece_without_source_is_named() {
    let (_work, folder) = translated();
    fs::rename(folder.join("nl/4-doen.md"), folder.join("nl/5-doen.md")).expect("a file");
    fs::rename(folder.join("de/4-doen.md"), folder.join("de/5-doen.md")).expect("a file");
    fs::write(
        folder.join("nl/4-kiezen.md"),
        "# Kiezen\nlus: Beleid\n\n## Tips\n1. Kies wat u wilt doen.\n",
    )
    .expect("a file");
    edit(
        &folder,
        "nl/1-vragen.md",
        "1. Schrijf hier de eerste tip. {#schrijf-hier-de-eerste-tip}",
        "1. Vraag. {#vraag}",
    );
    let settings = "languages = [\"nl\", \"de\"]\n";
    fs::write(folder.join("publication.toml"), settings).expect("a save");
    let Err(report) = Publication::read(&folder) else {
        panic!("a translation without a phase is published");
    };
    let message = report.text(Language::English);
    assert!(
        message.contains("the text has no phase “kiezen”")
            && message.contains("`lemniscaat translate DIR de`"),
        "{message}"
    );
    let found = names(&run(&folder, "de"));
    assert_eq!(
        found,
        [
            "nl/1-vragen.md:5: “vragen/vraag” is not in “de” yet",
            "de/4-kiezen.md:2: the phase “kiezen” was not in “de” yet",
            "de/1-vragen.md:7: the source has no piece “vragen/schrijf-hier-de-eerste-tip” any more"
        ]
    );
    assert_eq!(
        read(&folder, "de/4-kiezen.md"),
        "<!-- nl: # Kiezen -->\n# Kiezen {#kiezen}\nloop: beleid\n\n## Tips\n<!-- nl: Kies wat u wilt doen. -->\n1. Kies wat u wilt doen. {#kies-wat-u-wilt-doen}\n"
    );
    assert!(names(&run(&folder, "de")).contains(
        &"de/4-kiezen.md:7: “kiezen/kies-wat-u-wilt-doen” is not translated yet".to_owned()
    ));
    assert!(Publication::read(&folder).is_ok());
}

#[test]
fn a_translation_without_its_only_phase_of_a_loop_gets_it() {
    let (_work, folder) = translated();
    for name in ["de/3-beslissen.md", "de/4-doen.md"] {
        fs::remove_file(folder.join(name)).expect("a file");
    }
    let found = names(&run(&folder, "de"));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(folder.join("de/3-beslissen.md").exists() && folder.join("de/4-doen.md").exists());
}

#[test]
fn a_translation_without_record_is_recorded_as_up_to_date() {
    for name in ["kennislemniscaat", "kennis-naar-actie"] {
        let (_work, folder) = copy(name);
        // The record in the repository is that of the first run.
        let kept = read(&folder, FILE);
        fs::remove_file(folder.join(FILE)).expect("a file");
        let translated = run(&folder, "en");
        assert_eq!(names(&translated), Vec::<String>::new());
        assert!(
            translated
                .notes
                .iter()
                .any(|note| matches!(note, Note::Recorded { .. }))
        );
        assert_eq!(read(&folder, FILE), kept);
        assert_eq!(run(&folder, "en").notes.len(), 1);
    }
}

#[test]
fn the_source_of_a_translation_is_remembered() {
    let (_work, folder) = copy("kennislemniscaat");
    let from_english = Request {
        from: Some("en".into()),
        ..request("de")
    };
    translate(&folder, &from_english).expect("a translation");
    assert!(read(&folder, "de/3-vertaling.md").starts_with("<!-- en:"));
    let record = Record::parse(&read(&folder, FILE)).expect("a record");
    edit(
        &folder,
        "en/publication.md",
        "# The knowledge lemniscate",
        "# A knowledge lemniscate",
    );
    let found = names(&run(&folder, "de"));
    assert!(
        found.iter().all(|name| name.contains("not translated yet")),
        "{found:?}"
    );
    assert!(read(&folder, "de/publication.md").starts_with("<!-- en:\n# A knowledge lemniscate\n"));
    assert_eq!(
        Record::parse(&read(&folder, FILE)).expect("a record"),
        record
    );
}

#[test]
fn bad_requests_and_records_are_named_and_change_nothing() {
    let (_work, folder) = translated();
    let before = snapshot(&folder);
    for (lang, from, message) in [
        ("../x", None, "“../x” is no language"),
        ("ar", None, "“ar” is written from right to left"),
        ("nl", None, "“nl” is the language that is translated"),
        ("fr", Some("fr"), "“fr” is the language that is translated"),
        ("fr", Some("en"), "the publication has no text in “en”"),
    ] {
        let request = Request {
            from: from.map(str::to_owned),
            ..request(lang)
        };
        let error = translate(&folder, &request).expect_err("a problem");
        assert!(
            error
                .downcast_ref::<Report>()
                .expect("a report")
                .has_errors()
        );
        assert!(error.to_string().contains(message), "{error}");
    }
    fs::write(folder.join(FILE), "de\tvragen\n").expect("a save");
    let error = translate(&folder, &request("de"))
        .expect_err("a problem")
        .to_string();
    assert!(
        error.contains("translations.tsv:1:1") && error.contains("has 2 columns"),
        "{error}"
    );
    fs::remove_file(folder.join(FILE)).expect("a file");
    assert_eq!(snapshot(&folder).len(), before.len() - 1);
    let tip = "1. Schreibe";
    edit(&folder, "de/1-vragen.md", tip, "1. ![](a.png) Schreibe");
    let error = translate(&folder, &request("de")).expect_err("a problem");
    assert!(error.to_string().contains("de/1-vragen.md:7"), "{error}");
    assert!(!folder.join(FILE).exists());
}

#[test]
fn phases_and_loops_are_the_same_in_all_languages() {
    let check = |change: &dyn Fn(&Path)| {
        let (_work, folder) = translated();
        let settings = "languages = [\"nl\", \"de\"]\n";
        fs::write(folder.join("publication.toml"), settings).expect("a save");
        assert!(Publication::read(&folder).is_ok());
        change(&folder);
        match Publication::read(&folder) {
            Ok(_) => String::new(),
            Err(report) => report.text(Language::English),
        }
    };
    let rename = |folder: &Path, old: &str, new: &str| {
        fs::rename(folder.join(old), folder.join(new)).expect("a file");
    };
    for (change, message) in [
        (
            &(|folder: &Path| edit(folder, "de/2-leren.md", "{#leren}", "{#lernen}"))
                as &dyn Fn(&Path),
            "the default language has no phase “lernen”",
        ),
        (
            &|folder| rename(folder, "de/1-vragen.md", "de/5-vragen.md"),
            "the phases have another order than in the default language",
        ),
        (
            &|folder| {
                edit(folder, "de/2-leren.md", "loop: praktijk", "loop: beleid");
            },
            "the phase belongs to another loop in the default language",
        ),
        (
            &|folder| {
                edit(folder, "de/publication.md", "{#praktijk}", "{#praxis}");
                edit(folder, "de/1-vragen.md", "loop: praktijk", "loop: praxis");
                edit(folder, "de/2-leren.md", "loop: praktijk", "loop: praxis");
            },
            "the loop “praxis” has another key than in the default language",
        ),
        (
            &|folder| fs::remove_file(folder.join("de/2-leren.md")).expect("a file"),
            "the text has no phase “leren”",
        ),
    ] {
        let messages = check(change);
        assert!(messages.contains(message), "{message}: {messages}");
    }
    // Other pieces may be missing: a link leads to the nearest view.
    assert_eq!(
        check(&|folder| {
            let text = read(folder, "nl/1-vragen.md") + "2. Nieuw {#nieuw}\n";
            fs::write(folder.join("nl/1-vragen.md"), text).expect("a save");
        }),
        ""
    );
}

#[test]
fn paths_of_pieces_are_the_keys_of_their_views() {
    for name in ["kennislemniscaat", "kennis-naar-actie"] {
        let mut publication = fixture::publication_in(name);
        let editions: Vec<Edition> = publication.editions().expect("editions");
        let keys = editions[0].keys();
        let pieces = pieces(&publication.texts[0].manuscript);
        let is_of_view = |path: &&str| !path.starts_with(|first: char| first.is_ascii_uppercase());
        let paths: Vec<_> = pieces
            .iter()
            .map(|piece| &*piece.path)
            .filter(is_of_view)
            .collect();
        for path in &paths {
            assert!(keys.contains(path), "{path}");
        }
        let experiences = keys
            .iter()
            .filter(|key| key.ends_with("/ervaringen"))
            .count();
        // The overview and the search are views without a piece.
        assert_eq!(paths.len() + experiences + 2, keys.len());
    }
}

#[test]
fn languages_with_words_of_the_product_get_only_those_of_the_publication() {
    let publication = fixture::publication();
    let own = "tips = \"Adviezen\"\n[captions]\n\"gemeente, domein\" = \"A \\\"b\\\"\\nc\"\n";
    let words = Words::new("nl", own).expect("words");
    let labels = super::labels("en", "nl", &words, own)
        .expect("TOML")
        .expect("a file");
    for part in [
        "# nl: Adviezen\ntips = \"Adviezen\"\n\n[captions]\n",
        "# nl: A \"b\" c\n\"gemeente, domein\" = ",
    ] {
        assert!(labels.contains(part), "{labels}");
    }
    assert_eq!(
        Words::new("en", &labels).expect("words").charts,
        words.charts
    );
    assert_eq!(
        super::labels("en", "nl", &publication.texts[0].words, "").expect("TOML"),
        None
    );
}
