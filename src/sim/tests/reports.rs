//! What is seen by those who poll, look up, or audit.

use serde_json::{Value, json};

use super::*;

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
fn texts_are_forgotten_on_request() {
    let desk = Desk::new("keep_text = false");
    let mut m = sms("01000000001");
    m["customFields"] = json!({"ref": "i-1-1"});
    desk.send(&json!([m]));
    let page = desk.get("/messages/v4/list");
    let m = messages(&page).next().expect("a message");
    assert_eq!((&m["text"], &m["customFields"]), (&Value::Null, &json!({"ref": "i-1-1"})));
}
