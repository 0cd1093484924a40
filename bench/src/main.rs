//! Measures the widget beside its peers; `cargo xtask bench` builds the site and runs this. README.md describes the
//! measures. A slow result is no failure.

mod browser;
mod measures;
mod peers;
mod pictures;
mod report;
mod results;
mod search;
mod session;
mod site;
mod statistics;

use std::fs;
use std::thread::available_parallelism;

use anyhow::{Context as _, Result, ensure};
use clap::Parser;
use harness::engine::start_chromium_with;
use harness::setup::root;

use crate::browser::{Conditions, Tab};
use crate::peers::Peer;
use crate::report::{Circumstances, report};
use crate::results::Results;
use crate::site::Site;

/// The options of the bench.
#[derive(Parser)]
struct Options {
    /// How often everything is measured.
    #[arg(long, default_value_t = 9)]
    runs: usize,
    /// Measures only these, as in `ours,preact`.
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    only: Vec<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let Options { runs, only } = Options::parse();
    let peers = peers::named(&only)?;
    let folder = root().join("target/bench");
    let (twins, packages) = peers::build(&folder)?;
    let site = Site::start(&folder, &twins)?;
    // Chromium trusts a key in the list as it trusts those of sites, with caches and all.
    let key_hash = &site.key_hash;
    start_chromium_with(vec![format!(
        "--ignore-certificate-errors-spki-list={key_hash}"
    )])?;
    let mut results = Results::default();
    let mut failures = 0;
    for run in 0..runs {
        failures += take(run, &peers, &site, &mut results).await;
        println!("   run {} of {runs}", run + 1);
    }
    let circumstances = Circumstances {
        day: jiff::Zoned::now().date().to_string(),
        browser: Tab::open(&[], Conditions::Plain).await?.version().await?,
        cores: available_parallelism()?.get(),
        runs,
        packages,
    };
    let report = write(&results, &peers, &circumstances, only.is_empty())?;
    println!("\n{report}");
    ensure!(failures == 0, "{failures} measurements failed; see above");
    Ok(())
}

/// Takes all measures of all peers once, each time in another order; returns the number of failures.
async fn take(run: usize, peers: &[Peer], site: &Site, results: &mut Results) -> usize {
    let mut failures = 0;
    let mut order = peers.to_vec();
    order.rotate_left(run % peers.len());
    for peer in order {
        if let Err(error) = measures::take(site, &peer, results).await {
            eprintln!("{}: {error:#}", peer.name);
            failures += 1;
        }
    }
    let has_ours = peers.iter().any(Peer::is_ours);
    if has_ours && let Err(error) = search::take(results).await {
        eprintln!("search: {error:#}");
        failures += 1;
    }
    failures
}

/// Writes the report and its pictures, into `bench/` if all peers were measured and into `target/bench/` otherwise.
fn write(
    results: &Results,
    peers: &[Peer],
    circumstances: &Circumstances,
    is_complete: bool,
) -> Result<String> {
    let folder = match is_complete {
        true => root().join("bench"),
        false => root().join("target/bench"),
    };
    let pictures = pictures::draw(results, peers, &folder.join("results"))?;
    let pictures = pictures.iter().map(|file| format!("results/{file}"));
    let pictures: Vec<_> = pictures.collect();
    let report = report(results, peers, circumstances, &pictures);
    let file = folder.join("results.md");
    fs::write(&file, &report).with_context(|| format!("writing {}", file.display()))?;
    Ok(report)
}
