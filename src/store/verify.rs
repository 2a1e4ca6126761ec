//! What is read to prove the books: pages of entries in the order of booking, and sums that must agree.

use crate::domain::id::{CampaignId, SiteId};
use crate::domain::time::Micros;

use super::dialect::{READ_THROUGH, SNAPSHOT};
use super::{Reads, Result, Sql, StoreError, Tx, on, statements};

statements! {
    /// Journals of a range, in the order of booking, as one text: a row of its own for each would cost more than reading it.
    JOURNALS = Sql::same(
        "SELECT string_agg(q.t, '') FROM (SELECT concat(id, ',', site_id, ',', period, ',', origin_period, ',', effective_at, ',',
         length(kind), ',', kind) AS t FROM journal WHERE id > $1 AND id <= $2 AND ($3 = 0 OR site_id = $3) ORDER BY id) AS q");
    /// Their entries, in the same manner.
    ENTRIES = Sql::same(
        "SELECT string_agg(q.t, '') FROM (SELECT concat(journal_id, ',', account_id, ',', amount_minor, ',', acct_seq, ',',
         balance_minor, ';') AS t FROM entry WHERE journal_id > $1 AND journal_id <= $2
         AND ($3 = 0 OR account_id BETWEEN 1000 + $3 * 4 AND 1002 + $3 * 4
         OR EXISTS (SELECT 1 FROM journal j WHERE j.id = journal_id AND j.site_id = $3)) ORDER BY journal_id, n) AS q");
    ACCOUNTS = Sql::same(
        "SELECT id, floor_minor, balance_minor, seq FROM account WHERE site_id IS NOT NULL AND ($1 = 0 OR site_id = $1) ORDER BY id");
    /// What open holds still have, by site.
    OPEN_HOLDS = Sql::same(
        "SELECT site_id, CAST(SUM(authorized_minor - captured_minor - released_minor) AS BIGINT) FROM hold
         WHERE state = 'open' AND ($1 = 0 OR site_id = $1) GROUP BY site_id");
    /// Holds whose charges do not come to what was taken out of them.
    ODD_HOLDS = Sql::same(
        "SELECT h.id, h.campaign_id, h.site_id, h.captured_minor, h.late_minor,
         CAST(COALESCE(SUM(CASE u.late WHEN 0 THEN u.total_minor ELSE 0 END), 0) AS BIGINT) AS charged_minor,
         CAST(COALESCE(SUM(CASE u.late WHEN 1 THEN u.total_minor ELSE 0 END), 0) AS BIGINT) AS charged_late_minor
         FROM hold h LEFT JOIN usage_charge u ON u.hold_id = h.id WHERE $1 = 0 OR h.site_id = $1
         GROUP BY h.id, h.campaign_id, h.site_id, h.captured_minor, h.late_minor
         HAVING h.captured_minor <> COALESCE(SUM(CASE u.late WHEN 0 THEN u.total_minor ELSE 0 END), 0)
         OR h.late_minor <> COALESCE(SUM(CASE u.late WHEN 1 THEN u.total_minor ELSE 0 END), 0)
         ORDER BY h.id");
    HOLDS = Sql::same("SELECT COUNT(*) FROM hold WHERE $1 = 0 OR site_id = $1");
    BROKEN_HOLDS = Sql::same(
        "SELECT id FROM hold WHERE ($1 = 0 OR site_id = $1) AND (captured_minor + released_minor > authorized_minor
         OR (state <> 'open' AND captured_minor + released_minor <> authorized_minor)) ORDER BY id");
    OPEN_HOLD_CAMPAIGNS = Sql::same(
        "SELECT campaign_id, authorized_minor - captured_minor - released_minor FROM hold
         WHERE state = 'open' AND ($1 = 0 OR site_id = $1) ORDER BY campaign_id");
    /// What campaigns with a hold were charged, beside what their results cost by the roll-up.
    ODD_CAMPAIGNS = Sql::same(
        "SELECT x.campaign_id, x.site_id, x.charged, x.tallied FROM (SELECT h.campaign_id, h.site_id,
         (SELECT CAST(COALESCE(SUM(u.total_minor), 0) AS BIGINT) FROM usage_charge u WHERE u.campaign_id = h.campaign_id) AS charged,
         (SELECT CAST(COALESCE(SUM(t.price_minor), 0) AS BIGINT) FROM tally t WHERE t.campaign_id = h.campaign_id) AS tallied
         FROM hold h WHERE h.seq = 1 AND ($1 = 0 OR h.site_id = $1)) AS x WHERE x.charged <> x.tallied ORDER BY x.campaign_id");
    /// Campaigns that had something set aside.
    HELD = Sql::same(
        "SELECT h.campaign_id, h.site_id, COALESCE(c.first_id, 0) AS first_id, COALESCE(c.last_id, 0) AS last_id,
         CASE c.state WHEN 'done' THEN c.total END AS done_total
         FROM hold h LEFT JOIN campaign c ON c.id = h.campaign_id
         WHERE h.seq = 1 AND h.campaign_id > $1 AND ($3 = 0 OR h.site_id = $3) ORDER BY h.campaign_id LIMIT $2");
    /// How messages ended of campaigns whose messages lie between two ids: (campaign, channel, state, price, how many).
    ENDED = Sql::same(
        "SELECT m.campaign_id, r.channel, r.state, r.price_minor, COUNT(*) FROM message m JOIN result r ON r.message_id = m.id
         WHERE m.id BETWEEN $1 AND $2 AND r.message_id BETWEEN $1 AND $2 AND m.campaign_id BETWEEN $3 AND $4
         GROUP BY m.campaign_id, r.channel, r.state, r.price_minor");
    /// What campaigns were charged, by channel and price: (campaign, channel, price, how many, in all).
    CHARGED = Sql::same(
        "SELECT campaign_id, channel, unit_minor, CAST(SUM(quantity) AS BIGINT), CAST(SUM(total_minor) AS BIGINT) FROM usage_charge
         WHERE campaign_id BETWEEN $1 AND $2 GROUP BY campaign_id, channel, unit_minor");
    /// What sites were charged and given back, by channel.
    USAGE = Sql::same(
        "SELECT site_id, channel, CAST(SUM(total_minor) AS BIGINT), CAST(SUM(refunded_minor) AS BIGINT)
         FROM usage_charge WHERE $1 = 0 OR site_id = $1 GROUP BY site_id, channel");
    /// What sites were charged, by channel, by the months it is booked in and happened in, late or not.
    USAGE_MONTHS = Sql::same(
        "SELECT site_id, channel, period, origin_period, late, CAST(SUM(total_minor) AS BIGINT)
         FROM usage_charge WHERE $1 = 0 OR site_id = $1 GROUP BY site_id, channel, period, origin_period, late");
    BROKEN_USAGE = Sql::same(
        "SELECT id FROM usage_charge WHERE ($1 = 0 OR site_id = $1) AND (total_minor <> quantity * unit_minor
         OR refunded_minor < 0 OR refunded_minor > total_minor) ORDER BY id");
    /// Campaigns that were given back something else than is booked for them.
    ODD_REFUNDS = Sql::same(
        "SELECT x.c FROM (
         SELECT campaign_id AS c, refunded_minor AS a FROM usage_charge WHERE refunded_minor <> 0 AND ($1 = 0 OR site_id = $1)
         UNION ALL
         SELECT CASE j.ref_kind WHEN 'usage' THEN COALESCE((SELECT campaign_id FROM usage_charge WHERE id = j.ref_id), 0) ELSE j.ref_id END,
         -e.amount_minor FROM journal j JOIN entry e ON e.journal_id = j.id AND e.account_id = 1000 + j.site_id * 4
         WHERE j.kind = 'refund' AND ($1 = 0 OR j.site_id = $1)) AS x
         GROUP BY x.c HAVING SUM(x.a) <> 0 ORDER BY x.c");
    /// Charges of which more is booked as given back than was, or on another channel.
    OVER_REFUNDED = Sql::same(
        "SELECT u.id FROM journal j JOIN entry e ON e.journal_id = j.id AND e.account_id BETWEEN 40 AND 59
         JOIN usage_charge u ON u.id = j.ref_id
         WHERE j.kind = 'refund' AND j.ref_kind = 'usage' AND ($1 = 0 OR j.site_id = $1)
         GROUP BY u.id, u.refunded_minor, u.channel
         HAVING -SUM(e.amount_minor) > u.refunded_minor OR MIN(e.account_id) <> MAX(e.account_id)
         OR MIN(e.account_id) <> (SELECT a.id FROM account a WHERE a.code = 'refund:' || u.channel) ORDER BY u.id");
    PAYMENTS = Sql::same("SELECT COUNT(*) FROM payment WHERE $1 = 0 OR site_id = $1");
    /// Payments that are booked otherwise than they came in: credit, VAT, and the money by the way it came.
    ODD_PAYMENTS = Sql::same(
        "SELECT p.id FROM payment p LEFT JOIN journal j ON j.id = p.journal_id AND j.kind = 'topup' AND j.site_id = p.site_id
         AND j.ref_kind = 'payment' AND j.ref_id = p.id
         LEFT JOIN entry e ON e.journal_id = j.id AND e.account_id = 1000 + p.site_id * 4
         LEFT JOIN entry v ON v.journal_id = j.id AND v.account_id = 1
         LEFT JOIN entry m ON m.journal_id = j.id AND m.account_id = CASE p.method WHEN 'bank' THEN 10 WHEN 'card' THEN 11
         WHEN 'virtual-account' THEN 12 WHEN 'gateway' THEN 13 ELSE 14 END
         WHERE ($1 = 0 OR p.site_id = $1) AND ((p.state IN ('paid', 'reversed') AND (j.id IS NULL
         OR COALESCE(e.amount_minor, 0) <> p.net_minor OR COALESCE(v.amount_minor, 0) <> p.vat_minor
         OR COALESCE(m.amount_minor, 0) <> -p.gross_minor)) OR p.gross_minor <> p.net_minor + p.vat_minor) ORDER BY p.id");
    /// Campaigns whose holds are not what was booked to and from what is held for them.
    ODD_HELD = Sql::same(
        "SELECT x.c FROM (
         SELECT campaign_id AS c, authorized_minor AS a, captured_minor + released_minor AS g FROM hold WHERE $1 = 0 OR site_id = $1
         UNION ALL
         SELECT CASE j.ref_kind WHEN 'hold' THEN COALESCE((SELECT campaign_id FROM hold WHERE id = j.ref_id), 0) ELSE j.ref_id END,
         CASE WHEN e.amount_minor > 0 THEN -e.amount_minor ELSE 0 END, CASE WHEN e.amount_minor < 0 THEN e.amount_minor ELSE 0 END
         FROM journal j JOIN entry e ON e.journal_id = j.id AND e.account_id = 1001 + j.site_id * 4
         WHERE j.kind IN ('hold', 'capture', 'release') AND ($1 = 0 OR j.site_id = $1)) AS x
         GROUP BY x.c HAVING SUM(x.a) <> 0 OR SUM(x.g) <> 0 ORDER BY x.c");
    /// Holds and charges of another site than their campaign's.
    STRAY_HOLDS = Sql::same(
        "SELECT h.id FROM hold h JOIN campaign c ON c.id = h.campaign_id LEFT JOIN usage_charge u ON u.hold_id = h.id
         WHERE ($1 = 0 OR h.site_id = $1 OR c.site_id = $1)
         AND (h.site_id <> c.site_id OR (u.id IS NOT NULL AND (u.site_id <> h.site_id OR u.campaign_id <> h.campaign_id)))
         ORDER BY h.id");
    /// Top-ups without a payment.
    LONE_TOPUPS = Sql::same(
        "SELECT j.id FROM journal j LEFT JOIN payment p ON p.journal_id = j.id AND p.state IN ('paid', 'reversed')
         WHERE j.kind = 'topup' AND p.id IS NULL AND ($1 = 0 OR j.site_id = $1) ORDER BY j.id");
    /// Booked into a month after it was closed, or into one before a month that is closed.
    AFTER_CLOSE = Sql::same(
        "SELECT j.id FROM period p JOIN journal j ON j.period = p.ym WHERE ($1 = 0 OR j.site_id = $1)
         AND ((p.state = 'closed' AND j.id > p.close_journal)
         OR (p.state <> 'closed' AND p.ym < (SELECT MAX(ym) FROM period WHERE state = 'closed'))) ORDER BY j.id");
    MONTHS = Sql::same("SELECT COUNT(*) FROM period WHERE $1 = $1");
    OPS = Sql::same("SELECT COUNT(*) FROM op WHERE $1 = 0 OR site_id = $1");
    /// Done, and not in the books; or refused, and there.
    ODD_OPS = Sql::same(
        "SELECT o.site_id, o.key FROM op o WHERE ($1 = 0 OR o.site_id = $1) AND o.verb <> 'send'
         AND ((o.state = 'ok' AND o.verb <> 'topup'
         AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.site_id = o.site_id AND j.op_key = o.key))
         OR (o.state <> 'ok' AND EXISTS (SELECT 1 FROM journal j WHERE j.site_id = o.site_id AND j.op_key = o.key)))
         ORDER BY o.site_id, o.key");
    /// What was asked for and answered, with what is booked for it: on the site's accounts, as VAT, and the credit after it.
    REQUESTS = Sql::same(
        "SELECT o.site_id, o.key, o.verb, o.request, o.request_hash, o.state, o.result,
         (SELECT CAST(SUM(e.amount_minor) AS BIGINT) FROM journal j JOIN entry e ON e.journal_id = j.id
         WHERE j.site_id = o.site_id AND j.op_key = o.key AND e.acct_seq IS NOT NULL) AS own_minor,
         (SELECT CAST(COALESCE(SUM(e.amount_minor), 0) AS BIGINT) FROM journal j JOIN entry e ON e.journal_id = j.id
         WHERE j.site_id = o.site_id AND j.op_key = o.key AND e.account_id = 1) AS vat_minor,
         (SELECT CAST(COALESCE(SUM(e.amount_minor), 0) AS BIGINT) FROM journal j JOIN entry e ON e.journal_id = j.id
         WHERE j.site_id = o.site_id AND j.op_key = o.key AND j.kind = 'clear' AND e.amount_minor > 0) AS cleared_minor,
         (SELECT e.balance_minor FROM journal j JOIN entry e ON e.journal_id = j.id AND e.account_id = 1000 + o.site_id * 4
         WHERE j.site_id = o.site_id AND j.op_key = o.key ORDER BY j.id DESC LIMIT 1) AS available_minor
         FROM op o WHERE o.verb <> 'send' AND (o.site_id > $1 OR (o.site_id = $1 AND o.key > $2)) AND ($4 = 0 OR o.site_id = $4)
         ORDER BY o.site_id, o.key LIMIT $3");
    /// In the books by an operation that nobody asked for.
    LONE_KEYS = Sql::same(
        "SELECT j.id FROM journal j WHERE j.op_key IS NOT NULL AND ($1 = 0 OR j.site_id = $1)
         AND NOT EXISTS (SELECT 1 FROM op o WHERE o.site_id = j.site_id AND o.key = j.op_key AND o.state = 'ok') ORDER BY j.id");
    /// Finished campaigns whose results do not come to their messages.
    ODD_TALLIES = Sql::same(
        "SELECT c.id FROM campaign c WHERE c.finished_at IS NOT NULL AND c.state = 'done' AND ($1 = 0 OR c.site_id = $1)
         AND c.total <> COALESCE((SELECT SUM(t.n) FROM tally t WHERE t.campaign_id = c.id), 0) ORDER BY c.id");
    CAMPAIGNS = Sql::same("SELECT COUNT(*) FROM campaign WHERE finished_at IS NOT NULL AND ($1 = 0 OR site_id = $1)");
    OLD_HOLDS = Sql::same(
        "SELECT id FROM hold WHERE state = 'open' AND created_at < $1 AND ($2 = 0 OR site_id = $2) ORDER BY id");
    OLD_CHARGES = Sql::same(
        "SELECT id FROM autocharge WHERE state = 'unknown' AND created_at < $1 AND ($2 = 0 OR site_id = $2) ORDER BY id");
    KEEP = Sql::same("INSERT INTO verified (journal_id, result, seal, at) VALUES ($1, $2, $3, $4)");
    LATEST = Sql::same("SELECT * FROM verified ORDER BY id DESC LIMIT 1");
    JOURNAL_IDS = Sql::same("SELECT id FROM journal WHERE id > $1 AND id <= $2");
    SEALS = Sql::same("SELECT * FROM verified WHERE seal IS NOT NULL ORDER BY id");
}

/// Journals of a range and their entries, as the database packed them.
#[derive(Debug, Default)]
pub struct Booked {
    journals: Option<String>,
    entries: Option<String>,
}

/// A journal as booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JournalLine<'a> {
    /// Its id.
    pub id: i64,
    /// Whose books.
    pub site: SiteId,
    /// The month.
    pub period: i64,
    /// The month it happened in.
    pub origin_period: i64,
    /// When it happened.
    pub effective_at: Micros,
    /// A `Kind`.
    pub kind: &'a str,
}

/// An entry as booked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryLine {
    /// Its journal.
    pub journal: i64,
    /// The account.
    pub account: i64,
    /// The amount.
    pub amount: i64,
    /// Its place in the chain of a site's account, and the balance after it.
    pub chain: Option<(i64, i64)>,
}

impl Booked {
    /// The journals, in the order of booking.
    pub fn journals(&self) -> impl Iterator<Item = Result<JournalLine<'_>>> {
        let mut rest = self.journals.as_deref().unwrap_or_default();
        std::iter::from_fn(move || {
            let of = rest;
            (!of.is_empty()).then(|| journal_line(&mut rest).ok_or_else(|| unreadable("journal", of)))
        })
    }

    /// Their entries, in the order of booking.
    pub fn entries(&self) -> impl Iterator<Item = Result<EntryLine>> {
        let text = self.entries.as_deref().unwrap_or_default();
        text.split_terminator(';').map(|line| entry_line(line).ok_or_else(|| unreadable("entry", line)))
    }
}

fn journal_line<'a>(rest: &mut &'a str) -> Option<JournalLine<'a>> {
    let mut number = || {
        let (n, more) = rest.split_once(',')?;
        *rest = more;
        n.parse().ok()
    };
    let (id, site, period, origin_period, effective_at) = (number()?, number()?, number()?, number()?, number()?);
    let letters = usize::try_from(number()?).ok()?;
    let end = rest.char_indices().nth(letters).map_or(rest.len(), |(at, _)| at);
    let (kind, more) = rest.split_at(end);
    *rest = more;
    Some(JournalLine { id, site: SiteId(site), period, origin_period, effective_at: Micros(effective_at), kind })
}

fn entry_line(line: &str) -> Option<EntryLine> {
    let mut fields = line.split(',');
    let mut number = || fields.next()?.parse::<i64>().ok();
    let (journal, account, amount) = (number()?, number()?, number()?);
    let (seq, balance) = (number(), number());
    Some(EntryLine { journal, account, amount, chain: seq.map(|s| (s, balance.unwrap_or(0))) })
}

fn unreadable(what: &str, text: &str) -> StoreError {
    let begins: String = text.chars().take(60).collect();
    StoreError::corrupt(format_args!("the {what} `{begins}` has a column without a number"))
}

/// An account of a site as it stands.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct AccountRow {
    /// Its id.
    pub id: i64,
    /// Not below.
    pub floor_minor: Option<i64>,
    /// What is on it.
    pub balance_minor: Option<i64>,
    /// Entries so far.
    pub seq: i64,
}

/// A hold whose charges do not come to what was taken out of it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct OddHold {
    /// Which.
    pub id: i64,
    /// Of which campaign.
    pub campaign_id: CampaignId,
    /// Whose.
    pub site_id: SiteId,
    /// Taken out of it.
    pub captured_minor: i64,
    /// Charged after it.
    pub late_minor: i64,
    /// By its charges.
    pub charged_minor: i64,
    /// By its late charges.
    pub charged_late_minor: i64,
}

/// A campaign that had something set aside.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct HeldRow {
    /// Which.
    pub campaign_id: CampaignId,
    /// Whose.
    pub site_id: SiteId,
    /// The ids of its messages lie from here…
    pub first_id: i64,
    /// … to here.
    pub last_id: i64,
    /// How many messages it has; `None`: it is not done.
    pub done_total: Option<i64>,
}

/// How far the books were proven.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct VerifiedRow {
    /// Up to this journal.
    pub journal_id: i64,
    /// What accounts came to (JSON).
    pub result: String,
    /// The seal.
    pub seal: Option<String>,
    /// When.
    pub at: Micros,
}

/// A site, a channel, what was charged and what was given back.
pub type UsageSum = (SiteId, String, i64, i64);

/// A site, a channel, the months it is booked in and happened in, 1 where it is late, what was charged.
pub type UsageMonth = (SiteId, String, i64, i64, i64, i64);

/// An operation with its answer, and what is booked for it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Asked {
    /// Whose.
    pub site_id: SiteId,
    /// Its key.
    pub key: String,
    /// What was asked for.
    pub verb: String,
    /// The request (JSON).
    pub request: String,
    /// What the key stands for.
    pub request_hash: String,
    /// `intent`, `ok`, `rejected`.
    pub state: String,
    /// The answer (JSON).
    pub result: Option<String>,
    /// On the site's accounts; `None`: nothing is booked.
    pub own_minor: Option<i64>,
    /// As VAT.
    pub vat_minor: i64,
    /// Of what was owed.
    pub cleared_minor: i64,
    /// What was available after it.
    pub available_minor: Option<i64>,
}

/// Of one site, or of all.
pub type Only = Option<SiteId>;

fn id(only: Only) -> i64 {
    only.map_or(0, |s| s.0)
}

/// From now on the transaction sees one state of the database, whatever others write.
pub async fn snapshot(tx: &mut Tx) -> Result<()> {
    on!(tx, |c, e| sqlx::query(SNAPSHOT.on(e)).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// Until its end the transaction reads tables as a whole, in memory that does not grow with them.
pub async fn read_through(tx: &mut Tx) -> Result<()> {
    on!(tx, |c, e| sqlx::query(READ_THROUGH.on(e)).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// The journals behind `after`, up to `upto`, and their entries. Entries that have no journal are among those of the first
/// range and of the `last` one, if they are in no other.
pub async fn booked(c: &mut impl Reads, after: i64, upto: i64, last: bool, only: Only) -> Result<Booked> {
    let least = if after == 0 { i64::MIN } else { after };
    let most = if last { i64::MAX } else { upto };
    let journals =
        on!(c, |c, e| sqlx::query_scalar(JOURNALS.on(e)).bind(after).bind(upto).bind(id(only)).fetch_one(c).await)?;
    let entries =
        on!(c, |c, e| sqlx::query_scalar(ENTRIES.on(e)).bind(least).bind(most).bind(id(only)).fetch_one(c).await)?;
    Ok(Booked { journals, entries })
}

/// The ids of journals behind `after`, up to `upto`.
pub async fn journals(c: &mut impl Reads, after: i64, upto: i64) -> Result<Vec<i64>> {
    Ok(on!(c, |c, e| sqlx::query_scalar(JOURNAL_IDS.on(e)).bind(after).bind(upto).fetch_all(c).await)?)
}

/// Ids or counts that a statement finds.
pub async fn found(c: &mut impl Reads, what: Find, only: Only) -> Result<Vec<i64>> {
    let sql = what.sql();
    Ok(on!(c, |c, e| sqlx::query_scalar(sql.on(e)).bind(id(only)).fetch_all(c).await)?)
}

/// What [`found`] looks for.
#[derive(Debug, Clone, Copy)]
pub enum Find {
    /// How many holds there are.
    Holds,
    /// Holds that gave more than they had.
    BrokenHolds,
    /// Campaigns whose holds are not what is booked.
    OddHeld,
    /// Holds of another site than their campaign's.
    StrayHolds,
    /// Charges that gave back more than they took.
    BrokenUsage,
    /// Campaigns that were given back something else than is booked.
    OddRefunds,
    /// Charges of which more is booked as given back than was.
    OverRefunded,
    /// How many payments there are.
    Payments,
    /// Payments that are booked otherwise than they came in.
    OddPayments,
    /// Top-ups without a payment.
    LoneTopups,
    /// Journals in a month after its close.
    AfterClose,
    /// How many months there are.
    Months,
    /// How many operations there are.
    Ops,
    /// Journals of operations that nobody asked for.
    LoneKeys,
    /// Campaigns whose results do not come to their messages.
    OddTallies,
    /// How many campaigns have ended.
    Campaigns,
}

impl Find {
    const fn sql(self) -> Sql {
        match self {
            Self::Holds => HOLDS,
            Self::BrokenHolds => BROKEN_HOLDS,
            Self::OddHeld => ODD_HELD,
            Self::StrayHolds => STRAY_HOLDS,
            Self::BrokenUsage => BROKEN_USAGE,
            Self::OddRefunds => ODD_REFUNDS,
            Self::OverRefunded => OVER_REFUNDED,
            Self::Payments => PAYMENTS,
            Self::OddPayments => ODD_PAYMENTS,
            Self::LoneTopups => LONE_TOPUPS,
            Self::AfterClose => AFTER_CLOSE,
            Self::Months => MONTHS,
            Self::Ops => OPS,
            Self::LoneKeys => LONE_KEYS,
            Self::OddTallies => ODD_TALLIES,
            Self::Campaigns => CAMPAIGNS,
        }
    }
}

/// The accounts of sites as they stand.
pub async fn accounts(c: &mut impl Reads, only: Only) -> Result<Vec<AccountRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(ACCOUNTS.on(e)).bind(id(only)).fetch_all(c).await)?)
}

/// What open holds still have, by site.
pub async fn open_holds(c: &mut impl Reads, only: Only) -> Result<Vec<(SiteId, i64)>> {
    Ok(on!(c, |c, e| sqlx::query_as(OPEN_HOLDS.on(e)).bind(id(only)).fetch_all(c).await)?)
}

/// Holds whose charges do not come to what was taken out of them.
pub async fn odd_holds(c: &mut impl Reads, only: Only) -> Result<Vec<OddHold>> {
    Ok(on!(c, |c, e| sqlx::query_as(ODD_HOLDS.on(e)).bind(id(only)).fetch_all(c).await)?)
}

/// Campaigns with an open hold, and what it still has.
pub async fn open_hold_campaigns(c: &mut impl Reads, only: Only) -> Result<Vec<(CampaignId, i64)>> {
    Ok(on!(c, |c, e| sqlx::query_as(OPEN_HOLD_CAMPAIGNS.on(e)).bind(id(only)).fetch_all(c).await)?)
}

/// Campaigns whose charges are not what their results cost: (campaign, whose, charged, by the roll-up).
pub async fn odd_campaigns(c: &mut impl Reads, only: Only) -> Result<Vec<(CampaignId, SiteId, i64, i64)>> {
    Ok(on!(c, |c, e| sqlx::query_as(ODD_CAMPAIGNS.on(e)).bind(id(only)).fetch_all(c).await)?)
}

/// Campaigns that had something set aside, in order, behind `after`.
pub async fn held(c: &mut impl Reads, after: CampaignId, limit: i64, only: Only) -> Result<Vec<HeldRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(HELD.on(e)).bind(after).bind(limit).bind(id(only)).fetch_all(c).await)?)
}

/// A campaign, a channel, how messages ended, at what price, how many.
pub type EndedSum = (CampaignId, String, String, i64, i64);

/// A campaign, a channel, a price, how many were charged, in all.
pub type ChargedSum = (CampaignId, String, i64, i64, i64);

/// What campaigns between two were charged.
pub async fn charged(c: &mut impl Reads, some: &[HeldRow]) -> Result<Vec<ChargedSum>> {
    let (Some(first), Some(last)) = (some.first(), some.last()) else { return Ok(Vec::new()) };
    let (first, last) = (first.campaign_id, last.campaign_id);
    Ok(on!(c, |c, e| sqlx::query_as(CHARGED.on(e)).bind(first).bind(last).fetch_all(c).await)?)
}

/// How the messages of those campaigns ended.
pub async fn ended(c: &mut impl Reads, some: &[HeldRow]) -> Result<Vec<EndedSum>> {
    let (Some(first), Some(last)) = (some.first(), some.last()) else { return Ok(Vec::new()) };
    let begins = some.iter().map(|h| h.first_id).min();
    let ends = some.iter().map(|h| h.last_id).max();
    Ok(on!(c, |c, e| sqlx::query_as(ENDED.on(e))
        .bind(begins)
        .bind(ends)
        .bind(first.campaign_id)
        .bind(last.campaign_id)
        .fetch_all(c)
        .await)?)
}

/// What sites were charged and given back, by channel.
pub async fn usage(c: &mut impl Reads, only: Only) -> Result<Vec<UsageSum>> {
    Ok(on!(c, |c, e| sqlx::query_as(USAGE.on(e)).bind(id(only)).fetch_all(c).await)?)
}

/// What sites were charged, by channel and months.
pub async fn usage_months(c: &mut impl Reads, only: Only) -> Result<Vec<UsageMonth>> {
    Ok(on!(c, |c, e| sqlx::query_as(USAGE_MONTHS.on(e)).bind(id(only)).fetch_all(c).await)?)
}

/// Operations that are done and not booked, or refused and booked: (site, key).
pub async fn odd_ops(c: &mut impl Reads, only: Only) -> Result<Vec<(SiteId, String)>> {
    Ok(on!(c, |c, e| sqlx::query_as(ODD_OPS.on(e)).bind(id(only)).fetch_all(c).await)?)
}

/// What was asked for and answered, behind one of them.
pub async fn asked(c: &mut impl Reads, after: (SiteId, &str), limit: i64, only: Only) -> Result<Vec<Asked>> {
    Ok(on!(c, |c, e| sqlx::query_as(REQUESTS.on(e))
        .bind(after.0)
        .bind(after.1)
        .bind(limit)
        .bind(id(only))
        .fetch_all(c)
        .await)?)
}

/// Holds that are open, and charges that are unknown, since before a moment each.
pub async fn old(c: &mut impl Reads, holds: Micros, charges: Micros, only: Only) -> Result<(Vec<i64>, Vec<i64>)> {
    let holds = on!(c, |c, e| sqlx::query_scalar(OLD_HOLDS.on(e)).bind(holds).bind(id(only)).fetch_all(c).await)?;
    let charges = on!(c, |c, e| sqlx::query_scalar(OLD_CHARGES.on(e)).bind(charges).bind(id(only)).fetch_all(c).await)?;
    Ok((holds, charges))
}

/// Keeps how far the books were proven.
pub async fn keep(tx: &mut Tx, journal: i64, result: &str, seal: Option<&str>, now: Micros) -> Result<()> {
    on!(tx, |c, e| sqlx::query(KEEP.on(e))
        .bind(journal)
        .bind(result)
        .bind(seal)
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// How far the books were proven.
pub async fn latest(c: &mut impl Reads) -> Result<Option<VerifiedRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(LATEST.on(e)).fetch_optional(c).await)?)
}

/// All seals, in order.
pub async fn seals(c: &mut impl Reads) -> Result<Vec<VerifiedRow>> {
    Ok(on!(c, |c, e| sqlx::query_as(SEALS.on(e)).fetch_all(c).await)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_is_read() {
        let booked = Booked {
            journals: Some("7,1,202610,202609,5,5,bonus8,2,202610,202610,-6,4,a,;가9,2,1,1,1,0,".to_owned()),
            entries: Some("7,2,-500,,;7,1004,500,3,700;".to_owned()),
        };
        let journals: Vec<_> = booked.journals().map(|j| j.expect("a journal")).collect();
        let line = |id, site, period, origin_period, at, kind| JournalLine {
            id,
            site: SiteId(site),
            period,
            origin_period,
            effective_at: Micros(at),
            kind,
        };
        let should = [
            line(7, 1, 202_610, 202_609, 5, "bonus"),
            line(8, 2, 202_610, 202_610, -6, "a,;가"),
            line(9, 2, 1, 1, 1, ""),
        ];
        assert_eq!(journals, should);
        let entries: Vec<_> = booked.entries().map(|e| e.expect("an entry")).collect();
        let line = |account, amount, chain| EntryLine { journal: 7, account, amount, chain };
        assert_eq!(entries, [line(2, -500, None), line(1004, 500, Some((3, 700)))]);
    }

    #[test]
    fn what_is_no_row_is_an_error() {
        for journals in ["7,1,2,3,5", "x,1,2,3,4,5,bonus", "1,2,3,4,5,x,bonus"] {
            let booked = Booked { journals: Some(journals.to_owned()), entries: None };
            assert!(booked.journals().next().is_some_and(|j| j.is_err()), "{journals}");
        }
        let booked = Booked { journals: None, entries: Some("7,2,,,;".to_owned()) };
        assert!(booked.entries().all(|e| e.is_err()));
        assert_eq!((Booked::default().journals().count(), Booked::default().entries().count()), (0, 0));
    }
}
