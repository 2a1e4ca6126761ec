//! clap and glue: one folder a group, one file a leaf verb with its `Args` and `run`.
//!
//! To add a verb: a file with `Args` and `async fn run(cx: &Ctx, args) -> Result<(), CliError>`,
//! and an arm in its group's enum.

mod asked;
mod audit;
mod campaign;
mod codes;
mod config;
mod credits;
mod crypto;
pub mod ctx;
mod customer;
mod db;
mod demo;
mod doctor;
mod drill;
pub mod error;
pub mod host;
mod init;
mod line;
mod log;
mod message;
mod notice;
mod number;
pub mod options;
mod plan;
mod playground;
mod price;
mod rate;
mod recipients;
mod rejects;
mod report;
mod reveal;
mod schedule;
mod send;
pub mod sending;
mod settle;
pub mod signal;
pub mod sim;
mod site;
mod stats;
mod suppress;
mod template;
mod util;
mod vas;
mod worded;
mod worker;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _};

use ctx::Ctx;
use error::{CliError, Kind};
use host::Host;
use options::GlobalOptions;

use crate::ui::{Format, Ui};

/// Import people, send to them within every limit, and account for each message
///
/// Results go to stdout, talk to stderr. Exit codes: 0 done, 1 failed, 2 usage, 3 refused by a rule,
/// 4 conflict, 5 integrity violated, 6 not finished, 75 try again later, 78 configuration,
/// 130/143 interrupted (resumable).
#[derive(clap::Parser, Debug)]
#[command(name = "msgctl", version, propagate_version = true, max_term_width = 100, arg_required_else_help = true)]
pub struct Cli {
    #[command(flatten)]
    global: GlobalOptions,
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand, Debug)]
enum Command {
    Init(init::Args),
    Demo(demo::Args),
    Doctor(doctor::Args),
    #[command(subcommand)]
    Site(site::Command),
    #[command(subcommand)]
    Recipients(recipients::Command),
    #[command(subcommand)]
    Suppress(suppress::Command),
    #[command(subcommand)]
    Template(template::Command),
    Send(Box<send::Args>),
    #[command(subcommand)]
    Campaign(campaign::Command),
    #[command(subcommand)]
    Schedule(schedule::Command),
    #[command(subcommand, visible_alias = "messages")]
    Message(message::Command),
    #[command(subcommand, visible_alias = "notices")]
    Notice(notice::Command),
    #[command(subcommand, visible_alias = "reports")]
    Report(report::Command),
    Worker(worker::Args),
    Stats(stats::Args),
    #[command(subcommand)]
    Credits(credits::Command),
    #[command(subcommand)]
    Price(price::Command),
    Settle(settle::Args),
    #[command(subcommand)]
    Customer(customer::Command),
    #[command(subcommand)]
    Plan(plan::Command),
    #[command(subcommand)]
    Vas(vas::Command),
    #[command(subcommand)]
    Line(line::Command),
    #[command(subcommand)]
    Number(number::Command),
    #[command(subcommand)]
    Rate(rate::Command),
    #[command(subcommand)]
    Codes(codes::Command),
    #[command(subcommand)]
    Crypto(crypto::Command),
    #[command(subcommand)]
    Audit(audit::Command),
    #[command(subcommand)]
    Config(config::Command),
    #[command(subcommand)]
    Db(db::Command),
    Sim(sim::Args),
    Drill(drill::Args),
    #[command(subcommand)]
    Util(util::Command),
}

impl Command {
    async fn run(self, cx: &Ctx) -> Result<(), CliError> {
        match self {
            Self::Init(args) => init::run(cx, args).await,
            Self::Demo(args) => demo::run(cx, args).await,
            Self::Site(c) => c.run(cx).await,
            Self::Send(args) => send::run(cx, *args).await,
            Self::Campaign(c) => c.run(cx).await,
            Self::Schedule(c) => c.run(cx).await,
            Self::Message(c) => c.run(cx).await,
            Self::Notice(c) => c.run(cx).await,
            Self::Worker(args) => worker::run(cx, args).await,
            Self::Report(c) => c.run(cx).await,
            Self::Stats(args) => stats::run(cx, args).await,
            Self::Credits(c) => c.run(cx).await,
            Self::Price(c) => c.run(cx).await,
            Self::Settle(args) => settle::run(cx, args).await,
            Self::Customer(c) => c.run(cx).await,
            Self::Plan(c) => c.run(cx).await,
            Self::Vas(c) => c.run(cx).await,
            Self::Line(c) => c.run(cx).await,
            Self::Number(c) => c.run(cx).await,
            Self::Rate(c) => c.run(cx).await,
            Self::Template(c) => c.run(cx).await,
            Self::Codes(c) => c.run(cx).await,
            Self::Recipients(c) => c.run(cx).await,
            Self::Suppress(c) => c.run(cx).await,
            Self::Crypto(c) => c.run(cx).await,
            Self::Audit(c) => c.run(cx).await,
            Self::Config(c) => c.run(cx).await,
            Self::Db(c) => c.run(cx).await,
            Self::Doctor(args) => doctor::run(cx, args).await,
            Self::Sim(args) => sim::command(cx, args).await,
            Self::Drill(args) => drill::run(cx, args).await,
            Self::Util(c) => c.run(cx),
        }
    }
}

/// The whole tree of commands, for completions, man pages and the reference.
pub fn command() -> clap::Command {
    Cli::command()
}

/// Parses, runs, reports; the process ends with the code it returns.
pub fn main(args: impl IntoIterator<Item = OsString>, host: Host) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let json_flag = args.iter().any(|a| a == "json" || a == "--format=json");
    let cli = match Cli::command().try_get_matches_from(args).and_then(|m| Cli::from_arg_matches(&m)) {
        Ok(cli) => cli,
        Err(e) => return usage(&e, json_flag || env_format(&host) != Format::Table),
    };
    let wants_json = cli.global.format.unwrap_or_else(|| env_format(&host)) != Format::Table;
    let result = cli.global.resolve(&host).and_then(|global| {
        let ui = Ui::stdio(global.look);
        log::start(&global, &host, &ui)?;
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
        if let Some(now) = global.now {
            ui.warn(format_args!(
                "it is taken to be {now}: what is done is done, and dated so; pacing keeps to the real clock"
            ));
        }
        let cx = Ctx::new(host, ui, global);
        runtime.block_on(async {
            let done = cli.command.run(&cx).await;
            cx.close().await;
            done
        })
    });
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            report(&e, wants_json);
            ExitCode::from(e.kind.exit_code())
        }
    }
}

fn env_format(host: &Host) -> Format {
    use clap::ValueEnum as _;
    host.var("MSGCTL_FORMAT").and_then(|t| Format::from_str(t, true).ok()).unwrap_or_default()
}

/// What clap has to say: help and version are results, the rest is an error of usage.
fn usage(e: &clap::Error, wants_json: bool) -> ExitCode {
    use clap::error::ErrorKind;
    match e.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = e.print();
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = e.print();
            ExitCode::from(Kind::Usage.exit_code())
        }
        _ if wants_json => {
            let text = e.render().to_string();
            // what it says in its first paragraph; usage and tips come behind it
            let said: Vec<&str> = text.lines().map(str::trim).take_while(|l| !l.is_empty()).collect();
            let message = said.join(" ").trim_start_matches("error: ").to_owned();
            report(&CliError::new(Kind::Usage, message).hint("See `--help`."), true);
            ExitCode::from(Kind::Usage.exit_code())
        }
        _ => {
            let _ = e.print();
            ExitCode::from(Kind::Usage.exit_code())
        }
    }
}

/// The error on stderr: message, causes, hint; or one JSON object.
fn report(e: &CliError, json: bool) {
    if e.silent {
        return;
    }
    let ui = Ui::stderr_only();
    if json {
        ui.talk(format_args!("{}", serde_json::to_string(e).unwrap_or_default()));
        return;
    }
    ui.talk(format_args!("{} {}", ui.paint("error:", "31;1"), e.message));
    for (i, cause) in e.causes.iter().enumerate() {
        ui.talk(format_args!("{} {cause}", if i == 0 { "caused by:" } else { "      and:" }));
    }
    if let Some(hint) = &e.hint {
        ui.talk(format_args!("{} {hint}", ui.paint("hint:", "36;1")));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_command_tree_is_sound() {
        super::command().debug_assert();
    }
}
