//! The plan as it stood: versions with names, kept, returned to, and compared with today's.

mod comparison;

use super::part::{Part, part};
use crate::browser::{clock, focus, intl};
use crate::desk::Command;
use crate::desk::commands::{KeepVersion, ReturnToVersion};
use crate::model::{Edit, EditFault, Model, Version};
use crate::text::Word;
use crate::ui::fields::TextField;
use crate::ui::icon::icon;
use crate::ui::state::Desk;
use comparison::{Other, comparison};
use leptos::prelude::*;

/// The part on versions.
pub fn versions(desk: Desk, here: RwSignal<Part>) -> AnyView {
    let other = RwSignal::new(None::<Other>);
    let ids = Memo::new(move |_| desk.model.with(ids));
    let row = move |id: String| row(desk, other, id);
    let list = move || match ids.with(Vec::is_empty) {
        true => view! { <p class="empty">{desk.word(Word::VERSIONS_NONE)}</p> }.into_any(),
        false => view! {
            <ul class="list versions" aria-label=desk.word(Word::PLAN_PART_VERSIONS)>
                <For each=move || ids.get() key=Clone::clone children=row />
            </ul>
        }
        .into_any(),
    };
    let body = view! {
        <div class="flow">
            <p class="hint">{move || desk.word(Word::VERSIONS_LEAD)}</p>
            {keep(desk)}
            {list}
            {comparison(desk, other)}
        </div>
    };
    part(desk, here, Part::Versions, None, body.into_any())
}

fn ids(model: &Model) -> Vec<String> {
    model.versions.iter().map(|version| version.id.clone()).collect()
}

/// Keeps today's plan under a name; without one it is called by its day.
fn keep(desk: Desk) -> AnyView {
    let name = RwSignal::new(String::new());
    let put = move || {
        let kept_at = clock::iso(clock::now());
        let typed = name.get_untracked();
        let name_now = if typed.trim().is_empty() { untrack(|| when(desk, &kept_at)) } else { typed };
        let done = desk.run(&KeepVersion { name: name_now, kept_at });
        if let Err(EditFault::TooManyRows { .. }) = done {
            desk.tell(desk.show_untracked(|show| show.word(Word::VERSIONS_FULL)));
            return;
        }
        name.set(String::new());
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        put();
    };
    view! {
        <form class="line ends" on:submit=submit>
            <div class="field">
                <label for="version-name">{move || desk.word(Word::VERSIONS_NAME)}</label>
                <div class="box">
                    <input id="version-name" type="text" autocomplete="off" maxlength="120"
                        placeholder=move || desk.word(Word::VERSIONS_EXAMPLE)
                        prop:value=move || name.get()
                        on:input=move |event| name.set(event_target_value(&event)) />
                </div>
            </div>
            <button type="submit">{move || desk.word(Word::VERSIONS_KEEP)}</button>
        </form>
    }
    .into_any()
}

/// A version: its name, which can be changed, when it was kept, and what can be done with it.
fn row(desk: Desk, other: RwSignal<Option<Other>>, id: String) -> AnyView {
    let place = ["versions/", &id].concat();
    let version = {
        let id = id.clone();
        move |look: fn(&Version) -> String| {
            desk.model
                .with(|model| model.versions.iter().find(|own| own.id == id).map(look).unwrap_or_default())
        }
    };
    let named = {
        let version = version.clone();
        move || version(|own| own.name.clone())
    };
    let kept_at = move || when(desk, &version(|own| own.kept_at.clone()));
    let labelled = move |word: Word| {
        let named = named.clone();
        move || [&desk.word(word), ": ", &named()].concat()
    };
    let (compare_id, back_id, remove_place) = (id.clone(), id, place.clone());
    let is_compared = {
        let id = compare_id.clone();
        move || other.get() == Some(Other::Version(id.clone()))
    };
    let compare = move |_| {
        let this = Some(Other::Version(compare_id.clone()));
        other.update(|other| *other = if *other == this { None } else { this });
    };
    let back = move |_| done(desk, &ReturnToVersion { id: back_id.clone() }, Word::VERSIONS_BACK_DONE);
    let remove = move |_| done(desk, &Edit::Remove { row: remove_place.clone() }, Word::VERSIONS_REMOVED);
    view! {
        <li>
            <span class="grow">
                <TextField path=[&place, "/name"].concat() tight=true />
                <small class="soft">{kept_at}</small>
            </span>
            <button type="button" aria-label=labelled(Word::VERSIONS_COMPARE) aria-pressed=move || is_compared().to_string() on:click=compare>
                {move || desk.word(Word::VERSIONS_COMPARE)}
            </button>
            <button type="button" aria-label=labelled(Word::VERSIONS_BACK) on:click=back>
                {move || desk.word(Word::VERSIONS_BACK)}
            </button>
            <button type="button" class="quiet square" aria-label=labelled(Word::VERSIONS_REMOVE) on:click=remove>
                {icon("i-bin")}
            </button>
        </li>
    }
    .into_any()
}

/// Does something and says so; the row of the pressed button may have gone, so the focus goes to the heading.
fn done(desk: Desk, command: &dyn Command, word: Word) {
    let say = |word| desk.show_untracked(|show| show.word(word));
    match desk.run(command) {
        Ok(()) => desk.tell_done(say(word)),
        Err(_) => desk.tell(say(Word::VERSIONS_UNREADABLE)),
    }
    focus::heading(Part::Versions.heading());
}

/// When something was, by its date and time of day in ISO 8601; as it stands where it is no date.
fn when(desk: Desk, iso: &str) -> String {
    let moment = clock::moment(iso);
    moment.map_or_else(|| iso.to_owned(), |moment| intl::date_time(desk.language.get().tag(), moment))
}
