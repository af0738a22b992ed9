//! Pay plans to start from, in the words people use.

use super::slips::planned_today;
use crate::desk::commands::{PayPlan, ReadyWords, TakeReadyPay};
use crate::model::Ready;
use crate::number::Exact;
use crate::text::{Filling, Word};
use crate::ui::screens::people::view::View;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// Buttons that put a ready plan in place of the one looked at.
pub fn ready_plans(desk: Desk, view: View, plan: PayPlan) -> AnyView {
    let plan = StoredValue::new(plan);
    let button = move |ready: Ready| {
        view! {
            <button type="button" on:click=move |_| plan.with_value(|plan| take(desk, view, plan, ready))>
                {move || desk.word(name(ready))}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="line ready no-print" role="group" aria-label=move || desk.word(Word::ROLES_READY)>
            <span class="soft">{move || desk.word(Word::ROLES_READY)}</span>
            {Ready::ALL.iter().copied().map(button).collect::<Vec<_>>()}
        </div>
    }
    .into_any()
}

fn name(ready: Ready) -> Word {
    match ready {
        Ready::Sales => Word::ROLES_READY_SALES,
        Ready::Portfolio => Word::ROLES_READY_PORTFOLIO,
        Ready::Kpi => Word::ROLES_READY_KPI,
        Ready::Commission => Word::ROLES_READY_COMMISSION,
        Ready::Rated => Word::ROLES_READY_RATED,
    }
}

/// Puts a ready plan, in one step that undo takes back; says so where it took the place of another.
fn take(desk: Desk, view: View, plan: &PayPlan, ready: Ready) {
    let replaces = desk.model.with_untracked(|model| plan.parts(model)) > 0;
    let word = |word| desk.show_untracked(|show| show.word(word));
    let words = ReadyWords {
        clients: word(Word::ROLES_KPI_CLIENTS),
        sales: word(Word::ROLES_KPI_SALES),
        records: word(Word::ROLES_KPI_RECORDS),
    };
    let today =
        (plan.proposed && ready == Ready::Kpi).then(|| planned_today(desk, view, &plan.role)).flatten();
    desk.perform(&TakeReadyPay { plan, ready, words, today });
    let told = match ready {
        Ready::Commission => Some(untrack(|| without_salary(desk, plan))),
        _ => replaces.then(|| word(Word::ROLES_REPLACED)),
    };
    if let Some(told) = told {
        desk.tell_done(told);
    }
}

/// What else commission alone changes: the salary goes, an advance comes.
fn without_salary(desk: Desk, plan: &PayPlan) -> String {
    let guaranteed =
        desk.model.with(|model| plan.pay(model).map(|pay| (pay.guaranteed.value, pay.guarantee_months)));
    let Some((sum, months)) = guaranteed.filter(|(sum, _)| !sum.is_zero()) else {
        return desk.word(Word::ROLES_REPLACED);
    };
    desk.show(|show| {
        let (sum, months) = (show.money(Exact::Value(sum)), show.months(Exact::Value(months.into())));
        show.phrase(
            Word::ROLES_NO_SALARY,
            &[("sum", Filling::Text(&sum)), ("months", Filling::Text(&months))],
        )
    })
}
