//! The side that writes: a chunk is a transaction.

use rand::SeedableRng as _;
use rand::rngs::StdRng;

use super::ImportError;
use super::intake::{Chunk, Given, Part};
use crate::domain::id::{ListId, SiteId};
use crate::domain::person::{self, Person};
use crate::domain::seal::KeyRing;
use crate::domain::time::Micros;
use crate::ops::keys::{self, KeysError};
use crate::store::recipient::bundle::{self, Bundle, Same};
use crate::store::{Store, StoreError, Tx, list, retrying};

/// What became of the people written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// New.
    pub imported: u64,
    /// Known, and different from what was on record.
    pub updated: u64,
    /// Known, and the same.
    pub unchanged: u64,
}

/// How to write.
#[derive(Debug, Clone)]
pub struct Manner {
    /// Whose people they are.
    pub site: SiteId,
    /// The list they are put on, made if it is not there.
    pub list: Option<String>,
    /// When consent was given where no day is named.
    pub consent_at: Micros,
    /// The time.
    pub now: Micros,
    /// People who are there are changed where they differ.
    pub update: bool,
    /// The site may have people already.
    pub populated: bool,
    /// What the source has; the rest of a person who is there stays.
    pub given: Given,
    /// Everything is taken back at the end.
    pub rehearse: bool,
}

/// Writes chunks. Nothing is begun before the first.
#[derive(Debug)]
pub struct Writer<'a> {
    store: &'a Store,
    ring: &'a KeyRing,
    manner: Manner,
    tally: Tally,
    rehearsal: Option<Tx>,
    rng: StdRng,
}

impl<'a> Writer<'a> {
    /// Nothing is written yet.
    pub fn new(store: &'a Store, ring: &'a KeyRing, manner: Manner) -> Self {
        Self { store, ring, manner, tally: Tally::default(), rehearsal: None, rng: StdRng::from_rng(&mut rand::rng()) }
    }

    /// Writes a chunk; when it returns, the chunk is in for good (or rehearsed).
    pub async fn write(&mut self, chunk: Chunk) -> Result<(), ImportError> {
        let mut chunk = chunk;
        if self.manner.populated && !self.manner.given.all() {
            self.merge(&mut chunk.fresh).await?;
            self.merge(&mut chunk.again).await?;
        }
        let tally = if self.manner.rehearse {
            let mut tx = match self.rehearsal.take() {
                Some(tx) => tx,
                None => self.store.write().await?,
            };
            let tally = put(&mut tx, self.ring, &self.manner, &chunk).await?;
            self.rehearsal = Some(tx);
            tally
        } else {
            let (store, ring, manner, chunk) = (self.store, self.ring, &self.manner, &chunk);
            retrying(|| async {
                let mut tx = store.write().await?;
                let tally = match put(&mut tx, ring, manner, chunk).await {
                    Err(KeysError::Store(e)) => return Err(e),
                    other => other,
                };
                if tally.is_ok() {
                    tx.commit().await?;
                }
                Ok(tally)
            })
            .await??
        };
        self.tally.imported += tally.imported;
        self.tally.updated += tally.updated;
        self.tally.unchanged += tally.unchanged;
        Ok(())
    }

    /// What was written so far.
    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// Ends; what was only rehearsed is taken back.
    pub async fn finish(self) -> Result<Tally, ImportError> {
        if let Some(tx) = self.rehearsal {
            tx.rollback().await?;
        }
        Ok(self.tally)
    }

    /// Gives people who are there the fields that the source does not have.
    async fn merge(&mut self, part: &mut Part) -> Result<(), ImportError> {
        if part.bundle.is_empty() {
            return Ok(());
        }
        let site = self.manner.site;
        let there = match &mut self.rehearsal {
            Some(tx) => bundle::existing(tx, &part.bundle, site).await?,
            None => bundle::existing(&mut self.store.read().await?, &part.bundle, site).await?,
        };
        let mut merged = Bundle::with_capacity(part.bundle.len(), 0);
        let mut there = there.into_iter().peekable();
        let mut canonical = Vec::new();
        for (i, plain) in part.plain.iter().enumerate() {
            let (ix, (ad, night)) = (*part.bundle.phone_ix(i), part.consents[i]);
            let Some((_, old)) = there.next_if(|(at, _)| *at == i) else {
                let (content, sealed) = part.bundle.row(i);
                merged.push(ix, content, ad, night, sealed);
                continue;
            };
            let kept = Person::open(self.ring, old.key_id, site, &ix, &old.sealed)?;
            let new = Person::decode(plain).ok_or(crate::domain::seal::SealError::Malformed)?;
            let given = self.manner.given;
            let person = Person {
                mobile: new.mobile,
                name: if given.name { new.name } else { kept.name },
                email: if given.email { new.email } else { kept.email },
                birth_date: if given.birth_date { new.birth_date } else { kept.birth_date },
            };
            canonical.clear();
            person.fields().encode_into(&mut canonical);
            let sealed = self.ring.seal_bytes(&person::context(site, &ix), &canonical, &mut self.rng);
            merged.push(ix, self.ring.content_ix(&canonical), ad, night, &sealed);
        }
        part.bundle = merged;
        Ok(())
    }
}

async fn put(tx: &mut Tx, ring: &KeyRing, manner: &Manner, chunk: &Chunk) -> Result<Tally, KeysError> {
    keys::claim(tx, ring).await?;
    let list: Option<ListId> = match &manner.list {
        Some(name) => Some(list::ensure(tx, manner.site, name, manner.now).await?),
        None => None,
    };
    let same = Same {
        site: manner.site,
        key_id: ring.active(),
        consent_at: manner.consent_at,
        now: manner.now,
        update: manner.update,
        populated: manner.populated,
    };
    let written = bundle::write(tx, &chunk.fresh.bundle, &same, list).await?;
    if !chunk.again.bundle.is_empty() {
        bundle::write(tx, &chunk.again.bundle, &Same { populated: true, ..same }, list).await?;
    }
    let rows = chunk.fresh.bundle.len() as u64;
    let unchanged = rows
        .checked_sub(written.inserted + written.updated)
        .ok_or_else(|| StoreError::Corrupt("more people were written than there were rows".to_owned()))?;
    Ok(Tally { imported: written.inserted, updated: written.updated, unchanged })
}
