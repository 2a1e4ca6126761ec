//! `msgctl template show`

use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::domain::template::TemplateRef;
use crate::ops;

/// Show a template, its newest version or one of the older
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl template show order
  msgctl template show order@2 --site shop
  msgctl template show order --versions")]
pub struct ShowArgs {
    /// The template, with `@` and a number for a version
    #[arg(value_name = "NAME[@VERSION]")]
    name: TemplateRef,
    /// Whose it is, where several sites have one of that name
    #[arg(long)]
    site: Option<String>,
    /// List all its versions instead
    #[arg(long)]
    versions: bool,
}

pub(super) async fn run(cx: &Ctx, args: ShowArgs) -> Result<(), CliError> {
    let (store, site) = (cx.store().await?, args.site.as_deref());
    if args.versions {
        if args.name.version.is_some() {
            return Err(CliError::new(Kind::Usage, "either one version or all").hint("Leave `@…` or `--versions` out."));
        }
        return Ok(cx.ui.rows(&ops::template::versions(store, site, &args.name.name).await?)?);
    }
    Ok(cx.ui.record(&ops::template::get(store, site, &args.name).await?)?)
}
