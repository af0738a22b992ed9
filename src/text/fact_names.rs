//! What facts are called, by their paths.

use super::{Show, field_short, row_name};
use crate::model::{ChannelFact, Fact, FactPlace, Model};

/// A fact whatever its month and channel: "Spend", "Contract".
pub fn fact_name(show: &Show<'_>, model: &Model, fact: &Fact) -> String {
    match fact {
        Fact::Channel(ChannelFact::Stage(id)) => row_name(show, model, &["funnel/stages/", id].concat()),
        _ => field_short(show, &fact.pattern()),
    }
}

/// The channel of a fact, if every channel has its own.
pub fn fact_channel(show: &Show<'_>, model: &Model, place: &FactPlace) -> Option<String> {
    let id = place.channel.as_ref()?;
    Some(row_name(show, model, &["channels/", id].concat()))
}

/// Both: "Spend — Search ads".
pub fn fact_full_name(show: &Show<'_>, model: &Model, place: &FactPlace) -> String {
    let fact = fact_name(show, model, &place.fact);
    match fact_channel(show, model, place) {
        Some(channel) => [&fact, " — ", &channel].concat(),
        None => fact,
    }
}
