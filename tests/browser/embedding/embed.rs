//! The widget on a page of someone else, as an element.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::site::{Plan, Site, fragment};

/// Opens markup on a page at another origin than the files', until its first widget is live.
async fn open_host(browser: &Browser, files: &Site, markup: &str) -> Result<Site> {
    let page = Plan::default().page("/gast/", host(files, markup));
    let site = page.serve().await?;
    browser.before_load(LISTEN).await?;
    browser.open_live(&site.url("/gast/")).await?;
    Ok(site)
}

#[tokio::test]
async fn attributes_that_come_before_the_first_view_are_part_of_it() -> Result<()> {
    let files = Plan::default().holding(fragment).serve().await?;
    browse(async |browser| {
        let plan = Plan::default().page("/gast/", host(&files, "<p>Tekst</p>"));
        let site = plan.serve().await?;
        browser.before_load(LISTEN).await?;
        browser.open(&site.url("/gast/")).await?;
        let defined = "customElements.get('kennis-lemniscaat')";
        browser.wait("the loader", defined).await?;
        let add = "const it = document.createElement('kennis-lemniscaat');
            it.append('Tot er iets is');
            document.body.append(it);
            it.setAttribute('view', 'analyseren');
            it.setAttribute('heading-level', '3');
            return place().shadowRoot.querySelector('slot').hidden;";
        let hidden: bool = browser.js(add).await?;
        ensure!(
            !hidden,
            "what the element holds is gone before there is a view"
        );
        let styled =
            "performance.getEntriesByType('resource').some(({name}) => name.endsWith('.css'))";
        browser.wait("its style", styled).await?;
        let hidden = "return place().shadowRoot.querySelector('slot').hidden;";
        let hidden: bool = browser.js(hidden).await?;
        ensure!(
            !hidden,
            "what the element holds is gone before there is a view"
        );
        files.release();
        let shown =
            "live() && heading()?.startsWith('Fase 2') && $('[data-title]').localName === 'h3'";
        browser
            .wait("the view that was asked for", shown)
            .await?;
        let told: Value = browser
            .js("return heard.map(({what}) => what);")
            .await?;
        ensure!(told == json!(["ready"]), "the page hears {told}");
        Ok(())
    })
    .await
}

/// Waits until a widget shows the view that an attribute names.
async fn shows(browser: &Browser, at: u32, view: &str, heading: &str) -> Result<()> {
    let condition = "heading(arguments[0])?.startsWith(arguments[2])
        && (place(arguments[0]).getAttribute('view') ?? '') === arguments[1]";
    let what = format!("widget {at} to show {view:?} and its attribute to say so");
    browser
        .wait_with(&what, condition, json!([at, view, heading]))
        .await
}

#[tokio::test]
async fn two_widgets_on_the_sample_page_mind_their_own_business() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.open_live(&site.url("/voorbeeld/")).await?;
        shows(browser, 0, "", "De kennislemniscaat").await?;
        shows(browser, 1, "vertaling", "Fase 3 van 4: ").await?;
        let around = "return JSON.stringify([
            kl(1).textContent, location.href, history.length, document.title])";
        let before: String = browser.js(around).await?;
        browser.click("$('.kl-phase-2 .kl-label')").await?;
        shows(browser, 0, "analyseren", "Fase 2 van 4: ").await?;
        browser.click("$('.kl-tip')").await?;
        shows(browser, 0, "analyseren/tip-1", "Tip 1: ").await?;
        let focus = "document.activeElement === place(0) && focused(0) === $('[data-title]', 0)";
        browser
            .wait("the focus on the new heading", focus)
            .await?;
        let after: String = browser.js(around).await?;
        ensure!(
            before == after,
            "a click in one widget changed {before} to {after}"
        );
        browser.click("$('.kl-next', 1)").await?;
        shows(browser, 1, "implementeren", "Fase 4 van 4: ").await?;
        shows(browser, 0, "analyseren/tip-1", "Tip 1: ").await
    })
    .await
}

#[tokio::test]
async fn the_page_hears_what_the_widget_shows() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let markup = "<kennis-lemniscaat id=\"een\" view=\"vertaling\"></kennis-lemniscaat>";
        let _site = open_host(browser, &files, markup).await?;
        browser.click("$('.kl-tip')").await?;
        shows(browser, 0, "vertaling/tip-1", "Tip 1: ").await?;
        let heard: Value = browser.js("return heard;").await?;
        let phase = "Vertaling van werkzame principes naar training of werkwijze voor de praktijk";
        let expected = json!([
            {"what": "ready", "place": "een", "view": "vertaling",
             "title": format!("{phase} – De kennislemniscaat")},
            {"what": "navigate", "place": "een", "view": "vertaling/tip-1",
             "title": "Tip 1 – Vertaling – De kennislemniscaat"},
        ]);
        ensure!(heard == expected, "the page heard {heard:#}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn attributes_say_what_to_show() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let markup = "<kennis-lemniscaat lang=\"fy\" heading-level=\"3\"></kennis-lemniscaat>";
        let _site = open_host(browser, &files, markup).await?;
        shows(browser, 0, "", "De kennislemniscaat").await?;
        let [lang, tag]: [String; 2] = browser
            .js(
                "return [kl().lang, $('[data-title]').localName];")
            .await?;
        ensure!(lang == "nl", "an unknown language gives {lang:?}");
        ensure!(tag == "h3", "heading-level=3 gives {tag}");
        let set = "document.querySelector('h1').tabIndex = 0;
            document.querySelector('h1').focus();
            place().setAttribute(arguments[0], arguments[1]);";
        browser
            .js_with::<()>(set, json!(["view", "vertaling/tip-5"]))
            .await?;
        shows(browser, 0, "vertaling/tip-5", "Tip 5: ").await?;
        let focus = "document.activeElement.localName === 'h1'";
        browser
            .wait("the focus to stay with the reader", focus)
            .await?;
        browser.js_with::<()>(set, json!(["heading-level", "4"])).await?;
        let level = "$('[data-title]').localName === 'h4'";
        browser
            .wait("headings to follow heading-level", level)
            .await?;
        browser
            .js::<()>("place().removeAttribute('view');")
            .await?;
        shows(browser, 0, "", "De kennislemniscaat").await?;
        browser
            .js_with::<()>(set, json!(["view", "vertaling/tip-99"]))
            .await?;
        let nearest =
            "heading().startsWith('Fase 3') && $('.kl-notice')?.textContent.includes('tip-99')";
        browser
            .wait("the nearest view with a notice", nearest)
            .await
    })
    .await
}

#[tokio::test]
async fn an_element_comes_and_goes_as_often_as_the_page_likes() -> Result<()> {
    let files = Site::whole().await?;
    browse(async |browser| {
        let markup = "<p id=\"thuis\"><kennis-lemniscaat></kennis-lemniscaat></p>";
        let _site = open_host(browser, &files, markup).await?;
        let cycle = "
            const element = place();
            const home = element.parentNode;
            const views = ['', 'vertaling', 'analyseren/tip-2', 'achtergrond'];
            return (async () => {
              for (let count = 1; count <= 50; count++) {
                element.remove();
                // Now and then it comes back at once, as when it is moved.
                if (count % 3) await drawn();
                element.setAttribute('view', views[count % 4]);
                const ready = new Promise((done) =>
                  element.addEventListener('kennislemniscaat:ready', ({detail}) => done(detail.view), {once: true}));
                home.append(element);
                const shown = await Promise.race([ready, new Promise((late) => setTimeout(late, 3000, 'nothing'))]);
                const roots = element.shadowRoot.querySelectorAll('.kl').length;
                if (shown !== views[count % 4] || roots !== 1) {
                  return `cycle ${count} shows ${shown} and ${roots} widgets`;
                }
              }
              return heading();
            })();";
        let outcome: String = browser.js(cycle).await?;
        ensure!(outcome.starts_with("Tip 2: "), "{outcome}");
        browser.click("$('.kl-next')").await?;
        shows(browser, 0, "analyseren/tip-3", "Tip 3: ").await
    })
    .await
}
