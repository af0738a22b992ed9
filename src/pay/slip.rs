//! The pay slip of one person in one month: the terms of a pay plan, what it is reckoned on, and what comes of
//! it.

use super::formulas::{Rates, Steps, coefficient, commission, guaranteed_pay, rate_reached, rating_effect};
use super::rating::rating;
use crate::model::{Base, Counted, Estimate, Guarantee, Kpi, KpiMeasure, Model, Pay, PayPart, Person, Team};
use crate::number::{Money, Number, Share, Undefined};

/// The terms of one person's pay.
#[derive(Clone, Debug, PartialEq)]
pub struct PayTerms<N> {
    /// Salary of a month.
    pub salary: Money<N>,
    /// The employer's contributions as a share of pay.
    pub contributions: Share<N>,
    /// The parts of the variable pay.
    pub parts: Vec<PartTerms<N>>,
    rating_share: Share<N>,
    guarantee: Guarantee,
    guaranteed: Money<N>,
    guarantee_months: u32,
    /// The rating of each quarter that has one, and its coefficient.
    ratings: Vec<Option<(Share<N>, Share<N>)>>,
}

/// The terms of one part.
#[derive(Clone, Debug, PartialEq)]
pub struct PartTerms<N> {
    /// What it is reckoned on.
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
    target: Option<N>,
    steps: Steps<N>,
}

impl<N: Number> KpiTerms<N> {
    /// From attainment to coefficient.
    pub fn steps(&self) -> &Steps<N> {
        &self.steps
    }

    /// The attainment at what was measured.
    pub fn reached(&self, measured: N) -> Share<N> {
        self.target.map_or(Share::ONE, |target| Share(measured.over(target)))
    }
}

/// What a part of one month's pay is reckoned on.
#[derive(Clone, Debug, PartialEq)]
pub struct LineInput<N> {
    /// The base.
    pub base: Money<N>,
    /// The base that is 100 %.
    pub whole: Money<N>,
    /// The attainment of each KPI.
    pub attainments: Vec<Share<N>>,
}

/// A part of one month's pay.
#[derive(Clone, Debug, PartialEq)]
pub struct SlipLine<N> {
    /// What it is reckoned on.
    pub input: LineInput<N>,
    /// The rate that the base has reached; of a KPI sum, its coefficient.
    pub rate: Share<N>,
    /// The coefficient of each KPI.
    pub coefficients: Vec<Share<N>>,
    /// What it comes to.
    pub amount: Money<N>,
}

/// What one person is paid in one month, before income tax.
#[derive(Clone, Debug, PartialEq)]
pub struct Slip<N> {
    /// Salary.
    pub salary: Money<N>,
    /// The parts of the variable pay, in the plan's order.
    pub lines: Vec<SlipLine<N>>,
    /// All of them, before the rating.
    pub variable: Money<N>,
    /// The mean score of the quarter and its coefficient; none where nobody has scored.
    pub rating: Option<(Share<N>, Share<N>)>,
    /// What the rating adds or takes.
    pub rating_amount: Money<N>,
    /// Salary, parts and rating.
    pub earned: Money<N>,
    /// What is paid.
    pub paid: Money<N>,
    /// What is owed of earlier advances after this month.
    pub debt: Money<N>,
}

/// The terms that count in a document for a role: today's, or those proposed.
pub fn pay_terms<N: Number>(model: &Model, person: &Person) -> PayTerms<N> {
    let (salary, pay) = pay_in_force(person, &model.team);
    PayTerms {
        salary: salary.as_money(),
        contributions: person.contributions.as_share(),
        parts: pay.parts.iter().map(part_terms).collect(),
        rating_share: pay.rating_share.as_share(),
        guarantee: pay.guarantee,
        guaranteed: pay.guaranteed.as_money(),
        guarantee_months: pay.guarantee_months,
        ratings: match pay.parts.is_empty() {
            true => Vec::new(),
            false => rating(&model.team, &person.id),
        },
    }
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
    PartTerms {
        base: part.base,
        counted: part.counted,
        rates: Rates {
            rate: part.rate.as_share(),
            rule: part.tier_rule,
            tiers: part.tiers.iter().map(|t| (t.from.as_share(), t.rate.as_share())).collect(),
        },
        target: part.target.as_ref().map(Estimate::as_money),
        pool: part.pool.as_money(),
        kpis: if is_kpi { part.kpis.iter().map(kpi_terms).collect() } else { Vec::new() },
    }
}

fn kpi_terms<N: Number>(kpi: &Kpi) -> KpiTerms<N> {
    KpiTerms {
        weight: kpi.weight.as_share(),
        measure: kpi.measure,
        attainment: kpi.attainment.as_share(),
        target: kpi.target.as_ref().map(Estimate::number),
        steps: kpi.steps.iter().map(|s| (s.from.as_share(), Share(s.coefficient.number()))).collect(),
    }
}

impl<N: Number> PartTerms<N> {
    /// What it comes to.
    pub fn line(&self, input: LineInput<N>) -> SlipLine<N> {
        if self.base == Base::Kpi {
            return self.kpi_line(input);
        }
        SlipLine {
            rate: rate_reached(input.base, input.whole, &self.rates),
            amount: commission(input.base, input.whole, &self.rates),
            coefficients: Vec::new(),
            input,
        }
    }

    fn kpi_line(&self, input: LineInput<N>) -> SlipLine<N> {
        let each = self.kpis.iter().zip(&input.attainments);
        let coefficients: Vec<_> =
            each.map(|(kpi, attainment)| coefficient(*attainment, &kpi.steps)).collect();
        let weighted = self.kpis.iter().zip(&coefficients).map(|(kpi, own)| kpi.weight * *own);
        let rate = weighted.fold(Share::ZERO, |sum, own| sum + own);
        SlipLine { rate, amount: self.pool * rate, coefficients, input }
    }
}

impl<N: Number> PayTerms<N> {
    /// The slip of a month of the plan: what the parts are reckoned on, how many months one has worked, what
    /// one owes.
    pub fn slip(&self, inputs: Vec<LineInput<N>>, t: usize, worked: u32, debt: Money<N>) -> Slip<N> {
        let lines: Vec<_> = self.parts.iter().zip(inputs).map(|(part, input)| part.line(input)).collect();
        let variable = lines.iter().map(|line| line.amount).sum::<Money<N>>();
        let rating = self.ratings.get(t / 3).copied().flatten();
        let rated = rating.map_or(variable, |(_, own)| variable * rating_effect(self.rating_share, own));
        let earned = self.salary + rated;
        let is_guaranteed = worked < self.guarantee_months;
        let floor = if is_guaranteed { self.guaranteed.most(self.salary) } else { self.salary };
        let guarantee = match self.guarantee {
            // What a draw has left owing is brought back after its months too.
            Guarantee::Draw => Guarantee::Draw,
            _ if is_guaranteed => self.guarantee,
            _ => Guarantee::None,
        };
        let paid = guaranteed_pay(guarantee, earned, floor, debt);
        Slip {
            salary: self.salary,
            lines,
            variable,
            rating,
            rating_amount: rated - variable,
            earned,
            paid: paid.paid,
            debt: paid.debt,
        }
    }

    /// The slip of the same month at another attainment of what the plan knows: `scale` times its sales.
    /// `profit` is what those share who share in profit.
    pub fn slip_at(
        &self,
        slip: &Slip<N>,
        scale: Share<N>,
        profit: Option<Money<N>>,
        at: Moment<N>,
    ) -> Slip<N> {
        let input = |(part, line): (&PartTerms<N>, &SlipLine<N>)| {
            let base = match (part.base, profit) {
                (Base::Profit, Some(profit)) => profit,
                _ => line.input.base * scale,
            };
            let scaled = |(kpi, own): (&KpiTerms<N>, &Share<N>)| match kpi.measure {
                KpiMeasure::Entered => *own,
                _ => *own * scale,
            };
            LineInput {
                base,
                whole: line.input.whole,
                attainments: part.kpis.iter().zip(&line.input.attainments).map(scaled).collect(),
            }
        };
        let inputs = self.parts.iter().zip(&slip.lines).map(input).collect();
        self.slip(inputs, at.month, at.worked, at.debt)
    }
}

/// When a slip is drawn up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment<N> {
    /// The month of the plan.
    pub month: usize,
    /// Months worked before it.
    pub worked: u32,
    /// What was owed of advances before it.
    pub debt: Money<N>,
}

impl<N: Number> Slip<N> {
    /// What a guarantee adds, or an earlier advance takes.
    pub fn guarantee_amount(&self) -> Money<N> {
        self.paid - self.earned
    }

    /// Why it cannot be told, where it cannot.
    pub fn reason(&self) -> Option<Undefined> {
        self.paid.0.reason()
    }
}
