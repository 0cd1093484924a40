//! Spaces that esbuild leaves in stylesheets: in the values of custom properties, and around signs.

/// Signs that need no space around them in a value. Plus and minus do, inside `calc()`.
const SIGNS: [char; 4] = [',', '*', '/', ':'];

/// A minified stylesheet without the spaces that declarations don't need. Selectors, conditions and strings
/// stay as they are.
pub fn remove_spaces(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut part = String::new();
    let mut quote = None;
    for sign in css.chars() {
        part.push(sign);
        match (quote, sign) {
            (None, '"' | '\'') => quote = Some(sign),
            (Some(open), _) if sign == open => quote = None,
            (None, '{') => out.push_str(&std::mem::take(&mut part)),
            (None, ';' | '}') => out.push_str(&declaration(&std::mem::take(&mut part))),
            _ => {}
        }
    }
    out + &part
}

/// A declaration without spaces beside signs, outside strings.
fn declaration(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut quote = None;
    for sign in text.chars() {
        match (quote, sign) {
            (None, ' ') if out.ends_with(SIGNS) => continue,
            (None, '"' | '\'') => quote = Some(sign),
            (Some(open), _) if sign == open => quote = None,
            _ => {}
        }
        if quote.is_none() && (SIGNS.contains(&sign) || "})".contains(sign)) {
            out.truncate(out.trim_end_matches(' ').len());
        }
        out.push(sign);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::remove_spaces;

    #[test]
    fn values_of_custom_properties_have_no_spaces_around_signs() {
        assert_eq!(
            remove_spaces(".kl{--_a: min(1em + 2cqi, 2em);--_b: calc(var(--_a) / 4 * 2) }"),
            ".kl{--_a:min(1em + 2cqi,2em);--_b:calc(var(--_a)/4*2)}"
        );
    }

    #[test]
    fn selectors_conditions_and_strings_stay() {
        for css in [
            ".a * .b{color:red}",
            ":is(.a, .b){color:red}",
            "@container kl (width < 36em){.a{color:red}}",
            ".a:after{content:\"; { , a / b\"}",
            ".a:after{content:'a \" , b'}",
        ] {
            assert_eq!(remove_spaces(css), css);
        }
    }

    #[test]
    fn plus_and_minus_keep_their_spaces() {
        let css = ".a{width:calc(1em - 2px + 3%)}";
        assert_eq!(remove_spaces(css), css);
    }
}
