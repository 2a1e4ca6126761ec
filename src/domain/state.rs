//! States of messages and campaigns.

use super::channel::words;

words! {
    /// Where a message stands. `queued → sending → accepted → delivered | failed`, with `unknown`
    /// for what may have reached the provider but was not confirmed, and `cancelled`.
    MessageState ("message state") {
        /// Waits for its turn.
        Queued = "queued",
        /// A call that carries it is under way.
        Sending = "sending",
        /// The provider has it; its report is awaited.
        Accepted = "accepted",
        /// Final: the person has it.
        Delivered = "delivered",
        /// Final: nobody could deliver it.
        Failed = "failed",
        /// May have reached the provider: asked about, never sent again on a guess.
        Unknown = "unknown",
        /// Final: taken back before it was handed over.
        Cancelled = "cancelled",
    }
}

impl MessageState {
    /// Nothing will change it any more.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Delivered | Self::Failed | Self::Cancelled)
    }
}

words! {
    /// Where a campaign stands.
    CampaignState ("campaign state") {
        /// Its messages are being written down; none may be sent yet.
        Planning = "planning",
        /// Planned; a second person must approve it before any of it is sent.
        Awaiting = "awaiting",
        /// Its messages may be sent.
        Running = "running",
        /// Held by the operator or by a stopped route.
        Paused = "paused",
        /// Every message is in a final state.
        Done = "done",
        /// Taken back: what was not handed over will not be.
        Cancelled = "cancelled",
    }
}
