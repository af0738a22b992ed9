//! What a number rests on: the button in the field and the one card that all fields share.

use super::lookup::estimate_at;
use crate::browser::focus;
use crate::desk::commands::{ChangeBasis, NameSource};
use crate::model::{Basis, Choice, Estimate};
use crate::text::Word;
use crate::ui::icon::mark;
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;

/// The mark of a basis among the pictures.
pub fn basis_picture(basis: Basis) -> &'static str {
    match basis {
        Basis::Measured => "b-measured",
        Basis::Benchmark => "b-benchmark",
        Basis::Guess => "b-guess",
    }
}

/// The mark of a number's basis; opens the card for it, as Alt and the arrow down do in the field: a field is one stop of
/// Tab. A number nobody has touched has none.
pub(super) fn basis_button(
    desk: Desk,
    path: StoredValue<String>,
    estimate: Memo<Option<Estimate>>,
) -> impl Fn() -> Option<AnyView> + Copy + Send {
    let basis = Memo::new(move |_| {
        estimate.with(|estimate| {
            estimate.as_ref().filter(|known| **known != Estimate::default()).map(|known| known.basis)
        })
    });
    move || {
        basis.get().map(|basis| {
            let name = desk.key(&format!("basis.{}", basis.name()));
            let label = desk.with(Word::BASIS_BUTTON, "basis", &name);
            view! {
                <button
                    type="button"
                    class="basis"
                    tabindex="-1"
                    data-basis=basis.name()
                    popovertarget="basis-card"
                    aria-label=label
                    on:click=move |_| desk.basis_of.set(Some(path.get_value()))
                >
                    {mark(basis_picture(basis))}
                </button>
            }
            .into_any()
        })
    }
}

/// The card in which the basis and the source of one number are said.
#[component]
pub fn BasisCard() -> impl IntoView {
    let desk = desk();
    let estimate = Memo::new(move |_| desk.basis_of.get().and_then(|path| estimate_at(desk, &path)));
    let change_basis = move |basis: Basis| {
        let path = desk.basis_of.get_untracked().unwrap_or_default();
        desk.perform(&ChangeBasis { path: &path, basis });
    };
    let name_source = move |event: leptos::ev::Event| {
        let path = desk.basis_of.get_untracked().unwrap_or_default();
        desk.perform(&NameSource { path: &path, source: &event_target_value(&event) });
    };
    let choice = move |basis: Basis| {
        let name = basis.name();
        let chosen =
            move || estimate.with(|estimate| estimate.as_ref().is_some_and(|known| known.basis == basis));
        let words = move || {
            let (name, about) =
                (desk.key(&format!("basis.{name}")), desk.key(&format!("basis.{name}.about")));
            format!("{name} — {about}")
        };
        view! {
            <label class="check" data-basis=name>
                <input
                    type="radio"
                    name="basis"
                    prop:checked=chosen
                    on:change=move |_| change_basis(basis)
                />
                {mark(basis_picture(basis))}
                <span>{words}</span>
            </label>
        }
        .into_any()
    };
    let source =
        move || estimate.with(|known| known.as_ref().map(|known| known.source.clone())).unwrap_or_default();
    if desk.basis_of.with_untracked(Option::is_some) {
        // Asked for before the card was there.
        focus::soon(Box::new(|| focus::open_popover("basis-card")));
    }
    view! {
        <div class="basis-card" id="basis-card" popover="auto">
            <div class="flow">
                <fieldset>
                    <legend>{move || desk.word(Word::BASIS_QUESTION)}</legend>
                    {choice(Basis::Measured)}
                    {choice(Basis::Benchmark)}
                    {choice(Basis::Guess)}
                </fieldset>
                <div class="field">
                    <label for="basis-source">{move || desk.word(Word::BASIS_SOURCE)}</label>
                    <div class="box">
                        <input
                            id="basis-source"
                            type="text"
                            autocomplete="off"
                            maxlength="200"
                            prop:value=source
                            on:input=name_source
                        />
                    </div>
                </div>
                <p class="hint">{move || desk.word(Word::BASIS_RANGE)}</p>
            </div>
        </div>
    }
}
