//! Use cases: one function per intention of an operator; transactions begin and end here.
//!
//! Functions take plain values and a [`crate::store::Store`]; what they return is what a command
//! prints. Nothing here knows of clap, terminals or formats.

pub mod allow;
pub mod approval;
pub mod audience;
pub mod audit;
pub mod autocharge;
pub mod campaign;
pub mod credits;
pub mod daily;
pub mod demo;
pub mod doctor;
pub mod drill;
pub mod erase;
pub mod evidence;
pub mod export;
pub mod import;
pub mod keys;
pub mod ledger;
pub mod line;
pub mod message;
pub mod notice;
pub mod pull;
pub mod rate;
pub mod reports;
pub mod rotate;
pub mod schedule;
pub mod send;
pub mod settle;
pub mod setup;
pub mod site;
pub mod stats;
pub mod suppress;
pub mod template;
pub mod worker;
