//! The configuration for nginx does what hosting asks for.

use anyhow::{Context, Result, ensure};
use kennislemniscaat::route::Route;
use reqwest::Response;
use serde_json::{Value, json};

use crate::browser::browse;
use crate::hosted::{CONTENT, get, page, url};
use crate::paths::{self, KINDS};
use crate::policy::{WATCH, no_violation};

/// What every answer must say, mistakes included.
const ALWAYS: [(&str, &str); 4] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
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

/// The paths of the loader and of all that it names.
async fn loaded() -> Result<Vec<String>> {
    let loader = page("/embed.js").await?;
    let names = loader.split('"').filter(|each| each.starts_with("files/"));
    let files: Vec<_> = names.map(|name| format!("/{name}")).collect();
    ensure!(files.len() >= 4, "the loader names few files: {files:?}");
    Ok(files)
}

#[tokio::test]
async fn every_answer_protects_the_reader() -> Result<()> {
    for path in [
        "/",
        "/nl",
        "/nl/",
        "/nl/niets/",
        "/embed.js",
        "/nl/kaart.png",
        "/robots.txt",
    ] {
        let response = get(path, "identity").await?;
        for (name, value) in ALWAYS {
            let said = header(&response, name);
            ensure!(said.starts_with(value), "{path} says {name}: {said}");
        }
        let policy = header(&response, "content-security-policy");
        ensure!(
            policy.contains("require-trusted-types-for 'script'"),
            "{path}: {policy}"
        );
        ensure!(
            !header(&response, "server").contains('/'),
            "{path} tells nginx's version"
        );
    }
    Ok(())
}

#[tokio::test]
async fn files_have_their_types_and_may_be_loaded_by_partners() -> Result<()> {
    let types = [
        (".js", "text/javascript"),
        (".wasm", "application/wasm"),
        (".css", "text/css"),
        (".postcard", "application/octet-stream"),
    ];
    let mut files = loaded().await?;
    let release = concat!("/v", env!("CARGO_PKG_VERSION"), "/embed.js");
    files.extend(["/embed.js", "/v1/embed.js", release].map(String::from));
    for file in files {
        let Some((_, kind)) = types.iter().find(|(end, _)| file.ends_with(end)) else {
            continue;
        };
        let response = get(&file, "identity").await?;
        ensure!(
            response.status() == 200,
            "{file} answers {}",
            response.status()
        );
        let said = header(&response, "content-type");
        ensure!(said.starts_with(kind), "{file} is {said}");
        let origin = header(&response, "access-control-allow-origin");
        ensure!(origin == "*", "no partner may load {file}");
        let cache = header(&response, "cache-control");
        let stays = file.starts_with("/files/") || file == release;
        ensure!(
            cache.contains("immutable") == stays,
            "{file} is cached {cache:?}"
        );
        if !stays {
            let age = cache.split("max-age=").nth(1).unwrap_or_default();
            let age = age
                .split(',')
                .next()
                .and_then(|age| age.parse::<u32>().ok());
            ensure!(
                age.is_some_and(|age| age <= 3600),
                "{file} is cached {cache:?}"
            );
        }
    }
    let beside = concat!("/v", env!("CARGO_PKG_VERSION"), "/version.json");
    let response = get(beside, "identity").await?;
    let cache = header(&response, "cache-control");
    ensure!(cache.contains("immutable"), "{beside} is cached {cache:?}");
    for (path, kind) in [
        ("/site.webmanifest", "application/manifest+json"),
        ("/nl/", "text/html"),
        ("/nl/kaart.png", "image/png"),
        ("/sitemap.xml", "text/xml"),
        ("/oembed/nl/index.json", "application/json"),
        (beside, "application/json"),
    ] {
        let response = get(path, "identity").await?;
        let said = header(&response, "content-type");
        ensure!(said.starts_with(kind), "{path} is {said}");
    }
    Ok(())
}

#[tokio::test]
async fn text_comes_compressed_as_the_reader_can_take_it() -> Result<()> {
    let mut files = loaded().await?;
    files.retain(|file| file.contains('.'));
    files.extend(["/embed.js", "/nl/", "/nl/vertaling/ervaringen/"].map(String::from));
    for file in files {
        let plain = get(&file, "identity").await?.bytes().await?;
        for (asked, encoding) in [("gzip, deflate", "gzip"), ("gzip, deflate, br", "br")] {
            let response = get(&file, asked).await?;
            let said = header(&response, "content-encoding").to_owned();
            ensure!(
                said == encoding,
                "{file} asked for as {asked} comes as {said:?}"
            );
            ensure!(
                header(&response, "vary")
                    .to_lowercase()
                    .contains("accept-encoding"),
                "{file}"
            );
            let sent = response.bytes().await?;
            ensure!(
                sent.len() * 3 < plain.len() * 2,
                "{file}: {} of {}",
                sent.len(),
                plain.len()
            );
        }
    }
    Ok(())
}

#[tokio::test]
async fn roots_lead_to_the_overview_and_what_is_not_there_to_a_usable_page() -> Result<()> {
    for (path, to) in [
        ("/", "/nl/"),
        ("/nl", "/nl/"),
        ("/nl/vertaling", "/nl/vertaling/"),
    ] {
        let response = get(path, "identity").await?;
        ensure!(
            response.status().is_redirection(),
            "{path}: {}",
            response.status()
        );
        ensure!(
            header(&response, "location") == to,
            "{path}: {}",
            header(&response, "location")
        );
    }
    for path in [
        "/nl/niets/",
        "/niets.html",
        "/.git/config",
        "/files/",
        "/embed.js.gz",
    ] {
        let response = get(path, "identity").await?;
        ensure!(
            response.status() == 404,
            "{path} answers {}",
            response.status()
        );
        let text = response.text().await?;
        ensure!(
            text.contains(CONTENT.labels.not_found()),
            "{path} doesn't say what is wrong"
        );
        ensure!(
            text.contains("href=\"/nl/vertaling/\""),
            "{path} leads nowhere"
        );
        ensure!(
            text.contains("noindex"),
            "{path} may be kept by search engines"
        );
    }
    Ok(())
}

#[tokio::test]
async fn every_page_on_the_map_of_the_site_is_there() -> Result<()> {
    let sitemap = page("/sitemap.xml").await?;
    let mut pages = 0;
    for part in sitemap.split("<loc>").skip(1) {
        let address = part.split('<').next().unwrap_or_default();
        let path = address.strip_prefix(&url("")).context(address.to_owned())?;
        let response = get(path, "identity").await?;
        ensure!(
            response.status() == 200,
            "{path} answers {}",
            response.status()
        );
        pages += 1;
    }
    let kept = 2 + 2 * CONTENT.phases.len();
    ensure!(pages == kept, "{pages} of {kept} pages");
    ensure!(
        page("/robots.txt").await?.contains(&url("/sitemap.xml")),
        "robots.txt doesn't name it"
    );
    Ok(())
}

#[tokio::test]
async fn what_oembed_answers_belongs_to_the_page_that_names_it() -> Result<()> {
    for route in Route::all(&CONTENT) {
        let path = format!("/{}/{}", CONTENT.lang, route.path(&CONTENT));
        let text = page(&path).await?;
        let at = text
            .find("application/json+oembed")
            .with_context(|| path.clone())?;
        ensure!(at < 1500, "{path} names it late, at byte {at}");
        let link = &text[at..];
        let address = link
            .split("href=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let address = address.with_context(|| path.clone())?;
        let answer = page(
            address
                .strip_prefix(&url(""))
                .context("an address of ours")?,
        )
        .await?;
        let answer: Value = serde_json::from_str(&answer)?;
        ensure!(
            answer["title"] == json!(route.title(&CONTENT)),
            "{path}: {answer:#}"
        );
        let html = answer["html"].as_str().unwrap_or_default();
        ensure!(
            html.contains(&format!("src=\"{}?embed\"", url(&path))),
            "{path}: {html}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn the_site_lives_under_its_own_policy() -> Result<()> {
    browse(async |browser| {
        browser.before_load(WATCH).await?;
        for path in KINDS.into_iter().chain(["/nl/niets/", "/nl/print/"]) {
            match path {
                "/nl/print/" => browser.open(&url(path)).await?,
                _ => browser.open_live(&url(path)).await?,
            }
            no_violation(browser, path).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_view_is_a_page_with_a_card() -> Result<()> {
    for path in paths::all() {
        let response = get(path, "identity").await?;
        ensure!(
            response.status() == 200,
            "{path} answers {}",
            response.status()
        );
        let card = get(&format!("{path}kaart.png"), "identity").await?;
        let length = card.bytes().await?.len();
        ensure!(
            (1..=300 * 1024).contains(&length),
            "{path}: a card of {length} bytes"
        );
    }
    Ok(())
}
