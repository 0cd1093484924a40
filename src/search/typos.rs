//! The distance between two words: the number of slips that make one of the other.

/// The number of slips that a word may have. Short words are too near to each other.
pub(super) fn allowed(word: &str) -> usize {
    match word.chars().count() {
        0..=4 => 0,
        5..=7 => 1,
        _ => 2,
    }
}

/// The distance of two words (insert, drop or change a letter, or swap two neighbors), if it is within a limit.
/// Optimal string alignment: Boytsov, *Indexing methods for approximate dictionary searching*, 2011.
pub(super) fn distance(one: &str, other: &str, limit: usize) -> Option<usize> {
    let one: Vec<char> = one.chars().collect();
    let other: Vec<char> = other.chars().collect();
    if one.len().abs_diff(other.len()) > limit {
        return None;
    }
    let mut before: Vec<usize> = vec![];
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.iter().enumerate() {
        let mut next = vec![index + 1];
        for (place, compared) in other.iter().enumerate() {
            let changed = row[place] + usize::from(letter != compared);
            let mut least = changed.min(row[place + 1] + 1).min(next[place] + 1);
            if index > 0 && place > 0 && *letter == other[place - 1] && one[index - 1] == *compared
            {
                least = least.min(before[place - 1] + 1);
            }
            next.push(least);
        }
        // No later row has less.
        if next.iter().all(|distance| *distance > limit) {
            return None;
        }
        before = row;
        row = next;
    }
    row.last().copied().filter(|distance| *distance <= limit)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn slips_are_counted() {
        for (one, other, slips) in [
            ("bijenkomst", "bijeenkomst", 1),
            ("betrouwbaarhied", "betrouwbaarheid", 1),
            ("beleid", "beleid", 0),
            ("delen", "doelen", 1),
            ("koe", "paard", 5),
        ] {
            assert_eq!(distance(one, other, 9), Some(slips), "{one}, {other}");
        }
    }

    proptest! {
        #[test]
        fn the_limit_changes_nothing_but_what_lies_beyond_it(one in "[a-d]{0,8}", other in "[a-d]{0,8}", limit in 0..4_usize) {
            let whole = distance(&one, &other, 99).expect("any distance is below the limit");
            prop_assert_eq!(distance(&one, &other, limit), (whole <= limit).then_some(whole));
            prop_assert_eq!(distance(&other, &one, 99), Some(whole));
            prop_assert_eq!(whole == 0, one == other);
        }
    }
}
