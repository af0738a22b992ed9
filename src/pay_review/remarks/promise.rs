//! Whether what is promised can be earned.

use crate::model::{Model, Person};
use crate::number::{Decimal, Exact, Share};
use crate::pay::pay_in_force;
use crate::pay_review::{Remark, Sides};

/// What is promised and not earned at the plan: far, or out of reach up to the most attainment looked at.
pub fn promise(
    model: &Model,
    person: &Person,
    role: usize,
    (sides, most): (&Sides<'_>, Decimal),
) -> Option<Remark> {
    let promised = pay_in_force(person, &model.team).1.promised.as_ref()?.as_money();
    let planned = sides.one(role, Share::ONE)?;
    if !(promised - planned).is_positive() {
        return None;
    }
    let attainments = sides.attainments(Decimal::new(1, 2), most);
    let reached =
        |own: &Share<Exact>| sides.one(role, *own).is_some_and(|pay| !(promised - pay).is_positive());
    match attainments.into_iter().find(reached) {
        Some(attainment) => Some(Remark::PromiseFar { role, promised, attainment, planned }),
        None => {
            let best = sides.one(role, Share(Exact::Value(most)))?;
            Some(Remark::PromiseUnreachable { role, promised, best })
        }
    }
}
