//! Messages by the time of their last update, for polling.
//!
//! Every moment at which a message changes is known when it is accepted, so it is noted then, in
//! buckets of time. A bucket is sorted when it is first read. Notes of changes that later ones have
//! replaced are dropped as they are met, so that the cost of a page follows the page.

use std::collections::BTreeMap;

/// A bucket spans 2⁶ milliseconds.
const BITS: u32 = 6;

/// The index.
#[derive(Default)]
pub struct Updated {
    buckets: BTreeMap<i64, Bucket>,
}

/// Notes of a bucket that was not read yet lie in pieces of so many: growth copies little and leaves no holes.
const PIECE: usize = 1_024;

/// A note is the millisecond within the bucket, then the message.
#[derive(Default)]
struct Bucket {
    /// In order.
    notes: Vec<u64>,
    /// As they came since.
    fresh: Vec<Vec<u64>>,
}

impl Bucket {
    fn push(&mut self, note: u64) {
        match self.fresh.last_mut() {
            Some(piece) if piece.len() < PIECE => piece.push(note),
            _ => self.fresh.push(vec![note]),
        }
    }

    fn sort(&mut self) {
        if self.fresh.is_empty() {
            return;
        }
        let fresh = std::mem::take(&mut self.fresh);
        self.notes.reserve_exact(fresh.iter().map(Vec::len).sum());
        self.notes.extend(fresh.into_iter().flatten());
        self.notes.sort_unstable();
        self.notes.dedup();
    }
}

/// Where a page begins or ends: a time in milliseconds, and a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Milliseconds since the epoch.
    pub ms: i64,
    /// Number of the message.
    pub message: u32,
}

/// What to do with a note that was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Met {
    /// The message changed later: the note is worth nothing any more.
    Stale,
    /// Go on.
    Next,
    /// Stop here.
    Stop,
}

impl Updated {
    /// Notes that `message` changes at `ms`.
    pub fn note(&mut self, ms: i64, message: u32) {
        let bucket = self.buckets.entry(ms >> BITS).or_default();
        bucket.push(((ms & ((1 << BITS) - 1)).cast_unsigned() << 32) | u64::from(message));
    }

    /// Meets the notes from `from` on until (and with) millisecond `until`, in order.
    pub fn walk(&mut self, from: Position, until: i64, mut meet: impl FnMut(Position) -> Met) {
        if from.ms > until {
            return;
        }
        let mut empty = Vec::new();
        'buckets: for (&number, bucket) in self.buckets.range_mut(from.ms >> BITS..=until >> BITS) {
            bucket.sort();
            let position = |note: u64| Position {
                ms: (number << BITS) + i64::try_from(note >> 32).unwrap_or(0),
                message: (note & 0xFFFF_FFFF) as u32,
            };
            let start = bucket.notes.partition_point(|note| position(*note) < from);
            let mut stale = Vec::new();
            let mut stopped = false;
            for (i, note) in bucket.notes.iter().enumerate().skip(start) {
                let at = position(*note);
                if at.ms > until {
                    stopped = true;
                    break;
                }
                match meet(at) {
                    Met::Stale => stale.push(i),
                    Met::Next => {}
                    Met::Stop => {
                        stopped = true;
                        break;
                    }
                }
            }
            // Only when it pays: compaction costs the whole bucket.
            if stale.len() * 8 > bucket.notes.len() {
                let mut stale = stale.into_iter().peekable();
                let mut i = 0;
                bucket.notes.retain(|_| {
                    let keep = stale.next_if_eq(&i).is_none();
                    i += 1;
                    keep
                });
                if bucket.notes.is_empty() {
                    empty.push(number);
                }
            }
            if stopped {
                break 'buckets;
            }
        }
        for number in empty {
            self.buckets.remove(&number);
        }
    }

    #[cfg(test)]
    fn len(&self) -> usize {
        self.buckets.values().map(|b| b.notes.len() + b.fresh.iter().map(Vec::len).sum::<usize>()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(ms: i64, message: u32) -> Position {
        Position { ms, message }
    }

    #[test]
    fn notes_are_met_in_order_of_time_and_message() {
        let mut index = Updated::default();
        for (ms, m) in [(700, 3), (100, 2), (100, 1), (163, 9), (5_000, 4), (100, 1)] {
            index.note(ms, m);
        }
        let mut met = Vec::new();
        index.walk(at(100, 2), 700, |p| {
            met.push(p);
            Met::Next
        });
        assert_eq!(met, [at(100, 2), at(163, 9), at(700, 3)]);
        met.clear();
        index.walk(at(0, 0), 10_000, |p| {
            met.push(p);
            if met.len() == 2 { Met::Stop } else { Met::Next }
        });
        assert_eq!(met, [at(100, 1), at(100, 2)], "noted twice, met once");
        index.walk(at(500, 0), 400, |_| panic!("an empty range"));
    }

    #[test]
    fn stale_notes_are_paid_for_once() {
        let mut index = Updated::default();
        for m in 0..10_000 {
            index.note(i64::from(m / 10), m);
        }
        let mut met = 0;
        index.walk(at(0, 0), 2_000, |_| {
            met += 1;
            Met::Stale
        });
        assert_eq!((met, index.len()), (10_000, 0));
        index.walk(at(0, 0), 2_000, |_| panic!("nothing is left"));
        assert!(index.buckets.is_empty());
    }
}
