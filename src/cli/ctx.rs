//! What a command works with, opened when it is first asked for.

use std::path::{Path, PathBuf};

use tokio::sync::OnceCell;

use super::error::{CliError, Kind};
use super::host::Host;
use super::options::GlobalArgs;
use crate::config::CryptoMode;
use crate::config::{self, Layer, Loaded, Origin, value::Reference};
use crate::domain::clock::Clock;
use crate::domain::seal::KeyRing;
use crate::ops;
use crate::store::{Opening, Store, Target};
use crate::ui::Ui;

/// The context of one command.
#[derive(Debug)]
pub struct Ctx {
    /// The surroundings.
    pub host: Host,
    /// Where to print.
    pub ui: Ui,
    /// The time, rehearsed if `--now` was given.
    pub clock: Clock,
    global: GlobalArgs,
    config: OnceCell<Loaded>,
    store: OnceCell<Store>,
    keys: OnceCell<KeyRing>,
}

impl Ctx {
    /// Nothing is opened yet.
    pub fn new(host: Host, ui: Ui, global: GlobalArgs) -> Self {
        let clock = match global.now {
            Some(now) => host.clock.rehearsing(now),
            None => host.clock.clone(),
        };
        Self { host, ui, clock, global, config: OnceCell::new(), store: OnceCell::new(), keys: OnceCell::new() }
    }

    /// The configuration as it holds.
    pub async fn config(&self) -> Result<&Loaded, CliError> {
        self.config.get_or_try_init(|| async { self.load_config() }).await
    }

    /// The database, at this version's schema.
    pub async fn store(&self) -> Result<&Store, CliError> {
        self.store.get_or_try_init(|| async { Ok(Store::open(self.target().await?, Opening::Existing).await?) }).await
    }

    /// What seals and opens personal data, checked to be the ring that the database was filled with.
    pub async fn keys(&self) -> Result<&KeyRing, CliError> {
        self.keys.get_or_try_init(|| self.load_keys()).await
    }

    async fn load_keys(&self) -> Result<KeyRing, CliError> {
        let crypto = &self.config().await?.settings.crypto;
        let ring = match (crypto.mode, &crypto.key) {
            (CryptoMode::Plaintext, _) => KeyRing::plaintext(),
            (CryptoMode::Sealed, Some(key)) => ops::keys::load(&zeroize::Zeroizing::new(self.secret(key)?))?,
            (CryptoMode::Sealed, None) => {
                return Err(CliError::new(Kind::Config, "there is no key for personal data: `crypto.key` is not set")
                    .hint("`msgctl init` makes a key; or set `crypto.mode = \"plaintext\"` if it may be kept unencrypted."));
            }
        };
        ops::keys::check(&mut self.store().await?.read().await?, &ring).await?;
        Ok(ring)
    }

    /// Where the database is.
    pub async fn target(&self) -> Result<Target, CliError> {
        let config = self.config().await?;
        let url = self.text_or_reference(&config.settings.database_url)?;
        Ok(Target::parse(&url, &config.base)?)
    }

    /// The database that a flag or the environment names.
    pub fn database_override(&self) -> Option<&str> {
        self.global.database.as_ref().map(|(url, _)| url.as_str())
    }

    /// The database that a flag or the environment names, and which of them does.
    pub fn database_given(&self) -> Option<(&str, &Origin)> {
        self.global.database.as_ref().map(|(url, origin)| (url.as_str(), origin))
    }

    /// A context of its own that works by this configuration file; it is closed apart from this one.
    #[must_use]
    pub fn inside(&self, config: PathBuf) -> Self {
        let global = GlobalArgs { config: Some(config), ..self.global.clone() };
        Self::new(self.host.clone(), self.ui.clone(), global)
    }

    /// Closes what was opened. SQLite folds its log back into the file.
    pub async fn close(&self) {
        if let Some(store) = self.store.get() {
            store.close().await;
        }
    }

    /// What a reference points to; never in an error.
    pub fn secret(&self, reference: &Reference) -> Result<String, CliError> {
        let text = match reference {
            Reference::Env(name) => self.host.var(name).map(ToOwned::to_owned).ok_or_else(|| {
                CliError::new(Kind::Config, format_args!("the environment variable `{name}` is not set"))
                    .hint(format_args!("Export `{name}`, or point the configuration at another reference."))
            })?,
            Reference::File(path) => std::fs::read_to_string(path).map_err(|e| {
                CliError {
                    message: format!("cannot read the secret file {}", path.display()),
                    causes: vec![e.to_string()],
                    ..CliError::new(Kind::Config, "")
                }
                .hint("The file must exist and be readable for this user.")
            })?,
        };
        Ok(text.trim_end_matches(['\r', '\n']).to_owned())
    }

    /// Text as it is, or what the reference in it points to.
    pub fn text_or_reference(&self, text: &str) -> Result<String, CliError> {
        Reference::parse(text).map_or_else(|_| Ok(text.to_owned()), |r| self.secret(&r))
    }

    /// A path on the command line, relative to the working directory.
    pub fn path(&self, path: &Path) -> PathBuf {
        self.host.cwd.join(path)
    }

    /// Consent to something that cannot be undone: `--yes`, or an answer on a terminal.
    pub fn confirm(&self, yes: bool, question: &str) -> Result<(), CliError> {
        if yes {
            return Ok(());
        }
        if !self.host.stdin_tty || !self.host.stderr_tty {
            return Err(CliError::new(Kind::Usage, "this needs consent, and there is no terminal to ask on")
                .hint("Add `--yes` if you mean it."));
        }
        self.ui.talk(format_args!("{question} [y/N] "));
        let mut answer = String::new();
        std::io::stdin().read_line(&mut answer)?;
        if matches!(answer.trim(), "y" | "Y" | "yes" | "예") {
            Ok(())
        } else {
            Err(CliError::new(Kind::Refused, "not confirmed, nothing was done"))
        }
    }

    fn load_config(&self) -> Result<Loaded, CliError> {
        let file = match &self.global.config {
            Some(path) => Some(self.path(path)),
            None => self.default_files().into_iter().find(|p| p.exists()),
        };
        let mut above = Vec::new();
        if let Some((url, origin)) = &self.global.database {
            above.push(Layer { key: "database.url", value: url.clone(), origin: origin.clone() });
        }
        Ok(config::load(file.as_deref(), &above, &self.host.cwd)?)
    }

    fn default_files(&self) -> Vec<PathBuf> {
        let home = self
            .host
            .var("XDG_CONFIG_HOME")
            .map(PathBuf::from)
            .or_else(|| Some(Path::new(self.host.var("HOME")?).join(".config")));
        [Some(self.host.cwd.join("msgctl.toml")), home.map(|h| h.join("msgctl/config.toml"))]
            .into_iter()
            .flatten()
            .collect()
    }
}

/// Whether a global came from its flag or from its environment twin.
pub(super) fn origin(flag: &'static str, env: &'static str, from_flag: bool) -> Origin {
    if from_flag { Origin::Flag(flag) } else { Origin::Env(env) }
}
