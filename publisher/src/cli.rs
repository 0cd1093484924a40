//! The command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use publisher::manuscript::Language;

/// Makes a publication about a model of two loops, and publishes it as a site.
#[derive(Debug, Parser)]
#[command(name = "lemniscaat", version, after_help = EXIT_CODES)]
pub struct Cli {
    /// The language of messages
    #[arg(
        long,
        global = true,
        value_enum,
        env = "LEMNISCAAT_LANGUAGE",
        default_value = "en"
    )]
    pub messages: Messages,
    #[command(subcommand)]
    pub command: Command,
}

const EXIT_CODES: &str = "Exit codes: 0 done, 1 the publication has problems, 2 the command line is wrong, 3 a file or the network failed.";

/// A language of messages, or of names in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Messages {
    /// Dutch
    Nl,
    /// English
    En,
}

impl From<Messages> for Language {
    fn from(messages: Messages) -> Self {
        match messages {
            Messages::Nl => Self::Dutch,
            Messages::En => Self::English,
        }
    }
}

/// A form of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, with the line of each problem
    Text,
    /// For programs
    Json,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Makes the folder of a new publication
    New {
        /// The folder, which must not exist
        dir: PathBuf,
        /// The name of the publication
        #[arg(long)]
        title: Option<String>,
        /// The language of the text: nl or en
        #[arg(long)]
        lang: Option<String>,
        /// The names of the two loops, with a comma between them
        #[arg(long)]
        loops: Option<String>,
        /// The names of the phases, with commas between them; a slash stands between the two loops
        #[arg(long)]
        phases: Option<String>,
        /// The organization behind the publication
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Lists the problems of a publication
    Check {
        /// The folder of the publication
        dir: PathBuf,
        /// Writes the keys and addresses that are missing
        #[arg(long)]
        write: bool,
        /// Checks again after each save
        #[arg(long)]
        watch: bool,
        /// Lists what was corrected while reading
        #[arg(long)]
        verbose: bool,
        /// The form of the messages
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Shows a publication in the browser, and again after each save
    Preview {
        /// The folder of the publication
        dir: PathBuf,
        /// The port on this machine
        #[arg(long, default_value_t = 8081)]
        port: u16,
    },
    /// Writes the site of a publication
    Publish {
        /// The folder of the publication
        dir: PathBuf,
        /// The folder of the site; an older site in it is replaced at once
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// The site's address, for share cards and search engines; else that of publication.toml
        #[arg(long, env = "BASE_URL", value_name = "URL")]
        base_url: Option<String>,
        /// Leaves addresses and keys that are new unwritten
        #[arg(long)]
        draft: bool,
    },
    /// Writes the files of a translation, and later names the pieces whose source has changed
    Translate {
        /// The folder of the publication
        dir: PathBuf,
        /// The language of the translation, which is the name of its folder
        lang: String,
        /// The language of the source; without it, the one that the translation was made from, or the default language
        #[arg(long, value_name = "LANG")]
        from: Option<String>,
        /// Keeps the translation of pieces whose source has changed: of all, or of those with these keys
        #[arg(long, value_name = "KEY", num_args = 0..)]
        accept: Option<Vec<String>>,
    },
    /// Writes the text of a publication as JSON
    Export {
        /// The folder of the publication
        dir: PathBuf,
        /// The language; without it, the default language
        #[arg(long)]
        lang: Option<String>,
    },
    /// Writes a Word document, or a text in JSON, as the Markdown files of a language
    Import {
        /// The file: .docx, or JSON
        file: PathBuf,
        /// The folder for the files, which must not exist
        dir: PathBuf,
        /// The language of the names of files and facts
        #[arg(long, value_enum, default_value = "nl")]
        lang: Messages,
    },
    /// Prints the JSON schema of texts
    Schema,
    /// Turns Trunk's build into a template and a site
    #[command(hide = true)]
    Site {
        /// The folder of the publication; without one, that of the product
        #[arg(long, env = "PUBLICATION")]
        publication: Option<PathBuf>,
        /// The folder of a publication that the site has as well, in a folder of the same name
        #[arg(long, env = "FURTHER_PUBLICATION", value_name = "DIR")]
        further: Vec<PathBuf>,
        /// The folder of Trunk's build, which becomes the site
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
