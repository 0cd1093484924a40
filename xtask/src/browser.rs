//! The browsers that the tests use, and the drivers that drive them.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::command::Running;
use crate::port::{free_port, listening};
use crate::tools;
use crate::tools::programs::{
    self, CHROMEDRIVER, CHROMIUM, FIREFOX, MINIBROWSER, WEBKIT_DRIVER, XVFB, sets,
};

/// A driver that runs until this is dropped, with the variables that the tests want of it.
pub struct RunningDriver {
    /// Where it listens, and which browser it drives.
    pub variables: Vec<(&'static str, PathBuf)>,
    // Dropped in this order: who draws on a screen goes before the screen.
    _driver: Running,
    _screen: Option<Running>,
}

impl RunningDriver {
    fn new(
        driver: &Path,
        port_option: &str,
        screen: Option<(Running, String)>,
        browser: [(&'static str, PathBuf); 2],
    ) -> Result<Self> {
        let port = free_port()?;
        let mut command = Command::new(driver);
        command
            .arg(format!("{port_option}{port}"))
            .stdout(Stdio::null());
        let (screen, display) = screen.unzip();
        command.envs(display.map(|display| ("DISPLAY", display)));
        let name = driver.display();
        let child = command
            .spawn()
            .with_context(|| format!("starting {name}"))?;
        let mut running = Running(child);
        listening(&mut running, port).with_context(|| format!("{name} doesn't listen"))?;
        let url = PathBuf::from(format!("http://127.0.0.1:{port}"));
        let variables = browser.into_iter().chain([("WEBDRIVER", url)]).collect();
        Ok(Self {
            variables,
            _driver: running,
            _screen: screen,
        })
    }
}

/// Starts Chromium's driver.
///
/// # Errors
/// When it is missing or doesn't start.
pub fn chromium() -> Result<RunningDriver> {
    let paths = programs::ready(sets::IN_CHROMIUM)?;
    let browser = paths.of(&CHROMIUM)?.to_owned();
    let browser = [("ENGINE", "chromium".into()), ("CHROMIUM", browser)];
    RunningDriver::new(paths.of(&CHROMEDRIVER)?, "--port=", None, browser)
}

/// Starts Firefox's driver.
///
/// # Errors
/// When it is missing or doesn't start.
pub fn firefox() -> Result<RunningDriver> {
    let browser = programs::ready(sets::IN_FIREFOX)?.of(&FIREFOX)?.to_owned();
    let browser = [("ENGINE", "firefox".into()), ("FIREFOX", browser)];
    RunningDriver::new(&tools::geckodriver()?, "--port=", None, browser)
}

/// Starts WebKitGTK's driver, on a screen that nobody sees: it has no other way.
///
/// # Errors
/// When it is missing or doesn't start.
pub fn webkit() -> Result<RunningDriver> {
    let paths = programs::ready(sets::IN_WEBKIT)?;
    let browser = paths.of(&MINIBROWSER)?.to_owned();
    let mut screen = Command::new(paths.of(&XVFB)?)
        .args(["-displayfd", "1", "-screen", "0", "1600x1200x24"])
        .args(["-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("starting Xvfb")?;
    let said = screen.stdout.take().context("the screen's number")?;
    let screen = Running(screen);
    let mut number = String::new();
    BufReader::new(said)
        .read_line(&mut number)
        .context("the screen's number")?;
    let browser = [("ENGINE", "webkit".into()), ("MINIBROWSER", browser)];
    let screen = Some((screen, format!(":{}", number.trim())));
    RunningDriver::new(paths.of(&WEBKIT_DRIVER)?, "--port=", screen, browser)
}
