//! Telephone lines, what they are subscribed to, and the files that they come from.
//!
//! Days are those of the Korean calendar, ranges of them are half-open: a plan that is changed on the 13th ends
//! with `to` = 13th, the next one begins with `from` = 13th. A line lives from the day of its activation up to and
//! with the day of its termination.

mod cells;
mod day;
mod history;
mod row;

use super::channel::words;

pub use cells::{Cells, Refusal, Why};
pub use day::{Day, Days, ParseDayError};
pub use history::{Life, apart, seamless};
pub use row::{
    Code, CustomerRow, DiscountRow, HistoryRow, LineRow, PaymentRow, PlanRow, Sheet, UsageRow, VasRow, VasRowOfLine,
};

words! {
    /// What a discount takes from.
    Target ("discount target") {
        /// The fee of the plan.
        Plan = "plan",
        /// The fees of added services.
        Vas = "vas",
        /// What was used beyond the allowance.
        Overage = "overage",
        /// All of them, in this order.
        All = "all",
    }
}

words! {
    /// How much a discount takes.
    DiscountKind ("discount kind") {
        /// A share, in basis points: 2500 is a quarter.
        Rate = "rate",
        /// An amount in won.
        Fixed = "fixed",
    }
}

words! {
    /// What a micro payment does.
    PaymentKind ("kind of payment") {
        /// It is charged with the bill.
        Approve = "approve",
        /// An approved one is given back.
        Cancel = "cancel",
    }
}

words! {
    /// Why a row about lines is refused. The words are stable: rejects files carry them.
    Fault ("line fault") {
        /// Nothing there.
        Empty = "empty",
        /// Not what a code may look like.
        NotACode = "not-a-code",
        /// No day of the calendar.
        NotADay = "not-a-day",
        /// No month of the calendar.
        NotAMonth = "not-a-month",
        /// No moment.
        NotATime = "not-a-time",
        /// No whole won.
        NotAnAmount = "not-an-amount",
        /// No whole number.
        NotANumber = "not-a-number",
        /// No won with up to six decimals.
        NotARate = "not-a-rate",
        /// More than a bill may hold.
        TooLarge = "too-large",
        /// Neither yes nor no.
        NotYesNo = "not-yes-or-no",
        /// None of the words of its column.
        NotAWord = "not-a-word",
        /// Longer than is kept.
        TooLong = "too-long",
        /// A range that ends before it begins.
        Turned = "ends-before-it-begins",
        /// No such line.
        NoLine = "no-line",
        /// No such customer.
        NoCustomer = "no-customer",
        /// No such plan on that day.
        NoPlan = "no-plan",
        /// No such added service on that day.
        NoVas = "no-vas",
        /// It shares days with another row.
        Overlap = "overlap",
        /// Days of the line's life without a plan.
        Gap = "gap",
        /// It would change a month that is closed.
        ClosedMonth = "closed-month",
        /// Another row has this reference with other content.
        Differs = "differs",
        /// The database does not take it.
        Unstorable = "unstorable",
        /// More fields than the header, or fewer.
        Columns = "columns",
        /// A quote where none may be.
        Quote = "quote",
        /// Bytes that are no text.
        Encoding = "encoding",
    }
}

impl Fault {
    /// What an operator should know.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Empty => "the cell is empty",
            Self::NotACode => "a code has 1 to 40 letters, digits and `-_.:/`",
            Self::NotADay => "no day of the calendar; write it like 2026-10-13",
            Self::NotAMonth => "no month of the calendar; write it like 2026-10",
            Self::NotATime => "no moment; write it like 2026-10-13T09:30:00+09:00",
            Self::NotAnAmount => "no amount of whole won; write it like 33000",
            Self::NotANumber => "no whole number",
            Self::NotARate => "no amount of won with up to six decimals; write it like 0.01",
            Self::TooLarge => "more than a bill may hold",
            Self::NotYesNo => "neither yes nor no (1, 0, true, false, yes, no, Y, N)",
            Self::NotAWord => "none of the words that this column may hold",
            Self::TooLong => "longer than is kept",
            Self::Turned => "the range ends before it begins",
            Self::NoLine => "there is no such line",
            Self::NoCustomer => "there is no such customer",
            Self::NoPlan => "there is no such plan on that day",
            Self::NoVas => "there is no such added service on that day",
            Self::Overlap => "it shares days with another row of the line",
            Self::Gap => "days of the line's life would have no plan; all rows of a line stand together",
            Self::ClosedMonth => "it would change a month that is closed",
            Self::Unstorable => "the database does not take it; a rule of its own forbids it",
            Self::Differs => "this reference is on record with other content",
            Self::Columns => "more or fewer fields than the header",
            Self::Quote => "a quote stands where none may be",
            Self::Encoding => "bytes that are no text in the file's encoding",
        }
    }
}
