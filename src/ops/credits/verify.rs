//! The proof of the books: every promise about money, held against every row.
//!
//! It reads one state of the database and changes nothing; it never mends. Memory grows with the sites, not with the
//! entries.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::channel::Channel;
use crate::domain::clock::Clock;
use crate::domain::id::{CampaignId, HoldId, JournalId, PaymentId, SiteId, UsageId};
use crate::domain::ledger::{Account, Broken, Entry, Fold, Kind, Rule, Standing};
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::domain::time::Micros;
use crate::ops::ledger::{LedgerError, request_hash};
use crate::ops::send::credits::awaited;
use crate::store::verify::{self, Booked, EntryLine, Find, JournalLine};
use crate::store::{Store, StoreError, Tx, journal, retrying};

/// How far the proof goes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Scope {
    /// From the first journal on, and message by message; otherwise from where the last proof ended.
    pub full: bool,
    /// Only entries behind this journal, whatever was proven before.
    pub since: Option<JournalId>,
    /// Hash the entries, and compare with earlier hashes of them.
    pub seal: bool,
    /// How old an open hold may be.
    pub hold_ttl: std::time::Duration,
}

/// One promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// `V1` to `V13`.
    pub id: &'static str,
    /// What is promised.
    pub claim: &'static str,
    /// How many rows were held against it.
    pub counted: u64,
    /// How many of them break it.
    pub violations: u64,
    /// The first of those.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counterexample: Option<String>,
    /// What would mend it, where a booking can.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mend: Option<String>,
    /// It is a warning: no promise is broken, but somebody should look.
    pub warning: bool,
}

/// What came of a proof.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// Every promise holds.
    pub proven: bool,
    /// From the first journal on.
    pub full: bool,
    /// Behind this journal.
    pub since: String,
    /// Up to this one.
    pub upto: String,
    /// Journals read.
    pub journals: u64,
    /// Entries read.
    pub entries: u64,
    /// The hash of all entries, where it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seal: Option<String>,
    /// The promises.
    pub checks: Vec<Check>,
    /// How long it took, seconds.
    pub elapsed_s: f64,
}

/// Gathers what is found about one promise.
struct Trial(Check);

impl Trial {
    fn new(id: &'static str, claim: &'static str) -> Self {
        let (counterexample, mend) = (None, None);
        Self(Check { id, claim, counted: 0, violations: 0, counterexample, mend, warning: false })
    }

    fn of(mut self, n: usize) -> Self {
        self.0.counted += n as u64;
        self
    }

    fn against(&mut self, what: impl std::fmt::Display) {
        self.0.violations += 1;
        if self.0.counterexample.is_none() {
            self.0.counterexample = Some(what.to_string());
        }
    }

    fn all<T: std::fmt::Display>(mut self, ids: &[i64], name: impl Fn(i64) -> T, says: &str) -> Self {
        ids.iter().for_each(|id| self.against(format_args!("{} {says}", name(*id))));
        self
    }

    fn mended_by(&mut self, command: String) {
        self.0.mend.get_or_insert(command);
    }
}

/// What the database says of sites.
struct Names(BTreeMap<SiteId, String>);

impl Names {
    fn of(&self, id: SiteId) -> String {
        self.0.get(&id).cloned().unwrap_or_else(|| id.to_string())
    }
}

/// Journals read in one go.
const PAGE: i64 = 20_000;

/// How far a proof is: what is being read, how many of how many.
pub type Tell<'a> = &'a (dyn Fn(&'static str, u64, u64) + Sync);

/// Proves the books.
///
/// # Errors
/// What the database says. A broken promise is no error, but a [`Report`] that is not `proven`.
pub async fn run(store: &Store, clock: &Clock, scope: Scope, tell: Tell<'_>) -> Result<Report, LedgerError> {
    let begun = std::time::Instant::now();
    let mut tx = store.look().await?;
    verify::snapshot(&mut tx).await?;
    verify::read_through(&mut tx).await?;
    let sites = crate::store::site::list(&mut tx).await?;
    let names = Names(sites.into_iter().map(|s| (s.id, s.name)).collect());
    let upto = journal::last(&mut tx).await?;
    let (since, known) = beginning(&mut tx, scope, upto).await?;
    let mut read = Reading::new(known, scope.seal, since);
    read.entries(&mut tx, since, upto, tell).await?;
    let mut checks = read.checks();
    tell("sums", read.fold.journals, read.fold.journals);
    checks.extend(balances(&mut tx, &read.fold, &names, scope.since.is_none()).await?);
    checks.extend(campaigns(&mut tx, scope.full, tell).await?);
    // sums over all journals say something only where all journals were read
    if since == 0 {
        checks.push(usage(&mut tx, &read.fold, &names).await?);
    }
    checks.extend(papers(&mut tx, &names, tell).await?);
    checks.push(late(&mut tx, clock, scope).await?);
    if scope.seal {
        checks.push(read.seals(&mut tx).await?);
    }
    tx.rollback().await?;
    checks.sort_by_key(|c| c.id[1..].parse::<u32>().unwrap_or(u32::MAX));
    let proven = checks.iter().all(|c| c.violations == 0 || c.warning);
    let seal = read.fold.seal().filter(|_| scope.seal);
    if proven && scope.since.is_none() {
        keep(store, clock, upto, &read.fold, seal.as_deref()).await?;
    }
    Ok(Report {
        proven,
        full: scope.full,
        since: JournalId(since).to_string(),
        upto: JournalId(upto).to_string(),
        journals: read.fold.journals,
        entries: read.fold.entries,
        seal,
        checks,
        elapsed_s: (begun.elapsed().as_secs_f64() * 1000.0).round() / 1000.0,
    })
}

/// Where to begin, and how accounts stood there.
async fn beginning(tx: &mut Tx, scope: Scope, upto: i64) -> Result<(i64, Option<BTreeMap<i64, Standing>>), StoreError> {
    if let Some(since) = scope.since {
        return Ok((since.0.min(upto), None));
    }
    if scope.full || scope.seal {
        return Ok((0, Some(BTreeMap::new())));
    }
    match verify::latest(tx).await? {
        Some(row) if row.journal_id <= upto => {
            let kept: BTreeMap<i64, Standing> = serde_json::from_str(&row.result).map_err(StoreError::corrupt)?;
            Ok((row.journal_id, Some(kept)))
        }
        _ => Ok((0, Some(BTreeMap::new()))),
    }
}

async fn keep(store: &Store, clock: &Clock, upto: i64, fold: &Fold, seal: Option<&str>) -> Result<(), StoreError> {
    let text = serde_json::to_string(&fold.accounts).map_err(StoreError::corrupt)?;
    retrying(async || {
        let mut tx = store.write().await?;
        verify::keep(&mut tx, upto, &text, seal, clock.now()).await?;
        tx.commit().await
    })
    .await
}

/// The entries, read once.
struct Reading {
    fold: Fold,
    found: Vec<Broken>,
    count: BTreeMap<Rule, u64>,
    /// Where accounts stood is known.
    chained: bool,
    /// Seals that were kept, and what the entries hash to at the same places.
    at: Vec<(i64, String)>,
    /// The month that was looked at last, and its bounds.
    month: Option<(i64, Micros, Micros)>,
    /// Entries without a journal.
    orphans: Vec<i64>,
}

/// What is kept of findings; the rest is only counted.
const SOME: usize = 100;

impl Reading {
    fn new(known: Option<BTreeMap<i64, Standing>>, seal: bool, since: i64) -> Self {
        let chained = known.is_some();
        let fold = Fold::from(known.unwrap_or_default());
        let fold = if seal && since == 0 { fold.sealing("") } else { fold };
        Self {
            fold,
            found: Vec::new(),
            count: BTreeMap::new(),
            chained,
            at: Vec::new(),
            month: None,
            orphans: Vec::new(),
        }
    }

    async fn entries(&mut self, tx: &mut Tx, since: i64, upto: i64, tell: Tell<'_>) -> Result<(), StoreError> {
        let mut stops: Vec<i64> = verify::seals(tx).await?.into_iter().map(|s| s.journal_id).collect();
        stops.dedup();
        let end_after = |after: i64| {
            let stop = stops.iter().copied().find(|s| *s > after).unwrap_or(upto);
            upto.min(after + PAGE).min(stop)
        };
        let mut end = end_after(since);
        let mut page = verify::booked(tx, since, end, end == upto).await?;
        loop {
            let next = end_after(end);
            // the database packs the next page while this one is read
            let ahead = async {
                if end < upto { verify::booked(tx, end, next, next == upto).await } else { Ok(Booked::default()) }
            };
            let here = async { self.page(&page) };
            let (ahead, here) = tokio::join!(ahead, here);
            here?;
            if stops.contains(&end)
                && let Some(seal) = self.fold.seal()
            {
                self.at.push((end, seal));
            }
            tell("journals", (end - since).unsigned_abs(), (upto - since).unsigned_abs());
            if end >= upto {
                return Ok(());
            }
            (page, end) = (ahead?, next);
        }
    }

    /// Reads a page; every journal is in one page with all of its entries.
    fn page(&mut self, page: &Booked) -> Result<(), StoreError> {
        let mut entries = page.entries().peekable();
        for journal in page.journals() {
            let j = journal?;
            self.dated(&j);
            let mut lone = true;
            while let Some(e) = entries.next_if(|e| e.as_ref().map_or(true, |e| e.journal <= j.id)) {
                let e = e?;
                if e.journal == j.id {
                    lone = false;
                    self.fold.read(&entry(&j, Some(e)), &mut self.found);
                } else {
                    self.orphans.push(e.journal);
                }
            }
            if lone {
                self.fold.read(&entry(&j, None), &mut self.found);
            }
            self.trim();
        }
        for e in entries {
            self.orphans.push(e?.journal);
        }
        self.orphans.truncate(1);
        self.fold.close(&mut self.found);
        self.trim();
        Ok(())
    }

    /// What happened in a month is booked there or later; a refund happened when what it gives back did.
    fn dated(&mut self, j: &JournalLine<'_>) {
        let known = self.month.filter(|m| m.0 == j.origin_period);
        let month = known.or_else(|| Period::of_ym(j.origin_period).map(|p| (p.ym(), p.start(), p.end())));
        let Some((_, start, end)) = month else {
            let what = format!("{} is no month", j.origin_period);
            self.found.push(Broken { rule: Rule::Journal, journal: j.id, what });
            return;
        };
        self.month = month;
        let happened = j.kind == Kind::Refund.word() || (start <= j.effective_at && j.effective_at < end);
        if !happened || j.period < j.origin_period {
            let what =
                format!("it happened on {}, not in {}, or is booked before that", j.effective_at, j.origin_period);
            self.found.push(Broken { rule: Rule::Journal, journal: j.id, what });
        }
    }

    fn trim(&mut self) {
        while self.found.len() > SOME {
            if let Some(b) = self.found.pop() {
                *self.count.entry(b.rule).or_default() += 1;
            }
        }
    }

    fn trial(&self, rule: Rule, mut trial: Trial) -> Check {
        for b in self.found.iter().filter(|b| b.rule == rule) {
            trial.against(format_args!("{}: {}", JournalId(b.journal), b.what));
        }
        trial.0.violations += self.count.get(&rule).copied().unwrap_or(0);
        trial.0
    }

    fn checks(&self) -> Vec<Check> {
        let entries = usize::try_from(self.fold.entries).unwrap_or(usize::MAX);
        let journals = usize::try_from(self.fold.journals).unwrap_or(usize::MAX);
        let one = Trial::new("V1", "each journal is zero in sum, of two entries at least, of its kind's accounts only");
        let one = one.of(journals).all(&self.orphans, JournalId, "is not there, and has entries");
        let mut checks = vec![self.trial(Rule::Journal, one)];
        if self.chained {
            let two = Trial::new("V2", "each balance in an account's chain is the sum of its entries so far");
            checks.push(self.trial(Rule::Chain, two.of(entries)));
        }
        let mut three = Trial::new("V3", "the entries of every month add up to nothing").of(self.fold.periods.len());
        for (month, sum) in self.fold.periods.iter().filter(|(_, sum)| **sum != 0) {
            three.against(format_args!("{month}: ₩{}", Minor(*sum)));
        }
        checks.push(three.0);
        checks
    }

    /// Earlier seals are still what the entries hash to.
    async fn seals(&self, tx: &mut Tx) -> Result<Check, StoreError> {
        let kept = verify::seals(tx).await?;
        let mut t = Trial::new("V14", "the entries hash to every seal that was kept of them").of(kept.len());
        for row in kept {
            let now = self.at.iter().find(|(journal, _)| *journal == row.journal_id).map(|(_, seal)| seal);
            if now.is_none_or(|n| Some(n) != row.seal.as_ref()) {
                t.against(format_args!(
                    "the books up to {} are not those that were sealed on {}",
                    JournalId(row.journal_id),
                    row.at
                ));
            }
        }
        Ok(t.0)
    }
}

fn entry<'a>(j: &JournalLine<'a>, e: Option<EntryLine>) -> Entry<'a> {
    Entry {
        journal: j.id,
        kind: j.kind,
        site: j.site,
        period: j.period,
        account: e.map(|e| e.account),
        amount: e.map_or(0, |e| e.amount),
        chain: e.and_then(|e| e.chain),
    }
}

/// Accounts: their balances, their floors, and what is held.
async fn balances(tx: &mut Tx, fold: &Fold, names: &Names, chained: bool) -> Result<Vec<Check>, StoreError> {
    let accounts = verify::accounts(tx).await?;
    let holds: BTreeMap<SiteId, i64> = verify::open_holds(tx).await?.into_iter().collect();
    let mut two = Trial::new("V2", "each account has the sum of its entries").of(accounts.len());
    let mut four = Trial::new("V4", "no account is below its floor").of(accounts.len());
    let mut five = Trial::new("V5", "what is held is what open holds still have").of(holds.len());
    for a in &accounts {
        let Some(account) = Account::of_id(a.id) else { continue };
        let Some(site) = account.site() else { continue };
        let has = a.balance_minor.unwrap_or(0);
        let sum = fold.accounts.get(&a.id).copied().unwrap_or_default();
        if chained && (sum.balance != has || sum.seq != a.seq) {
            two.against(format_args!(
                "{account} of `{}` has ₩{} after {} entries, and its entries come to ₩{} in {}",
                names.of(site),
                Minor(has),
                a.seq,
                Minor(sum.balance),
                sum.seq
            ));
        }
        if a.floor_minor.is_some_and(|f| has < f) {
            four.against(format_args!("{account} of `{}` has ₩{}", names.of(site), Minor(has)));
            let up = Minor(a.floor_minor.unwrap_or(0) - has);
            four.mended_by(adjust(&names.of(site), up.0, "below its floor"));
        }
        if matches!(account, Account::Held(_)) && holds.get(&site).copied().unwrap_or(0) != has {
            let open = holds.get(&site).copied().unwrap_or(0);
            five.against(format_args!(
                "`{}` holds ₩{}, its open holds have ₩{}",
                names.of(site),
                Minor(has),
                Minor(open)
            ));
        }
    }
    let mut checks = vec![four.0, five.0];
    if chained {
        checks.push(two.0);
    }
    Ok(checks)
}

/// The command that corrects by so much.
fn adjust(site: &str, minor: i64, why: &str) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    let won = format!("{sign}{}.{:02}", minor.unsigned_abs() / 100, minor.unsigned_abs() % 100);
    format!("msgctl credits adjust --site {site} --amount={won} --reason 'verify: {why}'")
}

/// Holds and charges against each other, and against the results of messages.
async fn campaigns(tx: &mut Tx, full: bool, tell: Tell<'_>) -> Result<Vec<Check>, StoreError> {
    let holds = verify::found(tx, Find::Holds).await?.first().copied().unwrap_or(0);
    let mut t =
        Trial::new("V6", "a hold gave what its charges come to, and a campaign was charged what its results cost")
            .of(usize::try_from(holds).unwrap_or(0))
            .all(&verify::found(tx, Find::BrokenHolds).await?, HoldId, "gave more or less than it had")
            .all(&verify::found(tx, Find::StrayHolds).await?, HoldId, "is not of the site of its campaign and charges")
            .all(&verify::found(tx, Find::OddHeld).await?, CampaignId, "has other holds than what is booked for it");
    for h in verify::odd_holds(tx).await? {
        t.against(format_args!(
            "{} of {} gave ₩{} and ₩{} late, its charges come to ₩{} and ₩{}",
            HoldId(h.id),
            h.campaign_id,
            Minor(h.captured_minor),
            Minor(h.late_minor),
            Minor(h.charged_minor),
            Minor(h.charged_late_minor)
        ));
    }
    for (id, charged, tallied) in verify::odd_campaigns(tx).await? {
        t.against(format_args!("{id} was charged ₩{}, its results cost ₩{}", Minor(charged), Minor(tallied)));
    }
    let mut checks = vec![t.0];
    if full {
        checks.push(messages(tx, holds, tell).await?);
    }
    Ok(checks)
}

/// The same, message by message.
async fn messages(tx: &mut Tx, all: i64, tell: Tell<'_>) -> Result<Check, StoreError> {
    const PAGE: i64 = 500;
    let mut t = Trial::new("V6", "message by message: charged what was delivered, held what is awaited");
    let mut after = CampaignId(0);
    loop {
        let some = verify::held(tx, after, PAGE).await?;
        let Some(last) = some.last() else { break };
        let ended: BTreeMap<CampaignId, (i64, i64)> =
            verify::ended(tx, &some).await?.into_iter().map(|(id, n, cost)| (id, (n, cost))).collect();
        after = last.campaign_id;
        t = t.of(some.len());
        tell("campaigns", t.0.counted, all.unsigned_abs());
        for h in some {
            let (n, cost) = ended.get(&h.campaign_id).copied().unwrap_or_default();
            let id = h.campaign_id;
            if h.charged_minor != cost {
                let charged = Minor(h.charged_minor);
                t.against(format_args!("{id} was charged ₩{charged}, its messages cost ₩{}", Minor(cost)));
            }
            if let Some(total) = h.done_total
                && total != n
            {
                t.against(format_args!("{id} is done, and {n} of its {total} messages have a result"));
            }
        }
    }
    for (id, left) in verify::open_hold_campaigns(tx).await? {
        let most = awaited(tx, id).await?.0;
        if most != left {
            t.against(format_args!("{id} has ₩{} set aside, its open messages may cost ₩{}", Minor(left), Minor(most)));
        }
    }
    Ok(t.0)
}

/// Charges and refunds against the entries of the accounts where they were earned.
async fn usage(tx: &mut Tx, fold: &Fold, names: &Names) -> Result<Check, StoreError> {
    let rows = verify::usage(tx).await?;
    let broken = verify::found(tx, Find::BrokenUsage).await?;
    let mut t = Trial::new("V7", "what was charged and given back by channel is what was booked").of(rows.len());
    t = t.all(&broken, UsageId, "gave back more than it took, or is not its quantity times its price");
    let mut by: BTreeMap<(SiteId, i64), i64> = BTreeMap::new();
    for (site, channel, total, refunded) in rows {
        let channel: Channel = channel.parse().map_err(StoreError::corrupt)?;
        by.insert((site, Account::Revenue(channel).id()), total);
        by.insert((site, Account::Refund(channel).id()), -refunded);
    }
    for channel in Channel::ALL {
        for account in [Account::Revenue(*channel), Account::Refund(*channel)] {
            for site in names.0.keys() {
                let key = (*site, account.id());
                let (should, is) = (by.get(&key).copied().unwrap_or(0), fold.platform.get(&key).copied().unwrap_or(0));
                if should != is {
                    let site = names.of(*site);
                    t.against(format_args!(
                        "`{site}`, {account}: booked ₩{}, by its charges ₩{}",
                        Minor(is),
                        Minor(should)
                    ));
                }
            }
        }
    }
    Ok(t.0)
}

/// Payments, closed months, operations, statistics.
async fn papers(tx: &mut Tx, names: &Names, tell: Tell<'_>) -> Result<Vec<Check>, StoreError> {
    async fn count(tx: &mut Tx, what: Find) -> Result<usize, StoreError> {
        Ok(usize::try_from(verify::found(tx, what).await?.first().copied().unwrap_or(0)).unwrap_or(0))
    }
    let eight = Trial::new("V8", "each payment that came in is booked once, as it came in")
        .of(count(tx, Find::Payments).await?)
        .all(&verify::found(tx, Find::OddPayments).await?, PaymentId, "is not booked as it came in")
        .all(&verify::found(tx, Find::LoneTopups).await?, JournalId, "is a top-up without a payment");
    let nine = Trial::new("V9", "nothing is booked into a month after it was closed")
        .of(count(tx, Find::Months).await?)
        .all(&verify::found(tx, Find::AfterClose).await?, JournalId, "is in a month that was closed before");
    let mut ten = Trial::new("V10", "each operation that was done is booked, each that was refused is not")
        .of(count(tx, Find::Ops).await?)
        .all(&verify::found(tx, Find::LoneKeys).await?, JournalId, "belongs to an operation that nobody asked for");
    for (site, key) in verify::odd_ops(tx).await? {
        ten.against(format_args!("`{key}` of `{}`", names.of(site)));
    }
    let (all, mut asked) = (ten.0.counted, 0);
    let mut after = (SiteId(0), String::new());
    loop {
        let some = verify::requests(tx, (after.0, &after.1), PAGE).await?;
        let Some((site, key, ..)) = some.last() else { break };
        after = (*site, key.clone());
        asked += some.len() as u64;
        tell("operations", asked, all);
        for (site, key, verb, request, hash) in some {
            if request_hash(&verb, &request) != hash {
                ten.against(format_args!("`{key}` of `{}` is not what was asked for", names.of(site)));
            }
        }
    }
    let thirteen = Trial::new("V13", "a campaign that has ended has as many results as messages")
        .of(count(tx, Find::Campaigns).await?)
        .all(&verify::found(tx, Find::OddTallies).await?, CampaignId, "has more or fewer results than messages");
    Ok(vec![eight.0, nine.0, ten.0, thirteen.0])
}

/// What should have ended long ago.
async fn late(tx: &mut Tx, clock: &Clock, scope: Scope) -> Result<Check, StoreError> {
    const HOUR: std::time::Duration = std::time::Duration::from_hours(1);
    let holds = clock.now().minus(scope.hold_ttl + HOUR);
    let (holds, charges) = verify::old(tx, holds, clock.now().minus(HOUR)).await?;
    let mut t = Trial::new("V11", "no hold and no charge is open for longer than it may be")
        .all(&holds, HoldId, "is still open")
        .all(&charges, crate::domain::id::ChargeId, "is still unknown");
    t.0.warning = true;
    Ok(t.0)
}
