//! A WordPress for one run of the tests, with posts that embed the widget.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::command::{Running, run, timed};
use crate::port::{free_port, listening};
use crate::tools::programs::{MARIADB, MARIADB_OPTIONS, PHP, Paths, WORDPRESS};

/// A WordPress that is served until this is dropped.
#[must_use = "it stops when this is dropped"]
pub struct RunningWordpress {
    /// Its address.
    pub site: String,
    // Dropped in this order: who asks goes before who answers.
    _server: Running,
    _database: Running,
}

/// Installs WordPress in a folder of the build's and serves it; its posts embed views of the
/// site at `widget`.
///
/// # Errors
/// When its programs are there but don't do.
pub fn serve(programs: &Paths, widget: &str) -> Result<RunningWordpress> {
    let (php, mariadb) = (programs.of(&PHP)?, programs.of(&MARIADB)?);
    let wordpress = programs.of(&WORDPRESS)?;
    timed("WordPress", "seconds", || {
        let folder = crate::root()?.join("target/wordpress");
        if folder.exists() {
            fs::remove_dir_all(&folder)
                .with_context(|| format!("removing {}", folder.display()))?;
        }
        let site = folder.join("site");
        let source = wordpress.parent().context("WordPress lies in a folder")?;
        copy_programs(source, &site)?;
        let (database, database_port) = start_database(mariadb, &folder.join("database"))?;
        let port = free_port()?;
        let address = format!("http://127.0.0.1:{port}");
        let variables = [
            ("WORDPRESS_SITE", address.clone()),
            ("WIDGET_SITE", widget.to_owned()),
            ("DATABASE_PORT", database_port.to_string()),
        ];
        let php = || {
            let mut command = Command::new(php);
            command.current_dir(&site).envs(variables.clone());
            command
        };
        run(php().arg("install.php"))?;
        let server = php()
            .args(["-S", &format!("127.0.0.1:{port}")])
            .stderr(Stdio::null())
            .spawn()
            .context("starting PHP's server")?;
        let mut server = Running(server);
        listening(&mut server, port).context("PHP's server doesn't listen")?;
        Ok(RunningWordpress {
            site: address,
            _server: server,
            _database: database,
        })
    })
}

/// WordPress reads its configuration from the folder that it lies in, so it gets one here.
fn copy_programs(source: &Path, site: &Path) -> Result<()> {
    let plugins = site.join("wp-content/mu-plugins");
    let theme = site.join("wp-content/themes/gast");
    fs::create_dir_all(site.parent().unwrap_or(site)).context("making a folder for WordPress")?;
    // The packages link to each other's files.
    run(Command::new("cp").args(["-rL"]).args([source, site]))?;
    let ours = crate::root()?.join("tests/hosts/wordpress");
    for (from, folder) in [
        ("wp-config.php", site),
        ("install.php", site),
        ("plugin.php", &plugins),
        ("theme/index.php", &theme),
        ("theme/style.css", &theme),
    ] {
        let from = ours.join(from);
        let name = from.file_name().context("a file has a name")?;
        let copy = || {
            fs::create_dir_all(folder)?;
            fs::copy(&from, folder.join(name))
        };
        copy().with_context(|| format!("copying {}", from.display()))?;
    }
    Ok(())
}

/// An empty database without users; it listens on this machine alone, and goes with the test.
fn start_database(mariadb: &Path, folder: &Path) -> Result<(Running, u16)> {
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let port = free_port()?;
    let log = fs::File::create(folder.join("log")).context("a log for the database")?;
    let child = Command::new(mariadb)
        .args(MARIADB_OPTIONS)
        .arg(format!("--port={port}"))
        .arg(format!("--datadir={}", folder.display()))
        .stderr(log)
        .spawn()
        .context("starting MariaDB")?;
    let mut database = Running(child);
    listening(&mut database, port)
        .with_context(|| format!("MariaDB doesn't listen; see {}/log", folder.display()))?;
    Ok((database, port))
}
