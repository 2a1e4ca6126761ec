//! Texts that are kept with what an operator does, and must say something.

/// Reads one: not empty, and not of blanks alone.
pub(super) fn worded(text: &str) -> Result<String, String> {
    if text.trim().is_empty() { Err("it is empty".to_owned()) } else { Ok(text.to_owned()) }
}
