//! The engine as a caller sees it, in a time of its own.

mod money;
mod reports;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use serde_json::{Value, json};

use super::auth::sign;
use super::engine::{Ask, Engine, Fate, Reply};
use super::settings::Settings;
use crate::domain::clock::Clock;
use crate::domain::time::Micros;

/// 2026-01-15T09:30:00+09:00.
const NOON: i64 = 1_768_437_000_000_000;
const SEND: &str = "/messages/v4/send-many/detail";

/// A simulator and its caller.
struct Desk {
    engine: Engine,
    clock: Arc<AtomicI64>,
    salt: AtomicI64,
}

impl Desk {
    fn new(toml: &str) -> Self {
        let settings = Settings::from_toml(toml).expect("settings");
        let clock = Arc::new(AtomicI64::new(NOON));
        let time = Arc::clone(&clock);
        let engine = Engine::new(settings, Clock::new(move || Micros(time.load(Ordering::Relaxed))));
        Self { engine, clock, salt: AtomicI64::new(0) }
    }

    fn wait(&self, ms: i64) {
        self.clock.fetch_add(ms * 1_000, Ordering::Relaxed);
    }

    fn header(&self) -> String {
        let s = Settings::default();
        let now = jiff::Timestamp::from_microsecond(self.clock.load(Ordering::Relaxed)).expect("a time");
        let salt = self.salt.fetch_add(1, Ordering::Relaxed);
        sign(&s.api_key, &s.api_secret.0, &now.to_string(), &format!("{salt:020}"))
    }

    fn raw(&self, method: &str, target: &str, body: &str) -> Reply {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let header = self.header();
        self.engine.answer(Ask {
            method,
            path,
            query,
            authorization: Some(&header),
            idempotency_key: None,
            body: body.as_bytes(),
        })
    }

    fn call(&self, method: &str, target: &str, body: &Value) -> (u16, Value) {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let reply = self.raw(method, target, &body);
        (reply.status, serde_json::from_slice(&reply.body).expect("JSON"))
    }

    fn get(&self, target: &str) -> Value {
        let (status, value) = self.call("GET", target, &Value::Null);
        assert_eq!(status, 200, "{target}: {value}");
        value
    }

    /// Sends messages and shows all of them in the answer.
    fn send(&self, messages: &Value) -> Value {
        let (status, value) = self.call("POST", SEND, &json!({"messages": messages, "showMessageList": true}));
        assert_eq!(status, 200, "{value}");
        value
    }

    /// Codes of the messages of a list, in order.
    fn codes(&self, query: &str) -> Vec<String> {
        let page = self.get(&format!("/messages/v4/list?{query}"));
        messages(&page).map(|m| text(&m["statusCode"])).collect()
    }

    fn balance(&self) -> f64 {
        self.get("/cash/v1/balance")["balance"].as_f64().expect("a number")
    }
}

fn messages(page: &Value) -> impl Iterator<Item = &Value> {
    page["messageList"].as_object().expect("a map").values()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn sms(to: &str) -> Value {
    json!({"to": to, "from": "0212345678", "text": "안녕하세요"})
}

fn talk(to: &str) -> Value {
    json!({"to": to, "from": "0212345678", "text": "안녕하세요", "kakaoOptions":
        {"pfId": "PF", "templateId": "TP", "disableSms": true}})
}

/// A hundred mobile numbers.
fn crowd(one: impl Fn(&str) -> Value) -> Value {
    (0..100).map(|n| one(&format!("0101000{n:04}"))).collect()
}

#[test]
fn outcomes_follow_the_seed_and_not_the_order() {
    let settings = "seed = 3\n[outcomes.alimtalk]\n\"3104\" = 0.15\n\"3107\" = 0.10";
    let (one, other) = (Desk::new(settings), Desk::new(settings));
    let all = crowd(talk);
    one.send(&all);
    let mut backwards = all.as_array().expect("a list").clone();
    backwards.reverse();
    other.send(&backwards.into());
    let fates = |desk: &Desk| {
        let page = desk.get("/messages/v4/list?limit=500");
        let mut fates: Vec<_> = messages(&page).map(|m| (text(&m["to"]), text(&m["statusCode"]))).collect();
        fates.sort();
        fates
    };
    assert_eq!(fates(&one), fates(&other));
    let count = |code: &str| fates(&one).iter().filter(|(_, c)| c == code).count();
    assert!((5..30).contains(&count("3104")) && (3..25).contains(&count("3107")), "{:?}", fates(&one));
    assert_eq!(count("3104") + count("3107") + count("4000"), 100);
    let third = Desk::new(&settings.replace("seed = 3", "seed = 4"));
    third.send(&all);
    assert_ne!(fates(&one), fates(&third));
}

#[test]
fn every_recipient_has_an_answer_of_its_own() {
    let desk = Desk::new("senders = [\"0212345678\"]\n[recipients]\n\"01000000009\" = 1061\n\"01000000008\" = 3032");
    let mut bad_sender = sms("01000000002");
    bad_sender["from"] = "0299999999".into();
    let mut nobody = sms("");
    nobody.as_object_mut().expect("an object").remove("to");
    nobody["customFields"] = json!({"ref": "x-1-1"});
    let sent = desk.send(&json!([
        sms("01000000001"),
        bad_sender,
        nobody,
        sms("010-0000-0003"),
        sms("0212345678"),
        sms("01000000001"),
        sms("01000000009"),
        sms("01000000008"),
    ]));
    let codes: Vec<_> =
        sent["messageList"].as_array().expect("a list").iter().map(|m| text(&m["statusCode"])).collect();
    assert_eq!(codes, ["2000", "1062", "1010", "1011", "2000", "1026", "1061", "2000"]);
    let failed: Vec<_> =
        sent["failedMessageList"].as_array().expect("a list").iter().map(|m| text(&m["statusCode"])).collect();
    assert_eq!(failed, ["1062", "1010", "1011", "1026", "1061"]);
    assert_eq!(sent["failedMessageList"][1]["customFields"], json!({"ref": "x-1-1"}));
    assert_eq!(sent["groupInfo"]["count"]["total"], 8);
    assert_eq!(sent["groupInfo"]["count"]["registeredFailed"], 5);
    assert_eq!(desk.codes("to=0212345678"), ["3010"], "digits, but no mobile: the carrier refuses");
    assert_eq!(desk.codes("to=01000000008"), ["3032"]);
    assert_eq!(desk.codes("to=010-0000-0003"), ["1011"], "refused messages are listed too");
    let twice = json!({"messages": [sms("01000000001"), sms("01000000001")], "allowDuplicates": true});
    let (_, sent) = desk.call("POST", SEND, &twice);
    assert_eq!(sent["groupInfo"]["count"]["registeredSuccess"], 2);
    assert_eq!(sent["messageList"], Value::Null, "only when asked for");
}

#[test]
fn bodies_that_cannot_be_read_are_refused_whole() {
    let desk = Desk::new("");
    let many: Value = (0..10_001).map(|n| sms(&format!("010{n:08}"))).collect();
    for body in [
        String::new(),
        "{".into(),
        "{\"messages\":{}}".into(),
        json!({"messages": []}).to_string(),
        json!({"messages": [{"to": 1}]}).to_string(),
        json!({"messages": [sms("01012345678")], "scheduledDate": "soon"}).to_string(),
        json!({"messages": many}).to_string(),
    ] {
        let reply = desk.raw("POST", SEND, &body);
        assert_eq!(reply.status, 400, "{}", &body[..body.len().min(60)]);
        let error: Value = serde_json::from_slice(&reply.body).expect("JSON");
        assert_eq!(error["errorCode"], "ValidationError");
    }
    assert_eq!(desk.call("GET", "/nowhere", &Value::Null).0, 404);
    assert_eq!(desk.call("GET", "/messages/v4/groups/G4V", &Value::Null).0, 404);
    assert_eq!(desk.engine.summary(1).recipients, 0);
}

#[test]
fn a_signature_is_good_once() {
    let desk = Desk::new("");
    let header = desk.header();
    let ask = |authorization| {
        let reply = desk.engine.answer(Ask {
            method: "GET",
            path: "/cash/v1/balance",
            query: "",
            authorization,
            idempotency_key: None,
            body: b"",
        });
        (reply.status, String::from_utf8(reply.body).expect("text"))
    };
    assert_eq!(ask(Some(&header)).0, 200);
    let (status, body) = ask(Some(&header));
    assert!(status == 403 && body.contains("DuplicatedSignature"), "{body}");
    assert!(ask(None).1.contains("InvalidAPIKey"));
    desk.wait(16 * 60 * 1_000);
    assert!(ask(Some(&header)).1.contains("RequestTimeTooSkewed"));
    assert_eq!(desk.engine.summary(1).incidents.denied, 3);
    let prices = desk.engine.answer(Ask {
        method: "GET",
        path: "/pricing/v1/messaging/default",
        query: "",
        authorization: None,
        idempotency_key: None,
        body: b"",
    });
    assert_eq!(prices.status, 200, "list prices are public");
}

#[test]
fn faults_hit_the_calls_they_are_for() {
    let desk = Desk::new(
        "[faults]\nhttp_429 = { calls = [1] }\nhttp_503 = { calls = [2, 7] }\nreset_before = { calls = [3] }\n\
         hang = { calls = [4] }\nreset_after = { calls = [5] }\nearly = { calls = [6] }\nretry_after = 3\n",
    );
    let mut seen = Vec::new();
    for n in 1..=8 {
        let body = json!({"messages": [sms(&format!("0100000000{n}"))]}).to_string();
        let reply = desk.raw("POST", SEND, &body);
        let taken = desk.codes(&format!("to=0100000000{n}")).len();
        seen.push((reply.status, reply.retry_after, reply.fate, taken));
        assert_eq!(reply.wait.as_millis(), if n == 6 { 100 } else { 0 });
    }
    assert_eq!(
        seen,
        [
            (429, Some(3), Fate::Answer, 0),
            (503, None, Fate::Answer, 0),
            (200, None, Fate::Reset, 0),
            (200, None, Fate::Hang, 1),
            (200, None, Fate::Reset, 1),
            (200, None, Fate::Answer, 1),
            (503, None, Fate::Answer, 0),
            (200, None, Fate::Answer, 1),
        ]
    );
    let s = desk.engine.summary(1);
    assert_eq!((s.calls, s.taken, s.recipients), (8, 4, 4));
    let i = s.incidents;
    assert_eq!((i.http_429, i.http_503, i.reset_before, i.hung, i.reset_after, i.early), (1, 2, 1, 1, 1, 1));
}

#[test]
fn faults_by_chance_hit_their_share_of_sends_or_of_questions() {
    let desk = Desk::new("[faults]\nhttp_429 = \"10%\"\nhttp_503 = { share = 0.2, on = \"list\" }");
    let body = json!({"messages": [sms("01012345678")]}).to_string();
    let refused = (0..1_000).filter(|_| desk.raw("POST", SEND, &body).status == 429).count();
    assert!((70..130).contains(&refused), "{refused}");
    let failed = (0..1_000).filter(|_| desk.raw("GET", "/messages/v4/list?limit=1", "").status == 503).count();
    assert!((150..250).contains(&failed), "{failed}");
}

#[test]
fn rates_are_enforced_for_whole_calls() {
    let desk = Desk::new("[rate_limit]\nsms = \"100/2s\"");
    desk.send(&crowd(sms));
    desk.wait(1_500);
    let reply = desk.raw("POST", SEND, &json!({"messages": [sms("01012345678"), talk("01012345678")]}).to_string());
    assert_eq!((reply.status, reply.retry_after), (429, Some(1)));
    assert_eq!(desk.call("POST", SEND, &json!({"messages": [talk("01012345678")]})).0, 200);
    desk.wait(500);
    desk.send(&json!([sms("01012345678")]));
    assert_eq!(desk.engine.summary(1).recipients, 102);
}

#[test]
fn latency_is_drawn_for_every_answer() {
    let desk = Desk::new("latency = \"50ms+50ms\"");
    let waits: Vec<_> = (0..50).map(|_| desk.raw("GET", "/cash/v1/balance", "").wait.as_millis()).collect();
    assert!(waits.iter().all(|w| (50..=100).contains(w)), "{waits:?}");
    assert!(waits.iter().max() > waits.iter().min());
    let desk = Desk::new("latency = \"50ms\"\nread_latency = \"5ms\"");
    assert_eq!(desk.raw("GET", "/messages/v4/list", "").wait.as_millis(), 5);
    let sent = desk.raw("POST", SEND, &json!({"messages": [sms("01012345678")]}).to_string());
    assert_eq!(sent.wait.as_millis(), 50);
}
