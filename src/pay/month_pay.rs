//! What the terms of one person's pay come to in one month.

use super::formulas::{coefficient, commission, guaranteed_pay, rate_reached, rating_effect};
use super::rating::Rating;
use super::terms::{KpiTerms, PartTerms, PayTerms};
use crate::model::{Base, Guarantee, KpiMeasure};
use crate::number::{Money, Number, Share, Undefined};

/// What a part of one month's pay is worked out from.
#[derive(Clone, Debug, PartialEq)]
pub struct PartInput<N> {
    /// The base.
    pub base: Money<N>,
    /// The base that is 100 %.
    pub whole: Money<N>,
    /// The attainment of each KPI.
    pub attainments: Vec<Share<N>>,
}

/// A part of one month's pay.
#[derive(Clone, Debug, PartialEq)]
pub struct PartPay<N> {
    /// What it is worked out from.
    pub input: PartInput<N>,
    /// The rate that the base has reached; of a KPI sum, its coefficient.
    pub rate: Share<N>,
    /// The coefficient of each KPI.
    pub coefficients: Vec<Share<N>>,
    /// What it comes to.
    pub amount: Money<N>,
}

/// What one person is paid in one month, before income tax.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthPay<N> {
    /// Salary.
    pub salary: Money<N>,
    /// The parts of the variable pay, in the plan's order.
    pub lines: Vec<PartPay<N>>,
    /// All of them, before the rating.
    pub variable: Money<N>,
    /// The rating of the quarter; none where nobody has scored, or too few have for it to be paid.
    pub rating: Option<Rating<N>>,
    /// What the rating adds or takes.
    pub rating_amount: Money<N>,
    /// Salary, parts and rating.
    pub earned: Money<N>,
    /// What is paid.
    pub paid: Money<N>,
    /// What is owed of earlier advances after this month.
    pub debt: Money<N>,
}

impl<N: Number> PartTerms<N> {
    /// What it comes to.
    pub fn line(&self, input: PartInput<N>) -> PartPay<N> {
        if self.base == Base::Kpi {
            return self.kpi_line(input);
        }
        let (base, whole) = (input.base, input.whole);
        let known = self.scale.as_ref().and_then(|scale| scale.pay(base, whole, &self.rates));
        let (amount, rate) = known.unwrap_or_else(|| {
            (commission(base, whole, &self.rates), rate_reached(base, whole, &self.rates))
        });
        PartPay { rate, amount, coefficients: Vec::new(), input }
    }

    fn kpi_line(&self, input: PartInput<N>) -> PartPay<N> {
        let each = self.kpis.iter().zip(&input.attainments);
        let coefficients: Vec<_> =
            each.map(|(kpi, attainment)| coefficient(*attainment, &kpi.steps)).collect();
        let weighted = self.kpis.iter().zip(&coefficients).map(|(kpi, own)| kpi.weight * *own);
        let rate = weighted.fold(Share::ZERO, |sum, own| sum + own);
        PartPay { rate, amount: self.pool * rate, coefficients, input }
    }
}

impl<N: Number> PayTerms<N> {
    /// Whether every month of work is paid alike, whatever is sold.
    pub fn is_fixed(&self) -> bool {
        self.parts.is_empty() && self.guarantee == Guarantee::None
    }

    /// The pay of a month of the plan, from what its parts are worked out from, how many months one has worked
    /// before, and what one owes.
    pub fn month_pay(
        &self,
        inputs: impl IntoIterator<Item = PartInput<N>>,
        t: usize,
        worked: u32,
        debt: Money<N>,
    ) -> MonthPay<N> {
        let lines: Vec<_> = self.parts.iter().zip(inputs).map(|(part, input)| part.line(input)).collect();
        let variable = lines.iter().map(|line| line.amount).sum::<Money<N>>();
        let rating = self.ratings.get(t / 3).copied().flatten();
        let rated =
            rating.map_or(variable, |own| variable * rating_effect(self.rating_share, own.coefficient));
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
        MonthPay {
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

    /// The pay of the same month at another attainment of what the plan knows: `scale` times its sales.
    /// `profit` is what those share who share in profit.
    pub fn month_pay_at(
        &self,
        pay: &MonthPay<N>,
        scale: Share<N>,
        profit: Option<Money<N>>,
        at: Moment<N>,
    ) -> MonthPay<N> {
        let input = |(part, line): (&PartTerms<N>, &PartPay<N>)| {
            let base = match (part.base, profit) {
                (Base::Profit, Some(profit)) => profit,
                _ => line.input.base * scale,
            };
            let scaled = |(kpi, own): (&KpiTerms<N>, &Share<N>)| match kpi.measure {
                KpiMeasure::Entered => *own,
                _ => *own * scale,
            };
            PartInput {
                base,
                whole: line.input.whole,
                attainments: part.kpis.iter().zip(&line.input.attainments).map(scaled).collect(),
            }
        };
        let inputs = self.parts.iter().zip(&pay.lines).map(input);
        self.month_pay(inputs, at.month, at.worked, at.debt)
    }
}

/// When pay is worked out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment<N> {
    /// The month of the plan.
    pub month: usize,
    /// Months worked before it.
    pub worked: u32,
    /// What was owed of advances before it.
    pub debt: Money<N>,
}

impl<N: Number> MonthPay<N> {
    /// What a guarantee adds, or an earlier advance takes.
    pub fn guarantee_amount(&self) -> Money<N> {
        self.paid - self.earned
    }

    /// Why it cannot be told, where it cannot.
    pub fn reason(&self) -> Option<Undefined> {
        self.paid.0.reason()
    }
}
