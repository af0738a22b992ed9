//! What one can start from: templates, my models, a file.

use super::file_models::FileModels;
use super::storage::StorageMeter;
use crate::browser::files;
use crate::codec::shelf::{Binned, Entry, Lost};
use crate::codec::{TEMPLATES, Template};
use crate::desk::Lists;
use crate::model::benchmarks_and_guesses;
use crate::text::{Language, Word};
use crate::ui::icon::{icon, mark};
use crate::ui::keeper::keeper;
use crate::ui::keeping::keeping_state;
use crate::ui::screen::Screen;
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;

/// The lower part of the Start screen.
#[component]
pub fn ShelfPart() -> impl IntoView {
    view! {
        <Templates />
        <div class="two">
            <MyModels />
            <FromFile />
        </div>
    }
}

/// The templates, with how much of each is known.
#[component]
fn Templates() -> impl IntoView {
    let desk = desk();
    view! {
        <section aria-labelledby="templates">
            <div class="titled">
                <div>
                    <h2 id="templates">{move || desk.word(Word::START_TEMPLATES)}</h2>
                    <p class="soft">{move || desk.word(Word::START_TEMPLATES_LEAD)}</p>
                </div>
            </div>
            {move || templates_for(desk.language.get())}
            {move || (desk.language.get() == Language::English).then(|| view! {
                <details class="elsewhere">
                    <summary>{desk.word(Word::START_TEMPLATES_ELSEWHERE)}</summary>
                    {templates_for(Language::Russian)}
                </details>
            })}
        </section>
    }
}

/// The templates made for who reads a language.
fn templates_for(readers: Language) -> impl IntoView {
    let own = TEMPLATES.iter().filter(move |template| template.readers == readers);
    view! { <ul class="cards">{own.map(pick).collect_view()}</ul> }
}

fn pick(template: &'static Template) -> impl IntoView {
    let (desk, keeper) = (desk(), keeper());
    let (benchmarks, guesses) = benchmarks_and_guesses(&template.model(desk.language.get_untracked()));
    let word = move |part: &str| desk.key(&format!("template.{}.{part}", template.id));
    let take = move |_| {
        keeper.create(desk, &template.model(desk.language.get_untracked()));
        // On its verdict: that is what one takes an example for.
        desk.screen.set(Screen::Result);
    };
    view! {
        <li class="pick">
            <h3>{move || word("name")}</h3>
            <p class="soft">{move || word("about")}</p>
            <p class="line">
                <span class="tag" data-basis="benchmark">
                    {mark("b-benchmark")}{move || desk.counted(Word::START_BENCHMARKS, benchmarks)}
                </span>
                <span class="tag" data-basis="guess">{mark("b-guess")}{move || desk.counted(Word::START_GUESSES, guesses)}</span>
            </p>
            <button type="button" on:click=take>
                {move || desk.word(Word::START_TAKE)}
                <span class="vh">": "{move || word("name")}</span>
            </button>
        </li>
    }
}

/// The documents on the shelf, the bin and what could not be read.
#[component]
fn MyModels() -> impl IntoView {
    let (desk, keeper) = (desk(), keeper());
    keeper.refresh(desk, Lists::All);
    let is_empty = Memo::new(move |_| keeper.entries.with(Vec::is_empty));
    let entries = move || {
        if is_empty.get() {
            return view! { <p class="empty">{desk.word(Word::START_NO_MODELS)}</p> }.into_any();
        }
        // By its key: whenever one is kept all others stay as they are, with whatever has the focus in them.
        let key = |entry: &Entry| (entry.id.clone(), entry.name.clone(), entry.saved);
        let each = move || keeper.entries.get();
        view! {
            <ul class="list card"><For each=each key=key children=move |entry| mine(desk, entry) /></ul>
        }
        .into_any()
    };
    let all = move || {
        (keeper.entries.with(|entries| entries.len() > 1)).then(|| {
            view! {
                <button type="button" class="quiet" on:click=move |_| keeper.download_all()>
                    {icon("i-save")}{desk.word(Word::START_SAVE_ALL)}
                </button>
            }
        })
    };
    view! {
        <section aria-labelledby="mine">
            <div class="titled">
                <h2 id="mine">{move || desk.word(Word::START_MINE)}</h2>
                <button type="button" class="quiet" on:click=move |_| keeper.create_empty(desk)>
                    {icon("i-plus")}{move || desk.word(Word::MODEL_NEW)}
                </button>
            </div>
            <FileModels />
            {entries}
            {all}
            <Bin />
            <LostTexts />
            <StorageMeter />
        </section>
    }
}

fn mine(desk: Desk, entry: Entry) -> impl IntoView {
    let keeper = keeper();
    let Entry { id, name, saved, .. } = entry;
    let name = Signal::derive(move || match name.is_empty() {
        true => desk.word(Word::MODEL_UNNAMED),
        false => name.clone(),
    });
    let when = move || (saved > 0).then(|| time(desk, saved));
    let (own_id, unsaved_id, open_id, bin_id) = (id.clone(), id.clone(), id.clone(), id);
    let ids = keeping_state(|state| state.unsaved.clone());
    let unsaved = move || {
        let is_unsaved = ids.with(|ids| ids.contains(&unsaved_id));
        is_unsaved.then(|| view! { <span class="tag">{mark("m-bad")}{desk.word(Word::SAVED_FAILED)}</span> })
    };
    let open_now = move || {
        let is_open = desk.id.with(|id| id.as_ref() == Some(&own_id));
        is_open.then(|| view! { <span class="tag">{desk.word(Word::START_OPEN_NOW)}</span> })
    };
    let open = move |_| {
        keeper.open(desk, &open_id);
        desk.screen.set(Screen::Plan);
    };
    let label = move || desk.with(Word::START_DELETE, "name", &name.get());
    view! {
        <li>
            <span>
                <button type="button" class="link" on:click=open>{name}</button>
                <br />
                <small class="soft">{when}</small>
            </span>
            {unsaved}
            {open_now}
            <button type="button" class="quiet square" aria-label=label on:click=move |_| keeper.delete_entry(desk, &bin_id)>
                {icon("i-bin")}
            </button>
        </li>
    }
}

fn time(desk: Desk, moment: u64) -> String {
    crate::browser::intl::date_time(desk.language.get().tag(), moment)
}

/// Deleted documents, for thirty days.
#[component]
fn Bin() -> impl IntoView {
    let (desk, keeper) = (desk(), keeper());
    let item = move |binned: Binned| {
        let when = desk.with(Word::START_BINNED, "time", &time(desk, binned.time));
        let name = if binned.name.is_empty() { desk.word(Word::MODEL_UNNAMED) } else { binned.name };
        let key = binned.key;
        view! {
            <li>
                <span>{name}<br /><small class="soft">{when}</small></span>
                <button type="button" on:click=move |_| keeper.restore(desk, &key)>{desk.word(Word::START_RESTORE)}</button>
            </li>
        }
    };
    move || {
        let bin = keeper.bin.get();
        (!bin.is_empty()).then(|| {
            let count = bin.len().to_string();
            view! {
                <details>
                    <summary>{desk.with(Word::START_BIN, "n", &count)}</summary>
                    <ul class="list">{bin.into_iter().map(item).collect_view()}</ul>
                    <button type="button" class="quiet" on:click=move |_| keeper.empty_bin(desk)>
                        {icon("i-bin")}{desk.word(Word::START_EMPTY_BIN)}
                    </button>
                </details>
            }
        })
    }
}

/// Texts that could not be read: kept as they are, to be downloaded.
#[component]
fn LostTexts() -> impl IntoView {
    let (desk, keeper) = (desk(), keeper());
    let item = move |lost: Lost| {
        let when = desk.with(Word::START_LOST_FOUND, "time", &time(desk, lost.time));
        let (key, forget) = (lost.key.clone(), lost.key);
        view! {
            <li>
                <span>{when}</span>
                <button type="button" on:click=move |_| keeper.download_lost(&key)>
                    {icon("i-save")}{desk.word(Word::START_LOST_SAVE)}
                </button>
                <button type="button" class="quiet" on:click=move |_| keeper.forget(desk, &forget)>
                    {desk.word(Word::START_LOST_FORGET)}
                </button>
            </li>
        }
    };
    move || {
        let lost = keeper.lost.get();
        (!lost.is_empty()).then(|| {
            view! {
                <div class="message" data-tone="watch">
                    {mark("m-watch")}
                    <div>
                        <p><b>{desk.word(Word::START_LOST)}</b></p>
                        <ul class="list">{lost.into_iter().map(item).collect_view()}</ul>
                    </div>
                </div>
            }
        })
    }
}

/// A file: chosen, or dropped anywhere onto the page.
#[component]
fn FromFile() -> impl IntoView {
    let desk = desk();
    let over = RwSignal::new(false);
    view! {
        <section aria-labelledby="file">
            <div class="titled"><h2 id="file">{move || desk.word(Word::START_FILE)}</h2></div>
            <div
                class="drop"
                data-over=move || over.get().then_some("")
                on:dragover=move |_| over.set(true)
                on:dragleave=move |_| over.set(false)
                on:drop=move |_| over.set(false)
            >
                <p>{move || desk.word(Word::START_DROP)}</p>
                <button type="button" on:click=move |_| files::choose()>
                    {icon("i-open")}{move || desk.word(Word::MODEL_OPEN_FILE)}
                </button>
                <p class="hint">{move || desk.word(Word::START_FILE_SAFE)}</p>
            </div>
        </section>
    }
}
