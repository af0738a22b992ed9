//! What comes later: days of a formula as a delay, those of stages as they are spread.

use super::super::delay::Delay;
use super::super::lag::Lag;
use super::super::reading::delay_of;
use super::evaluation::Evaluation;
use super::position::{Position, STAGES};
use super::syntax::{Fold, Formula};
use crate::number::{Exact, Number, Share};

/// The days of a stage.
const STAGE_DAYS: &str = "funnel/stages/*/days";

impl Evaluation<'_> {
    /// What of earlier months comes so many days later in this one: each part with its share.
    pub(super) fn later(&self, of: &Formula, days: &Formula, at: &Position) -> Vec<(Exact, Exact)> {
        let Some(t) = at.month else { return Vec::new() };
        let delay = self.delay(days, at);
        let shares = (0..=t).map(|by| (by, delay.arriving(by as usize).0));
        let parts = shares.filter(|(_, share)| !share.is_zero());
        parts.map(|(by, share)| (self.known(of, &at.clone().in_month(t - by)), share)).collect()
    }

    /// What of all months comes so many days later, after the last.
    pub(super) fn after_plan(&self, of: &Formula, days: &Formula, at: &Position) -> Exact {
        let (delay, plan) = (self.delay(days, at), self.outcome.months());
        let of_month = |t: u32| match delay.arrived((plan - 1 - t) as usize).rest().0 {
            none if none.is_zero() => Exact::ZERO,
            share => self.known(of, &at.clone().in_month(t)) * share,
        };
        (0..plan).fold(Exact::ZERO, |sum, t| sum + of_month(t))
    }

    /// What this month meets so many days later; `beyond` stands for what is after the plan.
    pub(super) fn ahead(&self, of: &Formula, days: &Formula, beyond: Exact, at: &Position) -> Option<Exact> {
        let t = at.month?;
        let (delay, left) = (self.delay(days, at), self.outcome.months().saturating_sub(t));
        let part = |by: u32| match delay.arriving(by as usize).0 {
            none if none.is_zero() => Exact::ZERO,
            share => self.known(of, &at.clone().in_month(t.saturating_add(by))) * share,
        };
        let within = (0..left).fold(Exact::ZERO, |sum, by| sum + part(by));
        let arrived = left.checked_sub(1).map_or(Share::ZERO, |by| delay.arrived(by as usize));
        Some(within + beyond * arrived.rest().0)
    }

    fn delay(&self, days: &Formula, at: &Position) -> Delay<Exact> {
        if let Formula::Over(Fold::Sum, rows, condition, of) = days
            && **of == Formula::Input(STAGE_DAYS)
            && let Ok(stages) = self.rows(*rows, condition.as_deref(), at)
        {
            let stages = stages.iter().filter_map(|row| self.model.funnel.stages.get(row.row(STAGES)?));
            return Delay::of_stages(stages.map(delay_of));
        }
        Delay::Fixed(Lag::days(self.known(days, at)))
    }
}
