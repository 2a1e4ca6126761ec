//! msgctl: the command-line toolkit of a bulk-messaging operator.
//!
//! # Map
//!
//! | module | holds |
//! | --- | --- |
//! | [`cli`] | clap and glue: one leaf verb per file, global options, exit codes |
//! | [`ui`] | the only code that prints: streams, formats, tables, progress |
//! | [`config`] | the configuration file, its layers with provenance, secret references |
//! | [`ops`] | use cases: one function per intention of an operator; transactions begin and end here |
//! | [`store`] | SQL and nothing else, one text for SQLite and PostgreSQL |
//! | [`providers`] | HTTP adapters to those who deliver messages |
//! | [`sim`] | a provider simulator that speaks SOLAPI's API |
//! | [`fault`] | places where a process can be made to die on purpose, for the crash drill; absent from releases |
//! | [`domain`] | pure rules: ids, money, time, texts, phone numbers, sealing, message states |
//!
//! # Direction
//!
//! A module may only use what stands below it or to its right; `tests/it/layers.rs` checks it.
//!
//! ```text
//! main → cli → { ui, config, ops, sim }
//! ops → { store, providers } → domain
//! sim → domain        config → domain        ui → domain
//! ```

pub mod cli;
pub mod config;
pub mod domain;
pub mod fault;
pub mod ops;
pub mod providers;
pub mod sim;
pub mod store;
pub mod ui;
