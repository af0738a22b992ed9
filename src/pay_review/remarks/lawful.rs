//! Pay that the law forbids or disputes.

use crate::law::{LawFigure, minimum_wage};
use crate::model::{Currency, Estimate, Guarantee, Model, Person};
use crate::number::{Exact, Money};
use crate::pay::pay_in_force;
use crate::pay_review::Remark;
use crate::plan::Outcome;

/// A month's whole pay below the least lawful one, or below the one that the document names; otherwise a salary that
/// is below it without the variable pay.
pub fn below_minimum(model: &Model, outcome: &Outcome, person: &Person, role: usize) -> Option<Remark> {
    let (salary, pay) = pay_in_force(person, &model.team);
    let salary = salary.as_money();
    if salary == Money::ZERO && pay.parts.is_empty() {
        return None; // Nothing is said of this pay yet.
    }
    least_paid(model, outcome, role).or_else(|| {
        let (minimum, law) = minimum(model, person.first)?;
        (minimum - salary).is_positive().then_some(Remark::SalaryBelowMinimum { role, salary, minimum, law })
    })
}

/// The first month in which one person of the role is paid less in all than the minimum of that month.
fn least_paid(model: &Model, outcome: &Outcome, role: usize) -> Option<Remark> {
    let groups = &outcome.people.roles.get(role)?.groups;
    (0..outcome.months()).find_map(|month| {
        let (minimum, law) = minimum(model, month)?;
        let paid = groups.iter().filter_map(|group| group.pay_in(month)).map(|pay| pay.paid);
        let pay = paid.reduce(|one, other| if (one - other).is_positive() { other } else { one })?;
        (minimum - pay).is_positive().then_some(Remark::PayBelowMinimum { role, month, pay, minimum, law })
    })
}

/// The least pay of a month: the sum that the document names, or the law's.
fn minimum(model: &Model, month: u32) -> Option<(Money<Exact>, Option<LawFigure>)> {
    if let Some(named) = &model.team.minimum_wage {
        return Some((Estimate::as_money(named), None));
    }
    let law = minimum_wage(model.about.currency, model.about.start.later(month))?;
    Some((Money(Exact::Value(law.value)), Some(law)))
}

/// Pay that may be cut at will. The law on it is Russian.
pub fn at_will(model: &Model, person: &Person, role: usize) -> Option<Remark> {
    let pay = pay_in_force(person, &model.team).1;
    let counts = pay.at_will && !pay.parts.is_empty() && model.about.currency == Currency::Rub;
    counts.then_some(Remark::AtWill { role })
}

/// An advance that later pay brings back. The law on what may be withheld is Russian.
pub fn draw_withheld(model: &Model, person: &Person, role: usize) -> Option<Remark> {
    let is_draw = pay_in_force(person, &model.team).1.guarantee == Guarantee::Draw;
    (is_draw && model.about.currency == Currency::Rub).then_some(Remark::DrawWithheld { role })
}
