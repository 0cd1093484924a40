//! The command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Checks content files and writes the site.
#[derive(Debug, Parser)]
#[command(name = "lemniscaat", version)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Lists the problems of content files
    Check {
        /// The content files; without any, those of the project
        files: Vec<PathBuf>,
    },
    /// Writes the site; trunk calls this after each build
    Publish {
        /// The folder of trunk's build, which becomes the site
        #[arg(long, env = "TRUNK_STAGING_DIR", value_name = "DIR")]
        staging: PathBuf,
        /// The site's address, for share cards and search engines
        #[arg(long, env = "BASE_URL", value_name = "URL")]
        base_url: Option<String>,
    },
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::Cli;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }
}
