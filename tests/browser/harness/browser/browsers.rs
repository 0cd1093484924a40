//! Running browsers, each lent to one test at a time: a browser takes longer to start than most
//! tests take to run.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, Result};
use reqwest::Client;
use tempfile::TempDir;
use thirtyfour::WebDriver;

use crate::context::Context;
use crate::engine::{Engine, LaunchOptions};
use crate::service::{Service, free_port};
use crate::setup::{root, setup};

/// How long a driver may take for an answer, such as a loaded page.
const REQUEST_TIMEOUT: Duration = Duration::from_secs(120);

/// A driver with its browser. Chromium stays open between tests; the other browsers are started for
/// one test.
struct Worker {
    engine: Engine,
    /// The address of the driver.
    address: String,
    /// Chromium's driver, and the address of its debugger.
    chromium: Option<(WebDriver, String)>,
    // Fields are dropped in order: the driver before its screen and the profiles of its browsers.
    _driver: Service,
    _screen: Option<Service>,
    _profiles: Option<TempDir>,
}

/// Workers that no test uses at the moment.
static IDLE: Mutex<Vec<Worker>> = Mutex::new(Vec::new());

/// A browser with one empty page for a single test.
pub struct Lease {
    /// The browser's driver.
    pub driver: WebDriver,
    // Fields are dropped in order: the page closes before another test can take the browser.
    _context: Option<Context>,
    _worker: WorkerGuard,
}

/// Leaves it to the driver's process to end the browser: quitting through the driver would wait for
/// connections of the test's runtime, which would wait for the driver. A test may have quit the
/// browser already.
impl Drop for Lease {
    fn drop(&mut self) {
        if self._context.is_none() {
            let _ = self.driver.clone().leak();
        }
    }
}

/// Returns a reusable worker to the idle workers when dropped.
struct WorkerGuard {
    worker: Option<Worker>,
    reusable: bool,
}

impl Drop for WorkerGuard {
    fn drop(&mut self) {
        if let Some(worker) = self.worker.take().filter(|_| self.reusable) {
            idle().push(worker);
        }
    }
}

fn idle() -> std::sync::MutexGuard<'static, Vec<Worker>> {
    // A panic of another test leaves the list intact.
    IDLE.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Lease {
    /// Takes an idle browser, or else starts one.
    ///
    /// # Errors
    /// When the browser can't be started.
    pub async fn take(engine: Engine, options: &LaunchOptions) -> Result<Self> {
        if engine == Engine::Chromium && options.is_default() {
            return Self::in_new_context().await;
        }
        let worker = Worker::start(engine)?;
        let driver = worker.open_browser(options).await?;
        Ok(Self {
            driver,
            _context: None,
            _worker: WorkerGuard {
                worker: Some(worker),
                reusable: false,
            },
        })
    }

    async fn in_new_context() -> Result<Self> {
        loop {
            let idle = idle().pop();
            let (mut worker, is_reused) = match idle {
                Some(worker) => (worker, true),
                None => (Worker::start(Engine::Chromium)?, false),
            };
            match worker.new_context().await {
                Ok((driver, context)) => {
                    return Ok(Self {
                        driver,
                        _context: Some(context),
                        _worker: WorkerGuard {
                            worker: Some(worker),
                            reusable: true,
                        },
                    });
                }
                // An idle browser may have ended; this test gets another.
                Err(error) if is_reused => eprintln!("an idle browser has ended: {error:#}"),
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
            // A free port for WebSocket, which no test uses: two geckodrivers may run at once.
            Engine::Firefox => ("geckodriver", &["--websocket-port=0"]),
            Engine::WebKit => ("webkit-driver", &[]),
        };
        // WebKitGTK needs a screen; each has its own, because only one window of a screen has
        // focus.
        let screen = (engine == Engine::WebKit).then(start_screen).transpose()?;
        let (screen, display) = screen.unzip();
        // Firefox leaves 40 MB in the folder of its profiles.
        let profiles = (engine == Engine::Firefox)
            .then(|| anyhow::Ok(tempfile::tempdir_in(new_profile()?)?))
            .transpose()?;
        let driver = Service::start(setup().path(program), |command| {
            command.arg(format!("--port={port}")).args(options);
            if let Some(profiles) = &profiles {
                command.arg("--profile-root").arg(profiles.path());
            }
            command.envs(display.map(|display| ("DISPLAY", display)));
        });
        Ok(Self {
            engine,
            address: format!("http://127.0.0.1:{port}"),
            chromium: None,
            _driver: driver?.listening(port)?,
            _screen: screen,
            _profiles: profiles,
        })
    }

    async fn open_browser(&self, options: &LaunchOptions) -> Result<WebDriver> {
        let profile = new_profile()?;
        let capabilities = self.engine.capabilities(&profile, options)?;
        let client = client()?;
        let start = || {
            WebDriver::builder(self.address.clone(), capabilities.clone()).client(client.clone())
        };
        match start().await {
            Ok(driver) => Ok(driver),
            // WebKitGTK's driver sometimes doesn't answer this request; it answers all others.
            Err(error) if self.engine == Engine::WebKit => {
                eprintln!("a browser didn't start, trying again: {error}");
                start()
                    .await
                    .context("starting a browser for the second time")
            }
            Err(error) => Err(error).context("starting a browser"),
        }
    }

    async fn new_context(&mut self) -> Result<(WebDriver, Context)> {
        let (driver, debugger) = match self.chromium.take() {
            Some(chromium) => chromium,
            None => {
                let driver = self.open_browser(&LaunchOptions::default()).await?;
                // The browser ends with the driver's process.
                driver.clone().leak()?;
                let debugger = debugger(&driver)?;
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

/// The address of Chromium's debugger, as in `127.0.0.1:9222`.
pub fn debugger(driver: &WebDriver) -> Result<String> {
    let capabilities = driver.handle().capabilities();
    let options = capabilities.get("goog:chromeOptions");
    let address = options.and_then(|options| options["debuggerAddress"].as_str());
    let address = address.context("Chromium reports no debuggerAddress")?;
    Ok(address.replace("localhost", "127.0.0.1"))
}

/// A client that connects anew for each request. A connection belongs to the runtime of the test that made it, and a
/// browser outlives its tests: a request over a connection of the test before would fail when that runtime ends.
fn client() -> Result<Client> {
    let client = Client::builder().pool_max_idle_per_host(0);
    Ok(client.timeout(REQUEST_TIMEOUT).build()?)
}

/// Starts a screen for one WebKitGTK; also returns its display name.
fn start_screen() -> Result<(Service, String)> {
    let mut screen = Service::start(setup().path("xvfb"), |command| {
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24"]);
        command.args(["-nolisten", "tcp"]);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
    })?;
    let output = screen.child().stdout.take().context("the output of Xvfb")?;
    let mut number = String::new();
    BufReader::new(output)
        .read_line(&mut number)
        .context("reading the screen's number")?;
    Ok((screen, format!(":{}", number.trim())))
}

/// The folder of this process's browser profiles, with the lock that marks them as in use.
static PROFILES: LazyLock<Result<(PathBuf, File)>> = LazyLock::new(|| {
    let parent = root().join("target/browser-profiles");
    remove_unused(&parent)?;
    let folder = parent.join(std::process::id().to_string());
    fs::create_dir_all(&folder)?;
    let lock = File::create(folder.join("lock"))?;
    lock.lock()?;
    Ok((folder, lock))
});

/// Removes the profiles of processes that have ended.
fn remove_unused(parent: &Path) -> Result<()> {
    fs::create_dir_all(parent)?;
    for entry in fs::read_dir(parent)? {
        let folder = entry?.path();
        if File::open(folder.join("lock")).is_ok_and(|lock| lock.try_lock().is_ok()) {
            fs::remove_dir_all(&folder)
                .with_context(|| format!("removing {}", folder.display()))?;
        }
    }
    Ok(())
}

/// Creates an empty folder for a browser's profile.
fn new_profile() -> Result<PathBuf> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let (folder, _) = PROFILES
        .as_ref()
        .map_err(|error| anyhow::anyhow!("creating a folder for browser profiles: {error:#}"))?;
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let profile = folder.join(number.to_string());
    fs::create_dir(&profile)?;
    Ok(profile)
}
