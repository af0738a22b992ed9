//! How loaded people are, and what it costs that they are.

use crate::judge::{overload_cost, without_capacity};
use crate::model::{Datum, Edit};
use crate::number::Exact;
use crate::pay_review::{Lost, lost_to_overload};
use crate::picture::LOAD;
use crate::plan::first_overload;
use crate::text::{Word, capitalised};
use crate::ui::charts::chart;
use crate::ui::icon::mark;
use crate::ui::screens::people::view::View;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// Load by month, who has none, what overload costs. Nothing where nobody works.
pub fn load(desk: Desk, _view: View) -> AnyView {
    let anybody = Memo::new(move |_| desk.model.with(|model| !model.people.is_empty()));
    let is_over = Memo::new(move |_| desk.outcome.with(|outcome| first_overload(outcome).is_some()));
    let without = move || {
        let roles = desk.model.with(without_capacity);
        roles.map(|roles| view! { <p class="hint">{desk.sentence(&roles)}</p> })
    };
    let all = move || {
        view! { <div class="flow">{chart(desk, &LOAD, true)}{without}{move || is_over.get().then(|| overload(desk))}</div> }
    };
    (move || anybody.get().then(all)).into_any()
}

/// What the plan makes of overload, and the switch.
fn overload(desk: Desk) -> AnyView {
    let caps = Memo::new(move |_| desk.model.with(|model| model.team.caps_flow));
    // The plan is worked out again without bounds: only here, only while it is shown.
    let lost =
        Memo::new(move |_| desk.model.with(|model| desk.outcome.with(|own| lost_to_overload(model, own))));
    let switch = move |_| {
        let caps = !caps.get_untracked();
        desk.perform(&Edit::put("team/caps_flow", Datum::Flag(caps)));
    };
    let name = move || desk.word(if caps.get() { Word::LOAD_UNCAP } else { Word::LOAD_CAP });
    let said = move || {
        lost.get().map_or_else(|| desk.word(Word::LOAD_IGNORED), |lost| desk.sentence(&overload_cost(&lost)))
    };
    let amounts = move || lost.get().map(|lost| amounts(desk, lost));
    view! {
        <div class="message" data-tone="watch">
            {mark("m-watch")}
            <div class="flow">
                <p>{said}</p>
                {amounts}
                <p class="no-print"><button type="button" on:click=switch>{name}</button></p>
            </div>
        </div>
    }
    .into_any()
}

fn amounts(desk: Desk, lost: Lost) -> AnyView {
    let line = |name: Word, shown: String| {
        view! { <div class="figure"><dt>{capitalised(&desk.word(name))}</dt><dd class="value">{shown}</dd></div> }
            .into_any()
    };
    let count = |count: Exact| desk.show(|show| show.count(count));
    let money = |amount: Exact| desk.show(|show| show.money(amount));
    view! {
        <h4>{desk.word(Word::LOAD_LOST_TITLE)}</h4>
        <dl class="figures">
            {line(Word::FIGURE_CLIENTS, count(lost.clients.0))}
            {line(Word::FIGURE_ORDERS, count(lost.orders.0))}
            {line(Word::FIGURE_REVENUE, money(lost.revenue.0))}
            {line(Word::FIGURE_PROFIT, money(lost.profit.0))}
        </dl>
    }
    .into_any()
}
