//! A text as JSON: its exact form, for other programs.

use anyhow::{Context, Result};

use crate::publication::Publication;

/// The text of a language as JSON; without a language, that of the default language.
///
/// # Errors
/// If the publication doesn't have the language.
pub fn export(publication: &Publication, lang: Option<&str>) -> Result<String> {
    let mut texts = publication.texts.iter();
    let text = match lang {
        Some(lang) => texts.find(|text| text.lang == lang),
        None => texts.next(),
    };
    let text = text.with_context(|| {
        let known: Vec<_> = publication
            .texts
            .iter()
            .map(|text| text.lang.as_str())
            .collect();
        format!(
            "the publication has no text in this language; it has {}",
            known.join(", ")
        )
    })?;
    Ok(serde_json::to_string_pretty(&text.manuscript)? + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn an_unknown_language_is_named_with_the_known_ones() {
        let error = export(&fixture::publication(), Some("fy")).unwrap_err();
        assert!(error.to_string().ends_with("it has nl, en"), "{error}");
    }
}
