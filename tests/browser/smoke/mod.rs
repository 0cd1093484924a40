use anyhow::{Result, ensure};
use harness::engine::Engine;
use harness::{embedded, standalone};
use rstest::rstest;
use rstest_reuse::apply;

use crate::engines::every_engine;

#[apply(every_engine)]
#[tokio::test]
async fn x_engines(#[case] engine: Engine) -> Result<()> {
    let page = embedded("<kennis-lemniscaat></kennis-lemniscaat>").engine(engine).await?;
    page.click("$('.kl-phase-2 .kl-label')").await?;
    page.wait("phase", "heading().startsWith('Fase 2')").await
}

#[rstest]
#[tokio::test]
async fn y_themes(#[values("light", "dark")] theme: &'static str, #[values(320, 1280)] width: u32) -> Result<()> {
    let page = standalone("/nl/vertaling/").theme(theme).width(width).await?;
    let w: u32 = page.js("return innerWidth").await?;
    ensure!(w == width, "{w}");
    Ok(())
}
