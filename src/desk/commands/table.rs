//! Taking a table of facts into the document.

use super::WriteFacts;
use crate::desk::{Command, Manner};
use crate::model::{EditFault, FactPlace, Model};
use crate::number::Decimal;
use crate::tables::FactChanges;

/// Writes down what a table comes to, as one step: all of it or, where the document has no room for it, nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeTable {
    /// Where the facts stand, and their values.
    pub facts: Vec<(FactPlace, Decimal)>,
}

impl From<&FactChanges> for TakeTable {
    fn from(changes: &FactChanges) -> Self {
        Self { facts: changes.list.iter().map(|change| (change.place.clone(), change.value)).collect() }
    }
}

impl Command for TakeTable {
    fn name(&self) -> &'static str {
        "take_table"
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        let figures = self.facts.iter().map(|(place, value)| (place.path(), Some(*value))).collect();
        WriteFacts { figures }.applied(model)
    }

    /// A step of its own even where it is one fact only, and whatever is half typed in its cells goes.
    fn manner(&self) -> Manner<'_> {
        Manner::Replacement
    }
}

#[cfg(test)]
mod tests {
    use super::TakeTable;
    use crate::desk::{Command, Manner};
    use crate::model::{Channel, EditFault, Model, MonthFacts, YearMonth};
    use crate::number::reading::Language;
    use crate::tables::{CellGrid, FactChanges, ImportContext, Overrides, read};

    fn model() -> Model {
        let mut model = Model::default();
        model.about.start = YearMonth::new(2027, 1);
        model.about.horizon = 12;
        model.channels = vec![Channel { id: "a".into(), name: "Ads".into(), ..Channel::default() }];
        model
    }

    fn table(model: &Model, text: &str) -> TakeTable {
        let context = ImportContext {
            channels: vec![("a".to_owned(), "Ads".to_owned())],
            stages: Vec::new(),
            client_stage: None,
            start: model.about.start,
            focus: None,
            currency: model.about.currency,
        };
        let import = read(text, &context, Language::English, &Overrides::default()).unwrap();
        TakeTable::from(&FactChanges::new(model, &import, &CellGrid::default()))
    }

    const TEXT: &str = "Month\tChannel\tLeads\tCash\n2027-01\tAds\t7\t500\n2027-05\tAds\t8\t";

    #[test]
    fn a_table_is_written_and_each_of_its_quarters_keeps_the_plan() {
        let model = model();
        let after = table(&model, TEXT).applied(&model).unwrap();
        let month = |month| after.facts.at(YearMonth::new(2027, month)).unwrap();
        let leads = [1, 5].map(|at| month(at).channel("a").and_then(|channel| channel.leads));
        assert_eq!(leads, [Some(7.into()), Some(8.into())]);
        assert_eq!((month(1).cash, month(5).cash), (Some(500.into()), None));
        assert_eq!(after.facts.snapshots.len(), 2);
        assert_eq!(table(&after, TEXT).facts, [], "what is recorded already is not written again");
    }

    #[test]
    fn a_table_is_a_step_of_its_own_even_with_one_fact() {
        let table = table(&model(), "Month\tCash\n2027-01\t5");
        assert_eq!((table.facts.len(), table.manner()), (1, Manner::Replacement));
    }

    #[test]
    fn a_table_without_room_is_not_written_in_part() {
        let mut model = model();
        let blank =
            |at: u32| MonthFacts { id: YearMonth::new(2000, 1).later(at).key(), ..MonthFacts::default() };
        model.facts.months = (0..119).map(blank).collect();
        assert_eq!(table(&model, TEXT).applied(&model), Err(EditFault::TooManyRows { most: 120 }));
    }
}
