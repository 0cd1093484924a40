//! The public URL of the site.

use anyhow::{Result, bail};
use kennislemniscaat::content::Content;
use kennislemniscaat::route::Route;
use url::Url;

use crate::pages::frame;

/// The absolute URL of the site's root; ends in a slash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(Url);

impl BaseUrl {
    /// Parses the value of `--base-url`.
    ///
    /// # Errors
    /// If the value isn't the `http:` or `https:` URL of a folder.
    pub fn new(text: &str) -> Result<Self> {
        let folder = format!("{}/", text.trim_end_matches('/'));
        let is_folder = |url: &Url| {
            matches!(url.scheme(), "https" | "http")
                && url.username().is_empty()
                && url.password().is_none()
                && url.query().is_none()
                && url.fragment().is_none()
        };
        match Url::parse(&folder).ok().filter(is_folder) {
            Some(url) => Ok(Self(url)),
            None => bail!(
                "invalid base URL \"{text}\"; expected one like https://example.org/ or https://example.org/map/"
            ),
        }
    }

    #[must_use]
    pub fn root(&self) -> &str {
        self.0.as_str()
    }

    /// The path of the site's root; begins and ends with a slash.
    #[must_use]
    pub fn path(&self) -> &str {
        self.0.path()
    }

    /// The host, with the port where it isn't the usual one.
    #[must_use]
    pub fn host(&self) -> String {
        let origin = self.origin();
        origin
            .split_once("://")
            .map_or("", |(_, host)| host)
            .to_owned()
    }

    /// The origin, as policies name it.
    #[must_use]
    pub fn origin(&self) -> String {
        self.0.origin().ascii_serialization()
    }

    #[must_use]
    pub fn view_url(&self, content: &Content, route: Route) -> String {
        format!(
            "{}{}/{}",
            self.root(),
            content.lang,
            content.views.path(route)
        )
    }

    /// The URL of the page that shows a view in a frame.
    #[must_use]
    pub fn frame_url(&self, content: &Content, route: Route) -> String {
        let path = content.views.path(route);
        format!("{}{}/{}/{path}", self.root(), frame::FOLDER, content.lang)
    }

    /// The URL of a page that is not a view.
    #[must_use]
    pub fn page_url(&self, lang: &str, path: &str) -> String {
        format!("{}{lang}/{path}/", self.root())
    }
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[test]
    fn a_base_url_ends_in_one_slash() {
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
    fn urls_that_are_not_folders_are_refused() {
        for url in [
            "",
            "example.org",
            "https://",
            "ftp://example.org",
            "https://a b",
            "https://a/?q",
            "https://user@example.org",
            "https://example.org/#part",
        ] {
            let message = BaseUrl::new(url).unwrap_err().to_string();
            assert!(message.contains("https://example.org/"), "{url}: {message}");
        }
    }

    #[test]
    fn a_base_url_is_normalized() {
        let root = |url| BaseUrl::new(url).unwrap().root().to_owned();
        assert_eq!(root("https://Example.ORG"), "https://example.org/");
        assert_eq!(
            root("https://kénnis.example"),
            "https://xn--knnis-bsa.example/"
        );
        assert_eq!(
            root("https://a.example/\"><b>"),
            "https://a.example/%22%3E%3Cb%3E/"
        );
    }
}
