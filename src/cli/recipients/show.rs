//! `msgctl recipients show`

use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::cli::reveal::Reveal;
use crate::ops::audience::{self, Who};

/// Show one person: consents, lists, suppressions, number of messages
///
/// A number is looked up within a site, an id needs none. Values are masked unless `--reveal` is given,
/// which leaves an entry in the audit trail.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl recipients show rcp_12
  msgctl recipients show 010-1234-5678 --site shop
  msgctl recipients show rcp_12 --reveal --reason 'the customer asked' --format json")]
pub struct ShowArgs {
    /// The person, by id or by number
    #[arg(value_name = "ID|PHONE")]
    who: String,
    /// The site a number belongs to
    #[arg(long, value_name = "SITE")]
    site: Option<String>,
    #[command(flatten)]
    reveal: Reveal,
}

pub(super) async fn run(cx: &Ctx, args: ShowArgs) -> Result<(), CliError> {
    let who = who(&args.who)?;
    let by = args.reveal.by(cx);
    let detail = audience::show(cx.store().await?, cx.keys().await?, args.site.as_deref(), who, by.as_ref()).await?;
    Ok(cx.ui.record(&detail)?)
}

/// Reads an id or a number; an error does not repeat what may be one.
pub(super) fn who(text: &str) -> Result<Who, CliError> {
    text.parse().map_err(|e| {
        CliError { causes: vec![format!("{e}")], ..CliError::new(Kind::Usage, "neither a recipient's id nor a number") }
            .hint("An id looks like `rcp_12`, a number like `010-1234-5678`.")
    })
}
