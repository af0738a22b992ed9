//! Records that can hardly be right: more came out than ever went in, or far more than was planned. Nothing is
//! refused for it; whoever wrote it down is shown where to look.

use super::cell::FactCell;
use super::comparison::revenue_of_channels;
use super::recorded::Recorded;
use crate::model::{BusinessFact, ChannelFact};
use crate::number::{Count, Exact, Money, Number};
use crate::plan::{ChannelMonths, Outcome};
use std::cmp::Ordering;

/// A record that can hardly be right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Doubt {
    /// The month of the plan, counted from 0.
    pub month: u32,
    /// The figure.
    pub cell: FactCell,
    /// What is the matter with it.
    pub wrong: Wrong,
}

/// What is the matter with a record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wrong {
    /// By the end of the month more have reached a stage, or bought, than ever came to it.
    MoreThanCame {
        /// The stage before, or leads.
        before: ChannelFact<usize>,
        /// How many have reached the stage so far.
        reached: Exact,
        /// How many have come so far.
        came: Exact,
    },
    /// More orders than were delivered in the month.
    MoreThanDelivered,
    /// Revenue that is a deal for each new client, although far more orders were delivered.
    OfNewClientsAlone,
    /// More clients lost than were active at the end of the month before.
    MoreThanActive,
    /// Far more than planned: so many times, rounded down.
    TimesThePlan(u64),
}

/// A figure is doubted above so many times the plan of its month; counts not above only that many at all.
pub const FAR_FROM_PLAN: u32 = 100;

/// And only above so many times the most that the plan has in any month: a plan that begins with a tenth of a
/// client is surpassed by the first one.
pub const FAR_FROM_ALL_MONTHS: u32 = 10;

/// What can hardly be right, month by month; `plan` is what the plan has of the document's channels, `outcome` what
/// it comes to. A figure is doubted once.
pub fn doubts(recorded: &Recorded, plan: &[ChannelMonths], outcome: &Outcome) -> Vec<Doubt> {
    if recorded.known_months().next().is_none() {
        return Vec::new();
    }
    let mut found: Vec<Doubt> =
        (0..recorded.channels()).flat_map(|place| of_channel(recorded, place)).collect();
    found.extend(recorded.known_months().flat_map(|t| of_month(recorded, t)));
    found.extend(recorded.known_months().filter_map(|t| of_revenue(recorded, outcome, t)));
    let is_known = |own: &Doubt| found.iter().any(|other| (other.month, other.cell) == (own.month, own.cell));
    let lines = lines(recorded, plan, outcome);
    let far = lines.iter().flat_map(|line| line.doubts(recorded)).filter(|own| !is_known(own));
    let far: Vec<Doubt> = far.collect();
    found.extend(far);
    found.sort_by_key(|doubt| doubt.month);
    found
}

/// Each stage of a channel against the one before it, the first against leads.
fn of_channel(recorded: &Recorded, place: usize) -> impl Iterator<Item = Doubt> {
    let last = if recorded.stages == 0 { Some(ChannelFact::Clients) } else { None };
    let stages = (0..recorded.stages).map(ChannelFact::Stage).chain(last);
    let befores = std::iter::once(ChannelFact::Leads).chain((0..recorded.stages).map(ChannelFact::Stage));
    befores.zip(stages).filter_map(move |(before, cell)| more_than_came(recorded, place, before, cell))
}

/// The first month by which more have reached a cell than came to the one before it. Who came before anything was
/// recorded may buy later, so that nothing is said unless the channel is recorded from its first month on.
fn more_than_came(
    recorded: &Recorded,
    place: usize,
    before: ChannelFact<usize>,
    cell: ChannelFact<usize>,
) -> Option<Doubt> {
    let first = (0..recorded.horizon()).find(|t| recorded.is_on(place, *t))?;
    let get = |t, cell| recorded.get(t, FactCell::Channel(place, cell)).map(Exact::from_decimal);
    let (mut came, mut reached, mut has_begun) = (Exact::ZERO, Exact::ZERO, false);
    for month in 0..recorded.horizon() {
        match (get(month, before), get(month, cell)) {
            (Some(more), own) => {
                (came, reached, has_begun) = (came + more, reached + own.unwrap_or(Exact::ZERO), true);
            }
            (None, None) if month < first && !has_begun => {}
            (None, _) => return None,
        }
        if is_above(reached, came) {
            let wrong = Wrong::MoreThanCame { before, reached, came };
            return Some(Doubt { month, cell: FactCell::Channel(place, cell), wrong });
        }
    }
    None
}

/// The figures of the whole business in a month against one another.
fn of_month(recorded: &Recorded, month: u32) -> impl Iterator<Item = Doubt> {
    let get = |t, cell| recorded.get(t, FactCell::Business(cell));
    let is_more = |cell, than| get(month, cell).zip(than).is_some_and(|(own, than)| own > than);
    let delivered = get(month, BusinessFact::Delivered);
    let active = month.checked_sub(1).and_then(|before| get(before, BusinessFact::Active));
    let all = [
        (BusinessFact::OnPromise, delivered, Wrong::MoreThanDelivered),
        (BusinessFact::Lost, active, Wrong::MoreThanActive),
        (BusinessFact::Complaints, delivered, Wrong::MoreThanDelivered),
        (BusinessFact::Refunds, delivered, Wrong::MoreThanDelivered),
    ]
    .map(|(cell, than, wrong)| {
        is_more(cell, than).then_some(Doubt { month, cell: FactCell::Business(cell), wrong })
    });
    all.into_iter().flatten()
}

/// Revenue of new clients alone, as a list of won deals has it, beside the orders of all clients: it would make the deal
/// look far smaller than it is.
fn of_revenue(recorded: &Recorded, outcome: &Outcome, month: u32) -> Option<Doubt> {
    let (price, revenue) = (outcome.client.net_price.0, recorded.order_revenue(month).ok()?.0);
    let orders = Exact::from_decimal(recorded.get(month, FactCell::Business(BusinessFact::Delivered))?);
    let last = recorded.client_stage.map_or(ChannelFact::Clients, ChannelFact::Stage);
    let get = |place, cell| recorded.get(month, FactCell::Channel(place, cell)).map(Exact::from_decimal);
    let sales =
        (0..recorded.channels()).filter_map(|place| get(place, last)).fold(Exact::ZERO, |sum, own| sum + own);
    let part = |percent: u32| price * Exact::whole(percent) / Exact::whole(100);
    let (by_order, by_sale) = (revenue / orders, revenue / sales);
    let is_deal = is_above(by_sale, part(80)) && is_above(part(125), by_sale);
    let place = (0..recorded.channels()).find(|place| get(*place, ChannelFact::Revenue).is_some())?;
    let cell = FactCell::Channel(place, ChannelFact::Revenue);
    (is_deal && is_above(part(75), by_order)).then_some(Doubt {
        month,
        cell,
        wrong: Wrong::OfNewClientsAlone,
    })
}

/// What the plan has of a figure, by month.
struct PlannedLine {
    cell: FactCell,
    months: Vec<Exact>,
    is_count: bool,
}

impl PlannedLine {
    fn counts(cell: FactCell, line: &[Count<Exact>]) -> Self {
        Self { cell, months: line.iter().map(|count| count.0).collect(), is_count: true }
    }

    fn money(cell: FactCell, line: &[Money<Exact>]) -> Self {
        Self { cell, months: line.iter().map(|amount| amount.0).collect(), is_count: false }
    }

    /// The months in which far more is recorded than planned.
    fn doubts(&self, recorded: &Recorded) -> impl Iterator<Item = Doubt> {
        let known = self.months.iter().filter(|planned| planned.reason().is_none());
        let most = known.fold(Exact::ZERO, |most, planned| most.most(*planned));
        let least = if self.is_count { Exact::whole(FAR_FROM_PLAN) } else { Exact::ZERO };
        let beyond = (most * Exact::whole(FAR_FROM_ALL_MONTHS)).most(least);
        let doubt = move |(month, planned): (u32, &Exact)| {
            let value = Exact::from_decimal(recorded.get(month, self.cell)?);
            let is_far = is_above(value, *planned * Exact::whole(FAR_FROM_PLAN)) && is_above(value, beyond);
            let times = (value / *planned).decimal().ok().filter(|_| planned.is_positive() && is_far)?;
            let times = u64::try_from(times.trunc()).unwrap_or(u64::MAX);
            Some(Doubt { month, cell: self.cell, wrong: Wrong::TimesThePlan(times) })
        };
        (0..).zip(&self.months).filter_map(doubt)
    }
}

fn lines(recorded: &Recorded, plan: &[ChannelMonths], outcome: &Outcome) -> Vec<PlannedLine> {
    let statement = &outcome.statement;
    let revenue = revenue_of_channels(outcome, plan);
    let mut lines = Vec::new();
    for (place, (channel, revenue)) in plan.iter().zip(&revenue).enumerate() {
        let cell = |cell| FactCell::Channel(place, cell);
        lines.push(PlannedLine::money(cell(ChannelFact::Spend), &channel.spend));
        lines.push(PlannedLine::counts(cell(ChannelFact::Leads), &channel.leads));
        for (stage, line) in channel.stages.iter().enumerate() {
            lines.push(PlannedLine::counts(cell(ChannelFact::Stage(stage)), line));
        }
        if recorded.stages == 0 {
            lines.push(PlannedLine::counts(cell(ChannelFact::Clients), &channel.new_clients));
        }
        lines.push(PlannedLine::money(cell(ChannelFact::Revenue), revenue));
    }
    lines
        .push(PlannedLine::money(FactCell::Business(BusinessFact::VariableCosts), &statement.variable_costs));
    lines.push(PlannedLine::money(FactCell::Business(BusinessFact::Payroll), &statement.payroll));
    lines.push(PlannedLine::money(FactCell::Business(BusinessFact::FixedCosts), &statement.fixed_costs));
    lines
}

/// Whether both exist and the first is the greater.
fn is_above(one: Exact, other: Exact) -> bool {
    one.compare(other) == Some(Ordering::Greater)
}
