//! Places where a process can be made to die on purpose, for the crash drill.
//!
//! `failpoint!("after-call")` is nothing at all in a release build without the feature `failpoints`. Elsewhere
//! `MSGCTL_FAILPOINT=after-call` ends the process with SIGKILL when it comes there first, `after-call:7` when it
//! comes there for the seventh time, and `after-call=stop` sends SIGSTOP in place of SIGKILL.

/// How a run comes past a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// By sending a campaign.
    Sending,
    /// By cancelling one.
    Cancelling,
    /// By an operation with credits.
    Paying,
    /// By topping up by itself.
    Charging,
    /// By telling a notice.
    Telling,
    /// By settling and closing a month.
    Settling,
}

/// A place with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// What `failpoint!` and `MSGCTL_FAILPOINT` call it.
    pub name: &'static str,
    /// How to come there.
    pub by: Reached,
    /// How often a campaign of a few hundred messages comes there at least.
    pub often: u32,
}

const fn point(name: &'static str, by: Reached, often: u32) -> Point {
    Point { name, by, often }
}

/// All of them, in the order in which a campaign comes past.
pub const POINTS: &[Point] = &[
    point("plan-page-committed", Reached::Sending, 1),
    point("plan-complete-committed", Reached::Sending, 1),
    point("before-claim-commit", Reached::Sending, 3),
    point("after-claim-commit", Reached::Sending, 3),
    point("before-call", Reached::Sending, 3),
    point("after-call", Reached::Sending, 3),
    point("before-results-commit", Reached::Sending, 3),
    point("after-results-commit", Reached::Sending, 3),
    point("report-page-committed", Reached::Sending, 1),
    point("lookup-answered", Reached::Sending, 1),
    point("recall-some-committed", Reached::Cancelling, 1),
    point("money-intended", Reached::Paying, 1),
    point("money-before-commit", Reached::Paying, 1),
    point("money-committed", Reached::Paying, 1),
    point("charge-requested", Reached::Charging, 1),
    point("charge-before-gateway", Reached::Charging, 1),
    point("charge-answered", Reached::Charging, 1),
    point("charge-in-doubt", Reached::Charging, 1),
    point("charge-before-booking", Reached::Charging, 1),
    point("charge-before-commit", Reached::Charging, 1),
    point("charge-booked", Reached::Charging, 1),
    point("notice-leased", Reached::Telling, 1),
    point("notice-told", Reached::Telling, 1),
    point("settle-part-planned", Reached::Settling, 1),
    point("settle-before-plan-commit", Reached::Settling, 1),
    point("settle-planned", Reached::Settling, 1),
    point("settle-in-chunk", Reached::Settling, 1),
    point("settle-chunk-committed", Reached::Settling, 1),
    point("settle-partition-done", Reached::Settling, 1),
    point("settle-before-totals", Reached::Settling, 1),
    point("settle-in-totals", Reached::Settling, 1),
    point("export-half-written", Reached::Settling, 1),
    point("settle-before-close", Reached::Settling, 1),
    point("settle-closed", Reached::Settling, 1),
];

/// Those that the crash drill comes past; the others are killed at by tests of their own.
pub fn of_drill() -> impl Iterator<Item = &'static Point> {
    POINTS.iter().filter(|p| matches!(p.by, Reached::Sending | Reached::Cancelling | Reached::Paying))
}

/// Whether this build has the points.
pub const COMPILED: bool = cfg!(any(feature = "failpoints", debug_assertions));

/// Whether a point has this name. For the macro: a misspelt name does not compile.
#[must_use]
pub const fn is_point(name: &str) -> bool {
    let mut i = 0;
    while i < POINTS.len() {
        let (a, b) = (POINTS[i].name.as_bytes(), name.as_bytes());
        let mut same = a.len() == b.len();
        let mut j = 0;
        while same && j < a.len() {
            same = a[j] == b[j];
            j += 1;
        }
        if same {
            return true;
        }
        i += 1;
    }
    false
}

/// Dies here if `MSGCTL_FAILPOINT` says so; nothing at all in a release build without the feature `failpoints`.
macro_rules! failpoint {
    ($name:literal) => {
        const { assert!($crate::fault::is_point($name), "fault::POINTS does not list this name") };
        #[cfg(any(feature = "failpoints", debug_assertions))]
        $crate::fault::hit($name);
    };
}
pub(crate) use failpoint;

/// What the environment asks for: a point, which of its hits, and the signal.
#[cfg(any(feature = "failpoints", debug_assertions))]
#[derive(Debug, Clone, PartialEq, Eq)]
struct Armed {
    name: String,
    on: u32,
    stop: bool,
}

#[cfg(any(feature = "failpoints", debug_assertions))]
fn parse(text: &str) -> Armed {
    let (rest, stop) = text.strip_suffix("=stop").map_or((text, false), |rest| (rest, true));
    let (name, on) = rest.split_once(':').map_or((rest, 1), |(name, on)| (name, on.parse().unwrap_or(1)));
    Armed { name: name.to_owned(), on, stop }
}

/// Counts a hit, and dies if it is the one.
#[cfg(any(feature = "failpoints", debug_assertions))]
pub fn hit(name: &str) {
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicU32, Ordering};

    static ARMED: OnceLock<Option<Armed>> = OnceLock::new();
    static HITS: AtomicU32 = AtomicU32::new(0);
    #[expect(clippy::disallowed_methods, reason = "not a setting: it must reach where no Host does")]
    let armed = ARMED.get_or_init(|| std::env::var("MSGCTL_FAILPOINT").ok().map(|text| parse(&text)));
    if let Some(a) = armed
        && a.name == name
        && HITS.fetch_add(1, Ordering::Relaxed) + 1 == a.on
    {
        use rustix::process::{Signal, getpid, kill_process};
        let signal = if a.stop { Signal::STOP } else { Signal::KILL };
        // a process may always signal itself
        let _ = kill_process(getpid(), signal);
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn uses(dir: &Path, of: &str) -> usize {
        let mut n = 0;
        for entry in std::fs::read_dir(dir).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                n += uses(&path, of);
            } else if path.file_name().is_some_and(|f| f != "fault.rs") {
                n += std::fs::read_to_string(&path).expect("text").matches(of).count();
            }
        }
        n
    }

    #[test]
    fn every_point_of_the_list_is_somewhere_in_the_code() {
        let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        for p in POINTS {
            assert!(uses(&src, &format!("failpoint!(\"{}\")", p.name)) > 0, "{} is nowhere", p.name);
        }
    }

    #[test]
    fn names_are_checked_when_they_are_compiled() {
        assert!(is_point("before-call") && !is_point("before-cal") && !is_point("before-call-") && !is_point(""));
    }

    #[cfg(any(feature = "failpoints", debug_assertions))]
    #[test]
    fn the_variable_says_where_when_and_how() {
        let armed = |name: &str, on, stop| Armed { name: name.to_owned(), on, stop };
        assert_eq!(parse("before-call"), armed("before-call", 1, false));
        assert_eq!(parse("before-call:7"), armed("before-call", 7, false));
        assert_eq!(parse("before-call:2=stop"), armed("before-call", 2, true));
    }
}
