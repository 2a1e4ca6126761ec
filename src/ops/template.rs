//! Templates: immutable versions, what they look like filled in, what is wrong with them.

use std::str::FromStr as _;

use crate::domain::channel::Channel;
use crate::domain::id::{SiteId, TemplateId};
use crate::domain::lint::{self, Draft, Finding, Severity};
use crate::domain::template::{RenderError, Template, TemplateRef, canonical};
use crate::domain::text::{self, Charset, TextError, Unencodable};
use crate::domain::time::Micros;
use crate::ops::site::{self, SiteError};
use crate::store::template::{self, VersionRow};
use crate::store::{Reads, Store, StoreError, retrying};

/// One version of a template.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Version {
    /// The template's id.
    pub id: TemplateId,
    /// Whose it is.
    pub site: String,
    /// Its name.
    #[serde(rename = "template")]
    pub name: String,
    /// From 1.
    pub version: i64,
    /// The channel it is written for.
    pub channel: Channel,
    /// For LMS.
    pub subject: Option<String>,
    /// The text.
    pub body: String,
    /// The text message where the Alimtalk cannot reach a person; without one the body.
    pub fallback: Option<String>,
    /// The approved template's id at the provider.
    pub provider_code: Option<String>,
    /// Names of its variables.
    pub variables: Vec<String>,
    /// What the editor said about it.
    pub note: Option<String>,
    /// When it was written.
    pub created_at: Micros,
}

/// What a version says; `None` leaves a field as it was, an empty text clears it.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// See [`Version`].
    pub channel: Option<Channel>,
    /// See [`Version`].
    pub subject: Option<String>,
    /// See [`Version`].
    pub body: Option<String>,
    /// See [`Version`].
    pub fallback: Option<String>,
    /// See [`Version`].
    pub provider_code: Option<String>,
    /// See [`Version`].
    pub note: Option<String>,
    /// The only variables it may have beside the well-known ones.
    pub declared: Option<Vec<String>>,
}

/// A finding and where it is.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct PlacedFinding {
    /// `order@2`.
    pub template: String,
    /// `body` or `fallback`.
    pub part: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Stable name.
    pub code: &'static str,
    /// What is so.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// A text as somebody would get it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Rendered {
    /// `order@2`.
    pub template: String,
    /// With the site's wrapper around it where it has one.
    pub text: String,
    /// For LMS.
    pub subject: Option<String>,
    /// How it would go out; `None` when it cannot.
    pub kind: Option<Channel>,
    /// In EUC-KR.
    pub bytes: usize,
    /// Unicode characters.
    pub chars: usize,
    /// What cannot be sent as a text message, with substitutes.
    pub unencodable: Vec<Unencodable>,
    /// What goes out where the Alimtalk does not arrive.
    pub fallback: Option<Box<Rendered>>,
}

/// The parsed texts of a version, ready to be rendered for many.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// The version.
    pub version: Version,
    /// The Alimtalk, word for word as approved: never wrapped. `None` for text templates.
    pub alimtalk: Option<Template>,
    /// The text message: the body, or the fallback of an Alimtalk, inside the site's wrapper.
    /// An advertisement is not wrapped, since its label has to come first.
    pub text: Template,
    /// For LMS.
    pub subject: Option<Template>,
}

/// Why a template was not found, written or rendered.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// No such template, or no such version of it.
    #[error("there is no template `{0}`")]
    NotFound(TemplateRef),
    /// Several sites have one of that name.
    #[error("more than one site has a template `{0}`")]
    Ambiguous(String),
    /// The name is taken.
    #[error("there already is a template `{0}`")]
    Taken(String),
    /// A new template without a text.
    #[error("a template needs a text")]
    NoBody,
    /// An edit that names nothing.
    #[error("nothing to change was named")]
    NoChange,
    /// A channel that no text is written for.
    #[error("templates are written for alimtalk, sms, lms or mms, not for {0}")]
    Channel(Channel),
    /// Braces that do not match, a name that is none.
    #[error("the {part} cannot be read")]
    Syntax {
        /// `body`, `fallback`, `subject`.
        part: &'static str,
        /// What and where.
        #[source]
        source: crate::domain::template::TemplateError,
    },
    /// The site's wrapper and the text do not go together.
    #[error("the wrapper `{wrapper}` cannot be put around the text")]
    Wrapper {
        /// The wrapper's name.
        wrapper: String,
        /// Why.
        #[source]
        source: crate::domain::template::TemplateError,
    },
    /// It could not be sent like this.
    #[error("the template has {}", errors(.0))]
    Faulty(Vec<PlacedFinding>),
    /// A variable without a value.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// The filled-in text does not fit.
    #[error(transparent)]
    Text(#[from] TextError),
    /// The site.
    #[error(transparent)]
    Site(#[from] SiteError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn errors(findings: &[PlacedFinding]) -> String {
    let n = findings.iter().filter(|f| f.severity == Severity::Error).count();
    if n == 1 { "an error".to_owned() } else { format!("{n} errors") }
}

/// Adds a template with its first version; also what there is to say about it.
pub async fn add(
    store: &Store,
    site: &str,
    name: &str,
    change: &Change,
    charset: Charset,
    now: Micros,
    rehearse: bool,
) -> Result<(Version, Vec<PlacedFinding>), TemplateError> {
    let reference = TemplateRef { name: name.to_owned(), version: None };
    let site = site::get(&mut store.read().await?, site).await?;
    let blank = VersionRow {
        id: TemplateId(0),
        site_id: site.id,
        site: site.name.clone(),
        name: reference.name,
        version: 1,
        channel: Channel::Sms.word().to_owned(),
        subject: None,
        body: String::new(),
        fallback: None,
        provider_code: None,
        variables: "[]".to_owned(),
        note: None,
        created_at: now,
    };
    let row = apply(blank, change)?;
    let findings = check(&mut store.read().await?, &row, change.declared.as_deref(), charset, None).await?;
    let added = retrying(|| async {
        let mut tx = store.write().await?;
        let id = template::insert(&mut tx, row.site_id, &row.name, now).await?;
        template::insert_version(&mut tx, &VersionRow { id, ..row.clone() }).await?;
        tx.finish(rehearse).await?;
        Ok(id)
    })
    .await;
    match added {
        Ok(id) => Ok((from_row(VersionRow { id, ..row })?, findings)),
        Err(StoreError::Duplicate(_)) => Err(TemplateError::Taken(row.name)),
        Err(e) => Err(e.into()),
    }
}

/// Writes a new version; the newest one again when nothing is different.
pub async fn edit(
    store: &Store,
    site: Option<&str>,
    name: &str,
    change: &Change,
    charset: Charset,
    now: Micros,
    rehearse: bool,
) -> Result<(Version, Vec<PlacedFinding>), TemplateError> {
    let reference = TemplateRef { name: name.to_owned(), version: None };
    let mut tx = store.write().await?;
    let old = find(&mut tx, site, &reference).await?;
    let new = apply(old.clone(), change)?;
    let same = VersionRow { note: old.note.clone(), ..new.clone() } == old;
    // A variable that the last version did not have may be a misspelt one.
    let known: Vec<String> = change.declared.clone().map_or_else(|| variables(&old), Ok)?;
    let findings = check(&mut tx, &new, Some(&known), charset, None).await?;
    if same {
        return Ok((from_row(old)?, findings));
    }
    let new = VersionRow { version: old.version + 1, created_at: now, ..new };
    match template::insert_version(&mut tx, &new).await {
        Err(StoreError::Duplicate(_)) => {
            return Err(StoreError::Conflict { what: "the template", expected: "what it was" }.into());
        }
        other => other?,
    }
    tx.finish(rehearse).await?;
    Ok((from_row(new)?, findings))
}

/// A version by name.
pub async fn get(store: &Store, site: Option<&str>, reference: &TemplateRef) -> Result<Version, TemplateError> {
    from_row(find(&mut store.read().await?, site, reference).await?)
}

/// Every version of a template, oldest first.
pub async fn versions(store: &Store, site: Option<&str>, name: &str) -> Result<Vec<Version>, TemplateError> {
    let mut c = store.read().await?;
    let newest = find(&mut c, site, &TemplateRef { name: name.to_owned(), version: None }).await?;
    template::versions(&mut c, newest.id).await?.into_iter().map(from_row).collect()
}

/// The newest version of every template, of one site or of all.
pub async fn list(store: &Store, site: Option<&str>) -> Result<Vec<Version>, TemplateError> {
    let mut c = store.read().await?;
    let only = match site {
        Some(name) => Some(site::get(&mut c, name).await?.id),
        None => None,
    };
    let rows = template::list(&mut c).await?;
    rows.into_iter().filter(|r| only.is_none_or(|id| r.site_id == id)).map(from_row).collect()
}

/// What is wrong with a version. `ad` as in [`Draft`]; `None` goes by the label.
pub async fn lint(
    store: &Store,
    site: Option<&str>,
    reference: &TemplateRef,
    charset: Charset,
    ad: Option<bool>,
) -> Result<Vec<PlacedFinding>, TemplateError> {
    let mut c = store.read().await?;
    let row = find(&mut c, site, reference).await?;
    findings(&mut c, &row, None, charset, ad).await
}

/// A version filled in with these values. With `replace`, characters that have a substitute are substituted.
pub async fn render(
    store: &Store,
    site: Option<&str>,
    reference: &TemplateRef,
    values: &[(String, String)],
    charset: Charset,
    replace: bool,
) -> Result<Rendered, TemplateError> {
    let mut c = store.read().await?;
    let row = find(&mut c, site, reference).await?;
    let compiled = compile(&mut c, &row).await?;
    let label = format!("{}@{}", row.name, row.version);
    let value = |name: &str| values.iter().rev().find(|(n, _)| canonical(n) == name).map(|(_, v)| v.as_str());
    let fill = |t: &Template| {
        let mut out = String::new();
        t.render(value, &mut out).map(|()| out)
    };
    let subject = compiled.subject.as_ref().map(|s| s.source().to_owned());
    let message = text_message(label.clone(), fill(&compiled.text)?, subject, charset, replace)?;
    let Some(alimtalk) = &compiled.alimtalk else { return Ok(message) };
    let text = fill(alimtalk)?;
    let chars = text::check_alimtalk(&text)?;
    Ok(Rendered {
        template: label,
        bytes: text::euckr_len(&text),
        text,
        subject: None,
        kind: Some(Channel::Alimtalk),
        chars,
        unencodable: Vec::new(),
        fallback: Some(Box::new(message)),
    })
}

/// The texts of a version, parsed, inside the site's wrapper.
pub async fn compile(c: &mut impl Reads, row: &VersionRow) -> Result<Compiled, TemplateError> {
    let version = from_row(row.clone())?;
    let body = parse("body", &version.body)?;
    let text = match &version.fallback {
        Some(fallback) => parse("fallback", fallback)?,
        None => body.clone(),
    };
    let subject = version.subject.as_deref().map(|s| parse("subject", s)).transpose()?;
    let alimtalk = (version.channel == Channel::Alimtalk).then_some(body);
    let text = wrapped(c, row, text).await?;
    Ok(Compiled { version, alimtalk, text, subject })
}

/// Looks a version up; without a site, in the only one that has the template.
pub async fn find(
    c: &mut impl Reads,
    site: Option<&str>,
    reference: &TemplateRef,
) -> Result<VersionRow, TemplateError> {
    let site: Option<SiteId> = match site {
        Some(name) => Some(site::get(c, name).await?.id),
        None => match template::sites_of(c, &reference.name).await?[..] {
            [] => None,
            [only] => Some(only),
            _ => return Err(TemplateError::Ambiguous(reference.name.clone())),
        },
    };
    let found = match site {
        Some(id) => template::find(c, id, &reference.name, reference.version).await?,
        None => None,
    };
    found.ok_or_else(|| TemplateError::NotFound(reference.clone()))
}

async fn wrapped(c: &mut impl Reads, row: &VersionRow, text: Template) -> Result<Template, TemplateError> {
    let owner = crate::store::site::by_id(c, row.site_id).await?;
    let Some(name) = owner.and_then(|s| s.wrapper).filter(|w| *w != row.name && !lint::is_labelled_ad(&text)) else {
        return Ok(text);
    };
    let reference = name.parse().unwrap_or(TemplateRef { name: name.clone(), version: None });
    let wrapper = template::find(c, row.site_id, &reference.name, reference.version)
        .await?
        .ok_or(TemplateError::NotFound(reference))?;
    Template::wrap(&parse("body", &wrapper.body)?, &text)
        .map_err(|source| TemplateError::Wrapper { wrapper: name, source })
}

fn text_message(
    template: String,
    text: String,
    subject: Option<String>,
    charset: Charset,
    replace: bool,
) -> Result<Rendered, TemplateError> {
    let mend = |s: String| if replace { text::transliterate(&s, charset) } else { s };
    let (text, subject) = (mend(text), subject.map(mend));
    let size = text::measure(&text, charset);
    let mut unencodable = text::unencodable(&text, charset);
    unencodable.extend(subject.as_deref().map_or_else(Vec::new, |s| text::unencodable(s, charset)));
    let kind = if unencodable.is_empty() { Some(text::text_kind(&text, subject.as_deref(), charset)?) } else { None };
    Ok(Rendered { template, text, subject, kind, bytes: size.bytes, chars: size.chars, unencodable, fallback: None })
}

/// Findings, or a refusal when one of them is an error.
async fn check(
    c: &mut impl Reads,
    row: &VersionRow,
    declared: Option<&[String]>,
    charset: Charset,
    ad: Option<bool>,
) -> Result<Vec<PlacedFinding>, TemplateError> {
    let all = findings(c, row, declared, charset, ad).await?;
    if all.iter().any(|f| f.severity == Severity::Error) { Err(TemplateError::Faulty(all)) } else { Ok(all) }
}

async fn findings(
    c: &mut impl Reads,
    row: &VersionRow,
    declared: Option<&[String]>,
    charset: Charset,
    ad: Option<bool>,
) -> Result<Vec<PlacedFinding>, TemplateError> {
    let Compiled { version, alimtalk, text, subject } = compile(c, row).await?;
    let written = parse("fallback", version.fallback.as_ref().unwrap_or(&version.body))?;
    let names: Option<Vec<&str>> = declared.map(|d| d.iter().map(String::as_str).collect());
    let draft = |channel, body, whole, subject| {
        let ad = ad.unwrap_or_else(|| lint::is_labelled_ad(body));
        lint::lint(&Draft { channel, body, whole, subject, ad, charset, declared: names.as_deref() })
    };
    let label = format!("{}@{}", row.name, row.version);
    let place = |part, found: Vec<Finding>| {
        let label = label.clone();
        found.into_iter().map(move |Finding { severity, code, message, hint }| PlacedFinding {
            template: label.clone(),
            part,
            severity,
            code,
            message,
            hint,
        })
    };
    Ok(match &alimtalk {
        None => place("body", draft(version.channel, &written, &text, subject.as_ref())).collect(),
        Some(body) => {
            let mut second = draft(Channel::Lms, &written, &text, subject.as_ref());
            if version.fallback.is_none() {
                // The body again: only what keeps it from being a text message, and no reason to refuse.
                second.retain(|f| f.severity == Severity::Error);
                for f in &mut second {
                    f.severity = Severity::Warning;
                }
            }
            place("body", draft(Channel::Alimtalk, body, body, None)).chain(place("fallback", second)).collect()
        }
    })
}

fn parse(part: &'static str, text: &str) -> Result<Template, TemplateError> {
    Template::parse(text).map_err(|source| TemplateError::Syntax { part, source })
}

fn apply(mut row: VersionRow, change: &Change) -> Result<VersionRow, TemplateError> {
    let Change { channel, subject, body, fallback, provider_code, note, declared: _ } = change;
    let named = [subject, body, fallback, provider_code, note].iter().any(|f| f.is_some()) || channel.is_some();
    if !named {
        return Err(if row.body.is_empty() { TemplateError::NoBody } else { TemplateError::NoChange });
    }
    if let Some(channel) = channel {
        if !channel.is_text() && *channel != Channel::Alimtalk {
            return Err(TemplateError::Channel(*channel));
        }
        channel.word().clone_into(&mut row.channel);
    }
    let put = |field: &mut Option<String>, value: &Option<String>| {
        if let Some(v) = value {
            *field = Some(text::normalise(v).into_owned()).filter(|v| !v.is_empty());
        }
    };
    put(&mut row.subject, subject);
    put(&mut row.fallback, fallback);
    put(&mut row.provider_code, provider_code);
    put(&mut row.note, note);
    if let Some(body) = body {
        row.body = text::normalise(body).into_owned();
    }
    if row.body.is_empty() {
        return Err(TemplateError::NoBody);
    }
    row.variables = serde_json::to_string(&found_variables(&row)?).unwrap_or_default();
    Ok(row)
}

/// Names of the variables of both texts, each once, in order.
fn found_variables(row: &VersionRow) -> Result<Vec<String>, TemplateError> {
    let texts = [("body", Some(&row.body)), ("fallback", row.fallback.as_ref())];
    let mut names: Vec<String> = Vec::new();
    for (part, text) in texts {
        for v in parse(part, text.map_or("", String::as_str))?.variables() {
            if !names.contains(&v.name) {
                names.push(v.name.clone());
            }
        }
    }
    Ok(names)
}

fn variables(row: &VersionRow) -> Result<Vec<String>, StoreError> {
    serde_json::from_str(&row.variables).map_err(StoreError::corrupt)
}

fn from_row(r: VersionRow) -> Result<Version, TemplateError> {
    Ok(Version {
        variables: variables(&r)?,
        id: r.id,
        site: r.site,
        name: r.name,
        version: r.version,
        channel: Channel::from_str(&r.channel).map_err(StoreError::corrupt)?,
        subject: r.subject,
        body: r.body,
        fallback: r.fallback,
        provider_code: r.provider_code,
        note: r.note,
        created_at: r.created_at,
    })
}
