//! A settled month as files: bills and statements as tables, papers to print, and a manifest that proves them.
//!
//! The same draft gives the same bytes: rows in the order of their ids, no clock, nothing of the machine.

mod paper;

use std::io::Write as _;
use std::path::Path;

use serde_json::json;

use crate::domain::line::Code;
use crate::domain::mask::defuse;
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::ops::credits::statement::Statement;
use crate::ops::evidence::folder::{Folder, Sheet, Sum};
use crate::ops::evidence::{EvidenceError, MANIFEST};
use crate::ops::settle::sites::of_draft;
use crate::store::line::export::{self, PAGE};
use crate::store::period::{self, PeriodRow};
use crate::store::{Reads, Store, StoreError};

/// Amounts of a bill, in the order of the file.
pub const COLUMNS: [&str; 12] = [
    "plan",
    "vas",
    "overage",
    "discount",
    "adjust",
    "supply",
    "vat",
    "micro",
    "carry_in",
    "round",
    "total",
    "carry_out",
];

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The month was never settled.
    #[error("the month {0} has not been settled")]
    NotSettled(Period),
    /// A bill that was asked for is not there.
    #[error("the line `{line}` has no bill of {month}")]
    NoBill {
        /// Whose.
        line: String,
        /// Which month.
        month: Period,
    },
    /// Sums do not agree.
    #[error("the bill of line `{0}` does not add up")]
    Unsound(String),
    /// The folder.
    #[error(transparent)]
    Folder(#[from] EvidenceError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What was written.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Exported {
    /// The month.
    pub month: Period,
    /// Its state: `draft` or `closed`.
    pub state: String,
    /// The draft.
    pub draft: i64,
    /// Where.
    pub dir: String,
    /// Bills.
    pub bills: u64,
    /// What they come to.
    pub total_minor: i64,
    /// Sites.
    pub sites: usize,
    /// The files.
    pub files: Vec<Sum>,
    /// The folder held just that already.
    pub was_there: bool,
}

/// A bill as exported.
#[derive(Debug, Clone)]
pub(super) struct Bill {
    pub line: String,
    pub amounts: [i64; 12],
}

impl Bill {
    fn adds_up(&self) -> bool {
        let [plan, vas, overage, discount, adjust, supply, vat, micro, carry_in, round, total, carry_out] =
            self.amounts;
        supply == plan + vas + overage - discount + adjust
            && total - carry_out == supply + vat + micro + carry_in + round
    }
}

/// Writes a month into the folder `dir`, which is empty, not there, or holds just that already; with an invoice for each
/// of `invoices` (codes of lines).
pub async fn export(
    store: &Store,
    month: Period,
    dir: &Path,
    invoices: &[String],
    mut progress: impl FnMut(u64),
) -> Result<Exported, ExportError> {
    let mut c = store.read().await?;
    let row = period::get(&mut c, month).await?.filter(|p| p.state != "open");
    let row = row.ok_or(ExportError::NotSettled(month))?;
    let folder = Folder::open(dir)?;
    let mut files = Vec::new();
    let (totals, bills, papers) = lines(&mut c, &folder, month, invoices, &mut files, &mut progress).await?;
    let sites = of_draft(&mut c, month, row.draft).await?;
    site_tables(&folder, &sites, &mut files)?;
    for bill in &papers {
        let name = format!("invoice-{}.html", file_name(&bill.line));
        files.push(folder.file(&name, paper::invoice(month, &row, bill).as_bytes())?);
    }
    for s in &sites {
        let name = format!("statement-{}.html", file_name(&s.site));
        files.push(folder.file(&name, paper::statement(month, &row, s).as_bytes())?);
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let manifest = manifest(month, &row, bills, &totals, &sites, &files);
    files.push(folder.file(MANIFEST, manifest.as_bytes())?);
    let was_there = folder.close()?;
    Ok(Exported {
        month,
        state: row.state,
        draft: row.draft,
        dir: dir.display().to_string(),
        bills,
        total_minor: totals[10],
        sites: sites.len(),
        files,
        was_there,
    })
}

/// A code as part of a file's name.
fn file_name(code: &str) -> String {
    code.chars().map(|c| if c.is_alphanumeric() || c == '-' || c == '_' { c } else { '_' }).collect()
}

/// Won, with decimals only where there are any.
fn won(minor: i64, out: &mut String) {
    use std::fmt::Write as _;
    let sign = if minor < 0 { "-" } else { "" };
    let abs = minor.unsigned_abs();
    // writing to memory does not fail
    let _ = if abs.is_multiple_of(100) {
        write!(out, "{sign}{}", abs / 100)
    } else {
        write!(out, "{sign}{}.{:02}", abs / 100, abs % 100)
    };
}

async fn lines(
    c: &mut impl Reads,
    folder: &Folder,
    month: Period,
    invoices: &[String],
    files: &mut Vec<Sum>,
    progress: &mut impl FnMut(u64),
) -> Result<([i64; 12], u64, Vec<Bill>), ExportError> {
    const NAME: &str = "lines.csv";
    let mut sheet = folder.begin(NAME)?;
    let mut text = format!("line,{}\n", COLUMNS.join(","));
    let (mut totals, mut bills, mut papers, mut after) = ([0_i64; 12], 0, Vec::new(), 0);
    loop {
        let said = export::bills(c, month, after, PAGE).await?;
        let mut n = 0;
        for record in said.split(';').filter(|r| !r.is_empty()) {
            let (id, bill) = bill(record)?;
            if !bill.adds_up() {
                return Err(ExportError::Unsound(bill.line));
            }
            (after, n) = (id, n + 1);
            text.push_str(&defuse(&bill.line));
            for (amount, total) in bill.amounts.into_iter().zip(&mut totals) {
                text.push(',');
                won(amount, &mut text);
                *total =
                    total.checked_add(amount).ok_or_else(|| StoreError::corrupt("bills past what 64 bits hold"))?;
            }
            text.push('\n');
            if invoices.contains(&bill.line) {
                papers.push(bill);
            }
        }
        write(folder, &mut sheet, NAME, &text)?;
        text.clear();
        bills += n;
        progress(bills);
        if n == 0 {
            break;
        }
    }
    files.push(folder.end(sheet)?);
    match invoices.iter().find(|i| papers.iter().all(|b| b.line != **i)) {
        Some(line) => Err(ExportError::NoBill { line: line.clone(), month }),
        None => Ok((totals, bills, papers)),
    }
}

fn write(folder: &Folder, sheet: &mut Sheet, name: &str, text: &str) -> Result<(), ExportError> {
    sheet.write_all(text.as_bytes()).map_err(|e| folder.failed(name, e).into())
}

fn bill(record: &str) -> Result<(i64, Bill), StoreError> {
    let bad = || StoreError::corrupt("a bill without its form");
    let mut fields = record.split(' ');
    let number = |field: Option<&str>| field.and_then(|f| f.parse::<i64>().ok()).ok_or_else(bad);
    let id = number(fields.next())?;
    let line: Code = fields.next().and_then(|f| f.parse().ok()).ok_or_else(bad)?;
    let mut amounts = [0; 12];
    for slot in &mut amounts {
        *slot = number(fields.next())?;
    }
    Ok((id, Bill { line: line.to_string(), amounts }))
}

fn site_tables(folder: &Folder, all: &[Statement], files: &mut Vec<Sum>) -> Result<(), ExportError> {
    let mut text = String::from(
        "site,opening,topups,topup_vat,bonus,usage,late_usage,refunds,refunds_prior,cashouts,chargebacks,expired,adjustments,closing,usage_base,usage_vat,topup_base\n",
    );
    let mut details = String::from("site,channel,unit,quantity,total,prior_month\n");
    for s in all {
        text.push_str(&quoted(&s.site));
        for (_, amount) in paper::terms(s) {
            text.push(',');
            won(amount, &mut text);
        }
        for amount in [s.tax.usage.base_minor, s.tax.usage.vat_minor, s.tax.topup.base_minor] {
            text.push(',');
            won(amount, &mut text);
        }
        text.push('\n');
        for l in &s.lines {
            details.push_str(&format!("{},{},", quoted(&s.site), l.channel));
            won(l.unit_minor, &mut details);
            details.push_str(&format!(",{},", l.quantity));
            won(l.total_minor, &mut details);
            details.push_str(&format!(",{}\n", l.prior.as_deref().unwrap_or_default()));
        }
    }
    files.push(folder.file("sites.csv", text.as_bytes())?);
    files.push(folder.file("details.csv", details.as_bytes())?);
    Ok(())
}

/// A name as a field of CSV that no spreadsheet runs.
fn quoted(text: &str) -> String {
    let text = defuse(text);
    if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.into_owned() }
}

fn manifest(
    month: Period,
    row: &PeriodRow,
    bills: u64,
    totals: &[i64; 12],
    sites: &[Statement],
    files: &[Sum],
) -> String {
    let totals: serde_json::Map<String, serde_json::Value> =
        COLUMNS.iter().zip(totals).map(|(name, n)| (format!("{name}_minor"), (*n).into())).collect();
    let closing: i64 = sites.iter().map(|s| s.closing_minor).sum();
    let manifest = json!({
        "schema": 1,
        "month": month,
        "state": row.state,
        "draft": row.draft,
        "control_hash": row.control_hash,
        "bills": bills,
        "lines": totals,
        "sites": { "count": sites.len(), "closing_minor": closing },
        "files": files,
    });
    let mut text = serde_json::to_string_pretty(&manifest).unwrap_or_default();
    text.push('\n');
    text
}

/// Won with separators, for people.
fn shown(minor: i64) -> String {
    Minor(minor).to_string()
}
