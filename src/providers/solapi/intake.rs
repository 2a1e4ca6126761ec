//! The answer to a batch, message by message.

use std::collections::HashMap;

use super::fault::{self, Context};
use super::wire::{Entry, GroupCount, Sent};
use crate::domain::outcome::Class;
use crate::providers::{CallError, Intake, Submission, Verdict};

/// Code of a verdict for a message that the answer says nothing about.
pub const NO_ANSWER: &str = "NO_ANSWER";

/// One verdict per message of the batch, in its order.
pub fn read(body: &[u8], batch: &Submission, context: &Context<'_>) -> Result<Vec<Intake>, CallError> {
    let sent: Sent<'_> = fault::parse_object(body)?;
    if sent.failed_message_list.0.is_empty() && sent.message_list.0.is_empty() && sent.group_info.is_none() {
        let code = sent.error_code.get().map(|code| format!(": {}", fault::words(code))).unwrap_or_default();
        return Err(CallError::Lost { detail: format!("a success that names no message{code}") });
    }
    Ok(Matching::new(batch).run(&sent, context))
}

struct Matching<'a> {
    batch: &'a Submission,
    by_reference: HashMap<&'a str, usize>,
    found: Vec<Option<Intake>>,
}

impl<'a> Matching<'a> {
    fn new(batch: &'a Submission) -> Self {
        let by_reference = batch.messages.iter().enumerate().map(|(i, m)| (m.reference.0.as_str(), i)).collect();
        Self { batch, by_reference, found: vec![None; batch.messages.len()] }
    }

    fn run(mut self, sent: &Sent<'_>, context: &Context<'_>) -> Vec<Intake> {
        let failed = &sent.failed_message_list.0;
        let listed = &sent.message_list.0;
        // Failures first: a message may stand in both lists, and then it failed.
        for (_, entry) in failed {
            if let Some(i) = self.by_ref(entry).or_else(|| self.by_number(entry)) {
                self.found[i].get_or_insert_with(|| Intake {
                    provider_id: entry.message_id.get().map(str::to_owned),
                    verdict: failure(entry, context),
                });
            }
        }
        let order = self.order(listed.len());
        for (position, (key, entry)) in listed.iter().enumerate() {
            if let Some(i) = self.by_ref(entry).or_else(|| order.get(position).copied()) {
                self.found[i].get_or_insert_with(|| Intake {
                    provider_id: entry.message_id.get().or(key.get()).map(str::to_owned),
                    verdict: registration(entry, context),
                });
            }
        }
        let rest = self.rest(sent.group_info.as_ref().and_then(|g| g.count.as_ref()));
        self.found.into_iter().map(|intake| intake.unwrap_or_else(|| rest.clone())).collect()
    }

    fn by_ref(&self, entry: &Entry<'_>) -> Option<usize> {
        self.by_reference.get(entry.custom_fields.0.get()?).copied()
    }

    /// The only message to that number that has no answer yet.
    fn by_number(&self, entry: &Entry<'_>) -> Option<usize> {
        if entry.custom_fields.0.get().is_some() {
            return None;
        }
        let to = entry.to.get()?;
        let mut open = (0..self.found.len()).filter(|&i| self.found[i].is_none() && self.batch.messages[i].to == to);
        let first = open.next()?;
        open.next().is_none().then_some(first)
    }

    /// To which messages a list of `n` entries without references belongs, by order. Empty
    /// when the lengths do not add up: a guess could give one person's answer to another.
    fn order(&self, n: usize) -> Vec<usize> {
        if n == self.found.len() {
            return (0..n).collect();
        }
        let open: Vec<usize> = (0..self.found.len()).filter(|&i| self.found[i].is_none()).collect();
        if open.len() == n { open } else { Vec::new() }
    }

    /// The verdict for messages in neither list: accepted if the counts leave no other reading.
    fn rest(&self, count: Option<&GroupCount>) -> Intake {
        let total = self.found.len() as u64;
        let refused = self.found.iter().flatten().filter(|i| i.verdict.class != Class::Accepted).count() as u64;
        let proven = count.is_some_and(|count| {
            count.registered_success.0 == Some(total - refused)
                && count.registered_failed.0.unwrap_or(refused) == refused
                && count.total.0.is_none_or(|n| n == total)
        });
        let verdict = if proven {
            Verdict { class: Class::Accepted, code: "2000".to_owned(), text: String::new() }
        } else {
            let text = "the provider's answer does not mention this message".to_owned();
            Verdict { class: Class::Unknown, code: NO_ANSWER.to_owned(), text }
        };
        Intake { provider_id: None, verdict }
    }
}

fn failure(entry: &Entry<'_>, context: &Context<'_>) -> Verdict {
    let verdict = verdict(entry, context);
    match verdict.class {
        // In the list of failures with a code that says otherwise: nobody knows.
        Class::Accepted | Class::Delivered => Verdict { class: Class::Unknown, ..verdict },
        _ => verdict,
    }
}

fn registration(entry: &Entry<'_>, context: &Context<'_>) -> Verdict {
    let verdict = verdict(entry, context);
    // Delivery is for reports to tell; a registered message without a code was registered.
    if verdict.class == Class::Delivered || verdict.code.is_empty() {
        return Verdict { class: Class::Accepted, ..verdict };
    }
    verdict
}

fn verdict(entry: &Entry<'_>, context: &Context<'_>) -> Verdict {
    let code = entry.status_code.get().map(fault::words).unwrap_or_default();
    Verdict {
        class: if code.is_empty() { Class::Unknown } else { (context.classes)(context.channel, &code) },
        text: entry.status_message.get().map(fault::words).unwrap_or_default(),
        code,
    }
}
