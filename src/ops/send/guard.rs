//! What keeps a plan from harm by mistake: the same text again, more than a day may bring, a site that is tried out.
//!
//! Who is left out is settled where messages are written down ([`Guard::claim`]): of two sends at the same moment one
//! has a person. Nothing is asked of the database for what is off.

use std::collections::HashSet;
use std::time::Duration;

use crate::domain::advert::LABEL;
use crate::domain::channel::{Channel, Lane};
use crate::domain::content::Composer;
use crate::domain::id::{CampaignId, SiteId};
use crate::domain::money::group_thousands;
use crate::domain::seal::{Ix, KeyRing};
use crate::domain::time::Micros;
use crate::store::frequency::{self, Given};
use crate::store::{Result, Tx, allowed};

use super::plan::Recipients;
use super::request::{Request, Settled};
use super::{SendError, Sending, span};

/// Before a text that is only tested.
pub const TEST_MARK: &str = "[테스트] ";

/// Each transaction sweeps expired marks of one 256th of the numbers, and one more for every so many people in it: what
/// is swept grows with what is written, and one message is not made to pay for millions.
const PEOPLE_PER_SLICE: usize = 1_000;
/// Counts of earlier days removed in one transaction.
const SWEEP: i64 = 10_000;

/// The rules for one campaign.
#[derive(Debug)]
pub(super) struct Guard {
    site: SiteId,
    site_name: String,
    keys: KeyRing,
    /// The wall's time: a rehearsed calendar leaves no marks in years to come.
    now: Micros,
    /// When it is sent, by the wall.
    sent: Micros,
    window: Option<Duration>,
    repeats: bool,
    cap: Option<(i64, String)>,
    /// The earlier of today's days, rehearsed and real.
    swept_before: String,
    allowed: Option<HashSet<Ix>>,
    test: bool,
}

/// Whom the guard left out of a page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct LeftOut {
    /// They had this text.
    pub repeated: HashSet<Ix>,
    /// They had enough for today.
    pub capped: HashSet<Ix>,
}

impl LeftOut {
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn len(&self) -> usize {
        self.repeated.len() + self.capped.len()
    }

    pub fn contains(&self, ix: &Ix) -> bool {
        self.repeated.contains(ix) || self.capped.contains(ix)
    }
}

impl Guard {
    /// The rules as site and configuration have them. One-time passwords may be asked for again and again; a test goes to
    /// people who know of it.
    pub async fn new(cx: &Sending, settled: &Settled, request: &Request) -> std::result::Result<Self, SendError> {
        let (site, rules) = (&settled.site, &cx.rules);
        let exempt = request.test || request.lane == Lane::Auth;
        let allowed = if site.trial || rules.trial {
            Some(allowed::indexes(&mut cx.store.read().await?, site.id).await?.into_iter().collect())
        } else {
            None
        };
        let cap = i64::from(site.daily_cap.unwrap_or(rules.daily_cap));
        let (today, wall) = (cx.clock.now().kst_date(), cx.clock.wall().kst_date());
        let day = settled.begins.kst_date();
        Ok(Self {
            site: site.id,
            site_name: site.name.clone(),
            keys: cx.keys.clone(),
            now: cx.clock.wall(),
            sent: settled.due(cx),
            window: site.dedupe.map_or(rules.dedupe_window, |d| Some(d).filter(|d| !d.is_zero())).filter(|_| !exempt),
            repeats: request.allow_repeat,
            cap: (cap > 0 && !exempt).then(|| (cap, day.to_string())),
            swept_before: today.min(wall).to_string(),
            allowed,
            test: request.test,
        })
    }

    /// Whether it asks the database about anybody.
    pub fn is_on(&self) -> bool {
        self.window.is_some() || self.cap.is_some()
    }

    /// The Korean day on which people are counted, if they are: that on which it is sent.
    pub fn counts_on(&self) -> Option<&str> {
        self.cap.as_ref().map(|(_, day)| day.as_str())
    }

    /// When the marks that it makes hold no longer, if it makes any.
    pub fn marks_until(&self) -> Option<Micros> {
        Some(self.sent.plus(self.window?))
    }

    /// Whether this person may be written to at all.
    pub fn allows(&self, ix: &Ix) -> bool {
        self.allowed.as_ref().is_none_or(|a| a.contains(ix))
    }

    /// The keyed hash of what a person reads; `None` where nobody asks.
    pub fn content(
        &self,
        composer: &Composer,
        vars: &[(String, String)],
        channel: Channel,
        scratch: &mut String,
    ) -> Option<Ix> {
        self.window?;
        scratch.clear();
        // no content of a person's record begins like this
        scratch.push_str("sent\0");
        composer.read_into(vars, channel, scratch).ok()?;
        Some(self.keys.content_ix(scratch.as_bytes()))
    }

    /// Whom [`Guard::claim`] would leave out now.
    pub async fn look(&self, cx: &Sending, people: impl Iterator<Item = (Ix, Option<Ix>)>) -> Result<LeftOut> {
        let mut out = LeftOut::default();
        if !self.is_on() {
            return Ok(out);
        }
        let people: Vec<_> = people.collect();
        let mut c = cx.store.read().await?;
        if self.window.is_some() && !self.repeats {
            let given = given(&people);
            out.repeated = frequency::having(&mut c, self.site, &given, self.now).await?.into_iter().collect();
        }
        if let Some((most, day)) = &self.cap {
            let left = left(&people, &out.repeated);
            out.capped = frequency::full(&mut c, self.site, day, &left, *most).await?.into_iter().collect();
        }
        Ok(out)
    }

    /// Marks and counts these people for a campaign. Those it returns are not to be written to.
    pub async fn claim(
        &self,
        tx: &mut Tx,
        id: CampaignId,
        people: impl Iterator<Item = (Ix, Option<Ix>)>,
    ) -> Result<LeftOut> {
        let mut out = LeftOut::default();
        if !self.is_on() {
            return Ok(out);
        }
        let people: Vec<_> = people.collect();
        if let Some(until) = self.marks_until() {
            // where repeats are wanted, every mark is an old one
            let now = if self.repeats { Micros(i64::MAX) } else { self.now };
            let repeated = frequency::claim_content(tx, self.site, id, &given(&people), now, until).await?;
            out.repeated = repeated.into_iter().collect();
            self.sweep(tx, &people).await?;
        }
        if let Some((most, day)) = &self.cap {
            let left = left(&people, &out.repeated);
            let counted = frequency::claim_count(tx, self.site, day, &left, *most).await?;
            if counted.len() < left.len() {
                let counted: HashSet<Ix> = counted.into_iter().collect();
                out.capped = left.into_iter().filter(|ix| !counted.contains(ix)).collect();
                let capped: Vec<Ix> = out.capped.iter().copied().collect();
                frequency::unmark(tx, id, &capped).await?;
            }
            frequency::sweep_counts(tx, &self.swept_before, SWEEP).await?;
        }
        Ok(out)
    }

    async fn sweep(&self, tx: &mut Tx, people: &[(Ix, Option<Ix>)]) -> Result<()> {
        let more = u8::try_from(people.len() / PEOPLE_PER_SLICE).unwrap_or(u8::MAX);
        // a keyed hash and a microsecond are as good as chance
        let first = people.first().map_or(0, |(ix, _)| ix.0[0]).wrapping_add(self.now.0.to_le_bytes()[0]);
        frequency::sweep_content(tx, first, first.saturating_add(more), self.now).await?;
        Ok(())
    }

    /// Refuses a plan that leaves nobody because the site is in trial.
    pub fn refuse_empty_trial(&self, r: &Recipients) -> std::result::Result<(), SendError> {
        if r.sendable > 0 || r.not_allowed == 0 {
            return Ok(());
        }
        Err(SendError::refused(
            format!(
                "site `{}` is in trial, and none of the {} asked for is on its allow-list",
                self.site_name,
                group_thousands(r.requested)
            ),
            format!(
                "Add receivers with `msgctl site allow add PHONE --site {0}`, or end the trial: `msgctl site set {0} \
                 --trial off`, and no `send.trial = true` in the configuration.",
                self.site_name
            ),
        ))
    }

    /// What one should know of those left out.
    pub fn warnings(&self, r: &Recipients, alimtalk: bool) -> Vec<String> {
        let mut said = Vec::new();
        if r.repeated > 0 {
            said.push(format!(
                "{} had the same text within the last {} and are left out; `--allow-repeat` writes to them again",
                group_thousands(r.repeated),
                span(self.window.unwrap_or_default())
            ));
        }
        if let Some((most, day)) = self.cap.as_ref().filter(|_| r.capped > 0) {
            let n = group_thousands(r.capped);
            said.push(format!("{n} have had {most} of {most} messages on {day} and are left out"));
        }
        if r.not_allowed > 0 {
            let n = group_thousands(r.not_allowed);
            said.push(format!("the site is in trial: {n} are not on its allow-list and are left out"));
        }
        if self.test && alimtalk {
            said.push(format!(
                "an Alimtalk goes out as its template was approved: only texts carry the mark `{}`",
                TEST_MARK.trim_end()
            ));
        }
        said
    }
}

fn given(people: &[(Ix, Option<Ix>)]) -> Vec<Given> {
    people.iter().filter_map(|(phone_ix, c)| Some(Given { phone_ix: *phone_ix, content_ix: (*c)? })).collect()
}

fn left(people: &[(Ix, Option<Ix>)], without: &HashSet<Ix>) -> Vec<Ix> {
    people.iter().map(|(ix, _)| *ix).filter(|ix| !without.contains(ix)).collect()
}

/// A text that says of itself that it is a test; what the law wants first stays first.
pub(super) fn marked(text: &str) -> String {
    match text.strip_prefix(LABEL) {
        Some(rest) => format!("{LABEL}{TEST_MARK}{}", rest.trim_start_matches(' ')),
        None => format!("{TEST_MARK}{text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_says_so_behind_what_the_law_wants_first() {
        assert_eq!(marked("점검 안내"), "[테스트] 점검 안내");
        assert_eq!(marked("(광고) 할인"), "(광고)[테스트] 할인");
        assert_eq!(crate::domain::text::euckr_len(TEST_MARK), 9);
    }

    #[test]
    fn spans_are_said_shortly() {
        let said = [86_400, 600, 90, 5400].map(|s| span(Duration::from_secs(s)));
        assert_eq!(said, ["24 h", "10 min", "90 s", "90 min"]);
    }
}
