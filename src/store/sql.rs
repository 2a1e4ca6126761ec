//! How statements are written: constants, one text or two, rows as one JSON parameter.

/// Which database it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Embedded, one file.
    Sqlite,
    /// A server for many machines.
    Postgres,
}

/// A statement: the same text on both engines, or one for each.
#[derive(Debug, Clone, Copy)]
pub struct Sql {
    /// For SQLite.
    pub sqlite: &'static str,
    /// For PostgreSQL.
    pub postgres: &'static str,
}

impl Sql {
    /// One text for both.
    pub const fn same(text: &'static str) -> Self {
        Self { sqlite: text, postgres: text }
    }

    /// The text for `engine`.
    pub const fn on(self, engine: Engine) -> &'static str {
        match engine {
            Engine::Sqlite => self.sqlite,
            Engine::Postgres => self.postgres,
        }
    }
}

/// Runs one body on whichever engine a connection belongs to:
/// `on!(c, |conn, engine| sqlx::query(SQL.on(engine)).execute(conn).await)`.
macro_rules! on {
    ($c:expr, |$conn:ident, $engine:ident| $body:expr) => {
        match $crate::store::Reads::conn($c) {
            $crate::store::Conn::Sqlite($conn) => {
                let $engine = $crate::store::Engine::Sqlite;
                $body
            }
            $crate::store::Conn::Postgres($conn) => {
                let $engine = $crate::store::Engine::Postgres;
                $body
            }
        }
    };
}
pub(crate) use on;

/// Declares statements as constants and lists them in `ALL`.
///
/// `NAME = "…"` is one text; `NAME = sqlite "…", postgres "…"` is a fork (only in `dialect.rs`);
/// `NAME = bulk!("…", rows(id int, text text), "…")` takes rows as the JSON array `$1`.
macro_rules! statements {
    ($($(#[$meta:meta])* $name:ident = $text:expr;)+) => {
        $($(#[$meta])* pub(crate) const $name: $crate::store::Sql = $text;)+
        /// Every statement of this file.
        pub(crate) const ALL: &[(&str, $crate::store::Sql)] = &[$((concat!(module_path!(), "::", stringify!($name)), $name)),+];
    };
}
pub(crate) use statements;

/// A statement whose rows come as one JSON array of objects, bound as text to `$1`, under the
/// name `r`. Column kinds: `int`, `text`, `bytes` (lower-case hex in the JSON).
///
/// Only the row source differs between the engines.
macro_rules! bulk {
    ($before:expr, rows($($col:ident $kind:ident),+ $(,)?), $after:expr) => {
        $crate::store::Sql {
            sqlite: concat!(
                $before,
                " (SELECT e.key AS ord",
                $(", ", $crate::store::sql::bulk!(@sqlite $col $kind), " AS ", stringify!($col)),+,
                " FROM jsonb_each($1) AS e) AS r ",
                $after
            ),
            postgres: concat!(
                $before,
                " (SELECT e.ord",
                $(", ", $crate::store::sql::bulk!(@postgres $col $kind), " AS ", stringify!($col)),+,
                " FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (",
                $crate::store::sql::bulk!(@columns $($col $kind),+),
                ")) WITH ORDINALITY AS e(",
                $(stringify!($col), ", "),+,
                "ord)) AS r ",
                $after
            ),
        }
    };
    (@sqlite $col:ident bytes) => { concat!("unhex(e.value ->> '", stringify!($col), "')") };
    (@sqlite $col:ident $kind:ident) => { concat!("(e.value ->> '", stringify!($col), "')") };
    (@postgres $col:ident bytes) => { concat!("decode(e.", stringify!($col), ", 'hex')") };
    (@postgres $col:ident $kind:ident) => { concat!("e.", stringify!($col)) };
    (@columns $col:ident $kind:ident) => { $crate::store::sql::bulk!(@column $col $kind) };
    (@columns $col:ident $kind:ident, $($rest:tt)+) => {
        concat!($crate::store::sql::bulk!(@column $col $kind), ", ", $crate::store::sql::bulk!(@columns $($rest)+))
    };
    (@column $col:ident int) => { concat!(stringify!($col), " bigint") };
    (@column $col:ident text) => { concat!(stringify!($col), " text") };
    (@column $col:ident bytes) => { concat!(stringify!($col), " text") };
}
pub(crate) use bulk;

/// A statement whose rows are single integers: one JSON array of them, bound as text to `$1`, under the name `r`
/// with the column `v`. Both engines read it several times faster than objects.
macro_rules! ints {
    ($before:expr, $after:expr) => {
        $crate::store::Sql {
            sqlite: concat!($before, " (SELECT e.value AS v FROM json_each($1) AS e) AS r ", $after),
            postgres: concat!(
                $before,
                " (SELECT e.v FROM unnest(string_to_array(NULLIF(btrim($1, '[]'), ''), ',')::bigint[]) AS e(v)) AS r ",
                $after
            ),
        }
    };
}
pub(crate) use ints;

/// A statement whose rows are single texts: one JSON array of them, bound as text to `$1`, under the name `r` with the
/// columns `ord` and `v`.
macro_rules! texts {
    ($before:expr, $after:expr) => {
        $crate::store::Sql {
            sqlite: concat!($before, " (SELECT e.key AS ord, e.value AS v FROM json_each($1) AS e) AS r ", $after),
            postgres: concat!(
                $before,
                " (SELECT e.ord, e.v FROM jsonb_array_elements_text($1::jsonb) WITH ORDINALITY AS e(v, ord)) AS r ",
                $after
            ),
        }
    };
}
pub(crate) use texts;

/// The rows of an `ints!` statement.
pub fn int_rows(rows: impl IntoIterator<Item = i64>) -> String {
    use std::fmt::Write as _;
    let mut text = String::from("[");
    for row in rows {
        if text.len() > 1 {
            text.push(',');
        }
        let _ = write!(text, "{row}");
    }
    text.push(']');
    text
}

/// Lower-case hex: how bytes stand in the JSON of a bulk statement.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|b| [b >> 4, b & 15]).map(|d| char::from(DIGITS[usize::from(d)])).collect()
}
