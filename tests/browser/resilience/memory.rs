//! Memory that removed widgets held.

use anyhow::{Context, Result, ensure};
use harness::setup::exhaustive;
use harness::{Page, embedded};
use serde_json::json;

/// The number of widgets that are added and removed, and the bytes that each may leave. A leaked
/// view is thousands of bytes; the bytes that any page gathers weigh less among more widgets.
fn limits() -> (u32, f64) {
    if exhaustive() {
        (1000, 300.0)
    } else {
        (300, 600.0)
    }
}

/// Adds and removes elements, each once it is interactive; `made` holds them weakly.
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
    let referenced = "return made.filter((element) => element.deref()).length;";
    Ok(Memory {
        bytes: heap["usedSize"].as_f64().context("the heap's size")?,
        nodes: counters["nodes"].as_u64().context("the page's nodes")?,
        elements: page.js(referenced).await?,
    })
}

#[tokio::test]
async fn removed_widgets_leave_nothing_in_memory() -> Result<()> {
    let (count, most) = limits();
    let page = embedded("").prerendered().await?;
    let defined = "customElements.get('kennis-lemniscaat')";
    page.wait("the script", defined).await?;
    page.js_with::<()>(ADD_AND_REMOVE, json!([20])).await?;
    let before = measure(&page).await?;
    // In parts, each short enough for the timeout of a script.
    for _ in 0..10 {
        page.js_with::<()>(ADD_AND_REMOVE, json!([count / 10]))
            .await?;
    }
    let after = measure(&page).await?;
    let grown = (after.bytes - before.bytes) / f64::from(count);
    let (elements, nodes) = (after.elements, after.nodes);
    println!(
        "{grown:.0} bytes stay of each widget, {} nodes became {nodes}, {elements} elements stay",
        before.nodes
    );
    // A job under way may still refer to the last one.
    ensure!(elements <= 1, "{elements} of {count} elements stay");
    ensure!(
        nodes < before.nodes + u64::from(count) * 2 / 5,
        "{} nodes became {nodes}",
        before.nodes
    );
    ensure!(grown < most, "{grown:.0} bytes stay of each widget");
    Ok(())
}
