//! The books as they should be: plain lists and integers, by the rules and not by the code.

use std::collections::BTreeMap;

/// 5 October 2026, nine in the morning in Korea, in microseconds.
pub const BEGIN: i64 = 1_791_158_400_000_000;
pub const HOUR: i64 = 3_600_000_000;
/// After so many hours without a report the rest of a hold is released.
pub const HOLD_TTL: i64 = 72;
/// What a message costs where there is no book: Alimtalk, SMS.
pub const CONFIGURED: (i64, i64) = (900, 2_000);

/// How a message goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    Alimtalk,
    Sms,
}

/// What an operator asks for, under a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    Topup { site: usize, amount: i64, gross: bool, gateway: Option<u8> },
    Bonus { site: usize, amount: i64 },
    Adjust { site: usize, amount: i64 },
    Cashout { site: usize, amount: i64 },
    Chargeback { payment: usize },
    Refund { campaign: usize, way: Option<Way>, amount: Option<i64> },
    Send { site: usize, people: usize },
}

/// What happens.
#[derive(Debug, Clone)]
pub enum Step {
    AddSite {
        limit: i64,
    },
    Do(Body),
    /// Written down; then the process dies.
    CutOff(Body),
    /// An earlier key once more, for the same or for something else.
    Again(usize),
    Other(usize),
    Price {
        site: Option<usize>,
        prices: (i64, i64),
    },
    HandOver(usize),
    /// Words about messages of a campaign, delivered or not; before them, if `repeat`, all that was said of it before.
    Report {
        campaign: usize,
        words: Vec<(usize, bool)>,
        repeat: bool,
    },
    Sweep,
    Wait(i64),
    Close,
    /// A transaction that was never committed; then the database is opened anew.
    Crash(i64),
}

/// How a step must end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expect {
    /// There is nothing that it could be about.
    Nothing,
    Done,
    /// The answer that was given before.
    Repeated,
    Refused(&'static str),
    Taken,
    Missing,
    NotOver,
    /// Messages that were handed over before the month's end have no result.
    Awaited,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    pub prepaid: bool,
    pub limit: i64,
    pub available: i64,
    pub held: i64,
    pub receivable: i64,
    bonus: i64,
    paid_out: i64,
}

#[derive(Debug, Clone)]
pub struct Payment {
    pub site: usize,
    net: i64,
    gross: i64,
    gateway: Option<u8>,
    reversed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Message {
    Planned,
    /// Waits for its second channel.
    Queued,
    Sent(Way, i64),
    Ended,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoldState {
    Open,
    Closed,
    Expired,
}

#[derive(Debug, Clone)]
pub struct Hold {
    pub authorized: i64,
    pub captured: i64,
    pub released: i64,
    pub late: i64,
    pub state: HoldState,
}

/// What was charged: a row of the campaign's usage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charge {
    pub way: Way,
    pub period: i64,
    pub origin: i64,
    pub late: bool,
    pub total: i64,
    pub refunded: i64,
}

#[derive(Debug, Clone)]
pub struct Campaign {
    pub site: usize,
    at: i64,
    prices: (i64, i64),
    /// `None`: nothing was set aside, and nothing is charged.
    pub hold: Option<Hold>,
    messages: Vec<Message>,
    pub charges: Vec<Charge>,
}

/// What became of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Pending,
    Done,
    Refused(&'static str),
    /// It is as if nobody had asked.
    Forgotten,
}

#[derive(Debug, Clone)]
pub struct Model {
    pub now: i64,
    pub sites: Vec<Site>,
    pub payments: Vec<Payment>,
    pub campaigns: Vec<Campaign>,
    books: Vec<(Option<usize>, i64, (i64, i64))>,
    pub asked: Vec<(Body, Fate)>,
    /// The last month that was closed.
    pub closed: Option<i64>,
    /// What was booked on a site's accounts in each month.
    booked: BTreeMap<(usize, i64), i64>,
    pub expect: Expect,
    /// Something was paid out that could not have been if bonuses were not spent first.
    bonus_first: bool,
}

/// The Korean month of a moment.
pub fn month(at: i64) -> i64 {
    let day = jiff::Timestamp::from_microsecond(at + 9 * HOUR).expect("a moment").to_zoned(jiff::tz::TimeZone::UTC);
    i64::from(day.year()) * 100 + i64::from(day.month())
}

fn next(ym: i64) -> i64 {
    if ym % 100 == 12 { ym + 89 } else { ym + 1 }
}

impl Model {
    pub fn new() -> Self {
        Self {
            now: BEGIN,
            sites: vec![Site::default()],
            payments: Vec::new(),
            campaigns: Vec::new(),
            books: Vec::new(),
            asked: Vec::new(),
            closed: None,
            booked: BTreeMap::new(),
            expect: Expect::Done,
            bonus_first: false,
        }
    }

    /// The month that is closed next.
    pub fn closes(&self) -> i64 {
        self.closed.map_or(month(BEGIN), next)
    }

    /// What a site's balance is at the end of a month.
    pub fn closing(&self, site: usize, ym: i64) -> i64 {
        self.booked.iter().filter(|((s, m), _)| *s == site && *m <= ym).map(|(_, sum)| sum).sum()
    }

    /// Where that is booked.
    fn book(&self, at: i64) -> i64 {
        let own = month(at);
        self.closed.filter(|c| own <= *c).map_or(own, next)
    }

    fn moved(&mut self, site: usize, at: i64, amount: i64) {
        let ym = self.book(at);
        *self.booked.entry((site, ym)).or_default() += amount;
    }

    fn prices(&self, site: usize) -> (i64, i64) {
        let of = |owner: Option<usize>| self.books.iter().filter(|b| b.0 == owner).max_by_key(|b| b.1).map(|b| b.2);
        of(Some(site)).or_else(|| of(None)).unwrap_or(CONFIGURED)
    }

    fn perform(&mut self, body: &Body) -> Expect {
        let now = self.now;
        match *body {
            Body::Topup { site, amount, gross, gateway } => self.topup(site, amount, gross, gateway),
            Body::Bonus { site, amount } => {
                let s = &mut self.sites[site];
                s.prepaid = true;
                s.available += amount;
                s.bonus += amount;
                self.moved(site, now, amount);
                Expect::Done
            }
            Body::Adjust { site, amount } => {
                let s = &mut self.sites[site];
                if !s.prepaid {
                    return Expect::Missing;
                }
                if amount < 0 && s.available + amount < -s.limit {
                    return Expect::Refused("INSUFFICIENT");
                }
                s.available += amount;
                self.moved(site, now, amount);
                Expect::Done
            }
            Body::Cashout { site, amount } => self.cashout(site, amount),
            Body::Chargeback { payment } => {
                let p = &mut self.payments[payment];
                if p.reversed {
                    return Expect::Refused("NOT_PAID");
                }
                p.reversed = true;
                let (site, net) = (p.site, p.net);
                self.take_or_owe(site, net);
                self.moved(site, now, -net);
                Expect::Done
            }
            Body::Refund { campaign, way, amount } => self.refund(campaign, way, amount),
            Body::Send { site, people } => self.send(site, people),
        }
    }

    fn topup(&mut self, site: usize, amount: i64, gross: bool, gateway: Option<u8>) -> Expect {
        // ten percent on top, or an eleventh inside, whole won
        let (net, gross) =
            if gross { (amount - amount / 11 / 100 * 100, amount) } else { (amount, amount + amount / 10 / 100 * 100) };
        if let Some(known) = self.payments.iter().find(|p| gateway.is_some() && p.gateway == gateway) {
            return if (known.site, known.net, known.gross) == (site, net, gross) {
                Expect::Done
            } else {
                Expect::Refused("PAYMENT_DIFFERS")
            };
        }
        self.payments.push(Payment { site, net, gross, gateway, reversed: false });
        let s = &mut self.sites[site];
        s.prepaid = true;
        let cleared = net.min(-s.receivable);
        s.available += net - cleared;
        s.receivable += cleared;
        self.moved(site, self.now, net);
        Expect::Done
    }

    fn cashout(&mut self, site: usize, amount: i64) -> Expect {
        if !self.sites[site].prepaid {
            return Expect::Refused("NOT_PREPAID");
        }
        if amount > self.cashable(site) {
            return Expect::Refused("CASHOUT_EXCEEDS");
        }
        let (unused, used) = self.unused(site);
        self.bonus_first |= used > 0 && amount > unused - used;
        let s = &mut self.sites[site];
        s.available -= amount;
        s.paid_out += amount;
        self.moved(site, self.now, -amount);
        Expect::Done
    }

    /// What was paid and not paid out again, and what was used.
    fn unused(&self, site: usize) -> (i64, i64) {
        let paid: i64 = self.payments.iter().filter(|p| p.site == site && !p.reversed).map(|p| p.net).sum();
        let charges = self.campaigns.iter().filter(|c| c.site == site).flat_map(|c| &c.charges);
        (paid - self.sites[site].paid_out, charges.map(|c| c.total - c.refunded).sum())
    }

    /// What may be paid out: what was paid for and is neither spent nor set aside; bonuses are spent first.
    pub fn cashable(&self, site: usize) -> i64 {
        let ((paid, used), s) = (self.unused(site), &self.sites[site]);
        s.available.min(paid - (used - s.bonus).max(0)).max(0)
    }

    /// From what is above the floor; the rest is owed.
    fn take_or_owe(&mut self, site: usize, amount: i64) {
        let s = &mut self.sites[site];
        let paid = amount.min((s.available + s.limit).max(0));
        s.available -= paid;
        s.receivable -= amount - paid;
    }

    fn refund(&mut self, campaign: usize, way: Option<Way>, amount: Option<i64>) -> Expect {
        let c = &mut self.campaigns[campaign];
        let mut rows: Vec<&mut Charge> = c.charges.iter_mut().filter(|r| way.is_none_or(|w| w == r.way)).collect();
        if rows.is_empty() {
            return Expect::Missing;
        }
        let left: i64 = rows.iter().map(|r| r.total - r.refunded).sum();
        let wanted = amount.unwrap_or(left);
        if wanted > left || wanted == 0 {
            return Expect::Refused("REFUND_EXCEEDS");
        }
        let mut open = wanted;
        for r in &mut rows {
            let some = (r.total - r.refunded).min(open);
            r.refunded += some;
            open -= some;
        }
        let site = c.site;
        self.sites[site].available += wanted;
        self.moved(site, self.now, wanted);
        Expect::Done
    }

    fn send(&mut self, site: usize, people: usize) -> Expect {
        let prices = self.prices(site);
        let most = prices.0.max(prices.1) * i64::try_from(people).expect("few");
        let s = &mut self.sites[site];
        let held = s.prepaid && most > 0;
        if held && s.available - most < -s.limit {
            return Expect::Refused("INSUFFICIENT");
        }
        if held {
            s.available -= most;
            s.held += most;
        }
        let hold = held.then_some(Hold { authorized: most, captured: 0, released: 0, late: 0, state: HoldState::Open });
        let messages = vec![Message::Planned; people];
        self.campaigns.push(Campaign { site, at: self.now, prices, hold, messages, charges: Vec::new() });
        Expect::Done
    }

    fn report(&mut self, campaign: usize, words: &[(usize, bool)]) {
        let c = &mut self.campaigns[campaign];
        let n = c.messages.len();
        // of several words about one message in one page the last one counts
        let latest: BTreeMap<usize, bool> = words.iter().map(|(m, delivered)| (m % n, *delivered)).collect();
        // by the month in which they were handed over: what those that ended had set aside, and what was delivered
        let mut ended: BTreeMap<i64, (i64, i64, BTreeMap<Way, i64>)> = BTreeMap::new();
        for (m, delivered) in latest {
            let Message::Sent(way, at) = c.messages[m] else { continue };
            if !delivered && way == Way::Alimtalk {
                c.messages[m] = Message::Queued;
                continue;
            }
            c.messages[m] = Message::Ended;
            let sum = ended.entry(month(at)).or_insert_with(|| (at, 0, BTreeMap::new()));
            sum.1 += c.prices.0.max(c.prices.1);
            if delivered {
                *sum.2.entry(way).or_default() += if way == Way::Alimtalk { c.prices.0 } else { c.prices.1 };
            }
        }
        for (at, reserved, delivered) in ended.into_values() {
            self.take(campaign, at, reserved, &delivered);
        }
    }

    fn take(&mut self, campaign: usize, at: i64, reserved: i64, delivered: &BTreeMap<Way, i64>) {
        let (period, origin, cost) = (self.book(at), month(at), delivered.values().sum::<i64>());
        let c = &mut self.campaigns[campaign];
        let (site, Some(h)) = (c.site, &mut c.hold) else { return };
        let late = h.state != HoldState::Open;
        if late {
            h.late += cost;
        } else {
            h.captured += cost;
            h.released += reserved - cost;
            if h.captured + h.released == h.authorized {
                h.state = HoldState::Closed;
            }
        }
        for (way, total) in delivered {
            let same = |r: &&mut Charge| (r.way, r.period, r.origin, r.late) == (*way, period, origin, late);
            match c.charges.iter_mut().find(same) {
                Some(r) => r.total += total,
                None => c.charges.push(Charge { way: *way, period, origin, late, total: *total, refunded: 0 }),
            }
        }
        if late {
            self.take_or_owe(site, cost);
        } else {
            let s = &mut self.sites[site];
            s.held -= reserved;
            s.available += reserved - cost;
        }
        self.moved(site, at, -cost);
    }

    fn awaits(&self, ym: i64) -> bool {
        let sent = |m: &Message| matches!(m, Message::Sent(_, at) if month(*at) <= ym);
        let open = |c: &&Campaign| c.hold.as_ref().is_some_and(|h| h.state == HoldState::Open);
        self.campaigns.iter().filter(open).any(|c| c.messages.iter().any(sent))
    }

    fn sweep(&mut self) {
        let before = self.now - HOLD_TTL * HOUR;
        for c in &mut self.campaigns {
            let Some(h) = c.hold.as_mut().filter(|h| h.state == HoldState::Open) else { continue };
            let forgotten = |m: &Message| match m {
                Message::Planned | Message::Queued => false,
                Message::Sent(_, at) => *at <= before,
                Message::Ended => true,
            };
            if c.at > before || !c.messages.iter().all(forgotten) {
                continue;
            }
            let left = h.authorized - h.captured - h.released;
            h.released += left;
            h.state = HoldState::Expired;
            self.sites[c.site].held -= left;
            self.sites[c.site].available += left;
        }
    }

    fn price(&mut self, owner: Option<usize>, prices: (i64, i64)) -> Expect {
        let fixed = self.campaigns.iter().filter(|c| c.hold.is_some() && owner.is_none_or(|s| s == c.site));
        if fixed.map(|c| c.at).max().is_some_and(|last| last >= self.now) {
            return Expect::Refused("BACK_DATED");
        }
        if self.books.iter().any(|b| (b.0, b.1) == (owner, self.now)) {
            return Expect::Refused("BOOK_EXISTS");
        }
        self.books.push((owner, self.now, prices));
        Expect::Done
    }

    /// Does what was asked for, and notes what became of it.
    fn decide(&mut self, i: usize) -> Expect {
        let body = self.asked[i].0.clone();
        let expect = self.perform(&body);
        self.asked[i].1 = match expect {
            Expect::Refused(code) => Fate::Refused(code),
            Expect::Missing => Fate::Forgotten,
            _ => Fate::Done,
        };
        expect
    }

    pub fn step(&mut self, step: &Step) -> Expect {
        match step {
            Step::AddSite { limit } => {
                self.sites.push(Site { prepaid: *limit > 0, limit: *limit, ..Site::default() });
                Expect::Done
            }
            Step::Do(body) => {
                self.asked.push((body.clone(), Fate::Pending));
                self.decide(self.asked.len() - 1)
            }
            Step::CutOff(body) => {
                self.asked.push((body.clone(), Fate::Pending));
                Expect::Done
            }
            Step::Again(i) => match self.asked[*i].1 {
                Fate::Pending => self.decide(*i),
                Fate::Done => Expect::Repeated,
                Fate::Refused(code) => Expect::Refused(code),
                Fate::Forgotten => Expect::Nothing,
            },
            Step::Other(i) if self.asked[*i].1 == Fate::Forgotten => Expect::Nothing,
            Step::Other(_) => Expect::Taken,
            Step::Price { site, prices } => self.price(*site, *prices),
            Step::HandOver(c) => {
                let now = self.now;
                for m in &mut self.campaigns[*c].messages {
                    *m = match *m {
                        Message::Planned => Message::Sent(Way::Alimtalk, now),
                        Message::Queued => Message::Sent(Way::Sms, now),
                        other => other,
                    };
                }
                Expect::Done
            }
            Step::Report { campaign, words, .. } => {
                self.report(*campaign, words);
                Expect::Done
            }
            Step::Sweep => {
                self.sweep();
                Expect::Done
            }
            Step::Wait(us) => {
                self.now += us;
                Expect::Done
            }
            Step::Close if month(self.now) <= self.closes() => Expect::NotOver,
            Step::Close if self.awaits(self.closes()) => Expect::Awaited,
            Step::Close => {
                self.closed = Some(self.closes());
                Expect::Done
            }
            Step::Crash(_) => Expect::Done,
        }
    }

    /// What this history has come to, in words.
    pub fn came_to(&self) -> Vec<&'static str> {
        let holds = || self.campaigns.iter().filter_map(|c| c.hold.as_ref());
        let charges = || self.campaigns.iter().flat_map(|c| &c.charges);
        let several = |of: fn(&Charge) -> i64| {
            self.campaigns.iter().any(|c| c.charges.iter().any(|r| c.charges.first().is_some_and(|f| of(f) != of(r))))
        };
        [
            ("closed by its last message", holds().any(|h| h.state == HoldState::Closed && h.captured > 0)),
            ("expired", holds().any(|h| h.state == HoldState::Expired)),
            ("charged late", charges().any(|c| c.late)),
            ("owed", self.sites.iter().any(|s| s.receivable < 0)),
            ("below zero", self.sites.iter().any(|s| s.available < 0)),
            ("a bonus was spent first", self.bonus_first),
            ("refunded", charges().any(|c| c.refunded > 0)),
            ("taken back", self.payments.iter().any(|p| p.reversed)),
            ("two channels", several(|c| c.way as i64)),
            ("two months", several(|c| c.origin)),
            ("after the close", charges().any(|c| c.period > c.origin)),
            ("closed", self.closed.is_some()),
        ]
        .into_iter()
        .filter_map(|(word, happened)| happened.then_some(word))
        .collect()
    }

    /// Whatever a step is about must be there: a step may be left out while a counter-example is made smaller.
    pub fn is_possible(&self, step: &Step) -> bool {
        let of = |body: &Body| match body {
            Body::Topup { site, .. }
            | Body::Bonus { site, .. }
            | Body::Adjust { site, .. }
            | Body::Cashout { site, .. }
            | Body::Send { site, .. } => *site < self.sites.len(),
            Body::Chargeback { payment } => *payment < self.payments.len(),
            Body::Refund { campaign, .. } => *campaign < self.campaigns.len(),
        };
        match step {
            Step::Do(body) | Step::CutOff(body) => of(body),
            Step::Again(i) | Step::Other(i) => *i < self.asked.len(),
            Step::Price { site, .. } => site.is_none_or(|s| s < self.sites.len()),
            Step::HandOver(c) | Step::Report { campaign: c, .. } => *c < self.campaigns.len(),
            _ => true,
        }
    }
}
