//! Versions of the script: each release can be pinned, and of two on one page the first to define
//! the element serves every widget, while the second stays out of its way.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::hosted::get;
use crate::hosts::leads_on;
use crate::site::{Plan, Site, fragment, wasm};
use crate::undisturbed::{WATCH, nothing_wrong, untouched};

/// How the heading of the finished overview reads in the older version.
const OLDER: &str = "De kennislemniscaat, eerste uitgave";
const NEWER: &str = "De kennislemniscaat";

/// Both versions, each at an origin of its own, with their WebAssembly held back.
async fn versions() -> Result<(Site, Site)> {
    let older = Plan::default().holding(wasm).altering(
        fragment,
        "De kennislemniscaat</h2>",
        "De kennislemniscaat, eerste uitgave</h2>",
    );
    let newer = Plan::default().holding(wasm);
    Ok((older.serve().await?, newer.serve().await?))
}

fn page(body: &str) -> Plan {
    let html = format!("<!doctype html><title>Gast</title><body><p>Voor</p>{body}<p>Na</p></body>");
    Plan::default().page("/gast/", html)
}

/// A tag of a version's script.
fn tag(how: &str, site: &Site) -> String {
    format!("<script {how} src=\"{}\"></script>", site.url("/embed.js"))
}

/// What was asked of a site, in order of the alphabet.
async fn asked(browser: &Browser, site: &Site) -> Result<Vec<String>> {
    let names = "return performance.getEntriesByType('resource').map(({name}) => name)
        .filter((name) => name.startsWith(arguments[0])).sort();";
    browser.js_with(names, json!([site.url("/")])).await
}

/// The first version brought all that there is, each once, and the second only its script.
async fn first_served_all(browser: &Browser, first: &Site, second: &Site) -> Result<()> {
    let mut brought = asked(browser, first).await?;
    // Each element asks for its stylesheet; browsers mostly have it.
    brought.retain(|name| !name.ends_with(".css"));
    let mut once = brought.clone();
    once.dedup();
    ensure!(brought == once, "asked for more than once: {brought:#?}");
    ensure!(
        brought.iter().any(|name| wasm(name)),
        "no WebAssembly of the first version's"
    );
    let other = asked(browser, second).await?;
    ensure!(
        other == [second.url("/embed.js")],
        "the second version brings {other:#?}"
    );
    Ok(())
}

/// All widgets show what the first version makes, lead on before and after they are live, and
/// nothing goes wrong.
async fn all_are_of(
    browser: &Browser,
    [first, second]: [&Site; 2],
    heading: &str,
    widgets: u32,
) -> Result<()> {
    for at in 0..widgets {
        let shows = "heading(arguments[0]) === arguments[1] && !live(arguments[0])";
        let what = format!("widget {at} of the version that came first");
        browser.wait_with(&what, shows, json!([at, heading])).await?;
        leads_on(browser, at, "finished").await?;
    }
    first.release();
    second.release();
    for at in 0..widgets {
        let what = format!("widget {at} to come alive");
        browser
            .wait_with(&what, "live(arguments[0])", json!([at]))
            .await?;
        leads_on(browser, at, "live").await?;
    }
    let count: u32 = browser
        .js(
            "return document.querySelectorAll('kennis-lemniscaat').length;")
        .await?;
    ensure!(count == widgets, "{count} widgets instead of {widgets}");
    first_served_all(browser, first, second).await?;
    nothing_wrong(browser, heading).await
}

#[tokio::test]
async fn the_first_of_two_versions_serves_every_element() -> Result<()> {
    let element = "<kennis-lemniscaat loading=\"eager\"></kennis-lemniscaat>";
    browse(async |browser| {
        browser.before_load(WATCH).await?;
        for how in ["", "defer", "type=\"module\""] {
            for older_first in [true, false] {
                let (older, newer) = versions().await?;
                let (first, second, heading) = match older_first {
                    true => (&older, &newer, OLDER),
                    false => (&newer, &older, NEWER),
                };
                let tags = [tag(how, first), tag(how, second)].concat();
                let site = page(&format!("{element}{tags}{element}")).serve().await?;
                browser.open(&site.url("/gast/")).await?;
                let case = format!("{how:?}, the older first: {older_first}");
                all_are_of(browser, [first, second], heading, 2)
                    .await
                    .with_context(|| case.clone())?;
                untouched(browser, "", &case).await?;
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn lone_tags_of_two_versions_have_a_widget_each() -> Result<()> {
    browse(async |browser| {
        browser.before_load(WATCH).await?;
        for older_first in [true, false] {
            let (older, newer) = versions().await?;
            let (first, second, heading) = match older_first {
                true => (&older, &newer, OLDER),
                false => (&newer, &older, NEWER),
            };
            let [one, two] = [first, second].map(|site| tag("data-loading=\"eager\"", site));
            let site = page(&format!("{one}<p>Tussen</p>{two}")).serve().await?;
            browser.open(&site.url("/gast/")).await?;
            all_are_of(browser, [first, second], heading, 2)
                .await
                .with_context(|| format!("the older first: {older_first}"))?;
            let order =
                "return [...document.body.children].map((each) => each.localName).join(' ');";
            let order: String = browser.js(order).await?;
            let widget = "script kennis-lemniscaat p";
            ensure!(
                order == format!("p {widget} {widget}"),
                "two tags make {order}"
            );
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_version_that_comes_late_leaves_live_widgets_alone() -> Result<()> {
    browse(async |browser| {
        browser.before_load(WATCH).await?;
        let first = Site::whole().await?;
        let second = Site::whole().await?;
        let element = "<kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>";
        let site = page(&format!("{element}{}", tag("", &first)))
            .serve()
            .await?;
        browser.open_live(&site.url("/gast/")).await?;
        let late = "window.before = [place(), kl()];
            const script = document.createElement('script');
            script.src = arguments[0];
            return new Promise((done, failed) => {
              script.onload = () => done();
              script.onerror = failed;
              document.body.append(script);
            });";
        browser
            .js_with::<()>(late, json!([second.url("/embed.js")]))
            .await?;
        let more = "document.body.append(document.createElement('kennis-lemniscaat'));";
        browser.js::<()>(more).await?;
        browser
            .wait("a new widget to come alive", "live(1)")
            .await?;
        let same = "return before[0] === place() && before[1] === kl() && live()
            && heading().startsWith('Fase 3 van 4: ')
            && document.querySelectorAll('kennis-lemniscaat').length === 2;";
        let same: bool = browser.js(same).await?;
        ensure!(same, "a late version changes the widget that was there");
        let back = "place().removeAttribute('view');";
        browser.js::<()>(back).await?;
        let name = "with a late version";
        for at in [0, 1] {
            leads_on(browser, at, name).await?;
        }
        first_served_all(browser, &first, &second).await?;
        nothing_wrong(browser, name).await
    })
    .await
}

#[tokio::test]
async fn releases_of_one_site_are_one_to_each_other() -> Result<()> {
    let version = env!("CARGO_PKG_VERSION");
    let major = version.split('.').next().unwrap_or_default();
    let [newest, latest, pinned] = [
        "/embed.js".to_owned(),
        format!("/v{major}/embed.js"),
        format!("/v{version}/embed.js"),
    ];
    browse(async |browser| {
        browser.before_load(WATCH).await?;
        for [one, two, three] in [[&newest, &latest, &pinned], [&pinned, &latest, &newest]] {
            for (element, widgets) in [("", 3), ("<kennis-lemniscaat></kennis-lemniscaat>", 1)] {
                let files = Site::whole().await?;
                let tags: String = [one, two, three]
                    .map(|path| {
                        let script = files.url(path);
                        format!(
                            "<script src=\"{script}\" data-loading=\"eager\"></script><p>Tussen</p>"
                        )
                    })
                    .concat();
                let site = page(&format!("{element}{tags}")).serve().await?;
                browser.open_live(&site.url("/gast/")).await?;
                for at in 0..widgets {
                    let what = format!("widget {at} to come alive");
                    browser
                        .wait_with(&what, "live(arguments[0])", json!([at]))
                        .await?;
                    leads_on(browser, at, &tags).await?;
                }
                let count = "return document.querySelectorAll('kennis-lemniscaat').length;";
                let count: u32 = browser.js(count).await?;
                ensure!(count == widgets, "{tags} makes {count} widgets");
                let asked = asked(browser, &files).await?;
                let wasm = asked.iter().filter(|name| wasm(name)).count();
                ensure!(wasm == 1, "{wasm} times WebAssembly: {asked:#?}");
                nothing_wrong(browser, &tags).await?;
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_site_may_lie_in_a_folder_that_is_called_like_a_release() -> Result<()> {
    browse(async |browser| {
        browser.before_load(WATCH).await?;
        let files = Plan::default().below("/v2").serve().await?;
        for script in ["/v2/embed.js", "/v2/v1/embed.js"] {
            let element = "<kennis-lemniscaat></kennis-lemniscaat>";
            let tag = format!("<script src=\"{}\"></script>", files.url(script));
            let site = page(&format!("{element}{tag}")).serve().await?;
            browser.open_live(&site.url("/gast/")).await?;
            leads_on(browser, 0, script).await?;
            nothing_wrong(browser, script).await?;
        }
        browser.open_live(&files.url("/v2/nl/")).await?;
        browser.click("$('.kl-phase-4 .kl-label')").await?;
        let phase =
            "location.pathname === '/v2/nl/implementeren/' && heading()?.startsWith('Fase 4')";
        browser
            .wait("a phase on a page of ours", phase)
            .await
    })
    .await
}

#[tokio::test]
async fn releases_of_the_loader_can_be_pinned() -> Result<()> {
    // What each names is the same, but for where the site's root lies from it.
    let names = async |path: &str| -> Result<Vec<String>> {
        let script = get(path, "identity").await?.text().await?;
        let names = script.split('"').filter(|each| each.starts_with("files/"));
        Ok(names.map(String::from).collect())
    };
    let newest = names("/embed.js").await?;
    ensure!(newest.len() >= 4, "the loader names few files: {newest:?}");
    let version: Value = {
        let text = get("/version.json", "identity").await?.text().await?;
        serde_json::from_str(&text)?
    };
    let number = version["version"].as_str().unwrap_or_default();
    let major = number.split('.').next().unwrap_or_default();
    let site = Site::whole().await?;
    for path in [
        format!("/v{number}/embed.js"),
        format!("/v{major}/embed.js"),
    ] {
        ensure!(names(&path).await? == newest, "{path} isn't this release");
        // Who pins it finds its hash beside it, also when the newest is another.
        let beside = path.replace("embed.js", "version.json");
        let beside: Value = serde_json::from_str(&get(&beside, "identity").await?.text().await?)?;
        ensure!(beside["version"] == number, "beside {path} is {beside}");
        let integrity = beside["integrity"].as_str().unwrap_or_default();
        let page = format!(
            "<!doctype html><title>Partner</title><kennis-lemniscaat></kennis-lemniscaat>
            <script async src=\"{}\" integrity=\"{integrity}\" crossorigin></script>",
            site.url(&path)
        );
        let host = Plan::default().page("/gast/", page).serve().await?;
        browse(async |browser| browser.open_live(&host.url("/gast/")).await).await?;
    }
    Ok(())
}
