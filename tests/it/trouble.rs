//! What a send does when something it needs is missing: reports, room on the disk, a connection, the provider.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use msgctl::sim::settings::{Share, Trigger};
use msgctl::sim::{Settings, Sim};
use serde_json::Value;

use crate::support::{Platform, TestDb, failing, millis, on_each_engine};

const SEND: &str = "send --site shop --list all --template order --var order=A1 --key night --format json";

/// Everybody of `n` has one message, and each is final.
fn all_final(p: &Platform, id: &str, n: u64) -> Value {
    let shown = p.room.sh(&format!("campaign show {id} --format json")).ok().json();
    let r = &shown["results"];
    assert_eq!(
        (&shown["state"], &r["total"], &r["unknown"], &r["queued"]),
        (&"done".into(), &n.into(), &0.into(), &0.into()),
        "{shown}"
    );
    p.room.sh("stats --recount").ok();
    p.room.sh("rate audit").ok();
    shown
}

on_each_engine! {
    /// Carriers do the same: without a report within the deadline a message counts as failed and costs nothing; no text
    /// follows it, since it may well have arrived.
    async fn what_is_never_reported_is_decided_by_the_rule(db: TestDb) {
        let p = Platform::new(&db, Settings { report_delay: millis(3_600_000, 0), ..Settings::default() }, "unlimited").await;
        p.configure("unlimited", "[send]\nask_after = \"200ms\"\n[send.report_deadline]\nalimtalk = \"1s\"");
        p.people(120);
        p.room.sh("credits topup --site shop --amount 10000").ok();
        let out = p.room.sh(SEND).ok().json();
        assert_eq!((&out["results"]["failed"], &out["results"]["sms"]), (&120.into(), &0.into()), "{out}");
        assert_eq!((&out["cost"]["captured_minor"], &out["cost"]["released_minor"]), (&0.into(), &out["cost"]["held_minor"]), "{out}");
        let s = p.sim.summary();
        assert_eq!((s.recipients, s.by_type.get("SMS").map_or(0, |t| t.accepted)), (120, 0), "{s:?}");
        let codes = p.room.sh("stats --by code --format json").ok().json();
        let row = &codes["rows"][0];
        assert_eq!((&row["key"], &row["failed"]), (&"NO_REPORT".into(), &120.into()), "{codes}");
        assert!(row["meaning"].as_str().is_some_and(|m| m.contains("deadline")), "{codes}");
        let why = p.room.sh("message explain msg_1 --format json").ok();
        assert!(why.stdout.contains("NO_REPORT"), "{}", why.stdout);
        p.room.sh("credits verify --full").ok();
        all_final(&p, "cmp_1", 120);
    }

    /// The same for an answer that was lost where the provider cannot tell, either.
    async fn what_stays_in_doubt_is_decided_by_the_rule(db: TestDb) {
        let mut sim = Settings { report_delay: millis(3_600_000, 0), ..Settings::default() };
        sim.faults.reset_after = Trigger::share(Share::ALL);
        let p = Platform::new(&db, sim, "unlimited").await;
        let rules = "[send]\nask_after = \"200ms\"\nbreaker_failures = 1000\n[send.report_deadline]\nalimtalk = \"1s\"";
        p.configure("unlimited", rules);
        p.people(100);
        let out = p.room.sh(SEND).ok().json();
        assert_eq!((&out["results"]["failed"], &out["results"]["sms"]), (&100.into(), &0.into()), "{out}");
        let s = p.sim.summary();
        assert_eq!((s.recipients, s.repeats.references, s.repeats.messages), (100, 0, 0), "nobody twice: {s:?}");
        all_final(&p, "cmp_1", 100);
    }

    /// Nobody listens for a while, longer than any pause of the breaker; the worker waits, asks seldom, and goes on.
    async fn an_outage_of_the_provider_is_outlived_by_a_worker(db: TestDb) {
        let p = Platform::new(&db, failing(), "unlimited").await;
        p.people(300);
        // a port that is free: the provider comes back there
        let port = std::net::TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a port").port();
        let rules = "[send]\nretry_pause = \"100ms\"\nbreaker_failures = 2\nbreaker_pause = \"300ms\"\nask_after = \"200ms\"\n";
        p.configure("unlimited", rules);
        let text = std::fs::read_to_string(p.room.path().join("msgctl.toml")).expect("read");
        p.room.write("msgctl.toml", text.replace(&p.sim.url(), &format!("http://127.0.0.1:{port}")));
        p.room.sh(&format!("{SEND} --detach")).ok();
        let mut worker = p.room.command(["worker", "-q"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("starts");
        let begun = Instant::now();
        loop {
            let open = db.number("SELECT COUNT(*) FROM route WHERE provider = 'main' AND state IN ('open', 'half-open')").await;
            if open > 0 && begun.elapsed() > Duration::from_secs(3) {
                break;
            }
            assert!(begun.elapsed() < Duration::from_secs(40), "the breaker does not open");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let tried = db.number("SELECT COUNT(*) FROM batch WHERE state <> 'planned'").await;
        assert!(tried < 100, "{tried} calls to somebody who is not there");
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await.expect("its port is free");
        let back = Sim::listening(listener, failing()).expect("it comes back");
        let begun = Instant::now();
        while p.room.sh("campaign show cmp_1 --format json").ok().json()["state"] != "done" {
            assert!(begun.elapsed() < Duration::from_mins(1), "it does not go on");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        worker.kill().expect("killed");
        worker.wait().expect("reaped");
        all_final(&p, "cmp_1", 300);
        let s = back.summary();
        assert_eq!((s.unique_to, s.repeats.messages, s.repeats.references), (300, 0, 0), "{s:?}");
        assert!(s.by_type["ATA"].delivered > 200, "{s:?}");
    }
}

/// A disk that is full in the middle of a send: it ends with 75, and goes on when there is room.
#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_ends_with_try_later_and_loses_nobody() {
    let db = TestDb::sqlite().await;
    let p = Platform::new(&db, failing(), "4000/500ms").await;
    p.people(20_000);
    let file = db.url.trim_start_matches("sqlite:").to_owned();
    // full while it is planned; then while it is sent: what a killed process left is with the provider
    let script = format!(
        "set -e
         mkdir small; mount -t tmpfs -o size=120m tmpfs small
         cp {file} small/test.db; [ ! -e {file}-wal ] || cp {file}-wal small/test.db-wal
         export MSGCTL_DATABASE_URL=sqlite:$PWD/small/test.db
         set +e
         fill() {{ head -c 200m /dev/zero > small/fill 2> fill.log; }}
         run() {{ \"$0\" {SEND} $1 1>&2; code=$?; echo $code/$(\"$0\" campaign list --format json | grep -c running); }}
         fill; run; rm small/fill
         run --detach
         timeout -s KILL 1 \"$0\" {SEND} > killed.log 2>&1
         fill; run; rm small/fill
         run
         set -e
         cp small/test.db kept/; [ ! -e small/test.db-wal ] || cp small/test.db-wal kept/"
    );
    std::fs::create_dir(p.room.path().join("kept")).expect("a folder");
    let as_root = rustix::process::geteuid().is_root();
    let inside = p.room.command([""; 0]);
    let out = Command::new("unshare")
        .args([if as_root { "-m" } else { "-rm" }, "sh", "-c", &script])
        .arg(inside.get_program())
        .envs(inside.get_envs().filter_map(|(k, v)| Some((k, v?))))
        .current_dir(p.room.path())
        .output()
        .expect("unshare of util-linux runs");
    let (said, why) = (String::from_utf8_lossy(&out.stdout).into_owned(), String::from_utf8_lossy(&out.stderr));
    assert!(out.status.success(), "a file system of its own: {why}");
    assert_eq!(said.split_whitespace().collect::<Vec<_>>(), ["75/0", "0/1", "75/1", "0/0"], "{why}");
    assert!(why.contains("the disk of the database is full"), "{why}");
    let url = format!("sqlite:{}", p.room.path().join("kept/test.db").display());
    let p = Platform { room: p.room.env("MSGCTL_DATABASE_URL", &url), sim: p.sim };
    let id = p.room.sh("campaign list --format json").ok().json()[0]["campaign"].as_str().expect("an id").to_owned();
    all_final(&p, &id, 20_000);
    let s = p.sim.summary();
    assert_eq!((s.unique_to, s.repeats.messages, s.repeats.references), (20_000, 0, 0), "{s:?}");
}

/// The server has no connection left: a run says so and ends with 75; a later one does all of it.
#[tokio::test(flavor = "multi_thread")]
async fn without_a_connection_it_ends_with_try_later() {
    use sqlx::{Connection as _, Executor as _};
    let Some(db) = TestDb::postgres_alone().await else { return };
    let p = Platform::new(&db, failing(), "unlimited").await;
    p.people(200);
    let name = format!("few_{:08x}", rand::random::<u32>());
    db.run(format!("CREATE ROLE {name} LOGIN CONNECTION LIMIT 1; GRANT ALL ON ALL TABLES IN SCHEMA public TO {name}; GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO {name}"))
        .await;
    let (scheme, rest) = db.url.split_once("://").expect("a URL");
    let (_, place) = rest.rsplit_once('@').expect("a user");
    let url = format!("{scheme}://{name}@{place}");
    let mut other = sqlx::PgConnection::connect(&url).await.expect("the only connection");
    other.execute("SELECT 1").await.expect("answers");
    let run = |line: &str| {
        let mut c = p.room.command(line.split_whitespace());
        c.env("MSGCTL_DATABASE_URL", &url).output().expect("runs")
    };
    let out = run(SEND);
    let why = String::from_utf8_lossy(&out.stderr).into_owned();
    assert_eq!(out.status.code(), Some(75), "{why}");
    assert!(why.contains("the database is busy"), "{why}");
    assert_eq!(db.number("SELECT COUNT(*) FROM campaign").await, 0);
    other.close().await.expect("closes");
    db.run(format!("ALTER ROLE {name} CONNECTION LIMIT -1")).await;
    let out = run(SEND);
    assert_eq!(out.status.code(), Some(0), "{}", String::from_utf8_lossy(&out.stderr));
    db.run(format!("DROP OWNED BY {name}; DROP ROLE {name}")).await;
    all_final(&p, "cmp_1", 200);
}
