//! The sections of the People screen.

use super::{line, rows};
use crate::model::{Model, Person, role_looked_at};
use crate::number::{Count, Exact, Money, Number};
use crate::pay_review::remarks;
use crate::plan::{Outcome, monthly_pay};
use crate::text::{Filling, Show, Word, role_name};

/// The month that the screen looks at first: the end of the first year.
const MONTH: u32 = 11;

/// How much is remarked.
pub fn remarks_summary(show: &Show<'_>, model: &Model, outcome: &Outcome) -> String {
    if model.people.is_empty() {
        return line(show, []);
    }
    let month = MONTH.min(outcome.months().saturating_sub(1));
    let found = remarks(model, outcome, month).len();
    rows(show, Word::SUMMARY_REMARKS, found).unwrap_or_else(|| show.word(Word::SUMMARY_NO_REMARKS))
}

/// How many roles and people, and what they cost.
pub fn team_summary(show: &Show<'_>, model: &Model, _: &Outcome) -> String {
    let heads = model.people.iter().fold(Exact::ZERO, |sum, own| {
        let heads: Count<Exact> = own.heads.as_count();
        sum + heads.0
    });
    let pay = model.people.iter().fold(Exact::ZERO, |sum, own| {
        let pay: Money<Exact> = monthly_pay(own);
        sum + pay.0
    });
    let (shown, whole) = show.counted(heads);
    let heads = heads
        .is_positive()
        .then(|| show.phrase(Word::SUMMARY_HEADS, &[("n", Filling::Number(&shown, whole))]));
    let pay = super::amount(show, Word::SUMMARY_PAY, pay);
    line(show, [rows(show, Word::SUMMARY_ROLES, model.people.len()), heads, pay])
}

/// How many roles are paid by results.
pub fn pay_summary(show: &Show<'_>, model: &Model, _: &Outcome) -> String {
    if model.people.is_empty() {
        return line(show, []);
    }
    let by_results = count(model, |person| !person.pay.parts.is_empty());
    let by_results = rows(show, Word::SUMMARY_BY_RESULTS, by_results);
    by_results.unwrap_or_else(|| show.word(Word::SUMMARY_SALARIES_ONLY))
}

/// The role that is looked at.
pub fn sides_summary(show: &Show<'_>, model: &Model, _: &Outcome) -> String {
    line(show, [looked_at(show, model)])
}

/// How many roles another pay is proposed to.
pub fn comparison_summary(show: &Show<'_>, model: &Model, _: &Outcome) -> String {
    if model.people.is_empty() {
        return line(show, []);
    }
    let proposed = rows(show, Word::SUMMARY_PROPOSED, count(model, |person| person.has_proposal));
    proposed.unwrap_or_else(|| show.word(Word::SUMMARY_NOT_PROPOSED))
}

/// How many links the chain has.
pub fn chain_summary(show: &Show<'_>, model: &Model, _: &Outcome) -> String {
    line(show, [rows(show, Word::SUMMARY_LINKS, model.team.handovers.len())])
}

/// Whose pay slip it is.
pub fn payslip_summary(show: &Show<'_>, model: &Model, outcome: &Outcome) -> String {
    let month = MONTH.min(outcome.months().saturating_sub(1));
    let role = looked_at(show, model);
    let month = role.is_some().then(|| show.month(month));
    line(show, [role, month])
}

fn looked_at(show: &Show<'_>, model: &Model) -> Option<String> {
    role_looked_at(&model.people, "").map(|at| role_name(show, model, at))
}

fn count(model: &Model, is: impl Fn(&Person) -> bool) -> usize {
    model.people.iter().filter(|person| is(person)).count()
}
