//! Every statement that differs between the engines, side by side.
//!
//! The list is short on purpose: row locks, server clock, catalogue. Bulk input differs too, but
//! is generated from one text (`bulk!`).

use super::settle::bill::keep_bills;
use super::settle::oracle::by_sql;
use super::{Sql, statements};

const fn fork(sqlite: &'static str, postgres: &'static str) -> Sql {
    Sql { sqlite, postgres }
}

statements! {
    /// Version of the engine, for people.
    ENGINE_VERSION = fork("SELECT sqlite_version()", "SELECT current_setting('server_version')");
    /// The server's clock in microseconds. An embedded database has none of its own.
    SERVER_TIME = fork(
        "SELECT CAST(NULL AS INTEGER)",
        "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000000 AS BIGINT)");
    /// Claims planned batches of a campaign's channel; on a server, past those that somebody else is claiming at
    /// this moment.
    PLANNED_PICK = fork(
        "UPDATE batch SET state = 'sending', owner = $5, provider = $6, rate_group = $7, claimed_at = $3, entered_at = $8,
         ended_at = NULL, left_at = NULL, tries = tries + 1
         WHERE id IN (SELECT id FROM batch WHERE campaign_id = $1 AND channel = $2 AND state = 'planned' AND due_at <= $3
         AND night >= $9 AND EXISTS (SELECT 1 FROM campaign WHERE id = $1 AND state = 'running')
         ORDER BY due_at, id LIMIT $4)
         RETURNING id, first_id, last_id, size, step, route, night, tries",
        "UPDATE batch SET state = 'sending', owner = $5, provider = $6, rate_group = $7, claimed_at = $3, entered_at = $8,
         ended_at = NULL, left_at = NULL, tries = tries + 1
         WHERE id = ANY (ARRAY(SELECT id FROM batch WHERE campaign_id = $1 AND channel = $2 AND state = 'planned' AND due_at <= $3
         AND night >= $9 AND EXISTS (SELECT 1 FROM campaign WHERE id = $1 AND state = 'running')
         ORDER BY due_at, id LIMIT $4 FOR UPDATE SKIP LOCKED))
         RETURNING id, first_id, last_id, size, step, route, night, tries");
    /// Writes messages down: the bytes of each in its slot of one value, `$7` long, and its numbers packed (see
    /// [`super::message::enqueue`]).
    ENQUEUE = fork(
        "INSERT INTO message (id, campaign_id, recipient_id, phone_ix, sealed, key_id, route, created_at)
         SELECT $5 + e.key, $2, NULLIF(e.value >> 16, 0), substr($6, (e.key - $8) * $7 + 1, 16),
         substr($6, (e.key - $8) * $7 + 17, e.value & 65535), $3, $9, $4 FROM json_each($1) AS e",
        "INSERT INTO message (id, campaign_id, recipient_id, phone_ix, sealed, key_id, route, created_at)
         SELECT $5 + e.ord, $2, NULLIF(e.v >> 16, 0), substr($6::bytea, CAST((e.ord - $8) * $7 + 1 AS INTEGER), 16),
         substr($6::bytea, CAST((e.ord - $8) * $7 + 17 AS INTEGER), CAST(e.v & 65535 AS INTEGER)), $3, $9, $4
         FROM unnest(string_to_array(NULLIF(btrim($1, '[]'), ''), ',')::bigint[]) WITH ORDINALITY AS e(v, ord)");
    /// Holds due messages of a campaign's queue in the same manner.
    QUEUE_PICK = fork(
        "SELECT message_id, batch_id FROM queue
         WHERE campaign_id = $1 AND channel = $2 AND state = 'queued' AND due_at <= $3 AND night >= $5
         AND EXISTS (SELECT 1 FROM campaign WHERE id = $1 AND state = 'running') ORDER BY due_at, message_id LIMIT $4",
        "SELECT message_id, batch_id FROM queue
         WHERE campaign_id = $1 AND channel = $2 AND state = 'queued' AND due_at <= $3 AND night >= $5
         AND EXISTS (SELECT 1 FROM campaign WHERE id = $1 AND state = 'running') ORDER BY due_at, message_id LIMIT $4
         FOR UPDATE SKIP LOCKED");
    /// Holds batches in the order of their ids. SQLite has one writer anyway.
    LOCK_BATCHES = fork(
        "SELECT id FROM batch WHERE id IN (SELECT e.value ->> 'b' FROM json_each($1) AS e)",
        "SELECT id FROM batch WHERE id IN (SELECT e.b FROM jsonb_to_recordset($1::jsonb) AS e(b bigint)) ORDER BY id FOR UPDATE");
    /// Holds a limit's row until the end of the transaction. SQLite has one writer anyway.
    LOCK_RATE_GROUP = fork(
        "SELECT name FROM rate_group WHERE name = $1",
        "SELECT name FROM rate_group WHERE name = $1 FOR UPDATE");
    /// Holds the accounts of a site in the order of their ids. SQLite has one writer anyway.
    LOCK_ACCOUNTS = fork(
        "SELECT id, floor_minor, balance_minor FROM account WHERE id BETWEEN $1 AND $2 ORDER BY id",
        "SELECT id, floor_minor, balance_minor FROM account WHERE id BETWEEN $1 AND $2 ORDER BY id FOR UPDATE");
    /// One state of the database for all statements of the transaction. SQLite's transactions have that anyway.
    SNAPSHOT = fork("SELECT 1", "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    /// Tables are read as a whole, which the statements of a send never do; what is sorted on the way goes to the disk
    /// where it is much.
    READ_THROUGH = fork(
        "PRAGMA temp_store = file",
        "SELECT set_config('enable_seqscan', 'on', true), set_config('enable_hashjoin', 'on', true),
         set_config('enable_bitmapscan', 'off', true), set_config('work_mem', '64MB', true)");
    /// Holds a payment until the end of the transaction. SQLite has one writer anyway.
    LOCK_PAYMENT = fork("SELECT * FROM payment WHERE id = $1", "SELECT * FROM payment WHERE id = $1 FOR UPDATE");
    /// Holds the rule of a site until the end of the transaction. SQLite has one writer anyway.
    LOCK_RULE = fork(
        "SELECT * FROM autocharge_rule WHERE site_id = $1",
        "SELECT * FROM autocharge_rule WHERE site_id = $1 FOR UPDATE");
    /// Holds what was charged in the order of the ids. SQLite has one writer anyway.
    LOCK_USAGE = fork(
        "SELECT * FROM usage_charge WHERE id = $1 OR campaign_id = $2 ORDER BY id",
        "SELECT * FROM usage_charge WHERE id = $1 OR campaign_id = $2 ORDER BY id FOR UPDATE");
    /// Holds the open holds of campaigns in the order of their ids. SQLite has one writer anyway.
    LOCK_HOLDS = fork(
        "SELECT id FROM hold WHERE state = 'open' AND campaign_id IN (SELECT e.value FROM json_each($1) AS e)",
        "SELECT id FROM hold WHERE state = 'open'
         AND campaign_id IN (SELECT CAST(e.value AS BIGINT) FROM jsonb_array_elements_text($1::jsonb) AS e) ORDER BY id FOR UPDATE");
    /// Keeps the first month on record from one on from being closed until the end of the transaction. SQLite has one
    /// writer anyway.
    SHARE_PERIODS = fork(
        "SELECT ym, state FROM period WHERE ym >= $1 ORDER BY ym LIMIT 1",
        "SELECT ym, state FROM period WHERE ym >= $1 ORDER BY ym LIMIT 1 FOR SHARE");
    /// Waits for those who book into a month, and keeps others from it. SQLite has one writer anyway.
    LOCK_PERIOD = fork("SELECT ym FROM period WHERE ym = $1", "SELECT ym FROM period WHERE ym = $1 FOR UPDATE");
    /// An advisory lock of the session, one name in each schema. SQLite locks a file instead.
    TRY_LOCK = fork(
        "SELECT $1 IS NOT NULL",
        "SELECT pg_try_advisory_lock($1 # hashtextextended(current_schema()::text, 0))");
    /// Whether a session holds it, asked without a session of one's own.
    IS_LOCKED = fork(
        "SELECT $1 IS NULL",
        "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND ((classid::bigint << 32) | objid::bigint) = ($1 # hashtextextended(current_schema()::text, 0)))");
    /// What the engine finds wrong with its own file, or `ok`. A server looks after its files itself.
    INTEGRITY = fork("PRAGMA integrity_check", "SELECT CAST(NULL AS TEXT) WHERE FALSE");
    /// Writes bills of lines that have none.
    KEEP = keep_bills!("");
    /// Writes bills over those that lines have.
    KEEP_OVER = keep_bills!(
        " ON CONFLICT (period, line_id) DO UPDATE SET draft = excluded.draft, plan_minor = excluded.plan_minor,
         vas_minor = excluded.vas_minor, overage_minor = excluded.overage_minor, discount_minor = excluded.discount_minor,
         adjust_minor = excluded.adjust_minor, supply_minor = excluded.supply_minor, vat_minor = excluded.vat_minor,
         micro_minor = excluded.micro_minor, carry_in_minor = excluded.carry_in_minor, round_minor = excluded.round_minor,
         total_minor = excluded.total_minor, carry_out_minor = excluded.carry_out_minor, digest = excluded.digest");
    /// The bills of a range of lines, computed by the database.
    BILLS_BY_SQL = fork(by_sql!("min", "max"), by_sql!("LEAST", "GREATEST"));
    /// For one transaction: rows of a bulk statement are looked up one by one. Without it, PostgreSQL reads
    /// through a whole table for every few thousand of them.
    LOOK_UP_EACH = fork(
        "SELECT 1",
        "SELECT set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)");
}
