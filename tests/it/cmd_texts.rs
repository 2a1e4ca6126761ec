//! Templates and result codes from the command line, on both engines.

use crate::support::{Room, on_each_engine};

fn site(room: &Room) {
    room.sh("site add shop --sender 02-1234-5678").ok();
}

#[test]
fn every_starter_file_is_shipped() {
    let mut on_disk: Vec<String> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/templates"))
        .expect("templates")
        .map(|e| e.expect("an entry").file_name().into_string().expect("a name"))
        .filter(|name| std::path::Path::new(name).extension().is_some_and(|e| e == "toml"))
        .collect();
    on_disk.sort();
    let rows = Room::new().sh("template list --starters --format json").ok().json();
    let shipped: Vec<String> = rows
        .as_array()
        .expect("rows")
        .iter()
        .map(|r| format!("{}.toml", r["name"].as_str().expect("a name")))
        .collect();
    assert_eq!(shipped, on_disk);
}

on_each_engine! {
    async fn editing_makes_versions_and_older_ones_stay(db: TestDb) {
        let room = Room::with_database(&db.url);
        site(&room);
        let first = room.run(["template", "add", "notice", "--site", "shop", "--body", "#{이름}님, 점검 안내입니다.",
            "--format", "json"]).ok().json();
        assert_eq!((first["version"].as_i64(), first["channel"].as_str()), (Some(1), Some("sms")));
        assert_eq!(first["variables"], serde_json::json!(["이름"]));
        room.sh("template add notice --site shop --body x").fails(4, &["already", "template edit notice"]);
        room.sh("template edit notice").fails(2, &["nothing to change"]);
        room.sh("template edit notice@1 --body x").fails(2, &["never changes"]);
        let same = room.run(["template", "edit", "notice", "--body", "#{이름}님, 점검 안내입니다.", "--format", "json"]);
        assert_eq!(same.ok().json()["version"], 1);
        let dry = room.run(["template", "edit", "notice", "--body", "바뀐 글", "--dry-run", "--format", "json"]);
        assert_eq!(dry.ok().json()["version"], 2);
        assert_eq!(room.sh("template show notice --format json").ok().json()["version"], 1);
        room.run(["template", "edit", "notice", "--body", "바뀐 글", "--note", "짧게"]).ok();
        let old = room.sh("template show notice@1 --format json").ok().json();
        assert_eq!(old["body"], "#{이름}님, 점검 안내입니다.");
        assert_eq!(room.sh("template show notice --format json").ok().json()["body"], "바뀐 글");
        room.sh("template show notice@3").fails(2, &["notice@3", "template list"]);
        let versions = room.sh("template show notice --versions --format json").ok().json();
        assert_eq!(versions.as_array().map(Vec::len), Some(2));
        let list = room.sh("template list --site shop --format json").ok().json();
        assert_eq!((list[0]["template"].as_str(), list[0]["version"].as_i64()), (Some("notice"), Some(2)));
    }

    async fn a_dry_run_adds_nothing(db: TestDb) {
        let room = Room::with_database(&db.url);
        site(&room);
        room.sh("template add otp --site shop --from otp --dry-run").ok();
        room.sh("template show otp").fails(2, &["no template `otp`"]);
        assert_eq!(room.sh("template list --format json").ok().json(), serde_json::json!([]));
    }

    async fn the_same_name_in_two_sites_needs_the_site(db: TestDb) {
        let room = Room::with_database(&db.url);
        site(&room);
        room.sh("site add market").ok();
        room.sh("template add otp --site shop --from otp").ok();
        room.sh("template show otp").ok();
        room.sh("template add otp --site market --from otp").ok();
        room.sh("template show otp").fails(2, &["more than one site", "--site"]);
        let shown = room.sh("template show otp --site market --format json").ok().json();
        assert_eq!(shown["site"], "market");
        room.sh("template show otp --site nowhere").fails(2, &["no site `nowhere`"]);
    }

    async fn what_could_not_be_sent_is_refused_with_a_proposal(db: TestDb) {
        let room = Room::with_database(&db.url);
        site(&room);
        let add = |body: &str| room.run(["template", "add", "t", "--site", "shop", "--body", body]);
        add("총 ₩5,000 👍").fails(3, &["2 errors", "`₩` (U+20A9) at 3", "`👍`", "Write `￦`."]);
        add("안녕 #{이름").fails(2, &["body", "line 1, column 4", "never closed"]);
        add("").fails(2, &["needs a text"]);
        add(&"가".repeat(1001)).fails(3, &["2002 bytes"]);
        add("[광고] 세일").ok();
        room.sh("template lint t --ad").fails(3, &[]);
        let found = room.sh("template lint t --ad --format json");
        let codes: Vec<String> = found
            .json()
            .as_array()
            .expect("rows")
            .iter()
            .map(|f| f["code"].as_str().expect("a code").to_owned())
            .collect();
        assert_eq!(codes, ["ad-label-form", "ad-no-opt-out"]);
        room.sh("template add u --site shop --channel push --body x").fails(2, &["push"]);
    }

    async fn a_misspelt_variable_is_noticed(db: TestDb) {
        let room = Room::with_database(&db.url);
        site(&room);
        room.run(["template", "add", "o", "--site", "shop", "--body", "주문 #{주문번호}"]).ok();
        let edited = room.run(["template", "edit", "o", "--body", "주문 번호 #{주문번헤}"]).ok();
        assert!(edited.stderr.contains("Did you mean `주문번호`?"), "{}", edited.stderr);
        let declared = ["template", "edit", "o", "--body", "주문 #{배송일}", "--variables", "주문번호,배송일"];
        assert!(!room.run(declared).ok().stderr.contains("warning"));
    }

    async fn rendering_counts_bytes_and_decides_the_kind(db: TestDb) {
        let room = Room::with_database(&db.url);
        site(&room);
        let body = format!("#{{이름}}{}a", "가".repeat(41));
        room.run(["template", "add", "t", "--site", "shop", "--body", &body]).ok();
        for (name, bytes, kind) in [("홍길동", 89, "sms"), ("남궁민수", 91, "lms"), ("김철", 87, "sms")] {
            let var = format!("name={name}");
            let r = room.run(["template", "render", "t", "--var", &var, "--format", "json"]).ok().json();
            assert_eq!((r["bytes"].as_i64(), r["kind"].as_str()), (Some(bytes), Some(kind)), "{name}");
            assert!(r["unencodable"].as_array().is_some_and(Vec::is_empty));
        }
        room.sh("template render t").fails(3, &["`이름`", "--var"]);
        room.sh("template render t --var 이름=").fails(3, &["`이름` is empty"]);
        room.sh("template render t --var 이름").fails(2, &["NAME=VALUE"]);
        let out = room.run(["template", "render", "t", "--var", "name=뷁–", "--format", "json"]).ok();
        let r = out.json();
        assert!(r["kind"].is_null());
        assert_eq!(r["unencodable"][0], serde_json::json!({"char": "뷁", "at": 0, "proposal": null}));
        assert_eq!(r["unencodable"][1], serde_json::json!({"char": "–", "at": 1, "proposal": "-"}));
        assert!(out.stderr.contains("U+2013"), "{}", out.stderr);
        room.write("msgctl.toml", "[text]\ncharset = \"cp949\"\nunmappable = \"replace\"\n");
        let r = room.run(["template", "render", "t", "--var", "name=뷁–", "--format", "json"]).ok().json();
        assert_eq!((r["kind"].as_str(), r["bytes"].as_i64()), (Some("sms"), Some(86)));
    }

    async fn the_wrapper_stands_around_text_messages_only(db: TestDb) {
        let room = Room::with_database(&db.url);
        site(&room);
        let added = room.sh("template add greeting --site shop --from greeting").ok();
        assert!(added.stderr.contains("site set shop --wrapper greeting"), "{}", added.stderr);
        room.sh("site set shop --wrapper greeting").ok();
        room.sh("template add order --site shop --from order --provider-code KA01TP1").ok();
        room.sh("template add sale --site shop --from sale").ok();
        let order = ["template", "render", "order", "--var", "이름=홍길동", "--var", "주문번호=A-1", "--var",
            "상품명=사과", "--var", "금액=9,900", "--format", "json"];
        let r = room.run(order).ok().json();
        assert!(r["text"].as_str().is_some_and(|t| t.starts_with("[한빛가게] 주문 접수 안내\n\n홍길동님,")));
        assert_eq!(r["kind"], "alimtalk");
        assert_eq!(r["fallback"]["text"],
            "홍길동님, 안녕하세요. 현대 오토에버입니다. [한빛가게] 홍길동님, 주문 A-1 접수되었습니다. 감사합니다.");
        assert_eq!(r["fallback"]["kind"], "lms");
        // The label of an advertisement comes first, whatever the wrapper says.
        let r = room.sh("template render sale --var name=홍길동 --format json").ok().json();
        assert!(r["text"].as_str().is_some_and(|t| t.starts_with("(광고)한빛가게")));
        room.sh("template lint --site shop").ok();
        let plain = room.run(["template", "add", "bad", "--site", "shop", "--body", "앞 #{이름} 뒤"]).ok();
        assert!(plain.stdout.contains("bad@1"));
        room.run(["template", "edit", "greeting", "--body", "안녕하세요"]).ok();
        room.sh("template render bad --var name=홍").fails(3, &["greeting", "원본메시지"]);
    }

    async fn texts_come_from_files_as_editors_write_them(db: TestDb) {
        let room = Room::with_database(&db.url);
        site(&room);
        room.write("t.txt", "\u{FEFF}첫 줄\r\n둘째 줄\r\n");
        room.sh("template add t --site shop --file t.txt").ok();
        assert_eq!(room.sh("template show t --format json").ok().json()["body"], "첫 줄\n둘째 줄");
        room.write("cp949.txt", b"\xb0\xa1");
        room.sh("template add u --site shop --file cp949.txt").fails(1, &["not UTF-8", "iconv"]);
        room.sh("template add u --site shop --file none.txt").fails(1, &["none.txt"]);
    }
}

#[test]
fn codes_are_listed_explained_and_overridden() {
    let room = Room::new();
    let explain = |args: &str| room.sh(&format!("codes explain {args} --format json")).ok().json();
    let e = explain("3104 --channel alimtalk");
    assert_eq!((e["class"].as_str(), e["listed"].as_bool()), (Some("fallback"), Some(true)));
    assert_eq!(explain("3104")["class"], "fallback");
    assert_eq!(explain("3104 --channel sms")["class"], "unknown");
    let unknown = explain("9999");
    assert_eq!((unknown["class"].as_str(), unknown["listed"].as_bool()), (Some("unknown"), Some(false)));
    let rows = room.sh("codes list --class fallback --format json").ok().json();
    assert_eq!(rows.as_array().map(Vec::len), Some(3));
    assert!(room.sh("codes list --channel sms").ok().stdout.contains("4000"));

    room.write("msgctl.toml", "[codes.solapi.alimtalk]\n3108 = \"fallback\"\n[codes.solapi.any]\n3041 = \"retry\"\n");
    let e = explain("3108");
    assert_eq!((e["class"].as_str(), e["overridden"].as_bool()), (Some("fallback"), Some(true)));
    assert_eq!(explain("3041 --channel lms")["class"], "retry");
    room.write("msgctl.toml", "[codes.sloapi.any]\n3041 = \"retry\"\n");
    room.sh("codes list").fails(78, &["sloapi", "known: solapi"]);
}
