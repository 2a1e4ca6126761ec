//! One turn: the transaction that writes down what has happened and what goes out next.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::domain::channel::Lane;
use crate::domain::state::CampaignState;
use crate::domain::time::Micros;
use crate::fault::failpoint;
use crate::ops::send::answers;
use crate::ops::send::apply;
use crate::ops::send::books::Info;
use crate::ops::send::claim::{Claims, InFlight};
use crate::ops::send::routes;
use crate::providers::Page;
use crate::store::{StoreError, Tx, batch, campaign, queue, route};

use super::{DEADLINES, Dispatcher, Gathered, HEARTBEAT, LOOKS, Turn};

impl Dispatcher {
    /// One transaction: what has happened, then what is claimed.
    pub(super) async fn turn(&self, got: &Gathered, claim: bool, tick: bool) -> Result<Turn, StoreError> {
        let mut turn = Turn { wake: self.wake.clone(), ..Turn::default() };
        let begun = Instant::now();
        let mut tx = self.cx.store.write().await?;
        let now = self.cx.steady.now();
        if tick || self.me.should_beat(now, self.cx.rules.lease) {
            turn.lease = Some(self.me.beat(&mut tx, &self.cx).await?);
            if self.me.is_fenced() {
                tx.rollback().await?;
                return Ok(turn);
            }
        }
        if !got.is_empty() {
            batch::lock(&mut tx, got.batches()).await?;
        }
        let told = answers::record(&mut tx, &self.cx, &self.books, self.me.id, &got.answers, &mut turn.fx).await?;
        routes::judge(&mut tx, &self.cx, &self.known, &got.answers).await?;
        let answered = begun.elapsed();
        apply::asked(&mut tx, &self.cx, &got.looks).await?;
        let found = apply::words_of(&got.looks);
        let words = told.iter().chain(&found).chain(got.pages.iter().flat_map(|p| &p.2));
        apply::said(&mut tx, &self.cx, &self.books, words, &mut turn.fx).await?;
        apply::cleared(&mut tx, &self.cx, &got.looks).await?;
        self.keep_cursors(&mut tx, got, turn.fx.strangers).await?;
        let reported = begun.elapsed();
        if claim && turn.fx.stops.is_empty() {
            self.claim(&mut tx, &mut turn).await?;
        }
        let claimed = begun.elapsed();
        self.ask(&mut tx, &mut turn, tick).await?;
        apply::settle(&mut tx, &self.cx, &mut turn.fx).await?;
        self.finish(&mut tx, &mut turn, tick).await?;
        let settled = begun.elapsed();
        let (claims, results) = (!turn.claimed.is_empty(), !got.is_empty());
        if claims {
            failpoint!("before-claim-commit");
        }
        if results {
            failpoint!("before-results-commit");
        }
        tx.commit().await?;
        if claims {
            failpoint!("after-claim-commit");
        }
        if results {
            failpoint!("after-results-commit");
        }
        if got.pages.iter().any(|p| !p.1.reports.is_empty()) {
            failpoint!("report-page-committed");
        }
        tracing::trace!(
            answers = got.answers.len(),
            reports = got.pages.iter().map(|p| p.1.reports.len()).sum::<usize>(),
            batches = turn.claimed.len(),
            answer_us = answered.as_micros(),
            report_us = reported.saturating_sub(answered).as_micros(),
            claim_us = claimed.saturating_sub(reported).as_micros(),
            rest_us = settled.saturating_sub(claimed).as_micros(),
            commit_us = begun.elapsed().saturating_sub(settled).as_micros(),
            "turn"
        );
        Ok(turn)
    }

    /// Where polling stands once these pages are written; `unknown` reports named batches that never were.
    pub(super) async fn keep_cursors(&self, tx: &mut Tx, got: &Gathered, mut unknown: u64) -> Result<(), StoreError> {
        let mut last: BTreeMap<&str, (&Page, u64)> = BTreeMap::new();
        for (provider, page, _, strangers) in got.pages.iter().filter(|p| !p.1.reports.is_empty() || !p.1.more) {
            let known = last.entry(provider).or_insert((page, 0));
            *known = (page, known.1 + strangers + std::mem::take(&mut unknown));
        }
        for (provider, (page, strangers)) in last {
            let n = i64::try_from(strangers).unwrap_or(0);
            route::keep_cursor(tx, provider, &page.next.0, self.cx.clock.wall(), n).await?;
        }
        Ok(())
    }

    pub(super) async fn claim(&self, tx: &mut Tx, turn: &mut Turn) -> Result<(), StoreError> {
        let now = self.cx.clock.wall();
        turn.wake.extend(turn.fx.requeued_to.iter().map(|key| (*key, now)));
        let mut claims = Claims {
            cx: &self.cx,
            me: self.me.id,
            known: &self.known,
            books: &self.books,
            in_flight: &self.in_flight,
            wake: std::mem::take(&mut turn.wake),
            taken: InFlight::new(),
            claimed: Vec::new(),
            suppressing: HashMap::new(),
            fx: &mut turn.fx,
        };
        for info in self.in_turn() {
            for channel in self.cx.rules.channels.keys() {
                if claims.wake.get(&(info.id, *channel)).is_some_and(|at| *at <= now) {
                    claims.of_channel(tx, info, *channel).await?;
                }
            }
        }
        (turn.wake, turn.claimed) = (claims.wake, claims.claimed);
        Ok(())
    }

    /// Running campaigns by lane; within a lane each comes first in its turn.
    pub(super) fn in_turn(&self) -> impl Iterator<Item = &Arc<Info>> {
        Lane::ALL.iter().flat_map(move |lane| {
            let here: Vec<&Arc<Info>> = self
                .work
                .iter()
                .filter(|(i, s)| i.lane == *lane && *s == CampaignState::Running)
                .map(|w| &w.0)
                .collect();
            let n = here.len();
            (0..n).map(move |i| here[(i + self.turns) % n])
        })
    }

    /// What the provider is to be asked about now.
    pub(super) async fn ask(&self, tx: &mut Tx, turn: &mut Turn, tick: bool) -> Result<(), StoreError> {
        let now = self.cx.steady.now();
        let due_now = self.next_ask.is_none_or(|at| at <= now) || tick;
        turn.next_ask = self.next_ask;
        if self.looking >= LOOKS || !due_now {
            return Ok(());
        }
        let mut left = LOOKS - self.looking;
        let mut next: Option<Micros> = None;
        for (info, _) in &self.work {
            if left > 0 {
                for due in batch::due(tx, info.id, now, left.try_into().unwrap_or(1)).await? {
                    // asked for now; asked again soon should this process end before the answer
                    batch::asked(tx, due.id, now.plus(self.cx.rules.lease.min(Duration::from_secs(30)))).await?;
                    let open = batch::open_attempts(tx, &due).await?;
                    turn.due.push((Arc::clone(info), due, open));
                    left -= 1;
                }
            }
            next = next.into_iter().chain(batch::next_ask(tx, info.id).await?).min();
        }
        turn.next_ask = next.or(Some(now.plus(HEARTBEAT)));
        let deadlines = self.cx.rules.report_deadline.values().fold(DEADLINES, |least, d| least.min(*d));
        if self.looked_for_overdue.is_none_or(|t| t.elapsed() >= deadlines) && tick {
            self.overdue(tx, turn, now).await?;
        }
        Ok(())
    }

    /// Messages whose report will not come any more: by rule they failed, are not billed, and go nowhere else.
    pub(super) async fn overdue(&self, tx: &mut Tx, turn: &mut Turn, now: Micros) -> Result<(), StoreError> {
        const SOME: i64 = 50;
        for (info, _) in &self.work {
            for (channel, deadline) in &self.cx.rules.report_deadline {
                for due in batch::overdue(tx, info.id, channel.word(), now.minus(*deadline), SOME).await? {
                    batch::lock(tx, [due.id.0]).await?;
                    let open = batch::open_attempts(tx, &due).await?;
                    tracing::warn!(campaign = %info.id, batch = %due.id, messages = open.len(), "no report within the deadline: decided by rule");
                    let words = apply::overdue(&due, &open);
                    apply::said(tx, &self.cx, &self.books, words.iter(), &mut turn.fx).await?;
                }
            }
        }
        Ok(())
    }

    pub(super) async fn finish(&self, tx: &mut Tx, turn: &mut Turn, tick: bool) -> Result<(), StoreError> {
        if let Some(id) = self.only {
            if turn.claimed.is_empty() && self.calls() == 0 {
                let row = campaign::by_id(tx, id).await?;
                turn.state = row.and_then(|r| r.state.parse().ok());
                turn.finished = campaign::finish(tx, id, self.cx.clock.now()).await?;
                turn.waiting = queue::queued(tx, id).await? + batch::planned(tx, id).await?;
            }
        } else if tick {
            for (info, _) in &self.work {
                if campaign::finish(tx, info.id, self.cx.clock.now()).await? {
                    tracing::info!(campaign = %info.id, "finished");
                }
            }
        }
        Ok(())
    }
}
