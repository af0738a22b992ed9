//! Which role and which month are looked at: the same pickers in every section, all on one view.

use super::view::View;
use crate::text::{Word, row_name};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// So many roles, with so many letters together, have a button each where the page is wide.
const MOST_BUTTONS: usize = 4;
const MOST_LETTERS: usize = 72;

/// A role to choose: its id, its name.
type Role = (String, String);

/// The roles, the one looked at chosen: buttons where there is room for all of them, otherwise a list.
pub fn role_picker(desk: Desk, view: View) -> AnyView {
    let roles = Memo::new(move |_| {
        desk.model.with(|model| {
            let name = |id: &str| desk.show(|show| row_name(show, model, &["people/", id].concat()));
            model.people.iter().map(|person| (person.id.clone(), name(&person.id))).collect::<Vec<_>>()
        })
    });
    let looked = Memo::new(move |_| view.role_id(desk));
    let few = Memo::new(move |_| roles.with(|roles| are_few(roles)));
    view! {
        {move || few.get().then(|| buttons(desk, view, roles, looked))}
        {list(desk, view, roles, looked, few)}
    }
    .into_any()
}

fn are_few(roles: &[Role]) -> bool {
    let letters: usize = roles.iter().map(|(_, name)| name.chars().count()).sum();
    roles.len() <= MOST_BUTTONS && letters <= MOST_LETTERS
}

/// The names of people are few: any change draws them again.
fn buttons(desk: Desk, view: View, roles: Memo<Vec<Role>>, looked: Memo<String>) -> AnyView {
    let button = move |(id, name): Role| {
        let own = StoredValue::new(id);
        let pressed = move || own.with_value(|own| looked.with(|looked| looked == own)).to_string();
        view! {
            <button type="button" aria-pressed=pressed on:click=move |_| view.role.set(own.get_value())>{name}</button>
        }
        .into_any()
    };
    let buttons = move || roles.get().into_iter().map(button).collect::<Vec<_>>();
    view! {
        <div class="choice whose" role="group" aria-label=move || desk.word(Word::SIDES_ROLE)>{buttons}</div>
    }
    .into_any()
}

/// Beside few buttons it is there for narrow pages alone.
fn list(desk: Desk, view: View, roles: Memo<Vec<Role>>, looked: Memo<String>, few: Memo<bool>) -> AnyView {
    let put = move |event: leptos::ev::Event| view.role.set(event_target_value(&event));
    let options = move || {
        let looked = looked.get();
        let option = |(id, name): Role| {
            let is_looked = id == looked;
            view! { <option value=id prop:selected=is_looked>{name}</option> }.into_any()
        };
        roles.get().into_iter().map(option).collect::<Vec<_>>()
    };
    view! {
        <label class="line soft whose" data-few=move || few.get().then_some("")>
            {move || desk.word(Word::SIDES_ROLE)}
            <select on:change=put>{options}</select>
        </label>
    }
    .into_any()
}

/// A list of the plan's months.
pub fn month_picker(desk: Desk, view: View) -> AnyView {
    let months = Memo::new(move |_| {
        let months = desk.outcome.with(crate::plan::Outcome::months);
        desk.show(|show| (0..months).map(|month| show.month(month)).collect::<Vec<_>>())
    });
    let looked = Memo::new(move |_| desk.outcome.with(|outcome| view.month_of(outcome)));
    let put = move |event: leptos::ev::Event| {
        view.month.set(event_target_value(&event).parse().unwrap_or_default());
    };
    let options = move || {
        let looked = looked.get();
        let option = |(name, month): (String, u32)| {
            let value = month.to_string();
            view! { <option value=value prop:selected=month == looked>{name}</option> }.into_any()
        };
        months.get().into_iter().zip(0..).map(option).collect::<Vec<_>>()
    };
    view! {
        <label class="line soft looked">
            {move || desk.word(Word::SIDES_MONTH)}
            <select on:change=put>{options}</select>
        </label>
    }
    .into_any()
}

/// Both on one line, and that the choice is one for all sections.
pub fn pickers(desk: Desk, view: View) -> AnyView {
    view! {
        <div class="line no-print">
            {role_picker(desk, view)} {month_picker(desk, view)}
            <small class="soft">{move || desk.word(Word::SIDES_SHARED)}</small>
        </div>
    }
    .into_any()
}
