//! A query: the words and the chosen values of facets, to and from an address.

use super::filter::Facet;

/// The longest text of a query, in characters; the rest of a longer one is ignored.
const LONGEST: usize = 200;

/// The words that a reader looks for, and the values of facets that the reader has chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// The words, as typed.
    pub text: String,
    /// The chosen values, each by the index of its facet and its own, in order.
    chosen: Vec<(usize, usize)>,
}

impl Query {
    /// The query of a text, with no value chosen.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        Self {
            text: text.into(),
            chosen: vec![],
        }
    }

    /// Reads the query of an address, as in `q=beleid&fase=vertaling`. Ignores unknown names and values.
    #[must_use]
    pub fn parse(address: &str, facets: &[Facet]) -> Self {
        let mut query = Self::default();
        for parameter in address.split('&') {
            let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
            let value = decode(value);
            if name == "q" {
                query.text = value.chars().take(LONGEST).collect();
            }
            let facet = facets.iter().position(|facet| facet.name == name);
            let chosen = facet.and_then(|facet| {
                let option = facets[facet]
                    .options
                    .iter()
                    .position(|option| option.key == value)?;
                Some((facet, option))
            });
            if let Some((facet, option)) = chosen {
                query.choose(facet, option, true);
            }
        }
        query
    }

    /// The query as part of an address; empty if nothing is looked for.
    #[must_use]
    pub fn address(&self, facets: &[Facet]) -> String {
        let mut address = String::new();
        let mut add = |name: &str, value: &str| {
            if !address.is_empty() {
                address.push('&');
            }
            address.push_str(name);
            address.push('=');
            encode(value, &mut address);
        };
        if !self.text.trim().is_empty() {
            add("q", self.text.trim());
        }
        for (facet, option) in &self.chosen {
            let facet = &facets[*facet];
            add(facet.name, &facet.options[*option].key);
        }
        address
    }

    /// Whether a value is chosen.
    #[must_use]
    pub fn is_chosen(&self, facet: usize, option: usize) -> bool {
        self.chosen.contains(&(facet, option))
    }

    /// Chooses a value, or gives it up.
    pub fn choose(&mut self, facet: usize, option: usize, is_chosen: bool) {
        let choice = (facet, option);
        self.chosen.retain(|other| *other != choice);
        if is_chosen {
            let place = self.chosen.iter().filter(|other| **other < choice).count();
            self.chosen.insert(place, choice);
        }
    }

    /// The chosen values, each by the index of its facet and its own.
    #[must_use]
    pub fn chosen(&self) -> &[(usize, usize)] {
        &self.chosen
    }
}

/// Replaces `+` and percent escapes; anything else, also half an escape, is itself.
fn decode(text: &str) -> String {
    let mut bytes = vec![];
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        let digit = |index: usize| char::from(*after.get(index)?).to_digit(16);
        bytes.push(match (first, digit(0), digit(1)) {
            (b'+', ..) => b' ',
            (b'%', Some(high), Some(low)) => {
                rest = &after[2..];
                (high * 16 + low) as u8
            }
            _ => *first,
        });
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Escapes the characters that end a value. Others are left to the browser, so that the name of a view stays readable.
fn encode(text: &str, encoded: &mut String) {
    for character in text.chars() {
        match character {
            ' ' => encoded.push('+'),
            '%' | '&' | '+' | '#' | '"' | '<' | '>' | '\0'..='\x1F' => {
                encoded.push('%');
                for digit in [character as u32 >> 4, character as u32 & 15] {
                    encoded.extend(char::from_digit(digit, 16));
                }
            }
            character => encoded.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::filter::facets;
    use super::*;
    use crate::content::fixture::publication;

    fn any_query() -> impl Strategy<Value = Query> {
        let facets = facets(publication());
        let options: Vec<_> = facets
            .iter()
            .enumerate()
            .flat_map(|(facet, values)| {
                (0..values.options.len()).map(move |option| (facet, option))
            })
            .collect();
        let count = options.len();
        let chosen = prop::sample::subsequence(options, 0..=count);
        ("\\PC{0,20}", chosen).prop_map(|(text, chosen)| Query {
            text: text.trim().into(),
            chosen,
        })
    }

    proptest! {
        #[test]
        fn an_address_leads_back_to_its_query(query in any_query()) {
            let facets = facets(publication());
            prop_assert_eq!(Query::parse(&query.address(&facets), &facets), query);
        }

        #[test]
        fn any_address_is_a_query(address in "[\\PC%&=+]{0,60}") {
            let facets = facets(publication());
            let query = Query::parse(&address, &facets);
            let trimmed = Query { text: query.text.trim().into(), ..query };
            prop_assert_eq!(Query::parse(&trimmed.address(&facets), &facets), trimmed);
        }

        #[test]
        fn a_value_that_is_given_up_is_not_chosen(query in any_query(), facet in 0..2_usize) {
            let mut changed = query.clone();
            changed.choose(facet, 0, true);
            prop_assert!(changed.is_chosen(facet, 0));
            changed.choose(facet, 0, false);
            prop_assert!(!changed.is_chosen(facet, 0));
        }
    }

    #[test]
    fn unknown_names_and_values_are_ignored() {
        let facets = facets(publication());
        let query = Query::parse(
            "embed&fase=weg&soort=tip&kleur=rood&q=a+b%20%zz%C3%A9",
            &facets,
        );
        assert_eq!(query.text, "a b %zzé");
        assert_eq!(query.address(&facets), "q=a+b+%25zzé&soort=tip");
    }

    #[test]
    fn an_endless_text_has_an_end() {
        let query = Query::parse(&format!("q={}", "é".repeat(10_000)), &[]);
        assert_eq!(query.text.chars().count(), LONGEST);
    }
}
