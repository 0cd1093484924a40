//! Where the site will be.

use anyhow::{Result, bail};
use kennislemniscaat::content::Content;
use kennislemniscaat::route::Route;

/// The absolute address of the site's root, ending in a slash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(String);

impl BaseUrl {
    /// The address that `--base-url` gives.
    ///
    /// # Errors
    /// When it isn't an `http:` or `https:` address of a folder.
    pub fn new(url: &str) -> Result<Self> {
        let rest = url.strip_prefix("https://").or(url.strip_prefix("http://"));
        let plain = |host: &str| {
            !host.is_empty()
                && host
                    .chars()
                    .all(|each| each.is_ascii_alphanumeric() || "-._~:/[]%".contains(each))
        };
        if !rest.is_some_and(plain) {
            bail!(
                "the base URL “{url}” should be like https://example.org/ or https://example.org/map/"
            );
        }
        Ok(Self(format!("{}/", url.trim_end_matches('/'))))
    }

    /// The site's root.
    #[must_use]
    pub fn root(&self) -> &str {
        &self.0
    }

    /// The part after the host, from slash to slash.
    #[must_use]
    pub fn path(&self) -> &str {
        let host = self.0.find("://").map_or(0, |at| at + 3);
        let path = self.0[host..].find('/').map_or(0, |at| host + at);
        &self.0[path..]
    }

    /// The address of a view.
    #[must_use]
    pub fn view_url(&self, content: &Content, route: Route) -> String {
        format!("{}{}/{}", self.0, content.lang, route.path(content))
    }
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[test]
    fn an_address_ends_in_one_slash() {
        for url in [
            "https://example.org",
            "https://example.org/",
            "https://example.org//",
        ] {
            assert_eq!(BaseUrl::new(url).unwrap().root(), "https://example.org/");
        }
        assert_eq!(
            BaseUrl::new("http://127.0.0.1:8080/map").unwrap().root(),
            "http://127.0.0.1:8080/map/"
        );
    }

    #[test]
    fn a_site_may_lie_in_a_folder() {
        let path = |url| BaseUrl::new(url).unwrap().path().to_owned();
        assert_eq!(path("https://example.org"), "/");
        assert_eq!(path("http://127.0.0.1:8080/a/map"), "/a/map/");
    }

    #[test]
    fn what_is_no_address_of_a_site_is_refused() {
        for url in [
            "",
            "example.org",
            "https://",
            "ftp://example.org",
            "https://a b",
            "https://a/?q",
            "https://a/\"><b>",
        ] {
            let said = BaseUrl::new(url).unwrap_err().to_string();
            assert!(said.contains("https://example.org/"), "{url}: {said}");
        }
    }
}
