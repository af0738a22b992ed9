//! People of a plausible business: hired by month, learning, paid by every kind of plan, scored and overloaded.

use super::Dice;
use obkatka::model::*;
use obkatka::number::Decimal;

/// A role.
pub fn person(dice: &mut Dice, id: String) -> Person {
    let first = dice.month(9);
    Person {
        id,
        process: Process::ALL[usize::from(dice.up_to(8))],
        heads: dice.days(3),
        first,
        last: dice.is().then(|| first + dice.month(20)),
        salary: dice.money(50_000),
        contributions: dice.share(0, 400),
        ramp: dice.month(6),
        work: Work::ALL[usize::from(dice.up_to(4))],
        capacity: dice.is().then(|| dice.days(300)),
        hires: dice.rows(2, hire),
        pay: pay(dice),
        has_proposal: dice.is(),
        proposed_salary: dice.is().then(|| dice.money(50_000)),
        proposed: pay(dice),
        ..Person::default()
    }
}

fn hire(dice: &mut Dice, id: String) -> Hire {
    let first = dice.month(20);
    Hire { id, heads: dice.days(2), first, last: dice.is().then(|| first + dice.month(12)) }
}

fn pay(dice: &mut Dice) -> Pay {
    Pay {
        parts: dice.rows(2, part),
        rating_share: dice.share(0, 1000),
        guarantee: Guarantee::ALL[usize::from(dice.up_to(2))],
        guaranteed: dice.money(60_000),
        guarantee_months: 1 + dice.month(11),
        promised: dice.is().then(|| dice.money(60_000)),
        at_will: dice.is(),
    }
}

fn part(dice: &mut Dice, id: String) -> PayPart {
    let mut from = Rising::default();
    PayPart {
        id,
        base: Base::ALL[usize::from(dice.up_to(5))],
        counted: Counted::ALL[usize::from(dice.up_to(1))],
        rate: dice.share(0, 100),
        target: dice.is().then(|| Estimate::guess(dice.money(60_000).value + Decimal::TEN)),
        tier_rule: TierRule::ALL[usize::from(dice.up_to(1))],
        tiers: dice.rows(3, |dice, id| Tier { id, from: from.next(dice, 600), rate: dice.share(0, 150) }),
        pool: dice.money(20_000),
        kpis: dice.rows(3, kpi),
    }
}

fn kpi(dice: &mut Dice, id: String) -> Kpi {
    let mut from = Rising::default();
    let measure = KpiMeasure::ALL[usize::from(dice.up_to(7))];
    Kpi {
        id,
        weight: dice.share(0, 600),
        measure,
        target: dice.is().then(|| {
            Estimate::guess(dice.money(if in_money(measure) { 60_000 } else { 50 }).value + Decimal::ONE)
        }),
        attainment: dice.share(0, 1500),
        steps: dice.rows(3, |dice, id| Step {
            id,
            from: from.next(dice, 600),
            coefficient: dice.share(0, 1500),
        }),
        ..Kpi::default()
    }
}

/// Whether what a KPI measures is money.
pub fn in_money(measure: KpiMeasure) -> bool {
    use KpiMeasure::*;
    matches!(measure, NewSales | Portfolio | Turnover | Contribution)
}

/// How people work together.
pub fn team(dice: &mut Dice, people: &[Person]) -> Team {
    let mut from = Rising::default();
    let role = |dice: &mut Dice| {
        let at = usize::from(dice.up_to(3));
        people.get(at).map_or(String::new(), |person| person.id.clone())
    };
    Team {
        caps_flow: dice.is(),
        proposed: dice.is(),
        handovers: dice.rows(16, |dice, id| Handover {
            id,
            executor: role(dice),
            customer: role(dice),
            weight: dice.days(5),
            scores: dice.rows(6, |dice, id| Score { id, score: dice.is().then(|| dice.days(10)) }),
        }),
        steps: dice.rows(3, |dice, id| RatingStep {
            id,
            from: from.next(dice, 4000),
            coefficient: dice.share(0, 1500),
        }),
        rating_scale: if dice.is() { RatingScale::Linear } else { RatingScale::Steps },
        ..Team::default()
    }
}

/// Thresholds, each above the one before it.
#[derive(Default)]
struct Rising(Decimal);

impl Rising {
    fn next(&mut self, dice: &mut Dice, most: u16) -> Estimate {
        self.0 += dice.share(10, most).value;
        Estimate::guess(self.0)
    }
}
