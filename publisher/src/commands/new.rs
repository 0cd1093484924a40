//! Makes the folder of a new publication.

use std::fmt::Write as _;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;

use anyhow::{Result, bail};

use crate::commands::replace::make_folder;
use crate::manuscript::Language;
use crate::permalinks::segment;

/// The answers to the five questions.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    /// The name of the publication.
    pub title: Option<String>,
    /// The language of the text.
    pub lang: Option<String>,
    /// The names of the two loops, with a comma between them.
    pub loops: Option<String>,
    /// The names of the phases, with commas between them and a slash between the two loops.
    pub phases: Option<String>,
    /// The organization behind the publication.
    pub organisation: Option<String>,
}

/// The words of a new text in a language.
struct Words {
    file: &'static str,
    subtitle: &'static str,
    introduction: &'static str,
    model: &'static str,
    invitation: &'static str,
    loops: &'static str,
    organisations: &'static str,
    in_loop: &'static str,
    tip: &'static str,
}

const DUTCH: Words = Words {
    file: "publicatie.md",
    subtitle: "ondertitel: Welke vraag beantwoordt deze publicatie?",
    introduction: "Schrijf hier in een of twee alinea’s waarom deze publicatie er is.",
    model: "titel: Wat laat de figuur zien?\nuitnodiging: Klik op een onderdeel en lees verder.\n\nSchrijf hier wat het model is.",
    invitation: "## Model",
    loops: "## Lussen",
    organisations: "## Organisaties",
    in_loop: "lus",
    tip: "Schrijf hier de eerste tip.",
};

const ENGLISH: Words = Words {
    file: "publication.md",
    subtitle: "subtitle: Which question does this publication answer?",
    introduction: "Write here in one or two paragraphs why there is this publication.",
    model: "title: What does the figure show?\ninvitation: Choose a part and read on.\n\nWrite here what the model is.",
    invitation: "## Model",
    loops: "## Loops",
    organisations: "## Organisations",
    in_loop: "loop",
    tip: "Write the first tip here.",
};

impl Answers {
    /// Asks the questions that have no answer yet in a language, with a proposal for each.
    ///
    /// # Errors
    /// If nobody can answer.
    pub fn ask(&mut self, language: Language) -> Result<()> {
        // A proposal in brackets is the answer of an empty line.
        let questions: [(&mut Option<String>, &str, &str, &str); 5] = [
            (
                &mut self.title,
                "--title",
                "Naam van de publicatie? [Mijn model] ",
                "Name of the publication? [My model] ",
            ),
            (
                &mut self.lang,
                "--lang",
                "Taal van de tekst, nl of en? [nl] ",
                "Language of the text, nl or en? [en] ",
            ),
            (
                &mut self.loops,
                "--loops",
                "Namen van de twee lussen, met een komma? [Praktijk, Beleid] ",
                "Names of the two loops, with a comma? [Practice, Policy] ",
            ),
            (
                &mut self.phases,
                "--phases",
                "Namen van de fasen, met een schuine streep tussen de lussen? [Vragen, Leren / Beslissen, Doen] ",
                "Names of the phases, with a slash between the loops? [Ask, Learn / Decide, Do] ",
            ),
            (
                &mut self.organisation,
                "--organisation",
                "Organisatie erachter? [] ",
                "Organisation behind it? [] ",
            ),
        ];
        for (answer, flag, dutch, english) in questions {
            if answer.is_some() {
                continue;
            }
            if !io::stdin().is_terminal() {
                bail!(
                    "{flag} is missing; expected all answers on the command line where nobody can be asked"
                );
            }
            let question = match language {
                Language::Dutch => dutch,
                Language::English => english,
            };
            print!("{question}");
            io::stdout().flush()?;
            let mut line = String::new();
            io::stdin().lock().read_line(&mut line)?;
            let proposal = question.split(['[', ']']).nth(1).unwrap_or_default();
            let line = line.trim();
            *answer = Some(match line {
                "" => proposal.into(),
                line => line.into(),
            });
        }
        Ok(())
    }
}

/// Makes the folder of a publication with the answers; returns the names of its files.
///
/// # Errors
/// If an answer can't be used, or the folder exists or can't be written.
pub fn new(folder: &Path, answers: &Answers) -> Result<Vec<String>> {
    let files = files(answers)?;
    make_folder(folder, &files)?;
    Ok(files.into_iter().map(|(name, _)| name).collect())
}

fn files(answers: &Answers) -> Result<Vec<(String, String)>> {
    let lang = answers.lang.as_deref().unwrap_or("nl");
    let words = match lang.split('-').next() {
        Some("nl") => DUTCH,
        Some("en") => ENGLISH,
        _ => {
            bail!("“{lang}” is no language that a new publication can begin in; expected nl or en")
        }
    };
    let list = |text: &str| -> Vec<String> {
        let items = text.split(',').map(|item| item.trim().to_owned());
        items.filter(|item| !item.is_empty()).collect()
    };
    let title = answers.title.as_deref().unwrap_or_default();
    let loops = list(answers.loops.as_deref().unwrap_or_default());
    let [first, second] = &*loops else {
        bail!("the figure has two loops; expected two names with a comma between them");
    };
    let sides = answers
        .phases
        .as_deref()
        .unwrap_or_default()
        .split('/')
        .map(list);
    let sides: Vec<_> = sides.collect();
    let [left, right] = &*sides else {
        bail!(
            "each loop has its phases; expected a slash between those of the first and those of the second loop"
        );
    };
    let mut overview = format!(
        "# {title}\n{}\n\n{}\n\n{}\n{}\n\n{}\n- {first} {{#{}}}\n- {second} {{#{}}}\n",
        words.subtitle,
        words.introduction,
        words.invitation,
        words.model,
        words.loops,
        segment(first),
        segment(second),
    );
    if let Some(name) = answers
        .organisation
        .as_deref()
        .filter(|name| !name.is_empty())
    {
        let _ = write!(overview, "\n{}\n- {name}\n", words.organisations);
    }
    let mut files = vec![
        ("publication.toml".into(), settings(lang)),
        (format!("{lang}/{}", words.file), overview),
    ];
    let phases = left
        .iter()
        .map(|name| (name, first))
        .chain(right.iter().map(|name| (name, second)));
    for (index, (name, phase_loop)) in phases.enumerate() {
        let number = index + 1;
        let text = format!(
            "# {name}\n{}: {}\n\n## Tips\n1. {}\n",
            words.in_loop,
            segment(phase_loop),
            words.tip
        );
        files.push((format!("{lang}/{number}-{}.md", segment(name)), text));
    }
    Ok(files)
}

fn settings(lang: &str) -> String {
    format!(
        "# The languages of the publication, the default one first. Each has a folder.\n\
        languages = [\"{lang}\"]\n\n\
        # The public address of the site, for share cards and search engines.\n\
        # base_url = \"https://example.org/\"\n\n\
        # The licence of the text, and the e-mail address or page for readers who want to reach you.\n\
        # licence = \"https://creativecommons.org/licenses/by/4.0/\"\n\
        # contact = \"info@example.org\"\n\n\
        # The day of the last change of the text.\n\
        # changed = \"2026-11-28\"\n\n\
        # The color of each phase on a light and on a dark background. Without this line they are spread evenly.\n\
        # colors = [[\"#006365\", \"#2aa8ab\"], [\"#8e3902\", \"#e47a07\"]]\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::answers;
    use crate::publication::Publication;

    #[test]
    fn a_new_publication_has_no_problems() {
        let work = tempfile::tempdir().unwrap();
        for lang in ["nl", "en", "nl-BE"] {
            let folder = work.path().join(lang);
            let names = new(&folder, &answers(lang, "Vragen, Leren / Beslissen, Doen")).unwrap();
            assert_eq!(names.len(), 2 + 4);
            let mut publication = Publication::read(&folder)
                .map_err(|report| report.to_string())
                .unwrap();
            assert!(
                publication.warnings.problems.is_empty(),
                "{}",
                publication.warnings
            );
            let edition = &publication.editions().unwrap()[0];
            assert_eq!(edition.loops, [0, 0, 1, 1]);
            assert!(
                new(&folder, &answers(lang, "A / B")).is_err(),
                "an existing folder is left alone"
            );
        }
    }

    #[test]
    fn answers_that_cannot_be_used_are_named() {
        let work = tempfile::tempdir().unwrap();
        for (answers, part) in [
            (answers("fr", "A / B"), "expected nl or en"),
            (answers("nl", "A, B"), "expected a slash"),
            (
                Answers {
                    loops: Some("Een".into()),
                    ..answers("nl", "A / B")
                },
                "expected two names",
            ),
        ] {
            let error = new(&work.path().join("new"), &answers).unwrap_err();
            assert!(error.to_string().contains(part), "{error}");
        }
    }
}
