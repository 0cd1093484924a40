//! nginx with the published settings, as a host of the site would run it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use anyhow::{Context, Result};
use publisher::pages::security_txt;

use crate::service::{Service, free_port};
use crate::setup::{root, setup};

static NGINX: LazyLock<Result<Service>> = LazyLock::new(start);

/// Makes sure that nginx serves the site at its base address.
///
/// # Panics
/// When nginx can't be started.
pub fn serve() {
    if let Err(error) = &*NGINX {
        panic!("nginx doesn't serve the site: {error:#}");
    }
}

fn start() -> Result<Service> {
    let address =
        reqwest::Url::parse(&setup().base_url).context("parsing the site's base address")?;
    let port = address
        .port()
        .context("the site's base address has no port")?;
    start_at(
        &folder(),
        port,
        &setup().site,
        &root().join("hosting/nginx.conf"),
    )
}

/// An nginx that runs until this is dropped or the tests end.
pub struct Nginx {
    address: String,
    _service: Service,
}

impl Nginx {
    /// Serves a site with its own settings; nginx writes its other files into `folder`.
    ///
    /// # Errors
    /// When nginx can't be started.
    pub fn start(folder: &Path, site: &Path, settings: &Path) -> Result<Self> {
        let port = free_port()?;
        Ok(Self {
            address: format!("http://127.0.0.1:{port}"),
            _service: start_at(folder, port, site, settings)?,
        })
    }

    /// Serves what the `server` blocks of a configuration say, over TLS. The address of this server is that of `port`, on
    /// which one of the blocks listens.
    ///
    /// # Errors
    /// When nginx can't be started.
    pub fn with_servers(folder: &Path, port: u16, servers: &str) -> Result<Self> {
        Ok(Self {
            address: format!("https://127.0.0.1:{port}"),
            _service: start_with(folder, port, servers)?,
        })
    }

    /// The address of a path that starts with a slash.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }
}

fn start_at(folder: &Path, port: u16, site: &Path, settings: &Path) -> Result<Service> {
    start_with(folder, port, &server(folder, port, site, settings))
}

fn start_with(folder: &Path, port: u16, servers: &str) -> Result<Service> {
    fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
    let file = folder.join("nginx.conf");
    let config = config(folder, servers);
    fs::write(&file, config).with_context(|| format!("writing {}", file.display()))?;
    let errors = folder.join("error.log");
    let service = Service::start(setup().path("nginx"), |command| {
        command.arg("-c").arg(&file).arg("-e").arg(&errors);
    })?;
    service
        .listening(port)
        .with_context(|| format!("see {}", errors.display()))
}

/// The folder of the server, in which a test may put a `security.txt`.
pub fn folder() -> PathBuf {
    root().join("target/nginx")
}

/// The server of a site. A host is free to set everything but the last line, which includes the published settings.
fn server(folder: &Path, port: u16, site: &Path, settings: &Path) -> String {
    format!(
        "    server {{\n        listen 127.0.0.1:{port};\n        root {site};\n\
        \x20       location = /{security_txt} {{ root {folder}; }}\n        include {published};\n    }}\n",
        site = site.display(),
        security_txt = security_txt::PATH,
        folder = folder.display(),
        published = settings.display(),
    )
}

/// The configuration around servers. nginx runs as one process, so that ending it ends everything.
fn config(folder: &Path, servers: &str) -> String {
    let at = |name: &str| folder.join(name).display().to_string();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("    {name}_temp_path {};\n", at(name)))
        .concat();
    format!(
        "include /etc/nginx/modules-enabled/*.conf;\n\
        daemon off;\nmaster_process off;\npid {pid};\nerror_log {errors};\n\
        events {{ worker_connections 512; }}\n\
        http {{\n    include /etc/nginx/mime.types;\n    access_log off;\n{temporary}{servers}}}\n",
        pid = at("pid"),
        errors = at("error.log"),
    )
}
