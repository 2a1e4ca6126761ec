//! The only code that prints: results to stdout, talk to stderr.
//!
//! A command hands over a [`Record`] (one thing) or rows of [`Row`] (a list); the format decides
//! what becomes of them. Progress is in [`progress`], and whether to draw it is a pure decision.

mod cell;
mod format;
pub mod progress;

use std::io::{self, IsTerminal as _, Write};
use std::sync::{Arc, Mutex, PoisonError};

pub use cell::{Cell, Record, Row, Tone};
pub use format::Format;

/// Whether to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Color {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What was decided about output before anything is printed.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Shape of results.
    pub format: Format,
    /// Colour on stdout.
    pub color_out: bool,
    /// Colour on stderr.
    pub color_err: bool,
    /// No talk.
    pub quiet: bool,
    /// How to show progress.
    pub progress: progress::Mode,
    /// Columns of the terminal, if there is one.
    pub width: Option<u16>,
}

/// Where a command prints.
#[derive(Clone)]
pub struct Ui {
    look: Look,
    out: Arc<Mutex<dyn Write + Send>>,
    err: Arc<Mutex<dyn Write + Send>>,
    bars: indicatif::MultiProgress,
}

impl std::fmt::Debug for Ui {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ui").field("look", &self.look).finish_non_exhaustive()
    }
}

impl Ui {
    /// Prints to the process's streams.
    pub fn stdio(look: Look) -> Self {
        let bars = progress::bars(look.progress);
        Self { look, out: Arc::new(Mutex::new(io::stdout())), err: Arc::new(Mutex::new(io::stderr())), bars }
    }

    /// For an error that is reported before anything was decided, or after everything.
    pub fn stderr_only() -> Self {
        let color_err = io::stderr().is_terminal();
        let progress = progress::Mode::Off;
        Self::stdio(Look { format: Format::Table, color_out: false, color_err, quiet: false, progress, width: None })
    }

    /// The same, but results go to `out` in `format`, as to a file.
    #[must_use]
    pub fn with_output(&self, out: impl Write + Send + 'static, format: Format) -> Self {
        let look = Look { format, color_out: false, width: None, ..self.look };
        Self { look, out: Arc::new(Mutex::new(out)), err: Arc::clone(&self.err), bars: self.bars.clone() }
    }

    /// What was decided.
    pub fn look(&self) -> &Look {
        &self.look
    }

    /// Prints one result.
    pub fn record<R: Record>(&self, record: &R) -> io::Result<()> {
        let mut out = self.out.lock().unwrap_or_else(PoisonError::into_inner);
        format::record(&mut *out, &self.look, record)?;
        out.flush()
    }

    /// Prints a list.
    pub fn rows<R: Row>(&self, rows: &[R]) -> io::Result<()> {
        let mut out = self.out.lock().unwrap_or_else(PoisonError::into_inner);
        format::rows(&mut *out, &self.look, rows)?;
        out.flush()
    }

    /// Prints text as it is (a generated page, a completion script), whatever the format.
    pub fn text(&self, text: &str) -> io::Result<()> {
        let mut out = self.out.lock().unwrap_or_else(PoisonError::into_inner);
        out.write_all(text.as_bytes())?;
        out.flush()
    }

    /// Prints a heading of a part of what follows.
    pub fn heading(&self, title: &str) -> io::Result<()> {
        let bold = if self.look.color_out { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
        self.text(&format!("\n{}{title}{}\n", bold.0, bold.1))
    }

    /// Begins a list that is too long to hold: pages of rows, printed as they come.
    pub fn pages<R: Row>(&self) -> Pages<'_, R> {
        Pages { ui: self, begun: false, row: std::marker::PhantomData }
    }

    /// Says something on stderr, unless quiet.
    pub fn say(&self, text: impl std::fmt::Display) {
        if !self.look.quiet {
            self.talk(format_args!("{text}"));
        }
    }

    /// Warns on stderr, even when quiet.
    pub fn warn(&self, text: impl std::fmt::Display) {
        let label = self.paint("warning:", "33;1");
        self.talk(format_args!("{label} {text}"));
    }

    /// Names the next command, unless quiet.
    pub fn hint(&self, text: impl std::fmt::Display) {
        if !self.look.quiet {
            let label = self.paint("hint:", "36;1");
            self.talk(format_args!("{label} {text}"));
        }
    }

    /// Text in an ANSI style, if stderr has colour.
    pub fn paint(&self, text: &str, style: &str) -> String {
        if self.look.color_err { format!("\x1b[{style}m{text}\x1b[0m") } else { text.to_owned() }
    }

    /// A line on stderr. A closed stderr is nobody's error.
    pub fn talk(&self, text: std::fmt::Arguments<'_>) {
        self.bars.suspend(|| {
            let mut err = self.err.lock().unwrap_or_else(PoisonError::into_inner);
            let _ = writeln!(err, "{text}");
        });
    }

    /// stderr for log lines.
    pub fn log(&self) -> Log {
        Log { bars: self.bars.clone(), err: Arc::clone(&self.err) }
    }
}

/// stderr without tearing a progress bar: it steps aside for each line.
#[derive(Clone)]
pub struct Log {
    bars: indicatif::MultiProgress,
    err: Arc<Mutex<dyn Write + Send>>,
}

impl Write for Log {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.bars.suspend(|| self.err.lock().unwrap_or_else(PoisonError::into_inner).write(line))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.err.lock().unwrap_or_else(PoisonError::into_inner).flush()
    }
}

/// A list that is printed page by page.
#[derive(Debug)]
pub struct Pages<'a, R> {
    ui: &'a Ui,
    begun: bool,
    row: std::marker::PhantomData<R>,
}

impl<R: Row> Pages<'_, R> {
    /// Prints a page.
    pub fn page(&mut self, rows: &[R]) -> io::Result<()> {
        let mut out = self.ui.out.lock().unwrap_or_else(PoisonError::into_inner);
        format::page(&mut *out, &self.ui.look, rows, !self.begun)?;
        self.begun |= !rows.is_empty();
        Ok(())
    }

    /// Ends the list.
    pub fn end(self) -> io::Result<()> {
        let mut out = self.ui.out.lock().unwrap_or_else(PoisonError::into_inner);
        format::page_end(&mut *out, &self.ui.look, self.begun)?;
        out.flush()
    }
}

/// Whether stdout and stderr are terminals.
pub fn terminals() -> (bool, bool) {
    (io::stdout().is_terminal(), io::stderr().is_terminal())
}

/// Columns of the terminal, if stdout is one.
pub fn terminal_width() -> Option<u16> {
    comfy_table::Table::new().width()
}

/// "1 message", "2 messages".
pub fn plural(n: u64, one: &str) -> String {
    let n_text = crate::domain::money::group_thousands(n);
    if n == 1 { format!("{n_text} {one}") } else { format!("{n_text} {one}s") }
}
