//! Soft hyphens in names that a narrow column may have to break.

use hypher::Lang;

/// A word of more letters than this may be wider than a column of 280 px, or than a loop. Shorter words have no soft
/// hyphens, because lines would also break there without need.
const LONG: usize = 20;
/// The most letters without a place to break, where the rules of the language know none.
const CHUNK: usize = 12;

/// Marks the places where long words of a name may break. Browsers know the rules of some languages only, and break a
/// word without a hyphen elsewhere.
#[must_use]
pub fn hyphenate(name: &str, lang: &str) -> String {
    hyphenate_above(LONG, name, lang)
}

/// Marks the places where words of more letters than `long` may break.
#[must_use]
pub fn hyphenate_above(long: usize, name: &str, lang: &str) -> String {
    let code = lang.split('-').next().unwrap_or_default();
    let lang = <[u8; 2]>::try_from(code.as_bytes())
        .ok()
        .and_then(Lang::from_iso);
    let mut hyphenated = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let is_same_kind = |character: char| character.is_alphabetic() == first.is_alphabetic();
        let end = rest
            .find(|character| !is_same_kind(character))
            .unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        if first.is_alphabetic() && run.chars().count() > long {
            hyphenated.push_str(&parts(run, lang).join("\u{AD}"));
        } else {
            hyphenated.push_str(run);
        }
        rest = after;
    }
    hyphenated
}

/// The parts of a word between which it may break.
fn parts(word: &str, lang: Option<Lang>) -> Vec<String> {
    let syllables: Vec<&str> = match lang {
        Some(lang) => hypher::hyphenate(word, lang).collect(),
        None => vec![word],
    };
    let chunks = syllables.into_iter().flat_map(|syllable| {
        let letters: Vec<char> = syllable.chars().collect();
        let chunks = letters.chunks(CHUNK).map(|chunk| chunk.iter().collect());
        chunks.collect::<Vec<String>>()
    });
    chunks.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_may_break_between_syllables_of_their_language() {
        assert_eq!(
            hyphenate("De kennisinfrastructuurontwikkeling", "nl-BE").replace('\u{AD}', "·"),
            "De ken·nis·in·fra·struc·tuur·ont·wik·ke·ling"
        );
    }

    #[test]
    fn short_words_stay_whole() {
        let name = "Lokale kennisinfrastructuur (door)ontwikkelen";
        assert_eq!(hyphenate(name, "nl"), name);
    }

    #[test]
    fn long_words_without_syllables_may_break_as_well() {
        let name = "x".repeat(60);
        for lang in ["xx", "nl"] {
            let hyphenated = hyphenate(&name, lang);
            let longest = hyphenated.split('\u{AD}').map(str::len).max();
            assert!(longest <= Some(CHUNK), "{hyphenated}");
            assert_eq!(hyphenated.replace('\u{AD}', ""), name);
        }
    }
}
