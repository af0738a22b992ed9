//! Who has come to the Start screen, and what it offers those who are not an owner with eight numbers. Loaded later, but
//! for the doors themselves.

use super::job_offer::JobOfferPanel;
use crate::browser::{files, focus, fragment};
use crate::text::Word;
use crate::ui::icon::icon;
use crate::ui::screen::Screen;
use crate::ui::state::desk;
use leptos::prelude::*;

/// For whom the screen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Has a business and eight numbers.
    Owner,
    /// Brings a client's model, or makes one.
    Consultant,
    /// Writes articles.
    Author,
    /// Was made an offer.
    Employee,
}

impl Door {
    /// All of them.
    pub const ALL: [Door; 4] = [Door::Owner, Door::Consultant, Door::Author, Door::Employee];

    /// Who it is.
    pub fn name(self) -> Word {
        match self {
            Door::Owner => Word::DOOR_OWNER,
            Door::Consultant => Word::DOOR_CONSULTANT,
            Door::Author => Word::DOOR_AUTHOR,
            Door::Employee => Word::DOOR_EMPLOYEE,
        }
    }

    /// What is behind it.
    pub fn offers(self) -> Word {
        match self {
            Door::Owner => Word::DOOR_OWNER_OFFERS,
            Door::Consultant => Word::DOOR_CONSULTANT_OFFERS,
            Door::Author => Word::DOOR_AUTHOR_OFFERS,
            Door::Employee => Word::DOOR_EMPLOYEE_OFFERS,
        }
    }
}

/// What a visitor has chosen and typed on Start beside the document; it outlasts a visit to another screen.
#[derive(Clone, Copy)]
pub struct Visitor {
    /// Who has come.
    pub door: RwSignal<Door>,
    /// The texts of the five fields of an offer of pay.
    pub offer: RwSignal<[String; 5]>,
    /// Whether its bonus is a sum for the whole plan.
    pub is_for_plan: RwSignal<bool>,
}

impl Visitor {
    /// An owner, until another door is opened.
    pub fn new() -> Self {
        Self {
            door: RwSignal::new(Door::Owner),
            offer: RwSignal::new(Default::default()),
            is_for_plan: RwSignal::new(false),
        }
    }
}

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
                <label class="field grow">
                    <span>{word(Word::DOOR_LINK)}</span>
                    <input
                        type="text"
                        id="door-link"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder="https://…#m1…"
                        aria-invalid=move || is_bad.get().then_some("true")
                        prop:value=move || link.get()
                        on:input=move |event| link.set(event_target_value(&event))
                    />
                </label>
                <button type="submit">{icon("i-open")}{word(Word::DOOR_LINK_OPEN)}</button>
            </form>
            <p class="note" role="status">{move || is_bad.get().then(|| desk.word(Word::DOOR_LINK_BAD))}</p>
            <div class="line">
                <button type="button" on:click=move |_| files::choose()>
                    {icon("i-file")}{word(Word::MODEL_OPEN_FILE)}
                </button>
                <button type="button" on:click=move |_| focus::heading("templates")>
                    {icon("i-below")}{word(Word::DOOR_TO_EXAMPLES)}
                </button>
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
                <button type="button" on:click=move |_| focus::heading("templates")>
                    {icon("i-below")}{word(Word::DOOR_TO_EXAMPLES)}
                </button>
            </div>
        </section>
    }
}
