//! Applications that a server rendered, and that hydrate a page with an interactive widget.

use anyhow::{Context, Result, ensure};
use harness::engine::Engine;
use harness::isolation::{WATCH, nothing_wrong};
use harness::server::Plan;
use harness::{Page, blank};
use rstest_reuse::apply;

use super::application::{Application, REACT_STRICT, VUE_FUNCTIONS};
use super::follow_each_phase;
use crate::engines::every_engine;

/// The HTML that a server renders of an application; here the application itself renders it.
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
    let kept = "return before[0] === place() && before[1] === kl()
        && before[2] === place(1) && isInteractive();";
    let kept: bool = page.js(kept).await?;
    ensure!(kept, "{} replaces the widget", application.script);
    follow_each_phase(&page).await.context(application.script)?;
    nothing_wrong(&page, application.script).await
}
