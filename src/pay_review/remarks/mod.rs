//! What is wrong with how people are paid and loaded: each remark with the figures it rests on.

mod curves;
mod deal;
mod lawful;
mod promise;

use super::{MOST_ATTAINMENT, Remark, Sides};
use crate::model::Model;
use crate::number::{Decimal, Exact, Money};
use crate::plan::{Outcome, evaluate, total};
use curves::{owner, pay_falls};
use deal::deal_at_loss;
use lawful::{at_will, below_minimum, draw_withheld};
use promise::promise;

/// As far as results are looked at: one and a half times the plan.
const MOST: Decimal = Decimal::from_parts(MOST_ATTAINMENT, 0, 0, false, 2);

/// All remarks, pay looked at in a month of the plan.
pub fn remarks(model: &Model, outcome: &Outcome, month: u32) -> Vec<Remark> {
    let sides = Sides::new(model, outcome, month);
    let attainments = sides.attainments(Decimal::new(5, 2), MOST);
    let points: Vec<_> = attainments.into_iter().map(|own| sides.at(own)).collect();
    let mut all = Vec::new();
    for at in 0..model.people.len() {
        all.extend(pay_falls(at, &points));
    }
    owner(&points, &mut all);
    all.extend(sales_pay_high(model, outcome));
    for (at, person) in model.people.iter().enumerate() {
        all.extend(deal_at_loss(&sides, &outcome.client, at, MOST));
        all.extend(below_minimum(model, outcome, person, at));
        all.extend(at_will(model, person, at));
        all.extend(draw_withheld(model, person, at));
        all.extend(promise(model, person, at, (&sides, MOST)));
        all.extend(overload(outcome, at));
        all.extend(debt_left(outcome, at));
    }
    all
}

/// All pay of those who win clients, for repeat orders too, above its ceiling in contribution.
fn sales_pay_high(model: &Model, outcome: &Outcome) -> Option<Remark> {
    let contribution = total(&outcome.statement.contribution);
    let ceiling = model.team.sales_pay_ceiling.as_share();
    let roles = model.people.iter().zip(&outcome.people.roles);
    let winners = roles.filter(|(person, _)| person.process.wins_clients());
    let pay: Money<Exact> = winners.map(|(person, role)| role.cost(person.contributions.as_share())).sum();
    let share = pay / contribution;
    let is_high = contribution.is_positive() && (share - ceiling).is_positive();
    is_high.then_some(Remark::SalesPayHigh { share, ceiling })
}

fn overload(outcome: &Outcome, role: usize) -> Option<Remark> {
    let load = outcome.people.roles.get(role)?.load.as_ref()?;
    let (month, (_, share)) = (load.first_over()?, load.peak()?);
    Some(Remark::Overload { role, month, share })
}

fn debt_left(outcome: &Outcome, role: usize) -> Option<Remark> {
    let groups = &outcome.people.roles.get(role)?.groups;
    let debt = groups.iter().filter_map(|group| group.pay.last()).map(|pay| pay.debt).reduce(Money::most)?;
    debt.is_positive().then_some(Remark::DebtLeft { role, debt })
}

/// What would be wrong in a month with the pay that does not count now, the proposed or today's, and is not among
/// what was `found` already. Nothing where nothing is proposed.
pub fn remarks_on_other_pay(model: &Model, month: u32, found: &[Remark]) -> Vec<Remark> {
    if !model.people.iter().any(|person| person.has_proposal) {
        return Vec::new();
    }
    let mut other = model.clone();
    other.team.proposed = !model.team.proposed;
    let outcome = evaluate(&other);
    let mut new = remarks(&other, &outcome, month.min(outcome.months().saturating_sub(1)));
    new.retain(|remark| !found.contains(remark));
    new
}

#[cfg(test)]
mod tests;
