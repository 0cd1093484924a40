//! Server-rendered applications that hydrate a page with an interactive widget.

use anyhow::{Context, Result, ensure};
use harness::engine::Engine;
use harness::isolation::{WATCH, check_no_errors};
use harness::server::Plan;
use harness::{Page, blank};
use rstest_reuse::apply;

use super::application::{Application, REACT_STRICT, VUE_FUNCTIONS};
use super::follow_each_phase;
use crate::engines::every_engine;

/// The HTML that a server renders for an application. Here the application renders it in the browser.
async fn server_rendered(page: &Page, application: &Application) -> Result<String> {
    let no_files = Plan::default().breaking(|_| true, 404).serve().await?;
    let server = Application {
        mode: "server",
        ..*application
    };
    let host = server.serve(&no_files, "").await?;
    page.open(&host.url("/gast/")).await?;
    page.wait("the rendered HTML", "window.rendered").await?;
    page.js("return rendered;").await
}

#[apply(every_engine)]
#[tokio::test]
async fn hydration_keeps_an_interactive_widget(
    #[case] engine: Engine,
    #[values(REACT_STRICT, VUE_FUNCTIONS)] application: Application,
) -> Result<()> {
    let page = blank().engine(engine).before_load(WATCH).await?;
    let html = server_rendered(&page, &application).await?;
    let application = Application {
        mode: "hydrate",
        ..application
    };
    let host = application.serve(page.site(), &html).await?;
    page.open_interactive(&host.url("/gast/")).await?;
    let hydrate = "window.before = [place(), kl(), place(1)]; hydrate();";
    page.js::<()>(hydrate).await?;
    page.wait("the hydrated application", "window.hydrated")
        .await?;
    let unchanged = "return before[0] === place() && before[1] === kl()
        && before[2] === place(1) && isInteractive();";
    let unchanged: bool = page.js(unchanged).await?;
    ensure!(unchanged, "{} replaces the widget", application.script);
    follow_each_phase(&page).await.context(application.script)?;
    check_no_errors(&page, application.script).await
}
