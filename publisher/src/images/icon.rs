//! The icon of the site, for browser tabs and home screens: the figure without text.

use anyhow::{Context, Result};
use kennislemniscaat::content::{Content, without_soft_hyphens};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use serde_json::{Value, json};
use yew::prelude::*;

use crate::assets::Assets;
use crate::images::figure_svg::FigureSvg;

/// Paths of the icons below the site's root.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Icons {
    /// SVG for browser tabs.
    pub svg: String,
    /// PNG of 180 px for the home screens of Apple.
    pub touch: String,
    /// Web app manifest, which lists the icons for other home screens.
    pub manifest: String,
}

/// Widths in px of the icons that a manifest should have at least:
/// <https://developer.mozilla.org/en-US/docs/Web/Progressive_web_apps/How_to/Define_app_icons>.
const SIDES: [u32; 2] = [192, 512];

/// Writes the icons and the manifest.
pub fn publish(assets: &Assets, content: &Content, drawing: &FigureSvg) -> Result<Icons> {
    let drawing = drawing.clone();
    let surface = drawing.colors.surface.clone();
    let svg = tokio::runtime::Builder::new_current_thread()
        .build()
        .context("starting the renderer")?
        .block_on(svg(drawing));
    let picture = |side| assets.write(&format!("icon-{side}"), "png", &png(&svg, side)?);
    let file = assets.write("icon", "svg", svg.as_bytes())?;
    let mut icons = vec![json!({"src": file, "type": "image/svg+xml", "sizes": "any"})];
    for side in SIDES {
        let sizes = format!("{side}x{side}");
        icons.push(json!({"src": picture(side)?, "type": "image/png", "sizes": sizes}));
    }
    let manifest = manifest(content, &surface, &icons);
    let name = "site.webmanifest";
    assets.write_as(name, manifest.to_string().as_bytes())?;
    Ok(Icons {
        svg: file,
        touch: picture(180)?,
        manifest: name.into(),
    })
}

/// The web app manifest: <https://www.w3.org/TR/appmanifest/>.
fn manifest(content: &Content, surface: &str, icons: &[Value]) -> Value {
    json!({
        "name": without_soft_hyphens(&content.title),
        "description": without_soft_hyphens(&content.subtitle),
        "lang": content.lang,
        "start_url": format!("{}/", content.lang),
        "display": "browser",
        "background_color": surface,
        "theme_color": surface,
        "icons": icons,
    })
}

async fn svg(drawing: FigureSvg) -> String {
    yew::LocalServerRenderer::<Icon>::with_props(IconProps { drawing })
        .hydratable(false)
        .render()
        .await
}

/// Renders the icon as PNG, `side` px wide and high.
fn png(svg: &str, side: u32) -> Result<Vec<u8>> {
    let tree = Tree::from_str(svg, &Options::default()).context("reading the icon's SVG")?;
    let mut pixels = Pixmap::new(side, side).context("making a picture of this size")?;
    let scale = side as f32 / tree.size().width();
    let transform = Transform::from_scale(scale, scale);
    resvg::render(&tree, transform, &mut pixels.as_mut());
    pixels.encode_png().context("writing the icon's PNG")
}

#[derive(Clone, PartialEq, Properties)]
struct IconProps {
    drawing: FigureSvg,
}

#[component]
fn Icon(IconProps { drawing }: &IconProps) -> Html {
    let colors = &drawing.colors;
    let arc = |upper: bool| {
        drawing.strand(upper).map(|(phase, arc)| {
            let color = colors.phases[phase].clone();
            // Wider than in the figure, to be visible at 16 px.
            html! { <path d={arc.outline.clone()} fill={color.clone()} stroke={color} stroke-width="40" /> }
        })
        .collect::<Html>()
    };
    html! {
        <svg xmlns="http://www.w3.org/2000/svg" width="1040" height="1040" viewBox="-520 -520 1040 1040">
            <rect x="-520" y="-520" width="1040" height="1040" rx="160" fill={colors.surface.clone()} />
            {arc(false)}
            {arc(true)}
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::edition_with;

    #[test]
    fn the_manifest_has_no_soft_hyphens() {
        let edition = edition_with("Kennis\u{AD}infra\u{AD}structuur");
        let manifest = manifest(edition.content(), "#fff", &[]);
        assert_eq!(manifest["name"], "Kennisinfrastructuur");
        assert_eq!(manifest["description"], "Kennisinfrastructuur");
    }
}
