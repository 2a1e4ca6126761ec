//! Transactions that end a batch of a hundred messages and charge for it: ours, and the same rows by hand.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use msgctl::domain::channel::Channel;
use msgctl::domain::id::{CampaignId, SiteId};
use msgctl::domain::ledger::Posting;
use msgctl::domain::money::Minor;
use msgctl::domain::time::Micros;
use msgctl::ops::ledger::{Hold, Note, Taking, hold, post, take};
use msgctl::store::result::{End, Fate, TallyDelta};
use msgctl::store::{Opening, Store, StoreError, Target, account, batch, result, retrying};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions as _, Connection as _, PgConnection, SqliteConnection};

use crate::books::Db;

const SITE: SiteId = SiteId(1);
const CAMPAIGN: CampaignId = CampaignId(1);
/// 2026-11-04, a moment of the month that is booked into.
const NOW: Micros = Micros(1_793_750_000_000_000);
const DAY: &str = "2026-11-04";
/// Of a hundred: by alimtalk, by SMS, and not at all; what these cost, and what each had set aside.
const BY: [(&str, &str, i64, i64); 3] =
    [("alimtalk", "delivered", 85, 900), ("sms", "delivered", 10, 2_000), ("sms", "failed", 5, 0)];
const RESERVE: i64 = 2_000;
const HUNDRED: i64 = 100;

/// A site with credits, and a campaign of `n` batches of a hundred that were handed over.
pub async fn prepare(url: &str, n: i64) -> Store {
    let target = Target::parse(url, std::path::Path::new(".")).expect("a URL");
    let store = Store::open(target, Opening::Create).await.expect("opens");
    let mut db = Db::open(url).await;
    let last = n * HUNDRED;
    let phone = if matches!(db, Db::Sqlite(_)) { "zeroblob(16)" } else { "decode(repeat('00', 16), 'hex')" };
    db.run(&format!(
        "INSERT INTO site (id, name, title, senders, sender_key, strategy, billing, created_at, updated_at)
         VALUES (1, 'bench', 'bench', '0212345678', 'KA01PF', 'alimtalk-first', 'prepaid', 0, 0);
         INSERT INTO campaign (id, site_id, request_hash, state, lane, strategy, content, plan, total, first_id, last_id, created_at)
         VALUES (1, 1, '', 'running', 'bulk', 'alimtalk-first', '{{}}', '{{}}', {last}, 1, {last}, 0);
         INSERT INTO message (id, campaign_id, phone_ix, key_id, route, created_at)
         WITH RECURSIVE c(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM c WHERE k < {last})
         SELECT k, 1, {phone}, 1, 'alimtalk sms', 0 FROM c;
         INSERT INTO batch (id, campaign_id, site_id, channel, step, route, night, first_id, last_id, size, open, state, due_at,
         tries, asked) WITH RECURSIVE c(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM c WHERE k < {n})
         SELECT k, 1, 1, 'alimtalk', 0, 'alimtalk sms', 0, k * 100 - 99, k * 100, 100, 100, 'answered', 0, 1, 0 FROM c"
    ))
    .await;
    if matches!(db, Db::Postgres(_)) {
        db.run("ANALYZE").await;
    }
    let most = Minor(last * RESERVE);
    let mut tx = store.write().await.expect("a transaction");
    account::open(&mut tx, SITE).await.expect("opened");
    let bonus = Posting::bonus(SITE, Minor(most.0 * 2)).expect("a posting");
    let note = Note {
        site: SITE,
        effective_at: NOW,
        now: NOW,
        op_key: None,
        about: None,
        reverses: None,
        actor: "bench",
        memo: None,
    };
    post(&mut tx, &bonus, note).await.expect("booked");
    hold(&mut tx, Hold { site: SITE, campaign: CAMPAIGN, book: None, most, actor: "bench", now: NOW })
        .await
        .expect("held");
    tx.commit().await.expect("commits");
    store
}

/// Calls `work` for each of `1..=n`, by so many at the same time.
async fn each<F: Future<Output = ()> + Send + 'static>(
    n: i64,
    workers: usize,
    work: impl Fn(i64) -> F + Clone + Send + 'static,
) -> Duration {
    let next = std::sync::Arc::new(AtomicI64::new(1));
    let begun = Instant::now();
    let all: Vec<_> = (0..workers)
        .map(|_| {
            let (next, work) = (next.clone(), work.clone());
            tokio::spawn(async move {
                loop {
                    let i = next.fetch_add(1, Ordering::Relaxed);
                    if i > n {
                        break;
                    }
                    work(i).await;
                }
            })
        })
        .collect();
    for worker in all {
        worker.await.expect("works");
    }
    begun.elapsed()
}

/// Batches end, as reports of them are written: the batch is locked, results and the roll-up are written, the hold gives.
pub async fn ours(store: &Store, n: i64, workers: usize) -> Duration {
    let store = store.clone();
    each(n, workers, move |i| {
        let store = store.clone();
        async move { retrying(|| ended(&store, i)).await.expect("booked") }
    })
    .await
}

async fn ended(store: &Store, i: i64) -> Result<(), StoreError> {
    let mut tx = store.write().await?;
    batch::lock(&mut tx, [i]).await?;
    let mut message = i * HUNDRED - HUNDRED + 1;
    let mut deltas = Vec::new();
    for (channel, state, n, price_minor) in BY {
        let fate = Fate { channel, state, code: "4000", price_minor };
        let messages = message..message + n;
        if channel == "alimtalk" {
            let rows: Vec<(i64, Option<i64>)> = messages.map(|m| (m, Some(NOW.0))).collect();
            result::first(&mut tx, fate, &rows, NOW).await?;
        } else {
            let rows: Vec<End> = messages.map(|m| End { message: m, batch: i, at: Some(NOW.0), first: 1 }).collect();
            result::end(&mut tx, fate, &rows, NOW).await?;
        }
        deltas.push(TallyDelta {
            campaign: 1,
            day: DAY,
            channel,
            state,
            code: "4000",
            n,
            price_minor: n * price_minor,
        });
        message += n;
    }
    batch::close(&mut tx, &[(i, HUNDRED)]).await?;
    result::tally(&mut tx, &deltas).await?;
    let taking = Taking {
        site: SITE,
        campaign: CAMPAIGN,
        delivered: vec![(Channel::Alimtalk, Minor(BY[0].3), BY[0].2), (Channel::Sms, Minor(BY[1].3), BY[1].2)],
        reserved: Minor(HUNDRED * RESERVE),
        effective_at: NOW,
        late: false,
        actor: "bench",
        now: NOW,
    };
    take(&mut tx, &taking).await.map_err(StoreError::corrupt)?;
    tx.commit().await
}

/// The same rows by hand: what is in none of them is left out, and nothing is asked.
pub async fn by_hand(url: &str, n: i64, workers: usize) -> Duration {
    if let Some(path) = url.strip_prefix("sqlite:") {
        let options = SqliteConnectOptions::new()
            .filename(path)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .pragma("wal_autocheckpoint", "10000")
            .pragma("cache_size", "-65536");
        let c = std::sync::Arc::new(tokio::sync::Mutex::new(options.connect().await.expect("opens")));
        return each(n, 1, move |i| {
            let c = c.clone();
            async move { by_hand_sqlite(&mut *c.lock().await, i).await.expect("booked") }
        })
        .await;
    }
    let (free, taken) = tokio::sync::mpsc::unbounded_channel();
    for _ in 0..workers {
        free.send(PgConnection::connect(url).await.expect("opens")).expect("kept");
    }
    let taken = std::sync::Arc::new(tokio::sync::Mutex::new(taken));
    each(n, workers, move |i| {
        let (free, taken) = (free.clone(), taken.clone());
        async move {
            let mut c = taken.lock().await.recv().await.expect("a connection");
            by_hand_postgres(&mut c, i).await.expect("booked");
            free.send(c).expect("kept");
        }
    })
    .await
}

macro_rules! by_hand {
    ($name:ident, $conn:ty, $begin:literal, $results:literal) => {
        async fn $name(c: &mut $conn, i: i64) -> Result<(), sqlx::Error> {
            let ran = |r: Result<_, sqlx::Error>| r.map(|_| ());
            ran(sqlx::query($begin).execute(&mut *c).await)?;
            let mut message = i * HUNDRED - HUNDRED + 1;
            for (channel, state, n, price) in BY {
                let q = sqlx::query($results).bind(message).bind(message + n - 1).bind(channel).bind(state).bind(price);
                ran(q.bind(NOW.0).execute(&mut *c).await)?;
                message += n;
            }
            ran(sqlx::query("UPDATE batch SET open = open - 100 WHERE id = $1").bind(i).execute(&mut *c).await)?;
            let tally = "INSERT INTO tally VALUES (1, $1, 'alimtalk', 'delivered', '4000', 85, 76500), (1, $1, 'sms', 'delivered', '4000',
                10, 20000), (1, $1, 'sms', 'failed', '4000', 5, 0) ON CONFLICT (campaign_id, day, channel, state, code)
                DO UPDATE SET n = tally.n + excluded.n, price_minor = tally.price_minor + excluded.price_minor";
            ran(sqlx::query(tally).bind(DAY).execute(&mut *c).await)?;
            let hold = "UPDATE hold SET captured_minor = captured_minor + 96500, released_minor = released_minor + 103500 WHERE id = 1";
            ran(sqlx::query(hold).execute(&mut *c).await)?;
            let usage = "INSERT INTO usage_charge (site_id, campaign_id, hold_id, channel, unit_minor, period, origin_period, late,
                quantity, total_minor) VALUES (1, 1, 1, 'alimtalk', 900, 202611, 202611, 0, 85, 76500),
                (1, 1, 1, 'sms', 2000, 202611, 202611, 0, 10, 20000)
                ON CONFLICT (hold_id, channel, unit_minor, period, origin_period, late) DO UPDATE SET
                quantity = usage_charge.quantity + excluded.quantity, total_minor = usage_charge.total_minor + excluded.total_minor";
            ran(sqlx::query(usage).execute(&mut *c).await)?;
            let add = "UPDATE account SET balance_minor = balance_minor + $2, seq = seq + 1 WHERE id = $1 RETURNING seq, balance_minor";
            let (s, b): (i64, i64) = sqlx::query_as(add).bind(1004_i64).bind(103_500_i64).fetch_one(&mut *c).await?;
            let (t, d): (i64, i64) = sqlx::query_as(add).bind(1005_i64).bind(-200_000_i64).fetch_one(&mut *c).await?;
            let journal = "INSERT INTO journal (kind, site_id, period, origin_period, effective_at, posted_at, ref_kind, ref_id, actor)
                VALUES ('capture', 1, 202611, 202611, $1, $1, 'campaign', 1, 'bench') RETURNING id";
            let id: i64 = sqlx::query_scalar(journal).bind(NOW.0).fetch_one(&mut *c).await?;
            let entries = "INSERT INTO entry VALUES ($1, 1, 20, 76500, NULL, NULL), ($1, 2, 21, 20000, NULL, NULL),
                ($1, 3, 1004, 103500, $2, $3), ($1, 4, 1005, -200000, $4, $5)";
            ran(sqlx::query(entries).bind(id).bind(s).bind(b).bind(t).bind(d).execute(&mut *c).await)?;
            ran(sqlx::query("COMMIT").execute(&mut *c).await)
        }
    };
}

by_hand!(
    by_hand_sqlite,
    SqliteConnection,
    "BEGIN IMMEDIATE",
    "INSERT INTO result (message_id, channel, state, code, price_minor, reported_at, at)
     WITH RECURSIVE c(k) AS (SELECT $1 UNION ALL SELECT k + 1 FROM c WHERE k < $2) SELECT k, $3, $4, '4000', $5, $6, $6 FROM c"
);
by_hand!(
    by_hand_postgres,
    PgConnection,
    "BEGIN",
    "INSERT INTO result (message_id, channel, state, code, price_minor, reported_at, at)
     SELECT k, $3, $4, '4000', $5, $6, $6 FROM generate_series($1, $2) AS k"
);

/// What was charged is in the books, and every message has its result.
pub async fn check(url: &str, n: i64) {
    let mut db = Db::open(url).await;
    let cost: i64 = BY.iter().map(|b| b.2 * b.3).sum();
    let has = db.ask("SELECT balance_minor FROM account WHERE id IN (1004, 1005) ORDER BY id").await;
    assert_eq!(has, [n * (2 * HUNDRED * RESERVE - cost), 0]);
    assert_eq!(db.ask("SELECT COUNT(*) FROM result").await, [n * HUNDRED]);
    assert_eq!(db.ask("SELECT CAST(SUM(open) AS BIGINT) FROM batch").await, [0]);
}
