//! Whether what is promised can be earned.

use crate::model::{Base, KpiMeasure, Model, Pay, Person};
use crate::number::{Decimal, Exact, Money, Share};
use crate::pay::pay_in_force;
use crate::pay_review::{Remark, Sides};

/// What is promised and not earned by who meets the quota: far, or out of reach up to the most of it looked at.
/// Without a quota the plan's sales stand for it.
pub fn promise(
    model: &Model,
    person: &Person,
    role: usize,
    (sides, most): (&Sides<'_>, Decimal),
) -> Option<Remark> {
    let pay = pay_in_force(person, &model.team).1;
    let promised = pay.promised.as_ref()?.as_money();
    let expected = sides.quota(role).map_or(Share::ONE, |quota| quota.expected);
    let at = |of_quota: Share<Exact>| sides.one(role, of_quota / expected);
    let (by_plan, planned) = (sides.one(role, Share::ONE)?, at(Share::ONE)?);
    let is_earned = |pay: Money<Exact>| !(promised - pay).is_positive();
    if is_earned(by_plan) || is_earned(planned) {
        return None;
    }
    if hangs_on_sales(pay) && !moves(sides, role, most)? {
        return Some(Remark::PromiseUnknown { role, promised });
    }
    let found = reached(sides, most, expected, |sales| sides.one(role, sales).is_some_and(is_earned));
    match found {
        Some(attainment) => Some(Remark::PromiseFar { role, promised, attainment, planned }),
        None => {
            let best = at(Share(Exact::Value(most)))?.most(by_plan);
            Some(Remark::PromiseUnreachable { role, promised, best })
        }
    }
}

/// Whether any part of pay is of sales.
fn hangs_on_sales(pay: &Pay) -> bool {
    pay.parts.iter().any(|part| match part.base {
        Base::Kpi => part.kpis.iter().any(|kpi| kpi.measure != KpiMeasure::Entered),
        _ => !part.rate.value.is_zero() || !part.tiers.is_empty(),
    })
}

/// Whether more sales pay otherwise than none: not where nothing is planned of what is paid for.
fn moves(sides: &Sides<'_>, role: usize, most: Decimal) -> Option<bool> {
    let of = |share| sides.one(role, Share(Exact::Value(share)));
    Some(of(Decimal::ZERO)? != of(most)? || of(Decimal::ONE)? != of(most)?)
}

/// The first share of the quota at which something holds: looked at per cent by per cent, and at both sides of each
/// threshold.
fn reached(
    sides: &Sides<'_>,
    most: Decimal,
    expected: Share<Exact>,
    holds: impl Fn(Share<Exact>) -> bool,
) -> Option<Share<Exact>> {
    let of_sales = |of_quota: Decimal| (Share(Exact::Value(of_quota)) / expected).0.decimal().ok();
    let sales = sides.attainments(of_sales(Decimal::new(1, 2))?, of_sales(most)?);
    sales.into_iter().find(|sales| holds(*sales)).map(|sales| sales * expected)
}
