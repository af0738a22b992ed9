//! Where the plan goes from what has been: months that are over as they were, later ones by what was learned. Of a month
//! of which only some lines are told, these are as they were and the others as learned.

use super::money::Told;
use super::partial_months::{Beyond, PartlyTold, in_numbers};
use super::recorded::{Known, Recorded};
use crate::model::Model;
use crate::number::{Exact, Money, Number};
use crate::plan::{
    Outcome, Past, Reached, Span, begin, evaluate, evaluate_from, lasting_month, lowest as lowest_of,
};

/// Profit, revenue and cash by month, and when they are good enough.
#[derive(Clone, Debug, PartialEq)]
pub struct Course<N = Exact> {
    /// What each month leaves.
    pub profit: Vec<Money<N>>,
    /// What is sold.
    pub revenue: Vec<Money<N>>,
    /// Money at the month's end.
    pub cash: Vec<Money<N>>,
    /// The month since which there is no loss.
    pub break_even: Reached<u32>,
    /// The month with the least money, and how much that is.
    pub lowest: (u32, Money<N>),
}

/// What has been, as far as it can be told.
#[derive(Clone, Debug, PartialEq)]
pub struct Been {
    /// Profit by month.
    pub profit: Vec<Option<Money<Exact>>>,
    /// Revenue.
    pub revenue: Vec<Option<Money<Exact>>>,
    /// Money at the month's end.
    pub cash: Vec<Option<Money<Exact>>>,
    /// The lines of profit, where not all of them are told.
    pub lines: Vec<PartlyTold>,
}

/// One line over some months: as planned, as it was, as it is expected now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beside {
    /// As planned.
    pub plan: Money<Exact>,
    /// As it was in the months told; none where none is.
    pub fact: Option<Money<Exact>>,
    /// As planned for the months told, to be held against `fact`.
    pub plan_told: Money<Exact>,
    /// How many months are told.
    pub told: u32,
    /// As it was where it is told, and as expected in other months.
    pub forecast: Money<Exact>,
}

/// Three months of the plan, fewer at its end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quarter {
    /// Its months.
    pub span: Span,
    /// What they leave together.
    pub profit: Beside,
    /// What is sold in them.
    pub revenue: Beside,
    /// Money at their end; of what has been, at the end of the last month told.
    pub cash: Beside,
}

/// Plan, facts and what is expected now.
#[derive(Clone, Debug, PartialEq)]
pub struct Reforecast {
    /// As planned.
    pub plan: Course,
    /// As it was.
    pub fact: Been,
    /// As it was where it is told, and as expected later.
    pub forecast: Course,
    /// By quarters of the plan, from its first month on.
    pub quarters: Vec<Quarter>,
    /// The plan as learned, with the counts that are known: clients, orders, pay.
    pub outcome: Outcome,
}

/// The plan beside what has been and what is expected now; `learned` is the plan with its estimates as facts
/// have made them.
pub fn reforecast(model: &Model, recorded: &Recorded, learned: &Model) -> Reforecast {
    let plan = Course::planned(&evaluate(model));
    let outcome = evaluate_from(learned, &recorded.past(Known::ALL));
    let fact = Been::of(recorded);
    let forecast = Course::going_on(&outcome, &fact);
    let quarters = quarters(recorded.horizon()).map(|span| quarter(span, &plan, &fact, &forecast)).collect();
    Reforecast { plan, fact, forecast, quarters, outcome }
}

/// What is expected from what has been and what was learned, in either number system. For thousands of plans
/// drawn at random `fact` and `past` are made once, by [`Been::of`] and [`Recorded::past`].
pub fn course<N: Number>(learned: &Model, fact: &Been, past: &Past<N>) -> Course<N> {
    Course::going_on(&evaluate_from(learned, past), fact)
}

impl<N: Number> Course<N> {
    /// A plan that knows of no facts.
    pub fn planned(outcome: &Outcome<N>) -> Self {
        Self {
            profit: outcome.statement.profit.clone(),
            revenue: outcome.statement.revenue.clone(),
            cash: outcome.cash.balance.clone(),
            break_even: outcome.break_even.lasting,
            lowest: (outcome.gap.lowest_month, outcome.gap.lowest),
        }
    }

    /// A plan with facts: profit, revenue and cash as they were where they are told. Cash of later months goes
    /// on from the last told, with what months since then left beyond what was expected of them.
    pub fn going_on(outcome: &Outcome<N>, fact: &Been) -> Self {
        let beyond: Vec<_> = (0..).zip(&fact.lines).map(|(t, lines)| lines.beyond(outcome, t)).collect();
        let profit = told_or(&outcome.statement.profit, &fact.profit, &beyond, |own| own.profit);
        let revenue = told_or(&outcome.statement.revenue, &fact.revenue, &beyond, |own| own.revenue);
        let cash = cash(&outcome.cash.balance, &fact.cash, &beyond);
        let first_told = (0..).zip(&fact.profit).find(|(_, profit)| profit.is_some()).map(|(t, _)| t);
        let begin = [begin(&outcome.statement), first_told].into_iter().flatten().min();
        Self {
            break_even: lasting_month(&profit, &outcome.statement.contribution, begin),
            lowest: lowest(&cash),
            profit,
            revenue,
            cash,
        }
    }
}

impl Been {
    /// What the facts of a document tell.
    pub fn of(recorded: &Recorded) -> Self {
        let line = |told: &dyn Fn(u32) -> Told| (0..recorded.horizon()).map(|t| told(t).ok()).collect();
        Self {
            profit: line(&|t| recorded.profit(t)),
            revenue: line(&|t| recorded.revenue(t)),
            cash: line(&|t| recorded.cash(t)),
            lines: (0..recorded.horizon()).map(|t| PartlyTold::of(recorded, t)).collect(),
        }
    }
}

/// The quarters of a plan of so many months.
fn quarters(months: u32) -> impl Iterator<Item = Span> {
    (0..months).step_by(3).map(move |first| Span { first, months: 3.min(months - first) })
}

fn quarter(span: Span, plan: &Course, fact: &Been, forecast: &Course) -> Quarter {
    Quarter {
        span,
        profit: beside(span, &plan.profit, &fact.profit, &forecast.profit, |one, other| one + other),
        revenue: beside(span, &plan.revenue, &fact.revenue, &forecast.revenue, |one, other| one + other),
        cash: beside(span, &plan.cash, &fact.cash, &forecast.cash, |_, last| last),
    }
}

/// One line in a quarter; `gather` puts a month to those before it.
fn beside(
    span: Span,
    plan: &[Money<Exact>],
    fact: &[Option<Money<Exact>>],
    forecast: &[Money<Exact>],
    gather: fn(Money<Exact>, Money<Exact>) -> Money<Exact>,
) -> Beside {
    let months = || (span.first..=span.last()).map(|t| t as usize);
    let told = || months().filter_map(|t| Some((t, fact.get(t).copied().flatten()?)));
    let all = |line: &[Money<Exact>]| months().filter_map(|t| line.get(t).copied()).reduce(gather);
    Beside {
        plan: all(plan).unwrap_or(Money::ZERO),
        fact: told().map(|(_, amount)| amount).reduce(gather),
        plan_told: told().filter_map(|(t, _)| plan.get(t).copied()).reduce(gather).unwrap_or(Money::ZERO),
        told: u32::try_from(told().count()).unwrap_or(u32::MAX),
        forecast: all(forecast).unwrap_or(Money::ZERO),
    }
}

/// What is told of each month, or nothing where no more months are.
fn told<N: Number>(fact: &[Option<Money<Exact>>]) -> impl Iterator<Item = Option<Money<N>>> {
    fact.iter().map(|told| told.map(in_numbers)).chain(std::iter::repeat(None))
}

/// A line with what is told in its place, as a whole or in part.
fn told_or<N: Number>(
    line: &[Money<N>],
    fact: &[Option<Money<Exact>>],
    beyond: &[Beyond<N>],
    of: fn(&Beyond<N>) -> Money<N>,
) -> Vec<Money<N>> {
    let beyond = beyond.iter().map(of).chain(std::iter::repeat(Money::ZERO));
    let month = |((planned, told), beyond): ((&Money<N>, Option<Money<N>>), _)| {
        told.unwrap_or_else(|| *planned + beyond)
    };
    line.iter().zip(told(fact)).zip(beyond).map(month).collect()
}

/// Cash as it was; between and behind it goes on as planned from there, with what a month left beyond that.
fn cash<N: Number>(
    planned: &[Money<N>],
    fact: &[Option<Money<Exact>>],
    beyond: &[Beyond<N>],
) -> Vec<Money<N>> {
    let mut shift = Money::ZERO;
    let beyond = beyond.iter().map(|own| own.profit).chain(std::iter::repeat(Money::ZERO));
    let month = |((planned, told), beyond): ((&Money<N>, Option<Money<N>>), _)| {
        shift = told.map_or(shift + beyond, |told| told - *planned);
        told.unwrap_or(*planned + shift)
    };
    planned.iter().zip(told(fact)).zip(beyond).map(month).collect()
}

/// The least of balances and its month; undefined where any of them is.
fn lowest<N: Number>(cash: &[Money<N>]) -> (u32, Money<N>) {
    let (month, least) = lowest_of(cash).unwrap_or((0, Money::ZERO));
    (month, cash.iter().find(|amount| amount.0.reason().is_some()).copied().unwrap_or(least))
}
