//! What the plan has in the place of a fact, shown faintly where nothing is recorded.

use crate::evidence::{FactCell, planned_of_business, planned_of_channel};
use crate::model::{ChannelFact, Measure};
use crate::number::Exact;
use crate::plan::ChannelMonths;
use crate::text::Word;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The figures of the plan by channel and month.
#[derive(Clone, Copy)]
pub struct Planned {
    /// The desk.
    pub desk: Desk,
    /// By channel of the document.
    pub channels: Memo<Vec<ChannelMonths>>,
}

impl Planned {
    /// "plan 16"; nothing where the plan says nothing.
    pub fn text(self, t: u32, cell: FactCell, measure: Measure) -> String {
        let figure = match cell {
            FactCell::Business(fact) => self
                .desk
                .model
                .with(|model| self.desk.outcome.with(|outcome| planned_of_business(model, outcome, fact, t))),
            FactCell::Channel(place, fact) => self.of_channel(t, place, fact),
        };
        self.worded(figure, measure)
    }

    /// The same of all channels together.
    pub fn sum(self, t: u32, places: &[usize], fact: ChannelFact<usize>, measure: Measure) -> String {
        let parts = places.iter().filter_map(|place| self.of_channel(t, *place, fact));
        self.worded(parts.reduce(|sum, part| sum + part), measure)
    }

    fn of_channel(self, t: u32, place: usize, fact: ChannelFact<usize>) -> Option<Exact> {
        self.channels.with(|channels| planned_of_channel(channels.get(place)?, fact, t))
    }

    fn worded(self, figure: Option<Exact>, measure: Measure) -> String {
        let Some(figure) = figure.filter(|figure| figure.decimal().is_ok()) else { return String::new() };
        let value = self.desk.show(|show| match measure {
            Measure::Count => show.count(figure),
            _ => show.plain(figure, 0),
        });
        self.desk.with(Word::RECORD_PLAN, "value", &value)
    }
}
