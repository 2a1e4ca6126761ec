//! Importing: counts against an oracle, duplicates, consents, what stays, what is taken back.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use msgctl::domain::id::{RecipientId, SiteId};
use msgctl::domain::person::Person;
use msgctl::domain::seal::KeyRing;
use msgctl::domain::time::Micros;
use msgctl::ops::import::{self, Encoding, ImportError, OnDuplicate, Outcome, Progress, Request, Source};
use msgctl::ops::site;
use msgctl::store::{Store, list, recipient};
use proptest::prelude::{ProptestConfig, proptest};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

use crate::support::{Shop, TestDb, on_each_engine};

const NOW: Micros = Micros(1_800_000_000_000_000);
const DAY: i64 = 86_400_000_000;

fn request() -> Request {
    Request {
        site_name: "shop".to_owned(),
        site: SiteId(1),
        list: None,
        map: Vec::new(),
        encoding: Encoding::Auto,
        rejects: None,
        on_duplicate: OnDuplicate::Update,
        consent_at: Micros(NOW.0 - DAY),
        now: NOW,
        rehearse: false,
        chunk: 64,
    }
}

/// A store with the site `shop`, which has id 1, and a ring.
async fn shop(store: &Store) -> KeyRing {
    let added = site::add(store, "shop", site::Change::default(), NOW, false).await.expect("a site");
    assert_eq!(added.id, SiteId(1));
    let text = msgctl::domain::seal::new_key_file(&mut StdRng::seed_from_u64(5));
    KeyRing::parse(&text).expect("a ring")
}

fn stream(text: &str) -> Source {
    Source::Stream(Box::new(Cursor::new(text.to_owned().into_bytes())))
}

async fn run(store: &Store, ring: &KeyRing, source: Source, request: Request) -> Result<Outcome, ImportError> {
    let done = import::run(store, ring, source, request, Arc::default(), |_| {}).await;
    if let Ok(o) = &done {
        assert_eq!(o.read, o.imported + o.updated + o.unchanged + o.duplicates + o.rejected, "{o:?}");
    }
    done
}

fn counts(o: &Outcome) -> [u64; 6] {
    [o.read, o.imported, o.updated, o.unchanged, o.duplicates, o.rejected]
}

/// Everybody on record, opened: number → (name, address, consent to advertising and at night).
async fn everybody(
    store: &Store,
    ring: &KeyRing,
) -> BTreeMap<String, (String, Option<String>, Option<i64>, Option<i64>)> {
    let rows = recipient::page(&mut store.read().await.expect("reads"), SiteId(1), RecipientId(0), 100_000)
        .await
        .expect("rows");
    rows.into_iter()
        .map(|r| {
            let p = Person::open(ring, r.key_id, r.site_id, &r.phone_ix, &r.sealed).expect("opens");
            assert_eq!(ring.phone_ix(&p.mobile), r.phone_ix);
            assert_eq!(p.content_ix(ring), r.content_ix);
            let at = |m: Option<Micros>| m.map(|m| m.0);
            (p.mobile.to_string(), (p.name, p.email, at(r.ad_consent_at), at(r.night_consent_at)))
        })
        .collect()
}

/// What a file should come to, thought through again in the plainest way: digits, a zero, a look at the rest.
fn oracle(text: &str) -> (u64, u64, BTreeMap<String, String>) {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let (mut read, mut bad, mut last) = (0, 0, BTreeMap::new());
    for row in reader.records() {
        let row = row.expect("a row");
        read += 1;
        let digits: String = row[1].chars().filter(char::is_ascii_digit).collect();
        let digits = digits.strip_prefix("82").map_or(digits.clone(), |d| format!("0{}", d.trim_start_matches('0')));
        let digits = if digits.starts_with('1') { format!("0{digits}") } else { digits };
        let well = row[1].chars().all(|c| c.is_ascii_digit() || "+- ".contains(c));
        if well && digits.len() == 11 && digits.starts_with("010") && !row[0].is_empty() {
            last.insert(digits, row[0].to_owned());
        } else {
            bad += 1;
        }
    }
    (read, bad, last)
}

/// Rows with every kind of repeat: a name for each row, so that first and last can be told apart.
fn file(rows: u32, numbers: u32, seed: u64) -> String {
    let mut rng = StdRng::seed_from_u64(seed);
    let mut text = "이름,휴대폰,이메일,광고수신동의,야간수신동의\n".to_owned();
    for i in 0..rows {
        let n = rng.random_range(0..numbers);
        let phone = match rng.random_range(0..40) {
            0 => "없음".to_owned(),
            1 => "010-1234".to_owned(),
            2 => format!("+82 10-0000-{n:04}"),
            3 => format!("100000{n:04}"),
            _ => format!("010-0000-{n:04}"),
        };
        let name = if rng.random_bool(0.02) { String::new() } else { format!("사람{i}") };
        text.push_str(&format!("{name},{phone},u{i}@example.com,Y,N\n"));
    }
    text
}

on_each_engine! {
    async fn a_file_comes_to_what_the_oracle_says_and_again_to_nothing(db: TestDb) {
        let (store, dir) = (&db.store, tempfile::tempdir().expect("a folder"));
        let ring = shop(store).await;
        let text = file(2_000, 900, 1);
        let (read, bad, last) = oracle(&text);
        let path = dir.path().join("people.csv");
        std::fs::write(&path, &text).expect("written");
        let people = last.len() as u64;
        let repeats = read - bad - people;
        assert!(repeats > 500 && bad > 50);
        let first = run(store, &ring, Source::Path(path.clone()), request()).await.expect("imports");
        assert_eq!(counts(&first), [read, people, 0, 0, repeats, bad]);
        let kept: BTreeMap<_, _> = everybody(store, &ring).await.into_iter().map(|(k, v)| (k, v.0)).collect();
        assert_eq!(kept, last);
        let later = Micros(NOW.0 + DAY);
        for _ in 0..2 {
            let again = Request { now: later, consent_at: later, ..request() };
            let again = run(store, &ring, Source::Path(path.clone()), again).await.expect("imports");
            assert_eq!(counts(&again), [read, 0, 0, people, repeats, bad]);
        }
        let c = &mut store.read().await.expect("reads");
        let rows = recipient::page(c, SiteId(1), RecipientId(0), 10_000).await.expect("rows");
        assert!(rows.iter().all(|r| r.updated_at == NOW), "nothing was written again");
    }

    async fn with_skip_the_first_row_and_the_record_stay(db: TestDb) {
        let (store, dir) = (&db.store, tempfile::tempdir().expect("a folder"));
        let ring = shop(store).await;
        let text = file(1_000, 300, 2);
        let mut first = BTreeMap::new();
        let (read, bad, last) = oracle(&text);
        let lines: Vec<&str> = text.lines().collect();
        let reversed: String = [&lines[..1], &lines[1..].iter().rev().copied().collect::<Vec<_>>()].concat().join("\n");
        first.append(&mut oracle(&reversed).2);
        assert_ne!(first, last);
        let skip = || Request { on_duplicate: OnDuplicate::Skip, ..request() };
        let path = dir.path().join("people.csv");
        std::fs::write(&path, &text).expect("written");
        for (source, turn) in [(Source::Path(path.clone()), 0), (stream(&text), 1)] {
            let done = run(store, &ring, source, skip()).await.expect("imports");
            let people = first.len() as u64;
            let (new, old) = if turn == 0 { (people, 0) } else { (0, people) };
            assert_eq!(counts(&done), [read, new, 0, old, read - bad - people, bad]);
        }
        let names = || async { everybody(store, &ring).await.into_iter().map(|(k, v)| (k, v.0)).collect::<BTreeMap<_, _>>() };
        assert_eq!(names().await, first);
        let done = run(store, &ring, Source::Path(path), request()).await.expect("imports");
        let changed = first.iter().filter(|(k, v)| last[*k] != **v).count() as u64;
        assert_eq!((done.updated, done.imported), (changed, 0));
        assert_eq!(names().await, last);
    }

    async fn a_stream_ends_as_the_file_does(db: TestDb) {
        let store = &db.store;
        let ring = shop(store).await;
        let text = file(1_500, 400, 3);
        let (read, bad, last) = oracle(&text);
        let people = last.len() as u64;
        let done = run(store, &ring, stream(&text), request()).await.expect("imports");
        assert_eq!(counts(&done), [read, people, 0, 0, read - bad - people, bad]);
        let kept: BTreeMap<_, _> = everybody(store, &ring).await.into_iter().map(|(k, v)| (k, v.0)).collect();
        assert_eq!(kept, last);
    }

    async fn consent_keeps_its_day_until_it_is_taken_back(db: TestDb) {
        let store = &db.store;
        let ring = shop(store).await;
        let day = NOW.0 - DAY;
        let turn = |rows: &str, at: i64| {
            let text = format!("phone,ad_consent,night_consent\n{rows}");
            let request = Request { consent_at: Micros(at), ..request() };
            let (store, ring) = (store, &ring);
            async move {
                let done = run(store, ring, stream(&text), request).await.expect("imports");
                let all = everybody(store, ring).await;
                (all.values().map(|p| (p.2, p.3)).collect::<Vec<_>>(), done.updated, done.unchanged)
            }
        };
        let (a, b) = ("01000000001", "01000000002");
        assert_eq!(turn(&format!("{a},Y,N\n{b},N,\n"), day).await, (vec![(Some(day), None), (None, None)], 0, 0));
        // said again: the day stays, nothing is written
        assert_eq!(turn(&format!("{a},동의,N\n{b},X,N\n"), NOW.0).await, (vec![(Some(day), None), (None, None)], 0, 2));
        // given at night as well, and by the other
        let both = vec![(Some(day), Some(NOW.0)), (Some(NOW.0), None)];
        assert_eq!(turn(&format!("{a},Y,예\n{b},O,N\n"), NOW.0).await, (both, 2, 0));
        // a day in the file goes before the day on record; none is taking back
        let dated = msgctl::domain::person::moment("2026-11-20").expect("a day").0;
        let dated = Micros::from(dated.to_zoned(msgctl::domain::time::kst()).expect("a moment").timestamp()).0;
        assert_eq!(turn(&format!("{a},2026-11-20,N\n{b},N,N\n"), NOW.0).await, (vec![(Some(dated), None), (None, None)], 2, 0));
        // a file that says nothing of consent changes nothing
        let silent = run(store, &ring, stream(&format!("phone\n{a}\n{b}\n")), request()).await.expect("imports");
        assert_eq!((silent.updated, silent.unchanged), (0, 2));
        assert_eq!(everybody(store, &ring).await[a].2, Some(dated));
    }

    async fn fields_without_a_column_stay(db: TestDb) {
        let store = &db.store;
        let ring = shop(store).await;
        let full = "이름,휴대폰,이메일,생년월일\n홍길동,01000000001,a@b.kr,1990-01-02\n김철수,01000000002,,\n";
        run(store, &ring, stream(full), request()).await.expect("imports");
        let done = run(store, &ring, stream("phone\n01000000001\n01000000003\n01000000001\n"), request()).await.expect("imports");
        assert_eq!(counts(&done), [3, 1, 0, 1, 1, 0]);
        let done = run(store, &ring, stream("phone,email\n01000000001,\n01000000002,c@d.kr\n"), request()).await.expect("imports");
        assert_eq!(counts(&done), [2, 0, 2, 0, 0, 0]);
        let all = everybody(store, &ring).await;
        let seen: Vec<_> = all.values().map(|p| (p.0.as_str(), p.1.as_deref())).collect();
        assert_eq!(seen, [("홍길동", None), ("김철수", Some("c@d.kr")), ("", None)]);
        let again = run(store, &ring, stream(full), request()).await.expect("imports");
        assert_eq!((again.updated, again.unchanged), (2, 0));
    }

    async fn everybody_in_the_file_is_on_the_list_once(db: TestDb) {
        let store = &db.store;
        let ring = shop(store).await;
        run(store, &ring, stream("phone\n01000000001\n01000000009\n"), request()).await.expect("imports");
        let listed = || Request { list: Some("봄".to_owned()), chunk: 2, ..request() };
        for _ in 0..2 {
            run(store, &ring, stream("phone\n01000000001\n01000000002\n01000000003\n01000000001\nx\n"), listed()).await.expect("imports");
        }
        let c = &mut store.read().await.expect("reads");
        let lists = list::all(c, SiteId(1)).await.expect("lists");
        assert_eq!(lists.iter().map(|l| (l.name.as_str(), l.people)).collect::<Vec<_>>(), [("봄", 3)]);
    }

    async fn a_rehearsal_leaves_nothing(db: TestDb) {
        let store = &db.store;
        let ring = shop(store).await;
        let text = file(500, 300, 4);
        let dry = || Request { rehearse: true, list: Some("l".to_owned()), ..request() };
        let rehearsed = run(store, &ring, stream(&text), dry()).await.expect("rehearses");
        {
            let c = &mut store.read().await.expect("reads");
            assert!(!recipient::any(c, SiteId(1)).await.expect("reads"));
            assert!(list::all(c, SiteId(1)).await.expect("reads").is_empty());
            assert_eq!(msgctl::store::setting::get(c, "index_key").await.expect("reads"), None);
        }
        let done = run(store, &ring, stream(&text), request()).await.expect("imports");
        assert_eq!(counts(&done), counts(&rehearsed));
        let again = run(store, &ring, stream(&text), dry()).await.expect("rehearses");
        assert_eq!(again.imported, 0);
    }

    async fn stopped_or_broken_off_it_goes_on_where_it_was(db: TestDb) {
        let (store, dir) = (&db.store, tempfile::tempdir().expect("a folder"));
        let ring = shop(store).await;
        let text = file(40_000, 9_000, 6);
        let (read, bad, last) = oracle(&text);
        let path = dir.path().join("people.csv");
        std::fs::write(&path, &text).expect("written");
        let stop = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&stop);
        let cut = import::run(store, &ring, Source::Path(path.clone()), Request { chunk: 500, ..request() }, stop, |p| {
            if let Progress::Done(_) = p {
                asked.store(true, Ordering::Relaxed);
            }
        });
        let cut = cut.await.expect("stops");
        assert!(cut.stopped && cut.imported >= 500 && cut.read < read, "{cut:?}");
        assert_eq!(cut.read, cut.imported + cut.duplicates + cut.rejected);
        assert_eq!(recipient::count(&mut store.read().await.expect("reads"), SiteId(1)).await.expect("reads"), cut.imported.cast_signed());
        let done = run(store, &ring, Source::Path(path), Request { chunk: 5_000, ..request() }).await.expect("imports");
        let people = last.len() as u64;
        assert_eq!(counts(&done), [read, people - cut.imported, 0, cut.imported, read - bad - people, bad]);
    }

    async fn two_runs_at_once_are_as_one_after_the_other(db: TestDb) {
        let store = &db.store;
        let ring = shop(store).await;
        let text = file(3_000, 1_200, 9);
        let (_, _, last) = oracle(&text);
        let ask = |chunk| Request { chunk, list: Some("l".to_owned()), ..request() };
        let (a, b) = tokio::join!(run(store, &ring, stream(&text), ask(100)), run(store, &ring, stream(&text), ask(170)));
        let (a, b) = (a.expect("imports"), b.expect("imports"));
        let people = last.len() as u64;
        assert_eq!(a.imported + b.imported, people, "{a:?} {b:?}");
        // each ends with the last rows of the file
        let kept: BTreeMap<_, _> = everybody(store, &ring).await.into_iter().map(|(k, v)| (k, v.0)).collect();
        assert_eq!(kept, last);
        let on_list = list::all(&mut store.read().await.expect("reads"), SiteId(1)).await.expect("lists");
        assert_eq!(on_list[0].people.cast_unsigned(), people);
    }

    async fn a_break_in_a_stream_says_what_is_in(db: TestDb) {
        let store = &db.store;
        let ring = shop(store).await;
        let rows: String = (0..150).map(|i| format!("010-0000-{i:04}\n")).collect();
        for (tail, line) in [("\"open\nto the end\n", 152), ("a\0b\n", 152)] {
            let broken = run(store, &ring, stream(&format!("phone\n{rows}{tail}")), request()).await.expect_err("breaks");
            assert!(broken.to_string().starts_with(&format!("line {line}: ")), "{broken}");
            let ImportError::BrokenOff { done, .. } = broken else { panic!("{broken}") };
            assert_eq!((done.read, done.imported + done.unchanged), (150, 150));
            assert_eq!(recipient::count(&mut store.read().await.expect("reads"), SiteId(1)).await.expect("reads"), 150);
        }
    }

    async fn another_key_is_refused_before_anybody_becomes_a_stranger(db: TestDb) {
        let mut shop = Shop::new(db);
        shop.room.write("p.csv", "phone\n01000000001\n");
        shop.room.sh("recipients import p.csv --site shop").ok();
        let other = msgctl::domain::seal::new_key_file(&mut shop.rng);
        shop.room.write("key", other.as_bytes());
        shop.room.sh("recipients import p.csv --site shop").fails(78, &["not the one", "crypto.key"]);
        shop.room.write("msgctl.toml", "[crypto]\nmode = \"plaintext\"\n");
        shop.room.sh("recipients import p.csv --site shop").fails(78, &["not the one", "crypto.mode"]);
        shop.room.write("msgctl.toml", "");
        shop.room.sh("recipients import p.csv --site shop").fails(78, &["no key", "plaintext"]);
        shop.room.write("msgctl.toml", "[crypto]\nkey = \"env:NO_SUCH_KEY\"\n");
        shop.room.sh("recipients import p.csv --site shop").fails(78, &["NO_SUCH_KEY"]);
        shop.room.write("key", "index:00\n");
        shop.room.write("msgctl.toml", format!("[crypto]\nkey = \"file:{}\"\n", shop.room.path().join("key").display()));
        shop.room.sh("recipients import p.csv --site shop").fails(78, &["key file cannot be used", "line 1"]);
    }

    async fn plaintext_is_a_choice_and_works_the_same(db: TestDb) {
        let store = &db.store;
        shop(store).await;
        let ring = KeyRing::plaintext();
        let text = file(300, 200, 8);
        let (read, bad, last) = oracle(&text);
        let people = last.len() as u64;
        for turn in 0..2 {
            let done = run(store, &ring, stream(&text), Request { chunk: 1_000, ..request() }).await.expect("imports");
            let (new, old) = if turn == 0 { (people, 0) } else { (0, people) };
            assert_eq!(counts(&done), [read, new, 0, old, read - bad - people, bad]);
        }
        assert_eq!(everybody(store, &ring).await.len() as u64, people);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever the rows: the counts add up, and file, stream and a second turn agree on who is there.
    #[test]
    fn the_counts_always_add_up(
        rows in proptest::collection::vec(("[가나,\"]{0,3}", 0_u32..12, 0_usize..6), 0..60),
        chunk in 1_usize..30,
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let forms = ["010-0000-", "+82 10 0000 ", "100000", "0100000", "02-000-", "없음"];
            let mut w = csv::Writer::from_writer(Vec::new());
            w.write_record(["name", "phone"]).expect("writes");
            for (name, n, form) in &rows {
                w.write_record([name.as_str(), &format!("{}{n:04}", forms[*form])]).expect("writes");
            }
            let bytes = w.into_inner().expect("bytes");
            let text = String::from_utf8(bytes).expect("text");
            let dir = tempfile::tempdir().expect("a folder");
            let path = dir.path().join("f.csv");
            std::fs::write(&path, &text).expect("written");
            let (a, b) = (TestDb::sqlite().await, TestDb::sqlite().await);
            let ring = shop(&a.store).await;
            shop(&b.store).await;
            let ask = || Request { chunk, ..request() };
            let one = run(&a.store, &ring, Source::Path(path.clone()), ask()).await.expect("imports");
            let two = run(&b.store, &ring, stream(&text), ask()).await.expect("imports");
            assert_eq!(one.read, rows.len() as u64);
            assert_eq!((one.imported, one.duplicates, one.rejected), (two.imported, two.duplicates, two.rejected));
            assert_eq!(everybody(&a.store, &ring).await, everybody(&b.store, &ring).await);
            let again = run(&a.store, &ring, Source::Path(path), ask()).await.expect("imports");
            assert_eq!((again.imported, again.updated, again.unchanged), (0, 0, one.imported));
        });
    }
}

/// The rows are read once and each is looked up in the index, whatever SQLite thinks of their number.
#[tokio::test]
async fn no_plan_walks_through_everybody() {
    let db = TestDb::sqlite().await;
    let pool = sqlx::SqlitePool::connect(&db.url).await.expect("opens");
    let bundles = msgctl::store::catalogue().into_iter().filter(|(name, _)| name.contains("bundle::"));
    let mut looked = 0;
    for (name, sql) in bundles {
        let explain = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {}", sql.sqlite));
        let plan: Vec<String> = sqlx::query_as::<_, (i64, i64, i64, String)>(explain)
            .fetch_all(&pool)
            .await
            .expect(name)
            .into_iter()
            .map(|row| row.3)
            .collect();
        assert!(!plan.iter().any(|l| l.starts_with("SCAN x") || l.starts_with("SCAN t")), "{name}: {plan:?}");
        let by_number = |l: &String| l.contains("recipient_phone (site_id=? AND phone_ix=?)");
        looked += usize::from(plan.iter().any(by_number));
    }
    assert_eq!(looked, 3);
}
