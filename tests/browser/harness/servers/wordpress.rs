//! A WordPress site for one run of the tests, with posts that embed the widget. It is served twice: as it is, and with
//! the plugin.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use anyhow::{Context, Result, ensure};

use crate::nginx;
use crate::service::{Service, free_port};
use crate::setup::{root, setup};
use crate::wordpress_plugin;

/// A WordPress whose posts embed views; it is served until the tests end.
pub struct Wordpress {
    /// The address of the site without the plugin.
    pub address: String,
    /// The address of the site with the plugin, and with the same posts.
    pub address_with_plugin: String,
    settings: Settings,
    // Fields are dropped in order: the servers before the database that they query.
    _servers: [Service; 2],
    _database: Service,
}

/// The folder of the site, and what its PHP reads from the environment.
struct Settings {
    php: &'static Path,
    site: PathBuf,
    database_port: u16,
}

static WORDPRESS: LazyLock<Result<Option<Wordpress>>> = LazyLock::new(start);

/// A WordPress site; prints a message and returns `None` where its programs aren't available.
///
/// # Panics
/// When its programs are available but the site can't be served.
pub fn wordpress() -> Option<&'static Wordpress> {
    match &*WORDPRESS {
        Ok(Some(wordpress)) => Some(wordpress),
        Ok(None) => {
            println!("skipped: WordPress isn't available");
            None
        }
        Err(error) => panic!("WordPress can't be served: {error:#}"),
    }
}

impl Wordpress {
    /// Runs PHP in the folder of the site with the plugin, and returns its output.
    ///
    /// # Errors
    /// When PHP fails; the error has its messages.
    pub fn php(&self, arguments: &[&str]) -> Result<String> {
        let mut command = self.settings.command(&self.address_with_plugin);
        run(command.args(arguments))
    }
}

impl Settings {
    /// PHP in the folder of the site, which is served at an address.
    fn command(&self, address: &str) -> Command {
        let mut command = Command::new(self.php);
        self.configure(&mut command, address);
        command
    }

    fn configure(&self, command: &mut Command, address: &str) {
        command
            .current_dir(&self.site)
            .env("WORDPRESS_SITE", address)
            .env("WIDGET_SITE", &setup().base_url)
            .env("DATABASE_PORT", self.database_port.to_string());
    }

    /// Serves the site at a free port, without the plugin if `without_plugin`: its address, and the server.
    fn serve(&self, without_plugin: bool) -> Result<(String, Service)> {
        let port = free_port()?;
        let address = format!("http://127.0.0.1:{port}");
        let server = Service::start(self.php, |command| {
            self.configure(command, &address);
            command.args(["-S", &format!("127.0.0.1:{port}")]);
            if without_plugin {
                command.env("WITHOUT_PLUGINS", "1");
            }
            command.stderr(Stdio::null());
        })?;
        Ok((address, server.listening(port)?))
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
    let plugin = folder.join("plugin.zip");
    wordpress_plugin::write(&plugin)?;
    let (database, database_port) = start_database(mariadb, &folder.join("database"))?;
    let settings = Settings {
        php,
        site,
        database_port,
    };
    let (address, server) = settings.serve(true)?;
    let (address_with_plugin, server_with_plugin) = settings.serve(false)?;
    let mut install = settings.command(&address);
    let texts = root().join("tests/support/src/xss.txt");
    install
        .env("PLUGIN", &plugin)
        .env("HOSTILE_TEXTS", texts)
        .arg("install.php");
    run(&mut install)?;
    Ok(Some(Wordpress {
        address,
        address_with_plugin,
        settings,
        _servers: [server, server_with_plugin],
        _database: database,
    }))
}

fn run(command: &mut Command) -> Result<String> {
    let output = command.output()?;
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    ensure!(
        output.status.success(),
        "{command:?}: {}{}",
        text(&output.stdout),
        text(&output.stderr)
    );
    Ok(text(&output.stdout))
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
        ("addresses.php", site),
        ("setting.php", site),
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
