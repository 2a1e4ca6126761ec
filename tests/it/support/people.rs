//! A site with sealed people, put straight into the database.

use std::fmt::Write as _;

use msgctl::domain::id::SiteId;
use msgctl::domain::person::Person;
use msgctl::domain::seal::{Context, KeyRing, new_key_file};
use rand::SeedableRng as _;
use rand::rngs::StdRng;

use super::{Room, TestDb};

/// A room with a key file, and the site `shop`.
pub struct Shop {
    pub room: Room,
    pub db: TestDb,
    pub ring: KeyRing,
    pub rng: StdRng,
}

pub fn person(i: u32) -> Person {
    Person {
        name: format!("홍길{}", ["동", "순", "준", "민"][i as usize % 4]),
        mobile: format!("010-{:04}-{:04}", 1000 + i / 10_000, i % 10_000).parse().expect("a mobile"),
        email: Some(format!("user{i}@example.com")),
        birth_date: Some(jiff::civil::date(1980 + (i % 30) as i16, 2, 28)),
    }
}

impl Shop {
    pub fn new(db: TestDb) -> Self {
        let room = Room::with_database(&db.url).env("USER", "tester");
        let mut rng = StdRng::seed_from_u64(11);
        let text = new_key_file(&mut rng);
        let key = room.write("key", text.as_bytes());
        room.write("msgctl.toml", format!("[crypto]\nkey = \"file:{}\"\n", key.display()));
        room.sh("site add shop --sender 02-1234-5678").ok();
        Self { ring: KeyRing::parse(&text).expect("a ring"), room, db, rng }
    }

    /// Runs a statement on the database.
    pub async fn run(&self, sql: impl Into<String>) {
        self.db.run(sql).await;
    }

    /// The first value of a query, as a number.
    pub async fn number(&self, sql: &str) -> i64 {
        self.db.number(sql).await
    }

    fn blob(&self, bytes: &[u8]) -> String {
        let hex = msgctl::store::hex(bytes);
        if self.db.url.starts_with("sqlite:") { format!("x'{hex}'") } else { format!("'\\x{hex}'::bytea") }
    }

    /// People `0..n` with ids from 1, the first half of them on the list `vip`.
    pub async fn people(&mut self, n: u32) {
        self.run("INSERT INTO list (id, site_id, name, created_at) VALUES (1, 1, 'vip', 0)").await;
        let mut sql = String::from("BEGIN;");
        for i in 0..n {
            let p = person(i);
            let ix = self.ring.phone_ix(&p.mobile);
            let sealed = p.seal(&self.ring, SiteId(1), &mut self.rng);
            let (ix, content, sealed) = (self.blob(&ix.0), self.blob(&p.content_ix(&self.ring).0), self.blob(&sealed));
            let _ = write!(sql,
                "INSERT INTO recipient (id, site_id, phone_ix, content_ix, sealed, key_id, ad_consent_at, created_at, updated_at)
                 VALUES ({}, 1, {ix}, {content}, {sealed}, 1, 1767225600000000, 0, 0);",
                i + 1
            );
            if i < n / 2 {
                let _ = write!(sql, "INSERT INTO list_member (list_id, recipient_id) VALUES (1, {});", i + 1);
            }
        }
        self.run(sql + "COMMIT").await;
    }

    /// A message of campaign 1 to person `i` in a state; the campaign is made with the first one.
    pub async fn message(&mut self, id: i64, i: u32, state: &str) {
        let p = person(i);
        let ix = self.ring.phone_ix(&p.mobile);
        let text = format!("{{\"to\":\"{}\"}}", p.mobile.as_str());
        let sealed = self.ring.seal_bytes(&Context::new("message", SiteId(1), &ix), text.as_bytes(), &mut self.rng);
        let (ix, sealed) = (self.blob(&ix.0), self.blob(&sealed));
        self.run(format!(
            "INSERT INTO campaign (id, site_id, request_hash, state, lane, strategy, content, plan, total, created_at)
             VALUES (1, 1, '', 'running', 'bulk', 'sms-only', '{{}}', '{{}}', 1, 0) ON CONFLICT DO NOTHING;
             INSERT INTO message (id, campaign_id, recipient_id, phone_ix, sealed, key_id, route, created_at)
             VALUES ({id}, 1, {}, {ix}, {sealed}, 1, 'sms', 0)",
            i + 1
        ))
        .await;
        if ["delivered", "failed", "cancelled"].contains(&state) {
            self.ends(id, state).await;
        } else {
            self.run(format!(
                "INSERT INTO queue (message_id, campaign_id, channel, step, night, state, tries, due_at, code, updated_at)
                 VALUES ({id}, 1, 'sms', 0, 0, '{state}', 0, 0, '', 0)"
            ))
            .await;
        }
    }

    /// A message reaches a final state.
    pub async fn ends(&self, id: i64, state: &str) {
        self.run(format!(
            "DELETE FROM queue WHERE message_id = {id};
             INSERT INTO result (message_id, channel, state, code, price_minor, at) VALUES ({id}, 'sms', '{state}', '', 0, 0)"
        ))
        .await;
    }
}
