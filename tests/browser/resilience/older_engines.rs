//! Engines of the baseline without newer CSS or JavaScript.

use anyhow::{Result, ensure};
use harness::server::Plan;
use harness::{Page, embedded, standalone};

/// Whether a file holds styles; the loader does.
fn has_styles(path: &str) -> bool {
    path.ends_with(".css") || path == "/embed.js"
}

/// A site whose stylesheets have another function where newer engines know `light-dark()`.
fn without_light_dark() -> Plan {
    Plan::default().altering(has_styles, "light-dark(", "unknown(")
}

/// Checks the colors of the overview.
async fn palette_is_light_and_readable(page: &Page) -> Result<()> {
    let colors = "const color = (selector, property) => getComputedStyle($(selector))[property];
        return [
            getComputedStyle(kl()).backgroundColor,
            getComputedStyle(kl()).color,
            ...[1, 2, 3, 4].map((phase) => color(`.kl-phase-${phase} .kl-ribbon`, 'fill')),
            color('.kl-station circle', 'fill'),
            color('.kl-station text', 'fill'),
        ];";
    let read = format!("JSON.stringify((() => {{ {colors} }})())");
    // The deferred stylesheet has the rules.
    let loaded = format!("{read}.startsWith('[\"rgb(251, 250, 247)\",\"rgb(22, 32, 46)\"')");
    page.wait("the light palette", &loaded).await?;
    let colors: Vec<String> = page.js(colors).await?;
    let mut ribbons = colors[2..6].to_vec();
    ribbons.dedup();
    ensure!(ribbons.len() == 4, "the ribbons are {ribbons:?}");
    ensure!(
        colors[6] != colors[7],
        "number and ring are both {}",
        colors[6]
    );
    Ok(())
}

#[tokio::test]
async fn an_engine_without_light_dark_shows_the_light_palette() -> Result<()> {
    for dark in [false, true] {
        let theme = if dark { "dark" } else { "light" };
        let page = standalone("/nl/")
            .site(without_light_dark())
            .theme(theme)
            .await?;
        palette_is_light_and_readable(&page).await?;
        let markup = format!(
            "<kennis-lemniscaat theme=\"{theme}\" style=\"--kl-surface: #12343b\"></kennis-lemniscaat>"
        );
        let page = embedded(&markup)
            .site(without_light_dark())
            .theme(theme)
            .await?;
        palette_is_light_and_readable(&page).await?;
    }
    Ok(())
}
