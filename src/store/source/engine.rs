//! What the three engines of sources do differently: transactions, placeholders, values.

use futures_util::StreamExt as _;
use futures_util::stream::BoxStream;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use sqlx::mysql::{MySqlConnection, MySqlRow};
use sqlx::postgres::{PgConnection, PgRow, PgTypeInfo, PgTypeKind};
use sqlx::sqlite::{SqliteConnection, SqliteRow};
use sqlx::{
    AssertSqlSafe, Column as _, Either, Executor as _, Row, SqlSafeStr as _, Statement as _, TypeInfo as _,
    ValueRef as _,
};

use super::query::Side;
use crate::domain::time::{Micros, kst};

/// A column that the query gives.
#[derive(Debug)]
pub(super) struct Column {
    pub(super) name: String,
    /// Its type is one of whole numbers.
    pub(super) integer: bool,
}

/// What the engine says of the query before it runs.
#[derive(Debug)]
pub(super) struct Shape {
    pub(super) columns: Vec<Column>,
    /// What stands for `:from` and `:to`.
    pub(super) placeholders: [String; 2],
    /// A type beside a parameter that dates cannot be compared with.
    pub(super) odd: Option<String>,
}

/// Why a value has no text.
pub(super) enum Unreadable {
    /// Its type, as the engine calls it.
    Kind(String),
    /// The driver.
    Driver(sqlx::Error),
}

impl From<sqlx::Error> for Unreadable {
    fn from(e: sqlx::Error) -> Self {
        Self::Driver(e)
    }
}

type Text = Result<Option<String>, Unreadable>;

/// A connection to a source. Parameters are bound as text and cast by the engine.
pub(super) trait Driver: sqlx::Connection + 'static {
    /// A row of it.
    type Row: Send + Sync;
    /// Begins a transaction that cannot write.
    const BEGIN: &'static str;
    /// The last id of the page before, as the last parameter.
    const KEY: &'static str;

    /// The placeholder of a parameter whose type is still to be found.
    fn bare(side: Side) -> String;
    /// A column's name in quotes.
    fn quoted(name: &str) -> String;
    /// What is bound, for placeholders in this order.
    fn values(order: &[Side], from: &str, to: &str) -> Vec<String>;
    /// Runs a statement of ours without parameters.
    fn execute(&mut self, sql: &'static str) -> impl Future<Output = Result<(), sqlx::Error>> + Send;
    /// Prepares the operator's query and looks at it.
    fn shape(&mut self, sql: String) -> impl Future<Output = Result<Shape, sqlx::Error>> + Send;
    /// Runs the operator's query.
    fn rows(&mut self, sql: String, values: Vec<String>) -> BoxStream<'_, Result<Self::Row, sqlx::Error>>;
    /// A value as text.
    fn text(row: &Self::Row, i: usize) -> Text;
}

/// What is the same text for each engine, but of other types.
macro_rules! alike {
    ($row:ty) => {
        type Row = $row;

        async fn execute(&mut self, sql: &'static str) -> Result<(), sqlx::Error> {
            sqlx::raw_sql(sql).execute(self).await.map(|_| ())
        }

        fn rows(&mut self, sql: String, values: Vec<String>) -> BoxStream<'_, Result<Self::Row, sqlx::Error>> {
            // the text is the operator's own; what varies within it is bound
            let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(false);
            for value in values {
                query = query.bind(value);
            }
            query.fetch(self).boxed()
        }
    };
}

fn numbered(side: Side, sign: char) -> String {
    format!("{sign}{}", if side == Side::From { 1 } else { 2 })
}

fn double_quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

impl Driver for SqliteConnection {
    alike!(SqliteRow);
    const BEGIN: &'static str = "BEGIN";
    const KEY: &'static str = "CAST(?3 AS INTEGER)";

    fn bare(side: Side) -> String {
        numbered(side, '?')
    }

    fn quoted(name: &str) -> String {
        double_quoted(name)
    }

    fn values(_: &[Side], from: &str, to: &str) -> Vec<String> {
        vec![from.to_owned(), to.to_owned()]
    }

    async fn shape(&mut self, sql: String) -> Result<Shape, sqlx::Error> {
        let statement = self.prepare(AssertSqlSafe(sql).into_sql_str()).await?;
        let column = |c: &sqlx::sqlite::SqliteColumn| Column {
            name: c.name().to_owned(),
            integer: c.type_info().name() == "INTEGER",
        };
        let columns = statement.columns().iter().map(column).collect();
        Ok(Shape { columns, placeholders: [Self::bare(Side::From), Self::bare(Side::To)], odd: None })
    }

    fn text(row: &SqliteRow, i: usize) -> Text {
        let raw = row.try_get_raw(i)?;
        if raw.is_null() {
            return Ok(None);
        }
        let kind = raw.type_info().name().to_owned();
        match kind.as_str() {
            // SQLite turns numbers into text itself
            "TEXT" | "INTEGER" | "REAL" => Ok(Some(row.try_get_unchecked(i)?)),
            _ => Err(Unreadable::Kind(kind)),
        }
    }
}

impl Driver for PgConnection {
    alike!(PgRow);
    const BEGIN: &'static str = "BEGIN TRANSACTION READ ONLY; SET LOCAL TIME ZONE 'Asia/Seoul'";
    const KEY: &'static str = "CAST($3 AS bigint)";

    fn bare(side: Side) -> String {
        numbered(side, '$')
    }

    fn quoted(name: &str) -> String {
        double_quoted(name)
    }

    fn values(_: &[Side], from: &str, to: &str) -> Vec<String> {
        vec![from.to_owned(), to.to_owned()]
    }

    async fn shape(&mut self, sql: String) -> Result<Shape, sqlx::Error> {
        let statement = self.prepare(AssertSqlSafe(sql).into_sql_str()).await?;
        let column = |c: &sqlx::postgres::PgColumn| Column {
            name: c.name().to_owned(),
            integer: matches!(base(c.type_info()).name(), "INT2" | "INT4" | "INT8"),
        };
        let columns = statement.columns().iter().map(column).collect();
        let mut placeholders = [Self::bare(Side::From), Self::bare(Side::To)];
        let mut odd = None;
        if let Some(Either::Left(types)) = statement.parameters() {
            for (placeholder, found) in placeholders.iter_mut().zip(types) {
                // bound as text, which PostgreSQL does not turn into dates by itself
                match base(found).name() {
                    "TEXT" | "VARCHAR" | "CHAR" | "NAME" | "UNKNOWN" => {}
                    "DATE" | "TIMESTAMP" => *placeholder = format!("CAST({placeholder} AS {})", base(found).name()),
                    "TIMESTAMPTZ" => *placeholder = format!("CAST({placeholder} AS timestamptz)"),
                    other => odd = Some(other.to_owned()),
                }
            }
        }
        Ok(Shape { columns, placeholders, odd })
    }

    fn text(row: &PgRow, i: usize) -> Text {
        let raw = row.try_get_raw(i)?;
        if raw.is_null() {
            return Ok(None);
        }
        let kind = base(&raw.type_info()).clone();
        let bytes = raw.as_bytes().map_err(sqlx::Error::Decode)?;
        let broken = || Unreadable::Kind(kind.name().to_owned());
        let i64_of = |b: &[u8]| b.try_into().map(i64::from_be_bytes).map_err(|_| broken());
        Ok(Some(match kind.name() {
            "TEXT" | "VARCHAR" | "CHAR" | "NAME" | "UNKNOWN" | "citext" => utf8(bytes).ok_or_else(broken)?,
            _ if matches!(kind.kind(), PgTypeKind::Enum(_)) => utf8(bytes).ok_or_else(broken)?,
            "INT2" => bytes.try_into().map(i16::from_be_bytes).map_err(|_| broken())?.to_string(),
            "INT4" => bytes.try_into().map(i32::from_be_bytes).map_err(|_| broken())?.to_string(),
            "INT8" => i64_of(bytes)?.to_string(),
            "BOOL" => (bytes == [1]).to_string(),
            "DATE" => {
                // days since 2000
                let days = bytes.try_into().map(i32::from_be_bytes).map_err(|_| broken())?;
                date(2000, 1, 1)
                    .checked_add(i64::from(days).days())
                    .map_or_else(|_| "infinity".to_owned(), |d| d.to_string())
            }
            "TIMESTAMP" => {
                let us = i64_of(bytes)?;
                let epoch = date(2000, 1, 1).at(0, 0, 0, 0);
                epoch.checked_add(us.microseconds()).map_or_else(|_| "infinity".to_owned(), wall)
            }
            "TIMESTAMPTZ" => {
                const EPOCH_2000_US: i64 = 946_684_800_000_000;
                let us = i64_of(bytes)?;
                let at = us.checked_add(EPOCH_2000_US).map(|us| Micros(us).timestamp().to_zoned(kst()).datetime());
                at.map_or_else(|| "infinity".to_owned(), wall)
            }
            _ => return Err(broken()),
        }))
    }
}

/// The type under domains.
fn base(t: &PgTypeInfo) -> &PgTypeInfo {
    match t.kind() {
        PgTypeKind::Domain(under) => base(under),
        _ => t,
    }
}

impl Driver for MySqlConnection {
    alike!(MySqlRow);
    const BEGIN: &'static str = "START TRANSACTION READ ONLY";
    const KEY: &'static str = "CAST(? AS SIGNED)";

    fn bare(_: Side) -> String {
        "?".to_owned()
    }

    fn quoted(name: &str) -> String {
        format!("`{}`", name.replace('`', "``"))
    }

    fn values(order: &[Side], from: &str, to: &str) -> Vec<String> {
        order.iter().map(|s| if *s == Side::From { from } else { to }.to_owned()).collect()
    }

    async fn shape(&mut self, sql: String) -> Result<Shape, sqlx::Error> {
        let statement = self.prepare(AssertSqlSafe(sql).into_sql_str()).await?;
        let column = |c: &sqlx::mysql::MySqlColumn| Column {
            name: c.name().to_owned(),
            integer: c.type_info().name().contains("INT"),
        };
        let columns = statement.columns().iter().map(column).collect();
        Ok(Shape { columns, placeholders: ["?".to_owned(), "?".to_owned()], odd: None })
    }

    fn text(row: &MySqlRow, i: usize) -> Text {
        let raw = row.try_get_raw(i)?;
        if raw.is_null() {
            return Ok(None);
        }
        let kind = raw.type_info().name().to_owned();
        let bytes: &[u8] = row.try_get_unchecked(i)?;
        let text = match kind.as_str() {
            "BOOLEAN" | "TINYINT" | "SMALLINT" | "MEDIUMINT" | "INT" | "BIGINT" => {
                Some(row.try_get_unchecked::<i64, _>(i)?.to_string())
            }
            k if k.ends_with(" UNSIGNED") || k == "YEAR" => Some(row.try_get_unchecked::<u64, _>(i)?.to_string()),
            "DATE" | "DATETIME" | "TIMESTAMP" => moment(bytes),
            "CHAR" | "VARCHAR" | "ENUM" | "DECIMAL" | "BINARY" | "VARBINARY" => utf8(bytes),
            k if k.ends_with("TEXT") || k.ends_with("BLOB") => utf8(bytes),
            _ => None,
        };
        text.map(Some).ok_or(Unreadable::Kind(kind))
    }
}

fn utf8(bytes: &[u8]) -> Option<String> {
    String::from_utf8(bytes.to_vec()).ok()
}

/// MySQL's binary form: length, year, month, day, then perhaps hour, minute, second, microseconds.
///
/// A date that no calendar has (`1990-00-00`) stays as it is written, to be refused as such.
fn moment(bytes: &[u8]) -> Option<String> {
    let [_, y0, y1, month, day, time @ ..] = bytes else { return None };
    let day = format!("{:04}-{month:02}-{day:02}", u16::from_le_bytes([*y0, *y1]));
    Some(match time {
        [h, m, s, ..] if (*h, *m, *s) != (0, 0, 0) => format!("{day} {h:02}:{m:02}:{s:02}"),
        _ => day,
    })
}

/// Wall time; only the day at midnight, as dates are often kept.
fn wall(t: jiff::civil::DateTime) -> String {
    let day: Date = t.date();
    if t == day.at(0, 0, 0, 0) {
        day.to_string()
    } else {
        format!("{day} {:02}:{:02}:{:02}", t.hour(), t.minute(), t.second())
    }
}
