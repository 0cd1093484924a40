//! The responses of nginx and Apache with the published settings, which must match the hosting documentation.

use anyhow::{Context, Result, ensure};
use harness::blank;
use harness::csp::{WATCH, no_violation};
use harness::published::{CONTENT, Server, get, page, url};
use harness::views::{self, KINDS};
use reqwest::Response;
use serde_json::{Value, json};

/// The headers of every response, including errors, and the start of their values.
const SECURITY_HEADERS: [(&str, &str); 4] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("strict-transport-security", "max-age=31536000"),
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self';",
    ),
];

fn header<'a>(response: &'a Response, name: &str) -> &'a str {
    let value = response.headers().get(name);
    value.and_then(|value| value.to_str().ok()).unwrap_or("")
}

/// Checks that a path exists.
async fn exists(path: &str) -> Result<()> {
    let status = get(path, "identity").await?.status();
    ensure!(status == 200, "{path} answers {status}");
    Ok(())
}

/// The paths of all files that the loader names.
async fn loader_files() -> Result<Vec<String>> {
    let loader = page("/embed.js").await?;
    let names = loader.split('"').filter(|name| name.starts_with("files/"));
    let files: Vec<_> = names.map(|name| format!("/{name}")).collect();
    ensure!(
        files.len() >= 4,
        "expected at least 4 files in the loader, got {files:?}"
    );
    Ok(files)
}

#[tokio::test]
async fn every_response_has_the_security_headers() -> Result<()> {
    for server in Server::all() {
        for path in [
            "/",
            "/nl",
            "/nl/",
            "/nl/niets/",
            "/embed.js",
            "/nl/kaart.png",
            "/robots.txt",
        ] {
            let response = server.get(path, "identity").await?;
            for (name, start) in SECURITY_HEADERS {
                let value = header(&response, name);
                ensure!(value.starts_with(start), "{path} has {name}: {value}");
            }
            let policy = header(&response, "content-security-policy");
            ensure!(
                policy.contains("require-trusted-types-for 'script'"),
                "{path}: {policy}"
            );
            ensure!(
                !header(&response, "server").contains('/'),
                "{path} reveals the version of {}",
                server.name
            );
        }
    }
    Ok(())
}

/// Addresses, and whether other sites may show them in frames.
const FRAMES: [(&str, bool); 13] = [
    ("/", false),
    ("/nl", false),
    ("/nl/", false),
    ("/nl/niets/", false),
    ("/nl/zoeken/?q=embed", false),
    ("/nl/?embedded", false),
    ("/kennis-naar-actie/nl/", false),
    ("/nl/?embed", true),
    ("/nl/zoeken/?q=x&embed", true),
    ("/nl/?embed=1", true),
    ("/kader/nl/vertaling/", true),
    ("/kader/nl/niets/", true),
    ("/kennis-naar-actie/kader/nl/", true),
];

#[tokio::test]
async fn other_sites_can_frame_only_what_is_meant_for_frames() -> Result<()> {
    for server in Server::all() {
        for (path, is_frame) in FRAMES {
            let response = server.get(path, "identity").await?;
            let options = header(&response, "x-frame-options");
            let expected = if is_frame { "" } else { "SAMEORIGIN" };
            ensure!(
                options == expected,
                "{path} of {} has X-Frame-Options {options:?}; expected {expected:?}",
                server.name
            );
            let policy = header(&response, "content-security-policy");
            ensure!(
                policy.ends_with("; frame-ancestors 'self'") != is_frame
                    && policy.contains("frame-ancestors") != is_frame,
                "{path} of {} has the policy {policy}",
                server.name
            );
        }
        let missing = server.get("/kader/nl/niets/", "identity").await?;
        ensure!(
            missing.status() == 404,
            "{}: {}",
            server.name,
            missing.status()
        );
        let text = missing.text().await?;
        ensure!(
            text.contains("page-embed") && text.contains("href=\"/kader/nl/vertaling/\""),
            "a frame without a page shows {text} on {}",
            server.name
        );
    }
    Ok(())
}

#[tokio::test]
async fn files_have_their_types_and_can_be_loaded_by_host_pages() -> Result<()> {
    for server in Server::all() {
        let types = [
            (".js", "text/javascript"),
            (".wasm", "application/wasm"),
            (".css", "text/css"),
            (".postcard", "application/octet-stream"),
        ];
        let mut files = loader_files().await?;
        let release = concat!("/v", env!("CARGO_PKG_VERSION"), "/embed.js");
        let others = [
            "/embed.js",
            "/v1/embed.js",
            "/nl-design-system.css",
            release,
        ];
        files.extend(others.map(String::from));
        for file in files {
            let Some((_, expected)) = types.iter().find(|(end, _)| file.ends_with(end)) else {
                continue;
            };
            let response = server.get(&file, "identity").await?;
            let status = response.status();
            ensure!(status == 200, "{file} answers {status}");
            let kind = header(&response, "content-type");
            ensure!(kind.starts_with(expected), "{file} is {kind}");
            let origin = header(&response, "access-control-allow-origin");
            ensure!(origin == "*", "no host page can load {file}");
            let cache = header(&response, "cache-control");
            let immutable = file.starts_with("/files/") || file == release;
            ensure!(
                cache.contains("immutable") == immutable,
                "{file} is cached {cache:?}"
            );
            if !immutable {
                let age = cache.split("max-age=").nth(1).unwrap_or_default();
                let age = age.split(',').next();
                let age = age.and_then(|age| age.parse::<u32>().ok());
                ensure!(
                    age.is_some_and(|age| age <= 3600),
                    "{file} is cached {cache:?}"
                );
            }
        }
        let release = concat!("/v", env!("CARGO_PKG_VERSION"), "/version.json");
        let response = server.get(release, "identity").await?;
        let cache = header(&response, "cache-control");
        ensure!(cache.contains("immutable"), "{release} is cached {cache:?}");
        for (path, expected) in [
            ("/site.webmanifest", "application/manifest+json"),
            ("/nl/", "text/html"),
            ("/nl/kaart.png", "image/png"),
            ("/sitemap.xml", "text/xml"),
            ("/oembed/nl/index.json", "application/json"),
            ("/nl/citaat.ris", "application/x-research-info-systems"),
            ("/nl/vertaling/citaat.bib", "text/x-bibtex; charset=utf-8"),
            ("/nl/vertaling/citaat.json", "application/json"),
            ("/nl/vertaling/citaat.txt", "text/plain; charset=utf-8"),
            ("/nl/vertaling/qr.svg", "image/svg+xml"),
            ("/nl/vertaling/figuur.svg", "image/svg+xml"),
            ("/nl/vertaling/figuur.png", "image/png"),
            (release, "application/json"),
        ] {
            let response = server.get(path, "identity").await?;
            let kind = header(&response, "content-type");
            ensure!(kind.starts_with(expected), "{path} is {kind}");
        }
    }
    Ok(())
}

#[tokio::test]
async fn text_is_compressed_as_the_browser_accepts() -> Result<()> {
    for server in Server::all() {
        let mut files = loader_files().await?;
        files.retain(|file| file.contains('.'));
        files.extend(["/embed.js", "/nl/", "/nl/vertaling/ervaringen/"].map(String::from));
        for file in files {
            let plain = server.get(&file, "identity").await?.bytes().await?.len();
            for (accepted, expected) in [("gzip, deflate", "gzip"), ("gzip, deflate, br", "br")] {
                let response = server.get(&file, accepted).await?;
                let encoding = header(&response, "content-encoding");
                ensure!(
                    encoding == expected,
                    "{file} has the encoding {encoding:?} where {accepted} is accepted; expected {expected}"
                );
                let vary = header(&response, "vary").to_lowercase();
                ensure!(
                    vary.contains("accept-encoding"),
                    "{file} varies by {vary:?}"
                );
                let compressed = response.bytes().await?.len();
                ensure!(
                    compressed * 3 < plain * 2,
                    "{file}: {compressed} of {plain} bytes"
                );
            }
        }
    }
    Ok(())
}

#[tokio::test]
async fn roots_redirect_to_the_overview_and_missing_paths_get_a_usable_page() -> Result<()> {
    for server in Server::all() {
        for (path, target) in [
            ("/", "/nl/"),
            ("/nl", "/nl/"),
            ("/nl/vertaling", "/nl/vertaling/"),
        ] {
            let response = server.get(path, "identity").await?;
            let status = response.status();
            ensure!(status.is_redirection(), "{path} answers {status}");
            let location = server.redirected(&response);
            ensure!(location == target, "{path} redirects to {location}");
        }
        for path in [
            "/nl/niets/",
            "/niets.html",
            "/.git/config",
            "/files/",
            "/embed.js.gz",
        ] {
            let response = server.get(path, "identity").await?;
            let status = response.status();
            ensure!(status == 404, "{path} answers {status}");
            let text = response.text().await?;
            ensure!(
                text.contains(CONTENT.labels.not_found()),
                "{path} lacks the message that the page wasn't found"
            );
            ensure!(
                text.contains("href=\"/nl/vertaling/\""),
                "{path} has no link to a view"
            );
            ensure!(
                !text.contains("robots") && !text.contains("canonical"),
                "{path} has metadata of a page that exists"
            );
        }
    }
    Ok(())
}

#[tokio::test]
async fn every_page_in_the_sitemap_exists() -> Result<()> {
    let sitemap = page("/sitemap.xml").await?;
    let mut pages = 0;
    for part in sitemap.split("<loc>").skip(1) {
        let address = part.split('<').next().unwrap_or_default();
        let path = address.strip_prefix(&url("")).context(address.to_owned())?;
        exists(path).await?;
        pages += 1;
    }
    let languages = 1 + CONTENT.languages.len();
    // Overview, background and search; phases and their experiences.
    let expected = languages * (3 + 2 * CONTENT.phases.len());
    ensure!(
        pages == expected,
        "the sitemap has {pages} pages; expected {expected}"
    );
    ensure!(
        page("/robots.txt").await?.contains(&url("/sitemap.xml")),
        "robots.txt doesn't name the sitemap"
    );
    Ok(())
}

#[tokio::test]
async fn each_page_names_its_own_oembed_response() -> Result<()> {
    for route in CONTENT.views.routes() {
        let path = format!("/{}/{}", CONTENT.lang, CONTENT.views.path(route));
        let html = page(&path).await?;
        let offset = html.find("application/json+oembed");
        let offset = offset.with_context(|| format!("{path} names no oEmbed response"))?;
        ensure!(
            offset < 1500,
            "{path} names its oEmbed response at byte {offset}; expected below 1500"
        );
        let link = html[offset..].split("href=\"").nth(1);
        let address = link.and_then(|rest| rest.split('"').next());
        let address = address.with_context(|| path.clone())?;
        let response = address.strip_prefix(&url(""));
        let response = page(response.context("the oEmbed response isn't on the site")?).await?;
        let response: Value = serde_json::from_str(&response)?;
        ensure!(
            response["title"] == json!(CONTENT.page_title(route)),
            "{path}: {response:#}"
        );
        let frame = response["html"].as_str().unwrap_or_default();
        ensure!(
            frame.contains(&format!("src=\"{}\"", url(&format!("/kader{path}")))),
            "{path}: {frame}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn pages_comply_with_their_own_policy() -> Result<()> {
    let page = blank().before_load(WATCH).await?;
    for path in KINDS.into_iter().chain(["/nl/niets/"]) {
        page.open_interactive(&url(path)).await?;
        no_violation(&page, path).await?;
    }
    for path in [
        "/nl/inhoud/",
        "/nl/print/",
        "/nl/checklist/",
        "/nl/stappenplan/",
        "/nl/citeren/",
    ] {
        page.open(&url(path)).await?;
        no_violation(&page, path).await?;
    }
    Ok(())
}

#[tokio::test]
async fn every_view_is_a_page_with_a_share_card() -> Result<()> {
    for path in views::all() {
        exists(path).await?;
        let card = get(&format!("{path}kaart.png"), "identity").await?;
        let length = card.bytes().await?.len();
        ensure!(
            (1..=300 * 1024).contains(&length),
            "{path} has a share card of {length} bytes; expected 1 byte to 300 KiB"
        );
    }
    Ok(())
}
