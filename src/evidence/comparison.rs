//! Plan and fact of the same months, line by line: of each channel, of all of them, of the statement.
//!
//! A plan is held only against what is recorded: where a figure of a month is not, the month is left out of both
//! sides. Where nothing is recorded at all, there is the plan of all months and no fact.

use super::cell::FactCell;
use super::money::KnownAmount;
use super::recorded::Recorded;
use crate::model::{ChannelFact, Model};
use crate::number::{Count, Exact, Money, Number};
use crate::plan::{ChannelMonths, Outcome, channel_months, spread_by_age};
use std::ops::Range;

/// What was planned and what was, over the same months.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlanActual {
    /// As planned for what is recorded; for everything where nothing is.
    pub plan: Exact,
    /// As it was; none where nothing is recorded.
    pub fact: Option<Exact>,
    /// How many figures are recorded.
    pub recorded: u32,
    /// How many there should be.
    pub of: u32,
}

impl PlanActual {
    /// Sums over figures: each as planned and as it was.
    pub fn over(figures: impl Iterator<Item = (Exact, Option<Exact>)>) -> Self {
        let (mut all, mut plan, mut fact) = (Exact::ZERO, Exact::ZERO, Exact::ZERO);
        let (mut recorded, mut of) = (0, 0);
        for (planned, was) in figures {
            (all, of) = (all + planned, of + 1);
            if let Some(was) = was {
                (plan, fact, recorded) = (plan + planned, fact + was, recorded + 1);
            }
        }
        let is_recorded = recorded > 0;
        Self { plan: if is_recorded { plan } else { all }, fact: is_recorded.then_some(fact), recorded, of }
    }

    /// A balance: of the last month recorded, or as planned for the last one.
    pub fn last(figures: impl Iterator<Item = (Exact, Option<Exact>)>) -> Self {
        let (mut planned, mut last) = (Exact::ZERO, None);
        let (mut recorded, mut of) = (0, 0);
        for (plan, was) in figures {
            (planned, of) = (plan, of + 1);
            if let Some(was) = was {
                (last, recorded) = (Some((plan, was)), recorded + 1);
            }
        }
        Self { plan: last.map_or(planned, |(plan, _)| plan), fact: last.map(|(_, was)| was), recorded, of }
    }

    /// One thing by another, of figures where both are recorded.
    fn by(figures: &[(Figure, Figure)]) -> Self {
        let both = |(over, under): &(Figure, Figure)| over.1.is_some() && under.1.is_some();
        let is_recorded = figures.iter().any(both);
        let counted = || figures.iter().filter(|figure| !is_recorded || both(figure)).copied();
        let (over, under) = (Self::over(counted().map(|it| it.0)), Self::over(counted().map(|it| it.1)));
        let fact = over.fact.zip(under.fact).map(|(over, under)| over / under);
        Self {
            plan: over.plan / under.plan,
            fact: fact.filter(|_| is_recorded),
            recorded: over.recorded,
            of: count(figures),
        }
    }

    /// Fact less plan.
    pub fn difference(&self) -> Option<Exact> {
        self.fact.map(|fact| fact - self.plan)
    }

    /// The difference as a share of the plan; none where there is nothing to hold it against.
    pub fn change(&self) -> Option<Exact> {
        let size = if self.plan.is_negative() { -self.plan } else { self.plan };
        self.difference().map(|difference| difference / size).filter(|share| share.reason().is_none())
    }
}

/// A figure of a month as planned and as it was.
type Figure = (Exact, Option<Exact>);

fn count<T>(figures: &[T]) -> u32 {
    u32::try_from(figures.len()).unwrap_or(u32::MAX)
}

/// What a channel cost and brought, or all of them.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelComparison {
    /// Money spent.
    pub spend: PlanActual,
    /// Leads.
    pub leads: PlanActual,
    /// How many reached each stage of the funnel; the last is new clients.
    pub stages: Vec<PlanActual>,
    /// New clients.
    pub clients: PlanActual,
    /// Revenue of orders.
    pub revenue: PlanActual,
    /// Money for a lead.
    pub cost_per_lead: PlanActual,
    /// Money for a new client.
    pub cost_per_client: PlanActual,
}

/// The statement, and cash at the end.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementComparison {
    /// What is sold.
    pub revenue: PlanActual,
    /// What grows with sales.
    pub variable_costs: PlanActual,
    /// Money spent on channels.
    pub marketing: PlanActual,
    /// Pay.
    pub payroll: PlanActual,
    /// Costs that come whatever is sold.
    pub fixed_costs: PlanActual,
    /// Tax.
    pub taxes: PlanActual,
    /// What is left.
    pub profit: PlanActual,
    /// Money at the end.
    pub cash: PlanActual,
}

impl StatementComparison {
    /// The lines that make up profit.
    fn parts(&self) -> [&PlanActual; 6] {
        let Self { revenue, variable_costs, marketing, payroll, fixed_costs, taxes, .. } = self;
        [revenue, variable_costs, marketing, payroll, fixed_costs, taxes]
    }

    /// Whether any line that makes up profit is recorded.
    pub fn is_begun(&self) -> bool {
        self.parts().iter().any(|pair| pair.fact.is_some())
    }

    /// Whether the lines that make up profit are recorded for different numbers of months, so that they do not add up.
    pub fn is_uneven(&self) -> bool {
        // Of a line that nobody has recorded there is the plan of all months.
        let recorded = |pair: &PlanActual| if pair.fact.is_some() { pair.recorded } else { pair.of };
        self.parts().iter().any(|pair| recorded(pair) != recorded(&self.profit))
    }
}

/// Plan and fact over some months.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Channels that run in these months, each by its place in the plan.
    pub channels: Vec<(usize, ChannelComparison)>,
    /// All channels of the plan together.
    pub total: ChannelComparison,
    /// The statement.
    pub lines: StatementComparison,
}

/// What a plan has of its channels, month by month.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedChannels {
    /// Spend, leads, stages and new clients.
    pub flows: Vec<ChannelMonths>,
    /// What orders bring, by channel and month.
    revenue: Vec<Vec<Money<Exact>>>,
}

impl PlannedChannels {
    /// Of a plan and what it comes to.
    pub fn of(plan: &Model, outcome: &Outcome) -> Self {
        let flows = channel_months(plan);
        Self { revenue: revenue_of_channels(outcome, &flows), flows }
    }
}

/// Plan and fact over some months of a plan; `outcome` is what the plan comes to.
pub fn compare(
    planned: &PlannedChannels,
    outcome: &Outcome,
    recorded: &Recorded,
    months: Range<u32>,
) -> Comparison {
    let months = months.start..months.end.min(recorded.horizon());
    let mut compared = Compared { recorded, planned, months: months.clone(), counted: Vec::new() };
    let places = 0..planned.flows.len();
    compared.counted = places.clone().map(|place| compared.counted(place)).collect();
    let runs = |place: &usize| compared.counted.get(*place).is_some_and(|months| !months.is_empty());
    let channels: Vec<_> = places.filter(runs).collect();
    let total = compared.channels(&channels);
    let channels = channels.into_iter().map(|place| (place, compared.channels(&[place]))).collect();
    Comparison { channels, total, lines: lines(outcome, recorded, months) }
}

/// What the plan's orders bring by channel and month: by how many of the orders are of its clients.
pub(super) fn revenue_of_channels(outcome: &Outcome, flows: &[ChannelMonths]) -> Vec<Vec<Money<Exact>>> {
    let by_age = &outcome.client.orders_by_age;
    let orders: Vec<_> = flows.iter().map(|flow| spread_by_age(&flow.new_clients, by_age)).collect();
    let revenue = &outcome.statement.order_revenue;
    let opening = &outcome.volumes.opening_orders;
    let of_opening = |t: usize| opening.get(t).copied().unwrap_or(Count::ZERO);
    let all = |t: usize| {
        of_opening(t) + orders.iter().filter_map(|line| line.get(t).copied()).sum::<Count<Exact>>()
    };
    let all: Vec<_> = (0..revenue.len()).map(all).collect();
    let part = |((revenue, all), own): ((&Money<Exact>, &Count<Exact>), &Count<Exact>)| match all {
        all if all.is_positive() => *revenue * (*own / *all),
        _ => Money::ZERO,
    };
    orders.iter().map(|line| revenue.iter().zip(&all).zip(line).map(part).collect()).collect()
}

/// Channels of a plan beside what is recorded of them.
struct Compared<'a> {
    recorded: &'a Recorded,
    planned: &'a PlannedChannels,
    months: Range<u32>,
    /// The months of each channel in which there is anything to hold against one another.
    counted: Vec<Vec<u32>>,
}

impl Compared<'_> {
    /// The months in which a channel is on, has clients to come, or anything is known of it.
    fn counted(&self, place: usize) -> Vec<u32> {
        let clients = self.planned(place, ChannelFact::Clients);
        let is_known = |t, cell| self.recorded.get(t, FactCell::Channel(place, cell)).is_some();
        let counts = |t: &u32| {
            self.recorded.is_on(place, *t)
                || [ChannelFact::Spend, ChannelFact::Leads, ChannelFact::Revenue]
                    .into_iter()
                    .any(|cell| is_known(*t, cell))
                || self.at(&clients, *t).is_positive()
        };
        self.months.clone().filter(counts).collect()
    }

    fn at(&self, line: &[Exact], t: u32) -> Exact {
        line.get(t as usize).copied().unwrap_or(Exact::ZERO)
    }

    fn planned(&self, place: usize, cell: ChannelFact<usize>) -> Vec<Exact> {
        let Some(flow) = self.planned.flows.get(place) else { return Vec::new() };
        let counts = |line: &[Count<Exact>]| line.iter().map(|count| count.0).collect();
        let money = |line: &[Money<Exact>]| line.iter().map(|amount| amount.0).collect();
        match cell {
            ChannelFact::Spend => money(&flow.spend),
            ChannelFact::Leads => counts(&flow.leads),
            ChannelFact::Stage(stage) => flow.stages.get(stage).map_or_else(Vec::new, |line| counts(line)),
            ChannelFact::Clients => counts(&flow.new_clients),
            ChannelFact::Revenue => self.planned.revenue.get(place).map_or_else(Vec::new, |line| money(line)),
        }
    }

    /// A cell of channels, month by month.
    fn figures(&self, places: &[usize], cell: ChannelFact<usize>) -> Vec<Figure> {
        let of = |place: usize| {
            let planned = self.planned(place, cell);
            let fact = move |t| self.recorded.get(t, FactCell::Channel(place, cell)).map(Exact::from_decimal);
            let months = self.counted.get(place).into_iter().flatten();
            months.map(move |t| (self.at(&planned, *t), fact(*t)))
        };
        places.iter().flat_map(|place| of(*place)).collect()
    }

    fn channels(&self, places: &[usize]) -> ChannelComparison {
        let last = self.recorded.client_stage.map_or(ChannelFact::Clients, ChannelFact::Stage);
        let of = |cell| self.figures(places, cell);
        let (spend, leads, clients) = (of(ChannelFact::Spend), of(ChannelFact::Leads), of(last));
        let pair = |figures: &[Figure]| PlanActual::over(figures.iter().copied());
        let by = |under: &[Figure]| {
            let both: Vec<_> = spend.iter().copied().zip(under.iter().copied()).collect();
            PlanActual::by(&both)
        };
        ChannelComparison {
            cost_per_lead: by(&leads),
            cost_per_client: by(&clients),
            spend: pair(&spend),
            leads: pair(&leads),
            stages: (0..self.recorded.stages).map(|stage| pair(&of(ChannelFact::Stage(stage)))).collect(),
            clients: pair(&clients),
            revenue: pair(&of(ChannelFact::Revenue)),
        }
    }
}

fn lines(outcome: &Outcome, recorded: &Recorded, months: Range<u32>) -> StatementComparison {
    let figures = |planned: &[Money<Exact>], known: &dyn Fn(u32) -> KnownAmount| -> Vec<Figure> {
        let planned = |t: u32| planned.get(t as usize).map_or(Exact::ZERO, |amount| amount.0);
        months.clone().map(|t| (planned(t), known(t).ok().map(|amount| amount.0))).collect()
    };
    let line = |planned: &[Money<Exact>], known: &dyn Fn(u32) -> KnownAmount| {
        PlanActual::over(figures(planned, known).into_iter())
    };
    let plan = &outcome.statement;
    StatementComparison {
        revenue: line(&plan.revenue, &|t| recorded.revenue(t)),
        variable_costs: line(&plan.variable_costs, &|t| recorded.variable_costs(t)),
        marketing: line(&plan.marketing, &|t| recorded.marketing(t)),
        payroll: line(&plan.payroll, &|t| recorded.payroll(t)),
        fixed_costs: line(&plan.fixed_costs, &|t| recorded.fixed_costs(t)),
        taxes: line(&plan.tax, &|t| recorded.taxes(t)),
        profit: line(&plan.profit, &|t| recorded.profit(t)),
        cash: PlanActual::last(figures(&outcome.cash.balance, &|t| recorded.cash(t)).into_iter()),
    }
}
