//! What can be recorded of a month, and where it stands in the document.

use super::Model;
use super::about::YearMonth;
use super::facts::{BusinessFact, ChannelFact, Facts};
use super::field::Measure;
use crate::number::Decimal;

/// What can be recorded, whatever its month and its channel.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// Of each channel; a stage by its id.
    Channel(ChannelFact<String>),
    /// Of the whole business.
    Business(BusinessFact),
}

/// Why a number is not a fact of some kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactFault {
    /// A fraction of what is counted.
    NotWhole,
    /// Less than nothing.
    Negative,
}

/// Facts of the whole business, by what they are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactGroup {
    /// What profit, cash and most verdicts hang on, beside the figures of channels.
    Main,
    /// Doing what was sold.
    Delivery,
    /// Keeping clients.
    Service,
    /// Selling more to them.
    AddOns,
    /// Costs and cash.
    Money,
}

impl FactGroup {
    /// All of them, in the order in which they are recorded.
    pub const ALL: [Self; 5] = [Self::Main, Self::Delivery, Self::Service, Self::AddOns, Self::Money];

    /// Its facts, in the order in which they are recorded. Every fact of the business is in one group.
    pub const fn facts(self) -> &'static [BusinessFact] {
        use BusinessFact::{
            Active, Cash, Complaints, CrossSellRevenue, CrossSells, Cycle, Delivered, FixedCosts, Lost,
            OnPromise, Payroll, Refunds, Taxes, UpsellRevenue, Upsells, VariableCosts,
        };
        match self {
            Self::Main => &[Delivered, Cash],
            Self::Delivery => &[Cycle, OnPromise],
            Self::Service => &[Active, Lost, Complaints, Refunds],
            Self::AddOns => &[Upsells, UpsellRevenue, CrossSells, CrossSellRevenue],
            Self::Money => &[VariableCosts, Payroll, FixedCosts, Taxes],
        }
    }
}

impl<S> ChannelFact<S> {
    /// Those that are recorded under a funnel: who passes its last stage is a client, so that clients are counted
    /// only where it has no stages.
    pub fn of_funnel(stages: impl ExactSizeIterator<Item = S>) -> Vec<Self> {
        let has_stages = stages.len() > 0;
        let mut facts = Self::all(stages);
        facts.retain(|fact| !(has_stages && matches!(fact, Self::Clients)));
        facts
    }
}

impl Fact {
    /// Everything that is recorded under a plan: of channels, then of the business.
    pub fn all(model: &Model) -> Vec<Self> {
        let stages = model.funnel.stages.iter().map(|stage| stage.id.clone());
        let of_channel = ChannelFact::of_funnel(stages).into_iter().map(Self::Channel);
        let of_business = FactGroup::ALL.into_iter().flat_map(FactGroup::facts).copied().map(Self::Business);
        of_channel.chain(of_business).collect()
    }

    /// Whether every channel has its own.
    pub const fn is_by_channel(&self) -> bool {
        matches!(self, Self::Channel(_))
    }

    /// What it measures.
    pub const fn measure(&self) -> Measure {
        match self {
            Self::Channel(fact) => fact.measure(),
            Self::Business(fact) => fact.measure(),
        }
    }

    /// Whether it is counted: a whole number, where money and days may have a fraction.
    pub const fn is_count(&self) -> bool {
        matches!(self.measure(), Measure::Count)
    }

    /// Whether it is money that goes out.
    pub const fn is_cost(&self) -> bool {
        use BusinessFact::{FixedCosts, Payroll, Taxes, VariableCosts};
        match self {
            Self::Channel(fact) => matches!(fact, ChannelFact::Spend),
            Self::Business(fact) => matches!(fact, VariableCosts | Payroll | FixedCosts | Taxes),
        }
    }

    /// Whether a number can be its value.
    ///
    /// # Errors
    /// [`FactFault::NotWhole`] of what is counted, [`FactFault::Negative`] of anything but a balance.
    pub fn check(&self, value: Decimal) -> Result<(), FactFault> {
        if self.is_count() && !value.is_integer() {
            return Err(FactFault::NotWhole);
        }
        let is_below = value.is_sign_negative() && !value.is_zero();
        if is_below && self.measure() != Measure::Balance { Err(FactFault::Negative) } else { Ok(()) }
    }

    /// The way to it from the row of its month or channel: `cash`, `stages/a/count`.
    pub fn field(&self) -> String {
        match self {
            Self::Channel(ChannelFact::Stage(id)) => ["stages/", id, "/count"].concat(),
            Self::Channel(fact) => fact.field().to_owned(),
            Self::Business(fact) => fact.field().to_owned(),
        }
    }

    /// Its path in any month and of any channel: by it go its words.
    pub fn pattern(&self) -> String {
        let row = if self.is_by_channel() { "facts/months/-/channels/-/" } else { "facts/months/-/" };
        [row, &self.field()].concat()
    }
}

/// Where a fact stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FactPlace {
    /// Its month.
    pub month: YearMonth,
    /// The id of its channel; none of the whole business.
    pub channel: Option<String>,
    /// What it is.
    pub fact: Fact,
}

impl FactPlace {
    /// Of a channel, by its id.
    pub fn of_channel(month: YearMonth, channel: impl Into<String>, fact: ChannelFact<String>) -> Self {
        Self { month, channel: Some(channel.into()), fact: Fact::Channel(fact) }
    }

    /// Of the whole business.
    pub const fn of_business(month: YearMonth, fact: BusinessFact) -> Self {
        Self { month, channel: None, fact: Fact::Business(fact) }
    }

    /// Its path in the document.
    ///
    /// ```
    /// use obkatka::model::{BusinessFact, ChannelFact, FactPlace, YearMonth};
    /// let month = YearMonth::new(2027, 1);
    /// let cash = FactPlace::of_business(month, BusinessFact::Cash);
    /// assert_eq!(cash.path(), "facts/months/202701/cash");
    /// let stage = FactPlace::of_channel(month, "a", ChannelFact::Stage("b".to_owned()));
    /// assert_eq!(stage.path(), "facts/months/202701/channels/a/stages/b/count");
    /// assert_eq!(FactPlace::at(&stage.path()), Some(stage));
    /// ```
    pub fn path(&self) -> String {
        let (month, field) = (self.month.key(), self.fact.field());
        match &self.channel {
            Some(id) => ["facts/months/", &month, "/channels/", id, "/", &field].concat(),
            None => ["facts/months/", &month, "/", &field].concat(),
        }
    }

    /// What is recorded there; none where nothing is. The way by [`path`](Self::path) finds the same, at many times the work.
    pub fn recorded(&self, facts: &Facts) -> Option<Decimal> {
        let row = facts.at(self.month)?;
        match (&self.fact, &self.channel) {
            (Fact::Business(fact), None) => fact.in_row(row),
            (Fact::Channel(ChannelFact::Stage(id)), Some(channel)) => row.channel(channel)?.stage(id),
            (Fact::Channel(fact), Some(channel)) => fact.in_row(row.channel(channel)?),
            _ => None,
        }
    }

    /// What stands at a path, if it is that of a fact.
    pub fn at(path: &str) -> Option<Self> {
        let (month, rest) = path.strip_prefix("facts/months/")?.split_once('/')?;
        let month = YearMonth::of_key(month)?;
        let Some((channel, field)) = rest.strip_prefix("channels/").and_then(|rest| rest.split_once('/'))
        else {
            let fact = BusinessFact::ALL.iter().find(|fact| fact.field() == rest)?;
            return Some(Self::of_business(month, *fact));
        };
        let stage = field.strip_prefix("stages/").and_then(|rest| rest.strip_suffix("/count"));
        let fact = match stage {
            Some(id) => ChannelFact::Stage(id.to_owned()),
            None => ChannelFact::all(std::iter::empty()).into_iter().find(|fact| fact.field() == field)?,
        };
        Some(Self::of_channel(month, channel, fact))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ChannelFacts, Datum, Edit, Kind, MonthFacts, Record, Slot, Stage, StageFacts, find};

    fn with_stages(ids: &[&str]) -> Model {
        let mut model = Model::default();
        model.funnel.stages = ids.iter().map(|id| Stage { id: (*id).into(), ..Stage::default() }).collect();
        model
    }

    fn places(model: &Model) -> Vec<FactPlace> {
        let channel = |fact: &Fact| fact.is_by_channel().then(|| "a".to_owned());
        let place = |fact: Fact| FactPlace { month: YearMonth::new(2027, 1), channel: channel(&fact), fact };
        Fact::all(model).into_iter().map(place).collect()
    }

    #[test]
    fn every_fact_of_the_business_is_in_one_group() {
        for fact in BusinessFact::ALL {
            let groups = FactGroup::ALL.into_iter().filter(|group| group.facts().contains(fact));
            assert_eq!(groups.count(), 1, "{fact:?} stands in `FactGroup::facts` not exactly once");
        }
    }

    #[test]
    fn every_fact_stands_where_its_path_says() {
        for model in [with_stages(&["x", "y"]), with_stages(&[])] {
            for place in places(&model) {
                let path = place.path();
                assert_eq!(FactPlace::at(&path).as_ref(), Some(&place));
                assert_eq!(place.recorded(&model.facts), None);
                let model = Edit::put(path.as_str(), Datum::Fact(Some(1.into()))).applied(&model).unwrap();
                let (field, slot) = find(&model, &path).unwrap();
                assert_eq!(field.kind, Kind::Fact(place.fact.measure()), "{path}");
                assert!(matches!(slot, Slot::Fact(Some(_))), "{path}");
                assert_eq!(place.recorded(&model.facts), Some(1.into()), "{path}");
            }
        }
    }

    #[test]
    fn every_field_of_a_fact_has_its_name() {
        let (month, channel, stage) = (MonthFacts::default(), ChannelFacts::default(), StageFacts::default());
        let rows: [(&dyn Record, &str); 3] =
            [(&month, ""), (&channel, "channels/a/"), (&stage, "channels/a/stages/x/")];
        for (row, way) in rows {
            for field in row.fields().iter().filter(|field| matches!(field.kind, Kind::Fact(_))) {
                let path = ["facts/months/202701/", way, field.key].concat();
                assert!(FactPlace::at(&path).is_some(), "{path} is no fact");
            }
        }
    }

    #[test]
    fn what_is_no_fact_has_no_place() {
        for path in [
            "",
            "about/name",
            "facts/months/202701/id",
            "facts/months/2027/cash",
            "facts/months/202701/channels/a",
        ] {
            assert_eq!(FactPlace::at(path), None, "{path}");
        }
    }

    #[test]
    fn clients_are_counted_only_where_no_stage_is() {
        let has_clients = |model: &Model| Fact::all(model).contains(&Fact::Channel(ChannelFact::Clients));
        assert!(has_clients(&with_stages(&[])) && !has_clients(&with_stages(&["x"])));
    }
}
