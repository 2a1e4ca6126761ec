//! The books themselves: what is booked, what is refused, what is answered again.

use std::cell::Cell;

use crate::support::{TestDb, on_each_engine};
use msgctl::domain::channel::Channel;
use msgctl::domain::id::{CampaignId, SiteId};
use msgctl::domain::ledger::{Account, Method, Posting, vat_of_net};
use msgctl::domain::money::Minor;
use msgctl::domain::period::Period;
use msgctl::domain::time::Micros;
use msgctl::ops::ledger::{Ask, Hold, LedgerError, Note, Taking, expire, hold, once, post, take};
use msgctl::store::account::{self, Balances};
use msgctl::store::hold::{HoldRow, of_campaign};

const SHOP: SiteId = SiteId(1);
const CAMPAIGN: CampaignId = CampaignId(7);

/// 31 October 2026, 23:00 in Korea.
fn october() -> Micros {
    Micros(Period::new(2026, 10).expect("a month").end().0 - 3_600_000_000)
}

async fn shop(db: &TestDb) {
    db.run("INSERT INTO site (id, name, title, senders, strategy, created_at, updated_at) VALUES (1, 'shop', '', '', 'sms-only', 0, 0)").await;
    let mut tx = db.store.write().await.expect("a transaction");
    account::open(&mut tx, SHOP).await.expect("opens");
    tx.commit().await.expect("commits");
}

fn note<'a>() -> Note<'a> {
    let at = october();
    Note { site: SHOP, effective_at: at, now: at, op_key: None, about: None, reverses: None, actor: "test", memo: None }
}

async fn book(db: &TestDb, posting: &Posting) -> Result<(), LedgerError> {
    let mut tx = db.store.write().await?;
    post(&mut tx, posting, note()).await?;
    Ok(tx.commit().await?)
}

async fn topup(db: &TestDb, won: i64) {
    let a = vat_of_net(Minor(won * 100)).expect("fits");
    book(db, &Posting::topup(SHOP, Method::Bank, a).expect("balances")).await.expect("books");
}

async fn has(db: &TestDb) -> (i64, i64, i64) {
    let Balances { available, held, receivable, .. } =
        account::balances(&mut db.store.read().await.expect("reads"), SHOP)
            .await
            .expect("reads")
            .expect("has accounts");
    (available.0, held.0, receivable.0)
}

async fn only_hold(db: &TestDb) -> HoldRow {
    of_campaign(&mut db.store.read().await.expect("reads"), CAMPAIGN).await.expect("reads").pop().expect("a hold")
}

async fn set_aside(db: &TestDb, most: i64) -> Result<(), LedgerError> {
    let mut tx = db.store.write().await?;
    let h = Hold { site: SHOP, campaign: CAMPAIGN, book: None, most: Minor(most), actor: "test", now: october() };
    hold(&mut tx, h).await?;
    Ok(tx.commit().await?)
}

async fn ended(db: &TestDb, delivered: Vec<(Channel, Minor, i64)>, reserved: i64, at: Micros) {
    let mut tx = db.store.write().await.expect("a transaction");
    let t = Taking {
        site: SHOP,
        campaign: CAMPAIGN,
        delivered,
        reserved: Minor(reserved),
        effective_at: at,
        late: false,
        actor: "test",
        now: at,
    };
    take(&mut tx, &t).await.expect("takes");
    tx.commit().await.expect("commits");
}

on_each_engine! {
    async fn c02_a_campaign_pays_for_what_was_delivered(db: TestDb) {
        shop(&db).await;
        topup(&db, 10_000).await;
        set_aside(&db, 200_000).await.expect("suffices");
        assert_eq!(has(&db).await, (800_000, 200_000, 0));
        let delivered = vec![(Channel::Alimtalk, Minor(900), 85), (Channel::Sms, Minor(2000), 10)];
        ended(&db, delivered, 200_000, october()).await;
        assert_eq!(has(&db).await, (903_500, 0, 0));
        let h = only_hold(&db).await;
        assert_eq!((h.state.as_str(), h.captured_minor.0, h.released_minor.0), ("closed", 96_500, 103_500));
        assert_eq!(db.number("SELECT CAST(SUM(amount_minor) AS BIGINT) FROM entry").await, 0);
        assert_eq!(db.number("SELECT CAST(SUM(total_minor) AS BIGINT) FROM usage_charge").await, 96_500);
    }

    async fn c05_what_is_not_there_is_not_set_aside(db: TestDb) {
        shop(&db).await;
        topup(&db, 1_500).await;
        let short = set_aside(&db, 200_000).await.expect_err("too little");
        assert!(matches!(short, LedgerError::Floor { account: Account::Available(SHOP), short: Minor(50_000) }), "{short}");
        assert_eq!(has(&db).await, (150_000, 0, 0));
        assert_eq!(db.number("SELECT COUNT(*) FROM journal").await, 1);
    }

    async fn c08_a_late_report_is_charged_and_what_is_missing_is_owed(db: TestDb) {
        shop(&db).await;
        topup(&db, 2_000).await;
        set_aside(&db, 200_000).await.expect("suffices");
        ended(&db, vec![(Channel::Sms, Minor(2000), 98)], 196_000, october()).await;
        let mut tx = db.store.write().await.expect("a transaction");
        let h = of_campaign(&mut tx, CAMPAIGN).await.expect("reads").pop().expect("a hold");
        let left = expire(&mut tx, &h, "test", october()).await.expect("expires");
        assert_eq!(left, Some(Minor(4_000)));
        assert_eq!(expire(&mut tx, &h, "test", october()).await.expect("a second time"), None);
        tx.commit().await.expect("commits");
        assert_eq!(has(&db).await, (4_000, 0, 0));
        book(&db, &Posting::adjust(SHOP, Minor(-3_500)).expect("balances")).await.expect("books");
        ended(&db, vec![(Channel::Sms, Minor(2000), 1)], 2_000, october()).await;
        assert_eq!(has(&db).await, (0, 0, -1_500));
        let h = only_hold(&db).await;
        assert_eq!((h.captured_minor.0, h.late_minor.0), (196_000, 2_000));
        assert_eq!(db.number("SELECT CAST(SUM(total_minor) AS BIGINT) FROM usage_charge").await, 198_000);
    }

    async fn c10_what_comes_after_the_close_is_booked_in_the_next_month(db: TestDb) {
        shop(&db).await;
        topup(&db, 2_000).await;
        set_aside(&db, 200_000).await.expect("suffices");
        db.run("UPDATE period SET state = 'closed', close_journal = 2 WHERE ym = 202610").await;
        ended(&db, vec![(Channel::Sms, Minor(2000), 1)], 2_000, october()).await;
        assert_eq!(db.number("SELECT period FROM journal WHERE id = 3").await, 202_611);
        assert_eq!(db.number("SELECT origin_period FROM journal WHERE id = 3").await, 202_610);
    }

    async fn an_operation_is_done_once_for_its_key(db: TestDb) {
        shop(&db).await;
        let done = Cell::new(0);
        let ask = |request: &str| Ask {
            site: SHOP,
            key: "bonus-1",
            verb: "bonus",
            request: request.to_owned(),
            actor: "test",
            now: october(),
            rehearse: false,
        };
        let work = async |tx: &mut msgctl::store::Tx| {
            done.set(done.get() + 1);
            post(tx, &Posting::bonus(SHOP, Minor(500))?, note()).await?;
            Ok(500_i64)
        };
        let first = once(&db.store, &ask("500"), work).await.expect("done");
        assert_eq!((first.answer, first.repeated), (500, false));
        let again = once(&db.store, &ask("500"), work).await.expect("answered");
        assert_eq!((again.answer, again.repeated, done.get()), (500, true, 1));
        let other = once(&db.store, &ask("501"), work).await.expect_err("another request");
        assert!(matches!(other, LedgerError::KeyTaken(_)));
        assert_eq!(has(&db).await, (500, 0, 0));
        let rehearsed = Ask { key: "bonus-2", rehearse: true, ..ask("500") };
        once(&db.store, &rehearsed, work).await.expect("done, and taken back");
        assert_eq!((has(&db).await, db.number("SELECT COUNT(*) FROM op").await), ((500, 0, 0), 1));
    }

    async fn a_refusal_is_an_answer_too(db: TestDb) {
        shop(&db).await;
        let ask = Ask { site: SHOP, key: "k", verb: "cashout", request: "9".into(), actor: "test", now: october(), rehearse: false };
        let no = async |_: &mut msgctl::store::Tx| -> Result<i64, LedgerError> {
            Err(LedgerError::refused("INSUFFICIENT", "there is nothing", "Top up."))
        };
        let yes = async |_: &mut msgctl::store::Tx| -> Result<i64, LedgerError> { Ok(9) };
        assert!(matches!(once(&db.store, &ask, no).await, Err(LedgerError::Refused { .. })));
        let again = once(&db.store, &ask, yes).await.expect_err("remembered");
        assert!(again.to_string().contains("refused under the key `k`"), "{again}");
    }

    async fn journals_are_never_changed(db: TestDb) {
        shop(&db).await;
        topup(&db, 10).await;
        let mut refused = 0;
        for sql in ["UPDATE journal SET memo = 'x'", "DELETE FROM journal", "UPDATE entry SET amount_minor = 1", "DELETE FROM entry"] {
            let sql = sqlx::AssertSqlSafe(sql);
            let done = if db.url.starts_with("sqlite:") {
                sqlx::raw_sql(sql).execute(&sqlx::SqlitePool::connect(&db.url).await.expect("opens")).await.map(|_| ())
            } else {
                sqlx::raw_sql(sql).execute(&sqlx::PgPool::connect(&db.url).await.expect("opens")).await.map(|_| ())
            };
            refused += i32::from(done.is_err());
        }
        assert_eq!(refused, 4);
    }
}
