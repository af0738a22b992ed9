//! Where pay or the owner's profit falls while sales rise.

use crate::number::{Decimal, Exact, Money, Number, Share};
use crate::pay_review::Remark;
use crate::pay_review::sides::{SidePoint, just_below};

/// The first place at which a role's pay falls.
pub fn pay_falls(role: usize, points: &[SidePoint]) -> Option<Remark> {
    points.iter().zip(points.iter().skip(1)).find_map(|(one, next)| {
        let (before, after) = (*one.pay.get(role)?, *next.pay.get(role)?);
        let remark = Remark::PayFalls { role, attainment: next.attainment, before, after };
        falls(before, after).then_some(remark)
    })
}

/// Whether an amount falls by more than what the near side of a threshold and the last digits make.
fn falls(before: Money<Exact>, after: Money<Exact>) -> bool {
    let grain = before.most(-before) * Share(Exact::Value(Decimal::new(1, 6)));
    (before - after - grain).is_positive()
}

/// Where the owner's profit falls while sales rise, steps of pay left out. Nothing is said where sales bring nothing in the first place.
pub fn owner(points: &[SidePoint], all: &mut Vec<Remark>) {
    let earns = |point: &SidePoint| (point.revenue - point.variable_costs).is_positive();
    let mut slope: Option<(Share<Exact>, Share<Exact>, Share<Exact>)> = None;
    for pair in points.windows(2) {
        let [before, after] = pair else { continue };
        let is_jump =
            (after.attainment - before.attainment - Share(Exact::Value(just_below()))).0 == Exact::ZERO;
        let is_loss = earns(after) && falls(before.owner, after.owner);
        match (is_loss, is_jump) {
            // A step is looked at with the deal that leads over it.
            (true, true) => {}
            (true, false) => {
                let share = (before.owner - after.owner) / (after.revenue - before.revenue);
                let from = slope.map_or(before.attainment, |(from, ..)| from);
                slope = Some((from, after.attainment, share));
            }
            _ => all.extend(slope.take().map(owner_loses)),
        }
    }
    all.extend(slope.map(owner_loses));
}

fn owner_loses((from, to, share): (Share<Exact>, Share<Exact>, Share<Exact>)) -> Remark {
    Remark::OwnerLoses { from, to, share }
}
