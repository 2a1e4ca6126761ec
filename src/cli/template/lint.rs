//! `msgctl template lint`

use super::charset;
use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::domain::lint::Severity;
use crate::domain::template::TemplateRef;
use crate::ops;

/// Say what is wrong with templates, or soon will be
///
/// Length at short and long names, characters that carriers do not have, the label and the opt-out of
/// advertising, misspelt variables. Ends with 3 when there is an error among the findings.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl template lint sale --ad
  msgctl template lint --site shop --format json")]
pub struct LintArgs {
    /// The template, with `@` and a number for a version; all of them without
    #[arg(value_name = "NAME[@VERSION]")]
    name: Option<TemplateRef>,
    /// Whose it is, or whose are checked
    #[arg(long)]
    site: Option<String>,
    /// Check it as advertising, even without a label
    #[arg(long)]
    ad: bool,
}

pub(super) async fn run(cx: &Ctx, args: LintArgs) -> Result<(), CliError> {
    let (store, charset) = (cx.store().await?, charset(cx).await?);
    let ad = args.ad.then_some(true);
    let mut findings = Vec::new();
    if let Some(name) = &args.name {
        findings = ops::template::lint(store, args.site.as_deref(), name, charset, ad).await?;
    } else {
        for t in ops::template::list(store, args.site.as_deref()).await? {
            let name = TemplateRef { name: t.name, version: None };
            findings.extend(ops::template::lint(store, Some(&t.site), &name, charset, ad).await?);
        }
    }
    if findings.is_empty() {
        cx.ui.say("Nothing to mend.");
    }
    cx.ui.rows(&findings)?;
    if findings.iter().any(|f| f.severity == Severity::Error) { Err(CliError::exit(Kind::Refused)) } else { Ok(()) }
}
