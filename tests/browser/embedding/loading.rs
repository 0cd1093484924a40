//! Ways in which a host page loads the script.

use std::fs;

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::host_page::{ELEMENT, LISTEN, with_script};
use harness::isolation::{WATCH, check_no_errors};
use harness::server::{Plan, Site};
use harness::setup::setup;
use harness::{Page, blank};
use rstest_reuse::apply;
use serde_json::json;

use crate::engines::every_engine;

/// Scripts that load the widget's script by its address.
const BY_ADDRESS: [&str; 7] = [
    "<script type=\"module\">import 'EMBED';</script>",
    "<script type=\"module\">import('EMBED');</script>",
    "<script>import('EMBED?v=1#a');</script>",
    "<script type=\"module\" src=\"/gast/own.js\"></script>",
    "<script>
        const script = document.createElement('script');
        document.head.append(Object.assign(script, { src: 'EMBED' }));
        script.remove();
    </script>",
    "<script>Error.prepareStackTrace = () => [];</script><script src=\"EMBED?v=1\"></script>",
    "<script async data-cfasync=\"false\" data-class=\"lazy\" src=\"EMBED\"></script>",
];

/// Scripts that run the text of the widget's script without its address.
const WITHOUT_ADDRESS: [&str; 6] = [
    "<script>TEXT.then((text) => (0, eval)(text));</script>",
    "<script>TEXT.then((text) => new Function(text)());</script>",
    "<script>TEXT.then((text) => {
        const script = document.createElement('script');
        script.text = text;
        document.head.append(script);
    });</script>",
    "<script>TEXT.then((text) => {
        const script = document.createElement('script');
        script.src = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
        document.head.append(script);
    });</script>",
    "<script>TEXT.then((text) => import(`data:text/javascript,${encodeURIComponent(text)}`));</script>",
    "<script src=\"/gast/combined.js\"></script>",
];

/// Serves host pages with an element and one of the scripts, at `/0/`, `/1/` and so on.
async fn serve(page: &Page, scripts: &[&str]) -> Result<Site> {
    let files = page.site();
    let load = "import(EMBED);".replace("EMBED", &json!(files.url("/embed.js")).to_string());
    let text = format!(
        "fetch('{}').then((answer) => answer.text())",
        files.url("/embed.js")
    );
    let loader = fs::read_to_string(setup().site.join("embed.js"))?;
    let combined = format!("window.first = 1;\n{loader}\nwindow.last = 1;");
    let kind = "text/javascript";
    let mut plan =
        Plan::default()
            .file("/gast/own.js", kind, load)
            .file("/gast/combined.js", kind, combined);
    for (index, script) in scripts.iter().enumerate() {
        let html = format!("<!doctype html><title>Gast</title><body>{ELEMENT}{script}</body>");
        let html = with_script(files, &html.replace("TEXT", &text));
        plan = plan.page(&format!("/{index}/"), html);
    }
    plan.serve().await
}

/// Checks that the host page's own server was asked for nothing of the widget's.
fn nothing_is_asked_of_the_host(host: &Site, name: &str) -> Result<()> {
    let paths = host.requests().into_iter().map(|(path, _)| path);
    let foreign: Vec<_> = paths
        .filter(|path| path.contains("/files/") || path.contains("/nl/"))
        .collect();
    ensure!(
        foreign.is_empty(),
        "{name} requests {foreign:?} from the host page's server"
    );
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn the_widget_finds_its_files_by_the_address_of_the_script(
    #[case] engine: Engine,
) -> Result<()> {
    let page = blank().engine(engine).before_load(WATCH).await?;
    let host = serve(&page, &BY_ADDRESS).await?;
    for (index, name) in BY_ADDRESS.iter().enumerate() {
        page.open_interactive(&host.url(&format!("/{index}/")))
            .await?;
        nothing_is_asked_of_the_host(&host, name)?;
        check_no_errors(&page, name).await?;
        let own = "return ['class', 'cfasync'].some((name) => place().hasAttribute(name));";
        ensure!(
            !page.js::<bool>(own).await?,
            "{name}: attributes of other tools are passed on"
        );
    }
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn a_script_without_an_address_says_so_and_requests_nothing(
    #[case] engine: Engine,
) -> Result<()> {
    let visit = blank().engine(engine).before_load(WATCH);
    let page = visit.before_load(LISTEN).await?;
    let host = serve(&page, &WITHOUT_ADDRESS).await?;
    for (index, name) in WITHOUT_ADDRESS.iter().enumerate() {
        page.open(&host.url(&format!("/{index}/"))).await?;
        let reported =
            "widgetEvents.some(({what, reason}) => what === 'error' && reason === 'internal')";
        page.wait(&format!("the error event ({name})"), reported)
            .await?;
        let link = "document.querySelector('kennis-lemniscaat a').getClientRects().length > 0
            && place().offsetHeight < 100";
        page.wait(&format!("the element's own content ({name})"), link)
            .await?;
        let errors: Vec<String> = page.js("return pageErrors;").await?;
        let warnings = errors
            .iter()
            .filter(|error| error.starts_with("kennis-lemniscaat: "));
        let are_clear = errors
            .iter()
            .all(|error| error.contains("no address of its own"));
        ensure!(
            warnings.count() == 1 && are_clear,
            "{name}: the page reports {errors:?}; expected one warning"
        );
        nothing_is_asked_of_the_host(&host, name)?;
    }
    Ok(())
}
