//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::test::Stage;

/// The project's commands.
#[derive(Parser)]
#[command(
    name = "cargo xtask",
    bin_name = "cargo xtask",
    disable_help_subcommand = true
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Builds the site and serves it on this machine; rebuilds when a file changes.
    Serve {
        /// The port to serve at.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Opens a browser.
        #[arg(long)]
        open: bool,
        #[command(flatten)]
        place: Place,
    },
    /// Builds the site in dist/ and shows its sizes.
    Build {
        #[command(flatten)]
        place: Place,
    },
    /// Runs checks and tests: all of them, or the stages named, in their order.
    Test(TestOptions),
    /// Makes all packages, in target/dist: the tool `lemniscaat` as one static program, the npm package, the
    /// site for a host of one's own, and the plugin for WordPress.
    Dist {
        /// The site's address, for codes and share cards; the plugin for WordPress is made with one only.
        #[arg(long, env = "BASE_URL")]
        base_url: Option<String>,
    },
    /// Generates the files that embed/interface.toml and docs/accessibility.toml describe: manifest, types, tables of the
    /// documentation, the report on accessibility.
    Codegen,
    /// Measures how fast publishing and the widget are, the widget beside peers; writes bench/results.md.
    Bench(BenchOptions),
}

#[derive(Args)]
pub struct BenchOptions {
    /// How often the widget and its peers are measured.
    #[arg(long, default_value_t = 9)]
    pub runs: usize,
    /// Measures only these of the widget and its peers, as in `ours,preact`, and not publishing; writes into target/bench.
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub only: Vec<String>,
}

#[derive(Args)]
pub struct Place {
    /// The site's address, for share cards and search engines.
    #[arg(long, env = "BASE_URL")]
    pub base_url: Option<String>,
    /// The folder of the publication; without one, the product's own.
    #[arg(long, env = "PUBLICATION", value_name = "DIR")]
    pub publication: Option<PathBuf>,
    /// A further publication, in a folder of the site.
    #[arg(skip)]
    pub further: Option<PathBuf>,
}

#[derive(Args)]
pub struct TestOptions {
    /// The stages to run; all if none is named.
    pub stages: Vec<Stage>,
    /// Runs only tests with this in their names; stages without named tests are left out.
    #[arg(long, value_name = "NAME")]
    pub filter: Option<String>,
    /// Lists the tests instead of running them.
    #[arg(long)]
    pub list: bool,
    /// Replaces the snapshots that differ: pictures and accessibility trees.
    #[arg(long)]
    pub update: bool,
    /// Tests every view instead of one of each kind.
    #[arg(long)]
    pub exhaustive: bool,
    /// Runs the tests for every engine in Firefox and WebKitGTK as well.
    #[arg(long)]
    pub all_browsers: bool,
    /// Tests the pages of a publication in another folder, with the tests for every publication.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["stages", "filter", "list", "update"])]
    pub publication: Option<PathBuf>,
}
