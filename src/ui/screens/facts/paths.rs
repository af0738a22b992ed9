//! Where the figures of what has been stand in the document, and what they are called.

use crate::evidence::{Cell, ChannelCell};
use crate::model::{ChannelFact, Kind, Measure, Model, MonthFact, Record, StageFact, YearMonth};
use crate::text::{Show, field_short, row_name};

/// Path of a month's row.
pub fn month_path(month: YearMonth) -> String {
    ["facts/months/", &month.key()].concat()
}

/// Path of a figure of a channel in a month's row; `field` as [`channel_field`] has it.
pub fn channel_path(month: YearMonth, channel: &str, field: &str) -> String {
    [&month_path(month), "/channels/", channel, "/", field].concat()
}

/// Path of how many reached a stage, from a channel's row on.
pub fn stage_field(stage: &str) -> String {
    ["stages/", stage, "/count"].concat()
}

/// Path of a channel's figure from its row on.
pub fn channel_field(model: &Model, cell: ChannelCell) -> Option<String> {
    Some(match cell {
        ChannelCell::Spend => "spend".into(),
        ChannelCell::Leads => "leads".into(),
        ChannelCell::Stage(place) => stage_field(&model.funnel.stages.get(place)?.id),
        ChannelCell::Clients => "clients".into(),
        ChannelCell::Revenue => "revenue".into(),
    })
}

/// Path of a figure of a month of the plan.
pub fn path_of(model: &Model, t: u32, cell: Cell) -> Option<String> {
    let month = model.about.start.later(t);
    match cell {
        Cell::Month(cell) => Some([&month_path(month), "/", cell.name()].concat()),
        Cell::Channel(place, cell) => {
            let channel = model.channels.get(place)?;
            Some(channel_path(month, &channel.id, &channel_field(model, cell)?))
        }
    }
}

/// What a figure at a path is called, its row left out: "Spend", "Contract".
pub fn figure_name(show: &Show<'_>, model: &Model, path: &str) -> String {
    match path.split_once("/stages/").and_then(|(_, rest)| rest.split_once('/')) {
        Some((stage, _)) => row_name(show, model, &["funnel/stages/", stage].concat()),
        None => field_short(show, path),
    }
}

/// The name of the channel that a figure at a path is of.
pub fn channel_name(show: &Show<'_>, model: &Model, path: &str) -> Option<String> {
    let (_, rest) = path.split_once("/channels/")?;
    let id = rest.split('/').next()?;
    Some(row_name(show, model, &["channels/", id].concat()))
}

/// Both: "Spend — Search ads".
pub fn full_name(show: &Show<'_>, model: &Model, path: &str) -> String {
    let figure = figure_name(show, model, path);
    match channel_name(show, model, path) {
        Some(channel) => [&figure, " — ", &channel].concat(),
        None => figure,
    }
}

/// What a figure measures.
pub fn measure_of(path: &str) -> Measure {
    let key = path.rsplit('/').next().unwrap_or_default();
    let (month, channel, stage) = (MonthFact::default(), ChannelFact::default(), StageFact::default());
    let records: [&dyn Record; 3] = [&month, &channel, &stage];
    let kind =
        |record: &dyn Record| record.fields().iter().find(|field| field.key == key).map(|field| field.kind);
    match records.into_iter().find_map(kind) {
        Some(Kind::Fact(measure)) => measure,
        _ => Measure::Count,
    }
}
