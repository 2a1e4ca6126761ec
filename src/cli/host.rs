//! The surroundings of the process, captured once: environment, terminals, clock, seed.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::domain::clock::Clock;
use crate::domain::time::Micros;

/// What a command may know of the world around it. Tests build their own.
#[derive(Debug, Clone)]
pub struct Host {
    /// Environment variables that are text.
    pub env: BTreeMap<String, String>,
    /// stdin is a terminal: questions may be asked.
    pub stdin_tty: bool,
    /// stdout is a terminal.
    pub stdout_tty: bool,
    /// stderr is a terminal.
    pub stderr_tty: bool,
    /// Columns of the terminal.
    pub width: Option<u16>,
    /// The working directory.
    pub cwd: PathBuf,
    /// The time.
    pub clock: Clock,
    /// Seed of what is random but should be repeatable (the simulator).
    pub seed: u64,
}

impl Host {
    /// The real ones.
    pub fn from_process() -> Self {
        use std::io::IsTerminal as _;
        let (stdout_tty, stderr_tty) = crate::ui::terminals();
        Self {
            env: std::env::vars_os()
                .filter_map(|(k, v)| Some((k.into_string().ok()?, v.into_string().ok()?)))
                .collect(),
            stdin_tty: std::io::stdin().is_terminal(),
            stdout_tty,
            stderr_tty,
            width: crate::ui::terminal_width(),
            cwd: std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
            clock: Clock::new(wall).with_boot(&boot(), since_boot),
            seed: rand::random(),
        }
    }

    /// An environment variable, if it is set to something.
    pub fn var(&self, name: &str) -> Option<&str> {
        self.env.get(name).map(String::as_str).filter(|v| !v.is_empty())
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that asks the operating system for the time")]
fn wall() -> Micros {
    Micros::from(jiff::Timestamp::now())
}

/// The time since boot, sleep included: nobody can set it, and every process of the machine sees the same.
fn since_boot() -> Micros {
    let t = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    Micros(t.tv_sec.saturating_mul(1_000_000).saturating_add(t.tv_nsec / 1_000))
}

/// The name of this boot; a process of its own where the system has none.
fn boot() -> String {
    std::fs::read_to_string("/proc/sys/kernel/random/boot_id")
        .map_or_else(|_| format!("{:032x}", rand::random::<u128>()), |id| id.trim().to_owned())
}
