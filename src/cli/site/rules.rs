//! What protects a site's people and operators from mistakes, as options.

use std::str::FromStr;
use std::time::Duration;

use crate::config::value;
use crate::domain::channel::Channel;
use crate::domain::money::Minor;
use crate::ops::site::RuleChange;

/// Rules that `site add` and `site set` share.
#[derive(clap::Args, Debug, Default)]
pub(super) struct Rules {
    /// How long the same text is not sent to the same person again, like 24h, or off; '' is as configured
    #[arg(long, value_name = "TIME", value_parser = dedupe)]
    dedupe: Option<Rule<Duration>>,
    /// Most messages to one person on one Korean day; 0 is any number, '' is as configured
    #[arg(long, value_name = "N", value_parser = cap)]
    daily_cap: Option<Rule<u32>>,
    /// Only try it out: on writes to the allow-list and to nobody else
    #[arg(long, value_name = "on|off", value_parser = on_off)]
    trial: Option<bool>,
    /// A campaign to more people than this awaits the approval of a second person; off is never
    #[arg(long, value_name = "N", value_parser = above)]
    approval_above: Option<Rule<u64>>,
}

/// A rule, or none of the site's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Rule<T>(Option<T>);

impl Rules {
    pub(super) fn into_change(self) -> RuleChange {
        RuleChange {
            dedupe: self.dedupe.map(|r| r.0),
            daily_cap: self.daily_cap.map(|r| r.0),
            trial: self.trial,
            approval_above: self.approval_above.map(|r| r.0),
        }
    }
}

/// A channel and the site's own limit on it.
pub(super) type OwnRate = (Channel, Option<(u32, Duration)>);

pub(super) fn rate(text: &str) -> Result<OwnRate, String> {
    let (channel, rate) = text.split_once('=').ok_or("expected CHANNEL=RATE, like `sms=50/min`")?;
    let channel: Channel = channel.trim().parse().map_err(|e| format!("{e}"))?;
    if rate.trim() == "off" {
        return Ok((channel, None));
    }
    match rate.trim().parse()? {
        value::Rate::Unlimited => Ok((channel, None)),
        value::Rate::Limited { limit, window } => Ok((channel, Some((limit, window)))),
    }
}

fn dedupe(text: &str) -> Result<Rule<Duration>, String> {
    if text.is_empty() {
        return Ok(Rule(None));
    }
    value::duration_or_off(text).map(|d| Rule(Some(d.unwrap_or_default())))
}

fn cap(text: &str) -> Result<Rule<u32>, String> {
    match text {
        "" => Ok(Rule(None)),
        "off" => Ok(Rule(Some(0))),
        n => number(n),
    }
}

fn above(text: &str) -> Result<Rule<u64>, String> {
    match text {
        "" | "off" => Ok(Rule(None)),
        n => number(n),
    }
}

fn number<T: FromStr>(text: &str) -> Result<Rule<T>, String> {
    text.parse().map(|n| Rule(Some(n))).map_err(|_| "expected a whole number or `off`".to_owned())
}

fn on_off(text: &str) -> Result<bool, String> {
    match text {
        "on" => Ok(true),
        "off" => Ok(false),
        _ => Err("expected `on` or `off`".to_owned()),
    }
}

/// An amount below which something is told, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Threshold(pub(super) Option<Minor>);

pub(super) fn won_or_none(text: &str) -> Result<Threshold, String> {
    match text {
        "" | "off" => Ok(Threshold(None)),
        won => won.parse().map(|m| Threshold(Some(m))).map_err(|e| format!("{e}")),
    }
}
