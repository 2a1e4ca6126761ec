//! Several workers on one PostgreSQL, and an auth message in the midst of a campaign.
//!
//! A provider that takes 200 ms for a call and eight calls at a time holds one worker to 3,500 messages a second (of the
//! eight, one is kept for what somebody waits for): more workers do more, until the provider or the machine is full.
//! Handing over and having every final report are measured apart, with what was busy meanwhile.
//!
//! `MSGCTL_TEST_POSTGRES` names the server; `PEOPLE=40000 LATENCY=200ms READ_LATENCY=200ms IN_FLIGHT=8 WORKERS=1,2,4,8
//! AUTH=200` are the defaults. `ONLY=workers` or `ONLY=auth` does one half.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::type_complexity,
    clippy::zombie_processes,
    clippy::cast_precision_loss,
    reason = "a bench: figures go to stdout, settings come from the environment"
)]

mod support;

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use support::{KEY, SECRET, Simulator, binary, configure, cpu, fill, fresh_schema, machine, rate, run, var};

struct Worker(Child);

impl Worker {
    fn start(config: &Path) -> Self {
        let child = Command::new(binary())
            .arg("-C")
            .arg(config)
            .args(["-q", "worker"])
            .args(support::log())
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

fn number(name: &str, default: usize) -> usize {
    var(name).and_then(|n| n.parse().ok()).unwrap_or(default)
}

/// Calls of one worker that campaigns may make at the same time, of these many.
fn bulk_places(in_flight: usize) -> usize {
    in_flight.saturating_sub(1).max(1)
}

fn main() {
    let people = number("PEOPLE", 40_000);
    let latency = var("LATENCY").unwrap_or_else(|| "200ms".to_owned());
    let read_latency = var("READ_LATENCY").unwrap_or_else(|| latency.clone());
    let in_flight = number("IN_FLIGHT", 8);
    let only = var("ONLY").unwrap_or_default();
    let Some(base) = var("MSGCTL_TEST_POSTGRES") else {
        println!("workers: MSGCTL_TEST_POSTGRES names no server");
        return;
    };
    let rt = tokio::runtime::Runtime::new().expect("a runtime");
    let dir = tempfile::tempdir().expect("a folder");
    if only != "auth" {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        println!(
            "workers: {people} people, {latency} for a call and {read_latency} for a page of reports, \
             {in_flight} calls in flight each, {cores} processors"
        );
        let call: jiff::SignedDuration = latency.parse().expect("LATENCY is a duration");
        let allowed = bulk_places(in_flight) as f64 * 100.0 / call.as_secs_f64();
        let counts = var("WORKERS").unwrap_or_else(|| "1,2,4,8".to_owned());
        let mut one = None;
        for n in counts.split(',').filter_map(|n| n.parse().ok()) {
            let sim = Simulator::with(dir.path(), &latency, &read_latency);
            scale(&rt, dir.path(), &base, &sim, (people, n, in_flight), allowed * n as f64, &mut one);
        }
    }
    if only != "workers" {
        auth(&rt, dir.path(), &base, people, number("AUTH", 200));
    }
}

/// One campaign, `n` workers: until the last first attempt is at the provider, and until the last message is final.
fn scale(
    rt: &tokio::runtime::Runtime,
    dir: &Path,
    base: &str,
    sim: &Simulator,
    (people, n, in_flight): (usize, usize, usize),
    allowed: f64,
    one: &mut Option<(f64, f64)>,
) {
    let url = rt.block_on(fresh_schema(base));
    rt.block_on(fill(dir, &url, people));
    let config = configure(dir, &url, sim.1, u32::try_from(in_flight).expect("small"));
    campaign(&config, &[]);
    let workers: Vec<Worker> = (0..n).map(|_| Worker::start(&config)).collect();
    until(|| rt.block_on(sim.count()) > 0);
    let used = || workers.iter().map(|w| cpu(w.0.id())).sum::<f64>();
    let (begun, before, (busy, all)) = (Instant::now(), (used(), cpu(sim.0.id())), machine());
    // the people, and those who get a text message instead are as many again as have failed so far
    until(|| rt.block_on(sim.first_attempts()) >= people);
    let handed = begun.elapsed();
    let after = (used() - before.0, cpu(sim.0.id()) - before.1);
    let (busy, all) = (machine().0 - busy, machine().1 - all);
    until(|| is_done(&config, people));
    let ended = begun.elapsed();
    drop(workers);
    let (fast, done) = (rate(people, handed), rate(people, ended));
    let (one_fast, one_done) = *one.get_or_insert((fast, done));
    let share = busy / all * 100.0;
    let full = if fast >= allowed * 0.9 {
        "the provider's places are full"
    } else if share >= 90.0 {
        "the machine is full"
    } else {
        "neither is full"
    };
    let s = handed.as_secs_f64();
    println!(
        "{n} workers  handed over {fast:>7.0}/s ({:.2} of one, {:.0} % of what the places allow), \
         final {done:>6.0}/s ({:.2} of one); processors busy {share:.0} %: workers {:.2}, simulator {:.2}, \
         the database and others {:.2}; {full}",
        fast / one_fast,
        fast / allowed * 100.0,
        done / one_done,
        after.0 / s,
        after.1 / s,
        (busy / 100.0 - after.0 - after.1).max(0.0) / s,
    );
}

fn until(mut done: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !done() {
        assert!(begun.elapsed() < Duration::from_mins(5), "it does not end");
        std::thread::sleep(Duration::from_millis(10));
    }
}

fn campaign(config: &Path, more: &[&str]) {
    let send = ["send", "--site", "bench", "--list", "all", "--template", "t", "--var", "coupon=A1", "--detach"];
    run(config, &[&send[..], more].concat());
}

fn is_done(config: &Path, people: usize) -> bool {
    let ran = run(config, &["campaign", "show", "cmp_1"]);
    let v: serde_json::Value = serde_json::from_str(&ran.out).expect("a campaign");
    v["results"]["total"] == people && v["state"] == "done"
}

/// From the command's end (the message is planned) and from its beginning to the arrival at the provider, by the
/// provider's clock, while a campaign of four channels' worth keeps every other place busy.
fn auth(rt: &tokio::runtime::Runtime, dir: &Path, base: &str, people: usize, times: usize) {
    let bulk = people * 10;
    for (name, url) in [
        ("SQLite", format!("sqlite:{}", dir.join("auth.db").display())),
        ("PostgreSQL", rt.block_on(fresh_schema(base))),
    ] {
        let sim = Simulator::start(dir, "50ms");
        rt.block_on(fill(dir, &url, bulk));
        let config = configure(dir, &url, sim.1, 8);
        campaign(&config, &[]);
        let _worker = Worker::start(&config);
        until(|| rt.block_on(sim.count()) > 0);
        let begun = Instant::now();
        let mut sent = Vec::new();
        for i in 0..times {
            let to = format!("0109{i:07}");
            let var = format!("coupon=C{i}");
            let send = ["send", "--site", "bench", "--to", &to, "--template", "t", "--var", &var, "--var", "이름=김"];
            let asked = now_us();
            run(&config, &[&send[..], &["--lane", "auth", "--detach"]].concat());
            sent.push((to, asked, now_us()));
        }
        std::thread::sleep(Duration::from_secs(2));
        let handed = rt.block_on(sim.count());
        let over = begun.elapsed();
        let arrived = rt.block_on(sim.arrivals("0109"));
        let mut planned = Vec::new();
        let mut commands = Vec::new();
        for (to, asked, done) in &sent {
            let at = arrived.get(to).copied().unwrap_or(i64::MAX);
            planned.push((at - done).max(0) / 1000);
            commands.push((at - asked).max(0) / 1000);
        }
        planned.sort_unstable();
        commands.sort_unstable();
        let p = |of: &[i64], q: usize| of[(of.len() * q / 100).min(of.len() - 1)];
        println!(
            "{name:<10} {times} auth messages under bulk ({:.0}/s, {} of {bulk} still to go at the end): \
             from planned to the provider p50 {} ms, p99 {} ms, most {} ms; with the command p50 {} ms, p99 {} ms, most {} ms",
            rate(handed, over),
            bulk.saturating_sub(handed),
            p(&planned, 50),
            p(&planned, 99),
            p(&planned, 100),
            p(&commands, 50),
            p(&commands, 99),
            p(&commands, 100),
        );
    }
}

fn now_us() -> i64 {
    jiff::Timestamp::now().as_microsecond()
}
