//! All that can be clicked is large enough for a finger that isn't steady.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::browser::browse;
use crate::circumstances::{each, every_view};
use crate::interactive::INTERACTIVE;
use crate::site::Site;

/// What need only be 24 px high and wide, as <https://www.w3.org/TR/WCAG22/#target-size-minimum>
/// asks at level AA: the bars of charts. Rows of 44 px would tear a chart apart.
const SMALLER: [&str; 1] = [".kl-chart a"];

/// Which targets are smaller than 44 by 44 px, or 24 by 24 px where that is enough.
const SMALL: &str = "
const [smaller] = arguments;
return interactive().flatMap((each) => {
  // Only seen with the focus.
  if (each.matches('.page-skip')) each.focus();
  const {width, height} = part(each).getBoundingClientRect();
  const bar = smaller.some((selector) => each.matches(selector)) && each.querySelector('rect');
  if (bar) {
    // More than what is drawn can be hit.
    bar.scrollIntoView({block: 'center', behavior: 'instant'});
    const box = bar.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const away = [[0, -11.9], [0, 11.9], [-11.9, 0], [11.9, 0]];
    const hit = ([right, down]) =>
      document.elementFromPoint(x + right, y + down)?.closest('a') === each;
    return away.every(hit) ? [] : [`${called(each)} is missed within 12 px of its middle`];
  }
  const least = 44;
  // The browser rounds to a 64th of a pixel.
  const fits = (size) => size >= least - 1 / 64;
  return fits(height) && fits(width) ? [] : [`${called(each)} is ${width} by ${height} px`];
});";

/// In light alone: in dark all has the same size and place, as [`crate::themes`] shows.
#[tokio::test]
async fn every_target_is_large_enough() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        let wrong = each(browser, &site, every_view(), async |_| {
            let small = format!("{INTERACTIVE}{SMALL}");
            browser.js(&small, json!([SMALLER])).await
        });
        let wrong = wrong.await?;
        ensure!(wrong.is_empty(), "{wrong:#?}");
        Ok(())
    })
    .await
}
