//! The configuration file that `msgctl init` writes: every common key with a sentence.

use std::path::Path;

use super::value::Reference;

/// What a new file is to say.
#[derive(Debug, Clone)]
pub struct Choices<'a> {
    /// Text or reference.
    pub database: &'a str,
    /// The key file, by its absolute path.
    pub key: &'a Path,
    /// Where the provider is.
    pub base_url: &'a str,
    /// Its key.
    pub api_key: Reference,
    /// Its secret.
    pub api_secret: Reference,
    /// The limit of Alimtalk.
    pub alimtalk: &'a str,
    /// The limit that SMS and LMS share.
    pub text: &'a str,
}

impl<'a> Choices<'a> {
    /// The real provider, its credentials in the environment, limits that every contract allows.
    pub fn real(database: &'a str, key: &'a Path) -> Self {
        Self {
            database,
            key,
            base_url: "https://api.solapi.com",
            api_key: Reference::Env("SOLAPI_API_KEY".to_owned()),
            api_secret: Reference::Env("SOLAPI_API_SECRET".to_owned()),
            alimtalk: "100/min",
            text: "500/min",
        }
    }
}

/// The text of the file.
pub fn text(c: &Choices<'_>) -> String {
    let key = Reference::File(c.key.to_owned()).to_string();
    let (api_key, api_secret) = (c.api_key.to_string(), c.api_secret.to_string());
    let mut text = include_str!("starter.toml").to_owned();
    for (mark, value) in [
        ("@DATABASE@", c.database),
        ("@KEY@", &key),
        ("@URL@", c.base_url),
        ("@API_KEY@", &api_key),
        ("@API_SECRET@", &api_secret),
        ("@ALIMTALK@", c.alimtalk),
        ("@TEXT@", c.text),
    ] {
        text = text.replace(mark, &value.replace('\\', "\\\\").replace('"', "\\\""));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Origin, load};

    fn written(text: &str) -> crate::config::Loaded {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("msgctl.toml");
        std::fs::write(&path, text).expect("written");
        load(Some(&path), &[], dir.path()).expect("loads")
    }

    #[test]
    fn it_loads_and_says_what_was_chosen() {
        let path = Path::new("/a \"quoted\" place/key");
        let l = written(&text(&Choices::real("sqlite:msgctl.db", path)));
        assert_eq!(l.settings.crypto.key, Some(Reference::File(path.to_owned())));
        assert_eq!(l.settings.channels.len(), 3);
    }

    /// A line that shows a default must show the default.
    #[test]
    fn every_commented_value_is_the_default() {
        let plain = text(&Choices::real("sqlite:msgctl.db", Path::new("/k")));
        let (mut open, mut shown) = (String::new(), 0);
        for line in plain.split("# A member database").next().expect("a part").lines() {
            match line.strip_prefix("# ").filter(|l| l.split_once(" = ").is_some_and(|(k, _)| !k.contains(' '))) {
                Some(value) => {
                    open.push_str(value);
                    shown += 1;
                }
                None => open.push_str(line),
            }
            open.push('\n');
        }
        assert!(shown > 15, "{shown}");
        let (given, silent) = (written(&open), written(&plain));
        assert_eq!(format!("{:?}", given.settings), format!("{:?}", silent.settings));
        assert!(given.origins.values().filter(|s| s.origin == Origin::Default).count() < 6);
    }
}
