//! Businesses for properties: sane ones, as an owner would enter them, and wild ones, as nobody should.

#[path = "company.rs"]
mod company;

#[allow(unused_imports)]
pub use company::in_money;

use crate::arbitrary::any_model;
use obkatka::model::*;
use obkatka::number::Decimal;
use proptest::collection::vec;
use proptest::prelude::{Strategy, any};

/// A plausible business: shares below the whole, prices above costs as a rule, months within the plan.
pub fn sane() -> impl Strategy<Value = Model> {
    vec(any::<u16>(), 600).prop_map(|rolls| business(&mut Dice(rolls.into_iter())))
}

/// Anything the types allow, past every bound that reading and editing keep: horizons of nothing or of ages,
/// ids used twice, months out of order.
pub fn wild() -> impl Strategy<Value = Model> {
    let extremes = || proptest::sample::select(vec![0, 1, 2, 59, 61, 120, 121, u32::MAX]);
    let wholes = (extremes(), extremes(), extremes(), extremes());
    (any_model(), wholes, any::<bool>()).prop_map(|(mut model, wholes, twice)| {
        (model.about.horizon, model.about.ltv_horizon) = (wholes.0, wholes.1);
        (model.market.months, model.offer.retention.early_months) = (wholes.2, wholes.3);
        for person in &mut model.people {
            (person.ramp, person.pay.guarantee_months) = (wholes.3, wholes.1);
        }
        if twice {
            model.channels = [model.channels.clone(), model.channels].concat();
            model.funnel.stages = [model.funnel.stages.clone(), model.funnel.stages].concat();
            model.people = [model.people.clone(), model.people].concat();
        }
        model
    })
}

/// Numbers that decide a business; zeros behind the last.
pub(crate) struct Dice(std::vec::IntoIter<u16>);

impl Dice {
    fn up_to(&mut self, most: u16) -> u16 {
        self.0.next().unwrap_or(0) % (most + 1)
    }

    fn month(&mut self, most: u16) -> u32 {
        u32::from(self.up_to(most))
    }

    fn is(&mut self) -> bool {
        self.up_to(1) == 1
    }

    /// Money with kopecks now and then.
    fn money(&mut self, most: u16) -> Estimate {
        let whole = Decimal::from(self.up_to(most));
        Estimate::guess(whole + Decimal::new(i64::from(self.up_to(3)) * 25, 2))
    }

    /// Thousandths.
    fn share(&mut self, least: u16, most: u16) -> Estimate {
        let thousandths = least + self.up_to(most - least);
        Estimate::guess(Decimal::new(thousandths.into(), 3))
    }

    fn days(&mut self, most: u16) -> Estimate {
        Estimate::guess(self.up_to(most))
    }

    fn rows<T>(&mut self, most: u16, mut row: impl FnMut(&mut Self, String) -> T) -> Vec<T> {
        (0..self.up_to(most)).map(|at| row(self, nth_id(at.into()))).collect()
    }
}

fn business(dice: &mut Dice) -> Model {
    let mut model = Model::default();
    model.about.horizon = 12 + dice.month(48);
    model.about.ltv_horizon = 1 + dice.month(59);
    model.about.discount = dice.share(0, 300);
    offer(&mut model.offer, dice);
    retention(&mut model.offer.retention, dice);
    model.funnel.stages = dice.rows(3, |dice, id| Stage {
        id,
        conversion: dice.share(50, 950),
        days: dice.days(70),
        process: [Process::Sales, Process::Acquisition, Process::Delivery][usize::from(dice.up_to(2))],
        delay: DelayKind::ALL[usize::from(dice.up_to(2))],
        ..Stage::default()
    });
    model.channels = dice.rows(4, channel);
    model.market = Market { awareness: dice.is(), from: dice.share(0, 1000), months: 1 + dice.month(35) };
    model.with_ideas = dice.is();
    opening(&mut model.opening, dice);
    spending(&mut model, dice);
    terms(&mut model, dice);
    model.people = dice.rows(3, company::person);
    model.team = company::team(dice, &model.people);
    model
}

fn offer(offer: &mut Offer, dice: &mut Dice) {
    offer.price = Estimate::guess(dice.money(20_000).value + Decimal::TEN);
    offer.frequency = dice.share(100, 5000);
    offer.unit_cost = dice.money(2000);
    offer.cost_share = dice.share(0, 600);
    offer.first_order_cost = dice.money(500);
    offer.payment_fee = dice.share(0, 40);
    offer.commission = dice.share(0, 60);
    offer.refund_share = dice.share(0, 400);
    offer.recovered_share = dice.share(0, 1000);
    offer.return_cost = dice.money(200);
    offer.delivery_cost = dice.money(200);
    (offer.fee_kept, offer.commission_kept) = (dice.is(), dice.is());
    offer.cross_sell_timing = CrossSellTiming::ALL[usize::from(dice.up_to(2))];
    offer.service_cost = dice.money(300);
    offer.vat = Vat::ALL[usize::from(dice.up_to(2))];
    offer.add_ons = dice.rows(2, |dice, id| AddOn {
        id,
        kind: if dice.is() { AddOnKind::Upsell } else { AddOnKind::CrossSell },
        share: dice.share(0, 500),
        price: dice.money(3000),
        cost_share: dice.share(0, 900),
        ..AddOn::default()
    });
}

/// Every other business has clients already.
fn opening(opening: &mut Opening, dice: &mut Dice) {
    if dice.is() {
        opening.clients = dice.days(400);
        opening.frequency = dice.is().then(|| dice.share(50, 4000));
        opening.retention = dice.is().then(|| dice.share(300, 1000));
        opening.age = dice.month(40);
        opening.receivables = debts(dice);
        opening.payables = debts(dice);
    }
}

/// What is owed at the beginning, some of it beyond the plan.
fn debts(dice: &mut Dice) -> Vec<OpeningDebt> {
    dice.rows(3, |dice, id| OpeningDebt {
        id,
        amount: dice.money(30_000),
        month: dice.month(40),
        ..OpeningDebt::default()
    })
}

fn retention(retention: &mut Retention, dice: &mut Dice) {
    retention.kind = RetentionKind::ALL[usize::from(dice.up_to(4))];
    retention.rate = dice.share(300, 999);
    retention.early_rate = dice.share(300, 999);
    retention.early_months = dice.month(6);
    retention.later_rate = dice.share(300, 999);
    let mut left = Decimal::ONE;
    retention.table = (0..=dice.up_to(4))
        .map(|at| {
            left = (left * dice.share(300, 990).value).round_dp(3);
            Observed { id: nth_id(at.into()), share: Estimate::guess(left) }
        })
        .collect();
    retention.alpha = dice.share(200, 3000);
    retention.beta = dice.share(500, 9000);
}

fn channel(dice: &mut Dice, id: String) -> Channel {
    let first = dice.month(9);
    Channel {
        id,
        status: Status::ALL[usize::from(dice.up_to(4))],
        first,
        last: dice.is().then(|| first + dice.month(20)),
        budget: dice.money(60_000),
        growth: dice.share(0, 30),
        cost_per_lead: Estimate::guess(dice.money(900).value + Decimal::ONE),
        most_leads: dice.is().then(|| dice.days(200)),
        over_limit: OverLimit::ALL[usize::from(dice.up_to(1))],
        own: dice.rows(1, |dice, id| OwnConversion { id, conversion: dice.share(50, 950) }),
        ..Channel::default()
    }
}

fn spending(model: &mut Model, dice: &mut Dice) {
    model.costs = dice.rows(3, |dice, id| FixedCost {
        id,
        amount: dice.money(30_000),
        first: dice.month(3),
        growth: dice.share(0, 20),
        ..FixedCost::default()
    });
    model.investments = dice.rows(2, |dice, id| Investment {
        id,
        amount: dice.money(60_000),
        month: dice.month(11),
        ..Investment::default()
    });
}

fn terms(model: &mut Model, dice: &mut Dice) {
    model.terms.opening_cash = dice.money(60_000);
    model.terms.instalments =
        dice.rows(2, |dice, id| Instalment { id, share: dice.share(0, 500), days: dice.days(100) });
    model.terms.supplier_days = dice.days(60);
    model.terms.refund_days = dice.days(60);
    model.tax = Tax { regime: Regime::ALL[usize::from(dice.up_to(2))], rate: dice.share(0, 250) };
}
