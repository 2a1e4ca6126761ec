//! Which rows of a history may stand beside each other.

use super::{Day, Days, Fault};

/// The days on which a line lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Life(pub Days);

impl Life {
    /// From its activation up to and with its termination.
    pub const fn new(activated: Day, terminated: Option<Day>) -> Self {
        let to = match terminated {
            Some(day) => day.next(),
            None => Day::OPEN,
        };
        Self(Days { from: activated, to })
    }
}

/// Whether rows in the order of their first days share no day. `Err` names the row that meets the one before it.
pub fn apart(rows: impl IntoIterator<Item = Days>) -> Result<(), usize> {
    let mut end = None;
    for (i, row) in rows.into_iter().enumerate() {
        if row.is_empty() {
            continue;
        }
        if end.is_some_and(|end| row.from < end) {
            return Err(i);
        }
        end = Some(row.to);
    }
    Ok(())
}

/// Whether rows in the order of their first days share no day and leave none of the line's days out. `Err` names the
/// row that shares one with the row before it, or leaves one out before or behind it, and says which.
pub fn seamless(life: Life, rows: impl IntoIterator<Item = Days>) -> Result<(), (usize, Fault)> {
    let (mut end, mut last) = (None, 0);
    for (i, row) in rows.into_iter().enumerate() {
        if row.is_empty() {
            continue;
        }
        last = i;
        match end {
            Some(end) if row.from < end => return Err((i, Fault::Overlap)),
            Some(end) if row.from > end && row.from > life.0.from && end < life.0.to => return Err((i, Fault::Gap)),
            None if row.from > life.0.from => return Err((i, Fault::Gap)),
            _ => end = Some(row.to),
        }
    }
    match end {
        Some(end) if end >= life.0.to => Ok(()),
        _ if life.0.is_empty() => Ok(()),
        _ => Err((last, Fault::Gap)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(from: i64, to: i64) -> Days {
        Days { from: Day(from), to: Day(to) }
    }

    #[test]
    fn histories_share_no_day_and_leave_none_out() {
        let open = Day::OPEN.0;
        let life = Life(days(10, open));
        for (rows, verdict) in [
            (vec![days(10, open)], Ok(())),
            (vec![days(5, open)], Ok(())),
            (vec![days(10, 20), days(20, open)], Ok(())),
            (vec![days(10, 20), days(20, 20), days(20, open)], Ok(())),
            (vec![days(10, 20), days(21, open)], Err((1, Fault::Gap))),
            (vec![days(10, 20), days(19, open)], Err((1, Fault::Overlap))),
            (vec![days(11, open)], Err((0, Fault::Gap))),
            (vec![days(10, 20)], Err((0, Fault::Gap))),
            (vec![days(1, 3), days(5, open)], Ok(())),
            (vec![], Err((0, Fault::Gap))),
        ] {
            assert_eq!(seamless(life, rows.clone()), verdict, "{rows:?}");
        }
        let dead = Life::new(Day(10), Some(Day(19)));
        assert_eq!(seamless(dead, [days(10, 20)]), Ok(()));
        assert_eq!(seamless(dead, [days(10, 20), days(25, 30)]), Ok(()), "what is outside its life is of no account");
        assert_eq!(seamless(dead, [days(10, 19)]), Err((0, Fault::Gap)), "the last day is billed");
        assert_eq!(apart([days(1, 3), days(5, 6), days(5, 5)]), Ok(()));
        assert_eq!(apart([days(1, 3), days(2, 6)]), Err(1));
    }
}
