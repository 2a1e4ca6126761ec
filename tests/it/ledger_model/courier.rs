//! A provider that takes everything and says what it is told to say.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use msgctl::domain::channel::Channel;
use msgctl::domain::money::Minor;
use msgctl::domain::outcome::Class;
use msgctl::domain::time::Micros;
use msgctl::providers::{
    Balance, CallError, Caps, Cursor, Found, Intake, Page, Price, Provider, Question, Reference, Report, Submission,
    Verdict,
};

/// What came in, and what is to be reported.
#[derive(Default)]
struct Desk {
    /// The latest attempt to each number.
    latest: BTreeMap<String, (Reference, Channel)>,
    reports: Vec<Report>,
}

#[derive(Default)]
pub struct Courier(Mutex<Desk>);

fn verdict(class: Class) -> Verdict {
    Verdict { class, code: class.word().to_owned(), text: String::new() }
}

impl Courier {
    fn desk(&self) -> std::sync::MutexGuard<'_, Desk> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How the latest attempt to a number went, if there was one.
    pub fn report(&self, to: &str, delivered: bool, at: Micros) -> Option<Report> {
        let (reference, _) = self.desk().latest.get(to)?.clone();
        let class = if delivered { Class::Delivered } else { Class::Fallback };
        let provider_id = format!("p-{}", reference.0);
        Some(Report { reference: Some(reference), provider_id, verdict: verdict(class), at })
    }

    /// Has reports ready for whoever asks.
    pub fn say(&self, reports: impl IntoIterator<Item = Report>) {
        self.desk().reports.extend(reports);
    }
}

impl Provider for Courier {
    fn caps(&self) -> Caps {
        let channels = &[Channel::Alimtalk, Channel::Sms];
        Caps { max_batch: 100, channels, reports: true, finds_by_reference: true, refuses_after: None }
    }

    fn submit<'a>(&'a self, batch: &'a Submission) -> BoxFuture<'a, Result<Vec<Intake>, CallError>> {
        let mut desk = self.desk();
        let take = |m: &msgctl::providers::Outgoing| {
            desk.latest.insert(m.to.clone(), (m.reference.clone(), batch.channel));
            Intake { provider_id: Some(format!("p-{}", m.reference.0)), verdict: verdict(Class::Accepted) }
        };
        let taken = batch.messages.iter().map(take).collect();
        async { Ok(taken) }.boxed()
    }

    fn look_up<'a>(&'a self, _: &'a [Question]) -> BoxFuture<'a, Result<Vec<Found>, CallError>> {
        async { Err(CallError::NotTaken { detail: "nothing is ever in doubt".to_owned(), retry_after: None }) }.boxed()
    }

    fn cursor_at(&self, _: Micros) -> Cursor {
        Cursor("0".to_owned())
    }

    fn poll<'a>(&'a self, cursor: &'a Cursor) -> BoxFuture<'a, Result<Page, CallError>> {
        let desk = self.desk();
        let from: usize = cursor.0.parse().unwrap_or(0);
        let reports = desk.reports.get(from..).unwrap_or_default().to_vec();
        let next = Cursor(desk.reports.len().to_string());
        async { Ok(Page { reports, next, more: false }) }.boxed()
    }

    fn balance(&self) -> BoxFuture<'_, Result<Balance, CallError>> {
        async { Ok(Balance { balance: Minor(0), point: Minor(0) }) }.boxed()
    }

    fn prices(&self) -> BoxFuture<'_, Result<Vec<Price>, CallError>> {
        async { Ok(Vec::new()) }.boxed()
    }
}
