//! Everything that arrived: messages, groups, and the ways to find them.
//!
//! A message is a fixed record and its words in an [`Arena`]. What it says of itself at a moment is
//! computed from its times; nothing runs in the background.

use std::collections::HashMap;
use std::hash::Hasher;

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use super::arena::{Arena, Words};
use super::chance::mix;
use super::kind::Kind;
use super::updated::Updated;
use crate::domain::time::Micros;

/// Refused at intake.
pub const REJECTED: u8 = 1;
/// The report never shows in the list by time of update.
pub const LOST: u8 = 2;
/// The report is updated once more.
pub const REPEATED: u8 = 4;
/// Sent as `final_kind` in the end.
pub const REPLACED: u8 = 8;
/// Its times count from the moment its group is sent.
pub const GROUPED: u8 = 16;
/// Taken out of its group before it was sent.
pub const DELETED: u8 = 32;

/// The code of messages of a cancelled reservation.
pub const CANCELLED_CODE: u16 = 3052;

/// A message.
#[derive(Debug, Clone, Copy)]
pub struct Message {
    /// Microseconds; never before the message before it.
    pub at: Micros,
    /// Packed number.
    pub to: u64,
    /// Its words.
    pub words: u64,
    /// The message before it to the same number, plus one.
    pub before: u32,
    /// The call that brought it.
    pub call: u32,
    /// Its group.
    pub group: u32,
    /// From acceptance to the final report, in milliseconds.
    pub delay: u32,
    /// Interned sender.
    pub from: u32,
    /// Interned channel and template.
    pub kakao: u32,
    /// What it comes to.
    pub code: u16,
    /// How many of its type the recipient was sent before.
    pub ordinal: u16,
    /// As it was asked for.
    pub kind: Kind,
    /// As it was delivered.
    pub final_kind: Kind,
    /// Bits above.
    pub flags: u8,
}

impl Message {
    /// Whether a bit is set.
    pub const fn is(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }
}

/// Messages of one submission, or of one reservation.
#[derive(Debug, Clone)]
pub struct Group {
    /// When it was made.
    pub at: Micros,
    /// When it was or will be sent, in milliseconds.
    pub sent: Option<i64>,
    /// When its reservation was cancelled, in milliseconds.
    pub cancelled: Option<i64>,
    /// A time was given for it.
    pub scheduled: bool,
    /// The same number may come twice.
    pub duplicates: bool,
    /// Deleted by the caller.
    pub deleted: bool,
    /// Ranges of messages.
    pub ranges: Vec<(u32, u32)>,
}

/// What a message says of itself at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// 2000, 3000 or the final code.
    pub code: u16,
    /// Time of the last change, milliseconds.
    pub updated: i64,
    /// Handed to the carrier, milliseconds.
    pub handed: Option<i64>,
    /// Final, milliseconds.
    pub done: Option<i64>,
}

/// Who asks: the list by time of update does not see lost reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// Somebody who asks for this message.
    Direct,
    /// Somebody who polls.
    Polled,
}

/// Records of a fixed size in blocks, so that growth copies nothing.
#[derive(Default)]
struct Records {
    blocks: Vec<Vec<Message>>,
}

const BLOCK: usize = 1 << 15;

impl Records {
    fn push(&mut self, m: Message) {
        if self.blocks.last().is_none_or(|b| b.len() == BLOCK) {
            self.blocks.push(Vec::with_capacity(BLOCK));
        }
        if let Some(last) = self.blocks.last_mut() {
            last.push(m);
        }
    }

    fn get(&self, n: u32) -> Option<&Message> {
        self.blocks.get(n as usize / BLOCK)?.get(n as usize % BLOCK)
    }

    fn get_mut(&mut self, n: u32) -> Option<&mut Message> {
        self.blocks.get_mut(n as usize / BLOCK)?.get_mut(n as usize % BLOCK)
    }

    fn len(&self) -> u32 {
        let full = self.blocks.len().saturating_sub(1) * BLOCK;
        u32::try_from(full + self.blocks.last().map_or(0, Vec::len)).unwrap_or(u32::MAX)
    }
}

/// Hashes one 64-bit number.
#[derive(Default, Clone, Copy)]
pub struct PlainHasher(u64);

impl Hasher for PlainHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for b in bytes {
            self.0 = mix(self.0 ^ u64::from(*b));
        }
    }

    fn write_u64(&mut self, n: u64) {
        self.0 = mix(self.0 ^ n);
    }
}

/// The newest message to each number, in tables whose growth moves a little at a time.
struct ByNumber(Vec<HashTable<u32>>);

impl Default for ByNumber {
    fn default() -> Self {
        Self(vec![HashTable::new(); 64])
    }
}

impl ByNumber {
    const fn shard(hash: u64) -> usize {
        // Other bits than those that a table looks at.
        (hash >> 40) as usize % 64
    }

    /// Puts message `n` to number `to` in the place of the one before it, which is answered plus one.
    fn swap(&mut self, messages: &Records, to: u64, n: u32) -> u32 {
        let number = |n: &u32| messages.get(*n).map_or(0, |m| m.to);
        let hash = mix(to);
        match self.0[Self::shard(hash)].entry(hash, |n| number(n) == to, |n| mix(number(n))) {
            Entry::Occupied(mut e) => std::mem::replace(e.get_mut(), n) + 1,
            Entry::Vacant(e) => {
                e.insert(n);
                0
            }
        }
    }

    fn get(&self, messages: &Records, to: u64) -> u32 {
        let hash = mix(to);
        let found = self.0[Self::shard(hash)].find(hash, |n| messages.get(*n).is_some_and(|m| m.to == to));
        found.map_or(0, |n| n + 1)
    }

    fn len(&self) -> usize {
        self.0.iter().map(HashTable::len).sum()
    }
}

/// Texts that come again and again, by number.
#[derive(Default)]
struct Interned {
    texts: Vec<Box<str>>,
    numbers: HashMap<Box<str>, u32>,
    last: Option<u32>,
}

impl Interned {
    fn number(&mut self, text: &str) -> u32 {
        if let Some(last) = self.last.filter(|n| self.get(*n) == text) {
            return last;
        }
        let n = if let Some(n) = self.numbers.get(text) {
            *n
        } else {
            let n = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
            self.texts.push(text.into());
            self.numbers.insert(text.into(), n);
            n
        };
        self.last = Some(n);
        n
    }

    fn get(&self, n: u32) -> &str {
        self.texts.get(n as usize).map_or("", |t| t)
    }
}

/// The log and its indexes.
#[derive(Default)]
pub struct Store {
    messages: Records,
    arena: Arena,
    by_number: ByNumber,
    strange_numbers: Interned,
    interned: Interned,
    /// Groups, in the order they were made.
    pub groups: Vec<Group>,
    /// By time of update.
    pub updated: Updated,
    /// From a report to its repetition, milliseconds.
    repeat_after: i64,
}

/// A number that is no more than sixteen digits.
pub fn pack(digits: &str) -> Option<u64> {
    if digits.is_empty() || digits.len() > 16 {
        return None;
    }
    let value = digits.bytes().try_fold(0_u64, |n, b| b.is_ascii_digit().then(|| n * 10 + u64::from(b - b'0')))?;
    Some((digits.len() as u64) << 56 | value)
}

/// Not digits: interned under this bit.
const STRANGE: u64 = 1 << 63;

impl Store {
    /// An empty one, whose repeated reports come so many milliseconds after the first.
    pub fn new(repeat_after: i64) -> Self {
        Self { repeat_after, ..Self::default() }
    }

    /// How many messages there are.
    pub fn len(&self) -> u32 {
        self.messages.len()
    }

    /// How many different numbers there are.
    pub fn numbers(&self) -> usize {
        self.by_number.len()
    }

    /// A message.
    pub fn get(&self, n: u32) -> Option<&Message> {
        self.messages.get(n)
    }

    /// A message to be changed.
    pub fn get_mut(&mut self, n: u32) -> Option<&mut Message> {
        self.messages.get_mut(n)
    }

    /// A moment that is not before any that was noted.
    pub fn moment(&self, now: Micros) -> Micros {
        let last = self.len().checked_sub(1).and_then(|n| self.get(n)).map_or(now, |m| m.at);
        now.max(last)
    }

    /// The packed form of any number.
    pub fn pack_any(&mut self, to: &str) -> u64 {
        pack(to).unwrap_or_else(|| STRANGE | u64::from(self.strange_numbers.number(to)))
    }

    /// The packed form of a number, if it may have been seen.
    pub fn find_number(&self, to: &str) -> Option<u64> {
        pack(to).or_else(|| self.strange_numbers.numbers.get(to).map(|n| STRANGE | u64::from(*n)))
    }

    /// A number as it came.
    pub fn number_text(&self, to: u64) -> String {
        if to & STRANGE != 0 {
            return self.strange_numbers.get((to & 0xFFFF_FFFF) as u32).to_owned();
        }
        let (len, value) = ((to >> 56) as usize, to & ((1 << 56) - 1));
        format!("{value:0len$}")
    }

    /// The number of a text that comes often; none is 0.
    pub fn intern(&mut self, text: &str) -> u32 {
        if text.is_empty() { 0 } else { self.interned.number(text) + 1 }
    }

    /// The text of such a number.
    pub fn interned(&self, n: u32) -> &str {
        n.checked_sub(1).map_or("", |n| self.interned.get(n))
    }

    /// Adds a message after all others; `before` and the number index are set here.
    pub fn push(&mut self, mut m: Message, words: &Words<'_>) -> u32 {
        let n = self.len();
        m.words = self.arena.put(words);
        m.before = 0;
        self.messages.push(m);
        let before = self.by_number.swap(&self.messages, m.to, n);
        if let Some(m) = self.messages.get_mut(n) {
            m.before = before;
        }
        n
    }

    /// The words of a message.
    pub fn words(&self, m: &Message) -> Words<'_> {
        self.arena.get(m.words)
    }

    /// One custom field of a message.
    pub fn custom(&self, m: &Message, key: &str) -> Option<&str> {
        self.arena.custom(m.words, key)
    }

    /// Messages to a number, the newest first.
    pub fn to_number(&self, to: u64) -> impl Iterator<Item = (u32, &Message)> {
        let mut next = self.by_number.get(&self.messages, to);
        std::iter::from_fn(move || {
            let n = next.checked_sub(1)?;
            let m = self.get(n)?;
            next = m.before;
            Some((n, m))
        })
    }

    /// How many messages of this type the number was sent.
    pub fn ordinal(&self, to: u64, kind: Kind) -> u16 {
        let last = self.to_number(to).map(|(_, m)| m).find(|m| m.kind == kind);
        last.map_or(0, |m| m.ordinal.wrapping_add(1))
    }

    /// The first message that arrived at or after a millisecond.
    pub fn first_at(&self, ms: i64) -> u32 {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if self.get(middle).is_some_and(|m| ms_of(m.at) < ms) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Notes the moments at which a message will change.
    pub fn schedule(&mut self, n: u32) {
        let Some(m) = self.get(n).copied() else { return };
        let Some(base) = self.base(&m) else {
            self.updated.note(ms_of(m.at), n);
            return;
        };
        if m.is(GROUPED) {
            self.updated.note(ms_of(m.at), n);
        }
        let delay = i64::from(m.delay);
        self.updated.note(base, n);
        if delay > 0 && !m.is(REJECTED) {
            self.updated.note(base + delay / 4, n);
            self.updated.note(base + delay, n);
        }
        if m.is(REPEATED) && !m.is(LOST) {
            self.updated.note(base + delay + self.repeat_after, n);
        }
    }

    /// When its clock began, milliseconds; none until its group is sent.
    pub fn base(&self, m: &Message) -> Option<i64> {
        if m.is(GROUPED) && !m.is(REJECTED) {
            return self.groups.get(m.group as usize).and_then(|g| g.sent);
        }
        Some(ms_of(m.at))
    }

    /// What a message says of itself.
    pub fn state(&self, m: &Message, now: i64, view: View) -> State {
        let made = ms_of(m.at);
        let waiting = State { code: 2000, updated: made, handed: None, done: None };
        if m.is(REJECTED) {
            return State { code: m.code, done: Some(made), ..waiting };
        }
        if m.is(GROUPED)
            && let Some(at) = self.groups.get(m.group as usize).and_then(|g| g.cancelled)
        {
            return State { code: CANCELLED_CODE, updated: at, done: Some(at), ..waiting };
        }
        let Some(base) = self.base(m).filter(|base| *base <= now) else { return waiting };
        let (handed, done) = (base + i64::from(m.delay) / 4, base + i64::from(m.delay));
        if now < handed {
            return State { updated: base, ..waiting };
        }
        let lost = m.is(LOST) && view == View::Polled;
        if now < done || (lost && m.delay > 0) {
            return State { code: 3000, updated: handed, handed: Some(handed), done: None };
        }
        if lost {
            return State { code: 3000, updated: base, handed: Some(handed), done: None };
        }
        let again = done + self.repeat_after;
        let updated = if m.is(REPEATED) && !m.is(LOST) && now >= again { again } else { done };
        State { code: m.code, updated, handed: Some(handed), done: Some(done) }
    }
}

/// Milliseconds since the epoch.
pub const fn ms_of(t: Micros) -> i64 {
    t.0.div_euclid(1_000)
}
