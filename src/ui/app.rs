//! The application: what is read at the start, and what stands on the page.

use super::answers::Answers;
use super::digits::tag;
use super::fields::BasisCard;
use super::icon::mark;
use super::keeper::{Keeper, Received, empty_model, keeper};
use super::later::{Later, Part, Place, read_received};
use super::screens::StartScreen;
use super::shell::{Header, Tabs};
use super::state::{Desk, Screen, Theme, desk};
use crate::browser::{clock, elements, fragment, keys, page};
use crate::codec::receipt;
use crate::codec::shelf::{Boot, LANGUAGE, THEME};
use crate::text::{Filling, Language, Word, link_error_text};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What a panic leaves of the page: words that are there already, and models that are saved.
fn survive_panics() {
    std::panic::set_hook(Box::new(|_| elements::unhide("broken")));
}

/// Reads what is stored and what came with the address, and puts the application on the page.
pub fn start() {
    survive_panics();
    let owner = Owner::new();
    owner.set();
    let keeper = Keeper::new();
    let boot = keeper.shelf().begin_boot();
    let language = preferred_language(keeper);
    let desk = Desk::new(empty_model(language), language);
    desk.theme.set(preferred_theme(keeper));
    provide_context(desk);
    provide_context(keeper);
    let later = Later::new();
    provide_context(later);
    // What lies in the bin too long goes; where it cannot, it stays.
    let _ = keeper.shelf().purge(clock::now());
    match boot {
        Boot::Usual => keeper.open_last(desk),
        Boot::Careful => {
            keeper.refresh();
            desk.notice.set(Some(desk.show_untracked(|show| show.word(Word::SAVED_CAREFUL))));
        }
    }
    // First of all that watches: mounting sets up what runs effects.
    if let Some(root) = elements::emptied("app") {
        mount_to(root, move || view! { <App /> }).forget();
    }
    open_address(keeper, desk);
    fragment::on_change(Box::new(move || open_address(keeper, desk)));
    keeper.take_drops(desk);
    keeper.watch(desk);
    outward(keeper, desk, later);
    keys::on_undo(Box::new(move || desk.undo()), Box::new(move || desk.redo()));
    keeper.shelf().boot_done();
    elements::mark("usable");
    // The application lives as long as its page.
    std::mem::forget(owner);
}

fn open_address(keeper: Keeper, desk: Desk) {
    let Some(link) = fragment::incoming() else { return };
    desk.screen.set(Screen::Result);
    spawn_local(async move {
        match read_received(link).await {
            Ok(link) => keeper.show_link(desk, link),
            Err(_) => desk.notice.set(Some(desk.show_untracked(|show| show.word(Word::LATER_FAILED)))),
        }
    });
}

fn preferred_language(keeper: Keeper) -> Language {
    let named = keeper.shelf().pref(LANGUAGE);
    // The first of the reader's languages that the page speaks; Russian where there is none.
    let tags = named.map_or_else(page::languages, |tag| vec![tag]);
    let spoken = tags.iter().find_map(|tag| match tag.get(..2) {
        Some("ru") => Some(Language::Russian),
        Some("en") => Some(Language::English),
        _ => None,
    });
    spoken.unwrap_or(Language::Russian)
}

fn preferred_theme(keeper: Keeper) -> Theme {
    match keeper.shelf().pref(THEME).as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::Auto,
    }
}

/// What the page outside the application shows of it, and the preferences that are kept.
fn outward(keeper: Keeper, desk: Desk, later: Later) {
    Effect::new(move |_| {
        let language = tag(desk.language.get());
        page::speak(language);
        // Not kept means asked of the browser again.
        let _ = keeper.shelf().keep_pref(LANGUAGE, Some(language));
    });
    Effect::new(move |_| {
        let theme = match desk.theme.get() {
            Theme::Auto => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        };
        page::wear(theme);
        let _ = keeper.shelf().keep_pref(THEME, theme);
    });
    Effect::new(move |_| {
        let name = desk.model.with(|model| model.about.name.clone());
        let app = desk.word(Word::APP_NAME);
        page::entitle(&if name.is_empty() { app } else { format!("{name} · {app}") });
    });
    Effect::new(move |_| {
        match desk.screen.get() {
            Screen::Start => later.need(Part::Shelf),
            Screen::Plan => later.need(Part::Plan),
            Screen::Result => later.need(Part::Result),
            Screen::Share => later.need(Part::Share),
        }
        elements::to_top();
    });
    Effect::new(move |_| {
        if desk.explained.with(Option::is_some) {
            later.need(Part::Explanation);
        }
    });
    later.need_all_soon();
}

/// Everything on the page.
#[component]
fn App() -> impl IntoView {
    let desk = desk();
    let screen = move || match desk.screen.get() {
        Screen::Start => view! { <StartScreen /> }.into_any(),
        Screen::Plan => view! { <Place part=Part::Plan /> }.into_any(),
        Screen::Result => view! { <Place part=Part::Result /> }.into_any(),
        Screen::Share => view! { <Place part=Part::Share /> }.into_any(),
    };
    let skip = move |event: leptos::ev::MouseEvent| {
        // The address belongs to links: skipping must not look like one.
        event.prevent_default();
        elements::focus("page");
    };
    view! {
        <a class="button skip" href="#page" on:click=skip>{move || desk.word(Word::SKIP)}</a>
        <Header />
        <ReceivedBanner />
        <Tabs />
        <Answers />
        <main class="page" id="page" tabindex="-1">{screen}</main>
        <BasisCard />
        <Place part=Part::Explanation quiet=true />
        <Notice />
    }
}

/// What came with the address: somebody's document, or a link that could not be opened.
#[component]
fn ReceivedBanner() -> impl IntoView {
    let (desk, keeper) = (desk(), keeper());
    let close = move |_| keeper.leave_link(desk);
    let link = move |made_with: String, changed: bool| {
        let newer = changed.then(|| {
            let fill = [("made_with", Filling::Text(made_with.as_str()))];
            view! { <p class="hint">{desk.show(|show| show.phrase(Word::RECEIVED_OTHER_RESULTS, &fill))}</p> }
        });
        view! {
            <section class="banner" aria-label=desk.word(Word::RECEIVED_TITLE)>
                {mark("m-watch")}
                <div><p><strong>{desk.word(Word::RECEIVED_TITLE)}</strong>" "{desk.word(Word::RECEIVED_SAFE)}</p>{newer}</div>
                <button type="button" class="primary push" on:click=move |_| keeper.copy(desk)>
                    {desk.word(Word::RECEIVED_COPY)}
                </button>
                <button type="button" class="quiet" on:click=close>{desk.word(Word::RECEIVED_LEAVE)}</button>
            </section>
        }
    };
    move || match keeper.received.get() {
        Received::Nothing => ().into_any(),
        Received::Link { receipt: seen, made_with } => {
            // The numbers as they were opened: one's own changes are no news.
            let now = desk.outcome.with_untracked(receipt);
            link(made_with, !seen.is_empty() && seen != now).into_any()
        }
        Received::Fault(fault) => view! {
            <section class="banner" data-tone="bad" role="alert">
                {mark("m-bad")}
                <p>{desk.show(|show| link_error_text(show, &fault))}</p>
                <button type="button" class="quiet push" on:click=close>{desk.word(Word::CLOSE)}</button>
            </section>
        }
        .into_any(),
    }
}

/// Something told once, politely.
#[component]
fn Notice() -> impl IntoView {
    let desk = desk();
    let close = move |_| desk.notice.set(None);
    let toast = move || {
        desk.notice.get().map(|text| {
            view! {
                <div class="toast">
                    <p>{text}</p>
                    <button type="button" class="quiet" on:click=close>{desk.word(Word::CLOSE)}</button>
                </div>
            }
        })
    };
    view! { <div class="toasts" role="status">{toast}</div> }
}
