//! A platform to send from: a site, a template, people, and the simulator as its provider.

use std::time::Duration;

use msgctl::sim::settings::{Share, Wait};
use msgctl::sim::{Kind, Settings, Sim};

use super::{Room, TestDb};

/// A room with a site, a template and people, its provider a simulator.
pub struct Platform {
    pub room: Room,
    pub sim: Sim,
}

pub fn millis(fixed: u64, jitter: u64) -> Wait {
    Wait { fixed: Duration::from_millis(fixed), jitter: Duration::from_millis(jitter) }
}

/// A simulator that fails 15 % of the Alimtalks in a way that texts can mend.
pub fn failing() -> Settings {
    let mut s = Settings { report_delay: millis(50, 100), ..Settings::default() };
    let failing = s.outcomes.entry(Kind::ATA).or_default();
    failing.set("3104".parse().expect("a code"), Share::percent(15)).expect("a share");
    s
}

/// A signed request to a simulator with the usual key; the body of its answer.
pub async fn ask_simulator(sim: &Sim, method: &str, path: &str, body: &str) -> String {
    let s = Settings::default();
    #[expect(clippy::disallowed_methods, reason = "tests stand in for the process that has a clock")]
    let date = jiff::Timestamp::now().to_string();
    let header = msgctl::sim::sign(&s.api_key, &s.api_secret.0, &date, &format!("{:032x}", rand::random::<u128>()));
    let client = msgctl::providers::local_client(Duration::from_secs(10)).expect("a client");
    let method = method.parse().expect("a method");
    let request = client.request(method, format!("{}{path}", sim.url())).header("authorization", header);
    let answer = request.body(body.to_owned()).send().await.and_then(reqwest::Response::error_for_status);
    answer.expect("an answer").text().await.expect("text")
}

impl Platform {
    pub async fn new(db: &TestDb, sim: Settings, rate: &str) -> Self {
        let (key, secret) = (sim.api_key.clone(), sim.api_secret.0.clone());
        let sim = Sim::start(sim).await.expect("the simulator starts");
        let room = Room::with_database(&db.url).env("SIM_KEY", &key).env("SIM_SECRET", &secret);
        let p = Self { room, sim };
        p.configure(rate, "");
        let key = p.room.path().join("key");
        msgctl::ops::keys::generate(&key, &mut rand::make_rng::<rand::rngs::StdRng>()).expect("a key");
        p.room.sh("site add shop --sender 0212345678 --sender-key KA01PF000000000000").ok();
        let add = ["template", "add", "order", "--site", "shop", "--channel", "alimtalk", "--provider-code"];
        let body = "#{이름}님, 주문 #{order}이 접수되었습니다.";
        p.room.run([&add[..], &["KA01TP000000000000", "--body", body]].concat()).ok();
        p
    }

    pub fn configure(&self, rate: &str, more: &str) {
        let channels: String = ["alimtalk", "sms", "lms"]
            .map(|c| format!("[channel.{c}]\nprovider = \"main\"\nrate = \"{rate}\"\nrate_group = \"{c}\"\n"))
            .concat();
        let text = format!(
            "{more}\n[crypto]\nkey = \"file:{}\"\n{channels}[provider.main]\nkind = \"solapi\"\nbase_url = \"{}\"\n\
             api_key = \"env:SIM_KEY\"\napi_secret = \"env:SIM_SECRET\"\ntimeout = \"1s\"\n",
            self.room.path().join("key").display(),
            self.sim.url()
        );
        self.room.write("msgctl.toml", text);
    }

    pub fn people(&self, n: usize) {
        let rows: Vec<String> = (0..n).map(|i| format!("김{:03},0100{i:07}\n", i % 1000)).collect();
        self.room.write("people.csv", format!("이름,휴대폰\n{}", rows.concat()));
        let out = self.room.sh("recipients import people.csv --site shop --list all --format json").ok().json();
        assert_eq!(out["imported"], n, "{out}");
    }
}
