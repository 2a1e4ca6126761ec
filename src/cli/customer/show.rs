//! `msgctl customer show`

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::cli::reveal::Reveal;
use crate::ops::line::view::{self, CustomerDetail};
use crate::ui::{Cell, Record};

/// Show a customer and their lines
///
/// Values are masked unless `--reveal` is given, which leaves an entry in the audit trail.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl customer show C1
  msgctl customer show 010-1234-5678
  msgctl customer show C1 --reveal --reason 'the customer asked' --format json")]
pub struct ShowArgs {
    /// The customer, by code or by number
    #[arg(value_name = "CODE|PHONE")]
    customer: String,
    #[command(flatten)]
    reveal: Reveal,
}

pub(super) async fn run(cx: &Ctx, args: ShowArgs) -> Result<(), CliError> {
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    let by = args.reveal.by(cx);
    let detail = view::customer(store, ring, &args.customer, by.as_ref()).await?;
    Ok(cx.ui.record(&detail)?)
}

impl Record for CustomerDetail {
    fn lines(&self) -> Vec<(String, Cell)> {
        let c = &self.customer;
        vec![
            ("customer".into(), Cell::text(&c.customer)),
            ("name".into(), Cell::text(&c.name)),
            ("phone".into(), Cell::text(&c.phone)),
            ("e-mail".into(), Cell::maybe(c.email.as_ref())),
            ("round unit".into(), Cell::count(c.round_unit)),
            ("lines".into(), Cell::count(c.lines)),
            ("first of them".into(), Cell::text(self.codes.join(", "))),
        ]
    }
}
