//! What can be wrong with content that has the right form.

use std::collections::HashSet;

use super::texts::{leftover, slug_problem, text_problem};
use super::{Block, Content};

/// The most phases of a publication.
const MAX_PHASES: usize = 12;
/// The most phases in one of its loops.
const MAX_PHASES_IN_LOOP: usize = 8;

/// Something an editor has to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, as in `phases[1].tips[0].slug`.
    pub field: String,
    /// What is wrong and what would be right.
    pub message: String,
}

/// Everything that is wrong with the content, in the order of the file.
#[must_use]
pub fn problems(content: &Content) -> Vec<Problem> {
    let mut found = Found::default();
    found.check(content);
    found.problems
}

/// Every text with its field, in the order of the file.
#[must_use]
pub fn texts(content: &Content) -> Vec<(String, String)> {
    let mut found = Found::default();
    found.check(content);
    found.texts
}

/// Marks of other programs in the texts, which may be meant, in the order of the file.
#[must_use]
pub fn warnings(content: &Content) -> Vec<Problem> {
    let warning = |(field, text): (String, String)| {
        let message = leftover(&text)?;
        Some(Problem { field, message })
    };
    texts(content).into_iter().filter_map(warning).collect()
}

#[derive(Default)]
struct Found {
    problems: Vec<Problem>,
    /// Every text with its field.
    texts: Vec<(String, String)>,
}

impl Found {
    fn add(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.problems.push(Problem {
            field: field.into(),
            message: message.into(),
        });
    }

    fn check(&mut self, content: &Content) {
        self.slug("lang", &content.lang);
        self.text("title", &content.title);
        self.text("subtitle", &content.subtitle);
        self.blocks("introduction", &content.introduction);
        self.text("about.title", &content.about.title);
        self.blocks("about.body", &content.about.body);
        self.text("about.invitation", &content.about.invitation);
        self.loops(content);
        self.domains(content);
        self.phases(content);
        self.background(content);
        for (i, organisation) in content.organisations.iter().enumerate() {
            self.text(&format!("organisations[{i}].name"), &organisation.name);
            if !organisation.url.starts_with("https://") {
                let message = "must be a link that starts with https://";
                self.add(format!("organisations[{i}].url"), message);
            }
        }
        self.text("source.text", &content.source.text);
        self.slug("paths.experiences", &content.paths.experiences);
        self.slug("paths.print", &content.paths.print);
        if content.paths.print == content.background.slug {
            self.add(
                "paths.print",
                "is the slug of the background as well; each needs its own",
            );
        }
        for (name, text) in content.labels.all() {
            let field = format!("labels.{name}");
            self.text(&field, text);
            if let Some(message) = content.labels.placeholder_problem(name) {
                self.add(field, message);
            }
        }
    }

    fn loops(&mut self, content: &Content) {
        for (i, each) in content.loops.iter().enumerate() {
            self.slug(&format!("loops[{i}].id"), &each.id);
            self.text(&format!("loops[{i}].name"), &each.name);
        }
        self.unique("loops", "id", content.loops.iter().map(|each| &each.id));
    }

    fn domains(&mut self, content: &Content) {
        for (i, domain) in content.domains.iter().enumerate() {
            self.slug(&format!("domains[{i}].id"), &domain.id);
            self.text(&format!("domains[{i}].name"), &domain.name);
            self.text(&format!("domains[{i}].label"), &domain.label);
        }
        self.unique("domains", "id", content.domains.iter().map(|each| &each.id));
    }

    fn phases(&mut self, content: &Content) {
        if content.phases.is_empty() {
            self.add("phases", "has no phases; the figure needs at least two");
        }
        for (p, phase) in content.phases.iter().enumerate() {
            let at = format!("phases[{p}]");
            self.slug(&format!("{at}.slug"), &phase.slug);
            if phase.slug == content.background.slug {
                self.add(
                    format!("{at}.slug"),
                    "is the slug of the background as well; each needs its own",
                );
            }
            if phase.slug == content.paths.print {
                self.add(
                    format!("{at}.slug"),
                    "is the path of the page to print as well; each needs its own",
                );
            }
            self.text(&format!("{at}.name"), &phase.name);
            self.text(&format!("{at}.short_name"), &phase.short_name);
            if !content.loops.iter().any(|each| each.id == phase.loop_id) {
                let known = content.loops.each_ref().map(|each| each.id.as_str());
                let message = format!(
                    "names the loop “{}”, which doesn't exist; known are {}",
                    phase.loop_id,
                    known.join(", ")
                );
                self.add(format!("{at}.loop"), message);
            }
            if phase.tips.is_empty() {
                self.add(
                    format!("{at}.tips"),
                    "has no tips; a phase needs at least one",
                );
            }
            for (t, tip) in phase.tips.iter().enumerate() {
                self.slug(&format!("{at}.tips[{t}].slug"), &tip.slug);
                self.text(&format!("{at}.tips[{t}].text"), &tip.text);
                if tip.slug == content.paths.experiences {
                    self.add(
                        format!("{at}.tips[{t}].slug"),
                        "is the path of the experiences as well; each needs its own",
                    );
                }
            }
            let tips = phase.tips.iter().map(|tip| &tip.slug);
            self.unique(&format!("{at}.tips"), "slug", tips);
            self.questions(content, p);
        }
        let slugs = content.phases.iter().map(|phase| &phase.slug);
        self.unique("phases", "slug", slugs);
        self.runs(content);
        self.counts(content);
    }

    /// The figure has places for so many phases: more would be too small to hit with a finger.
    fn counts(&mut self, content: &Content) {
        let loops = content.loops_of_phases();
        if loops.len() > MAX_PHASES {
            let message = format!(
                "has {} phases; the figure holds at most {MAX_PHASES}",
                loops.len()
            );
            self.add("phases", message);
        }
        for side in [0, 1] {
            let count = loops.iter().filter(|other| **other == side).count();
            if count > MAX_PHASES_IN_LOOP {
                let message = format!(
                    "has {count} phases in the loop “{}”; the figure holds at most {MAX_PHASES_IN_LOOP}",
                    content.loops[side].id
                );
                self.add("phases", message);
            }
        }
    }

    /// The flow crosses over once each way: the phases of a loop lie together.
    fn runs(&mut self, content: &Content) {
        let loops = content.loops_of_phases();
        let crossings = (0..loops.len())
            .filter(|&i| loops[i] != loops[(i + 1) % loops.len()])
            .count();
        if crossings != 2 && !loops.is_empty() {
            let message = format!(
                "changes loop {crossings} times along the cycle; it must be twice: \
                 all phases of one loop, then all of the other"
            );
            self.add("phases", message);
        }
    }

    fn questions(&mut self, content: &Content, p: usize) {
        let questions = &content.phases[p].questions;
        if questions.is_empty() {
            let field = format!("phases[{p}].questions");
            self.add(field, "has no questions; a phase needs at least one");
        }
        for (q, question) in questions.iter().enumerate() {
            let at = format!("phases[{p}].questions[{q}]");
            self.slug(&format!("{at}.slug"), &question.slug);
            self.text(&format!("{at}.text"), &question.text);
            self.blocks(&format!("{at}.answer"), &question.answer);
            for (i, quote) in question.quotes.iter().enumerate() {
                let at = format!("{at}.quotes[{i}]");
                self.slug(&format!("{at}.slug"), &quote.slug);
                self.text(&format!("{at}.text"), &quote.text);
                self.text(&format!("{at}.role"), &quote.role);
                self.domain(format!("{at}.domain"), content, &quote.domain);
            }
            let slugs = question.quotes.iter().map(|quote| &quote.slug);
            self.unique(&format!("{at}.quotes"), "slug", slugs);
        }
        let slugs = questions.iter().map(|question| &question.slug);
        self.unique(&format!("phases[{p}].questions"), "slug", slugs);
    }

    fn background(&mut self, content: &Content) {
        let background = &content.background;
        self.slug("background.slug", &background.slug);
        self.text("background.title", &background.title);
        self.blocks("background.study", &background.study);
        self.text(
            "background.participants.title",
            &background.participants.title,
        );
        self.blocks(
            "background.participants.body",
            &background.participants.body,
        );
        for (m, municipality) in background.participants.municipalities.iter().enumerate() {
            let at = format!("background.participants.municipalities[{m}]");
            self.text(&format!("{at}.name"), &municipality.name);
            for (r, domain) in municipality.respondents.iter().enumerate() {
                self.domain(format!("{at}.respondents[{r}]"), content, domain);
            }
        }
        self.blocks("background.related", &background.related);
    }

    fn domain(&mut self, field: String, content: &Content, id: &str) {
        if content.domain(id).is_none() {
            let known: Vec<_> = content
                .domains
                .iter()
                .map(|each| each.id.as_str())
                .collect();
            let message = format!(
                "names the domain “{id}”, which doesn't exist; known are {}",
                known.join(", ")
            );
            self.add(field, message);
        }
    }

    fn text(&mut self, field: &str, text: &str) {
        self.texts.push((field.into(), text.into()));
        if let Some(message) = text_problem(text) {
            self.add(field, message);
        }
    }

    fn blocks(&mut self, field: &str, blocks: &[Block]) {
        if blocks.is_empty() {
            self.add(field, "is empty; it needs at least one paragraph or list");
        }
        for (i, block) in blocks.iter().enumerate() {
            match block {
                Block::Paragraph(text) => self.text(&format!("{field}[{i}].paragraph"), text),
                Block::List(items) if items.is_empty() => {
                    self.add(format!("{field}[{i}].list"), "is empty; it needs an item");
                }
                Block::List(items) => {
                    for (j, item) in items.iter().enumerate() {
                        self.text(&format!("{field}[{i}].list[{j}]"), item);
                    }
                }
            }
        }
    }

    fn slug(&mut self, field: &str, slug: &str) {
        if let Some(message) = slug_problem(slug) {
            self.add(field, message);
        }
    }

    fn unique<'a>(&mut self, list: &str, key: &str, slugs: impl Iterator<Item = &'a String>) {
        let mut seen = HashSet::new();
        for (i, slug) in slugs.enumerate() {
            if !seen.insert(slug) {
                let message = format!("“{slug}” stands twice in {list}; each needs its own");
                self.add(format!("{list}[{i}].{key}"), message);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::super::fixture::{FILE, publication};
    use super::*;

    /// The field of the one problem that a change makes.
    fn problem_after(change: impl FnOnce(&mut Content)) -> String {
        let mut content = publication().clone();
        change(&mut content);
        let found = problems(&content);
        assert_eq!(found.len(), 1, "{found:?}");
        found[0].field.clone()
    }

    #[test]
    fn empty_text_is_named() {
        let field = problem_after(|c| c.phases[2].tips[4].text = " ".into());
        assert_eq!(field, "phases[2].tips[4].text");
    }

    #[test]
    fn a_phase_without_tips_is_named() {
        let field = problem_after(|c| c.phases[1].tips.clear());
        assert_eq!(field, "phases[1].tips");
    }

    #[test]
    fn the_second_of_two_equal_slugs_is_named() {
        let field = problem_after(|c| c.phases[0].tips[3].slug = "tip-1".into());
        assert_eq!(field, "phases[0].tips[3].slug");
    }

    #[test]
    fn an_unknown_domain_is_named() {
        let field = problem_after(|c| c.phases[3].questions[0].quotes[1].domain = "zorg".into());
        assert_eq!(field, "phases[3].questions[0].quotes[1].domain");
    }

    #[test]
    fn phases_that_jump_between_loops_are_named() {
        let field = problem_after(|c| c.phases.swap(0, 1));
        assert_eq!(field, "phases");
    }

    #[test]
    fn more_phases_than_the_figure_holds_are_named() {
        for (left, right) in [(9, 1), (7, 6)] {
            let field = problem_after(|c| {
                let phase = |side: usize| {
                    let mut phase = c.phases[0].clone();
                    phase.loop_id.clone_from(&c.loops[side].id);
                    phase
                };
                let sides = std::iter::repeat_n(0, left).chain(std::iter::repeat_n(1, right));
                let mut phases: Vec<_> = sides.map(phase).collect();
                for (i, phase) in phases.iter_mut().enumerate() {
                    phase.slug = format!("fase-{i}");
                }
                c.phases = phases;
            });
            assert_eq!(field, "phases");
        }
    }

    #[test]
    fn a_phase_without_questions_is_named() {
        let field = problem_after(|c| c.phases[3].questions.clear());
        assert_eq!(field, "phases[3].questions");
    }

    #[test]
    fn marks_of_other_programs_are_warnings() {
        let mut content = publication().clone();
        assert_eq!(warnings(&content), []);
        content.phases[2].tips[4].text = "Kennis &amp; praktijk".into();
        let fields = warnings(&content).into_iter().map(|warning| warning.field);
        assert_eq!(fields.collect::<Vec<_>>(), ["phases[2].tips[4].text"]);
    }

    #[test]
    fn labels_with_other_placeholders_than_their_own_are_named() {
        for (label, text) in [
            ("tip_count", "{aantal} tips"),
            ("tips", "Tips {count}"),
            ("nearest", "Weg"),
        ] {
            let mut json: Value = serde_json::from_str(FILE).expect("content/nl.json is JSON");
            json["labels"][label] = text.into();
            let content: Content = serde_json::from_value(json).expect("content");
            let fields: Vec<_> = problems(&content)
                .into_iter()
                .map(|problem| problem.field)
                .collect();
            assert_eq!(fields, [format!("labels.{label}")]);
        }
    }

    #[test]
    fn links_other_than_https_are_named() {
        let field = problem_after(|c| c.organisations[0].url = "javascript:alert(1)".into());
        assert_eq!(field, "organisations[0].url");
    }

    #[test]
    fn slugs_that_need_escaping_are_named() {
        let field = problem_after(|c| c.phases[0].slug = "één".into());
        assert_eq!(field, "phases[0].slug");
    }
}
