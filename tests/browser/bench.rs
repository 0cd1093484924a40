//! How quick the widget is. Measurements, not tests: `cargo xtask bench` runs them.

use anyhow::Result;
use serde_json::json;

use crate::browser::browse;
use crate::embed::host;
use crate::paths;
use crate::site::{Plan, Site};

#[tokio::test]
#[ignore = "a measurement, for `cargo xtask bench`"]
async fn time_until_all_widgets_of_a_page_are_live() -> Result<()> {
    let files = Site::whole().await?;
    println!("{:>8} {:>12} {:>12}", "widgets", "figures ms", "live ms");
    for count in [1, 10, 100] {
        let markup = "<kennis-lemniscaat loading=\"eager\"></kennis-lemniscaat>".repeat(count);
        let page = Plan::default().page("/gast/", host(&files, &markup));
        let site = page.serve().await?;
        browse(async |browser| {
            let watch = "
                window.times = {live: 0, ready: 0};
                addEventListener('kennislemniscaat:ready', () => {
                  times.live += 1;
                  times.ready = performance.now();
                });
                const look = () => {
                  const all = [...document.querySelectorAll('kennis-lemniscaat')];
                  const shown = all.length && all.every((each) => each.shadowRoot?.querySelector('.kl'));
                  if (shown) times.shown = performance.now();
                  else requestAnimationFrame(look);
                };
                requestAnimationFrame(look);";
            browser.before_load(watch).await?;
            browser.open(&site.url("/gast/")).await?;
            let all = "times.live === arguments[0]";
            browser.wait_with("all widgets", all, json!([count])).await?;
            let times = "return [times.shown, times.ready];";
            let [shown, live]: [f64; 2] = browser.js(times).await?;
            println!("{count:>8} {shown:>12.0} {live:>12.0}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
#[ignore = "a measurement, for `cargo xtask bench`"]
async fn time_from_a_click_to_the_changed_view() -> Result<()> {
    let site = Site::whole().await?;
    browse(async |browser| {
        browser.open_live(&site.url("/nl/")).await?;
        browser
            .cdp("Emulation.setCPUThrottlingRate", json!({"rate": 4}))
            .await?;
        let mut times = Vec::new();
        for path in paths::all().skip(1).chain(paths::all()) {
            let view = paths::view(path);
            // From the click until the new view is laid out.
            let change = "
                const link = document.createElement('a');
                link.dataset.view = arguments[0];
                link.setAttribute('href', arguments[1]);
                const before = $('.kl-main');
                kl().append(link);
                const start = performance.now();
                link.click();
                return new Promise((done) => {
                  const look = () => {
                    if (before.isConnected) return setTimeout(look);
                    kl().getBoundingClientRect();
                    link.remove();
                    done(performance.now() - start);
                  };
                  look();
                });";
            let time: f64 = browser.js_with(change, json!([view, path])).await?;
            times.push(time);
        }
        // The first round warms up.
        let mut times = times.split_off(times.len() / 2);
        times.sort_by(f64::total_cmp);
        let (middle, most) = (times[times.len() / 2], times[times.len() - 1]);
        println!(
            "click to changed view, CPU throttled 4 times: {middle:.1} ms, at most {most:.1} ms"
        );
        Ok(())
    })
    .await
}
