//! Credits of sites: what operators do with them. The books themselves are in [`crate::ops::ledger`].

pub mod price;
