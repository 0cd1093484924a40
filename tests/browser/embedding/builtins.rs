//! Host pages that change or hide the browser's own functions: the widget becomes interactive and works.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use harness::blank;
use harness::engine::Engine;
use harness::host_page::{ELEMENT, with_script};
use harness::navigation::{find, follow_phases};
use harness::server::Plan;
use harness::setup::setup;
use rstest_reuse::apply;
use serde_json::json;

use crate::engines::every_engine;

/// Names that pages give to functions, classes and constants of their own. The drivers need
/// `ShadowRoot` themselves.
const NAMES: [&str; 24] = [
    "addEventListener",
    "alert",
    "close",
    "CustomEvent",
    "Element",
    "event",
    "fetch",
    "find",
    "focus",
    "getSelection",
    "history",
    "innerHeight",
    "name",
    "Node",
    "open",
    "parent",
    "performance",
    "print",
    "Request",
    "Response",
    "scrollBy",
    "status",
    "stop",
    "URL",
];

/// The scripts of host pages, with their names.
fn scripts() -> Result<Vec<(String, String)>> {
    let core_js = setup()
        .path("node-modules")
        .join("core-js-bundle/minified.js");
    // Machines without Debian's packages lack the older libraries.
    let older = ["prototype", "mootools"].map(|name| setup().optional(name));
    let libraries = [Some(core_js.as_path())].into_iter().chain(older).flatten();
    let read = |path: &Path| {
        let script = fs::read_to_string(path);
        let script = script.with_context(|| format!("reading {}", path.display()))?;
        Ok((path.display().to_string(), script))
    };
    let mut scripts = libraries.map(read).collect::<Result<Vec<_>>>()?;
    for name in NAMES {
        // Functions replace the browser's, except for classes, which only hide them.
        let is_class = name.starts_with(char::is_uppercase);
        let own = match (name, is_class) {
            ("history" | "performance", _) => format!("const {name} = [];"),
            (_, true) => format!("class {name} {{}}"),
            (_, false) => format!("function {name}() {{ return 'own'; }}"),
        };
        scripts.push((name.into(), own));
    }
    Ok(scripts)
}

#[apply(every_engine)]
#[tokio::test]
async fn the_widget_works_on_pages_that_change_built_ins(#[case] engine: Engine) -> Result<()> {
    let page = blank().engine(engine).await?;
    let scripts = scripts()?;
    let mut plan = Plan::default();
    for (index, (_, script)) in scripts.iter().enumerate() {
        let html = format!(
            "<!doctype html><title>Gast</title><script src=\"/own-{index}.js\"></script>
            <script async src=\"EMBED\"></script><body>{ELEMENT}</body>"
        );
        let html = with_script(page.site(), &html);
        plan = plan.page(&format!("/{index}/"), html).file(
            &format!("/own-{index}.js"),
            "text/javascript",
            script.as_str(),
        );
    }
    let host = plan.serve().await?;
    for (index, (name, _)) in scripts.iter().enumerate() {
        page.open(&host.url(&format!("/{index}/"))).await?;
        let description = format!("the widget to become interactive on a page with {name}");
        page.wait_with(&description, "isInteractive()", json!([]))
            .await?;
        follow_phases(&page, 0, name).await?;
        find(&page, 0, name).await?;
    }
    Ok(())
}
