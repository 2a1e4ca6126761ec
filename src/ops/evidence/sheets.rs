//! The two tables of the evidence, one line a message.

use std::io;

use super::folder::{Folder, Sheet, Sum};
use super::{EvidenceError, Page};
use crate::domain::content::Snapshot;
use crate::domain::mask;
use crate::domain::phone::Mobile;
use crate::domain::time::Micros;
use crate::store::batch;
use crate::store::hex;

const CONSENTS: &str = "consents.csv";
const RECEIPTS: &str = "receipts.csv";

/// Both tables, being written.
pub(super) struct Sheets {
    consents: csv::Writer<Sheet>,
    receipts: csv::Writer<Sheet>,
    reveal: bool,
}

impl Sheets {
    pub(super) fn create(folder: &Folder, reveal: bool) -> Result<Self, EvidenceError> {
        let mut consents = csv::Writer::from_writer(folder.begin(CONSENTS)?);
        let head =
            ["message", "phone", "phone_index", "ad_consent_at", "night_consent_at", "may_go_at_night", "source"];
        consents.write_record(head).map_err(|e| folder.failed(CONSENTS, e.into()))?;
        let mut receipts = csv::Writer::from_writer(folder.begin(RECEIPTS)?);
        let head =
            ["message", "phone", "channel", "state", "code", "provider", "provider_id", "sent_at", "reported_at"];
        receipts.write_record(head).map_err(|e| folder.failed(RECEIPTS, e.into()))?;
        Ok(Self { consents, receipts, reveal })
    }

    pub(super) fn add(&mut self, folder: &Folder, page: &Page) -> Result<(), EvidenceError> {
        self.add_consents(page).map_err(|e| folder.failed(CONSENTS, e))?;
        self.add_receipts(page).map_err(|e| folder.failed(RECEIPTS, e))
    }

    fn add_consents(&mut self, page: &Page) -> io::Result<()> {
        for (m, person) in &page.messages {
            let Some(c) = page.consents.get(&m.id) else { continue };
            // of somebody who was erased there is no index either: what stands in its place leads to nobody
            let index = person.as_ref().map(|_| hex(&m.phone_ix)).unwrap_or_default();
            let may = if c.night == 1 { "yes" } else { "no" };
            self.consents.write_record([
                m.id.to_string().as_str(),
                &self.phone(person.as_ref()),
                &index,
                &c.ad_at.to_string(),
                &time(c.night_at),
                may,
                &mask::defuse(&c.source),
            ])?;
        }
        Ok(())
    }

    fn add_receipts(&mut self, page: &Page) -> io::Result<()> {
        for (m, person) in &page.messages {
            let attempt = page.receipts.get(&m.id);
            let by_batch = || {
                let (first, ids) = page.ids.get(&attempt?.batch_id)?;
                batch::provider_id(ids, *first, m.id.0)
            };
            let provider_id = attempt.and_then(|r| r.provider_id.clone()).or_else(by_batch);
            self.receipts.write_record([
                m.id.to_string().as_str(),
                &self.phone(person.as_ref()),
                &m.channel,
                &m.state,
                &mask::defuse(m.code.as_deref().unwrap_or_default()),
                &mask::defuse(attempt.map_or("", |r| &r.provider)),
                &mask::defuse(provider_id.as_deref().unwrap_or_default()),
                &time(attempt.and_then(|r| r.claimed_at)),
                &time(attempt.and_then(|r| r.reported_at)),
            ])?;
        }
        Ok(())
    }

    fn phone(&self, person: Option<&Snapshot>) -> String {
        let Some(person) = person else { return String::new() };
        match person.to.parse::<Mobile>() {
            Ok(number) if self.reveal => number.hyphenated(),
            Ok(number) => number.masked(),
            Err(_) => "*".to_owned(),
        }
    }

    pub(super) fn close(self, folder: &Folder) -> Result<[Sum; 2], EvidenceError> {
        let end = |name, table: csv::Writer<Sheet>| {
            let sheet = table.into_inner().map_err(|e| folder.failed(name, e.into_error()))?;
            folder.end(sheet)
        };
        Ok([end(CONSENTS, self.consents)?, end(RECEIPTS, self.receipts)?])
    }
}

fn time(at: Option<Micros>) -> String {
    at.map(|t| t.to_string()).unwrap_or_default()
}
