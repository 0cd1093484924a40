//! The `_headers` file for static hosts, which must agree with the nginx settings.

use std::fs;

use anyhow::{Context, Result, ensure};
use harness::setup::setup;
use publisher::assets::integrity;
use serde_json::{Value, json};

/// The path pattern of a rule, and the headers that matching paths get.
type Rule = (String, Vec<(String, String)>);

fn published(file: &str) -> Result<String> {
    let file = setup().site.join(file);
    fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))
}

/// The rules of `_headers`: a path at the start of a line, its headers indented below.
fn rules() -> Result<Vec<Rule>> {
    let mut rules: Vec<Rule> = Vec::new();
    for line in published("_headers")?.lines() {
        if line.starts_with('/') {
            rules.push((line.trim().to_owned(), vec![]));
        } else if let Some((name, value)) = line.trim().split_once(": ")
            && line.starts_with(' ')
        {
            let (_, headers) = rules.last_mut().context("a header without a path")?;
            headers.push((name.to_lowercase(), value.to_owned()));
        }
    }
    Ok(rules)
}

/// Whether a rule matches a path: `*` stands for anything, `:name` for one segment.
fn matches(rule: &str, path: &str) -> bool {
    if let Some((before, after)) = rule.split_once('*') {
        return path
            .strip_prefix(before)
            .is_some_and(|rest| rest.ends_with(after));
    }
    let (rule, path) = (rule.split('/'), path.split('/'));
    rule.clone().count() == path.clone().count()
        && rule
            .zip(path)
            .all(|(pattern, segment)| match pattern.starts_with(':') {
                true => !segment.is_empty(),
                false => pattern == segment,
            })
}

/// The one header that two rules may give.
const POLICY: &str = "content-security-policy";

/// All headers that a path gets; fails if two rules give the same header, except for a policy that the later rule only
/// makes stricter.
fn headers(path: &str) -> Result<Vec<(String, String)>> {
    let rules = rules()?.into_iter();
    let matching = rules.filter(|(rule, _)| matches(rule, path));
    let headers: Vec<_> = matching.flat_map(|(_, headers)| headers).collect();
    let policies = headers.iter().filter(|(name, _)| name == POLICY);
    let policies: Vec<_> = policies.map(|(_, policy)| policy).collect();
    ensure!(
        policies.windows(2).all(|two| two[1].starts_with(two[0])),
        "the policies of {path} differ: {policies:#?}"
    );
    let names = headers.iter().map(|(name, _)| name);
    let mut names: Vec<_> = names.filter(|name| *name != POLICY).collect();
    names.sort();
    let count = names.len();
    names.dedup();
    ensure!(
        names.len() == count,
        "{path} gets a header twice: {headers:#?}"
    );
    Ok(headers)
}

/// The version that was published, and its major part.
fn version() -> Result<(String, String)> {
    let release: Value = serde_json::from_str(&published("version.json")?)?;
    let version = release["version"].as_str().context("a version")?;
    let (major, _) = version.split_once('.').context("a major version")?;
    Ok((version.to_owned(), major.to_owned()))
}

#[test]
fn pinned_releases_are_immutable_and_other_files_are_revalidated() -> Result<()> {
    const REVALIDATED: Option<&str> = Some("public, max-age=600, stale-while-revalidate=3600");
    const IMMUTABLE: Option<&str> = Some("public, max-age=31536000, immutable");
    let (version, major) = version()?;
    for (path, cross_origin, cache) in [
        ("/embed.js".to_owned(), true, REVALIDATED),
        (format!("/v{major}/embed.js"), true, REVALIDATED),
        (format!("/v{version}/embed.js"), true, IMMUTABLE),
        (format!("/v{version}/version.json"), false, IMMUTABLE),
        (format!("/v{major}/version.json"), false, None),
        // A release that is older or newer than this file.
        (format!("/v{version}0/embed.js"), true, None),
        ("/files/deferred-0123456789.css".to_owned(), true, IMMUTABLE),
        ("/oembed/nl/index.json".to_owned(), true, None),
        ("/nl-design-system.css".to_owned(), true, None),
        (
            "/nl/vertaling/kaart.png".to_owned(),
            true,
            Some("public, max-age=86400"),
        ),
        ("/version.json".to_owned(), false, None),
        ("/nl/".to_owned(), false, None),
    ] {
        let headers = headers(&path)?;
        let header = |name| {
            let header = headers.iter().find(|(other, _)| other == name);
            header.map(|(_, value)| value.as_str())
        };
        ensure!(
            header("cache-control") == cache,
            "{path} has a wrong cache-control: {headers:#?}"
        );
        let shared = header("access-control-allow-origin") == Some("*")
            && header("cross-origin-resource-policy") == Some("cross-origin");
        ensure!(
            shared == cross_origin,
            "the cross-origin headers of {path}: {headers:#?}"
        );
        ensure!(
            header("content-security-policy")
                .is_some_and(|policy| policy.contains("default-src 'none'")),
            "{path} has no policy"
        );
    }
    Ok(())
}

#[test]
fn other_sites_can_frame_only_the_folder_for_frames() -> Result<()> {
    for (path, is_frame) in [
        ("/", false),
        ("/nl/", false),
        ("/en/translation/", false),
        ("/404.html", false),
        ("/voorbeeld/alles/", false),
        ("/kennis-naar-actie/", false),
        ("/kennis-naar-actie/nl/", false),
        ("/kader/nl/vertaling/", true),
        ("/kader/404.html", true),
        ("/kennis-naar-actie/kader/en/", true),
    ] {
        let headers = headers(path)?;
        let all = |name: &str| {
            let headers = headers.iter().filter(|(other, _)| other == name);
            headers.map(|(_, value)| value.as_str()).collect::<Vec<_>>()
        };
        let options = all("x-frame-options");
        let expected: &[&str] = if is_frame { &[] } else { &["SAMEORIGIN"] };
        ensure!(options == expected, "{path} has {options:?}");
        let policy = all(POLICY).last().copied().unwrap_or_default().to_owned();
        ensure!(
            policy.contains("frame-ancestors 'self'") != is_frame && !policy.is_empty(),
            "{path} has the policy {policy:?}"
        );
    }
    Ok(())
}

#[test]
fn each_release_has_its_hash_beside_it() -> Result<()> {
    let (version, major) = version()?;
    for folder in ["", &format!("v{major}/"), &format!("v{version}/")] {
        let release: Value = serde_json::from_str(&published(&format!("{folder}version.json"))?)?;
        let script = published(&format!("{folder}embed.js"))?;
        let views = release["views"].clone();
        for (lang, view) in [("nl", "vertaling"), ("en", "translation")] {
            let folder = views[lang].as_str().unwrap_or_default();
            published(&format!("{folder}/{view}/index.html"))?;
        }
        let expected =
            json!({"version": version, "integrity": integrity(script.as_bytes()), "views": views});
        ensure!(
            release == expected,
            "/{folder}version.json is {release}; expected {expected}"
        );
        for ending in ["br", "gz"] {
            let compressed = setup().site.join(format!("{folder}embed.js.{ending}"));
            fs::metadata(&compressed).with_context(|| {
                format!(
                    "{}: the script is served uncompressed",
                    compressed.display()
                )
            })?;
        }
    }
    Ok(())
}
