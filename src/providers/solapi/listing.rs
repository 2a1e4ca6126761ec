//! Listing stored messages, and asking after some of them.

use std::collections::HashMap;
use std::time::Duration;

use futures_util::{StreamExt, TryStreamExt, stream};

use super::wire::{Listing, Stored, channel_of};
use super::{Solapi, fault};
use crate::domain::outcome::Class;
use crate::domain::time::{Micros, kst};
use crate::providers::{CallError, Classes, Found, Question, Reference, Report, Verdict};

/// Ids in one look-up: keeps the query string below 8 KiB, which every gateway lets through.
const IDS_A_CALL: usize = 100;

/// How far our clock may be from the provider's: signatures with a greater difference are
/// refused, so no call of ours was ever taken beyond it.
const MOST_SKEW: Duration = Duration::from_mins(15);

/// A page of stored messages.
pub struct Listed {
    pub reports: Vec<Report>,
    pub next_key: Option<String>,
}

impl Solapi {
    /// One page of `GET /messages/v4/list`.
    pub(super) async fn list(&self, filter: &[(&str, &str)], key: Option<&str>) -> Result<Listed, CallError> {
        let limit = self.settings.page_size.max(1).to_string();
        let mut query = filter.to_vec();
        query.push(("limit", &limit));
        query.extend(key.map(|key| ("startKey", key)));
        let body = self.get("/messages/v4/list", &query).await?;
        let listing: Listing<'_> = fault::parse_object(&body)?;
        let Some(list) = listing.message_list else { return Err(fault::unreadable("a list of messages")) };
        let now = self.http.now();
        let classes = &self.settings.classes;
        let reports = list.0.iter().filter_map(|(id, stored)| report(id.get(), stored, classes, now)).collect();
        // A key that leads back to its own page would be followed for ever; an empty page is the last.
        let next_key = listing.next_key.get().filter(|next| key != Some(next) && !list.0.is_empty());
        Ok(Listed { reports, next_key: next_key.map(str::to_owned) })
    }

    pub(super) async fn find(&self, questions: &[Question]) -> Result<Vec<Found>, CallError> {
        let mut found: Vec<Option<Report>> = vec![None; questions.len()];
        self.find_by_id(questions, &mut found).await?;
        self.find_by_number(questions, &mut found).await?;
        Ok(found.into_iter().map(|report| report.map_or(Found::Absent, Found::Present)).collect())
    }

    async fn find_by_id(&self, questions: &[Question], found: &mut [Option<Report>]) -> Result<(), CallError> {
        let asked: HashMap<&str, usize> =
            questions.iter().enumerate().filter_map(|(i, q)| Some((q.provider_id.as_deref()?, i))).collect();
        let ids: Vec<&str> = asked.keys().copied().collect();
        let size = IDS_A_CALL.min(self.settings.page_size.max(1) as usize);
        // One page holds a whole chunk, so there is nothing to page through. Who does not know
        // the filter answers with strangers, and the question goes on to the search by number.
        let calls = ids.chunks(size).map(|chunk| async move {
            let name = if chunk.len() == 1 { "messageId" } else { "messageIds" };
            let filter: Vec<_> = chunk.iter().map(|id| (name, *id)).collect();
            self.list(&filter, None).await
        });
        let calls: Vec<_> = calls.collect();
        let pages: Vec<Listed> = stream::iter(calls).buffer_unordered(self.at_once()).try_collect().await?;
        for report in pages.into_iter().flat_map(|page| page.reports) {
            if let Some(&i) = asked.get(report.provider_id.as_str()) {
                found[i] = Some(report);
            }
        }
        Ok(())
    }

    async fn find_by_number(&self, questions: &[Question], found: &mut [Option<Report>]) -> Result<(), CallError> {
        let mut groups: HashMap<&str, (Micros, Vec<usize>)> = HashMap::new();
        for (i, q) in questions.iter().enumerate().filter(|(i, _)| found[*i].is_none()) {
            let group = groups.entry(&q.to).or_insert((q.since, Vec::new()));
            group.0 = group.0.min(q.since);
            group.1.push(i);
        }
        let calls: Vec<_> =
            groups.into_iter().map(|(to, (since, asked))| self.search(questions, to, since, asked)).collect();
        let hits: Vec<Vec<(usize, Report)>> =
            stream::iter(calls).buffer_unordered(self.at_once()).try_collect().await?;
        for (i, report) in hits.into_iter().flatten() {
            found[i] = Some(report);
        }
        Ok(())
    }

    /// Goes through everything to one number since then, to the end unless all are found:
    /// only the end proves absence.
    async fn search(
        &self,
        questions: &[Question],
        to: &str,
        since: Micros,
        asked: Vec<usize>,
    ) -> Result<Vec<(usize, Report)>, CallError> {
        let start = stamp(Self::earliest(since));
        let filter = [("to", to), ("dateType", "CREATED"), ("startDate", start.as_str())];
        let mut open: HashMap<&str, usize> = asked.iter().map(|&i| (questions[i].reference.0.as_str(), i)).collect();
        let (mut hits, mut key) = (Vec::new(), None::<String>);
        loop {
            let page = self.list(&filter, key.as_deref()).await?;
            for report in page.reports {
                let hit = report.reference.as_ref().and_then(|r| open.remove(r.0.as_str()));
                hits.extend(hit.map(|i| (i, report)));
            }
            key = page.next_key;
            if open.is_empty() || key.is_none() {
                return Ok(hits);
            }
        }
    }

    fn at_once(&self) -> usize {
        self.settings.max_reads.max(1)
    }

    /// What the provider's clock showed at the earliest when ours showed `ours`, now or in the
    /// past, when the difference may have been another.
    pub(super) fn earliest(ours: Micros) -> Micros {
        ours.minus(MOST_SKEW)
    }
}

/// `None` for an entry without an id: nothing could be done with it.
fn report(key: Option<&str>, stored: &Stored<'_>, classes: &Classes, now: Micros) -> Option<Report> {
    let id = stored.message_id.get().or(key)?;
    let code = stored.status_code.get();
    let class = match code {
        Some(code) => classes(channel_of(stored.r#type.get()), code),
        // Stored and not yet looked at.
        None => Class::Accepted,
    };
    let said = stored.status_message.get().or_else(|| stored.reason.get());
    let dates = [&stored.date_reported, &stored.date_received, &stored.date_updated, &stored.date_created];
    Some(Report {
        reference: stored.custom_fields.0.get().map(|r| Reference(r.to_owned())),
        provider_id: id.to_owned(),
        verdict: Verdict {
            class,
            code: code.map(fault::words).unwrap_or_default(),
            text: said.map(fault::words).unwrap_or_default(),
        },
        at: dates.into_iter().find_map(|date| moment(date.get()?)).unwrap_or(now),
    })
}

/// A date as the provider writes it: RFC 3339; without an offset, Korean time.
fn moment(text: &str) -> Option<Micros> {
    if let Ok(t) = text.parse::<jiff::Timestamp>() {
        return Some(t.into());
    }
    let local: jiff::civil::DateTime = text.parse().ok()?;
    Some(local.to_zoned(kst()).ok()?.timestamp().into())
}

/// A date as the provider reads it, to the millisecond.
pub fn stamp(at: Micros) -> String {
    at.timestamp().to_zoned(kst()).strftime("%Y-%m-%dT%H:%M:%S%.3f%:z").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_with_and_without_offset() {
        let t = moment("2026-01-15T00:30:00.123Z").expect("a moment");
        assert_eq!(moment("2026-01-15T09:30:00.123+09:00"), Some(t));
        assert_eq!(moment("2026-01-15 09:30:00.123"), Some(t));
        assert_eq!(moment("yesterday"), None);
        assert_eq!(stamp(t), "2026-01-15T09:30:00.123+09:00");
        assert_eq!(stamp(Micros(t.0 - t.0 % 1_000_000)), "2026-01-15T09:30:00.000+09:00");
    }
}
