//! Statistics: sums over the tally, which is written in the same transaction as each result. They take the same time
//! however many messages there are, and [`recount`] proves them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::campaign::Names;
use super::site::SiteError;
use crate::domain::channel::{Channel, words};
use crate::domain::codes::CodeTable;
use crate::domain::id::{CampaignId, SiteId, TemplateId};
use crate::domain::outcome::Class;
use crate::domain::time::Micros;
use crate::store::stats::{self, FigureRow, Scope};
use crate::store::{Store, StoreError};

words! {
    /// What statistics are grouped by.
    By ("grouping") {
        /// The channel that brought the result.
        Channel = "channel",
        /// The site.
        Site = "site",
        /// The Korean day of the result.
        Day = "day",
        /// The campaign.
        Campaign = "campaign",
        /// The template and its version.
        Template = "template",
        /// The code that decided.
        Code = "code",
    }
}

/// What to look at.
#[derive(Debug, Clone)]
pub struct Filter {
    /// One site, or all.
    pub site: Option<String>,
    /// Grouped by.
    pub by: By,
    /// The first Korean day of results.
    pub since: Option<Date>,
    /// The last.
    pub until: Option<Date>,
    /// With campaigns that were tests of a text.
    pub tests: bool,
}

/// What is not finished, of campaigns as they stand now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Open {
    /// Waiting in the queue.
    pub queued: u64,
    /// With a provider, report outstanding.
    #[serde(rename = "inFlight")]
    pub in_flight: u64,
    /// Not confirmed either way.
    pub unknown: u64,
}

/// One group.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// The channel, site, day, campaign, template or code.
    pub key: String,
    /// By code: the channel on which it came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// By code: its class.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<Class>,
    /// By code: what it says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meaning: Option<String>,
    /// Delivered.
    pub delivered: u64,
    /// Failed.
    pub failed: u64,
    /// Taken back.
    pub cancelled: u64,
    /// Share of what was tried and finished that was delivered, percent.
    pub success_pct: Option<f64>,
    /// What the delivered ones cost.
    pub cost_minor: i64,
    /// What is open, where the grouping knows it: by site, campaign and template.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub open: Option<Open>,
}

/// The figures. `total_attempts` is the sum of the successes by channel and the failures, over finished messages;
/// with `cancelled` and what is open it is every message there is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stats {
    /// Messages that were tried and have a result.
    #[serde(rename = "totalAttempts")]
    pub total_attempts: u64,
    /// Delivered as Alimtalk.
    #[serde(rename = "kakaoSuccessCount")]
    pub kakao_success: u64,
    /// Delivered as SMS, LMS or MMS.
    #[serde(rename = "smsSuccessCount")]
    pub sms_success: u64,
    /// Delivered on another channel.
    #[serde(rename = "otherSuccessCount")]
    pub other_success: u64,
    /// Failed.
    #[serde(rename = "failureCount")]
    pub failure: u64,
    /// Taken back before they were tried to the end.
    pub cancelled: u64,
    /// What has no result yet. Open messages have no day: a period that ends before today has none.
    #[serde(flatten)]
    pub open: Open,
    /// What the delivered ones cost.
    pub cost_minor: i64,
    /// Grouped by this.
    pub by: By,
    /// The groups.
    pub rows: Vec<Group>,
}

impl Stats {
    /// The sum of the groups, as one.
    pub fn total(&self) -> Group {
        let delivered = self.kakao_success + self.sms_success + self.other_success;
        Group {
            key: "total".to_owned(),
            channel: None,
            class: None,
            meaning: None,
            delivered,
            failed: self.failure,
            cancelled: self.cancelled,
            success_pct: share(delivered, self.failure),
            cost_minor: self.cost_minor,
            open: Some(self.open),
        }
    }
}

/// What codes mean, by the names of the configured providers.
#[derive(Debug, Clone)]
pub struct Codes {
    /// The table with the operator's overrides.
    pub table: CodeTable,
    /// Provider name → kind.
    pub kinds: BTreeMap<String, String>,
    /// Channel → provider name.
    pub carriers: BTreeMap<Channel, String>,
}

impl Codes {
    /// What a code of the named provider says on a channel.
    pub fn of(&self, provider: &str, channel: Channel, code: &str) -> Option<(Class, String)> {
        if let Some(own) = own_code(code) {
            return Some(own);
        }
        let m = self.table.meaning(self.kinds.get(provider)?, channel, code)?;
        Some((m.class, m.en.clone()))
    }

    /// As [`Codes::of`], of the provider that carries the channel now.
    fn on(&self, channel: Channel, code: &str) -> Option<(Class, String)> {
        self.of(self.carriers.get(&channel).map_or("", String::as_str), channel, code)
    }
}

/// The codes that come from us, not from a provider.
fn own_code(code: &str) -> Option<(Class, String)> {
    let (class, words) = match code {
        "NO_ANSWER" => (Class::Unknown, "the answer to the call was lost"),
        "NOT_TAKEN" => (Class::Retry, "the provider took nothing"),
        super::send::NO_REPORT => (Class::Late, "no report came within the deadline: by rule it failed"),
        "OPERATOR" => (Class::Late, "an operator decided what became of it"),
        "ABSENT" => (Class::Absent, "the provider says that it never had it"),
        "SUPPRESSED" => (Class::Late, "the person opted out after the plan"),
        "ERASED" => (Class::Late, "the person was erased"),
        "UNFIT" => (Class::Late, "no text could be made"),
        super::send::recall::CANCELLED => (Class::Late, "taken back by the operator"),
        _ => return None,
    };
    Some((class, words.to_owned()))
}

#[expect(clippy::cast_precision_loss, reason = "a percentage")]
fn share(delivered: u64, failed: u64) -> Option<f64> {
    let tried = delivered + failed;
    (tried > 0).then(|| (delivered as f64 * 1000.0 / tried as f64).round() / 10.0)
}

/// The figures.
///
/// # Errors
/// The site is not there; the database.
pub async fn stats(store: &Store, filter: &Filter, codes: &Codes, now: Micros) -> Result<Stats, SiteError> {
    let mut c = store.read().await?;
    let site = match &filter.site {
        Some(name) => super::site::get(&mut c, name).await?.id,
        None => SiteId(0),
    };
    let day = |d: Option<Date>, or: &str| d.map_or_else(|| or.to_owned(), |d| d.to_string());
    let (since, until) = (day(filter.since, ""), day(filter.until, "9999-12-31"));
    let today = now.kst_date();
    let open = filter.until.is_none_or(|d| d >= today) && filter.since.is_none_or(|d| d <= today);
    let scope = Scope { site, since: &since, until: &until, open, tests: filter.tests };
    let rows = stats::figures(&mut c, filter.by.word(), &scope).await?;
    let names = match filter.by {
        By::Site | By::Template => Some(Names::read(&mut c).await?),
        _ => None,
    };
    drop(c);
    Ok(sum(filter.by, &rows, names.as_ref(), codes))
}

/// One group while it is summed.
#[derive(Default)]
struct Part {
    delivered: u64,
    failed: u64,
    cancelled: u64,
    cost: i64,
    open: [u64; 4],
}

fn sum(by: By, rows: &[FigureRow], names: Option<&Names>, codes: &Codes) -> Stats {
    let mut all = Part::default();
    let (mut kakao, mut sms) = (0, 0);
    let mut parts: BTreeMap<(String, String), Part> = BTreeMap::new();
    for r in rows {
        let n = u64::try_from(r.n).unwrap_or(0);
        let channel = if by == By::Code { r.channel.clone() } else { String::new() };
        // what is open has no channel, day or code
        let mut nowhere = Part::default();
        let group = if r.part.is_empty() && r.channel.is_empty() && by != By::Template {
            &mut nowhere
        } else {
            parts.entry((r.part.clone(), channel)).or_default()
        };
        for part in [&mut all, group] {
            part.cost += r.price_minor;
            match r.state.as_str() {
                "delivered" => part.delivered += n,
                "failed" => part.failed += n,
                "cancelled" => part.cancelled += n,
                "total" => part.open[0] += n,
                "finished" => part.open[1] += n,
                "with-provider" => part.open[2] += n,
                _ => part.open[3] += n,
            }
        }
        if r.state == "delivered" {
            match r.channel.parse() {
                Ok(Channel::Alimtalk) => kakao += n,
                Ok(c) if Channel::is_text(c) => sms += n,
                _ => {}
            }
        }
    }
    let knows_open = matches!(by, By::Site | By::Campaign | By::Template);
    let mut groups: Vec<Group> = parts
        .into_iter()
        .map(|((part, channel), p)| {
            let said = (by == By::Code).then(|| channel.parse().ok().and_then(|c| codes.on(c, &part))).flatten();
            let (class, meaning) = said.map_or((None, None), |(c, m)| (Some(c), Some(m)));
            Group {
                key: key(by, part, names),
                channel: (by == By::Code).then_some(channel),
                class,
                meaning,
                delivered: p.delivered,
                failed: p.failed,
                cancelled: p.cancelled,
                success_pct: share(p.delivered, p.failed),
                cost_minor: p.cost,
                open: knows_open.then(|| open(&p)),
            }
        })
        .collect();
    order(by, &mut groups);
    Stats {
        total_attempts: all.delivered + all.failed,
        kakao_success: kakao,
        sms_success: sms,
        other_success: all.delivered - kakao - sms,
        failure: all.failed,
        cancelled: all.cancelled,
        open: open(&all),
        cost_minor: all.cost,
        by,
        rows: groups,
    }
}

fn open(p: &Part) -> Open {
    let [total, finished, with_provider, unknown] = p.open;
    Open {
        queued: total.saturating_sub(finished + with_provider),
        in_flight: with_provider.saturating_sub(unknown),
        unknown,
    }
}

fn key(by: By, part: String, names: Option<&Names>) -> String {
    let number = |text: &str| text.parse::<i64>().unwrap_or(0);
    match (by, names) {
        (By::Campaign, _) => CampaignId(number(&part)).to_string(),
        (By::Site, Some(names)) => names.site(SiteId(number(&part))),
        (By::Template, Some(names)) => match part.split_once('@') {
            Some((id, version)) => names.template(Some(TemplateId(number(id))), version.parse().ok()).unwrap_or(part),
            None => "(text)".to_owned(),
        },
        _ => part,
    }
}

/// Days and campaigns newest first, channels in their own order, the rest by weight.
fn order(by: By, groups: &mut [Group]) {
    let weight = |g: &Group| std::cmp::Reverse(g.delivered + g.failed + g.cancelled);
    match by {
        By::Channel => groups.sort_by_key(|g| g.key.parse::<Channel>().ok()),
        By::Day => groups.sort_by(|a, b| b.key.cmp(&a.key)),
        By::Campaign => groups.sort_by_key(|g| std::cmp::Reverse(g.key.parse::<CampaignId>().ok())),
        By::Site | By::Template | By::Code => groups.sort_by_key(weight),
    }
}

/// Where the tally and the messages disagree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The campaign.
    pub campaign: CampaignId,
    /// The channel; empty for sums over all.
    pub channel: String,
    /// A final state, or `total`, `with-provider`.
    pub state: String,
    /// The code.
    pub code: String,
    /// What statistics say.
    pub tally: i64,
    /// How many messages there are.
    pub counted: i64,
    /// What statistics say they cost.
    pub tally_minor: i64,
    /// What they cost.
    pub counted_minor: i64,
}

/// The tally proved, or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recount {
    /// Campaigns looked at.
    pub campaigns: u64,
    /// Messages counted.
    pub messages: u64,
    /// Where they disagree.
    pub differences: Vec<Difference>,
}

/// Counts every message, and compares.
///
/// # Errors
/// The site is not there; the database.
pub async fn recount(store: &Store, site: Option<&str>, mut progress: impl FnMut(u64)) -> Result<Recount, SiteError> {
    let site = match site {
        Some(name) => super::site::get(&mut store.read().await?, name).await?.id,
        None => SiteId(0),
    };
    let mut all = Recount { campaigns: 0, messages: 0, differences: Vec::new() };
    let mut after = CampaignId(0);
    loop {
        let ids = stats::campaigns(&mut store.read().await?, site, after, 500).await?;
        let Some(last) = ids.last() else { return Ok(all) };
        after = *last;
        for id in ids {
            compare(store, id, &mut all).await?;
            progress(all.messages);
        }
    }
}

async fn compare(store: &Store, id: CampaignId, all: &mut Recount) -> Result<(), StoreError> {
    let mut books: BTreeMap<(String, String, String), Difference> = BTreeMap::new();
    let mut put = |channel: &str, state: &str, code: &str, tally: (i64, i64), counted: (i64, i64)| {
        let d = books.entry((channel.to_owned(), state.to_owned(), code.to_owned())).or_insert_with(|| Difference {
            campaign: id,
            channel: channel.to_owned(),
            state: state.to_owned(),
            code: code.to_owned(),
            tally: 0,
            counted: 0,
            tally_minor: 0,
            counted_minor: 0,
        });
        d.tally += tally.0;
        d.tally_minor += tally.1;
        d.counted += counted.0;
        d.counted_minor += counted.1;
    };
    for r in stats::recount(&mut store.read().await?, id).await? {
        let sums = (r.n, r.price_minor);
        if r.side == "tally" {
            put(&r.channel, &r.state, &r.code, sums, (0, 0));
            continue;
        }
        all.messages += r.n.unsigned_abs();
        put("", "total", "", (0, 0), (r.n, 0));
        match r.state.as_str() {
            "delivered" | "failed" | "cancelled" => put(&r.channel, &r.state, &r.code, (0, 0), sums),
            "sending" | "accepted" | "unknown" => put("", "with-provider", "", (0, 0), (r.n, 0)),
            _ => {}
        }
    }
    all.campaigns += 1;
    all.differences.extend(books.into_values().filter(|d| (d.tally, d.tally_minor) != (d.counted, d.counted_minor)));
    Ok(())
}
