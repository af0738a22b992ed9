//! What a reader can choose in place of what was understood: for columns, and for names that the plan does not have.

use super::context::Overrides;
use super::import::{ColumnReading, Import, TableShape, Unmatched};
use super::mapping::{ColumnMapping, Skipped};
use crate::model::Fact;
use std::collections::BTreeMap;

impl ColumnMapping {
    /// What a column of a table of some shape may be mapped to; `facts` are those that the plan has.
    pub fn choices(&self, shape: TableShape, facts: &[Fact]) -> Vec<Self> {
        let skipped = Self::Skipped(Skipped::Asked);
        if shape == TableShape::Deals {
            return vec![
                Self::Created,
                Self::Closed,
                Self::Channel,
                Self::Stage,
                Self::Amount,
                Self::Won,
                Self::Id,
                Self::PaidBack,
                skipped,
            ];
        }
        let unnamed = matches!(self, Self::Values { fact: None, .. }).then(|| self.clone());
        let values =
            facts.iter().map(|fact| Self::Values { fact: Some(fact.clone()), month: None, channel: None });
        let naming = [Self::Month, Self::Channel, Self::Measure];
        unnamed.into_iter().chain(naming).chain(values).chain([skipped]).collect()
    }

    /// Whether two say the same of a column, whatever month or channel its heading names, or why it is skipped.
    pub fn is_same_choice(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Values { fact: one, .. }, Self::Values { fact: other, .. }) => one == other,
            (Self::Skipped(_), Self::Skipped(_)) => true,
            _ => self == other,
        }
    }

    /// The same, with the month and the channel that the heading of a column names.
    pub fn under_heading_of(&self, own: &Self) -> Self {
        match (self, own) {
            (Self::Values { fact, .. }, Self::Values { month, channel, .. }) => {
                Self::Values { fact: fact.clone(), month: *month, channel: channel.clone() }
            }
            _ => self.clone(),
        }
    }
}

impl Import {
    /// Columns whose dates are written alike: all the months across, else the column alone.
    pub fn dated_alike(&self, column: usize) -> Vec<usize> {
        let is_across = |column: &ColumnReading| {
            let holds_figures =
                matches!(column.mapping, ColumnMapping::Values { .. } | ColumnMapping::Skipped(_));
            column.date.is_some() && holds_figures
        };
        let across =
            self.columns.iter().enumerate().filter(|(_, own)| is_across(own)).map(|(place, _)| place);
        match self.columns.get(column).is_some_and(is_across) {
            true => across.collect(),
            false => vec![column],
        }
    }
}

/// What names in a table are names of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// Channels of the plan.
    Channel,
    /// Stages of its funnel.
    Stage,
}

impl Overrides {
    /// Which channel or stage the reader chose for names: ids by the names in the table.
    pub const fn names(&self, kind: NameKind) -> &BTreeMap<String, String> {
        match kind {
            NameKind::Channel => &self.channels,
            NameKind::Stage => &self.stages,
        }
    }

    /// Chooses what a name means: the id of a channel or a stage, or nothing of the plan.
    pub fn set_name(&mut self, kind: NameKind, name: &str, id: Option<String>) {
        let names = match kind {
            NameKind::Channel => &mut self.channels,
            NameKind::Stage => &mut self.stages,
        };
        match id {
            Some(id) => drop(names.insert(name.to_owned(), id)),
            None => drop(names.remove(name)),
        }
    }

    /// The names to ask about, each with the id chosen for it: those with a choice, then those that the plan does
    /// not have.
    pub fn open_names<'n>(&'n self, kind: NameKind, import: &'n Import) -> Vec<(&'n str, Option<&'n str>)> {
        let unmatched: &[Unmatched] = match kind {
            NameKind::Channel => &import.new_channels,
            NameKind::Stage => &import.new_stages,
        };
        let names = self.names(kind);
        let chosen = names.iter().map(|(name, id)| (name.as_str(), Some(id.as_str())));
        let new = unmatched.iter().map(|own| own.name.as_str()).filter(|name| !names.contains_key(*name));
        chosen.chain(new.map(|name| (name, None))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BusinessFact, YearMonth};
    use crate::tables::ChannelMatch;

    const CASH: Fact = Fact::Business(BusinessFact::Cash);

    fn values(fact: Option<Fact>, month: Option<YearMonth>) -> ColumnMapping {
        ColumnMapping::Values { fact, month, channel: Some(ChannelMatch::Known("a".into())) }
    }

    #[test]
    fn a_column_may_be_every_fact_of_the_plan_or_what_rows_are_about() {
        let choices = ColumnMapping::Month.choices(TableShape::Long, &[CASH]);
        assert!(choices.contains(&ColumnMapping::Channel));
        assert!(choices.iter().any(|choice| choice.is_same_choice(&values(Some(CASH), None))));
        let of_deals = ColumnMapping::Won.choices(TableShape::Deals, &[CASH]);
        assert!(!of_deals.iter().any(|choice| choice.is_same_choice(&values(Some(CASH), None))));
    }

    #[test]
    fn figures_that_nothing_names_may_stay_so() {
        let own = values(None, None);
        assert!(own.choices(TableShape::Pivot, &[]).contains(&own));
    }

    #[test]
    fn a_choice_keeps_the_month_and_the_channel_of_the_heading() {
        let own = values(None, Some(YearMonth::new(2027, 3)));
        let chosen = ColumnMapping::Values { fact: Some(CASH), month: None, channel: None };
        assert_eq!(chosen.under_heading_of(&own), values(Some(CASH), Some(YearMonth::new(2027, 3))));
        assert_eq!(ColumnMapping::Month.under_heading_of(&own), ColumnMapping::Month);
    }

    #[test]
    fn a_chosen_name_can_be_taken_back() {
        let mut overrides = Overrides::default();
        overrides.set_name(NameKind::Channel, "Ads", Some("a".into()));
        assert_eq!(overrides.names(NameKind::Channel).get("Ads").map(String::as_str), Some("a"));
        assert!(overrides.names(NameKind::Stage).is_empty());
        overrides.set_name(NameKind::Channel, "Ads", None);
        assert_eq!(overrides, Overrides::default());
    }
}
