//! Single messages: masked lists, texts, and the whole story.

use crate::support::{Platform, millis, on_each_engine};
use msgctl::sim::settings::Share;
use msgctl::sim::{Kind, Settings};

const SEND: &str = "send --site shop --list all --template order --var order=A1 --format json";

/// Alimtalk reaches nobody, texts everybody.
fn nobody_by_talk() -> Settings {
    let mut s = Settings { report_delay: millis(10, 10), ..Settings::default() };
    s.outcomes.entry(Kind::ATA).or_default().set("3104".parse().expect("a code"), Share::ALL).expect("a share");
    s
}

/// The message of a campaign to person `i`: numbers come in no order.
fn message_to(p: &Platform, i: u32) -> String {
    let rows = p.room.sh(&format!("message list --to 0100000000{i} --site shop --format json")).ok().json();
    rows[0]["message"].as_str().expect("an id").to_owned()
}

on_each_engine! {
    async fn the_story_of_a_fallback(db: TestDb) {
        let p = Platform::new(&db, nobody_by_talk(), "unlimited").await;
        p.people(3);
        p.room.sh(SEND).ok();
        let id = message_to(&p, 1);
        let story = p.room.sh(&format!("message explain {id} --format json")).ok().json();
        assert_eq!(
            [&story["message"], &story["campaign"], &story["site"], &story["template"], &story["state"], &story["channel"]],
            [id.as_str(), "cmp_1", "shop", "order@1", "delivered", "sms"],
            "{story}"
        );
        assert_eq!((story["phone"].as_str(), story["name"].as_str()), (Some("010-****-0001"), Some("김**1")));
        assert_eq!((&story["route"][0], &story["route"][1], &story["price_minor"]), (&"alimtalk".into(), &"sms".into(), &2000.into()));
        let why = &story["why"];
        assert_eq!((&why["strategy"], &why["text_kind"]), (&"alimtalk-first".into(), &"sms".into()));
        assert_eq!((&why["prices_minor"]["alimtalk"], &why["prices_minor"]["sms"]), (&900.into(), &2000.into()));
        // "김001님, 주문 A1이 접수되었습니다."
        assert_eq!(why["text_bytes"], 5 + 2 + 1 + 1 + 4 + 1 + 2 + 2 + 1 + 14 + 1);
        assert!(why["reason"].as_str().is_some_and(|r| r.contains("sms for those whom it cannot reach")), "{why}");
        let (a, b) = (&story["attempts"][0], &story["attempts"][1]);
        assert_eq!(
            [&a["channel"], &a["provider"], &a["state"], &a["code"], &a["class"], &a["then"]],
            ["alimtalk", "main", "failed", "3104", "fallback", "fall-back"]
        );
        assert!(a["meaning"].is_string() && a["provider_id"].is_string() && a["then_words"].as_str().is_some_and(|w| w.contains("on to sms")));
        assert!(a["claimed_at"].is_string() && a["answered_at"].is_string() && a["reported_at"].is_string());
        assert_eq!(
            [&b["channel"], &b["state"], &b["code"], &b["class"], &b["then"]],
            ["sms", "delivered", "4000", "delivered", "deliver"]
        );
        assert!(b["then_words"].as_str().is_some_and(|w| w.contains("₩20")), "{b}");
        let told = p.room.sh(&format!("message explain {id}")).ok().stdout;
        for words in ["010-****-0001", "attempt 1", "attempt 2", "3104 (fallback)", "-> delivered, for ₩20", "alimtalk ₩9, sms ₩20"] {
            assert!(told.contains(words), "{words} in\n{told}");
        }
        assert!(!told.contains("0000001"));
        p.room.sh("message explain msg_99").fails(2, &["no message `msg_99`"]);
    }

    async fn what_is_with_the_provider_and_what_waits(db: TestDb) {
        let p = Platform::new(&db, Settings { report_delay: millis(600_000, 0), ..Settings::default() }, "100/1h").await;
        p.people(150);
        let mut child = p.room.command(SEND.split_whitespace()).spawn().expect("starts");
        while p.sim.summary().recipients < 100 {
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        p.room.sh("campaign pause cmp_1").ok();
        assert_eq!(child.wait().expect("ends").code(), Some(6));
        let first = |state: &str| {
            let rows = p.room.sh(&format!("message list cmp_1 --state {state} --limit 200 --format json")).ok().json();
            let n = rows.as_array().map_or(0, Vec::len);
            let id = rows[0]["message"].as_str().expect("an id");
            (n, p.room.sh(&format!("message explain {id} --format json")).ok().json())
        };
        let (n, story) = first("accepted");
        let a = &story["attempts"][0];
        assert_eq!((n, &a["state"], &a["then"], &story["state"]), (100, &"accepted".into(), &"wait".into(), &"accepted".into()), "{story}");
        assert!(a["provider_id"].is_string() && a["answered_at"].is_string() && a["reported_at"].is_null(), "{a}");
        assert!(story["next"].as_str().is_some_and(|n| n.contains("reports poll")), "{story}");
        let (n, story) = first("queued");
        assert_eq!((n, story["attempts"].as_array().map(Vec::len)), (50, Some(0)));
        assert!(story["next"].as_str().is_some_and(|n| n.contains("turn on alimtalk") && n.contains("campaign resume cmp_1")), "{story}");
    }

    async fn why_depends_on_the_strategy(db: TestDb) {
        let p = Platform::new(&db, Settings { report_delay: millis(5, 5), ..Settings::default() }, "unlimited").await;
        p.people(1);
        let why = |flags: &str, id: &str| {
            p.room.sh(&format!("{SEND} {flags} --allow-repeat")).ok();
            let story = p.room.sh(&format!("message explain {id} --format json")).ok().json();
            story["why"]["reason"].as_str().expect("words").to_owned()
        };
        assert!(why("--strategy sms-only", "msg_1").starts_with("sms-only"));
        let said = why("--strategy cost-optimized", "msg_2");
        assert!(said.contains("alimtalk ₩9 is not dearer than sms ₩20"), "{said}");
        p.configure("unlimited", "[price]\nalimtalk = \"30\"\nsms = \"20\"\n");
        let said = why("--strategy cost-optimized", "msg_3");
        assert!(said.contains("sms ₩20 is cheaper than alimtalk ₩30"), "{said}");
        p.room.sh("suppress add 01000000000 --site shop --scope alimtalk").ok();
        let said = why("--strategy alimtalk-first", "msg_4");
        assert!(said.contains("would have been `alimtalk sms`") && said.contains("closed"), "{said}");
    }

    async fn lists_are_masked_and_revealing_leaves_a_trace(db: TestDb) {
        let p = Platform::new(&db, Settings { report_delay: millis(5, 5), ..Settings::default() }, "unlimited").await;
        p.people(5);
        p.room.sh(SEND).ok();
        p.room.sh("site add market --sender 0212345678").ok();
        p.room.sh("send --site market --to 010-0000-0002 --message 안내 --strategy sms-only").ok();
        let page = p.room.sh("message list cmp_1 --limit 2 --format json").ok();
        assert!(page.stderr.contains("--after msg_2"), "{}", page.stderr);
        let rows = page.json();
        assert!(rows[0]["phone"].as_str().is_some_and(|p| p.starts_with("010-****-000")), "{rows}");
        assert!(rows[1]["name"].as_str().is_some_and(|n| n.starts_with("김**")) && !page.stdout.contains("0000000"), "{rows}");
        let third = message_to(&p, 2);
        let rest = p.room.sh("message list cmp_1 --after msg_2 --state delivered --format csv").ok().stdout;
        assert!(rest.starts_with("message,campaign,phone,name,state,") && rest.lines().count() == 4, "{rest}");
        assert_eq!(p.room.sh("message list cmp_1 --state failed --format json").ok().json().as_array().map(Vec::len), Some(0));
        // a number belongs to a site
        let theirs = p.room.sh("message list --to 01000000002 --site market --format json").ok().json();
        assert_eq!((theirs.as_array().map(Vec::len), &theirs[0]["campaign"]), (Some(1), &"cmp_2".into()));
        let ours = p.room.sh("message list --to 01000000002 --site shop --format json").ok().json();
        assert_eq!((ours.as_array().map(Vec::len), &ours[0]["message"]), (Some(1), &third.as_str().into()));
        p.room.sh("message list --to 01000000002").fails(2, &["--site"]);
        p.room.sh("message list").fails(2, &["CAMPAIGN"]);
        p.room.sh("message list cmp_8").fails(2, &["no campaign `cmp_8`"]);
        let shown = p.room.sh(&format!("message show {third} --format json")).ok().json();
        assert_eq!(shown["text"], "김**2님, 주문 A1이 접수되었습니다.");
        assert_eq!(db.number("SELECT COUNT(*) FROM audit").await, 0);
        let whole = p.room.sh(&format!("message show {third} --reveal --reason complaint --format json")).ok().json();
        assert_eq!((whole["text"].as_str(), whole["phone"].as_str()), (Some("김002님, 주문 A1이 접수되었습니다."), Some("010-0000-0002")));
        p.room.sh("message list cmp_1 --reveal").ok();
        let told = p.room.sh(&format!("message explain {third} --reveal")).ok().stdout;
        assert!(told.contains("010-0000-0002") && told.contains("김002"), "{told}");
        let trail = p.room.sh("audit list --format json").ok().json();
        let subjects: Vec<&str> = trail.as_array().expect("rows").iter().filter_map(|t| t["subject"].as_str()).collect();
        assert_eq!(subjects, [&third, "cmp_1", &third]);
        assert_eq!(trail[2]["detail"]["reason"], "complaint");
        // whoever was erased stays in the books, without a trace of who it was
        p.room.sh("recipients erase 010-0000-0002 --site shop --yes").ok();
        let gone = p.room.sh(&format!("message explain {third} --format json")).ok().json();
        assert_eq!((&gone["phone"], &gone["state"]), (&serde_json::Value::Null, &"delivered".into()));
        p.room.sh(&format!("message show {third}")).ok();
    }
}
