//! The options that every command takes.

use std::path::PathBuf;

use super::error::{CliError, Kind};
use super::host::Host;
use crate::config::Origin;
use crate::domain::time::Micros;
use crate::ui::{Color, Format, Look, progress};

/// Options before or after any verb. Each has an environment twin; flag > environment > file > default.
#[derive(clap::Args, Debug, Clone)]
#[command(next_help_heading = "Global options")]
pub struct GlobalOptions {
    /// Read this configuration file [env: MSGCTL_CONFIG]
    #[arg(short = 'C', long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Use this database: `sqlite:FILE` or `postgres://…` [env: MSGCTL_DATABASE_URL]
    #[arg(long, global = true, value_name = "URL")]
    pub database: Option<String>,
    /// Shape of results on stdout [env: MSGCTL_FORMAT] [default: table]
    #[arg(long, global = true, value_enum)]
    pub format: Option<Format>,
    /// When to use colour [env: MSGCTL_COLOR, NO_COLOR] [default: auto]
    #[arg(long, global = true, value_enum, value_name = "WHEN")]
    pub color: Option<Color>,
    /// Say nothing but results, warnings and errors [env: MSGCTL_QUIET]
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Say more: -v for what happens, -vv for details (can be repeated) [env: MSGCTL_VERBOSE]
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub verbose: u8,
    /// Draw no progress [env: MSGCTL_NO_PROGRESS]
    #[arg(long, global = true)]
    pub no_progress: bool,
    /// Shape of log lines [env: MSGCTL_LOG_FORMAT] [default: text]
    #[arg(long, global = true, value_enum, value_name = "FORMAT")]
    pub log_format: Option<LogFormat>,
    /// Write logs to this file instead of stderr [env: MSGCTL_LOG_FILE]
    #[arg(long, global = true, value_name = "FILE")]
    pub log_file: Option<PathBuf>,
    /// Take it to be another time, like 2026-12-01T09:00:00+09:00 [env: MSGCTL_NOW]
    #[arg(long, global = true, value_name = "RFC3339")]
    pub now: Option<String>,
}

/// Shape of log lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// The global options after the environment has been asked.
#[derive(Debug, Clone)]
pub struct GlobalArgs {
    /// The configuration file.
    pub config: Option<PathBuf>,
    /// The database and where its URL was given.
    pub database: Option<(String, Origin)>,
    /// What output looks like.
    pub look: Look,
    /// How much to log: 0 warnings, 1 info, 2 debug, 3 everything.
    pub verbose: u8,
    /// Shape of log lines.
    pub log_format: LogFormat,
    /// Where logs go.
    pub log_file: Option<PathBuf>,
    /// The rehearsed time.
    pub now: Option<Micros>,
}

impl GlobalOptions {
    /// Adds what the environment says, and decides what output looks like.
    ///
    /// # Errors
    /// A value in the environment that its flag would refuse.
    pub fn resolve(self, host: &Host) -> Result<GlobalArgs, CliError> {
        let format = or_env(self.format, host, "MSGCTL_FORMAT")?.unwrap_or_default();
        let color = or_env(self.color, host, "MSGCTL_COLOR")?.unwrap_or_default();
        let quiet = self.quiet || truthy(host, "MSGCTL_QUIET");
        let verbose = match self.verbose {
            0 => host.var("MSGCTL_VERBOSE").map_or(0, |v| v.parse().unwrap_or(1)),
            n => n,
        };
        let log_file = self.log_file.or_else(|| host.var("MSGCTL_LOG_FILE").map(PathBuf::from));
        let colored = |tty: bool| match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => tty && host.var("NO_COLOR").is_none() && host.var("TERM") != Some("dumb"),
        };
        let surroundings = progress::Surroundings {
            quiet,
            no_progress: self.no_progress || truthy(host, "MSGCTL_NO_PROGRESS"),
            stderr_tty: host.stderr_tty,
            ci: host.var("CI").is_some() || host.var("TERM") == Some("dumb"),
            logs_on_stderr: verbose > 0 && log_file.is_none(),
            format,
        };
        let look = Look {
            format,
            color_out: colored(host.stdout_tty),
            color_err: colored(host.stderr_tty),
            quiet,
            progress: progress::mode(&surroundings),
            width: host.width,
        };
        let now = match self.now.or_else(|| host.var("MSGCTL_NOW").map(ToOwned::to_owned)) {
            None => None,
            Some(text) => Some(text.parse::<jiff::Timestamp>().map(Micros::from).map_err(|_| {
                CliError::new(
                    Kind::Usage,
                    format_args!("`--now` wants a time like 2026-12-01T09:00:00+09:00, not `{text}`"),
                )
            })?),
        };
        let from_flag = self.database.is_some();
        let database = self
            .database
            .or_else(|| host.var("MSGCTL_DATABASE_URL").map(ToOwned::to_owned))
            .map(|url| (url, super::ctx::origin("--database", "MSGCTL_DATABASE_URL", from_flag)));
        Ok(GlobalArgs {
            config: self.config.or_else(|| host.var("MSGCTL_CONFIG").map(PathBuf::from)),
            database,
            look,
            verbose,
            log_format: or_env(self.log_format, host, "MSGCTL_LOG_FORMAT")?.unwrap_or_default(),
            log_file,
            now,
        })
    }
}

fn truthy(host: &Host, name: &str) -> bool {
    host.var(name).is_some_and(|v| !matches!(v, "0" | "false" | "no"))
}

fn or_env<T: clap::ValueEnum>(flag: Option<T>, host: &Host, name: &str) -> Result<Option<T>, CliError> {
    match (flag, host.var(name)) {
        (Some(v), _) => Ok(Some(v)),
        (None, Some(text)) => T::from_str(text, true).map(Some).map_err(|_| {
            let known = T::value_variants().iter().filter_map(clap::ValueEnum::to_possible_value);
            let known = known.map(|v| v.get_name().to_owned()).collect::<Vec<_>>().join(", ");
            CliError::new(Kind::Usage, format_args!("`{name}` is `{text}`, and must be one of {known}"))
        }),
        (None, None) => Ok(None),
    }
}
