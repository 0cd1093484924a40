//! Running browsers, lent to one test at a time: starting one takes longer than most tests.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError};

use anyhow::{Context as _, Result};
use thirtyfour::WebDriver;

use crate::context::Context;
use crate::engine::{Engine, LaunchOptions};
use crate::service::{Service, free_port};
use crate::setup::{root, setup};

/// A driver with its browser. Chromium's stays open between tests; all others are started for one.
struct Worker {
    engine: Engine,
    /// Where the driver listens.
    address: String,
    /// Chromium, and where its debugger listens.
    chromium: Option<(WebDriver, String)>,
    // Dropped in this order: the driver before its screen.
    _driver: Service,
    _screen: Option<Service>,
}

/// Workers that no test uses now.
static IDLE: Mutex<Vec<Worker>> = Mutex::new(Vec::new());

/// A browser with one empty page that only one test uses.
pub struct Lease {
    /// The browser's driver.
    pub driver: WebDriver,
    // Dropped in this order: the page closes before the browser is another test's.
    _context: Option<Context>,
    _worker: Returned,
}

/// A browser that ends with its driver's process: the driver's own way to quit would wait for
/// connections of the test's runtime, which waits for it. A test may have quit it already.
impl Drop for Lease {
    fn drop(&mut self) {
        if self._context.is_none() {
            let _ = self.driver.clone().leak();
        }
    }
}

/// Goes back to the idle ones if it can be used again.
struct Returned {
    worker: Option<Worker>,
    reusable: bool,
}

impl Drop for Returned {
    fn drop(&mut self) {
        if let Some(worker) = self.worker.take().filter(|_| self.reusable) {
            idle().push(worker);
        }
    }
}

fn idle() -> std::sync::MutexGuard<'static, Vec<Worker>> {
    // A test that panicked leaves the list as it was.
    IDLE.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Lease {
    /// A browser for a test: one that is idle, or else a new one.
    ///
    /// # Errors
    /// When it can't be started.
    pub async fn take(engine: Engine, options: &LaunchOptions) -> Result<Self> {
        if engine == Engine::Chromium && options.is_default() {
            return Self::in_a_fresh_context().await;
        }
        let worker = Worker::start(engine)?;
        let driver = worker.open_browser(options).await?;
        Ok(Self {
            driver,
            _context: None,
            _worker: Returned {
                worker: Some(worker),
                reusable: false,
            },
        })
    }

    async fn in_a_fresh_context() -> Result<Self> {
        loop {
            let idle = idle().pop();
            let (mut worker, used) = match idle {
                Some(worker) => (worker, true),
                None => (Worker::start(Engine::Chromium)?, false),
            };
            match worker.fresh_context().await {
                Ok((driver, context)) => {
                    return Ok(Self {
                        driver,
                        _context: Some(context),
                        _worker: Returned {
                            worker: Some(worker),
                            reusable: true,
                        },
                    });
                }
                // The browser of an earlier test ended; this test gets another.
                Err(error) if used => eprintln!("a browser is gone: {error:#}"),
                Err(error) => return Err(error),
            }
        }
    }
}

impl Worker {
    fn start(engine: Engine) -> Result<Self> {
        let port = free_port()?;
        let (program, options): (_, &[&str]) = match engine {
            Engine::Chromium => ("chromedriver", &[]),
            // Any port for what these tests don't use: there may be two of it.
            Engine::Firefox => ("geckodriver", &["--websocket-port=0"]),
            Engine::WebKit => ("webkit-driver", &[]),
        };
        // WebKitGTK draws on a screen only; the focus is on one window of a screen.
        let screen = (engine == Engine::WebKit).then(start_screen).transpose()?;
        let (screen, display) = screen.unzip();
        let driver = Service::start(setup().path(program), |command| {
            command.arg(format!("--port={port}")).args(options);
            command.envs(display.map(|display| ("DISPLAY", display)));
        });
        Ok(Self {
            engine,
            address: format!("http://127.0.0.1:{port}"),
            chromium: None,
            _driver: driver?.listening(port)?,
            _screen: screen,
        })
    }

    async fn open_browser(&self, options: &LaunchOptions) -> Result<WebDriver> {
        let profile = new_profile()?;
        let capabilities = self.engine.capabilities(&profile, options)?;
        let start = || WebDriver::new(self.address.clone(), capabilities.clone());
        match start().await {
            Ok(driver) => Ok(driver),
            // WebKitGTK's driver now and then leaves this request, and no other, unanswered.
            Err(error) if self.engine == Engine::WebKit => {
                eprintln!("a browser didn't start, so once more: {error}");
                start()
                    .await
                    .context("a browser could not be started, twice")
            }
            Err(error) => Err(error).context("a browser could not be started"),
        }
    }

    async fn fresh_context(&mut self) -> Result<(WebDriver, Context)> {
        let (driver, debugger) = match self.chromium.take() {
            Some(chromium) => chromium,
            None => {
                let driver = self.open_browser(&LaunchOptions::default()).await?;
                // It ends with the driver's process.
                driver.clone().leak()?;
                let capabilities = driver.handle().capabilities();
                let debugger = capabilities.get("goog:chromeOptions");
                let debugger = debugger.and_then(|options| options["debuggerAddress"].as_str());
                let debugger = debugger.context("Chromium names no address of its debugger")?;
                let debugger = debugger.replace("localhost", "127.0.0.1");
                (driver, debugger)
            }
        };
        let context = Context::open(&debugger).await?;
        driver
            .switch_to_window(context.window.clone().into())
            .await?;
        self.chromium = Some((driver.clone(), debugger));
        Ok((driver, context))
    }
}

/// A screen for one WebKitGTK, and its name.
fn start_screen() -> Result<(Service, String)> {
    let mut screen = Service::start(setup().path("xvfb"), |command| {
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24"]);
        command.args(["-nolisten", "tcp"]);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
    })?;
    let output = screen
        .child()
        .stdout
        .take()
        .context("the screen's number")?;
    let mut number = String::new();
    BufReader::new(output)
        .read_line(&mut number)
        .context("the screen's number")?;
    Ok((screen, format!(":{}", number.trim())))
}

/// The folder of this process's profiles, with the lock that says that they are in use.
static PROFILES: LazyLock<Result<(PathBuf, File)>> = LazyLock::new(|| {
    let all = root().join("target/browser-profiles");
    remove_unused(&all)?;
    let folder = all.join(std::process::id().to_string());
    fs::create_dir_all(&folder)?;
    let lock = File::create(folder.join("lock"))?;
    lock.lock()?;
    Ok((folder, lock))
});

/// Removes profiles of processes that ended.
fn remove_unused(all: &Path) -> Result<()> {
    fs::create_dir_all(all)?;
    for entry in fs::read_dir(all)? {
        let folder = entry?.path();
        if File::open(folder.join("lock")).is_ok_and(|lock| lock.try_lock().is_ok()) {
            fs::remove_dir_all(&folder)
                .with_context(|| format!("removing {}", folder.display()))?;
        }
    }
    Ok(())
}

/// An empty folder for a browser's profile.
fn new_profile() -> Result<PathBuf> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let (folder, _) = PROFILES
        .as_ref()
        .map_err(|error| anyhow::anyhow!("a folder for browser profiles: {error:#}"))?;
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let profile = folder.join(number.to_string());
    fs::create_dir(&profile)?;
    Ok(profile)
}
