//! Message and group ids: 32 characters, found again without a table.

use crate::domain::time::Micros;

/// Characters of the part that differs from run to run.
const TAG: usize = 7;
/// Characters of the number.
const NUMBER: usize = 8;
const DIGITS: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Makes and reads ids of one run: `M4V`, Korean wall time, tag, number.
#[derive(Debug, Clone, Copy)]
pub struct Ids {
    tag: [u8; TAG],
}

/// The first letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// `M4V…`
    Message,
    /// `G4V…`
    Group,
}

impl Ids {
    /// A run's own ids.
    pub fn new(mut salt: u64) -> Self {
        let mut tag = [0; TAG];
        for c in &mut tag {
            *c = DIGITS[(salt % 36) as usize];
            salt /= 36;
        }
        Self { tag }
    }

    /// The id of number `n`, made at `at`.
    pub fn make(self, of: Of, n: u32, at: Micros) -> Id {
        let mut id = [b'0'; 32];
        id[..3].copy_from_slice(if of == Of::Message { b"M4V" } else { b"G4V" });
        stamp(&mut id[3..17], at);
        id[17..17 + TAG].copy_from_slice(&self.tag);
        Id(id).numbered(n)
    }

    /// The number in an id of this run. Whether its time is right is for the caller to see.
    pub fn read(self, of: Of, id: &str) -> Option<u32> {
        let id = id.as_bytes();
        let head: &[u8] = if of == Of::Message { b"M4V" } else { b"G4V" };
        if id.len() != 32 || &id[..3] != head || id[17..17 + TAG] != self.tag {
            return None;
        }
        let digit = |c: &u8| DIGITS.iter().position(|d| d == c).and_then(|d| u64::try_from(d).ok());
        let n = id[32 - NUMBER..].iter().try_fold(0_u64, |n, c| Some(n * 36 + digit(c)?))?;
        u32::try_from(n).ok()
    }
}

/// `yyyymmddHHMMSS` in Korea.
fn stamp(out: &mut [u8], at: Micros) {
    let t = jiff::tz::offset(9).to_datetime(at.timestamp());
    let fields = [
        (4, i64::from(t.year())),
        (2, i64::from(t.month())),
        (2, i64::from(t.day())),
        (2, i64::from(t.hour())),
        (2, i64::from(t.minute())),
        (2, i64::from(t.second())),
    ];
    let mut rest = out;
    for (width, mut value) in fields {
        let (head, tail) = rest.split_at_mut(width);
        for c in head.iter_mut().rev() {
            *c = b'0' + u8::try_from(value % 10).unwrap_or(0);
            value /= 10;
        }
        rest = tail;
    }
}

/// An id's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Id([u8; 32]);

impl Id {
    /// The id of another number of the same moment.
    #[must_use]
    pub fn numbered(mut self, n: u32) -> Self {
        let mut left = n as usize;
        for c in self.0[32 - NUMBER..].iter_mut().rev() {
            *c = DIGITS[left % 36];
            left /= 36;
        }
        self
    }
}

impl std::ops::Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_back_and_sort_by_number() {
        let ids = Ids::new(12_345_678_901);
        let at: jiff::Timestamp = "2026-11-20T15:00:09Z".parse().expect("a time");
        let mut last = String::new();
        for n in [0, 1, 35, 36, 99_999, u32::MAX] {
            let id = ids.make(Of::Message, n, at.into());
            assert!(id.starts_with("M4V20261121000009") && id.len() == 32, "{}", &*id);
            assert_eq!(ids.read(Of::Message, &id), Some(n));
            assert_eq!(ids.read(Of::Group, &id), None);
            assert_eq!(Ids::new(1).read(Of::Message, &id), None);
            assert!(*id > *last);
            last = id.to_string();
        }
        assert_eq!(ids.read(Of::Message, "M4V"), None);
        assert_eq!(ids.read(Of::Message, &last.replace('Z', "-")), None);
    }
}
