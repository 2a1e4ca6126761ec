//! Bills as they leave the house.

use crate::domain::period::Period;
use crate::store::{Reads, Result, Sql, on, statements};

/// Bills of one page.
pub const PAGE: i64 = 20_000;

statements! {
    /// Month, line behind which, how many. Each: line, code, and the amounts in the order of the file.
    /// The line's id is bounded, too: a server that merges would read the lines from their beginning for each page.
    BILLS = Sql::same(
        "SELECT COALESCE(string_agg(x.line_id || ' ' || x.code || ' ' || x.plan_minor || ' ' || x.vas_minor || ' '
         || x.overage_minor || ' ' || x.discount_minor || ' ' || x.adjust_minor || ' ' || x.supply_minor || ' '
         || x.vat_minor || ' ' || x.micro_minor || ' ' || x.carry_in_minor || ' ' || x.round_minor || ' '
         || x.total_minor || ' ' || x.carry_out_minor, ';' ORDER BY x.line_id), '')
         FROM (SELECT b.*, l.code FROM bill AS b JOIN line AS l ON l.id = b.line_id
               WHERE b.period = $1 AND b.line_id > $2 AND l.id > $2 ORDER BY b.line_id LIMIT $3) AS x");
}

/// The next bills of a month behind a line, in the order of their lines, as one text.
pub async fn bills(c: &mut impl Reads, month: Period, after: i64, limit: i64) -> Result<String> {
    Ok(on!(c, |c, e| sqlx::query_scalar(BILLS.on(e)).bind(month).bind(after).bind(limit).fetch_one(c).await)?)
}
