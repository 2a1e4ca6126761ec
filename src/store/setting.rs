//! Settings of the installation that the database itself remembers.

use super::{Reads, Result, Sql, Tx, on, statements};

statements! {
    GET = Sql::same("SELECT value FROM setting WHERE name = $1");
    /// Keeps a setting once.
    ADD = Sql::same("INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING");
}

/// The value of a setting.
pub async fn get(c: &mut impl Reads, name: &str) -> Result<Option<String>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(GET.on(e)).bind(name).fetch_optional(c).await)?)
}

/// Keeps a setting unless it is kept already.
pub async fn add(tx: &mut Tx, name: &str, value: &str) -> Result<()> {
    on!(tx, |c, e| sqlx::query(ADD.on(e)).bind(name).bind(value).execute(c).await.map(|_| ()))?;
    Ok(())
}
