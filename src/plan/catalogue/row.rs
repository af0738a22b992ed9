//! What a row of the catalogue is.

use super::super::outcome::Outcome;
use super::super::reached::Reached;
use crate::number::{Exact, Undefined};

/// What a figure is a figure of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The whole plan.
    Whole,
    /// One channel, or all together.
    Channel,
    /// One month.
    Month,
    /// One month of a client's life.
    Age,
    /// One channel in one month.
    ChannelMonth,
    /// One stage of the funnel.
    Stage,
    /// One stage of the funnel in one month.
    StageMonth,
    /// One role in one month.
    RoleMonth,
    /// One person of those of a role who came together, in one month.
    GroupMonth,
    /// One part of such a person's pay, in one month.
    PartMonth,
    /// One KPI of such a part, in one month.
    KpiMonth,
}

/// How a figure is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureUnit {
    /// Money of the model's currency.
    Money,
    /// A share, shown in per cent.
    Share,
    /// A ratio, shown as "3.2".
    Ratio,
    /// How many.
    Count,
    /// A length of time in months.
    Months,
    /// A month of the plan, 0 = the first.
    Month,
}

/// One row of the catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    /// Its name in files and scripts.
    pub id: &'static str,
    /// What it is a figure of.
    pub scope: Scope,
    /// How it is counted.
    pub unit: FigureUnit,
    /// The formula over other figures `{id}` and inputs `{offer/price}`, in the language of `plan::formula`.
    pub formula: &'static str,
    /// Where the formula comes from.
    pub source: &'static str,
    pub(super) value: Option<fn(&Outcome, Place) -> Answer>,
}

/// Which one of a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The whole plan; all channels together.
    Whole,
    /// The channel at this place of the list.
    Channel(usize),
    /// A month of the plan.
    Month(u32),
    /// A month of a client's life, the first being 0.
    Age(u32),
    /// The channel at this place of the list in a month of the plan.
    ChannelMonth(usize, u32),
    /// The stage at this place of the funnel.
    Stage(usize),
    /// The stage at this place of the funnel in a month of the plan.
    StageMonth(usize, u32),
    /// The role at this place of the list in a month of the plan.
    RoleMonth(usize, u32),
    /// Of the role at this place, those who came together, the first people being 0, in a month of the plan.
    GroupMonth(usize, usize, u32),
    /// Of a role and its group, the part at this place of the pay plan in a month of the plan.
    PartMonth((usize, usize), usize, u32),
    /// Of a role and its group, of a part, the KPI at this place in a month of the plan.
    KpiMonth((usize, usize), usize, usize, u32),
}

impl Place {
    /// The same in another month of the plan; none where it is of no month.
    pub fn in_month(self, t: u32) -> Option<Self> {
        Some(match self {
            Place::Month(_) => Place::Month(t),
            Place::ChannelMonth(channel, _) => Place::ChannelMonth(channel, t),
            Place::StageMonth(stage, _) => Place::StageMonth(stage, t),
            Place::RoleMonth(role, _) => Place::RoleMonth(role, t),
            Place::GroupMonth(role, group, _) => Place::GroupMonth(role, group, t),
            Place::PartMonth(of, part, _) => Place::PartMonth(of, part, t),
            Place::KpiMonth(of, part, kpi, _) => Place::KpiMonth(of, part, kpi, t),
            Place::Whole | Place::Channel(_) | Place::Age(_) | Place::Stage(_) => return None,
        })
    }
}

/// What a figure comes to.
pub type Answer = Reached<Exact>;

impl Figure {
    /// Whether it is a figure of such a place.
    pub fn has(&self, place: Place) -> bool {
        match place {
            Place::Whole => matches!(self.scope, Scope::Whole | Scope::Channel),
            Place::Channel(_) => self.scope == Scope::Channel,
            Place::Month(_) => self.scope == Scope::Month,
            Place::Age(_) => self.scope == Scope::Age,
            Place::ChannelMonth(..) => self.scope == Scope::ChannelMonth,
            Place::Stage(_) => self.scope == Scope::Stage,
            Place::StageMonth(..) => self.scope == Scope::StageMonth,
            Place::RoleMonth(..) => self.scope == Scope::RoleMonth,
            Place::GroupMonth(..) => self.scope == Scope::GroupMonth,
            Place::PartMonth(..) => self.scope == Scope::PartMonth,
            Place::KpiMonth(..) => self.scope == Scope::KpiMonth,
        }
    }

    /// What it comes to at a place.
    pub fn value(&self, outcome: &Outcome, place: Place) -> Answer {
        self.value.map_or(Reached::Unknown(Undefined::NoData), |value| value(outcome, place))
    }

    /// Whether it says when something is reached, or how long it takes.
    pub fn is_time(&self) -> bool {
        matches!(self.unit, FigureUnit::Month | FigureUnit::Months)
    }

    /// Whether the outcome does not hold it: it only stands in formulas of others, and is evaluated by its own.
    pub fn is_derived(&self) -> bool {
        self.value.is_none()
    }
}
