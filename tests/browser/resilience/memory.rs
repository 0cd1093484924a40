//! Memory after widgets are removed.

use anyhow::{Context, Result, ensure};
use harness::setup::exhaustive;
use harness::{Page, embedded};
use serde_json::json;

/// The number of widgets that are added and removed, and the average number of bytes that each may
/// leave. A leaked view takes thousands of bytes. The growth of the page itself is divided by the
/// number of widgets, so more widgets allow a lower limit.
fn limits() -> (u32, f64) {
    if exhaustive() {
        (1000, 300.0)
    } else {
        (300, 600.0)
    }
}

/// Adds elements and removes each once it is interactive; collects weak references to them in
/// `references`.
const ADD_AND_REMOVE: &str = include_str!("scripts/memory_add_and_remove.js");

/// Memory of a page after garbage collection.
struct Memory {
    bytes: f64,
    nodes: u64,
    /// Elements of the widget that are still referenced.
    elements: usize,
}

async fn measure(page: &Page) -> Result<Memory> {
    for _ in 0..2 {
        page.cdp("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let heap = page.ask("Runtime.getHeapUsage", json!({})).await?;
    let counters = page.ask("Memory.getDOMCounters", json!({})).await?;
    let referenced = "return references.filter((reference) => reference.deref()).length;";
    Ok(Memory {
        bytes: heap["usedSize"].as_f64().context("the heap's size")?,
        nodes: counters["nodes"].as_u64().context("the page's nodes")?,
        elements: page.js(referenced).await?,
    })
}

#[tokio::test]
async fn removed_widgets_leave_nothing_in_memory() -> Result<()> {
    let (count, limit) = limits();
    let page = embedded("").prerendered().await?;
    let defined = "customElements.get('kennis-lemniscaat')";
    page.wait("the script", defined).await?;
    page.js_with::<()>(ADD_AND_REMOVE, json!([20])).await?;
    let before = measure(&page).await?;
    // In batches, each short enough for the script timeout.
    for _ in 0..10 {
        page.js_with::<()>(ADD_AND_REMOVE, json!([count / 10]))
            .await?;
    }
    let after = measure(&page).await?;
    let growth = (after.bytes - before.bytes) / f64::from(count);
    let (elements, nodes) = (after.elements, after.nodes);
    println!(
        "{growth:.0} bytes remain per widget, {} nodes became {nodes}, {elements} elements remain",
        before.nodes
    );
    // A pending job may still reference the last element.
    ensure!(
        elements <= 1,
        "{elements} of {count} elements remain; expected at most 1"
    );
    ensure!(
        nodes < before.nodes + u64::from(count) * 2 / 5,
        "{} nodes became {nodes}",
        before.nodes
    );
    ensure!(
        growth < limit,
        "{growth:.0} bytes remain per widget; expected less than {limit:.0}"
    );
    Ok(())
}
