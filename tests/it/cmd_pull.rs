//! An age group out of the operator's own database: the same people from each engine, the right
//! ones on a birthday.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::civil::{Date, date};

use crate::support::{Member, MemberDb, Output, Shop, members, on_each_engine};

/// The query of the manual, and one that is read by pages.
const QUERIES: [&str; 2] = [
    "select name, phone, birth_date from members where birth_date between :from and :to order by id",
    "select id, name, phone, birth_date, grade from members where birth_date between :from and :to",
];

impl Shop {
    fn source(&self, db: &MemberDb, query: &str) {
        let key = self.room.path().join("key");
        self.room.write(
            "msgctl.toml",
            format!(
                "[crypto]\nkey = \"file:{}\"\n[source.members]\nurl = \"{}\"\nquery = \"{query}\"\n",
                key.display(),
                db.url
            ),
        );
    }

    fn pull(&self, line: &str) -> Output {
        self.room.sh(&format!("recipients pull --site shop --source members {line}"))
    }

    /// Numbers and birth dates of a list.
    fn on_list(&self, list: &str) -> BTreeSet<(String, String)> {
        let out = self.room.sh(&format!("recipients export --site shop --list {list} --reveal --format json")).ok();
        let text = |v: &serde_json::Value| v.as_str().expect("text").to_owned();
        out.json().as_array().expect("rows").iter().map(|p| (text(&p["phone"]), text(&p["birth_date"]))).collect()
    }
}

/// Full years between two days, the birthday counted in.
fn age(birth: Date, on: Date) -> i16 {
    let years = on.year() - birth.year();
    if (on.month(), on.day()) < (birth.month(), birth.day()) { years - 1 } else { years }
}

fn expected(all: &[Member], on: Date, ages: std::ops::RangeInclusive<i16>) -> BTreeSet<(String, String)> {
    all.iter().filter(|m| ages.contains(&age(m.birth, on))).map(|m| (m.phone.clone(), m.birth.to_string())).collect()
}

on_each_engine! {
    async fn each_source_gives_the_same_people_and_the_right_ones_on_a_birthday(db: TestDb) {
        let mut all = members(2_000);
        // around the birthdays of those who become 20 and 30 on 21 November 2026
        for birth in [date(1996, 11, 21), date(1996, 11, 22), date(2006, 11, 21), date(2006, 11, 22), date(2004, 2, 29)] {
            let id = i64::try_from(all.len() + 1).expect("few");
            all.push(Member { id, name: "황보지우".into(), phone: format!("010-0001-{:04}", id % 10_000), birth });
        }
        let shop = Shop::new(db);
        let sources = MemberDb::each_with(&all).await;
        for source in &sources {
            for (q, query) in QUERIES.iter().enumerate() {
                shop.source(source, query);
                for (n, (now, on)) in [
                    ("2026-11-20T23:59:59+09:00", date(2026, 11, 20)),
                    ("2026-11-21T00:00:00+09:00", date(2026, 11, 21)),
                ].into_iter().enumerate() {
                    let list = format!("{}-{q}-{n}", source.engine);
                    let done = shop.pull(&format!("--age-group twenties --list {list} --now {now} --format json")).ok().json();
                    let right = expected(&all, on, 20..=29);
                    assert_eq!(done["read"], right.len(), "{list}: {done}");
                    assert_eq!((done["rejected"].as_i64(), done["duplicates"].as_i64()), (Some(0), Some(0)));
                    assert_eq!(done["columns"], serde_json::json!({ "phone": "phone", "name": "name", "birth_date": "birth_date" }));
                    assert_eq!(shop.on_list(&list), right, "{list}");
                }
            }
        }
        // the groups are all there is, once each
        let mut sum = 0;
        for (group, ages) in [("teens", 10..=19), ("twenties", 20..=29), ("thirties", 30..=39), ("forties", 40..=49), ("FIFTIES", 50..=59), ("SIXTIES_PLUS", 60..=200)] {
            let done = shop.pull(&format!("--age-group {group} --dry-run --now 2026-11-21T12:00:00+09:00 --format json")).ok().json();
            assert_eq!(done["read"], expected(&all, date(2026, 11, 21), ages).len(), "{group}");
            sum += done["read"].as_u64().expect("a count");
        }
        assert_eq!(sum, all.len() as u64);
    }

    async fn a_second_pull_changes_nothing(db: TestDb) {
        let shop = Shop::new(db);
        let source = MemberDb::sqlite();
        source.fill(&members(500)).await;
        source.run("update members set birth_date = '1980-01-01' where id between 3 and 6; update members set phone = '02-1234-5678' where id = 3; update members set phone = null where id = 4;
                    update members set phone = (select phone from members where id = 5) where id = 6").await;
        shop.source(&source, QUERIES[0]);
        let line = "--age-group forties --now 2026-11-21T12:00:00+09:00 --rejects rejects.csv --format json";
        let dry = shop.pull(&format!("{line} --dry-run")).ok().json();
        let first = shop.pull(line).ok().json();
        for field in ["read", "imported", "updated", "unchanged", "duplicates", "rejected"] {
            assert_eq!(dry[field], first[field], "{field}");
        }
        let second = shop.pull(line).ok().json();
        assert_eq!((second["imported"].as_i64(), second["updated"].as_i64()), (Some(0), Some(0)));
        assert_eq!(second["unchanged"], first["imported"]);
        assert_eq!((first["rejected"].as_i64(), first["duplicates"].as_i64()), (Some(2), Some(1)), "{first}");
        assert_eq!(first["read"].as_i64(), first["imported"].as_i64().map(|n| n + 3));
        let rejects = std::fs::read_to_string(shop.room.path().join("rejects.csv")).expect("written");
        assert!(rejects.contains("phone-landline") && rejects.contains("phone-empty"), "{rejects}");
    }

    async fn columns_have_the_names_of_an_import(db: TestDb) {
        let shop = Shop::new(db);
        let source = MemberDb::sqlite();
        source.run("create table 회원 (회원번호 integer, 성명 text, 연락처 integer, 생일 text, 동의 text, 메일 text, 비고 blob);
                    insert into 회원 values (1, '홍\"길동', 1012345678, '1990-02-28 00:00:00', 'Y', 'a@b.kr', x'00ff');
                    insert into 회원 values (2, '김철수', 1012345679, '19900301', null, null, null);
                    insert into 회원 values (3, '이영' || char(0) || '희', 1012345670, '1991.1.2', 'N', '', null)").await;
        shop.source(&source, "select 회원번호 as id, 성명, 연락처, 생일, 동의 as 광고수신동의, 메일, 비고 from 회원 where 생일 >= '1' and :from < :to");
        let done = shop.pull("--age-group thirties --rejects r.csv --format json").ok().json();
        assert_eq!((done["imported"].as_i64(), done["rejected"].as_i64()), (Some(2), Some(1)), "{done}");
        let rejects = std::fs::read_to_string(shop.room.path().join("r.csv")).expect("written");
        assert!(rejects.contains("name-control"), "{rejects}");
        let shown = shop.room.sh("recipients show 010-1234-5678 --site shop --reveal --format json").ok().json();
        assert_eq!(
            (shown["name"].as_str(), shown["birth_date"].as_str(), shown["email"].as_str(), shown["ad_consent_at"].is_null()),
            (Some("홍\"길동"), Some("1990-02-28"), Some("a@b.kr"), false)
        );
        let other = shop.room.sh("recipients show 010-1234-5679 --site shop --format json").ok().json();
        assert!(other["ad_consent_at"].is_null() && other["email"].is_null());
    }

    async fn what_is_wrong_is_said_and_coded(db: TestDb) {
        let shop = Shop::new(db);
        let line = "--age-group teens";
        shop.pull(line).fails(78, &["no source `members`", "[source.members]"]);
        for source in MemberDb::each_with(&members(3)).await {
            shop.source(&source, "select phne from members where birth_date between :from and :to");
            shop.pull(line).fails(78, &["refuses the query", "phne", "`query` of `[source.members]`"]);
            shop.source(&source, "select name from members where birth_date between :from and :to");
            shop.pull(line).fails(78, &["no column of phone numbers, only name", "as phone"]);
            shop.source(&source, "select phone as hp, phone as mobile from members where birth_date between :from and :to");
            shop.pull(line).fails(78, &["two columns for phone", "`hp`", "`mobile`"]);
            shop.source(&source, "delete from members where birth_date between :from and :to");
            shop.pull(line).fails(78, &["one SELECT", "`delete`"]);
            shop.source(&source, "select phone from members where birth_date >= :from");
            shop.pull(line).fails(78, &[":to"]);
        }
        shop.room.sh("recipients pull --site shop --source membres --age-group teens").fails(78, &["`membres`", "`members`"]);
        shop.room.sh("recipients pull --site shop --source members --age-group teenagers").fails(2, &["teens"]);
        let (url, at) = ("postgres://ops:s3cret@127.0.0.1:1/x", shop.room.path().join("key"));
        let config = |url: &str| format!("[crypto]\nkey = \"file:{}\"\n[source.members]\nurl = \"{url}\"\nquery = \"{}\"\n", at.display(), QUERIES[0]);
        shop.room.write("msgctl.toml", config(url));
        let down = shop.pull(line).fails(75, &["cannot be reached"]);
        assert!(!down.stderr.contains("s3cret"), "{}", down.stderr);
        shop.room.write("msgctl.toml", config("sqlite:gone.db"));
        shop.pull(line).fails(78, &["does not open"]);
        shop.room.write("msgctl.toml", config("env:MEMBERS_URL"));
        shop.pull(line).fails(78, &["MEMBERS_URL"]);
        shop.room.write("msgctl.toml", config("oracle://x"));
        shop.pull(line).fails(78, &["sqlite:, postgres: or mysql:"]);
    }

    async fn a_file_of_opt_outs_is_added(db: TestDb) {
        let shop = Shop::new(db);
        let mut text = String::from("거부일시,수신거부번호,전화번호\n");
        for i in 0..4_500 {
            let _ = writeln!(text, "2026-11-01,,010-2{:03}-{:04}", i / 1000, i % 1000);
        }
        text.push_str("2026-11-01,,없음\n2026-11-01,,01020000000\n");
        shop.room.write("optouts.csv", &text);
        let line = "suppress import optouts.csv --site shop --rejects r.csv --format json";
        let found = |v: &serde_json::Value| ["read", "added", "already", "duplicates", "rejected"].map(|f| v[f].as_i64().unwrap_or(-1));
        assert_eq!(found(&shop.room.sh(&format!("{line} --dry-run")).ok().json()), [4_502, 4_500, 0, 1, 1]);
        let done = shop.room.sh(line).ok().json();
        assert_eq!(found(&done), [4_502, 4_500, 0, 1, 1]);
        assert_eq!(done["rejects_file"], "r.csv");
        assert_eq!(found(&shop.room.sh(line).ok().json()), [4_502, 0, 4_500, 1, 1]);
        shop.room.write("plain.txt", "01020000000\n010-3000-0000\n");
        let done = shop.room.sh("suppress import plain.txt --site shop --scope sms --reason bounce --format json").ok().json();
        assert_eq!(found(&done), [2, 2, 0, 0, 0]);
        let list = shop.room.sh("suppress list --site shop --scope sms --format json").ok().json();
        assert_eq!((list.as_array().map(Vec::len), list[0]["reason"].as_str()), (Some(2), Some("bounce")));
        shop.room.write("names.csv", "이름\n홍길동\n");
        shop.room.sh("suppress import names.csv --site shop").fails(2, &["--column"]);
        shop.room.sh("suppress import gone.csv --site shop").fails(1, &["gone.csv"]);
    }
}

on_each_engine! {
    async fn a_source_that_breaks_off_says_what_is_in(db: TestDb) {
        use msgctl::domain::age::AgeGroup;
        use msgctl::domain::id::SiteId;
        use msgctl::domain::time::Micros;
        use msgctl::ops::import::{Encoding, OnDuplicate, Request};
        use msgctl::ops::pull::{Origin, PullError, run};
        let shop = Shop::new(db);
        let source = MemberDb::sqlite();
        source.fill(&members(60_000)).await;
        // an overflow in one row, met only when the row is reached, far behind what is read ahead
        let query = "select name, phone, case id when 50000 then abs(-9223372036854775808) else 'a@b.kr' end as email
                     from members where birth_date between :from and :to or 1 = 1 order by id";
        let now = Micros(1_795_000_000_000_000);
        let request = || Request {
            site_name: "shop".into(),
            site: SiteId(1),
            list: None,
            map: Vec::new(),
            encoding: Encoding::Utf8,
            rejects: None,
            on_duplicate: OnDuplicate::Update,
            consent_at: now,
            now,
            rehearse: false,
            chunk: 5_000,
        };
        let origin = Origin { url: &source.url, base: std::path::Path::new("/"), query };
        for round in 0..2 {
            let done = run(&shop.db.store, &shop.ring, origin, AgeGroup::Teens, request(), std::sync::Arc::default(), |_| {}).await;
            let Err(PullError::BrokenOff { cause, done }) = done else { panic!("{done:?}") };
            assert!(std::error::Error::source(&cause).is_some_and(|e| e.to_string().contains("overflow")), "{cause:?}");
            // what was read before is in, and a second run finds it so
            assert!(done.read > 30_000 && done.read < 50_000, "{done:?}");
            let found = (done.imported, done.unchanged);
            assert_eq!(found, if round == 0 { (done.read, 0) } else { (0, done.read) });
        }
    }
}
