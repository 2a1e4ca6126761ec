//! `msgctl crypto`: the keys of personal data.

mod rotate;
mod status;

use super::ctx::Ctx;
use super::error::CliError;
use crate::ops::rotate::KeyUse;
use crate::ui::{Cell, Row, Tone};

/// Look at the keys of personal data, and change them
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    Status(status::StatusArgs),
    Rotate(rotate::RotateArgs),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::Status(args) => status::run(cx, &args).await,
            Self::Rotate(args) => rotate::run(cx, args).await,
        }
    }
}

impl Row for KeyUse {
    const HEAD: &'static [&'static str] =
        &["KEY", "USE", "RECIPIENTS", "SUPPRESSIONS", "ALLOWED", "MESSAGES", "CUSTOMERS", "NUMBERS"];

    fn cells(&self) -> Vec<Cell> {
        let role = match (self.present, self.active) {
            (false, _) => Cell::text("missing").tone(Tone::Bad),
            (_, true) if self.key == 0 => Cell::text("plaintext").tone(Tone::Warn),
            (_, true) => Cell::text("active").tone(Tone::Good),
            (_, false) if self.records() == 0 => Cell::text("unused").tone(Tone::Dim),
            (_, false) => Cell::text("opens only"),
        };
        vec![
            Cell::count(self.key),
            role,
            Cell::count(self.recipients),
            Cell::count(self.suppressions),
            Cell::count(self.allowed),
            Cell::count(self.messages),
            Cell::count(self.customers),
            Cell::count(self.numbers),
        ]
    }
}
