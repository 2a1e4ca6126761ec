//! A job in parts that goes on where it was broken off: its executions, partitions and what it could not do.

use crate::domain::time::Micros;
use crate::store::{Reads, Result, Sql, Tx, bulk, int_rows, ints, on, statements};

statements! {
    ENTER = Sql::same(
        "INSERT INTO batch_instance (job, job_key, fence) VALUES ($1, $2, 1)
         ON CONFLICT (job, job_key) DO UPDATE SET fence = batch_instance.fence + 1 RETURNING id, fence");
    INSTANCE = Sql::same("SELECT id FROM batch_instance WHERE job = $1 AND job_key = $2");
    ABANDON = Sql::same(
        "UPDATE batch_execution SET state = 'abandoned', ended_at = $2 WHERE instance_id = $1 AND state = 'running'");
    BEGIN = Sql::same(
        "INSERT INTO batch_execution (instance_id, fence, draft, state, owner, fingerprint, started_at)
         VALUES ($1, $2, $3, 'running', $4, $5, $6)");
    END = Sql::same(
        "UPDATE batch_execution SET state = $3, result = $4, error = $5, ended_at = $6
         WHERE instance_id = $1 AND fence = $2 AND state = 'running'");
    EXECUTIONS = Sql::same("SELECT * FROM batch_execution WHERE instance_id = $1 ORDER BY fence DESC LIMIT $2");
    PARTITIONS = Sql::same(
        "SELECT part, lo, hi, cursor, read_n, write_n, park_n, commit_n FROM batch_partition WHERE instance_id = $1 ORDER BY part");
    ADD_PARTITION = Sql::same(
        "INSERT INTO batch_partition (instance_id, part, lo, hi, cursor, fence) VALUES ($1, $2, $3, $4, $3, $5)");
    REWIND = Sql::same(
        "UPDATE batch_partition SET cursor = lo, fence = $2, read_n = 0, write_n = 0, park_n = 0, commit_n = 0
         WHERE instance_id = $1");
    ADOPT = Sql::same("UPDATE batch_partition SET fence = $2 WHERE instance_id = $1");
    ADVANCE = Sql::same(
        "UPDATE batch_partition SET cursor = $5, read_n = read_n + $6, write_n = write_n + $7, park_n = park_n + $8,
         commit_n = commit_n + 1 WHERE instance_id = $1 AND part = $2 AND fence = $3 AND cursor = $4");
    PARK = bulk!(
        "INSERT INTO batch_park (instance_id, item_id, code, detail) SELECT $2, r.i, r.c, r.d FROM",
        rows(i int, c text, d text),
        "WHERE true ON CONFLICT (instance_id, item_id) DO UPDATE SET code = excluded.code, detail = excluded.detail");
    UNPARK = ints!("DELETE FROM batch_park WHERE instance_id = $2 AND item_id IN (SELECT r.v FROM", ")");
    PARKED_ITEMS = Sql::same("SELECT item_id FROM batch_park WHERE instance_id = $1 ORDER BY item_id");
    HOLDS = Sql::same(
        "UPDATE batch_execution SET state = state WHERE instance_id = $1 AND fence = $2 AND state = 'running'");
    PARKED = Sql::same(
        "SELECT p.item_id AS id, l.code AS line, p.code, p.detail FROM batch_park AS p JOIN line AS l ON l.id = p.item_id
         WHERE p.instance_id = $1 ORDER BY p.item_id LIMIT $2");
    PARKED_COUNT = Sql::same("SELECT COUNT(*) FROM batch_park WHERE instance_id = $1");
}

/// One attempt at a job.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Execution {
    /// Its number; higher ones fence lower ones.
    pub fence: i64,
    /// The draft it makes.
    pub draft: i64,
    /// `running`, `done`, `parked` (done, with something left), `failed` or `abandoned`.
    pub state: String,
    /// Host and process.
    pub owner: String,
    /// What its inputs were.
    pub fingerprint: String,
    /// What came out (JSON).
    pub result: Option<String>,
    /// Why it failed.
    pub error: Option<String>,
    /// When it began.
    pub started_at: Micros,
    /// When it ended.
    pub ended_at: Option<Micros>,
}

/// Lines behind `lo` up to and with `hi`, done up to `cursor`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Partition {
    /// Its number.
    pub part: i64,
    /// Behind this line.
    pub lo: i64,
    /// Up to and with this line.
    pub hi: i64,
    /// The last line that is done.
    pub cursor: i64,
    /// Lines read.
    pub read_n: i64,
    /// Bills written.
    pub write_n: i64,
    /// Lines that could not be done.
    pub park_n: i64,
    /// Transactions.
    pub commit_n: i64,
}

/// A line that could not be done.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow, serde::Serialize)]
pub struct Parked {
    /// Its id.
    #[serde(skip)]
    pub id: i64,
    /// Its code.
    pub line: String,
    /// Why, a stable word.
    pub code: String,
    /// Why, for people.
    pub detail: String,
}

/// The next execution of a job: id of the instance and its number. Whoever had a lower one is fenced.
pub async fn enter(tx: &mut Tx, job: &str, key: &str) -> Result<(i64, i64)> {
    Ok(on!(tx, |c, e| sqlx::query_as(ENTER.on(e)).bind(job).bind(key).fetch_one(c).await)?)
}

/// The instance of a job, if it was ever begun.
pub async fn instance(c: &mut impl Reads, job: &str, key: &str) -> Result<Option<i64>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(INSTANCE.on(e)).bind(job).bind(key).fetch_optional(c).await)?)
}

/// Whoever is said to be running is dead.
pub async fn abandon(tx: &mut Tx, instance: i64, now: Micros) -> Result<()> {
    on!(tx, |c, e| sqlx::query(ABANDON.on(e)).bind(instance).bind(now).execute(c).await.map(drop))?;
    Ok(())
}

/// Begins an execution.
pub async fn begin(tx: &mut Tx, instance: i64, x: &Execution) -> Result<()> {
    on!(tx, |c, e| sqlx::query(BEGIN.on(e))
        .bind(instance)
        .bind(x.fence)
        .bind(x.draft)
        .bind(&x.owner)
        .bind(&x.fingerprint)
        .bind(x.started_at)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Ends a running execution. False where it was fenced.
pub async fn end(
    tx: &mut Tx,
    instance: i64,
    fence: i64,
    state: &str,
    said: (Option<&str>, Option<&str>),
    now: Micros,
) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(END.on(e))
        .bind(instance)
        .bind(fence)
        .bind(state)
        .bind(said.0)
        .bind(said.1)
        .bind(now)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// Executions, the latest first.
pub async fn executions(c: &mut impl Reads, instance: i64, most: i64) -> Result<Vec<Execution>> {
    Ok(on!(c, |c, e| sqlx::query_as(EXECUTIONS.on(e)).bind(instance).bind(most).fetch_all(c).await)?)
}

/// All partitions in the order of their numbers.
pub async fn partitions(c: &mut impl Reads, instance: i64) -> Result<Vec<Partition>> {
    Ok(on!(c, |c, e| sqlx::query_as(PARTITIONS.on(e)).bind(instance).fetch_all(c).await)?)
}

/// Adds a partition of which nothing is done.
pub async fn add_partition(tx: &mut Tx, instance: i64, part: i64, lo: i64, hi: i64, fence: i64) -> Result<()> {
    on!(tx, |c, e| sqlx::query(ADD_PARTITION.on(e))
        .bind(instance)
        .bind(part)
        .bind(lo)
        .bind(hi)
        .bind(fence)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// Makes the partitions those of this execution; `rewind`: nothing of them is done.
pub async fn adopt(tx: &mut Tx, instance: i64, fence: i64, rewind: bool) -> Result<()> {
    let sql = if rewind { REWIND } else { ADOPT };
    on!(tx, |c, e| sqlx::query(sql.on(e)).bind(instance).bind(fence).execute(c).await.map(drop))?;
    Ok(())
}

/// What a transaction did of a partition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// The partition.
    pub part: i64,
    /// Where it stood.
    pub from: i64,
    /// Where it stands.
    pub to: i64,
    /// Lines read.
    pub read: i64,
    /// Bills written.
    pub written: i64,
    /// Lines that could not be done.
    pub parked: i64,
}

/// Moves the cursor of a partition. False where somebody else has taken over.
pub async fn advance(tx: &mut Tx, instance: i64, fence: i64, d: Done) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(ADVANCE.on(e))
        .bind(instance)
        .bind(d.part)
        .bind(fence)
        .bind(d.from)
        .bind(d.to)
        .bind(d.read)
        .bind(d.written)
        .bind(d.parked)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// Parks lines: id, word, reason.
pub async fn park(tx: &mut Tx, instance: i64, items: &[(i64, &str, &str)]) -> Result<()> {
    if items.is_empty() {
        return Ok(());
    }
    let rows: Vec<_> = items.iter().map(|(i, c, d)| serde_json::json!({ "i": i, "c": c, "d": d })).collect();
    let rows = serde_json::Value::Array(rows).to_string();
    on!(tx, |c, e| sqlx::query(PARK.on(e)).bind(rows).bind(instance).execute(c).await.map(drop))?;
    Ok(())
}

/// Takes lines out of the park.
pub async fn unpark(tx: &mut Tx, instance: i64, items: &[i64]) -> Result<()> {
    if items.is_empty() {
        return Ok(());
    }
    let rows = int_rows(items.iter().copied());
    on!(tx, |c, e| sqlx::query(UNPARK.on(e)).bind(rows).bind(instance).execute(c).await.map(drop))?;
    Ok(())
}

/// The ids of all that are parked, in order.
pub async fn parked_items(c: &mut impl Reads, instance: i64) -> Result<Vec<i64>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(PARKED_ITEMS.on(e)).bind(instance).fetch_all(c).await)?)
}

/// Whether this execution still is the one that runs; nobody takes over before the transaction ends.
pub async fn holds(tx: &mut Tx, instance: i64, fence: i64) -> Result<bool> {
    let n = on!(tx, |c, e| sqlx::query(HOLDS.on(e))
        .bind(instance)
        .bind(fence)
        .execute(c)
        .await
        .map(|r| r.rows_affected()))?;
    Ok(n == 1)
}

/// Parked lines in the order of their ids.
pub async fn parked(c: &mut impl Reads, instance: i64, most: i64) -> Result<Vec<Parked>> {
    Ok(on!(c, |c, e| sqlx::query_as(PARKED.on(e)).bind(instance).bind(most).fetch_all(c).await)?)
}

/// How many are parked.
pub async fn parked_count(c: &mut impl Reads, instance: i64) -> Result<i64> {
    Ok(on!(c, |c, e| sqlx::query_scalar(PARKED_COUNT.on(e)).bind(instance).fetch_one(c).await)?)
}
