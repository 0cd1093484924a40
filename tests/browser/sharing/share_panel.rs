//! Sharing a view, from standalone pages and from host pages.

use anyhow::{Result, ensure};
use harness::server::Plan;
use harness::share_panel::{FORBID, KEEP, STATUS_TEXT, open};
use harness::{Page, blank, embedded, standalone};
use rstest::rstest;
use serde_json::{Value, json};
use thirtyfour::Key;

/// Waits for an action that [`KEEP`] records, and returns its data.
async fn recorded(page: &Page, action: &str) -> Result<Value> {
    let happened = format!("shareActions.{action} !== undefined");
    page.wait(&format!("{action} to happen"), &happened).await?;
    page.js(&format!("return shareActions.{action};")).await
}

#[tokio::test]
async fn sharing_links_work_without_scripts() -> Result<()> {
    let page = blank().await?;
    let disable = json!({"value": true});
    page.cdp("Emulation.setScriptExecutionDisabled", disable)
        .await?;
    page.open(&page.site().url("/nl/vertaling/tip-5/")).await?;
    page.click("document.querySelector('.kl-share summary')")
        .await?;
    let links = "return [...document.querySelectorAll('[data-share]')]
        .filter((link) => link.getClientRects().length).map((link) => [link.textContent, link.href]);";
    let links: Vec<(String, String)> = page.js(links).await?;
    let services = [
        ("LinkedIn", "https://www.linkedin.com/"),
        ("Bluesky", "https://bsky.app/"),
        ("X", "https://x.com/"),
        ("Facebook", "https://www.facebook.com/"),
        ("WhatsApp", "https://wa.me/"),
        ("E-mail", "mailto:"),
    ];
    ensure!(links.len() == services.len(), "{links:?}");
    for ((name, href), (service, start)) in links.iter().zip(services) {
        ensure!(name == service && href.starts_with(start), "{name}: {href}");
        ensure!(
            href.contains("%2Fnl%2Fvertaling%2Ftip%2D5%2F"),
            "the link of {name} lacks the view's address: {href}"
        );
    }
    let controls = "return [...document.querySelectorAll('.kl-share :is(button, input, textarea)')]
        .filter((control) => control.getClientRects().length).length;";
    let controls: u32 = page.js(controls).await?;
    ensure!(
        controls == 0,
        "{controls} controls that need scripts are visible without scripts"
    );
    Ok(())
}

#[tokio::test]
async fn the_link_and_the_embed_code_of_a_view_can_be_copied() -> Result<()> {
    let page = standalone("/nl/analyseren/").before_load(KEEP).await?;
    page.click("$('.kl-phase-3 .kl-label')").await?;
    page.wait("the third phase", "heading().startsWith('Fase 3')")
        .await?;
    open(&page).await?;
    // Screen readers announce changes in a region, but not a region that is inserted with its text.
    let region = "(window.region = $('.kl-share [role=status]'))?.textContent === ''";
    page.wait("an empty status region", region).await?;
    page.click("$('[name=link]')").await?;
    let address = page.site().url("/nl/vertaling/");
    let copied = recorded(&page, "copied").await?;
    ensure!(copied == address, "{copied}");
    let announced =
        format!("{STATUS_TEXT} === 'Gekopieerd.' && region === $('.kl-share [role=status]')");
    page.wait("the status message in the same region", &announced)
        .await?;
    page.js::<()>("shareActions.copied = undefined;").await?;
    // The keyboard works as the mouse does.
    page.tab_to("$('[name=code]')").await?;
    page.press(Key::Enter).await?;
    let code = recorded(&page, "copied").await?;
    let code = code.as_str().unwrap_or_default();
    let script = page.site().url("/embed.js");
    for part in [
        "<kennis-lemniscaat lang=\"nl\" view=\"vertaling\">",
        &format!("<script async src=\"{script}\"></script>"),
        &format!("<a href=\"{address}\">"),
    ] {
        ensure!(code.contains(part), "there is no {part} in {code}");
    }
    page.tab_to("$('[name=system]')").await?;
    page.press(Key::Space).await?;
    let shared = recorded(&page, "shared").await?;
    ensure!(shared["url"] == address, "{shared}");
    Ok(())
}

#[rstest]
#[case::desktop(1280, 600)]
#[case::phone(375, 667)]
#[case::zoomed(320, 256)]
#[tokio::test]
async fn feedback_of_copying_is_inside_the_viewport(
    #[case] width: u32,
    #[case] height: u32,
) -> Result<()> {
    let page = standalone("/nl/analyseren/")
        .size(width, height)
        .before_load(KEEP)
        .await?;
    page.tab_to("$('.kl-share summary')").await?;
    page.press(Key::Enter).await?;
    page.tab_to("$('[name=link]')").await?;
    page.press(Key::Enter).await?;
    let inside = |element: &str| {
        format!(
            "(() => {{ const {{top, bottom, height}} = {element}.getBoundingClientRect();
                return height > 0 && top >= -1 && bottom <= innerHeight + 1; }})()"
        )
    };
    let status = inside("$('.kl-share [role=status]')");
    page.wait("the visible status message of copying", &status)
        .await?;
    // Copying fails, as on pages over http.
    let forbid = "navigator.clipboard.writeText = () => Promise.reject();";
    page.js::<()>(forbid).await?;
    page.press(Key::Enter).await?;
    let field = inside("focused()");
    let field = format!("focused()?.localName === 'textarea' && {field}");
    page.wait("the visible text to copy by hand", &field).await
}

#[tokio::test]
async fn the_copied_embed_code_shows_the_view_on_another_page() -> Result<()> {
    let page = standalone("/nl/vertaling/tip-5/").before_load(KEEP).await?;
    open(&page).await?;
    page.click("$('[name=code]')").await?;
    let code = recorded(&page, "copied").await?;
    let code = code.as_str().unwrap_or_default();
    let html = format!("<!doctype html><title>Host page</title><body>{code}");
    let host = Plan::default().page("/gast.html", html).serve().await?;
    page.open_interactive(&host.url("/gast.html")).await?;
    let heading: String = page.js("return heading();").await?;
    ensure!(heading.starts_with("Tip 5"), "{heading}");
    Ok(())
}

#[tokio::test]
async fn the_link_is_shown_selected_where_copying_is_blocked() -> Result<()> {
    let page = standalone("/nl/vertaling/").before_load(FORBID).await?;
    open(&page).await?;
    page.click("$('[name=link]')").await?;
    let system: bool = page.js("return $('[name=system]') !== null;").await?;
    ensure!(
        !system,
        "there is a button for sharing that this browser doesn't support"
    );
    let selected = "(() => {
        const field = $('.kl-share textarea');
        return focused() === field && field.value === arguments[0]
            && field.selectionStart === 0 && field.selectionEnd === field.value.length;
    })()";
    let address = json!([page.site().url("/nl/vertaling/")]);
    page.wait_with("the address, selected", selected, address)
        .await?;
    let status: String = page.js(&format!("return {STATUS_TEXT};")).await?;
    ensure!(status.contains("kopieer die zelf"), "{status}");
    Ok(())
}

#[rstest]
#[case::url("https://mastodon.example/")]
#[case::space(" mastodon.example ")]
#[case::profile("HTTPS://mastodon.example/@naam")]
#[case::account("@naam@mastodon.example")]
#[tokio::test]
async fn sharing_on_mastodon_uses_the_server_of_the_user(#[case] server: &str) -> Result<()> {
    let page = standalone("/nl/vertaling/").before_load(KEEP).await?;
    open(&page).await?;
    page.click("$('.kl-share input')").await?;
    page.driver
        .action_chain()
        .send_keys(server)
        .perform()
        .await?;
    page.press(Key::Enter).await?;
    let opened = recorded(&page, "opened").await?;
    let opened = opened.as_str().unwrap_or_default();
    ensure!(
        opened.starts_with("https://mastodon.example/share?text="),
        "{opened}"
    );
    ensure!(opened.contains("%2Fnl%2Fvertaling%2F"), "{opened}");
    let stored = "return localStorage.length + sessionStorage.length + document.cookie.length;";
    let stored: u32 = page.js(stored).await?;
    ensure!(stored == 0, "the name of the server is stored");
    Ok(())
}

#[tokio::test]
async fn the_host_page_receives_a_share_event() -> Result<()> {
    let html = "<!doctype html><title>Host page</title><body>
        <kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat><script async src=\"/embed.js\"></script>";
    let visit = standalone("/gast.html").site(Plan::default().page("/gast.html", html));
    let page = visit.before_load(KEEP).await?;
    open(&page).await?;
    page.click("$('[name=link]')").await?;
    let event = recorded(&page, "event").await?;
    let address = page.site().url("/nl/vertaling/");
    let expected = json!({"view": "vertaling", "url": address, "via": "link"});
    ensure!(event == expected, "{event}");
    Ok(())
}

#[tokio::test]
async fn typed_text_is_no_shortcut_of_the_host_page() -> Result<()> {
    let shortcuts = "
        window.shortcuts = [];
        for (const type of ['keydown', 'keypress', 'keyup']) {
            addEventListener(type, ({key}) => shortcuts.push(key));
        }";
    let visit = embedded("<kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>");
    let page = visit.before_load(shortcuts).await?;
    open(&page).await?;
    page.click("$('.kl-share input')").await?;
    page.driver
        .action_chain()
        .send_keys("a/s")
        .perform()
        .await?;
    let typed = "$('.kl-share input').value === 'a/s'";
    page.wait("the typed text", typed).await?;
    let shortcuts: Vec<String> = page.js("return shortcuts;").await?;
    ensure!(shortcuts.is_empty(), "the host page receives {shortcuts:?}");
    Ok(())
}
