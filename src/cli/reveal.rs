//! What every verb takes that may show whole values, and who it is that looks.

use super::ctx::Ctx;
use crate::ops::audit::By;

/// Masked, or whole and remembered.
#[derive(clap::Args, Debug)]
pub struct Reveal {
    /// Show whole values instead of masked ones; leaves an entry in the audit trail
    #[arg(long)]
    pub reveal: bool,
    /// Why, for the audit trail
    #[arg(long, value_name = "TEXT", requires = "reveal")]
    pub reason: Option<String>,
}

impl Reveal {
    /// Who looks, if whole values are wanted.
    pub fn by(self, cx: &Ctx) -> Option<By> {
        self.reveal.then(|| by(cx, self.reason))
    }
}

/// Who acts, now, as the operating system names them.
pub fn by(cx: &Ctx, reason: Option<String>) -> By {
    let var = |name| cx.host.var(name).map(ToOwned::to_owned);
    let user = || var("USER").or_else(|| var("LOGNAME"));
    let actor = var("SUDO_USER").or_else(user).unwrap_or_else(uid);
    By { actor, reason, at: cx.clock.now() }
}

/// The number of the user, where nothing names them (containers, some schedulers).
fn uid() -> String {
    #[cfg(unix)]
    if let Ok(me) = std::fs::metadata("/proc/self") {
        return format!("uid {}", std::os::unix::fs::MetadataExt::uid(&me));
    }
    "unknown".to_owned()
}
