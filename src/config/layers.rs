//! Merging the layers: defaults, file, environment, flags.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use toml::de::{DeTable, DeValue};

use super::schema::{self, Lookup};
use super::settings::{
    AlertSettings, ChannelSettings, CreditsSettings, CryptoMode, CryptoSettings, GatewaySettings, ProviderSettings,
    SendSettings, Settings, SourceSettings, TextSettings,
};
use super::value::{self, Rate, Reference};
use crate::domain::channel::Channel;

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Built in.
    Default,
    /// A line of the file.
    File {
        /// The file.
        path: PathBuf,
        /// Its line, from 1.
        line: usize,
    },
    /// An environment variable.
    Env(&'static str),
    /// A flag.
    Flag(&'static str),
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File { path, line } => write!(f, "{}:{line}", path.display()),
            Self::Env(name) => write!(f, "${name}"),
            Self::Flag(name) => f.write_str(name),
        }
    }
}

/// One value and where it came from.
#[derive(Debug, Clone)]
pub struct Setting {
    /// As written.
    pub value: String,
    /// Where.
    pub origin: Origin,
}

/// A value given outside the file.
#[derive(Debug, Clone)]
pub struct Layer {
    /// Dotted key.
    pub key: &'static str,
    /// The value.
    pub value: String,
    /// Where from.
    pub origin: Origin,
}

/// What is wrong with the configuration.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("cannot read the configuration file {path}")]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// Not TOML.
    #[error("{path}:{line}: {detail}")]
    Syntax {
        /// Which file.
        path: PathBuf,
        /// Which line.
        line: usize,
        /// What the parser says.
        detail: String,
    },
    /// A key nobody knows.
    #[error("{origin}: unknown key `{key}`")]
    UnknownKey {
        /// Where.
        origin: Origin,
        /// The key.
        key: String,
        /// What may be meant.
        nearest: Option<String>,
    },
    /// A value of the wrong form.
    #[error("{origin}: `{key}` must be {expected}")]
    BadValue {
        /// Where.
        origin: Origin,
        /// The key.
        key: String,
        /// What it should be.
        expected: String,
    },
    /// A table that lacks something.
    #[error("`[{table}]` needs `{key}`")]
    MissingKey {
        /// The table.
        table: String,
        /// What it lacks.
        key: &'static str,
    },
}

/// The configuration as it holds.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// Typed.
    pub settings: Settings,
    /// Every value with its origin, by dotted key.
    pub origins: BTreeMap<String, Setting>,
    /// The file that was read, if any.
    pub file: Option<PathBuf>,
    /// Relative paths are meant from here.
    pub base: PathBuf,
}

/// Merges defaults, the file and what stands above it.
///
/// # Errors
/// The first thing that is wrong, with its file and line.
pub fn load(file: Option<&Path>, above: &[Layer], cwd: &Path) -> Result<Loaded, ConfigError> {
    let mut origins = BTreeMap::new();
    read_text(include_str!("defaults.toml"), &|_| Origin::Default, Path::new("defaults.toml"), &mut origins)?;
    if let Some(path) = file {
        let text = std::fs::read_to_string(path)
            .map_err(|source| ConfigError::Unreadable { path: path.to_owned(), source })?;
        read_text(&text, &|line| Origin::File { path: path.to_owned(), line }, path, &mut origins)?;
    }
    for layer in above {
        put(&mut origins, layer.key, layer.value.clone(), layer.origin.clone())?;
    }
    let base = file.and_then(Path::parent).map_or_else(|| cwd.to_owned(), |dir| cwd.join(dir));
    Ok(Loaded { settings: typed(&origins)?, origins, file: file.map(Path::to_owned), base })
}

fn read_text(
    text: &str,
    origin: &dyn Fn(usize) -> Origin,
    path: &Path,
    into: &mut BTreeMap<String, Setting>,
) -> Result<(), ConfigError> {
    let line_at = |offset: usize| text[..offset.min(text.len())].matches('\n').count() + 1;
    let table = DeTable::parse(text).map_err(|e| ConfigError::Syntax {
        path: path.to_owned(),
        line: e.span().map_or(1, |s| line_at(s.start)),
        detail: e.message().to_owned(),
    })?;
    walk(table.get_ref(), &mut Vec::new(), &|offset| origin(line_at(offset)), into)
}

fn walk<'i>(
    table: &'i DeTable<'i>,
    path: &mut Vec<&'i str>,
    origin: &dyn Fn(usize) -> Origin,
    into: &mut BTreeMap<String, Setting>,
) -> Result<(), ConfigError> {
    for (key, value) in table {
        path.push(key.get_ref().as_ref());
        let at = || origin(key.span().start);
        let text = match value.get_ref() {
            DeValue::Table(inner) => {
                if let Lookup::Unknown(nearest) = schema::look_up(path) {
                    return Err(ConfigError::UnknownKey { origin: at(), key: path.join("."), nearest });
                }
                walk(inner, path, origin, into)?;
                path.pop();
                continue;
            }
            DeValue::String(s) => s.to_string(),
            DeValue::Integer(n) => n.to_string(),
            DeValue::Float(n) => n.to_string(),
            DeValue::Boolean(b) => b.to_string(),
            DeValue::Datetime(d) => d.to_string(),
            DeValue::Array(_) => String::new(),
        };
        put(into, &path.join("."), text, at())?;
        path.pop();
    }
    Ok(())
}

fn put(into: &mut BTreeMap<String, Setting>, key: &str, value: String, origin: Origin) -> Result<(), ConfigError> {
    let path: Vec<&str> = key.split('.').collect();
    match schema::look_up(&path) {
        Lookup::Leaf(kind) => {
            kind.check(&value).map_err(|expected| ConfigError::BadValue {
                origin: origin.clone(),
                key: key.to_owned(),
                expected,
            })?;
            into.insert(key.to_owned(), Setting { value, origin });
            Ok(())
        }
        Lookup::Table => {
            Err(ConfigError::BadValue { origin, key: key.to_owned(), expected: "a table of settings".to_owned() })
        }
        Lookup::Unknown(nearest) => Err(ConfigError::UnknownKey { origin, key: key.to_owned(), nearest }),
    }
}

/// The values have been checked one by one; what can still be wrong is their interplay.
struct Reader<'a>(&'a BTreeMap<String, Setting>);

impl Reader<'_> {
    fn text(&self, key: &str) -> Option<String> {
        self.0.get(key).map(|s| s.value.clone())
    }

    fn parse<T>(&self, key: &str, parse: impl Fn(&str) -> Result<T, String>) -> Result<Option<T>, ConfigError> {
        self.0
            .get(key)
            .map(|s| {
                parse(&s.value).map_err(|expected| ConfigError::BadValue {
                    origin: s.origin.clone(),
                    key: key.to_owned(),
                    expected,
                })
            })
            .transpose()
    }

    fn need<T>(&self, key: &str, parse: impl Fn(&str) -> Result<T, String>) -> Result<T, ConfigError> {
        self.parse(key, parse)?.ok_or_else(|| ConfigError::BadValue {
            origin: Origin::Default,
            key: key.to_owned(),
            expected: "set".to_owned(),
        })
    }

    fn in_table<T>(
        &self,
        table: &str,
        key: &'static str,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, ConfigError> {
        self.parse(&format!("{table}.{key}"), parse)?
            .ok_or_else(|| ConfigError::MissingKey { table: table.to_owned(), key })
    }

    /// The names under a table, each once.
    fn names(&self, table: &str) -> Vec<String> {
        let mut names: Vec<String> = self
            .0
            .keys()
            .filter_map(|k| k.strip_prefix(table)?.strip_prefix('.')?.split('.').next())
            .map(ToOwned::to_owned)
            .collect();
        names.dedup();
        names
    }

    /// The channels under a table.
    fn channels(&self, table: &str) -> Vec<Channel> {
        self.names(table).iter().filter_map(|n| n.parse().ok()).collect()
    }
}

fn number(text: &str) -> Result<u32, String> {
    text.parse().map_err(|_| "a whole number".to_owned())
}

fn owned(text: &str) -> Result<String, String> {
    Ok(text.to_owned())
}

fn typed(origins: &BTreeMap<String, Setting>) -> Result<Settings, ConfigError> {
    let r = Reader(origins);
    let mut settings = Settings {
        database_url: r.need("database.url", owned)?,
        send: send(&r)?,
        credits: CreditsSettings {
            hold_ttl: r.need("credits.hold_ttl", value::duration)?,
            gateway: r.text("credits.gateway"),
        },
        gateways: BTreeMap::new(),
        alert: alert(&r)?,
        callback_secret: r.parse("callback.secret", Reference::parse)?,
        channels: BTreeMap::new(),
        prices: BTreeMap::new(),
        providers: BTreeMap::new(),
        sources: BTreeMap::new(),
        text: TextSettings {
            ksx1001: r.text("text.charset").as_deref() == Some("ksx1001"),
            replace: r.text("text.unmappable").as_deref() == Some("replace"),
        },
        crypto: CryptoSettings {
            key: r.parse("crypto.key", Reference::parse)?,
            mode: match r.text("crypto.mode").as_deref() {
                Some("plaintext") => CryptoMode::Plaintext,
                _ => CryptoMode::Sealed,
            },
        },
        codes: Vec::new(),
    };
    for c in r.channels("price") {
        settings.prices.insert(c, r.in_table("price", c.word(), |t| t.parse().map_err(|_| "won".to_owned()))?);
    }
    for name in r.names("provider") {
        settings.providers.insert(name.clone(), provider(&r, &format!("provider.{name}"))?);
    }
    for name in r.names("gateway") {
        settings.gateways.insert(name.clone(), gateway(&r, &format!("gateway.{name}"))?);
    }
    if let Some(name) = settings.credits.gateway.as_ref().filter(|n| !settings.gateways.contains_key(*n)) {
        return Err(ConfigError::MissingKey { table: format!("gateway.{name}"), key: "base_url" });
    }
    for c in r.channels("channel") {
        let table = format!("channel.{c}");
        let provider = r.in_table(&table, "provider", owned)?;
        if !settings.providers.contains_key(&provider) {
            return Err(ConfigError::MissingKey { table: format!("provider.{provider}"), key: "kind" });
        }
        let rate = r.parse(&format!("{table}.rate"), str::parse)?.unwrap_or(Rate::Unlimited);
        let rate_group = r.text(&format!("{table}.rate_group")).unwrap_or_else(|| c.word().to_owned());
        let group_rate = r.parse(&format!("rate_group.{rate_group}.rate"), str::parse)?;
        let failover = r.text(&format!("{table}.failover")).unwrap_or_default();
        let failover: Vec<String> = failover.split_whitespace().map(ToOwned::to_owned).collect();
        if let Some(unknown) = failover.iter().find(|p| !settings.providers.contains_key(*p)) {
            return Err(ConfigError::MissingKey { table: format!("provider.{unknown}"), key: "kind" });
        }
        settings.channels.insert(c, ChannelSettings { provider, failover, rate, rate_group, group_rate });
    }
    same_rate_in_a_group(&r, &settings.channels)?;
    for name in r.names("source") {
        let table = format!("source.{name}");
        let source =
            SourceSettings { url: r.in_table(&table, "url", owned)?, query: r.in_table(&table, "query", owned)? };
        settings.sources.insert(name, source);
    }
    for (key, setting) in origins.range("codes.".to_owned()..).take_while(|(k, _)| k.starts_with("codes.")) {
        if let [_, provider, channel, code] = key.split('.').collect::<Vec<_>>()[..]
            && let Ok(class) = setting.value.parse()
        {
            settings.codes.push((provider.to_owned(), channel.parse().ok(), code.to_owned(), class));
        }
    }
    Ok(settings)
}

/// One group, one limit: two rates for it would mean that the order of the file decides.
fn same_rate_in_a_group(r: &Reader<'_>, channels: &BTreeMap<Channel, ChannelSettings>) -> Result<(), ConfigError> {
    let mut seen: BTreeMap<&str, (Channel, Rate)> = BTreeMap::new();
    for (channel, c) in channels.iter().filter(|(_, c)| c.group_rate.is_none()) {
        let (first, rate) = *seen.entry(&c.rate_group).or_insert((*channel, c.rate));
        if rate != c.rate {
            let key = format!("channel.{channel}.rate");
            let origin = r.0.get(&key).map_or(Origin::Default, |s| s.origin.clone());
            let expected = format!("{rate}, like `channel.{first}.rate`: both are in rate group `{}`", c.rate_group);
            return Err(ConfigError::BadValue { origin, key, expected });
        }
    }
    Ok(())
}

fn send(r: &Reader<'_>) -> Result<SendSettings, ConfigError> {
    let mut report_deadline = BTreeMap::new();
    for c in r.channels("send.report_deadline") {
        report_deadline.insert(c, r.in_table("send.report_deadline", c.word(), value::duration)?);
    }
    Ok(SendSettings {
        batch_size: r.need("send.batch_size", number)?,
        queue_capacity: r.need("send.queue_capacity", number)?,
        max_backlog: r.need("send.max_backlog", number)?,
        report_wait: r.need("send.report_wait", value::duration)?,
        report_deadline,
        quiet_hours_ad: r.need("send.quiet_hours_ad", value::hours)?,
        retries: r.need("send.retries", number)?,
        retry_pause: r.need("send.retry_pause", value::duration)?,
        ask_after: r.need("send.ask_after", value::duration)?,
        give_up_after: r.need("send.give_up_after", value::duration)?,
        lease: r.need("send.lease", value::duration)?,
        breaker_failures: r.need("send.breaker_failures", number)?,
        breaker_pause: r.need("send.breaker_pause", value::duration)?,
        breaker_longest: r.need("send.breaker_longest", value::duration)?,
        channel_down_after: r.need("send.channel_down_after", value::duration)?,
        auth_share: r.need("send.auth_share", number)?,
        dedupe_window: r.need("send.dedupe_window", value::duration_or_off)?,
        daily_cap: r.need("send.daily_cap", number)?,
        trial: r.text("send.trial").as_deref() == Some("true"),
    })
}

fn gateway(r: &Reader<'_>, table: &str) -> Result<GatewaySettings, ConfigError> {
    let timeout = r.parse(&format!("{table}.timeout"), value::duration)?;
    Ok(GatewaySettings {
        base_url: r.in_table(table, "base_url", owned)?,
        secret: r.in_table(table, "secret", Reference::parse)?,
        timeout: timeout.unwrap_or(Duration::from_secs(20)),
    })
}

fn alert(r: &Reader<'_>) -> Result<Option<AlertSettings>, ConfigError> {
    let slack = r.text("alert.kind").as_deref() != Some("json");
    Ok(r.parse("alert.url", Reference::parse)?.map(|url| AlertSettings { url, slack }))
}

fn provider(r: &Reader<'_>, table: &str) -> Result<ProviderSettings, ConfigError> {
    let or = |key: &str, default| -> Result<Duration, ConfigError> {
        Ok(r.parse(&format!("{table}.{key}"), value::duration)?.unwrap_or(default))
    };
    let count = |key: &str| r.parse(&format!("{table}.{key}"), number);
    Ok(ProviderSettings {
        kind: r.in_table(table, "kind", owned)?,
        base_url: r.text(&format!("{table}.base_url")).unwrap_or_else(|| "https://api.solapi.com".to_owned()),
        api_key: r.in_table(table, "api_key", Reference::parse)?,
        api_secret: r.in_table(table, "api_secret", Reference::parse)?,
        timeout: or("timeout", Duration::from_secs(10))?,
        connect_timeout: or("connect_timeout", Duration::from_secs(3))?,
        max_in_flight: count("max_in_flight")?.unwrap_or(8),
        max_reads: count("max_reads")?.unwrap_or(8),
        requests_per_second: count("requests_per_second")?,
        page_size: count("page_size")?.unwrap_or(500),
        overlap: or("overlap", Duration::from_secs(3))?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load_text(text: &str, above: &[Layer]) -> Result<Loaded, ConfigError> {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("msgctl.toml");
        std::fs::write(&path, text).expect("written");
        load(Some(&path), above, Path::new("/"))
    }

    #[test]
    fn the_higher_layer_wins_and_says_so() {
        let text = "[send]\nbatch_size = 50\nretries = 1\n";
        let env =
            Layer { key: "database.url", value: "sqlite:e.db".into(), origin: Origin::Env("MSGCTL_DATABASE_URL") };
        let flag = Layer { key: "database.url", value: "sqlite:f.db".into(), origin: Origin::Flag("--database") };
        let l = load_text(text, &[env, flag]).expect("loads");
        assert_eq!(l.settings.database_url, "sqlite:f.db");
        assert_eq!(l.settings.send.batch_size, 50);
        assert_eq!(l.settings.send.queue_capacity, 1500);
        assert_eq!(l.origins["database.url"].origin.to_string(), "--database");
        assert!(l.origins["send.retries"].origin.to_string().ends_with("msgctl.toml:3"));
        assert_eq!(l.origins["send.queue_capacity"].origin, Origin::Default);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line_and_the_nearest_key() {
        for (text, line, nearest) in [
            ("[send]\nbatch_sise = 5\n", ":2", Some("send.batch_size")),
            ("\n[channel.alimtak]\nrate = \"1/s\"\n", ":2", Some("channel.alimtalk")),
            ("[sned]\nretries = 1\n", ":1", Some("send")),
            ("[provider.main]\napi_sekret = \"env:X\"\n", ":2", Some("provider.main.api_secret")),
            ("zzzzzzzzzz = 1\n", ":1", None),
        ] {
            let Err(ConfigError::UnknownKey { origin, nearest: found, .. }) = load_text(text, &[]) else {
                panic!("{text} should be refused");
            };
            assert!(origin.to_string().ends_with(line), "{text}: {origin}");
            assert_eq!(found.as_deref(), nearest, "{text}");
        }
        for text in [
            "[send]\nbatch_size = 0\n",
            "[send]\nreport_wait = \"soon\"\n",
            "[channel.sms]\nprovider = \"main\"\nrate = \"fast\"\n",
            "[provider.main]\napi_key = \"NCSAYU7YDBXYORXC\"\n",
            "[send]\nretries = [1]\n",
        ] {
            let e = load_text(text, &[]).expect_err(text);
            assert!(matches!(e, ConfigError::BadValue { .. }), "{text}: {e}");
            assert!(!e.to_string().contains("NCSAYU"));
        }
        assert!(matches!(load_text("[send\n", &[]), Err(ConfigError::Syntax { line: 1, .. })));
    }

    #[test]
    fn one_group_has_one_rate() {
        let text = "[provider.m]\nkind = \"solapi\"\napi_key = \"env:A\"\napi_secret = \"env:B\"\n\
            [channel.sms]\nprovider = \"m\"\nrate = \"5/s\"\nrate_group = \"text\"\n\
            [channel.lms]\nprovider = \"m\"\nrate = \"6/s\"\nrate_group = \"text\"\n";
        let said = load_text(text, &[]).expect_err("two rates").to_string();
        assert!(said.contains("channel.lms.rate") && said.contains("5/s"), "{said}");
    }
}
