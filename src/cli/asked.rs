//! Who is to be written to and what they are to get, as `send` and `credits estimate` take it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::ctx::Ctx;
use super::error::{CliError, Kind};
use crate::domain::age::AgeGroup;
use crate::domain::channel::{Granularity, Lane, Strategy};
use crate::domain::phone::Mobile;
use crate::domain::template::TemplateRef;
use crate::ops;
use crate::ops::import::{Encoding, Reading, Source, guests};
use crate::ops::send::request::{Audience, Body, Request};

/// Who and what.
#[derive(clap::Args, Debug)]
#[command(group = clap::ArgGroup::new("audience"))]
#[command(group = clap::ArgGroup::new("content").required(true))]
pub struct Asked {
    /// Whose people
    #[arg(long, value_name = "SITE")]
    pub(super) site: String,
    /// Write to this number (can be repeated)
    #[arg(long = "to", value_name = "PHONE", group = "audience")]
    phones: Vec<Mobile>,
    /// Write to the members of this list
    #[arg(long, value_name = "NAME", group = "audience")]
    pub(super) list: Option<String>,
    /// Write to the people of a CSV file, `-` for standard input; they do not become recipients of the site
    #[arg(long, value_name = "FILE", group = "audience")]
    csv: Option<PathBuf>,
    /// Write to an age group of your own member database, by full age on today's Korean day
    #[arg(long, value_name = "GROUP", group = "audience")]
    pub(super) age_group: Option<AgeGroup>,
    /// The database to ask, as in `[source.NAME]`; not needed where there is one only
    #[arg(long, value_name = "NAME", requires = "age_group")]
    pub(super) source: Option<String>,
    /// The template, newest version or NAME@3
    #[arg(long, value_name = "NAME[@V]", group = "content")]
    template: Option<TemplateRef>,
    /// A text, inside the site's wrapper
    #[arg(long, value_name = "TEXT", group = "content")]
    message: Option<String>,
    /// Value of a variable, the same for everybody (can be repeated)
    #[arg(long = "var", value_name = "NAME=VALUE", value_parser = pair)]
    vars: Vec<(String, String)>,
    /// Subject; makes every text an LMS
    #[arg(long, value_name = "TEXT")]
    subject: Option<String>,
    /// How the first channel is chosen; the site's own by default
    #[arg(long)]
    strategy: Option<Strategy>,
    /// What `cost-optimized` compares the prices of: each person's own messages, or those of all people together, who then
    /// all go the same way
    #[arg(long, value_name = "WHAT", default_value = "recipient")]
    granularity: Granularity,
    /// The text for those whom Alimtalk cannot reach
    #[arg(long, value_name = "TEXT")]
    fallback_message: Option<String>,
    /// Advertising, as text with label, name, contact and opt-out: only to those who consented, at night only to
    /// those who agreed to that; the rest waits until 08:00
    #[arg(long)]
    ad: bool,
    /// What goes first when several campaigns wait
    #[arg(long, default_value = "bulk")]
    lane: Lane,
    /// Write also to those who had the same text a moment ago (`send.dedupe_window`)
    #[arg(long)]
    allow_repeat: bool,
    /// What to do where the site's credits do not suffice for everybody
    #[arg(long, value_name = "WHAT", default_value = "fail")]
    on_insufficient: OnInsufficient,
}

/// What to do where credits do not suffice.
#[derive(clap::ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
enum OnInsufficient {
    /// End with 3, nothing is sent
    Fail,
    /// Send to as many as they suffice for, in order
    Partial,
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (k, v) = text.split_once('=').ok_or("expected NAME=VALUE")?;
    Ok((k.trim().to_owned(), v.to_owned()))
}

impl Asked {
    /// The request that this is; to `test` only, where that names anybody.
    pub(super) async fn request(self, cx: &Ctx, test: Vec<Mobile>) -> Result<Request, CliError> {
        let is_test = !test.is_empty();
        let audience = match (&self.list, &self.csv, self.age_group) {
            _ if is_test => Audience::Phones(test),
            (Some(list), ..) => Audience::List(list.clone()),
            (_, Some(file), _) => file_people(cx, &self.site, file).await?,
            (_, _, Some(group)) => members(cx, &self.site, self.source.as_deref(), group).await?,
            _ => Audience::Phones(self.phones),
        };
        let body = match (self.template, self.message) {
            (Some(t), _) => Body::Template(t),
            (None, Some(m)) => Body::Text(m),
            (None, None) => return Err(CliError::new(Kind::Usage, "give a --template or a --message")),
        };
        let vars: BTreeMap<String, String> = self.vars.into_iter().collect();
        Ok(Request {
            site: self.site,
            audience,
            body,
            subject: self.subject,
            fallback: self.fallback_message,
            vars,
            strategy: self.strategy,
            granularity: self.granularity,
            lane: if self.ad { Lane::Ad } else { self.lane },
            ad: self.ad,
            key: None,
            test: is_test,
            allow_repeat: self.allow_repeat,
            begins: None,
            wrapper: None,
            wait_for_room: false,
            partial: self.on_insufficient == OnInsufficient::Partial,
        })
    }
}

/// People of a file. It is named by its content, so that a changed file is another request.
async fn file_people(cx: &Ctx, site: &str, file: &Path) -> Result<Audience, CliError> {
    let (source, label) = if file.as_os_str() == "-" {
        (Source::Stream(Box::new(std::io::stdin())), "stdin".to_owned())
    } else {
        let path = cx.path(file);
        let mut hash = Sha256::new();
        let opened = std::fs::File::open(&path).and_then(|mut f| std::io::copy(&mut f, &mut HashWriter(&mut hash)));
        opened.map_err(|e| CliError::unreadable(file, &e))?;
        (Source::Path(path), hex::encode(&hash.finalize()[..16]))
    };
    let site = ops::site::get(&mut cx.store().await?.read().await?, site).await?.id;
    let reading = Reading { source, site, map: Vec::new(), encoding: Encoding::Auto, now: cx.clock.now() };
    Ok(Audience::Stream { label: format!("csv {label}"), chunks: guests(cx.keys().await?, reading) })
}

struct HashWriter<'a>(&'a mut Sha256);

impl std::io::Write for HashWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The member database that is meant.
pub(super) async fn source_name<'a>(cx: &'a Ctx, source: Option<&'a str>) -> Result<&'a str, CliError> {
    let sources = &cx.config().await?.settings.sources;
    match (source, sources.len()) {
        (Some(name), _) => Ok(name),
        (None, 1) => Ok(sources.keys().next().map_or("", String::as_str)),
        _ => Err(CliError::new(Kind::Usage, "which database holds the members?").hint("Name it with `--source`.")),
    }
}

/// People of an age group.
async fn members(cx: &Ctx, site: &str, source: Option<&str>, group: AgeGroup) -> Result<Audience, CliError> {
    let config = cx.config().await?;
    let sources = &config.settings.sources;
    let name = source_name(cx, source).await?;
    let settings = super::recipients::pull::source(sources, name)?;
    let url = cx.text_or_reference(&settings.url)?;
    let origin = ops::pull::Origin { url: &url, base: &config.base, query: &settings.query };
    let now = cx.clock.now();
    let (source, ..) = ops::pull::open(&origin, group, now).await?;
    let site = ops::site::get(&mut cx.store().await?.read().await?, site).await?.id;
    let reading = Reading { source, site, map: Vec::new(), encoding: Encoding::Utf8, now };
    let label = format!("{name} {group} {}", now.kst_date());
    Ok(Audience::Stream { label, chunks: guests(cx.keys().await?, reading) })
}
