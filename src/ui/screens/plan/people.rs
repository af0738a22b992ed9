//! Who works, on what, for what salary; how they are paid beside it is a screen of its own.

use super::effect::{Line, effect, exact, figure_pair, pairs};
use super::part::{Part, part};
use super::table::{Sheet, add_in_head, table};
use crate::number::{Exact, Money};
use crate::plan::{Place, figure, monthly_pay};
use crate::text::Word;
use crate::ui::screen::Screen;
use crate::ui::state::Desk;
use leptos::prelude::*;

const SHEET: Sheet = Sheet {
    columns: &["role", "process", "heads", "salary", "contributions", "first", "last"],
    got: Some((Word::PLAN_PAY, pay)),
    warning: Some(overload),
    sum: Some(sum),
    ..Sheet::PLAIN
};

/// The part on people.
pub fn people(desk: Desk, here: RwSignal<Part>) -> AnyView {
    let costs = vec![
        figure_pair(desk, "payroll", Place::Month(0), Line::Plain),
        figure_pair(desk, "acquisition_pay", Place::Whole, Line::Plain),
        figure_pair(desk, "cac_loaded", Place::Whole, Line::Plain),
    ];
    let body = view! {
        {table(desk, "people", SHEET, false)}
        <div class="body">
            <div class="flow">
                <p class="hint">{move || desk.word(Word::PLAN_PEOPLE_HINT)}</p>
                <p>
                    <button type="button" class="link" on:click=move |_| desk.screen.set(Screen::People)>
                        {move || desk.word(Word::LOAD_TO_PEOPLE)}" →"
                    </button>
                </p>
            </div>
            {effect(desk, Part::People, pairs(desk, Word::PLAN_PEOPLE_COST, costs))}
        </div>
    };
    part(desk, here, Part::People, Some(add_in_head(desk, "people")), body.into_any())
}

/// What the people of a role cost in a month.
fn pay(desk: Desk, path: &str) -> String {
    let id = path.rsplit('/').next().unwrap_or_default();
    let pay = desk.model.with(|model| model.people.iter().find(|person| person.id == id).map(monthly_pay));
    pay.map(|pay: Money<Exact>| desk.show(|show| show.money(pay.0))).unwrap_or_default()
}

/// Whether more comes to the people of a role than they can handle, in any month.
fn overload(desk: Desk, path: &str) -> Option<Word> {
    let id = path.rsplit('/').next()?;
    let place = desk.model.with(|model| model.people.iter().position(|person| person.id == id))?;
    desk.outcome.with(|outcome| {
        let role = outcome.people.roles.get(place)?;
        role.load.as_ref()?.first_over().map(|_| Word::LOAD_TAG)
    })
}

fn sum(desk: Desk) -> AnyView {
    let empty = || view! { <td role="cell"></td> };
    let first_month = move || {
        let answer = figure("payroll")
            .map(|figure| desk.outcome.with(|outcome| figure.value(outcome, Place::Month(0))));
        answer.map(|answer| desk.show(|show| show.money(exact(answer)))).unwrap_or_default()
    };
    view! {
        <td role="rowheader">{move || desk.word(Word::PLAN_FIRST_MONTH)}</td>
        {empty()}{empty()}{empty()}{empty()}{empty()}{empty()}
        <td role="cell" class="num" data-label=move || desk.word(Word::PLAN_PAY)>{first_month}</td>
        <td role="cell" class="act"></td>
    }
    .into_any()
}
