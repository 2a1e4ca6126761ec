//! The side that writes: a chunk is a transaction.

use rand::SeedableRng as _;
use rand::rngs::StdRng;
use zeroize::Zeroizing;

use super::ImportError;
use super::intake::{Chunk, Given, Part};
use crate::domain::id::{ListId, SiteId};
use crate::domain::person::{self, Person};
use crate::domain::seal::{KeyRing, SealError};
use crate::domain::time::Micros;
use crate::ops::keys::{self, KeysError};
use crate::store::recipient::bundle::{self, Bundle, Existing, Same};
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
        let tally = loop {
            if self.manner.populated && !self.manner.given.all() {
                self.merge(&mut chunk).await?;
            }
            if self.manner.rehearse {
                break self.rehearse(&chunk).await?;
            }
            match self.commit(&chunk).await {
                // somebody else writes to the site that was empty when we looked
                Err(KeysError::Store(StoreError::Duplicate(_))) if !self.manner.populated => {
                    self.manner.populated = true;
                }
                other => break other?,
            }
        };
        self.tally.imported += tally.imported;
        self.tally.updated += tally.updated;
        self.tally.unchanged += tally.unchanged;
        Ok(())
    }

    async fn rehearse(&mut self, chunk: &Chunk) -> Result<Tally, KeysError> {
        let mut tx = match self.rehearsal.take() {
            Some(tx) => tx,
            None => self.store.write().await?,
        };
        // the transaction is to be kept, so nothing in it may fail
        let careful = Manner { populated: true, ..self.manner.clone() };
        let tally = put(&mut tx, self.ring, &careful, chunk).await?;
        self.rehearsal = Some(tx);
        Ok(tally)
    }

    async fn commit(&self, chunk: &Chunk) -> Result<Tally, KeysError> {
        let (store, ring, manner) = (self.store, self.ring, &self.manner);
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
        .await?
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
    async fn merge(&mut self, chunk: &mut Chunk) -> Result<(), ImportError> {
        for part in [&mut chunk.fresh, &mut chunk.again] {
            let there = match &mut self.rehearsal {
                Some(tx) => bundle::existing(tx, &part.bundle, self.manner.site).await?,
                None => bundle::existing(&mut self.store.read().await?, &part.bundle, self.manner.site).await?,
            };
            self.merge_part(part, &chunk.plain, there)?;
        }
        Ok(())
    }

    fn merge_part(&mut self, part: &mut Part, plain: &[u8], there: Vec<(usize, Existing)>) -> Result<(), SealError> {
        let (site, given) = (self.manner.site, self.manner.given);
        let mut merged = Bundle::over(Vec::new(), part.bundle.len());
        let mut there = there.into_iter().peekable();
        let mut canonical = Zeroizing::new(Vec::new());
        for (i, (from, to)) in part.plain.iter().enumerate() {
            let ix = *part.bundle.phone_ix(i);
            let (content, ad, night, sealed) = part.bundle.row(i);
            let Some((_, old)) = there.next_if(|(at, _)| *at == i) else {
                merged.push(ix, content, ad, night, sealed);
                continue;
            };
            let kept = Person::open(self.ring, old.key_id, site, &ix, &old.sealed)?;
            let new = Person::decode(&plain[*from as usize..*to as usize]).ok_or(SealError::Malformed)?;
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
