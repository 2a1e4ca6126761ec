//! Evidence, from the command line and from the simulator's log.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use super::DrillError;
use super::bench::Bench;
use super::bench::{PRICES, SITE};
use super::proof::{Arrival, Audited, Campaign, Evidence, Held, Limit, Message, Money, Recount};
use crate::domain::channel::Channel;
use crate::domain::id::{CampaignId, MessageId};
use crate::domain::phone::Mobile;
use crate::domain::time::Micros;
use crate::store::{Opening, Store, Target, health};

/// Messages that are listed, and arrivals that are read, in one go.
const PAGE: &str = "10000";
const ARRIVALS: u64 = 20_000;

/// Everything that can be known of a bench where all campaigns have ended.
///
/// # Errors
/// A command or the simulator does not answer as it should.
pub async fn gather(bench: &Bench, people: BTreeSet<String>, limits: Vec<Limit>) -> Result<Evidence, DrillError> {
    let mut campaigns = Vec::new();
    for row in array(&bench.json(&["campaign", "list", "--limit", PAGE], &[0]).await?)? {
        campaigns.push(campaign(bench, text(row, "campaign")?).await?);
    }
    campaigns.sort_by_key(|c| c.id);
    Ok(Evidence {
        people,
        campaigns,
        arrivals: arrivals(bench).await?,
        limits,
        recount: recount(&bench.json(&["stats", "--recount"], &[0, 5]).await?)?,
        audit: array(&bench.json(&["rate", "audit"], &[0, 5]).await?)?.iter().map(audited).collect::<Result<_, _>>()?,
        damage: damage(bench).await?,
        money: None,
    })
}

async fn campaign(bench: &Bench, id: &str) -> Result<Campaign, DrillError> {
    let shown = bench.json(&["campaign", "show", id], &[0]).await?;
    let results: BTreeMap<String, u64> = shown["results"]
        .as_object()
        .map(|o| o.iter().filter_map(|(k, v)| Some((k.clone(), v.as_u64()?))).collect())
        .unwrap_or_default();
    let mut messages: Vec<Message> = Vec::new();
    loop {
        let after = messages.last().map(|m| m.id.to_string());
        let mut args = vec!["message", "list", id, "--reveal", "--limit", PAGE];
        if let Some(after) = &after {
            args.extend(["--after", after]);
        }
        let page = bench.json(&args, &[0]).await?;
        let page = array(&page)?;
        if page.is_empty() {
            break;
        }
        messages.extend(page.iter().map(message).collect::<Result<Vec<_>, _>>()?);
    }
    Ok(Campaign {
        id: word(&shown, "campaign")?,
        state: word(&shown, "state")?,
        results,
        captured_minor: shown["cost"]["captured_minor"].as_i64().unwrap_or(0),
        messages,
    })
}

/// What is known of the site's credits, where `proofs` were made of its books and so much was topped up.
///
/// # Errors
/// As [`gather`].
pub async fn money(bench: &Bench, proofs: &Proofs, paid_minor: i64) -> Result<Money, DrillError> {
    let balance = bench.json(&["credits", "balance", "--site", SITE], &[0]).await?;
    let mut holds = Vec::new();
    for h in array(&bench.json(&["credits", "holds", "--site", SITE, "--limit", PAGE], &[0]).await?)? {
        holds.push(Held {
            campaign: word(h, "campaign")?,
            state: text(h, "state")?.to_owned(),
            authorized_minor: amount(h, "authorized_minor")?,
            charged_minor: amount(h, "captured_minor")? + amount(h, "late_minor")?,
            released_minor: amount(h, "released_minor")?,
        });
    }
    Ok(Money {
        prices: PRICES.into(),
        paid_minor,
        available_minor: amount(&balance, "available_minor")?,
        held_minor: amount(&balance, "held_minor")?,
        holds,
        proofs: proofs.made,
        broken: proofs.broken.clone(),
    })
}

/// How often the books were proven, and what was found.
#[derive(Debug, Clone, Default)]
pub struct Proofs {
    /// How often.
    pub made: u64,
    /// What does not hold.
    pub broken: Vec<String>,
}

impl Proofs {
    /// Proves the books once more; message by message, where `full`.
    ///
    /// # Errors
    /// As [`gather`].
    pub async fn make(&mut self, bench: &Bench, full: bool) -> Result<(), DrillError> {
        let args: &[&str] = if full { &["credits", "verify", "--full"] } else { &["credits", "verify"] };
        let report = bench.json(args, &[0, 5]).await?;
        self.made += 1;
        for c in array(&report["checks"])?.iter().filter(|c| c["violations"] != 0 && c["warning"] != true) {
            let (id, example) = (&c["id"], c["counterexample"].as_str().unwrap_or_default());
            self.broken.push(format!("proof {}: {} {example}", self.made, id.as_str().unwrap_or_default()));
        }
        if report["proven"] != true && self.broken.is_empty() {
            self.broken.push(format!("proof {}: not proven", self.made));
        }
        Ok(())
    }
}

fn amount(v: &Value, name: &str) -> Result<i64, DrillError> {
    v[name].as_i64().ok_or_else(|| unreadable(name, &v.to_string()))
}

fn message(row: &Value) -> Result<Message, DrillError> {
    let route: Result<Vec<Channel>, _> =
        array(&row["route"])?.iter().map(|c| c.as_str().unwrap_or_default().parse()).collect();
    Ok(Message {
        id: word(row, "message")?,
        to: digits(row["phone"].as_str().unwrap_or_default()),
        state: word(row, "state")?,
        channel: word(row, "channel")?,
        route: route.map_err(|e| unreadable("route", &e.to_string()))?,
        price_minor: row["price_minor"].as_i64().unwrap_or(0),
    })
}

/// The provider's log.
async fn arrivals(bench: &Bench) -> Result<Vec<Arrival>, DrillError> {
    let mut all: Vec<Arrival> = Vec::new();
    loop {
        let page = bench.ask(&format!("/__sim/messages?after={}&limit={ARRIVALS}", all.len())).await?;
        let before = all.len();
        for line in page.lines() {
            all.push(arrival(line)?);
        }
        if all.len() == before {
            return Ok(all);
        }
    }
}

fn arrival(line: &str) -> Result<Arrival, DrillError> {
    let v: Value = serde_json::from_str(line).map_err(|e| unreadable("the simulator's log", &e.to_string()))?;
    let channel = match text(&v, "type")? {
        "ATA" => Channel::Alimtalk,
        "SMS" => Channel::Sms,
        "LMS" => Channel::Lms,
        "MMS" => Channel::Mms,
        other => return Err(unreadable("the simulator's log", other)),
    };
    Ok(Arrival {
        seq: v["seq"].as_u64().unwrap_or(0),
        at: Micros(v["at_us"].as_i64().unwrap_or(0)),
        message: v["custom_fields"]["ref"].as_str().and_then(of_reference),
        to: digits(text(&v, "to")?),
        channel,
        accepted: v["accepted"].as_bool().unwrap_or(false),
        code: text(&v, "status")?.to_owned(),
    })
}

/// `<installation>-<message>-<batch>`.
fn of_reference(text: &str) -> Option<MessageId> {
    text.split('-').nth(1)?.parse().ok().map(MessageId)
}

fn recount(v: &Value) -> Result<Recount, DrillError> {
    let differences = array(&v["differences"])?.iter().map(ToString::to_string).collect();
    Ok(Recount { messages: v["messages"].as_u64().unwrap_or(0), differences })
}

fn audited(v: &Value) -> Result<Audited, DrillError> {
    Ok(Audited {
        group: text(v, "group")?.to_owned(),
        busiest: v["busiest"].as_u64().unwrap_or(0),
        limit: v["limit"].as_u64().unwrap_or(0),
        kept: v["kept"].as_bool().unwrap_or(false),
    })
}

/// What SQLite finds wrong with its file; a server looks after its files itself.
async fn damage(bench: &Bench) -> Result<Option<Vec<String>>, DrillError> {
    let url = bench.env.get("MSGCTL_DATABASE_URL").map_or("sqlite:msgctl.db", String::as_str);
    let target = Target::parse(url, Path::new(&bench.folder))?;
    if !matches!(target, Target::Sqlite(_)) {
        return Ok(None);
    }
    let store = Store::open(target, Opening::Existing).await?;
    let mut found = None;
    if let Ok(mut c) = store.read().await {
        found = Some(health::damage(&mut c).await?);
    }
    store.close().await;
    Ok(found)
}

/// The numbers of a file of people.
#[must_use]
pub fn numbers(csv: &str) -> BTreeSet<String> {
    let column = |line: &str| line.split(',').nth(1).and_then(|n| n.parse::<Mobile>().ok());
    csv.lines().filter_map(column).map(|m| m.as_str().to_owned()).collect()
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

fn array(v: &Value) -> Result<&Vec<Value>, DrillError> {
    v.as_array().ok_or_else(|| unreadable("a list", &v.to_string()))
}

fn text<'a>(v: &'a Value, name: &str) -> Result<&'a str, DrillError> {
    v[name].as_str().ok_or_else(|| unreadable(name, &v.to_string()))
}

fn word<T: std::str::FromStr<Err: std::fmt::Display>>(v: &Value, name: &str) -> Result<T, DrillError> {
    text(v, name)?.parse().map_err(|e: T::Err| unreadable(name, &e.to_string()))
}

fn unreadable(what: &str, found: &str) -> DrillError {
    DrillError::Unreadable(format!("{what}: {}", found.chars().take(200).collect::<String>()))
}

/// The campaign of a key, as far as it is known.
///
/// # Errors
/// As [`gather`].
pub async fn newest(bench: &Bench) -> Result<Option<(CampaignId, String)>, DrillError> {
    let all = bench.json(&["campaign", "list", "--limit", "1"], &[0]).await?;
    let Some(row) = array(&all)?.first() else { return Ok(None) };
    Ok(Some((word(row, "campaign")?, text(row, "state")?.to_owned())))
}
