//! Keys of the page's own under a number field, on devices without a keyboard: thousands, millions, per cent, a range. The
//! keypad that such a device shows for numbers has none of them.

use crate::browser::typing::{self, FieldPlace};
use crate::number::reading::with_key;
use crate::text::Word;
use crate::ui::state::desk;
use leptos::prelude::*;

/// What each key shows and writes.
const KEYS: [(Word, Word); 4] = [
    (Word::KEY_THOUSANDS, Word::KEY_THOUSANDS_TEXT),
    (Word::KEY_MILLIONS, Word::KEY_MILLIONS_TEXT),
    (Word::KEY_PERCENT, Word::KEY_PERCENT_TEXT),
    (Word::KEY_RANGE, Word::KEY_RANGE_TEXT),
];

/// The keys, under the field that has the focus. The style sheet shows them where one types with a finger.
#[component]
pub fn TypingKeys() -> impl IntoView {
    let desk = desk();
    let place = RwSignal::new(None::<FieldPlace>);
    typing::on_number_field(Box::new(move |at| {
        let _ = place.try_set(at);
    }));
    typing::go_on_with_enter();
    let pixels = |at: f64| [&(at as i32).to_string(), "px"].concat();
    let key = move |(name, text): (Word, Word)| {
        // Pressed, it leaves the focus where it is.
        let keep = |event: leptos::ev::PointerEvent| event.prevent_default();
        let hold = |event: leptos::ev::MouseEvent| event.prevent_default();
        let press = move |_| {
            let key = desk.word(text).replace('_', " ");
            typing::write(&|typed, selected| with_key(typed, selected, &key));
        };
        view! {
            <button type="button" tabindex="-1" on:pointerdown=keep on:mousedown=hold on:click=press>{desk.word(name)}</button>
        }
    };
    move || {
        place.get().map(|FieldPlace { below, left }| {
            view! {
                <div
                    class="typing-keys"
                    role="group"
                    aria-label=desk.word(Word::KEYS)
                    style:top=pixels(below)
                    style:left=pixels(left)
                >
                    {KEYS.map(key).into_iter().collect_view()}
                </div>
            }
        })
    }
}
