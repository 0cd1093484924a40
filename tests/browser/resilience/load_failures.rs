//! Files that can't be loaded: the widget keeps what it shows, and the host page receives an error
//! event with the reason.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::host_page::{ELEMENT, LISTEN};
use harness::server::{Matches, Plan, script, wasm};
use harness::{Page, embedded, standalone};
use rstest_reuse::apply;
use serde_json::{Value, json};

use crate::engines::every_engine;

fn content(path: &str) -> bool {
    path.ends_with(".postcard")
}

fn style(path: &str) -> bool {
    path.ends_with(".css")
}

/// How far the widget falls back.
#[derive(Clone, Copy)]
enum Fallback {
    /// To the prerendered views, which link to each other.
    Views,
    /// To the element's own content.
    Link,
}

/// A site and a host page with a problem, and the expected behavior of the widget.
struct Failure {
    name: &'static str,
    site: Plan,
    host: Plan,
    reason: &'static str,
    fallback: Fallback,
}

impl Failure {
    /// Files that answer with this status and without their content; 200 makes a damaged file.
    fn of_files(name: &'static str, matches: Matches, status: u16) -> Self {
        Self {
            name,
            site: Plan::default().breaking(matches, status),
            host: Plan::default(),
            reason: "network",
            fallback: Fallback::Views,
        }
    }

    /// A Content-Security-Policy of the host page.
    fn of_policy(name: &'static str, policy: &'static str) -> Self {
        Self {
            name,
            site: Plan::default(),
            host: Plan::default().policy(policy),
            reason: "wasm",
            fallback: Fallback::Views,
        }
    }

    /// Expects the error event to have another reason.
    fn reason(mut self, reason: &'static str) -> Self {
        self.reason = reason;
        self
    }

    /// Expects only the element's own content to remain.
    fn leaves_the_link(mut self) -> Self {
        self.fallback = Fallback::Link;
        self
    }

    /// Opens the page and checks the report and the fallback.
    async fn check(self, engine: Engine) -> Result<()> {
        let name = self.name;
        let visit = embedded(ELEMENT).engine(engine).before_load(LISTEN);
        let page = visit.site(self.site).host(self.host).prerendered().await?;
        let description = format!("an error event on the host page ({name})");
        page.wait(&description, "widgetEvents.length > 0").await?;
        let events: Value = page.js("return widgetEvents;").await?;
        ensure!(
            events.as_array().is_some_and(|events| events.len() == 1)
                && events[0]["what"] == "error"
                && events[0]["reason"] == self.reason
                && events[0]["message"]
                    .as_str()
                    .is_some_and(|message| message.len() > 20),
            "with {name} the host page receives {events}; expected one error event with the reason {}",
            self.reason
        );
        match self.fallback {
            Fallback::Views => views_work(&page, name).await,
            Fallback::Link => link_is_visible(&page, name).await,
        }
    }
}

async fn views_work(page: &Page, name: &str) -> Result<()> {
    page.click("$('.kl-phase-2 .kl-label')").await?;
    let shown = "heading()?.startsWith('Fase 2 van 4: ')
        && place().getAttribute('view') === 'analyseren'
        && focused() === $('[data-title]')";
    let description = format!("the prerendered view of a phase ({name})");
    page.wait(&description, shown).await
}

async fn link_is_visible(page: &Page, name: &str) -> Result<()> {
    let visible = "const [link] = place().shadowRoot.querySelector('slot').assignedElements();
        const {x, y, width, height} = link.getBoundingClientRect();
        return width > 0 && height > 0
          && document.elementFromPoint(x + width / 2, y + height / 2) === link;";
    let visible: bool = page.js(visible).await?;
    ensure!(visible, "with {name} the slotted link isn't visible");
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn prerendered_views_stay_without_the_webassembly(#[case] engine: Engine) -> Result<()> {
    let missing = Failure::of_files("no .wasm", wasm, 404);
    missing.check(engine).await?;
    let changed = Failure::of_files("a .wasm that isn't the published one", wasm, 200);
    changed.check(engine).await
}

#[apply(every_engine)]
#[tokio::test]
async fn prerendered_views_stay_without_the_runtime(#[case] engine: Engine) -> Result<()> {
    let runtime: Matches = |path| path.starts_with("/files/runtime-");
    let missing = Failure::of_files("no runtime.js", runtime, 404);
    missing.check(engine).await?;
    let damaged = Failure::of_files("a damaged runtime.js", runtime, 200);
    damaged.check(engine).await
}

#[apply(every_engine)]
#[tokio::test]
async fn prerendered_views_stay_without_the_content(#[case] engine: Engine) -> Result<()> {
    let missing = Failure::of_files("no content", content, 500);
    missing.check(engine).await?;
    let damaged = Failure::of_files("damaged content", content, 200);
    damaged.check(engine).await
}

#[apply(every_engine)]
#[tokio::test]
async fn prerendered_views_stay_without_the_scripts(#[case] engine: Engine) -> Result<()> {
    let missing = Failure::of_files("no scripts", script, 404);
    missing.check(engine).await
}

#[apply(every_engine)]
#[tokio::test]
async fn prerendered_views_stay_where_the_policy_forbids_webassembly(
    #[case] engine: Engine,
) -> Result<()> {
    let policy = "script-src http:; style-src http: 'unsafe-inline'; connect-src http:; \
        require-trusted-types-for 'script'; trusted-types 'none'";
    let forbidden = Failure::of_policy("a policy against WebAssembly", policy);
    forbidden.check(engine).await
}

#[apply(every_engine)]
#[tokio::test]
async fn prerendered_views_stay_without_the_later_stylesheet(#[case] engine: Engine) -> Result<()> {
    let missing = Failure::of_files("no stylesheet", style, 404);
    missing.reason("style").check(engine).await?;
    let damaged = Failure::of_files("a damaged stylesheet", style, 200);
    damaged.reason("style").check(engine).await
}

#[apply(every_engine)]
#[tokio::test]
async fn the_slotted_link_stays_without_any_file_but_the_loader(
    #[case] engine: Engine,
) -> Result<()> {
    let all: Matches = |path| path.starts_with("/files/");
    let missing = Failure::of_files("no files", all, 404);
    missing.leaves_the_link().check(engine).await
}

#[apply(every_engine)]
#[tokio::test]
async fn a_standalone_page_works_without_the_webassembly(#[case] engine: Engine) -> Result<()> {
    let site = Plan::default().breaking(wasm, 404);
    let visit = standalone("/nl/").engine(engine).site(site);
    let page = visit.prerendered().await?;
    let phase = "$('.kl-phase-2 .kl-label')";
    for (link, path, heading) in [
        (phase, "/nl/analyseren/", "Fase 2 van 4: "),
        ("$('.kl-tip')", "/nl/analyseren/tip-1/", "Tip 1: "),
    ] {
        page.click(link).await?;
        let shown = "location.pathname === arguments[0] && heading()?.startsWith(arguments[1])";
        page.wait_with(path, shown, json!([path, heading])).await?;
    }
    let interactive: bool = page.js("return isInteractive();").await?;
    ensure!(
        !interactive,
        "the page became interactive although the WebAssembly is missing"
    );
    Ok(())
}
