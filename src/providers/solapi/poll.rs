//! Reports by polling: everything updated since the last time, page by page.
//!
//! A window `[from, to)` of update times is fixed when its first page is asked for and gone
//! through to the end. Reports may become visible a little after the moment they are dated
//! (replicas lag), so the last `overlap` before the present is read again. Two marks say how far
//! we are: everything before `settled` was read late enough to be complete, and everything before
//! `fresh` was read at least once.
//!
//! In quiet times a window goes from `settled` to the present. While reports pour in, that would
//! read the overlap again at every poll; then windows begin at `fresh`, and a sweep now and then
//! moves `settled` on. Each moment is read twice, however often one polls, and reports come as
//! soon as they are there.
//!
//! A page names its successor, so a window alone is read one page after the other, and the time of an
//! answer decides how fast reports come in. A window that promises many pages is therefore cut into
//! parts, whose pages are asked for at the same time and handed over as one. A part that turns out to hold
//! more than a page, while places are free, is cut again and its first page read again: reports are rarely
//! spread evenly, and after a pause all of them lie in the last seconds of a long window.

use std::collections::HashSet;
use std::hash::BuildHasher;
use std::sync::{MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::future::try_join_all;

use super::Solapi;
use super::listing::{Listed, stamp};
use crate::domain::outcome::Class;
use crate::domain::time::Micros;
use crate::providers::{CallError, Cursor, Page, Report};

/// A final report is out within 80 hours (long texts); with a cursor lost, polling goes back
/// this far.
const LATEST_REPORT: Duration = Duration::from_hours(96);

/// Reports remembered as handed over, twice this at most.
const REMEMBERED: usize = 250_000;

/// More pages than this in an overlap are not read again at every poll.
const BUSY_PAGES: u64 = 2;

/// The cursor's text. Times are microseconds on the provider's clock.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
struct Position {
    /// Version of this format.
    v: u8,
    #[serde(flatten)]
    marks: Marks,
    /// The window that is being gone through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    window: Option<Window>,
}

/// How far everything was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
struct Marks {
    settled: i64,
    fresh: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
struct Window {
    from: i64,
    to: i64,
    /// The marks at its end.
    then: Marks,
    /// What of it is still to be read.
    parts: Vec<Part>,
}

/// A stretch of a window that is read page by page.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
struct Part {
    from: i64,
    to: i64,
    /// The page to ask for; none: the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    key: Option<String>,
}

impl Part {
    /// What is left of it when a page of it was read and `key` names the next: cut into up to `n` where that was its
    /// first page, which is then read again.
    fn rest(self, key: String, n: u64) -> Vec<Self> {
        let cut = if self.key.is_none() { parts((self.from, self.to), n) } else { Vec::new() };
        if cut.len() > 1 { cut } else { vec![Self { key: Some(key), ..self }] }
    }
}

/// Cuts a window into up to `n` parts of equal length, none shorter than the milliseconds in which
/// the provider reads dates.
fn parts((from, to): (i64, i64), n: u64) -> Vec<Part> {
    let n = i64::try_from(n).unwrap_or(1).min((to - from) / 1000).max(1);
    let cut = |i: i64| if i == n { to } else { from + (to - from) / n * i };
    (0..n).map(|i| Part { from: cut(i), to: cut(i + 1), key: None }).collect()
}

impl Marks {
    /// The window to read next.
    fn window(self, now: i64, overlap: i64, busy: bool) -> (i64, i64) {
        let edge = now - overlap;
        let (from, to) = match busy {
            true if edge - self.settled >= overlap => (self.settled, edge),
            true => (self.fresh.max(self.settled), now),
            false => (self.settled, now),
        };
        // An empty window is asked for too: the answer tells the provider's time.
        (from, to.max(from + 1000))
    }

    /// The marks once `[from, to)` is read, begun when the provider's clock showed `now`.
    fn after(self, (from, to): (i64, i64), now: i64, overlap: i64) -> Self {
        let read = to.min(now);
        let settled = if from <= self.settled { read.min(now - overlap) } else { self.settled };
        Self { settled: settled.max(self.settled), fresh: read.max(self.fresh) }
    }
}

/// What polling remembers between calls. Losing it costs repeated reports, no more.
#[derive(Default)]
pub struct Memory {
    seen: Seen,
    /// Entries in the window under way.
    entries: u64,
    /// Entries per second in the windows before.
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
        Position::at(Self::earliest(since).minus(self.settings.overlap)).cursor()
    }

    pub(super) async fn page(&self, cursor: &Cursor) -> Result<Page, CallError> {
        let position = self.position(cursor);
        self.memory().seen.confirm(&cursor.0);
        let Some(window) = position.window else { return self.first_page(position.marks).await };
        match self.list_parts(&window.parts).await {
            Ok(listed) => Ok(self.hand_over(position.marks, window, listed)),
            // A page key does not live for ever, and after a crash it may be days old.
            Err(CallError::Refused { class: Class::Config, code, .. }) => {
                tracing::warn!(code, "the provider does not take the page key: reading the window again");
                self.first_page(position.marks).await
            }
            Err(error) => Err(error),
        }
    }

    async fn first_page(&self, marks: Marks) -> Result<Page, CallError> {
        let overlap = i64::try_from(self.settings.overlap.as_micros()).unwrap_or(i64::MAX / 4);
        let asked = self.http.now();
        let (now, measured) = self.http.at_provider(asked);
        let bounds = marks.window(now.0, overlap, self.is_busy());
        let parts = parts(bounds, self.worthwhile(bounds));
        let listed = self.list_parts(&parts).await?;
        // Until now our own clock may have been all there was to go by; the answer told theirs.
        let now = if measured { now } else { self.http.at_provider(asked).0 };
        self.memory().entries = 0;
        let then = marks.after(bounds, now.0, overlap);
        Ok(self.hand_over(marks, Window { from: bounds.0, to: bounds.1, then, parts }, listed))
    }

    /// Parts of one window that are read at the same time, at most.
    fn most_parts(&self) -> u64 {
        self.settings.max_reads.max(1) as u64
    }

    /// Into how many parts a window is cut: one for each page that is to be expected in it.
    fn worthwhile(&self, (from, to): (i64, i64)) -> u64 {
        let length = to.saturating_sub(from).unsigned_abs();
        let entries = self.memory().rate.saturating_mul(length) / 1_000_000;
        (entries / u64::from(self.settings.page_size.max(1)) + 1).min(self.most_parts())
    }

    /// The next page of each part, asked for at the same time.
    async fn list_parts(&self, parts: &[Part]) -> Result<Vec<Listed>, CallError> {
        let each = parts.iter().map(|part| async move {
            let (start, end) = (stamp(Micros(part.from)), stamp(Micros(part.to)));
            let filter = [("dateType", "UPDATED"), ("startDate", start.as_str()), ("endDate", end.as_str())];
            self.list(&filter, part.key.as_deref()).await
        });
        try_join_all(each).await
    }

    fn hand_over(&self, marks: Marks, window: Window, listed: Vec<Listed>) -> Page {
        let Window { from, to, then, parts } = window;
        let (mut reports, mut left) = (Vec::new(), Vec::new());
        let each = self.most_parts() / listed.iter().filter(|l| l.next_key.is_some()).count().max(1) as u64;
        for (part, listed) in parts.into_iter().zip(listed) {
            reports.extend(listed.reports);
            left.extend(listed.next_key.map_or(Vec::new(), |key| part.rest(key, each)));
        }
        let more = !left.is_empty();
        let mut memory = self.memory();
        memory.entries += reports.len() as u64;
        let next = if more {
            Position { v: 1, marks, window: Some(Window { from, to, then, parts: left }) }.cursor()
        } else {
            let millis = to.saturating_sub(from).unsigned_abs() / 1000;
            let rate = memory.entries.saturating_mul(1000) / millis.max(250);
            // Falls off slowly: one empty window between full ones is no quiet time.
            memory.rate = rate.max(memory.rate - memory.rate / 4);
            Position { v: 1, marks: then, window: None }.cursor()
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
        Position::at(now.minus(LATEST_REPORT))
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.polling.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Position {
    /// At the beginning.
    fn at(Micros(from): Micros) -> Self {
        Self { v: 1, marks: Marks { settled: from, fresh: from }, window: None }
    }

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
        let rest = Position::at(Micros(5));
        assert_eq!(rest.cursor().0, r#"{"v":1,"settled":5,"fresh":5}"#);
        let then = Marks { settled: 7, fresh: 9 };
        let parts = vec![Part { from: 5, to: 9, key: Some("M4V".into()) }];
        let inside = Position { window: Some(Window { from: 5, to: 9, then, parts }), ..rest.clone() };
        let text = r#"{"v":1,"settled":5,"fresh":5,"window":{"from":5,"to":9,"then":{"settled":7,"fresh":9},"parts":[{"from":5,"to":9,"key":"M4V"}]}}"#;
        assert_eq!(inside.cursor().0, text);
        for position in [rest, inside] {
            assert_eq!(serde_json::from_str::<Position>(&position.cursor().0).expect("a position"), position);
        }
    }

    #[test]
    fn parts_join_and_make_up_the_window() {
        for (from, to, n) in [(5, 9_005, 4), (5, 9_005, 1), (0, 1_000, 8), (3, 7_777_777, 8), (0, 1_500, 8)] {
            let cut = parts((from, to), n);
            assert_eq!((cut[0].from, cut[cut.len() - 1].to), (from, to));
            assert!(cut.len() as u64 <= n && cut.iter().all(|p| p.to - p.from >= 1000), "{cut:?}");
            assert!(cut.windows(2).all(|w| w[0].to == w[1].from), "{cut:?}");
        }
        let whole = || Part { from: 0, to: 9_000, key: None };
        assert_eq!(whole().rest("K".into(), 4), parts((0, 9_000), 4), "its first page is read again");
        for (part, n) in
            [(whole(), 1), (Part { to: 1_000, ..whole() }, 4), (Part { key: Some("J".into()), ..whole() }, 4)]
        {
            assert_eq!(part.clone().rest("K".into(), n), [Part { key: Some("K".into()), ..part }]);
        }
    }

    /// A provider whose reports show up to an overlap late, polled at all paces: no report is missed,
    /// and none is read more than a few times.
    #[test]
    fn marks_miss_nothing_and_read_little_twice() {
        const OVERLAP: i64 = 3_000_000;
        for (pace, busy, most) in
            [(50_000, true, 2), (700_000, true, 3), (7_000_000, true, 3), (50_000, false, 61), (7_000_000, false, 2)]
        {
            let mut marks = Marks { settled: 0, fresh: 0 };
            let mut read: Vec<u32> = vec![0; 6000];
            let mut now = 0;
            while now < 80_000_000 {
                now += pace;
                let bounds = marks.window(now, OVERLAP, busy);
                for (i, times) in read.iter_mut().enumerate() {
                    let dated = i64::try_from(i).expect("small") * 10_000;
                    let visible = dated + (dated / 10_000 * 7919) % OVERLAP;
                    *times += u32::from(visible < now && bounds.0 <= dated && dated < bounds.1);
                }
                let after = marks.after(bounds, now, OVERLAP);
                assert!(after.settled >= marks.settled && after.fresh >= marks.fresh && after.settled <= after.fresh);
                marks = after;
            }
            assert!(read.iter().all(|times| (1..=most).contains(times)), "{pace} {busy}: {:?}", read.iter().max());
        }
    }

    #[test]
    fn marks_stand_still_while_the_clock_is_behind_them() {
        let marks = Marks { settled: 100_000_000, fresh: 101_000_000 };
        for busy in [false, true] {
            let bounds = marks.window(5_000_000, 3_000_000, busy);
            assert!(bounds.0 < bounds.1);
            assert_eq!(marks.after(bounds, 5_000_000, 3_000_000), marks);
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
