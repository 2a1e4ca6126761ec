//! Configuration: one file, its layers with provenance, secret references.
//!
//! Precedence: flag > environment > file > default; [`Loaded::settings`] is what holds, and
//! [`Loaded::origins`] says where each value came from. To add a key: a row in
//! [`schema::KEYS`], a field in [`Settings`], a default in `defaults.toml` if it has one.

mod layers;
pub mod schema;
mod settings;
pub mod starter;
pub mod value;

pub use layers::{ConfigError, Layer, Loaded, Origin, Setting, load};
pub use settings::{
    ChannelSettings, CreditsSettings, CryptoMode, CryptoSettings, ProviderSettings, SendSettings, Settings,
    SourceSettings, TextSettings,
};
