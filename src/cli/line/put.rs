//! One row by hand: what all verbs that add one do.

use crate::cli::ctx::Ctx;
use crate::cli::error::CliError;
use crate::ops::line::import::What;
use crate::ops::line::{self, Done};
use crate::ui::{Cell, Record};

/// What a row came to.
#[derive(Debug, serde::Serialize)]
struct Put<'a> {
    kind: What,
    code: &'a str,
    result: Done,
}

impl Record for Put<'_> {
    fn lines(&self) -> Vec<(String, Cell)> {
        let done = match self.result {
            Done::Added => "added",
            Done::Changed => "changed",
            Done::Unchanged => "unchanged",
        };
        vec![(self.kind.word().into(), Cell::text(self.code)), ("result".into(), Cell::text(done))]
    }
}

/// Writes one row, whose fields are in the order of the columns of its kind, and shows what it came to.
pub async fn run(cx: &Ctx, kind: What, fields: &[&str], dry_run: bool) -> Result<(), CliError> {
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    let result = line::put(store, ring, kind, fields, cx.clock.now(), dry_run).await?;
    if dry_run {
        cx.ui.say("Nothing was changed: this was a rehearsal.");
    }
    Ok(cx.ui.record(&Put { kind, code: fields.first().copied().unwrap_or_default(), result })?)
}
