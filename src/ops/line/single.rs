//! One row by hand, by the rules of files.

use rand::SeedableRng as _;
use rand::rngs::StdRng;

use super::kinds::{self, Fate, Kind, Prep};
use super::{LineError, import};
use crate::domain::line::{Cells, Sheet as _};
use crate::domain::seal::KeyRing;
use crate::domain::time::Micros;
use crate::ops::keys;
use crate::store::{Store, StoreError};

/// What a single row came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Done {
    /// It is new.
    Added,
    /// It was there with other content.
    Changed,
    /// It was there.
    Unchanged,
}

/// Writes one row of a kind of file; `fields` are in the order of its columns.
pub async fn put(
    store: &Store,
    ring: &KeyRing,
    what: import::What,
    fields: &[&str],
    now: Micros,
    rehearse: bool,
) -> Result<Done, LineError> {
    import::each_kind!(what, K => one::<K>(store, ring, fields, now, rehearse).await)
}

async fn one<K: Kind>(
    store: &Store,
    ring: &KeyRing,
    fields: &[&str],
    now: Micros,
    rehearse: bool,
) -> Result<Done, LineError> {
    let cells = Cells { columns: K::Sheet::COLUMNS, fields };
    let sheet = K::Sheet::read(&cells).map_err(LineError::Refused)?;
    let mut prep = Prep { ring: ring.clone(), rng: StdRng::from_rng(&mut rand::rng()) };
    let row = K::of(sheet, &mut prep);
    let fate = crate::store::retrying(|| async {
        let mut tx = store.write().await?;
        match keys::claim(&mut tx, ring).await {
            Ok(()) => {}
            Err(keys::KeysError::Store(e)) => return Err(e),
            Err(e) => return Ok(Err(e)),
        }
        let fates = kinds::write::<K>(&mut tx, now, &[&row]).await?;
        let fate = fates.first().copied().ok_or_else(|| StoreError::corrupt("a row without a fate"))?;
        tx.finish(rehearse || matches!(fate, Fate::Refused(_) | Fate::Same)).await?;
        Ok(Ok(fate))
    })
    .await??;
    match fate {
        Fate::New => Ok(Done::Added),
        Fate::Changed => Ok(Done::Changed),
        Fate::Same => Ok(Done::Unchanged),
        Fate::Refused(why) => Err(LineError::Refused(why)),
    }
}
