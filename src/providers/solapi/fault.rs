//! From a status, a code and half a body to what a failed call means.

use serde::Deserialize;

use super::wire::Fault;
use crate::domain::channel::Channel;
use crate::domain::outcome::Class;
use crate::providers::http::{Answer, Trouble};
use crate::providers::{CallError, Classes};

/// Longest text of theirs that we keep.
const MAX_WORDS: usize = 200;

/// What classification needs to know besides the answer.
pub struct Context<'a> {
    pub classes: &'a Classes,
    pub channel: Channel,
    /// Provider's clock minus ours, in microseconds.
    pub behind: Option<i64>,
}

impl From<Trouble> for CallError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::NotSent(detail) => Self::NotTaken { detail, retry_after: None },
            Trouble::Lost(detail) => Self::Lost { detail },
        }
    }
}

/// The body of an answer that is a success and whole.
pub fn whole(answer: Answer, context: &Context<'_>) -> Result<Vec<u8>, CallError> {
    if !(200..300).contains(&answer.status) {
        return Err(classify(&answer, context));
    }
    if let Some(why) = answer.cut {
        return Err(CallError::Lost { detail: format!("the answer broke off: {why}") });
    }
    if !matches!(answer.body.trim_ascii_start().first(), Some(b'{' | b'[')) {
        let kind = if answer.content_type.is_empty() { "no type" } else { &answer.content_type };
        let detail = format!("HTTP {} with {} bytes of {kind} instead of JSON", answer.status, answer.body.len());
        return Err(CallError::Lost { detail });
    }
    Ok(answer.body)
}

/// A JSON object into its shape. An array is none, though derived code would read one by position.
pub fn parse_object<'a, T: Deserialize<'a>>(body: &'a [u8]) -> Result<T, CallError> {
    if !is_object(body) {
        return Err(unreadable("an object"));
    }
    parse(body)
}

/// It begins like one.
pub fn is_object(body: &[u8]) -> bool {
    body.trim_ascii_start().starts_with(b"{")
}

/// JSON into its shape. The message of a failure says where, not what: the body holds people.
pub fn parse<'a, T: Deserialize<'a>>(body: &'a [u8]) -> Result<T, CallError> {
    serde_json::from_slice(body).map_err(|e| {
        let place = format!("line {} column {}", e.line(), e.column());
        let detail = match e.classify() {
            serde_json::error::Category::Eof => format!("the answer ends early, at {place}"),
            _ => format!("the answer is not the JSON it should be, at {place}"),
        };
        CallError::Lost { detail }
    })
}

/// An answer that is JSON, but not what was asked for.
pub fn unreadable(what: &str) -> CallError {
    CallError::Lost { detail: format!("the answer is not {what}") }
}

fn classify(answer: &Answer, context: &Context<'_>) -> CallError {
    let fault: Fault<'_> = serde_json::from_slice(&answer.body).unwrap_or_default();
    let status = answer.status;
    let code = fault.error_code.get().map_or_else(|| format!("HTTP_{status}"), words);
    let said = fault.error_message.get().map_or_else(|| page_title(&answer.body), words);
    let detail = format!("HTTP {status}: {code}: {said}");
    let detail = detail.trim_end_matches(": ").to_owned();
    let retry_after = answer.retry_after;
    match (status, code.as_str()) {
        (429, _) | (400..500, "TooManyRequests") => CallError::NotTaken { detail, retry_after },
        (503, _) if fault.error_code.get().is_some() || retry_after.is_some() => {
            CallError::NotTaken { detail, retry_after }
        }
        (400..500, "DuplicatedSignature") | (408 | 499 | 500.., _) => CallError::Lost { detail },
        // Half an answer may hide a `DuplicatedSignature`.
        (400..500, _) if answer.cut.is_some() && fault.error_code.get().is_none() => CallError::Lost { detail },
        (400..500, "RequestTimeTooSkewed") => {
            CallError::Refused { class: Class::Config, code, detail: clock_hint(&said, context.behind) }
        }
        _ => {
            let said = if said.is_empty() { format!("HTTP {status}") } else { said };
            CallError::Refused { class: class_of(status, &code, context), code, detail: said }
        }
    }
}

/// Names of our own (`InvalidAPIKey`, `ValidationError`) have no number and are the operator's to
/// mend; money has a status and names of its own; numbers are in the code table.
fn class_of(status: u16, code: &str, context: &Context<'_>) -> Class {
    if status == 402 || code.contains("Balance") || code.contains("NotEnough") {
        return Class::Money;
    }
    if code.bytes().all(|b| b.is_ascii_digit()) {
        return match (context.classes)(context.channel, code) {
            // A refusal is no success and not in doubt, whatever the code says elsewhere.
            Class::Accepted | Class::Delivered | Class::Unknown => Class::Config,
            class => class,
        };
    }
    Class::Config
}

fn clock_hint(said: &str, behind: Option<i64>) -> String {
    let hint = match behind.map(|micros| (micros / 1_000_000, micros < 0)) {
        Some((seconds, false)) => format!("this machine's clock is {seconds} s behind the provider's"),
        Some((seconds, true)) => format!("this machine's clock is {} s ahead of the provider's", -seconds),
        None => "this machine's clock differs from the provider's".to_owned(),
    };
    format!("{said}: {hint}; signatures are good for 15 minutes either way: set the clock")
        .trim_start_matches(": ")
        .to_owned()
}

/// The `<title>` of an HTML page: what gateways and firewalls say of themselves.
fn page_title(body: &[u8]) -> String {
    let head = String::from_utf8_lossy(body.get(..4096).unwrap_or(body));
    let title = head.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
    title.map_or_else(String::new, |(title, _)| words(title.trim()))
}

/// Their words, bounded, without control characters, and with phone numbers blotted out.
pub fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(MAX_WORDS));
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if out.chars().count() >= MAX_WORDS {
            out.push('…');
            break;
        }
        let number = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-').len();
        if number > 0 {
            let (run, after) = rest.split_at(number);
            out.push_str(if is_phone(run) { "***" } else { run });
            rest = after;
        } else {
            out.push(if c.is_control() { ' ' } else { c });
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

fn is_phone(run: &str) -> bool {
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    (9..=15).contains(&digits) && (run.starts_with('0') || run.starts_with("82"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn their_words_are_bounded_and_hold_no_numbers() {
        assert_eq!(words("to 010-1234-5678 or 821012345678\nno"), "to *** or *** no");
        assert_eq!(words("M4V20260115 at 2026-01-15, code 1062"), "M4V20260115 at 2026-01-15, code 1062");
        assert_eq!(words(&"가".repeat(300)).chars().count(), MAX_WORDS + 1);
    }
}
