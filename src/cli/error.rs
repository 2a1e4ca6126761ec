//! The edge where errors get a kind, a hint and an exit code.
//!
//! Libraries below say what happened; here is decided what it means for an operator. To add an
//! error type: a `From` in this file, nowhere else.

use std::error::Error as StdError;
use std::fmt;

use crate::config::ConfigError;
use crate::store::StoreError;

/// What an error means, and with it the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// I/O, a defect, anything without a better word.
    Failed,
    /// The command line is wrong.
    Usage,
    /// A rule forbids it.
    Refused,
    /// It collides with what is there.
    Conflict,
    /// The books do not agree.
    Integrity,
    /// Not finished: something is still open.
    Unfinished,
    /// The same command later may work.
    TryLater,
    /// The configuration is wrong.
    Config,
    /// Ctrl-C.
    Interrupted,
    /// SIGTERM.
    Terminated,
    /// Whoever read our output has gone: silence and 0.
    BrokenPipe,
}

impl Kind {
    /// The exit code. The match is exhaustive so that a new kind must choose one.
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::BrokenPipe => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::Refused => 3,
            Self::Conflict => 4,
            Self::Integrity => 5,
            Self::Unfinished => 6,
            Self::TryLater => 75,
            Self::Config => 78,
            Self::Interrupted => 130,
            Self::Terminated => 143,
        }
    }

    /// The word in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::BrokenPipe => "broken-pipe",
            Self::Failed => "failed",
            Self::Usage => "usage",
            Self::Refused => "refused",
            Self::Conflict => "conflict",
            Self::Integrity => "integrity",
            Self::Unfinished => "unfinished",
            Self::TryLater => "try-later",
            Self::Config => "config",
            Self::Interrupted => "interrupted",
            Self::Terminated => "terminated",
        }
    }
}

/// An error as the operator sees it.
#[derive(Debug)]
pub struct CliError {
    /// What it means.
    pub kind: Kind,
    /// What happened, a fragment in lower case.
    pub message: String,
    /// Why, outermost first.
    pub causes: Vec<String>,
    /// What to do about it.
    pub hint: Option<String>,
    /// The result has been printed; nothing more is to be said (exit code only).
    pub silent: bool,
}

impl CliError {
    /// An error with a message of its own.
    pub fn new(kind: Kind, message: impl fmt::Display) -> Self {
        Self { kind, message: message.to_string(), causes: Vec::new(), hint: None, silent: false }
    }

    /// An error from below with its chain of causes.
    pub fn from_source(kind: Kind, e: &(dyn StdError + 'static)) -> Self {
        let mut causes = Vec::new();
        let mut next = e.source();
        while let Some(cause) = next {
            let text = cause.to_string();
            // some libraries repeat their source in their own words
            if !causes.last().is_some_and(|said: &String| said.contains(&text)) {
                causes.push(text);
            }
            next = cause.source();
        }
        Self { causes, ..Self::new(kind, e) }
    }

    /// The same with advice: a sentence that names the next command where there is one.
    #[must_use]
    pub fn hint(mut self, hint: impl fmt::Display) -> Self {
        self.hint = Some(hint.to_string());
        self
    }

    /// Ends with the exit code of `kind` after the result has been printed.
    pub fn exit(kind: Kind) -> Self {
        Self { silent: true, ..Self::new(kind, "") }
    }

    /// A file that was named cannot be read.
    pub fn unreadable(file: &std::path::Path, e: &std::io::Error) -> Self {
        Self { causes: vec![e.to_string()], ..Self::new(Kind::Failed, format_args!("cannot read {}", file.display())) }
    }

    /// `site` named `name` is not there.
    pub fn not_found(what: &str, name: &str, list_command: &str) -> Self {
        Self::new(Kind::Usage, format_args!("there is no {what} `{name}`")).hint(format_args!("See `{list_command}`."))
    }
}

/// The shape on stderr with `--format json`.
impl serde::Serialize for CliError {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        #[derive(serde::Serialize)]
        struct Body<'a> {
            kind: &'a str,
            message: &'a str,
            causes: &'a [String],
            hint: Option<&'a str>,
        }
        #[derive(serde::Serialize)]
        struct Whole<'a> {
            error: Body<'a>,
        }
        let (kind, message) = (self.kind.word(), self.message.as_str());
        Whole { error: Body { kind, message, causes: &self.causes, hint: self.hint.as_deref() } }.serialize(s)
    }
}

impl From<std::io::Error> for CliError {
    fn from(e: std::io::Error) -> Self {
        match e.kind() {
            std::io::ErrorKind::BrokenPipe => Self::exit(Kind::BrokenPipe),
            std::io::ErrorKind::StorageFull => {
                Self::from_source(Kind::TryLater, &e).hint("Make room on the disk, then run the same command again.")
            }
            _ => Self::from_source(Kind::Failed, &e),
        }
    }
}

impl From<ConfigError> for CliError {
    fn from(e: ConfigError) -> Self {
        let hint = match &e {
            ConfigError::UnknownKey { nearest: Some(n), .. } => Some(format!("Did you mean `{n}`?")),
            ConfigError::UnknownKey { nearest: None, .. } => {
                Some("Remove it; `msgctl config show` lists the keys in use.".to_owned())
            }
            ConfigError::Unreadable { .. } => {
                Some("Write one with `msgctl init`, or name another with `--config`.".to_owned())
            }
            ConfigError::MissingKey { table, key } => {
                Some(format!("Add `{key}` under `[{table}]` in the configuration file."))
            }
            ConfigError::Syntax { .. } | ConfigError::BadValue { .. } => None,
        };
        Self { hint, ..Self::from_source(Kind::Config, &e) }
    }
}

impl From<StoreError> for CliError {
    fn from(e: StoreError) -> Self {
        let (kind, hint) = match &e {
            StoreError::Busy(_) => (Kind::TryLater, Some("Another process holds it; run the same command again.")),
            StoreError::Unreachable(_) => {
                (Kind::TryLater, Some("Is the server up, and the URL right? `msgctl doctor` checks both."))
            }
            StoreError::Full(_) => (
                Kind::TryLater,
                Some("Make room on the disk, then run the same command again: it goes on where it stopped."),
            ),
            StoreError::ReadOnly(_) => (
                Kind::Config,
                Some("The database file, its folder and its `-wal` file must be writable for this user."),
            ),
            StoreError::Duplicate(_) | StoreError::Conflict { .. } => (Kind::Conflict, None),
            StoreError::Corrupt(_) => {
                (Kind::Integrity, Some("Keep a copy of the database before anything else, and report this."))
            }
            StoreError::Missing(_) => {
                (Kind::Config, Some("Make one with `msgctl init`, or name another with `--database`."))
            }
            StoreError::BadUrl(_) => {
                (Kind::Config, Some("Set `database.url` in the configuration file, or pass `--database`."))
            }
            StoreError::Schema(_) => (Kind::Config, Some("Run `msgctl db migrate`, or use the msgctl that made it.")),
            StoreError::Migrate(_) | StoreError::Driver(_) => (Kind::Failed, None),
        };
        Self { hint: hint.map(ToOwned::to_owned), ..Self::from_source(kind, &e) }
    }
}

impl From<crate::ops::site::SiteError> for CliError {
    fn from(e: crate::ops::site::SiteError) -> Self {
        use crate::ops::site::SiteError as E;
        match e {
            E::Store(e) => e.into(),
            E::NotFound(_) => Self::from_source(Kind::Usage, &e).hint("See `msgctl site list`."),
            E::Taken(name) => Self::new(Kind::Conflict, format_args!("there already is a site `{name}`"))
                .hint(format_args!("Change it with `msgctl site set {name}`.")),
            E::BadName(_) | E::BadField { .. } => Self::from_source(Kind::Usage, &e),
        }
    }
}

impl From<crate::ops::ledger::LedgerError> for CliError {
    fn from(e: crate::ops::ledger::LedgerError) -> Self {
        use crate::ops::ledger::LedgerError as E;
        match e {
            E::Store(e) => e.into(),
            E::Site(e) => e.into(),
            E::Refused { message, hint, .. } => Self::new(Kind::Refused, message).hint(hint),
            E::Floor { .. } => Self::from_source(Kind::Refused, &e).hint("See `msgctl credits balance`."),
            E::KeyTaken(_) => {
                Self::from_source(Kind::Conflict, &e).hint("Use another key, or repeat the request exactly as it was.")
            }
            E::Busy => Self::from_source(Kind::TryLater, &e).hint("Run the same command again."),
            E::NotFound { .. } => Self::from_source(Kind::Usage, &e),
            E::Unbalanced(_) => Self::from_source(Kind::Failed, &e),
        }
    }
}

impl From<crate::ops::autocharge::RuleError> for CliError {
    fn from(e: crate::ops::autocharge::RuleError) -> Self {
        use crate::ops::autocharge::RuleError as E;
        match e {
            E::Store(e) => e.into(),
            E::Ledger(e) => e.into(),
            E::Bad(_) => Self::from_source(Kind::Usage, &e),
            E::Missing(_) => Self::from_source(Kind::Usage, &e).hint("See `msgctl credits auto set --help`."),
        }
    }
}

impl From<crate::ops::settle::SettleError> for CliError {
    fn from(e: crate::ops::settle::SettleError) -> Self {
        use crate::ops::settle::SettleError as E;
        let known = |kind, hint: &str| Self::from_source(kind, &e).hint(hint);
        match e {
            E::Store(e) => e.into(),
            E::NotOver(_) => known(Kind::Usage, "`--preview` computes what it would come to, and writes nothing."),
            E::NotSettled(month) => {
                Self::from_source(Kind::Refused, &e).hint(format_args!("Run `msgctl settle --month {month}`."))
            }
            E::Closed(_) => known(Kind::Conflict, "Corrections go into the next month that is open."),
            E::Blocked { ref why, .. } => {
                Self { causes: why.clone(), ..known(Kind::Conflict, "Everything that is in the way is listed.") }
            }
            E::Busy { .. } => known(Kind::TryLater, "`--wait` waits for its end."),
            E::Fenced(_) | E::Moved(_) => known(Kind::TryLater, "Nothing is lost; run the same command again."),
            E::Stopped { .. } => known(Kind::Interrupted, "Run the same command again: it goes on from there."),
            E::TooManyParked(_) => known(Kind::Failed, "See `msgctl settle status` for the first of them."),
            E::StillOpen(month) => Self::from_source(Kind::Refused, &e)
                .hint(format_args!("Close it first: `msgctl settle --month {month} --close`.")),
            E::Ahead(_) | E::Amount(_) => Self::from_source(Kind::Usage, &e),
            E::KeyTaken(_) => known(Kind::Conflict, "Use another key, or repeat the request exactly as it was."),
            E::Gone(..) => known(Kind::Refused, "Its bills are what they were: see `msgctl settle export`."),
            E::File(_) => {
                known(Kind::Usage, "Nothing was kept. `--help` names the columns; `--map` tells other headers.")
            }
            E::WhichProvider => known(Kind::Usage, "Name it with `--provider`."),
            E::NoDifference { .. } => {
                known(Kind::Refused, "See `msgctl settle reconcile --month …`; nothing was accepted.")
            }
            E::Unsound(_) => known(Kind::Integrity, "See `msgctl credits verify`."),
            E::Ledger(e) => e.into(),
            E::NoLine(_) => Self::from_source(Kind::Usage, &e),
        }
    }
}

impl From<crate::ops::keys::KeysError> for CliError {
    fn from(e: crate::ops::keys::KeysError) -> Self {
        use crate::ops::keys::KeysError as E;
        let hint = match &e {
            E::Store(_) => None,
            E::File(_) => Some("A key file has one `index:HEX` line and `NUMBER:HEX` lines, 64 bytes or more each."),
            E::Exists(_) => Some("Move it away first if another key is really wanted: people sealed with it need it."),
            E::Write { .. } => Some("Its folder must exist and be writable for this user."),
            E::Mismatch { plaintext: true } => {
                Some("`crypto.mode` cannot change once there are people; import them into a new database instead.")
            }
            E::Mismatch { plaintext: false } => Some("Point `crypto.key` at the key file this database was made with."),
        };
        let hint = hint.map(ToOwned::to_owned);
        match e {
            E::Store(e) => e.into(),
            E::Exists(_) => Self { hint, ..Self::from_source(Kind::Conflict, &e) },
            e => Self { hint, ..Self::from_source(Kind::Config, &e) },
        }
    }
}

impl From<crate::ops::template::TemplateError> for CliError {
    fn from(e: crate::ops::template::TemplateError) -> Self {
        use crate::domain::lint::Severity;
        use crate::ops::template::TemplateError as E;
        let known = |kind, hint: &str| Self::from_source(kind, &e).hint(hint);
        match e {
            E::Store(e) => e.into(),
            E::Site(e) => e.into(),
            E::NotFound(_) => known(Kind::Usage, "See `msgctl template list`."),
            E::Ambiguous(_) => known(Kind::Usage, "Name one with `--site`."),
            E::Taken(name) => Self::new(Kind::Conflict, format_args!("there already is a template `{name}`"))
                .hint(format_args!("Write a new version with `msgctl template edit {name}`.")),
            E::NoBody => known(Kind::Usage, "Give it with `--body`, `--file` or `--from`."),
            E::NoChange => known(Kind::Usage, "Name what is to be different, as `--body` or `--fallback`."),
            E::Channel(_) => known(Kind::Usage, "Texts of the other channels are not templates."),
            E::Syntax { .. } => known(Kind::Usage, "Variables are written `#{name}` or `{{name}}`."),
            E::Wrapper { ref wrapper, .. } => {
                let hint = format!("Mend it with `msgctl template edit {wrapper}`.");
                known(Kind::Refused, &hint)
            }
            E::Faulty(ref findings) => {
                let grave = || findings.iter().filter(|f| f.severity == Severity::Error);
                let causes = grave().map(|f| format!("{}: {}", f.part, f.message)).collect();
                let hint = grave().next().map(|f| f.hint.clone());
                Self { causes, hint, ..Self::new(Kind::Refused, &e) }
            }
            E::Render(ref r) => known(Kind::Refused, r.hint()),
            E::Text(_) => known(Kind::Refused, "Shorten the text or its values."),
        }
    }
}

impl From<crate::ops::send::SendError> for CliError {
    fn from(e: crate::ops::send::SendError) -> Self {
        use crate::ops::send::SendError as E;
        let known = |kind, hint: &str| Self::from_source(kind, &e).hint(hint);
        match e {
            E::Refused { message, hint } => Self::new(Kind::Refused, message).hint(hint),
            E::Config { message, hint } => Self::new(Kind::Config, message).hint(hint),
            E::KeyTaken(_) => known(Kind::Conflict, "Use another `--key`, or repeat the request exactly as it was."),
            E::PlanMoved { .. } => known(
                Kind::Refused,
                "People, texts, prices or settings have changed: look at it with `--dry-run` again. Nothing was sent.",
            ),
            E::Insufficient { ref site, short, .. } => {
                known(Kind::Refused, &crate::ops::send::credits::hint(site, short))
            }
            E::BacklogFull { .. } => known(
                Kind::TryLater,
                "Wait until some are delivered (`--on-full wait` does), or raise `send.max_backlog`.",
            ),
            E::Locked(_) => {
                known(Kind::TryLater, "It needs no second one; `msgctl campaign show` tells how far it is.")
            }
            E::Fenced => known(Kind::TryLater, "Nothing is lost; run the same command again."),
            E::NotFound { what: "message", .. } => known(Kind::Usage, "See `msgctl message list CAMPAIGN`."),
            E::NotFound { what: "schedule", .. } => known(Kind::Usage, "See `msgctl schedule list`."),
            E::NotFound { what: "campaign", .. } => known(Kind::Usage, "See `msgctl campaign list`."),
            E::NotFound { .. } => known(Kind::Usage, "See `msgctl recipients lists`."),
            E::Template(e) => e.into(),
            E::Site(e) => e.into(),
            E::Sealed(_) => known(Kind::Config, "Point `crypto.key` at the key file this database was made with."),
            E::People(_) => Self::from_source(Kind::Failed, &e),
            E::Store(e) => e.into(),
        }
    }
}

impl From<crate::ops::evidence::EvidenceError> for CliError {
    fn from(e: crate::ops::evidence::EvidenceError) -> Self {
        use crate::ops::evidence::EvidenceError as E;
        match e {
            E::Send(e) => e.into(),
            E::Differs { .. } => {
                Self::from_source(Kind::Conflict, &e).hint("It was not touched. Name another folder with `--dir`.")
            }
            E::Write { ref source, .. } => {
                let full = source.kind() == std::io::ErrorKind::StorageFull;
                Self::from_source(if full { Kind::TryLater } else { Kind::Failed }, &e)
            }
        }
    }
}

impl From<crate::ops::import::ImportError> for CliError {
    fn from(e: crate::ops::import::ImportError) -> Self {
        use crate::ops::import::{Broken, HeaderError as H, ImportError as E};
        let nothing = "Nothing was imported. Mend the file, or write it anew from where it came from.";
        match e {
            E::Store(e) => e.into(),
            E::Keys(e) => e.into(),
            E::Seal(ref inner) => sealed(inner, &e),
            E::Header(H::Empty) => Self::from_source(Kind::Failed, &e).hint("Nothing was imported."),
            E::Header(H::NoPhone { headless: true, .. }) => Self::from_source(Kind::Usage, &e)
                .hint("The file seems to have no header: put a line such as `이름,휴대폰` before the rows."),
            E::Header(H::NoPhone { .. }) => Self::from_source(Kind::Usage, &e)
                .hint("Name the column with `--map phone=HEADER`; if the headers look broken, try `--encoding`."),
            E::Header(H::Doubled { column, .. }) => Self::from_source(Kind::Usage, &e)
                .hint(format_args!("Name the right one with `--map {column}=HEADER`, or rename one of them.")),
            E::Header(H::NotThere { .. }) => Self::from_source(Kind::Usage, &e).hint("`--map` takes FIELD=HEADER."),
            E::Header(H::Unreadable { .. }) => Self::from_source(Kind::Failed, &e)
                .hint("Nothing was imported. Mend the header; if its text looks broken, try `--encoding`."),
            E::Broken(Broken::NotText(_)) => Self::from_source(Kind::Failed, &e).hint(
                "Save it as CSV first; a compressed file can be piped: `zcat FILE | msgctl recipients import - …`.",
            ),
            E::Broken(_) => Self::from_source(Kind::Failed, &e).hint(nothing),
            E::BrokenOff { ref done, .. } => {
                let hint = format!(
                    "Of the {} rows before it {} were imported, {} updated, {} unchanged, {} duplicates, {} refused. \
                     Mend the input and run the same command again: what is in stays as it is.",
                    done.read, done.imported, done.updated, done.unchanged, done.duplicates, done.rejected
                );
                Self::from_source(Kind::Failed, &e).hint(hint)
            }
            E::Rejects { ref source, .. } | E::Unreadable { ref source, .. } => {
                let kind = match source.kind() {
                    std::io::ErrorKind::StorageFull => Kind::TryLater,
                    _ => Kind::Failed,
                };
                Self::from_source(kind, &e)
            }
            E::Abandoned => Self::from_source(Kind::Failed, &e),
        }
    }
}

impl From<crate::ops::line::import::LineImportError> for CliError {
    fn from(e: crate::ops::line::import::LineImportError) -> Self {
        use crate::ops::line::import::LineImportError as E;
        match e {
            E::Import(e) => e.into(),
            E::Keys(e) => e.into(),
            E::Store(e) => e.into(),
            E::Header { .. } | E::Doubled { .. } => Self::from_source(Kind::Usage, &e)
                .hint("Nothing was imported. `--help` names the columns that the first line of the file must have."),
        }
    }
}

impl From<crate::ops::export::ExportError> for CliError {
    fn from(e: crate::ops::export::ExportError) -> Self {
        use crate::ops::export::ExportError as E;
        match e {
            E::NotSettled(month) => Self::from_source(Kind::Refused, &e)
                .hint(format_args!("Settle it first: `msgctl settle --month {month}`.")),
            E::NoBill { .. } => Self::from_source(Kind::Usage, &e).hint("Nothing was written."),
            E::Unsound(_) => Self::from_source(Kind::Integrity, &e).hint("Nothing was written."),
            E::Changed(_) => Self::from_source(Kind::Integrity, &e)
                .hint("Nothing was written. Settle the month again, or leave the steps out with `--no-details`."),
            E::Folder(e) => e.into(),
            E::Store(e) => e.into(),
        }
    }
}

impl From<crate::ops::line::LineError> for CliError {
    fn from(e: crate::ops::line::LineError) -> Self {
        use crate::domain::line::{Fault, Why};
        use crate::ops::line::LineError as E;
        match e {
            E::Store(e) => e.into(),
            E::Keys(e) => e.into(),
            E::Sealed(ref inner) => sealed(inner, &e),
            E::NotFound { what, ref name } => Self::not_found(what, name, &format!("msgctl {what} list")),
            E::Taken { what, ref name } => {
                Self::from_source(Kind::Conflict, &e).hint(format_args!("See `msgctl {what} show {name}`."))
            }
            E::Forbidden { message, hint } => Self::new(Kind::Refused, message).hint(hint),
            E::Refused(why) => {
                let (kind, hint) = match why.why {
                    Why::Line(Fault::NoLine) => (Kind::Usage, Some("See `msgctl line list`.")),
                    Why::Line(Fault::NoPlan) => (Kind::Usage, Some("See `msgctl plan list`.")),
                    Why::Line(Fault::NoVas) => (Kind::Usage, Some("See `msgctl vas list`.")),
                    Why::Line(Fault::NoCustomer) => (Kind::Usage, Some("See `msgctl customer list`.")),
                    Why::Line(Fault::ClosedMonth) => {
                        (Kind::Refused, Some("A closed month stays as it is; change it from the first open month on."))
                    }
                    Why::Line(Fault::Overlap | Fault::Gap | Fault::Differs) => (Kind::Refused, None),
                    _ => (Kind::Usage, None),
                };
                Self { hint: hint.map(ToOwned::to_owned), ..Self::from_source(kind, &e) }
            }
        }
    }
}

/// What a sealed record that does not open means.
fn sealed(e: &crate::domain::seal::SealError, whole: &(dyn StdError + 'static)) -> CliError {
    use crate::domain::seal::SealError as E;
    let (kind, hint) = match e {
        E::NoKey(_) => {
            (Kind::Config, "Put that key's line back into the key file; `msgctl crypto status` lists the keys.")
        }
        E::Plain | E::Sealed(_) => (Kind::Config, "Set `crypto.mode` to what it was when the record was written."),
        E::Version(_) => (Kind::Config, "Use the msgctl that wrote it, or a newer one."),
        E::Tampered | E::Malformed => {
            (Kind::Integrity, "Keep a copy of the database before anything else; restore the record from a backup.")
        }
    };
    CliError::from_source(kind, whole).hint(hint)
}

impl From<crate::ops::audience::AudienceError> for CliError {
    fn from(e: crate::ops::audience::AudienceError) -> Self {
        use crate::ops::audience::AudienceError as E;
        match e {
            E::Store(e) => e.into(),
            E::Site(e) => e.into(),
            E::NoList { ref site, .. } => {
                let hint = format!("See `msgctl recipients lists --site {site}`.");
                Self::from_source(Kind::Usage, &e).hint(hint)
            }
            E::Nobody(_) => Self::from_source(Kind::Usage, &e).hint("See `msgctl recipients list --site SITE`."),
            E::NoSite => Self::from_source(Kind::Usage, &e).hint("Add `--site SITE`."),
            E::Sealed { source, .. } => sealed(&source, &e),
        }
    }
}

impl From<crate::ops::suppress::SuppressError> for CliError {
    fn from(e: crate::ops::suppress::SuppressError) -> Self {
        use crate::ops::suppress::SuppressError as E;
        match e {
            E::Store(e) => e.into(),
            E::Site(e) => e.into(),
            E::Keys(e) => e.into(),
            E::File(crate::ops::import::ImportError::Header(
                ref h @ crate::ops::import::HeaderError::NoPhone { .. },
            )) => Self::from_source(Kind::Usage, h).hint("Name the column with `--column HEADER`."),
            E::File(e) => e.into(),
            E::BadReason => Self::from_source(Kind::Usage, &e).hint("Like `manual`, `opt-out` or `bounce`."),
            E::Sealed { source, .. } => sealed(&source, &e),
        }
    }
}

impl From<crate::ops::pull::PullError> for CliError {
    fn from(e: crate::ops::pull::PullError) -> Self {
        use crate::ops::pull::PullError as E;
        match e {
            E::Import(e) => e.into(),
            E::Source(ref source) => {
                let (kind, hint) = of_source(source);
                Self::from_source(kind, &e).hint(hint)
            }
            E::BrokenOff { ref cause, ref done } => {
                let (kind, _) = of_source(cause);
                Self::from_source(kind, &e).hint(format_args!(
                    "Of the {} rows before {} were imported, {} updated, {} unchanged. Run the same command again: \
                     what is in stays as it is.",
                    done.read, done.imported, done.updated, done.unchanged
                ))
            }
            E::NoPhone(_) | E::Doubled { .. } => Self::from_source(Kind::Config, &e)
                .hint("Name columns in the `query` of `[source.NAME]`, as in `select tel as phone`."),
        }
    }
}

/// What is wrong with a source, and what to do.
fn of_source(e: &crate::store::source::SourceError) -> (Kind, &'static str) {
    use crate::store::source::SourceError as E;
    match e {
        E::Unreachable(_) | E::Silent => (
            Kind::TryLater,
            "Is the server up, and the `url` of `[source.NAME]` right? Then run the same command again.",
        ),
        E::BadUrl(_) => (Kind::Config, "Mend the `url` of `[source.NAME]`."),
        E::Closed(_) => {
            (Kind::Config, "Check user, password and database in the `url` of `[source.NAME]`, or the file's rights.")
        }
        E::Query(_) | E::Refused(_) => (Kind::Config, "Mend the `query` of `[source.NAME]`."),
        E::Type { .. } => {
            (Kind::Config, "Cast it in the `query` of `[source.NAME]`, as in `cast(phone as char(20)) as phone`.")
        }
        E::Comparison(_) => {
            (Kind::Config, "Cast what it is compared with to a date in the `query` of `[source.NAME]`.")
        }
        E::NoId(_) => (
            Kind::Config,
            "Leave `id` out of the `query` of `[source.NAME]`, or name another column that is never NULL `as id`.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exit_codes_are_the_contract() {
        use Kind::*;
        let all = [
            BrokenPipe,
            Failed,
            Usage,
            Refused,
            Conflict,
            Integrity,
            Unfinished,
            TryLater,
            Config,
            Interrupted,
            Terminated,
        ];
        assert_eq!(all.map(Kind::exit_code), [0, 1, 2, 3, 4, 5, 6, 75, 78, 130, 143]);
    }

    #[test]
    fn causes_are_listed_and_not_repeated() {
        let e = CliError::from(StoreError::Busy(sqlx::Error::PoolTimedOut));
        assert_eq!(e.message, "the database is busy");
        assert_eq!(e.causes.len(), 1);
        let json = serde_json::to_value(&e).expect("serialises");
        assert_eq!(json["error"]["kind"], "try-later");
    }
}
