//! The interface labels, part of the content so that they are translated with it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Defines [`Labels`]: every label is a text with a name. The browser receives the labels of its
/// views as a list, because deserializing a field for each label would take a tenth of the
/// WebAssembly.
macro_rules! labels {
    ($($(#[$doc:meta])* $name:ident $(($($needed:ident),+))? $([$($known:ident),+])?,)*) => {
        /// The interface labels. [`interpolate`] replaces the names in braces by values.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Labels(Vec<String>);

        #[derive(Clone, Copy)]
        #[allow(non_camel_case_types)]
        enum Name { $($name,)* }

        const NAMES: &[&str] = &[$(stringify!($name),)*];

        /// The names in braces that each label needs, and others that it may have.
        #[cfg(not(target_arch = "wasm32"))]
        const PLACEHOLDERS: &[[&[&str]; 2]] = &[$([
            &[$($(stringify!($needed)),+)?],
            &[$($(stringify!($known)),+)?],
        ],)*];

        impl Labels {
            $($(#[$doc])* #[must_use] pub fn $name(&self) -> &str { self.get(Name::$name) })*
        }

        /// The labels as they are written.
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct ByName { $($name: String,)* }

        impl From<ByName> for Labels {
            fn from(labels: ByName) -> Self {
                Self(vec![$(labels.$name,)*])
            }
        }
    };
}

/// The number of labels that views have; they are the first ones.
#[cfg(not(target_arch = "wasm32"))]
const IN_VIEWS: usize = Name::share_system as usize;
/// The number of labels of the controls that `embed/runtime/share.js` creates; they follow.
#[cfg(not(target_arch = "wasm32"))]
const IN_CONTROLS: usize = Name::phase_position as usize - IN_VIEWS;

impl Labels {
    #[inline(never)]
    fn get(&self, name: Name) -> &str {
        self.0.get(name as usize).map_or("", String::as_str)
    }

    /// Removes the labels that no view has, and returns those of the controls, in the order of
    /// their script: they are published with the script.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn keep_views(&mut self) -> Vec<String> {
        let mut controls = self.0.split_off(IN_VIEWS);
        controls.truncate(IN_CONTROLS);
        // The name of a field without a visible label.
        if let Some(to_copy) = controls.last_mut() {
            *to_copy = super::without_soft_hyphens(to_copy);
        }
        controls
    }

    /// Fills in the labels of the figure, which name the publication and its phases.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn fill_figure(&mut self, values: &[(&str, &str)]) {
        for name in [Name::figure, Name::figure_description] {
            if let Some(label) = self.0.get_mut(name as usize) {
                *label = interpolate(label, values);
            }
        }
    }

    /// The names of all labels.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn names() -> &'static [&'static str] {
        NAMES
    }

    /// The reason why a text can't be a label: names in braces that the label needs or doesn't know.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn placeholder_problem(name: &str, text: &str) -> Option<PlaceholderProblem> {
        let index = NAMES.iter().position(|other| *other == name)?;
        let [needed, others] = PLACEHOLDERS[index];
        let known = [needed, others].concat();
        let parts = text.split('{').skip(1);
        let used: Vec<_> = parts
            .filter_map(|part| part.split_once('}'))
            .map(|(name, _)| name)
            .collect();
        let unknown = used.iter().find(|name| !known.contains(name));
        let missing = needed.iter().find(|name| !used.contains(name)).copied();
        let unknown = unknown.map(|name| (*name).to_owned());
        let has_problem = unknown.is_some() || missing.is_some();
        has_problem.then_some(PlaceholderProblem {
            unknown,
            missing,
            known,
        })
    }
}

/// Names in braces that a label has and doesn't know, or that it needs and lacks.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceholderProblem {
    /// A name that the label doesn't know.
    pub unknown: Option<String>,
    /// A name that the label needs.
    pub missing: Option<&'static str>,
    /// The names that it knows.
    pub known: Vec<&'static str>,
}

/// By name where people read it, and as a list for the browser.
impl Serialize for Labels {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serializer.is_human_readable() {
            true => serializer.collect_map(NAMES.iter().zip(&self.0)),
            false => self.0.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Labels {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Never true in the browser, where this branch and its dependencies are not compiled in.
        if deserializer.is_human_readable() {
            return Ok(ByName::deserialize(deserializer)?.into());
        }
        Ok(Self(Vec::deserialize(deserializer)?))
    }
}

labels! {
    /// Heading of the tips of a phase.
    tips,
    /// Link from the tips to the experiences.
    to_experiences,
    /// Link from the experiences back to the tips.
    to_tips,
    /// Link to the view of one quote, for screen reader users.
    to_quote(speaker),
    /// Heading of a question's quotes.
    quotes,
    /// Text before the name of the previous phase.
    previous_phase,
    /// Text before the name of the next phase.
    next_phase,
    /// Text before the title of the previous view of the same kind.
    previous,
    /// Text before the title of the next view of the same kind.
    next,
    /// Link to the background view.
    to_background,
    /// Name of the breadcrumb, for screen reader users.
    breadcrumb,
    /// Name of the pager, for screen reader users.
    neighbours,
    /// Name of the figure, for screen reader users.
    figure[title, count],
    /// Description of the figure, for screen reader users: the names of its loops, and its phases.
    figure_description(phases)[first, second],
    /// Button: opens the share panel.
    share,
    /// Link to the print page, which contains the whole publication.
    print,
    /// Title of the checklist, and link to it.
    checklist,
    /// Notice: the path doesn't exist, and the nearest view is shown instead.
    nearest(path),
    /// Button: passes the link to the device's own share dialog.
    share_system,
    /// Button: copies the URL of the view.
    copy_link,
    /// Button: copies the code that embeds the view in a host page.
    copy_code,
    /// Name of the field for the reader's Mastodon server.
    mastodon_server,
    /// Button: shares on the reader's Mastodon server.
    mastodon,
    /// Message: the text was copied.
    copied,
    /// Message: the browser didn't allow copying, and the text is selected instead.
    not_copied,
    /// Name of the field with the text to copy by hand.
    to_copy,
    /// "Phase {number} of {count}".
    phase_position(number, count),
    /// The title of one tip.
    tip(number),
    /// The number of tips.
    tip_count(count),
    /// Heading of the experiences of a phase.
    experiences,
    /// The title of one quote.
    quote(number),
    /// The speaker of a quote that was translated.
    translated(speaker),
    /// Name of the background view.
    background,
    /// Name of the search.
    search,
    /// Name of the search field.
    search_field,
    /// The text by which the search is described.
    search_introduction,
    /// Name of the facet: kind of piece.
    kind,
    /// Name of the facet: theme.
    theme,
    /// Name of the facet: domain of the speaker.
    domain,
    /// Name of the kind: phases.
    phases,
    /// Name of the kind: questions.
    questions,
    /// Link that takes a chosen value of a facet away, for screen reader users.
    take_away(name),
    /// The number of results, if it isn't one.
    results(count),
    /// The number of results, if it is one.
    one_result,
    /// Link from the facets to the results.
    show_results(count),
    /// Link to further results.
    more,
    /// Message: the text has no word of the query.
    nothing_found(query),
    /// Message: the text has other words in place of the reader's.
    searched_for(words),
    /// Link to the results of the word that is nearest.
    did_you_mean(word),
    /// Text before the keywords or themes by which a piece was found.
    found_by,
    /// Column heading: number of rows of the study.
    count,
    /// Column heading: phase.
    phase,
    /// Caption of a chart of the study.
    chart_caption(column),
    /// Caption of the chart and the table of quotes by phase and domain.
    quotes_caption,
    /// Heading of the organizations.
    organisations,
    /// Heading of the source.
    source,
    /// Where a piece comes from: the publication, with its year.
    trace(source),
    /// The page of the publication that has a piece.
    trace_page(page),
    /// The number of respondents of the study.
    trace_respondents(count),
    /// The number of them in the domain of a speaker.
    trace_domain(count, domain),
    /// The name of the language, in that language.
    language,
    /// Notice on the page that is served for every path that doesn't exist.
    not_found,
    /// Text of the skip link, the first link of a page, for keyboard users.
    skip,
    /// Title of the page with the contents, and link to it.
    contents,
    /// Introduction and description of that page.
    contents_introduction,
    /// Title of the page with the phases as steps, and link to it.
    step_by_step,
    /// Introduction and description of that page.
    step_by_step_introduction,
    /// Heading of the first tip of a phase.
    first_tip,
    /// Heading of a quote of a phase.
    others_said,
    /// Heading of the links to the next step.
    next_step,
    /// Link to the view of a part.
    more_about(phase),
    /// Introduction and description of the checklist.
    checklist_introduction,
    /// The number of tips that are done, as in "3 van 25 gedaan".
    checklist_done(done, count),
    /// Text before the address that holds the state of the checklist.
    checklist_address,
    /// Button: makes the checklist empty.
    checklist_clear,
    /// Notice where the script of the checklist doesn't run: ticks are not kept.
    checklist_not_kept,
    /// Notice: the address holds no valid state, and the checklist is empty.
    checklist_damaged,
    /// Title of the page with citations and files to keep, and the link to it.
    cite,
    /// Text before the title, the year and the address of a page.
    cite_page,
    /// A date that isn't known, in citations.
    no_date,
    /// Text before the title of the publication, in citations of its parts.
    within,
    /// Notice: the address isn't known, so citations lack it.
    no_address,
    /// Name of the QR code of an address.
    qr_code(title),
    /// Link to the citation as a RIS file.
    citation_ris,
    /// Link to the citation as a BibTeX file.
    citation_bibtex,
    /// Link to the citation as a CSL-JSON file.
    citation_csl,
    /// Link to the citation as a text file.
    citation_text,
    /// Link to the QR code as an SVG file.
    qr_code_svg,
    /// Link to the figure as an SVG file.
    figure_svg,
    /// Link to the figure as a PNG file.
    figure_png,
    /// Link to the share card as a PNG file.
    share_card_png,
    /// The licence of the text.
    licence(licence),
    /// Tells whom to ask.
    contact(contact),
    /// The day of the last change of the text.
    changed(date),
    /// The names of the months, with a space after each but the last.
    months,
    /// Title of the page with codes for other sites, and link to it.
    embedding,
    /// Introduction and description of that page.
    embedding_introduction,
}

/// Replaces the names in braces in a label by values.
///
/// A value whose name the label doesn't use is ignored: translators may leave it out.
#[must_use]
pub fn interpolate(label: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(label.len() + 16);
    let mut rest = label;
    while let Some(start) = rest.find('{') {
        let (before, from_brace) = rest.split_at(start);
        text.push_str(before);
        let value = from_brace.find('}').and_then(|end| {
            let name = &from_brace[1..end];
            let (_, value) = values.iter().find(|(key, _)| *key == name)?;
            Some((*value, end))
        });
        match value {
            Some((value, end)) => {
                text.push_str(value);
                rest = &from_brace[end + 1..];
            }
            None => {
                text.push('{');
                rest = &from_brace[1..];
            }
        }
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::{Labels, interpolate};
    use crate::content::fixture::{publication as content, with_text};

    #[test]
    fn views_keep_their_labels_and_the_controls_get_theirs_in_order() {
        let all = &content().labels;
        let mut labels = all.clone();
        let expected = [
            all.share_system(),
            all.copy_link(),
            all.copy_code(),
            all.mastodon_server(),
            all.mastodon(),
            all.copied(),
            all.not_copied(),
            all.to_copy(),
        ];
        assert_eq!(labels.keep_views(), expected);
        assert_eq!(labels.tips(), all.tips());
        assert_eq!(labels.nearest(), all.nearest());
        assert_eq!(labels.skip(), "");
    }

    #[test]
    fn the_name_of_a_field_without_a_visible_label_has_no_soft_hyphens() {
        let mut labels = with_text("Kennis\u{AD}infra\u{AD}structuur").labels;
        let controls = labels.keep_views();
        assert_eq!(controls[0], "Kennis\u{AD}infra\u{AD}structuur");
        assert_eq!(controls[7], "Kennisinfrastructuur");
    }

    #[test]
    fn labels_with_other_placeholders_than_their_own_are_named() {
        for (label, text, problem) in [
            (
                "tip_count",
                "{aantal} tips",
                Some((Some("aantal"), Some("count"))),
            ),
            ("tips", "Tips {count}", Some((Some("count"), None))),
            ("nearest", "Weg", Some((None, Some("path")))),
            ("figure", "Het model", None),
        ] {
            let found = Labels::placeholder_problem(label, text);
            let names = found
                .as_ref()
                .map(|found| (found.unknown.as_deref(), found.missing));
            assert_eq!(names, problem, "{label}");
        }
    }

    #[test]
    fn names_in_braces_are_replaced_by_values() {
        let values = [("number", "2"), ("count", "4")];
        assert_eq!(
            interpolate("Fase {number} van {count}", &values),
            "Fase 2 van 4"
        );
    }

    #[test]
    fn inserted_values_are_not_interpolated_again() {
        let values = [("path", "{count}"), ("count", "4")];
        assert_eq!(interpolate("Niets op {path}", &values), "Niets op {count}");
    }

    #[test]
    fn unknown_names_and_unpaired_braces_are_left_unchanged() {
        assert_eq!(interpolate("{a} } { {b", &[("c", "x")]), "{a} } { {b");
    }
}
