//! Versions of the script. Each release can be pinned. With two versions on one page, the first to
//! define the element serves every widget, and the second does nothing.

use anyhow::{Context, Result, ensure};
use harness::engine::Engine;
use harness::isolation::{WATCH, check_no_errors, check_unchanged};
use harness::navigation::follow_phases;
use harness::published::get;
use harness::server::{Plan, Site, fragment, wasm};
use harness::{Page, blank, host_page};
use rstest_reuse::apply;
use serde_json::{Value, json};

use crate::engines::every_engine;

/// The heading of the prerendered overview in the older version.
const OLDER: &str = "De kennislemniscaat, eerste uitgave";
const NEWER: &str = "De kennislemniscaat";

/// Two versions in the order in which they load, each at its own origin, with their WebAssembly
/// held back.
struct Versions {
    first: Site,
    second: Site,
    /// The heading of the first version's prerendered overview.
    heading: &'static str,
}

impl Versions {
    async fn serve(older_first: bool) -> Result<Self> {
        let older = Plan::default().holding(wasm).altering(
            fragment,
            "De kennislemniscaat</h2>",
            "De kennislemniscaat, eerste uitgave</h2>",
        );
        let newer = Plan::default().holding(wasm);
        let (first, second, heading) = if older_first {
            (older, newer, OLDER)
        } else {
            (newer, older, NEWER)
        };
        Ok(Self {
            first: first.serve().await?,
            second: second.serve().await?,
            heading,
        })
    }

    /// A script tag of each version, with these attributes.
    fn tags(&self, attributes: &str) -> [String; 2] {
        [&self.first, &self.second].map(|site| script_tag(attributes, &site.url("/embed.js")))
    }

    /// Checks that all widgets belong to the first version and work, before and after activation,
    /// and that no problem is reported.
    async fn first_serves_widgets(&self, page: &Page, widgets: u32) -> Result<()> {
        let heading = self.heading;
        for index in 0..widgets {
            let shown = "heading(arguments[0]) === arguments[1] && !isInteractive(arguments[0])";
            let description = format!("widget {index} of the first version");
            page.wait_with(&description, shown, json!([index, heading]))
                .await?;
            follow_phases(page, index, "prerendered").await?;
        }
        self.first.release();
        self.second.release();
        for index in 0..widgets {
            become_interactive(page, index).await?;
            follow_phases(page, index, "interactive").await?;
        }
        let count = count_widgets(page).await?;
        ensure!(count == widgets, "{count} widgets instead of {widgets}");
        first_serves_files(page, &self.first, &self.second).await?;
        check_no_errors(page, heading).await
    }
}

fn script_tag(attributes: &str, url: &str) -> String {
    format!("<script {attributes} src=\"{url}\"></script>")
}

/// Serves a host page and opens it.
async fn open_host(page: &Page, body: &str) -> Result<Site> {
    let html = format!("<!doctype html><title>Gast</title><body><p>Voor</p>{body}<p>Na</p></body>");
    let host = Plan::default().page("/gast/", html).serve().await?;
    page.open(&host.url("/gast/")).await?;
    Ok(host)
}

async fn become_interactive(page: &Page, index: u32) -> Result<()> {
    let description = format!("widget {index} to become interactive");
    page.wait_with(&description, "isInteractive(arguments[0])", json!([index]))
        .await
}

async fn count_widgets(page: &Page) -> Result<u32> {
    page.js("return document.querySelectorAll('kennis-lemniscaat').length;")
        .await
}

/// The files that the page requested of a site, in alphabetical order.
async fn requested_files(page: &Page, site: &Site) -> Result<Vec<String>> {
    let names = "return performance.getEntriesByType('resource').map(({name}) => name)
        .filter((name) => name.startsWith(arguments[0])).sort();";
    page.js_with(names, json!([site.url("/")])).await
}

/// Checks that the page requests each file of the first version once, and of the second only its
/// script.
async fn first_serves_files(page: &Page, first: &Site, second: &Site) -> Result<()> {
    let files = requested_files(page, first).await?;
    let mut unique = files.clone();
    unique.dedup();
    ensure!(files == unique, "requested more than once: {files:#?}");
    ensure!(
        files.iter().any(|name| wasm(name)),
        "the WebAssembly of the first version wasn't requested"
    );
    let files = requested_files(page, second).await?;
    ensure!(
        files == [second.url("/embed.js")],
        "the second version loads {files:#?}; expected only its script"
    );
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn the_first_of_two_versions_serves_every_element(
    #[case] engine: Engine,
    #[values("", "defer", "type=\"module\"")] attributes: &'static str,
    #[values(true, false)] older_first: bool,
) -> Result<()> {
    let page = blank().engine(engine).before_load(WATCH).await?;
    let versions = Versions::serve(older_first).await?;
    let element = "<kennis-lemniscaat loading=\"eager\"></kennis-lemniscaat>";
    let tags = versions.tags(attributes).concat();
    let _host = open_host(&page, &format!("{element}{tags}{element}")).await?;
    versions.first_serves_widgets(&page, 2).await?;
    check_unchanged(&page, "", "with two versions").await
}

#[apply(every_engine)]
#[tokio::test]
async fn lone_script_tags_of_two_versions_get_a_widget_each(
    #[case] engine: Engine,
    #[values(true, false)] older_first: bool,
) -> Result<()> {
    let page = blank().engine(engine).before_load(WATCH).await?;
    let versions = Versions::serve(older_first).await?;
    let [first, second] = versions.tags("data-loading=\"eager\"");
    let _host = open_host(&page, &format!("{first}<p>Tussen</p>{second}")).await?;
    versions.first_serves_widgets(&page, 2).await?;
    let order = "return [...document.body.children].map((element) => element.localName).join(' ');";
    let order: String = page.js(order).await?;
    let widget = "script kennis-lemniscaat p";
    ensure!(
        order == format!("p {widget} {widget}"),
        "two tags give the elements {order}"
    );
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn a_version_that_loads_late_leaves_interactive_widgets_alone(
    #[case] engine: Engine,
) -> Result<()> {
    let html = "<!doctype html><title>Gast</title><body><p>Voor</p>
        <kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat><script src=\"EMBED\"></script>
        <p>Na</p></body>";
    let visit = host_page(html).engine(engine).before_load(WATCH);
    let page = visit.await?;
    let second = Site::built().await?;
    let add_script = "window.before = [place(), kl()];
        const script = document.createElement('script');
        script.src = arguments[0];
        return new Promise((done, failed) => {
          script.onload = () => done();
          script.onerror = failed;
          document.body.append(script);
        });";
    page.js_with::<()>(add_script, json!([second.url("/embed.js")]))
        .await?;
    // Widgets far below the window wait.
    let add_element = "document.body.append(document.createElement('kennis-lemniscaat'));
        document.body.lastElementChild.scrollIntoView();";
    page.js::<()>(add_element).await?;
    become_interactive(&page, 1).await?;
    let unchanged = "return before[0] === place() && before[1] === kl() && isInteractive()
        && heading().startsWith('Fase 3 van 4: ')
        && document.querySelectorAll('kennis-lemniscaat').length === 2;";
    let unchanged: bool = page.js(unchanged).await?;
    ensure!(unchanged, "the late version changes the existing widget");
    page.js::<()>("place().removeAttribute('view');").await?;
    let name = "with a late version";
    for index in [0, 1] {
        follow_phases(&page, index, name).await?;
    }
    first_serves_files(&page, page.site(), &second).await?;
    check_no_errors(&page, name).await
}

#[apply(every_engine)]
#[tokio::test]
async fn releases_of_one_site_count_as_one_version(
    #[case] engine: Engine,
    #[values(true, false)] newest_first: bool,
    #[values(("", 3), ("<kennis-lemniscaat></kennis-lemniscaat>", 1))] body: (&'static str, u32),
) -> Result<()> {
    let version = env!("CARGO_PKG_VERSION");
    let major = version.split('.').next().unwrap_or_default();
    let mut scripts = [
        "/embed.js".to_owned(),
        format!("/v{major}/embed.js"),
        format!("/v{version}/embed.js"),
    ];
    if !newest_first {
        scripts.reverse();
    }
    let page = blank().engine(engine).before_load(WATCH).await?;
    let tags = scripts.map(|script| {
        let tag = script_tag("data-loading=\"eager\"", &page.site().url(&script));
        format!("{tag}<p>Tussen</p>")
    });
    let tags = tags.concat();
    let (element, widgets) = body;
    let _host = open_host(&page, &format!("{element}{tags}")).await?;
    for index in 0..widgets {
        become_interactive(&page, index).await?;
        follow_phases(&page, index, &tags).await?;
    }
    let count = count_widgets(&page).await?;
    ensure!(
        count == widgets,
        "{tags} gives {count} widgets; expected {widgets}"
    );
    let files = requested_files(&page, page.site()).await?;
    let wasm = files.iter().filter(|name| wasm(name)).count();
    ensure!(
        wasm == 1,
        "WebAssembly is requested {wasm} times, expected once: {files:#?}"
    );
    check_no_errors(&page, &tags).await
}

#[apply(every_engine)]
#[tokio::test]
async fn a_site_can_be_in_a_folder_named_like_a_release(#[case] engine: Engine) -> Result<()> {
    let visit = blank().engine(engine).before_load(WATCH);
    let page = visit.site(Plan::default().below("/v2")).await?;
    for script in ["/v2/embed.js", "/v2/v1/embed.js"] {
        let tag = script_tag("", &page.site().url(script));
        let body = format!("<kennis-lemniscaat></kennis-lemniscaat>{tag}");
        let _host = open_host(&page, &body).await?;
        become_interactive(&page, 0).await?;
        follow_phases(&page, 0, script).await?;
        check_no_errors(&page, script).await?;
    }
    page.open_interactive(&page.site().url("/v2/nl/")).await?;
    page.click("$('.kl-phase-4 .kl-label')").await?;
    let phase = "location.pathname === '/v2/nl/implementeren/' && heading()?.startsWith('Fase 4')";
    page.wait("a phase on a standalone page", phase).await
}

/// The files that a loader names, as paths from its site's root.
async fn named_files(path: &str) -> Result<Vec<String>> {
    let script = get(path, "identity").await?.text().await?;
    let names = script.split('"').filter(|name| name.starts_with("files/"));
    Ok(names.map(String::from).collect())
}

async fn release_at(path: &str) -> Result<Value> {
    let text = get(path, "identity").await?.text().await?;
    serde_json::from_str(&text).with_context(|| format!("reading {path}"))
}

#[apply(every_engine)]
#[tokio::test]
async fn releases_of_the_loader_can_be_pinned(#[case] engine: Engine) -> Result<()> {
    let newest = named_files("/embed.js").await?;
    ensure!(
        newest.len() >= 4,
        "expected at least 4 files in the loader, got {newest:?}"
    );
    let release = release_at("/version.json").await?;
    let version = release["version"].as_str().unwrap_or_default();
    let major = version.split('.').next().unwrap_or_default();
    let page = blank().engine(engine).await?;
    for folder in [format!("/v{version}"), format!("/v{major}")] {
        let script = format!("{folder}/embed.js");
        ensure!(
            named_files(&script).await? == newest,
            "{script} names other files than /embed.js"
        );
        // The hash of a pinned release is beside it, also when another release is the newest.
        let release = release_at(&format!("{folder}/version.json")).await?;
        ensure!(
            release["version"] == version,
            "version.json beside {script} is {release}; expected version {version}"
        );
        let integrity = release["integrity"].as_str().unwrap_or_default();
        let html = format!(
            "<!doctype html><title>Host page</title><kennis-lemniscaat></kennis-lemniscaat>
            <script async src=\"{}\" integrity=\"{integrity}\" crossorigin></script>",
            page.site().url(&script)
        );
        let host = Plan::default().page("/gast/", html).serve().await?;
        page.open_interactive(&host.url("/gast/")).await?;
    }
    Ok(())
}
