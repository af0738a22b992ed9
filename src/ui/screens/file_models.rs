//! A file of several models: which of them to store.

use crate::codec::shelf::Presence;
use crate::desk::{Chosen, FileContents, FileModel, Lists};
use crate::text::{Filling, Word};
use crate::ui::icon::mark;
use crate::ui::keeper::keeper;
use crate::ui::keeping::keeping_state;
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;

/// So many are listed at once; a file may hold thousands.
const LISTED: usize = 100;
/// Characters of what is called a kilobyte here.
const KILOBYTE: usize = 1024;

/// What is ticked.
type Ticks = RwSignal<Vec<bool>>;

/// The models of a file of several, to be ticked, while somebody is asked about them.
#[component]
pub fn FileModels() -> impl IntoView {
    let desk = desk();
    let file = keeping_state(|state| state.file.clone());
    move || {
        let opened = file.get()?;
        let ticks = RwSignal::new(opened.suggested());
        Some(panel(desk, StoredValue::new(opened), ticks))
    }
}

fn panel(desk: Desk, file: StoredValue<FileContents>, ticks: Ticks) -> AnyView {
    let chosen = Memo::new(move |_| ticks.with(|ticks| file.with_value(|file| file.chosen(ticks))));
    let all = file.with_value(|file| file.models.len());
    let tick_all = move |is_ticked: bool| move |_| ticks.set(vec![is_ticked; all]);
    let is_short = Memo::new(move |_| chosen.with(|chosen| chosen.fit < chosen.count));
    view! {
        <div class="message" data-tone=move || if is_short.get() { "watch" } else { "info" }>
            {move || is_short.get().then(|| mark("m-watch"))}
            <fieldset class="flow" aria-labelledby="file-models">
                <p id="file-models" role="alert"><b>{move || desk.counted(Word::START_PICK, all)}</b></p>
                <Rows file ticks />
                <p class="hint" role="status">{move || sum(desk, chosen.get(), file)}</p>
                <div class="line">
                    <Answers file ticks chosen />
                    <button type="button" class="quiet" on:click=tick_all(true)>{move || desk.word(Word::START_PICK_ALL)}</button>
                    <button type="button" class="quiet" on:click=tick_all(false)>{move || desk.word(Word::START_PICK_NONE)}</button>
                </div>
            </fieldset>
        </div>
    }
    .into_any()
}

/// The list, of which more is shown when one asks for it.
#[component]
fn Rows(file: StoredValue<FileContents>, ticks: Ticks) -> impl IntoView {
    let desk = desk();
    let listed = RwSignal::new(LISTED);
    let all = file.with_value(|file| file.models.len());
    let rest = move || {
        let rest = all.saturating_sub(listed.get());
        (rest > 0).then(|| {
            let more = move |_| listed.update(|listed| *listed += LISTED);
            let label = move || desk.counted(Word::START_PICK_MORE, rest);
            view! { <button type="button" class="quiet" on:click=more>{label}</button> }
        })
    };
    let row =
        move |at: usize| file.with_value(|file| file.models.get(at).map(|row| tick(desk, at, row, ticks)));
    view! {
        <ul class="list picks">
            <For each=move || 0..listed.get().min(all) key=|at| *at children=row />
        </ul>
        {rest}
    }
}

fn tick(desk: Desk, at: usize, row: &FileModel, ticks: Ticks) -> impl IntoView + use<> {
    let (name, size, presence) = (row.model.about.name.clone(), row.size, row.presence);
    let name = move || if name.is_empty() { desk.word(Word::MODEL_UNNAMED) } else { name.clone() };
    let is_ticked = move || ticks.with(|ticks| ticks.get(at).copied().unwrap_or_default());
    let set = move |event| {
        let is_ticked = event_target_checked(&event);
        ticks.update(|ticks| ticks.iter_mut().skip(at).take(1).for_each(|tick| *tick = is_ticked));
    };
    let known = move || match presence {
        Presence::New => None,
        Presence::SameName => Some(desk.word(Word::START_PICK_SAME_NAME)),
        Presence::Stored => Some(desk.word(Word::START_PICK_STORED)),
    };
    let about = move || {
        let size = kilobytes(desk, size);
        known().map_or(size.clone(), |known| [&*size, &*known].join(" · "))
    };
    view! {
        <li>
            <label class="check">
                <input type="checkbox" prop:checked=is_ticked on:change=set />
                <span>{name}<br /><small class="soft">{about}</small></span>
            </label>
        </li>
    }
}

/// To store those that are ticked, or none.
#[component]
fn Answers(file: StoredValue<FileContents>, ticks: Ticks, chosen: Memo<Chosen>) -> impl IntoView {
    let (desk, keeper) = (desk(), keeper());
    let close = move || keeping_state(|state| state.file.clone()).set(None);
    let take = move |_| {
        file.with_value(|file| ticks.with_untracked(|ticks| keeper.accept(desk, file, ticks)));
        keeper.refresh(desk, Lists::All);
        close();
    };
    let fits = move || chosen.with(|chosen| chosen.fit);
    view! {
        <button type="button" class="primary" disabled=move || fits() == 0 on:click=take>
            {move || desk.counted(Word::START_PICK_TAKE, fits())}
        </button>
        <button type="button" on:click=move |_| close()>{move || desk.word(Word::START_PICK_LEAVE)}</button>
    }
}

/// What the ticked come to, and whether they fit.
fn sum(desk: Desk, chosen: Chosen, file: StoredValue<FileContents>) -> String {
    let (all, room) = file.with_value(|file| (file.models.len(), file.room));
    let Chosen { count, size, fit } = chosen;
    let (count, all) = (count.to_string(), all.to_string());
    let (size, room, first) = (kilobytes(desk, size), kilobytes(desk, room), fit.to_string());
    let filled = [("n", &*count), ("all", &*all), ("size", &*size), ("room", &*room), ("fit", &*first)]
        .map(|(name, text)| (name, Filling::Text(text)));
    let word = match (fit < chosen.count, fit) {
        (false, _) => Word::START_PICK_FITS,
        (true, 0) => Word::START_PICK_FULL,
        (true, _) => Word::START_PICK_PART,
    };
    desk.show(|show| show.phrase(word, &filled))
}

/// Rounded up: what is there is never nothing.
fn kilobytes(desk: Desk, size: usize) -> String {
    desk.with(Word::START_PICK_SIZE, "size", &size.div_ceil(KILOBYTE).to_string())
}
