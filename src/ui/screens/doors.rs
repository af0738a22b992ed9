//! What the Start screen offers those who are not an owner with eight numbers. Loaded later.

use super::job_offer::JobOfferPanel;
use super::visitor::{Door, Visitor};
use crate::browser::{files, focus, fragment};
use crate::text::Word;
use crate::ui::icon::icon;
use crate::ui::screen::Screen;
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;

/// What is behind the other doors.
#[component]
pub fn DoorPanel() -> impl IntoView {
    let visitor = expect_context::<Visitor>();
    move || match visitor.door.get() {
        Door::Owner => ().into_any(),
        Door::Consultant => view! { <ConsultantPanel /> }.into_any(),
        Door::Author => view! { <AuthorPanel /> }.into_any(),
        Door::Employee => view! { <JobOfferPanel /> }.into_any(),
    }
}

/// A client's model: from a file, from a link, or from an example.
#[component]
fn ConsultantPanel() -> impl IntoView {
    let desk = desk();
    let word = move |word: Word| move || desk.word(word);
    let link = RwSignal::new(String::new());
    let is_bad = RwSignal::new(false);
    let open = move || is_bad.set(!fragment::open(&link.get_untracked()));
    view! {
        <section class="card flow" aria-labelledby="door-title">
            <h2 id="door-title">{word(Word::DOOR_CONSULTANT_TITLE)}</h2>
            <p class="soft">{word(Word::DOOR_CONSULTANT_ABOUT)}</p>
            <form class="line" on:submit=move |event| {
                event.prevent_default();
                open();
            }>
                <div class="field grow">
                    <label for="door-link">{word(Word::DOOR_LINK)}</label>
                    <div class="box">
                        <input
                            type="text"
                            id="door-link"
                            class="text"
                            autocomplete="off"
                            spellcheck="false"
                            placeholder="https://…#m1…"
                            aria-invalid=move || is_bad.get().then_some("true")
                            prop:value=move || link.get()
                            on:input=move |event| link.set(event_target_value(&event))
                        />
                    </div>
                </div>
                <button type="submit">{icon("i-open")}{word(Word::DOOR_LINK_OPEN)}</button>
            </form>
            <p class="note" role="status">{move || is_bad.get().then(|| desk.word(Word::DOOR_LINK_BAD))}</p>
            <div class="line">
                <button type="button" on:click=move |_| files::choose()>
                    {icon("i-file")}{word(Word::MODEL_OPEN_FILE)}
                </button>
                {to_examples(desk)}
            </div>
        </section>
    }
}

/// A calculator for readers: a model whose link they open.
#[component]
fn AuthorPanel() -> impl IntoView {
    let desk = desk();
    let word = move |word: Word| move || desk.word(word);
    view! {
        <section class="card flow" aria-labelledby="door-title">
            <h2 id="door-title">{word(Word::DOOR_AUTHOR_TITLE)}</h2>
            <p class="soft">{word(Word::DOOR_AUTHOR_ABOUT)}</p>
            <ol class="numbered flow">
                <li>{word(Word::DOOR_AUTHOR_FIRST)}</li>
                <li>{word(Word::DOOR_AUTHOR_SECOND)}</li>
                <li>{word(Word::DOOR_AUTHOR_THIRD)}</li>
            </ol>
            <div class="line">
                <button type="button" class="primary" on:click=move |_| desk.screen.set(Screen::Share)>
                    {word(Word::DOOR_TO_SHARE)}
                </button>
                {to_examples(desk)}
            </div>
        </section>
    }
}

/// The way down to the examples.
fn to_examples(desk: Desk) -> impl IntoView {
    view! {
        <button type="button" on:click=move |_| focus::heading("templates")>
            {icon("i-below")}{move || desk.word(Word::DOOR_TO_EXAMPLES)}
        </button>
    }
}
