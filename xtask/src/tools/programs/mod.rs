//! Programs of the system that the tests need: found, or installed where this may.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::command::{find, output, run, timed};

/// A program by the variable that may say where it is, its names, and Debian's packages.
pub struct Program {
    /// The environment variable.
    pub variable: &'static str,
    /// What it is called, here or there.
    pub names: &'static [&'static str],
    /// The packages of Debian that bring it and what it needs.
    pub packages: &'static [&'static str],
}

/// The browser.
pub const CHROMIUM: Program = Program {
    variable: "CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome"],
    packages: &["chromium"],
};
/// What drives it.
pub const CHROMEDRIVER: Program = Program {
    variable: "CHROMEDRIVER",
    names: &["chromedriver"],
    packages: &["chromium-driver"],
};
/// Another browser, and a third with its driver and the screen that it needs.
pub const FIREFOX: Program = Program {
    variable: "FIREFOX",
    names: &["firefox-esr", "firefox"],
    packages: &["firefox-esr"],
};
/// See [`FIREFOX`].
pub const MINIBROWSER: Program = Program {
    variable: "MINIBROWSER",
    names: &[
        "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
    ],
    packages: &["webkit2gtk-driver"],
};
/// See [`FIREFOX`].
pub const WEBKIT_DRIVER: Program = Program {
    variable: "WEBKIT_DRIVER",
    names: &["WebKitWebDriver"],
    packages: &["webkit2gtk-driver"],
};
/// See [`FIREFOX`].
pub const XVFB: Program = Program {
    variable: "XVFB",
    names: &["Xvfb"],
    packages: &["xvfb"],
};
/// The web server whose configuration we publish.
pub const NGINX: Program = Program {
    variable: "NGINX",
    names: &["nginx", "/usr/sbin/nginx"],
    packages: &[
        "nginx",
        "libnginx-mod-http-brotli-filter",
        "libnginx-mod-http-brotli-static",
    ],
};
/// Reads the text of a printed page.
pub const PDFTOTEXT: Program = Program {
    variable: "PDFTOTEXT",
    names: &["pdftotext"],
    packages: &["poppler-utils"],
};
/// Runs the HTML checker.
pub const JAVA: Program = Program {
    variable: "JAVA",
    names: &["java"],
    packages: &["default-jre-headless"],
};
/// Runs WordPress.
pub const PHP: Program = Program {
    variable: "PHP",
    names: &["php"],
    packages: &["php-cli", "php-mysql"],
};
/// WordPress's database.
pub const MARIADB: Program = Program {
    variable: "MARIADB",
    names: &["mariadbd", "/usr/sbin/mariadbd"],
    packages: &["mariadb-server-core"],
};
/// WordPress: one of its files, which tells the folder. With `php-cgi` it brings no web server.
pub const WORDPRESS: Program = Program {
    variable: "WORDPRESS",
    names: &["/usr/share/wordpress/wp-settings.php"],
    packages: &["wordpress", "php", "php-cgi", "nginx"],
};

impl Program {
    fn found(&self) -> Option<PathBuf> {
        let given = std::env::var_os(self.variable).map(PathBuf::from);
        given.or_else(|| self.names.iter().copied().find_map(find))
    }
}

/// Where the programs are, in their order.
///
/// # Errors
/// When some are missing and can't be installed from here; with all that are.
pub fn ready<const N: usize>(programs: [&Program; N]) -> Result<[PathBuf; N]> {
    let missing = || programs.iter().filter(|each| each.found().is_none());
    let may_install =
        find("apt-get").is_some() && output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
    let packages: Vec<_> = missing().flat_map(|each| each.packages).collect();
    if may_install && !packages.is_empty() {
        let names: Vec<_> = packages.iter().map(|name| **name).collect();
        let what = format!("installing {}", names.join(", "));
        timed(&what, "about a minute, once", || {
            run(Command::new("apt-get").args(["update", "-qq"]))?;
            run(Command::new("apt-get")
                .args(["install", "-qq", "-y", "--no-install-recommends"])
                .args(&names)
                .env("DEBIAN_FRONTEND", "noninteractive")
                .stdout(Stdio::null()))
        })?;
    }
    let lacking: Vec<_> = missing()
        .map(|each| {
            let (name, packages) = (each.names[0], each.packages.join(" "));
            format!(
                "{name} (on Debian `apt install {packages}`; or set {} to where it is)",
                each.variable
            )
        })
        .collect();
    if !lacking.is_empty() {
        bail!("the tests need {}", lacking.join(", "));
    }
    Ok(programs.map(|each| each.found().unwrap_or_default()))
}
