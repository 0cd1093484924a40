//! Ports of this machine that servers listen on.

use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::command::Running;

/// A port that nobody listens on.
///
/// # Errors
/// When there is none.
pub fn free_port() -> Result<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").context("looking for a free port")?;
    Ok(listener.local_addr()?.port())
}

/// Waits until a program listens on a port.
///
/// # Errors
/// When it stops, or doesn't within ten seconds.
pub fn listening(program: &mut Running, port: u16) -> Result<()> {
    let deadline = Instant::now() + Duration::from_secs(10);
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if program.0.try_wait()?.is_some() {
            bail!("it stopped before it listened on port {port}");
        }
        if Instant::now() > deadline {
            bail!("it doesn't listen on port {port}");
        }
        std::thread::yield_now();
    }
    Ok(())
}
