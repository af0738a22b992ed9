//! Share: the link that carries the whole document, a picture of it for a phone, a file, paper.

use crate::browser::{clipboard, elements, files, fragment, page, share, timers};
use crate::codec::{LinkLength, Without, receipt, write_link};
use crate::judge::link_tone;
use crate::text::{Filling, Word};
use crate::ui::icon::{icon, mark};
use crate::ui::keeper::keeper;
use crate::ui::screen::Screen;
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;

/// The link, or how long it would be.
#[derive(Clone, PartialEq)]
enum Made {
    Link(String),
    TooLong(usize),
}

/// The Share screen.
#[component]
pub fn ShareScreen() -> impl IntoView {
    let desk = desk();
    let bare = RwSignal::new(false);
    let link = Memo::new(move |_| made(desk, bare.get()));
    view! {
        <header class="title">
            <h1>{move || desk.word(Word::SHARE_TITLE)}</h1>
            <p class="lead">{move || desk.word(Word::SHARE_LEAD)}</p>
        </header>
        <div class="two">
            <ByLink link bare />
            <div class="flow">
                <ByPicture link />
                <ByFile />
            </div>
        </div>
    }
}

fn made(desk: Desk, bare: bool) -> Made {
    let seen = desk.outcome.with(receipt);
    let without = if bare { Without::Names } else { Without::Nothing };
    match desk.model.with(|model| write_link(model, &seen, without)) {
        Ok(text) => Made::Link(fragment::link(&text)),
        Err(too_long) => Made::TooLong(too_long.length),
    }
}

#[component]
fn ByLink(link: Memo<Made>, bare: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let text = move || match link.get() {
        Made::Link(text) => text,
        Made::TooLong(_) => String::new(),
    };
    let copy = move |_| {
        let told = move |done: bool| {
            let word = if done { Word::SHARE_COPIED } else { Word::SHARE_COPY_BY_HAND };
            desk.notice.set(Some(desk.show_untracked(|show| show.word(word))));
            if !done {
                elements::select("share-link");
            }
        };
        let link = untrack(text);
        leptos::task::spawn_local(async move { told(clipboard::copy(link).await) });
    };
    let send = move || {
        share::is_offered().then(|| {
            let send = move |_| {
                let (name, link) =
                    (desk.model.with_untracked(|model| model.about.name.clone()), untrack(text));
                leptos::task::spawn_local(async move {
                    // Not sent is the user's own choice.
                    let _ = share::share(name, link).await;
                });
            };
            view! { <button type="button" on:click=send>{desk.word(Word::SHARE_SEND)}</button> }
        })
    };
    let off = move || matches!(link.get(), Made::TooLong(_));
    view! {
        <section class="card flow" aria-labelledby="by-link">
            <h2 id="by-link">{move || desk.word(Word::SHARE_BY_LINK)}</h2>
            <div class="linkbox">
                <label class="vh" for="share-link">{move || desk.word(Word::SHARE_LINK)}</label>
                <textarea id="share-link" rows="4" readonly prop:value=text></textarea>
                <div class="line">
                    <button type="button" class="primary" disabled=off on:click=copy>
                        {icon("i-copy")}{move || desk.word(Word::SHARE_COPY)}
                    </button>
                    {send}
                </div>
            </div>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || !bare.get()
                    on:change=move |event| bare.set(!event_target_checked(&event))
                />
                <span>
                    {move || desk.word(Word::SHARE_WITH_NAMES)}
                    <br />
                    <small class="soft">{move || desk.word(Word::SHARE_WITHOUT_NAMES)}</small>
                </span>
            </label>
            <Length link />
            <Warning />
        </section>
    }
}

/// How long the link is, and what that means on the way.
#[component]
fn Length(link: Memo<Made>) -> impl IntoView {
    let desk = desk();
    let length = move || match link.get() {
        Made::Link(text) => text.len(),
        Made::TooLong(length) => length,
    };
    let rated = move || {
        let rated = LinkLength::of(length());
        let word = match (link.get(), rated) {
            (Made::TooLong(_), _) => Word::SHARE_TOO_LONG,
            (_, LinkLength::Short) => Word::SHARE_SHORT,
            (_, LinkLength::Long) => Word::SHARE_LONG,
            (_, LinkLength::VeryLong) => Word::SHARE_VERY_LONG,
        };
        (link_tone(rated).name(), word)
    };
    let characters = move || {
        let count = u64::try_from(length()).unwrap_or_default();
        desk.show(|show| {
            let shown = show.count(crate::number::Number::whole(u32::try_from(count).unwrap_or(u32::MAX)));
            show.phrase(Word::SHARE_CHARACTERS, &[("n", Filling::Number(&shown, Some(count)))])
        })
    };
    view! {
        <div data-tone=move || rated().0>
            <div class="line">
                <label for="share-length">{move || desk.word(Word::SHARE_LENGTH)}</label>
                <b class="push">{characters}</b>
            </div>
            <progress
                class="meter"
                id="share-length"
                data-tone=move || rated().0
                max=LinkLength::LONG.to_string()
                value=move || length().min(LinkLength::LONG).to_string()
            ></progress>
            <p class="note">{move || desk.word(rated().1)}</p>
        </div>
    }
}

/// What everybody who gets the link will see.
#[component]
fn Warning() -> impl IntoView {
    let desk = desk();
    let salaries = move || desk.model.with(|model| model.people.len());
    let words = move || {
        let count = u64::try_from(salaries()).unwrap_or_default();
        desk.show(|show| match count {
            0 => show.word(Word::SHARE_OPEN),
            _ => {
                show.phrase(Word::SHARE_SALARIES, &[("n", Filling::Number(&count.to_string(), Some(count)))])
            }
        })
    };
    let facts = move || {
        let months = desk.model.with(|model| model.facts.by_month().len());
        let count = u64::try_from(months).unwrap_or_default();
        let told = [("n", Filling::Number(&count.to_string(), Some(count)))];
        (count > 0).then(|| desk.show(|show| show.phrase(Word::SHARE_FACTS, &told)))
    };
    view! {
        <div class="message" data-tone="watch">{mark("m-watch")}<div><p>{words}" "{facts}</p></div></div>
    }
}

/// The link as a QR code, where it is short enough for a phone's camera.
#[component]
fn ByPicture(link: Memo<Made>) -> impl IntoView {
    let desk = desk();
    let code = move || match link.get() {
        Made::Link(text) if LinkLength::fits_a_picture(text.len()) => qr(&text),
        _ => None,
    };
    let picture = move || match code() {
        Some((size, path)) => view! {
            <div class="qr">
                <svg
                    viewBox=format!("-4 -4 {0} {0}", size + 8)
                    role="img"
                    aria-label=desk.word(Word::SHARE_QR)
                    shape-rendering="crispEdges"
                >
                    <path d=path />
                </svg>
            </div>
            <p class="hint">{desk.word(Word::SHARE_QR_HINT)}</p>
        }
        .into_any(),
        None => view! { <p class="hint">{desk.word(Word::SHARE_QR_TOO_LONG)}</p> }.into_any(),
    };
    view! {
        <section class="card flow" aria-labelledby="by-picture">
            <h2 id="by-picture">{move || desk.word(Word::SHARE_BY_PICTURE)}</h2>
            <div class="withqr">{picture}</div>
        </section>
    }
}

/// The modules of a QR code as one path, and how many there are along a side.
fn qr(text: &str) -> Option<(i32, String)> {
    let code = qrcodegen::QrCode::encode_text(text, qrcodegen::QrCodeEcc::Low).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|at| code.get_module(*at, y)).count();
            let run = i32::try_from(run).unwrap_or_default();
            if run > 0 {
                path.push_str(&format!("M{x} {y}h{run}v1h-{run}z"));
            }
            x += run + 1;
        }
    }
    Some((size, path))
}

/// A file to keep, a file to open, and paper.
#[component]
fn ByFile() -> impl IntoView {
    let (desk, keeper) = (desk(), keeper());
    let print = move |_| {
        desk.screen.set(Screen::Result);
        // After the screen that is to be printed has been drawn.
        timers::later(
            300,
            Box::new(|| {
                page::print();
            }),
        );
    };
    view! {
        <section class="card flow" aria-labelledby="by-file">
            <h2 id="by-file">{move || desk.word(Word::SHARE_BY_FILE)}</h2>
            <div class="line">
                <button type="button" on:click=move |_| keeper.download(desk)>
                    {icon("i-save")}{move || desk.word(Word::MODEL_SAVE_FILE)}
                </button>
                <button type="button" on:click=move |_| files::choose()>
                    {icon("i-open")}{move || desk.word(Word::MODEL_OPEN_FILE)}
                </button>
                <button type="button" on:click=print>{icon("i-print")}{move || desk.word(Word::SHARE_PRINT)}</button>
            </div>
            <p class="hint">{move || desk.word(Word::SHARE_FILE_HINT)}</p>
        </section>
    }
}
