//! Marks and counts against a model, step by step: who wins a claim, what holds, what is swept.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::on_each_engine;
use msgctl::domain::id::{CampaignId, SiteId};
use msgctl::domain::seal::Ix;
use msgctl::domain::time::Micros;
use msgctl::store::frequency::{self, Given};
use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

const SITES: [SiteId; 2] = [SiteId(1), SiteId(2)];
const DAYS: [&str; 2] = ["2026-11-20", "2026-11-21"];

/// Spread over the whole range, so that every slice of a sweep has its own.
fn person(i: u8) -> Ix {
    Ix([i.wrapping_mul(23); 16])
}

/// What the tables should hold.
#[derive(Default)]
struct Model {
    marks: BTreeMap<(i64, Ix, Ix), (i64, i64)>,
    counts: BTreeMap<(&'static str, i64, Ix), i64>,
}

fn some(rng: &mut StdRng) -> Vec<Ix> {
    (0..12).filter(|_| rng.random_bool(0.4)).map(person).collect()
}

fn set(people: Vec<Ix>) -> BTreeSet<Ix> {
    people.into_iter().collect()
}

on_each_engine! {
    async fn claims_follow_the_model(db: TestDb) {
        let mut rng = StdRng::seed_from_u64(20_261_121);
        let (mut m, mut now) = (Model::default(), 1_000_i64);
        let mut met = [0_u32; 3];
        for step in 1..400_i64 {
            now += rng.random_range(0..40);
            let (site, day) = (SITES[rng.random_range(0..2)], DAYS[rng.random_range(0..2)]);
            let people = some(&mut rng);
            let content = Ix([rng.random_range(0..3); 16]);
            let given: Vec<Given> = people.iter().map(|p| Given { phone_ix: *p, content_ix: content }).collect();
            let mut tx = db.store.write().await.expect("begins");
            match rng.random_range(0..7) {
                0..3 => {
                    let held: BTreeSet<Ix> = people
                        .iter()
                        .filter(|p| m.marks.get(&(site.0, **p, content)).is_some_and(|(_, until)| *until > now))
                        .copied()
                        .collect();
                    let asked = frequency::having(&mut tx, site, &given, Micros(now)).await.expect("reads");
                    assert_eq!(set(asked), held, "step {step}");
                    let until = now + rng.random_range(1..300);
                    let lost = frequency::claim_content(&mut tx, site, CampaignId(step), &given, Micros(now), Micros(until));
                    assert_eq!(set(lost.await.expect("claims")), held, "step {step}");
                    met[0] += u32::from(!held.is_empty());
                    for p in people.iter().filter(|p| !held.contains(p)) {
                        m.marks.insert((site.0, *p, content), (step, until));
                    }
                }
                3 => {
                    let campaign = rng.random_range(1..=step);
                    frequency::unmark(&mut tx, CampaignId(campaign), &people).await.expect("unmarks");
                    m.marks.retain(|(_, p, _), (c, _)| !(people.contains(p) && *c == campaign));
                }
                4 => {
                    let (first, last) = (rng.random::<u8>(), rng.random_range(100..=u8::MAX));
                    let gone = frequency::sweep_content(&mut tx, first, last, Micros(now)).await.expect("sweeps");
                    let before = m.marks.len();
                    m.marks.retain(|(_, p, _), (_, until)| !((first..=last).contains(&p.0[0]) && *until <= now));
                    assert_eq!(gone, (before - m.marks.len()) as u64, "step {step}");
                    met[1] += u32::from(gone > 0);
                }
                5 => {
                    let cap = rng.random_range(1..4);
                    let full = |p: &Ix| m.counts.get(&(day, site.0, *p)).is_some_and(|n| *n >= cap);
                    let (held, free): (BTreeSet<Ix>, BTreeSet<Ix>) = people.iter().copied().partition(full);
                    assert_eq!(set(frequency::full(&mut tx, site, day, &people, cap).await.expect("reads")), held);
                    let counted = frequency::claim_count(&mut tx, site, day, &people, cap).await.expect("counts");
                    assert_eq!(set(counted), free, "step {step}");
                    met[2] += u32::from(!held.is_empty());
                    for p in free {
                        *m.counts.entry((day, site.0, p)).or_default() += 1;
                    }
                }
                _ => {
                    frequency::uncount(&mut tx, site, day, &people).await.expect("uncounts");
                    for p in &people {
                        if let Some(n) = m.counts.get_mut(&(day, site.0, *p)) {
                            *n = (*n - 1).max(0);
                        }
                    }
                }
            }
            tx.commit().await.expect("commits");
        }
        assert!(met.iter().all(|n| *n > 10), "{met:?}: too little was met to prove anything");
        assert_eq!(db.number("SELECT COUNT(*) FROM sent_content").await, i64::try_from(m.marks.len()).expect("few"));
        let sum = "SELECT CAST(SUM(n) AS BIGINT) FROM sent_count";
        assert_eq!(db.number(sum).await, m.counts.values().sum::<i64>());
        let mut tx = db.store.write().await.expect("begins");
        frequency::sweep_counts(&mut tx, DAYS[1], 3).await.expect("sweeps");
        frequency::sweep_counts(&mut tx, DAYS[1], 1_000).await.expect("sweeps");
        tx.commit().await.expect("commits");
        let left = m.counts.iter().filter(|((day, ..), _)| *day == DAYS[1]).map(|(_, n)| n).sum::<i64>();
        assert_eq!(db.number(sum).await, left);
    }
}
