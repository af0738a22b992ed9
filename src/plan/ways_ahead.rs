//! What would bring a plan out ahead: of price, conversion, the cost of orders and fixed costs each alone, the value at which
//! the whole plan makes neither profit nor loss.

use super::cash::total;
use super::entered::put_value;
use super::evaluate::evaluate;
use super::outcome::Outcome;
use crate::model::{Estimate, Model, Slot, find};
use crate::number::{Decimal, Exact};

/// What one can turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lever {
    /// The price of an order.
    Price,
    /// The conversion of the stage that the least share passes.
    Conversion,
    /// What an order costs: as a share of its price or in money, whichever is more.
    OrderCost,
    /// Costs that come every month, all of them alike.
    FixedCosts,
}

/// A lever, and where it would have to stand.
#[derive(Clone, Debug, PartialEq)]
pub struct WayAhead {
    /// The lever.
    pub lever: Lever,
    /// The field that it turns; of several costs the first.
    pub path: String,
    /// Where it stands; of fixed costs all together.
    pub now: Decimal,
    /// Where it would have to stand; none where even its utmost is not enough.
    pub needed: Option<Decimal>,
    /// What would be typed: every field with its value.
    pub puts: Vec<(String, Decimal)>,
}

/// The price is looked at up to so many times what it is.
const UTMOST_PRICE: u32 = 10;
/// Steps between a lever and its utmost at which profit is looked at, so that a profit in between is not missed.
const STEPS: u32 = 4;
/// How often the place is narrowed down.
const NARROWINGS: usize = 16;
/// Digits of what is needed: as few as will do.
const DIGITS: core::ops::RangeInclusive<u32> = 2..=6;
/// Rounding moves it by no more than one part of so many.
const NEARNESS: Decimal = Decimal::from_parts(200, 0, 0, false, 0);

/// The four ways; none where the plan makes no loss, or where it cannot be worked out.
pub fn ways_ahead(model: &Model, outcome: &Outcome) -> Vec<WayAhead> {
    let levers = [Lever::Price, Lever::Conversion, Lever::OrderCost, Lever::FixedCosts];
    let ways = levers.into_iter().filter_map(|lever| way(model, lever));
    if makes_loss(outcome) { ways.collect() } else { Vec::new() }
}

/// Whether the plan as a whole makes a loss.
pub fn makes_loss(outcome: &Outcome) -> bool {
    profit(outcome).is_some_and(|profit| profit < Decimal::ZERO)
}

fn profit(outcome: &Outcome) -> Option<Decimal> {
    total(&outcome.statement.profit).0.decimal().ok()
}

/// The lever's fields with their values, and the field whose name it bears.
fn fields(model: &Model, lever: Lever) -> Vec<String> {
    match lever {
        Lever::Price => vec!["offer/price".into()],
        Lever::Conversion => {
            let stages = model.funnel.stages.iter();
            let least = stages.min_by_key(|stage| stage.conversion.value);
            least.map(|stage| ["funnel/stages/", &stage.id, "/conversion"].concat()).into_iter().collect()
        }
        Lever::OrderCost => {
            let offer = &model.offer;
            let shared = offer.cost_share.value.saturating_mul(offer.price.value);
            let is_shared = shared >= offer.unit_cost.value;
            vec![if is_shared { "offer/cost_share".into() } else { "offer/unit_cost".into() }]
        }
        Lever::FixedCosts => {
            model.costs.iter().map(|cost| ["costs/", &cost.id, "/amount"].concat()).collect()
        }
    }
}

fn way(model: &Model, lever: Lever) -> Option<WayAhead> {
    let paths = fields(model, lever);
    let values: Vec<_> = paths.iter().filter_map(|path| value_at(model, path)).collect();
    let now: Decimal = values.iter().copied().reduce(Decimal::saturating_add)?;
    let utmost = match lever {
        Lever::Price => now.saturating_mul(Decimal::from(UTMOST_PRICE)),
        Lever::Conversion => Decimal::ONE,
        Lever::OrderCost | Lever::FixedCosts => Decimal::ZERO,
    };
    if now <= Decimal::ZERO || now == utmost {
        return None;
    }
    let turned = Turned { model, paths: &paths, values: &values, now };
    let needed = turned.found(utmost).map(|found| turned.rounded(found));
    let puts = needed.map(|to| turned.puts(to)).unwrap_or_default();
    Some(WayAhead { lever, path: paths.first()?.clone(), now, needed, puts })
}

fn value_at(model: &Model, path: &str) -> Option<Decimal> {
    match find(model, path)?.1 {
        Slot::Estimate(Estimate { value, .. }) => Some(*value),
        _ => None,
    }
}

/// A plan with a lever that can be turned.
struct Turned<'a> {
    model: &'a Model,
    paths: &'a [String],
    values: &'a [Decimal],
    now: Decimal,
}

impl Turned<'_> {
    /// Every field with its value where the lever stands there; several are changed in the same proportion.
    fn puts(&self, to: Decimal) -> Vec<(String, Decimal)> {
        let alone = self.paths.len() == 1;
        let part = |value: &Decimal| {
            let share = to.checked_div(self.now).unwrap_or_default();
            if alone { to } else { value.saturating_mul(share).round_dp(2).normalize() }
        };
        self.paths.iter().cloned().zip(self.values.iter().map(part)).collect()
    }

    /// The profit of the whole plan then.
    fn profit(&self, to: Decimal) -> Option<Decimal> {
        let mut model = self.model.clone();
        for (path, value) in self.puts(to) {
            put_value(&mut model, &path, value);
        }
        profit(&evaluate::<Exact>(&model))
    }

    /// The first place on the way to the utmost from which on there is no loss.
    fn found(&self, utmost: Decimal) -> Option<Decimal> {
        let at = |step: u32| {
            let part = Decimal::from(step).checked_div(Decimal::from(STEPS))?;
            self.now.checked_add(utmost.checked_sub(self.now)?.checked_mul(part)?)
        };
        let is_ahead = |to: Decimal| self.profit(to).is_some_and(|profit| profit >= Decimal::ZERO);
        let step = (1..=STEPS).find(|step| at(*step).is_some_and(is_ahead))?;
        let (mut loses, mut gains) = (at(step - 1)?, at(step)?);
        for _ in 0..NARROWINGS {
            let middle = loses.checked_add(gains)?.checked_div(Decimal::TWO)?;
            if is_ahead(middle) {
                gains = middle;
            } else {
                loses = middle;
            }
        }
        Some(gains)
    }

    /// In as few digits as leave it without a loss.
    fn rounded(&self, found: Decimal) -> Decimal {
        let near = found.abs().checked_div(NEARNESS).unwrap_or_default();
        let fits = |rounded: &Decimal| {
            (*rounded - found).abs() <= near
                && self.profit(*rounded).is_some_and(|profit| profit >= Decimal::ZERO)
        };
        DIGITS.filter_map(|digits| found.round_sf(digits)).find(fits).unwrap_or(found).normalize()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Channel, FixedCost, RetentionKind, SlotMut, Stage, find_mut};

    /// Ten of twenty leads a month become clients for 1 000 of advertising; each buys once for 500 at a cost of 100; rent
    /// of 9 000, twelve months: a loss of 6 000 a month.
    fn losing() -> Model {
        let mut model = Model::default();
        model.about.horizon = 12;
        model.offer.price = Estimate::guess(500);
        model.offer.unit_cost = Estimate::guess(100);
        model.offer.retention.kind = RetentionKind::Once;
        model.funnel.stages = vec![Stage { id: "a".into(), ..Stage::default() }];
        model.channels.push(Channel {
            id: "a".into(),
            budget: Estimate::guess(1000),
            cost_per_lead: Estimate::guess(50),
            ..Channel::default()
        });
        for (id, amount) in [("a", 6000), ("b", 3000)] {
            model.costs.push(FixedCost {
                id: id.into(),
                amount: Estimate::guess(amount),
                ..FixedCost::default()
            });
        }
        model
    }

    fn ways(model: &Model) -> Vec<WayAhead> {
        ways_ahead(model, &evaluate(model))
    }

    #[test]
    fn each_lever_alone_brings_it_to_about_nothing() {
        let found = ways(&losing());
        // 1 000 + 9 000 = 10 × (p − 100); = 20 × k × 400 cannot be; an order at 0 leaves 5 000; 10 × 400 − 1 000 = rent.
        let needed: Vec<_> = found.iter().map(|way| way.needed.map(|own| own.round())).collect();
        assert_eq!(needed, [Some(1100.into()), None, None, Some(3000.into())]);
        assert_eq!(
            found[3].puts,
            [("costs/a/amount".into(), 2000.into()), ("costs/b/amount".into(), 1000.into())]
        );
        assert_eq!((found[3].now, found[1].path.as_str()), (9000.into(), "funnel/stages/a/conversion"));
        for way in found.iter().filter(|way| way.needed.is_some()) {
            let mut model = losing();
            for (path, value) in &way.puts {
                let Some((_, SlotMut::Estimate(own))) = find_mut(&mut model, path) else { panic!("{path}") };
                own.value = *value;
            }
            let left = profit(&evaluate(&model)).unwrap();
            // Of a loss of 72 000 nothing is left, and no more than a thousandth is over.
            assert!(left >= Decimal::ZERO && left < Decimal::from(120), "{way:?}: {left}");
        }
    }

    #[test]
    fn conversion_and_cost_are_found_where_they_are_enough() {
        let mut model = losing();
        model.costs.pop();
        model.costs[0].amount = Estimate::guess(3400);
        // 4 400 = 20 × k × 400: 55 %; 4 400 = 10 × (500 − c): 60.
        let needed: Vec<_> = ways(&model).into_iter().map(|way| way.needed.unwrap()).collect();
        let near = |own: Decimal, wanted: Decimal| (own - wanted).abs() <= wanted * Decimal::new(1, 3);
        assert!(near(needed[1], Decimal::new(55, 2)) && near(needed[2], 60.into()), "{needed:?}");
    }

    #[test]
    fn a_plan_without_loss_needs_nothing() {
        let mut model = losing();
        model.costs.clear();
        assert_eq!(ways(&model), []);
        assert_eq!(ways(&Model::default()), []);
    }
}
