//! A person's own quota: what 100 % of plan means for a role, and how much of it this plan expects.

use crate::model::{Base, KpiMeasure};
use crate::number::{Exact, Number, Share};
use crate::pay::{MonthPay, PartPay, PartTerms};

/// What pay is computed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayMeasure {
    /// Money that a rate is of.
    Base(Base),
    /// What a KPI counts.
    Kpi(KpiMeasure),
}

impl PayMeasure {
    /// Whether it is counted in money.
    pub fn is_money(self) -> bool {
        use KpiMeasure::{Contribution, NewSales, Portfolio, Turnover};
        matches!(self, PayMeasure::Base(_) | PayMeasure::Kpi(NewSales | Portfolio | Turnover | Contribution))
    }
}

/// The quota of one person of a role in a month: the target typed for the first part of pay that has one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quota {
    /// What it counts.
    pub measure: PayMeasure,
    /// What is 100 % in a month: money, or a count.
    pub whole: Exact,
    /// How much of it this plan expects.
    pub expected: Share<Exact>,
}

impl Quota {
    /// The quota that a month's pay is held against; none where no target is typed, or this plan expects nothing of
    /// what it counts.
    pub fn of(parts: &[PartTerms<Exact>], pay: &MonthPay<Exact>) -> Option<Self> {
        let quota = parts.iter().zip(&pay.lines).find_map(|(part, line)| match part.base {
            Base::Kpi => kpi_quota(part, line),
            _ => base_quota(part, line),
        })?;
        quota.expected.is_positive().then_some(quota)
    }

    /// Sales as a share of this plan's, at a share of the quota.
    pub fn sales_at(&self, of_quota: Share<Exact>) -> Share<Exact> {
        of_quota / self.expected
    }
}

fn base_quota(part: &PartTerms<Exact>, line: &PartPay<Exact>) -> Option<Quota> {
    let whole = part.target.filter(|whole| whole.is_positive())?;
    Some(Quota { measure: PayMeasure::Base(part.base), whole: whole.0, expected: line.input.base / whole })
}

fn kpi_quota(part: &PartTerms<Exact>, line: &PartPay<Exact>) -> Option<Quota> {
    part.kpis.iter().zip(&line.input.attainments).find_map(|(kpi, attainment)| {
        let whole = kpi.target().filter(|whole| whole.is_positive())?;
        let is_measured = kpi.measure != KpiMeasure::Entered;
        is_measured.then_some(Quota { measure: PayMeasure::Kpi(kpi.measure), whole, expected: *attainment })
    })
}
