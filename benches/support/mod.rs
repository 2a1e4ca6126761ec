//! What benches share: the simulator in a process of its own, people straight into the tables, runs of the binary.

#![allow(dead_code, clippy::allow_attributes, reason = "each bench uses what it needs")]

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use msgctl::domain::id::SiteId;
use msgctl::domain::person::Person;
use msgctl::domain::seal::KeyRing;
use msgctl::store::{Opening, Store, Target};
use sqlx::{Connection as _, Executor as _};

pub const KEY: &str = "NCSBENCHMARKKEY0";
pub const SECRET: &str = "BENCHMARK0SECRET0BENCHMARK0SECRE";

pub fn var(name: &str) -> Option<String> {
    std::env::vars().find(|(k, _)| k == name).map(|(_, v)| v)
}

/// What is measured: `BINARY`, to hold two builds against each other, or else the one just built.
pub fn binary() -> String {
    var("BINARY").unwrap_or_else(|| env!("CARGO_BIN_EXE_msgctl").to_owned())
}

/// Seconds of processor time in hundredths that all processors together have been busy, and have had.
pub fn machine() -> (f64, f64) {
    let stat = std::fs::read_to_string("/proc/stat").unwrap_or_default();
    let line = stat.lines().next().unwrap_or_default();
    let ticks: Vec<u32> = line.split_ascii_whitespace().skip(1).filter_map(|t| t.parse().ok()).collect();
    let all: f64 = ticks.iter().take(8).copied().map(f64::from).sum();
    let idle: f64 = ticks.iter().skip(3).take(2).copied().map(f64::from).sum();
    (all - idle, all)
}

/// The simulator in a process of its own, and its port.
pub struct Simulator(pub Child, pub u16);

impl Simulator {
    pub fn start(dir: &Path, latency: &str) -> Self {
        Self::with(dir, latency, latency)
    }

    /// One that takes another time to tell than to take.
    pub fn with(dir: &Path, latency: &str, read_latency: &str) -> Self {
        let port_file = dir.join("port");
        let _ = std::fs::remove_file(&port_file);
        let child = Command::new(env!("CARGO_BIN_EXE_msgctl"))
            .args(["sim", "--port", "0", "--port-file"])
            .arg(&port_file)
            .args([
                "--api-key",
                KEY,
                "--api-secret-env",
                "SIM_SECRET",
                "--latency",
                latency,
                "--read-latency",
                read_latency,
                "--report-delay",
                "200ms+300ms",
            ])
            .args(["--forget-text", "--fail", "alimtalk:3104=15%"])
            .env("SIM_SECRET", SECRET)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the simulator starts");
        for _ in 0..200 {
            if let Ok(text) = std::fs::read_to_string(&port_file) {
                return Self(child, text.trim().parse().expect("a port"));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("the simulator did not say its port");
    }

    async fn ask(&self, what: &str) -> String {
        let client = msgctl::providers::local_client(Duration::from_secs(30)).expect("a client");
        let url = format!("http://127.0.0.1:{}/__sim/{what}", self.1);
        client.get(url).send().await.expect("an answer").text().await.expect("text")
    }

    /// How many messages have arrived.
    pub async fn count(&self) -> usize {
        let v: serde_json::Value = serde_json::from_str(&self.ask("count").await).expect("a count");
        usize::try_from(v["recipients"].as_u64().expect("a number")).expect("small")
    }

    /// How many different people something has arrived for.
    pub async fn first_attempts(&self) -> usize {
        let v: serde_json::Value = serde_json::from_str(&self.ask("count").await).expect("a count");
        usize::try_from(v["unique_to"].as_u64().expect("a number")).expect("small")
    }

    /// When the first message arrived for each number that begins like this, microseconds by the simulator's clock.
    pub async fn arrivals(&self, prefix: &str) -> std::collections::HashMap<String, i64> {
        let mut found = std::collections::HashMap::new();
        let mut after = 0;
        loop {
            let lines = self.ask(&format!("messages?after={after}&limit=100000")).await;
            if lines.is_empty() {
                return found;
            }
            for line in lines.lines() {
                after += 1;
                if !line.contains(&format!("\"to\":\"{prefix}")) {
                    continue;
                }
                let v: serde_json::Value = serde_json::from_str(line).expect("a line");
                let (to, at) = (v["to"].as_str().expect("a number"), v["at_us"].as_i64().expect("a time"));
                found.entry(to.to_owned()).or_insert(at);
            }
        }
    }
}

impl Drop for Simulator {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub fn rate(n: usize, d: Duration) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a rate")]
    let n = n as f64;
    n / d.as_secs_f64()
}

/// A schema of its own. The first one of a process sweeps away what earlier benches have left.
pub async fn fresh_schema(base: &str) -> String {
    static SWEPT: AtomicBool = AtomicBool::new(false);
    let schema = format!("bench_{:08x}", rand::random::<u32>());
    let mut c = sqlx::PgConnection::connect(base).await.expect("PostgreSQL answers");
    if !SWEPT.swap(true, Ordering::Relaxed) {
        let old: Vec<String> =
            sqlx::query_scalar("SELECT nspname::text FROM pg_namespace WHERE nspname ~ '^bench_[0-9a-f]{8}$'")
                .fetch_all(&mut c)
                .await
                .expect("the schemas");
        for schema in old {
            c.execute(sqlx::AssertSqlSafe(format!("DROP SCHEMA {schema} CASCADE"))).await.expect("dropped");
        }
    }
    c.execute(sqlx::AssertSqlSafe(format!("CREATE SCHEMA {schema}"))).await.expect("a schema");
    let joint = if base.contains('?') { '&' } else { '?' };
    format!("{base}{joint}options=-csearch_path%3D{schema}")
}

/// People straight into the tables: what is measured is the send.
pub async fn fill(dir: &Path, url: &str, people: usize) {
    let key = dir.join("key");
    let mut rng: rand::rngs::StdRng = rand::make_rng();
    if !key.exists() {
        msgctl::ops::keys::generate(&key, &mut rng).expect("a key");
    }
    let ring = KeyRing::parse(&std::fs::read_to_string(&key).expect("the key")).expect("a key file");
    let store = Store::open(Target::parse(url, dir).expect("a URL"), Opening::Create).await.expect("opens");
    store.close().await;
    let rows: Vec<(Vec<u8>, Vec<u8>, Vec<u8>)> = (0..people)
        .map(|i| {
            let mobile = format!("010{i:08}").parse().expect("a number");
            let p = Person { name: format!("김{:04}", i % 10_000), mobile, email: None, birth_date: None };
            let ix = ring.phone_ix(&mobile);
            (ix.0.to_vec(), p.content_ix(&ring).0.to_vec(), p.seal(&ring, SiteId(1), &mut rng))
        })
        .collect();
    let head = "INSERT INTO site (id, name, title, senders, sender_key, strategy, created_at, updated_at)
        VALUES (1, 'bench', 'bench', '0212345678', 'KA01PF', 'alimtalk-first', 0, 0);
        INSERT INTO list (id, site_id, name, created_at) VALUES (1, 1, 'all', 0);
        INSERT INTO template (id, site_id, name, created_at) VALUES (1, 1, 't', 0);
        INSERT INTO template_version (template_id, version, channel, body, provider_code, variables, created_at)
        VALUES (1, 1, 'alimtalk', '#{이름}님, 쿠폰 #{coupon}이 도착했습니다.', 'KA01TP', '[\"이름\",\"coupon\"]', 0);";
    let tail = "INSERT INTO list_member (list_id, recipient_id) SELECT 1, id FROM recipient";
    if let Some(path) = url.strip_prefix("sqlite:") {
        let mut c = sqlx::SqliteConnection::connect(path).await.expect("opens");
        c.execute(sqlx::raw_sql(head)).await.expect("filled");
        for chunk in rows.chunks(10_000) {
            let json = serde_json::Value::from_iter(
                chunk.iter().map(|(x, d, s)| serde_json::json!([hex::encode(x), hex::encode(d), hex::encode(s)])),
            );
            sqlx::query(
                "INSERT INTO recipient (site_id, phone_ix, content_ix, sealed, key_id, created_at, updated_at)
                 SELECT 1, unhex(value->>0), unhex(value->>1), unhex(value->>2), $2, 0, 0 FROM json_each($1)",
            )
            .bind(json.to_string())
            .bind(ring.active())
            .execute(&mut c)
            .await
            .expect("filled");
        }
        c.execute(tail).await.expect("filled");
    } else {
        let mut c = sqlx::PgConnection::connect(url).await.expect("opens");
        c.execute(sqlx::raw_sql(head)).await.expect("filled");
        for chunk in rows.chunks(10_000) {
            let column = |f: fn(&(Vec<u8>, Vec<u8>, Vec<u8>)) -> Vec<u8>| chunk.iter().map(f).collect::<Vec<_>>();
            sqlx::query(
                "INSERT INTO recipient (site_id, phone_ix, content_ix, sealed, key_id, created_at, updated_at)
                 SELECT 1, a, b, c, $4, 0, 0 FROM unnest($1::bytea[], $2::bytea[], $3::bytea[]) AS q(a, b, c)",
            )
            .bind(column(|r| r.0.clone()))
            .bind(column(|r| r.1.clone()))
            .bind(column(|r| r.2.clone()))
            .bind(ring.active())
            .execute(&mut c)
            .await
            .expect("filled");
        }
        c.execute(tail).await.expect("filled");
        c.execute("ANALYZE").await.expect("analysed");
    }
}

pub fn configure(dir: &Path, url: &str, port: u16, in_flight: u32) -> PathBuf {
    let path = dir.join("msgctl.toml");
    let channels: String = ["alimtalk", "sms", "lms"]
        .map(|c| format!("[channel.{c}]\nprovider = \"main\"\nrate = \"unlimited\"\n"))
        .concat();
    let text = format!(
        "[database]\nurl = \"{url}\"\n[crypto]\nkey = \"file:{}\"\n[send]\nqueue_capacity = 100000\n{channels}\
         [provider.main]\nkind = \"solapi\"\nbase_url = \"http://127.0.0.1:{port}\"\nmax_in_flight = {in_flight}\n\
         api_key = \"env:K\"\napi_secret = \"env:S\"\n",
        dir.join("key").display()
    );
    std::fs::write(&path, text).expect("written");
    path
}

/// Seconds of processor time that a process has used.
pub fn cpu(pid: u32) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let Some((_, rest)) = stat.rsplit_once(')') else { return 0.0 };
    let ticks: u32 = rest.split_ascii_whitespace().skip(11).take(2).filter_map(|t| t.parse::<u32>().ok()).sum();
    f64::from(ticks) / 100.0
}

/// What a run of our binary took.
pub struct Ran {
    pub took: Duration,
    pub out: String,
    pub mb: u64,
    /// Processor seconds of it.
    pub cpu: f64,
}

/// `LOG=FILE`: everything that our binary says, at the end of that file.
pub fn log() -> Vec<String> {
    var("LOG").map_or(Vec::new(), |path| vec!["-vvv".to_owned(), format!("--log-file={path}")])
}

/// Runs our binary.
pub fn run(config: &Path, args: &[&str]) -> Ran {
    let begun = Instant::now();
    let child = Command::new(binary())
        .arg("-C")
        .arg(config)
        .args(["--format", "json", "-q"])
        .args(log())
        .args(args)
        .env("K", KEY)
        .env("S", SECRET)
        .stdout(Stdio::piped())
        .spawn()
        .expect("starts");
    let pid = child.id();
    let status = format!("/proc/{pid}/status");
    let watch = std::thread::spawn(move || {
        let (mut peak, mut used) = (0, 0.0_f64);
        while let Ok(text) = std::fs::read_to_string(&status) {
            let Some(kb) = text.lines().find_map(|l| l.strip_prefix("VmHWM:")) else { break };
            let kb: u64 = kb.trim().trim_end_matches(" kB").parse().unwrap_or(0);
            (peak, used) = (kb.max(peak), cpu(pid).max(used));
            std::thread::sleep(Duration::from_millis(20));
        }
        (peak, used)
    });
    let out = child.wait_with_output().expect("ends");
    let took = begun.elapsed();
    let (kb, cpu) = watch.join().expect("watched");
    assert!(out.status.success(), "{args:?}: {}", String::from_utf8_lossy(&out.stdout));
    Ran { took, out: String::from_utf8(out.stdout).expect("text"), mb: kb / 1024, cpu }
}
