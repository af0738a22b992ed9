//! What came with the page's address.

use super::icon::mark;
use super::keeper::{Errand, keeper};
use super::state::{Desk, desk};
use crate::codec::receipt;
use crate::desk::Received;
use crate::model::Model;
use crate::text::{Filling, Language, Word, left_out_text, link_error_text};
use leptos::prelude::*;

/// What came with the address: somebody's document, or a link that could not be opened.
#[component]
pub fn ReceivedBanner() -> impl IntoView {
    let (desk, keeper) = (desk(), keeper());
    let close = move |_| keeper.ask(desk, Errand::LeaveLink);
    let drop_draft = move |_| keeper.ask(desk, Errand::DropDraft);
    let link = move |told: Option<Word>, made_with: String, is_draft: bool, theirs: Option<Language>| {
        let newer = told.map(|told| {
            let fill = [("made_with", Filling::Text(made_with.as_str()))];
            view! { <p class="hint">{desk.show(|show| show.phrase(told, &fill))}</p> }
        });
        let left_out = desk.model.with_untracked(Model::still_left_out);
        let left_out = desk.show(|show| left_out_text(show, &left_out)).map(|told| view! { <p>{told}</p> });
        view! {
            <section class="banner" aria-label=desk.word(Word::RECEIVED_TITLE)>
                {mark("m-watch")}
                <div><p><strong>{desk.word(Word::RECEIVED_TITLE)}</strong>" "<span class="only-wide">{desk.word(Word::RECEIVED_SAFE)}</span></p>{left_out}{newer}</div>
                {in_their_language(desk, theirs)}
                <button type="button" class="primary push" on:click=move |_| keeper.ask(desk, Errand::Copy)>
                    {desk.word(Word::RECEIVED_COPY)}
                </button>
                {is_draft.then(|| view! {
                    <button type="button" on:click=drop_draft>{desk.word(Word::RECEIVED_DROP)}</button>
                })}
                <button type="button" class="quiet" on:click=close>{desk.word(Word::RECEIVED_LEAVE)}</button>
            </section>
        }
    };
    move || match keeper.received.get() {
        Received::Nothing => ().into_any(),
        Received::Link { is_draft: true, language, .. } => {
            link(Some(Word::RECEIVED_DRAFT), String::new(), true, language).into_any()
        }
        Received::Link { receipt: seen, made_with, by_older_rules, language, .. } => {
            // The numbers as they were opened: one's own changes are no news.
            let is_other = !seen.is_empty() && seen != desk.outcome.with_untracked(receipt);
            let told = match by_older_rules {
                true => Word::RECEIVED_OTHER_RULES,
                false => Word::RECEIVED_OTHER_RESULTS,
            };
            link(is_other.then_some(told), made_with, false, language).into_any()
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

/// Offers the sender's language, in itself, to who reads in another.
fn in_their_language(desk: Desk, theirs: Option<Language>) -> impl IntoView {
    let offered = move || theirs.filter(|theirs| *theirs != desk.language.get());
    move || {
        offered().map(|theirs| {
            view! {
                <button type="button" lang=theirs.tag() on:click=move |_| desk.language.set(theirs)>
                    {Word::RECEIVED_LANGUAGE.text(theirs)}
                </button>
            }
        })
    }
}
