//! `msgctl config`: what holds, and where it came from.

use super::ctx::Ctx;
use super::error::CliError;
use crate::ui::{Cell, Row, Tone};

/// Show and check the configuration
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    /// Print each value with where it came from
    #[command(after_help = "Examples:\n  msgctl config show\n  msgctl -C /etc/msgctl.toml config show --format json")]
    Show,
    /// Check the configuration file
    ///
    /// Ends with 78 and names the file, the line and the nearest known key if something is wrong.
    /// Secrets and servers are checked by `msgctl doctor`.
    #[command(after_help = "Examples:\n  msgctl config check\n  msgctl -C /etc/msgctl.toml config check")]
    Check,
}

#[derive(serde::Serialize)]
struct SettingRow {
    key: String,
    value: String,
    origin: String,
}

impl Row for SettingRow {
    const HEAD: &'static [&'static str] = &["KEY", "VALUE", "FROM"];

    fn cells(&self) -> Vec<Cell> {
        let tone = if self.origin == "default" { Tone::Dim } else { Tone::Plain };
        vec![Cell::text(&self.key), Cell::text(&self.value), Cell::text(&self.origin).tone(tone)]
    }
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        let loaded = cx.config().await?;
        match self {
            Self::Show => {
                let rows: Vec<SettingRow> = loaded
                    .origins
                    .iter()
                    .map(|(key, s)| SettingRow {
                        key: key.clone(),
                        value: redacted(&s.value),
                        origin: s.origin.to_string(),
                    })
                    .collect();
                Ok(cx.ui.rows(&rows)?)
            }
            Self::Check => {
                match &loaded.file {
                    Some(path) => cx.ui.say(format_args!("{} is in order.", path.display())),
                    None => cx.ui.say("There is no configuration file; the defaults hold."),
                }
                Ok(())
            }
        }
    }
}

/// A URL without its password.
fn redacted(value: &str) -> String {
    match url::Url::parse(value) {
        Ok(mut u) if u.password().is_some() => {
            let _ = u.set_password(Some("***"));
            u.to_string()
        }
        _ => value.to_owned(),
    }
}
