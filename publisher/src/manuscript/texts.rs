//! Marks in a text that readers would see, or would not see where they matter.

use crate::manuscript::paste::excerpt;

/// The code of the first control character in a text, and the words before it.
pub(super) fn control_character(text: &str) -> Option<(u32, String)> {
    let is_forbidden =
        |letter: char| letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}');
    let at = text.find(is_forbidden)?;
    let letter = text.get(at..)?.chars().next()?;
    Some((u32::from(letter), excerpt(text.get(..at)?)))
}

/// The first mark of HTML or Markdown that readers would see.
pub(super) fn markup(text: &str) -> Option<String> {
    const MARKS: [&str; 6] = ["**", "](", "__", "~~", "{#", "[^"];
    let mark = entity(text).or_else(|| tag(text)).or_else(|| {
        let mark = MARKS.into_iter().find(|mark| text.contains(mark))?;
        Some(mark)
    })?;
    Some(mark.chars().take(60).collect())
}

/// The first letter of UTF-8 that was read as Windows-1252, as in “Ã¯” for “ï” or “â€™” for “’”.
pub(super) fn mojibake(text: &str) -> Option<String> {
    let pairs = text.chars().zip(text.chars().skip(1));
    pairs.into_iter().find_map(|(first, second)| {
        let is_accent = matches!(first, 'Ã' | 'Â') && ('\u{80}'..='\u{BF}').contains(&second);
        let is_mark = first == 'â' && second == '€';
        (is_accent || is_mark).then(|| format!("{first}{second}"))
    })
}

/// The first two quotation marks that stand together and open or close the same words.
pub(super) fn doubled_quotes(text: &str) -> Option<String> {
    const DOUBLE: [char; 4] = ['"', '“', '”', '„'];
    let pairs = text.chars().zip(text.chars().skip(1));
    pairs.into_iter().find_map(|(first, second)| {
        let is_double = DOUBLE.contains(&first) && DOUBLE.contains(&second);
        let is_single = first == second && matches!(first, '\'' | '‘' | '’' | '«' | '»');
        (is_double || is_single).then(|| format!("{first}{second}"))
    })
}

/// The words that count the phases, as in “in vier fasen”, if they count others than there are.
pub(super) fn phase_count(text: &str, count: usize) -> Option<String> {
    if !text.contains("fase") && !text.contains("phase") && !text.contains("FASE") {
        return None;
    }
    let words: Vec<_> = text.split_whitespace().collect();
    words.windows(3).find_map(|words| {
        let [first, number, phases] = words else {
            return None;
        };
        let letters = |word: &str| {
            let is_letter = |letter: char| !letter.is_alphanumeric();
            word.trim_matches(is_letter).to_lowercase()
        };
        let (first, number, phases) = (letters(first), letters(number), letters(phases));
        let is_count = matches!(first.as_str(), "in" | "alle" | "all" | "into")
            && matches!(phases.as_str(), "fasen" | "fases" | "phases");
        let number = number_of(&number).filter(|_| is_count)?;
        let is_mark = |letter: char| !letter.is_alphanumeric();
        (number != count).then(|| words.join(" ").trim_matches(is_mark).to_owned())
    })
}

fn number_of(word: &str) -> Option<usize> {
    const DUTCH: [&str; 12] = [
        "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf",
        "twaalf",
    ];
    const ENGLISH: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let position = |words: [&str; 12]| words.iter().position(|number| *number == word);
    let by_word = position(DUTCH).or_else(|| position(ENGLISH));
    by_word.map(|index| index + 1).or_else(|| word.parse().ok())
}

/// The first HTML entity, as in `&amp;` or `&#39;`.
fn entity(text: &str) -> Option<&str> {
    text.match_indices('&').find_map(|(start, _)| {
        let from = text.get(start..)?;
        let length = from
            .bytes()
            .skip(1)
            .take(10)
            .position(|byte| byte == b';')?;
        let name = from.get(1..=length)?;
        let is_plain = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let is_name = match name.strip_prefix('#') {
            Some(number) => (1..=8).contains(&number.len()) && is_plain(number),
            None => (2..=8).contains(&name.len()) && is_plain(name),
        };
        from.get(..length + 2).filter(|_| is_name)
    })
}

/// The first HTML tag, as in `<b>` or `</p>`.
fn tag(text: &str) -> Option<&str> {
    text.match_indices('<').find_map(|(start, _)| {
        let from = text.get(start..)?;
        let name = from.get(1..)?.trim_start_matches('/');
        if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return None;
        }
        let end = from
            .char_indices()
            .take(200)
            .find(|(_, letter)| *letter == '>')?
            .0;
        from.get(..=end)
    })
}
