//! A day of an operator, as the README tells it: prices, a deposit, a look, a campaign with fallbacks, a refund, the
//! statement, the proof; with the figures of the worked example to the last won.

use serde_json::{Value, json};

use crate::support::{Output, Platform, millis, on_each_engine};
use msgctl::sim::Settings;

/// The commands of the README's section about credits.
fn readme() -> Vec<Vec<String>> {
    let section = include_str!("../../README.md").split("\n## Credits\n").nth(1).expect("a section");
    let block = section.split("```sh\n").nth(1).and_then(|b| b.split("```").next()).expect("its commands");
    block.lines().map(words).collect()
}

/// Parts a line at blanks outside of single quotes, up to a comment.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for c in line.split(" #").next().unwrap_or_default().chars() {
        match c {
            '\'' => quoted = !quoted,
            ' ' if !quoted => words.push(std::mem::take(&mut word)),
            c => word.push(c),
        }
    }
    words.push(word);
    words.retain(|w| !w.is_empty());
    words
}

on_each_engine! {
    async fn cmd_credits_day(db: TestDb) {
        let mut sim = Settings { report_delay: millis(20, 20), ..Settings::default() };
        for i in 0..15 {
            // fifteen have no KakaoTalk, and five of these no telephone that takes texts
            sim.recipients.insert(format!("0100{i:07} ATA"), "3104".parse().expect("a code"));
            if i >= 10 {
                sim.recipients.insert(format!("0100{i:07} SMS"), "3043".parse().expect("a code"));
            }
        }
        let p = Platform::new(&db, sim, "unlimited").await;
        let rows: String = (0..100).map(|i| format!("김{i:03},0100{i:07}\n")).collect();
        p.room.write("people.csv", format!("이름,휴대폰\n{rows}"));
        p.room.sh("recipients import people.csv --site shop --list members").ok();
        p.room.write("prices.csv", "channel,price\nalimtalk,9\nsms,20\nlms,50\nmms,200\n");

        let lines = readme();
        let run = |verb: &str, nth: usize| -> Output {
            let mut of = lines.iter().filter(|l| l[1..].join(" ").starts_with(verb));
            let line = of.nth(nth).unwrap_or_else(|| panic!("`{verb}` is not in the README: {lines:?}"));
            assert_eq!(line[0], "msgctl");
            p.room.run(line[1..].iter().map(String::as_str).chain(["--format", "json"])).ok()
        };
        let said = |verb: &str, nth: usize| run(verb, nth).json();
        let order: Vec<String> = lines.iter().map(|l| l[1..3].join(" ")).collect();
        let day = [
            "price import", "credits topup", "send --site", "send --site", "credits refund", "credits statement",
            "credits verify",
        ];
        assert_eq!(order, day, "the README tells the same day");

        let book = said("price import", 0);
        assert_eq!(book["prices_minor"]["sms"], 2_000, "{book}");
        let paid = said("credits topup", 0);
        assert_eq!((&paid["net_minor"], &paid["vat_minor"], &paid["gross_minor"]), (&json!(1_000_000), &json!(100_000), &json!(1_100_000)));
        let plan = said("send", 0);
        let cost = |v: &Value, name: &str| v["cost"][name].as_i64().expect("an amount");
        assert_eq!((cost(&plan, "min_minor"), cost(&plan, "max_minor"), cost(&plan, "available_minor"), cost(&plan, "shortfall_minor")),
            (90_000, 200_000, 1_000_000, 0), "{plan}");
        assert_eq!(db.number("SELECT COUNT(*) FROM campaign").await, 0, "it was only a look");
        let sent = said("send", 1);
        assert_eq!((&sent["results"]["alimtalk"], &sent["results"]["sms"], &sent["results"]["failed"], &sent["results"]["total"]),
            (&json!(85), &json!(10), &json!(5), &json!(100)), "{sent}");
        assert_eq!((cost(&sent, "held_minor"), cost(&sent, "captured_minor"), cost(&sent, "released_minor")), (200_000, 96_500, 103_500));
        let balance = || p.room.sh("credits balance --site shop --format json").ok().json();
        assert_eq!((&balance()["available_minor"], &balance()["held_minor"]), (&json!(903_500), &json!(0)));
        let back = said("credits refund", 0);
        assert_eq!((&back["amount_minor"], &back["remaining_minor"], &back["available_minor"]), (&json!(10_000), &json!(86_500), &json!(913_500)));
        // the same again is the same answer
        assert_eq!((said("credits refund", 0), said("credits topup", 0)), (back, paid));
        assert_eq!(said("send", 1)["results"], sent["results"]);
        assert_eq!(balance()["available_minor"], 913_500);
        let s = said("credits statement", 0);
        for (name, minor) in [
            ("opening_minor", 0), ("topups_minor", 1_000_000), ("topup_vat_minor", 100_000), ("usage_minor", 96_500),
            ("refunds_minor", 10_000), ("net_usage_minor", 86_500), ("closing_minor", 913_500),
        ] {
            assert_eq!(s[name], minor, "{name}: {s}");
        }
        let line = |channel: &str, unit: i64, quantity: i64| json!({"channel": channel, "unit_minor": unit, "quantity": quantity, "total_minor": unit * quantity});
        assert_eq!(s["lines"], json!([line("alimtalk", 900, 85), line("sms", 2_000, 10)]));
        let proof = said("credits verify", 0);
        assert_eq!((&proof["proven"], &proof["full"]), (&json!(true), &json!(true)), "{proof}");
        for figure in ["2,000 won", "965 are charged", "1,035", "9,135 are left"] {
            assert!(include_str!("../../README.md").contains(figure), "{figure}");
        }
    }
}
