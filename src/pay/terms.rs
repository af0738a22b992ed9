//! The terms of one person's pay, and how they are read from a document.

use super::formulas::{Rates, Steps};
use super::rating::{Rating, rating};
use super::scale::Scale;
use crate::model::{
    Base, Counted, Estimate, Guarantee, Kpi, KpiMeasure, Measure, Model, Pay, PayPart, Person, Team,
};
use crate::number::{Money, Number, Share};

/// The terms of one person's pay.
#[derive(Clone, Debug, PartialEq)]
pub struct PayTerms<N> {
    /// Salary of a month.
    pub salary: Money<N>,
    /// The employer's contributions as a share of pay.
    pub contributions: Share<N>,
    /// The parts of the variable pay.
    pub parts: Vec<PartTerms<N>>,
    pub(super) rating_share: Share<N>,
    pub(super) guarantee: Guarantee,
    pub(super) guaranteed: Money<N>,
    pub(super) guarantee_months: u32,
    /// The rating of each quarter that has one with enough scores.
    pub(super) ratings: Vec<Option<Rating<N>>>,
}

/// The terms of one part.
#[derive(Clone, Debug, PartialEq)]
pub struct PartTerms<N> {
    /// What it is based on.
    pub base: Base,
    /// Which money counts.
    pub counted: Counted,
    /// How a share of it is paid.
    pub rates: Rates<N>,
    /// The base that is 100 %; none = what the plan itself has.
    pub target: Option<Money<N>>,
    /// The sum that KPIs divide.
    pub pool: Money<N>,
    /// The KPIs.
    pub kpis: Vec<KpiTerms<N>>,
    pub(super) scale: Option<Scale<N>>,
}

/// The terms of one KPI.
#[derive(Clone, Debug, PartialEq)]
pub struct KpiTerms<N> {
    /// Its share of the sum.
    pub weight: Share<N>,
    /// What it measures.
    pub measure: KpiMeasure,
    /// The attainment that is planned for what the plan does not know.
    pub attainment: Share<N>,
    pub(super) target: Option<N>,
    pub(super) steps: Steps<N>,
}

impl<N: Number> KpiTerms<N> {
    /// From attainment to coefficient.
    pub fn steps(&self) -> &Steps<N> {
        &self.steps
    }

    /// What is 100 %; none = what the plan itself has.
    pub fn target(&self) -> Option<N> {
        self.target
    }

    /// The attainment at what was measured.
    pub fn reached(&self, measured: N) -> Share<N> {
        self.target.map_or(Share::ONE, |target| Share(measured.over(target)))
    }
}

impl<N: Number> PayTerms<N> {
    /// The terms that count in a document for a role: today's, or those proposed.
    pub fn read(model: &Model, person: &Person) -> Self {
        let (salary, pay) = pay_in_force(person, &model.team);
        Self {
            salary: salary.as_money(),
            contributions: person.contributions.as_share(),
            parts: pay.parts.iter().map(part_terms).collect(),
            rating_share: pay.rating_share.as_share(),
            guarantee: pay.guarantee,
            guaranteed: pay.guaranteed.as_money(),
            guarantee_months: pay.guarantee_months,
            ratings: match pay.parts.is_empty() {
                true => Vec::new(),
                false => paid_ratings(&model.team, &person.id),
            },
        }
    }
}

/// The ratings that move pay.
fn paid_ratings<N: Number>(team: &Team, role: &str) -> Vec<Option<Rating<N>>> {
    rating(team, role).into_iter().map(|own| own.filter(Rating::is_paid)).collect()
}

/// The salary and the pay plan of a role that count in a document.
pub fn pay_in_force<'a>(person: &'a Person, team: &Team) -> (&'a Estimate, &'a Pay) {
    match team.proposed && person.has_proposal {
        true => (person.proposed_salary.as_ref().unwrap_or(&person.salary), &person.proposed),
        false => (&person.salary, &person.pay),
    }
}

fn part_terms<N: Number>(part: &PayPart) -> PartTerms<N> {
    let is_kpi = part.base == Base::Kpi;
    let rates = Rates {
        rate: part.rate.as_share(),
        rule: part.tier_rule,
        tiers: part.tiers.iter().map(|t| (t.from.as_rate(), t.rate.as_share())).collect(),
    };
    let target = part.target.as_ref().map(Estimate::as_money);
    PartTerms {
        base: part.base,
        counted: part.counted,
        scale: Scale::of(&rates, target),
        rates,
        target,
        pool: part.pool.as_money(),
        kpis: if is_kpi { part.kpis.iter().map(kpi_terms).collect() } else { Vec::new() },
    }
}

fn kpi_terms<N: Number>(kpi: &Kpi) -> KpiTerms<N> {
    KpiTerms {
        weight: kpi.weight.as_share(),
        measure: kpi.measure,
        attainment: kpi.attainment.as_rate(),
        target: kpi.target.as_ref().map(|target| target.measured(Measure::Plain)),
        steps: kpi
            .steps
            .iter()
            .map(|s| (s.from.as_rate(), Share(s.coefficient.measured(Measure::Plain))))
            .collect(),
    }
}
