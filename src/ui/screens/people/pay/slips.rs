//! What a pay plan comes to for one person in the month looked at, whether the plan counts with it or not.

use crate::desk::commands::PayPlan;
use crate::number::{Decimal, Exact, Money};
use crate::pay_review::{PayOfOne, planned_pay, with_pay};
use crate::plan::Outcome;
use crate::text::{Word, pay_of_one_text};
use crate::ui::screens::people::view::View;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// What a pay plan comes to for one person in a month.
#[derive(Clone, PartialEq)]
pub struct MonthPreview {
    month: u32,
    /// None where nobody works in the month.
    pay: Option<PayOfOne>,
    /// What today's plan pays, beside what is proposed.
    today: Option<Money<Exact>>,
}

/// What a plan comes to, and beside a proposal what today's does. The side that the plan of the company does not
/// count with is evaluated for it alone.
pub fn preview(desk: Desk, view: View, plan: PayPlan) -> Memo<MonthPreview> {
    let side = plan.clone();
    let other = Memo::new_with_compare(move |_| other_side(desk, &side), |_, _| true);
    Memo::new(move |_| {
        let (counts, place) = desk.model.with(|model| (plan.is_in_force(model), plan.place(model)));
        desk.outcome.with(|outcome| {
            other.with(|other| {
                let own = if counts { Some(outcome) } else { other.as_ref() };
                let today = if counts { other.as_ref() } else { Some(outcome) };
                MonthPreview::of(place, view.month_of(outcome), own, today.filter(|_| plan.proposed))
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

impl MonthPreview {
    fn of(role: usize, month: u32, own: Option<&Outcome>, today: Option<&Outcome>) -> Self {
        let of = |outcome: &Outcome| PayOfOne::of(outcome, role, month);
        Self { month, pay: own.and_then(of), today: today.and_then(of).map(|today| today.paid) }
    }
}

/// What one person is paid today at plan, before any rating; none where nobody knows.
pub fn planned_today(desk: Desk, view: View, role: &str) -> Option<Decimal> {
    desk.model.with_untracked(|model| planned_pay(model, role, view.month.get_untracked()))
}

/// What the part at a path comes to.
pub fn part_amount(desk: Desk, plan: &PayPlan, preview: Memo<MonthPreview>, path: &str) -> AnyView {
    let (id, plan) = (path.rsplit('/').next().unwrap_or_default().to_owned(), plan.clone());
    let amount = Memo::new(move |_| {
        let at = desk.model.with(|model| plan.pay(model)?.parts.iter().position(|part| part.id == id))?;
        preview.with(|preview| Some((preview.month, *preview.pay.as_ref()?.parts.get(at)?)))
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
pub fn month_line(desk: Desk, preview: Memo<MonthPreview>) -> AnyView {
    let told = move || {
        preview.with(|preview| {
            desk.show(|show| pay_of_one_text(show, preview.month, preview.pay.as_ref(), preview.today))
        })
    };
    view! { <p class="month-sum" role="status">{told}</p> }.into_any()
}
