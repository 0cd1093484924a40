//! Apache httpd with the published settings, as a host of the site would run it.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::sync::LazyLock;

use anyhow::{Context, Result};

use crate::service::{Service, free_port};
use crate::setup::{root, setup};

/// The modules that the published settings use, and those that serve files.
const MODULES: [&str; 9] = [
    "mpm_event",
    "authz_core",
    "mime",
    "dir",
    "rewrite",
    "headers",
    "filter",
    "deflate",
    "brotli",
];

static APACHE: LazyLock<Result<(Service, u16)>> = LazyLock::new(start);

/// Makes sure that Apache serves the site; returns its origin, or nothing on a machine without Apache.
///
/// # Panics
/// When Apache can't be started.
pub fn serve() -> Option<String> {
    setup().optional("apache")?;
    match &*APACHE {
        Ok((_, port)) => Some(format!("http://127.0.0.1:{port}")),
        Err(error) => panic!("Apache doesn't serve the site: {error:#}"),
    }
}

fn start() -> Result<(Service, u16)> {
    let port = free_port()?;
    let folder = root().join("target/apache");
    let site = folder.join("site");
    // The site of an earlier run.
    let _ = fs::remove_dir_all(&site);
    fs::create_dir_all(&site).with_context(|| format!("creating {}", site.display()))?;
    let built = &setup().site;
    let entries = fs::read_dir(built).with_context(|| format!("reading {}", built.display()))?;
    for entry in entries {
        let entry = entry?;
        symlink(entry.path(), site.join(entry.file_name()))?;
    }
    let published = root().join("hosting/apache.htaccess");
    fs::copy(&published, site.join(".htaccess"))
        .with_context(|| format!("copying {}", published.display()))?;
    let file = folder.join("httpd.conf");
    fs::write(&file, config(&folder, port))
        .with_context(|| format!("writing {}", file.display()))?;
    // In one process, so that ending it ends everything.
    let service = Service::start(setup().path("apache"), |command| {
        command
            .arg("-X")
            .arg("-d")
            .arg(&folder)
            .arg("-f")
            .arg(&file);
    })?;
    let service = service
        .listening(port)
        .with_context(|| format!("see {}", folder.join("error.log").display()))?;
    Ok((service, port))
}

/// The configuration. A host is free to set everything but the file `.htaccess` in the folder of the site.
fn config(folder: &Path, port: u16) -> String {
    let modules: String = MODULES
        .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
        .concat();
    let at = |name: &str| folder.join(name).display().to_string();
    format!(
        "{modules}Listen 127.0.0.1:{port}\nServerName 127.0.0.1:{port}\nServerTokens Prod\n\
        PidFile {pid}\nErrorLog {errors}\nTypesConfig /etc/mime.types\nDocumentRoot {site}\n\
        <Directory {site}>\n    AllowOverride FileInfo Indexes Options=MultiViews\n    Options FollowSymLinks\n\
        \x20   Require all granted\n</Directory>\n",
        pid = at("pid"),
        errors = at("error.log"),
        site = at("site"),
    )
}
