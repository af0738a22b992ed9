//! What a pay plan comes to for one person in the month looked at, whether the plan counts with it or not.

use crate::desk::commands::PayPlan;
use crate::number::{Decimal, Exact, Money};
use crate::pay::MonthPay;
use crate::pay_review::with_pay;
use crate::plan::Outcome;
use crate::text::{Filling, Show, Word};
use crate::ui::screens::people::view::View;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// A look at the slip of one of the first people of a role who work in a month.
fn slip<T>(
    outcome: &Outcome,
    role: usize,
    month: u32,
    take: impl FnOnce(&MonthPay<Exact>) -> T,
) -> Option<T> {
    let role = outcome.people.roles.get(role)?;
    role.groups.iter().find_map(|group| group.pay_in(month)).map(take)
}

/// The place of a role among the people; behind the last where there is none such.
fn place(desk: Desk, role: &str) -> usize {
    desk.model.with_untracked(|model| model.people.iter().take_while(|person| person.id != role).count())
}

/// What a pay plan comes to for one person in a month.
#[derive(Clone, PartialEq)]
pub struct Reckoned {
    month: u32,
    slip: Option<Sums>,
    /// The parts, in the plan's order.
    parts: Vec<Money<Exact>>,
    /// What today's plan pays, beside what is proposed.
    today: Option<Money<Exact>>,
}

/// What a plan comes to, and beside a proposal what today's does. The side that the plan of the company does not
/// count with is evaluated for it alone.
pub fn reckoned(desk: Desk, view: View, plan: PayPlan) -> Memo<Reckoned> {
    let side = plan.clone();
    let other = Memo::new_with_compare(move |_| other_side(desk, &side), |_, _| true);
    Memo::new(move |_| {
        let counts = desk.model.with(|model| plan.is_in_force(model));
        desk.outcome.with(|outcome| {
            other.with(|other| {
                let own = if counts { Some(outcome) } else { other.as_ref() };
                let today = if counts { other.as_ref() } else { Some(outcome) };
                let place = place(desk, &plan.role);
                Reckoned::of(place, view.month_of(outcome), own, today.filter(|_| plan.proposed))
            })
        })
    })
}

/// The plan with the pay that it does not count with; none where only today's pay, which counts, is looked at.
fn other_side(desk: Desk, plan: &PayPlan) -> Option<Outcome> {
    let counts = desk.model.with(|model| plan.is_in_force(model));
    let proposed = plan.proposed != counts;
    (plan.proposed || !counts).then(|| desk.model.with(|model| with_pay(model, proposed)))
}

impl Reckoned {
    fn of(role: usize, month: u32, own: Option<&Outcome>, today: Option<&Outcome>) -> Self {
        let take =
            |slip: &MonthPay<Exact>| (Sums::of(slip), slip.lines.iter().map(|line| line.amount).collect());
        let (sums, parts) = own.and_then(|own| slip(own, role, month, take)).unzip();
        let today = today.and_then(|today| slip(today, role, month, |slip| slip.paid));
        Self { month, slip: sums, parts: parts.unwrap_or_default(), today }
    }

    fn told(&self, show: &Show<'_>) -> String {
        let month = show.month(self.month);
        let Some(sums) = self.slip else {
            return show.phrase(Word::ROLES_NOBODY_IN_MONTH, &[("month", Filling::Text(&month))]);
        };
        let beside = self.today.map(|today| beside_today(show, sums.paid, today)).unwrap_or_default();
        [sums.told(show, &month), beside].join(" ").trim_end().to_owned()
    }
}

/// What one person is paid today at plan, before any rating; none where nobody knows.
pub fn planned_today(desk: Desk, view: View, role: &str) -> Option<Decimal> {
    untrack(|| {
        let today = desk.model.with(|model| with_pay(model, false));
        let planned =
            slip(&today, place(desk, role), view.month_of(&today), |slip| slip.salary + slip.variable)?;
        planned.0.decimal().ok()
    })
}

/// What the part at a path comes to.
pub fn part_amount(desk: Desk, plan: &PayPlan, reckoned: Memo<Reckoned>, path: &str) -> AnyView {
    let (id, plan) = (path.rsplit('/').next().unwrap_or_default().to_owned(), plan.clone());
    let amount = Memo::new(move |_| {
        let at = desk.model.with(|model| plan.pay(model)?.parts.iter().position(|part| part.id == id))?;
        reckoned.with(|reckoned| Some((reckoned.month, *reckoned.parts.get(at)?)))
    });
    let told = move |(month, amount): (u32, Money<Exact>)| {
        let (month, shown) = desk.show(|show| (show.month(month), show.money(amount.0)));
        let label = desk.with(Word::ROLES_IN_MONTH, "month", &month);
        view! { <span class="soft">{label}" "</span><b>{shown}</b> }.into_any()
    };
    (move || amount.get().map(told)).into_any()
}

/// The sum: salary and what comes beside it, what a guarantee or an earlier advance makes of it, and what it is
/// beside today's.
pub fn month_line(desk: Desk, reckoned: Memo<Reckoned>) -> AnyView {
    let told = move || reckoned.with(|reckoned| desk.show(|show| reckoned.told(show)));
    view! { <p class="month-sum" role="status">{told}</p> }.into_any()
}

/// What today's plan pays, and by how much the proposed pays more or less.
fn beside_today(show: &Show<'_>, proposed: Money<Exact>, today: Money<Exact>) -> String {
    let more = proposed - today;
    // What is shown alike is alike.
    let is_same = show.money(proposed.0) == show.money(today.0);
    let (word, difference) = match (is_same, more.is_negative()) {
        (true, _) => (Word::ROLES_SAME_AS_TODAY, more),
        (_, true) => (Word::ROLES_LESS_THAN_TODAY, today - proposed),
        _ => (Word::ROLES_MORE_THAN_TODAY, more),
    };
    let (today, difference) = (show.money(today.0), show.money(difference.0));
    show.phrase(word, &[("today", Filling::Text(&today)), ("difference", Filling::Text(&difference))])
}

#[derive(Clone, Copy, PartialEq)]
struct Sums {
    salary: Money<Exact>,
    beside: Money<Exact>,
    earned: Money<Exact>,
    paid: Money<Exact>,
}

impl Sums {
    fn of(slip: &MonthPay<Exact>) -> Self {
        Self {
            salary: slip.salary,
            beside: slip.variable + slip.rating_amount,
            earned: slip.earned,
            paid: slip.paid,
        }
    }

    fn told(self, show: &Show<'_>, month: &str) -> String {
        let text = [self.salary, self.beside, self.earned, self.paid].map(|sum| show.money(sum.0));
        let names = ["salary", "variable", "total", "paid"];
        let mut fillings: Vec<_> =
            names.into_iter().zip(&text).map(|(name, text)| (name, Filling::Text(text))).collect();
        fillings.push(("month", Filling::Text(month)));
        let word = if self.paid == self.earned { Word::ROLES_SUM } else { Word::ROLES_SUM_PAID };
        show.phrase(word, &fillings)
    }
}
