//! Campaigns of the past, as they are in the books.

use msgctl::domain::channel::Channel;
use msgctl::domain::id::{CampaignId, SiteId};
use msgctl::domain::money::Minor;
use msgctl::domain::time::Micros;
use msgctl::ops::ledger::{Hold, Taking, hold, take};

use super::TestDb;

/// 5 October 2026, nine in the morning in Korea.
pub const OCTOBER: Micros = Micros(1_791_158_400_000_000);

/// A campaign that is done: so many messages delivered on each channel, at a price (channel, 1/100 won, messages), so
/// many failed, and `each` had been set aside for every one of them. The site must have that.
pub async fn campaign_done(
    db: &TestDb,
    site: SiteId,
    campaign: CampaignId,
    delivered: &[(Channel, i64, i64)],
    failed: i64,
    each: i64,
) {
    let sent: i64 = delivered.iter().map(|d| d.2).sum::<i64>() + failed;
    let first = (campaign.0 - 1) * 1_000 + 1;
    let (id, last) = (campaign.0, first + sent - 1);
    let none = if db.url.starts_with("sqlite:") { "x''" } else { "''" };
    let lot = delivered.iter().map(|(c, price, n)| (*c, "delivered", *price, *n));
    let lot: Vec<_> = lot.chain([(Channel::Sms, "failed", 0, failed)]).filter(|l| l.3 > 0).collect();
    let mut sql = format!(
        "INSERT INTO campaign (id, site_id, request_hash, state, lane, strategy, content, plan, total, first_id, last_id,
         created_at, finished_at) VALUES ({id}, {}, '', 'done', 'bulk', 'alimtalk-first', '{{}}', '{{}}', {sent}, {first}, {last}, 0, 0);",
        site.0
    );
    let mut message = first;
    for (channel, state, price, n) in lot {
        sql += &format!(
            "INSERT INTO tally (campaign_id, day, channel, state, code, n, price_minor)
             VALUES ({id}, '2026-10-05', '{channel}', '{state}', '', {n}, {});",
            n * price
        );
        for _ in 0..n {
            sql += &format!(
                "INSERT INTO message (id, campaign_id, phone_ix, key_id, route, created_at) VALUES ({message}, {id}, {none}, 1, 'alimtalk sms', 0);
                 INSERT INTO result (message_id, channel, state, code, price_minor, at) VALUES ({message}, '{channel}', '{state}', '', {price}, 0);"
            );
            message += 1;
        }
    }
    db.run(format!("BEGIN; {sql} COMMIT")).await;
    let mut tx = db.store.write().await.expect("a transaction");
    let (most, now) = (Minor(sent * each), OCTOBER);
    hold(&mut tx, Hold { site, campaign, book: None, most, actor: "test", now }).await.expect("is set aside");
    let delivered = delivered.iter().map(|(c, price, n)| (*c, Minor(*price), *n)).collect();
    let taking =
        Taking { site, campaign, delivered, reserved: most, effective_at: now, late: false, actor: "test", now };
    take(&mut tx, &taking).await.expect("is taken");
    tx.commit().await.expect("commits");
}

/// The campaign of golden C2 in the books of the first site: of 100 people 85 by Alimtalk, 10 by SMS, 5 not at all; 965 won
/// of 2,000.
pub async fn campaign_c2(db: &TestDb) {
    let delivered = [(Channel::Alimtalk, 900, 85), (Channel::Sms, 2_000, 10)];
    campaign_done(db, SiteId(1), CampaignId(1), &delivered, 5, 2_000).await;
}
