//! Letters without case and accents, and the words of a text.
//!
//! `str::to_lowercase` and `char::is_alphanumeric` bring 25 KB of tables into the WebAssembly, so
//! that letters are compared over Latin-1 and Latin Extended-A alone.

/// The letters U+00C0 to U+017F without case and accents; `*` is not a letter.
const BASES: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo*ouuuuypy\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// A word of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Token {
    /// The letters without case and accents.
    pub word: String,
    /// The place in the text, in bytes, of each letter, and of the end of the word.
    pub places: Vec<usize>,
}

/// The use of a character in words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Letter(char),
    /// A soft hyphen, an apostrophe or an accent: not a letter, and not the end of a word.
    Within,
    Separator,
}

fn use_of(character: char) -> Use {
    let code = u32::from(character);
    match character {
        'a'..='z' | '0'..='9' => Use::Letter(character),
        'A'..='Z' => Use::Letter(character.to_ascii_lowercase()),
        '\'' | '’' | '‘' | 'ʼ' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{300}'..='\u{36F}' => {
            Use::Within
        }
        'À'..='ſ' => match BASES[code as usize - 0xC0] {
            b'*' => Use::Separator,
            base => Use::Letter(base.into()),
        },
        // Greek and Cyrillic capitals stand 32 places before their small letters.
        'Α'..='Ω' | 'А'..='Я' => Use::Letter(char::from_u32(code + 32).unwrap_or(character)),
        // Signs of Latin-1, general punctuation and other signs, and the punctuation of East Asia.
        '\0'..='\u{BF}'
        | '\u{2000}'..='\u{2BFF}'
        | '\u{3000}'..='\u{303F}'
        | '\u{FF00}'..='\u{FF0F}' => Use::Separator,
        _ => Use::Letter(character),
    }
}

/// The words of a text, in order. The parts of a word with hyphens are words, and so is the word without its hyphens, as
/// *email* for *e-mail*.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = vec![];
    let mut token = Token::default();
    // The parts so far of a word with hyphens.
    let mut joined = Token::default();
    let mut is_joined = false;
    for (place, character) in text.char_indices().chain([(text.len(), ' ')]) {
        match use_of(character) {
            Use::Letter(letter) => {
                token.word.push(letter);
                token.places.push(place);
            }
            Use::Within => {}
            Use::Separator => {
                if !token.word.is_empty() {
                    joined.word.push_str(&token.word);
                    joined.places.extend(&token.places);
                    token.places.push(place);
                    tokens.push(std::mem::take(&mut token));
                    if is_joined {
                        let mut whole = joined.clone();
                        whole.places.push(place);
                        tokens.push(whole);
                    }
                    is_joined = character == '-';
                } else {
                    is_joined = false;
                }
                if !is_joined {
                    joined = Token::default();
                }
            }
        }
    }
    tokens
}

/// The words of a text without their places.
pub(super) fn words(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| token.word).collect()
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    fn fold(text: &str) -> String {
        text.chars()
            .filter_map(|character| match use_of(character) {
                Use::Letter(letter) => Some(letter),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn letters_lose_case_and_accents_as_in_unicode() {
        for letter in ('À'..='ſ').filter(|letter| !"×÷".contains(*letter)) {
            let base: String = letter.to_string().nfkd().take(1).collect();
            let lower = base.to_lowercase();
            let expected = match &*lower {
                "æ" => "a",
                "ð" | "đ" => "d",
                "ø" | "œ" => "o",
                "þ" => "p",
                "ß" => "s",
                "ħ" => "h",
                "ı" => "i",
                "ĸ" => "k",
                "ł" => "l",
                "ŋ" => "n",
                "ŧ" => "t",
                "ʼ" => "n",
                lower => lower,
            };
            assert_eq!(fold(&letter.to_string()), expected, "{letter}");
        }
        assert_eq!(fold("ΑΒΓ ЖЯ"), "αβγжя");
    }

    #[test]
    fn words_keep_their_places_in_the_text() {
        let text = "“Eén col\u{AD}lega’s idee—ĳ”";
        let found: Vec<_> = tokens(text)
            .iter()
            .map(|token| {
                (
                    token.word.clone(),
                    text[token.places[0]..*token.places.last().unwrap()].to_owned(),
                )
            })
            .collect();
        let expected = [
            ("een", "Eén"),
            ("collegas", "col\u{AD}lega’s"),
            ("idee", "idee"),
            ("i", "ĳ"),
        ];
        assert_eq!(
            found,
            expected.map(|(word, part)| (word.to_owned(), part.to_owned()))
        );
    }

    #[test]
    fn a_decomposed_accent_is_the_same_letter() {
        assert_eq!(words("coo\u{308}rdinator"), words("coördinator"));
    }

    #[test]
    fn a_word_with_hyphens_is_also_one_without_them() {
        assert_eq!(words("per e-mail"), ["per", "e", "mail", "email"]);
        assert_eq!(words("kennis - delen"), ["kennis", "delen"]);
    }

    #[test]
    fn signs_alone_are_no_words() {
        assert!(words("… – × & <> \u{2028} 、").is_empty());
    }
}
