//! Fetching reports outside a run, and where polling begins.

use std::time::Duration;

use tokio::sync::watch;

use crate::domain::outcome::Class;
use crate::fault::failpoint;
use crate::providers::{CallError, Cursor, Page};
use crate::store::route::{self, RouteStop};
use crate::store::{Reads, StoreError, batch, retrying};

use super::apply::{self, Effects};
use super::books::Books;
use super::{Line, Sending, late};

/// What a provider had to say.
#[derive(Debug, Clone, Default)]
pub struct Fetched {
    /// Results that were news.
    pub news: u64,
    /// Reports about messages that are not ours.
    pub strangers: u64,
    /// Routes that these results stopped.
    pub stops: Vec<RouteStop>,
    /// Why it was not read to the end.
    pub failed: Option<Failed>,
}

/// A provider that did not answer.
#[derive(Debug, Clone)]
pub struct Failed {
    /// What happened.
    pub detail: String,
    /// It refused us for a reason of ours: later will not help.
    pub ours: bool,
}

/// Only one process at a time polls a provider.
pub(super) fn lock_name(provider: &str) -> String {
    format!("reports-{provider}")
}

/// How often a page is asked for.
const TRIES: u32 = 4;
/// The longest that a provider is waited for within one fetch.
const LONGEST: Duration = Duration::from_secs(20);

/// Where polling of a provider goes on: where it was left, as long as anything is awaited. Otherwise what was before
/// now concerns nobody.
pub(super) async fn cursor(cx: &Sending, c: &mut impl Reads, name: &str, line: &Line) -> Result<Cursor, StoreError> {
    let (open, oldest) = batch::open_of(c, name).await?;
    if open == 0 && !late::expected(cx, c).await? {
        return Ok(line.provider.cursor_at(cx.clock.wall()));
    }
    let kept = route::cursor(c, name).await?.map(Cursor);
    Ok(kept.unwrap_or_else(|| oldest.map_or_else(Cursor::default, |at| line.provider.cursor_at(at))))
}

/// Reads the reports of one provider to the end of what is there and records them, whatever campaigns they concern.
/// Asks nothing when nothing is awaited of it, or when another process is at it.
///
/// # Errors
/// The database's; the provider's are in [`Fetched::failed`].
pub async fn fetch(
    cx: &Sending,
    name: &str,
    line: &Line,
    stop: &mut watch::Receiver<bool>,
) -> Result<Fetched, StoreError> {
    let mut got = Fetched::default();
    let Some(_lock) = cx.store.try_lock(&lock_name(name)).await? else { return Ok(got) };
    let mut c = cx.store.read().await?;
    let awaited = batch::open_of(&mut c, name).await?.0 > 0 || late::expected(cx, &mut c).await?;
    if !line.provider.caps().reports || !awaited {
        return Ok(got);
    }
    let mut cursor = cursor(cx, &mut c, name, line).await?;
    drop(c);
    let installation = cx.store.installation().await?;
    let books = Books::default();
    while !*stop.borrow() {
        let page = match page(line, &cursor, stop).await {
            Ok(page) => page,
            Err(e) => {
                let ours = matches!(e, CallError::Refused { class: Class::Config | Class::Money, .. });
                got.failed = Some(Failed { detail: e.to_string(), ours });
                break;
            }
        };
        let (fx, strangers) = retrying(|| record(cx, &books, &installation, name, &page)).await?;
        got.news += fx.finals.values().sum::<u64>() + fx.requeued;
        got.strangers += strangers;
        got.stops.extend(fx.stops);
        cursor = page.next;
        if !page.more {
            break;
        }
    }
    Ok(got)
}

/// One page, asked for again while the provider is in passing trouble.
async fn page(line: &Line, cursor: &Cursor, stop: &mut watch::Receiver<bool>) -> Result<Page, CallError> {
    let mut tried = 0;
    loop {
        let pause = match line.provider.poll(cursor).await {
            Ok(page) => return Ok(page),
            Err(CallError::NotTaken { retry_after, .. }) if tried + 1 < TRIES => retry_after.unwrap_or_default(),
            Err(CallError::Lost { .. }) if tried + 1 < TRIES => Duration::ZERO,
            Err(e) => return Err(e),
        };
        tried += 1;
        let own = Duration::from_millis(250) * (1 << tried);
        tokio::select! {
            () = tokio::time::sleep(pause.max(own).min(LONGEST)) => {}
            Ok(_) = stop.wait_for(|s| *s) => return Err(CallError::Lost { detail: "interrupted".to_owned() }),
        }
    }
}

/// The reports of a page and where to go on, in one transaction.
async fn record(
    cx: &Sending,
    books: &Books,
    installation: &str,
    name: &str,
    page: &Page,
) -> Result<(Effects, u64), StoreError> {
    let mut fx = Effects::default();
    let mut tx = cx.store.write().await?;
    let (words, strangers) = apply::ours(installation, &page.reports);
    batch::lock(&mut tx, apply::batches_of(&words).collect::<std::collections::BTreeSet<_>>()).await?;
    apply::said(&mut tx, cx, books, words.iter(), &mut fx).await?;
    apply::settle(&mut tx, cx, &mut fx).await?;
    let strangers = strangers + fx.strangers;
    let n = i64::try_from(strangers).unwrap_or(i64::MAX);
    route::keep_cursor(&mut tx, name, &page.next.0, cx.clock.wall(), n).await?;
    tx.commit().await?;
    failpoint!("report-page-committed");
    Ok((fx, strangers))
}
