//! nginx with the configuration that we publish, as a host of the site would run it.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::Running;
use crate::port::listening;

/// Serves a folder on a port of this machine until the result is dropped.
///
/// # Errors
/// When nginx can't be started or doesn't listen.
pub fn serve(nginx: &Path, site: &Path, port: u16) -> Result<Running> {
    let folder = crate::root()?.join("target/nginx");
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    let ours = crate::root()?.join("hosting/nginx.conf");
    let at = |name: &str| folder.join(name).display().to_string();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("    {name}_temp_path {};\n", at(name)))
        .concat();
    // All but the last line is the host's own affair. One process, so that ending it ends all.
    let config = format!(
        "include /etc/nginx/modules-enabled/*.conf;\n\
        daemon off;\nmaster_process off;\npid {pid};\nerror_log {errors};\n\
        events {{ worker_connections 512; }}\n\
        http {{\n    include /etc/nginx/mime.types;\n    access_log off;\n{temporary}\
        \x20   server {{\n        listen 127.0.0.1:{port};\n        root {site};\n        include {ours};\n    }}\n}}\n",
        pid = at("pid"),
        errors = at("error.log"),
        site = site.display(),
        ours = ours.display(),
    );
    let file = folder.join("nginx.conf");
    fs::write(&file, config).with_context(|| format!("writing {}", file.display()))?;
    let child = Command::new(nginx)
        .arg("-c")
        .arg(&file)
        .args(["-e", &at("error.log")])
        .spawn()
        .with_context(|| format!("starting {}", nginx.display()))?;
    let mut running = Running(child);
    listening(&mut running, port)
        .with_context(|| format!("nginx doesn't serve; see {}", at("error.log")))?;
    Ok(running)
}
