//! Ctrl-C and SIGTERM: the first stops cleanly, the second at once.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use super::error::{CliError, Kind};

/// How urgently to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stop {
    /// Go on.
    No,
    /// Finish and record what is in flight, begin nothing.
    Soon(Why),
    /// Now.
    Now(Why),
}

/// Which signal it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// SIGINT.
    Interrupt,
    /// SIGTERM.
    Terminate,
}

impl Why {
    /// The error with which the process ends.
    pub fn error(self, message: impl std::fmt::Display) -> CliError {
        CliError::new(if self == Self::Interrupt { Kind::Interrupted } else { Kind::Terminated }, message)
    }
}

/// Watches for signals from now on.
pub fn watch() -> std::io::Result<watch::Receiver<Stop>> {
    let (mut int, mut term) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    let (tx, rx) = watch::channel(Stop::No);
    tokio::spawn(async move {
        loop {
            let why = tokio::select! {
                _ = int.recv() => Why::Interrupt,
                _ = term.recv() => Why::Terminate,
                () = tx.closed() => return,
            };
            tx.send_modify(|s| *s = if *s == Stop::No { Stop::Soon(why) } else { Stop::Now(why) });
        }
    });
    Ok(rx)
}

/// Long work that a first signal asks to stop and a second one drops.
#[derive(Debug)]
pub struct Stopping {
    signals: watch::Receiver<Stop>,
    asked: Arc<AtomicBool>,
}

impl Stopping {
    /// Watches from now on.
    pub fn watch() -> std::io::Result<Self> {
        let signals = watch()?;
        let asked = Arc::new(AtomicBool::new(false));
        let (ask, mut first) = (Arc::clone(&asked), signals.clone());
        tokio::spawn(async move {
            if first.wait_for(|s| *s != Stop::No).await.is_ok() {
                ask.store(true, Ordering::Relaxed);
            }
        });
        Ok(Self { signals, asked })
    }

    /// Set by the first signal.
    pub fn asked(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.asked)
    }

    /// Does the work, unless a second signal comes.
    ///
    /// # Errors
    /// Interrupted or terminated; `hint` says how to go on.
    pub async fn unless_now<T>(&self, work: impl Future<Output = T>, hint: &str) -> Result<T, CliError> {
        let mut signals = self.signals.clone();
        tokio::select! {
            done = work => Ok(done),
            Ok(now) = signals.wait_for(|s| matches!(s, Stop::Now(_))) => {
                let why = if let Stop::Now(why) = *now { why } else { Why::Interrupt };
                Err(why.error("stopped at once").hint(hint))
            }
        }
    }

    /// The error of work that stopped when it was asked to.
    pub fn error(&self, message: impl std::fmt::Display) -> CliError {
        let why = match *self.signals.borrow() {
            Stop::Soon(why) | Stop::Now(why) => why,
            Stop::No => Why::Interrupt,
        };
        why.error(message)
    }
}

/// Resolves at the first signal.
pub fn first() -> impl Future<Output = ()> + Send {
    let watched = watch();
    async move {
        if let Ok(mut rx) = watched {
            let _ = rx.wait_for(|s| *s != Stop::No).await;
        }
    }
}
