//! Many widgets on a page: the time until all are interactive, the longest task, and the memory of one more.

use anyhow::Result;

use crate::browser::{Conditions, Tab};
use crate::peers::Peer;
use crate::results::{Measure, Results};
use crate::site::{COUNTS, Site, Variant};

const fn measure(title: &'static str, unit: &'static str) -> Measure {
    let group = "Many widgets";
    Measure { group, title, unit }
}

const ONE: Measure = measure("1 widget interactive", "ms");
const ALL: Measure = measure("100 widgets interactive", "ms");
const RATIO: Measure = measure("100 widgets / 1 widget", "");
const LONGEST_TASK: Measure = measure("longest task over 50 ms with 100 widgets", "ms");
const HEAP: Measure = measure("heap of JavaScript for a widget more", "KB");
const MEMORY: Measure = measure("memory of the process for a widget more", "KB");

/// Numbers of a page: the time in ms until all widgets are interactive, the longest task in ms, and the bytes of the heap
/// and of the process.
struct Page {
    time: f64,
    longest_task: f64,
    heap: f64,
    memory: f64,
}

/// Loads a page with 1 widget, and one with 100.
pub async fn take(site: &Site, peer: &Peer, results: &mut Results) -> Result<()> {
    if !peer.is_element() {
        return Ok(());
    }
    let [one, many] = COUNTS;
    let [first, all] = [load(site, peer, one).await?, load(site, peer, many).await?];
    results.add(ONE, peer, first.time);
    results.add(ALL, peer, all.time);
    results.add(RATIO, peer, all.time / first.time);
    results.add(LONGEST_TASK, peer, all.longest_task);
    let each = |more: f64, less: f64| (more - less) / (many - one) as f64 / 1000.0;
    results.add(HEAP, peer, each(all.heap, first.heap));
    results.add(MEMORY, peer, each(all.memory, first.memory));
    Ok(())
}

async fn load(site: &Site, peer: &Peer, count: usize) -> Result<Page> {
    // Without parts, because looking for them in a hundred widgets takes time of its own.
    let mut tab = Tab::open(&[], Conditions::Plain).await?;
    tab.navigate(&site.page(peer, Variant::Many(count))).await?;
    let time = tab.interactive(count).await? - tab.number("probe.start").await?;
    tab.rest().await?;
    let longest_task = tab.number("probe.longestTask()").await?;
    let (heap, memory) = tab.memory().await?;
    Ok(Page {
        time,
        longest_task,
        heap,
        memory,
    })
}
