//! The rules that internet.nl publishes for the security options of a web server, applied to our responses:
//! <https://github.com/internetstandards/Internet.nl>, `checks/tasks/http_headers.py` and `checks/tasks/securitytxt.py`,
//! and for the file `security.txt` those of <https://github.com/DigitalTrustCenter/sectxt>, which it uses.

use std::collections::HashMap;
use std::fs;

use anyhow::{Result, ensure};
use harness::nginx;
use harness::published::{Server, get};
use harness::setup::setup;
use jiff::{SignedDuration, Timestamp};
use publisher::commands::new::{Answers, new};
use publisher::pages::base_url::BaseUrl;
use publisher::pages::security_txt;
use publisher::publication::Publication;
use reqwest::Response;

/// The encodings that internet.nl says it accepts.
const ENCODINGS: &str = "br, compress, deflate, exi, gzip, pack200-gzip, x-compress, x-gzip, zstd";

/// The directives that a missing directive has its sources from, the nearest first.
const FALLBACKS: [(&str, &[&str]); 3] = [
    ("frame-src", &["child-src", "default-src"]),
    ("object-src", &["default-src"]),
    ("script-src", &["default-src"]),
];

/// A Content-Security-Policy: the sources of each directive.
struct Policy<'a>(HashMap<&'a str, Vec<&'a str>>);

impl<'a> Policy<'a> {
    /// Reads one or more policies, with commas between them.
    fn parse(header: &'a str) -> Self {
        let mut directives: HashMap<_, Vec<_>> = HashMap::new();
        for directive in header.split([',', ';']) {
            let mut words = directive.split_whitespace();
            if let Some(name) = words.next() {
                directives.entry(name).or_default().extend(words);
            }
        }
        Self(directives)
    }

    /// The sources of a directive, or of the one that stands in for it.
    fn sources(&self, name: &str) -> &[&'a str] {
        let fallbacks = FALLBACKS.iter().find(|(other, _)| *other == name);
        let fallbacks = fallbacks.map_or(&[][..], |(_, fallbacks)| *fallbacks);
        let mut names = [name].into_iter().chain(fallbacks.iter().copied());
        let sources = names.find_map(|name| self.0.get(name));
        sources.map_or(&[], Vec::as_slice)
    }

    /// Whether a directive allows nothing, or the site alone.
    fn is_own(&self, name: &str) -> bool {
        match self.sources(name) {
            ["'none'"] => true,
            sources => {
                let is_known = |source: &&str| matches!(*source, "'self'" | "'report-sample'");
                sources.contains(&"'self'") && sources.iter().all(is_known)
            }
        }
    }

    /// Whether a directive names the site, nothing or, where that is allowed, a host.
    fn is_limited(&self, name: &str, may_name_hosts: bool) -> bool {
        let mut sources = self.sources(name).iter();
        sources.any(|source| {
            matches!(*source, "'self'" | "'none'") || may_name_hosts && host(source).is_some()
        })
    }

    fn problems(&self) -> Vec<&'static str> {
        let sources: Vec<_> = self.0.values().flatten().copied().collect();
        let has = |source: &str| sources.contains(&source);
        let is_host = |is_bad: &dyn Fn(&str) -> bool| {
            let mut hosts = sources.iter().filter_map(|source| host(source));
            hosts.any(is_bad)
        };
        let allows_data = ["script-src", "object-src"]
            .into_iter()
            .any(|name| self.sources(name).contains(&"data:"));
        let bare = |source: &&str| host(source).is_some() && !source.contains("://");
        [
            (has("'unsafe-inline'"), "allows inline scripts or styles"),
            (has("'unsafe-eval'"), "allows eval"),
            (
                has("'unsafe-hashes'"),
                "allows event handlers by their hash",
            ),
            (
                has("http:") || sources.iter().any(|source| source.starts_with("http://")),
                "allows HTTP",
            ),
            (has("https:"), "allows every host with HTTPS"),
            (sources.iter().any(bare), "names a host without its scheme"),
            (allows_data, "allows scripts or objects in addresses"),
            (
                is_host(&|host| matches!(host, "*" | "127.0.0.1")),
                "allows every host, or the machine of the reader",
            ),
            (!self.is_own("default-src"), "has a wide default-src"),
            (!self.is_own("base-uri"), "has a wide base-uri"),
            (
                !self.is_own("default-src") && !self.is_limited("frame-src", true),
                "has a wide frame-src",
            ),
            (
                !self.is_limited("frame-ancestors", false),
                "lets other sites frame the page",
            ),
            (
                !self.is_limited("form-action", true),
                "has a wide form-action",
            ),
        ]
        .into_iter()
        .filter_map(|(is_problem, text)| is_problem.then_some(text))
        .collect()
    }
}

/// The host of a source; none if the source is a keyword or a scheme.
fn host(source: &str) -> Option<&str> {
    let (_, rest) = source.split_once("://").unwrap_or(("", source));
    let host = rest.split(['/', ':']).next()?;
    let is_host = !host.is_empty() && !source.contains('\'') && !source.ends_with(':');
    is_host.then_some(host)
}

/// The problems with the headers of a response; each value is empty if the header is missing.
fn problems<'a>(header: impl Fn(&str) -> &'a str) -> Vec<&'static str> {
    let mut problems = Policy::parse(header("content-security-policy")).problems();
    let first = |name: &str| {
        let value = header(name).split(',').next().unwrap_or_default();
        value.trim().to_lowercase()
    };
    if !matches!(&*first("x-frame-options"), "deny" | "sameorigin") {
        problems.push("X-Frame-Options lets other sites frame the page");
    }
    if first("x-content-type-options") != "nosniff" {
        problems.push("X-Content-Type-Options lets browsers guess types");
    }
    let referrer_policy = header("referrer-policy").rsplit(',').next();
    if !matches!(
        referrer_policy.map(str::trim),
        Some("same-origin" | "no-referrer")
    ) {
        problems.push("Referrer-Policy tells other sites where a reader comes from");
    }
    let transport = first("strict-transport-security");
    let age = transport.split("max-age=").nth(1);
    let age = age.and_then(|rest| rest.split(';').next()?.trim().parse::<u64>().ok());
    if age.is_none_or(|seconds| seconds < 31_536_000) {
        problems.push("Strict-Transport-Security lasts less than a year");
    }
    if !header("content-encoding").is_empty() {
        problems.push("the response is compressed");
    }
    problems
}

fn value<'a>(response: &'a Response, name: &str) -> &'a str {
    let value = response.headers().get(name);
    value
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}

#[tokio::test]
async fn internet_nl_finds_no_problem_with_the_headers_of_a_host() -> Result<()> {
    for server in Server::all() {
        // Internet.nl requests the root alone, and follows no redirect.
        let response = server.get("/", ENCODINGS).await?;
        let found = problems(|name| value(&response, name));
        ensure!(found.is_empty(), "{}: {found:?}", server.name);
    }
    Ok(())
}

#[test]
fn the_rules_of_internet_nl_find_weak_headers() {
    let good = HashMap::from([
        (
            "content-security-policy",
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
        ),
        ("x-frame-options", "SAMEORIGIN"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("strict-transport-security", "max-age=31536000"),
    ]);
    let found = |headers: &HashMap<&'static str, &'static str>| {
        problems(|name| headers.get(name).copied().unwrap_or_default())
    };
    assert_eq!(found(&good), [""; 0]);
    for (name, weak, expected) in [
        (
            "content-security-policy",
            "default-src 'self'; base-uri 'none'; form-action 'none'",
            "lets other sites frame the page",
        ),
        (
            "content-security-policy",
            "default-src 'none'; script-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "allows scripts or objects in addresses",
        ),
        (
            "content-security-policy",
            "default-src 'none'; img-src a.example; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "names a host without its scheme",
        ),
        (
            "content-security-policy",
            "default-src 'none'; img-src http://a.example; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "allows HTTP",
        ),
        (
            "content-security-policy",
            "default-src 'none'; base-uri https://a.example; form-action 'none'; frame-ancestors 'none'",
            "has a wide base-uri",
        ),
        (
            "x-frame-options",
            "ALLOW-FROM https://a.example",
            "X-Frame-Options lets other sites frame the page",
        ),
        (
            "x-content-type-options",
            "",
            "X-Content-Type-Options lets browsers guess types",
        ),
        (
            "referrer-policy",
            "same-origin, strict-origin-when-cross-origin",
            "Referrer-Policy tells other sites where a reader comes from",
        ),
        (
            "strict-transport-security",
            "max-age=15768000; includeSubDomains",
            "Strict-Transport-Security lasts less than a year",
        ),
    ] {
        let mut headers = good.clone();
        headers.insert(name, weak);
        assert_eq!(found(&headers), [expected], "{weak}");
    }
}

/// The problems with a file `security.txt` at an address.
fn problems_of_file(text: &str, url: &str, now: Timestamp) -> Vec<String> {
    let mut problems = Vec::new();
    let mut fields: HashMap<String, Vec<&str>> = HashMap::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once(": ") {
            Some((name, value)) if !value.is_empty() && value.trim() == value => {
                fields.entry(name.to_lowercase()).or_default().push(value);
            }
            _ => problems.push(format!("“{line}” is no field")),
        }
    }
    if !text.ends_with('\n') {
        problems.push("the last line has no end".into());
    }
    let values = |name: &str| fields.get(name).map_or(&[][..], Vec::as_slice);
    let contacts = values("contact");
    let is_uri = |contact: &&&str| {
        ["https://", "mailto:", "tel:"]
            .iter()
            .any(|scheme| contact.starts_with(scheme))
    };
    if contacts.is_empty() || contacts.iter().filter(is_uri).count() < contacts.len() {
        problems.push(format!("no way to reach someone: {contacts:?}"));
    }
    match values("expires") {
        [expires] => match expires.parse::<Timestamp>() {
            Ok(end) => {
                let days = end.duration_since(now).as_hours() / 24;
                if !(1..366).contains(&days) {
                    problems.push(format!("the file expires in {days} days"));
                }
            }
            Err(error) => problems.push(format!("{expires}: {error}")),
        },
        other => problems.push(format!("{} dates of expiry", other.len())),
    }
    if values("preferred-languages").len() > 1 {
        problems.push("two lists of languages".into());
    }
    let canonical = values("canonical");
    if !canonical.is_empty() && !canonical.contains(&url) {
        problems.push(format!("{url} is none of {canonical:?}"));
    }
    problems
}

#[tokio::test]
async fn internet_nl_finds_no_problem_with_the_security_txt_of_a_publication() -> Result<()> {
    let work = tempfile::tempdir()?;
    let folder = work.path().join("model");
    let answer = |text: &str| Some(text.to_owned());
    let answers = Answers {
        title: answer("Ons model"),
        lang: answer("nl"),
        loops: answer("Praktijk, Beleid"),
        phases: answer("Vragen / Doen"),
        organisation: answer("Gemeente Voorbeeld"),
    };
    new(&folder, &answers)?;
    let settings = folder.join("publication.toml");
    let text = fs::read_to_string(&settings)?;
    fs::write(&settings, text.replace("# contact", "contact"))?;
    let publication = Publication::read(&folder)?;
    // Internet.nl requests files over HTTPS alone.
    let host = setup().base_url.replace("http:", "https:");
    let base_url = BaseUrl::new(&host)?;
    security_txt::publish(&nginx::folder(), &publication, Some(&base_url))?;
    let path = format!("/{}", security_txt::PATH);
    let response = get(&path, "identity").await?;
    ensure!(response.status() == 200, "{path}: {}", response.status());
    let kind = value(&response, "content-type").to_lowercase();
    ensure!(kind == "text/plain; charset=utf-8", "{path} is {kind}");
    let text = response.text().await?;
    let url = format!("{}{}", base_url.root(), security_txt::PATH);
    let now = Timestamp::now();
    let found = problems_of_file(&text, &url, now);
    ensure!(found.is_empty(), "{found:#?} in:\n{text}");
    // The rules find a file that has expired, one without a contact, and one of another site.
    let later = now + SignedDuration::from_hours(361 * 24);
    for (text, url, now, expected) in [
        (text.clone(), &*url, later, "expires in"),
        (text.replace("mailto:", ""), &*url, now, "reach someone"),
        (text.clone(), "https://b.example/", now, "is none of"),
        (text.trim_end().to_owned(), &*url, now, "has no end"),
        (text.replace(": ", ":"), &*url, now, "is no field"),
    ] {
        let found = problems_of_file(&text, url, now).concat();
        ensure!(found.contains(expected), "{found} lacks {expected}");
    }
    Ok(())
}
