//! The interface labels, part of the content so that they are translated with it.

use serde::{Deserialize, Deserializer, Serialize};

use super::without_soft_hyphens;

/// Defines [`Labels`]: every label is a text with a name. The browser receives the labels as a
/// list, because deserializing a field for each label would take a tenth of the WebAssembly.
macro_rules! labels {
    ($($(#[$doc:meta])* $name:ident $(($($value:ident),+))?,)*) => {
        /// The interface labels. [`interpolate`] replaces the names in braces by values.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        pub struct Labels(Vec<String>);

        #[derive(Clone, Copy)]
        #[allow(non_camel_case_types)]
        enum Name { $($name,)* }

        const NAMES: &[&str] = &[$(stringify!($name),)*];

        /// The names in braces that each label has.
        #[cfg(not(target_arch = "wasm32"))]
        const PLACEHOLDERS: &[&[&str]] = &[$(&[$($(stringify!($value)),+)?],)*];

        impl Labels {
            $($(#[$doc])* #[must_use] pub fn $name(&self) -> &str { self.get(Name::$name) })*
        }

        /// The labels as editors write them.
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

impl Labels {
    #[inline(never)]
    fn get(&self, name: Name) -> &str {
        self.0.get(name as usize).map_or("", String::as_str)
    }

    /// Removes and returns the labels of the controls that `embed/runtime/share.js` creates, in the
    /// order of that script: the labels are published with the script.
    pub fn take_controls(&mut self) -> [String; 8] {
        let names = [
            Name::share_system,
            Name::copy_link,
            Name::copy_code,
            Name::mastodon_server,
            Name::mastodon,
            Name::copied,
            Name::not_copied,
            Name::to_copy,
        ];
        let mut controls = names.map(|name| {
            let label = self.0.get_mut(name as usize);
            label.map(std::mem::take).unwrap_or_default()
        });
        // The name of a field without a visible label.
        let [.., to_copy] = &mut controls;
        *to_copy = without_soft_hyphens(to_copy);
        controls
    }

    /// The reason why a label can't be filled in: names in braces that it needs or doesn't know.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn placeholder_problem(&self, name: &str) -> Option<String> {
        let index = NAMES.iter().position(|other| *other == name)?;
        let (text, known) = (self.0.get(index)?, PLACEHOLDERS[index]);
        let parts = text.split('{').skip(1);
        let used: Vec<_> = parts
            .filter_map(|part| part.split_once('}'))
            .map(|(name, _)| name)
            .collect();
        let expected = match known {
            [] => "it has no names in braces".to_owned(),
            known => format!("it needs {{{}}}", known.join("} and {")),
        };
        let unknown = used.iter().find(|name| !known.contains(name));
        let missing = known.iter().find(|name| !used.contains(name));
        match (unknown, missing) {
            (Some(unknown), _) => Some(format!("has the unknown name {{{unknown}}}; {expected}")),
            (None, Some(missing)) => Some(format!("lacks {{{missing}}}; {expected}")),
            (None, None) => None,
        }
    }

    /// Every label with its name, for validation.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &str)> {
        NAMES.iter().copied().zip(self.0.iter().map(String::as_str))
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
    /// "Phase {number} of {count}".
    phase_position(number, count),
    /// Heading of the tips of a phase.
    tips,
    /// The title of one tip.
    tip(number),
    /// The number of tips.
    tip_count(count),
    /// Link from the tips to the experiences.
    to_experiences,
    /// Link from the experiences back to the tips.
    to_tips,
    /// Heading of the experiences of a phase.
    experiences,
    /// The title of one quote.
    quote(number),
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
    /// Name of the background view.
    background,
    /// Link to the background view.
    to_background,
    /// Name of the breadcrumb, for screen reader users.
    breadcrumb,
    /// Name of the pager, for screen reader users.
    neighbours,
    /// Name of the figure, for screen reader users.
    figure,
    /// Description of the figure, for screen reader users.
    figure_description(phases),
    /// Column heading: municipality.
    municipality,
    /// Column heading: respondents.
    respondents,
    /// Column heading: domain.
    domain,
    /// Table caption.
    participants_caption(respondents, municipalities),
    /// Caption of the chart and the table of respondents by domain.
    domains_caption,
    /// Caption of the chart of respondents by municipality.
    municipalities_caption,
    /// Caption of the chart and the table of quotes by phase and domain.
    quotes_caption,
    /// Column heading: phase.
    phase,
    /// Heading of the organizations.
    organisations,
    /// Heading of the source.
    source,
    /// Button: opens the share panel.
    share,
    /// Button: passes the link to the device's own share dialog.
    share_system,
    /// Button: copies the URL of the view.
    copy_link,
    /// Button: copies the code that embeds the view in a host page.
    copy_code,
    /// Message: the text was copied.
    copied,
    /// Message: the browser didn't allow copying, and the text is selected instead.
    not_copied,
    /// Name of the field with the text to copy by hand.
    to_copy,
    /// Name of the field for the reader's Mastodon server.
    mastodon_server,
    /// Button: shares on the reader's Mastodon server.
    mastodon,
    /// Link to the print page, which contains the whole publication.
    print,
    /// Notice: the path doesn't exist, and the nearest view is shown instead.
    nearest(path),
    /// Notice on the page that is served for every path that doesn't exist.
    not_found,
    /// Text of the skip link, the first link of a page, for keyboard users.
    skip,
    /// Link from the standalone pages to a sample host page that embeds the widget.
    example,
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
    use super::interpolate;
    use crate::content::fixture::{publication as content, with_text};

    #[test]
    fn take_controls_removes_the_control_labels_in_order() {
        let mut labels = content().labels.clone();
        let expected = [
            labels.share_system(),
            labels.copy_link(),
            labels.copy_code(),
            labels.mastodon_server(),
            labels.mastodon(),
            labels.copied(),
            labels.not_copied(),
            labels.to_copy(),
        ]
        .map(str::to_owned);
        assert_eq!(labels.take_controls(), expected);
        let empty = labels.all().filter(|(_, text)| text.is_empty());
        assert_eq!(empty.count(), expected.len());
    }

    #[test]
    fn the_name_of_a_field_without_a_visible_label_has_no_soft_hyphens() {
        let mut labels = with_text("Kennis\u{AD}infra\u{AD}structuur").labels;
        let [visible, .., to_copy] = labels.take_controls();
        assert_eq!(visible, "Kennis\u{AD}infra\u{AD}structuur");
        assert_eq!(to_copy, "Kennisinfrastructuur");
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
