//! Where Tab leads: to all that can be acted upon, in the order of reading, and seen to be there.

use std::iter;

use anyhow::{Result, ensure};
use serde::Deserialize;
use serde_json::json;
use thirtyfour::Key;

use crate::browser::{Browser, browse};
use crate::circumstances::{WIDTHS, at_each_width, each};
use crate::interactive::{INTERACTIVE, open_all};
use crate::paths::{KINDS, all};
use crate::site::Site;

/// In light alone: in dark all has the same size, place and order, as [`crate::themes`] shows.
async fn every_view(width: u32) -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let mut sights = at_each_width(all());
        sights.retain(|sight| sight.width == width);
        let wrong = each(browser, &site, sights, async |_| walk(browser).await).await?;
        ensure!(wrong.is_empty(), "{wrong:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn tab_visits_all_in_the_order_of_reading_on_a_phone() -> Result<()> {
    every_view(WIDTHS[0]).await
}

#[tokio::test]
async fn tab_visits_all_in_the_order_of_reading_on_a_tablet() -> Result<()> {
    every_view(WIDTHS[1]).await
}

#[tokio::test]
async fn tab_visits_all_in_the_order_of_reading_on_a_desk() -> Result<()> {
    every_view(WIDTHS[2]).await
}

/// The same of each kind of view, on a page of its own, in a window that is low.
async fn low(width: u32, height: u32) -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.size(width, height).await?;
        let mut wrong = Vec::new();
        for path in KINDS {
            browser.open_live(&site.url(path)).await?;
            open_all(browser).await?;
            let found = walk(browser).await?;
            wrong.extend(found.into_iter().map(|each| format!("{path}: {each}")));
        }
        ensure!(wrong.is_empty(), "at {width} x {height} px: {wrong:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn tab_visits_all_in_the_order_of_reading_at_400_percent() -> Result<()> {
    low(320, 256).await
}

#[tokio::test]
async fn tab_visits_all_in_the_order_of_reading_on_a_phone_on_its_side() -> Result<()> {
    low(667, 375).await
}
