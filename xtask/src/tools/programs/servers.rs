//! Servers: nginx and Apache, which run the published settings, and WordPress with its interpreter and database.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::Program;
use super::answer::ask;
use super::defect::Defect;

/// The packages of nginx's brotli modules.
const BROTLI: &[&str] = &[
    "libnginx-mod-http-brotli-filter",
    "libnginx-mod-http-brotli-static",
];
/// The modules of Apache with which the tests run it.
const APACHE_MODULES: [&str; 9] = [
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
/// The options with which the tests start MariaDB: an empty database without users, reachable from this machine
/// alone. For root, MariaDB requires the option `--user`.
pub const MARIADB_OPTIONS: [&str; 5] = [
    "--no-defaults",
    "--skip-grant-tables",
    "--socket=socket",
    "--user=root",
    "--bind-address=127.0.0.1",
];
/// The files of WordPress that the tests read first; most other files are in the same folders.
const WORDPRESS_FILES: [&str; 4] = [
    "wp-load.php",
    "wp-includes/version.php",
    "wp-admin/includes/upgrade.php",
    "wp-settings.php",
];

/// The web server of the published settings.
pub const NGINX: Program = Program {
    name: "nginx",
    variable: Some("NGINX"),
    names: &["nginx", "/usr/sbin/nginx"],
    packages: &[
        "nginx",
        "libnginx-mod-http-brotli-filter",
        "libnginx-mod-http-brotli-static",
    ],
    expected: "an nginx that runs hosting/nginx.conf",
    check: |path, _| nginx(path),
};

/// Another web server of the published settings. Its package starts no server of the system.
pub const APACHE: Program = Program {
    name: "apache",
    variable: Some("APACHE"),
    names: &["apache2", "/usr/sbin/apache2"],
    packages: &["apache2-bin"],
    expected: "an Apache httpd 2.4 with the modules of hosting/apache.htaccess",
    check: |path, _| apache(path),
};

/// Runs WordPress.
pub const PHP: Program = Program {
    name: "php",
    variable: Some("PHP"),
    names: &["php"],
    packages: &["php-cli", "php-mysql"],
    expected: "PHP for the command line with mysqli",
    check: |path, _| php(path),
};

/// WordPress's database.
pub const MARIADB: Program = Program {
    name: "mariadbd",
    variable: Some("MARIADB"),
    names: &["mariadbd", "/usr/sbin/mariadbd"],
    packages: &["mariadb-server-core"],
    expected: "a MariaDB that starts without users",
    check: |path, _| mariadb(path),
};

/// WordPress, found by one of the files in its folder. With `php-cgi` its package installs no other web server.
pub const WORDPRESS: Program = Program {
    name: "wordpress",
    variable: Some("WORDPRESS"),
    names: &["/usr/share/wordpress/wp-settings.php"],
    packages: &["wordpress", "php", "php-cgi", "nginx"],
    expected: "the wp-settings.php of a complete WordPress",
    check: |path, _| wordpress(path),
};

/// Checks that nginx reads settings like those of `tests/browser/harness/servers/nginx.rs`, with each module that
/// hosting/nginx.conf uses.
fn nginx(path: &Path) -> Result<(), Defect> {
    let broken = |error| Defect::new(format!("can't be tried: {error}"));
    let folder = tempfile::tempdir().map_err(broken)?;
    let at = |name: &str| folder.path().join(name).display().to_string();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("    {name}_temp_path {};\n", at(name)))
        .concat();
    let settings = format!(
        "include /etc/nginx/modules-enabled/*.conf;\n\
        pid {pid};\nerror_log {errors};\nevents {{}}\n\
        http {{\n    include /etc/nginx/mime.types;\n    access_log off;\n{temporary}\
        \x20   server {{\n        listen unix:{socket};\n        brotli on;\n        brotli_static on;\n\
        \x20       gzip_static on;\n        if ($uri ~ \"x\") {{ return 404; }}\n        add_header X-Test test;\n    }}\n}}\n",
        pid = at("pid"),
        errors = at("error.log"),
        socket = at("socket"),
    );
    fs::write(at("nginx.conf"), settings).map_err(broken)?;
    let answer = ask(Command::new(path)
        .args(["-t", "-c", &at("nginx.conf")])
        .args(["-e", &at("error.log")]))?;
    if answer.success {
        return Ok(());
    }
    let reason = answer.reason();
    let directive = reason
        .split_once("unknown directive \"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(directive, _)| directive);
    Err(match directive {
        Some(name) if name.starts_with("brotli") => {
            Defect::new("lacks its brotli modules").fixed_by(BROTLI)
        }
        Some(name) => Defect::new(format!("lacks the module of the directive {name}")),
        None => Defect::new(format!("rejects the settings: {reason}")),
    })
}

/// Checks that Apache reads settings like those of `tests/browser/harness/servers/apache.rs`, with each module that
/// hosting/apache.htaccess uses.
fn apache(path: &Path) -> Result<(), Defect> {
    let broken = |error| Defect::new(format!("can't be tried: {error}"));
    let folder = tempfile::tempdir().map_err(broken)?;
    let at = |name: &str| folder.path().join(name).display().to_string();
    let modules: String = APACHE_MODULES
        .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
        .concat();
    let settings = format!(
        "{modules}Listen 127.0.0.1:8080\nServerName localhost\nErrorLog {}\nTypesConfig /etc/mime.types\n",
        at("error.log")
    );
    fs::write(at("httpd.conf"), settings).map_err(broken)?;
    let folder = folder.path().display().to_string();
    let answer = ask(Command::new(path)
        .args(["-t", "-d", &folder])
        .args(["-f", &at("httpd.conf")]))?;
    match answer.success {
        true => Ok(()),
        false => Err(Defect::new(format!(
            "rejects the settings: {}",
            answer.reason()
        ))),
    }
}

fn php(path: &Path) -> Result<(), Defect> {
    let script = "echo 'sapi=', PHP_SAPI, ' mysqli=', (int) extension_loaded('mysqli'), ';';";
    let answer = ask(Command::new(path).args(["-r", script]))?.succeeded()?;
    if !answer.stdout.contains("sapi=cli ") {
        return Err(Defect::new("isn't PHP for the command line").fixed_by(&["php-cli"]));
    }
    match answer.stdout.contains("mysqli=1;") {
        true => Ok(()),
        false => Err(Defect::new("lacks its extension mysqli").fixed_by(&["php-mysql"])),
    }
}

fn mariadb(path: &Path) -> Result<(), Defect> {
    let broken = |error| Defect::new(format!("can't be tried: {error}"));
    let folder = tempfile::tempdir().map_err(broken)?;
    // MariaDB reads its options and all its messages, but starts nothing.
    let answer = ask(Command::new(path)
        .args(MARIADB_OPTIONS)
        .arg(format!("--datadir={}", folder.path().display()))
        .args(["--verbose", "--help"]))?
    .succeeded()?;
    match answer.stdout.contains("skip-grant-tables") {
        true => Ok(()),
        false => Err(Defect::new("doesn't know --skip-grant-tables")),
    }
}

fn wordpress(settings: &Path) -> Result<(), Defect> {
    let folder = settings.parent().unwrap_or(settings);
    for name in WORDPRESS_FILES {
        fs::read(folder.join(name))
            .map_err(|error| Defect::new(format!("lacks a readable {name}: {error}")))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::fakes::FakeMachine;
    use super::*;

    #[test]
    fn nginx_has_the_modules_of_the_published_settings() {
        FakeMachine::assert_usable(
            &NGINX,
            r#"[ "$1" = -t ] && grep -q 'brotli on' "$3" && echo 'test is successful' >&2"#,
        );
        FakeMachine::assert_unusable(
            &NGINX,
            r#"echo 'nginx: [emerg] unknown directive "brotli" in /tmp/nginx.conf:12' >&2; exit 1"#,
            "lacks its brotli modules; expected an nginx that runs hosting/nginx.conf; set NGINX to \
             another, or unset it (on Debian: apt install libnginx-mod-http-brotli-filter \
             libnginx-mod-http-brotli-static)",
        );
        FakeMachine::assert_unusable(
            &NGINX,
            r#"echo 'nginx: [emerg] unknown directive "gzip_static" in /tmp/nginx.conf:12' >&2; exit 1"#,
            "lacks the module of the directive gzip_static;",
        );
        FakeMachine::assert_unusable(
            &NGINX,
            r#"echo 'nginx: invalid option: "e"' >&2; exit 1"#,
            "rejects the settings: nginx: invalid option: \"e\";",
        );
    }

    #[test]
    fn the_published_settings_have_the_directives_of_the_check() {
        let published = crate::root().unwrap().join("hosting/nginx.conf");
        let published = fs::read_to_string(published).unwrap();
        for line in ["brotli on;", "brotli_static on;", "gzip_static on;"] {
            assert!(
                published.contains(line),
                "missing {line} in hosting/nginx.conf; expected the directives that the check tests"
            );
        }
    }

    #[test]
    fn apache_has_the_modules_of_the_published_settings() {
        FakeMachine::assert_usable(
            &APACHE,
            r#"[ "$1" = -t ] && grep -q mod_brotli.so "$5" && echo 'Syntax OK' >&2"#,
        );
        FakeMachine::assert_unusable(
            &APACHE,
            "echo 'Cannot load mod_brotli.so into server' >&2; exit 1",
            "rejects the settings: Cannot load mod_brotli.so into server; expected an Apache httpd 2.4 \
             with the modules of hosting/apache.htaccess; set APACHE to another, or unset it \
             (on Debian: apt install apache2-bin)",
        );
    }

    #[test]
    fn php_runs_on_the_command_line_with_mysqli() {
        FakeMachine::assert_usable(&PHP, "echo 'sapi=cli mysqli=1;'");
        FakeMachine::assert_unusable(
            &PHP,
            "echo 'sapi=cli mysqli=0;'",
            "lacks its extension mysqli;",
        );
        FakeMachine::assert_unusable(&PHP, "echo '<p>Usage'", "isn't PHP for the command line;");
    }

    #[test]
    fn mariadb_knows_its_options() {
        FakeMachine::assert_usable(&MARIADB, "echo '  --skip-grant-tables Start without'");
        FakeMachine::assert_unusable(
            &MARIADB,
            "echo \"[ERROR] mariadbd: unknown option '--skip-grant-tables'\" >&2; exit 7",
            "unknown option '--skip-grant-tables';",
        );
        FakeMachine::assert_unusable(&MARIADB, "exit 0", "doesn't know --skip-grant-tables;");
    }

    #[test]
    fn wordpress_is_complete() {
        let mut fake = FakeMachine::new();
        for name in WORDPRESS_FILES {
            fake.file(name, "<?php");
        }
        fake.set("WORDPRESS", &fake.folder().join("wp-settings.php"));
        assert!(fake.machine().locate(&WORDPRESS).is_ok());
        fs::remove_file(fake.folder().join("wp-includes/version.php")).unwrap();
        let text = fake.error(&[&WORDPRESS]);
        assert!(
            text.contains("lacks a readable wp-includes/version.php: "),
            "{text}"
        );
    }
}
