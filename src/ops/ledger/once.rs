//! An operation is done once for its key.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

use super::LedgerError;
use crate::domain::id::SiteId;
use crate::domain::time::Micros;
use crate::fault::failpoint;
use crate::store::op::{self, NewOp, OpRow};
use crate::store::{Store, StoreError, Tx, retrying};

/// What an operator asks for.
#[derive(Debug, Clone)]
pub struct Ask<'a> {
    /// Whose books.
    pub site: SiteId,
    /// The operator's key, or one that was made and shown before anything was touched.
    pub key: &'a str,
    /// `topup`, `refund`, …
    pub verb: &'static str,
    /// Everything that was asked (JSON), enough to do it later.
    pub request: String,
    /// Who.
    pub actor: &'a str,
    /// Now.
    pub now: Micros,
    /// Do the work, and take it back.
    pub rehearse: bool,
}

/// An answer, and whether it is an old one.
#[derive(Debug, Clone)]
pub struct Once<T> {
    /// The answer.
    pub answer: T,
    /// It was given before: nothing was done now.
    pub repeated: bool,
}

/// What a key stands for: the verb and everything that was asked.
pub fn request_hash(verb: &str, request: &str) -> String {
    let mut h = Sha256::new();
    h.update((verb.len() as u64).to_be_bytes());
    h.update(verb.as_bytes());
    h.update(request.as_bytes());
    hex::encode(&h.finalize()[..16])
}

/// Does `body` in one transaction, once for the key: what it answers, or why a rule forbids it, is the answer for ever.
///
/// What was asked is written down first, in a transaction of its own: if the process dies after that, `credits retry`
/// goes on. Of two processes that do the same at once, one decides and the other one gives its answer.
///
/// # Errors
/// As `body`; `KeyTaken` where the key stands for another request.
pub async fn once<T, F>(store: &Store, ask: &Ask<'_>, body: F) -> Result<Once<T>, LedgerError>
where
    T: Serialize + DeserializeOwned,
    F: AsyncFn(&mut Tx) -> Result<T, LedgerError>,
{
    let hash = request_hash(ask.verb, &ask.request);
    if let Some(known) = known(store, ask, &hash).await? {
        return known;
    }
    if ask.rehearse {
        return patient(async || {
            let mut tx = store.write().await?;
            let answer = body(&mut tx).await?;
            tx.rollback().await?;
            Ok(Once { answer, repeated: false })
        })
        .await;
    }
    let new = NewOp {
        site: ask.site,
        key: ask.key,
        verb: ask.verb,
        request: &ask.request,
        request_hash: &hash,
        actor: ask.actor,
        now: ask.now,
    };
    retrying(|| async {
        let mut tx = store.write().await?;
        op::intend(&mut tx, &new).await?;
        tx.commit().await
    })
    .await?;
    failpoint!("money-intended");
    let decided = patient(async || decide(store, ask, &hash, &body).await).await;
    // what it names is not there: a key must not stand for that for ever
    if let Err(LedgerError::NotFound { .. }) = &decided {
        retrying(|| async {
            let mut tx = store.write().await?;
            op::forget(&mut tx, ask.site, ask.key, &hash).await?;
            tx.commit().await
        })
        .await?;
    }
    match decided? {
        Some(answer) => Ok(Once { answer, repeated: false }),
        // somebody else was faster
        None => known(store, ask, &hash).await?.unwrap_or(Err(LedgerError::Busy)),
    }
}

/// Again while the database is busy, ten times at most: that decides nothing.
async fn patient<T>(work: impl AsyncFn() -> Result<T, LedgerError>) -> Result<T, LedgerError> {
    let done = retrying(async || match work().await {
        Err(LedgerError::Store(e)) if e.is_passing() => Err(e),
        other => Ok(other),
    });
    done.await?
}

async fn decide<T: Serialize>(
    store: &Store,
    ask: &Ask<'_>,
    hash: &str,
    body: &impl AsyncFn(&mut Tx) -> Result<T, LedgerError>,
) -> Result<Option<T>, LedgerError> {
    let mut tx = store.write().await?;
    match body(&mut tx).await {
        Ok(answer) => {
            let text = serde_json::to_string(&answer).map_err(StoreError::corrupt)?;
            if !op::decide(&mut tx, ask.site, (ask.key, hash), "ok", None, &text).await? {
                tx.rollback().await?;
                return Ok(None);
            }
            failpoint!("money-before-commit");
            tx.commit().await?;
            failpoint!("money-committed");
            Ok(Some(answer))
        }
        Err(LedgerError::Refused { code, message, hint }) => {
            tx.rollback().await?;
            let said = serde_json::json!({ "message": message, "hint": hint }).to_string();
            let mut tx = store.write().await?;
            let ours = op::decide(&mut tx, ask.site, (ask.key, hash), "rejected", Some(&code), &said).await?;
            tx.commit().await?;
            if ours { Err(LedgerError::Refused { code, message, hint }) } else { Ok(None) }
        }
        Err(e) => Err(e),
    }
}

/// The answer that was given before, if the key is decided.
async fn known<T: DeserializeOwned>(
    store: &Store,
    ask: &Ask<'_>,
    hash: &str,
) -> Result<Option<Result<Once<T>, LedgerError>>, LedgerError> {
    let Some(row) = op::get(&mut store.read().await?, ask.site, ask.key).await? else { return Ok(None) };
    if row.request_hash != hash {
        return Err(LedgerError::KeyTaken(ask.key.to_owned()));
    }
    Ok(match row.state.as_str() {
        "intent" => None,
        "ok" => {
            let text = row.result.as_deref().unwrap_or("null");
            let answer = serde_json::from_str(text).map_err(StoreError::corrupt)?;
            Some(Ok(Once { answer, repeated: true }))
        }
        _ => Some(Err(refusal(row))),
    })
}

/// A refusal as it was given.
fn refusal(row: OpRow) -> LedgerError {
    let said: serde_json::Value = row.result.as_deref().and_then(|t| serde_json::from_str(t).ok()).unwrap_or_default();
    let word = |name: &str| said[name].as_str().unwrap_or_default().to_owned();
    LedgerError::Refused {
        code: row.code.unwrap_or_default(),
        message: format!("{} (refused under the key `{}` on {})", word("message"), row.key, row.created_at),
        hint: format!("{} A new try needs a new `--key`.", word("hint")).trim_start().to_owned(),
    }
}
