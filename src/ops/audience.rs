//! Looking at people: masked, or revealed and remembered in the audit trail.

use std::fmt;
use std::str::FromStr;

use serde_json::json;

use super::audit::{self, Action, By};
use super::site::{self, Site, SiteError};
use crate::domain::id::{ListId, RecipientId, SiteId};
use crate::domain::mask;
use crate::domain::person::Person;
use crate::domain::phone::{Mobile, PhoneError};
use crate::domain::seal::{KeyRing, SealError};
use crate::domain::time::Micros;
use crate::store::recipient::{self, RecipientRow};
use crate::store::{Reads, Store, StoreError, erasure, list, suppression};

/// Why people were not shown or erased.
#[derive(Debug, thiserror::Error)]
pub enum AudienceError {
    /// The site.
    #[error(transparent)]
    Site(#[from] SiteError),
    /// No such list.
    #[error("the site `{site}` has no list `{list}`")]
    NoList {
        /// Whose.
        site: String,
        /// Which.
        list: String,
    },
    /// Nobody with that id or number.
    #[error("there is no recipient {0}")]
    Nobody(Who),
    /// A number is looked up within a site.
    #[error("a number belongs to a site, and none is named")]
    NoSite,
    /// A record does not open.
    #[error("the record of {id} does not open")]
    Sealed {
        /// Whose.
        id: RecipientId,
        /// Why.
        #[source]
        source: SealError,
    },
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A person by id or by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// `rcp_12`.
    Id(RecipientId),
    /// A mobile number.
    Number(Mobile),
}

/// Numbers are masked.
impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => fmt::Display::fmt(id, f),
            Self::Number(n) => f.write_str(&n.masked()),
        }
    }
}

impl FromStr for Who {
    type Err = PhoneError;

    fn from_str(text: &str) -> Result<Self, PhoneError> {
        text.parse().map_or_else(|_| text.parse().map(Self::Number), |id| Ok(Self::Id(id)))
    }
}

/// A person as shown. Personal fields are masked unless they were revealed.
#[derive(Debug, Clone, serde::Serialize)]
pub struct PersonView {
    /// Its id.
    pub id: RecipientId,
    /// Name.
    pub name: String,
    /// Number.
    pub phone: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Date of birth.
    pub birth_date: Option<String>,
    /// When consent to advertising was given.
    pub ad_consent_at: Option<Micros>,
    /// When consent to advertising at night was given.
    pub night_consent_at: Option<Micros>,
    /// When a provider said that the number is dead.
    pub dead_at: Option<Micros>,
    /// What it said.
    pub dead_code: Option<String>,
    /// When it was added.
    pub created_at: Micros,
    /// When it last changed.
    pub updated_at: Micros,
}

/// A person with what hangs on it.
#[derive(Debug, Clone, serde::Serialize)]
pub struct PersonDetail {
    /// Whose it is.
    pub site: String,
    /// The person.
    #[serde(flatten)]
    pub person: PersonView,
    /// Lists it is on.
    pub lists: Vec<String>,
    /// Scopes of its suppressions.
    pub suppressed: Vec<String>,
    /// Messages to it.
    pub messages: usize,
}

/// A list and how many are on it.
#[derive(Debug, Clone, serde::Serialize)]
pub struct ListView {
    /// Its id.
    pub id: ListId,
    /// Its name.
    pub list: String,
    /// How many are on it.
    pub people: i64,
    /// When it was made.
    pub created_at: Micros,
}

/// People of a site, or of one of its lists, in the order of their ids.
#[derive(Debug, Clone)]
pub struct Audience {
    /// The site.
    pub site: Site,
    /// The list, with its name.
    pub list: Option<(ListId, String)>,
}

impl Audience {
    /// Finds the site and the list.
    pub async fn find(c: &mut impl Reads, site: &str, list: Option<&str>) -> Result<Self, AudienceError> {
        let site = site::get(c, site).await?;
        let list = match list {
            None => None,
            Some(name) => {
                let missing = || AudienceError::NoList { site: site.name.clone(), list: name.to_owned() };
                Some((list::by_name(c, site.id, name).await?.ok_or_else(missing)?, name.to_owned()))
            }
        };
        Ok(Self { site, list })
    }

    /// `shop`, `shop/vip`: for the audit trail.
    pub fn subject(&self) -> String {
        match &self.list {
            None => self.site.name.clone(),
            Some((_, list)) => format!("{}/{list}", self.site.name),
        }
    }

    /// How many they are.
    pub async fn count(&self, c: &mut impl Reads) -> Result<u64, AudienceError> {
        let n = match &self.list {
            None => recipient::count(c, self.site.id).await?,
            Some((list, _)) => list::count(c, *list).await?,
        };
        Ok(u64::try_from(n).unwrap_or(0))
    }

    /// The next of them behind `after`, as kept.
    pub async fn rows(
        &self,
        c: &mut impl Reads,
        after: RecipientId,
        limit: u32,
    ) -> Result<Vec<RecipientRow>, AudienceError> {
        let limit = i64::from(limit);
        Ok(match &self.list {
            None => recipient::page(c, self.site.id, after, limit).await?,
            Some((list, _)) => recipient::page_of_list(c, *list, after, limit).await?,
        })
    }

    /// The next of them behind `after`.
    pub async fn page(
        &self,
        c: &mut impl Reads,
        ring: &KeyRing,
        after: RecipientId,
        limit: u32,
        reveal: bool,
    ) -> Result<Vec<PersonView>, AudienceError> {
        self.rows(c, after, limit).await?.iter().map(|row| view(ring, row, reveal)).collect()
    }
}

/// The people of one page; revealing leaves an entry in the audit trail before anything is shown.
pub async fn page(
    store: &Store,
    ring: &KeyRing,
    audience: &Audience,
    after: RecipientId,
    limit: u32,
    reveal: Option<&By>,
) -> Result<Vec<PersonView>, AudienceError> {
    if let Some(by) = reveal {
        let detail = json!({ "after": after, "limit": limit });
        audit::record_now(store, by, Action::Reveal, &audience.subject(), detail).await?;
    }
    audience.page(&mut store.read().await?, ring, after, limit, reveal.is_some()).await
}

/// One person with what hangs on it.
pub async fn show(
    store: &Store,
    ring: &KeyRing,
    site: Option<&str>,
    who: Who,
    reveal: Option<&By>,
) -> Result<PersonDetail, AudienceError> {
    let mut c = store.read().await?;
    let site = match site {
        Some(name) => Some(site::get(&mut c, name).await?.id),
        None => None,
    };
    let row = find(&mut c, ring, site, who).await?.ok_or(AudienceError::Nobody(who))?;
    if let Some(by) = reveal {
        audit::record_now(store, by, Action::Reveal, &row.id.to_string(), json!({})).await?;
    }
    let whose = crate::store::site::by_id(&mut c, row.site_id).await?;
    Ok(PersonDetail {
        site: whose.map(|s| s.name).unwrap_or_default(),
        person: view(ring, &row, reveal.is_some())?,
        lists: list::of_person(&mut c, row.site_id, row.id).await?,
        suppressed: suppression::of_number(&mut c, row.site_id, &row.phone_ix)
            .await?
            .into_iter()
            .map(|s| s.scope)
            .collect(),
        messages: erasure::messages(&mut c, row.site_id, &[row.phone_ix]).await?.len(),
    })
}

/// The person, if there is one; within `site` where it is named.
pub(super) async fn find(
    c: &mut impl Reads,
    ring: &KeyRing,
    site: Option<SiteId>,
    who: Who,
) -> Result<Option<RecipientRow>, AudienceError> {
    Ok(match who {
        Who::Id(id) => recipient::by_id(c, id).await?.filter(|r| site.is_none_or(|s| s == r.site_id)),
        Who::Number(n) => recipient::by_phone(c, site.ok_or(AudienceError::NoSite)?, &ring.phone_ix(&n)).await?,
    })
}

/// The lists of a site.
pub async fn lists(store: &Store, site: &str) -> Result<Vec<ListView>, AudienceError> {
    let mut c = store.read().await?;
    let site = site::get(&mut c, site).await?;
    let rows = list::all(&mut c, site.id).await?;
    Ok(rows
        .into_iter()
        .map(|l| ListView { id: l.id, list: l.name, people: l.people, created_at: l.created_at })
        .collect())
}

fn view(ring: &KeyRing, row: &RecipientRow, reveal: bool) -> Result<PersonView, AudienceError> {
    let p = Person::open(ring, row.key_id, row.site_id, &row.phone_ix, &row.sealed)
        .map_err(|source| AudienceError::Sealed { id: row.id, source })?;
    let (name, phone, email, birth_date) = if reveal {
        (p.name, p.mobile.hyphenated(), p.email, p.birth_date.map(|d| d.to_string()))
    } else {
        (
            mask::name(&p.name),
            p.mobile.masked(),
            p.email.as_deref().map(mask::email),
            p.birth_date.map(mask::birth_date),
        )
    };
    Ok(PersonView {
        id: row.id,
        name,
        phone,
        email,
        birth_date,
        ad_consent_at: row.ad_consent_at,
        night_consent_at: row.night_consent_at,
        dead_at: row.dead_at,
        dead_code: row.dead_code.clone(),
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_named_by_id_or_number() {
        assert_eq!("rcp_12".parse(), Ok(Who::Id(RecipientId(12))));
        let who: Who = "010-1234-5678".parse().expect("a number");
        assert_eq!(who.to_string(), "010-****-5678");
        let said = "010-1234".parse::<Who>().expect_err("too short").to_string();
        assert!(!said.contains("1234"), "{said}");
    }
}
