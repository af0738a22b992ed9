//! Fields for one of a list, and for yes or no.

use super::lookup::{hint_of, input_id, label_of, look};
use crate::browser::intl;
use crate::model::{Datum, Edit, Kind, Slot, find};
use crate::text::{choice_about, choice_text};
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;

/// A list from which one is chosen; what the chosen one means stands under it.
#[component]
pub fn ChoiceField(
    /// Path of the choice.
    #[prop(into)]
    path: String,
    /// Whether it stands in a table: no label of its own.
    #[prop(optional)]
    tight: bool,
) -> impl IntoView {
    let desk = desk();
    let id = input_id(&path);
    let note_id = format!("{id}-note");
    let names = names(desk, &path);
    let path = StoredValue::new(path);
    let name = Signal::derive(move || path.with_value(|path| label_of(desk, path, "")));
    let chosen = Memo::new(move |_| path.with_value(|path| choice_at(desk, path)));
    let put = move |event: leptos::ev::Event| {
        let index = event_target_value(&event).parse().unwrap_or_default();
        desk.perform(&Edit::put(path.get_value(), Datum::Choice(index)));
    };
    let note = move || {
        let name = names.get(chosen.get()).copied().unwrap_or_default();
        path.with_value(|path| {
            desk.show(|show| choice_about(show, path, name)).or_else(|| hint_of(desk, path))
        })
    };
    // One closure for all options: they are few words, and only a change of this field draws them again.
    let options = move || {
        let chosen = chosen.get();
        let word = |name: &&str| path.with_value(|path| named(desk, path, name));
        names
            .iter()
            .map(word)
            .zip(0..)
            .map(|(word, at)| option(at.to_string(), word, at == chosen))
            .collect::<Vec<_>>()
    };
    let select = view! {
        <select
            id=id.clone()
            aria-label=move || tight.then(|| name.get())
            aria-describedby=note_id.clone()
            on:change=put
        >
            {options}
        </select>
        <p class="note" id=note_id>{note}</p>
    };
    match tight {
        true => view! { <div class="field tight">{select}</div> }.into_any(),
        false => view! { <div class="field"><label for=id>{name}</label>{select}</div> }.into_any(),
    }
}

/// What one of the list is called; a currency without words of its own by the browser, with its code.
fn named(desk: Desk, path: &str, name: &str) -> String {
    let text = desk.show(|show| choice_text(show, path, name));
    if text != name || path != "about/currency" {
        return text;
    }
    let known = intl::currency_name(desk.language.get().tag(), name);
    if known == name { text } else { [&known, ", ", name].concat() }
}

/// One line of a list.
pub(super) fn option(value: String, words: String, chosen: bool) -> AnyView {
    view! { <option value=value prop:selected=chosen>{words}</option> }.into_any()
}

fn names(desk: Desk, path: &str) -> &'static [&'static str] {
    desk.model.with_untracked(|model| match find(model, path).map(|(field, _)| field.kind) {
        Some(Kind::Choice(names)) => names,
        _ => &[],
    })
}

fn choice_at(desk: Desk, path: &str) -> usize {
    look(desk, path, |slot| match slot {
        Slot::Choice(choice) => Some(choice.index()),
        _ => None,
    })
    .unwrap_or_default()
}

/// Yes or no.
#[component]
pub fn FlagField(
    /// Path of the flag.
    #[prop(into)]
    path: String,
) -> impl IntoView {
    let desk = desk();
    let id = input_id(&path);
    let path = StoredValue::new(path);
    let value = Memo::new(move |_| path.with_value(|path| flag_at(desk, path)));
    let put = move |event: leptos::ev::Event| {
        desk.perform(&Edit::put(path.get_value(), Datum::Flag(event_target_checked(&event))));
    };
    let hint = move || path.with_value(|path| hint_of(desk, path));
    view! {
        <label class="check">
            <input id=id type="checkbox" prop:checked=move || value.get() on:change=put />
            <span>
                {move || path.with_value(|path| label_of(desk, path, ""))}
                {move || hint().map(|hint| view! { <br /><small class="soft">{hint}</small> })}
            </span>
        </label>
    }
}

fn flag_at(desk: Desk, path: &str) -> bool {
    look(desk, path, |slot| match slot {
        Slot::Flag(flag) => Some(flag),
        _ => None,
    })
    .unwrap_or_default()
}
