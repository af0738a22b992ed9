//! The application: what is read at the start, and what stands on the page.

use super::announcer::Announcer;
use super::answers::Answers;
use super::keeper::{Errand, Keeper};
use super::later::{Later, Part, Place};
use super::notices::Notices;
use super::screen::{PAGE, Screen};
use super::screens::{PeopleView, StartScreen, Visitor};
use super::shell::{Header, Tabs};
use super::state::{Desk, desk};
use super::theme::Theme;
use crate::browser::sight::when_idle;
use crate::browser::{elements, files, fragment, keys, page, pointing, take_over};
use crate::codec::shelf::{Boot, LANGUAGE, THEME};
use crate::first_screen::TakeOver;
use crate::text::Word;
use js_sys::futures::spawn_local;
use leptos::prelude::*;

/// Puts the application on the page, in the place of its first screen.
pub fn start(first: TakeOver) {
    match first.is_first_visit {
        // Somebody may be typing. It is waited for to the end.
        true => std::mem::forget(when_idle(move || begin(&first))),
        false => begin(&first),
    }
}

fn begin(first: &TakeOver) {
    let Some(beginning) = first.take() else { return };
    let owner = Owner::new();
    owner.set();
    let keeper = Keeper::new(&beginning);
    let begin = match beginning.boot {
        Boot::Usual => Errand::Begin,
        Boot::Careful => Errand::BeginCarefully,
    };
    let desk = Desk::new(beginning.workspace, beginning.language);
    desk.theme.set(chosen_theme());
    provide_context(desk);
    provide_context(keeper);
    provide_context(PeopleView::new());
    provide_context(Visitor::new());
    provide_context(Later::new(desk.later_rules));
    if first.is_first_visit {
        put_on_page(keeper, desk, beginning.untold);
        keeper.ask(desk, begin);
        // The application lives as long as its page.
        std::mem::forget(owner);
        return;
    }
    // Whoever comes back sees their own document first, not an empty one that goes away.
    spawn_local(async move {
        let hand = keeper.arrived().await;
        owner.with(|| match hand {
            Some(hand) => {
                hand(keeper, desk, begin);
                put_on_page(keeper, desk, Vec::new());
            }
            // An empty model in the place of theirs would be filled into the void.
            None => page::say_late(),
        });
        std::mem::forget(owner);
    });
}

/// `untold` are the ids of fields of whose text there is something to say.
fn put_on_page(keeper: Keeper, desk: Desk, untold: Vec<String>) {
    // First of all that watches: mounting sets up what runs effects.
    take_over::replace(untold, |root| mount_to(root, move || view! { <App /> }).forget());
    let later = expect_context();
    open_address(keeper, desk, later);
    fragment::on_change(Box::new(move || open_address(keeper, desk, later)));
    keeper.watch(desk);
    outward(keeper, desk, later);
    files::on_chosen(Box::new(move || keeper.ask(desk, Errand::TakeFile)));
    pointing::before_presses(Box::new(move || forget_unanswered(desk, later)));
    keys::on_undo(Box::new(move || desk.undo()), Box::new(move || desk.redo()));
    elements::mark("usable");
}

/// The last act counts: what was asked for before it and has not come yet does not come over it.
fn forget_unanswered(desk: Desk, later: Later) {
    if !later.is_there(Part::Explanation) {
        desk.explained.set(None);
        desk.basis_of.set(None);
    }
}

fn open_address(keeper: Keeper, desk: Desk, later: Later) {
    if let Some(link) = fragment::incoming() {
        desk.screen.set(Screen::Result);
        // At once: coming later, its banner would move the page under the hand.
        later.need(Part::Received);
        keeper.ask(desk, Errand::ShowLink(link));
    }
}

/// The theme that the page is in already.
fn chosen_theme() -> Theme {
    match page::theme().as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::Auto,
    }
}

/// What the page outside the application shows of it, and the preferences that are kept.
fn outward(keeper: Keeper, desk: Desk, later: Later) {
    Effect::new(move |before: Option<()>| {
        let language = desk.language.get().tag();
        page::speak(language);
        // Only what was chosen is kept, and holds against the browser's. Not kept means asked of the browser again.
        if before.is_some() {
            let _ = keeper.shelf().keep_pref(LANGUAGE, Some(language));
        }
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
    Effect::new(move |before: Option<()>| {
        let screen = desk.screen.get();
        fragment::note_place(screen as u32, before.is_none());
        match screen {
            Screen::Start => later.need(Part::Shelf),
            Screen::Plan => later.need(Part::Plan),
            Screen::Result => later.need(Part::Result),
            Screen::People => later.need(Part::People),
            Screen::Facts => later.need(Part::Facts),
            Screen::Share => later.need(Part::Share),
        }
        // The first screen is where one is already, and may have scrolled.
        if before.is_some() {
            elements::to_top();
        }
    });
    Effect::new(move |_| {
        if desk.explained.with(Option::is_some) || desk.basis_of.with(Option::is_some) {
            later.need(Part::Explanation);
        }
    });
    fragment::on_place(Box::new(move |place| {
        if let Some(screen) = Screen::ALL.get(place as usize) {
            desk.screen.set(*screen);
        }
    }));
    later.need_all_when_idle();
}

/// Everything on the page.
#[component]
fn App() -> impl IntoView {
    let desk = desk();
    let screen = move || match desk.screen.get() {
        Screen::Start => view! { <StartScreen /> }.into_any(),
        Screen::Plan => view! { <Place part=Part::Plan /> }.into_any(),
        Screen::Result => {
            view! { <Place part=Part::Forecast quiet=true /><Place part=Part::Result /> }.into_any()
        }
        Screen::People => view! { <Place part=Part::People /> }.into_any(),
        Screen::Facts => view! { <Place part=Part::Facts /> }.into_any(),
        Screen::Share => view! { <Place part=Part::Share /> }.into_any(),
    };
    view! {
        <Header />
        <Place part=Part::Received quiet=true />
        <Tabs />
        <Answers />
        <main class="page" id=PAGE tabindex="-1">{screen}</main>
        <Place part=Part::Explanation quiet=true />
        <Notices />
        <Announcer />
    }
}
