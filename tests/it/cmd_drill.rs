//! The crash drill, and that its proof finds what is broken in a real installation.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use msgctl::domain::channel::Channel;
use msgctl::ops::drill::proof::{Check, Evidence, Limit, prove};
use msgctl::ops::drill::{Bench, gather};
use serde_json::{Value, json};

use crate::support::{Platform, Room, TestDb, ask_simulator, failing, on_each_engine, postgres_url};

/// Schemas of drills on the test server.
async fn schemas(server: &str) -> i64 {
    let pool = sqlx::PgPool::connect(server).await.expect("connects");
    let sql = "SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name LIKE 'msgctl_drill_%'";
    sqlx::query_scalar(sql).fetch_one(&pool).await.expect("counted")
}

fn proven(out: &Value, engine: &str, kills: u64) {
    let checks = out["checks"].as_array().expect("a list");
    let broken: Vec<_> = checks.iter().filter(|c| c["held"] != true).collect();
    assert!(broken.is_empty() && out["proven"] == true, "{broken:#?}");
    assert_eq!(out["engine"], engine);
    assert!(out["deeds"]["kills"].as_u64() >= Some(kills), "{out}");
    assert!(out["deeds"]["runs"].as_u64() > Some(kills), "{out}");
    let figure = |claim: &str, name: &str| {
        let check = checks.iter().find(|c| c["claim"] == claim).unwrap_or_else(|| panic!("`{claim}` is missing"));
        check["figures"][name].as_u64().expect("a figure")
    };
    let messages = out["messages"].as_u64().expect("a count");
    assert_eq!(figure("nobody is missing", "final"), messages);
    assert_eq!(figure("statistics equal the recount", "counted"), messages);
    let fell = figure("texts went to those whom Alimtalk cannot reach", "texts");
    assert!(fell > messages / 20 && fell < messages / 3, "{fell} of {messages}");
    let busiest = figure("no window at the provider held more than the limit", "alimtalk of 500");
    assert!((300..=500).contains(&busiest), "{busiest}: the limit was not in use");
}

#[test]
fn killed_again_and_again_a_send_reaches_everybody_once_sqlite() {
    let out = Room::new().sh("drill --rounds 8 --people 1500 --seed 7 --format json").ok();
    let report = out.json();
    proven(&report, "sqlite", 8);
    assert_eq!(report["seed"], 7);
    let sound = report["checks"].as_array().expect("a list").iter().any(|c| c["claim"] == "the database is sound");
    assert!(sound && out.stderr.contains("Seed 7"), "{out:?}");
    let folder = out.stderr.split(", in ").nth(1).and_then(|t| t.lines().next()).expect("a folder");
    assert!(!std::path::Path::new(folder.trim_end_matches('.')).exists(), "{folder} is left behind");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_again_and_again_a_send_reaches_everybody_once_postgres() {
    let Some(server) = postgres_url() else { return };
    let before = schemas(&server).await;
    let room = Room::new();
    let out = room.run([
        "drill",
        "--rounds",
        "8",
        "--people",
        "1500",
        "--seed",
        "8",
        "--format",
        "json",
        "--database",
        &server,
    ]);
    proven(&out.ok().json(), "postgres", 8);
    assert_eq!(schemas(&server).await, before, "the scratch schema is dropped");
}

#[test]
fn a_sender_is_killed_at_every_named_point() {
    let room = Room::new();
    let out = room.sh("drill --rounds 1 --people 600 --seed 3 --points --format json").ok().json();
    assert_eq!(out["proven"], true, "{out:#}");
    let points = out["points"].as_array().expect("a list");
    assert_eq!(points.len(), msgctl::fault::of_drill().count());
    assert!(points.iter().all(|p| p["reached"] == true), "{points:#?}");
    assert!(out["deeds"]["kills"].as_u64() >= Some(points.len() as u64), "{out:#}");
}

#[test]
fn an_interrupted_drill_leaves_nothing_behind() {
    let room = Room::new();
    let mut drill = room.command(["drill", "--rounds", "500", "--people", "100"]);
    let mut child = drill.env("TMPDIR", room.path()).stderr(std::process::Stdio::piped()).spawn().expect("starts");
    let folder =
        || std::fs::read_dir(room.path()).expect("read").filter_map(Result::ok).map(|e| e.path()).find(|p| p.is_dir());
    while folder().is_none_or(|f| !f.join("senders.log").exists()) {
        assert!(child.try_wait().expect("asked").is_none(), "it ended early");
        std::thread::sleep(Duration::from_millis(20));
    }
    let port = std::fs::read_to_string(folder().expect("a folder").join("sim.port")).expect("a port");
    let pid = rustix::process::Pid::from_raw(child.id().cast_signed()).expect("a process");
    rustix::process::kill_process(pid, rustix::process::Signal::TERM).expect("sent");
    assert_eq!(child.wait().expect("ends").code(), Some(143));
    assert_eq!(folder(), None, "the scratch folder is gone");
    // a free port is soon another test's: ours is gone if nobody is there at some moment
    let port: u16 = port.trim().parse().expect("a port");
    let gone = (0..200).any(|_| {
        std::thread::sleep(Duration::from_millis(50));
        std::net::TcpStream::connect(("127.0.0.1", port)).is_err()
    });
    assert!(gone, "the simulator is gone");
}

#[test]
fn what_a_drill_cannot_be_is_refused() {
    let room = Room::with_database("postgres://nobody@127.0.0.1:9/production");
    room.sh("drill --rate unlimited").fails(2, &["without a limit", "--rate 500/s"]);
    room.sh("drill --database sqlite:mine.db").fails(2, &["of its own"]);
    room.sh("drill --rounds 0").fails(2, &["--rounds"]);
    let url = "postgres://msgctl@127.0.0.1:9/db?options=-csearch_path%3Dmine";
    room.run(["drill", "--database", url]).fails(78, &["options"]);
}

/// The evidence of a platform where a campaign has ended.
async fn evidence(p: &Platform, db: &TestDb, people: usize) -> Evidence {
    let env = [("MSGCTL_DATABASE_URL", db.url.as_str()), ("SIM_KEY", "x"), ("SIM_SECRET", "x"), ("USER", "tester")];
    let env: BTreeMap<_, _> = env.map(|(k, v)| (k.to_owned(), v.to_owned())).into();
    let exe = env!("CARGO_BIN_EXE_msgctl").into();
    let bench = Bench::new(exe, p.room.path().to_owned(), env, p.sim.url()).expect("a bench");
    let people: BTreeSet<String> = (0..people).map(|i| format!("0100{i:07}")).collect();
    let limit =
        Limit { name: "alimtalk", channels: vec![Channel::Alimtalk], most: 300, window: Duration::from_secs(1) };
    gather(&bench, people, vec![limit]).await.expect("evidence")
}

fn broken(e: &Evidence) -> Vec<Check> {
    prove(e).into_iter().filter(|c| !c.held).collect()
}

/// The cases against each claim that does not hold.
fn cases(e: &Evidence) -> BTreeMap<&'static str, String> {
    broken(e).into_iter().map(|c| (c.claim, c.counterexample.expect("a case"))).collect()
}

on_each_engine! {
    async fn the_proof_finds_what_is_broken(db: TestDb) {
        let p = Platform::new(&db, failing(), "300/1s").await;
        p.people(400);
        p.room.sh("send --site shop --list all --template order --var order=A1 --format json").ok();
        let sound = evidence(&p, &db, 400).await;
        assert_eq!(broken(&sound), []);
        assert_eq!((sound.campaigns.len(), sound.campaigns[0].messages.len()), (1, 400));
        assert!(sound.arrivals.len() > 420, "{}", sound.arrivals.len());

        // somebody of the list was never planned
        let found = cases(&evidence(&p, &db, 401).await);
        assert!(found["nobody is missing"].contains("ends in 0400"), "{found:?}");

        // the provider has one more: the same reference once more, as from a restored backup
        let log = ask_simulator(&p.sim, "GET", "/__sim/messages?limit=1", "").await;
        let first: Value = serde_json::from_str(log.lines().next().expect("a line")).expect("JSON");
        let again = json!({"messages": [{
            "to": first["to"], "from": first["from"], "text": "again", "customFields": first["custom_fields"],
        }]});
        ask_simulator(&p.sim, "POST", "/messages/v4/send-many/detail", &again.to_string()).await;
        // until its report is final
        tokio::time::sleep(Duration::from_millis(300)).await;
        let found = cases(&evidence(&p, &db, 400).await);
        assert!(found["nobody was written to twice"].contains("cmp_1"), "{found:?}");

        // a row of ours is gone
        db.run("DELETE FROM message WHERE id = 7").await;
        let found = cases(&evidence(&p, &db, 400).await);
        assert!(found["nobody is missing"].contains("cmp_1"), "{found:?}");
        assert!(found["nobody was written to unasked"].contains("no message of any plan"), "{found:?}");
        assert!(found["campaign results add up"].contains("messages 399"), "{found:?}");
        assert!(found.contains_key("statistics equal the recount"), "{found:?}");
    }
}
