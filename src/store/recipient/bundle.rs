//! Many people in one statement: packed rows instead of JSON, since here every byte counts.
//!
//! The rows are the parameters `$1` to `$5` of each statement, and its table `r`: on PostgreSQL five
//! arrays, on SQLite one blob whose rows are cut out with `substr` at offsets that `json_each` lists
//! (hexadecimal JSON as `bulk!` has it would double the bytes and triple the time).

use crate::domain::id::{ListId, RecipientId, SiteId};
use crate::domain::seal::Ix;
use crate::domain::time::Micros;
use crate::store::{Conn, Engine, Reads, Result, Sql, Tx, statements};

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

/// Rows to be written together: unique by number, best in its order.
#[derive(Debug, Default)]
pub struct Bundle {
    phone_ix: Vec<Ix>,
    content_ix: Vec<Ix>,
    ad: Vec<i64>,
    night: Vec<i64>,
    sealed: Vec<u8>,
    ends: Vec<usize>,
}

impl Bundle {
    /// Adds a row. The longest sealed record that can be kept has 99,999 bytes; people have some 400 at most.
    pub fn push(&mut self, phone_ix: Ix, content_ix: Ix, ad: i64, night: i64, sealed: &[u8]) {
        self.phone_ix.push(phone_ix);
        self.content_ix.push(content_ix);
        self.ad.push(ad);
        self.night.push(night);
        self.sealed.extend_from_slice(sealed);
        self.ends.push(self.sealed.len());
    }

    /// Makes room for so many rows and bytes of sealed records.
    pub fn with_capacity(rows: usize, sealed: usize) -> Self {
        Self {
            phone_ix: Vec::with_capacity(rows),
            content_ix: Vec::with_capacity(rows),
            ad: Vec::with_capacity(rows),
            night: Vec::with_capacity(rows),
            sealed: Vec::with_capacity(sealed),
            ends: Vec::with_capacity(rows),
        }
    }

    /// Rows in it.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// There is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Blind index of a row.
    pub fn phone_ix(&self, i: usize) -> &Ix {
        &self.phone_ix[i]
    }

    /// Content index and sealed record of a row.
    pub fn row(&self, i: usize) -> (Ix, &[u8]) {
        (self.content_ix[i], self.sealed(i))
    }

    /// Consent to advertising of a row: a word of [`consent`], or when it was given.
    pub fn ad(&self, i: usize) -> i64 {
        self.ad[i]
    }

    fn sealed(&self, i: usize) -> &[u8] {
        let from = if i == 0 { 0 } else { self.ends[i - 1] };
        &self.sealed[from..self.ends[i]]
    }

    /// What SQLite takes: the blob, and where its rows begin (from 1).
    fn packed(&self) -> (Vec<u8>, String) {
        use std::fmt::Write as _;
        use std::io::Write as _;
        let mut blob = Vec::with_capacity(self.sealed.len() + self.len() * 71);
        let mut offsets = String::with_capacity(self.len() * 9 + 2);
        for i in 0..self.len() {
            // writing to memory does not fail
            let _ = write!(offsets, "{}{}", if i == 0 { '[' } else { ',' }, blob.len() + 1);
            blob.extend_from_slice(self.phone_ix[i].as_slice());
            blob.extend_from_slice(self.content_ix[i].as_slice());
            let sealed = self.sealed(i);
            let _ = write!(blob, "{:017}{:017}{:05}", self.ad[i], self.night[i], sealed.len());
            blob.extend_from_slice(sealed);
        }
        offsets.push_str(if self.is_empty() { "[]" } else { "]" });
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
        $query
            .bind(&$rows.phone)
            .bind(&$rows.content)
            .bind(&$rows.sealed)
            .bind(&$rows.bundle.ad)
            .bind(&$rows.bundle.night)
    };
}

/// What PostgreSQL takes.
struct Arrays<'a> {
    phone: Vec<&'a [u8]>,
    content: Vec<&'a [u8]>,
    sealed: Vec<&'a [u8]>,
    bundle: &'a Bundle,
}

impl<'a> Arrays<'a> {
    fn of(bundle: &'a Bundle) -> Self {
        Self {
            phone: bundle.phone_ix.iter().map(Ix::as_slice).collect(),
            content: bundle.content_ix.iter().map(Ix::as_slice).collect(),
            sealed: (0..bundle.len()).map(|i| bundle.sealed(i)).collect(),
            bundle,
        }
    }
}

/// Writes the rows, and puts them on a list if one is given.
pub async fn write(tx: &mut Tx, bundle: &Bundle, same: &Same, list: Option<ListId>) -> Result<Written> {
    let mut written = Written::default();
    macro_rules! on_engine {
        ($c:ident, $e:expr, $kind:ident $rows:ident) => {{
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
                written.updated = run!(UPDATE_CHANGED);
            }
            written.inserted = run!(INSERT_NEW);
            // somebody else has written to a site that was empty when we looked
            if same.update && !same.populated && written.inserted < bundle.len() as u64 {
                written.updated = run!(UPDATE_CHANGED);
            }
            if let Some(list) = list {
                let q = bind_rows!(sqlx::query(JOIN_LIST.on($e)), $kind $rows);
                q.bind(same.site).bind(list).execute(&mut *$c).await?;
            }
        }};
    }
    match tx.conn() {
        Conn::Sqlite(c) => {
            let rows = bundle.packed();
            on_engine!(c, Engine::Sqlite, sqlite rows);
        }
        Conn::Postgres(c) => {
            let rows = Arrays::of(bundle);
            on_engine!(c, Engine::Postgres, postgres rows);
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
    let (found, first): (Vec<Existing>, _) = match c.conn() {
        Conn::Sqlite(c) => {
            let rows = bundle.packed();
            let q = bind_rows!(sqlx::query_as(EXISTING.on(Engine::Sqlite)), sqlite rows);
            (q.bind(site).fetch_all(c).await?, 0)
        }
        Conn::Postgres(c) => {
            let rows = Arrays::of(bundle);
            let q = bind_rows!(sqlx::query_as(EXISTING.on(Engine::Postgres)), postgres rows);
            (q.bind(site).fetch_all(c).await?, 1)
        }
    };
    Ok(found.into_iter().map(|e| (usize::try_from(e.ord - first).unwrap_or(0), e)).collect())
}
