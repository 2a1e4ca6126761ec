//! Notices: once for each descent, told until somebody took them, signed where they leave for a site.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri};
use msgctl::domain::secret::Secret;
use msgctl::providers::outbound::sign;
use serde_json::{Value, json};

use crate::support::{Room, TestDb, on_each_engine};

#[derive(Clone, Default)]
pub struct Mail {
    got: Arc<Mutex<Vec<(String, HeaderMap, String)>>>,
    fails: Arc<Mutex<u32>>,
}

impl Mail {
    /// So many posts are not taken.
    pub fn fail(&self, n: u32) {
        *self.fails.lock().expect("a lock") = n;
    }

    pub async fn open(&self) -> String {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let app = Router::new().fallback(take).with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        url
    }

    pub fn at(&self, path: &str) -> Vec<(HeaderMap, String)> {
        let got = self.got.lock().expect("a lock");
        got.iter().filter(|g| g.0 == path).map(|g| (g.1.clone(), g.2.clone())).collect()
    }
}

async fn take(State(mail): State<Mail>, uri: Uri, headers: HeaderMap, body: Bytes) -> StatusCode {
    let mut fails = mail.fails.lock().expect("a lock");
    if *fails > 0 {
        *fails -= 1;
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    let body = String::from_utf8(body.to_vec()).expect("UTF-8");
    mail.got.lock().expect("a lock").push((uri.path().to_owned(), headers, body));
    StatusCode::OK
}

async fn shop(db: &TestDb, mail: &Mail) -> Room {
    let url = mail.open().await;
    let room = Room::with_database(&db.url)
        .env("MSGCTL_FORMAT", "json")
        .env("CB", "callback-secret")
        .env("HOOK", &format!("{url}/hook"));
    room.write("msgctl.toml", "[callback]\nsecret = \"env:CB\"\n[alert]\nurl = \"env:HOOK\"\nkind = \"slack\"\n");
    room.sh(&format!("site add shop --sender 0212345678 --callback {url}/cb --low-balance 10000")).ok();
    room.sh("credits topup --site shop --amount 12000 --key in").ok();
    room
}

fn spend(room: &Room, won: i64) {
    room.sh(&format!("credits adjust --site shop --amount=-{won} --reason spent")).ok();
}

on_each_engine! {
    async fn a_low_balance_is_told_once_for_each_descent(db: TestDb) {
        let mail = Mail::default();
        let room = shop(&db, &mail).await;
        spend(&room, 2_000);
        assert_eq!(room.sh("notice relay").ok().json()["sent"], 0, "10,000 is not below 10,000");
        spend(&room, 1);
        spend(&room, 1_000);
        assert_eq!(room.sh("notice relay").ok().json()["sent"], 3);
        let posts = mail.at("/cb");
        let (headers, body) = &posts[0];
        let told: Value = serde_json::from_str(body).expect("JSON");
        assert_eq!((&told["kind"], &told["site"], &told["available_minor"]), (&json!("low-balance"), &json!("shop"), &json!(999_900)));
        let header = |name: &str| headers[name].to_str().expect("text").to_owned();
        assert_eq!(header("msgctl-notice"), told["id"].as_str().expect("an id"));
        let seconds = header("msgctl-timestamp").parse().expect("seconds");
        assert_eq!(header("msgctl-signature"), format!("v1={}", sign(&Secret::new("callback-secret"), seconds, body)));
        let alert: Value = serde_json::from_str(&mail.at("/hook")[0].1).expect("JSON");
        assert!(alert["text"].as_str().is_some_and(|t| t.contains("`shop` has ₩9,999 left")), "{alert}");
        // it rises and falls again
        room.sh("credits topup --site shop --amount 5000 --key more").ok();
        spend(&room, 5_000);
        spend(&room, 1);
        assert_eq!(room.sh("notice relay").ok().json()["sent"], 3);
        assert_eq!((mail.at("/cb").len(), mail.at("/hook").len()), (2, 2));
        assert_eq!(db.number("SELECT COUNT(*) FROM notice").await, 6);
        let rehearsed = "credits adjust --site shop --amount=-100 --reason r --dry-run";
        room.sh(rehearsed).ok();
        assert_eq!(db.number("SELECT COUNT(*) FROM notice").await, 6);
    }

    async fn f25_what_was_not_told_is_told_later(db: TestDb) {
        let mail = Mail::default();
        let room = shop(&db, &mail).await;
        mail.fail(2);
        spend(&room, 5_000);
        let first = room.sh("notice relay").fails(75, &[]).json();
        assert_eq!((&first["sent"], &first["waiting"]), (&json!(1), &json!(2)), "the log is told");
        assert_eq!(room.sh("notice relay").ok().json()["sent"], 0, "not at once");
        let rows = room.sh("notice list --state ready").ok().json();
        assert_eq!((rows.as_array().map(Vec::len), &rows[0]["detail"]), (Some(2), &json!("HTTP 503")), "{rows}");
        db.run("UPDATE notice SET due_at = 0 WHERE state = 'ready'").await;
        assert_eq!(room.sh("notice relay").ok().json()["sent"], 2);
        // killed before it told: told later; after it told: told again, under the same id
        for (point, times) in [("notice-leased", 1), ("notice-told", 2)] {
            mail.got.lock().expect("a lock").clear();
            room.sh(&format!("credits topup --site shop --amount 5000 --key {point}")).ok();
            spend(&room, 5_000);
            // the log is told first
            db.run("UPDATE notice SET state = 'sent' WHERE target <> 'callback'").await;
            let mut relay = room.command(["notice", "relay"]);
            assert_eq!(relay.env("MSGCTL_FAILPOINT", point).output().expect("runs").status.code(), None, "{point}");
            assert_eq!(room.sh("notice relay").ok().json()["sent"], 0, "{point}: leased");
            db.run("UPDATE notice SET due_at = 0 WHERE state = 'leased'").await;
            assert_eq!(room.sh("notice relay").ok().json()["sent"], 1, "{point}");
            let posts = mail.at("/cb");
            assert_eq!(posts.len(), times, "{point}");
            assert!(posts.iter().all(|p| p.0["msgctl-notice"] == posts[0].0["msgctl-notice"]), "{point}");
        }
    }

    async fn two_relays_never_tell_the_same(db: TestDb) {
        let mail = Mail::default();
        let room = shop(&db, &mail).await;
        for n in 0..10 {
            spend(&room, 5_000);
            room.sh(&format!("credits topup --site shop --amount 5000 --key k{n}")).ok();
        }
        let relays: Vec<_> = (0..3).map(|_| room.command(["notice", "relay"]).stdout(std::process::Stdio::null()).spawn().expect("runs")).collect();
        for mut r in relays {
            assert!(r.wait().expect("ends").success());
        }
        assert_eq!((mail.at("/cb").len(), mail.at("/hook").len()), (10, 10));
    }
}
