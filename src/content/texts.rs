//! Mistakes in a single text or slug.

/// Names that Windows can't give to a folder, and the file of a folder's page.
const RESERVED: [&str; 5] = ["aux", "con", "index", "nul", "prn"];

/// The reason why a text can't be published.
pub(super) fn text_problem(text: &str) -> Option<String> {
    if text.trim().is_empty() {
        return Some("is empty; it needs a text".into());
    }
    let forbidden = |character: &char| {
        let is_control = character.is_control() && *character != '\n';
        is_control || matches!(character, '\u{FFFE}' | '\u{FFFF}')
    };
    let character = text.chars().find(forbidden)?;
    let code = u32::from(character);
    let place = excerpt(text, character);
    Some(format!(
        "has the control character U+{code:04X} after “{place}”; remove it"
    ))
}

/// The reason why a slug can't be part of an address: slugs are path segments that need no escaping, differ by more
/// than case and are names of folders on every system.
pub(super) fn slug_problem(slug: &str) -> Option<String> {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if slug.is_empty() || !slug.chars().all(is_plain) {
        return Some(format!("is “{slug}”; use only a to z, 0 to 9 and -"));
    }
    let port = slug.strip_prefix("com").or(slug.strip_prefix("lpt"));
    let is_port = port.is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']));
    (RESERVED.contains(&slug) || is_port)
        .then(|| format!("is “{slug}”, a name that files can't have everywhere; use another"))
}

/// A mark of another program that readers would see, or would not see where it matters.
pub(super) fn leftover(text: &str) -> Option<String> {
    let mark = entity(text)
        .map(|entity| format!("the HTML entity “{entity}”"))
        .or_else(|| tag(text).map(|tag| format!("the HTML tag “{tag}”")))
        .or_else(|| {
            let marks = ["**", "](", "__"];
            let mark = marks.into_iter().find(|mark| text.contains(mark))?;
            Some(format!("“{mark}” of Markdown"))
        })
        .or_else(|| {
            mojibake(text)
                .map(|part| format!("“{part}”, a letter that was read in another encoding"))
        })
        .or_else(|| {
            text.contains('\u{FFFD}')
                .then(|| "U+FFFD, a letter that was lost".into())
        })
        .or_else(|| (text.trim() != text).then(|| "spaces around it".into()))
        .or_else(|| {
            text.contains("\n\n")
                .then(|| "a blank line; begin another paragraph".into())
        })?;
    Some(format!("has {mark}; readers see texts as they are"))
}

/// Up to 20 characters before a character, to find it by.
fn excerpt(text: &str, character: char) -> String {
    let before = text.split(character).next().unwrap_or_default();
    let skipped = before.chars().count().saturating_sub(20);
    before.chars().skip(skipped).collect()
}

/// The first HTML entity, as in `&amp;` or `&#39;`.
fn entity(text: &str) -> Option<&str> {
    let starts = text.match_indices('&').map(|(start, _)| &text[start..]);
    starts.into_iter().find_map(|from| {
        let (name, _) = from[1..].split_once(';')?;
        let is_plain = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let is_name = match name.strip_prefix('#') {
            Some(number) => (1..=8).contains(&number.len()) && is_plain(number),
            None => (2..=8).contains(&name.len()) && is_plain(name),
        };
        is_name.then(|| &from[..name.len() + 2])
    })
}

/// The first HTML tag, as in `<b>` or `</p>`.
fn tag(text: &str) -> Option<&str> {
    let starts = text.match_indices('<').map(|(start, _)| &text[start..]);
    starts.into_iter().find_map(|from| {
        let end = from.find('>')?;
        let name = from[1..end].trim_start_matches('/');
        name.starts_with(|first: char| first.is_ascii_alphabetic())
            .then(|| &from[..=end])
    })
}

/// The first letter of UTF-8 that was read as Windows-1252, as in “Ã¯” for “ï” or “â€™” for “’”.
fn mojibake(text: &str) -> Option<String> {
    let pairs = text.chars().zip(text.chars().skip(1));
    pairs.into_iter().find_map(|(first, second)| {
        let is_accent = matches!(first, 'Ã' | 'Â') && ('\u{80}'..='\u{BF}').contains(&second);
        let is_mark = first == 'â' && second == '€';
        (is_accent || is_mark).then(|| format!("{first}{second}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_without_letters_and_with_control_characters_are_named() {
        for (text, message) in [
            (" \n", "is empty; it needs a text"),
            (
                "Zorg er\u{3}voor",
                "has the control character U+0003 after “Zorg er”; remove it",
            ),
            (
                "Zorg voor samenhang in de wijk\u{FFFF}",
                "has the control character U+FFFF after “samenhang in de wijk”; remove it",
            ),
        ] {
            assert_eq!(text_problem(text).as_deref(), Some(message));
        }
        assert_eq!(text_problem("Eén regel\nen nog één, “zo”…"), None);
    }

    #[test]
    fn slugs_that_files_or_addresses_cannot_have_are_named() {
        for slug in [
            "", "één", "Tip", "a b", "index", "con", "nul", "aux", "prn", "com1", "lpt9",
        ] {
            assert!(slug_problem(slug).is_some(), "{slug}");
        }
        for slug in [
            "tip-1",
            "indexen",
            "com",
            "com0",
            "com10",
            "community",
            "console",
        ] {
            assert_eq!(slug_problem(slug), None, "{slug}");
        }
    }

    #[test]
    fn marks_of_other_programs_are_named() {
        for (text, mark) in [
            ("Kennis &amp; praktijk", "“&amp;”"),
            ("Zo&#39;n aanpak", "“&#39;”"),
            ("<b>let op</b>", "“<b>”"),
            ("let op</p>", "“</p>”"),
            ("**let op**", "“**”"),
            ("[de site](https://example.org)", "“](”"),
            ("geÃ¯nterviewd", "“Ã¯”"),
            ("de wijkâ€™s", "“â€”"),
            ("ge\u{FFFD}nterviewd", "U+FFFD"),
            (" Vertaling ", "spaces around it"),
            ("een\n\ntwee", "a blank line"),
        ] {
            let message = leftover(text).unwrap_or_default();
            assert!(message.contains(mark), "{text}: {message}");
        }
        for text in [
            "Q&A; zo",
            "R&D",
            "3 < 4 > 2",
            "a_b",
            "Âge",
            "één regel\nnog één",
            "i < n",
        ] {
            assert_eq!(leftover(text), None, "{text}");
        }
    }
}
