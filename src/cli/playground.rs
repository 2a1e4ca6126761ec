//! A simulator to play with: its settings, the files that keep them, the port it has.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use rand::RngExt as _;
use tokio::net::TcpListener;

use super::error::CliError;
use crate::config::starter::Choices;
use crate::config::value::Reference;
use crate::ops::setup::{self, SetupError};

/// Where `msgctl sim` listens when it is told nothing.
pub const USUAL: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8025);

/// Limits at which a thousand people take fifteen seconds, so that the pacing shows.
const ALIMTALK: &str = "300/5s";
const TEXT: &str = "500/5s";

/// The simulator of a folder.
#[derive(Debug)]
pub struct Playground {
    /// Where it listens.
    pub addr: SocketAddr,
    /// What `sim.toml` says.
    pub settings: String,
    api_key: String,
    api_secret: String,
}

impl Playground {
    /// A simulator with a key and a secret of its own.
    pub fn new(addr: SocketAddr, seed: u64) -> Self {
        let mut rng = rand::rng();
        let mut word = |n: usize| -> String {
            const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
            (0..n).map(|_| char::from(LETTERS[rng.random_range(0..LETTERS.len())])).collect()
        };
        let (api_key, api_secret) = (format!("NCS{}", word(13)), word(32));
        let settings = format!(
            r#"# The simulator of this folder: `msgctl sim --config sim.toml`.
seed = {seed}
api_key = "{api_key}"
api_secret = "{api_secret}"
balance = 1000000
# how long an answer takes, and a final report: fixed, then jitter
latency = "30ms+60ms"
report_delay = "500ms+1s"
senders = ["15880000"]

# shares of result codes; `msgctl codes explain 3104` tells what one means
[outcomes.alimtalk]
3104 = "10%"
3107 = "5%"
[outcomes.sms]
3043 = "1%"
[outcomes.lms]
3043 = "1%"

# these submissions are answered with 429 and Retry-After
[faults]
http_429 = {{ calls = [3, 9] }}
"#
        );
        Self { addr, settings, api_key, api_secret }
    }

    /// One that listens already: on the usual port, or on a free one where that is taken.
    pub async fn open(seed: u64) -> std::io::Result<(Self, TcpListener)> {
        let listener = match TcpListener::bind(USUAL).await {
            Ok(listener) => listener,
            Err(_) => TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?,
        };
        Ok((Self::new(listener.local_addr()?, seed), listener))
    }

    /// Writes what the simulator and the configuration need to know of each other.
    pub fn write(&self, folder: &Path) -> Result<(), SetupError> {
        for (name, text) in
            [("sim.toml", &self.settings), ("simulator.key", &self.api_key), ("simulator.secret", &self.api_secret)]
        {
            setup::file(&folder.join(name), text, true)?;
        }
        Ok(())
    }

    /// The command that starts it again.
    pub fn command(&self) -> String {
        command(self.addr.port())
    }
}

/// A configuration that points at the simulator of a folder.
pub fn choices<'a>(folder: &Path, base_url: &'a str, real: &Choices<'a>) -> Choices<'a> {
    Choices {
        database: real.database,
        key: real.key,
        base_url,
        api_key: Reference::File(folder.join("simulator.key")),
        api_secret: Reference::File(folder.join("simulator.secret")),
        alimtalk: ALIMTALK,
        text: TEXT,
    }
}

/// Starts the simulator of a folder on this port.
pub fn command(port: u16) -> String {
    if port == USUAL.port() {
        "msgctl sim --config sim.toml".to_owned()
    } else {
        format!("msgctl sim --config sim.toml --port {port}")
    }
}

impl From<SetupError> for CliError {
    fn from(e: SetupError) -> Self {
        use super::error::Kind;
        match e {
            SetupError::Store(e) => e.into(),
            SetupError::Keys(e) => e.into(),
            SetupError::Write { .. } => {
                Self::from_source(Kind::Config, &e).hint("The folder must be writable for this user.")
            }
            SetupError::KeyLost { .. } => {
                Self::from_source(Kind::Config, &e).hint("Bring it back from its copy: nothing else opens them.")
            }
        }
    }
}
