//! Many people in one statement: packed rows instead of JSON, since here every byte counts.
//!
//! The rows are the parameters `$1` to `$5` of each statement, and its table `r`: on PostgreSQL five
//! arrays, on SQLite one blob whose rows are cut out with `substr` at offsets that `json_each` lists
//! (hexadecimal JSON as `bulk!` has it would double the bytes and triple the time).

use std::ops::Range;

use sqlx::PgConnection;

use crate::domain::id::{ListId, RecipientId, SiteId};
use crate::domain::seal::Ix;
use crate::domain::time::Micros;
use crate::store::dialect::LOOK_UP_EACH;
use crate::store::{Conn, Engine, Reads, Result, Sql, StoreError, Tx, statements};

/// Consent columns of a [`Bundle`]: below 2 a word, otherwise the moment in microseconds.
pub mod consent {
    /// What is on record stays.
    pub const KEEP: i64 = -1;
    /// None, or taken back.
    pub const NO: i64 = 0;
    /// Given; a moment on record stays, otherwise it is the default of the statement.
    pub const YES: i64 = 1;
}

macro_rules! packed {
    ($before:expr, $after:expr) => {
        Sql {
            sqlite: concat!(
                $before,
                " (SELECT e.key AS ord, substr($1, e.value, 16) AS phone_ix, substr($1, e.value + 16, 16) AS content_ix,
                  CAST(substr($1, e.value + 32, 17) AS INTEGER) AS ad, CAST(substr($1, e.value + 49, 17) AS INTEGER) AS night,
                  substr($1, e.value + 71, CAST(substr($1, e.value + 66, 5) AS INTEGER)) AS sealed
                  FROM json_each($2) AS e) AS r ",
                $after
            ),
            postgres: concat!(
                $before,
                " unnest($1::bytea[], $2::bytea[], $3::bytea[], $4::bigint[], $5::bigint[])
                  WITH ORDINALITY AS r(phone_ix, content_ix, sealed, ad, night, ord) ",
                $after
            ),
        }
    };
}

/// The consent that a row ends up with.
macro_rules! settled {
    ($column:literal) => {
        concat!(
            "CASE r.",
            $column,
            " WHEN -1 THEN x.",
            $column,
            "_consent_at WHEN 0 THEN NULL WHEN 1 THEN COALESCE(x.",
            $column,
            "_consent_at, $8) ELSE r.",
            $column,
            " END"
        )
    };
}

// `CROSS JOIN` and `MATERIALIZED` hold SQLite to reading the rows once and looking each up in the index;
// left to itself, it may walk through the rows for everybody on record.
statements! {
    /// `$6` site, `$7` key, `$8` default moment of consent, `$9` now.
    UPDATE_CHANGED = packed!(
        concat!(
            "WITH c AS MATERIALIZED (SELECT x.id, r.content_ix, r.sealed, ", settled!("ad"), " AS ad, ", settled!("night"),
            " AS night FROM"
        ),
        concat!(
            "CROSS JOIN recipient AS x WHERE x.site_id = $6 AND x.phone_ix = r.phone_ix AND (x.content_ix <> r.content_ix
             OR x.ad_consent_at IS DISTINCT FROM ", settled!("ad"), " OR x.night_consent_at IS DISTINCT FROM ", settled!("night"), "))
             UPDATE recipient AS t SET content_ix = c.content_ix, sealed = c.sealed, key_id = $7, ad_consent_at = c.ad,
             night_consent_at = c.night, updated_at = $9 FROM c WHERE t.id = c.id"
        ));
    /// As [`UPDATE_CHANGED`].
    INSERT_NEW = packed!(
        "INSERT INTO recipient (site_id, phone_ix, content_ix, sealed, key_id, ad_consent_at, night_consent_at, created_at, updated_at)
         SELECT $6, r.phone_ix, r.content_ix, r.sealed, $7,
         CASE WHEN r.ad <= 0 THEN NULL WHEN r.ad = 1 THEN $8 ELSE r.ad END,
         CASE WHEN r.night <= 0 THEN NULL WHEN r.night = 1 THEN $8 ELSE r.night END, $9, $9 FROM",
        "WHERE true ON CONFLICT (site_id, phone_ix) DO NOTHING");
    /// `$6` site.
    EXISTING = packed!(
        "SELECT r.ord, t.id, t.content_ix, t.sealed, t.key_id FROM",
        "CROSS JOIN recipient AS t WHERE t.site_id = $6 AND t.phone_ix = r.phone_ix ORDER BY r.ord");
    /// `$6` site, `$7` list.
    JOIN_LIST = packed!(
        "INSERT INTO list_member (list_id, recipient_id) SELECT $7, t.id FROM",
        "CROSS JOIN recipient AS t WHERE t.site_id = $6 AND t.phone_ix = r.phone_ix
         ON CONFLICT (list_id, recipient_id) DO NOTHING");
}

/// Rows of one statement: enough to make its own cost small, few enough for what both sides copy of them.
const SLICE: usize = 10_000;

/// Rows to be written together: unique by number, best in its order.
#[derive(Debug, Default)]
pub struct Bundle {
    phone_ix: Vec<Ix>,
    content_ix: Vec<Ix>,
    ad: Vec<i64>,
    night: Vec<i64>,
    /// Sealed records in any order, and where those of the rows are.
    sealed: Vec<u8>,
    at: Vec<(u32, u32)>,
}

impl Bundle {
    /// Room for so many rows over `sealed`, a heap of sealed records.
    pub fn over(sealed: Vec<u8>, rows: usize) -> Self {
        Self {
            phone_ix: Vec::with_capacity(rows),
            content_ix: Vec::with_capacity(rows),
            ad: Vec::with_capacity(rows),
            night: Vec::with_capacity(rows),
            sealed,
            at: Vec::with_capacity(rows),
        }
    }

    /// Adds a row whose sealed record is a part of the heap.
    pub fn push_at(&mut self, phone_ix: Ix, content_ix: Ix, ad: i64, night: i64, at: (u32, u32)) {
        self.phone_ix.push(phone_ix);
        self.content_ix.push(content_ix);
        self.ad.push(ad);
        self.night.push(night);
        self.at.push(at);
    }

    /// Adds a row with its sealed record.
    pub fn push(&mut self, phone_ix: Ix, content_ix: Ix, ad: i64, night: i64, sealed: &[u8]) {
        let end = |heap: &Vec<u8>| u32::try_from(heap.len()).unwrap_or(u32::MAX);
        let from = end(&self.sealed);
        self.sealed.extend_from_slice(sealed);
        self.push_at(phone_ix, content_ix, ad, night, (from, end(&self.sealed)));
    }

    /// Rows in it.
    pub fn len(&self) -> usize {
        self.at.len()
    }

    /// There is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.at.is_empty()
    }

    /// Blind index of a row.
    pub fn phone_ix(&self, i: usize) -> &Ix {
        &self.phone_ix[i]
    }

    /// Content index, consents and sealed record of a row.
    pub fn row(&self, i: usize) -> (Ix, i64, i64, &[u8]) {
        (self.content_ix[i], self.ad[i], self.night[i], self.sealed(i))
    }

    /// A part of the heap of sealed records.
    pub fn heap(&self, (from, to): (u32, u32)) -> &[u8] {
        &self.sealed[from as usize..to as usize]
    }

    fn sealed(&self, i: usize) -> &[u8] {
        self.heap(self.at[i])
    }

    fn slices(&self) -> impl Iterator<Item = Range<usize>> {
        let len = self.len();
        (0..len).step_by(SLICE).map(move |from| from..len.min(from + SLICE))
    }

    /// What SQLite takes: the blob, and where its rows begin (from 1). A sealed record has 99,999 bytes
    /// at most; those of people have some 500.
    fn packed(&self, rows: Range<usize>) -> (Vec<u8>, String) {
        use std::fmt::Write as _;
        use std::io::Write as _;
        let mut blob = Vec::with_capacity(rows.len() * 256);
        let mut offsets = String::with_capacity(rows.len() * 8);
        for i in rows {
            // writing to memory does not fail
            let _ = write!(offsets, "{}{}", if offsets.is_empty() { '[' } else { ',' }, blob.len() + 1);
            blob.extend_from_slice(self.phone_ix[i].as_slice());
            blob.extend_from_slice(self.content_ix[i].as_slice());
            let sealed = self.sealed(i);
            let _ = write!(blob, "{:017}{:017}{:05}", self.ad[i], self.night[i], sealed.len());
            blob.extend_from_slice(sealed);
        }
        offsets.push(']');
        (blob, offsets)
    }
}

/// What became of the rows of a bundle.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Written {
    /// New people.
    pub inserted: u64,
    /// People who were there and have changed.
    pub updated: u64,
}

/// What is the same for every row of a bundle.
#[derive(Debug, Clone, Copy)]
pub struct Same {
    /// Whose people they are.
    pub site: SiteId,
    /// The key that sealed them.
    pub key_id: i64,
    /// When consent was given where no day is named.
    pub consent_at: Micros,
    /// When the rows are written.
    pub now: Micros,
    /// People who are there are changed where they differ.
    pub update: bool,
    /// There may be people already.
    pub populated: bool,
}

/// Binds `$1` to `$5`.
macro_rules! bind_rows {
    ($query:expr, sqlite $rows:expr) => {
        $query.bind(&$rows.0).bind(&$rows.1).bind(None::<i64>).bind(None::<i64>).bind(None::<i64>)
    };
    ($query:expr, postgres $rows:expr) => {
        $query.bind(&$rows.phone).bind(&$rows.content).bind(&$rows.sealed).bind($rows.ad).bind($rows.night)
    };
}

/// What PostgreSQL takes.
struct Arrays<'a> {
    phone: Vec<&'a [u8]>,
    content: Vec<&'a [u8]>,
    sealed: Vec<&'a [u8]>,
    ad: &'a [i64],
    night: &'a [i64],
}

impl<'a> Arrays<'a> {
    fn of(bundle: &'a Bundle, rows: Range<usize>) -> Self {
        Self {
            phone: bundle.phone_ix[rows.clone()].iter().map(Ix::as_slice).collect(),
            content: bundle.content_ix[rows.clone()].iter().map(Ix::as_slice).collect(),
            sealed: rows.clone().map(|i| bundle.sealed(i)).collect(),
            ad: &bundle.ad[rows.clone()],
            night: &bundle.night[rows],
        }
    }
}

/// For a site that has nobody yet, on PostgreSQL: half the time of [`INSERT_NEW`], and a number that is
/// there after all fails the transaction.
const COPY_NEW: &str = "COPY recipient (site_id, phone_ix, content_ix, sealed, key_id, ad_consent_at, night_consent_at,
    created_at, updated_at) FROM STDIN (FORMAT binary)";

/// Bytes sent at once.
const COPY_BLOCK: usize = 256 << 10;

async fn copy(c: &mut PgConnection, bundle: &Bundle, same: &Same) -> Result<u64> {
    let mut copy = c.copy_in_raw(COPY_NEW).await?;
    // signature, flags, length of the header's extension
    let mut out = b"PGCOPY\n\xFF\r\n\0\0\0\0\0\0\0\0\0".to_vec();
    let field = |out: &mut Vec<u8>, bytes: &[u8]| {
        out.extend_from_slice(&i32::try_from(bytes.len()).unwrap_or(i32::MAX).to_be_bytes());
        out.extend_from_slice(bytes);
    };
    let moment = |word: i64| match word {
        consent::KEEP | consent::NO => None,
        consent::YES => Some(same.consent_at.0),
        at => Some(at),
    };
    for i in 0..bundle.len() {
        out.extend_from_slice(&9_i16.to_be_bytes());
        field(&mut out, &same.site.0.to_be_bytes());
        field(&mut out, bundle.phone_ix[i].as_slice());
        field(&mut out, bundle.content_ix[i].as_slice());
        field(&mut out, bundle.sealed(i));
        field(&mut out, &same.key_id.to_be_bytes());
        for at in [moment(bundle.ad[i]), moment(bundle.night[i])] {
            match at {
                Some(at) => field(&mut out, &at.to_be_bytes()),
                None => out.extend_from_slice(&(-1_i32).to_be_bytes()),
            }
        }
        field(&mut out, &same.now.0.to_be_bytes());
        field(&mut out, &same.now.0.to_be_bytes());
        if out.len() >= COPY_BLOCK {
            copy.send(out.as_slice()).await?;
            out.clear();
        }
    }
    out.extend_from_slice(&(-1_i16).to_be_bytes());
    copy.send(out.as_slice()).await?;
    Ok(copy.finish().await?)
}

/// Writes the rows, and puts them on a list if one is given.
///
/// # Errors
/// `Duplicate` when the site was said to have nobody and one of the numbers is there; the transaction
/// is lost, and the same with `populated` does it.
pub async fn write(tx: &mut Tx, bundle: &Bundle, same: &Same, list: Option<ListId>) -> Result<Written> {
    let mut written = Written::default();
    macro_rules! on_engine {
        ($c:ident, $e:expr, $len:expr, $kind:ident $rows:ident) => {{
            macro_rules! run {
                ($sql:expr) => {
                    bind_rows!(sqlx::query($sql.on($e)), $kind $rows)
                        .bind(same.site)
                        .bind(same.key_id)
                        .bind(same.consent_at)
                        .bind(same.now)
                        .execute(&mut *$c)
                        .await?
                        .rows_affected()
                };
            }
            if same.update && same.populated {
                written.updated += run!(UPDATE_CHANGED);
            }
            if same.populated || $e == Engine::Sqlite {
                let inserted = run!(INSERT_NEW);
                written.inserted += inserted;
                // somebody else has written to a site that was empty when we looked
                if same.update && !same.populated && inserted < $len as u64 {
                    written.updated += run!(UPDATE_CHANGED);
                }
            }
            if let Some(list) = list {
                bind_rows!(sqlx::query(JOIN_LIST.on($e)), $kind $rows)
                    .bind(same.site)
                    .bind(list)
                    .execute(&mut *$c)
                    .await?;
            }
        }};
    }
    if let Conn::Postgres(c) = tx.conn() {
        sqlx::query(LOOK_UP_EACH.on(Engine::Postgres)).execute(&mut *c).await?;
        if !same.populated {
            written.inserted = copy(c, bundle, same).await?;
            if list.is_none() {
                return Ok(written);
            }
        }
    }
    for slice in bundle.slices() {
        match tx.conn() {
            Conn::Sqlite(c) => {
                let rows = bundle.packed(slice.clone());
                on_engine!(c, Engine::Sqlite, slice.len(), sqlite rows);
            }
            Conn::Postgres(c) => {
                let rows = Arrays::of(bundle, slice.clone());
                on_engine!(c, Engine::Postgres, slice.len(), postgres rows);
            }
        }
    }
    Ok(written)
}

/// A person that is there, for a row of a bundle.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Existing {
    /// Which row, as the engine counts.
    ord: i64,
    /// Its id.
    pub id: RecipientId,
    /// Keyed digest of the content.
    #[sqlx(try_from = "Vec<u8>")]
    pub content_ix: Ix,
    /// The sealed record.
    pub sealed: Vec<u8>,
    /// The key that sealed it.
    pub key_id: i64,
}

/// Those rows whose number is there, by their place in the bundle.
pub async fn existing(c: &mut impl Reads, bundle: &Bundle, site: SiteId) -> Result<Vec<(usize, Existing)>> {
    let mut all = Vec::new();
    for slice in bundle.slices() {
        let (found, first): (Vec<Existing>, _) = match c.conn() {
            Conn::Sqlite(c) => {
                let rows = bundle.packed(slice.clone());
                let q = bind_rows!(sqlx::query_as(EXISTING.on(Engine::Sqlite)), sqlite rows);
                (q.bind(site).fetch_all(c).await?, 0)
            }
            Conn::Postgres(c) => {
                let rows = Arrays::of(bundle, slice.clone());
                let q = bind_rows!(sqlx::query_as(EXISTING.on(Engine::Postgres)), postgres rows);
                (q.bind(site).fetch_all(c).await?, 1)
            }
        };
        let place = |ord: i64| usize::try_from(ord - first).map_err(StoreError::corrupt);
        for e in found {
            all.push((slice.start + place(e.ord)?, e));
        }
    }
    Ok(all)
}
