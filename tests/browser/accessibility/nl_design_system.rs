//! Themes of NL Design System: with the mapping of their tokens the widget has their look, and text keeps its contrast.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use harness::contrast::measure;
use harness::engine::Engine;
use harness::host_page::with_script;
use harness::published;
use harness::screen::COLORS;
use harness::server::{Plan, Site};
use harness::setup::setup;
use harness::{Page, blank};
use rstest::rstest;
use rstest_reuse::apply;
use serde::Deserialize;

use crate::engines::every_engine;

/// A theme, with some of its look as the package says it.
#[derive(Debug, Clone, Copy)]
struct Theme {
    /// The stylesheets in its npm package.
    stylesheets: &'static [&'static str],
    class: &'static str,
    surface: &'static str,
    /// The first font of text, and of headings.
    fonts: [&'static str; 2],
    size: &'static str,
    scheme: &'static str,
}

const NOTO_SANS: &str = "Noto Sans Variable";

const UTRECHT: Theme = Theme {
    stylesheets: &["@utrecht/design-tokens/dist/index.css"],
    class: "utrecht-theme",
    surface: "#ffffff",
    fonts: [NOTO_SANS, NOTO_SANS],
    size: "16px",
    scheme: "light",
};

const UTRECHT_DARK: Theme = Theme {
    stylesheets: &["@utrecht/design-tokens/dist/dark/theme.css"],
    class: "utrecht-theme--dark",
    surface: "#262626",
    scheme: "dark",
    ..UTRECHT
};

const PURMEREND: Theme = Theme {
    stylesheets: &["@nl-design-system-community/purmerend-design-tokens/dist/theme.css"],
    class: "purmerend-theme",
    surface: "#ffffff",
    fonts: ["Cantarell", "Cantarell"],
    size: "20px",
    scheme: "light",
};

const PURMEREND_DARK: Theme = Theme {
    stylesheets: &[
        "@nl-design-system-community/purmerend-design-tokens/dist/color-scheme-dark/theme.css",
    ],
    class: "purmerend-theme--color-scheme-dark",
    surface: "#18191a",
    scheme: "dark",
    ..PURMEREND
};

/// A theme of the semantic layer alone, with a focus ring that is white.
const MOOI_EN_ANDERS: Theme = Theme {
    stylesheets: &["@nl-design-system-community/ma-design-tokens/dist/theme.css"],
    class: "ma-theme",
    surface: "#ffffff",
    fonts: ["Source Sans Pro", "Fira Sans"],
    size: "16px",
    scheme: "light",
};

const MOOI_EN_ANDERS_DARK: Theme = Theme {
    stylesheets: &[
        "@nl-design-system-community/ma-design-tokens/dist/theme.css",
        "@nl-design-system-community/ma-design-tokens/dist/color-scheme-dark/theme.css",
    ],
    class: "ma-theme ma-theme--color-scheme-dark",
    surface: "#111111",
    scheme: "dark",
    ..MOOI_EN_ANDERS
};

const VOORBEELD: Theme = Theme {
    stylesheets: &["@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css"],
    class: "voorbeeld-theme",
    surface: "#ffffff",
    fonts: ["Noto Sans", "Noto Serif"],
    size: "16px",
    scheme: "light",
};

const ROTTERDAM: Theme = Theme {
    stylesheets: &["@nl-design-system-unstable/rotterdam-design-tokens/dist/index.css"],
    class: "rotterdam-theme",
    surface: "#ffffff",
    fonts: ["Bolder", "Bolder"],
    size: "16px",
    scheme: "light",
};

/// A theme whose document is transparent, with links and buttons of too little contrast.
const RVO: Theme = Theme {
    stylesheets: &["@nl-rvo/design-tokens/dist/index.css"],
    class: "rvo-theme",
    surface: "#ffffff",
    fonts: ["RijksoverheidSansWebText", "RijksoverheidSansWebText"],
    size: "16px",
    scheme: "light",
};

const RIJKSHUISSTIJL: Theme = Theme {
    stylesheets: &["@rijkshuisstijl-community/design-tokens/dist/index.css"],
    class: "rhc-theme",
    surface: "#ffffff",
    fonts: ["Fira Sans", "Fira Sans"],
    size: "20px",
    scheme: "light",
};

/// The views of the host page: each kind of text, with the marks of the search.
const VIEWS: [&str; 6] = [
    "vertaling",
    "vertaling/tip-5",
    "vertaling/ervaringen",
    "",
    "achtergrond",
    "zoeken?q=beleid",
];

/// Serves a host page for each view at `/0/`, `/1/` and so on, with stylesheets below `/npm` and a style of its own
/// before the mapping. The class is on the element around the widget.
async fn serve(page: &Page, stylesheets: &[&str], class: &str, style: &str) -> Result<Site> {
    let mut links = String::new();
    for stylesheet in stylesheets {
        links += &format!("<link rel=\"stylesheet\" href=\"/npm/{stylesheet}\">");
    }
    let mapping = page.site().url("/nl-design-system.css");
    let mut plan = Plan::default();
    for (index, view) in VIEWS.iter().enumerate() {
        let html = format!(
            "<!doctype html><html lang=\"nl\"><head><meta charset=\"utf-8\"><title>Gemeente</title>
            {links}<style>{style}</style><link rel=\"stylesheet\" href=\"{mapping}\"></head>
            <body class=\"{class}\"><main><kennis-lemniscaat view=\"{view}\"></kennis-lemniscaat></main>
            <script async src=\"EMBED\"></script></body></html>"
        );
        plan = plan.page(&format!("/{index}/"), with_script(page.site(), &html));
    }
    let modules = setup().path("node-modules").display().to_string();
    plan.files("/npm", modules).serve().await
}

/// Opens the host page of a view, with all of its styles.
async fn open(page: &Page, host: &Site, view: &str) -> Result<()> {
    let index = VIEWS.iter().position(|other| *other == view);
    let index = index.expect("a view of the host page");
    page.open_interactive(&host.url(&format!("/{index}/")))
        .await?;
    if view.starts_with("zoeken") {
        page.wait("a mark", "$('mark')").await?;
    }
    // The rules of the open panel come with those of buttons.
    let closed = "getComputedStyle($('.kl-share > :not(summary)')).display === 'none'";
    page.wait("the stylesheet after the first view", closed)
        .await
}

/// The look of the view of a phase.
#[derive(Debug, Deserialize)]
struct Look {
    /// The colors as `#rrggbb`, by their names.
    colors: BTreeMap<String, String>,
    /// The contrast of texts and of the focus ring with the color behind them.
    contrasts: BTreeMap<String, f64>,
    fonts: [String; 2],
    size: String,
    radius: String,
    scheme: String,
}

impl Look {
    async fn of(page: &Page) -> Result<Self> {
        let look = include_str!("scripts/nl_design_system_look.js");
        page.js(&format!("{COLORS}{look}")).await
    }

    fn check_contrasts(&self) -> Result<()> {
        for (name, contrast) in &self.contrasts {
            let least = if name == "focus" { 3.0 } else { 7.0 };
            ensure!(
                *contrast >= least,
                "{name} has {contrast:.2}, expected {least}: {self:#?}"
            );
        }
        Ok(())
    }
}

#[rstest]
#[tokio::test]
async fn texts_have_enhanced_contrast_with_each_theme(
    #[values(
        UTRECHT,
        UTRECHT_DARK,
        PURMEREND,
        PURMEREND_DARK,
        MOOI_EN_ANDERS,
        MOOI_EN_ANDERS_DARK,
        VOORBEELD,
        ROTTERDAM,
        RVO,
        RIJKSHUISSTIJL
    )]
    theme: Theme,
) -> Result<()> {
    let width = 768;
    let page = blank().width(width).theme("light").await?;
    let host = serve(&page, theme.stylesheets, theme.class, "").await?;
    let mut problems = Vec::new();
    for view in VIEWS {
        page.width(width).await?;
        open(&page, &host, view).await?;
        if view == "vertaling" {
            let look = Look::of(&page).await?;
            look.check_contrasts()?;
            ensure!(look.colors["surface"] == theme.surface, "{look:#?}");
            let mut fonts = look.fonts.iter().zip(theme.fonts);
            let has_fonts =
                fonts.all(|(fonts, first)| fonts.trim_start_matches('"').starts_with(first));
            ensure!(has_fonts, "{look:#?}");
            ensure!(look.size == theme.size, "{look:#?}");
            ensure!(look.scheme == theme.scheme, "{look:#?}");
        }
        let measured = measure(&page, width).await?;
        ensure!(
            measured.count > 15,
            "{} texts in {view:?}, expected more than 15",
            measured.count
        );
        let lowest = measured.normal.min(measured.large);
        if lowest < 6.995 {
            problems.push(format!("{view:?}: {lowest:.2}: {:?}", measured.problems));
        }
    }
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}

/// Themes of two kinds; the others are examined in Chromium.
#[apply(every_engine)]
#[tokio::test]
async fn engines_compute_readable_colors_of_a_theme(#[case] engine: Engine) -> Result<()> {
    let page = blank().engine(engine).await?;
    for theme in [RVO, PURMEREND_DARK] {
        let host = serve(&page, theme.stylesheets, theme.class, "").await?;
        open(&page, &host, "vertaling").await?;
        let look = Look::of(&page).await?;
        look.check_contrasts()?;
        ensure!(look.colors["surface"] == theme.surface, "{look:#?}");
        ensure!(look.scheme == theme.scheme, "{look:#?}");
    }
    Ok(())
}

/// Tokens of too little contrast.
const FAINT: &str = ".faint {
    --utrecht-document-background-color: #fff;
    --utrecht-document-color: #999;
    --utrecht-surface-background-color: #333;
    --utrecht-link-color: #ff0;
    --utrecht-heading-1-color: #0f0;
    --utrecht-focus-outline-color: #fff;
    --utrecht-button-background-color: #777;
    --utrecht-mark-background-color: rgb(119 119 119 / 50%);
}";

#[tokio::test]
async fn a_theme_of_too_little_contrast_becomes_readable() -> Result<()> {
    let width = 768;
    let page = blank().width(width).theme("light").await?;
    let host = serve(&page, &[], "faint", FAINT).await?;
    for view in ["vertaling", "zoeken?q=beleid"] {
        page.width(width).await?;
        open(&page, &host, view).await?;
        if view == "vertaling" {
            let look = Look::of(&page).await?;
            look.check_contrasts()?;
            let heading = &look.colors["heading"];
            ensure!(
                heading.starts_with("#00") && heading.ends_with("00") && heading != "#00ff00",
                "the heading is {heading}, expected a darker green"
            );
        }
        let measured = measure(&page, width).await?;
        ensure!(
            measured.normal.min(measured.large) >= 6.995,
            "{:#?}",
            measured.problems
        );
    }
    Ok(())
}

/// Tokens that aren't what their names say.
const ODD: &str = ".odd {
    --utrecht-document-background-color: linear-gradient(red, blue);
    --utrecht-document-color: none;
    --utrecht-surface-background-color: 7;
    --utrecht-link-color: {utrecht.link.color};
    --utrecht-heading-1-color: banana;
    --utrecht-focus-outline-color: 3px;
    --utrecht-button-background-color: url(button.svg);
    --utrecht-button-border-radius: 50%;
}";

/// The light palette without a theme, as in styles/tokens.css.
const DEFAULTS: [(&str, &str); 5] = [
    ("surface", "#fbfaf7"),
    ("ink", "#16202e"),
    ("link", "#1d3f8f"),
    ("focus", "#0b57d0"),
    ("heading", "#16202e"),
];

#[rstest]
#[case::no_theme("", "")]
#[case::no_colors("odd", ODD)]
#[tokio::test]
async fn missing_and_invalid_tokens_leave_the_defaults(
    #[case] class: &str,
    #[case] style: &str,
) -> Result<()> {
    let page = blank().theme("light").await?;
    let plain = harness::element("lang=\"nl\" view=\"vertaling\" theme=\"light\"").await?;
    let expected = Look::of(&plain).await?;
    let host = serve(&page, &[], class, style).await?;
    open(&page, &host, "vertaling").await?;
    let look = Look::of(&page).await?;
    for (name, color) in DEFAULTS {
        ensure!(
            look.colors[name] == color && expected.colors[name] == color,
            "{name} isn't {color}: {look:#?}, without the mapping {expected:#?}"
        );
    }
    ensure!(look.fonts == expected.fonts, "{look:#?}, {expected:#?}");
    ensure!(look.size == expected.size, "{look:#?}, {expected:#?}");
    ensure!(look.radius == expected.radius, "{look:#?}, {expected:#?}");
    // The button has no background.
    ensure!(look.colors["button"] == look.colors["surface"], "{look:#?}");
    Ok(())
}

#[tokio::test]
async fn rules_of_the_host_page_take_precedence() -> Result<()> {
    let page = blank().await?;
    let style =
        "kennis-lemniscaat { --kl-ink: #400000; --kl-radius: 1px; --kl-color-scheme: dark }";
    let host = serve(&page, UTRECHT.stylesheets, UTRECHT.class, style).await?;
    open(&page, &host, "vertaling").await?;
    let look = Look::of(&page).await?;
    ensure!(look.colors["ink"] == "#400000", "{look:#?}");
    ensure!(look.radius == "1px", "{look:#?}");
    ensure!(look.scheme == "dark", "{look:#?}");
    Ok(())
}

#[tokio::test]
async fn each_publication_maps_tokens_for_its_own_element() -> Result<()> {
    let elements = ["kennis-lemniscaat", "kennis-naar-actie"];
    for (folder, element) in ["", "/kennis-naar-actie"].into_iter().zip(elements) {
        let css = published::page(&format!("{folder}/nl-design-system.css")).await?;
        for other in elements {
            let is_mapped = css.contains(&format!(":where({other}) {{"));
            ensure!(
                is_mapped == (other == element),
                "{folder}: {other}: {is_mapped}"
            );
        }
    }
    Ok(())
}
