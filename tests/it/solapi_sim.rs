//! The SOLAPI adapter against the simulator: every message once, every report found.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::{StreamExt, stream};
use msgctl::domain::channel::Channel;
use msgctl::domain::clock::Clock;
use msgctl::domain::codes::CodeTable;
use msgctl::domain::money::Minor;
use msgctl::domain::outcome::Class;
use msgctl::domain::secret::Secret;
use msgctl::domain::time::Micros;
use msgctl::providers::{
    CallError, Found, Intake, Kakao, Kind, Outgoing, Price, Provider, ProviderSettings, Question, Reference,
    Submission, classes, connect,
};
use msgctl::sim::{Repeats, Settings, Sim};

#[expect(clippy::disallowed_methods, reason = "tests stand in for the process that has a clock")]
fn now() -> Micros {
    Micros::from(jiff::Timestamp::now())
}

fn provider(sim: &Sim, change: impl FnOnce(&mut ProviderSettings)) -> Arc<dyn Provider> {
    let Settings { api_key, api_secret, .. } = Settings::default();
    let table = Arc::new(CodeTable::builtin().clone());
    let mut settings = ProviderSettings::new(
        "sim",
        Kind::Solapi,
        sim.url().parse().expect("a URL"),
        (api_key, Secret::new(api_secret.0)),
        classes(table, Kind::Solapi),
        Clock::new(now),
    );
    change(&mut settings);
    connect(settings).expect("settings")
}

fn alimtalk(n: usize) -> Outgoing {
    Outgoing {
        reference: Reference(format!("inst-{n}-1")),
        to: format!("010{n:08}"),
        from: "0212345678".to_owned(),
        text: format!("{n}님, 안녕하세요"),
        subject: None,
        kakao: Some(Kakao {
            sender_key: "KA01PF0001".to_owned(),
            template_code: "KA01TP0001".to_owned(),
            variables: vec![("이름".to_owned(), format!("{n}"))],
        }),
    }
}

/// What a dispatcher does at the least: again when not taken, ask when lost.
async fn deliver(provider: &dyn Provider, mut messages: Vec<Outgoing>) -> Vec<Intake> {
    let mut taken = Vec::new();
    for _ in 0..50 {
        if messages.is_empty() {
            return taken;
        }
        let batch = Submission { channel: Channel::Alimtalk, messages: messages.clone(), at: now() };
        let since = now();
        match provider.submit(&batch).await {
            Ok(intakes) => {
                taken.extend(intakes);
                return taken;
            }
            Err(CallError::NotTaken { .. }) => tokio::time::sleep(Duration::from_millis(10)).await,
            Err(CallError::Lost { .. }) => {
                let questions: Vec<_> = messages
                    .iter()
                    .map(|m| Question { reference: m.reference.clone(), provider_id: None, to: m.to.clone(), since })
                    .collect();
                let found = loop {
                    if let Ok(found) = provider.look_up(&questions).await {
                        break found;
                    }
                    tokio::time::sleep(Duration::from_millis(10)).await;
                };
                let mut absent = Vec::new();
                for (message, found) in messages.into_iter().zip(found) {
                    match found {
                        Found::Present(report) => {
                            taken.push(Intake { provider_id: Some(report.provider_id), verdict: report.verdict });
                        }
                        Found::Absent => absent.push(message),
                    }
                }
                messages = absent;
            }
            Err(refused) => panic!("{refused}"),
        }
    }
    panic!("fifty attempts");
}

#[tokio::test]
async fn everybody_once_through_resets_hangs_and_refusals() {
    const PEOPLE: usize = 5_000;
    let toml = r#"
        seed = 7
        report_delay = "100ms+600ms"
        latency = "2ms+5ms"
        [outcomes.ATA]
        3104 = "15%"
        [faults]
        http_429 = "5%"
        http_503 = "5%"
        hang = { calls = [9, 30] }
        reset_after = "8%"
        reset_before = "5%"
        [reports]
        repeated = "5%"
    "#;
    let sim = Sim::start(Settings::from_toml(toml).expect("settings")).await.expect("a port");
    let provider = provider(&sim, |s| {
        s.timeout = Duration::from_millis(700);
        s.overlap = Duration::from_millis(500);
    });
    let start = provider.cursor_at(now());

    let messages: Vec<_> = (0..PEOPLE).map(alimtalk).collect();
    let calls: Vec<_> = messages.chunks(100).map(|chunk| deliver(&*provider, chunk.to_vec())).collect();
    let sending = stream::iter(calls).buffer_unordered(8).collect::<Vec<_>>();
    let polling = async {
        let (mut cursor, mut finals) = (start, HashMap::new());
        let watch = Instant::now();
        while finals.len() < PEOPLE && watch.elapsed() < Duration::from_mins(1) {
            let Ok(page) = provider.poll(&cursor).await else { continue };
            for report in page.reports.into_iter().filter(|r| r.verdict.class != Class::Accepted) {
                let reference = report.reference.expect("all are ours").0;
                if let Some(before) = finals.insert(reference, report.verdict.class) {
                    assert_eq!(before, report.verdict.class);
                }
            }
            cursor = page.next;
            if !page.more {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
        finals
    };
    let (taken, finals) = tokio::join!(sending, polling);

    let taken: Vec<_> = taken.into_iter().flatten().collect();
    assert_eq!(taken.len(), PEOPLE);
    assert!(taken.iter().all(|i| i.provider_id.is_some()));
    assert_eq!(finals.len(), PEOPLE);
    let fallbacks = finals.values().filter(|c| **c == Class::Fallback).count();
    let delivered = finals.values().filter(|c| **c == Class::Delivered).count();
    assert_eq!(fallbacks + delivered, PEOPLE);
    assert!((650..850).contains(&fallbacks), "{fallbacks}");
    let summary = sim.stop().await.expect("stopped");
    let met = &summary.incidents;
    assert!(
        met.http_429 > 0 && met.http_503 > 0 && met.hung == 2 && met.reset_after > 0 && met.reset_before > 0,
        "{met:?}"
    );
    assert_eq!((summary.recipients, summary.unique_to), (5_000, 5_000), "the simulator's own count");
    assert_eq!(summary.repeats, Repeats::default());
}

#[tokio::test]
async fn money_and_prices() {
    let toml = "balance = \"1234.56\"\n[prices]\nATA = \"13.05\"";
    let sim = Sim::start(Settings::from_toml(toml).expect("settings")).await.expect("a port");
    let provider = provider(&sim, |_| ());
    let balance = provider.balance().await.expect("a balance");
    assert_eq!((balance.balance, balance.point), (Minor(123_456), Minor::ZERO));
    let prices = provider.prices().await.expect("prices");
    assert!(prices.contains(&Price { channel: Channel::Alimtalk, price: Minor(1305) }), "{prices:?}");
    assert!(prices.contains(&Price { channel: Channel::Sms, price: Minor(2000) }), "{prices:?}");
}

#[tokio::test]
async fn wrong_credentials_are_named() {
    let sim = Sim::start(Settings::default()).await.expect("a port");
    for (key, secret, code) in
        [("NCSNOBODY", "x", "InvalidAPIKey"), (Settings::default().api_key.as_str(), "wrong", "SignatureDoesNotMatch")]
    {
        let provider = provider(&sim, |s| (s.api_key, s.api_secret) = (key.to_owned(), Secret::new(secret)));
        match provider.balance().await {
            Err(CallError::Refused { class: Class::Config, code: said, .. }) => assert_eq!(said, code),
            other => panic!("{other:?}"),
        }
    }
    let late = provider(&sim, |s| s.clock = Clock::new(|| now().minus(Duration::from_mins(16))));
    let error = late.balance().await.expect_err("refused").to_string();
    assert!(error.contains("clock is 960 s behind") || error.contains("clock is 959 s behind"), "{error}");
}
