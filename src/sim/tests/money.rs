//! Prices, replacements, groups and reservations.

use serde_json::{Value, json};

use super::*;

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
