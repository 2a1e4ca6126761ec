//! The pool of telephone numbers.

use crate::domain::line::Day;
use crate::domain::seal::Ix;
use crate::domain::time::Micros;
use crate::store::{Reads, Result, Sql, Tx, on, statements};

statements! {
    ADD = Sql::same(
        "INSERT INTO number (phone_ix, sealed, key_id, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT (phone_ix) DO NOTHING");
    /// Line, customer, today.
    RECOVER = Sql::same(
        "UPDATE number SET line_id = $1, customer_id = NULL, kept_until = NULL WHERE line_id IS NULL AND id =
         (SELECT id FROM number WHERE customer_id = $2 AND kept_until >= $3 AND line_id IS NULL
          ORDER BY kept_until DESC, id LIMIT 1) RETURNING *");
    DRAW = Sql::same(
        "UPDATE number SET line_id = $1 WHERE line_id IS NULL AND id =
         (SELECT id FROM number WHERE line_id IS NULL AND kept_until IS NULL ORDER BY id LIMIT 1) RETURNING *");
    /// Line, today: one that is kept for nobody any more.
    DRAW_AGAIN = Sql::same(
        "UPDATE number SET line_id = $1, customer_id = NULL, kept_until = NULL WHERE line_id IS NULL AND id =
         (SELECT id FROM number WHERE line_id IS NULL AND kept_until < $2 ORDER BY kept_until, id LIMIT 1) RETURNING *");
    RELEASE = Sql::same(
        "UPDATE number SET line_id = NULL, customer_id = $2, kept_until = $3 WHERE line_id = $1");
    OF_LINE = Sql::same("SELECT * FROM number WHERE line_id = $1");
    PAGE = Sql::same("SELECT * FROM number WHERE id > $1 ORDER BY id LIMIT $2");
}

/// A number as kept.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct NumberRow {
    /// Its id.
    pub id: i64,
    /// Blind index of the number.
    #[sqlx(try_from = "Vec<u8>")]
    pub phone_ix: Ix,
    /// The sealed number.
    pub sealed: Vec<u8>,
    /// The key that sealed it.
    pub key_id: i64,
    /// The line that has it.
    pub line_id: Option<i64>,
    /// Up to which day it is kept for who had it last.
    pub kept_until: Option<Day>,
}

/// Adds a number to the pool; `false` if it is there.
pub async fn add(tx: &mut Tx, ix: &Ix, sealed: &[u8], key_id: i64, now: Micros) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(ADD.on(e))
        .bind(ix.as_slice())
        .bind(sealed)
        .bind(key_id)
        .bind(now)
        .execute(c)
        .await
        .map(|d| d.rows_affected()))?;
    Ok(n > 0)
}

/// Gives a line the number that is kept for its customer.
pub async fn recover(tx: &mut Tx, line: i64, customer: i64, today: Day) -> Result<Option<NumberRow>> {
    Ok(on!(tx, |c, e| sqlx::query_as(RECOVER.on(e)).bind(line).bind(customer).bind(today).fetch_optional(c).await)?)
}

/// Gives a line a free number: one that nobody ever had, or else one that is kept for nobody any more.
pub async fn draw(tx: &mut Tx, line: i64, today: Day) -> Result<Option<NumberRow>> {
    let fresh = on!(tx, |c, e| sqlx::query_as(DRAW.on(e)).bind(line).fetch_optional(c).await)?;
    match fresh {
        Some(number) => Ok(Some(number)),
        None => Ok(on!(tx, |c, e| sqlx::query_as(DRAW_AGAIN.on(e)).bind(line).bind(today).fetch_optional(c).await)?),
    }
}

/// Takes the number from a line, and keeps it for the customer up to that day.
pub async fn release(tx: &mut Tx, line: i64, customer: i64, until: Day) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(RELEASE.on(e))
        .bind(line)
        .bind(customer)
        .bind(until)
        .execute(c)
        .await
        .map(|d| d.rows_affected()))?;
    Ok(n > 0)
}

/// The number of a line.
pub async fn of_line(c: &mut impl Reads, line: i64) -> Result<Option<NumberRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(OF_LINE.on(e)).bind(line).fetch_optional(c).await)?)
}

/// The next numbers of the pool.
pub async fn page(c: &mut impl Reads, after: i64, limit: i64) -> Result<Vec<NumberRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(PAGE.on(e)).bind(after).bind(limit).fetch_all(c).await)?)
}
