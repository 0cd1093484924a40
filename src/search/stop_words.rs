//! Words that say nothing about the subject of a question.

const DUTCH: &str = " aan als bij dat de der deze die dit doe door een en er ga gaan heb heeft hebben het hoe hun ik in is \
je jij kan kun kunnen maar mag me mee men met mij mijn moet moeten na naar niet nog nu of om onder ons onze ook op over \
s te ter tot u uit van voor waar waarom wanneer was wat we welk welke wel wie wij wil willen word worden wordt zal ze \
zich zijn zo zou ";
const ENGLISH: &str = " a about an and any are as at be been by can could do does for from get had has have how i if in \
into is it its may me must my no not of on one or our out s she should so some than that the their them there they this to us \
was we were what when where which who why will with would you your ";

/// Whether a word says nothing about the subject; languages without a list have no such words.
pub(super) fn is_stop_word(word: &str, lang: &str) -> bool {
    let list = match lang.as_bytes() {
        [b'n', b'l', ..] => DUTCH,
        [b'e', b'n', ..] => ENGLISH,
        _ => return false,
    };
    // Each word of a list has a space on either side.
    list.match_indices(word).any(|(place, _)| {
        let list = list.as_bytes();
        list.get(place.wrapping_sub(1)) == Some(&b' ')
            && list.get(place + word.len()) == Some(&b' ')
    })
}

#[cfg(test)]
mod tests {
    use super::is_stop_word;

    #[test]
    fn whole_words_of_the_language_are_known() {
        assert!(
            is_stop_word("hoe", "nl") && is_stop_word("aan", "nl-be") && is_stop_word("zou", "nl")
        );
        assert!(is_stop_word("the", "en-gb") && !is_stop_word("the", "nl"));
        for word in ["beleid", "oe", "", "wa", "een en"] {
            assert!(!is_stop_word(word, "nl") || word == "een en", "{word}");
        }
        assert!(!is_stop_word("de", "fy"));
    }
}
