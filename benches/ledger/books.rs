//! Books of any size, made by the database itself from a table of steps: sites take turns to top up, to set aside what a
//! campaign of fifty messages may cost, and to be charged for each message. All that `credits verify` looks at is there,
//! and is sound.
//!
//! Each message ends in a transaction of its own here. With batches of a hundred, ten million entries would be the books
//! of three hundred million messages, and the database would be full of these.

use msgctl::domain::period::Period;
use msgctl::ops::ledger::request_hash;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, SqliteConnection};

/// Sites that take turns.
pub const SITES: i64 = 100;
/// Messages of a campaign: of five, three go by alimtalk, one by SMS, one fails.
const MESSAGES: i64 = 50;
/// What a message has set aside and costs by SMS, and what it costs by alimtalk.
const SMS: i64 = 2_000;
const ALIMTALK: i64 = 900;
/// What a site begins with.
const BONUS: i64 = 100_000_000;
/// Campaigns in one transaction.
const SOME: i64 = 1_000;
/// Months that the books reach over.
const MONTHS: i64 = 12;

/// A connection of our own.
pub enum Db {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Db {
    pub async fn open(url: &str) -> Self {
        match url.strip_prefix("sqlite:") {
            Some(path) => Self::Sqlite(SqliteConnection::connect(path).await.expect("opens")),
            None => Self::Postgres(PgConnection::connect(url).await.expect("opens")),
        }
    }

    /// Runs statements.
    pub async fn run(&mut self, sql: &str) {
        let sql = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
        match self {
            Self::Sqlite(c) => drop(c.execute(sql).await.expect("done")),
            Self::Postgres(c) => drop(c.execute(sql).await.expect("done")),
        }
    }

    /// The first number of each row.
    pub async fn ask(&mut self, sql: &str) -> Vec<i64> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(c) => sqlx::query_scalar(sql).fetch_all(c).await.expect("rows"),
            Self::Postgres(c) => sqlx::query_scalar(sql).fetch_all(c).await.expect("rows"),
        }
    }

    /// How many rows there are, each of them fetched.
    pub async fn read(&mut self, sql: &str) -> u64 {
        use futures_util::TryStreamExt as _;
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(c) => sqlx::query(sql).fetch(c).try_fold(0, async |n, _| Ok(n + 1)).await.expect("rows"),
            Self::Postgres(c) => sqlx::query(sql).fetch(c).try_fold(0, async |n, _| Ok(n + 1)).await.expect("rows"),
        }
    }
}

/// A journal of a campaign with its entries: (whose account, 0 the platform's or 1 the site's; which; the amount).
struct Journal {
    kind: &'static str,
    about: &'static str,
    legs: Vec<(i64, i64, i64)>,
}

/// What a message costs by its place in the campaign: channel, state, won.
fn end(m: i64) -> (&'static str, &'static str, i64) {
    match m % 5 {
        0 => ("sms", "failed", 0),
        4 => ("sms", "delivered", SMS),
        _ => ("alimtalk", "delivered", ALIMTALK),
    }
}

/// What a campaign costs.
fn cost() -> i64 {
    (1..=MESSAGES).map(|m| end(m).2).sum()
}

/// The journals of a campaign, from the top-up that it is paid from to its last message.
fn journals() -> Vec<Journal> {
    let (most, net) = (MESSAGES * SMS, cost());
    let vat = net / 10;
    let mut all = vec![
        Journal { kind: "topup", about: "payment", legs: vec![(0, 1, vat), (0, 10, -net - vat), (1, 0, net)] },
        Journal { kind: "hold", about: "campaign", legs: vec![(1, 0, -most), (1, 1, most)] },
    ];
    for m in 1..=MESSAGES {
        let (channel, _, price) = end(m);
        let revenue = if channel == "alimtalk" { 20 } else { 21 };
        let mut legs = vec![(0, revenue, price), (1, 0, SMS - price), (1, 1, -SMS)];
        legs.retain(|l| l.2 != 0);
        all.push(Journal { kind: if price == 0 { "release" } else { "capture" }, about: "campaign", legs });
    }
    all
}

/// What was answered to a request: the amount, what there was to spend after it, and VAT where there is some.
fn receipt(verb: &str, amount: i64, available: i64, vat: Option<i64>) -> String {
    let mut said = serde_json::json!({
        "journal": "", "site": "", "verb": verb, "key": "", "amount_minor": amount, "available_minor": available,
    });
    if let Some(vat) = vat {
        said["net_minor"] = amount.into();
        said["vat_minor"] = vat.into();
        said["gross_minor"] = (amount + vat).into();
    }
    said.to_string()
}

/// Entries of a campaign.
pub fn entries_each() -> i64 {
    journals().iter().map(|j| len(&j.legs)).sum()
}

fn len<T>(rows: &[T]) -> i64 {
    i64::try_from(rows.len()).expect("few")
}

pub struct Books {
    pub db: Db,
    /// Campaigns so far, and in the end.
    campaigns: (i64, i64),
    /// Entries of the two accounts of a site for each campaign.
    links: [i64; 2],
    journals: i64,
}

impl Books {
    /// Sites with a bonus each, in a database that is migrated and empty; room for that many entries.
    pub async fn begin(url: &str, entries: i64) -> Self {
        let mut db = Db::open(url).await;
        if matches!(db, Db::Sqlite(_)) {
            db.run("PRAGMA synchronous = off; PRAGMA cache_size = -262144; PRAGMA temp_store = memory").await;
        }
        let all = journals();
        let total = (entries - SITES * 2).max(0) / entries_each();
        db.run(
            "CREATE TEMP TABLE month (i BIGINT PRIMARY KEY, ym BIGINT, at BIGINT, day TEXT);
             CREATE TEMP TABLE step (j BIGINT, n BIGINT, own BIGINT, a BIGINT, amount BIGINT, s BIGINT, b BIGINT, PRIMARY KEY (j, n));
             CREATE TEMP TABLE journals (j BIGINT PRIMARY KEY, kind TEXT, about TEXT);
             CREATE TEMP TABLE ends (m BIGINT PRIMARY KEY, channel TEXT, state TEXT, price BIGINT);
             CREATE TEMP TABLE cycle (k BIGINT PRIMARY KEY, site BIGINT, nth BIGINT, ym BIGINT, at BIGINT, day TEXT)",
        )
        .await;
        let mut period = Period::of_ym(202_501).expect("a month");
        for i in 0..MONTHS {
            let (ym, start, end, days) = (period.ym(), period.start().0, period.end().0, period.days());
            db.run(&format!(
                "INSERT INTO period (ym, start_at, end_at, days, state) VALUES ({ym}, {start}, {end}, {days}, 'open');
                 INSERT INTO month VALUES ({i}, {ym}, {start} + 86400000000, '{period}-02')"
            ))
            .await;
            period = period.next();
        }
        let (mut at, mut links) = ([BONUS, 0], [0, 0]);
        for (j, journal) in (1..).zip(&all) {
            db.run(&format!("INSERT INTO journals VALUES ({j}, '{}', '{}')", journal.kind, journal.about)).await;
            for (n, (own, a, amount)) in (1..).zip(&journal.legs) {
                let (mut s, mut b) = ("NULL".to_owned(), "NULL".to_owned());
                if *own == 1 {
                    let which = usize::try_from(*a).expect("small");
                    at[which] += amount;
                    links[which] += 1;
                    (s, b) = (links[which].to_string(), at[which].to_string());
                }
                db.run(&format!("INSERT INTO step VALUES ({j}, {n}, {own}, {a}, {amount}, {s}, {b})")).await;
            }
        }
        assert_eq!(at, [BONUS, 0], "a campaign leaves a site as it found it");
        for m in 1..=MESSAGES {
            let (channel, state, price) = end(m);
            db.run(&format!("INSERT INTO ends VALUES ({m}, '{channel}', '{state}', {price})")).await;
        }
        db.run(&format!(
            "INSERT INTO cycle SELECT q.k, q.k % {SITES} + 1, q.k / {SITES}, m.ym, m.at, m.day FROM
             (WITH RECURSIVE c(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM c WHERE k + 1 < {total}) SELECT k FROM c) AS q
             JOIN month m ON m.i = q.k * {MONTHS} / {total}"
        ))
        .await;
        let hash = request_hash("bonus", "{}");
        let given = receipt("bonus", BONUS, BONUS, None);
        for site in 1..=SITES {
            let account = 1000 + site * 4;
            db.run(&format!(
                "INSERT INTO site (id, name, title, senders, sender_key, strategy, billing, created_at, updated_at)
                 VALUES ({site}, 'site{site}', 'bench', '0212345678', 'KA01PF', 'alimtalk-first', 'prepaid', 0, 0);
                 INSERT INTO account (id, code, site_id, floor_minor, balance_minor, seq) VALUES
                 ({account}, 'site_{site}:available', {site}, 0, {BONUS}, 1), ({account} + 1, 'site_{site}:held', {site}, 0, 0, 0),
                 ({account} + 2, 'site_{site}:receivable', {site}, NULL, 0, 0);
                 INSERT INTO op (site_id, key, verb, request, request_hash, state, result, actor, created_at)
                 VALUES ({site}, 'bonus', 'bonus', '{{}}', '{hash}', 'ok', '{given}', 'bench', 0);
                 INSERT INTO journal (id, kind, site_id, period, origin_period, effective_at, posted_at, op_key, actor)
                 SELECT {site}, 'bonus', {site}, ym, ym, at, at, 'bonus', 'bench' FROM month WHERE i = 0;
                 INSERT INTO entry (journal_id, n, account_id, amount_minor, acct_seq, balance_minor) VALUES
                 ({site}, 1, 2, -{BONUS}, NULL, NULL), ({site}, 2, {account}, {BONUS}, 1, {BONUS})"
            ))
            .await;
        }
        Self { db, campaigns: (0, total), links, journals: len(&all) }
    }

    /// More of them, until there are about so many entries; how many there are.
    pub async fn grow(&mut self, entries: i64) -> u64 {
        let upto = self.campaigns.1.min((entries - SITES * 2).max(0) / entries_each());
        while self.campaigns.0 < upto {
            let (from, to) = (self.campaigns.0, upto.min(self.campaigns.0 + SOME));
            let sql = self.campaigns(from, to);
            self.db.run(&sql).await;
            self.campaigns.0 = to;
        }
        for site in 1..=SITES {
            let (account, turns) = (1000 + site * 4, (upto + SITES - site) / SITES);
            let [available, held] = self.links.map(|n| n * turns);
            self.db
                .run(&format!(
                    "UPDATE account SET seq = {available} + 1 WHERE id = {account};
                     UPDATE account SET seq = {held} WHERE id = {account} + 1"
                ))
                .await;
        }
        // what autovacuum would do within the minute
        let tidy = if matches!(self.db, Db::Sqlite(_)) { "PRAGMA wal_checkpoint(TRUNCATE)" } else { "VACUUM ANALYZE" };
        self.db.run(tidy).await;
        u64::try_from(upto * entries_each() + SITES * 2).expect("a count")
    }

    /// Everything of campaigns `from..to`, in one transaction.
    fn campaigns(&self, from: i64, to: i64) -> String {
        let phone = if matches!(self.db, Db::Sqlite(_)) { "zeroblob(16)" } else { "decode(repeat('00', 16), 'hex')" };
        let (journals, [available, held], net, most) = (self.journals, self.links, cost(), MESSAGES * SMS);
        let (sms, alimtalk) = (MESSAGES / 5, MESSAGES / 5 * 3);
        let hash = request_hash("topup", "{}");
        let paid = receipt("topup", net, BONUS + net, Some(net / 10));
        let some = format!("c.k >= {from} AND c.k < {to}");
        format!(
            "BEGIN;
             INSERT INTO campaign (id, site_id, request_hash, state, lane, strategy, content, plan, total, first_id, last_id,
             created_at, started_at, finished_at)
             SELECT c.k + 1, c.site, '', 'done', 'bulk', 'alimtalk-first', '{{}}', '{{}}', {MESSAGES}, c.k * {MESSAGES} + 1,
             c.k * {MESSAGES} + {MESSAGES}, c.at, c.at, c.at FROM cycle c WHERE {some} ORDER BY c.k;
             INSERT INTO message (id, campaign_id, phone_ix, key_id, route, created_at)
             SELECT c.k * {MESSAGES} + e.m, c.k + 1, {phone}, 1, 'alimtalk sms', c.at
             FROM cycle c CROSS JOIN ends e WHERE {some} ORDER BY c.k, e.m;
             INSERT INTO result (message_id, channel, state, code, price_minor, at)
             SELECT c.k * {MESSAGES} + e.m, e.channel, e.state, '', e.price, c.at
             FROM cycle c CROSS JOIN ends e WHERE {some} ORDER BY c.k, e.m;
             INSERT INTO tally (campaign_id, day, channel, state, code, n, price_minor)
             SELECT c.k + 1, c.day, e.channel, e.state, '', e.n, e.price FROM cycle c CROSS JOIN
             (SELECT channel, state, COUNT(*) AS n, CAST(SUM(price) AS BIGINT) AS price FROM ends GROUP BY channel, state) AS e
             WHERE {some} ORDER BY c.k, e.channel, e.state;
             INSERT INTO hold (id, site_id, campaign_id, seq, authorized_minor, captured_minor, released_minor, state, created_at, ended_at)
             SELECT c.k + 1, c.site, c.k + 1, 1, {most}, {net}, {most} - {net}, 'closed', c.at, c.at FROM cycle c WHERE {some} ORDER BY c.k;
             INSERT INTO usage_charge (id, site_id, campaign_id, hold_id, channel, unit_minor, period, origin_period, late,
             quantity, total_minor)
             SELECT c.k * 2 + u.i, c.site, c.k + 1, c.k + 1, u.channel, u.unit, c.ym, c.ym, 0, u.n, u.unit * u.n FROM cycle c CROSS JOIN
             (SELECT 1 AS i, 'alimtalk' AS channel, {ALIMTALK} AS unit, {alimtalk} AS n UNION ALL SELECT 2, 'sms', {SMS}, {sms}) AS u
             WHERE {some} ORDER BY c.k, u.i;
             INSERT INTO op (site_id, key, verb, request, request_hash, state, result, actor, created_at)
             SELECT c.site, 'in-' || c.k, 'topup', '{{}}', '{hash}', 'ok', '{paid}', 'bench', c.at FROM cycle c WHERE {some};
             INSERT INTO payment (id, site_id, method, net_minor, vat_minor, gross_minor, state, journal_id, created_at, paid_at)
             SELECT c.k + 1, c.site, 'bank', {net}, {net} / 10, {net} + {net} / 10, 'paid', {SITES} + c.k * {journals} + 1, c.at, c.at
             FROM cycle c WHERE {some} ORDER BY c.k;
             INSERT INTO journal (id, kind, site_id, period, origin_period, effective_at, posted_at, op_key, ref_kind, ref_id, actor)
             SELECT {SITES} + c.k * {journals} + j.j, j.kind, c.site, c.ym, c.ym, c.at, c.at,
             CASE j.kind WHEN 'topup' THEN 'in-' || c.k END, j.about, c.k + 1, 'bench'
             FROM cycle c CROSS JOIN journals j WHERE {some} ORDER BY c.k, j.j;
             INSERT INTO entry (journal_id, n, account_id, amount_minor, acct_seq, balance_minor)
             SELECT {SITES} + c.k * {journals} + s.j, s.n, s.a + s.own * (1000 + c.site * 4), s.amount,
             CASE WHEN s.own = 1 AND s.a = 0 THEN c.nth * {available} + s.s + 1 WHEN s.own = 1 THEN c.nth * {held} + s.s END, s.b
             FROM cycle c CROSS JOIN step s WHERE {some} ORDER BY c.k, s.j, s.n;
             COMMIT"
        )
    }
}
