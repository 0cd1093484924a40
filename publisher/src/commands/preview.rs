//! Shows a publication in the browser, and again after each save. Problems stand above the last good pages.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Result, anyhow};
use tempfile::TempDir;
use tiny_http::{Header, Response, Server};

use crate::build::{self, Options};
use crate::commands::notes::Note;
use crate::commands::watch::watch;
use crate::manuscript::Language;
use crate::publication::Publication;
use crate::template::Template;

/// The address that tells the number of the current version.
const VERSION: &str = "/__version";
/// The script that loads the page again when the version changes.
const SCRIPT: &str = "/__preview.js";
const RELOAD: &str = include_str!("preview.js");
/// The style of the problems.
const STYLE: &str = "/__preview.css";
const PROBLEMS: &str = include_str!("preview.css");

/// The state of the preview.
#[derive(Default)]
struct State {
    /// Counts the changes.
    version: u64,
    /// The site as it was without problems.
    site: Option<TempDir>,
    /// The problems since then.
    problems: String,
}

/// Serves a publication on this machine until the program is stopped.
///
/// # Errors
/// If the port is taken, or the folder can't be watched.
pub fn preview(template: &Template, folder: &Path, port: u16, language: Language) -> Result<()> {
    let server = Server::http(("127.0.0.1", port)).map_err(|error| {
        anyhow!("port {port} can't be used: {error}; choose another with --port")
    })?;
    let state = Arc::new(Mutex::new(State::default()));
    println!("{}", Note::Serving(port).text(language));
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for request in server.incoming_requests() {
                let response = respond(request.url(), &lock(&state));
                // The reader may have gone.
                let _ = request.respond(response);
            }
        });
        watch(folder, || rebuild(template, folder, language, &state))
    })
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Builds the site; with problems the last good one stays.
fn rebuild(template: &Template, folder: &Path, language: Language, state: &Mutex<State>) {
    let built = build(template, folder, language);
    let mut state = lock(state);
    state.version += 1;
    match built {
        Ok((site, warnings)) => {
            state.site = Some(site);
            state.problems = warnings;
        }
        Err(problems) => state.problems = problems,
    }
    eprint!("{}", state.problems);
}

/// The site and the warnings about the publication, or its problems.
fn build(
    template: &Template,
    folder: &Path,
    language: Language,
) -> Result<(TempDir, String), String> {
    let mut publication = Publication::read(folder).map_err(|report| report.text(language))?;
    let mut publish = || -> Result<TempDir> {
        let site = tempfile::tempdir()?;
        let options = Options {
            card_cache: None,
            is_compressed: false,
            has_examples: false,
            base_url: None,
        };
        build::publish(template, &mut publication, site.path(), &options)?;
        Ok(site)
    };
    let site = publish().map_err(|error| format!("{error:#}\n"))?;
    Ok((site, publication.warnings.text(language)))
}

fn respond(url: &str, state: &State) -> Response<std::io::Cursor<Vec<u8>>> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    match path {
        VERSION => return answer(200, "text/plain", state.version.to_string().into_bytes()),
        STYLE => return answer(200, "text/css", PROBLEMS.into()),
        SCRIPT => return answer(200, "text/javascript", RELOAD.into()),
        _ => {}
    }
    let file = state.site.as_ref().and_then(|site| file(site.path(), path));
    let (status, file) = match (file, &state.site) {
        (Some(file), _) => (200, Some(file)),
        (None, Some(site)) => (404, Some(site.path().join("404.html"))),
        (None, None) => (200, None),
    };
    let is_page = file
        .as_ref()
        .is_none_or(|file| file.extension().is_some_and(|kind| kind == "html"));
    let bytes = file.as_ref().map_or(
        Ok(b"<!doctype html><title>Preview</title><body>".to_vec()),
        fs::read,
    );
    let Ok(bytes) = bytes else {
        return answer(
            404,
            "text/plain",
            b"This file is being written again.".to_vec(),
        );
    };
    // Fragments are no pages: the loader reads them.
    if !is_page || path.starts_with("/files/") {
        return answer(status, mime(path), bytes);
    }
    let page = String::from_utf8_lossy(&bytes);
    answer(
        status,
        "text/html; charset=utf-8",
        with_problems(&page, state).into_bytes(),
    )
}

/// The file at a path of the site, or the page of a folder. The path leads nowhere else.
fn file(site: &Path, path: &str) -> Option<PathBuf> {
    let segments = path.split('/').filter(|segment| !segment.is_empty());
    let mut file = site.to_owned();
    for segment in segments {
        if segment.starts_with('.') || segment.contains(['\\', ':']) {
            return None;
        }
        file.push(segment);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

/// A page with the problems above its content, and the script that loads it again. The script learns the version from the
/// page itself: a request for it may be answered after the next change.
fn with_problems(page: &str, state: &State) -> String {
    let State {
        version, problems, ..
    } = state;
    let mut start = format!("<script src=\"{SCRIPT}\" data-version=\"{version}\"></script>");
    if !problems.is_empty() {
        let text = problems.replace('&', "&amp;").replace('<', "&lt;");
        start = format!(
            "<link rel=\"stylesheet\" href=\"{STYLE}\"><pre role=\"alert\" class=\"preview-problems\">{text}</pre>{start}"
        );
    }
    match page.split_once("<body>") {
        Some((before, after)) => format!("{before}<body>{start}{after}"),
        None => format!("{start}{page}"),
    }
}

fn answer(status: u16, mime: &str, bytes: Vec<u8>) -> Response<std::io::Cursor<Vec<u8>>> {
    let header = |name: &str, value: &str| Header::from_bytes(name, value).ok();
    let mut response = Response::from_data(bytes).with_status_code(status);
    for header in [
        header("Content-Type", mime),
        header("Cache-Control", "no-store"),
    ]
    .into_iter()
    .flatten()
    {
        response.add_header(header);
    }
    response
}

fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "js" => "text/javascript",
        "css" => "text/css",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" | "webmanifest" => "application/json",
        "postcard" => "application/octet-stream",
        "bib" | "ris" | "txt" => "text/plain; charset=utf-8",
        _ => "text/html; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_stand_above_the_page_as_text() {
        let mut state = State {
            version: 3,
            problems: "a <b> & c".into(),
            ..State::default()
        };
        let page = with_problems("<html><body><p>x</p></body>", &state);
        assert!(
            page.contains(
                "a &lt;b> &amp; c</pre><script src=\"/__preview.js\" data-version=\"3\"></script><p>x</p>"
            ),
            "{page}"
        );
        state.problems.clear();
        assert!(!with_problems("<body>", &state).contains("<pre"));
    }

    #[test]
    fn paths_lead_to_files_of_the_site_alone() {
        let work = tempfile::tempdir().unwrap();
        let site = work.path().join("site");
        fs::create_dir_all(site.join("nl")).unwrap();
        fs::write(site.join("nl/index.html"), "").unwrap();
        fs::write(work.path().join("secret"), "").unwrap();
        assert_eq!(file(&site, "/nl/"), Some(site.join("nl/index.html")));
        for path in [
            "/../secret",
            "/nl/../../secret",
            "/%2e%2e/secret",
            "/nl/..\\..\\secret",
            "/en/",
        ] {
            assert_eq!(file(&site, path), None, "{path}");
        }
    }
}
