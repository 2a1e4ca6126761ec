//! Rows become people: checked, indexed, sealed, and put in the order of their index.

use std::borrow::Cow;

use jiff::civil::Date;
use rand::rngs::StdRng;
use zeroize::Zeroizing;

use super::records::RowFault;
use crate::domain::id::SiteId;
use crate::domain::person::{self, Column, Consent, FieldFault, Fields};
use crate::domain::phone::{Fault, Mobile};
use crate::domain::seal::{Ix, KeyRing};
use crate::domain::time::Micros;
use crate::store::recipient::bundle::{Bundle, consent};

/// One row as text. A field that the source does not have is `None`; for a person who is there already
/// it keeps its value.
#[derive(Debug, Clone, Copy, Default)]
pub struct Raw<'a> {
    /// Mobile number in any form.
    pub phone: &'a str,
    /// Name.
    pub name: Option<&'a str>,
    /// E-mail address.
    pub email: Option<&'a str>,
    /// Date of birth.
    pub birth_date: Option<&'a str>,
    /// Consent to advertising.
    pub ad_consent: Option<&'a str>,
    /// Consent to advertising at night.
    pub night_consent: Option<&'a str>,
}

/// A row that passed.
pub(super) struct Checked<'a> {
    pub mobile: Mobile,
    name: Cow<'a, str>,
    email: &'a str,
    birth_date: Option<Date>,
    ad: Consent,
    night: Consent,
}

/// Why a row is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Its number.
    Phone(Fault),
    /// Another field.
    Field(Column, FieldFault),
    /// A quote where none may be.
    Quote,
    /// Bytes that are no text in the file's encoding.
    Encoding,
    /// More or fewer fields than the header.
    Width {
        /// Fields of the row.
        found: usize,
        /// Fields of the header.
        expected: usize,
    },
}

impl Refusal {
    /// The field it is about.
    pub const fn column(self) -> Option<Column> {
        match self {
            Self::Phone(_) => Some(Column::Phone),
            Self::Field(column, _) => Some(column),
            Self::Quote | Self::Encoding | Self::Width { .. } => None,
        }
    }

    /// A stable word: `phone-too-short`, `name-empty`, `quote`, `encoding`, `columns`.
    pub fn code(self) -> Cow<'static, str> {
        match self {
            Self::Phone(fault) => Cow::Owned(format!("phone-{fault}")),
            Self::Field(_, fault) => Cow::Borrowed(fault.word()),
            Self::Quote => Cow::Borrowed("quote"),
            Self::Encoding => Cow::Borrowed("encoding"),
            Self::Width { .. } => Cow::Borrowed("columns"),
        }
    }

    /// What an operator should know.
    pub fn reason(self) -> Cow<'static, str> {
        match self {
            Self::Phone(fault) => Cow::Borrowed(fault.reason()),
            Self::Field(_, fault) => Cow::Borrowed(fault.reason()),
            Self::Quote => Cow::Borrowed("a quote stands where none may be"),
            Self::Encoding => Cow::Borrowed("bytes that are no text in the file's encoding"),
            Self::Width { found, expected } => Cow::Owned(format!("{found} fields where the header has {expected}")),
        }
    }
}

impl From<RowFault> for Refusal {
    fn from(f: RowFault) -> Self {
        match f {
            RowFault::Quote => Self::Quote,
            RowFault::Encoding => Self::Encoding,
        }
    }
}

/// Checks the fields of a row.
pub(super) fn check<'a>(raw: &Raw<'a>, now: Micros, today: Date) -> Result<Checked<'a>, Refusal> {
    let field = |column| move |fault| Refusal::Field(column, fault);
    let mobile = raw.phone.parse::<Mobile>().map_err(|e| Refusal::Phone(e.0))?;
    let said = |text: Option<&str>| text.map_or(Ok(Consent::Silent), |t| person::consent(t, now));
    Ok(Checked {
        mobile,
        name: raw.name.map_or(Ok(Cow::Borrowed("")), person::name).map_err(field(Column::Name))?,
        email: raw.email.map_or(Ok(""), person::email).map_err(field(Column::Email))?,
        birth_date: raw
            .birth_date
            .map_or(Ok(None), |t| person::birth_date(t, today))
            .map_err(field(Column::BirthDate))?,
        ad: said(raw.ad_consent).map_err(field(Column::AdConsent))?,
        night: said(raw.night_consent).map_err(field(Column::NightConsent))?,
    })
}

/// Which of the sealed fields a source has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// Name.
    pub name: bool,
    /// E-mail address.
    pub email: bool,
    /// Date of birth.
    pub birth_date: bool,
}

impl Given {
    /// Every one: nothing has to be kept of a person who is there.
    pub const fn all(self) -> bool {
        self.name && self.email && self.birth_date
    }
}

/// Collects people for one transaction.
#[derive(Debug)]
pub struct Intake {
    ring: KeyRing,
    site: SiteId,
    now: Micros,
    today: Date,
    rng: StdRng,
    /// Keep what was sealed in the clear, for a merge with what is there.
    keep: bool,
    rows: Vec<Row>,
    sealed: Vec<u8>,
    plain: Zeroizing<Vec<u8>>,
    canonical: Vec<u8>,
}

#[derive(Debug)]
struct Row {
    ix: Ix,
    content: Ix,
    ad: i64,
    night: i64,
    seq: u32,
    fresh: bool,
    sealed: (u32, u32),
    plain: (u32, u32),
}

/// People of one transaction, each number once, in the order of their index.
#[derive(Debug, Default)]
pub struct Chunk {
    /// Numbers that this source has not had before.
    pub(super) fresh: Part,
    /// Numbers that stood in an earlier chunk: written, not counted.
    pub(super) again: Part,
    /// Canonical forms, where the source lacks fields that people on record may have.
    pub(super) plain: Zeroizing<Vec<u8>>,
}

impl Chunk {
    /// People in it.
    pub fn len(&self) -> usize {
        self.fresh.bundle.len() + self.again.bundle.len()
    }

    /// There is nobody in it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[derive(Debug, Default)]
pub(super) struct Part {
    pub bundle: Bundle,
    /// Where the canonical forms are in [`Chunk::plain`], if they were kept.
    pub plain: Vec<(u32, u32)>,
}

impl Intake {
    /// `given` are the fields that the source has.
    pub fn new(ring: KeyRing, site: SiteId, now: Micros, given: Given, rng: StdRng) -> Self {
        Self {
            ring,
            site,
            now,
            today: now.kst_date(),
            rng,
            keep: !given.all(),
            rows: Vec::new(),
            sealed: Vec::new(),
            plain: Zeroizing::default(),
            canonical: Vec::with_capacity(512),
        }
    }

    /// People collected since the last [`Intake::finish`].
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Nobody was collected.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Checks a row and takes it in. Of two rows with one number the later wins.
    ///
    /// # Errors
    /// Why it is refused; nothing was taken.
    pub fn take(&mut self, raw: &Raw<'_>) -> Result<(), Refusal> {
        let checked = check(raw, self.now, self.today)?;
        self.put(&checked, true);
        Ok(())
    }

    /// Takes in a checked row. `fresh`: the source has not had the number before.
    pub(super) fn put(&mut self, row: &Checked<'_>, fresh: bool) {
        let fields = Fields { name: &row.name, mobile: row.mobile, email: row.email, birth_date: row.birth_date };
        self.canonical.clear();
        fields.encode_into(&mut self.canonical);
        let ix = self.ring.phone_ix(&row.mobile);
        let content = self.ring.content_ix(&self.canonical);
        let from = self.sealed.len();
        self.ring.seal_into(&person::context(self.site, &ix), &self.canonical, &mut self.rng, &mut self.sealed);
        let plain_from = self.plain.len();
        if self.keep {
            self.plain.extend_from_slice(&self.canonical);
        }
        self.rows.push(Row {
            ix,
            content,
            ad: number(row.ad),
            night: number(row.night),
            seq: u32::try_from(self.rows.len()).unwrap_or(u32::MAX),
            fresh,
            sealed: (short(from), short(self.sealed.len())),
            plain: (short(plain_from), short(self.plain.len())),
        });
    }

    /// What was collected, ready to be written.
    pub fn finish(&mut self) -> Chunk {
        self.rows.sort_unstable_by_key(|r| (r.ix, r.seq));
        let room = self.sealed.len();
        let sealed = std::mem::replace(&mut self.sealed, Vec::with_capacity(room + room / 16));
        let mut chunk = Chunk {
            fresh: Part { bundle: Bundle::over(sealed, self.rows.len()), ..Part::default() },
            again: Part::default(),
            plain: std::mem::take(&mut self.plain),
        };
        let mut at = 0;
        while let Some(first) = self.rows.get(at) {
            let same = self.rows[at..].iter().take_while(|r| r.ix == first.ix).count();
            let last = &self.rows[at + same - 1];
            let part = if first.fresh {
                chunk.fresh.bundle.push_at(last.ix, last.content, last.ad, last.night, last.sealed);
                &mut chunk.fresh
            } else {
                let sealed = chunk.fresh.bundle.heap(last.sealed);
                chunk.again.bundle.push(last.ix, last.content, last.ad, last.night, sealed);
                &mut chunk.again
            };
            if self.keep {
                part.plain.push(last.plain);
            }
            at += same;
        }
        self.rows.clear();
        chunk
    }
}

fn number(c: Consent) -> i64 {
    match c {
        Consent::Silent => consent::KEEP,
        Consent::No => consent::NO,
        Consent::Yes => consent::YES,
        // 0 and 1 are taken: a consent of 1970 is one of a moment later
        Consent::At(at) => at.0.max(consent::YES + 1),
    }
}

/// A chunk is far below 4 GiB.
fn short(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
