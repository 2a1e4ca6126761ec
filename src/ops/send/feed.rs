//! The people of an audience, page by page, opened, with what is known of each.

use tokio::sync::mpsc;

use crate::domain::id::{ListId, RecipientId, SiteId};
use crate::domain::person::Person;
use crate::domain::phone::Mobile;
use crate::domain::seal::{Ix, KeyRing};
use crate::store::audience::{self, Known, Member};
use crate::store::{StoreError, list};

use super::advert::Given;
use super::plan::Tally;
use super::request::{Audience, Guest, Guests};
use super::{SendError, Sending};

/// People looked at in one go, and written down in one transaction: their numbers lie anywhere in the indexes, so that every
/// transaction rewrites most of these, and few large ones write far less than many small ones.
const PAGE: i64 = 20_000;

/// A person before the decision.
pub(super) struct Candidate {
    pub(super) recipient: Option<RecipientId>,
    pub(super) ix: Ix,
    pub(super) mobile: Mobile,
    pub(super) name: String,
    pub(super) vars: Vec<(String, String)>,
    pub(super) given: Given,
    pub(super) dead: bool,
    pub(super) scopes: Option<String>,
}

/// Where candidates come from.
pub(super) enum Feed<'a> {
    /// Pages that a task of its own reads and opens ahead.
    List(mpsc::Receiver<Result<Vec<Candidate>, SendError>>),
    Phones(std::vec::IntoIter<Mobile>),
    Stream(&'a mut mpsc::Receiver<Guests>),
}

impl<'a> Feed<'a> {
    pub(super) async fn open(cx: &Sending, site: SiteId, audience: &'a mut Audience) -> Result<Self, SendError> {
        Ok(match audience {
            Audience::List(name) => {
                let found = list::by_name(&mut cx.store.read().await?, site, name).await?;
                let id = found.ok_or_else(|| SendError::NotFound { what: "list", name: name.clone() })?;
                Self::List(members(cx, site, id))
            }
            Audience::Phones(phones) => Self::Phones(phones.clone().into_iter()),
            Audience::Stream { chunks, .. } => Self::Stream(chunks),
        })
    }

    pub(super) async fn next(
        &mut self,
        cx: &Sending,
        site: SiteId,
        tally: &mut Tally<'_>,
    ) -> Result<Option<Vec<Candidate>>, SendError> {
        match self {
            Self::List(pages) => pages.recv().await.transpose(),
            Self::Phones(phones) => {
                let page: Vec<Mobile> = phones.by_ref().take(1000).collect();
                if page.is_empty() {
                    return Ok(None);
                }
                let fresh: Vec<(Mobile, Ix)> = page.into_iter().filter_map(|m| tally.first_time(cx, m)).collect();
                let known = look_up(cx, site, fresh.iter().map(|(_, ix)| ix)).await?;
                fresh
                    .into_iter()
                    .zip(known)
                    .map(|((m, ix), k)| from_number(cx, site, m, ix, k))
                    .collect::<Result<Vec<_>, _>>()
                    .map(Some)
            }
            Self::Stream(chunks) => {
                let Some(chunk) = chunks.recv().await else { return Ok(None) };
                let chunk = chunk.map_err(SendError::People)?;
                tally.recipients.requested += chunk.invalid + chunk.duplicate;
                tally.recipients.duplicate += chunk.duplicate;
                tally.recipients.invalid += chunk.invalid;
                let fresh: Vec<(Guest, Ix)> = chunk
                    .guests
                    .into_iter()
                    .filter_map(|g| tally.first_time(cx, g.person.mobile).map(|(_, ix)| (g, ix)))
                    .collect();
                let known = look_up(cx, site, fresh.iter().map(|(_, ix)| ix)).await?;
                Ok(Some(fresh.into_iter().zip(known).map(|((g, ix), k)| from_guest(g, ix, k)).collect()))
            }
        }
    }
}

/// Reads and opens the members of a list, a page ahead of whoever takes them.
fn members(cx: &Sending, site: SiteId, list: ListId) -> mpsc::Receiver<Result<Vec<Candidate>, SendError>> {
    let (tell, pages) = mpsc::channel(1);
    let (store, keys) = (cx.store.clone(), cx.keys.clone());
    tokio::spawn(async move {
        let mut after = RecipientId(0);
        loop {
            let page = async {
                let mut c = store.read().await?;
                audience::list_page(&mut c, list, after, PAGE).await
            };
            let opened = page.await.map_err(SendError::from).and_then(|members| {
                after = members.last().map_or(after, |m| m.id);
                members.into_iter().map(|m| from_member(&keys, site, m)).collect::<Result<Vec<_>, _>>()
            });
            let over = opened.as_ref().map_or(true, Vec::is_empty);
            let last = opened.is_ok() && over;
            if last || tell.send(opened).await.is_err() || over {
                return;
            }
        }
    });
    pages
}

async fn look_up(cx: &Sending, site: SiteId, numbers: impl Iterator<Item = &Ix>) -> Result<Vec<Known>, StoreError> {
    let hexes: Vec<String> = numbers.map(|ix| hex::encode(ix.0)).collect();
    audience::known(&mut cx.store.read().await?, site, &hexes).await
}

fn ix(bytes: &[u8]) -> Result<Ix, StoreError> {
    bytes.try_into().map(Ix).map_err(|_| StoreError::corrupt("a blind index that has not 16 bytes"))
}

fn from_member(keys: &KeyRing, site: SiteId, m: Member) -> Result<Candidate, SendError> {
    let ix = ix(&m.phone_ix)?;
    let person = Person::open(keys, m.key_id, site, &ix, &m.sealed).map_err(|_| SendError::Sealed(m.id.to_string()))?;
    Ok(Candidate {
        recipient: Some(m.id),
        ix,
        mobile: person.mobile,
        name: person.name,
        vars: Vec::new(),
        given: Given { ad: m.ad_consent_at, night: m.night_consent_at, brought: false },
        dead: m.dead_at.is_some(),
        scopes: m.scopes,
    })
}

fn from_number(cx: &Sending, site: SiteId, mobile: Mobile, ix: Ix, k: Known) -> Result<Candidate, SendError> {
    let name = match (&k.sealed, k.key_id, k.id) {
        (Some(sealed), Some(key), Some(id)) => {
            Person::open(&cx.keys, key, site, &ix, sealed).map_err(|_| SendError::Sealed(id.to_string()))?.name
        }
        _ => String::new(),
    };
    // whoever types a number means it: a dead mark from an earlier campaign does not forbid it
    Ok(Candidate {
        recipient: k.id,
        ix,
        mobile,
        name,
        vars: Vec::new(),
        given: Given { ad: k.ad_consent_at, night: k.night_consent_at, brought: false },
        dead: false,
        scopes: k.scopes,
    })
}

fn from_guest(g: Guest, ix: Ix, k: Known) -> Candidate {
    let known = Given { ad: k.ad_consent_at, night: k.night_consent_at, brought: false };
    Candidate {
        recipient: k.id,
        ix,
        mobile: g.person.mobile,
        name: g.person.name,
        vars: g.vars,
        given: Given { ad: g.ad_consent_at, night: g.night_consent_at, brought: true }.or_known(known),
        dead: k.dead_at.is_some(),
        scopes: k.scopes,
    }
}
