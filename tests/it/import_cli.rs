//! `recipients import` as an operator meets it: sample files, hostile files, the rejects file, exit codes.

use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Stdio;

use serde_json::Value;

use crate::support::{Room, Shop, on_each_engine};

/// Rows, good rows and refused lines of a sample, counted in the plainest way.
fn oracle(bytes: &[u8], cp949: bool) -> (u64, u64, Vec<u64>) {
    let text = if cp949 {
        encoding_rs::EUC_KR.decode(bytes).0.into_owned()
    } else {
        String::from_utf8(bytes.to_vec()).expect("UTF-8")
    };
    let (mut good, mut bad) = (std::collections::BTreeSet::new(), Vec::new());
    let mut read = 0;
    for (i, line) in text.lines().enumerate().skip(1) {
        read += 1;
        let cells: Vec<&str> = line.split(',').collect();
        let digits: String = cells[1].chars().filter(char::is_ascii_digit).collect();
        let digits = format!("0{}", digits.trim_start_matches("82").trim_start_matches('0'));
        let digits_ok = digits.len() == 11 && digits.starts_with("010") && cells[1].chars().all(|c| !c.is_alphabetic());
        if digits_ok && !cells[0].is_empty() {
            good.insert(digits);
        } else {
            bad.push(i as u64 + 1);
        }
    }
    (read, good.len() as u64, bad)
}

fn data(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"))).expect("a sample")
}

fn numbers(v: &Value) -> [u64; 6] {
    ["read", "imported", "updated", "unchanged", "duplicates", "rejected"].map(|k| v[k].as_u64().expect(k))
}

on_each_engine! {
    async fn the_samples_come_in_and_again_change_nothing(db: TestDb) {
        let shop = Shop::new(db);
        for (name, encoding, known) in [("recipients-1000.csv", "utf-8", 0), ("recipients-excel-cp949.csv", "cp949", 286)] {
            let bytes = data(name);
            let (read, good, bad) = oracle(&bytes, encoding == "cp949");
            let twice = read - good - bad.len() as u64;
            shop.room.write(name, &bytes);
            // the second sample is the head of the first, as Excel saved it
            let line = format!("--format json recipients import {name} --site shop --list all");
            let out = shop.room.sh(&line).ok().json();
            assert_eq!(numbers(&out), [read, good - known, 0, known, twice, bad.len() as u64], "{name}");
            assert_eq!(out["encoding"], encoding);
            assert_eq!(out["columns"]["phone"], "휴대폰");
            assert_eq!(out["site"], "shop");
            assert_eq!(out["list"], "all");
            let rejects = format!("{name}.rejects.csv");
            assert_eq!(out["rejects_file"], rejects.as_str());
            let path = shop.room.path().join(&rejects);
            assert_eq!(std::fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
            let kept = std::fs::read(&path).expect("reads");
            let text = String::from_utf8(kept.clone()).expect("UTF-8");
            let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            assert_eq!(reader.headers().expect("a header"), vec!["line", "column", "code", "reason", "row"]);
            let rows: Vec<csv::StringRecord> = reader.records().map(|r| r.expect("a row")).collect();
            assert_eq!(rows.iter().map(|r| r[0].parse().expect("a line")).collect::<Vec<u64>>(), bad);
            let lines: Vec<String> =
                if encoding == "cp949" { encoding_rs::EUC_KR.decode(&bytes).0.into_owned() } else { String::from_utf8(bytes.clone()).expect("UTF-8") }
                    .lines()
                    .map(ToOwned::to_owned)
                    .collect();
            for row in &rows {
                assert_eq!(row[4], lines[row[0].parse::<usize>().expect("a line") - 1], "the row as it was");
                assert!(row[2].starts_with("phone-") || &row[2] == "name-empty", "{row:?}");
            }
            let again = shop.room.sh(&line).ok().json();
            assert_eq!(numbers(&again), [read, 0, 0, good, twice, bad.len() as u64]);
            assert_eq!(std::fs::read(&path).expect("reads"), kept);
        }
        assert_eq!(shop.number("SELECT COUNT(*) FROM recipient").await, 967);
        assert_eq!(shop.number("SELECT COUNT(*) FROM list_member").await, 967);
    }

    async fn nothing_personal_stands_in_the_database_or_on_the_screen(db: TestDb) {
        let shop = Shop::new(db);
        shop.room.write("p.csv", "이름,휴대폰,이메일\n홍길동,010-1234-5678,hong@example.com\n홍길동,010-1234\n홍길순,010-1234,x\n");
        let out = shop.room.sh("-vv recipients import p.csv --site shop").ok();
        for secret in ["홍길", "1234", "hong@"] {
            assert!(!out.stdout.contains(secret) && !out.stderr.contains(secret), "{secret} in\n{}\n{}", out.stdout, out.stderr);
        }
        if let Some(file) = shop.db.url.strip_prefix("sqlite:") {
            let bytes = std::fs::read(file).expect("the database");
            for secret in ["홍길동", "01012345678", "hong@"] {
                assert!(!bytes.windows(secret.len()).any(|w| w == secret.as_bytes()), "{secret}");
            }
        }
    }

    async fn a_hostile_file_is_refused_whole_with_its_line(db: TestDb) {
        let shop = Shop::new(db);
        let head = "이름,휴대폰\n홍길동,010-0000-0001\n";
        let long = format!("{head}{}\n홍길순,010-0000-0002\n", "x".repeat(10 << 20));
        let with = |tail: &[u8]| [head.as_bytes(), tail].concat();
        let table: Vec<(&str, Vec<u8>, i32, &[&str])> = vec![
            ("empty", vec![], 1, &["empty"]),
            ("blank lines", b"\n\n\r\n".to_vec(), 1, &["empty"]),
            ("no phone column", "이름,등급\n홍길동,VIP\n".into(), 2, &["line 1", "`이름`, `등급`", "--map phone="]),
            ("no header", "홍길동,010-0000-0001\n".into(), 2, &["line 1", "header"]),
            ("two phone columns", "휴대폰,이름,핸드폰\n1,2,3\n".into(), 2, &["line 1", "`휴대폰` and `핸드폰`", "--map phone="]),
            ("the same column twice", "이름,휴대폰,휴대폰\n1,2,3\n".into(), 2, &["line 1", "two columns"]),
            ("quote in the header", "이름,\"휴\"대폰\n".into(), 1, &["line 1", "quote"]),
            ("a NUL byte", with(b"a\0b,010-0000-0002\n"), 1, &["line 3", "NUL", "Nothing was imported"]),
            ("a line of 10 MB", long.into(), 1, &["line 3", "1 MiB", "Nothing was imported"]),
            ("a quote without an end", with(b"\"open,010-0000-0002\nx,y\n"), 1, &["line 3", "never closed", "Nothing was imported"]),
            ("a quote closed lines later", with(b"\"open,1\nb,2\"x,\"3\"\n"), 1, &["line 3", "line 4", "Nothing was imported"]),
            ("a gzip file", b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xab\xe6\x02\0".to_vec(), 1, &["gzip", "zcat"]),
            ("a workbook", b"PK\x03\x04\x14\0".to_vec(), 1, &["Excel", "CSV"]),
            ("other binary", b"\x7fELF\x02\x01\0\0".to_vec(), 1, &["NUL"]),
        ];
        for (what, bytes, code, said) in table {
            shop.room.write("bad.csv", &bytes);
            let out = shop.room.sh("recipients import bad.csv --site shop --list l");
            assert_eq!(out.code, code, "{what}: {}", out.stderr);
            for word in said {
                assert!(out.stderr.contains(word), "{what}: `{word}` is missing in {}", out.stderr);
            }
            assert!(out.stdout.is_empty(), "{what}");
            assert!(!shop.room.path().join("bad.csv.rejects.csv").exists(), "{what}");
        }
        assert_eq!(shop.number("SELECT COUNT(*) FROM recipient").await, 0);
        assert_eq!(shop.number("SELECT COUNT(*) FROM list").await, 0);
    }

    async fn what_is_odd_but_clear_comes_in(db: TestDb) {
        let shop = Shop::new(db);
        let utf16: Vec<u8> = "\u{FEFF}이름\t휴대폰\r\n홍길동\t010-0000-0007\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let cp949 = encoding_rs::EUC_KR.encode("성명;핸드폰번호\r\n뷁똠;1000000008\r\n").0.into_owned();
        let table: Vec<(&str, Vec<u8>, [u64; 6])> = vec![
            ("header only", "이름,휴대폰\n".into(), [0; 6]),
            ("header without a line end", "이름,휴대폰".into(), [0; 6]),
            ("byte order mark, CR", "\u{FEFF}이름,휴대폰\r홍길동,010-0000-0001\r".into(), [1, 1, 0, 0, 0, 0]),
            ("sep= of Excel", "sep=;\r\n이름;휴대폰\r\n홍길동;010-0000-0002\r\n".into(), [1, 1, 0, 0, 0, 0]),
            ("pipes, quoted line break", "이름|휴대폰|메모\n홍길동|010-0000-0003|\"두\n줄\"\n홍길순|010-0000-0004|\n".into(), [2, 2, 0, 0, 0, 0]),
            ("formulas and a lost zero", "이름,휴대폰\n홍,=\"010-0000-0005\"\n길,1000000006\n".into(), [2, 2, 0, 0, 0, 0]),
            ("UTF-16 with tabs", utf16, [1, 1, 0, 0, 0, 0]),
            ("CP949 with semicolons", cp949, [1, 1, 0, 0, 0, 0]),
            ("ragged rows", "이름,휴대폰\n홍\n길,010-0000-0009,x\n동,010-0000-0009,,\n,\n".into(), [4, 1, 0, 0, 0, 3]),
            ("wrong quotes", "이름,휴대폰\n홍\"길,010-0000-0010\n\"동\"x,010-0000-0010\n동,010-0000-0010\n".into(), [3, 1, 0, 0, 0, 2]),
            ("every field bad once", "이름,휴대폰,이메일,생년월일,광고수신동의\n\
                ,01000000011,,,\n동,01000000011,@,,\n동,01000000011,,3000-01-01,\n동,01000000011,,,글쎄\n동,02-000-0000,,,\n동,01000000011,,,\n".into(),
                [6, 1, 0, 0, 0, 5]),
        ];
        for (what, bytes, expected) in table {
            shop.room.write("odd.csv", &bytes);
            let out = shop.room.sh("--format json recipients import odd.csv --site shop").ok();
            assert_eq!(numbers(&out.json()), expected, "{what}: {}", out.stderr);
            assert_eq!(shop.room.path().join("odd.csv.rejects.csv").exists(), expected[5] > 0, "{what}");
        }
        let codes = std::fs::read_to_string(shop.room.path().join("odd.csv.rejects.csv")).expect("rejects");
        for (i, part) in ["2,이름,name-empty", "3,이메일,email-form", "4,생년월일,birth-future", "5,광고수신동의,consent-form", "6,휴대폰,phone-landline"]
            .iter()
            .enumerate()
        {
            assert!(codes.lines().nth(i + 1).is_some_and(|l| l.starts_with(part)), "{part} in\n{codes}");
        }
    }

    async fn bytes_of_another_encoding_are_refused_row_by_row(db: TestDb) {
        let shop = Shop::new(db);
        let mut bytes = "이름,휴대폰\n홍길동은하늘아래,010-0000-0001\n".as_bytes().to_vec();
        bytes.extend_from_slice(b"\xB1\xE8,010-0000-0002\n");
        bytes.extend_from_slice("홍길순,010-0000-0003\n".as_bytes());
        shop.room.write("mixed.csv", &bytes);
        let out = shop.room.sh("--format json recipients import mixed.csv --site shop").ok().json();
        assert_eq!(numbers(&out), [3, 2, 0, 0, 0, 1]);
        let rejects = std::fs::read_to_string(shop.room.path().join("mixed.csv.rejects.csv")).expect("rejects");
        assert!(rejects.lines().nth(1).is_some_and(|l| l.starts_with("3,,encoding,")), "{rejects}");
        // the same bytes as the code page they are not: rows of nonsense, said so and not guessed at
        let cp949 = shop.room.sh("--format json recipients import mixed.csv --site shop --encoding cp949 --dry-run");
        cp949.fails(1, &["line 1", "encoding", "--encoding"]);
    }

    async fn standard_input_options_and_mistakes(db: TestDb) {
        let shop = Shop::new(db);
        let room = &shop.room;
        let pipe = |args: &str, text: &str| {
            let mut c = room.command(args.split_whitespace());
            let mut child = c.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("runs");
            child.stdin.take().expect("a pipe").write_all(text.as_bytes()).expect("written");
            let out = child.wait_with_output().expect("ends");
            (out.status.code(), String::from_utf8(out.stdout).expect("text"), String::from_utf8(out.stderr).expect("text"))
        };
        let (code, out, err) = pipe("--format json recipients import - --site shop --map name=b,phone=a", "a,b,c\n01000000001,홍,x\n,,\n");
        assert_eq!(code, Some(0), "{err}");
        let v: Value = serde_json::from_str(&out).expect("one document");
        assert_eq!((numbers(&v), &v["rejects_file"]), ([2, 1, 0, 0, 0, 1], &Value::Null));
        assert!(err.contains("left out: c."), "{err}");
        let (code, out, err) = pipe("recipients import - --site shop", "phone\n01000000002\n01000000001\n\"open");
        assert_eq!((code, out.as_str()), (Some(1), ""));
        assert!(err.contains("line 4") && err.contains("Of the 2 rows before it 1 were imported"), "{err}");
        assert_eq!(shop.number("SELECT COUNT(*) FROM recipient").await, 2);
        room.write("p.csv", "phone\n01000000003\n");
        room.sh("recipients import p.csv --site shep").fails(2, &["no site `shep`"]);
        room.sh("recipients import none.csv --site shop").fails(1, &["none.csv"]);
        room.sh("recipients import . --site shop").fails(1, &["cannot read"]);
        room.sh("recipients import p.csv --site shop --rejects p.csv").fails(2, &["input itself"]);
        room.sh("recipients import p.csv --site shop --map phone=x").fails(2, &["`x`", "`phone`"]);
        room.sh("recipients import p.csv --site shop --map fone=x").fails(2, &["fone"]);
        room.sh("recipients import p.csv --site shop --consent-date 2999-01-01").fails(2, &["to come"]);
        room.sh("recipients import p.csv --site shop --consent-date soon").fails(2, &["a day like"]);
        room.write("q.csv", "phone\nx\n");
        room.sh("recipients import q.csv --site shop --rejects no/such/folder/r.csv").fails(1, &["rejects file"]);
        let dry = room.sh("--format json recipients import p.csv --site shop --dry-run").ok();
        assert_eq!(numbers(&dry.json()), [1, 1, 0, 0, 0, 0]);
        assert!(dry.stderr.contains("rehearsal"));
        assert_eq!(shop.number("SELECT COUNT(*) FROM recipient").await, 2);
    }
}

#[test]
fn help_has_examples() {
    let help = Room::new().sh("recipients import --help").ok().stdout;
    for part in ["Import people from a CSV file", "Examples:", "--consent-date", "rejects file"] {
        assert!(help.contains(part), "{part}");
    }
}
