//! Where a formula is looked at: the month, the age, and of each list the row.

use super::super::catalogue::{Place, Scope};
use super::syntax::Rows;

pub(super) const CHANNELS: &str = "channels";
pub(super) const STAGES: &str = "funnel/stages";
pub(super) const ROLES: &str = "people";
/// Groups of a role: the first people are 0, those hired later follow.
pub(super) const GROUPS: &str = "people/*/hires";
pub(super) const PARTS: &str = "people/*/pay/parts";
pub(super) const KPIS: &str = "people/*/pay/parts/*/kpis";

/// Where a formula is looked at.
#[derive(Clone, Debug, Default)]
pub(super) struct Position {
    /// The month of the plan.
    pub month: Option<u32>,
    /// The month of a client's life.
    pub age: Option<u32>,
    /// The order of a client.
    pub visit: Option<u32>,
    /// Of each list that is gone over, the row; the innermost last.
    rows: Vec<(&'static str, usize)>,
}

impl Position {
    /// That of a place.
    pub fn of(place: Place) -> Self {
        let none = Self::default();
        match place {
            Place::Whole => none,
            Place::Channel(at) => none.at_row(CHANNELS, at),
            Place::Month(t) => none.in_month(t),
            Place::Age(age) => Self { age: Some(age), ..none },
            Place::ChannelMonth(at, t) => none.at_row(CHANNELS, at).in_month(t),
            Place::Stage(at) => none.at_row(STAGES, at),
            Place::StageMonth(at, t) => none.at_row(STAGES, at).in_month(t),
            Place::RoleMonth(at, t) => none.at_row(ROLES, at).in_month(t),
            Place::GroupMonth(role, group, t) => none.at_row(ROLES, role).at_row(GROUPS, group).in_month(t),
            Place::PartMonth(of, part, t) => Self::of(Place::GroupMonth(of.0, of.1, t)).at_row(PARTS, part),
            Place::KpiMonth(of, part, kpi, t) => Self::of(Place::PartMonth(of, part, t)).at_row(KPIS, kpi),
        }
    }

    /// The place of a figure of a scope; none where it is not looked at closely enough.
    pub fn place(&self, scope: Scope) -> Option<Place> {
        Some(match scope {
            Scope::Whole => Place::Whole,
            Scope::Channel => self.row(CHANNELS).map_or(Place::Whole, Place::Channel),
            Scope::Month => Place::Month(self.month?),
            Scope::Age => Place::Age(self.age?),
            Scope::ChannelMonth => Place::ChannelMonth(self.row(CHANNELS)?, self.month?),
            Scope::Stage => Place::Stage(self.row(STAGES)?),
            Scope::StageMonth => Place::StageMonth(self.row(STAGES)?, self.month?),
            Scope::RoleMonth => Place::RoleMonth(self.row(ROLES)?, self.month?),
            Scope::GroupMonth => Place::GroupMonth(self.row(ROLES)?, self.row(GROUPS)?, self.month?),
            Scope::PartMonth => Place::PartMonth(self.group()?, self.row(PARTS)?, self.month?),
            Scope::KpiMonth => Place::KpiMonth(self.group()?, self.row(PARTS)?, self.row(KPIS)?, self.month?),
        })
    }

    /// The role and its group.
    fn group(&self) -> Option<(usize, usize)> {
        Some((self.row(ROLES)?, self.row(GROUPS)?))
    }

    /// The rows of a list that are looked at, the innermost first.
    pub fn rows_of(&self, list: &str) -> impl Iterator<Item = usize> {
        self.rows.iter().rev().filter(move |(own, _)| *own == list).map(|(_, at)| *at)
    }

    /// The lists that are gone over with their rows, the innermost first.
    pub fn lists(&self) -> impl Iterator<Item = (&'static str, usize)> {
        self.rows.iter().rev().copied()
    }

    /// The row of a list that is looked at.
    pub fn row(&self, list: &str) -> Option<usize> {
        self.rows_of(list).next()
    }

    /// The innermost list that is gone over, with its row.
    pub fn innermost(&self) -> Option<(&'static str, usize)> {
        self.rows.last().copied()
    }

    /// The same in another month.
    pub fn in_month(mut self, t: u32) -> Self {
        self.month = Some(t);
        self
    }

    /// The same at a row of a list.
    pub fn at_row(mut self, list: &'static str, at: usize) -> Self {
        self.rows.push((list, at));
        self
    }

    /// The same at a row of what is gone over.
    pub fn at(&self, rows: Rows, at: usize) -> Self {
        let number = u32::try_from(at).unwrap_or(u32::MAX);
        match rows {
            Rows::Months => self.clone().in_month(number),
            Rows::SoFar => {
                let age = self.month.map(|month| month.saturating_sub(number));
                Self { age, ..self.clone().in_month(number) }
            }
            Rows::Visits => Self { visit: Some(number), ..self.clone() },
            Rows::Ages => Self { age: Some(number), ..self.clone() },
            Rows::Passed | Rows::Won => self.clone().at_row(STAGES, at),
            Rows::Groups => self.clone().at_row(GROUPS, at),
            Rows::Of(list) | Rows::Onward(list) | Rows::After(list) => self.clone().at_row(list, at),
        }
    }

    /// The same for all channels together.
    pub fn of_all_channels(&self) -> Self {
        let mut all = self.clone();
        all.rows.retain(|(list, _)| *list != CHANNELS);
        all
    }

    /// The month, or the age where no month is looked at, after.
    pub fn after(&self) -> Self {
        match self.month {
            Some(t) => self.clone().in_month(t.saturating_add(1)),
            None => Self { age: self.age.map(|age| age.saturating_add(1)), ..self.clone() },
        }
    }

    /// The month, or the age where no month is looked at, before; none in the first.
    pub fn before(&self) -> Option<Self> {
        match self.month {
            Some(t) => Some(self.clone().in_month(t.checked_sub(1)?)),
            None => Some(Self { age: Some(self.age?.checked_sub(1)?), ..self.clone() }),
        }
    }
}
