//! A lone script tag makes a widget where it stands.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::browser::{Browser, browse};
use crate::site::{Plan, Site};
use crate::undisturbed::untouched;

/// Ways to write the tag, the placeholder being its address.
const TAGS: [&str; 5] = [
    "<script src=\"EMBED\"></script>",
    "<script async src=\"EMBED\"></script>",
    "<script defer src=\"EMBED\"></script>",
    "<script type=\"module\" src=\"EMBED\"></script>",
    "<script async src=\"EMBED\" data-view=\"vertaling\" data-heading-level=\"4\"></script>",
];

fn page(files: &Site, markup: &str) -> String {
    let markup = markup.replace("EMBED", &files.url("/embed.js"));
    format!("<!doctype html><title>Gast</title><body><p>Voor</p>{markup}<p>Na</p></body>")
}

/// Nothing but an element after each tag of ours is on the page that wasn't served.
async fn no_more_than_elements(browser: &Browser, files: &Site, name: &str) -> Result<()> {
    let elements = "
        if (page === document) return;
        for (const tag of page.querySelectorAll('script[src=\"EMBED\"]')) {
          const element = page.createElement('kennis-lemniscaat');
          for (const {name, value} of tag.attributes) {
            if (name.startsWith('data-')) element.setAttribute(name.slice('data-'.length), value);
          }
          tag.after(element);
        }";
    let elements = elements.replace("EMBED", &files.url("/embed.js"));
    untouched(browser, &elements, name).await
}

#[tokio::test]
async fn a_widget_stands_where_its_script_tag_does() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        for tag in TAGS {
            let plan = Plan::default().page("/gast/", page(&files, tag));
            let site = plan.serve().await?;
            browser.open_live(&site.url("/gast/")).await?;
            let order = "return [...document.body.children].map((each) => each.localName);";
            let order: Vec<String> = browser.js(order).await?;
            ensure!(
                order == ["p", "script", "kennis-lemniscaat", "p"],
                "{tag} makes {order:?}"
            );
            let expected = if tag.contains("data-view") {
                "h4 Fase 3"
            } else {
                "h2 De kenn"
            };
            let shown = "return `${$('[data-title]').localName} ${heading()}`;";
            let shown: String = browser.js(shown).await?;
            ensure!(shown.starts_with(expected), "{tag} shows {shown}");
            no_more_than_elements(browser, &files, tag).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_module_is_not_mistaken_for_a_script_of_the_same_name() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        // Someone else's script of that name comes first.
        let markup = format!("<script src=\"/elders/embed.js\"></script>{}", TAGS[3]);
        let plan = Plan::default().page("/gast/", page(&files, &markup));
        let site = plan.serve().await?;
        browser.open_live(&site.url("/gast/")).await?;
        let order = "return [...document.body.children].map((each) => each.localName).join(' ');";
        let order: String = browser.js(order).await?;
        let ours = "p script script kennis-lemniscaat p";
        ensure!(order == ours, "the module makes {order}");
        no_more_than_elements(browser, &files, &markup).await
    })
    .await
}

#[tokio::test]
async fn a_module_finds_its_place_whatever_the_page_s_pictures_are_called() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        // What has such a name stands in for what documents have by that name.
        let pictures = "<img name=\"scripts\" alt=\"\"><img name=\"currentScript\" alt=\"\">";
        for tag in [TAGS[0], TAGS[3]] {
            let markup = format!("{pictures}{tag}");
            let plan = Plan::default().page("/gast/", page(&files, &markup));
            let site = plan.serve().await?;
            browser.open_live(&site.url("/gast/")).await?;
            no_more_than_elements(browser, &files, &markup).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_second_tag_makes_a_second_widget() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let second = "<script src=\"EMBED\" data-view=\"achtergrond\" data-loading=\"eager\"></script>";
        let twice = format!("{}<p>Tussen</p>{second}", TAGS[0]);
        let plan = Plan::default().page("/gast/", page(&files, &twice));
        let site = plan.serve().await?;
        browser.open_live(&site.url("/gast/")).await?;
        let both = "live(1) && heading(0) === 'De kennislemniscaat' && heading(1)?.startsWith('Hoe delen')";
        browser.wait("a widget at each of two tags", both).await?;
        let order = "return [...document.body.children].map((each) => each.localName).join(' ');";
        let order: String = browser.js(order).await?;
        let widget = "script kennis-lemniscaat p";
        ensure!(order == format!("p {widget} {widget}"), "two tags make {order}");
        no_more_than_elements(browser, &files, &twice).await
    })
    .await
}

#[tokio::test]
async fn a_tag_leaves_the_page_its_own_elements() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let element = "<kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>";
        for markup in [
            format!("{element}{}", TAGS[0]),
            format!("{}{element}", TAGS[1]),
        ] {
            let plan = Plan::default().page("/gast/", page(&files, &markup));
            let site = plan.serve().await?;
            browser.open_live(&site.url("/gast/")).await?;
            let count = "return document.querySelectorAll('kennis-lemniscaat').length;";
            let count: u32 = browser.js(count).await?;
            ensure!(count == 1, "{markup} makes {count} widgets");
            untouched(browser, "", &markup).await?;
        }
        Ok(())
    })
    .await
}
