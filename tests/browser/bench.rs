//! Measurements of the widget's speed; `cargo xtask bench` runs them.

use anyhow::Result;
use harness::{embedded, standalone, views};
use serde_json::json;

/// Records in `times` the number of interactive widgets, the time of the latest activation, and the
/// time at which all widgets are shown.
const WATCH: &str = include_str!("scripts/bench_watch.js");

/// Measures the time from a click until the new view is laid out.
const NAVIGATE: &str = include_str!("scripts/bench_navigate.js");

/// Measures keystrokes in a search of ten thousand pieces.
const SEARCH: &str = include_str!("scripts/bench_search.js");

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    time_until_all_widgets_are_interactive().await?;
    time_from_click_to_view().await?;
    time_of_keystrokes_in_the_search().await
}

async fn time_until_all_widgets_are_interactive() -> Result<()> {
    println!(
        "{:>8} {:>12} {:>15}",
        "widgets", "figures ms", "interactive ms"
    );
    for count in [1, 10, 100] {
        let markup = "<kennis-lemniscaat loading=\"eager\"></kennis-lemniscaat>".repeat(count);
        let visit = embedded(&markup).before_load(WATCH);
        let page = visit.prerendered().await?;
        let all = "times.interactive === arguments[0]";
        page.wait_with("all widgets", all, json!([count])).await?;
        let times = "return [times.shown, times.ready];";
        let [shown, interactive]: [f64; 2] = page.js(times).await?;
        println!("{count:>8} {shown:>12.0} {interactive:>15.0}");
    }
    Ok(())
}

async fn time_from_click_to_view() -> Result<()> {
    let page = standalone("/nl/").await?;
    page.cdp("Emulation.setCPUThrottlingRate", json!({"rate": 4}))
        .await?;
    let mut times = Vec::new();
    for path in views::all().skip(1).chain(views::all()) {
        let arguments = json!([views::view(path), path]);
        let time: f64 = page.js_with(NAVIGATE, arguments).await?;
        times.push(time);
    }
    // The first round is a warm-up and isn't counted.
    let times = times.split_off(times.len() / 2);
    print("click to changed view", times);
    Ok(())
}

async fn time_of_keystrokes_in_the_search() -> Result<()> {
    let page = standalone("/nl/zoeken/").await?;
    page.wait("the search", "$('.kl-find form')").await?;
    page.cdp("Emulation.setCPUThrottlingRate", json!({"rate": 4}))
        .await?;
    let (ready, times): (f64, Vec<f64>) = page.js(SEARCH).await?;
    println!("search of 10,000 pieces, CPU throttled 4 times: ready after {ready:.0} ms");
    print("keystroke to results", times);
    Ok(())
}

/// Prints the median and the maximum of times in ms.
fn print(what: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let (median, maximum) = (times[times.len() / 2], times[times.len() - 1]);
    println!("{what}, CPU throttled 4 times: {median:.1} ms, at most {maximum:.1} ms");
}
