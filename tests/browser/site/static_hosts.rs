//! The file of headers that static hosts read says what nginx is told.

use std::fs;

use anyhow::{Context, Result, ensure};
use publish::assets::integrity;
use serde_json::{Value, json};

use crate::browser::setting;

/// A rule: which paths, and the headers that they get.
type Rule = (String, Vec<(String, String)>);

fn published(file: &str) -> Result<String> {
    let path = format!("{}/{file}", setting("DIST"));
    fs::read_to_string(&path).with_context(|| format!("reading {path}"))
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

/// Whether a path fits a rule: `*` stands for anything, `:name` for one segment.
fn fits(rule: &str, path: &str) -> bool {
    if let Some((before, after)) = rule.split_once('*') {
        return path
            .strip_prefix(before)
            .is_some_and(|rest| rest.ends_with(after));
    }
    let (rule, path) = (rule.split('/'), path.split('/'));
    rule.clone().count() == path.clone().count()
        && rule
            .zip(path)
            .all(|(asked, is)| asked.starts_with(':') || asked == is)
}

/// All headers that a path gets; a header that two rules give it is a failure.
fn headers(path: &str) -> Result<Vec<(String, String)>> {
    let fitting = rules()?.into_iter().filter(|(rule, _)| fits(rule, path));
    let headers: Vec<_> = fitting.flat_map(|(_, headers)| headers).collect();
    let mut names: Vec<_> = headers.iter().map(|(name, _)| name).collect();
    names.sort();
    let count = names.len();
    names.dedup();
    ensure!(
        names.len() == count,
        "{path} gets a header twice: {headers:#?}"
    );
    Ok(headers)
}

#[test]
fn a_pinned_release_stays_with_readers_and_what_moves_is_asked_for_again() -> Result<()> {
    let release: Value = serde_json::from_str(&published("version.json")?)?;
    let version = release["version"].as_str().context("a version")?;
    let (major, _) = version.split_once('.').context("a major version")?;
    const MOVES: Option<&str> = Some("public, max-age=600, stale-while-revalidate=3600");
    const STAYS: Option<&str> = Some("public, max-age=31536000, immutable");
    for (path, partners, cache) in [
        ("/embed.js".to_owned(), true, MOVES),
        (format!("/v{major}/embed.js"), true, MOVES),
        (format!("/v{version}/embed.js"), true, STAYS),
        (format!("/v{version}/version.json"), false, STAYS),
        (format!("/v{major}/version.json"), false, None),
        // Another release, older or newer than the file.
        (format!("/v{version}0/embed.js"), true, None),
        ("/files/widget-0123456789.css".to_owned(), true, STAYS),
        ("/oembed/nl/index.json".to_owned(), true, None),
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
            let found = headers.iter().find(|(each, _)| each == name);
            found.map(|(_, value)| value.as_str())
        };
        ensure!(
            header("cache-control") == cache,
            "{path} is cached {headers:#?}"
        );
        let shared = header("access-control-allow-origin") == Some("*")
            && header("cross-origin-resource-policy") == Some("cross-origin");
        ensure!(
            shared == partners,
            "what partners may do with {path}: {headers:#?}"
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
fn a_release_keeps_its_hash_beside_it() -> Result<()> {
    let release: Value = serde_json::from_str(&published("version.json")?)?;
    let version = release["version"].as_str().context("a version")?;
    let (major, _) = version.split_once('.').context("a major version")?;
    for folder in ["", &format!("v{major}/"), &format!("v{version}/")] {
        let beside: Value = serde_json::from_str(&published(&format!("{folder}version.json"))?)?;
        let script = published(&format!("{folder}embed.js"))?;
        let expected = json!({"version": version, "integrity": integrity(script.as_bytes())});
        ensure!(beside == expected, "/{folder} is said to be {beside}");
        for ending in ["br", "gz"] {
            let small = format!("{}/{folder}embed.js.{ending}", setting("DIST"));
            fs::metadata(&small).with_context(|| format!("{small}: pinned, it is heavier"))?;
        }
    }
    Ok(())
}
