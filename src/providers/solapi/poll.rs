//! Reports by polling: everything updated since the last time, page by page.
//!
//! A window `[from, to)` of update times is fixed when its first page is asked for and gone
//! through to the end; then the next one begins `overlap` before the provider's present, because
//! its replicas may show a report a little after the moment it is dated.
//!
//! While reports pour in, re-reading the overlap at every poll would multiply the traffic. Then
//! windows end `overlap` before the present and none is read twice; reports come that much later.

use std::collections::HashSet;
use std::hash::BuildHasher;
use std::sync::{MutexGuard, PoisonError};
use std::time::Duration;

use super::Solapi;
use super::listing::{Listed, stamp};
use crate::domain::outcome::Class;
use crate::domain::time::Micros;
use crate::providers::{CallError, Cursor, Page, Report};

/// A final report is out within 80 hours (long texts); with a cursor lost, polling goes back
/// this far.
const LATEST_REPORT: Duration = Duration::from_hours(96);

/// Reports remembered as handed over, twice this at most.
const REMEMBERED: usize = 100_000;

/// With so many pages to re-read in an overlap, windows stay clear of it.
const BUSY_PAGES: u64 = 2;

/// The cursor's text.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
struct Position {
    /// Version of this format.
    v: u8,
    /// Beginning of the window, or of the next one; microseconds on the provider's clock.
    from: i64,
    /// The window that is being gone through.
    #[serde(default, skip_serializing_if = "Option::is_none", flatten)]
    window: Option<Window>,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
struct Window {
    /// Its end.
    to: i64,
    /// Where the window after it begins.
    then: i64,
    /// The page to ask for.
    key: String,
}

/// What polling remembers between calls. Losing it costs repeated reports, no more.
#[derive(Default)]
pub struct Memory {
    seen: Seen,
    /// Entries in the window under way.
    entries: u64,
    /// Entries per second in the window before.
    rate: u64,
}

/// Reports that the caller is known to have stored, as hashes of id and code: two of them meeting
/// by chance (one in 10^13) delays a report until its message is looked up.
///
/// A report counts as handed over when the caller comes back with the cursor that came with it;
/// until then it may have failed to store it and must get it again.
#[derive(Default)]
struct Seen {
    hasher: std::hash::RandomState,
    young: HashSet<u64>,
    old: HashSet<u64>,
    /// The last page: its cursor, its reports.
    pending: Option<(String, Vec<u64>)>,
}

impl Seen {
    fn confirm(&mut self, cursor: &str) {
        let Some((issued, hashes)) = self.pending.take() else { return };
        if issued != cursor {
            return;
        }
        for hash in hashes {
            self.young.insert(hash);
        }
        if self.young.len() >= REMEMBERED {
            self.old = std::mem::take(&mut self.young);
        }
    }

    /// Drops what was handed over before, notes the rest.
    fn filter(&mut self, reports: &mut Vec<Report>, next: &str) {
        let mut hashes = Vec::with_capacity(reports.len());
        reports.retain(|report| {
            // A message in doubt may be in doubt again for another reason; the rest is settled.
            if matches!(report.verdict.class, Class::Accepted | Class::Unknown) {
                return true;
            }
            let hash = self.hasher.hash_one((&report.provider_id, &report.verdict.code));
            let new = !self.young.contains(&hash) && !self.old.contains(&hash);
            if new {
                hashes.push(hash);
            }
            new
        });
        self.pending = Some((next.to_owned(), hashes));
    }
}

impl Solapi {
    pub(super) fn cursor_from(&self, since: Micros) -> Cursor {
        let from = Self::earliest(since).minus(self.settings.overlap);
        Position { v: 1, from: from.0, window: None }.cursor()
    }

    pub(super) async fn page(&self, cursor: &Cursor) -> Result<Page, CallError> {
        let position = self.position(cursor);
        self.memory().seen.confirm(&cursor.0);
        let Some(window) = position.window else { return self.first_page(position.from).await };
        match self.list_window(position.from, window.to, Some(&window.key)).await {
            Ok(listed) => Ok(self.hand_over(position.from, (window.to, window.then), listed)),
            // A page key does not live for ever, and after a crash it may be days old.
            Err(CallError::Refused { class: Class::Config, code, .. }) => {
                tracing::warn!(code, "the provider does not take the page key: reading the window again");
                self.first_page(position.from).await
            }
            Err(error) => Err(error),
        }
    }

    async fn first_page(&self, from: i64) -> Result<Page, CallError> {
        let overlap = self.settings.overlap;
        let asked = self.http.now();
        let (now, measured) = self.http.at_provider(asked);
        let to = if self.is_busy() { now.minus(overlap) } else { now };
        // An empty window is asked for too: the answer tells the provider's time.
        let to = to.0.max(from.saturating_add(1000));
        let listed = self.list_window(from, to, None).await?;
        // Until now our own clock may have been all there was to go by; the answer told theirs.
        let now = if measured { now } else { self.http.at_provider(asked).0 };
        let then = now.minus(overlap).0.min(to).max(from);
        self.memory().entries = 0;
        Ok(self.hand_over(from, (to, then), listed))
    }

    async fn list_window(&self, from: i64, to: i64, key: Option<&str>) -> Result<Listed, CallError> {
        let (start, end) = (stamp(Micros(from)), stamp(Micros(to)));
        let filter = [("dateType", "UPDATED"), ("startDate", start.as_str()), ("endDate", end.as_str())];
        self.list(&filter, key).await
    }

    fn hand_over(&self, from: i64, (to, then): (i64, i64), listed: Listed) -> Page {
        let Listed { mut reports, next_key } = listed;
        let more = next_key.is_some();
        let mut memory = self.memory();
        memory.entries += reports.len() as u64;
        let next = if let Some(key) = next_key {
            Position { v: 1, from, window: Some(Window { to, then, key }) }.cursor()
        } else {
            let seconds = to.saturating_sub(from).max(1_000_000).unsigned_abs() / 1_000_000;
            memory.rate = memory.entries / seconds;
            Position { v: 1, from: then, window: None }.cursor()
        };
        memory.seen.filter(&mut reports, &next.0);
        Page { reports, next, more }
    }

    fn is_busy(&self) -> bool {
        let overlap = u64::try_from(self.settings.overlap.as_millis()).unwrap_or(u64::MAX);
        self.memory().rate.saturating_mul(overlap) / 1000 > BUSY_PAGES * u64::from(self.settings.page_size)
    }

    fn position(&self, cursor: &Cursor) -> Position {
        if !cursor.0.is_empty() {
            if let Ok(position @ Position { v: 1, .. }) = serde_json::from_str(&cursor.0) {
                return position;
            }
            tracing::warn!(provider = self.settings.name, "the polling cursor cannot be read: starting over");
        }
        let now = self.http.at_provider(self.http.now()).0;
        Position { v: 1, from: now.minus(LATEST_REPORT).0, window: None }
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.polling.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Position {
    fn cursor(&self) -> Cursor {
        match serde_json::to_string(self) {
            Ok(text) => Cursor(text),
            Err(_) => unreachable!("integers and a string always serialise"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::providers::Verdict;

    #[test]
    fn the_cursor_is_small_versioned_json() {
        let rest = Position { v: 1, from: 5, window: None };
        assert_eq!(rest.cursor().0, r#"{"v":1,"from":5}"#);
        let inside = Position { v: 1, from: 5, window: Some(Window { to: 9, then: 7, key: "M4V".into() }) };
        assert_eq!(inside.cursor().0, r#"{"v":1,"from":5,"to":9,"then":7,"key":"M4V"}"#);
        for position in [rest, inside] {
            assert_eq!(serde_json::from_str::<Position>(&position.cursor().0).expect("a position"), position);
        }
    }

    #[test]
    fn a_report_counts_as_handed_over_only_when_its_cursor_comes_back() {
        let report = |code: &str, class| Report {
            reference: None,
            provider_id: "M1".into(),
            verdict: Verdict { class, code: code.into(), text: String::new() },
            at: Micros(0),
        };
        let left = |seen: &mut Seen, next: &str, code, class| {
            let mut reports = vec![report(code, class)];
            seen.filter(&mut reports, next);
            reports.len()
        };
        let mut seen = Seen::default();
        assert_eq!(left(&mut seen, "c1", "4000", Class::Delivered), 1);
        // The caller failed to store it and asks again with the cursor it had.
        seen.confirm("c0");
        assert_eq!(left(&mut seen, "c1", "4000", Class::Delivered), 1);
        seen.confirm("c1");
        assert_eq!(left(&mut seen, "c2", "4000", Class::Delivered), 0);
        assert_eq!(left(&mut seen, "c2", "3104", Class::Fallback), 1, "another code is another report");
        seen.confirm("c2");
        assert_eq!(left(&mut seen, "c3", "2000", Class::Accepted), 1);
        seen.confirm("c3");
        assert_eq!(left(&mut seen, "c4", "2000", Class::Accepted), 1, "in flight is never settled");
    }
}
