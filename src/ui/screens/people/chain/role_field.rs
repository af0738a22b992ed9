//! A field that names a role by its id.

use crate::model::{Datum, Edit, Slot};
use crate::text::{Filling, Word, field_short, issue_text, row_name};
use crate::ui::fields::{input_id, look};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// A list of the roles, for a table: its head names it. Where it may be the client, nobody stands for the client.
/// An id that no role has stays, and is called by what it is.
pub fn role_field(desk: Desk, path: String, or_client: bool) -> AnyView {
    let id = input_id(&path);
    let note_id = format!("{id}-note");
    let path = StoredValue::new(path);
    let chosen = Memo::new(move |_| path.with_value(|path| text_at(desk, path)));
    let lines = Memo::new(move |_| lines(desk, &chosen.get(), or_client));
    let put = move |event: leptos::ev::Event| {
        desk.perform(&Edit::put(path.get_value(), Datum::Text(event_target_value(&event))));
    };
    let options = move || {
        let chosen = chosen.get();
        let option = |(id, name): (String, String)| {
            let selected = id == chosen;
            view! { <option value=id prop:selected=selected>{name}</option> }.into_any()
        };
        lines.get().into_iter().map(option).collect::<Vec<_>>()
    };
    let fault = Memo::new(move |_| path.with_value(|path| fault(desk, path)));
    view! {
        <div class="field tight" data-state=move || fault.with(Option::is_some).then_some("wrong")>
            <select
                id=id
                aria-label=move || path.with_value(|path| desk.show(|show| field_short(show, path)))
                aria-describedby=note_id.clone()
                on:change=put
            >
                {options}
            </select>
            <p class="note" id=note_id>{move || fault.get()}</p>
        </div>
    }
    .into_any()
}

/// Ids with their names: the roles, the client where it may be, and what else the field holds.
fn lines(desk: Desk, chosen: &str, or_client: bool) -> Vec<(String, String)> {
    let nobody = if or_client { Word::CHAIN_CLIENT } else { Word::CHAIN_UNCHOSEN };
    desk.model.with(|model| {
        desk.show(|show| {
            let name = |id: &String| (id.clone(), row_name(show, model, &["people/", id].concat()));
            let mut lines: Vec<_> = model.people.iter().map(|person| name(&person.id)).collect();
            let is_known = chosen.is_empty() || lines.iter().any(|(id, _)| id == chosen);
            if or_client || chosen.is_empty() {
                lines.push((String::new(), show.word(nobody)));
            }
            if !is_known {
                let name = show.phrase(Word::CHAIN_UNKNOWN, &[("id", Filling::Text(chosen))]);
                lines.push((chosen.to_owned(), name));
            }
            lines
        })
    })
}

/// What is the matter with the field.
fn fault(desk: Desk, path: &str) -> Option<String> {
    desk.issues.with(|issues| {
        issues.iter().find(|issue| issue.path == path).map(|issue| desk.show(|show| issue_text(show, issue)))
    })
}

fn text_at(desk: Desk, path: &str) -> String {
    look(desk, path, |slot| match slot {
        Slot::Text(text) => Some(text.to_owned()),
        _ => None,
    })
    .unwrap_or_default()
}
