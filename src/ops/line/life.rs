//! What happens to a line: it gets a number and a plan, changes them, ends.

use rand::SeedableRng as _;
use rand::rngs::StdRng;

use super::kinds::{Fate, Kind, Writing, texts};
use super::{Done, LineError, view};
use crate::domain::id::SiteId;
use crate::domain::line::{Code, Day, Days, HistoryRow, LineRow, VasRowOfLine};
use crate::domain::phone::Mobile;
use crate::domain::seal::{Context, Ix, KeyRing, SealError};
use crate::domain::time::Micros;
use crate::ops::keys::{self, KeysError};
use crate::store::line::{self, bulk, number};
use crate::store::{Store, Tx, retrying};

/// Where a number came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The customer had it before.
    Recovered,
    /// Out of the pool.
    Drawn,
}

/// A line that was activated.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Activated {
    /// The line.
    pub line: String,
    /// Whose it is.
    pub customer: String,
    /// Its plan.
    pub plan: String,
    /// First day.
    pub activated_on: Day,
    /// Its number, masked.
    pub number: String,
    /// Where that came from.
    pub number_from: Origin,
}

/// What the record of a number is bound to.
fn context(ix: &Ix) -> Context {
    Context::new("number", SiteId(0), ix)
}

/// Opens the record of a number.
pub(super) fn open(ring: &KeyRing, row: &number::NumberRow) -> Result<Mobile, SealError> {
    let plain = ring.open_bytes(row.key_id, &context(&row.phone_ix), &row.sealed)?;
    std::str::from_utf8(&plain).ok().and_then(|t| t.parse().ok()).ok_or(SealError::Malformed)
}

fn code(text: &str, column: &'static str) -> Result<Code, LineError> {
    text.parse().map_err(|fault| LineError::Refused(crate::domain::line::Refusal::new(column, fault)))
}

/// The fate of rows that a verb makes: refused is an error, the rest says whether anything changed.
fn settled(fates: &[Fate]) -> Result<Done, LineError> {
    let refused = fates.iter().find_map(|f| match f {
        Fate::Refused(why) => Some(*why),
        _ => None,
    });
    match refused {
        Some(why) => Err(LineError::Refused(why)),
        None if fates.iter().all(|f| *f == Fate::Same) => Ok(Done::Unchanged),
        None => Ok(Done::Changed),
    }
}

/// Runs `work` in a transaction that holds the lines and touches none but `line`; it is taken back when the work fails or
/// is only rehearsed.
macro_rules! holding {
    ($store:expr, $line:expr, $now:expr, $rehearse:expr, |$w:ident| $work:expr) => {
        retrying(|| async {
            let mut tx = $store.write().await?;
            let mut writing = Writing::begin(&mut tx, $now).await?;
            let $w = &mut writing;
            let done: Result<_, LineError> = async { $work }.await;
            match done {
                Err(LineError::Store(e)) => Err(e),
                done => {
                    bulk::touches(&mut tx, &texts([$line.as_str()].into_iter())).await?;
                    tx.finish($rehearse || done.is_err()).await?;
                    Ok(done)
                }
            }
        })
        .await?
    };
}

/// Activates a new line of a customer with a plan; it gets the number that is kept for the customer, or else one of the
/// pool.
pub async fn activate(
    store: &Store,
    ring: &KeyRing,
    (line, customer, plan): (&str, &str, &str),
    on: Day,
    now: Micros,
    rehearse: bool,
) -> Result<Activated, LineError> {
    let (line, customer, plan) = (code(line, "line")?, code(customer, "customer")?, code(plan, "plan")?);
    let today = Day::from(now.kst_date());
    holding!(store, line, now, rehearse, |w| {
        let row = LineRow { code: line.clone(), customer: customer.clone(), activated: on, terminated: None };
        if line::line(w.tx, line.as_str()).await?.is_some() {
            return Err(LineError::Taken { what: "line", name: line.to_string() });
        }
        settled(&LineRow::write(w, &[&row]).await?)?;
        let days = Days { from: on, to: Day::OPEN };
        let history = HistoryRow { line: line.clone(), item: plan.clone(), days };
        settled(&HistoryRow::write(w, &[&history]).await?)?;
        let made = known(w.tx, &line).await?;
        let (number, number_from) = match number::recover(w.tx, made.id, made.customer_id, today).await? {
            Some(number) => (number, Origin::Recovered),
            None => {
                let drawn = number::draw(w.tx, made.id, today).await?.ok_or_else(|| LineError::Forbidden {
                    message: "the pool has no free number".to_owned(),
                    hint: "Add some: `msgctl number pool add NUMBER…`.".to_owned(),
                })?;
                (drawn, Origin::Drawn)
            }
        };
        Ok(Activated {
            line: line.to_string(),
            customer: customer.to_string(),
            plan: plan.to_string(),
            activated_on: on,
            number: open(ring, &number).map_err(LineError::Sealed)?.masked(),
            number_from,
        })
    })
}

async fn known(tx: &mut Tx, code: &Code) -> Result<line::LineRow, LineError> {
    let missing = || LineError::NotFound { what: "line", name: code.to_string() };
    line::line(tx, code.as_str()).await?.ok_or_else(missing)
}

/// Changes the plan of a line from a day on: what was to hold from then on ends, and the new plan takes its days.
pub async fn change_plan(
    store: &Store,
    (line, plan): (&str, &str),
    on: Day,
    now: Micros,
    rehearse: bool,
) -> Result<Done, LineError> {
    let (line, plan) = (code(line, "line")?, code(plan, "plan")?);
    holding!(store, line, now, rehearse, |w| {
        let there = known(w.tx, &line).await?;
        if on < there.activated_on || there.terminated_on.is_some_and(|last| on > last) {
            return Err(LineError::Forbidden {
                message: format!("the line `{line}` does not live on {on}"),
                hint: format!("See `msgctl line show {line}`."),
            });
        }
        let spells = line::plans_of(w.tx, there.id).await?;
        let Some(old) = spells.into_iter().find(|s| s.from_day <= on && on < s.to_day) else {
            return Err(LineError::Refused(crate::domain::line::Refusal::new(
                "from_day",
                crate::domain::line::Fault::Gap,
            )));
        };
        if old.code == plan.as_str() {
            return Ok(Done::Unchanged);
        }
        let expired = HistoryRow {
            line: line.clone(),
            item: code(&old.code, "plan")?,
            days: Days { from: old.from_day, to: on },
        };
        let next = HistoryRow { line: line.clone(), item: plan.clone(), days: Days { from: on, to: old.to_day } };
        settled(&HistoryRow::write(w, &[&expired, &next]).await?)
    })
}

/// Ends a line: the day is its last, and is billed. Its number is kept for the customer for so many days.
pub async fn terminate(
    store: &Store,
    line: &str,
    on: Day,
    keep_days: u32,
    now: Micros,
    rehearse: bool,
) -> Result<Done, LineError> {
    let line = code(line, "line")?;
    holding!(store, line, now, rehearse, |w| {
        let there = known(w.tx, &line).await?;
        match there.terminated_on {
            Some(last) if last == on => return Ok(Done::Unchanged),
            Some(last) => {
                return Err(LineError::Forbidden {
                    message: format!("the line `{line}` was terminated on {last} already"),
                    hint: "Its life is mended with `msgctl line import`.".to_owned(),
                });
            }
            None => {}
        }
        if on < there.activated_on {
            return Err(LineError::Forbidden {
                message: format!("the line `{line}` was activated on {}, after {on}", there.activated_on),
                hint: format!("See `msgctl line show {line}`."),
            });
        }
        let customer = code(&there.customer, "customer")?;
        let row = LineRow { code: line.clone(), customer, activated: there.activated_on, terminated: Some(on) };
        let done = settled(&LineRow::write(w, &[&row]).await?)?;
        number::release(w.tx, there.id, there.customer_id, Day(on.0 + i64::from(keep_days))).await?;
        Ok(done)
    })
}

/// Suspends a line from a day on, or takes that back; its fees go on.
pub async fn suspend(
    store: &Store,
    line: &str,
    since: Option<Day>,
    now: Micros,
    rehearse: bool,
) -> Result<Done, LineError> {
    let line = code(line, "line")?;
    holding!(store, line, now, rehearse, |w| {
        let there = known(w.tx, &line).await?;
        if there.terminated_on.is_some() {
            return Err(LineError::Forbidden {
                message: format!("the line `{line}` was terminated"),
                hint: format!("See `msgctl line show {line}`."),
            });
        }
        Ok(if line::suspend(w.tx, there.id, since, now).await? { Done::Changed } else { Done::Unchanged })
    })
}

/// Ends a service of a line: the day is the first without it.
pub async fn remove_vas(
    store: &Store,
    (line, vas): (&str, &str),
    on: Day,
    now: Micros,
    rehearse: bool,
) -> Result<Done, LineError> {
    let (line, vas) = (code(line, "line")?, code(vas, "vas")?);
    holding!(store, line, now, rehearse, |w| {
        let there = known(w.tx, &line).await?;
        let spells = line::services_of(w.tx, there.id).await?;
        let running = spells.into_iter().find(|s| s.code == vas.as_str() && s.from_day <= on && on < s.to_day);
        let Some(old) = running else {
            return Err(LineError::Forbidden {
                message: format!("the line `{line}` does not have `{vas}` on {on}"),
                hint: format!("See `msgctl line show {line}`."),
            });
        };
        let days = Days { from: old.from_day, to: on };
        let row = VasRowOfLine(HistoryRow { line: line.clone(), item: vas.clone(), days });
        settled(&VasRowOfLine::write(w, &[&row]).await?)
    })
}

/// Adds numbers to the pool: how many were new. Nothing is added when one of them is no number.
pub async fn add_numbers(
    store: &Store,
    ring: &KeyRing,
    numbers: &[Mobile],
    now: Micros,
    rehearse: bool,
) -> Result<u64, LineError> {
    let mut rng = StdRng::from_rng(&mut rand::rng());
    let sealed: Vec<(Ix, Vec<u8>)> = numbers
        .iter()
        .map(|n| {
            let ix = ring.phone_ix(n);
            let sealed = ring.seal_bytes(&context(&ix), n.as_str().as_bytes(), &mut rng);
            (ix, sealed)
        })
        .collect();
    let added = retrying(|| async {
        let mut tx = store.write().await?;
        match keys::claim(&mut tx, ring).await {
            Ok(()) => {}
            Err(KeysError::Store(e)) => return Err(e),
            Err(e) => return Ok(Err(e)),
        }
        let mut added = 0;
        for (ix, sealed) in &sealed {
            added += u64::from(number::add(&mut tx, ix, sealed, ring.active(), now).await?);
        }
        tx.finish(rehearse).await?;
        Ok(Ok(added))
    })
    .await?;
    Ok(added?)
}

/// The next numbers of the pool behind `after`.
pub async fn numbers(
    store: &Store,
    ring: &KeyRing,
    after: i64,
    limit: u32,
    now: Micros,
    reveal: Option<&crate::ops::audit::By>,
) -> Result<Vec<view::NumberView>, LineError> {
    view::revealed(store, reveal, "numbers").await?;
    let today = Day::from(now.kst_date());
    let rows = number::page(&mut store.read().await?, after, i64::from(limit)).await?;
    rows.iter()
        .map(|row| {
            let mobile = open(ring, row).map_err(LineError::Sealed)?;
            let state = match (row.line_id, row.kept_until) {
                (Some(_), _) => "in-use",
                (None, Some(until)) if until >= today => "kept",
                _ => "free",
            };
            let number = if reveal.is_some() { mobile.hyphenated() } else { mobile.masked() };
            Ok(view::NumberView { id: row.id, number, state, kept_until: row.kept_until.filter(|d| *d >= today) })
        })
        .collect()
}
