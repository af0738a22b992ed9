//! The facts of a document laid over the months of its plan, and how complete they are.
//!
//! Months before the plan's start or after its horizon are left aside. So are channels that are not in
//! the plan any more, but for their money: it was earned and spent.

use super::cell::{ChannelRow, FactCell};
use super::order_price::OrderPrice;
use crate::model::{
    AddOn, AddOnKind, BusinessFact, ChannelFact, Model, MonthFacts, Regime, RetentionKind, YearMonth,
};
use crate::number::{Count, Decimal, Money, Number};
use crate::plan::{ChannelPast, Past, is_on};

/// The facts by months of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// By month of the plan; none where nothing is recorded.
    months: Vec<Option<Row>>,
    /// By channel of the plan and month, what it is in the plan then.
    channels: Vec<Vec<Phase>>,
    /// By channel, whether it costs money by the plan.
    costs_money: Vec<bool>,
    pub(super) stages: usize,
    /// The stage that makes the client; none without stages.
    pub(super) client_stage: Option<usize>,
    /// What profit cannot be known without, because the plan has it.
    pub(super) needs: Vec<BusinessFact>,
    /// The price by which orders are estimated from revenue; none where they are not.
    pub(super) order_price: Option<OrderPrice>,
    /// Months recorded that the plan does not have.
    outside: u32,
}

/// What is recorded of a month.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    business: MonthFacts,
    channels: Vec<ChannelRow>,
    strays: Vec<Stray>,
}

/// What a channel of the plan is in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// Not begun, or no part of the plan.
    Off,
    /// Brings leads.
    On,
    /// Has ended; its clients may go on buying.
    Over,
}

/// What is recorded of a channel that the plan does not have.
#[derive(Clone, Debug, PartialEq)]
pub struct Stray {
    /// The id it had in the plan.
    pub id: String,
    /// Money spent.
    pub spend: Option<Decimal>,
    /// Leads.
    pub leads: Option<Decimal>,
    /// Revenue.
    pub revenue: Option<Decimal>,
}

/// Which known figures a plan is to go on from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Leads of channels.
    pub leads: bool,
    /// Money spent on them.
    pub spend: bool,
    /// Counts of stages; new clients where there are none.
    pub stages: bool,
    /// Active clients.
    pub active: bool,
    /// Orders delivered.
    pub orders: bool,
}

impl Known {
    /// Everything.
    pub const ALL: Known = Known { leads: true, spend: true, stages: true, active: true, orders: true };
}

impl Recorded {
    /// Lays the facts of a document over its plan. Of two rows about one month or channel the first that has
    /// a figure counts.
    pub fn new(model: &Model) -> Self {
        let months = model.about.horizon.clamp(1, 120);
        let mut recorded = Self {
            months: vec![None; months as usize],
            channels: model.channels.iter().map(|_| Vec::new()).collect(),
            costs_money: model.channels.iter().map(|channel| !channel.is_free()).collect(),
            stages: model.funnel.stages.len(),
            client_stage: model.funnel.client_stage(),
            needs: needs(model),
            order_price: OrderPrice::of(model),
            outside: 0,
        };
        for (place, phases) in recorded.channels.iter_mut().enumerate() {
            phases.extend((0..months).map(|t| phase(model, place, t)));
        }
        for (month, fact) in model.facts.by_month() {
            recorded.lay(model, month, fact);
        }
        recorded
    }

    fn lay(&mut self, model: &Model, month: YearMonth, fact: &MonthFacts) {
        let row = Row::new(model, fact);
        let place = month.0.checked_sub(model.about.start.0).and_then(|t| self.months.get_mut(t as usize));
        match place {
            _ if row.is_blank() => {}
            Some(place) if place.is_none() => *place = Some(row),
            Some(_) => {}
            None => self.outside += 1,
        }
    }

    fn row(&self, t: u32) -> Option<&Row> {
        self.months.get(t as usize)?.as_ref()
    }

    /// A figure of a month; none where it is not recorded.
    pub fn get(&self, t: u32, cell: FactCell) -> Option<Decimal> {
        match cell {
            FactCell::Business(fact) => fact.in_row(&self.row(t)?.business),
            FactCell::Channel(place, cell) => self.row(t)?.channels.get(place)?.get(cell),
        }
    }

    /// How many months the plan has.
    pub fn horizon(&self) -> u32 {
        u32::try_from(self.months.len()).unwrap_or(u32::MAX)
    }

    /// How many channels it has.
    pub fn channels(&self) -> usize {
        self.channels.len()
    }

    /// Whether anything is recorded of a month.
    pub fn is_known(&self, t: u32) -> bool {
        self.row(t).is_some()
    }

    /// The months of the plan of which anything is recorded.
    pub fn known_months(&self) -> impl DoubleEndedIterator<Item = u32> + '_ {
        (0..self.horizon()).filter(|t| self.is_known(*t))
    }

    /// How many months are recorded that the plan does not have.
    pub fn outside(&self) -> u32 {
        self.outside
    }

    /// What is recorded in a month of channels that the plan does not have.
    pub fn strays(&self, t: u32) -> &[Stray] {
        self.row(t).map_or(&[], |row| &row.strays)
    }

    /// Whether the plan has a channel on in a month.
    pub fn is_on(&self, channel: usize, t: u32) -> bool {
        self.phase(channel, t) == Phase::On
    }

    pub(super) fn phase(&self, channel: usize, t: u32) -> Phase {
        let phase = self.channels.get(channel).and_then(|phases| phases.get(t as usize));
        phase.copied().unwrap_or(Phase::Off)
    }

    /// Whether spend on a channel is to be recorded: of those that cost nothing it is not.
    pub(super) fn costs_money(&self, channel: usize) -> bool {
        self.costs_money.get(channel).copied().unwrap_or(true)
    }

    pub(super) fn needs(&self, cell: BusinessFact) -> bool {
        self.needs.contains(&cell)
    }

    /// What a plan is to go on from.
    pub fn past<N: Number>(&self, what: Known) -> Past<N> {
        let mut past = Past::none();
        if self.known_months().next().is_none() {
            return past;
        }
        past.channels = (0..self.channels.len()).map(|place| self.channel_past(place, what)).collect();
        past.active = self.line(what.active, FactCell::Business(BusinessFact::Active), Count);
        let months = if what.orders { 0..self.horizon() } else { 0..0 };
        past.orders = months.map(|t| self.orders(t).map(|orders| Count(N::from_decimal(orders)))).collect();
        past
    }

    fn channel_past<N: Number>(&self, place: usize, what: Known) -> ChannelPast<N> {
        let cell = |cell| FactCell::Channel(place, cell);
        let stages = if what.stages { 0..self.stages } else { 0..0 };
        ChannelPast {
            spend: self.line(what.spend, cell(ChannelFact::Spend), Money),
            leads: self.line(what.leads, cell(ChannelFact::Leads), Count),
            stages: stages.map(|stage| self.line(true, cell(ChannelFact::Stage(stage)), Count)).collect(),
            clients: self.line(what.stages && self.stages == 0, cell(ChannelFact::Clients), Count),
        }
    }

    fn line<N: Number, T>(&self, is_asked: bool, cell: FactCell, unit: fn(N) -> T) -> Vec<Option<T>> {
        let months = if is_asked { 0..self.horizon() } else { 0..0 };
        months.map(|t| self.get(t, cell).map(|value| unit(N::from_decimal(value)))).collect()
    }
}

impl Row {
    fn new(model: &Model, fact: &MonthFacts) -> Self {
        let stages: Vec<_> = model.funnel.stages.iter().map(|stage| stage.id.clone()).collect();
        let mut row = Self {
            business: MonthFacts { channels: Vec::new(), ..fact.clone() },
            channels: vec![ChannelRow::default(); model.channels.len()],
            strays: Vec::new(),
        };
        for fact in &fact.channels {
            let place = model.channels.iter().position(|channel| channel.id == fact.id);
            match place.and_then(|place| row.channels.get_mut(place)) {
                Some(own) => own.read(fact, &stages),
                None => {
                    let (id, spend, leads, revenue) = (fact.id.clone(), fact.spend, fact.leads, fact.revenue);
                    row.strays.push(Stray { id, spend, leads, revenue });
                }
            }
        }
        row
    }

    /// Whether it says nothing: a row that was made and left.
    fn is_blank(&self) -> bool {
        BusinessFact::ALL.iter().all(|fact| fact.in_row(&self.business).is_none())
            && self.channels.iter().all(ChannelRow::is_blank)
            && self.strays.iter().all(Stray::is_blank)
    }
}

impl Stray {
    fn is_blank(&self) -> bool {
        [self.spend, self.leads, self.revenue].iter().all(Option::is_none)
    }
}

/// What a channel is in a month.
fn phase(model: &Model, place: usize, t: u32) -> Phase {
    let Some(channel) = model.channels.get(place) else { return Phase::Off };
    let stays = model.offer.retention.kind != RetentionKind::Once;
    match () {
        () if is_on(model, channel, t) => Phase::On,
        () if stays && channel.first <= t && is_on(model, channel, channel.first) => Phase::Over,
        () => Phase::Off,
    }
}

/// What a month's profit cannot be known without, because the plan has it: add-ons that are sold, tax that
/// is taken.
fn needs(model: &Model) -> Vec<BusinessFact> {
    let brings = |add_on: &AddOn| !add_on.price.value.is_zero() && !add_on.share.value.is_zero();
    let sells = |kind| model.offer.add_ons.iter().any(|add_on| add_on.kind == kind && brings(add_on));
    let all = [
        (sells(AddOnKind::Upsell), BusinessFact::UpsellRevenue),
        (sells(AddOnKind::CrossSell), BusinessFact::CrossSellRevenue),
        (model.tax.regime != Regime::None, BusinessFact::Taxes),
    ];
    all.into_iter().filter_map(|(is_needed, cell)| is_needed.then_some(cell)).collect()
}
