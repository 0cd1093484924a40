//! Soft hyphens, which mark where a word may break.

/// Invisible, unless a line breaks there.
const SOFT_HYPHEN: char = '\u{AD}';

/// Removes soft hyphens from a text that isn't shown: programs search and compare whole words.
#[must_use]
pub fn without_soft_hyphens(text: &str) -> String {
    let mut text = text.to_owned();
    text.retain(|character| character != SOFT_HYPHEN);
    text
}

#[cfg(test)]
mod tests {
    use super::without_soft_hyphens;

    #[test]
    fn only_soft_hyphens_are_removed() {
        assert_eq!(
            without_soft_hyphens("“Kennis\u{AD}infra\u{AD}structuur” – op-maat"),
            "“Kennisinfrastructuur” – op-maat"
        );
    }
}
