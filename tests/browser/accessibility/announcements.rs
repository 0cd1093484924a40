//! The notice that an address doesn't exist is announced, because its live region exists before the
//! text.

use anyhow::{Result, bail, ensure};
use harness::server::wasm;
use harness::{Page, embedded, standalone};
use rstest::rstest;
use serde::Deserialize;

/// For scripts: the live regions of the widget, except that of the share panel.
const REGIONS: &str = "
const regions = () => [...(place().shadowRoot ?? place()).querySelectorAll('[role=status]')]
  .filter((region) => !region.closest('.kl-share'));
";

/// Records the current region, the regions that were empty in some frame, and the announced texts.
const WATCH_REGIONS: &str = include_str!("scripts/announcements_watch_regions.js");

/// A text in a live region.
#[derive(Deserialize, Debug)]
struct Announcement {
    text: String,
    /// Whether the region was in the page, empty, before its text.
    known: bool,
}

/// The state of the live region once a notice is shown.
#[derive(Deserialize)]
struct Region {
    /// Whether it is the region of the previous view.
    same: bool,
    hidden: bool,
    announcements: Vec<Announcement>,
}

/// Requests a view that doesn't exist, and checks that the notice is announced once, in the empty
/// region of the previous view: screen readers announce changes in a region, not a region that is
/// inserted together with its text.
async fn check_announced(page: &Page, request: &str, case: &str) -> Result<()> {
    page.wait(case, "heading()?.startsWith('Fase 3')").await?;
    let watch = format!("{REGIONS}{WATCH_REGIONS}");
    let before: Vec<String> = page.js(&watch).await?;
    ensure!(
        before == [""],
        "{case}: expected one empty region, got {before:?}"
    );
    page.js::<()>(request).await?;
    let notice = "announcements.length > 0 && heading().startsWith('Fase 3')";
    page.wait(case, notice).await?;
    let result = format!(
        "{REGIONS} return drawn().then(() => ({{
            same: regions()[0] === region,
            hidden: !regions()[0].checkVisibility({{visibilityProperty: true}}),
            announcements,
        }}));"
    );
    let region: Region = page.js(&result).await?;
    let [announcement] = &region.announcements[..] else {
        bail!(
            "{case}: expected one announcement, got {:?}",
            region.announcements
        );
    };
    ensure!(
        announcement.text.contains("tip-99"),
        "{case}: the announcement is {announcement:?}"
    );
    ensure!(
        announcement.known,
        "{case}: the region was inserted together with its text"
    );
    ensure!(!region.hidden, "{case}: the region is hidden");
    ensure!(
        region.same,
        "{case}: another region replaced the region of the previous view"
    );
    Ok(())
}

#[rstest]
#[tokio::test]
async fn an_unknown_view_is_announced_on_a_host_page(
    #[values(false, true)] interactive: bool,
) -> Result<()> {
    let markup = "<kennis-lemniscaat view=\"vertaling\"></kennis-lemniscaat>";
    let page = embedded(markup).holding(wasm).await?;
    if interactive {
        page.release();
        page.wait("the interactive widget", "isInteractive()")
            .await?;
    }
    let case = format!("an unknown view, interactive: {interactive}");
    let request = "place().setAttribute('view', 'vertaling/tip-99');";
    check_announced(&page, request, &case).await?;
    // The next view that exists removes the notice; its region stays for the next notice.
    let next = "place().setAttribute('view', 'vertaling/tip-5');";
    page.js::<()>(next).await?;
    let gone = format!(
        "(() => {{ {REGIONS} return heading().startsWith('Tip 5') && regions().length === 1
            && !regions()[0].textContent.trim(); }})()"
    );
    page.wait("the notice to disappear", &gone).await
}

#[tokio::test]
async fn an_unknown_view_is_announced_on_a_standalone_page() -> Result<()> {
    let page = standalone("/nl/vertaling/").await?;
    // Back and forward can lead to an address that no longer exists.
    let request = "
        history.pushState(null, '', '/nl/vertaling/tip-99/');
        dispatchEvent(new PopStateEvent('popstate'));";
    check_announced(&page, request, "an unknown address").await
}
