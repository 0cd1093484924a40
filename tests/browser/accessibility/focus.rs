//! Who uses the keyboard sees where the focus is.

use std::collections::{HashMap, HashSet};

use anyhow::{Result, ensure};
use serde_json::json;

use crate::accessibility::scheme;
use crate::browser::{Browser, browse};
use crate::circumstances::{each, every_view};
use crate::interactive::INTERACTIVE;
use crate::pixels::{COLOURS, shoot_part};
use crate::site::Site;

async fn seen_in(name: &str) -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        scheme(browser, name).await?;
        let mut seen = HashMap::<u32, HashSet<String>>::new();
        let wrong = each(browser, &site, every_view(), async |sight| {
            check(browser, seen.entry(sight.width).or_default()).await
        });
        let wrong = wrong.await?;
        for (width, looks) in seen {
            let count = looks.len();
            ensure!(count > 20, "only {count} looks were compared at {width} px");
        }
        ensure!(wrong.is_empty(), "{name}: {wrong:#?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_focus_is_clearly_seen_in_light() -> Result<()> {
    seen_in("light").await
}

#[tokio::test]
async fn the_focus_is_clearly_seen_in_dark() -> Result<()> {
    seen_in("dark").await
}
