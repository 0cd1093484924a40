//! The tokens of NL Design System that the stylesheet of the mapping reads.

/// The private properties that hold the tokens of a theme.
const PREFIX: &str = "--_nlds-";

/// Each property of the widget with the tokens that it takes the place of, the first one first.
pub fn tokens(mapping: &str) -> Vec<(String, Vec<String>)> {
    let declarations = mapping.split([';', '{', '}']);
    let properties = declarations.filter_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        let property = name.trim().strip_prefix(PREFIX)?;
        let references = value.split("var(").skip(1);
        let names = references.filter_map(|rest| rest.split([',', ')']).next());
        let tokens: Vec<_> = names.map(|name| name.trim().to_owned()).collect();
        // Other properties are computed from these.
        let is_private = |token: &String| token.starts_with(PREFIX) || token.starts_with("--kl-");
        (!tokens.is_empty() && !tokens.iter().any(is_private))
            .then(|| (format!("--kl-{property}"), tokens))
    });
    properties.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_property_has_its_tokens_in_order() {
        let mapping = "a {\n  --_nlds-ink: var(\n    --one,\n    var(--two)\n  );\n  --_nlds-line: var(--three);\n}";
        let expected = [
            ("--kl-ink".to_owned(), vec!["--one".into(), "--two".into()]),
            ("--kl-line".to_owned(), vec!["--three".into()]),
        ];
        assert_eq!(tokens(mapping), expected);
    }

    #[test]
    fn computed_values_are_no_tokens() {
        let mapping = "@property --_nlds-ink { initial-value: #000 }
            a { --_nlds-length: var(--_nlds-size); --kl-ink: var(--_nlds-ink); --_nlds-limit: (alpha - 0.5) / 0.4;
            --_nlds-ink-soft: color-mix(in oklab, var(--kl-ink) 60%, var(--kl-surface)) }";
        assert!(tokens(mapping).is_empty());
    }
}
