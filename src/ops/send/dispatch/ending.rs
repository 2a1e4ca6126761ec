//! When a run is over, and why.

use std::time::Instant;

use crate::domain::state::CampaignState;
use crate::domain::time::Micros;
use crate::ops::send::books::Info;
use crate::providers::CallError;
use crate::store::route::RouteStop;

use super::{Dispatcher, Ended, Gathered, HEARTBEAT, Trouble, Until};

impl Dispatcher {
    /// Whether a run over one campaign has come to its end, and to which.
    pub(super) fn over(
        &self,
        until: Until,
        finished: bool,
        stopped: Option<RouteStop>,
        state: Option<CampaignState>,
        waiting: i64,
        idle_since: Instant,
    ) -> Option<Ended> {
        if finished || (self.progress.total > 0 && self.progress.finished() >= self.progress.total) {
            return Some(Ended::Done);
        }
        if let Some(s) = stopped {
            return Some(Ended::Stopped(s));
        }
        // whoever does not wait for reports still waits for the answers to its own questions
        let asking = until == Until::HandedOver && self.looking > 0;
        if let Some(s) = state.filter(|s| *s != CampaignState::Running && !asking) {
            return Some(if s == CampaignState::Done { Ended::Done } else { Ended::Held(s) });
        }
        if let Some((provider, detail)) = self.given_up() {
            return Some(Ended::Down { provider, detail });
        }
        let night = self.work.first().and_then(|(info, _)| self.closed_for_the_night(info));
        let over = match until {
            Until::Final(wait) => waiting == 0 && idle_since.elapsed() >= wait,
            Until::HandedOver => waiting == 0 || self.nothing_due(),
            Until::Stopped | Until::Idle => false,
        };
        if over && self.looking == 0 {
            return Some(Ended::Waiting);
        }
        night.filter(|_| waiting > 0 && self.looking == 0 && idle_since.elapsed() >= HEARTBEAT * 2).map(Ended::Night)
    }

    /// When a campaign's next messages may go, where all that wait must not go at night.
    pub(super) fn closed_for_the_night(&self, info: &Info) -> Option<Micros> {
        let mut waits = self.cx.rules.channels.keys().filter_map(|c| Some((*c, *self.wake.get(&(info.id, *c))?)));
        let now = self.cx.clock.wall().plus(HEARTBEAT * 2);
        let opens = waits.try_fold(None, |first: Option<Micros>, (c, at)| {
            let night = info.night_only(&self.cx, c)?;
            (at > now).then(|| Some(first.map_or(night, |f| f.min(night))))
        });
        opens.flatten()
    }

    pub(super) fn nothing_due(&self) -> bool {
        let soon = self.cx.clock.wall().plus(HEARTBEAT);
        self.wake.values().all(|at| *at > soon)
    }

    /// For whoever waits: since when a provider takes nothing.
    pub(super) fn note_trouble(&mut self, got: &Gathered) {
        for l in &got.looks {
            tracing::debug!(batch = %l.batch, asked = l.asked, messages = l.messages.len(), "looked up");
        }
        for a in &got.answers {
            let t = self.trouble.entry(a.provider.clone()).or_default();
            let Err(CallError::NotTaken { detail, .. } | CallError::Lost { detail }) = &a.result else {
                *t = Trouble::default();
                continue;
            };
            t.in_a_row += 1;
            t.since.get_or_insert_with(Instant::now);
            t.detail.clone_from(detail);
            tracing::warn!(provider = a.provider, batch = %a.batch.id, in_a_row = t.in_a_row, detail, "a call did not succeed");
            // a route with a state of its own is looked at again before the next claim
            self.ticked = None;
        }
    }

    pub(super) fn given_up(&self) -> Option<(String, String)> {
        let down = self
            .trouble
            .iter()
            .find(|(_, t)| t.in_a_row > 2 && t.since.is_some_and(|s| s.elapsed() > self.cx.rules.give_up_after))?;
        Some((down.0.clone(), down.1.detail.clone()))
    }
}
