//! Structured logs: ids and counts as fields, never personal data.

use std::fs::OpenOptions;

use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::MakeWriter as _;

use super::error::{CliError, Kind};
use super::host::Host;
use super::options::{GlobalArgs, LogFormat};
use crate::ui::Ui;

/// Starts logging for the rest of the process. A second call (tests) changes nothing.
pub fn start(global: &GlobalArgs, host: &Host, ui: &Ui) -> Result<(), CliError> {
    let level = match global.verbose {
        0 if global.log_file.is_some() => LevelFilter::INFO,
        0 => LevelFilter::WARN,
        1 => LevelFilter::INFO,
        2 => LevelFilter::DEBUG,
        _ => LevelFilter::TRACE,
    };
    let filter = tracing_subscriber::EnvFilter::builder()
        .with_default_directive(level.into())
        // the libraries below speak only when asked for everything
        .parse_lossy(if global.verbose < 3 { format!("warn,msgctl={level}") } else { "trace".to_owned() });
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_target(global.verbose > 1);
    let done = match (&global.log_file, global.log_format) {
        (Some(path), format) => {
            let file =
                OpenOptions::new().create(true).append(true).open(host.cwd.join(path)).map_err(|e| CliError {
                    causes: vec![e.to_string()],
                    ..CliError::new(Kind::Config, format_args!("cannot write the log file {}", path.display()))
                })?;
            let writer = std::sync::Mutex::new(file);
            let _ = writer.make_writer();
            match format {
                LogFormat::Text => builder.with_ansi(false).with_writer(writer).try_init(),
                LogFormat::Json => builder.json().flatten_event(true).with_writer(writer).try_init(),
            }
        }
        (None, format) => {
            let log = ui.log();
            let builder = builder.with_writer(move || log.clone());
            match format {
                LogFormat::Text => builder.with_ansi(global.look.color_err).try_init(),
                LogFormat::Json => builder.json().flatten_event(true).try_init(),
            }
        }
    };
    // already started, by an earlier run in this process: fine
    drop(done);
    Ok(())
}
