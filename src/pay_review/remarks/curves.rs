//! Where pay or the owner's profit falls while sales rise.

use crate::number::{Decimal, Exact, Money, Number, Share};
use crate::pay_review::Remark;
use crate::pay_review::sides::{SidePoint, just_below};

/// The first place at which a role's pay falls.
pub fn pay_falls(role: usize, points: &[SidePoint]) -> Option<Remark> {
    let falls = |pair: &&[SidePoint]| match pair {
        [before, after] => falls(before.pay[role], after.pay[role]),
        _ => false,
    };
    points.windows(2).find(falls).and_then(|pair| match pair {
        [before, after] => Some(Remark::PayFalls {
            role,
            attainment: after.attainment,
            before: before.pay[role],
            after: after.pay[role],
        }),
        _ => None,
    })
}

/// Whether an amount falls by more than what the near side of a threshold and the last digits make.
fn falls(before: Money<Exact>, after: Money<Exact>) -> bool {
    let grain = before.most(-before) * Share(Exact::Value(Decimal::new(1, 6)));
    (before - after - grain).is_positive()
}

/// Where the owner's profit falls while sales rise. Nothing is said where sales bring nothing in the first place.
pub fn owner(points: &[SidePoint], all: &mut Vec<Remark>) {
    let earns = |point: &SidePoint| (point.revenue - point.variable_costs).is_positive();
    let mut slope: Option<(Share<Exact>, Share<Exact>, Share<Exact>)> = None;
    for pair in points.windows(2) {
        let [before, after] = pair else { continue };
        let is_jump =
            (after.attainment - before.attainment - Share(Exact::Value(just_below()))).0 == Exact::ZERO;
        let is_loss = earns(after) && falls(before.owner, after.owner);
        match (is_loss, is_jump) {
            (true, true) => drops(points, before, after, all),
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

/// A step at which the owner loses: told once for the role whose pay rises most there.
fn drops(points: &[SidePoint], before: &SidePoint, after: &SidePoint, all: &mut Vec<Remark>) {
    let rise = |role: &usize| after.pay[*role] - before.pay[*role];
    let highest =
        |one: usize, other: usize| if (rise(&other) - rise(&one)).is_positive() { other } else { one };
    let Some(stepping) = (0..after.pay.len()).reduce(highest) else { return };
    let (lost, back) = (before.owner - after.owner, regained(points, before, after));
    let told = all.iter_mut().find_map(|remark| match remark {
        Remark::OwnerDrops { role, at, amount, regained } if *role == stepping => {
            Some((at, amount, regained))
        }
        _ => None,
    });
    match told {
        Some((at, amount, regained)) => {
            at.push(after.attainment);
            (*amount, *regained) = (amount.most(lost), back);
        }
        None => all.push(Remark::OwnerDrops {
            role: stepping,
            at: vec![after.attainment],
            amount: lost,
            regained: back,
        }),
    }
}

fn owner_loses((from, to, share): (Share<Exact>, Share<Exact>, Share<Exact>)) -> Remark {
    Remark::OwnerLoses { from, to, share }
}

fn regained(points: &[SidePoint], before: &SidePoint, after: &SidePoint) -> Option<Share<Exact>> {
    let later = points.iter().filter(|point| (point.attainment - after.attainment).is_positive());
    later.into_iter().find(|point| !(point.owner - before.owner).is_negative()).map(|point| point.attainment)
}
