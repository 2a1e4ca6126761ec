//! Ctrl-C and SIGTERM: the first stops cleanly, the second at once.

use std::future::Future;

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

/// Resolves at the first signal.
pub fn first() -> impl Future<Output = ()> + Send {
    let watched = watch();
    async move {
        if let Ok(mut rx) = watched {
            let _ = rx.wait_for(|s| *s != Stop::No).await;
        }
    }
}
