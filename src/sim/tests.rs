//! The engine as a caller sees it, in a time of its own.

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
        self.engine.answer(Ask { method, path, query, authorization: Some(&header), body: body.as_bytes() })
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
fn a_message_is_accepted_handed_over_and_delivered_by_time() {
    let desk = Desk::new("report_delay = \"4s\"");
    let sent = desk.send(&json!([sms("01012345678")]));
    assert_eq!(sent["messageList"][0]["statusCode"], "2000");
    assert_eq!(sent["groupInfo"]["status"], "SENDING");
    let id = text(&sent["messageList"][0]["messageId"]);
    let look = || desk.get(&format!("/messages/v4/list?messageId={id}"))["messageList"][&id].clone();
    for (after, code, updated, received) in [
        (0, "2000", "2026-01-15T00:30:00.000Z", false),
        (999, "2000", "2026-01-15T00:30:00.000Z", false),
        (1_000, "3000", "2026-01-15T00:30:01.000Z", false),
        (3_999, "3000", "2026-01-15T00:30:01.000Z", false),
        (4_000, "4000", "2026-01-15T00:30:04.000Z", true),
        (9_999_000, "4000", "2026-01-15T00:30:04.000Z", true),
    ] {
        desk.clock.store(NOON + after * 1_000, Ordering::Relaxed);
        let m = look();
        assert_eq!(
            (text(&m["statusCode"]), text(&m["dateUpdated"])),
            (code.into(), updated.into()),
            "after {after} ms"
        );
        assert_eq!(m["dateReceived"].is_string(), received);
        assert_eq!(
            (text(&m["to"]), text(&m["text"]), text(&m["type"])),
            ("01012345678".into(), "안녕하세요".into(), "SMS".into())
        );
    }
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
        let reply =
            desk.engine.answer(Ask { method: "GET", path: "/cash/v1/balance", query: "", authorization, body: b"" });
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
fn early_reports_are_final_before_the_answer() {
    let desk = Desk::new("report_delay = \"10s\"\n[faults]\nearly = { calls = [1] }\nearly_hold = \"250ms\"");
    let reply = desk.raw("POST", SEND, &json!({"messages": [sms("01012345678")]}).to_string());
    assert_eq!(reply.wait.as_millis(), 250);
    let today = "dateType=UPDATED&startDate=2026-01-15T00:00:00Z";
    assert_eq!(desk.codes(today), ["4000"]);
    desk.send(&json!([sms("01087654321")]));
    assert_eq!(desk.codes(today), ["4000", "2000"]);
}

#[test]
fn lost_reports_are_found_by_those_who_ask_for_them() {
    let desk = Desk::new("report_delay = \"1s\"\n[reports]\nlost = 1.0");
    let sent = desk.send(&json!([sms("01012345678")]));
    desk.wait(3_600_000);
    assert_eq!(desk.codes("dateType=UPDATED&startDate=2026-01-15T00:00:00Z"), ["3000"]);
    assert_eq!(desk.codes("dateType=UPDATED&startDate=2026-01-15T00:00:00Z&statusCode=4000").len(), 0);
    assert_eq!(desk.codes("to=01012345678"), ["4000"]);
    assert_eq!(desk.codes(&format!("groupId={}", text(&sent["groupInfo"]["groupId"]))), ["4000"]);
    assert_eq!(desk.codes(&format!("messageIds={}", text(&sent["messageList"][0]["messageId"]))), ["4000"]);
    let at_once = Desk::new("[reports]\nlost = 1.0");
    at_once.send(&json!([sms("01012345678")]));
    assert_eq!(at_once.codes("dateType=UPDATED&startDate=2026-01-15T00:00:00Z"), ["3000"]);
    assert_eq!(at_once.codes(""), ["4000"]);
}

#[test]
fn repeated_reports_come_up_again() {
    let desk = Desk::new("report_delay = \"1s\"\n[reports]\nrepeated = 1.0\nrepeat_after = \"5s\"");
    desk.send(&json!([sms("01012345678")]));
    let since = |s: u32| desk.codes(&format!("dateType=UPDATED&startDate=2026-01-15T00:30:{s:02}Z"));
    desk.wait(2_000);
    assert_eq!(since(1), ["4000"]);
    assert_eq!(since(2).len(), 0);
    desk.wait(4_000);
    assert_eq!(since(2), ["4000"], "updated once more, six seconds after acceptance");
    assert_eq!(since(7).len(), 0);
}

#[test]
fn a_poll_by_update_sees_every_final_report_once() {
    let desk = Desk::new("report_delay = \"500ms+3s\"\n[outcomes.sms]\n\"3050\" = 0.1");
    let (mut since, mut seen) = (String::from("2026-01-15T00:30:00Z"), std::collections::BTreeMap::new());
    for tick in 0..50 {
        if tick < 10 {
            desk.send(&(0..100).map(|n| sms(&format!("010{tick:04}{n:04}"))).collect());
        }
        desk.wait(100);
        let mut key = String::new();
        let mut last = String::new();
        loop {
            let page = desk.get(&format!(
                "/messages/v4/list?dateType=UPDATED&limit=37&startDate={since}{}",
                if key.is_empty() { String::new() } else { format!("&startKey={key}") }
            ));
            assert!(messages(&page).count() <= 37);
            for m in messages(&page) {
                let updated = text(&m["dateUpdated"]);
                assert!(updated >= last, "in order of update");
                last = updated;
                if m["dateReported"].is_string() {
                    seen.insert(text(&m["messageId"]), text(&m["statusCode"]));
                }
            }
            key = text(&page["nextKey"]);
            if key.is_empty() {
                break;
            }
        }
        if !last.is_empty() {
            since = last;
        }
    }
    assert_eq!(seen.len(), 1_000);
    let failed = seen.values().filter(|c| *c == "3050").count();
    assert!((60..140).contains(&failed), "{failed}");
}

#[test]
fn filters_join_and_pages_meet_without_overlap() {
    let desk = Desk::new("");
    let first = desk.send(&crowd(sms));
    desk.wait(1_000);
    let second = desk.send(&crowd(talk));
    assert_eq!(desk.codes("limit=500").len(), 200);
    assert_eq!(desk.codes("limit=500&type=ATA").len(), 100);
    assert_eq!(desk.codes("").len(), 20);
    assert_eq!(desk.codes("to=01010000007").len(), 2);
    assert_eq!(desk.codes("to=01010000007&type=SMS").len(), 1);
    assert_eq!(desk.codes("to=01099999999").len(), 0);
    assert_eq!(desk.codes("from=0212345678&limit=500").len(), 200);
    assert_eq!(desk.codes("from=021&type=NOTHING").len(), 0);
    assert_eq!(desk.codes("startDate=2026-01-15T00:30:00.500Z&limit=500").len(), 100);
    assert_eq!(desk.codes("endDate=2026-01-15T00:30:00.500Z&limit=500").len(), 100);
    let group = text(&first["groupInfo"]["groupId"]);
    assert_ne!(group, text(&second["groupInfo"]["groupId"]));
    let mut seen = Vec::new();
    let mut target = format!("/messages/v4/groups/{group}/messages?limit=33");
    loop {
        let page = desk.get(&target);
        seen.extend(page["messageList"].as_object().expect("a map").keys().cloned());
        let Some(next) = page["nextKey"].as_str() else { break };
        target = format!("/messages/v4/groups/{group}/messages?limit=33&startKey={next}");
    }
    assert_eq!(seen.len(), 100);
    assert!(seen.is_sorted());
    for bad in ["limit=501", "dateType=SENT", "startKey=nonsense", "startDate=soon"] {
        assert_eq!(desk.call("GET", &format!("/messages/v4/list?{bad}"), &Value::Null).0, 400, "{bad}");
    }
}

#[test]
fn money_is_taken_at_intake_and_comes_back_with_the_report() {
    let desk = Desk::new(
        "balance = 100\npoint = 10\nreport_delay = \"1s\"\n[recipients]\n\"01000000001\" = 3050\n[prices]\nsms = \"20.5\"",
    );
    let sent = desk.send(&json!([
        sms("01000000001"),
        sms("01000000002"),
        sms("01000000003"),
        sms("01000000004"),
        sms("01000000005"),
        sms("01000000006")
    ]));
    let codes: Vec<_> =
        sent["messageList"].as_array().expect("a list").iter().map(|m| text(&m["statusCode"])).collect();
    assert_eq!(codes, ["2000", "2000", "2000", "2000", "2000", "1030"]);
    assert!((desk.balance() - 7.5).abs() < 1e-9);
    assert_eq!(desk.get("/cash/v1/balance")["point"], 0);
    desk.wait(1_000);
    assert!((desk.balance() - 28.0).abs() < 1e-9, "what failed came back");
    let group = desk.get(&format!("/messages/v4/groups/{}", text(&sent["groupInfo"]["groupId"])));
    assert_eq!(group["balance"], json!({"requested": 102.50, "replacement": 0, "refund": 20.50, "sum": 82}));
    assert_eq!(group["status"], "COMPLETE");
    assert_eq!(desk.get("/pricing/v1/messaging")["sms"], json!(20.5));
}

#[test]
fn kakao_failures_are_replaced_by_text_unless_forbidden() {
    let desk = Desk::new("balance = 1000\n[outcomes.alimtalk]\n\"3104\" = 1.0");
    let mut open = talk("01000000001");
    open["kakaoOptions"].as_object_mut().expect("an object").remove("disableSms");
    let sent = desk.send(&json!([open, talk("01000000002")]));
    let look = |to: &str| {
        let page = desk.get(&format!("/messages/v4/list?to={to}"));
        let m = messages(&page).next().cloned().expect("a message");
        (text(&m["type"]), text(&m["statusCode"]), m["replacement"].clone(), m["kakaoOptions"]["disableSms"].clone())
    };
    assert_eq!(look("01000000001"), ("SMS".into(), "4000".into(), json!(1), json!(0)));
    assert_eq!(look("01000000002"), ("ATA".into(), "3104".into(), json!(0), json!(1)));
    let group = desk.get(&format!("/messages/v4/groups/{}", text(&sent["groupInfo"]["groupId"])));
    assert_eq!(group["count"]["sentReplacement"], 1);
    assert_eq!(group["balance"], json!({"requested": 38, "replacement": 20, "refund": 38, "sum": 20}));
    assert!((desk.balance() - 980.0).abs() < 1e-9, "one SMS was paid");
    assert_eq!(desk.codes("type=SMS").len(), 1);
}

#[test]
fn reservations_wait_and_can_be_cancelled() {
    let desk = Desk::new("balance = 1000\nreport_delay = \"1s\"\n[outcomes.sms]\n\"3050\" = 1.0");
    let reserve = |to: &str| {
        let body = json!({"messages": [sms(to)], "scheduledDate": "2026-01-15T10:00:00+09:00"});
        let (_, sent) = desk.call("POST", SEND, &body);
        assert_eq!(sent["groupInfo"]["status"], "SCHEDULED");
        text(&sent["groupInfo"]["groupId"])
    };
    let (kept, dropped) = (reserve("01000000001"), reserve("01000000002"));
    assert!((desk.balance() - 960.0).abs() < 1e-9);
    desk.wait(60_000);
    let cancel = format!("/messages/v4/groups/{dropped}/schedule");
    assert_eq!(desk.call("DELETE", &cancel, &Value::Null).1["status"], "FAILED");
    assert_eq!(desk.call("DELETE", &cancel, &Value::Null).0, 400);
    assert!((desk.balance() - 980.0).abs() < 1e-9);
    assert_eq!(desk.codes("to=01000000002"), ["3052"]);
    assert_eq!(desk.codes("to=01000000001"), ["2000"]);
    desk.wait(29 * 60_000);
    assert_eq!(desk.get(&format!("/messages/v4/groups/{kept}"))["status"], "SENDING");
    desk.wait(1_000);
    assert_eq!(desk.codes("to=01000000001"), ["3050"]);
    assert_eq!(desk.codes("dateType=UPDATED&startDate=2026-01-15T00:31:00Z"), ["3052", "3050"]);
    assert!((desk.balance() - 1_000.0).abs() < 1e-9, "both came back, once");
    let (_, past) =
        desk.call("POST", SEND, &json!({"messages": [sms("01000000003")], "scheduledDate": "2020-01-01T00:00:00Z"}));
    assert_eq!(past["groupInfo"]["status"], "SENDING", "a time that has passed means now");
}

#[test]
fn groups_are_made_filled_and_sent() {
    let desk = Desk::new("balance = 100");
    let (_, made) = desk.call("POST", "/messages/v4/groups", &json!({}));
    let id = text(&made["groupId"]);
    let at = |tail: &str| format!("/messages/v4/groups/{id}{tail}");
    assert_eq!(desk.call("POST", &at("/send"), &Value::Null).0, 400, "nothing to send");
    let (_, added) = desk.call("PUT", &at("/messages"), &json!({"messages": [sms("01000000001"), sms("0100000000x")]}));
    assert_eq!(added["errorCount"], "1");
    let (_, again) = desk.call("PUT", &at("/messages"), &json!({"messages": [sms("01000000001"), sms("01000000002")]}));
    assert_eq!(again["resultList"][0]["statusCode"], "1026", "twice in a group");
    let second = text(&again["resultList"][1]["messageId"]);
    let (_, removed) = desk.call("DELETE", &at("/messages"), &json!({"messageIds": [second, "M4V"]}));
    assert_eq!(removed["errorCount"], 1);
    desk.wait(5_000);
    assert_eq!(desk.codes("to=01000000001"), ["1026", "2000"].map(String::from).into_iter().rev().collect::<Vec<_>>());
    assert!((desk.balance() - 100.0).abs() < 1e-9);
    let (_, sent) = desk.call("POST", &at("/send"), &Value::Null);
    assert_eq!(sent["status"], "COMPLETE");
    assert_eq!(sent["count"]["total"], 3, "the removed one is gone");
    assert!((desk.balance() - 80.0).abs() < 1e-9);
    assert_eq!(desk.codes("to=01000000001"), ["4000", "1026"]);
    assert_eq!(desk.codes("dateType=UPDATED&startDate=2026-01-15T00:30:05Z"), ["4000"]);
    assert_eq!(desk.call("POST", &at("/send"), &Value::Null).0, 400, "sent once");
    assert_eq!(desk.call("DELETE", &at(""), &Value::Null).0, 400);
    let many: Value = (0..10).map(|n| sms(&format!("0100000010{n}"))).collect();
    let (_, dear) = desk.call("POST", "/messages/v4/groups", &json!({}));
    let dear = text(&dear["groupId"]);
    desk.call("PUT", &format!("/messages/v4/groups/{dear}/messages"), &json!({"messages": many}));
    let (status, refused) = desk.call("POST", &format!("/messages/v4/groups/{dear}/send"), &Value::Null);
    assert_eq!((status, text(&refused["errorCode"])), (400, "NotEnoughBalance".into()));
    let listed = desk.get("/messages/v4/groups?limit=1");
    assert_eq!(listed["groupList"].as_object().map(serde_json::Map::len), Some(1));
    assert_eq!(text(&listed["nextKey"]), id, "the newest first");
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
fn the_summary_counts_what_came_twice() {
    let desk = Desk::new("[recipients]\n\"01000000009\" = 3104");
    let with = |to: &str, reference: &str, campaign: &str| {
        let mut m = sms(to);
        m["customFields"] = json!({"ref": reference, "campaign": campaign});
        m
    };
    let one = |m: Value| desk.send(&json!([m]));
    one(with("01000000001", "i-1-1", "c1"));
    one(with("01000000001", "i-2-1", "c2"));
    let s = desk.engine.summary(1_000);
    assert_eq!((s.repeats.people, s.repeats.references, s.repeats.messages), (0, 0, 0), "two campaigns, two messages");
    one(with("01000000001", "i-1-2", "c1"));
    let s = desk.engine.summary(1_000);
    assert_eq!((s.repeats.people, s.repeats.references, s.repeats.messages), (1, 0, 1), "two attempts, both delivered");
    one(with("01000000001", "i-1-2", "c1"));
    let s = desk.engine.summary(1_000);
    assert_eq!((s.repeats.people, s.repeats.references, s.repeats.messages), (1, 1, 1));
    assert_eq!(s.by_type["SMS"].repeats, 1);
    one(with("01000000009", "i-3-1", "c1"));
    one(with("01000000009", "i-3-2", "c1"));
    let s = desk.engine.summary(1_000);
    assert_eq!(s.repeats.people, 1, "nobody gets what fails");
    assert_eq!((s.recipients, s.unique_to, s.codes[&4_000], s.codes[&3_104]), (6, 2, 4, 2));
    assert_eq!((s.by_type["SMS"].delivered, s.by_type["SMS"].failed), (4, 2));
}

#[test]
fn the_busiest_window_is_exact() {
    let desk = Desk::new("");
    for n in 0..10 {
        desk.send(&json!([sms(&format!("0101111000{n}")), talk(&format!("0102222000{n}"))]));
        desk.wait(100);
    }
    let s = desk.engine.summary(500);
    assert_eq!((s.busiest_60s, s.busiest_window, s.window_ms), (20, 10, 500));
    assert_eq!((s.by_type["SMS"].busiest_window, s.by_type["ATA"].busiest_60s), (5, 10));
    assert_eq!(desk.engine.summary(501).busiest_window, 12, "both ends count");
}

#[test]
fn the_log_is_in_order_and_comes_in_parts() {
    let desk = Desk::new("");
    let mut first = sms("01000000001");
    first["customFields"] = json!({"ref": "i-1-1"});
    desk.send(&json!([first, sms("bad")]));
    desk.wait(1);
    desk.send(&json!([talk("01000000002")]));
    let lines = |query: &str| {
        let reply = desk.raw("GET", &format!("/__sim/messages{query}"), "");
        assert!(reply.lines);
        let body = String::from_utf8(reply.body).expect("text");
        body.lines().map(|l| serde_json::from_str::<Value>(l).expect("JSON")).collect::<Vec<_>>()
    };
    let all = lines("");
    assert_eq!(all.len(), 3);
    assert_eq!((&all[0]["at_us"], &all[2]["at_us"]), (&json!(NOON), &json!(NOON + 1_000)));
    assert_eq!((&all[0]["seq"], &all[0]["call"], &all[2]["call"]), (&json!(1), &json!(1), &json!(2)));
    assert_eq!(all[0]["custom_fields"], json!({"ref": "i-1-1"}));
    assert_eq!((&all[1]["to"], &all[1]["accepted"]), (&json!("bad"), &json!(false)));
    assert_eq!(all[0]["group"], all[1]["group"]);
    assert_eq!(lines("?after=1&limit=1"), all[1..2]);
    assert_eq!(lines("?after=3").len(), 0);
    assert_eq!(desk.call("GET", "/__sim/messages?after=x", &Value::Null).0, 400);
    assert_eq!(desk.call("POST", "/__sim/reset", &Value::Null).0, 200);
    assert_eq!(lines("").len(), 0);
    let id = text(&all[0]["message_id"]);
    assert_eq!(desk.codes(&format!("messageId={id}")).len(), 0, "ids of before are unknown");
}

#[test]
fn statistics_add_up_by_day() {
    let desk = Desk::new("balance = 100000\n[outcomes.sms]\n\"3050\" = 0.5");
    desk.send(&crowd(sms));
    desk.wait(24 * 3_600_000);
    desk.send(&crowd(talk));
    let s = desk.get("/messages/v4/statistics");
    assert_eq!(s["total"]["total"], 200);
    let add = |what: &str| s[what]["total"].as_i64().expect("a number");
    assert_eq!(add("successed") + add("failed"), 200);
    let days = s["monthPeriod"][0]["dayPeriod"].as_array().expect("days");
    assert_eq!(days.iter().map(|d| text(&d["date"])).collect::<Vec<_>>(), ["2026-01-15", "2026-01-16"]);
    assert_eq!(days[0]["statusCode"]["3050"]["sms"], s["failed"]["sms"]);
    let spent = s["balance"].as_f64().expect("won") - days[0]["refund"]["balance"].as_f64().expect("won");
    assert!((100_000.0 - desk.balance() - spent).abs() < 1e-9, "statistics and balance agree");
    let second = desk.get("/messages/v4/statistics?startDate=2026-01-16T00:00:00%2B09:00");
    assert_eq!(second["total"]["ata"], 100);
    assert_eq!(second["total"]["sms"], 0);
}

#[test]
fn texts_are_forgotten_on_request() {
    let desk = Desk::new("keep_text = false");
    let mut m = sms("01000000001");
    m["customFields"] = json!({"ref": "i-1-1"});
    desk.send(&json!([m]));
    let page = desk.get("/messages/v4/list");
    let m = messages(&page).next().expect("a message");
    assert_eq!((&m["text"], &m["customFields"]), (&Value::Null, &json!({"ref": "i-1-1"})));
}

#[test]
fn latency_is_drawn_for_every_answer() {
    let desk = Desk::new("latency = \"50ms+50ms\"");
    let waits: Vec<_> = (0..50).map(|_| desk.raw("GET", "/cash/v1/balance", "").wait.as_millis()).collect();
    assert!(waits.iter().all(|w| (50..=100).contains(w)), "{waits:?}");
    assert!(waits.iter().max() > waits.iter().min());
}
