//! `msgctl sim`: the provider simulator in a process of its own.

use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::Args as ClapArgs;
use tokio::net::TcpListener;

use crate::sim::settings::{Code, Secret, Share, Trigger, Wait, Won};
use crate::sim::{Settings, Summary, serve};

use super::ctx::Ctx;
use super::error::{CliError, Kind};
use super::signal;

/// Run a provider simulator that speaks SOLAPI's API
///
/// Checks signatures, numbers, texts and balances as the real service does, decides every
/// outcome from a seed, fails on demand, and keeps a log of what arrived:
/// `GET /__sim/summary`, `GET /__sim/messages`, `GET /__sim/count`, `POST /__sim/reset`.
/// It is a payment gateway, too (`POST /payments`): its secret is the API secret, `GET /__sim/payments` its log.
/// Flags change what the file of `--config` says. Runs until it is interrupted.
#[derive(Debug, ClapArgs)]
#[command(after_long_help = "Examples:
  msgctl sim --listen 127.0.0.1:8025 --fail alimtalk:3104=15% --report-delay 2s+3s
  msgctl sim --http-429 1% --hang '#3,#7' --lost 0.5% --seed 7
  msgctl sim --port 0 --port-file sim.port --config sim.toml")]
pub struct Args {
    /// Address to listen on
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8025")]
    listen: SocketAddr,
    /// Port to listen on, in place of the address's; 0 takes a free one
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Write the port to this file once the simulator listens
    #[arg(long, value_name = "FILE")]
    port_file: Option<PathBuf>,
    /// Read settings from a TOML file
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Seed of every outcome, delay and fault
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// API key that callers must use
    #[arg(long, value_name = "KEY")]
    api_key: Option<String>,
    /// Environment variable with the secret that callers must sign with
    #[arg(long, value_name = "NAME")]
    api_secret_env: Option<String>,
    /// Share of a result code, by message type; may be repeated
    #[arg(long, value_name = "TYPE:CODE=SHARE")]
    fail: Vec<Fail>,
    /// Time an answer takes: fixed, or fixed+jitter
    #[arg(long, value_name = "WAIT")]
    latency: Option<Wait>,
    /// Time an answer takes to whoever only asks (reports, look-ups, balance), if not the same
    #[arg(long, value_name = "WAIT")]
    read_latency: Option<Wait>,
    /// Time from acceptance to the final report
    #[arg(long, value_name = "WAIT")]
    report_delay: Option<Wait>,
    /// Answer 429 to a share of submissions, or to exactly these (#3,#7)
    #[arg(long, value_name = "WHICH")]
    http_429: Option<Trigger>,
    /// Answer 503 to these submissions
    #[arg(long, value_name = "WHICH")]
    http_503: Option<Trigger>,
    /// Take these submissions and never answer
    #[arg(long, value_name = "WHICH")]
    hang: Option<Trigger>,
    /// Take these submissions, then reset the connection
    #[arg(long, value_name = "WHICH")]
    reset: Option<Trigger>,
    /// Reset the connection of these submissions without taking them
    #[arg(long, value_name = "WHICH")]
    reset_before: Option<Trigger>,
    /// Report on these submissions before they are answered
    #[arg(long, value_name = "WHICH")]
    early: Option<Trigger>,
    /// Share of reports that never show in polls
    #[arg(long, value_name = "SHARE")]
    lost: Option<Share>,
    /// Share of reports that come twice
    #[arg(long, value_name = "SHARE")]
    repeat: Option<Share>,
    /// Cash to begin with, in won; without it nothing is charged
    #[arg(long, value_name = "WON")]
    balance: Option<Won>,
    /// Registered sender number; may be repeated; without it any is registered
    #[arg(long, value_name = "NUMBER")]
    sender: Vec<String>,
    /// Decline these payments
    #[arg(long, value_name = "WHICH")]
    pay_decline: Option<Trigger>,
    /// Answer 500 to these payments, nothing booked
    #[arg(long, value_name = "WHICH")]
    pay_error: Option<Trigger>,
    /// Book these payments, then answer 500
    #[arg(long, value_name = "WHICH")]
    pay_error_after: Option<Trigger>,
    /// Never answer these payments, nothing booked
    #[arg(long, value_name = "WHICH")]
    pay_hang: Option<Trigger>,
    /// Book these payments and never answer
    #[arg(long, value_name = "WHICH")]
    pay_hang_after: Option<Trigger>,
    /// Answer these payments twice: pending first, the outcome when asked again
    #[arg(long, value_name = "WHICH")]
    pay_twice: Option<Trigger>,
    /// Do not keep texts, to save memory
    #[arg(long)]
    forget_text: bool,
}

/// `alimtalk:3104=15%`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Fail {
    kind: crate::sim::Kind,
    code: Code,
    share: Share,
}

impl FromStr for Fail {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (kind, rest) = text.split_once(':').ok_or("expected TYPE:CODE=SHARE, like alimtalk:3104=15%")?;
        let (code, share) = rest.split_once('=').ok_or("expected TYPE:CODE=SHARE, like alimtalk:3104=15%")?;
        let say = |e: crate::sim::settings::SettingError| e.to_string();
        Ok(Self {
            kind: kind.parse().map_err(|e: crate::sim::kind::ParseKindError| e.to_string())?,
            code: code.parse().map_err(say)?,
            share: share.parse().map_err(say)?,
        })
    }
}

/// Why the simulator does not run.
#[derive(Debug, thiserror::Error)]
pub enum SimError {
    /// The settings file.
    #[error("cannot read {}", path.display())]
    Read {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// What it says.
    #[error("{} is not a simulator's settings", path.display())]
    Settings {
        /// Which.
        path: PathBuf,
        /// Where and why.
        source: Box<toml::de::Error>,
    },
    /// The shares of `--fail`.
    #[error("--fail: {0}")]
    Fail(#[from] crate::sim::settings::SettingError),
    /// The secret is not in the environment.
    #[error("environment variable {0} with the API secret is not set")]
    Secret(String),
    /// The port is taken, or forbidden.
    #[error("cannot listen on {addr}")]
    Listen {
        /// Where.
        addr: SocketAddr,
        /// Why.
        source: io::Error,
    },
    /// The port file.
    #[error("cannot write {}", path.display())]
    PortFile {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The server.
    #[error("the simulator stopped")]
    Serve(#[source] io::Error),
}

/// The verb: runs until Ctrl-C or SIGTERM, then prints what arrived.
pub(super) async fn command(cx: &Ctx, args: Args) -> Result<(), CliError> {
    let stop = signal::first();
    let env = |name: &str| cx.host.var(name).map(ToOwned::to_owned);
    let summary = run(args, env, stop, |addr| {
        cx.ui.say(format_args!("The simulator listens on http://{addr} and runs until Ctrl-C."));
    })
    .await?;
    Ok(cx.ui.text(&format!("{}\n", serde_json::to_string(&summary).unwrap_or_default()))?)
}

impl From<SimError> for CliError {
    fn from(e: SimError) -> Self {
        let kind = match &e {
            SimError::Serve(_) => Kind::Failed,
            SimError::Fail(_) => Kind::Usage,
            _ => Kind::Config,
        };
        Self::from_source(kind, &e)
    }
}

/// Runs it until `shutdown`; what arrived is the answer.
///
/// `ready` is called with the address once it listens.
pub async fn run(
    args: Args,
    env: impl Fn(&str) -> Option<String>,
    shutdown: impl Future<Output = ()> + Send,
    ready: impl FnOnce(SocketAddr),
) -> Result<Summary, SimError> {
    let mut addr = args.listen;
    if let Some(port) = args.port {
        addr.set_port(port);
    }
    let port_file = args.port_file.clone();
    let settings = settings(args, env)?;
    let listener = TcpListener::bind(addr).await.map_err(|source| SimError::Listen { addr, source })?;
    let addr = listener.local_addr().map_err(|source| SimError::Listen { addr, source })?;
    if let Some(path) = port_file {
        write_port(&path, addr.port()).map_err(|source| SimError::PortFile { path, source })?;
    }
    ready(addr);
    serve(listener, settings, shutdown).await.map_err(SimError::Serve)
}

/// Whole or not at all: whoever waits for the file never reads half a number.
fn write_port(path: &Path, port: u16) -> io::Result<()> {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let mut file = std::fs::File::create(&part)?;
    writeln!(file, "{port}")?;
    drop(file);
    std::fs::rename(part, path)
}

/// The file's settings, with what the flags say instead.
fn settings(args: Args, env: impl Fn(&str) -> Option<String>) -> Result<Settings, SimError> {
    let mut s = match args.config {
        None => Settings::default(),
        Some(path) => {
            let text =
                std::fs::read_to_string(&path).map_err(|source| SimError::Read { path: path.clone(), source })?;
            Settings::from_toml(&text).map_err(|e| SimError::Settings { path, source: Box::new(e) })?
        }
    };
    let put = |target: &mut Trigger, value: Option<Trigger>| {
        if let Some(value) = value {
            *target = value;
        }
    };
    put(&mut s.faults.http_429, args.http_429);
    put(&mut s.faults.http_503, args.http_503);
    put(&mut s.faults.hang, args.hang);
    put(&mut s.faults.reset_after, args.reset);
    put(&mut s.faults.reset_before, args.reset_before);
    put(&mut s.faults.early, args.early);
    put(&mut s.payments.decline, args.pay_decline);
    put(&mut s.payments.error_before, args.pay_error);
    put(&mut s.payments.error_after, args.pay_error_after);
    put(&mut s.payments.hang_before, args.pay_hang);
    put(&mut s.payments.hang_after, args.pay_hang_after);
    put(&mut s.payments.twice, args.pay_twice);
    s.seed = args.seed.unwrap_or(s.seed);
    s.api_key = args.api_key.unwrap_or(s.api_key);
    if let Some(name) = args.api_secret_env {
        s.api_secret = Secret(env(&name).ok_or(SimError::Secret(name))?);
    }
    for Fail { kind, code, share } in args.fail {
        s.outcomes.entry(kind).or_default().set(code, share)?;
    }
    s.latency = args.latency.unwrap_or(s.latency);
    s.read_latency = args.read_latency.or(s.read_latency);
    s.report_delay = args.report_delay.unwrap_or(s.report_delay);
    s.reports.lost = args.lost.unwrap_or(s.reports.lost);
    s.reports.repeated = args.repeat.unwrap_or(s.reports.repeated);
    s.balance = args.balance.or(s.balance);
    s.senders.extend(args.sender);
    s.keep_text &= !args.forget_text;
    Ok(s)
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Cli {
        #[command(flatten)]
        args: Args,
    }

    fn parse(line: &str) -> Result<Settings, String> {
        let words = std::iter::once("sim").chain(line.split_whitespace());
        let cli = Cli::try_parse_from(words).map_err(|e| e.to_string())?;
        settings(cli.args, |name| (name == "SECRET").then(|| "s3cret".to_owned())).map_err(|e| e.to_string())
    }

    #[test]
    fn flags_change_what_the_file_says() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(&file, "seed = 1\nlatency = \"5ms\"\nsenders = [\"021\"]").expect("written");
        let line = format!(
            "--config {} --seed 9 --fail alimtalk:3104=15% --fail sms:3050=1% --http-429 #2 --lost 1% --sender 022 \
             --api-secret-env SECRET --balance 13.05 --report-delay 1s+2s --read-latency 3ms",
            file.path().display()
        );
        let s = parse(&line).expect("settings");
        assert_eq!((s.seed, s.latency.fixed.as_millis(), s.report_delay.jitter.as_secs()), (9, 5, 2));
        assert_eq!(s.read_latency.map(|w| w.fixed.as_millis()), Some(3));
        assert_eq!(s.senders, ["021", "022"]);
        assert_eq!(s.outcomes[&crate::sim::Kind::ATA].pick(0), 3104);
        assert_eq!(s.faults.http_429, Trigger::calls([2]));
        assert_eq!(s.api_secret, Secret("s3cret".into()));
        assert_eq!(s.balance.map(|b| b.0.0), Some(1_305));
    }

    #[test]
    fn mistakes_are_named() {
        for (line, says) in [
            ("--fail alimtalk", "TYPE:CODE=SHARE"),
            ("--fail pigeon:3104=1%", "is not a message type"),
            ("--fail sms:31=1%", "is not a result code"),
            ("--fail sms:3104=60% --fail sms:3105=50%", "more than 100%"),
            ("--latency fast", "is not a duration"),
            ("--hang 3", "is not a share"),
            ("--api-secret-env NOTHING", "NOTHING"),
            ("--config /nowhere/sim.toml", "cannot read /nowhere/sim.toml"),
        ] {
            let said = parse(line).expect_err(line);
            assert!(said.contains(says), "{line}: {said}");
        }
    }
}
