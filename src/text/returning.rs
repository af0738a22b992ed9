//! How often clients come back, in a sentence with one's own numbers.

use super::{Filling, Show, Word};
use crate::model::{Model, RetentionEntry, RetentionKind};
use crate::number::{Exact, Number};
use crate::plan::Outcome;

/// What the way in which retention is entered comes to: of 100 clients so many, so many orders of one.
pub fn returning_text(show: &Show<'_>, model: &Model, outcome: &Outcome) -> String {
    let (retention, client) = (&model.offer.retention, &outcome.client);
    let (word, share) = match retention.entry {
        _ if retention.kind != RetentionKind::Constant => (Word::PLAN_SAID_OTHER, &retention.rate),
        RetentionEntry::Month => (Word::PLAN_SAID_MONTH, &retention.rate),
        RetentionEntry::Quarter => (Word::PLAN_SAID_QUARTER, &retention.quarter_rate),
        RetentionEntry::Year => (Word::PLAN_SAID_YEAR, &retention.year_rate),
        RetentionEntry::BoughtAgain => (Word::PLAN_SAID_BOUGHT_AGAIN, &retention.return_share),
        RetentionEntry::FirstYear => (Word::PLAN_SAID_FIRST_YEAR, &retention.return_share),
    };
    let months = show.months(Exact::whole(u32::try_from(client.survival.len()).unwrap_or(u32::MAX)));
    let (n, n_whole) = show.counted(share.number::<Exact>() * Exact::whole(100));
    let (orders, orders_whole) = show.counted(client.life_orders.0);
    let again = show.plain(client.repeat_orders.0, 2);
    let fillings = [
        ("n", Filling::Number(&n, n_whole)),
        ("orders", Filling::Number(&orders, orders_whole)),
        ("months", Filling::Text(&months)),
        ("again", Filling::Text(&again)),
    ];
    show.phrase(word, &fillings)
}
