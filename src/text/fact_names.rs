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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BusinessFact, Channel, Stage, YearMonth};
    use crate::text::Language;

    #[test]
    fn a_fact_is_called_by_its_stage_and_channel() {
        let mut model = Model::default();
        model.funnel.stages = vec![Stage { id: "s".into(), name: "Contract".into(), ..Stage::default() }];
        model.channels = vec![Channel { id: "c".into(), name: "Search ads".into(), ..Channel::default() }];
        let start = YearMonth::new(2027, 1);
        let show = Show::standard(Language::English);
        let name = |place: FactPlace| fact_full_name(&show, &model, &place);
        let of_channel = |fact| name(FactPlace::of_channel(start, "c", fact));
        assert_eq!(of_channel(ChannelFact::Spend), "Spend — Search ads");
        assert_eq!(of_channel(ChannelFact::Stage("s".into())), "Contract — Search ads");
        assert_eq!(name(FactPlace::of_business(start, BusinessFact::Cash)), "Cash at the end");
    }
}
