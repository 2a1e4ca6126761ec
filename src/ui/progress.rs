//! Progress: whether and how to show it is decided by a pure function; drawing is indicatif's.

use std::time::{Duration, Instant};

use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::{Format, Ui};
use crate::domain::money::group_thousands;

/// What the decision depends on.
#[derive(Debug, Clone, Copy)]
pub struct Surroundings {
    /// `-q`.
    pub quiet: bool,
    /// `--no-progress`.
    pub no_progress: bool,
    /// stderr is a terminal.
    pub stderr_tty: bool,
    /// `CI` is set, or the terminal is dumb.
    pub ci: bool,
    /// `-v`: log lines and a bar would tear each other.
    pub logs_on_stderr: bool,
    /// Shape of results.
    pub format: Format,
}

/// How progress is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// A bar that is redrawn.
    Bar,
    /// A plain line now and then.
    Lines,
    /// Nothing.
    Off,
}

/// | quiet or --no-progress | terminal, not CI, no logs | shown |
/// | --- | --- | --- |
/// | yes | any | nothing |
/// | no | yes | a bar (whatever the format: it is on stderr) |
/// | no | no, table | lines |
/// | no | no, json/ndjson/csv | nothing |
pub fn mode(s: &Surroundings) -> Mode {
    match (s.quiet || s.no_progress, s.stderr_tty && !s.ci && !s.logs_on_stderr, s.format) {
        (true, _, _) => Mode::Off,
        (false, true, _) => Mode::Bar,
        (false, false, Format::Table) => Mode::Lines,
        (false, false, _) => Mode::Off,
    }
}

/// Progress of one long piece of work, cleared when dropped.
pub struct Progress {
    ui: Ui,
    mode: Mode,
    bar: ProgressBar,
    what: String,
    total: Option<u64>,
    done: u64,
    begun: Instant,
    said_at: Instant,
    said_tenth: u64,
}

impl std::fmt::Debug for Progress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Progress").field("what", &self.what).field("done", &self.done).finish_non_exhaustive()
    }
}

impl Ui {
    /// Begins to show progress; `total` where it is known.
    pub fn progress(&self, what: &str, total: Option<u64>) -> Progress {
        let mode = self.look().progress;
        let bar = match mode {
            Mode::Bar => self.bars.add(total.map_or_else(ProgressBar::no_length, ProgressBar::new)),
            Mode::Lines | Mode::Off => ProgressBar::hidden(),
        };
        bar.set_style(style(total.is_some()));
        bar.set_prefix(what.to_owned());
        let now = Instant::now();
        Progress {
            ui: self.clone(),
            mode,
            bar,
            what: what.to_owned(),
            total,
            done: 0,
            begun: now,
            said_at: now,
            said_tenth: 0,
        }
    }
}

/// Where bars are drawn.
pub(super) fn bars(mode: Mode) -> MultiProgress {
    MultiProgress::with_draw_target(match mode {
        Mode::Bar => ProgressDrawTarget::stderr_with_hz(10),
        Mode::Lines | Mode::Off => ProgressDrawTarget::hidden(),
    })
}

fn style(bounded: bool) -> ProgressStyle {
    let template = if bounded {
        "{prefix:.bold} {bar:28.cyan/blue.dim} {human_pos}/{human_len} {percent:>3}% · {per_sec} · ETA {eta} {wide_msg}"
    } else {
        "{prefix:.bold} {spinner} {human_pos} · {per_sec} · {elapsed} {wide_msg}"
    };
    ProgressStyle::with_template(template)
        .unwrap_or_else(|_| ProgressStyle::default_bar())
        .progress_chars("━━─")
        .with_key("per_sec", |s: &indicatif::ProgressState, w: &mut dyn std::fmt::Write| {
            let rate = s.per_sec();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rate for people to read")]
            let _ =
                if rate < 10.0 { write!(w, "{rate:.1}/s") } else { write!(w, "{}/s", group_thousands(rate as u64)) };
        })
}

impl Progress {
    /// `done` so far, with a few words beside the bar (counts per channel, say).
    pub fn set(&mut self, done: u64, words: &str) {
        self.done = done;
        match self.mode {
            Mode::Bar => {
                self.bar.set_message(words.to_owned());
                self.bar.set_position(done);
            }
            Mode::Lines => self.line(words),
            Mode::Off => {}
        }
    }

    /// The total has become known or has changed.
    pub fn set_total(&mut self, total: u64) {
        self.total = Some(total);
        self.bar.set_length(total);
        self.bar.set_style(style(true));
    }

    /// Says something without tearing the bar.
    pub fn say(&self, text: &str) {
        self.ui.say(text);
    }

    /// One line per ten percent or per minute, whichever is rarer; at most each ten seconds without a total.
    fn line(&mut self, words: &str) {
        let tenth = self.total.filter(|t| *t > 0).map(|t| self.done.saturating_mul(10) / t);
        let since = self.said_at.elapsed();
        let due = match tenth {
            Some(t) => t > self.said_tenth && since >= Duration::from_secs(1),
            None => since >= Duration::from_secs(10),
        };
        if !due {
            return;
        }
        self.said_at = Instant::now();
        self.said_tenth = tenth.unwrap_or(0);
        let of = self.total.map(|t| format!("/{}", group_thousands(t))).unwrap_or_default();
        let secs = self.begun.elapsed().as_secs();
        self.ui.say(format_args!("{}: {}{of} after {secs} s {words}", self.what, group_thousands(self.done)));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_the_decision() {
        let base = Surroundings {
            quiet: false,
            no_progress: false,
            stderr_tty: true,
            ci: false,
            logs_on_stderr: false,
            format: Format::Table,
        };
        assert_eq!(mode(&base), Mode::Bar);
        assert_eq!(mode(&Surroundings { format: Format::Json, ..base }), Mode::Bar);
        assert_eq!(mode(&Surroundings { quiet: true, ..base }), Mode::Off);
        assert_eq!(mode(&Surroundings { no_progress: true, ..base }), Mode::Off);
        for s in [
            Surroundings { ci: true, ..base },
            Surroundings { stderr_tty: false, ..base },
            Surroundings { logs_on_stderr: true, ..base },
        ] {
            assert_eq!(mode(&s), Mode::Lines);
            assert_eq!(mode(&Surroundings { format: Format::Csv, ..s }), Mode::Off);
        }
    }
}
