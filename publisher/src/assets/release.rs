//! The release of the loader, and the response headers that depend on it.

/// The version of the release; `/v1.2.3/embed.js` never changes.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The major version; `/v1/embed.js` is its latest release.
#[must_use]
pub fn major() -> &'static str {
    VERSION.split('.').next().unwrap_or(VERSION)
}

/// The path of the rule for pages outside the folder for frames.
const PAGES: &str = "/{pages}\n";

/// Fills this release and the folders of languages into the file `_headers`: hosts that read the file know no patterns
/// that distinguish `v1` from `v1.2.3`, nor all folders but one.
#[must_use]
pub fn fill_headers<'a>(template: &str, languages: impl Iterator<Item = &'a str>) -> String {
    let folders = languages.map(|lang| format!("/{lang}/*"));
    let others = ["/", "/:page", "/voorbeeld/*"].map(String::from);
    let pages: Vec<_> = others.into_iter().chain(folders).collect();
    let rules = template
        .split("\n\n")
        .map(|rule| match rule.strip_prefix(PAGES) {
            None => rule.to_owned(),
            Some(headers) => {
                let rules = pages.iter().map(|path| format!("{path}\n{headers}"));
                rules.collect::<Vec<_>>().join("\n\n")
            }
        });
    rules
        .collect::<Vec<_>>()
        .join("\n\n")
        .replace("{version}", VERSION)
        .replace("{major}", major())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_folder_of_pages_has_the_rule_of_pages() {
        let template = "# All\n\n/*\n  X: 1\n\n/{pages}\n  Y: 2\n\n/v{major}/*\n  Z: 3\n";
        let headers = fill_headers(template, ["nl", "en"].into_iter());
        let folders = ["/", "/:page", "/voorbeeld/*", "/nl/*", "/en/*"];
        for folder in folders {
            assert!(
                headers.contains(&format!("\n\n{folder}\n  Y: 2\n\n")),
                "{headers}"
            );
        }
        assert_eq!(headers.matches("Y: 2").count(), folders.len());
        assert!(headers.ends_with(&format!("\n\n/v{}/*\n  Z: 3\n", major())));
    }
}
