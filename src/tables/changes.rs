//! What a table comes to: the facts that would be written into a document, and what of it is left out.

use super::cell_grid::CellGrid;
use super::import::{BadPlace, Import, TableShape};
use super::mapping::ChannelMatch;
use crate::model::{Fact, FactPlace, Model, YearMonth};
use crate::number::Decimal;
use std::collections::BTreeSet;

/// A fact that would be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactChange {
    /// Where it stands.
    pub place: FactPlace,
    /// Its value.
    pub value: Decimal,
    /// What is recorded there now.
    pub before: Option<Decimal>,
    /// As the table has it; empty where it was added up, or is one of a block.
    pub raw: String,
    /// How many cells it is the sum of; 1 where it stands in one, or was counted from deals.
    pub parts: usize,
}

/// Everything that a table would write, and how much of it would not be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FactChanges {
    /// The facts, of each place one.
    pub list: Vec<FactChange>,
    /// Facts that are recorded so already.
    pub same: usize,
    /// Facts of months that the plan does not have.
    pub outside_plan: usize,
    /// Facts of channels that the plan does not have.
    pub unknown_channel: usize,
    /// Figures of a block for which there is no cell.
    pub outside_grid: usize,
    /// Figures of a block that their cells do not take: a fraction of what is counted, less than nothing.
    pub unfit: usize,
    /// Paths of cells that stay blank, with the texts that could not be read for them.
    pub unread: Vec<(String, String)>,
    /// Places that something was found for: whatever else is found for them is left out.
    taken: BTreeSet<FactPlace>,
}

impl FactChanges {
    /// What a table would change in a document. `cells` are those that a block of bare figures may fill.
    pub fn new(model: &Model, import: &Import, cells: &CellGrid) -> Self {
        let mut changes = Self::default();
        match import.shape {
            TableShape::Bare => changes.add_block(model, import, cells),
            _ => changes.add_table(model, import),
        }
        changes.add_unread(model, import, cells);
        changes
    }

    /// How many facts would take the place of others.
    pub fn replaced(&self) -> usize {
        self.list.iter().filter(|change| change.before.is_some()).count()
    }

    /// How many months they are of.
    pub fn months(&self) -> usize {
        self.list.iter().map(|change| change.place.month).collect::<BTreeSet<_>>().len()
    }

    /// The month to turn to so that something written is in sight, counted from the plan's first month; none, if it
    /// is in sight already in the month that is looked at.
    pub fn month_to_show(&self, start: YearMonth, shown: u32) -> Option<u32> {
        let months = self.list.iter().map(|change| change.place.month.0.saturating_sub(start.0));
        if months.clone().any(|month| month == shown) { None } else { months.min() }
    }

    fn add_table(&mut self, model: &Model, import: &Import) {
        for cell in &import.cells {
            match place(cell.month, cell.channel.as_ref(), &cell.fact) {
                Some(place) if is_within(model, cell.month) => {
                    self.add(model, place, cell.value, (&cell.raw, cell.parts))
                }
                Some(_) => self.outside_plan += 1,
                None => self.unknown_channel += 1,
            }
        }
    }

    fn add_block(&mut self, model: &Model, import: &Import, cells: &CellGrid) {
        for (row, figures) in import.block.iter().enumerate() {
            for (column, value) in figures.iter().enumerate() {
                let Some(value) = *value else { continue };
                match cells.at(row, column).and_then(FactPlace::at) {
                    Some(place) if place.fact.check(value).is_err() => self.unfit += 1,
                    Some(place) => self.add(model, place, value, ("", 1)),
                    None => self.outside_grid += 1,
                }
            }
        }
    }

    fn add(&mut self, model: &Model, place: FactPlace, value: Decimal, (raw, parts): (&str, usize)) {
        if !self.taken.insert(place.clone()) {
            return;
        }
        let before = place.recorded(&model.facts);
        match before == Some(value) {
            true => self.same += 1,
            false => self.list.push(FactChange { place, value, before, raw: raw.to_owned(), parts }),
        }
    }

    /// What could not be read is not lost: it goes to its cell, where nothing else is or comes.
    fn add_unread(&mut self, model: &Model, import: &Import, cells: &CellGrid) {
        for bad in &import.bad {
            let place = match &bad.place {
                Some(BadPlace::Figure(month, channel, fact)) if is_within(model, *month) => {
                    place(*month, channel.as_ref(), fact)
                }
                Some(BadPlace::Block(row, column)) => cells.at(*row, *column).and_then(FactPlace::at),
                _ => None,
            };
            let place = place.filter(|place| place.recorded(&model.facts).is_none());
            if let Some(place) = place.filter(|place| self.taken.insert(place.clone())) {
                self.unread.push((place.path(), bad.raw.clone()));
            }
        }
    }
}

fn is_within(model: &Model, month: YearMonth) -> bool {
    month.0.checked_sub(model.about.start.0).is_some_and(|t| t < model.about.horizon)
}

/// Where a fact belongs; nowhere, if its channel is none of the plan.
fn place(month: YearMonth, channel: Option<&ChannelMatch>, fact: &Fact) -> Option<FactPlace> {
    match (fact, channel) {
        (Fact::Business(fact), _) => Some(FactPlace::of_business(month, *fact)),
        (Fact::Channel(fact), Some(ChannelMatch::Known(id))) => {
            Some(FactPlace::of_channel(month, id.as_str(), fact.clone()))
        }
        (Fact::Channel(_), _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Channel, Currency, Datum, Edit};
    use crate::number::reading::Language;
    use crate::tables::{ImportContext, Overrides, read};

    /// A plan of twelve months from January 2027 with channels `a` and `b`, and cash of January.
    fn model() -> Model {
        let mut model = Model::default();
        model.about.start = YearMonth::new(2027, 1);
        model.about.horizon = 12;
        let channel =
            |id: &str, name: &str| Channel { id: id.into(), name: name.into(), ..Channel::default() };
        model.channels = vec![channel("a", "Ads"), channel("b", "Letters")];
        model.funnel.stages.clear();
        put(&model, "facts/months/202701/cash", 500)
    }

    fn put(model: &Model, path: &str, value: i64) -> Model {
        Edit::put(path, Datum::Fact(Some(value.into()))).applied(model).unwrap()
    }

    fn import(model: &Model, text: &str, is_bare: bool) -> Import {
        let channels = model.channels.iter().map(|own| (own.id.clone(), own.name.clone())).collect();
        let start = model.about.start;
        let context = ImportContext {
            channels,
            stages: Vec::new(),
            client_stage: None,
            start,
            focus: Some(start),
            currency: Currency::Rub,
        };
        let overrides = Overrides { bare: is_bare, ..Overrides::default() };
        read(text, &context, Language::English, &overrides).unwrap()
    }

    fn changes(model: &Model, text: &str) -> FactChanges {
        FactChanges::new(model, &import(model, text, false), &CellGrid::default())
    }

    fn written(changes: &FactChanges) -> Vec<(String, String)> {
        changes.list.iter().map(|change| (change.place.path(), change.value.to_string())).collect()
    }

    #[test]
    fn facts_go_to_their_places_and_the_rest_is_counted() {
        let text = "Month\tChannel\tLeads\tCash\n2027-01\tAds\t7\t500\n2027-02\tAds\t8\t600\n2029-01\tAds\t9\t\n2027-02\tElse\t3\t";
        let changes = changes(&model(), text);
        let path = |path: &str| format!("facts/months/{path}");
        let expected =
            [("202701/channels/a/leads", "7"), ("202702/channels/a/leads", "8"), ("202702/cash", "600")];
        assert_eq!(written(&changes), expected.map(|(at, value)| (path(at), value.to_owned())));
        assert_eq!((changes.same, changes.outside_plan, changes.unknown_channel), (1, 1, 1));
        assert_eq!((changes.months(), changes.replaced()), (2, 0));
        let start = YearMonth::new(2027, 1);
        assert_eq!([0, 1, 2].map(|shown| changes.month_to_show(start, shown)), [None, None, Some(0)]);
    }

    #[test]
    fn what_is_recorded_is_replaced_and_said_so() {
        let changes = changes(&model(), "Month\tCash\n2027-01\t700");
        assert_eq!(changes.list[0].before, Some(500.into()));
        assert_eq!(changes.replaced(), 1);
    }

    #[test]
    fn what_cannot_be_read_goes_to_its_cell_where_nothing_else_is() {
        let changes = changes(&model(), "Month\tCash\tTaxes\n2027-01\tplenty\tmany\n2027-02\t10\t20");
        assert_eq!(changes.unread, [("facts/months/202701/taxes".to_owned(), "many".to_owned())]);
    }

    #[test]
    fn a_block_fills_the_cells_that_take_it() {
        let model = model();
        let cells = ["a", "b"].map(|id| {
            ["spend", "leads"].map(|fact| format!("facts/months/202701/channels/{id}/{fact}")).to_vec()
        });
        let grid = CellGrid::new(cells.to_vec());
        let import = import(&model, "10,5\t2,5\t1\n20\t4\t1", true);
        let changes = FactChanges::new(&model, &import, &grid);
        let values: Vec<_> = written(&changes).into_iter().map(|(_, value)| value).collect();
        assert_eq!(
            (values, changes.unfit, changes.outside_grid),
            (vec!["10.5".into(), "20".into(), "4".into()], 1, 2)
        );
    }
}
