//! Browsers, their drivers, and the virtual screen that one of the browsers needs.

use std::path::Path;
use std::process::Command;

use super::Program;
use super::answer::{Answer, ask, version};
use super::defect::Defect;
use super::machine::Machine;
use super::version::Version;

/// The oldest version that the widget supports.
const OLDEST_CHROMIUM: Version = Version(111, 0, 0);
/// The oldest version that the geckodriver of `tools/cargo.rs` supports.
const OLDEST_FIREFOX: Version = Version(128, 0, 0);

/// The browser of most tests.
pub const CHROMIUM: Program = Program {
    name: "chromium",
    variable: Some("CHROMIUM"),
    names: &["chromium", "chromium-browser", "google-chrome"],
    packages: &["chromium"],
    expected: "Chromium 111 or newer",
    check: |path, _| at_least(path, OLDEST_CHROMIUM),
};

/// Drives [`CHROMIUM`].
pub const CHROMEDRIVER: Program = Program {
    name: "chromedriver",
    variable: Some("CHROMEDRIVER"),
    names: &["chromedriver"],
    packages: &["chromium-driver"],
    expected: "the major version of chromium",
    check: chromedriver,
};

/// Firefox; `tools/cargo.rs` installs its driver, because Debian has no package of it.
pub const FIREFOX: Program = Program {
    name: "firefox",
    variable: Some("FIREFOX"),
    names: &["firefox-esr", "firefox"],
    packages: &["firefox-esr"],
    expected: "Firefox 128 or newer",
    check: |path, _| at_least(path, OLDEST_FIREFOX),
};

/// WebKitGTK's browser.
pub const MINIBROWSER: Program = Program {
    name: "MiniBrowser",
    variable: Some("MINIBROWSER"),
    names: &[
        "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
    ],
    packages: &["webkit2gtk-driver"],
    expected: "WebKitGTK's MiniBrowser with --automation",
    check: |path, _| minibrowser(path),
};

/// Drives [`MINIBROWSER`].
pub const WEBKIT_DRIVER: Program = Program {
    name: "WebKitWebDriver",
    variable: Some("WEBKIT_DRIVER"),
    names: &["WebKitWebDriver"],
    packages: &["webkit2gtk-driver"],
    expected: "WebKitGTK's driver with --port",
    check: |path, _| helps_with(path, "--help", "--port"),
};

/// A virtual screen for [`MINIBROWSER`].
pub const XVFB: Program = Program {
    name: "Xvfb",
    variable: Some("XVFB"),
    names: &["Xvfb"],
    packages: &["xvfb"],
    expected: "Xvfb with -displayfd",
    check: |path, _| helps_with(path, "-help", "-displayfd"),
};

fn at_least(path: &Path, oldest: Version) -> Result<(), Defect> {
    let version = version(Command::new(path).arg("--version"))?;
    match version < oldest {
        true => Err(Defect::new(format!("is version {version}"))),
        false => Ok(()),
    }
}

/// Checks the versions: a driver of another major version than its browser starts, but fails at the first session.
fn chromedriver(path: &Path, machine: &Machine) -> Result<(), Defect> {
    let driver = version(Command::new(path).arg("--version"))?;
    // A missing browser is a problem of the browser, not of the driver.
    let Ok(chromium) = machine.locate(&CHROMIUM) else {
        return Ok(());
    };
    let browser = version(Command::new(chromium).arg("--version"))?;
    match driver.0 == browser.0 {
        true => Ok(()),
        false => {
            let message = format!("is version {driver}, but chromium is {browser}");
            Err(Defect::new(message).fixed_by(&["chromium", "chromium-driver"]))
        }
    }
}

/// MiniBrowser shows its help only if there is a screen. Without a screen it ends with an error about that, after it
/// has loaded all its libraries, which is enough: the tests give it a screen.
fn minibrowser(path: &Path) -> Result<(), Defect> {
    let answer = ask(Command::new(path).arg("--help").env_remove("DISPLAY"))?;
    if answer.stderr.contains("cannot open display") {
        return Ok(());
    }
    names_option(answer, "--automation")
}

/// Checks that a program names an option in its help. The exit code doesn't count, because Xvfb's is 1.
fn helps_with(path: &Path, help: &str, option: &str) -> Result<(), Defect> {
    names_option(ask(Command::new(path).arg(help))?, option)
}

fn names_option(answer: Answer, option: &str) -> Result<(), Defect> {
    if answer.stdout.contains(option) || answer.stderr.contains(option) {
        return Ok(());
    }
    answer.succeeded()?;
    Err(Defect::new(format!("doesn't know {option}")))
}

#[cfg(test)]
mod tests {
    use super::super::fakes::FakeMachine;
    use super::*;

    #[test]
    fn chromium_is_new_enough_for_the_widget() {
        FakeMachine::assert_usable(&CHROMIUM, "echo 'Chromium 111.0.5563.64 built on Debian'");
        FakeMachine::assert_unusable(&CHROMIUM, "echo 'Chromium 110.0.1'", "is version 110.0.1;");
        FakeMachine::assert_unusable(
            &CHROMIUM,
            "echo 'Command requires the chromium snap to be installed.' >&2; exit 1",
            "fails when it is run: Command requires the chromium snap",
        );
        FakeMachine::assert_unusable(&CHROMIUM, "echo hello", "doesn't print its version;");
    }

    #[test]
    fn chromedriver_has_the_major_version_of_chromium() {
        let mut fake = FakeMachine::new();
        fake.program("chromium", "echo 'Chromium 156.0.8078.108'");
        fake.program("chromedriver", "echo 'ChromeDriver 156.0.1 (abc)'");
        assert!(fake.machine().locate(&CHROMEDRIVER).is_ok());
        fake.program("chromedriver", "echo 'ChromeDriver 140.0.1 (abc)'");
        let text = fake.error(&[&CHROMIUM, &CHROMEDRIVER]);
        assert!(
            text.contains("is version 140.0.1, but chromium is 156.0.8078; expected"),
            "{text}"
        );
        assert!(
            text.contains("apt install chromium chromium-driver"),
            "{text}"
        );
    }

    #[test]
    fn chromedriver_is_usable_without_chromium() {
        let mut fake = FakeMachine::new();
        fake.program("chromedriver", "echo 'ChromeDriver 156.0.1'");
        assert!(fake.machine().locate(&CHROMEDRIVER).is_ok());
    }

    #[test]
    fn firefox_is_new_enough_for_its_driver() {
        FakeMachine::assert_usable(&FIREFOX, "echo 'Mozilla Firefox 140.5.0esr'");
        FakeMachine::assert_unusable(
            &FIREFOX,
            "echo 'Mozilla Firefox 115.1.0'",
            "is version 115.1.0;",
        );
    }

    #[test]
    fn the_webkit_browser_can_be_automated() {
        FakeMachine::assert_usable(
            &MINIBROWSER,
            "echo 'Gtk-WARNING **: 05:40:48.767: cannot open display: ' >&2; exit 1",
        );
        FakeMachine::assert_usable(
            &MINIBROWSER,
            "echo '  --automation   Run in automation mode'",
        );
        FakeMachine::assert_unusable(
            &MINIBROWSER,
            "echo '  --version'",
            "doesn't know --automation;",
        );
        FakeMachine::assert_usable(&WEBKIT_DRIVER, "echo '  -p PORT, --port=PORT'");
        FakeMachine::assert_unusable(
            &WEBKIT_DRIVER,
            "echo 'error while loading shared libraries: libx.so' >&2; exit 127",
            "error while loading shared libraries: libx.so;",
        );
    }

    #[test]
    fn the_virtual_screen_prints_its_number() {
        FakeMachine::assert_usable(&XVFB, "echo '-displayfd fd   file descriptor' >&2; exit 1");
        FakeMachine::assert_unusable(&XVFB, "echo '-screen'", "doesn't know -displayfd;");
    }
}
