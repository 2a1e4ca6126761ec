//! What a send costs, end to end: 200,000 people, limits off, the simulator in its own process,
//! every message to its final state through its report. Beside it, in the same run, the floor: the
//! same calls with one transaction a batch and nothing else (no intent, no reports, no promises).
//!
//! Then the same once more with messages paid from credits, beside the same without.
//!
//! `cargo bench --bench send` measures SQLite; with `MSGCTL_TEST_POSTGRES` set, PostgreSQL too.
//! `PEOPLE=20000` makes it shorter, `LATENCY=50ms IN_FLIGHT=16` slows the provider down.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::type_complexity,
    clippy::zombie_processes,
    reason = "a bench: figures go to stdout, settings come from the environment"
)]

mod support;

use std::path::Path;
use std::time::{Duration, Instant};

use sqlx::{Connection as _, Executor as _};
use support::{KEY, SECRET, Simulator, configure, cpu, fill, fresh_schema, rate, run, var};

fn main() {
    let people: usize = var("PEOPLE").and_then(|n| n.parse().ok()).unwrap_or(200_000);
    let latency = var("LATENCY").unwrap_or_else(|| "0ms".to_owned());
    let in_flight: u32 = var("IN_FLIGHT").and_then(|n| n.parse().ok()).unwrap_or(16);
    let rt = tokio::runtime::Runtime::new().expect("a runtime");
    println!("send: {people} people, provider latency {latency}, {in_flight} calls in flight");
    let dir = tempfile::tempdir().expect("a folder");
    let sim = Simulator::start(dir.path(), &latency);
    let floor = rt.block_on(floor(dir.path(), sim.1, people, in_flight as usize));
    println!(
        "floor, SQLite: {:>9.0} messages/s  (one transaction a batch, no intent, no reports)",
        rate(people, floor)
    );
    drop(sim);
    let mut engines = vec![("SQLite", format!("sqlite:{}", dir.path().join("bench.db").display()))];
    let postgres = var("MSGCTL_TEST_POSTGRES").map(|base| rt.block_on(fresh_schema(&base)));
    engines.extend(postgres.map(|url| ("PostgreSQL", url)));
    for (name, url) in engines {
        let sim = Simulator::start(dir.path(), &latency);
        rt.block_on(fill(dir.path(), &url, people));
        let config = configure(dir.path(), &url, sim.1, in_flight);
        let send = ["send", "--site", "bench", "--list", "all", "--template", "t", "--var", "coupon=A1"];
        let plan = run(&config, &[&send[..], &["--dry-run"]].concat());
        println!("{name:<10} --dry-run {:>6.2} s, {} MB", plan.took.as_secs_f64(), plan.mb);
        let sim_before = cpu(sim.0.id());
        let r = run(&config, &send);
        let v: serde_json::Value = serde_json::from_str(&r.out).expect("a result");
        assert_eq!(v["results"]["total"], people, "{}", r.out);
        println!(
            "{name:<10} send      {:>6.2} s, {} MB: {:>9.0} messages/s, {:.2} of the floor; processor {:.1} s, simulator {:.1} s",
            r.took.as_secs_f64(),
            r.mb,
            rate(people, r.took),
            floor.as_secs_f64() / r.took.as_secs_f64(),
            r.cpu,
            cpu(sim.0.id()) - sim_before,
        );
        let (speed, work) = credits(&config, &send, people, (r.took, r.cpu));
        println!(
            "{name:<10} credits   {speed:.2} of the rate without, {work:.2} of its processor time (the mean of one send before and \
             one after it)"
        );
        let stats = run(&config, &["stats"]);
        println!("{name:<10} stats     {:>6.1} ms", stats.took.as_secs_f64() * 1000.0);
    }
}

/// The rate and the processor time of a send that is paid from credits, as shares of those of sends that are not: the
/// one that took `before`, and one more after it.
fn credits(config: &Path, send: &[&str], people: usize, before: (Duration, f64)) -> (f64, f64) {
    let paid = |billing: &str, coupon: &str| {
        run(config, &["site", "set", "bench", "--billing", billing]);
        let mut args: Vec<&str> = send.iter().copied().filter(|a| !a.starts_with("coupon=")).collect();
        args.extend([coupon, "--allow-repeat"]);
        let r = run(config, &args);
        let v: serde_json::Value = serde_json::from_str(&r.out).expect("a result");
        assert_eq!(v["results"]["total"], people, "{}", r.out);
        (r.took, r.cpu, v["cost"]["captured_minor"].as_i64().expect("an amount"))
    };
    run(config, &["credits", "topup", "--site", "bench", "--amount", "1000000000", "--key", "bench"]);
    let (on, on_cpu, charged) = paid("prepaid", "coupon=B2");
    let balance = run(config, &["credits", "balance", "--site", "bench"]);
    let balance: serde_json::Value = serde_json::from_str(&balance.out).expect("a balance");
    assert_eq!(balance["available_minor"].as_i64(), Some(100_000_000_000 - charged), "{balance}");
    assert_eq!(balance["held_minor"], 0, "{balance}");
    let (after, after_cpu, _) = paid("none", "coupon=C3");
    ((before.0 + after).as_secs_f64() / 2.0 / on.as_secs_f64(), on_cpu * 2.0 / (before.1 + after_cpu))
}

/// The hand-written loop: batches of 100 at once, one SQLite transaction for each answer.
async fn floor(dir: &Path, port: u16, people: usize, in_flight: usize) -> Duration {
    use futures_util::StreamExt as _;
    use hmac::{KeyInit as _, Mac as _};
    let _ = rustls::crypto::ring::default_provider().install_default();
    let path = dir.join("floor.db");
    let mut db = sqlx::SqliteConnection::connect(&format!("sqlite:{}?mode=rwc", path.display())).await.expect("opens");
    db.execute("PRAGMA journal_mode = wal").await.expect("set");
    db.execute("PRAGMA synchronous = full").await.expect("set");
    db.execute("CREATE TABLE sent (id INTEGER PRIMARY KEY, phone TEXT, state TEXT)").await.expect("made");
    let client = reqwest::Client::new();
    let url = format!("http://127.0.0.1:{port}/messages/v4/send-many/detail");
    let begun = Instant::now();
    let calls = (0..people.div_ceil(100)).map(|b| {
        let (client, url) = (client.clone(), url.clone());
        async move {
            let messages: Vec<serde_json::Value> = (b * 100..people.min(b * 100 + 100))
                .map(|i| {
                    serde_json::json!({"to": format!("010{i:08}"), "from": "0212345678", "type": "SMS",
                        "text": format!("김{:04}님, 쿠폰 A1이 도착했습니다.", i % 10_000)})
                })
                .collect();
            let body = serde_json::json!({"messages": messages}).to_string();
            let date = jiff::Timestamp::now().to_string();
            let salt = format!("{:032x}", rand::random::<u128>());
            let mut mac = hmac::Hmac::<sha2::Sha256>::new_from_slice(SECRET.as_bytes()).expect("a key");
            mac.update(format!("{date}{salt}").as_bytes());
            let signature = hex::encode(mac.finalize().into_bytes());
            let auth = format!("HMAC-SHA256 apiKey={KEY}, date={date}, salt={salt}, signature={signature}");
            let answer = client
                .post(url)
                .header("Authorization", auth)
                .header("Content-Type", "application/json")
                .body(body)
                .send()
                .await
                .expect("an answer");
            assert!(answer.status().is_success(), "{}", answer.text().await.expect("text"));
            let _ = answer.bytes().await.expect("a body");
            messages
        }
    });
    let mut calls = futures_util::stream::iter(calls).buffer_unordered(in_flight);
    while let Some(messages) = calls.next().await {
        let rows = serde_json::Value::from(messages).to_string();
        sqlx::query("INSERT INTO sent (phone, state) SELECT value->>'to', 'sent' FROM json_each($1)")
            .bind(rows)
            .execute(&mut db)
            .await
            .expect("kept");
    }
    begun.elapsed()
}
