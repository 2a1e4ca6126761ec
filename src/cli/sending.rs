//! From configuration to what sending works with, and from its end to an exit code.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::ctx::Ctx;
use super::error::{CliError, Kind};
use super::signal::{self, Stop, Why};
use crate::config::{self, value::Rate};
use crate::domain::breaker::Temper;
use crate::domain::codes::CodeTable;
use crate::domain::money::Minor;
use crate::domain::money::group_thousands;
use crate::domain::route::Patience;
use crate::domain::secret::Secret;
use crate::domain::state::CampaignState;
use crate::domain::text::Charset;
use crate::ops::autocharge::{Charger, Outcome as Charging};
use crate::ops::notice::{Alert, Targets};
use crate::ops::send::dispatch::{Ended, Progress};
use crate::ops::send::plan::Recipients;
use crate::ops::send::run::{News, Outcome, Results};
use crate::ops::send::steady::Steady;
use crate::ops::send::{ChannelRule, Limit, Line, Rules, Sending};
use crate::ops::stats::Codes;
use crate::providers::{self, ConnectError, payment};
use crate::ui::{Cell, Record, Tone};

impl Ctx {
    /// What sending works with. `providers` is false where only plans are made.
    pub async fn sending(&self, providers: bool) -> Result<Arc<Sending>, CliError> {
        self.sending_as("send", providers).await
    }

    /// As [`Ctx::sending`], for a process of that kind among the senders.
    pub async fn sending_as(&self, kind: &'static str, providers: bool) -> Result<Arc<Sending>, CliError> {
        let settings = &self.config().await?.settings;
        let mut lines = BTreeMap::new();
        if providers {
            let used: Vec<&String> =
                settings.channels.values().flat_map(|c| std::iter::once(&c.provider).chain(&c.failover)).collect();
            for (name, p) in settings.providers.iter().filter(|(n, _)| used.contains(n)) {
                lines.insert(name.clone(), self.line(name, p).await?);
            }
        }
        let steady = Steady::open(self.store().await?, &self.clock).await?;
        Ok(Arc::new(Sending {
            store: self.store().await?.clone(),
            keys: self.keys().await?.clone(),
            rules: rules(settings),
            lines,
            clock: self.clock.clone(),
            steady,
            kind,
            actor: super::reveal::by(self, None).actor,
            charger: match (&settings.credits.gateway, providers) {
                (None, _) => None,
                (Some(_), true) => Some(self.charger().await?),
                (Some(_), false) => Some(self.planner().await?),
            },
        }))
    }

    /// Auto-charge without its gateway: it can tell what it would do.
    async fn planner(&self) -> Result<Charger, CliError> {
        let store = self.store().await?.clone();
        let actor = super::reveal::by(self, None).actor;
        Ok(Charger { store, clock: self.clock.clone(), gateway: None, timeout: Duration::ZERO, actor })
    }

    /// What auto-charge works with; without a configured gateway nothing is charged.
    pub async fn charger(&self) -> Result<Charger, CliError> {
        let s = &self.config().await?.settings;
        let mut charger = self.planner().await?;
        if let Some((name, g)) = s.credits.gateway.as_ref().and_then(|n| s.gateways.get_key_value(n)) {
            let base_url = url::Url::parse(&g.base_url)
                .map_err(|_| CliError::new(Kind::Config, format_args!("`gateway.{name}.base_url` is not a URL")))?;
            let secret = Secret::new(self.secret(&g.secret)?);
            let (name, clock) = (format!("gateway {name}"), self.clock.clone());
            let settings = payment::GatewaySettings { name, base_url, secret, timeout: g.timeout, clock };
            charger.gateway = Some(payment::connect(settings)?);
            charger.timeout = g.timeout;
        }
        Ok(charger)
    }

    /// Where notices go.
    pub async fn targets(&self) -> Result<Targets, CliError> {
        let s = &self.config().await?.settings;
        let secret = |r: &config::value::Reference| self.secret(r).map(Secret::new);
        let alert = s.alert.as_ref().map(|a| Ok::<_, CliError>(Alert { url: secret(&a.url)?, slack: a.slack }));
        Ok(Targets { callback_secret: s.callback_secret.as_ref().map(secret).transpose()?, alert: alert.transpose()? })
    }

    /// What result codes mean, with the operator's overrides.
    pub async fn codes(&self) -> Result<Codes, CliError> {
        let s = &self.config().await?.settings;
        let table =
            CodeTable::builtin().with_overrides(&s.codes).map_err(|e| CliError::from_source(Kind::Config, &e))?;
        let kinds = s.providers.iter().map(|(name, p)| (name.clone(), p.kind.clone())).collect();
        let carriers = s.channels.iter().map(|(channel, c)| (*channel, c.provider.clone())).collect();
        Ok(Codes { table, kinds, carriers })
    }

    /// One configured provider, connected.
    pub async fn line(&self, name: &str, p: &config::ProviderSettings) -> Result<Line, CliError> {
        let table = self.codes().await?.table;
        let kind: providers::Kind = p.kind.parse().map_err(|e| CliError::new(Kind::Config, e))?;
        let url = url::Url::parse(&p.base_url)
            .map_err(|_| CliError::new(Kind::Config, format_args!("`provider.{name}.base_url` is not a URL")))?;
        let credentials = (self.secret(&p.api_key)?, Secret::new(self.secret(&p.api_secret)?));
        let classes = providers::classes(Arc::new(table), kind);
        let mut s = providers::ProviderSettings::new(name, kind, url, credentials, classes, self.clock.clone());
        s.timeout = p.timeout;
        s.connect_timeout = p.connect_timeout;
        s.max_in_flight = p.max_in_flight as usize;
        s.max_reads = p.max_reads as usize;
        s.requests_per_second = p.requests_per_second.and_then(std::num::NonZeroU32::new);
        s.page_size = p.page_size;
        s.overlap = p.overlap;
        let provider = providers::connect(s)?;
        Ok(Line { provider, max_in_flight: p.max_in_flight as usize, timeout: p.timeout })
    }
}

impl From<ConnectError> for CliError {
    fn from(e: ConnectError) -> Self {
        Self::from_source(Kind::Config, &e).hint("`msgctl doctor` checks providers and their credentials.")
    }
}

/// How often and when a passing failure is tried again.
pub fn patience(s: &config::Settings) -> Patience {
    Patience { retries: s.send.retries, pause: s.send.retry_pause }
}

/// The settings of sending, in the words of `ops`.
pub fn rules(s: &config::Settings) -> Rules {
    let channels = s.channels.iter().map(|(channel, c)| {
        let limit = |rate| match rate {
            Rate::Unlimited => None,
            Rate::Limited { limit, window } => Some(Limit { most: limit, window }),
        };
        let rule = ChannelRule {
            provider: c.provider.clone(),
            failover: c.failover.clone(),
            limit: limit(c.rate),
            rate_group: c.rate_group.clone(),
            group_limit: c.group_rate.and_then(limit),
        };
        (*channel, rule)
    });
    Rules {
        batch_size: s.send.batch_size,
        queue_capacity: s.send.queue_capacity,
        max_backlog: s.send.max_backlog,
        patience: patience(s),
        ask_after: s.send.ask_after,
        give_up_after: s.send.give_up_after,
        // no call may outlast it
        lease: s.send.lease.max(s.providers.values().map(|p| p.timeout * 3).max().unwrap_or_default()),
        temper: Temper {
            failures: s.send.breaker_failures,
            pause: s.send.breaker_pause,
            longest: s.send.breaker_longest,
        },
        channel_down_after: Some(s.send.channel_down_after).filter(|d| !d.is_zero()),
        report_deadline: s.send.report_deadline.clone(),
        auth_share: s.send.auth_share.min(90),
        channels: channels.collect(),
        prices: s.prices.clone(),
        charset: if s.text.ksx1001 { Charset::Ksx1001 } else { Charset::Cp949 },
        replace: s.text.replace,
        quiet_hours_ad: s.send.quiet_hours_ad,
        dedupe_window: s.send.dedupe_window,
        daily_cap: s.send.daily_cap,
        trial: s.send.trial,
        hold_ttl: s.credits.hold_ttl,
    }
}

/// Signals as sending takes them: the first asks to stop, the second ends the process's work at once.
pub struct Interrupts {
    /// True from the first signal on.
    pub stop: watch::Receiver<bool>,
    signals: watch::Receiver<Stop>,
}

impl Interrupts {
    /// Watches from now on.
    pub fn watch() -> std::io::Result<Self> {
        let signals = signal::watch()?;
        let (tx, stop) = watch::channel(false);
        let mut seen = signals.clone();
        tokio::spawn(async move {
            while seen.changed().await.is_ok() {
                tx.send_replace(true);
            }
        });
        Ok(Self { stop, signals })
    }

    /// Runs `work` until it ends or a second signal comes.
    pub async fn guard<T>(&self, work: impl Future<Output = Result<T, CliError>>) -> Result<T, CliError> {
        let mut signals = self.signals.clone();
        tokio::select! {
            done = work => done,
            Ok(stop) = signals.wait_for(|s| matches!(s, Stop::Now(_))) => {
                let why = if let Stop::Now(why) = *stop { why } else { Why::Interrupt };
                Err(why.error("stopped at once; what was under way is found and asked about when you go on")
                    .hint("Go on with `msgctl campaign resume`, or run the same `send --key` again."))
            }
        }
    }

    /// Which signal asked to stop.
    pub fn why(&self) -> Why {
        match *self.signals.borrow() {
            Stop::Soon(why) | Stop::Now(why) => why,
            Stop::No => Why::Interrupt,
        }
    }
}

/// Draws what a run tells.
pub fn draw(cx: &Ctx) -> impl FnMut(News<'_>) {
    let ui = cx.ui.clone();
    let mut planning = Some(ui.progress("Planning", None));
    let mut sending = None;
    move |news| match news {
        News::Planning(n) => {
            if let Some(p) = &mut planning {
                p.set(n, "");
            }
        }
        News::Planned(id, plan) => {
            planning = None;
            let n = group_thousands(plan.recipients.sendable);
            ui.say(format_args!("{id}: {n} messages, plan {}", plan.plan_hash));
            for w in &plan.warnings {
                ui.warn(w);
            }
        }
        News::GoingOn(id) => {
            planning = None;
            ui.say(format_args!("{id} goes on where it stopped."));
        }
        News::Full { waiting, most } => {
            planning.get_or_insert_with(|| ui.progress("Waiting for room", None)).set(
                waiting.unsigned_abs(),
                &format!("messages are waiting, at most {} may", group_thousands(u64::from(most))),
            );
        }
        News::Charging(outcome) => match outcome {
            Charging::Charged { charge, net_minor } => {
                ui.say(format_args!("Auto-charge {charge} brought ₩{}.", Minor(net_minor)));
            }
            Charging::Declined { charge } => ui.warn(format_args!("auto-charge {charge} was declined")),
            Charging::Open { charge } => ui.warn(format_args!(
                "the gateway has not answered about auto-charge {charge}; `msgctl credits auto run` asks again"
            )),
            Charging::Not { why, .. } => ui.warn(format_args!("auto-charge does not cover it: {why}")),
            Charging::Would { .. } => {}
        },
        News::Sending(p) => {
            let bar = sending.get_or_insert_with(|| ui.progress("Sending", Some(p.total)));
            bar.set(p.finished(), &words(p));
        }
    }
}

fn words(p: &Progress) -> String {
    let mut parts: Vec<String> = p.delivered.iter().map(|(c, n)| format!("{c} {}", group_thousands(*n))).collect();
    if p.failed > 0 {
        parts.push(format!("failed {}", group_thousands(p.failed)));
    }
    if p.in_flight > 0 {
        parts.push(format!("in flight {}", group_thousands(p.in_flight)));
    }
    parts.join(" · ")
}

impl Record for Outcome {
    fn lines(&self) -> Vec<(String, Cell)> {
        let mut lines: Vec<(String, Cell)> =
            vec![("campaign".into(), Cell::text(self.campaign)), ("state".into(), Cell::text(self.state))];
        lines.extend(left_out(&self.recipients));
        lines.extend(result_lines(&self.results));
        lines.push(("cost".into(), Cell::money(crate::domain::money::Minor(self.cost.captured_minor))));
        lines.push(("elapsed".into(), Cell::text(format_args!("{:.1} s", self.elapsed_s)).right()));
        lines
    }
}

/// Who was left out of a plan and why, line by line; what there is none of is left out.
pub fn left_out(r: &Recipients) -> Vec<(String, Cell)> {
    let all = [
        ("invalid", r.invalid),
        ("duplicate", r.duplicate),
        ("suppressed", r.suppressed),
        ("no consent", r.no_consent),
        ("repeated", r.repeated),
        ("capped", r.capped),
        ("not allowed", r.not_allowed),
        ("without credit", r.skipped_insufficient),
    ];
    let shown = all.into_iter().filter(|(_, n)| *n > 0);
    shown.map(|(label, n)| (label.to_owned(), Cell::count(n).tone(Tone::Warn))).collect()
}

/// What has become of a campaign's messages, line by line; what there is none of is left out.
pub fn result_lines(r: &Results) -> Vec<(String, Cell)> {
    let all = [
        ("alimtalk", r.alimtalk, Tone::Good),
        ("sms", r.sms, Tone::Good),
        ("lms", r.lms, Tone::Good),
        ("mms", r.mms, Tone::Good),
        ("rcs", r.rcs, Tone::Good),
        ("email", r.email, Tone::Good),
        ("push", r.push, Tone::Good),
        ("failed", r.failed, Tone::Bad),
        ("unknown", r.unknown, Tone::Warn),
        ("cancelled", r.cancelled, Tone::Dim),
        ("total", r.total, Tone::Plain),
        ("queued", r.queued, Tone::Warn),
        ("with provider", r.in_flight, Tone::Warn),
    ];
    let shown = all.into_iter().filter(|(label, n, _)| *n > 0 || *label == "total");
    shown.map(|(label, n, tone)| (label.to_owned(), Cell::count(n).tone(tone))).collect()
}

/// Prints a run's outcome and chooses its exit code.
pub fn conclude(cx: &Ctx, outcome: &Outcome, signals: &Interrupts) -> Result<(), CliError> {
    cx.ui.record(outcome)?;
    let id = outcome.campaign;
    let open = outcome.results.in_flight + outcome.results.unknown;
    match &outcome.ended {
        Ended::Done => {
            cx.ui.hint(format_args!("See `msgctl stats --by code`, or `msgctl message list {id}`."));
            Ok(())
        }
        Ended::Waiting => {
            Err(CliError::new(Kind::Unfinished, format_args!("{} still without a final report", group_thousands(open)))
                .hint(format_args!(
                    "`msgctl reports poll` fetches them; `msgctl campaign show {id}` tells how far it is."
                )))
        }
        Ended::Held(CampaignState::Cancelled) if open == 0 => {
            cx.ui.hint(format_args!(
                "{id} was cancelled; `msgctl message list {id} --state cancelled` lists who got nothing."
            ));
            Ok(())
        }
        Ended::Held(CampaignState::Cancelled) => {
            let message = format!("{id} was cancelled; {} still without a final report", group_thousands(open));
            Err(CliError::new(Kind::Unfinished, message).hint("`msgctl reports poll` fetches them."))
        }
        Ended::Night(opens) => Err(CliError::new(
            Kind::Unfinished,
            format_args!("{} must not go at night and wait until {opens}", group_thousands(outcome.results.queued)),
        )
        .hint(format_args!("A `msgctl worker` sends them then; without one, `msgctl campaign resume {id}`."))),
        Ended::Held(CampaignState::Awaiting) => {
            let n = group_thousands(outcome.results.queued);
            Err(CliError::new(
                Kind::Unfinished,
                format_args!("{id} awaits approval: nothing of its {n} messages was sent"),
            )
            .hint(format_args!("A second person approves it with `msgctl campaign approve {id}`.")))
        }
        Ended::Held(state) => Err(CliError::new(Kind::Unfinished, format_args!("{id} is {state}"))
            .hint(format_args!("Go on with `msgctl campaign resume {id}`."))),
        Ended::Stopped(stop) => {
            let kind = if stop.class == "money" { Kind::TryLater } else { Kind::Config };
            let message = format!(
                "the route {} of provider `{}` was stopped: {} {}",
                stop.channel, stop.provider, stop.code, stop.detail
            );
            Err(CliError::new(kind, message).hint(format_args!(
                "`msgctl codes explain {}` tells what it means; mend it, then `msgctl campaign resume {id}`.",
                stop.code
            )))
        }
        Ended::Down { provider, detail } => Err(CliError {
            causes: vec![detail.clone()],
            ..CliError::new(Kind::TryLater, format_args!("provider `{provider}` takes nothing"))
        }
        .hint(format_args!("Nothing is lost. Later: `msgctl campaign resume {id}`, or the same `send --key` again."))),
        Ended::Detached => {
            cx.ui.hint(format_args!("`msgctl worker` sends it; `msgctl campaign show {id}` tells how far it is."));
            Ok(())
        }
        Ended::Scheduled(at) => {
            cx.ui.hint(format_args!(
                "A `msgctl worker` sends it from {at} on; until then `msgctl campaign cancel {id}` takes it back."
            ));
            Ok(())
        }
        Ended::Interrupted => Err(signals
            .why()
            .error("interrupted; what was in flight is recorded")
            .hint(format_args!("Go on with `msgctl campaign resume {id}`."))),
    }
}
