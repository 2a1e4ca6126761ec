//! A provider simulator: SOLAPI's v4 API over HTTP, as its official SDKs use it.
//!
//! It checks what the real one checks (signatures, skew, reuse, numbers, charset, lengths,
//! templates, balance), decides every message's fate from a seed, fails on demand, and keeps a log
//! of what arrived when. Statuses are computed from times when somebody asks; nothing runs in
//! the background.
//!
//! ```no_run
//! # async fn example() -> std::io::Result<()> {
//! use msgctl::sim::{Settings, Sim};
//!
//! let sim = Sim::start(Settings::default()).await?;
//! println!("{}", sim.url());
//! assert_eq!(sim.summary().recipients, 0);
//! sim.stop().await?;
//! # Ok(())
//! # }
//! ```

mod arena;
mod audit;
mod auth;
mod catalog;
mod chance;
mod checks;
mod codes;
mod engine;

mod groups;
mod ids;
mod intake;
mod json;
pub mod kind;
mod ledger;
mod limits;
mod list;
mod payments;
mod query;
mod server;
pub mod settings;
mod store;
#[cfg(test)]
mod tests;
mod updated;
mod wire;

pub use audit::{Repeats, Summary, TypeSummary};
pub use auth::sign;
pub use engine::Incidents;
pub use kind::Kind;
pub use server::{Sim, serve};
pub use settings::Settings;
