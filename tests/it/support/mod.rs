//! What tests stand on: a database of each engine, the binary in a sealed room.

mod db;
mod members;
mod past;
mod people;
mod platform;
mod room;

pub use db::TestDb;
pub(crate) use db::on_each_engine;
pub use db::postgres_url;
pub use members::{Member, MemberDb, members};
pub use past::{OCTOBER, campaign_c2, campaign_done};
pub use people::{Shop, person};
pub use platform::{Platform, ask_simulator, failing, millis};
pub use room::{Output, Room};
