//! A field for words.

use super::lookup::{hint_of, input_id, label_of, look};
use crate::model::{Datum, Edit, Kind, Slot, find};
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;

/// A field for words: one line, or several where there is room for them.
#[component]
pub fn TextField(
    /// Path of the text.
    #[prop(into)]
    path: String,
    /// Its label where the word for the path is not the right one.
    #[prop(optional, into)]
    label: String,
    /// Whether it stands in a table: no label of its own.
    #[prop(optional)]
    tight: bool,
    /// Whether it takes several lines.
    #[prop(optional)]
    long: bool,
) -> impl IntoView {
    let desk = desk();
    let id = input_id(&path);
    let note_id = format!("{id}-note");
    let most = desk.model.with_untracked(|model| match find(model, &path).map(|(field, _)| field.kind) {
        Some(Kind::Text { most }) => most.to_string(),
        _ => String::new(),
    });
    let path = StoredValue::new(path);
    let name = Signal::derive(move || path.with_value(|path| label_of(desk, path, &label)));
    let text = Memo::new(move |_| path.with_value(|path| text_at(desk, path)));
    let value = move || text.get();
    let put = move |event: leptos::ev::Event| {
        let text = Datum::Text(event_target_value(&event));
        desk.perform(&Edit::put(path.get_value(), text));
    };
    let own_name = move || tight.then(|| name.get());
    let line = {
        let (id, most) = (id.clone(), most.clone());
        move || {
            view! {
                <div class="box">
                    <input id=id.clone() type="text" autocomplete="off" maxlength=most.clone()
                        prop:value=value aria-label=own_name on:input=put />
                </div>
            }
        }
    };
    match (tight, long) {
        (true, _) => view! { <div class="field tight">{line()}</div> }.into_any(),
        (false, false) => view! { <div class="field"><label for=id>{name}</label>{line()}</div> }.into_any(),
        (false, true) => view! {
            <div class="field full">
                <label for=id.clone()>{name}</label>
                <textarea
                    id=id
                    rows="2"
                    maxlength=most
                    prop:value=value
                    aria-describedby=note_id.clone()
                    on:input=put
                ></textarea>
                <p class="note" id=note_id>{move || path.with_value(|path| hint_of(desk, path))}</p>
            </div>
        }
        .into_any(),
    }
}

/// The text at a path.
pub(super) fn text_at(desk: Desk, path: &str) -> String {
    look(desk, path, |slot| match slot {
        Slot::Text(text) => Some(text.to_owned()),
        _ => None,
    })
    .unwrap_or_default()
}
