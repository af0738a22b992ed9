//! Which role and which month are looked at: the same pickers in every section, all on one view.

use super::View;
use crate::text::{Word, row_name};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// Buttons with the roles, the one looked at pressed. The names of people are few: any change draws them anew.
pub fn role_picker(desk: Desk, view: View) -> AnyView {
    let roles = Memo::new(move |_| {
        desk.model.with(|model| {
            let name = |id: &str| desk.show(|show| row_name(show, model, &["people/", id].concat()));
            model.people.iter().map(|person| (person.id.clone(), name(&person.id))).collect::<Vec<_>>()
        })
    });
    let looked = Memo::new(move |_| view.role_id(desk));
    let button = move |(id, name): (String, String)| {
        let own = StoredValue::new(id);
        let pressed = move || own.with_value(|own| looked.with(|looked| looked == own)).to_string();
        view! {
            <button type="button" aria-pressed=pressed on:click=move |_| view.role.set(own.get_value())>{name}</button>
        }
        .into_any()
    };
    let buttons = move || roles.get().into_iter().map(button).collect::<Vec<_>>();
    view! {
        <div class="choice" role="group" aria-label=move || desk.word(Word::SIDES_ROLE)>{buttons}</div>
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

/// Both on one line.
pub fn pickers(desk: Desk, view: View) -> AnyView {
    view! { <div class="line no-print">{role_picker(desk, view)} {month_picker(desk, view)}</div> }.into_any()
}
