//! What stands around every screen: name and menu of the document, undo, the state of saving,
//! language and theme, the tabs.

use super::icon::{icon, mark};
use super::keeper::{Errand, keeper};
use super::screen::Screen;
use super::state::{Desk, desk};
use super::theme::Theme;
use crate::browser::{files, timers};
use crate::desk::SaveState;
use crate::first_screen::MODEL_NAME;
use crate::judge::StepState;
use crate::model::{Datum, Edit};
use crate::text::{Language, Word};
use leptos::prelude::*;

/// The head of the page.
#[component]
pub fn Header() -> impl IntoView {
    let desk = desk();
    let name = move || desk.model.with(|model| model.about.name.clone());
    let rename = move |event: leptos::ev::Event| {
        desk.perform(&Edit::put("about/name", Datum::Text(event_target_value(&event))));
    };
    view! {
        <header class="top">
            <a class="brand" href="#" aria-label=move || desk.word(Word::APP_NAME) on:click=move |event| {
                event.prevent_default();
                go(desk, Screen::Start);
            }>
                <svg aria-hidden="true"><use href="#brand" /></svg>
                <span>{move || desk.word(Word::APP_NAME)}</span>
            </a>
            <div class="model">
                <input
                    type="text"
                    id=MODEL_NAME
                    prop:value=name
                    placeholder=move || desk.word(Word::MODEL_UNNAMED)
                    aria-label=move || desk.word(Word::MODEL_NAME)
                    autocomplete="off"
                    spellcheck="false"
                    maxlength="120"
                    on:input=rename
                />
                <button
                    type="button"
                    class="quiet square"
                    popovertarget="model-menu"
                    aria-label=move || desk.word(Word::MODEL_MENU)
                >
                    {icon("i-down")}
                </button>
            </div>
            <SavedState />
            <Steps />
            <button
                type="button"
                class="quiet square only-narrow"
                popovertarget="settings"
                aria-label=move || desk.word(Word::SETTINGS)
            >
                {icon("i-more")}
            </button>
            <Settings />
        </header>
        <ModelMenu />
    }
}

/// Whether what is on the screen is kept.
#[component]
fn SavedState() -> impl IntoView {
    let desk = desk();
    let state = move || match desk.saved.get() {
        SaveState::Kept => "saved",
        SaveState::Waiting => "saving",
        SaveState::View => "view",
        _ => "failed",
    };
    let keeper = keeper();
    let download = move || {
        let save = move |_| keeper.ask(desk, Errand::TakeAlong);
        view! { " · "<button type="button" class="link" on:click=save>{move || desk.word(Word::SAVED_DOWNLOAD)}</button> }
    };
    let words = move || match desk.saved.get() {
        SaveState::Kept => view! { {icon("i-check")}{desk.word(Word::SAVED_SAVED)} }.into_any(),
        SaveState::Waiting => view! { {icon("i-save")}{desk.word(Word::SAVED_SAVING)} }.into_any(),
        SaveState::View => view! { {icon("i-file")}{desk.word(Word::SAVED_VIEW)} }.into_any(),
        failed => {
            let word = match failed {
                SaveState::OthersUnsaved => Word::SAVED_OTHERS,
                SaveState::Gone => Word::SAVED_GONE,
                SaveState::Newer => Word::SAVED_OUTDATED,
                SaveState::Unopened => Word::SAVED_UNOPENED,
                _ => Word::SAVED_FAILED,
            };
            view! { {mark("m-bad")}{desk.word(word)}{download()} }.into_any()
        }
    };
    let title = move || match desk.saved.get() {
        SaveState::MemoryOnly => Some(desk.word(Word::SAVED_MEMORY)),
        SaveState::Full => Some(desk.word(Word::SAVED_FULL)),
        _ => None,
    };
    view! { <p class="saved" role="status" data-state=state title=title>{words}</p> }
}

/// Undo and redo.
#[component]
fn Steps() -> impl IntoView {
    let desk = desk();
    let step = move |picture, word: Word, keys: &'static str, class, at: usize, act: fn(&Desk)| {
        let name = move || desk.word(word);
        let is_off = move || desk.steps.with(|steps| steps.get(at).is_none_or(Option::is_none));
        // What the step did: "Undo: Price".
        let what = move || Some([": ", &desk.step_text(at)?].concat());
        let title = move || [&name(), &what().unwrap_or_default(), " · ", keys].concat();
        view! {
            <button
                type="button"
                class=class
                disabled=is_off
                aria-label=name
                title=title
                on:click=move |_| act(&desk)
            >
                {icon(picture)}
            </button>
        }
    };
    view! {
        {step("i-undo", Word::UNDO, "Ctrl+Z", "quiet square push", 0, Desk::undo)}
        {step("i-redo", Word::REDO, "Ctrl+Y", "quiet square", 1, Desk::redo)}
    }
}

/// Language and theme.
#[component]
fn Settings() -> impl IntoView {
    let desk = desk();
    let choice = move |language: Language, tag: &'static str, letters: &'static str, name: &'static str| {
        view! {
            <button
                type="button"
                lang=tag
                aria-pressed=move || (desk.language.get() == language).to_string()
                on:click=move |_| desk.language.set(language)
            >
                <span aria-hidden="true">{letters}</span>
                <span class="vh">{name}</span>
            </button>
        }
    };
    let theme = move || {
        let name = match desk.theme.get() {
            Theme::Auto => Word::THEME_AUTO,
            Theme::Light => Word::THEME_LIGHT,
            Theme::Dark => Word::THEME_DARK,
        };
        format!("{}: {}", desk.word(Word::THEME), desk.word(name))
    };
    let next_theme = move |_| {
        desk.theme.set(match desk.theme.get_untracked() {
            Theme::Auto => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Auto,
        });
    };
    view! {
        <div class="settings" id="settings" popover="auto">
            <p class="name">{move || desk.word(Word::LANGUAGE)}</p>
            <div class="choice" role="group" aria-label=move || desk.word(Word::LANGUAGE)>
                {choice(Language::Russian, "ru", "RU", "Русский")}
                {choice(Language::English, "en", "EN", "English")}
            </div>
            <button type="button" class="quiet square" aria-label=theme title=theme on:click=next_theme>
                {icon("i-sun")}
            </button>
        </div>
    }
}

/// What can be done with documents as a whole.
#[component]
fn ModelMenu() -> impl IntoView {
    let (desk, keeper) = (desk(), keeper());
    let item = move |picture, word: Word, errand: Errand| {
        view! {
            <button
                type="button"
                popovertarget="model-menu"
                popovertargetaction="hide"
                on:click=move |_| match errand {
                    // A browser lets choose a file only at once.
                    Errand::TakeFile => files::choose(),
                    _ => keeper.ask(desk, errand.clone()),
                }
            >
                {icon(picture)}
                {move || desk.word(word)}
            </button>
        }
    };
    // Whenever the one on the desk is kept its time changes, and nothing here: the line one is about to press stays.
    let others = Memo::new(move |_| {
        let now = desk.id.get();
        keeper.entries.with(|entries| {
            let others = entries.iter().filter(|entry| Some(&entry.id) != now.as_ref());
            others.take(8).map(|entry| (entry.id.clone(), entry.name.clone())).collect::<Vec<_>>()
        })
    });
    let others = move || {
        others
            .get()
            .into_iter()
            .map(|(id, name)| {
                let name = if name.is_empty() { desk.word(Word::MODEL_UNNAMED) } else { name };
                view! {
                    <button
                        type="button"
                        popovertarget="model-menu"
                        popovertargetaction="hide"
                        on:click=move |_| {
                            // Its line goes from the menu by this: at once, the press would not close the menu any more.
                            let id = id.clone();
                            timers::later(0, Box::new(move || keeper.ask(desk, Errand::Open(id))));
                        }
                    >
                        {icon("i-file")}
                        {name}
                    </button>
                }
            })
            .collect_view()
    };
    view! {
        <div class="menu" id="model-menu" popover="auto">
            {item("i-plus", Word::MODEL_NEW, Errand::CreateEmpty)}
            {item("i-copy", Word::MODEL_COPY, Errand::Copy)}
            {item("i-open", Word::MODEL_OPEN_FILE, Errand::TakeFile)}
            {item("i-save", Word::MODEL_SAVE_FILE, Errand::Download)}
            <hr />
            {others}
            <hr />
            {item("i-bin", Word::MODEL_DELETE, Errand::Delete)}
        </div>
    }
}

/// Goes to a screen. The one that one is on stays as it is, half-typed text and all.
fn go(desk: Desk, screen: Screen) {
    if desk.screen.get_untracked() != screen {
        desk.screen.set(screen);
    }
}

/// The screens, and how far the step of the path has come that is taken on each.
#[component]
pub fn Tabs() -> impl IntoView {
    let desk = desk();
    let tab = move |screen: Screen| {
        let state = move || desk.step_state(screen.step()?);
        let said = move || {
            let word = state()?.word()?;
            Some(view! { <span class="vh">", "{desk.word(word)}</span> })
        };
        view! {
            <button
                type="button"
                class="tab"
                data-step=move || screen.step().map(|_| state().map_or("empty", StepState::name))
                aria-current=move || (desk.screen.get() == screen).then_some("page")
                on:click=move |_| go(desk, screen)
            >
                {move || desk.word(screen.name())}
                {said}
            </button>
        }
    };
    view! {
        <nav class="tabs" aria-label=move || desk.word(Word::SCREENS)>{Screen::ALL.map(tab).into_iter().collect_view()}</nav>
    }
}
