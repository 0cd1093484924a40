//! A WordPress site for one run of the tests, with posts that embed the widget.

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
    // Fields are dropped in order: the server before the database that it queries.
    _server: Service,
    _database: Service,
}

static WORDPRESS: LazyLock<Result<Option<Wordpress>>> = LazyLock::new(start);

/// The address of a WordPress site whose posts embed views; `None` where its programs aren't
/// available.
///
/// # Panics
/// When its programs are available but the site can't be served.
pub fn address() -> Option<&'static str> {
    match &*WORDPRESS {
        Ok(wordpress) => wordpress.as_ref().map(|wordpress| &*wordpress.address),
        Err(error) => panic!("WordPress can't be served: {error:#}"),
    }
}

/// Installs WordPress in a folder under `target/` and serves it.
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
    let source = wordpress
        .parent()
        .context("the path of WordPress has no parent folder")?;
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

/// Copies WordPress, because it reads its configuration from its own folder.
fn copy_programs(source: &Path, site: &Path) -> Result<()> {
    let plugins = site.join("wp-content/mu-plugins");
    let theme = site.join("wp-content/themes/gast");
    fs::create_dir_all(site.parent().unwrap_or(site)).context("creating a folder for WordPress")?;
    // The packages contain symbolic links to files of other packages.
    run(Command::new("cp").args(["-rL"]).args([source, site]))?;
    let sources = root().join("tests/hosts/wordpress");
    for (from, folder) in [
        ("wp-config.php", site),
        ("install.php", site),
        ("plugin.php", &plugins),
        ("theme/index.php", &theme),
        ("theme/style.css", &theme),
    ] {
        let from = sources.join(from);
        let name = from.file_name().context("the path has no file name")?;
        let copy = || {
            fs::create_dir_all(folder)?;
            fs::copy(&from, folder.join(name))
        };
        copy().with_context(|| format!("copying {}", from.display()))?;
    }
    Ok(())
}

/// Starts an empty database without users; it listens on this machine only.
fn start_database(mariadb: &Path, folder: &Path) -> Result<(Service, u16)> {
    fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
    let port = free_port()?;
    let log = fs::File::create(folder.join("log")).context("creating a log for the database")?;
    let database = Service::start(mariadb, |command| {
        command
            .args(["--no-defaults", "--skip-grant-tables", "--socket=socket"])
            // MariaDB doesn't start as root without this option.
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
