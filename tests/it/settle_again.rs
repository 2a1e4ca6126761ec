//! Drafts after the first: they compute what was touched since, and nothing else.

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use serde_json::Value;

use crate::settle::{master, random_lines};
use crate::support::{Shop, TestDb, on_each_engine};

const LINES: i64 = 600;

struct Desk {
    shop: Shop,
}

impl Desk {
    /// Lines at random, and a first draft.
    async fn new(db: TestDb) -> Self {
        master(&db).await;
        db.run(random_lines(&mut StdRng::seed_from_u64(8), 1..=LINES)).await;
        let desk = Self { shop: Shop::new(db) };
        assert_eq!(desk.settle("")["draft"], 1);
        desk
    }

    fn settle(&self, more: &str) -> Value {
        self.shop.room.sh(&format!("settle --month 2026-10 --format json --chunk 100 {more}")).ok().json()
    }

    fn sh(&self, line: &str) {
        self.shop.room.sh(line).ok();
    }

    fn import(&self, verb: &str, csv: &str) {
        self.shop.room.write("in.csv", csv);
        self.sh(&format!("{verb} in.csv"));
    }

    /// Formula, database and record say the same of every line; the record holds this control hash.
    fn agrees(&self, after: &str) {
        let v = self.shop.room.sh("settle verify --month 2026-10 --format json");
        assert_eq!(v.code, 0, "{after}: {v:?}");
    }

    /// Changes a bill behind the back of everything, so that it shows whether it is computed again.
    async fn spoil(&self, line: i64) {
        let sql = format!(
            "UPDATE bill SET total_minor = total_minor + 100, round_minor = round_minor + 100, digest = digest + 1
             WHERE line_id = {line} AND period = 202610"
        );
        self.shop.run(sql).await;
    }

    async fn total(&self, line: i64) -> i64 {
        self.shop.number(&format!("SELECT total_minor FROM bill WHERE period = 202610 AND line_id = {line}")).await
    }

    /// Two lines that are billed from the first day to the last, and have no service yet.
    async fn plain(&self) -> (i64, i64) {
        let sql = |order: &str| {
            format!(
                "SELECT {order}(l.id) FROM line AS l JOIN bill AS b ON b.line_id = l.id AND b.period = 202610
                 WHERE l.terminated_on IS NULL AND l.activated_on < 20727 AND b.total_minor > 0 AND b.discount_minor = 0
                 AND NOT EXISTS (SELECT 1 FROM line_vas AS v WHERE v.line_id = l.id)"
            )
        };
        (self.shop.number(&sql("MIN")).await, self.shop.number(&sql("MAX")).await)
    }
}

on_each_engine! {
    async fn a_draft_computes_what_was_touched_and_no_more(db: TestDb) {
        let desk = Desk::new(db).await;
        let (one, other) = desk.plain().await;
        assert!(one < other);
        let (before, spoilt) = (desk.total(one).await, desk.total(other).await + 100);
        desk.spoil(other).await;
        desk.sh(&format!("line add-vas L{one} V --on 2026-10-01"));
        assert_eq!(desk.settle("")["draft"], 2);
        assert!(desk.total(one).await > before, "it was computed");
        assert_eq!(desk.total(other).await, spoilt, "it was not");
        let diff = desk.shop.room.sh("settle diff --month 2026-10 --format json").ok().json();
        assert_eq!((diff.as_array().map(Vec::len), &diff[0]["line"]), (Some(1), &format!("L{one}").into()));
        // a file of a few rows, and rows that change nothing
        desk.import("line import-usage", &format!("line,month,bytes\nL{one},2026-10,1\nL{one},2026-09,1\n"));
        desk.import("line import-usage", &format!("line,month,bytes\nL{one},2026-10,1\nL{other},2026-09,1\n"));
        desk.settle("");
        assert_ne!(desk.total(other).await, spoilt, "a row of its own is enough");
        desk.spoil(other).await;
        desk.import("line import-usage", &format!("line,month,bytes\nL{one},2026-10,1\nL{other},2026-09,1\n"));
        assert_eq!(desk.settle("")["draft"], 4);
        assert_eq!(desk.total(other).await, spoilt, "nothing was touched");
        // prices are everybody's
        desk.import("vas import", "code,name,monthly_fee,proratable,valid_from\nW,W,700,0,2026-10-15\n");
        desk.settle("");
        assert_ne!(desk.total(other).await, spoilt);
        desk.agrees("a price");
        // asked for
        desk.spoil(other).await;
        desk.settle("--recompute");
        desk.agrees("--recompute");
        // a change that nobody noted
        desk.spoil(other).await;
        desk.shop.run("UPDATE master SET n = n + 1").await;
        desk.settle("");
        desk.agrees("a change that was not noted");
    }

    /// Any order of changes and drafts, some of which are killed: the bills are those of a first draft.
    async fn changes_and_drafts_in_any_order_come_to_the_bills_of_a_first_draft(db: TestDb) {
        let desk = Desk::new(db).await;
        let seed = rand::random::<u64>();
        let mut rng = StdRng::seed_from_u64(seed);
        for round in 0..6 {
            for _ in 0..rng.random_range(1..4) {
                let line = rng.random_range(1..=LINES);
                let day = rng.random_range(1..=31);
                let verb = match rng.random_range(0..7) {
                    0 => format!("line change-plan L{line} B --on 2026-10-{day:02}"),
                    1 => format!("line add-vas L{line} V --on 2026-10-{day:02}"),
                    2 => format!("line remove-vas L{line} V --on 2026-10-{day:02}"),
                    3 => format!("line terminate L{line} --on 2026-10-{day:02}"),
                    4 => format!("line add-discount L{line} NEW --target all --kind rate --value 1000 --on 2026-10-{day:02}"),
                    5 => {
                        let at = format!("2026-10-{day:02}T12:00:00+09:00");
                        desk.shop.room.write("in.csv", format!("line,ref,approved_at,amount,kind\nL{line},p{round}{day},{at},5000,approve\n"));
                        "line import-payments in.csv".to_owned()
                    }
                    _ => {
                        desk.shop.room.write("in.csv", format!("line,customer,activated_on,terminated_on\nN{round}{line},c,2026-10-{day:02},\n"));
                        desk.sh("line import in.csv");
                        desk.shop.room.write("in.csv", format!("line,plan,from_day,to_day\nN{round}{line},A,2026-10-{day:02},\n"));
                        "line import-plans in.csv".to_owned()
                    }
                };
                // some are refused: the line does not live that day, or has it already
                let out = desk.shop.room.sh(&verb);
                assert!(matches!(out.code, 0 | 2..=4), "{verb}: {out:?}");
            }
            if rng.random_bool(0.4) {
                let point = ["settle-in-chunk:2", "settle-chunk-committed:1", "settle-before-totals:1"][rng.random_range(0..3)];
                let mut c = desk.shop.room.command("settle --month 2026-10 --chunk 1".split(' '));
                c.env("MSGCTL_FAILPOINT", point).output().expect("runs");
            }
            desk.settle("");
            desk.agrees(&format!("seed {seed}, round {round}"));
        }
        let last = desk.settle("");
        let again = desk.settle("--recompute");
        assert_eq!(last["control_hash"], again["control_hash"], "seed {seed}");
    }
}
