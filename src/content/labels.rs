//! The words of the interface, part of the content so that they are translated with it.

use serde::{Deserialize, Deserializer, Serialize};

/// Defines [`Labels`]: every label is a text with a name. They travel to the browser as a
/// list, because reading a field for each would make a tenth of the WebAssembly.
macro_rules! labels {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// The words of the interface. Names in braces are filled in by [`interpolate`].
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        pub struct Labels(Vec<String>);

        #[derive(Clone, Copy)]
        #[allow(non_camel_case_types)]
        enum Name { $($name,)* }

        const NAMES: &[&str] = &[$(stringify!($name),)*];

        impl Labels {
            $($(#[$doc])* #[must_use] pub fn $name(&self) -> &str { self.get(Name::$name) })*
        }

        /// The labels as people write them.
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

    /// Takes out the words of the controls that a script makes, in the order of `embed/share.js`: they
    /// travel with that script.
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
        names.map(|name| {
            let label = self.0.get_mut(name as usize);
            label.map(std::mem::take).unwrap_or_default()
        })
    }

    /// Every label with its name, to check them all.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &str)> {
        NAMES.iter().copied().zip(self.0.iter().map(String::as_str))
    }
}

impl<'de> Deserialize<'de> for Labels {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Never so in the browser: this and what it needs is not even built in there.
        if deserializer.is_human_readable() {
            return Ok(ByName::deserialize(deserializer)?.into());
        }
        Ok(Self(Vec::deserialize(deserializer)?))
    }
}

labels! {
    /// "Phase {number} of {count}".
    phase_position,
    /// How a phase hangs together with its neighbours: {previous} and {next}.
    phase_neighbours,
    /// Heading over the tips of a phase.
    tips,
    /// The title of one tip: {number}.
    tip,
    /// How many tips: {count}.
    tip_count,
    /// Link from the tips to the experiences.
    to_experiences,
    /// Link from the experiences back to the tips.
    to_tips,
    /// Heading of the experiences of a phase.
    experiences,
    /// The title of one quote: {number}.
    quote,
    /// Link to one quote on its own, for who can't see that it is one: {speaker}.
    to_quote,
    /// Heading over a question's quotes.
    quotes,
    /// Before the name of the previous phase.
    previous_phase,
    /// Before the name of the next phase.
    next_phase,
    /// Before the previous item among its like.
    previous,
    /// Before the next item among its like.
    next,
    /// Name of the background view.
    background,
    /// Link to the background view.
    to_background,
    /// Name of the breadcrumb, for who can't see that it is one.
    breadcrumb,
    /// Name of the navigation between neighbours.
    neighbours,
    /// Name of the figure.
    figure,
    /// Description of the figure: {phases}.
    figure_description,
    /// Column heading.
    municipality,
    /// Column heading.
    respondents,
    /// Column heading.
    domain,
    /// Table caption: {respondents} and {municipalities}.
    participants_caption,
    /// Caption of the chart and the table of respondents by domain.
    domains_caption,
    /// Caption of the chart of respondents by municipality.
    municipalities_caption,
    /// Caption of the chart and the table of quotes by phase and domain.
    quotes_caption,
    /// Column heading.
    phase,
    /// Heading over the organisations.
    organisations,
    /// Heading over the source.
    source,
    /// Opens the panel for sending the view on.
    share,
    /// Button: hands the link to what the device shares with.
    share_system,
    /// Button: copies the address of the view.
    copy_link,
    /// Button: copies what puts the view into a page of others.
    copy_code,
    /// Says that it was copied.
    copied,
    /// Says that the browser didn't allow it, and that the text is selected.
    not_copied,
    /// Name of the text to copy by hand.
    to_copy,
    /// Name of the field for the reader's Mastodon server.
    mastodon_server,
    /// Button: shares on that server.
    mastodon,
    /// Link to the page that holds everything, to be printed.
    print,
    /// Notice when a path doesn't exist and the nearest view is shown: {path}.
    nearest,
    /// Notice on the page that stands in for all that don't exist.
    not_found,
    /// Text of the first link of a page, for keyboard users.
    skip,
    /// Link from our own pages to one that shows the widget on another site.
    example,
}

/// A label with its names in braces filled in.
///
/// A name that the label doesn't use is ignored: translators may leave it out.
#[must_use]
pub fn interpolate(label: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(label.len() + 16);
    let mut rest = label;
    while let Some(start) = rest.find('{') {
        let (before, from_brace) = rest.split_at(start);
        text.push_str(before);
        let value = from_brace.find('}').and_then(|end| {
            let name = &from_brace[1..end];
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
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
    use crate::content::fixture::publication as content;

    #[test]
    fn the_words_of_the_controls_are_taken_out_in_order() {
        let mut labels = content().labels.clone();
        let named = [
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
        assert_eq!(labels.take_controls(), named);
        let empty = labels.all().filter(|(_, text)| text.is_empty());
        assert_eq!(empty.count(), named.len());
    }

    #[test]
    fn names_in_braces_are_filled_in() {
        let values = [("number", "2"), ("count", "4")];
        assert_eq!(
            interpolate("Fase {number} van {count}", &values),
            "Fase 2 van 4"
        );
    }

    #[test]
    fn filled_in_text_is_not_filled_in_again() {
        let values = [("path", "{count}"), ("count", "4")];
        assert_eq!(interpolate("Niets op {path}", &values), "Niets op {count}");
    }

    #[test]
    fn unknown_names_and_lone_braces_stay() {
        assert_eq!(interpolate("{a} } { {b", &[("c", "x")]), "{a} } { {b");
    }
}
