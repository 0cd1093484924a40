//! Keys for pieces that have none yet.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;

use crate::manuscript::validate::is_called;
use crate::manuscript::validate::keys::{FIXED_BESIDE_PHASES, FIXED_IN_PHASE};
use crate::manuscript::{File, Key, Manuscript, Named, Place, Prose, Text};

/// The most words and characters of a key that is made.
const MAX_WORDS: usize = 6;
const MAX_LENGTH: usize = 40;
/// Names that a folder of a site can't have everywhere: the file of a folder's page, and devices of Windows.
const RESERVED: [&str; 5] = ["aux", "con", "index", "nul", "prn"];

/// The text of a file with a key for each piece that has none. Everything else stays as it is.
///
/// The manuscript is the one that was read from the file.
#[must_use]
pub fn write_keys(file: &File, manuscript: &Manuscript) -> String {
    let made = complete(&mut manuscript.clone());
    let in_file = made
        .into_iter()
        .filter(|(place, _)| *place.file == *file.name);
    let mut keys: Vec<_> = in_file
        .map(|(place, key)| (place.range.start, key))
        .collect();
    keys.sort();
    let mut text = String::with_capacity(file.text.len() + keys.len() * MAX_LENGTH);
    let mut copied = 0;
    for (at, key) in keys {
        if let Some(part) = file.text.get(copied..at) {
            text.push_str(part);
            text.push_str(" {#");
            text.push_str(&key);
            text.push('}');
            copied = at;
        }
    }
    text.push_str(file.text.get(copied..).unwrap_or_default());
    text
}

/// Gives a key to each piece that has none, from the first words of its text.
pub fn complete_keys(manuscript: &mut Manuscript) {
    complete(manuscript);
}

/// A manuscript with complete keys whose facts refer to loops, themes and domains by their keys, so that their names
/// can be translated.
#[must_use]
pub fn with_references(manuscript: &Manuscript) -> Manuscript {
    let mut result = manuscript.clone();
    let refer = |text: &mut Text, named: Option<&Named>| {
        if let Some(key) = named.and_then(|named| named.key.as_deref()) {
            key.clone_into(&mut text.text);
        }
    };
    let refer_to = |texts: &mut [Text], names: &[Named]| {
        for text in texts {
            let mut names = names.iter();
            let named = names.find(|named| is_called(named, &text.text));
            refer(text, named);
        }
    };
    for (phase, original) in result.phases.iter_mut().zip(&manuscript.phases) {
        let index = manuscript.loop_of(original);
        let named = index.and_then(|index| manuscript.loops.get(index));
        refer(&mut phase.in_loop, named);
        refer_to(&mut phase.themes, &manuscript.themes);
        for tip in &mut phase.tips {
            refer_to(&mut tip.themes, &manuscript.themes);
        }
        for question in &mut phase.questions {
            refer_to(&mut question.themes, &manuscript.themes);
            for quote in &mut question.quotes {
                refer_to(&mut quote.themes, &manuscript.themes);
                refer_to(quote.domain.as_mut_slice(), &manuscript.domains);
            }
        }
    }
    result
}

/// Completes the keys. Returns the new ones with the places where they would be inserted.
fn complete(manuscript: &mut Manuscript) -> Vec<(Place, String)> {
    let mut made = vec![];
    let background = manuscript.background.iter_mut();
    let background =
        background.map(|background| (&mut background.key, "achtergrond".into(), "achtergrond"));
    let phases = manuscript.phases.iter_mut();
    let phases = phases.map(|phase| (&mut phase.key, phase.name.text.clone(), "fase"));
    siblings(
        background.chain(phases).collect(),
        &FIXED_BESIDE_PHASES,
        &mut made,
    );
    for (names, word) in [
        (&mut manuscript.loops, "lus"),
        (&mut manuscript.domains, "domein"),
        (&mut manuscript.themes, "thema"),
    ] {
        let names = names.iter_mut();
        let names = names.map(|named| (&mut named.key, named.name.text.clone(), word));
        siblings(names.collect(), &[], &mut made);
    }
    for phase in &mut manuscript.phases {
        let tips = phase.tips.iter_mut();
        let tips = tips.map(|tip| (&mut tip.key, tip.text.text.clone(), "tip"));
        let questions = phase.questions.iter_mut();
        let questions =
            questions.map(|question| (&mut question.key, question.text.text.clone(), "vraag"));
        siblings(tips.chain(questions).collect(), &FIXED_IN_PHASE, &mut made);
        for question in &mut phase.questions {
            let quotes = question.quotes.iter_mut().map(|quote| {
                let text = quote.paragraphs.first().map(Prose::plain);
                (&mut quote.key, text.unwrap_or_default(), "citaat")
            });
            siblings(quotes.collect(), &[], &mut made);
        }
    }
    made
}

/// A key, the text that it is made from, and the word of one that is made from a number.
type Sibling<'m> = (&'m mut Key, String, &'static str);

fn siblings(siblings: Vec<Sibling<'_>>, fixed: &[&str], made: &mut Vec<(Place, String)>) {
    let given = siblings.iter().filter_map(|(key, ..)| key.value.clone());
    let mut taken: HashSet<String> = given
        .chain(fixed.iter().map(|word| (*word).to_owned()))
        .collect();
    // The number to go on from, so that many equal texts take linear time.
    let mut numbers = std::collections::HashMap::new();
    for (index, (key, text, word)) in siblings.into_iter().enumerate() {
        if key.value.is_some() {
            continue;
        }
        let stem = slug(&text).unwrap_or_else(|| format!("{word}-{}", index + 1));
        let number = numbers.entry(stem.clone()).or_insert(1_usize);
        let mut name = stem.clone();
        while taken.contains(&name) || is_reserved(&name) {
            *number += 1;
            name = format!("{stem}-{number}");
        }
        taken.insert(name.clone());
        made.push((key.place.clone(), name.clone()));
        key.value = Some(name);
    }
}

/// Whether some system or web server uses the name of a folder for something else.
pub(crate) fn is_reserved(name: &str) -> bool {
    let port = name.strip_prefix("com").or(name.strip_prefix("lpt"));
    let is_port = port.is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']));
    RESERVED.contains(&name) || is_port
}

/// The first words of a text in lowercase ASCII with hyphens, if it has any.
pub(crate) fn slug(text: &str) -> Option<String> {
    let mut words: Vec<String> = vec![];
    let mut word = String::new();
    // Six words end long before so many letters.
    for letter in text.chars().take(1000).nfd().chain(std::iter::once(' ')) {
        let ascii = match letter {
            'ß' | 'ẞ' => "ss",
            'æ' | 'Æ' => "ae",
            'œ' | 'Œ' => "oe",
            'ø' | 'Ø' => "o",
            'đ' | 'Đ' => "d",
            'ł' | 'Ł' => "l",
            'ı' => "i",
            'þ' | 'Þ' => "th",
            _ => "",
        };
        word.push_str(ascii);
        if letter.is_ascii_alphanumeric() {
            word.push(letter.to_ascii_lowercase());
        } else if !is_within_word(letter) && ascii.is_empty() && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    }
    let mut slug = String::new();
    for mut word in words.into_iter().take(MAX_WORDS) {
        if slug.is_empty() {
            word.truncate(MAX_LENGTH);
            slug = word;
        } else if slug.len() + 1 + word.len() <= MAX_LENGTH {
            slug.push('-');
            slug.push_str(&word);
        } else {
            break;
        }
    }
    let has_letters = slug.bytes().any(|byte| byte.is_ascii_alphabetic());
    has_letters.then_some(slug)
}

/// Apostrophes, accents and soft hyphens don't end a word.
fn is_within_word(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | '\u{AD}' | '\u{300}'..='\u{36F}')
}
