//! The queue of second attempts, when several processes have words about one message.

use std::time::Duration;

use crate::support::on_each_engine;
use msgctl::domain::time::Micros;
use msgctl::store::queue::{self, Waiting};
use msgctl::store::result::{self, End, Fate, Written};

on_each_engine! {
    /// The report of a failure comes once more, while another process writes down that the text after it has arrived.
    async fn who_has_been_reached_is_not_queued_again(db: TestDb) {
        db.run(
            "INSERT INTO queue (message_id, campaign_id, channel, step, night, state, batch_id, tries, due_at, code, updated_at)
             VALUES (5, 1, 'sms', 1, 0, 'sending', 8, 1, 0, '3104', 0)",
        )
        .await;
        let mut first = db.store.write().await.expect("begins");
        let fate = Fate { channel: "sms", state: "delivered", code: "4000", price_minor: 2_000 };
        let end = End { message: 5, batch: 8, at: None, first: 0 };
        assert_eq!(result::end(&mut first, fate, &[end], Micros(1)).await.expect("written"), Written::All);
        queue::drop_done(&mut first, &[5]).await.expect("gone");
        let again = async {
            let mut tx = db.store.write().await.expect("begins");
            let row = Waiting {
                message: 5,
                campaign: 1,
                channel: "sms",
                step: 1,
                night: 0,
                state: "queued",
                batch: 7,
                tries: 0,
                due_at: 0,
                code: "3104",
            };
            let moved = queue::put(&mut tx, &[row], Micros(2)).await.expect("judged");
            tx.commit().await.expect("committed");
            moved
        };
        let commit = async {
            tokio::time::sleep(Duration::from_millis(300)).await;
            first.commit().await.expect("committed");
        };
        let (moved, ()) = tokio::join!(again, commit);
        assert_eq!(moved, [0_i64; 0]);
        assert_eq!(db.number("SELECT COUNT(*) FROM queue").await, 0);
    }
}
