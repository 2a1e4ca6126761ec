//! The proof of the books: every promise about money, held against every row.
//!
//! It reads one state of the database and changes nothing; it never mends. Memory grows with the sites, not with the
//! entries.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::clock::Clock;
use crate::domain::id::{CampaignId, JournalId, SiteId};
use crate::domain::ledger::{Account, Fold, Standing};
use crate::domain::money::Minor;
use crate::ops::ledger::LedgerError;
use crate::store::verify::{self, Only};
use crate::store::{Store, StoreError, Tx, journal, retrying};

use reading::Reading;

mod campaigns;
mod papers;
mod reading;

/// How far the proof goes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Scope {
    /// Only what is this site's.
    pub site: Option<SiteId>,
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
    /// `V1` to `V14`.
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

    fn id(&self, name: &str) -> Option<SiteId> {
        self.0.iter().find(|(_, n)| *n == name).map(|(id, _)| *id)
    }
}

/// Journals, or operations, read in one go.
const PAGE: i64 = 20_000;

/// What is kept of findings; the rest is only counted.
const SOME: usize = 100;

/// What a proof came to, for the next one to go on from.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Kept {
    /// How the accounts of sites stood.
    accounts: BTreeMap<i64, Standing>,
    /// What each site's journals had done to accounts of the platform: site, account, sum.
    platform: Vec<(i64, i64, i64)>,
    /// Ids shortly before the end that no journal had: who booked them may not have been done.
    #[serde(default)]
    missing: Vec<i64>,
}

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
    let (only, chained) = (scope.site, known.is_some());
    let mut read = Reading::new(known, scope.seal, since);
    read.entries(&mut tx, (since, upto), only, tell).await?;
    let mut checks = read.checks();
    tell("sums", read.fold.journals, read.fold.journals);
    checks.extend(balances(&mut tx, &read.fold, &names, chained, only).await?);
    checks.extend(campaigns::campaigns(&mut tx, &names, scope.full, only, tell).await?);
    // sums over all journals say something only where it is known what they came to before
    if chained {
        checks.push(campaigns::usage(&mut tx, &read.fold, &names, since == 0, only).await?);
    }
    if since == 0 {
        checks.push(papers::closed(&mut tx, &read.fold, &names, only).await?);
    }
    checks.extend(papers::papers(&mut tx, &names, only, tell).await?);
    checks.push(papers::late(&mut tx, clock, scope).await?);
    if scope.seal {
        checks.push(read.seals(&mut tx).await?);
    }
    let missing = missing(&mut tx, upto).await?;
    tx.rollback().await?;
    checks.sort_by_key(|c| c.id[1..].parse::<u32>().unwrap_or(u32::MAX));
    let proven = checks.iter().all(|c| c.violations == 0 || c.warning);
    let seal = read.fold.seal().filter(|_| scope.seal);
    if proven && scope.since.is_none() && only.is_none() {
        keep(store, clock, upto, kept(&read.fold, missing), seal.as_deref()).await?;
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
async fn beginning(tx: &mut Tx, scope: Scope, upto: i64) -> Result<(i64, Option<Kept>), StoreError> {
    if let Some(since) = scope.since {
        return Ok((since.0.min(upto), None));
    }
    if scope.full || scope.seal {
        return Ok((0, Some(Kept::default())));
    }
    match verify::latest(tx).await? {
        Some(row) if row.journal_id <= upto => {
            let kept: Kept = serde_json::from_str(&row.result).map_err(StoreError::corrupt)?;
            // one that was booked then, and committed after the proof had begun, is not to be passed over
            let still = missing(tx, row.journal_id).await?;
            if kept.missing.iter().any(|id| !still.contains(id)) {
                return Ok((0, Some(Kept::default())));
            }
            Ok((row.journal_id, Some(kept)))
        }
        _ => Ok((0, Some(Kept::default()))),
    }
}

fn kept(fold: &Fold, missing: Vec<i64>) -> Kept {
    let platform = fold.platform.iter().map(|((site, account), sum)| (site.0, *account, *sum)).collect();
    Kept { accounts: fold.accounts.clone(), platform, missing }
}

/// Ids up to one that no journal has, not far back: on PostgreSQL they are drawn in another order than they are committed in.
async fn missing(tx: &mut Tx, upto: i64) -> Result<Vec<i64>, StoreError> {
    const BACK: i64 = 10_000;
    let from = (upto - BACK).max(0);
    let there: BTreeSet<i64> = verify::journals(tx, from, upto).await?.into_iter().collect();
    Ok((from + 1..=upto).filter(|id| !there.contains(id)).collect())
}

async fn keep(store: &Store, clock: &Clock, upto: i64, kept: Kept, seal: Option<&str>) -> Result<(), StoreError> {
    let text = serde_json::to_string(&kept).map_err(StoreError::corrupt)?;
    retrying(async || {
        let mut tx = store.write().await?;
        verify::keep(&mut tx, upto, &text, seal, clock.now()).await?;
        tx.commit().await
    })
    .await
}

/// Accounts: their balances, their floors, and what is held.
async fn balances(
    tx: &mut Tx,
    fold: &Fold,
    names: &Names,
    chained: bool,
    only: Only,
) -> Result<Vec<Check>, StoreError> {
    let accounts = verify::accounts(tx, only).await?;
    let holds: BTreeMap<SiteId, i64> = verify::open_holds(tx, only).await?.into_iter().collect();
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
    format!("msgctl credits adjust --site {site} --amount={} --reason 'verify: {why}'", won(minor))
}

/// The command that gives back so much of what a campaign was charged.
fn refund(site: &str, campaign: CampaignId, minor: i64, why: &str) -> String {
    let amount = won(minor);
    format!("msgctl credits refund --site {site} --campaign {campaign} --amount={amount} --reason 'verify: {why}'")
}

fn won(minor: i64) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", minor.unsigned_abs() / 100, minor.unsigned_abs() % 100)
}
