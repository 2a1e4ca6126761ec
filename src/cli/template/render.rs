//! `msgctl template render`

use super::charset;
use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::domain::channel::Channel;
use crate::domain::template::TemplateRef;
use crate::domain::text::{ALIMTALK_CHARS, LMS_BYTES, SMS_BYTES};
use crate::ops;
use crate::ops::template::Rendered;
use crate::ui::{Cell, Record, Tone};

/// Show a template filled in, as somebody would get it
///
/// The site's wrapper stands around text messages. Bytes are those of EUC-KR, by which carriers count;
/// characters that it does not have are listed with what may stand in their place.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl template render notice --var 이름=홍길동
  msgctl template render order@2 --site shop --var name=홍길동 --var 주문번호=A-17 --format json")]
pub struct RenderArgs {
    /// The template, with `@` and a number for a version
    #[arg(value_name = "NAME[@VERSION]")]
    name: TemplateRef,
    /// Whose it is, where several sites have one of that name
    #[arg(long)]
    site: Option<String>,
    /// Value of a variable (can be repeated)
    #[arg(long = "var", value_name = "NAME=VALUE", value_parser = assignment)]
    vars: Vec<(String, String)>,
}

fn assignment(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.trim().is_empty() => Ok((name.trim().to_owned(), value.to_owned())),
        _ => Err("expected NAME=VALUE".to_owned()),
    }
}

impl Record for Rendered {
    fn lines(&self) -> Vec<(String, Cell)> {
        let mut lines = lines_of(self, "text");
        lines.insert(0, ("template".into(), Cell::text(&self.template)));
        if let Some(fallback) = &self.fallback {
            lines.extend(lines_of(fallback, "fallback"));
        }
        lines
    }
}

fn lines_of(r: &Rendered, label: &str) -> Vec<(String, Cell)> {
    let size = match r.kind {
        Some(Channel::Alimtalk) => format!("alimtalk, {} of {ALIMTALK_CHARS} characters", r.chars),
        Some(Channel::Sms) => format!("sms, {} of {SMS_BYTES} bytes", r.bytes),
        Some(kind) => format!("{kind}, {} of {LMS_BYTES} bytes", r.bytes),
        None => format!("cannot be sent, {} bytes", r.bytes),
    };
    let tone = if r.kind.is_some() { Tone::Plain } else { Tone::Bad };
    let mut lines = vec![(label.to_owned(), Cell::text(&r.text)), ("kind".into(), Cell::text(size).tone(tone))];
    if let Some(subject) = &r.subject {
        lines.push(("subject".into(), Cell::text(subject)));
    }
    lines
}

pub(super) async fn run(cx: &Ctx, args: RenderArgs) -> Result<(), CliError> {
    let (store, charset) = (cx.store().await?, charset(cx).await?);
    let replace = cx.config().await?.settings.text.replace;
    let rendered = ops::template::render(store, args.site.as_deref(), &args.name, &args.vars, charset, replace).await?;
    for r in std::iter::once(&rendered).chain(rendered.fallback.as_deref()) {
        for u in &r.unencodable {
            let (shown, points) = (u.ch.escape_debug(), u.code_points());
            cx.ui.warn(format_args!("`{shown}` ({points}) at {} cannot be sent as a text message", u.at + 1));
            match u.proposal.as_deref() {
                Some("") => cx.ui.hint("Leave it out; it cannot be seen."),
                Some(better) => cx.ui.hint(format_args!("Write `{}`.", better.escape_debug())),
                None => cx.ui.hint("There is no substitute; write it in other words."),
            }
        }
    }
    Ok(cx.ui.record(&rendered)?)
}
