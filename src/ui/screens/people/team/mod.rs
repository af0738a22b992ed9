//! Who works, since when, and how much comes to them.

mod load;

use crate::plan::{Unit, work_unit};
use crate::text::{Word, field_short, hint, law_of_field};
use crate::ui::fields::{
    ChoiceField, FlagField, MonthField, NumberField, OpenMonthField, input_id, when_empty,
};
use crate::ui::screens::people::view::View;
use crate::ui::screens::plan::table::{Sheet, inner_table, table};
use crate::ui::state::Desk;
use leptos::prelude::*;
use load::load;

const SHEET: Sheet = Sheet {
    columns: &["role", "process", "heads", "salary", "ramp", "capacity"],
    got: Some((Word::ROLES_UNIT, unit)),
    more: Some(details),
    more_id: Some(more_id),
    ..Sheet::PLAIN
};

const HIRES: Sheet = Sheet { columns: &["heads", "first", "last"], numbered: true, ..Sheet::PLAIN };
const OTHER_PROCESSES: Sheet = Sheet { columns: &["process", "share"], numbered: true, ..Sheet::PLAIN };

/// The section.
pub fn team(desk: Desk, view: View) -> AnyView {
    view! {
        {limits(desk)}
        {table(desk, "people", SHEET, true)}
        {load(desk, view)}
        {law(desk)}
    }
    .into_any()
}

/// Whether what people cannot handle is lost. Which pay the plan counts with is said where pay is.
fn limits(desk: Desk) -> AnyView {
    let anybody = Memo::new(move |_| desk.model.with(|model| !model.people.is_empty()));
    (move || anybody.get().then(|| view! { <FlagField path="team/caps_flow" /> })).into_any()
}

/// What law and custom bound pay by: the law's own figures hold where these fields are empty.
fn law(desk: Desk) -> AnyView {
    let anybody = Memo::new(move |_| desk.model.with(|model| !model.people.is_empty()));
    let legal = move |path: &'static str| {
        let hint = Signal::derive(move || {
            let law = desk.model.with(|model| desk.show(|show| law_of_field(show, model, path)));
            law.unwrap_or_default()
        });
        view! { <NumberField path placeholder=when_empty(desk, path) hint /> }.into_any()
    };
    let fields = move || {
        view! {
            <section class="flow" aria-labelledby="people-law">
                <div>
                    <h3 id="people-law">{move || desk.word(Word::LAW_TITLE)}</h3>
                    <p class="hint">{move || desk.word(Word::LAW_ABOUT)}</p>
                </div>
                <div class="fields">
                    {legal("team/minimum_wage")} {legal("team/income_tax")} <NumberField path="team/sales_pay_ceiling" />
                </div>
            </section>
        }
        .into_any()
    };
    (move || anybody.get().then(fields)).into_any()
}

/// What the work of the role at a path is counted in, beside how much of it one can handle.
fn unit(desk: Desk, path: &str) -> String {
    let id = path.rsplit('/').next().unwrap_or_default();
    let unit =
        desk.model.with(|model| model.people.iter().find(|person| person.id == id).and_then(work_unit));
    desk.word(match unit {
        None => Word::ROLES_UNIT_NONE,
        Some(Unit::Leads) => Word::ROLES_UNIT_LEADS,
        Some(Unit::Entries) => Word::ROLES_UNIT_ENTRIES,
        Some(Unit::Orders) => Word::ROLES_UNIT_ORDERS,
        Some(Unit::NewClients | Unit::Upsells) => Word::ROLES_UNIT_NEW,
        Some(Unit::ActiveClients) => Word::ROLES_UNIT_ACTIVE,
        Some(Unit::CrossSells) => Word::ROLES_UNIT_OFFERS,
    })
}

fn more_id(path: &str) -> String {
    format!("more-{}", input_id(path))
}

/// From when to when, what a role's work is counted in, who comes later, what else the role does.
fn details(desk: Desk, path: &str) -> AnyView {
    let rows = |name: &str, sheet: Sheet| {
        let rows = format!("{path}/{name}");
        let (title, about) = (rows.clone(), rows.clone());
        view! {
            <div class="full flow">
                <h4>{move || desk.show(|show| field_short(show, &title))}</h4>
                <p class="hint">{move || desk.show(|show| hint(show, &about))}</p>
                {inner_table(desk, &rows, sheet)}
            </div>
        }
        .into_any()
    };
    view! {
        <div class="fields">
            <MonthField path=format!("{path}/first") />
            <OpenMonthField path=format!("{path}/last") />
            <ChoiceField path=format!("{path}/work") />
            <NumberField path=format!("{path}/contributions") />
            {rows("hires", HIRES)}
            {rows("other_processes", OTHER_PROCESSES)}
        </div>
    }
    .into_any()
}
