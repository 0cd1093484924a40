//! The file that tells how to report a vulnerability of the site: <https://www.rfc-editor.org/rfc/rfc9116>.

use std::env;
use std::path::Path;

use anyhow::{Context, Result};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use url::Url;

use crate::assets::write;
use crate::pages::base_url::BaseUrl;
use crate::publication::Publication;

/// The path of the file; it is valid in the root of a host alone.
pub const PATH: &str = ".well-known/security.txt";

/// The days for which the file is valid: a year is too long, by section 2.5.5.
const VALID_DAYS: i32 = 360;

/// The environment variable with the time of a reproducible build, in seconds since 1970:
/// <https://reproducible-builds.org/specs/source-date-epoch/>.
const BUILD_TIME: &str = "SOURCE_DATE_EPOCH";

/// Writes the file into the root of a site, unless the publication names no contact or the site lies in a folder of its
/// host.
///
/// # Errors
/// If the time of the build is unreadable, or the file can't be written.
pub fn publish(site: &Path, publication: &Publication, base_url: Option<&BaseUrl>) -> Result<()> {
    let (Some(contact), true) = (publication.contact(), is_in_root(base_url)) else {
        return Ok(());
    };
    let texts = publication.texts.iter();
    let languages: Vec<_> = texts.map(|text| text.lang.as_str()).collect();
    write(
        &site.join(PATH),
        text(&contact, expiry()?, &languages, base_url),
    )
}

/// Whether a site lies in the root of its host; one without an address may.
#[must_use]
pub fn is_in_root(base_url: Option<&BaseUrl>) -> bool {
    base_url.is_none_or(|base_url| base_url.path() == "/")
}

/// The day on which the file of a site expires that is published now.
///
/// # Errors
/// If the time of the build is unreadable.
pub fn expiry() -> Result<Date> {
    expiry_after(env::var(BUILD_TIME).ok().as_deref(), Timestamp::now())
}

fn expiry_after(build_time: Option<&str>, now: Timestamp) -> Result<Date> {
    let built = match build_time {
        None => now,
        Some(text) => {
            let seconds = text.parse().ok();
            let time = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
            time.with_context(|| {
                format!("invalid {BUILD_TIME} \"{text}\"; expected seconds since 1970")
            })?
        }
    };
    let day = built.to_zoned(TimeZone::UTC).date();
    Ok(day.checked_add(VALID_DAYS.days())?)
}

fn text(contact: &str, expiry: Date, languages: &[&str], base_url: Option<&BaseUrl>) -> String {
    let mut text = format!(
        "Contact: {}\nExpires: {expiry}T00:00:00Z\nPreferred-Languages: {}\n",
        uri(contact),
        languages.join(", ")
    );
    if let Some(base_url) = base_url {
        text += &format!("Canonical: {}{PATH}\n", base_url.root());
    }
    text
}

/// A page or an e-mail address as a URI. An address has its special characters encoded:
/// <https://www.rfc-editor.org/rfc/rfc6068#section-2>.
fn uri(contact: &str) -> String {
    if let Ok(page) = Url::parse(contact)
        && page.scheme() == "https"
    {
        return page.into();
    }
    let mut uri = "mailto:".to_owned();
    for byte in contact.bytes() {
        match byte {
            byte if byte.is_ascii_alphanumeric() || b"@.-_+~".contains(&byte) => {
                uri.push(byte.into());
            }
            byte => uri += &format!("%{byte:02X}"),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::fixture;
    use crate::settings::FILE;

    const NOON: &str = "2026-11-28T12:00:00Z";

    fn day(build_time: Option<&str>) -> Result<String> {
        let now = NOON.parse().expect("a time");
        expiry_after(build_time, now).map(|day| day.to_string())
    }

    #[test]
    fn the_file_expires_within_a_year_of_the_build() {
        assert_eq!(day(None).expect("a day"), "2027-11-23");
        assert_eq!(day(Some("0")).expect("a day"), "1970-12-27");
        let message = day(Some("now")).expect_err("no number").to_string();
        assert_eq!(
            message,
            "invalid SOURCE_DATE_EPOCH \"now\"; expected seconds since 1970"
        );
    }

    #[test]
    fn the_file_has_a_line_for_each_fact() {
        let base_url = BaseUrl::new("https://a.example").expect("a URL");
        let expiry = "2027-11-23".parse().expect("a day");
        assert_eq!(
            text("info@a.example", expiry, &["nl", "en"], Some(&base_url)),
            "Contact: mailto:info@a.example\n\
            Expires: 2027-11-23T00:00:00Z\n\
            Preferred-Languages: nl, en\n\
            Canonical: https://a.example/.well-known/security.txt\n"
        );
        let without = text("https://a.example/meld", expiry, &["nl"], None);
        assert!(without.starts_with("Contact: https://a.example/meld\n"));
        assert!(!without.contains("Canonical"));
    }

    #[test]
    fn a_contact_is_one_uri_whatever_it_contains() {
        for (contact, expected) in [
            ("a+b@c.example", "mailto:a+b@c.example"),
            ("a?subject=x@c.example", "mailto:a%3Fsubject%3Dx@c.example"),
            ("zoë@c.example", "mailto:zo%C3%AB@c.example"),
            ("https://c.example/@a", "https://c.example/@a"),
            (
                "https://c.example/a b\nExpires:",
                "https://c.example/a%20bExpires:",
            ),
        ] {
            assert_eq!(uri(contact), expected);
        }
    }

    /// Whether a site has the file, by the settings of its publication and its address.
    fn is_written(settings: &str, base_url: Option<&str>) -> bool {
        let (work, folder) = fixture::new_publication("Vragen, Leren / Doen");
        fs::write(folder.join(FILE), settings).expect("settings");
        let publication = Publication::read(&folder).expect("a publication");
        let base_url = base_url.map(|url| BaseUrl::new(url).expect("a URL"));
        let site = work.path().join("site");
        publish(&site, &publication, base_url.as_ref()).expect("a site");
        site.join(PATH).exists()
    }

    #[test]
    fn the_root_of_a_host_has_the_file_if_there_is_a_contact() {
        let contact = "contact = \"info@a.example\"\n";
        assert!(is_written(contact, Some("https://a.example")));
        assert!(is_written(contact, None));
        assert!(!is_written(contact, Some("https://a.example/map/")));
        assert!(!is_written("", Some("https://a.example")));
    }
}
