//! Generated files say what the commands say. `tests/generate` writes them.

use std::path::Path;

use crate::support::Room;

fn compare(file: &str, args: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    let now = Room::new().sh(args).ok().stdout;
    let differs = there.lines().zip(now.lines()).enumerate().find(|(_, (a, b))| a != b);
    assert!(there == now, "{file} is out of date, run `tests/generate`; first difference: {differs:?}");
}

#[test]
fn completions_are_up_to_date() {
    for (file, shell) in
        [("msgctl.bash", "bash"), ("_msgctl", "zsh"), ("msgctl.fish", "fish"), ("_msgctl.ps1", "powershell")]
    {
        compare(&format!("completions/{file}"), &format!("util completions {shell}"));
    }
}

#[test]
fn the_reference_is_up_to_date() {
    compare("docs/reference.md", "util reference");
}

/// Every command, its subcommands before itself.
fn commands(reference: &str) -> Vec<String> {
    reference.lines().filter_map(|l| l.strip_prefix("## ")).map(ToOwned::to_owned).collect()
}

#[test]
fn every_verb_has_a_man_page_and_examples() {
    let room = Room::new();
    room.sh("util man man").ok();
    let reference = room.sh("util reference").ok().stdout;
    let all = commands(&reference);
    assert!(all.len() > 20, "{all:?}");
    for command in &all {
        let page = room.path().join("man").join(format!("{}.1", command.replace(' ', "-")));
        let text = std::fs::read_to_string(&page).unwrap_or_else(|e| panic!("{}: {e}", page.display()));
        assert!(text.contains(".SH NAME"), "{command}");
    }
    let leaves = all.iter().filter(|c| !all.iter().any(|other| other.starts_with(&format!("{c} "))));
    for leaf in leaves {
        let help = room.sh(&format!("{} --help", leaf.strip_prefix("msgctl").expect("a name").trim())).ok().stdout;
        assert!(help.contains("Examples:"), "`{leaf}` shows examples");
        let first = help.lines().next().unwrap_or_default();
        assert!(!first.ends_with('.') && first.chars().count() <= 100, "`{leaf}`: {first}");
    }
}
