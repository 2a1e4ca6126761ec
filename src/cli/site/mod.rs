//! `msgctl site`: the tenants.

mod add;
mod allow;
mod list;
mod rules;
mod set;
mod show;

use super::ctx::Ctx;
use super::error::CliError;
use crate::config::value::Rate;
use crate::domain::ledger::Billing;
use crate::domain::money::Minor;
use crate::ops::send::span;
use crate::ops::site::{BillingChange, Site};
use crate::ui::{Cell, Record, Row, Tone};

/// Add, list, show and change sites; keep their allow-lists
#[derive(clap::Subcommand, Debug)]
pub enum Command {
    Add(add::AddArgs),
    List(list::ListArgs),
    Show(show::ShowArgs),
    Set(set::SetArgs),
    #[command(subcommand)]
    Allow(allow::Command),
}

impl Command {
    pub(super) async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::Add(args) => add::run(cx, args).await,
            Self::List(args) => list::run(cx, &args).await,
            Self::Show(args) => show::run(cx, args).await,
            Self::Set(args) => set::run(cx, args).await,
            Self::Allow(c) => c.run(cx).await,
        }
    }
}

/// What `site add` and `site set` share.
#[derive(clap::Args, Debug, Default)]
struct Fields {
    /// What people call the site
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Registered sender number; the first is the default (can be repeated)
    #[arg(long = "sender", value_name = "NUMBER")]
    senders: Vec<String>,
    /// Alimtalk channel id at the provider (pfId)
    #[arg(long, value_name = "ID")]
    sender_key: Option<String>,
    /// Template that wraps every message of the site
    #[arg(long, value_name = "TEMPLATE")]
    wrapper: Option<String>,
    /// Strategy where a campaign names none
    #[arg(long)]
    strategy: Option<crate::domain::channel::Strategy>,
    /// Where results are posted
    #[arg(long, value_name = "URL")]
    callback: Option<String>,
    /// Telephone shown in advertising
    #[arg(long, value_name = "NUMBER")]
    contact: Option<String>,
    /// Free opt-out number for advertising (080…)
    #[arg(long, value_name = "NUMBER")]
    optout: Option<String>,
    #[command(flatten)]
    rules: rules::Rules,
    /// A limit of the site's own inside a channel's, like sms=50/min; sms=off takes it away (can be repeated)
    #[arg(long = "rate", value_name = "CHANNEL=RATE", value_parser = rules::rate)]
    rates: Vec<rules::OwnRate>,
    /// How it pays for its messages: from its credits, or not at all
    #[arg(long, value_name = "none|prepaid")]
    billing: Option<crate::domain::ledger::Billing>,
    /// How far its credits may go below zero, in won
    #[arg(long, value_name = "WON")]
    credit_limit: Option<crate::domain::money::Minor>,
    /// Tell when its credits fall below this many won; '' is never
    #[arg(long, value_name = "WON", value_parser = rules::won_or_none)]
    low_balance: Option<rules::Threshold>,
}

impl Fields {
    fn into_change(self) -> crate::ops::site::Change {
        crate::ops::site::Change {
            title: self.title,
            senders: (!self.senders.is_empty()).then_some(self.senders),
            sender_key: self.sender_key,
            wrapper: self.wrapper,
            strategy: self.strategy,
            callback: self.callback,
            contact: self.contact,
            optout: self.optout,
            rules: self.rules.into_change(),
            rates: self.rates,
            billing: BillingChange {
                billing: self.billing,
                credit_limit: self.credit_limit,
                low_balance: self.low_balance.map(|t| t.0),
            },
        }
    }
}

impl Row for Site {
    const HEAD: &'static [&'static str] = &["SITE", "TITLE", "SENDERS", "SENDER KEY", "WRAPPER", "STRATEGY"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(&self.name),
            Cell::text(&self.title),
            Cell::text(self.senders.join(" ")),
            Cell::maybe(self.sender_key.as_ref()),
            Cell::maybe(self.wrapper.as_ref()),
            Cell::text(self.strategy),
        ]
    }
}

impl Record for Site {
    fn lines(&self) -> Vec<(String, Cell)> {
        let mut lines = vec![
            ("site".into(), Cell::text(&self.name)),
            ("title".into(), Cell::text(&self.title)),
            ("senders".into(), Cell::text(self.senders.join(" "))),
            ("sender key".into(), Cell::maybe(self.sender_key.as_ref())),
            ("wrapper".into(), Cell::maybe(self.wrapper.as_ref())),
            ("strategy".into(), Cell::text(self.strategy)),
            ("callback".into(), Cell::maybe(self.callback.as_ref())),
            ("contact".into(), Cell::maybe(self.contact.as_ref())),
            ("opt-out".into(), Cell::maybe(self.optout.as_ref())),
            (
                "dedupe".into(),
                Cell::maybe(self.dedupe.map(|d| if d.is_zero() { "off".to_owned() } else { span(d) }).as_ref()),
            ),
            ("daily cap".into(), Cell::maybe(self.daily_cap.as_ref())),
            ("trial".into(), if self.trial { Cell::text("on").tone(Tone::Warn) } else { Cell::text("off") }),
            ("approval above".into(), Cell::maybe(self.approval_above.as_ref())),
        ];
        lines.extend(self.rates.iter().map(|(channel, r)| {
            let window = std::time::Duration::from_secs_f64(r.window_s);
            (format!("{channel} rate"), Cell::text(Rate::Limited { limit: r.limit, window }))
        }));
        lines.push(("billing".into(), Cell::text(self.billing)));
        if self.billing == Billing::Prepaid {
            if self.credit_limit_minor > Minor::ZERO {
                lines.push(("credit limit".into(), Cell::money(self.credit_limit_minor)));
            }
            let low = self.low_balance_minor.map(|m| format!("₩{m}"));
            lines.push(("low balance".into(), Cell::maybe(low.as_ref())));
        }
        lines.push(("added".into(), Cell::time(self.created_at)));
        lines
    }
}
