//! The audit trail: who saw or erased personal data, when, and why.

use serde_json::{Value, json};

use crate::domain::channel::words;
use crate::domain::time::Micros;
use crate::store::audit::{self, AuditRow};
use crate::store::{Result, Store, StoreError, Tx};

words! {
    /// What the trail records.
    Action ("action of the audit trail") {
        /// Whole values were shown.
        Reveal = "reveal",
        /// Whole values were written to a file or a stream.
        Export = "export",
        /// People were erased.
        Erase = "erase",
        /// A campaign was approved by a second person.
        Approve = "approve",
        /// An operator decided what became of a message in doubt.
        Resolve = "resolve",
        /// A key was added, or records were sealed anew.
        Rotate = "rotate",
    }
}

/// Who acts.
#[derive(Debug, Clone)]
pub struct By {
    /// As the operating system names them.
    pub actor: String,
    /// Why, in their own words.
    pub reason: Option<String>,
    /// When.
    pub at: Micros,
}

/// An entry of the trail.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Entry {
    /// Its number, rising.
    pub id: i64,
    /// When.
    pub at: Micros,
    /// Who.
    pub actor: String,
    /// What: an [`Action`].
    pub action: String,
    /// Of what.
    pub subject: String,
    /// Counts, options and the reason.
    pub detail: Value,
}

/// Adds an entry; `detail` is an object without personal data, the reason is added to it.
pub async fn record(tx: &mut Tx, by: &By, action: Action, subject: &str, mut detail: Value) -> Result<i64> {
    if let (Some(reason), Value::Object(fields)) = (&by.reason, &mut detail) {
        fields.insert("reason".to_owned(), json!(reason));
    }
    let row = AuditRow {
        id: 0,
        at: by.at,
        actor: by.actor.clone(),
        action: action.word().to_owned(),
        subject: subject.to_owned(),
        detail: detail.to_string(),
    };
    audit::add(tx, &row).await
}

/// As [`record`], in a transaction of its own: before anything is shown.
pub async fn record_now(store: &Store, by: &By, action: Action, subject: &str, detail: Value) -> Result<i64> {
    let mut tx = store.write().await?;
    let id = record(&mut tx, by, action, subject, detail).await?;
    tx.commit().await?;
    Ok(id)
}

/// The latest entries, newest first; before entry `before`, of one action, where these are given.
pub async fn latest(store: &Store, before: Option<i64>, action: Option<Action>, limit: u32) -> Result<Vec<Entry>> {
    let mut c = store.read().await?;
    let rows =
        audit::latest(&mut c, before.unwrap_or(i64::MAX), action.map_or("", Action::word), i64::from(limit)).await?;
    rows.into_iter()
        .map(|r| {
            let detail = serde_json::from_str(&r.detail).map_err(StoreError::corrupt)?;
            Ok(Entry { id: r.id, at: r.at, actor: r.actor, action: r.action, subject: r.subject, detail })
        })
        .collect()
}
