//! The rules of the trade, pure and synchronous: no I/O, no clock, no database.
//!
//! Everything here can be tested by calling it. Effects live in `store`, `providers` and `ops`.

pub mod advert;
pub mod age;
pub mod autocharge;
pub mod bill;
pub mod breaker;
pub mod channel;
pub mod clock;
pub mod codes;
pub mod content;
pub mod id;
pub mod ledger;
pub mod line;
pub mod lint;
pub mod mask;
pub mod money;
pub mod outcome;
pub mod period;
pub mod person;
pub mod phone;
pub mod recur;
pub mod route;
pub mod seal;
pub mod secret;
pub mod starters;
pub mod state;
pub mod template;
pub mod text;
pub mod time;
