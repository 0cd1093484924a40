//! A WordPress for one run of the tests, with posts that embed the widget.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use anyhow::{Context, Result, ensure};

use crate::nginx;
use crate::service::{Service, free_port};
use crate::setup::{root, setup};

/// A WordPress that is served until the tests end.
struct Wordpress {
    address: String,
    // Dropped in this order: the server asks the database.
    _server: Service,
    _database: Service,
}

static WORDPRESS: LazyLock<Result<Option<Wordpress>>> = LazyLock::new(start);

/// The address of a WordPress whose posts embed views of the site; nothing where its programs
/// can't be had.
///
/// # Panics
/// When its programs are there but it can't be served.
pub fn address() -> Option<&'static str> {
    match &*WORDPRESS {
        Ok(wordpress) => wordpress.as_ref().map(|wordpress| &*wordpress.address),
        Err(error) => panic!("WordPress isn't served: {error:#}"),
    }
}

/// Installs WordPress in a folder of the build's.
fn start() -> Result<Option<Wordpress>> {
    let program = |name| setup().optional(name);
    let (Some(php), Some(mariadb), Some(wordpress)) =
        (program("php"), program("mariadb"), program("wordpress"))
    else {
        return Ok(None);
    };
    nginx::serve();
    let folder = root().join("target/wordpress");
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    let site = folder.join("site");
    let source = wordpress.parent().context("WordPress lies in a folder")?;
    copy_programs(source, &site)?;
    let (database, database_port) = start_database(mariadb, &folder.join("database"))?;
    let port = free_port()?;
    let address = format!("http://127.0.0.1:{port}");
    let configure = |command: &mut Command| {
        command
            .current_dir(&site)
            .env("WORDPRESS_SITE", &address)
            .env("WIDGET_SITE", &setup().base_url)
            .env("DATABASE_PORT", database_port.to_string());
    };
    let mut install = Command::new(php);
    configure(&mut install);
    run(install.arg("install.php"))?;
    let server = Service::start(php, |command| {
        configure(command);
        command.args(["-S", &format!("127.0.0.1:{port}")]);
        command.stderr(Stdio::null());
    })?;
    let server = server.listening(port)?;
    Ok(Some(Wordpress {
        address,
        _server: server,
        _database: database,
    }))
}

fn run(command: &mut Command) -> Result<()> {
    let output = command.output()?;
    ensure!(
        output.status.success(),
        "{command:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(())
}

/// WordPress reads its configuration from the folder that it lies in, so it gets one here.
fn copy_programs(source: &Path, site: &Path) -> Result<()> {
    let plugins = site.join("wp-content/mu-plugins");
    let theme = site.join("wp-content/themes/gast");
    fs::create_dir_all(site.parent().unwrap_or(site)).context("making a folder for WordPress")?;
    // The packages link to each other's files.
    run(Command::new("cp").args(["-rL"]).args([source, site]))?;
    let ours = root().join("tests/hosts/wordpress");
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

/// An empty database without users; it listens on this machine alone.
fn start_database(mariadb: &Path, folder: &Path) -> Result<(Service, u16)> {
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let port = free_port()?;
    let log = fs::File::create(folder.join("log")).context("a log for the database")?;
    let database = Service::start(mariadb, |command| {
        command
            .args(["--no-defaults", "--skip-grant-tables", "--socket=socket"])
            // As root it only starts when told who it is.
            .args(["--user=root", "--bind-address=127.0.0.1"])
            .arg(format!("--port={port}"))
            .arg(format!("--datadir={}", folder.display()))
            .stderr(log);
    })?;
    let database = database
        .listening(port)
        .with_context(|| format!("see {}/log", folder.display()))?;
    Ok((database, port))
}
