//! What one row of each kind of file says.

use std::fmt;
use std::str::FromStr;

use super::{Cells, Day, Days, DiscountKind, Fault, PaymentKind, Refusal, Target};
use crate::domain::money::Minor;
use crate::domain::period::Period;
use crate::domain::phone::Mobile;
use crate::domain::time::Micros;

/// The name of a plan, a service, a customer, a line or a payment: 1 to 40 bytes, compared byte by byte.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(Box<str>);

impl Code {
    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Code {
    type Err = Fault;

    fn from_str(text: &str) -> Result<Self, Fault> {
        let good = |b: u8| b.is_ascii_alphanumeric() || b"-_.:/".contains(&b);
        if text.is_empty() {
            Err(Fault::Empty)
        } else if text.len() > 40 || !text.bytes().all(good) {
            Err(Fault::NotACode)
        } else {
            Ok(Self(text.into()))
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl serde::Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&self.0)
    }
}

/// A kind of file: its columns, and how one of its rows is read.
pub trait Sheet: Sized + Send + 'static {
    /// Headers, in the order of [`Cells`].
    const COLUMNS: &'static [&'static str];

    /// Reads a row.
    fn read(cells: &Cells<'_>) -> Result<Self, Refusal>;
}

/// `code,name,monthly_fee,allowance_bytes,overage_unit_bytes,overage_rate,overage_cap,valid_from`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRow {
    /// Its code.
    pub code: Code,
    /// What people call it.
    pub name: Box<str>,
    /// Fee of a whole month.
    pub fee: Minor,
    /// Bytes that are included in a whole month; `None`: as many as one likes.
    pub allowance: Option<i64>,
    /// Bytes of a unit beyond them.
    pub unit: i64,
    /// Millionths of a won for a unit.
    pub rate: i64,
    /// Most for what is beyond; zero: no limit.
    pub cap: Minor,
    /// From which day on.
    pub valid_from: Day,
}

impl Sheet for PlanRow {
    const COLUMNS: &'static [&'static str] = &[
        "code",
        "name",
        "monthly_fee",
        "allowance_bytes",
        "overage_unit_bytes",
        "overage_rate",
        "overage_cap",
        "valid_from",
    ];

    fn read(c: &Cells<'_>) -> Result<Self, Refusal> {
        let row = Self {
            code: c.code(0)?,
            name: c.title(1)?,
            fee: c.won(2)?,
            allowance: c.bytes_or_unlimited(3)?,
            unit: c.bytes(4)?,
            rate: c.rate(5)?,
            cap: c.won(6)?,
            valid_from: c.day(7)?,
        };
        if row.unit == 0 { Err(c.bad(4, Fault::NotANumber)) } else { Ok(row) }
    }
}

/// `code,name,monthly_fee,proratable,valid_from`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VasRow {
    /// Its code.
    pub code: Code,
    /// What people call it.
    pub name: Box<str>,
    /// Fee of a whole month.
    pub fee: Minor,
    /// A part of a month costs a part of the fee.
    pub proratable: bool,
    /// From which day on.
    pub valid_from: Day,
}

impl Sheet for VasRow {
    const COLUMNS: &'static [&'static str] = &["code", "name", "monthly_fee", "proratable", "valid_from"];

    fn read(c: &Cells<'_>) -> Result<Self, Refusal> {
        Ok(Self { code: c.code(0)?, name: c.title(1)?, fee: c.won(2)?, proratable: c.yes(3)?, valid_from: c.day(4)? })
    }
}

/// `customer,name,phone,email,round_unit`
#[derive(Clone, PartialEq, Eq)]
pub struct CustomerRow {
    /// The customer's code.
    pub code: Code,
    /// Name.
    pub name: Box<str>,
    /// Mobile number.
    pub phone: Mobile,
    /// E-mail address; empty where it is not known.
    pub email: Box<str>,
    /// Totals are cut to multiples of 1 or 10 won.
    pub round_unit: i64,
}

impl fmt::Debug for CustomerRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CustomerRow").field("code", &self.code).finish_non_exhaustive()
    }
}

impl Sheet for CustomerRow {
    const COLUMNS: &'static [&'static str] = &["customer", "name", "phone", "email", "round_unit"];

    fn read(c: &Cells<'_>) -> Result<Self, Refusal> {
        let row = Self {
            code: c.code(0)?,
            name: c.name(1)?.into(),
            phone: c.phone(2)?,
            email: c.email(3)?.into(),
            round_unit: c.number(4, 10)?,
        };
        if matches!(row.round_unit, 1 | 10) { Ok(row) } else { Err(c.bad(4, Fault::NotAWord)) }
    }
}

/// `line,customer,activated_on,terminated_on`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineRow {
    /// The line's code.
    pub code: Code,
    /// Whose it is.
    pub customer: Code,
    /// First day.
    pub activated: Day,
    /// Last day, which is billed.
    pub terminated: Option<Day>,
}

impl Sheet for LineRow {
    const COLUMNS: &'static [&'static str] = &["line", "customer", "activated_on", "terminated_on"];

    fn read(c: &Cells<'_>) -> Result<Self, Refusal> {
        let row = Self { code: c.code(0)?, customer: c.code(1)?, activated: c.day(2)?, terminated: c.day_or_open(3)? };
        match row.terminated {
            Some(last) if last < row.activated => Err(c.bad(3, Fault::Turned)),
            _ => Ok(row),
        }
    }
}

/// `line,plan,from_day,to_day`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryRow {
    /// The line's code.
    pub line: Code,
    /// Code of the plan or service.
    pub item: Code,
    /// When.
    pub days: Days,
}

impl Sheet for HistoryRow {
    const COLUMNS: &'static [&'static str] = &["line", "plan", "from_day", "to_day"];

    fn read(c: &Cells<'_>) -> Result<Self, Refusal> {
        Ok(Self { line: c.code(0)?, item: c.code(1)?, days: c.days(2, 3)? })
    }
}

/// `line,vas,from_day,to_day`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VasRowOfLine(pub HistoryRow);

impl Sheet for VasRowOfLine {
    const COLUMNS: &'static [&'static str] = &["line", "vas", "from_day", "to_day"];

    fn read(c: &Cells<'_>) -> Result<Self, Refusal> {
        HistoryRow::read(c).map(Self)
    }
}

/// `line,code,target,kind,value,priority,proratable,from_day,to_day`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiscountRow {
    /// The line's code.
    pub line: Code,
    /// The discount's code.
    pub code: Code,
    /// What it takes from.
    pub target: Target,
    /// How much: a share or an amount.
    pub kind: DiscountKind,
    /// Basis points, or 1/100 won.
    pub value: i64,
    /// Lower ones come first.
    pub priority: i64,
    /// A part of a month gives a part of it.
    pub proratable: bool,
    /// When.
    pub days: Days,
}

impl Sheet for DiscountRow {
    const COLUMNS: &'static [&'static str] =
        &["line", "code", "target", "kind", "value", "priority", "proratable", "from_day", "to_day"];

    fn read(c: &Cells<'_>) -> Result<Self, Refusal> {
        let kind = c.word(3)?;
        Ok(Self {
            line: c.code(0)?,
            code: c.code(1)?,
            target: c.word(2)?,
            kind,
            value: match kind {
                DiscountKind::Rate => c.number(4, 10_000)?,
                DiscountKind::Fixed => c.won(4)?.0,
            },
            priority: c.number(5, 1_000_000)?,
            proratable: c.yes(6)?,
            days: c.days(7, 8)?,
        })
    }
}

/// `line,ref,approved_at,amount,kind`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentRow {
    /// The line's code.
    pub line: Code,
    /// What the gateway calls it.
    pub reference: Code,
    /// When it was approved or given back; its month is that of this moment in Korea.
    pub at: Micros,
    /// How much, tax included.
    pub amount: Minor,
    /// Charged or given back.
    pub kind: PaymentKind,
}

impl Sheet for PaymentRow {
    const COLUMNS: &'static [&'static str] = &["line", "ref", "approved_at", "amount", "kind"];

    fn read(c: &Cells<'_>) -> Result<Self, Refusal> {
        Ok(Self { line: c.code(0)?, reference: c.code(1)?, at: c.time(2)?, amount: c.won(3)?, kind: c.word(4)? })
    }
}

/// `line,month,bytes`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UsageRow {
    /// The line's code.
    pub line: Code,
    /// The month.
    pub month: Period,
    /// Bytes used in it.
    pub bytes: i64,
}

impl Sheet for UsageRow {
    const COLUMNS: &'static [&'static str] = &["line", "month", "bytes"];

    fn read(c: &Cells<'_>) -> Result<Self, Refusal> {
        Ok(Self { line: c.code(0)?, month: c.month(1)?, bytes: c.bytes(2)? })
    }
}
