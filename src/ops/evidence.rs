//! The proof of a campaign in one folder: what was sent, to whom, on which consent, with which result.
//!
//! The same state of the database makes the same bytes. The folder is complete or not there at all: it is written
//! beside its place and moved there last. Memory does not grow with the campaign.

pub(crate) mod folder;
mod sheets;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};

use self::folder::{Folder, Sum};
use self::sheets::Sheets;
use super::audit::{self, Action, By};
use super::campaign::Names;
use super::send::{SendError, run, snapshot};
use crate::domain::channel::Channel;
use crate::domain::content::{Composer, Content, Snapshot};
use crate::domain::id::{BatchId, CampaignId, MessageId};
use crate::domain::route::Route;
use crate::domain::seal::KeyRing;
use crate::domain::state::CampaignState;
use crate::domain::text;
use crate::store::campaign::CampaignRow;
use crate::store::message::{self, MessageRow};
use crate::store::receipt::Which;
use crate::store::{Store, StoreError, consent, receipt};

/// Messages read in one go.
const PAGE: i64 = 2_000;

/// The form of the folder; it rises when a file changes its meaning.
const FORM: u32 = 1;

/// What tells that a folder is complete.
pub(crate) const MANIFEST: &str = "manifest.json";

/// A folder with evidence.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Evidence {
    /// Of which campaign.
    pub campaign: CampaignId,
    /// Where it is.
    pub dir: String,
    /// The same folder was there already, to the byte.
    pub unchanged: bool,
    /// Every message has its result: nothing will be added.
    pub complete: bool,
    /// Numbers stand there whole.
    pub revealed: bool,
    /// Messages.
    pub messages: u64,
    /// SHA-256 of the manifest, which holds those of all other files.
    pub manifest_sha256: String,
    /// The other files.
    pub files: Vec<Sum>,
}

/// Why there is no evidence.
#[derive(Debug, thiserror::Error)]
pub enum EvidenceError {
    /// Something else is there.
    #[error("the folder {dir} is not empty, and `{file}` in it differs")]
    Differs {
        /// The folder.
        dir: String,
        /// The first file that is other than it would be.
        file: String,
    },
    /// A file or folder.
    #[error("cannot write {path}")]
    Write {
        /// Which.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// The campaign.
    #[error(transparent)]
    Send(#[from] SendError),
}

impl From<StoreError> for EvidenceError {
    fn from(e: StoreError) -> Self {
        Self::Send(e.into())
    }
}

/// Writes the evidence of a campaign into the folder `dir`, which is empty, not there, or holds just that already.
/// Revealing whole numbers leaves an entry in the audit trail before anything is written.
///
/// # Errors
/// `Differs` where something else is there; `Refused` while the campaign is being planned.
pub async fn write(
    store: &Store,
    ring: &KeyRing,
    id: CampaignId,
    dir: &Path,
    reveal: Option<&By>,
    mut progress: impl FnMut(u64, u64),
) -> Result<Evidence, EvidenceError> {
    let row = run::by_id(store, id).await?;
    if row.state == CampaignState::Planning.word() {
        return Err(SendError::refused(
            format!("{id} is still being planned: nothing was sent"),
            format!("See `msgctl campaign show {id}`."),
        )
        .into());
    }
    let folder = Folder::open(dir)?;
    if let Some(by) = reveal {
        let detail = json!({ "evidence": dir.display().to_string() });
        audit::record_now(store, by, Action::Export, &id.to_string(), detail).await?;
    }
    let names = Names::read(&mut store.read().await?).await?;
    let content: Content = serde_json::from_str(&row.content).map_err(StoreError::corrupt)?;
    let mut texts = Texts {
        composer: Composer::new(content).map_err(StoreError::corrupt)?,
        reveal: reveal.is_some(),
        samples: BTreeMap::new(),
    };
    let mut sheets = Sheets::create(&folder, reveal.is_some())?;
    let total = u64::try_from(row.total).unwrap_or(0);
    let (mut after, last) = (row.first_id.unwrap_or(1) - 1, MessageId(row.last_id.unwrap_or(0)));
    let mut messages = 0;
    loop {
        let page = page(store, ring, &row, (MessageId(after), last)).await?;
        let Some(end) = page.messages.last() else { break };
        after = end.0.id.0;
        messages += page.messages.len() as u64;
        for (m, person) in &page.messages {
            texts.look(m, person.as_ref())?;
        }
        sheets.add(&folder, &page)?;
        progress(messages, total);
    }
    let mut files = vec![folder.file("text.txt", texts.write(&row, &names).as_bytes())?];
    files.push(folder.file("plan.json", pretty(&plan(&row, &names)?).as_bytes())?);
    files.extend(sheets.close(&folder)?);
    let manifest = json!({
        "form": FORM,
        "msgctl": env!("CARGO_PKG_VERSION"),
        "installation": store.installation().await?,
        "campaign": id,
        "site": names.site(row.site_id),
        "state": row.state,
        "plan_hash": row.plan_hash,
        "finished_at": row.finished_at,
        "messages": messages,
        "revealed": reveal.is_some(),
        "files": files,
    });
    let manifest = folder.file(MANIFEST, pretty(&manifest).as_bytes())?;
    let unchanged = folder.close()?;
    Ok(Evidence {
        campaign: id,
        dir: dir.display().to_string(),
        unchanged,
        complete: row.finished_at.is_some(),
        revealed: reveal.is_some(),
        messages,
        manifest_sha256: manifest.sha256,
        files,
    })
}

/// Messages with their people, consents and attempts.
struct Page {
    messages: Vec<(MessageRow, Option<Snapshot>)>,
    consents: BTreeMap<MessageId, consent::ConsentRow>,
    receipts: BTreeMap<MessageId, receipt::ReceiptRow>,
    /// The provider's ids of batches: the first message, and the text that [`batch::provider_id`] reads.
    ids: BTreeMap<BatchId, (Option<i64>, String)>,
}

async fn page(
    store: &Store,
    ring: &KeyRing,
    campaign: &CampaignRow,
    range: (MessageId, MessageId),
) -> Result<Page, StoreError> {
    let mut c = store.read().await?;
    let rows = message::page(&mut c, campaign.id, range, "", PAGE).await?;
    let ids: Vec<i64> = rows.iter().map(|m| m.id.0).collect();
    let consents = consent::of(&mut c, &ids).await?;
    let tried: Vec<Which> = rows.iter().filter_map(|m| Some(Which { message: m.id.0, batch: m.batch_id?.0 })).collect();
    let receipts = receipt::of(&mut c, &tried).await?;
    let batches: BTreeSet<BatchId> = receipts.iter().map(|r| r.batch_id).collect();
    let ids = receipt::ids(&mut c, &Vec::from_iter(batches)).await?;
    let open = |m: &MessageRow| snapshot::open(ring, campaign.site_id, &m.phone_ix, m.key_id, m.sealed.as_deref());
    Ok(Page {
        messages: rows.into_iter().map(|m| (open(&m), m)).map(|(p, m)| (m, p)).collect(),
        consents: consents.into_iter().map(|c| (c.message_id, c)).collect(),
        receipts: receipts.into_iter().map(|r| (r.message_id, r)).collect(),
        ids: ids.into_iter().map(|(batch, first, ids)| (batch, (first, ids))).collect(),
    })
}

/// One composed text for each channel that any message may take.
struct Texts {
    composer: Composer,
    reveal: bool,
    samples: BTreeMap<Channel, String>,
}

impl Texts {
    /// Takes a message as the sample of the channels of which there is none yet.
    fn look(&mut self, m: &MessageRow, person: Option<&Snapshot>) -> Result<(), StoreError> {
        let Some(person) = person else { return Ok(()) };
        let route: Route = m.route.parse().map_err(StoreError::corrupt)?;
        for channel in route.channels() {
            if self.samples.contains_key(&channel) {
                continue;
            }
            // it is counted as it was sent, and shown masked
            let Ok(sent) = self.composer.compose(person, channel) else { continue };
            let shown = if self.reveal { person.clone() } else { super::message::masked(person) };
            let Ok(made) = self.composer.compose(&shown, channel) else { continue };
            let size = text::measure(&sent.text, self.composer.content().charset);
            let subject = made.subject.map(|s| format!("subject: {s}\n\n")).unwrap_or_default();
            let sample = format!(
                "===== {channel}: {} to {}, {} characters, {} bytes in EUC-KR =====\n{subject}{}\n",
                m.id, shown.to, size.chars, size.bytes, made.text
            );
            self.samples.insert(channel, sample);
        }
        Ok(())
    }

    fn write(&self, row: &CampaignRow, names: &Names) -> String {
        let c = self.composer.content();
        let template = names.template(row.template_id, row.template_version);
        let source = template.map_or_else(|| "a text of its own".to_owned(), |t| format!("template {t}"));
        let mut out = format!(
            "campaign {} of site {}, {source}, sender {}, {}\n\n===== text with its variables =====\n{}\n",
            row.id,
            names.site(row.site_id),
            c.sender,
            if c.ad { "advertising" } else { "no advertising" },
            c.text
        );
        if let Some(subject) = &c.subject {
            out.push_str("\n===== subject with its variables =====\n");
            out.push_str(subject);
            out.push('\n');
        }
        if let Some(talk) = &c.talk {
            out.push_str("\n===== approved Alimtalk template ");
            out.push_str(&talk.code);
            out.push_str(" =====\n");
            out.push_str(&talk.body);
            out.push('\n');
        }
        for sample in self.samples.values() {
            out.push('\n');
            out.push_str(sample);
        }
        out
    }
}

/// What was planned, and from what.
fn plan(row: &CampaignRow, names: &Names) -> Result<Value, StoreError> {
    let value = |text: &str| serde_json::from_str::<Value>(text).map_err(StoreError::corrupt);
    Ok(json!({
        "campaign": row.id,
        "site": names.site(row.site_id),
        "plan_hash": row.plan_hash,
        "key": row.key,
        "request_hash": row.request_hash,
        "lane": row.lane,
        "strategy": row.strategy,
        "template": names.template(row.template_id, row.template_version),
        "created_at": row.created_at,
        "started_at": row.started_at,
        "plan": value(&row.plan)?,
        "content": value(&row.content)?,
    }))
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
