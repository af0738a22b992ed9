//! What a pay plan comes to for one person in the month looked at.

use super::View;
use super::proposal::{PayPlan, is_in_force};
use crate::number::{Exact, Money};
use crate::plan::Slip;
use crate::text::{Filling, Word};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// A look at the slip of one of the first people of a role who work in the month; none for a plan that is not
/// in force.
fn slip<T>(
    desk: Desk,
    view: View,
    plan: &PayPlan,
    take: impl FnOnce(&Slip<Exact>) -> Option<T>,
) -> Option<T> {
    if !is_in_force(desk, plan) {
        return None;
    }
    desk.outcome.with(|outcome| {
        let month = view.month_of(outcome);
        let role = outcome.people.roles.iter().find(|role| role.id == plan.role)?;
        role.groups.iter().find_map(|group| group.slip(month)).and_then(take)
    })
}

fn month(desk: Desk, view: View) -> String {
    let month = desk.outcome.with(|outcome| view.month_of(outcome));
    desk.show(|show| show.month(month))
}

/// What the part at a path comes to.
pub fn part_amount(desk: Desk, view: View, plan: PayPlan, path: &str) -> AnyView {
    let id = path.rsplit('/').next().unwrap_or_default().to_owned();
    let amount = Memo::new(move |_| {
        let at = plan.pay(desk, |pay| pay.parts.iter().position(|part| part.id == id)).flatten()?;
        slip(desk, view, &plan, |slip| slip.lines.get(at).map(|line| line.amount))
    });
    let told = move |amount: Money<Exact>| {
        let label = desk.with(Word::ROLES_IN_MONTH, "month", &month(desk, view));
        let shown = desk.show(|show| show.money(amount.0));
        view! { <span class="soft">{label}" "</span><b>{shown}</b> }.into_any()
    };
    (move || amount.get().map(told)).into_any()
}

/// The sum: salary and what comes beside it, and what a guarantee or an earlier advance makes of it.
pub fn month_line(desk: Desk, view: View, plan: PayPlan) -> AnyView {
    let own = plan.clone();
    let counts = Memo::new(move |_| is_in_force(desk, &plan));
    let sums = Memo::new(move |_| slip(desk, view, &own, |slip| Some(Sums::of(slip))));
    let told = move || match (counts.get(), sums.get()) {
        (false, _) => desk.word(Word::ROLES_NOT_RECKONED),
        (true, Some(sums)) => sums.told(desk, &month(desk, view)),
        (true, None) => desk.with(Word::ROLES_NOBODY_IN_MONTH, "month", &month(desk, view)),
    };
    view! { <p class="month-sum" role="status">{told}</p> }.into_any()
}

#[derive(Clone, Copy, PartialEq)]
struct Sums {
    salary: Money<Exact>,
    beside: Money<Exact>,
    earned: Money<Exact>,
    paid: Money<Exact>,
}

impl Sums {
    fn of(slip: &Slip<Exact>) -> Self {
        Self {
            salary: slip.salary,
            beside: slip.variable + slip.rating_amount,
            earned: slip.earned,
            paid: slip.paid,
        }
    }

    fn told(self, desk: Desk, month: &str) -> String {
        desk.show(|show| {
            let text = [self.salary, self.beside, self.earned, self.paid].map(|sum| show.money(sum.0));
            let names = ["salary", "variable", "total", "paid"];
            let mut fillings: Vec<_> =
                names.into_iter().zip(&text).map(|(name, text)| (name, Filling::Text(text))).collect();
            fillings.push(("month", Filling::Text(month)));
            let word = if self.paid == self.earned { Word::ROLES_SUM } else { Word::ROLES_SUM_PAID };
            show.phrase(word, &fillings)
        })
    }
}
