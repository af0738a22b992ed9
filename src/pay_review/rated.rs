//! What the rating does to pay: for every role that is scored and every quarter its mean score, its coefficient, and
//! the money.

use crate::model::{Model, Person, Team, months_of_quarter, quarters_of};
use crate::number::{Exact, Money, Share};
use crate::pay::{pay_in_force, rating};
use crate::plan::{GroupOutcome, Outcome};

/// A role that somebody scores.
#[derive(Clone, Debug, PartialEq)]
pub struct Rated {
    /// Its place among the people.
    pub role: usize,
    /// Why no score changes anything, where none does.
    pub idle: Option<Idle>,
    /// Its quarters; none where nobody has scored it.
    pub quarters: Vec<Option<RatedQuarter>>,
}

/// Why no score moves the pay of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    /// Nothing is paid beside the salary.
    NoVariable,
    /// No share of it hangs on the rating.
    NoShare,
}

/// One scored quarter of a role.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RatedQuarter {
    /// The mean score.
    pub score: Share<Exact>,
    /// The coefficient that it comes to.
    pub coefficient: Share<Exact>,
    /// What it does to the pay of one person.
    pub effect: RatingEffect,
}

/// What the rating does to a quarter's pay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RatingEffect {
    /// It adds so much, takes it, or leaves all as it is.
    Moves(Money<Exact>),
    /// Nothing: nobody works in the quarter.
    Nobody,
    /// Nothing: no variable pay comes in the quarter.
    NoPayYet,
    /// Nothing yet: so few scores were given in the year that ends with the quarter.
    TooFew(u32),
}

/// How many quarters are rated: those with room for scores, none after the plan.
pub fn rated_quarters(model: &Model, outcome: &Outcome) -> usize {
    model.team.quarters().min(quarters_of(outcome.months()))
}

/// The roles that somebody scores.
pub fn rated(model: &Model, outcome: &Outcome) -> Vec<Rated> {
    let is_scored = |id: &str| model.team.handovers.iter().any(|link| link.executor == id);
    let people = model.people.iter().enumerate().filter(|(_, person)| is_scored(&person.id));
    let row = |(role, person): (usize, &Person)| {
        let ratings = rating::<Exact>(&model.team, &person.id);
        let quarter = |quarter: usize| {
            let rating = ratings.get(quarter).copied().flatten()?;
            let effect = match rating.is_paid() {
                true => effect(outcome, role, quarter),
                false => RatingEffect::TooFew(rating.scores),
            };
            Some(RatedQuarter { score: rating.score, coefficient: rating.coefficient, effect })
        };
        let quarters = (0..rated_quarters(model, outcome)).map(quarter).collect();
        Rated { role, idle: idle(person, &model.team), quarters }
    };
    people.map(row).collect()
}

fn idle(person: &Person, team: &Team) -> Option<Idle> {
    let (_, pay) = pay_in_force(person, team);
    match () {
        () if pay.parts.is_empty() => Some(Idle::NoVariable),
        () if pay.rating_share.value.is_zero() => Some(Idle::NoShare),
        () => None,
    }
}

fn effect(outcome: &Outcome, role: usize, quarter: usize) -> RatingEffect {
    match moved(outcome, role, quarter) {
        None => RatingEffect::Nobody,
        Some((variable, _)) if variable == Money::ZERO => RatingEffect::NoPayYet,
        Some((_, amount)) => RatingEffect::Moves(amount),
    }
}

/// The variable pay of a quarter and what the rating adds to it or takes, for one of the first people who are
/// there: all months of the quarter in which one works. None where nobody does.
fn moved(outcome: &Outcome, role: usize, quarter: usize) -> Option<(Money<Exact>, Money<Exact>)> {
    let months_of = |group: &GroupOutcome<Exact>| {
        let months = months_of_quarter(quarter);
        let paid = months.filter_map(|month| {
            let pay = group.pay_in(month)?;
            Some((pay.variable, pay.rating_amount))
        });
        paid.reduce(|sum, own| (sum.0 + own.0, sum.1 + own.1))
    };
    outcome.people.roles.get(role)?.groups.iter().find_map(months_of)
}

#[cfg(test)]
mod tests;
