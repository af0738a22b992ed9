//! Why profit is not what was planned: one cause after the other is let into the plan, and what each changes
//! is money. Together they are the difference, to the last digit.
//!
//! First the counts, at the plan's prices, costs, pay and tax: leads as they came (volume), then stages
//! (conversion), then active clients and orders (repeat). What the plan would have been with the counts as
//! they were is the *flexed* plan; from there on each line's own difference is a cause.

use super::cell::FactCell;
use super::money::KnownAmount;
use super::orders::EstimatedOrders;
use super::partial_months::{CostsAlong, PartialMonth, add_ons};
use super::profit_lines::{Assumed, LINES, ProfitLine, line_of};
use super::recorded::{Known, Recorded};
use crate::model::ChannelFact;
use crate::number::{Decimal, Exact, Money, Number, Undefined};
use crate::plan::Outcome;
use std::ops::Range;

/// Decimals that amounts are rounded to before they are compared, so that differences are exact.
const DECIMALS: u32 = 6;
/// Amounts from here on would lose these decimals: 10^18.
const TOO_LARGE: Decimal = Decimal::from_parts(2_808_348_672, 232_830_643, 0, false, 0);

/// Why profit is another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// More or fewer leads.
    Volume,
    /// Another share of them became clients, or came sooner or later.
    Conversion,
    /// Clients stay longer or shorter, order more or less often.
    Repeat,
    /// What channels brought and cost that are not in the plan.
    Outside,
    /// Other prices, discounts, sizes of deals.
    Price,
    /// More or less of upsells and cross-sells, or at other prices.
    AddOns,
    /// What grows with sales costs more or less.
    VariableCosts,
    /// Money spent on channels.
    Marketing,
    /// Costs that come whatever is sold.
    FixedCosts,
    /// Pay.
    Pay,
    /// Tax.
    Tax,
}

impl Cause {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Cause; 11] = [
        Cause::Volume,
        Cause::Conversion,
        Cause::Repeat,
        Cause::Outside,
        Cause::Price,
        Cause::AddOns,
        Cause::VariableCosts,
        Cause::Marketing,
        Cause::FixedCosts,
        Cause::Pay,
        Cause::Tax,
    ];
}

/// Profit of plan and fact over the same months, and every cause of the difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Variance {
    /// The months that are compared.
    pub months: Vec<u32>,
    /// Months with figures, but without leads, so that they are not.
    pub left_out: Vec<u32>,
    /// Months with leads, but without orders delivered, so that they are not.
    pub without_orders: Vec<u32>,
    /// Orders of the months compared that are an estimate; none where all are recorded.
    pub estimated: Option<EstimatedOrders>,
    /// Planned profit of these months, to six decimals.
    pub plan: Money<Exact>,
    /// Profit as it was, to six decimals.
    pub fact: Money<Exact>,
    /// What each cause changed, in the order of [`Cause::ALL`]. `plan + causes = fact`, exactly.
    pub causes: Vec<(Cause, Money<Exact>)>,
    /// What is not recorded and therefore taken as the flexed plan has it.
    pub assumed: Vec<Assumed>,
}

/// Why profit cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoVariance {
    /// Leads are recorded in none of the months.
    NoLeads,
    /// They are, in these months; but orders delivered are not, so what was sold cost nobody knows what.
    NoOrders(Vec<u32>),
    /// A figure is undefined.
    Undefined(Undefined),
}

impl From<Undefined> for NoVariance {
    fn from(reason: Undefined) -> Self {
        NoVariance::Undefined(reason)
    }
}

impl Variance {
    /// The cause that moved profit most; none where nothing did.
    pub fn greatest(&self) -> Option<(Cause, Money<Exact>)> {
        let size = |amount: Money<Exact>| if amount.is_negative() { -amount } else { amount };
        let larger = |one: (Cause, Money<Exact>), other: (Cause, Money<Exact>)| {
            if (size(other.1) - size(one.1)).is_positive() { other } else { one }
        };
        self.causes.iter().copied().reduce(larger).filter(|(_, amount)| *amount != Money::ZERO)
    }

    /// What a cause changed.
    pub fn of(&self, cause: Cause) -> Money<Exact> {
        self.causes.iter().find(|(own, _)| *own == cause).map_or(Money::ZERO, |(_, amount)| *amount)
    }

    /// Fact less plan.
    pub fn difference(&self) -> Money<Exact> {
        self.fact - self.plan
    }
}

/// A plan with more and more of its counts as they were, at its own prices, costs, pay and tax.
#[derive(Clone, Copy, Debug)]
pub struct Flexed<'a> {
    /// Leads as they came.
    pub volume: &'a Outcome,
    /// Leads and stages.
    pub conversion: &'a Outcome,
    /// All counts: what is called the flexed plan.
    pub all: &'a Outcome,
}

impl Flexed<'_> {
    /// What is known of the past of [`Flexed::volume`].
    pub const VOLUME: Known =
        Known { leads: true, spend: false, stages: false, active: false, orders: false };
    /// The same of [`Flexed::conversion`].
    pub const CONVERSION: Known = Known { stages: true, ..Self::VOLUME };
    /// The same of [`Flexed::all`].
    pub const ALL: Known = Known { spend: false, ..Known::ALL };
}

/// Why profit of some months of the plan is not what was planned. A month needs leads, and orders delivered where there
/// are any.
pub fn variance(
    plan: &Outcome,
    flexed: Flexed<'_>,
    recorded: &Recorded,
    months: Range<u32>,
) -> Result<Variance, NoVariance> {
    let known = recorded.known_months().filter(|t| months.contains(t));
    let (begun, left_out): (Vec<_>, Vec<_>) = known.partition(|t| has_leads(recorded, *t));
    let has_orders = |t: &u32| has_orders(recorded, flexed.all, *t);
    let (months, without_orders): (Vec<_>, Vec<_>) = begun.into_iter().partition(has_orders);
    if months.is_empty() {
        return Err(match without_orders.is_empty() {
            true => NoVariance::NoLeads,
            false => NoVariance::NoOrders(without_orders),
        });
    }
    let by_clients = |t: u32| {
        let orders = flexed.conversion.volumes.orders.get(t as usize);
        orders.map_or(Exact::ZERO, |count| count.0)
    };
    let estimated = recorded.estimated_orders(&months, by_clients);
    let view = FlexedView { recorded, flexed: flexed.all, months: &months };
    let [plan, volume, conversion] = [plan, flexed.volume, flexed.conversion].map(|of| profit(of, &months));
    let (plan, volume, conversion) = (plan?, volume?, conversion?);
    let (flexed, fact) = (view.flexed()?, view.fact()?);
    let causes = vec![
        (Cause::Volume, volume - plan),
        (Cause::Conversion, conversion - volume),
        (Cause::Repeat, flexed.profit() - conversion),
        (Cause::Outside, fact.outside - flexed.outside),
        (Cause::Price, fact.revenue - fact.add_ons - (flexed.revenue - flexed.add_ons) - fact.price_costs),
        (Cause::AddOns, fact.add_ons - flexed.add_ons - fact.add_on_costs),
        (
            Cause::VariableCosts,
            flexed.variable_costs + fact.price_costs + fact.add_on_costs - fact.variable_costs,
        ),
        (Cause::Marketing, flexed.marketing - fact.marketing),
        (Cause::FixedCosts, flexed.fixed_costs - fact.fixed_costs),
        (Cause::Pay, flexed.payroll - fact.payroll),
        (Cause::Tax, flexed.taxes - fact.taxes),
    ];
    let (fact, assumed) = (fact.profit(), view.assumed());
    Ok(Variance { assumed, months, left_out, without_orders, estimated, plan, fact, causes })
}

/// Whether a month can be compared: leads of some channel are recorded, or the plan has none then.
fn has_leads(recorded: &Recorded, t: u32) -> bool {
    let on = || (0..recorded.channels()).filter(|channel| recorded.is_on(*channel, t));
    let has = |channel| recorded.get(t, FactCell::Channel(channel, ChannelFact::Leads)).is_some();
    on().next().is_none() || (0..recorded.channels()).any(has)
}

/// Whether it is known how many orders there were in a month: recorded or estimated, or none could be and no money came.
fn has_orders(recorded: &Recorded, flexed: &Outcome, t: u32) -> bool {
    let comes = flexed.volumes.orders.get(t as usize).is_some_and(|orders| !orders.is_zero());
    recorded.orders(t).is_some() || (!comes && !recorded.is_revenue_without_orders(t))
}

/// Profit of an outcome over months, by its rounded lines.
fn profit(outcome: &Outcome, months: &[u32]) -> Result<Money<Exact>, Undefined> {
    Ok(Lines::of(outcome, months)?.profit())
}

/// The lines of a profit over months, to six decimals.
#[derive(Clone, Copy)]
struct Lines {
    /// All of it, with add-ons.
    revenue: Money<Exact>,
    /// Of this, upsells and cross-sells.
    add_ons: Money<Exact>,
    /// Revenue less marketing of channels that are not in the plan.
    outside: Money<Exact>,
    variable_costs: Money<Exact>,
    /// Of these, where they are not recorded, what other prices cost.
    price_costs: Money<Exact>,
    /// Likewise more or less of add-ons.
    add_on_costs: Money<Exact>,
    marketing: Money<Exact>,
    payroll: Money<Exact>,
    fixed_costs: Money<Exact>,
    taxes: Money<Exact>,
}

impl Lines {
    fn of(outcome: &Outcome, months: &[u32]) -> Result<Self, Undefined> {
        let lines = &outcome.statement;
        let line = |line: &[Money<Exact>]| rounded(months.iter().map(|t| at(line, *t)).sum());
        Ok(Self {
            revenue: line(&lines.revenue)?,
            add_ons: rounded(months.iter().flat_map(|t| add_ons(outcome, *t as usize)).sum())?,
            outside: Money::ZERO,
            variable_costs: line(&lines.variable_costs)?,
            price_costs: Money::ZERO,
            add_on_costs: Money::ZERO,
            marketing: line(&lines.marketing)?,
            payroll: line(&lines.payroll)?,
            fixed_costs: line(&lines.fixed_costs)?,
            taxes: line(&lines.tax)?,
        })
    }

    fn profit(&self) -> Money<Exact> {
        let costs = self.variable_costs + self.marketing + self.payroll + self.fixed_costs + self.taxes;
        self.revenue + self.outside - costs
    }
}

/// Facts beside the flexed plan.
struct FlexedView<'a> {
    recorded: &'a Recorded,
    flexed: &'a Outcome,
    months: &'a [u32],
}

impl FlexedView<'_> {
    fn flexed(&self) -> Result<Lines, Undefined> {
        Lines::of(self.flexed, self.months)
    }

    /// The lines as they were, or as the flexed plan has them where they are not recorded.
    fn fact(&self) -> Result<Lines, Undefined> {
        let (lines, of) = (&self.flexed.statement, self.recorded);
        let line = |known: &dyn Fn(u32) -> KnownAmount, planned: &[Money<Exact>]| {
            rounded(self.months.iter().map(|t| known(*t).unwrap_or(at(planned, *t))).sum())
        };
        let unknown = || self.months.iter().filter(|t| of.variable_costs(**t).is_err());
        let along = |costs: &dyn Fn(u32) -> CostsAlong<Exact>, own: fn(CostsAlong<Exact>) -> Money<Exact>| {
            rounded(unknown().map(|t| own(costs(*t))).sum())
        };
        let costs = |t: u32| PartialMonth::of(of, t).costs_along(self.flexed, t as usize);
        let price_costs = along(&costs, |costs| costs.price)?;
        let add_on_costs = along(&costs, |costs| costs.add_ons)?;
        let planned_costs = line(&|t| of.variable_costs(t), &lines.variable_costs)?;
        Ok(Lines {
            revenue: rounded(self.months.iter().map(|t| self.revenue(*t)).sum())?,
            add_ons: rounded(self.months.iter().map(|t| self.add_ons(*t)).sum())?,
            outside: rounded(self.months.iter().map(|t| of.outside_money(*t)).sum())?,
            variable_costs: planned_costs + price_costs + add_on_costs,
            price_costs,
            add_on_costs,
            marketing: rounded(self.months.iter().map(|t| self.marketing(*t)).sum())?,
            payroll: line(&|t| of.payroll(t), &lines.payroll)?,
            fixed_costs: line(&|t| of.fixed_costs(t), &lines.fixed_costs)?,
            taxes: line(&|t| of.taxes(t), &lines.tax)?,
        })
    }

    /// Revenue of a month in its parts, each as far as it is recorded.
    fn revenue(&self, t: u32) -> Money<Exact> {
        let orders = self.recorded.order_revenue(t);
        orders.unwrap_or(at(&self.flexed.statement.order_revenue, t)) + self.add_ons(t)
    }

    fn add_ons(&self, t: u32) -> Money<Exact> {
        let [upsells, cross_sells] = add_ons(self.flexed, t as usize);
        self.recorded.upsell_revenue(t).unwrap_or(upsells)
            + self.recorded.cross_sell_revenue(t).unwrap_or(cross_sells)
    }

    /// Money spent on the plan's channels in a month, each as far as it is recorded.
    fn marketing(&self, t: u32) -> Money<Exact> {
        let spent = |(place, planned): (usize, &crate::plan::ChannelOutcome<Exact>)| {
            let spend = self.recorded.get(t, FactCell::Channel(place, ChannelFact::Spend));
            spend.map_or(at(&planned.spend, t), |spend| Money(Exact::Value(spend)))
        };
        self.flexed.channels.iter().enumerate().map(spent).sum()
    }

    fn assumed(&self) -> Vec<Assumed> {
        let is_missing = |t: u32, line: ProfitLine| {
            // What is estimated is not taken from the plan.
            let is_estimated = line == ProfitLine::Orders && self.recorded.is_estimated(t);
            let lacks = |cell: FactCell| self.recorded.get(t, cell).is_none() && !is_estimated;
            self.recorded.expected(t).into_iter().any(|cell| line_of(cell) == Some(line) && lacks(cell))
        };
        let of = |line: ProfitLine| Assumed {
            line,
            months: self.months.iter().copied().filter(|t| is_missing(*t, line)).collect(),
        };
        LINES.into_iter().map(of).filter(|assumed| !assumed.months.is_empty()).collect()
    }
}

fn at(line: &[Money<Exact>], t: u32) -> Money<Exact> {
    line.get(t as usize).copied().unwrap_or(Money::ZERO)
}

/// To six decimals; undefined where these would not be exact.
fn rounded(amount: Money<Exact>) -> Result<Money<Exact>, Undefined> {
    let amount = amount.0.decimal()?;
    match amount.abs() < TOO_LARGE {
        true => Ok(Money(Exact::Value(amount.round_dp(DECIMALS)))),
        false => Err(Undefined::Overflow),
    }
}
