//! A settled month as files: bills and statements as tables, papers to print, and a manifest that proves them.
//!
//! The same draft gives the same bytes: rows in the order of their ids, no clock, nothing of the machine.

mod details;
mod paper;

use std::collections::HashMap;
use std::io::Write as _;
use std::path::Path;

use serde_json::json;

use crate::domain::line::Code;
use crate::domain::mask::defuse;
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::fault::failpoint;
use crate::ops::credits::statement::Statement;
use crate::ops::evidence::folder::{Folder, Sheet, Sum};
use crate::ops::evidence::{EvidenceError, MANIFEST};
use crate::ops::settle::detail::Step;
use crate::ops::settle::sites::of_draft;
use crate::store::line::export::{self, PAGE};
use crate::store::period::{self, PeriodRow};
use crate::store::settle::{Range, prune};
use crate::store::{Reads, Store, StoreError, verify};

use details::Explainer;

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
    /// What it was made of has changed since.
    #[error("the bill of line `{0}` is not what it is made of comes to now")]
    Changed(String),
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
    /// It is told how each bill was computed.
    pub details: bool,
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

/// Which lines get an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Invoices {
    /// These, a file for each.
    Of(Vec<String>),
    /// Every one, a thousand in a file.
    All,
}

/// What is wanted beside the tables of bills and sites.
#[derive(Debug, Clone)]
pub struct Wants {
    /// Invoices.
    pub invoices: Invoices,
    /// How each bill was computed.
    pub details: bool,
}

/// Writes a month into the folder `dir`, which is empty, not there, or holds just that already, from one state of the
/// database.
pub async fn export(
    store: &Store,
    month: Period,
    dir: &Path,
    wants: &Wants,
    mut progress: impl FnMut(u64),
) -> Result<Exported, ExportError> {
    let mut c = store.look().await?;
    verify::snapshot(&mut c).await?;
    let row = period::get(&mut c, month).await?.filter(|p| p.draft > 0);
    let row = row.ok_or(ExportError::NotSettled(month))?;
    let folder = Folder::open(dir)?;
    let explainer = match prune::usage_gone(&mut c, month).await? {
        None => Some(Explainer::of(&mut c, month).await?),
        Some(_) => None,
    };
    let (details, mut files) = (wants.details && explainer.is_some(), Vec::new());
    let desk = Desk { folder: &folder, month, row: &row, explainer, wants };
    let (totals, bills) = desk.lines(&mut c, &mut files, &mut progress).await?;
    let sites = of_draft(&mut c, month, row.draft).await?;
    c.rollback().await?;
    site_tables(&folder, &sites, &mut files)?;
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
        details,
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

/// Invoices in a file.
const IN_A_FILE: usize = 1000;

/// Where a month's bills are written.
struct Desk<'a> {
    folder: &'a Folder,
    month: Period,
    row: &'a PeriodRow,
    /// `None`: the use of the month was deleted.
    explainer: Option<Explainer>,
    wants: &'a Wants,
}

impl Desk<'_> {
    async fn lines(
        &self,
        c: &mut impl Reads,
        files: &mut Vec<Sum>,
        progress: &mut impl FnMut(u64),
    ) -> Result<([i64; 12], u64), ExportError> {
        let (lines, detail) = ("lines.csv", "details.csv");
        let explainer = self.explainer.as_ref();
        let mut sheet = self.folder.begin(lines)?;
        let mut details = match explainer {
            Some(_) if self.wants.details => Some(self.folder.begin(detail)?),
            _ => None,
        };
        let (mut text, mut steps_text) = (format!("line,{}\n", COLUMNS.join(",")), details::HEAD.to_owned());
        let (mut totals, mut bills, mut after) = ([0_i64; 12], 0, 0);
        let mut papers = Papers { desk: self, page: Vec::new(), pages: 0, found: Vec::new() };
        loop {
            let page = page(&export::bills(c, self.month, after, PAGE).await?)?;
            let range = Range { lo: after, hi: page.last().map_or(after, |b| b.0) };
            let mut steps = match explainer {
                Some(e) if details.is_some() || self.wants.invoices == Invoices::All => e.range(c, range).await?,
                _ => HashMap::new(),
            };
            for (id, bill) in &page {
                text.push_str(&defuse(&bill.line));
                for (amount, total) in bill.amounts.into_iter().zip(&mut totals) {
                    text.push(',');
                    won(amount, &mut text);
                    *total =
                        total.checked_add(amount).ok_or_else(|| StoreError::corrupt("bills past what 64 bits hold"))?;
                }
                text.push('\n');
                let wanted = papers.wants(&bill.line);
                let of_line = match explainer {
                    Some(_) if steps.contains_key(id) => details::of_bill(&mut steps, *id, bill)?,
                    Some(e) if wanted => {
                        details::of_bill(&mut e.range(c, Range { lo: id - 1, hi: *id }).await?, *id, bill)?
                    }
                    Some(_) if details.is_some() => return Err(ExportError::Changed(bill.line.clone())),
                    _ => Vec::new(),
                };
                if details.is_some() {
                    details::rows(bill, &of_line, &mut steps_text);
                }
                if wanted {
                    papers.add(bill, &of_line, files)?;
                }
            }
            write(self.folder, &mut sheet, lines, &text)?;
            failpoint!("export-half-written");
            text.clear();
            if let Some(sheet) = &mut details {
                write(self.folder, sheet, detail, &steps_text)?;
                steps_text.clear();
            }
            (after, bills) = (range.hi, bills + page.len() as u64);
            progress(bills);
            if page.is_empty() {
                break;
            }
        }
        papers.end(files)?;
        files.push(self.folder.end(sheet)?);
        if let Some(sheet) = details {
            files.push(self.folder.end(sheet)?);
        }
        Ok((totals, bills))
    }
}

/// Invoices as they are written.
struct Papers<'a> {
    desk: &'a Desk<'a>,
    /// Those of the file at hand.
    page: Vec<String>,
    pages: usize,
    /// Lines of which one was written.
    found: Vec<String>,
}

impl Papers<'_> {
    fn wants(&self, line: &str) -> bool {
        match &self.desk.wants.invoices {
            Invoices::All => true,
            Invoices::Of(lines) => lines.iter().any(|l| l == line),
        }
    }

    fn add(&mut self, bill: &Bill, steps: &[Step], files: &mut Vec<Sum>) -> Result<(), ExportError> {
        let d = self.desk;
        let article = paper::invoice(d.month, d.row, bill, steps);
        if d.wants.invoices != Invoices::All {
            let name = format!("invoice-{}.html", file_name(&bill.line));
            let title = format!("{}-{}", d.month.ym(), bill.line);
            files.push(d.folder.file(&name, paper::invoices(&title, &[article]).as_bytes())?);
            self.found.push(bill.line.clone());
            return Ok(());
        }
        self.page.push(article);
        if self.page.len() == IN_A_FILE { self.flush(files) } else { Ok(()) }
    }

    fn flush(&mut self, files: &mut Vec<Sum>) -> Result<(), ExportError> {
        if self.page.is_empty() {
            return Ok(());
        }
        self.pages += 1;
        let title = format!("{} {}", self.desk.month, self.pages);
        let name = format!("invoices-{:05}.html", self.pages);
        files.push(self.desk.folder.file(&name, paper::invoices(&title, &self.page).as_bytes())?);
        self.page.clear();
        Ok(())
    }

    fn end(mut self, files: &mut Vec<Sum>) -> Result<(), ExportError> {
        self.flush(files)?;
        let Invoices::Of(lines) = &self.desk.wants.invoices else { return Ok(()) };
        match lines.iter().find(|l| !self.found.contains(l)) {
            Some(line) => Err(ExportError::NoBill { line: line.clone(), month: self.desk.month }),
            None => Ok(()),
        }
    }
}

/// Bills by line, in their order; each adds up.
fn page(said: &str) -> Result<Vec<(i64, Bill)>, ExportError> {
    let read = |record: &str| {
        let (id, bill) = bill(record)?;
        if bill.adds_up() { Ok((id, bill)) } else { Err(ExportError::Unsound(bill.line)) }
    };
    said.split(';').filter(|r| !r.is_empty()).map(read).collect()
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
    let mut usage = String::from("site,channel,unit,quantity,total,prior_month\n");
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
            usage.push_str(&format!("{},{},", quoted(&s.site), l.channel));
            won(l.unit_minor, &mut usage);
            usage.push_str(&format!(",{},", l.quantity));
            won(l.total_minor, &mut usage);
            usage.push_str(&format!(",{}\n", l.prior.as_deref().unwrap_or_default()));
        }
    }
    files.push(folder.file("sites.csv", text.as_bytes())?);
    files.push(folder.file("site-usage.csv", usage.as_bytes())?);
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
