//! Sending a view on, from our own pages and from a partner's.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::browser::{Browser, browse};
use crate::site::{Plan, Site};

async fn kept(browser: &Browser, what: &str) -> Result<Value> {
    let wait = format!("kept.{what} !== undefined");
    browser
        .wait(&format!("{what} to happen"), &wait)
        .await?;
    browser.js(&format!("return kept.{what};")).await
}

#[tokio::test]
async fn plain_links_lead_to_where_people_share_also_without_scripts() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let off = json!({"value": true});
        browser.cdp("Emulation.setScriptExecutionDisabled", off).await?;
        browser.open(&site.url("/nl/vertaling/tip-5/")).await?;
        browser.click("document.querySelector('.kl-share summary')").await?;
        let links = "return [...document.querySelectorAll('[data-share]')]
            .filter((link) => link.getClientRects().length).map((link) => [link.textContent, link.href]);";
        let links: Vec<(String, String)> = browser.js(links).await?;
        let hosts = [
            ("LinkedIn", "https://www.linkedin.com/"),
            ("Bluesky", "https://bsky.app/"),
            ("X", "https://x.com/"),
            ("Facebook", "https://www.facebook.com/"),
            ("WhatsApp", "https://wa.me/"),
            ("E-mail", "mailto:"),
        ];
        ensure!(links.len() == hosts.len(), "{links:?}");
        for ((name, address), (service, host)) in links.iter().zip(hosts) {
            ensure!(name == service && address.starts_with(host), "{name}: {address}");
            let ours = address.contains("%2Fnl%2Fvertaling%2Ftip%2D5%2F");
            ensure!(ours, "{name} doesn't get the view's address: {address}");
        }
        let buttons = "return [...document.querySelectorAll('.kl-share :is(button, input, textarea)')]
            .filter((each) => each.getClientRects().length).length;";
        let buttons: u32 = browser.js(buttons).await?;
        ensure!(buttons == 0, "{buttons} controls do nothing without scripts");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_link_and_the_code_of_a_view_can_be_copied() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.before_load(KEEP).await?;
        browser.open_live(&site.url("/nl/analyseren/")).await?;
        browser.click("$('.kl-phase-3 .kl-label')").await?;
        let shown = "heading().startsWith('Fase 3')";
        browser.wait("the third phase", shown).await?;
        open(browser).await?;
        // Screen readers hear of what changes in a region, not of one that comes with its text.
        let region = "(window.region = $('.kl-share [role=status]'))?.textContent === ''";
        browser
            .wait("a region that is silent yet", region)
            .await?;
        browser.click("$('[name=link]')").await?;
        let copied = kept(browser, "copied").await?;
        ensure!(copied == json!(site.url("/nl/vertaling/")), "{copied}");
        browser
            .wait(
                "word that it was copied, where there was none",
                &format!("{SAID} === 'Gekopieerd.' && region === $('.kl-share [role=status]')"))
            .await?;
        browser
            .js::<()>("kept.copied = undefined;")
            .await?;
        // With the keyboard as with the mouse.
        browser.tab_to("$('[name=code]')").await?;
        browser.press(Key::Enter).await?;
        let code = kept(browser, "copied").await?;
        let code = code.as_str().unwrap_or_default();
        ensure!(
            code.contains("<kennis-lemniscaat lang=\"nl\" view=\"vertaling\">"),
            "{code}"
        );
        ensure!(
            code.contains(&format!(
                "<script async src=\"{}\"></script>",
                site.url("/embed.js")
            )),
            "{code}"
        );
        ensure!(
            code.contains(&format!("<a href=\"{}\">", site.url("/nl/vertaling/"))),
            "{code}"
        );
        browser.tab_to("$('[name=system]')").await?;
        browser.press(Key::Space).await?;
        let shared = kept(browser, "shared").await?;
        ensure!(
            shared["url"] == json!(site.url("/nl/vertaling/")),
            "{shared}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn what_copying_brings_is_in_the_window() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.before_load(KEEP).await?;
        for (width, height) in [(1280, 600), (375, 667), (320, 256)] {
            browser.size(width, height).await?;
            browser.open_live(&site.url("/nl/analyseren/")).await?;
            browser.tab_to("$('.kl-share summary')").await?;
            browser.press(Key::Enter).await?;
            browser.tab_to("$('[name=link]')").await?;
            browser.press(Key::Enter).await?;
            let seen = |what: &str| {
                format!(
                    "(() => {{ const {{top, bottom, height}} = {what}.getBoundingClientRect();
                        return height > 0 && top >= -1 && bottom <= innerHeight + 1; }})()"
                )
            };
            let said = seen("$('.kl-share [role=status]')");
            let place = format!("in a window of {width} x {height} px");
            let what = format!("the word that it was copied, {place}");
            browser.wait(&what, &said).await?;
            // As on pages that come over http.
            let forbid = "navigator.clipboard.writeText = () => Promise.reject();";
            browser.js::<()>(forbid).await?;
            browser.press(Key::Enter).await?;
            let what = format!("the text to copy by hand, {place}");
            let field = format!(
                "focused()?.localName === 'textarea' && {}",
                seen("focused()")
            );
            browser.wait(&what, &field).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_copied_code_shows_the_view_on_another_page() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.before_load(KEEP).await?;
        browser.open_live(&site.url("/nl/vertaling/tip-5/")).await?;
        open(browser).await?;
        browser.click("$('[name=code]')").await?;
        let code = kept(browser, "copied").await?;
        let page = format!(
            "<!doctype html><title>Partner</title><body>{}",
            code.as_str().unwrap_or_default()
        );
        let partner = Plan::default().page("/gast.html", page).serve().await?;
        browser.open_live(&partner.url("/gast.html")).await?;
        let heading: String = browser.js("return heading();").await?;
        ensure!(heading.starts_with("Tip 5"), "{heading}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn where_copying_is_blocked_the_link_is_shown_selected() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.before_load(FORBID).await?;
        browser.open_live(&site.url("/nl/vertaling/")).await?;
        open(browser).await?;
        browser.click("$('[name=link]')").await?;
        let system = "return $('[name=system]') !== null;";
        let system: bool = browser.js(system).await?;
        ensure!(!system, "a button for what this browser can't do");
        let selected = "(() => {
            const field = $('.kl-share textarea');
            return focused() === field && field.value === arguments[0]
                && field.selectionStart === 0 && field.selectionEnd === field.value.length;
        })()";
        let address = json!([site.url("/nl/vertaling/")]);
        browser
            .wait_with("the address, selected", selected, address)
            .await?;
        let said: String = browser.js(&format!("return {SAID};")).await?;
        ensure!(said.contains("kopieer die zelf"), "{said}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn mastodon_is_asked_on_the_readers_own_server() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.before_load(KEEP).await?;
        browser.open_live(&site.url("/nl/vertaling/")).await?;
        open(browser).await?;
        browser.click("$('.kl-share input')").await?;
        browser
            .driver
            .action_chain()
            .send_keys("https://mastodon.example/")
            .perform()
            .await?;
        browser.press(Key::Enter).await?;
        let opened = kept(browser, "opened").await?;
        let opened = opened.as_str().unwrap_or_default();
        ensure!(
            opened.starts_with("https://mastodon.example/share?text="),
            "{opened}"
        );
        ensure!(opened.contains("%2Fnl%2Fvertaling%2F"), "{opened}");
        let kept: u32 = browser
            .js(
                "return localStorage.length + sessionStorage.length + document.cookie.length;")
            .await?;
        ensure!(kept == 0, "the server's name was stored");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_partner_hears_what_was_shared() -> Result<()> {
    let page = "<!doctype html><title>Partner</title><body>
        <kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat><script async src=\"/embed.js\"></script>";
    let site = Plan::default().page("/gast.html", page).serve().await?;
    browse(async |browser| {
        browser.before_load(KEEP).await?;
        browser.open_live(&site.url("/gast.html")).await?;
        open(browser).await?;
        browser.click("$('[name=link]')").await?;
        let event = kept(browser, "event").await?;
        let told = json!({"view": "vertaling", "url": site.url("/nl/vertaling/"), "via": "link"});
        ensure!(event == told, "{event}");
        Ok(())
    })
    .await
}
