//! The binary in a sealed room: its own folder, no environment but what a test gives.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run printed, and how it ended.
#[derive(Debug)]
pub struct Output {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Output {
    /// Expects exit code 0.
    pub fn ok(self) -> Self {
        assert_eq!(self.code, 0, "stdout:\n{}\nstderr:\n{}", self.stdout, self.stderr);
        self
    }

    /// Expects this exit code, and these words on stderr.
    pub fn fails(self, code: i32, words: &[&str]) -> Self {
        assert_eq!(self.code, code, "stdout:\n{}\nstderr:\n{}", self.stdout, self.stderr);
        for word in words {
            assert!(self.stderr.contains(word), "`{word}` is missing in:\n{}", self.stderr);
        }
        self
    }

    /// stdout as one JSON document.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|e| panic!("{e} in:\n{}\n{}", self.stdout, self.stderr))
    }
}

/// A folder to run in.
pub struct Room {
    dir: tempfile::TempDir,
    env: Vec<(String, String)>,
}

impl Room {
    pub fn new() -> Self {
        Self { dir: tempfile::tempdir().expect("a folder"), env: Vec::new() }
    }

    /// A room whose database is `url`.
    pub fn with_database(url: &str) -> Self {
        Self::new().env("MSGCTL_DATABASE_URL", url)
    }

    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        std::fs::write(&path, content).expect("written");
        path
    }

    /// The command, ready to be started in the room.
    pub fn command<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Command {
        let mut c = Command::new(env!("CARGO_BIN_EXE_msgctl"));
        c.args(args).current_dir(self.path()).env_clear().env("HOME", self.path()).stdin(Stdio::null());
        c.envs(self.env.iter().map(|(k, v)| (k, v)));
        c
    }

    pub fn run<S: AsRef<OsStr>>(&self, args: impl IntoIterator<Item = S>) -> Output {
        let out = self.command(args).output().expect("runs");
        Output {
            code: out.status.code().unwrap_or(-1),
            stdout: String::from_utf8(out.stdout).expect("stdout is UTF-8"),
            stderr: String::from_utf8(out.stderr).expect("stderr is UTF-8"),
        }
    }

    /// Processes that run at the same time, one for each line.
    pub fn at_once<L: AsRef<str>>(&self, lines: impl IntoIterator<Item = L>) -> Vec<Output> {
        let start = |line: L| {
            let mut c = self.command(line.as_ref().split_whitespace());
            c.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts")
        };
        let started: Vec<_> = lines.into_iter().map(start).collect();
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        let ended = started.into_iter().map(|c| c.wait_with_output().expect("ends"));
        ended
            .map(|out| Output {
                code: out.status.code().unwrap_or(-1),
                stdout: text(out.stdout),
                stderr: text(out.stderr),
            })
            .collect()
    }

    /// Splits `line` at blanks.
    pub fn sh(&self, line: &str) -> Output {
        self.run(line.split_whitespace())
    }
}
