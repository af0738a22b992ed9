//! Where the plan goes from what has been: months that are over as they were, later ones by what was learned. Of a month
//! of which only some lines are known, these are as they were and the others as learned.

use super::actuals::Actuals;
use super::cell::FactCell;
use super::partial_months::{Beyond, in_numbers};
use super::quarter::QUARTER;
use super::recorded::Recorded;
use crate::model::{BusinessFact, Model};
use crate::number::{Count, Exact, Money, Number};
use crate::plan::{Outcome, Past, Reached, Span, begin, evaluate_from, lasting_month, lowest as lowest_of};

/// Profit, revenue and cash by month, and when they are good enough.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection<N = Exact> {
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

/// One line over some months: as planned, as it was, as it is expected now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QuarterLine<T = Money<Exact>> {
    /// As planned.
    pub plan: T,
    /// As it was in the months recorded; none where none is.
    pub fact: Option<T>,
    /// As planned for the months recorded, to be held against `fact`.
    pub plan_recorded: T,
    /// How many months are recorded.
    pub recorded: u32,
    /// As it was where it is recorded, and as expected in other months.
    pub forecast: T,
}

/// Three months of the plan, fewer at its end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quarter {
    /// Its months.
    pub span: Span,
    /// What they leave together.
    pub profit: QuarterLine,
    /// What is sold in them.
    pub revenue: QuarterLine,
    /// Money at their end; of what has been, at the end of the last month recorded.
    pub cash: QuarterLine,
    /// Clients active at their end; likewise.
    pub clients: QuarterLine<Count<Exact>>,
}

/// Plan, facts and what is expected now.
#[derive(Clone, Debug, PartialEq)]
pub struct Reforecast {
    /// As planned.
    pub plan: Projection,
    /// As it was.
    pub fact: Actuals,
    /// As it was where it is known, and as expected later.
    pub forecast: Projection,
    /// By quarters of the plan, from its first month on.
    pub quarters: Vec<Quarter>,
}

impl Reforecast {
    /// What a plan comes to beside what has been and what is expected now: `expected` is what the plan comes to as
    /// facts have taught it, with the counts that are known.
    pub fn new(plan: &Outcome, recorded: &Recorded, expected: &Outcome) -> Self {
        let fact = Actuals::of(recorded);
        let forecast = Projection::going_on(expected, &fact);
        let clients = [plan, expected].map(|outcome| &outcome.volumes.active_clients[..]);
        let active: Vec<_> = (0..recorded.horizon()).map(|t| active(recorded, t)).collect();
        let plan = Projection::planned(plan);
        let quarter = |span| {
            let clients = line(span, clients, &active, Count::ZERO, |_, last| last);
            quarter(span, &plan, &fact, &forecast, clients)
        };
        let quarters = quarters(recorded.horizon()).map(quarter).collect();
        Self { plan, fact, forecast, quarters }
    }
}

/// What is expected from what has been and what was learned, in either number system. For thousands of plans
/// drawn at random `fact` and `past` are made once, by [`Actuals::of`] and [`Recorded::past`].
pub fn projection<N: Number>(learned: &Model, fact: &Actuals, past: &Past<N>) -> Projection<N> {
    Projection::going_on(&evaluate_from(learned, past), fact)
}

impl<N: Number> Projection<N> {
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

    /// A plan with facts: profit, revenue and cash as they were where they are known. Cash of later months goes
    /// on from the last known, with what months since then left beyond what was expected of them.
    pub fn going_on(outcome: &Outcome<N>, fact: &Actuals) -> Self {
        let beyond: Vec<_> = (0..).zip(&fact.lines).map(|(t, lines)| lines.beyond(outcome, t)).collect();
        let profit = known_or(&outcome.statement.profit, &fact.profit, &beyond, |own| own.profit);
        let revenue = known_or(&outcome.statement.revenue, &fact.revenue, &beyond, |own| own.revenue);
        let cash = cash(&outcome.cash.balance, &fact.cash, &beyond);
        let first_known = (0..).zip(&fact.profit).find(|(_, profit)| profit.is_some()).map(|(t, _)| t);
        let begin = [begin(&outcome.statement), first_known].into_iter().flatten().min();
        Self {
            break_even: lasting_month(&profit, &outcome.break_even.per_order, begin),
            lowest: lowest(&cash),
            profit,
            revenue,
            cash,
        }
    }
}

/// Clients active at the end of a month, where that is recorded.
fn active(recorded: &Recorded, t: u32) -> Option<Count<Exact>> {
    recorded.get(t, FactCell::Business(BusinessFact::Active)).map(|count| Count(Exact::from_decimal(count)))
}

/// The quarters of a plan of so many months.
fn quarters(months: u32) -> impl Iterator<Item = Span> {
    let span = move |first| Span { first, months: QUARTER.min(months - first) };
    (0..months).step_by(QUARTER as usize).map(span)
}

fn quarter(
    span: Span,
    plan: &Projection,
    fact: &Actuals,
    forecast: &Projection,
    clients: QuarterLine<Count<Exact>>,
) -> Quarter {
    let sum = |one, other| one + other;
    let line = |of: fn(&Projection) -> &[Money<Exact>], fact, gather| {
        line(span, [of(plan), of(forecast)], fact, Money::ZERO, gather)
    };
    Quarter {
        span,
        profit: line(|own| &own.profit, &fact.profit, sum),
        revenue: line(|own| &own.revenue, &fact.revenue, sum),
        cash: line(|own| &own.cash, &fact.cash, |_, last| last),
        clients,
    }
}

/// One line in a quarter, as planned and as expected; `gather` puts a month to those before it.
fn line<T: Copy>(
    span: Span,
    [plan, forecast]: [&[T]; 2],
    fact: &[Option<T>],
    none: T,
    gather: fn(T, T) -> T,
) -> QuarterLine<T> {
    let months = || (span.first..=span.last()).map(|t| t as usize);
    let known = || months().filter_map(|t| Some((t, fact.get(t).copied().flatten()?)));
    let all = |line: &[T]| months().filter_map(|t| line.get(t).copied()).reduce(gather);
    QuarterLine {
        plan: all(plan).unwrap_or(none),
        fact: known().map(|(_, amount)| amount).reduce(gather),
        plan_recorded: known().filter_map(|(t, _)| plan.get(t).copied()).reduce(gather).unwrap_or(none),
        recorded: u32::try_from(known().count()).unwrap_or(u32::MAX),
        forecast: all(forecast).unwrap_or(none),
    }
}

/// What is known of each month, or nothing where no more months are.
fn known<N: Number>(fact: &[Option<Money<Exact>>]) -> impl Iterator<Item = Option<Money<N>>> {
    fact.iter().map(|known| known.map(in_numbers)).chain(std::iter::repeat(None))
}

/// A line with what is known in its place, as a whole or in part.
fn known_or<N: Number>(
    line: &[Money<N>],
    fact: &[Option<Money<Exact>>],
    beyond: &[Beyond<N>],
    of: fn(&Beyond<N>) -> Money<N>,
) -> Vec<Money<N>> {
    let beyond = beyond.iter().map(of).chain(std::iter::repeat(Money::ZERO));
    let month = |((planned, known), beyond): ((&Money<N>, Option<Money<N>>), _)| {
        known.unwrap_or_else(|| *planned + beyond)
    };
    line.iter().zip(known(fact)).zip(beyond).map(month).collect()
}

/// Cash as it was; between and after those it goes on as planned from there, with what a month left beyond that.
fn cash<N: Number>(
    planned: &[Money<N>],
    fact: &[Option<Money<Exact>>],
    beyond: &[Beyond<N>],
) -> Vec<Money<N>> {
    let mut shift = Money::ZERO;
    let beyond = beyond.iter().map(|own| own.profit).chain(std::iter::repeat(Money::ZERO));
    let month = |((planned, known), beyond): ((&Money<N>, Option<Money<N>>), _)| {
        shift = known.map_or(shift + beyond, |known| known - *planned);
        known.unwrap_or(*planned + shift)
    };
    planned.iter().zip(known(fact)).zip(beyond).map(month).collect()
}

/// The least of balances and its month; undefined where any of them is.
fn lowest<N: Number>(cash: &[Money<N>]) -> (u32, Money<N>) {
    let (month, least) = lowest_of(cash).unwrap_or((0, Money::ZERO));
    (month, cash.iter().find(|amount| amount.0.reason().is_some()).copied().unwrap_or(least))
}
