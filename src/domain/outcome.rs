//! What a provider's result code means for us: the class decides the action.

use super::channel::words;

words! {
    /// The class of a result code. The key of every table is (provider, channel, code):
    /// the same digits mean different things elsewhere.
    Class ("result class") {
        /// In flight: wait for the report.
        Accepted = "accepted",
        /// Final, the person has it.
        Delivered = "delivered",
        /// This channel cannot reach this person: the next channel may.
        Fallback = "fallback",
        /// Passing trouble: the same channel again, later, a bounded number of times; then as `Fallback`.
        Retry = "retry",
        /// The provider proves that it never had it: the same channel again, soon.
        Absent = "absent",
        /// The handset was off or full; carriers have already retried. Final.
        Late = "late",
        /// The number is wrong or unassigned: mark it. Final, no fallback.
        RecipientDead = "recipient-dead",
        /// Opted out or blocked: onto the suppression list. Final, no fallback.
        Suppressed = "suppressed",
        /// Sender, template, channel or credentials are wrong: stop the route, tell the operator.
        Config = "config",
        /// The provider's balance or quota is used up: pause the route.
        Money = "money",
        /// Outside the hours in which this may be sent: later.
        Window = "window",
        /// Not confirmed either way: hold, look it up, never send again on a guess.
        Unknown = "unknown",
    }
}
