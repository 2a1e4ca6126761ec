//! `msgctl init`

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rand::SeedableRng as _;

use super::ctx::Ctx;
use super::error::{CliError, Kind};
use super::playground::{self, Playground};
use crate::config::starter::{self, Choices};
use crate::config::value::Reference;
use crate::config::{CryptoMode, Loaded};
use crate::domain::ledger::Method;
use crate::domain::money::Minor;
use crate::domain::text::Charset;
use crate::ops::credits::{self, By, Request};
use crate::ops::setup::{self, Found};
use crate::ops::{demo, import, site};
use crate::store::Target;
use crate::ui::{Cell, Record, Tone, plural};

/// Set up a folder: configuration, key, database
///
/// Nothing that is there is overwritten: a second run says what it found and makes what is missing.
/// The database is a file in the folder unless --database names another, like a PostgreSQL server; a URL
/// with a password is not written down but read from `MSGCTL_DATABASE_URL`.
///
/// With --demo the channels point at the simulator, and there is a site with templates and 1,000 people
/// who do not exist.
#[derive(clap::Args, Debug)]
#[command(after_help = "Examples:
  msgctl init
  msgctl init /srv/msgctl
  msgctl init playground --demo
  msgctl --database postgres://msgctl@db.example.com/msgctl init /etc/msgctl")]
pub struct Args {
    /// The folder; the current one by default
    dir: Option<PathBuf>,
    /// Add something to play with, and send to the simulator
    #[arg(long)]
    demo: bool,
}

/// A part and whether this run made it.
#[derive(Debug, serde::Serialize)]
pub struct Part {
    /// Where it is.
    at: String,
    /// By this run.
    made: bool,
}

/// What was set up.
#[derive(Debug, serde::Serialize)]
pub struct SetUp {
    /// The folder.
    pub folder: String,
    /// The configuration file.
    config: Part,
    /// The key; absent where personal data is kept in plain text on purpose.
    key: Option<Part>,
    /// The database.
    database: Part,
    /// Migrations that ran just now.
    migrations: usize,
    /// What `--demo` added.
    demo: Option<Furnished>,
}

/// What there is to play with.
#[derive(Debug, serde::Serialize)]
struct Furnished {
    site: &'static str,
    templates: Vec<String>,
    list: &'static str,
    people: u64,
    credits: credits::Receipt,
    simulator: String,
}

const SEED: u64 = 7;
const PEOPLE: u32 = 1_000;

pub(super) async fn run(cx: &Ctx, args: Args) -> Result<(), CliError> {
    let folder = cx.path(&args.dir.unwrap_or_default());
    let playground = args.demo.then(|| Playground::new(playground::USUAL, SEED));
    let (inner, mut set_up) = lay_out(cx, &folder, playground.as_ref()).await?;
    let furnished = if args.demo { Some(furnish(&inner, Path::new(&set_up.folder)).await) } else { None };
    inner.close().await;
    set_up.demo = furnished.transpose()?;
    cx.ui.record(&set_up)?;
    if folder != cx.host.cwd {
        cx.ui.hint(format_args!("cd {}", set_up.folder));
    }
    if let Some(d) = &set_up.demo {
        cx.ui.hint(format_args!("{} (in another terminal)", d.simulator));
        cx.ui.hint(format_args!(
            "msgctl send --site {} --list {} --message '{}' --dry-run",
            d.site,
            d.list,
            demo::MESSAGE
        ));
    } else {
        cx.ui.hint("Export `SOLAPI_API_KEY` and `SOLAPI_API_SECRET`, add a site with `msgctl site add`, then run `msgctl doctor`.");
    }
    Ok(())
}

/// Makes what is missing of a folder; also a context that works in it.
pub(super) async fn lay_out(
    cx: &Ctx,
    folder: &Path,
    playground: Option<&Playground>,
) -> Result<(Ctx, SetUp), CliError> {
    setup::folder(folder)?;
    let folder = folder.canonicalize()?;
    let shown = folder.to_str().ok_or_else(|| CliError::new(Kind::Usage, "the folder's name is not UTF-8"))?;
    let file = folder.join("msgctl.toml");
    let made = if file.exists() { Found::There } else { write_config(cx, &folder, &file, playground)? };
    let inner = cx.inside(file.clone());
    let loaded = inner.config().await?;
    if playground.is_some() && made == Found::There && !is_playground(loaded, &folder) {
        return Err(CliError::new(Kind::Conflict, format_args!("{} does not send to a simulator", file.display()))
            .hint("Name a folder of its own for it: people who do not exist have no place among real ones."));
    }
    let (store, base, migrations) = setup::database(inner.target().await?).await?;
    let database = Part { at: store.target().to_string(), made: base == Found::Made };
    let occupied = playground.is_some() && made == Found::Made && !site::list(&store).await?.is_empty();
    let key = if occupied { Ok(None) } else { make_key(&store, loaded).await };
    store.close().await;
    if occupied {
        return Err(CliError::new(Kind::Conflict, format_args!("there are sites in {}", database.at))
            .hint("People who do not exist have no place among real ones: unset `MSGCTL_DATABASE_URL`, or name an empty database."));
    }
    let set_up = SetUp {
        folder: shown.to_owned(),
        config: Part { at: file.display().to_string(), made: made == Found::Made },
        key: key?,
        database,
        migrations,
        demo: None,
    };
    Ok((inner, set_up))
}

fn write_config(cx: &Ctx, folder: &Path, file: &Path, playground: Option<&Playground>) -> Result<Found, CliError> {
    let given = cx.database_override().unwrap_or("sqlite:msgctl.db");
    // a mistake is better found before anything is written
    Target::parse(&cx.text_or_reference(given)?, folder)?;
    let has_password = url::Url::parse(given).is_ok_and(|u| u.password().is_some());
    if has_password && cx.host.var("MSGCTL_DATABASE_URL").is_none() {
        cx.ui.warn("the database URL has a password and is not written down: export it as `MSGCTL_DATABASE_URL`");
    }
    let database = if has_password { "env:MSGCTL_DATABASE_URL" } else { given };
    let key = folder.join("msgctl.key");
    let mut choices = Choices::real(database, &key);
    let url;
    if let Some(p) = playground {
        p.write(folder)?;
        url = format!("http://{}", p.addr);
        choices = playground::choices(folder, &url, &choices);
    }
    Ok(setup::file(file, &starter::text(&choices), false)?)
}

/// The key that the configuration names: made where it is a file that is missing.
async fn make_key(store: &crate::store::Store, loaded: &Loaded) -> Result<Option<Part>, CliError> {
    let crypto = &loaded.settings.crypto;
    Ok(match (&crypto.key, crypto.mode) {
        (_, CryptoMode::Plaintext) | (None, _) => None,
        (Some(r @ Reference::Env(_)), _) => Some(Part { at: r.to_string(), made: false }),
        (Some(Reference::File(path)), _) => {
            let mut rng = rand::rngs::StdRng::from_rng(&mut rand::rng());
            let made = setup::key(store, path, &mut rng).await? == Found::Made;
            Some(Part { at: path.display().to_string(), made })
        }
    })
}

/// Whether every provider of a configuration is on this machine, with the simulator's files beside it.
fn is_playground(loaded: &Loaded, folder: &Path) -> bool {
    let local = |url: &str| url::Url::parse(url).is_ok_and(|u| matches!(u.host_str(), Some("127.0.0.1" | "localhost")));
    folder.join("sim.toml").exists() && loaded.settings.providers.values().all(|p| local(&p.base_url))
}

/// A site, its templates and its people.
async fn furnish(cx: &Ctx, folder: &Path) -> Result<Furnished, CliError> {
    let file = folder.join("people.csv");
    setup::file(&file, &demo::crowd(PEOPLE, SEED, false).csv, false)?;
    let templates = add_site(cx).await?;
    let mut bar = cx.ui.progress("importing", None);
    let people = import_people(cx, &file, None, |p| match p {
        import::Progress::Total(n) => bar.set_total(n),
        import::Progress::Done(n) => bar.set(n, ""),
        import::Progress::Checked(_) => {}
    })
    .await?;
    let credits = top_up(cx, PEOPLE).await?;
    let port = simulator_port(cx).await?;
    Ok(Furnished {
        site: demo::SITE,
        templates,
        list: demo::LIST,
        people: people.imported + people.updated + people.unchanged,
        credits,
        simulator: playground::command(port),
    })
}

/// The port that the configuration sends to.
async fn simulator_port(cx: &Ctx) -> Result<u16, CliError> {
    let settings = &cx.config().await?.settings;
    let url = settings.providers.values().next().and_then(|p| url::Url::parse(&p.base_url).ok());
    Ok(url.and_then(|u| u.port()).unwrap_or(playground::USUAL.port()))
}

/// The site with its templates.
pub(super) async fn add_site(cx: &Ctx) -> Result<Vec<String>, CliError> {
    let charset = if cx.config().await?.settings.text.ksx1001 { Charset::Ksx1001 } else { Charset::Cp949 };
    Ok(demo::furnish(cx.store().await?, charset, cx.clock.now()).await?)
}

/// Credits for the site: twice what a message to each of its people can cost, and some.
pub(super) async fn top_up(cx: &Ctx, people: u32) -> Result<credits::Receipt, CliError> {
    const DEAREST: i64 = 50;
    let store = cx.store().await?;
    let site = site::get(&mut store.read().await?, demo::SITE).await?;
    let amount = Minor((i64::from(people) * DEAREST * 2).max(100_000) * 100);
    let request = Request::Topup { amount, gross: false, method: Method::Bank, gateway_tx: None };
    let actor = super::reveal::by(cx, None).actor;
    let by = By { actor: &actor, key: "demo-topup", rehearse: false };
    Ok(credits::execute(store, &cx.clock, &site, &request, by).await?.answer)
}

/// Imports a file as `recipients import` does.
pub(super) async fn import_people(
    cx: &Ctx,
    file: &Path,
    rejects: Option<PathBuf>,
    progress: impl FnMut(import::Progress),
) -> Result<import::Outcome, CliError> {
    let (store, ring) = (cx.store().await?, cx.keys().await?);
    let site = site::get(&mut store.read().await?, demo::SITE).await?;
    let now = cx.clock.now();
    let request = import::Request {
        site_name: site.name,
        site: site.id,
        list: Some(demo::LIST.to_owned()),
        map: Vec::new(),
        encoding: import::Encoding::Auto,
        rejects,
        on_duplicate: import::OnDuplicate::Update,
        consent_at: now,
        now,
        rehearse: false,
        chunk: import::CHUNK,
    };
    let stop = Arc::new(AtomicBool::new(false));
    Ok(import::run(store, ring, import::Source::Path(file.to_owned()), request, stop, progress).await?)
}

impl Record for SetUp {
    fn lines(&self) -> Vec<(String, Cell)> {
        let part = |p: &Part| {
            let cell = Cell::text(format_args!("{}{}", p.at, if p.made { "" } else { " (was there)" }));
            if p.made { cell.tone(Tone::Good) } else { cell }
        };
        let mut lines = vec![("configuration".into(), part(&self.config))];
        lines.extend(self.key.as_ref().map(|k| ("key".into(), part(k))));
        lines.push(("database".into(), part(&self.database)));
        if self.migrations > 0 {
            lines
                .push((String::new(), Cell::text(format_args!("{} ran", plural(self.migrations as u64, "migration")))));
        }
        if let Some(d) = &self.demo {
            lines.push(("site".into(), Cell::text(d.site)));
            lines.push(("templates".into(), Cell::text(d.templates.join(", "))));
            lines
                .push(("people".into(), Cell::text(format_args!("{} on list {}", plural(d.people, "member"), d.list))));
            lines.push(("credits".into(), Cell::money(Minor(d.credits.available_minor))));
        }
        lines
    }
}
