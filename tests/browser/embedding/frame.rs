//! Standalone pages in a frame, for host pages that don't allow scripts.

use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::host_page::host;
use harness::published::url;
use harness::server::{Plan, RELEASE, Site};
use harness::share_panel::{STATUS_TEXT, open};
use harness::{Page, blank, standalone};
use rstest::rstest;
use rstest_reuse::apply;
use serde_json::json;
use thirtyfour::Key;

use crate::engines::every_engine;

/// Serves and opens a host page that has a frame with these attributes and a script of its own.
async fn open_host(page: &Page, attributes: &str, script: &str) -> Result<Site> {
    open_frame(page, "/kader/nl/vertaling/#?secret=abc", attributes, script).await
}

/// Serves and opens a host page that has a frame of this address on the site.
async fn open_frame(page: &Page, path: &str, attributes: &str, script: &str) -> Result<Site> {
    let frame = page.site().url(path);
    let html = format!(
        "<!doctype html><meta charset=\"utf-8\"><title>Host page</title>
        <iframe src=\"{frame}\" width=\"600\" title=\"Vertaling\" {attributes}></iframe>
        <script>{script}</script>"
    );
    let host = Plan::default().page("/gast/", html).serve().await?;
    page.open(&host.url("/gast/")).await?;
    Ok(host)
}

/// Resizes the frame to the height that it posts, as a host page would; collects all messages in
/// `messages`.
const RESIZE: &str = include_str!("scripts/frame_resize.js");

const LAST_HEIGHT: &str = "messages.findLast((message) => message.height).height";

#[apply(every_engine)]
#[tokio::test]
async fn a_frame_resizes_to_its_view(
    #[case] engine: Engine,
    #[values("", "sandbox=\"allow-scripts\"")] sandbox: &'static str,
) -> Result<()> {
    let page = blank().engine(engine).await?;
    let _host = open_host(&page, &format!("height=\"200\" {sandbox}"), RESIZE).await?;
    let grown = "messages.some((message) => message.height > 300)";
    page.wait("a posted height above 300 px", grown).await?;
    let height: u64 = page.js(&format!("return {LAST_HEIGHT};")).await?;
    let ask = "messages.length = 0;
        document.getElementsByTagName('iframe')[0].contentWindow.postMessage({message: 'ready'}, '*');";
    page.js::<()>(ask).await?;
    let description = "the height, repeated for a host page that listens late";
    page.wait(description, "messages.length >= 2").await?;
    let wordpress = "return messages.some(({message, secret, value}) => message === 'height'
        && secret === 'abc' && value > 300);";
    let wordpress: bool = page.js(wordpress).await?;
    ensure!(
        wordpress,
        "the frame posts no height in WordPress's message format"
    );
    page.driver.enter_frame(0).await?;
    page.wait("an interactive page in the frame", "isInteractive()")
        .await?;
    let visible = "return [...document.querySelectorAll('.page-footer, .page-skip')]
        .filter((element) => element.getClientRects().length).length;";
    let visible: u32 = page.js(visible).await?;
    ensure!(
        visible == 0,
        "the frame shows {visible} elements outside the view"
    );
    page.click("$('.kl-tip')").await?;
    let tip = "heading().startsWith('Tip 1')
        && location.pathname.startsWith('/kader/nl/vertaling/') && location.hash === '#?secret=abc'";
    page.wait("a tip in the frame", tip).await?;
    page.driver.enter_default_frame().await?;
    let resized = format!("{LAST_HEIGHT} !== arguments[0]");
    page.wait_with(
        "a posted height that differs from the first",
        &resized,
        json!([height]),
    )
    .await
}

#[apply(every_engine)]
#[tokio::test]
async fn the_whole_view_can_be_reached_in_a_frame_of_fixed_height(
    #[case] engine: Engine,
    #[values(200, 1000)] height: u32,
) -> Result<()> {
    // WebKit's driver clicks only on points inside the window.
    let page = blank().engine(engine).size(1280, 1150).await?;
    let attributes = format!("height=\"{height}\" sandbox=\"allow-scripts\"");
    let _host = open_host(&page, &attributes, "").await?;
    page.driver.enter_frame(0).await?;
    page.wait("the widget in the frame", "isInteractive()")
        .await?;
    let last = "$('.kl-share summary')";
    page.click(last).await?;
    let open =
        format!("{last}.parentElement.open && document.documentElement.scrollWidth <= innerWidth");
    page.wait("the open share panel at the end of the view", &open)
        .await?;
    page.click("$('.kl-next')").await?;
    let next = "heading().startsWith('Fase 4')
        && $('[data-title]').getBoundingClientRect().top >= 0
        && $('[data-title]').getBoundingClientRect().top < innerHeight";
    page.wait("the title of the next view", next).await
}

#[apply(every_engine)]
#[tokio::test]
async fn the_height_is_posted_only_to_the_framing_page(#[case] engine: Engine) -> Result<()> {
    // The host page has the same origin, so that the test can read the targets of the messages.
    let html = "<!doctype html><title>Gast</title>
        <iframe src=\"/kader/nl/vertaling/\" title=\"Fase\"></iframe>";
    let page = standalone("/gast/")
        .site(Plan::default().page("/gast/", html))
        .engine(engine)
        .before_load(include_str!("scripts/frame_targets.js"))
        .prerendered()
        .await?;
    page.wait("a height message", "window.targets?.length > 0")
        .await?;
    let targets: Vec<String> = page.js("return targets;").await?;
    let origin = page.site().url("");
    ensure!(
        targets.iter().all(|target| *target == origin),
        "the page posts to {targets:?}; expected only the origin of the framing page, {origin}"
    );
    Ok(())
}

#[tokio::test]
async fn links_out_of_the_widget_leave_the_frame() -> Result<()> {
    let click = "
        addEventListener('click', (event) => event.preventDefault());
        const link = document.querySelector(arguments[0]);
        link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
        return link.getAttribute('target') ?? '';";
    for (path, link, target) in [
        (
            "/nl/achtergrond/?embed",
            ".kl-main a[href^=https]",
            "_blank",
        ),
        ("/nl/achtergrond/?embed", ".kl-share > p a", "_blank"),
        ("/nl/achtergrond/", ".kl-main a[href^=https]", ""),
        (
            "/kader/nl/achtergrond/",
            ".kl-main a[href^=https]",
            "_blank",
        ),
        ("/kader/nl/achtergrond/", ".kl-share > p a", "_blank"),
        ("/kader/nl/achtergrond/", ".kl-main a[href^='#']", "_self"),
        ("/nl/vertaling/?embed", ".kl-tip", ""),
    ] {
        let page = standalone(path).await?;
        let result: String = page.js_with(click, json!([link])).await?;
        ensure!(
            result == target,
            "{link} at {path} has the target {result:?}"
        );
    }
    Ok(())
}

#[apply(every_engine)]
#[tokio::test]
async fn every_step_of_a_reader_stays_in_the_frame(
    #[case] engine: Engine,
    #[values("/kader/nl/vertaling/", "/nl/vertaling/?embed")] path: &'static str,
) -> Result<()> {
    // WebKit's driver clicks only on points inside the window.
    let page = blank().engine(engine).size(1280, 1150).await?;
    let _host = open_frame(&page, path, "height=\"1000\"", "").await?;
    page.driver.enter_frame(0).await?;
    let shown = |view: &str, heading: &str| {
        let address = path.replace("nl/vertaling/", view);
        format!(
            "isInteractive() && heading().startsWith('{heading}')
            && location.pathname + location.search === '{address}'"
        )
    };
    page.wait("the phase", &shown("nl/vertaling/", "Fase 3"))
        .await?;
    page.click("$('.kl-next')").await?;
    page.wait("the next phase", &shown("nl/implementeren/", "Fase 4"))
        .await?;
    page.click("$('a[hreflang=en]')").await?;
    page.wait("its translation", &shown("en/implementation/", "Phase 4"))
        .await?;
    for (view, heading) in [("nl/implementeren/", "Fase 4"), ("nl/vertaling/", "Fase 3")] {
        // WebKit's driver waits in vain for a page when the entry before is one of the frame.
        page.driver.enter_default_frame().await?;
        page.js::<()>("history.back();").await?;
        page.driver.enter_frame(0).await?;
        page.wait(heading, &shown(view, heading)).await?;
    }
    Ok(())
}

/// Opens a host page at another origin than nginx, with a frame for each of these addresses.
async fn open_host_of_nginx(page: &Page, paths: &[&str]) -> Result<Site> {
    let frames = paths.iter().map(|path| {
        let frame = url(path);
        format!("<iframe src=\"{frame}\" width=\"600\" height=\"1000\" title=\"Frame\"></iframe>")
    });
    let frames: String = frames.collect();
    let html = format!("<!doctype html><meta charset=\"utf-8\"><title>Host page</title>{frames}");
    let host = Plan::default().page("/gast/", html).serve().await?;
    page.open(&host.url("/gast/")).await?;
    Ok(host)
}

#[apply(every_engine)]
#[tokio::test]
async fn other_sites_can_show_pages_for_frames_alone(#[case] engine: Engine) -> Result<()> {
    let page = blank().engine(engine).await?;
    let paths = [
        "/kader/nl/vertaling/",
        "/nl/vertaling/?embed",
        "/nl/vertaling/",
    ];
    let _host = open_host_of_nginx(&page, &paths).await?;
    for frame in [0, 1] {
        page.driver.enter_frame(frame).await?;
        page.wait("the view in the frame", "heading()?.startsWith('Fase 3')")
            .await?;
        page.driver.enter_default_frame().await?;
    }
    // The page has loaded, and so has each frame, or the browser's own page in its place.
    page.driver.enter_frame(2).await?;
    let shown: bool = page
        .js("return document.querySelector('.kl') !== null;")
        .await?;
    ensure!(!shown, "another site shows a page that isn't for frames");
    Ok(())
}

#[tokio::test]
async fn links_in_a_frame_lead_to_views_without_a_script() -> Result<()> {
    let page = blank().size(1280, 1150).await?;
    let disable = json!({"value": true});
    page.cdp("Emulation.setScriptExecutionDisabled", disable)
        .await?;
    let _host = open_host_of_nginx(&page, &["/kader/nl/vertaling/", "/kader/nl/niets/"]).await?;
    for (frame, link, path, heading) in [
        (0, "$('.kl-next')", "/kader/nl/implementeren/", "Fase 4"),
        (
            0,
            "$('a[hreflang=en]')",
            "/kader/en/implementation/",
            "Phase 4",
        ),
        (
            1,
            "$('[data-view=vertaling] .kl-label')",
            "/kader/nl/vertaling/",
            "Fase 3",
        ),
    ] {
        page.driver.enter_frame(frame).await?;
        page.click(link).await?;
        let shown = "location.pathname === arguments[0] && heading()?.startsWith(arguments[1])";
        page.wait_with(link, shown, json!([path, heading])).await?;
        page.driver.enter_default_frame().await?;
    }
    Ok(())
}

/// Waits until the share panel shows the address of the view, selected, and says why.
async fn address_shown(page: &Page) -> Result<()> {
    let shown = format!(
        "(() => {{
            const field = $('.kl-share textarea');
            return focused() === field && field.value === arguments[0]
                && field.selectionStart === 0 && field.selectionEnd === field.value.length
                && {STATUS_TEXT}.includes('kopieer die zelf');
        }})()"
    );
    let address = json!([page.site().url("/nl/vertaling/")]);
    page.wait_with("the address, selected", &shown, address)
        .await
}

#[apply(every_engine)]
#[tokio::test]
async fn a_frame_that_forbids_windows_shows_the_link_to_share(
    #[case] engine: Engine,
) -> Result<()> {
    // WebKit's driver clicks only on points inside the window.
    let page = blank().engine(engine).size(1280, 1150).await?;
    let _host = open_host(&page, "height=\"1000\" sandbox=\"allow-scripts\"", "").await?;
    page.driver.enter_frame(0).await?;
    page.wait("the widget in the frame", "isInteractive()")
        .await?;
    open(&page).await?;
    page.click("$('[data-share=LinkedIn]')").await?;
    address_shown(&page).await?;
    let reset =
        "$('.kl-share textarea').hidden = true; $('.kl-share [role=status]').textContent = '';";
    page.js::<()>(reset).await?;
    page.click("$('.kl-share input')").await?;
    let keys = page.driver.action_chain().send_keys("mastodon.example");
    keys.perform().await?;
    page.press(Key::Enter).await?;
    address_shown(&page).await
}

/// The page of a service that readers share on.
const SERVICE: &str = "/dienst/";
/// The page that the service navigates its opener to, where that is possible.
const HIJACKED: &str = "/gekaapt/";
/// A file that arrives once the page of the service is open.
const HELD: &str = "/dienst/open";

/// Opens a frame with a host page that has a widget; records share events in `shared`.
async fn open_framed_widget(sandbox: &str) -> Result<(Page, Site)> {
    let service = format!(
        "<!doctype html><title>Dienst</title><script>
            try {{ opener.location = '{HIJACKED}'; }} catch {{}}
            new Image().src = '{RELEASE}';
        </script>"
    );
    let site = Plan::default().page(SERVICE, service).page(HELD, "");
    let site = site.holding(|path| path == HELD);
    let page = blank().site(site).size(1280, 1150).await?;
    let listen = include_str!("scripts/frame_listen.js");
    let markup = format!(
        "<script>{listen}</script><kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>"
    );
    let html = format!(
        "<!doctype html><title>Host page</title>
        <iframe src=\"/widget/\" width=\"600\" height=\"1000\" title=\"Widget\" {sandbox}></iframe>"
    );
    let plan = Plan::default().page("/gast/", html);
    let hosts = plan.page("/widget/", host(page.site(), &markup));
    let hosts = hosts.serve().await?;
    page.open(&hosts.url("/gast/")).await?;
    page.driver.enter_frame(0).await?;
    page.wait("the widget in the frame", "isInteractive()")
        .await?;
    open(&page).await?;
    Ok((page, hosts))
}

#[rstest]
#[case::frame("")]
#[case::sandboxed_window("sandbox=\"allow-scripts allow-popups\"")]
#[case::same_origin("sandbox=\"allow-scripts allow-same-origin allow-popups\"")]
#[case::free_window("sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"")]
#[tokio::test]
async fn a_share_link_in_a_frame_opens_a_window_that_cannot_navigate_the_frame(
    #[case] sandbox: &str,
) -> Result<()> {
    let (page, _hosts) = open_framed_widget(sandbox).await?;
    let service = "$('[data-share=LinkedIn]').href = arguments[0];";
    page.js_with::<()>(service, json!([page.site().url(SERVICE)]))
        .await?;
    page.click("$('[data-share=LinkedIn]')").await?;
    let opened = "return fetch(arguments[0]).then(() => {});";
    page.js_with::<()>(opened, json!([page.site().url(HELD)]))
        .await?;
    page.wait("the share event", "String(shared) === 'LinkedIn'")
        .await?;
    let requests = page.site().requests();
    ensure!(
        requests.iter().all(|(path, _)| path != HIJACKED),
        "the opened page navigates the frame"
    );
    Ok(())
}

#[tokio::test]
async fn a_share_that_a_frame_forbids_is_not_reported() -> Result<()> {
    let (page, _hosts) = open_framed_widget("sandbox=\"allow-scripts\"").await?;
    page.click("$('[data-share=LinkedIn]')").await?;
    address_shown(&page).await?;
    page.click("$('[name=link]')").await?;
    page.wait("the share event of the button", "shared.length > 0")
        .await?;
    let shared: Vec<String> = page.js("return shared;").await?;
    ensure!(shared == ["link"], "{shared:?}");
    Ok(())
}

#[tokio::test]
async fn the_browser_follows_links_to_mail_in_a_frame() -> Result<()> {
    let (page, _hosts) = open_framed_widget("").await?;
    let click = "
        let isPrevented;
        addEventListener('click', (event) => {
            isPrevented = event.defaultPrevented;
            event.preventDefault();
        });
        $('[data-share=\"E-mail\"]').click();
        return [isPrevented, String(shared)];";
    let (prevented, shared): (bool, String) = page.js(click).await?;
    ensure!(!prevented, "a script handles the click");
    ensure!(shared == "E-mail", "the share events are {shared:?}");
    Ok(())
}
