//! Where a drill takes place: a folder with a configuration, the binary, and a simulator in a process of its own.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use tokio::process::{Child, Command};

use super::DrillError;
use super::proof::Limit;
use crate::domain::channel::Channel;

/// The binary in a folder.
#[derive(Debug, Clone)]
pub struct Bench {
    /// The binary.
    pub exe: PathBuf,
    /// Where it works.
    pub folder: PathBuf,
    /// All that it finds in its environment.
    pub env: BTreeMap<String, String>,
    /// `http://…` of the simulator.
    pub simulator: String,
    http: reqwest::Client,
}

/// How a run ended.
#[derive(Debug)]
pub struct Answer {
    /// Its exit code; none: a signal.
    pub code: Option<i32>,
    /// Its results.
    pub stdout: String,
    /// What it said.
    pub stderr: String,
}

/// What goes wrong at the simulator, in percent of calls or reports.
const SIMULATOR: &str = r#"
api_key = "DRILLKEY00000000"
api_secret = "DRILLSECRET000000000000000000000"
latency = "5ms+45ms"
report_delay = "20ms+230ms"
senders = ["15880000"]

[outcomes.alimtalk]
3104 = "10%"
3107 = "5%"
[outcomes.sms]
3043 = "3%"
[outcomes.lms]
3043 = "3%"

[faults]
http_429 = "1%"
http_503 = "1%"
hang = "1%"
reset_after = "2%"
reset_before = "2%"
early = "4%"

[reports]
lost = "1%"
repeated = "3%"
repeat_after = "300ms"
"#;

/// How long the simulator may take to start.
const STARTS_WITHIN: Duration = Duration::from_secs(20);

impl Bench {
    /// The binary in a folder that is set up already.
    ///
    /// # Errors
    /// The HTTP client's.
    pub fn new(
        exe: PathBuf,
        folder: PathBuf,
        env: BTreeMap<String, String>,
        simulator: String,
    ) -> Result<Self, DrillError> {
        let http = crate::providers::local_client(Duration::from_mins(1)).map_err(DrillError::Simulator)?;
        Ok(Self { exe, folder, env, simulator, http })
    }

    /// Starts a simulator that decides everything from `seed`; it ends when the child is dropped.
    ///
    /// # Errors
    /// It does not start.
    pub async fn start_simulator(&mut self, seed: u64) -> Result<Child, DrillError> {
        write(&self.folder.join("sim.toml"), &format!("seed = {seed}\n{SIMULATOR}"))?;
        let port_file = self.folder.join("sim.port");
        let args = ["sim", "--config", "sim.toml", "--port", "0", "--port-file", "sim.port"];
        let mut child = self.spawn("simulator", &args, None)?;
        let begun = Instant::now();
        let port = loop {
            if let Ok(text) = std::fs::read_to_string(&port_file) {
                break text.trim().to_owned();
            }
            if child.try_wait()?.is_some() || begun.elapsed() > STARTS_WITHIN {
                return Err(self.strange("sim", None, self.log("simulator")));
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        };
        self.simulator = format!("http://127.0.0.1:{port}");
        Ok(child)
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut c = Command::new(&self.exe);
        c.args(args).current_dir(&self.folder).env_clear().envs(&self.env).stdin(Stdio::null()).kill_on_drop(true);
        // a Ctrl-C is for the drill, which ends its processes itself
        c.process_group(0);
        c
    }

    /// Starts a run whose words go to a file of that name.
    ///
    /// # Errors
    /// The operating system's.
    pub fn spawn(&self, log: &str, args: &[&str], failpoint: Option<&str>) -> Result<Child, DrillError> {
        let log = File::options().create(true).append(true).open(self.folder.join(format!("{log}.log")))?;
        let mut c = self.command(args);
        if let Some(point) = failpoint {
            c.env("MSGCTL_FAILPOINT", point);
        }
        Ok(c.stdout(Stdio::null()).stderr(Stdio::from(log)).spawn()?)
    }

    /// The end of such a file.
    pub fn log(&self, name: &str) -> String {
        let text = std::fs::read(self.folder.join(format!("{name}.log"))).unwrap_or_default();
        let text = String::from_utf8_lossy(&text[text.len().saturating_sub(2_000)..]).into_owned();
        text.lines().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join("; ")
    }

    /// Runs a command to its end.
    ///
    /// # Errors
    /// The operating system's.
    pub async fn run(&self, args: &[&str]) -> Result<Answer, DrillError> {
        let out = self.command(args).output().await?;
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        Ok(Answer { code: out.status.code(), stdout: text(out.stdout), stderr: text(out.stderr) })
    }

    /// Runs a command that must end with one of these codes; its document.
    ///
    /// # Errors
    /// It ends otherwise.
    pub async fn json(&self, args: &[&str], codes: &[i32]) -> Result<Value, DrillError> {
        let args = [args, &["--format", "json"]].concat();
        let a = self.run(&args).await?;
        if !a.code.is_some_and(|c| codes.contains(&c)) {
            return Err(self.strange(&args.join(" "), a.code, a.stderr));
        }
        serde_json::from_str(&a.stdout).map_err(|_| self.strange(&args.join(" "), a.code, a.stdout))
    }

    /// A run that ended as none should.
    pub fn strange(&self, command: &str, code: Option<i32>, said: String) -> DrillError {
        DrillError::Run { command: command.to_owned(), code, said: said.trim().to_owned() }
    }

    /// Asks the simulator.
    ///
    /// # Errors
    /// It does not answer.
    pub async fn ask(&self, path: &str) -> Result<String, DrillError> {
        let answer = self
            .http
            .get(format!("{}{path}", self.simulator))
            .send()
            .await
            .and_then(reqwest::Response::error_for_status);
        answer.map_err(DrillError::Simulator)?.text().await.map_err(DrillError::Simulator)
    }

    /// How many messages have arrived at the simulator.
    ///
    /// # Errors
    /// It does not answer.
    pub async fn arrived(&self) -> Result<u64, DrillError> {
        let text = self.ask("/__sim/count").await?;
        let count: Value = serde_json::from_str(&text).unwrap_or_default();
        Ok(count["recipients"].as_u64().unwrap_or(0))
    }

    /// Writes the configuration that sends to the simulator.
    ///
    /// # Errors
    /// The file system's.
    pub fn configure(&self, limits: &[Limit; 2]) -> Result<(), DrillError> {
        let url = &self.simulator;
        let key = self.folder.join("msgctl.key");
        let [alimtalk, text] = limits.each_ref().map(|l| format!("{}/{}ms", l.most, l.window.as_millis()));
        let text = format!(
            r#"[database]
url = "sqlite:msgctl.db"
[crypto]
key = "file:{key}"
[send]
batch_size = 50
ask_after = "1s"
retry_pause = "200ms"
lease = "3s"
breaker_pause = "200ms"
[channel.alimtalk]
provider = "main"
rate = "{alimtalk}"
[channel.sms]
provider = "main"
rate = "{text}"
rate_group = "text"
[channel.lms]
provider = "main"
rate = "{text}"
rate_group = "text"
[provider.main]
kind = "solapi"
base_url = "{url}"
api_key = "env:DRILL_API_KEY"
api_secret = "env:DRILL_API_SECRET"
timeout = "1s"
connect_timeout = "500ms"
max_in_flight = 4
[price]
alimtalk = "9"
sms = "20"
lms = "50"
"#,
            key = key.display(),
        );
        write(&self.folder.join("msgctl.toml"), &text)
    }

    /// What every run of a drill needs to find.
    pub fn furnish_env(&mut self, database: Option<&str>) {
        let folder = self.folder.join("msgctl.toml").display().to_string();
        self.env.retain(|name, _| !name.starts_with("MSGCTL_"));
        self.env.insert("MSGCTL_CONFIG".to_owned(), folder);
        self.env.insert("DRILL_API_KEY".to_owned(), "DRILLKEY00000000".to_owned());
        self.env.insert("DRILL_API_SECRET".to_owned(), "DRILLSECRET000000000000000000000".to_owned());
        if let Some(url) = database {
            self.env.insert("MSGCTL_DATABASE_URL".to_owned(), url.to_owned());
        }
    }

    /// Sets everything up through the command line: key, database, site, template, people.
    ///
    /// # Errors
    /// A command refuses.
    pub async fn furnish(&self, people: &str) -> Result<(), DrillError> {
        write(&self.folder.join("people.csv"), people)?;
        self.json(&["init"], &[0]).await?;
        let site = ["site", "add", "shop", "--sender", "1588-0000", "--sender-key", "KA01PF000000000DRILL"];
        self.json(&site, &[0]).await?;
        let add = [
            "template",
            "add",
            "order",
            "--site",
            "shop",
            "--channel",
            "alimtalk",
            "--provider-code",
            "KA01TP000000000DRILL",
        ];
        let texts = ["--body", "#{이름}님, 주문 #{번호}이 접수되었습니다.", "--fallback", TEXT];
        self.json(&[&add[..], &texts].concat(), &[0]).await?;
        self.json(&["recipients", "import", "people.csv", "--site", "shop", "--list", "all"], &[0]).await?;
        // credits that suffice for any number of campaigns
        self.json(&deposit("drill-deposit", DEPOSIT).each_ref().map(String::as_str), &[0]).await?;
        Ok(())
    }
}

/// The site that sends.
pub const SITE: &str = "shop";
/// Its prices, as the drill's configuration has them: 1/100 won for one delivered message.
pub const PRICES: [(Channel, i64); 3] = [(Channel::Alimtalk, 900), (Channel::Sms, 2_000), (Channel::Lms, 5_000)];
/// Won that it has to begin with.
pub const DEPOSIT: u32 = 100_000_000;

/// Tops so many won up, under a key.
pub fn deposit(key: &str, won: u32) -> [String; 8] {
    ["credits", "topup", "--site", SITE, "--amount", &won.to_string(), "--key", key].map(ToOwned::to_owned)
}

/// An SMS for most names, an LMS for long ones.
const TEXT: &str = "#{이름}님, 주문 #{번호}이 접수되었습니다. 준비되는 대로 보내 드리겠습니다. 고객센터 1588-0000";

fn write(path: &Path, text: &str) -> Result<(), DrillError> {
    Ok(std::fs::write(path, text)?)
}

/// Sends a signal to a child that may have ended already.
pub fn signal(child: &Child, signal: Signal) {
    let pid = child.id().and_then(|id| i32::try_from(id).ok()).and_then(Pid::from_raw);
    if let Some(pid) = pid {
        // it is our child and has not been waited for: the id is nobody else's
        let _ = kill_process(pid, signal);
    }
}
