//! A field for a whole number within bounds.

use super::lookup::{hint_of, input_id, label_of, look};
use crate::model::{Datum, Edit, Kind, Slot, find};
use crate::number::reading::read_whole;
use crate::text::{Filling, Word};
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;

/// A field for a whole number within bounds: months, mostly.
#[component]
pub fn WholeField(
    /// Path of the number.
    #[prop(into)]
    path: String,
    /// Its label where the word for the path is not the right one.
    #[prop(optional, into)]
    label: String,
    /// Whether it stands in a table: no label of its own.
    #[prop(optional)]
    tight: bool,
) -> impl IntoView {
    let desk = desk();
    let id = input_id(&path);
    let note_id = format!("{id}-note");
    let (least, most) = bounds(desk, &path);
    // Turn of the desk, text, and whether it was taken.
    let turn = desk.turn.get_untracked();
    let refused = desk.refused.text(&path, turn).map(|text| (turn, text, false));
    let typed = RwSignal::new(refused);
    let path = StoredValue::new(path);
    let name = Signal::derive(move || path.with_value(|path| label_of(desk, path, &label)));
    let value = Memo::new(move |_| path.with_value(|path| whole_at(desk, path)));
    let now = move || typed.get().filter(|(turn, ..)| *turn == desk.turn.get());
    let text = move || now().map_or_else(|| value.get().to_string(), |(_, text, _)| text);
    let wrong = move || now().is_some_and(|(.., good)| !good);
    let type_in = move |event: leptos::ev::Event| {
        let text = event_target_value(&event);
        let whole = read_whole(&text, desk.language.get_untracked());
        let put = whole.map(|whole| desk.edit(Edit::put(path.get_value(), Datum::Whole(whole))));
        let (turn, is_taken) = (desk.turn.get_untracked(), matches!(put, Some(Ok(()))));
        let is_refused = !is_taken && !text.trim().is_empty();
        path.with_value(|path| desk.refused.note(path, is_refused.then_some((turn, &text))));
        typed.set(Some((turn, text, is_taken)));
    };
    let leave = move |_| {
        // A row that is taken out while one is in its field is left when nothing is known of it any more.
        let done = typed.try_with_untracked(|typed| {
            typed.as_ref().is_some_and(|(_, text, good)| *good || text.trim().is_empty())
        });
        if done == Some(true) {
            typed.set(None);
        }
    };
    let note = move || {
        let hint = path.with_value(|path| hint_of(desk, path)).filter(|_| !wrong());
        hint.unwrap_or_else(|| {
            let fillings = [("least", Filling::Text(&least)), ("most", Filling::Text(&most))];
            desk.show(|show| show.phrase(Word::FIELD_BOUNDS, &fillings))
        })
    };
    let state = move || wrong().then_some("wrong");
    let field = view! {
        <div class="box">
            <input
                id=id.clone()
                type="text"
                inputmode="numeric"
                autocomplete="off"
                prop:value=text
                aria-label=move || tight.then(|| name.get())
                aria-describedby=note_id.clone()
                aria-invalid=move || wrong().then_some("true")
                on:input=type_in
                on:blur=leave
            />
            <span class="unit" aria-hidden="true">{move || desk.word(Word::MONTHS_SHORT)}</span>
        </div>
        <p class="note" id=note_id><span class=state>{note}</span></p>
    };
    match tight {
        true => view! { <div class="field tight" data-state=state>{field}</div> }.into_any(),
        false => {
            view! { <div class="field" data-state=state><label for=id>{name}</label>{field}</div> }.into_any()
        }
    }
}

/// The bounds of the field, as text.
fn bounds(desk: Desk, path: &str) -> (String, String) {
    let kind = desk.model.with_untracked(|model| find(model, path).map(|(field, _)| field.kind));
    let (least, most) = match kind {
        Some(Kind::Whole { least, most }) => (least, most),
        _ => (0, u32::MAX),
    };
    (least.to_string(), most.to_string())
}

fn whole_at(desk: Desk, path: &str) -> u32 {
    look(desk, path, |slot| match slot {
        Slot::Whole(whole) => Some(whole),
        _ => None,
    })
    .unwrap_or_default()
}
