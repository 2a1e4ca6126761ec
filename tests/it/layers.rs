//! The direction of dependencies, as `src/lib.rs` draws it.

use std::path::Path;

fn rust_files(dir: &Path, into: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(dir).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") {
            into.push((path.display().to_string(), std::fs::read_to_string(&path).expect("text")));
        }
    }
}

#[test]
fn layers_point_down() {
    const LAYERS: &[(&str, &[&str])] = &[
        ("domain", &["store", "providers", "ops", "sim", "config", "ui", "cli"]),
        ("store", &["providers", "ops", "sim", "config", "ui", "cli"]),
        ("providers", &["store", "ops", "sim", "config", "ui", "cli"]),
        ("sim", &["store", "providers", "ops", "config", "ui", "cli"]),
        ("ops", &["sim", "config", "ui", "cli"]),
        ("config", &["store", "providers", "ops", "sim", "ui", "cli"]),
        ("ui", &["store", "providers", "ops", "sim", "config", "cli"]),
    ];
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (layer, above) in LAYERS {
        let mut files = Vec::new();
        rust_files(&src.join(layer), &mut files);
        assert!(!files.is_empty(), "{layer} is a folder with code");
        for (path, text) in files {
            for name in *above {
                assert!(!text.contains(&format!("crate::{name}")), "{path} reaches up to {name}");
            }
        }
    }
    let mut domain = Vec::new();
    rust_files(&src.join("domain"), &mut domain);
    for (path, text) in domain {
        for name in ["tokio::", "reqwest::", "clap::", "sqlx::query", "std::fs", "std::net"] {
            assert!(!text.contains(name), "{path} is pure and uses {name}");
        }
    }
}

#[test]
fn every_folder_says_what_it_is_for() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&src, &mut files);
    for (path, text) in files {
        assert!(text.starts_with("//! "), "{path} begins with a sentence of purpose");
    }
}
