//! `msgctl template add`

use super::{Fields, charset, report};
use crate::cli::ctx::Ctx;
use crate::cli::error::{CliError, Kind};
use crate::domain::starters::{self, Starter};
use crate::domain::template::TemplateRef;
use crate::ops;
use crate::ops::template::Change;

/// Add a template
///
/// The text is checked: one that could not be sent is refused. `--from` begins with a template that comes
/// with msgctl; `msgctl template list --starters` shows them.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl template add greeting --site shop --from greeting
  msgctl template add notice --site shop --body '#{이름}님, 오늘 점검이 있습니다.'
  msgctl template add order --site shop --channel alimtalk --file order.txt --provider-code KA01TP0001 \\
      --fallback '[한빛가게] 주문 #{주문번호} 접수되었습니다.'")]
pub struct AddArgs {
    /// Name, used by `send --template`
    name: String,
    /// Whose it is
    #[arg(long)]
    site: String,
    /// Begin with this starter
    #[arg(long, value_name = "STARTER", conflicts_with_all = ["body", "file"])]
    from: Option<String>,
    #[command(flatten)]
    fields: Fields,
    /// Check it and show what would be added, add nothing
    #[arg(long)]
    dry_run: bool,
}

pub(super) async fn run(cx: &Ctx, args: AddArgs) -> Result<(), CliError> {
    let name: TemplateRef = args.name.parse().map_err(|e| CliError::new(Kind::Usage, e))?;
    if name.version.is_some() {
        return Err(CliError::new(Kind::Usage, "a new template has no version yet").hint("Leave `@…` out."));
    }
    let starter = args.from.as_deref().map(starter).transpose()?;
    let change = started(starter, args.fields.into_change(cx)?);
    let (store, charset) = (cx.store().await?, charset(cx).await?);
    let (version, findings) =
        ops::template::add(store, &args.site, &name.name, &change, charset, cx.clock.now(), args.dry_run).await?;
    report(cx, &findings);
    if starter.is_some_and(|s| s.wrapper) {
        let (site, name) = (&version.site, &version.name);
        cx.ui.hint(format_args!("Put it around every message: `msgctl site set {site} --wrapper {name}`."));
    } else {
        cx.ui.hint(format_args!("See it filled in: `msgctl template render {} --var …`.", version.name));
    }
    Ok(cx.ui.record(&version)?)
}

fn starter(name: &str) -> Result<&'static Starter, CliError> {
    let known = || starters::all().iter().map(|s| s.name).collect::<Vec<_>>().join(", ");
    starters::named(name).ok_or_else(|| {
        CliError::new(Kind::Usage, format_args!("there is no starter `{name}`"))
            .hint(format_args!("There are {}.", known()))
    })
}

/// The starter's fields where none are given.
fn started(starter: Option<&Starter>, given: Change) -> Change {
    let Some(s) = starter else { return given };
    Change {
        channel: given.channel.or(Some(s.channel)),
        subject: given.subject.or_else(|| s.subject.clone()),
        body: given.body.or_else(|| Some(s.body.clone())),
        fallback: given.fallback.or_else(|| s.fallback.clone()),
        ..given
    }
}
