//! The proof: our books held against the provider's log. Pure, so that a broken promise can be put to it.

mod money;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Display;
use std::time::Duration;

use serde::{Serialize, Serializer};

pub use money::{Held, Money};

use crate::domain::channel::Channel;
use crate::domain::codes::CodeTable;
use crate::domain::id::{CampaignId, MessageId};
use crate::domain::outcome::Class;
use crate::domain::state::{CampaignState, MessageState};
use crate::domain::time::Micros;

/// Everything that is known when all campaigns have ended.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// Numbers of the people of the list, digits only.
    pub people: BTreeSet<String>,
    /// Our books.
    pub campaigns: Vec<Campaign>,
    /// The provider's log, in order.
    pub arrivals: Vec<Arrival>,
    /// The limits that were set.
    pub limits: Vec<Limit>,
    /// `stats --recount`.
    pub recount: Recount,
    /// `rate audit`.
    pub audit: Vec<Audited>,
    /// What the engine's own check found; none: it has no such check.
    pub damage: Option<Vec<String>>,
    /// The credits; none: nothing was paid from any.
    pub money: Option<Money>,
}

/// A campaign in our books.
#[derive(Debug, Clone)]
pub struct Campaign {
    /// Its id.
    pub id: CampaignId,
    /// Where it stands.
    pub state: CampaignState,
    /// Its results by name, as `campaign show` has them.
    pub results: BTreeMap<String, u64>,
    /// What it cost, in 1/100 won.
    pub captured_minor: i64,
    /// Its messages.
    pub messages: Vec<Message>,
}

/// A message in our books.
#[derive(Debug, Clone)]
pub struct Message {
    /// Its id.
    pub id: MessageId,
    /// To whom, digits only.
    pub to: String,
    /// Where it stands.
    pub state: MessageState,
    /// On which channel.
    pub channel: Channel,
    /// The channels it may take.
    pub route: Vec<Channel>,
    /// What it cost, in 1/100 won.
    pub price_minor: i64,
}

/// A message in the provider's log.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// Its place.
    pub seq: u64,
    /// When it came, by the provider's clock.
    pub at: Micros,
    /// Our message, where the reference names one.
    pub message: Option<MessageId>,
    /// To whom.
    pub to: String,
    /// By which channel.
    pub channel: Channel,
    /// Not refused at the door.
    pub accepted: bool,
    /// The last word on it.
    pub code: String,
}

impl Arrival {
    fn delivered(&self) -> bool {
        self.accepted && self.code == "4000"
    }

    fn class(&self) -> Class {
        CodeTable::builtin().class("solapi", self.channel, &self.code)
    }

    /// The step of a route that it is: texts of any length are one.
    fn is_text(&self) -> bool {
        self.channel != Channel::Alimtalk
    }
}

/// At most so many messages of these channels in any window.
#[derive(Debug, Clone)]
pub struct Limit {
    /// What the operator calls it.
    pub name: &'static str,
    /// What it counts.
    pub channels: Vec<Channel>,
    /// How many.
    pub most: u64,
    /// In any window of this length.
    pub window: Duration,
}

/// What `stats --recount` said.
#[derive(Debug, Clone, Default)]
pub struct Recount {
    /// Messages that it counted.
    pub messages: u64,
    /// Sums that differ, in words.
    pub differences: Vec<String>,
}

/// What `rate audit` said of one limit.
#[derive(Debug, Clone)]
pub struct Audited {
    /// Its name.
    pub group: String,
    /// Most that a window can have held.
    pub busiest: u64,
    /// The limit.
    pub limit: u64,
    /// It was never exceeded.
    pub kept: bool,
}

/// Counts with names, in the order in which they are told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures(pub Vec<(String, u64)>);

impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_map(self.0.iter().map(|(k, v)| (k, v)))
    }
}

/// One line of the proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// What is claimed.
    pub claim: &'static str,
    /// It holds.
    pub held: bool,
    /// What was counted.
    pub figures: Figures,
    /// How often it does not hold.
    pub violations: u64,
    /// The first case against it, by ids.
    pub counterexample: Option<String>,
}

/// A claim under test: cases against it, smallest first.
struct Trial {
    claim: &'static str,
    figures: Vec<(String, u64)>,
    against: BTreeMap<(CampaignId, i64), String>,
}

impl Trial {
    fn new(claim: &'static str) -> Self {
        Self { claim, figures: Vec::new(), against: BTreeMap::new() }
    }

    fn figure(&mut self, name: impl Display, n: u64) {
        self.figures.push((name.to_string(), n));
    }

    fn count(&mut self, name: &str, n: usize) {
        self.figure(name, n as u64);
    }

    /// A case, in the order of campaign and message.
    fn against(&mut self, campaign: CampaignId, nth: i64, what: impl Display) {
        self.against.entry((campaign, nth)).or_insert_with(|| what.to_string());
    }

    fn end(self) -> Check {
        Check {
            claim: self.claim,
            held: self.against.is_empty(),
            violations: self.against.len() as u64,
            counterexample: self.against.into_values().next(),
            figures: Figures(self.figures),
        }
    }
}

/// Every claim, with its figures.
#[must_use]
pub fn prove(e: &Evidence) -> Vec<Check> {
    let books = Books::open(e);
    let mut checks = vec![
        books.nobody_twice(),
        books.nobody_missing(),
        books.nobody_unasked(),
        books.results_are_true(),
        books.fallbacks_follow_failures(),
        books.results_add_up(),
        books.money_adds_up(),
        recount(e),
        audit(e),
        busiest(e),
    ];
    checks.extend(books.money());
    checks.extend(e.damage.as_ref().map(|d| integrity(d)));
    checks
}

/// Evidence with the ways through it.
struct Books<'a> {
    e: &'a Evidence,
    messages: HashMap<MessageId, (CampaignId, &'a Message)>,
    arrivals: HashMap<MessageId, Vec<&'a Arrival>>,
}

impl<'a> Books<'a> {
    fn open(e: &'a Evidence) -> Self {
        let messages =
            e.campaigns.iter().flat_map(|c| c.messages.iter().map(|m| (m.id, (c.id, m)))).collect::<HashMap<_, _>>();
        let mut arrivals: HashMap<MessageId, Vec<&Arrival>> = HashMap::new();
        for a in &e.arrivals {
            if let Some(id) = a.message {
                arrivals.entry(id).or_default().push(a);
            }
        }
        Self { e, messages, arrivals }
    }

    fn of(&self, m: &Message) -> &[&'a Arrival] {
        self.arrivals.get(&m.id).map_or(&[], Vec::as_slice)
    }

    fn all(&self) -> impl Iterator<Item = (CampaignId, &'a Message)> {
        self.e.campaigns.iter().flat_map(|c| c.messages.iter().map(|m| (c.id, m)))
    }

    /// On each step of the route the provider took a message once, unless it gave it back as passing trouble; and
    /// nobody has two messages of one campaign.
    fn nobody_twice(&self) -> Check {
        let mut t = Trial::new("nobody was written to twice");
        let mut reached: HashMap<(CampaignId, &str), &Arrival> = HashMap::new();
        let mut accepted = 0;
        for (id, m) in self.all() {
            for text in [false, true] {
                let on_step = self.of(m).iter().filter(|a| a.is_text() == text && a.accepted);
                let taken: Vec<_> = on_step.filter(|a| a.class() != Class::Retry).collect();
                accepted += taken.len();
                if let [first, second, ..] = taken.as_slice() {
                    let what = format!(
                        "{} of {id} was taken {} times by {}: #{} and #{} of the provider's log",
                        m.id,
                        taken.len(),
                        second.channel,
                        first.seq,
                        second.seq
                    );
                    t.against(id, m.id.0, what);
                }
            }
        }
        for a in self.e.arrivals.iter().filter(|a| a.delivered()) {
            let Some((id, m)) = a.message.and_then(|id| self.messages.get(&id)) else { continue };
            if let Some(before) = reached.insert((*id, &a.to), a) {
                let what = format!("one person has two messages of {id}: #{} and #{} of the log", before.seq, a.seq);
                t.against(*id, m.id.0, what);
            }
        }
        t.count("taken", accepted);
        t.count("delivered", reached.len());
        t.end()
    }

    /// Everybody of the list has one message in each campaign, in one final state, and no campaign is open.
    fn nobody_missing(&self) -> Check {
        let mut t = Trial::new("nobody is missing");
        let (mut planned, mut last) = (0, 0);
        for c in &self.e.campaigns {
            if !matches!(c.state, CampaignState::Done | CampaignState::Cancelled) {
                t.against(c.id, 0, format_args!("{} is {}", c.id, c.state));
            }
            let mut seen: BTreeMap<&str, MessageId> = BTreeMap::new();
            for m in &c.messages {
                planned += 1;
                if m.state.is_final() {
                    last += 1;
                } else {
                    t.against(c.id, m.id.0, format_args!("{} of {} ended as {}", m.id, c.id, m.state));
                }
                if let Some(other) = seen.insert(&m.to, m.id) {
                    t.against(c.id, m.id.0, format_args!("{other} and {} of {} are for one person", m.id, c.id));
                }
            }
            for person in self.e.people.iter().filter(|p| !seen.contains_key(p.as_str())) {
                let what = format!("somebody whose number ends in {} has no message in {}", tail(person), c.id);
                t.against(c.id, i64::MAX, what);
            }
        }
        t.count("people", self.e.people.len());
        t.figure("messages", planned);
        t.figure("final", last);
        t.end()
    }

    /// Whatever arrived is a message of ours, to the person that it was meant for.
    fn nobody_unasked(&self) -> Check {
        let mut t = Trial::new("nobody was written to unasked");
        for a in &self.e.arrivals {
            match a.message.and_then(|id| self.messages.get(&id)) {
                None => t.against(
                    CampaignId(0),
                    a.seq.cast_signed(),
                    format_args!("#{} of the log is no message of any plan", a.seq),
                ),
                Some((id, m)) if m.to != a.to => {
                    t.against(*id, m.id.0, format_args!("#{} of the log is {}, but to another number", a.seq, m.id));
                }
                Some((id, m)) if !m.route.contains(&a.channel) => {
                    t.against(*id, m.id.0, format_args!("#{} of the log is {} by {}", a.seq, m.id, a.channel));
                }
                Some(_) => {}
            }
        }
        t.count("arrivals", self.e.arrivals.len());
        t.end()
    }

    /// What we call delivered the provider delivered, on that channel; and the other way round.
    fn results_are_true(&self) -> Check {
        let mut t = Trial::new("our results are the provider's");
        let mut by: BTreeMap<&str, u64> = BTreeMap::new();
        for (id, m) in self.all() {
            let delivered = self.of(m).iter().find(|a| a.delivered());
            match (m.state, delivered) {
                (MessageState::Delivered, Some(a)) if a.channel == m.channel => {
                    *by.entry(m.channel.word()).or_default() += 1;
                }
                (MessageState::Delivered, Some(a)) => t.against(
                    id,
                    m.id.0,
                    format_args!("{} was delivered by {}, and is {} here", m.id, a.channel, m.channel),
                ),
                (MessageState::Delivered, None) => {
                    t.against(id, m.id.0, format_args!("{} is delivered here and was not there", m.id));
                }
                (state, Some(a)) => {
                    t.against(
                        id,
                        m.id.0,
                        format_args!("{} is {state} here and #{} of the log was delivered", m.id, a.seq),
                    );
                }
                (state, None) => *by.entry(state.word()).or_default() += 1,
            }
        }
        t.figures = by.into_iter().map(|(k, n)| (k.to_owned(), n)).collect();
        t.end()
    }

    /// Whom Alimtalk cannot reach got one text; nobody else got any.
    fn fallbacks_follow_failures(&self) -> Check {
        let mut t = Trial::new("texts went to those whom Alimtalk cannot reach");
        let (mut unreachable, mut texts) = (0, 0);
        for (id, m) in self.all().filter(|(_, m)| m.route.len() > 1) {
            let sent = self.of(m).iter().filter(|a| a.is_text() && a.accepted).count() as u64;
            let failed = self.of(m).iter().any(|a| !a.is_text() && a.class() == Class::Fallback);
            unreachable += u64::from(failed);
            texts += sent;
            match (failed, sent) {
                (true, 0) if m.state != MessageState::Cancelled => {
                    t.against(id, m.id.0, format_args!("Alimtalk could not reach {} and no text went out", m.id));
                }
                (false, 1..) => t.against(
                    id,
                    m.id.0,
                    format_args!("a text went out for {} although no Alimtalk had failed for good", m.id),
                ),
                _ => {}
            }
        }
        t.figure("alimtalk failed", unreachable);
        t.figure("texts", texts);
        t.end()
    }

    /// `total` is the sum of its parts, and each part is what the messages say.
    fn results_add_up(&self) -> Check {
        const PARTS: [&str; 10] =
            ["alimtalk", "sms", "lms", "mms", "rcs", "email", "push", "failed", "unknown", "cancelled"];
        let mut t = Trial::new("campaign results add up");
        for c in &self.e.campaigns {
            let part = |name: &str| c.results.get(name).copied().unwrap_or(0);
            let sum: u64 = PARTS.iter().map(|p| part(p)).sum();
            if part("total") != sum || sum != c.messages.len() as u64 {
                let what = format!("{}: total {}, parts {sum}, messages {}", c.id, part("total"), c.messages.len());
                t.against(c.id, 0, what);
            }
            for name in PARTS {
                let of_messages = c.messages.iter().filter(|m| match m.state {
                    MessageState::Delivered => m.channel.word() == name,
                    state => state.word() == name,
                });
                let n = of_messages.count() as u64;
                if n != part(name) {
                    t.against(c.id, 0, format_args!("{}: {name} is {} and {n} messages are", c.id, part(name)));
                }
            }
        }
        t.count("campaigns", self.e.campaigns.len());
        t.figure("results", self.e.campaigns.iter().filter_map(|c| c.results.get("total")).sum());
        t.end()
    }

    /// What a campaign cost is what its delivered messages cost.
    fn money_adds_up(&self) -> Check {
        let mut t = Trial::new("costs add up");
        let mut all = 0;
        for c in &self.e.campaigns {
            let sum: i64 = c.messages.iter().map(|m| m.price_minor).sum();
            all += sum;
            if sum != c.captured_minor {
                let what = format!("{} cost {} and its messages {sum} (1/100 won)", c.id, c.captured_minor);
                t.against(c.id, 0, what);
            }
            let charged = |m: &&Message| m.price_minor != 0 && m.state != MessageState::Delivered;
            for m in c.messages.iter().filter(charged) {
                t.against(c.id, m.id.0, format_args!("{} is {} and was charged", m.id, m.state));
            }
        }
        t.figure("cost_minor", all.unsigned_abs());
        t.end()
    }
}

fn recount(e: &Evidence) -> Check {
    let mut t = Trial::new("statistics equal the recount");
    let known = e.campaigns.iter().map(|c| c.messages.len() as u64).sum::<u64>();
    if e.recount.messages != known {
        t.against(CampaignId(0), 0, format_args!("{} messages were counted of {known}", e.recount.messages));
    }
    for (n, difference) in (1..).zip(&e.recount.differences) {
        t.against(CampaignId(0), n, difference);
    }
    t.figure("counted", e.recount.messages);
    t.count("differences", e.recount.differences.len());
    t.end()
}

fn audit(e: &Evidence) -> Check {
    let mut t = Trial::new("the calls on record kept every limit");
    if e.audit.is_empty() && !e.limits.is_empty() && !e.arrivals.is_empty() {
        t.against(CampaignId(0), 0, "no limit is on record");
    }
    for (n, a) in (1..).zip(&e.audit) {
        t.figure(format_args!("{} of {}", a.group, a.limit), a.busiest);
        if !a.kept || a.busiest > a.limit {
            t.against(
                CampaignId(0),
                n,
                format_args!("a window of {} can have held {} of {}", a.group, a.busiest, a.limit),
            );
        }
    }
    t.end()
}

/// The fullest half-open window by the provider's clock.
fn busiest(e: &Evidence) -> Check {
    let mut t = Trial::new("no window at the provider held more than the limit");
    for (n, limit) in (1..).zip(&e.limits) {
        let mut counted: Vec<&Arrival> = e.arrivals.iter().filter(|a| limit.channels.contains(&a.channel)).collect();
        counted.sort_by_key(|a| a.at);
        let (mut first, mut most, mut fullest) = (0, 0, (0, 0));
        for (last, a) in counted.iter().enumerate() {
            let edge = a.at.minus(limit.window);
            while counted[first].at <= edge {
                first += 1;
            }
            let held = (last - first + 1) as u64;
            if held > most {
                (most, fullest) = (held, (counted[first].seq, a.seq));
            }
        }
        t.figure(format_args!("{} of {}", limit.name, limit.most), most);
        if most > limit.most {
            let what = format!(
                "{most} of {} arrived within {:?} by {}: #{} to #{} of the log",
                limit.most, limit.window, limit.name, fullest.0, fullest.1
            );
            t.against(CampaignId(0), n, what);
        }
    }
    t.end()
}

fn integrity(damage: &[String]) -> Check {
    let mut t = Trial::new("the database is sound");
    t.count("faults", damage.len());
    for (n, fault) in (1..).zip(damage) {
        t.against(CampaignId(0), n, fault);
    }
    t.end()
}

/// The last four digits.
fn tail(number: &str) -> &str {
    number.get(number.len().saturating_sub(4)..).unwrap_or_default()
}

#[cfg(test)]
mod tests;
