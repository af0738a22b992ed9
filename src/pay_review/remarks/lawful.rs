//! Pay that the law forbids or disputes.

use crate::law::minimum_wage;
use crate::model::{Currency, Estimate, Model, Person};
use crate::number::{Exact, Money};
use crate::pay::pay_in_force;
use crate::pay_review::Remark;

/// A salary below the least lawful one, or below the one that the document names.
pub fn below_minimum(model: &Model, person: &Person, role: usize) -> Option<Remark> {
    let law = match model.team.minimum_wage {
        Some(_) => None,
        None => Some(minimum_wage(model.about.currency, model.about.start.later(person.first))?),
    };
    let named = model.team.minimum_wage.as_ref().map(Estimate::as_money);
    let minimum = named.or(law.map(|law| Money(Exact::Value(law.value))))?;
    let (salary, pay) = pay_in_force(person, &model.team);
    let salary = salary.as_money();
    if salary == Money::ZERO && pay.parts.is_empty() {
        return None; // Nothing is said of this pay yet.
    }
    (minimum - salary).is_positive().then_some(Remark::SalaryBelowMinimum { role, salary, minimum, law })
}

/// Pay that may be cut at will. The law on it is Russian.
pub fn at_will(model: &Model, person: &Person, role: usize) -> Option<Remark> {
    let pay = pay_in_force(person, &model.team).1;
    let counts = pay.at_will && !pay.parts.is_empty() && model.about.currency == Currency::Rub;
    counts.then_some(Remark::AtWill { role })
}
