//! Several workers on one PostgreSQL, and an auth message in the midst of a campaign.
//!
//! A provider that takes 200 ms for a call and eight calls at a time holds one worker to 4,000 messages a second: more
//! workers do more, until the provider or the machine is full. `MSGCTL_TEST_POSTGRES` names the server;
//! `PEOPLE=20000 LATENCY=200ms IN_FLIGHT=8` are the defaults.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::type_complexity,
    clippy::zombie_processes,
    reason = "a bench: figures go to stdout, settings come from the environment"
)]

mod support;

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use support::{KEY, SECRET, Simulator, configure, fill, fresh_schema, rate, run, var};

struct Worker(Child);

impl Worker {
    fn start(config: &Path) -> Self {
        let child = Command::new(env!("CARGO_BIN_EXE_msgctl"))
            .arg("-C")
            .arg(config)
            .args(["-q", "worker"])
            .env("K", KEY)
            .env("S", SECRET)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("a worker starts");
        Self(child)
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn main() {
    let people: usize = var("PEOPLE").and_then(|n| n.parse().ok()).unwrap_or(20_000);
    let latency = var("LATENCY").unwrap_or_else(|| "200ms".to_owned());
    let in_flight: u32 = var("IN_FLIGHT").and_then(|n| n.parse().ok()).unwrap_or(8);
    let Some(base) = var("MSGCTL_TEST_POSTGRES") else {
        println!("workers: MSGCTL_TEST_POSTGRES names no server");
        return;
    };
    let rt = tokio::runtime::Runtime::new().expect("a runtime");
    println!("workers: {people} people, provider latency {latency}, {in_flight} calls in flight each");
    let dir = tempfile::tempdir().expect("a folder");
    let mut one = 0.0;
    for n in [1, 2, 4] {
        let sim = Simulator::start(dir.path(), &latency);
        let url = rt.block_on(fresh_schema(&base));
        rt.block_on(fill(dir.path(), &url, people));
        let config = configure(dir.path(), &url, sim.1, in_flight);
        campaign(&config, &[]);
        let begun = Instant::now();
        let workers: Vec<Worker> = (0..n).map(|_| Worker::start(&config)).collect();
        wait_for(&config, people);
        let speed = rate(people, begun.elapsed());
        drop(workers);
        if n == 1 {
            one = speed;
        }
        println!("{n} workers  {speed:>9.0} messages/s, {:.2} of one", speed / one);
    }
    auth(&rt, dir.path(), &base, people);
}

fn campaign(config: &Path, more: &[&str]) -> String {
    let send = ["send", "--site", "bench", "--list", "all", "--template", "t", "--var", "coupon=A1", "--detach"];
    let ran = run(config, &[&send[..], more].concat());
    let v: serde_json::Value = serde_json::from_str(&ran.out).expect("a result");
    v["campaign"].as_str().expect("an id").to_owned()
}

fn wait_for(config: &Path, people: usize) {
    loop {
        let v: serde_json::Value =
            serde_json::from_str(&run(config, &["campaign", "show", "cmp_1"]).out).expect("a campaign");
        if v["results"]["total"] == people && v["state"] == "done" {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// From the command to the delivery report's record, while a campaign keeps every other place busy.
fn auth(rt: &tokio::runtime::Runtime, dir: &Path, base: &str, people: usize) {
    for (name, url) in [
        ("SQLite", format!("sqlite:{}", dir.join("auth.db").display())),
        ("PostgreSQL", rt.block_on(fresh_schema(base))),
    ] {
        let sim = Simulator::start(dir, "50ms");
        rt.block_on(fill(dir, &url, people * 5));
        let config = configure(dir, &url, sim.1, 8);
        campaign(&config, &[]);
        let _worker = Worker::start(&config);
        std::thread::sleep(Duration::from_secs(1));
        let mut took: Vec<f64> = Vec::new();
        for i in 0..60 {
            let to = format!("0109{i:07}");
            let var = format!("coupon=C{i}");
            let send = [
                "send",
                "--site",
                "bench",
                "--to",
                &to,
                "--template",
                "t",
                "--var",
                &var,
                "--var",
                "이름=김",
                "--lane",
                "auth",
            ];
            run(&config, &[&send[..], &["--detach"]].concat());
            let id = format!("cmp_{}", i + 2);
            let begun = Instant::now();
            // taken by the provider: no longer queued
            loop {
                let v: serde_json::Value =
                    serde_json::from_str(&run(&config, &["message", "list", &id]).out).expect("messages");
                let state = v[0]["state"].as_str().unwrap_or("queued").to_owned();
                if !["queued", "sending"].contains(&state.as_str()) {
                    break;
                }
            }
            took.push(begun.elapsed().as_secs_f64() * 1000.0);
        }
        took.sort_by(f64::total_cmp);
        let v: serde_json::Value =
            serde_json::from_str(&run(&config, &["campaign", "show", "cmp_1"]).out).expect("a campaign");
        println!(
            "{name:<10} auth under bulk: from planned to taken by the provider p50 {:.0} ms, p99 {:.0} ms ({} of {} bulk messages still waiting)",
            took[took.len() / 2],
            took[took.len() * 99 / 100],
            v["results"]["queued"],
            people * 5
        );
    }
}
