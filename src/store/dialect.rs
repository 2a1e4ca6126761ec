//! Every statement that differs between the engines, side by side.
//!
//! The list is short on purpose: row locks, server clock, catalogue. Bulk input differs too, but
//! is generated from one text (`bulk!`).

use super::{Sql, statements};

const fn fork(sqlite: &'static str, postgres: &'static str) -> Sql {
    Sql { sqlite, postgres }
}

statements! {
    /// Version of the engine, for people.
    ENGINE_VERSION = fork("SELECT sqlite_version()", "SELECT current_setting('server_version')");
}
