//! Bills and what changed about them.

use std::sync::OnceLock;

use sqlx::{AssertSqlSafe, SqlSafeStr as _, SqlStr};

use super::{Fields, Range, rows};
use crate::domain::bill::Bill;
use crate::domain::period::Period;
use crate::store::dialect::{KEEP, KEEP_OVER};
use crate::store::{Conn, Engine, Reads, Result, Sql, Tx, bulk, int_rows, ints, on, statements};

statements! {
    DROP = ints!("DELETE FROM bill WHERE period = $2 AND line_id IN (SELECT r.v FROM", ")");
    CHANGED = bulk!(
        "INSERT INTO bill_change (period, draft, line_id, before_minor, after_minor) SELECT $2, $3, r.l, r.b, r.a FROM",
        rows(l int, b int, a int),
        "WHERE true ON CONFLICT (period, draft, line_id) DO UPDATE SET after_minor = excluded.after_minor");
    KNOWN = Sql::same(
        "SELECT COALESCE(string_agg(line_id || ' ' || digest || ' ' || total_minor, ';'), '') FROM bill
         WHERE period = $3 AND line_id > $1 AND line_id <= $2");
    PAGE = Sql::same(
        "SELECT COALESCE(string_agg(line_id || ' ' || plan_minor || ' ' || vas_minor || ' ' || overage_minor || ' ' ||
         discount_minor || ' ' || adjust_minor || ' ' || supply_minor || ' ' || vat_minor || ' ' || micro_minor || ' ' ||
         carry_in_minor || ' ' || round_minor || ' ' || total_minor || ' ' || carry_out_minor, ';'), '') FROM bill
         WHERE period = $3 AND line_id > $1 AND line_id <= $2");
    SUMS = Sql::same(
        "SELECT COUNT(*), CAST(COALESCE(SUM(supply_minor), 0) AS BIGINT), CAST(COALESCE(SUM(vat_minor), 0) AS BIGINT),
         CAST(COALESCE(SUM(micro_minor), 0) AS BIGINT), CAST(COALESCE(SUM(carry_in_minor), 0) AS BIGINT),
         CAST(COALESCE(SUM(round_minor), 0) AS BIGINT), CAST(COALESCE(SUM(total_minor), 0) AS BIGINT),
         CAST(COALESCE(SUM(digest & 1073741823), 0) AS BIGINT), CAST(COALESCE(SUM(digest >> 30), 0) AS BIGINT)
         FROM bill WHERE period = $1");
    DIFF = Sql::same(
        "SELECT l.code, x.before_minor, x.after_minor FROM bill_change AS x JOIN line AS l ON l.id = x.line_id
         WHERE x.period = $1 AND x.draft = $2 AND x.line_id > $3 ORDER BY x.line_id LIMIT $4");
    DIFF_SUMS = Sql::same(
        "SELECT COUNT(*), CAST(COALESCE(SUM(COALESCE(after_minor, 0) - COALESCE(before_minor, 0)), 0) AS BIGINT)
         FROM bill_change WHERE period = $1 AND draft = $2");
}

/// The statement that writes bills, and what it ends with: on a server with columns as arrays, in a file with a row of
/// values for each bill.
macro_rules! keep_bills {
    ($tail:literal) => {
        $crate::store::Sql {
            sqlite: concat!(keep_bills!(@into), "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", $tail),
            postgres: concat!(
                keep_bills!(@into),
                "SELECT $1, $2, r.* FROM unnest($3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[],
                 $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[], $14::bigint[],
                 $15::bigint[], $16::bigint[]) AS r",
                $tail
            ),
        }
    };
    (@into) => {
        "INSERT INTO bill (period, draft, line_id, plan_minor, vas_minor, overage_minor, discount_minor, adjust_minor,
         supply_minor, vat_minor, micro_minor, carry_in_minor, round_minor, total_minor, carry_out_minor, digest) "
    };
}
pub(in crate::store) use keep_bills;

/// What a month's bills come to. All in 1/100 won.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Sums {
    /// How many.
    pub bills: i64,
    /// What is taxed.
    pub supply_minor: i64,
    /// The tax.
    pub vat_minor: i64,
    /// Micro payments.
    pub micro_minor: i64,
    /// Brought from the month before.
    pub carry_minor: i64,
    /// What was cut off.
    pub round_minor: i64,
    /// What is to be paid.
    pub total_minor: i64,
    /// Sums of the lower and upper bits of the digests: they do not depend on the order.
    #[serde(skip)]
    pub digests: (i64, i64),
}

impl Sums {
    /// Adds a bill and its digest.
    pub fn add(&mut self, b: &Bill, digest: i64) {
        self.bills += 1;
        self.supply_minor += b.supply;
        self.vat_minor += b.vat;
        self.micro_minor += b.micro;
        self.carry_minor += b.carry_in;
        self.round_minor += b.round;
        self.total_minor += b.total;
        self.digests.0 += digest & ((1 << 30) - 1);
        self.digests.1 += digest >> 30;
    }
}

/// A bill to be written.
#[derive(Debug, Clone, Copy)]
pub struct BillRow {
    /// The line.
    pub line: i64,
    /// Its bill.
    pub bill: Bill,
    /// Digest of the line's code and all amounts.
    pub digest: i64,
}

/// A bill that is not what it was: in 1/100 won, `None` where there is none.
#[derive(Debug, Clone, Copy)]
pub struct Change {
    /// The line.
    pub line: i64,
    /// What it came to.
    pub before: Option<i64>,
    /// What it comes to.
    pub after: Option<i64>,
}

/// What is there of a bill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// The line.
    pub line: i64,
    /// See [`BillRow`].
    pub digest: i64,
    /// What it comes to.
    pub total: i64,
}

/// Writes bills of a month: of lines that have none yet, or (`over`) over what they have.
pub async fn keep(tx: &mut Tx, period: Period, draft: i64, bills: &[BillRow], over: bool) -> Result<()> {
    let sql = if over { KEEP_OVER } else { KEEP };
    match tx.conn() {
        Conn::Sqlite(c) => {
            for some in bills.chunks(ROWS) {
                let mut q = match some.len() {
                    ROWS if !over => sqlx::query(fresh_rows()),
                    n => sqlx::query(AssertSqlSafe(rows_of(sql, n))).persistent(false),
                };
                for b in some {
                    q = q.bind(period).bind(draft).bind(b.line);
                    for amount in b.bill.amounts() {
                        q = q.bind(amount);
                    }
                    q = q.bind(b.digest);
                }
                q.execute(&mut *c).await?;
            }
        }
        Conn::Postgres(c) if !bills.is_empty() => {
            let column = |of: &dyn Fn(&BillRow) -> i64| bills.iter().map(of).collect::<Vec<i64>>();
            let mut q = sqlx::query(sql.on(Engine::Postgres)).bind(period).bind(draft).bind(column(&|b| b.line));
            for i in 0..12 {
                q = q.bind(column(&|b| b.bill.amounts()[i]));
            }
            q.bind(column(&|b| b.digest)).execute(c).await?;
        }
        Conn::Postgres(_) => {}
    }
    Ok(())
}

/// Rows of one statement on SQLite, which takes values several times faster than rows from JSON.
const ROWS: usize = 1000;

fn rows_of(sql: Sql, n: usize) -> String {
    const ROW: &str = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    sql.on(Engine::Sqlite).replacen(ROW, &vec![ROW; n].join(", "), 1)
}

/// The statement for [`ROWS`] rows of lines that have none yet, which is prepared once.
fn fresh_rows() -> SqlStr {
    static TEXT: OnceLock<SqlStr> = OnceLock::new();
    TEXT.get_or_init(|| AssertSqlSafe(rows_of(KEEP, ROWS)).into_sql_str()).clone()
}

/// Takes bills back that are none any more.
pub async fn drop_bills(tx: &mut Tx, period: Period, lines: &[i64]) -> Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let rows = int_rows(lines.iter().copied());
    on!(tx, |c, e| sqlx::query(DROP.on(e)).bind(rows).bind(period).execute(c).await.map(drop))?;
    Ok(())
}

/// Notes what a draft changed.
pub async fn changed(tx: &mut Tx, period: Period, draft: i64, changes: &[Change]) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    let rows: Vec<_> =
        changes.iter().map(|c| serde_json::json!({ "l": c.line, "b": c.before, "a": c.after })).collect();
    let rows = serde_json::Value::Array(rows).to_string();
    on!(tx, |c, e| sqlx::query(CHANGED.on(e)).bind(rows).bind(period).bind(draft).execute(c).await.map(drop))?;
    Ok(())
}

/// The bills there are for lines of a range, in the order of the lines.
pub async fn known(c: &mut impl Reads, period: Period, range: Range) -> Result<Vec<Known>> {
    let all = super::text(c, KNOWN, range, &[period.ym()]).await?;
    let read = |mut f: Fields<'_>| Ok(Known { line: f.number()?, digest: f.number()?, total: f.number()? });
    let mut known = rows(&all).map(read).collect::<Result<Vec<_>>>()?;
    known.sort_unstable_by_key(|k| k.line);
    Ok(known)
}

/// Lines and their bills in `all`, in the order of the lines.
pub(super) fn bills(all: &str) -> Result<Vec<(i64, Bill)>> {
    let read = |mut f: Fields<'_>| {
        let line = f.number()?;
        let mut amounts = [0; 12];
        for a in &mut amounts {
            *a = f.number()?;
        }
        Ok((line, Bill::of_amounts(amounts)))
    };
    let mut bills = rows(all).map(read).collect::<Result<Vec<_>>>()?;
    bills.sort_unstable_by_key(|b| b.0);
    Ok(bills)
}

/// Whole bills of lines of a range, in the order of the lines.
pub async fn page(c: &mut impl Reads, period: Period, range: Range) -> Result<Vec<(i64, Bill)>> {
    bills(&super::text(c, PAGE, range, &[period.ym()]).await?)
}

/// What a month's bills come to.
pub async fn sums(c: &mut impl Reads, period: Period) -> Result<Sums> {
    type Row = (i64, i64, i64, i64, i64, i64, i64, i64, i64);
    let r: Row = on!(c, |c, e| sqlx::query_as(SUMS.on(e)).bind(period).fetch_one(c).await)?;
    Ok(Sums {
        bills: r.0,
        supply_minor: r.1,
        vat_minor: r.2,
        micro_minor: r.3,
        carry_minor: r.4,
        round_minor: r.5,
        total_minor: r.6,
        digests: (r.7, r.8),
    })
}

/// Lines whose bill a draft changed: code, what it came to, what it comes to.
pub async fn diff(
    c: &mut impl Reads,
    period: Period,
    draft: i64,
    most: i64,
) -> Result<Vec<(String, Option<i64>, Option<i64>)>> {
    Ok(on!(c, |c, e| sqlx::query_as(DIFF.on(e)).bind(period).bind(draft).bind(0_i64).bind(most).fetch_all(c).await)?)
}

/// How many bills a draft changed, and by how much in all.
pub async fn diff_sums(c: &mut impl Reads, period: Period, draft: i64) -> Result<(i64, i64)> {
    Ok(on!(c, |c, e| sqlx::query_as(DIFF_SUMS.on(e)).bind(period).bind(draft).fetch_one(c).await)?)
}
