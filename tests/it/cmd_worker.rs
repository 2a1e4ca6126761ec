//! Workers: detached, scheduled and recurring sends, several processes on one campaign, an orderly end.

use std::io::Read as _;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use msgctl::sim::Settings;
use msgctl::sim::settings::Trigger;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;

use crate::support::{Platform, TestDb, failing, millis, on_each_engine};

const DETACH: &str = "send --site shop --list all --template order --var order=A1 --key night --detach --format json";

/// A worker in a room; killed if the test ends before it.
pub struct Worker(Child);

impl Worker {
    fn start(p: &Platform) -> Self {
        Self::with(p, &[])
    }

    fn with(p: &Platform, more: &[&str]) -> Self {
        let args = [&["worker", "--format", "json"], more].concat();
        let mut c = p.room.command(args);
        Self(c.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts"))
    }

    fn signal(&self, s: Signal) {
        kill_process(Pid::from_raw(self.0.id().cast_signed()).expect("a process"), s).expect("sent");
    }

    /// Asks it to stop; what it printed at its end, in good order.
    fn stop(mut self) -> (Value, String) {
        self.signal(Signal::TERM);
        let begun = Instant::now();
        let code = self.0.wait().expect("ends").code();
        let (out, err) = self.said();
        assert_eq!(code, Some(0), "{out}\n{err}");
        assert!(begun.elapsed() < Duration::from_secs(15), "{:?}", begun.elapsed());
        (serde_json::from_str(&out).expect("JSON"), err)
    }

    fn said(&mut self) -> (String, String) {
        let (mut out, mut err) = (String::new(), String::new());
        self.0.stdout.take().expect("piped").read_to_string(&mut out).expect("read");
        self.0.stderr.take().expect("piped").read_to_string(&mut err).expect("read");
        (out, err)
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn until(what: &str, mut done: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !done() {
        assert!(begun.elapsed() < Duration::from_secs(40), "{what} does not come");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn shown(p: &Platform, id: &str) -> Value {
    p.room.sh(&format!("campaign show {id} --format json")).ok().json()
}

fn is_done(p: &Platform, id: &str) -> bool {
    shown(p, id)["state"] == "done"
}

/// Everybody of `n` once, every message final, the books as the provider's.
fn everybody_once(p: &Platform, n: u64) {
    everybody_of(p, "cmp_1", n);
}

fn everybody_of(p: &Platform, id: &str, n: u64) {
    let shown = shown(p, id);
    let count = |k: &str| shown["results"][k].as_u64().expect("a count");
    assert_eq!((&shown["state"], count("total"), count("unknown")), (&"done".into(), n, 0), "{shown}");
    let s = p.sim.summary();
    assert_eq!((s.unique_to, s.repeats.references, s.repeats.messages), (n, 0, 0), "{s:?}");
    p.room.sh("stats --recount").ok();
    p.room.sh("rate audit").ok();
}

async fn doubts(db: &TestDb) -> i64 {
    db.number("SELECT COUNT(*) FROM batch WHERE state IN ('doubt', 'sending')").await
}

on_each_engine! {
    async fn a_detached_campaign_is_finished_by_a_worker(db: TestDb) {
        let p = Platform::new(&db, failing(), "unlimited").await;
        p.people(400);
        let out = p.room.sh(DETACH).ok();
        assert!(out.stderr.contains("msgctl worker") && out.stderr.contains("campaign show cmp_1"), "{out:?}");
        let plan = out.json();
        assert_eq!((&plan["state"], &plan["results"]["queued"]), (&"running".into(), &400.into()), "{plan}");
        assert_eq!(p.sim.summary().recipients, 0, "nothing is sent by whoever detaches");
        // once more with the same key: the same answer
        assert_eq!(p.room.sh(DETACH).ok().json()["campaign"], "cmp_1");
        let w = Worker::start(&p);
        until("the end", || is_done(&p, "cmp_1"));
        let (done, said) = w.stop();
        everybody_once(&p, 400);
        assert!(done["handed_over"].as_u64() >= Some(400) && done["finished_campaigns"] == 1, "{done}");
        assert!(said.contains("cmp_1 begins: 400 messages.") && said.contains("cmp_1 is done: "), "{said}");
        assert_eq!(db.number("SELECT COUNT(*) FROM sender WHERE ended_at IS NULL").await, 0);
    }

    async fn sigterm_ends_a_worker_in_good_order_with_nothing_in_doubt(db: TestDb) {
        let sim = Settings { latency: millis(150, 100), ..failing() };
        let p = Platform::new(&db, sim, "unlimited").await;
        p.people(3_000);
        p.room.sh(DETACH).ok();
        let w = Worker::start(&p);
        until("a part", || p.sim.summary().recipients >= 500);
        let (done, _) = w.stop();
        assert_eq!(doubts(&db).await, 0, "what was in flight is recorded");
        let at = p.sim.summary().recipients;
        assert_eq!(done["handed_over"].as_u64(), Some(at), "every call was answered and counted: {done}");
        assert!(at < 3_000, "it stopped in the middle");
        // the next one goes on
        let w = Worker::start(&p);
        until("the end", || is_done(&p, "cmp_1"));
        w.stop();
        everybody_once(&p, 3_000);
    }

    async fn three_workers_share_one_campaign_and_write_to_nobody_twice(db: TestDb) {
        let sim = Settings { latency: millis(40, 20), ..failing() };
        let p = Platform::new(&db, sim, "1000/1s").await;
        p.people(4_000);
        let crew = [Worker::start(&p), Worker::start(&p), Worker::start(&p)];
        while db.number("SELECT COUNT(*) FROM sender").await < 3 {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        p.room.sh(DETACH).ok();
        until("the end", || is_done(&p, "cmp_1"));
        let handed: Vec<u64> = crew.into_iter().map(|w| w.stop().0["handed_over"].as_u64().expect("a count")).collect();
        everybody_once(&p, 4_000);
        assert!(handed.iter().all(|n| *n >= 100), "all of them work: {handed:?}");
        assert_eq!(handed.iter().sum::<u64>(), p.sim.summary().recipients, "{handed:?}");
        let owners = db.number("SELECT COUNT(DISTINCT owner) FROM batch WHERE claimed_at IS NOT NULL").await;
        assert_eq!(owners, 3, "each batch names the one that made its call");
        let busiest = p.sim.summary_of(1_000).by_type["ATA"].busiest_window;
        assert!((500..=1_000).contains(&busiest), "{busiest}");
    }

    async fn a_worker_that_was_stopped_is_fenced_and_writes_to_nobody_when_it_wakes(db: TestDb) {
        let sim = Settings { latency: millis(30, 10), ..failing() };
        let p = Platform::new(&db, sim, "400/1s").await;
        // three timeouts of one second each are the shortest lease there is
        p.configure("400/1s", "[send]\nlease = \"3s\"\n");
        p.people(3_000);
        let sleeper = Worker::start(&p);
        p.room.sh(DETACH).ok();
        until("a part", || p.sim.summary().recipients >= 300);
        sleeper.signal(Signal::STOP);
        let other = Worker::start(&p);
        until("its fence", || p.room.sh("campaign list").ok().code == 0 && fenced(&db));
        sleeper.signal(Signal::CONT);
        until("the end", || is_done(&p, "cmp_1"));
        let (_, said) = sleeper.stop();
        assert!(said.contains("others have taken over") && said.contains("begins anew"), "{said}");
        other.stop();
        everybody_once(&p, 3_000);
    }

    async fn worker_once_works_until_nothing_is_due_and_one_at_a_time(db: TestDb) {
        let p = Platform::new(&db, failing(), "300/1s").await;
        p.people(600);
        assert_eq!(p.room.sh("worker --once --format json").ok().json()["handed_over"], 0);
        p.room.sh(DETACH).ok();
        let mut first = Worker::with(&p, &["--once"]);
        until("its first window", || p.sim.summary().recipients >= 100);
        p.room.sh("worker --once").fails(75, &["another `worker --once` is running"]);
        let code = first.0.wait().expect("ends").code();
        assert_eq!(code, Some(0), "{:?}", first.said());
        let s = p.sim.summary();
        assert_eq!(s.unique_to, 600, "limits are waited for");
        p.room.sh("worker --once").ok();
        everybody_once(&p, 600);
    }

    async fn a_schedule_begins_at_its_time_and_can_be_cancelled_until_then(db: TestDb) {
        let p = Platform::new(&db, failing(), "unlimited").await;
        p.people(200);
        let w = Worker::start(&p);
        let send = "send --site shop --list all --template order --var order=A1 --format json";
        let at = db_now(&db).await + 4_000_000;
        let soon = moment(at);
        let out = p.room.run(send.split(' ').chain(["--schedule", &soon, "--key", "soon"])).ok();
        assert!(out.stderr.contains("campaign cancel cmp_1"), "{out:?}");
        // another one is taken back before its time, and one of a far day
        p.room.run(send.split(' ').chain(["--schedule", "2099-12-31 09:00", "--key", "far"])).ok();
        assert!(shown(&p, "cmp_2")["begins_at"] == "2099-12-31T09:00:00+09:00");
        let resumed = p.room.sh("campaign resume cmp_2").ok();
        assert!(resumed.stderr.contains("2099-12-31"), "{resumed:?}");
        p.room.sh("campaign cancel cmp_2 --yes").ok();
        assert_eq!((p.sim.summary().recipients, shown(&p, "cmp_1")["results"]["queued"].as_u64()), (0, Some(200)));
        until("the end", || is_done(&p, "cmp_1"));
        assert_eq!(db.number(&format!("SELECT COUNT(*) FROM batch WHERE campaign_id = 1 AND claimed_at < {at}")).await, 0);
        w.stop();
        everybody_once(&p, 200);
        // the same again answers as before, although its time is over
        assert_eq!(p.room.run(send.split(' ').chain(["--schedule", &soon, "--key", "soon"])).ok().json()["campaign"], "cmp_1");
        p.room.run(send.split(' ').chain(["--schedule", "2020-01-01 09:00"])).fails(3, &["is over"]);
        p.room.run(send.split(' ').chain(["--schedule", "tomorrow"])).fails(2, &["2026-11-21 09:00"]);
    }

    async fn a_recurring_send_is_planned_once_by_two_workers_with_the_pinned_template(db: TestDb) {
        let p = Platform::new(&db, failing(), "unlimited").await;
        p.people(100);
        let every = ["--every", "0 9 * * MON", "--key", "weekly", "--format", "json"];
        let send = ["send", "--site", "shop", "--list", "all", "--template", "order", "--var", "order=A1"];
        let made = p.room.run(send.iter().chain(&every)).ok().json();
        assert_eq!((&made["schedule"], &made["template"]), (&"sch_1".into(), &"order@1".into()), "{made}");
        assert!(made["next_at"].as_str().expect("a time").contains("T09:00:00+09:00"), "{made}");
        // what is edited later is not what was asked for
        p.room.run(["template", "edit", "order", "--site", "shop", "--body", "#{이름}님, 새 글입니다. #{order}"]).ok();
        assert_eq!(p.room.run(send.iter().chain(&every)).ok().json()["schedule"], "sch_1");
        p.room.run(["send", "--site", "shop", "--to", "01012345678", "--message", "x", "--every", "0 9 * * *"]).fails(2, &["--list"]);
        let crew = [Worker::start(&p), Worker::start(&p)];
        std::thread::sleep(Duration::from_secs(1));
        db.run(format!("UPDATE schedule SET next_at = {} - 1000000", db_now(&db).await)).await;
        until("the end", || db_count(&db, "SELECT COUNT(*) FROM campaign WHERE state = 'done'") == 1);
        std::thread::sleep(Duration::from_millis(1_500));
        assert_eq!(db.number("SELECT COUNT(*) FROM campaign").await, 1, "one time is one campaign");
        let listed = p.room.sh("schedule list --format json").ok().json();
        assert_eq!(listed[0]["note"], Value::Null, "{listed}");
        // of two workers that plan it at once one takes its plan back
        let id = listed[0]["last_campaign"].as_str().expect("a campaign");
        assert_eq!(shown(&p, id)["template"], "order@1");
        let first = db.number("SELECT MIN(id) FROM message").await;
        assert!(p.room.sh(&format!("message show msg_{first}")).ok().stdout.contains("접수되었습니다"), "the pinned text");
        everybody_of(&p, id, 100);
        // a time that nobody saw for hours is not made up for
        db.run(format!("UPDATE schedule SET next_at = {} - 7200000000", db_now(&db).await)).await;
        until("a note", || p.room.sh("schedule list").ok().stdout.contains("was not sent"));
        assert_eq!(db.number("SELECT COUNT(*) FROM campaign").await, 1);
        let said: String = crew.into_iter().map(|w| w.stop().1).collect();
        assert_eq!(said.matches(&format!("is {id}.")).count(), 1, "{said}");
        p.room.sh("schedule pause sch_1").ok();
        assert!(p.room.sh("schedule resume sch_1").ok().stdout.contains("active"));
        p.room.sh("schedule remove sch_1").ok();
        assert_eq!(p.room.sh("schedule list --format json").ok().stdout, "[]\n");
        p.room.sh("schedule remove sch_1").fails(2, &["no schedule"]);
    }
}

on_each_engine! {
    async fn an_auth_message_overtakes_a_bulk_campaign(db: TestDb) {
        let sim = Settings { latency: millis(30, 20), ..failing() };
        let p = Platform::new(&db, sim, "1000/1s").await;
        p.people(8_000);
        let w = Worker::start(&p);
        p.room.sh(DETACH).ok();
        until("bulk under way", || p.sim.summary().recipients >= 500);
        let took: Vec<i64> = (0..5).map(|i| overtaking(&p, &db, i)).collect();
        let mut sorted = took.clone();
        sorted.sort_unstable();
        // one of them may meet a machine that is busy with other tests
        assert!(sorted[2] < 1_000_000, "µs from the plan to the provider: {took:?}");
        assert!(p.sim.summary().recipients < 8_000, "the campaign was still under way");
        until("the end", || is_done(&p, "cmp_1"));
        w.stop();
        assert_eq!(p.sim.summary().repeats.references, 0);
    }

    async fn metrics_and_health_are_answered(db: TestDb) {
        let p = Platform::new(&db, failing(), "unlimited").await;
        p.people(300);
        let port = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("its number").port();
        let w = Worker::with(&p, &["--listen", &format!("127.0.0.1:{port}")]);
        p.room.sh(DETACH).ok();
        until("the end", || is_done(&p, "cmp_1"));
        let get = |path: &str| {
            let client = msgctl::providers::local_client(Duration::from_secs(5)).expect("a client");
            let url = format!("http://127.0.0.1:{port}{path}");
            async move {
                let answer = client.get(url).send().await.expect("an answer");
                (answer.status().as_u16(), answer.text().await.expect("text"))
            }
        };
        assert_eq!(get("/healthz").await, (200, "ok\n".to_owned()));
        let (status, page) = get("/metrics").await;
        assert_eq!(status, 200);
        let value = |name: &str| -> Option<f64> {
            page.lines().find_map(|l| l.strip_prefix(name)?.strip_prefix(' ')?.parse().ok())
        };
        let delivered: f64 = ["alimtalk", "sms", "lms"]
            .iter()
            .filter_map(|c| value(&format!("msgctl_messages_total{{channel=\"{c}\",state=\"delivered\"}}")))
            .sum();
        assert!(delivered > 250.0, "{page}");
        assert_eq!(value("msgctl_queue_depth{lane=\"bulk\"}"), Some(0.0), "{page}");
        assert_eq!(value("msgctl_messages_open{state=\"doubt\"}"), Some(0.0), "{page}");
        assert_eq!(value("msgctl_route_state{provider=\"main\",channel=\"sms\"}"), Some(0.0), "{page}");
        assert_eq!(value("msgctl_senders{kind=\"worker\"}"), Some(1.0), "{page}");
        assert!(value("msgctl_poll_age_seconds{provider=\"main\"}").is_some_and(|s| s < 30.0), "{page}");
        assert!(value("msgctl_worker_handed_over_total").is_some_and(|n| n >= 300.0), "{page}");
        w.stop();
    }

    async fn what_is_in_doubt_is_listed_and_an_operator_can_decide(db: TestDb) {
        let mut sim = failing();
        // the provider takes it and cuts the line, and nobody can be asked
        sim.faults.reset_after = Trigger::calls([1]);
        sim.report_delay = millis(600_000, 0);
        sim.outcomes.clear();
        let p = Platform::new(&db, sim, "unlimited").await;
        p.people(3);
        let send = "send --site shop --list all --template order --var order=A1 --key k --report-wait 1s --format json";
        let mut c = p.room.command(send.split(' ')).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("starts");
        until("the doubt", || db_count(&db, "SELECT COUNT(*) FROM batch WHERE state = 'doubt'") == 1);
        c.kill().expect("killed");
        c.wait().expect("reaped");
        let doubts = p.room.sh("message doubt list --campaign cmp_1 --format json").ok().json();
        assert_eq!(doubts.as_array().map(Vec::len), Some(3), "{doubts}");
        let d = &doubts[0];
        assert!(d["error"].is_string() && d["since"].is_string() && d["asks_at"].is_string(), "{d}");
        assert_eq!((&d["message"], &d["provider"], &d["channel"]), (&"msg_1".into(), &"main".into(), &"alimtalk".into()));
        assert!(d["phone"].as_str().is_some_and(|n| n.contains("****")), "{d}");
        let resolve = |id: &str, how: &str, more: &[&str]| {
            p.room.run([&["message", "doubt", "resolve", id, "--as", how, "--reason", "ticket 4711", "--format", "json"], more].concat())
        };
        resolve("msg_1", "delivered", &[]).fails(2, &["--yes"]);
        assert_eq!(resolve("msg_1", "delivered", &["--dry-run"]).ok().json()["state"], "delivered");
        let done = resolve("msg_1", "delivered", &["--yes"]).ok().json();
        assert!(done["price_minor"].as_i64() > Some(0) && done["state"] == "delivered", "{done}");
        assert_eq!(resolve("msg_2", "failed", &["--yes"]).ok().json()["state"], "failed");
        assert_eq!(resolve("msg_3", "absent", &["--yes"]).ok().json()["state"], "queued");
        resolve("msg_1", "failed", &["--yes"]).fails(3, &["in no doubt"]);
        resolve("msg_99", "failed", &["--yes"]).fails(2, &["no message"]);
        assert_eq!(p.room.sh("messages doubt list --format json").ok().stdout, "[]\n");
        let shown = shown(&p, "cmp_1");
        let count = |k: &str| shown["results"][k].as_u64();
        assert_eq!((count("alimtalk"), count("failed"), count("queued"), count("unknown")), (Some(1), Some(1), Some(1), Some(0)));
        p.room.sh("stats --recount").ok();
        let trail = p.room.sh("audit list --format json").ok().stdout;
        assert_eq!((trail.matches("\"resolve\"").count(), trail.matches("ticket 4711").count()), (3, 3), "{trail}");
    }

    async fn a_full_backlog_is_refused_or_waited_for(db: TestDb) {
        let p = Platform::new(&db, failing(), "unlimited").await;
        p.configure("unlimited", "[send]\nmax_backlog = 500\n");
        p.people(300);
        p.room.sh(DETACH).ok();
        let send = "send --site shop --list all --template order --var order=B2 --format json --detach";
        // its own size counts: 300 wait, 300 would come
        p.room.sh(send).fails(75, &["300 messages are waiting, 300 would come", "--on-full wait"]);
        assert_eq!(db.number("SELECT COUNT(*) FROM campaign").await, 1, "nothing is left of it");
        let waiting = p.room.command(format!("{send} --on-full wait").split(' ')).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts");
        std::thread::sleep(Duration::from_millis(1_200));
        assert_eq!(db.number("SELECT COUNT(*) FROM campaign WHERE state = 'planning'").await, 1, "it waits");
        let w = Worker::start(&p);
        assert!(waiting.wait_with_output().expect("ends").status.success(), "there is room now");
        until("the end", || db_count(&db, "SELECT COUNT(*) FROM campaign WHERE state = 'done'") == 2);
        w.stop();
        assert_eq!(p.sim.summary().repeats.references, 0);
        // two at once: one of them fits
        let both = [send.replace("B2", "C3"), send.replace("B2", "D4")].map(|s| {
            p.room.command(s.split(' ')).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("starts")
        });
        let mut codes: Vec<_> = both.map(|mut c| c.wait().expect("ends").code()).into();
        codes.sort_unstable();
        assert_eq!(codes, [Some(0), Some(75)]);
        p.configure("unlimited", "[send]\nmax_backlog = 100\n");
        p.room.sh("campaign cancel cmp_3 --yes");
        p.room.sh("campaign cancel cmp_4 --yes");
        p.room.sh("campaign cancel cmp_5 --yes");
        p.room.sh(&format!("{} --on-full wait", send.replace("B2", "E5"))).fails(3, &["300 messages", "send.max_backlog"]);
    }

    async fn a_site_has_limits_of_its_own_inside_a_channel(db: TestDb) {
        let p = Platform::new(&db, failing(), "1000/1s").await;
        p.people(300);
        let site = p.room.sh("site set shop --rate alimtalk=100/500ms --rate sms=50/min --format json").ok().json();
        assert_eq!(site["rates"]["alimtalk"], serde_json::json!({"limit": 100, "window_s": 0.5}), "{site}");
        p.room.sh("site set shop --rate sms=off").ok();
        assert!(p.room.sh("site show shop").ok().stdout.contains("100/500ms"));
        assert_eq!(p.room.sh("site show shop --format json").ok().json()["rates"].as_object().map(serde_json::Map::len), Some(1));
        p.room.sh("site set shop --rate sms=many").fails(2, &["a rate like"]);
        p.room.sh("send --site shop --list all --template order --var order=A1").ok();
        let busiest = p.sim.summary_of(500).by_type["ATA"].busiest_window;
        assert!((50..=100).contains(&busiest), "{busiest}");
        let audit = p.room.sh("rate audit --format json").ok().json();
        let own = audit.as_array().expect("rows").iter().find(|a| a["site"] == "shop").expect("the site's own");
        assert_eq!((&own["channel"], &own["limit"], &own["kept"]), (&"alimtalk".into(), &100.into(), &true.into()));
        assert!(p.room.sh("rate audit").ok().stdout.contains("alimtalk of shop"));
    }
}

#[test]
fn the_files_for_unattended_running_name_what_there_is() {
    let deploy = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("deploy");
    let read = |name: &str| std::fs::read_to_string(deploy.join(name)).expect("a file");
    let mut commands = Vec::new();
    let unit = read("msgctl-worker.service");
    let mut section = "";
    for line in unit.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        if line.starts_with('[') {
            section = line;
            continue;
        }
        let (key, value) = line.split_once('=').expect("a setting");
        assert!(!section.is_empty() && key.chars().all(char::is_alphanumeric), "{line}");
        if key == "ExecStart" {
            commands.push(value.to_owned());
        }
    }
    for setting in ["Type=notify", "WatchdogSec=60", "Restart=on-failure", "WantedBy=multi-user.target"] {
        assert!(unit.lines().any(|l| l == setting), "{setting}");
    }
    for line in read("msgctl.cron").lines().map(|l| l.strip_prefix("#*").map_or(l.to_owned(), |l| format!("*{l}"))) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let fields: Vec<&str> = line.split_whitespace().collect();
        let every = fields[..5].join(" ");
        every.parse::<msgctl::domain::recur::Recurrence>().expect("five cron fields");
        assert_eq!(fields[5], "msgctl", "the user");
        commands.push(fields[6..].join(" "));
    }
    assert_eq!(commands.len(), 6, "{commands:?}");
    let room = crate::support::Room::new();
    for command in commands {
        let args = command.strip_prefix("/usr/local/bin/msgctl ").expect("the binary").to_owned();
        room.run(args.split(' ').chain(["--help"])).ok();
        let parsed = room.run(args.split(' '));
        assert_eq!(parsed.code, 78, "only the configuration is missing: {args}: {parsed:?}");
    }
}

/// Sends one auth message; microseconds from its plan's completion to its arrival at the provider, by its clock.
fn overtaking(p: &Platform, db: &TestDb, i: usize) -> i64 {
    let (to, mut seen) = (format!("0109999888{i}"), p.sim.summary().recipients);
    let auth = ["send", "--site", "shop", "--to", &to, "--message", "인증번호 123456", "--lane", "auth"];
    p.room.run(auth.iter().chain(&["--strategy", "sms-only", "--detach"])).ok();
    let planned = db_count(db, "SELECT started_at FROM campaign WHERE lane = 'auth' ORDER BY id DESC LIMIT 1");
    let mut at = None;
    until("the password", || {
        at = arrival(p, &to, &mut seen);
        at.is_some()
    });
    at.expect("it arrived") - planned
}

/// When a message to a number arrived, by the simulator's clock; looks at what came after the first `seen`.
fn arrival(p: &Platform, number: &str, seen: &mut u64) -> Option<i64> {
    let path = format!("/__sim/messages?limit=100000&after={seen}");
    let lines = tokio::task::block_in_place(|| {
        tokio::runtime::Handle::current().block_on(crate::support::ask_simulator(&p.sim, "GET", &path, ""))
    });
    *seen += lines.lines().count() as u64;
    let line: serde_json::Value = serde_json::from_str(lines.lines().find(|l| l.contains(number))?).ok()?;
    line["at_us"].as_i64()
}

fn fenced(db: &TestDb) -> bool {
    db_count(db, "SELECT COUNT(*) FROM sender WHERE fenced_by IS NOT NULL") > 0
}

/// A number out of the database, from where nothing can be awaited.
fn db_count(db: &TestDb, sql: &str) -> i64 {
    tokio::task::block_in_place(|| tokio::runtime::Handle::current().block_on(db.number(sql)))
}

/// Now, in microseconds.
async fn db_now(db: &TestDb) -> i64 {
    if db.url.starts_with("sqlite:") {
        db.number("SELECT CAST(unixepoch('subsec') * 1000000 AS INTEGER)").await
    } else {
        db.number("SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT)").await
    }
}

/// A moment as an operator writes it, RFC 3339.
fn moment(us: i64) -> String {
    jiff::Timestamp::from_microsecond(us).expect("a time").to_string()
}
