//! Gauges in Prometheus text, as the database and this worker know them.

use std::fmt::Write as _;

use super::Pulse;
use crate::ops::send::Sending;
use crate::store::{StoreError, gauge, sender};

/// One page of metrics.
///
/// # Errors
/// What the database says.
pub async fn gauges(cx: &Sending, pulse: &Pulse) -> Result<String, StoreError> {
    let mut page = Page::default();
    let (wall, steady) = (cx.clock.wall(), cx.steady.now());
    let mut c = cx.store.read().await?;
    page.head("msgctl_messages_total", "counter", "messages with a final result, by channel and state");
    for f in gauge::finals(&mut c).await? {
        page.put("msgctl_messages_total", &[("channel", &f.channel), ("state", &f.state)], f.n);
    }
    page.head("msgctl_queue_depth", "gauge", "messages that wait for their turn, by lane");
    let waiting = gauge::waiting(&mut c).await?;
    for lane in crate::domain::channel::Lane::ALL {
        let n = waiting.iter().find(|w| w.name == lane.word()).map_or(0, |w| w.n);
        page.put("msgctl_queue_depth", &[("lane", lane.word())], n);
    }
    page.head("msgctl_messages_open", "gauge", "messages handed over without a final word, by the state of their call");
    let open = gauge::open(&mut c).await?;
    for state in ["sending", "answered", "doubt"] {
        let n = open.iter().find(|o| o.name == state).map_or(0, |o| o.n);
        page.put("msgctl_messages_open", &[("state", state)], n);
    }
    page.head(
        "msgctl_route_state",
        "gauge",
        "0 open to traffic, 1 on trial, 2 resting after failures, 3 stopped for a reason of ours",
    );
    let routes = gauge::routes(&mut c).await?;
    for (channel, rule) in &cx.rules.channels {
        for provider in rule.providers() {
            let known = routes.iter().find(|r| r.provider == *provider && r.channel == channel.word());
            let n = match known.map_or("closed", |r| r.state.as_str()) {
                "half-open" => 1,
                "open" => 2,
                "stopped" => 3,
                _ => 0,
            };
            page.put("msgctl_route_state", &[("provider", provider), ("channel", channel.word())], n);
        }
    }
    page.head("msgctl_senders", "gauge", "processes that send, by kind");
    let senders = sender::others(&mut c, 0).await?;
    let mut kinds: Vec<&str> = senders.iter().map(|s| s.kind.as_str()).collect();
    kinds.sort_unstable();
    for of in kinds.chunk_by(|a, b| a == b) {
        page.put("msgctl_senders", &[("kind", of[0])], i64::try_from(of.len()).unwrap_or(0));
    }
    page.head("msgctl_sender_beat_age_seconds", "gauge", "since a sender's last sign of life");
    for s in &senders {
        page.seconds(
            "msgctl_sender_beat_age_seconds",
            &[("sender", &s.id.to_string()), ("kind", &s.kind)],
            wall.since(s.beat_at),
        );
    }
    page.head("msgctl_sender_lease_left_seconds", "gauge", "how long nobody doubts that a sender lives");
    for s in &senders {
        page.seconds(
            "msgctl_sender_lease_left_seconds",
            &[("sender", &s.id.to_string()), ("kind", &s.kind)],
            s.lease_until.since(steady),
        );
    }
    page.head("msgctl_poll_age_seconds", "gauge", "since reports were last read, by provider");
    for p in gauge::polled(&mut c).await? {
        page.seconds("msgctl_poll_age_seconds", &[("provider", &p.name)], wall.since(p.at));
    }
    let done = pulse.done();
    page.head("msgctl_worker_handed_over_total", "counter", "messages that this worker handed over");
    page.put("msgctl_worker_handed_over_total", &[], i64::try_from(done.handed_over).unwrap_or(i64::MAX));
    page.head("msgctl_worker_in_flight", "gauge", "messages in calls of this worker");
    page.put("msgctl_worker_in_flight", &[], i64::try_from(done.in_flight).unwrap_or(i64::MAX));
    page.head("msgctl_worker_turn_age_seconds", "gauge", "since this worker last came round");
    page.seconds("msgctl_worker_turn_age_seconds", &[], pulse.since_turn());
    Ok(page.text)
}

#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn head(&mut self, name: &str, kind: &str, help: &str) {
        let _ = writeln!(self.text, "# HELP {name} {help}\n# TYPE {name} {kind}");
    }

    fn put(&mut self, name: &str, labels: &[(&str, &str)], n: i64) {
        let _ = writeln!(self.text, "{name}{} {n}", Self::labels(labels));
    }

    fn seconds(&mut self, name: &str, labels: &[(&str, &str)], d: std::time::Duration) {
        let _ = writeln!(self.text, "{name}{} {:.3}", Self::labels(labels), d.as_secs_f64());
    }

    fn labels(labels: &[(&str, &str)]) -> String {
        if labels.is_empty() {
            return String::new();
        }
        let escaped = |v: &str| v.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
        let all: Vec<String> = labels.iter().map(|(k, v)| format!("{k}=\"{}\"", escaped(v))).collect();
        format!("{{{}}}", all.join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_escaped() {
        let mut page = Page::default();
        page.put("a", &[("b", "x\"y\\z\n")], 1);
        page.put("c", &[], -2);
        assert_eq!(page.text, "a{b=\"x\\\"y\\\\z\\n\"} 1\nc -2\n");
    }
}
