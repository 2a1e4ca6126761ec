//! `msgctl template edit`

use super::{Fields, charset, report};
use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::domain::template::TemplateRef;
use crate::ops;

/// Write a new version of a template
///
/// What is not named stays as it is; an empty value takes an optional part away. Older versions remain, and
/// campaigns that were planned with one keep it. Nothing is written when nothing is different.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl template edit notice --body '#{이름}님, 점검이 내일로 미뤄졌습니다.' --note '일정 변경'
  msgctl template edit order --file order.txt --dry-run
  msgctl template edit order --fallback ''")]
pub struct EditArgs {
    /// The template
    name: String,
    /// Whose it is, where several sites have one of that name
    #[arg(long)]
    site: Option<String>,
    #[command(flatten)]
    fields: Fields,
    /// Check it and show what it would be, write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, args: EditArgs) -> Result<(), CliError> {
    let name: TemplateRef = args.name.parse().map_err(|e| CliError::new(Kind::Usage, e))?;
    if name.version.is_some() {
        return Err(CliError::new(Kind::Usage, "a version never changes")
            .hint(format_args!("Write a new one: `msgctl template edit {}`.", name.name)));
    }
    let change = args.fields.into_change(cx)?;
    let (store, charset) = (cx.store().await?, charset(cx).await?);
    let (version, findings) =
        ops::template::edit(store, args.site.as_deref(), &name.name, &change, charset, cx.clock.now(), args.dry_run)
            .await?;
    report(cx, &findings);
    Ok(cx.ui.record(&version)?)
}
