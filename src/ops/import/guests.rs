//! The same reading without writing: people of a file or a database as the audience of one send.
//!
//! They do not become recipients of the site. What an import would reject is counted as invalid.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use tokio::sync::mpsc;

use super::source::{self, Counts, Event};
use super::{CHUNK, Encoding, OnDuplicate, Order, Source};
use crate::domain::id::SiteId;
use crate::domain::person::{Column, Person};
use crate::domain::seal::KeyRing;
use crate::domain::time::Micros;
use crate::ops::send::request::{Guest, GuestChunk, Guests};
use crate::store::recipient::bundle::{Bundle, consent};

/// What to read, and for whom.
#[derive(Debug)]
pub struct Reading {
    /// Where people come from.
    pub source: Source,
    /// The site that writes to them.
    pub site: SiteId,
    /// Fields and the headers they stand under, before any guess.
    pub map: Vec<(Column, String)>,
    /// What the input is written in.
    pub encoding: Encoding,
    /// The time; also when consent was given where a row names no day.
    pub now: Micros,
}

/// Reads people in chunks, as fast as they are taken.
pub fn guests(ring: &KeyRing, reading: Reading) -> mpsc::Receiver<Guests> {
    let order = Order {
        site: reading.site,
        ring: ring.clone(),
        map: reading.map,
        encoding: reading.encoding,
        rejects: None,
        on_duplicate: OnDuplicate::Update,
        now: reading.now,
        chunk: CHUNK / 5,
    };
    let (to, mut events) = mpsc::channel(1);
    let (tell, guests) = mpsc::channel(1);
    let (ring, site, now) = (ring.clone(), reading.site, reading.now);
    let outlet = source::Outlet { to, runtime: tokio::runtime::Handle::current() };
    let thread =
        std::thread::spawn(move || source::read(reading.source, &order, &Arc::new(AtomicBool::new(false)), &outlet));
    tokio::spawn(async move {
        let mut before = Counts::default();
        while let Some(event) = events.recv().await {
            let chunk = match event {
                Event::Chunk(chunk, counts) => {
                    let people = people(&ring, site, &chunk.fresh.bundle, now);
                    people.map(|guests| part(guests, counts, &mut before))
                }
                Event::Ended { counts, .. } => Ok(part(Vec::new(), counts, &mut before)),
                Event::Checked { .. } | Event::Begun(_) => continue,
            };
            if tell.send(chunk).await.is_err() {
                return;
            }
        }
        // the reading side has hung up, so its thread is at its end
        if let Ok(Err(e)) = thread.join() {
            let _ = tell.send(Err(Box::new(e))).await;
        }
    });
    guests
}

fn part(guests: Vec<Guest>, counts: Counts, before: &mut Counts) -> GuestChunk {
    let chunk = GuestChunk {
        guests,
        invalid: counts.rejected - before.rejected,
        duplicate: counts.duplicates - before.duplicates,
    };
    *before = counts;
    chunk
}

fn people(
    ring: &KeyRing,
    site: SiteId,
    bundle: &Bundle,
    now: Micros,
) -> Result<Vec<Guest>, Box<dyn std::error::Error + Send + Sync>> {
    (0..bundle.len())
        .map(|i| {
            let (_, ad, night, sealed) = bundle.row(i);
            let person = Person::open(ring, ring.active(), site, bundle.phone_ix(i), sealed)?;
            let given = |column| match column {
                consent::KEEP | consent::NO => None,
                consent::YES => Some(now),
                at => Some(Micros(at)),
            };
            Ok(Guest { person, ad_consent_at: given(ad), night_consent_at: given(night), vars: Vec::new() })
        })
        .collect()
}
