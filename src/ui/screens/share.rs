//! Share: the link that carries the whole document, a picture of it for a phone, a file, paper.

use crate::browser::{clipboard, elements, files, fragment, page, share, timers};
use crate::codec::{LinkLength, receipt, without, write_link_in};
use crate::judge::link_tone;
use crate::model::{LeftOut, Model, Person};
use crate::plan::evaluate;
use crate::text::{Filling, Word, capitalised, left_out_text};
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

/// What goes along, and the document as it would be sent then.
#[derive(Clone, Copy)]
struct Parcel {
    leaves_out: RwSignal<LeftOut>,
    sent: Memo<Model>,
}

/// The Share screen.
#[component]
pub fn ShareScreen() -> impl IntoView {
    let desk = desk();
    let leaves_out = RwSignal::new(LeftOut::NOTHING);
    let sent = Memo::new(move |_| desk.model.with(|model| leaves_out.with(|what| without(model, what))));
    let parcel = Parcel { leaves_out, sent };
    let link = Memo::new(move |_| made(desk, parcel));
    view! {
        <header class="title">
            <h1>{move || desk.word(Word::SHARE_TITLE)}</h1>
            <p class="lead">{move || desk.word(Word::SHARE_LEAD)}</p>
        </header>
        <div class="two">
            <div class="flow">
                <GoesAlong parcel />
                <ByLink link />
            </div>
            <div class="flow">
                <ByPicture link />
                <ByFile parcel />
            </div>
        </div>
    }
}

fn made(desk: Desk, parcel: Parcel) -> Made {
    parcel.sent.with(|sent| {
        // What the receiver is to see: without all of it the results may be others.
        let is_whole = desk.model.with(|model| model == sent);
        let seen = if is_whole { desk.outcome.with(receipt) } else { receipt(&evaluate(sent)) };
        match write_link_in(sent, &seen, desk.language.get()) {
            Ok(text) => Made::Link(fragment::link(&text)),
            Err(too_long) => Made::TooLong(too_long.length),
        }
    })
}

/// What of the document goes along: a choice for each thing that there is, and what whoever gets it will see.
#[component]
fn GoesAlong(parcel: Parcel) -> impl IntoView {
    let desk = desk();
    let there = Memo::new(move |_| {
        desk.model.with(|model| {
            let all = without(model, &LeftOut::EVERYTHING).left_out;
            let gone = model.left_out.keys();
            all.keys().into_iter().filter(|key| !gone.contains(key)).collect::<Vec<_>>()
        })
    });
    let choice = move |key: &'static str| {
        let set = move |event| {
            let left_out = !event_target_checked(&event);
            parcel.leaves_out.update(|what| *what = what.clone().with(key, left_out));
        };
        let goes = move || parcel.leaves_out.with(|what| !what.keys().contains(&key));
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=goes on:change=set />
                <span>
                    {move || desk.show(|show| capitalised(&show.key(&["field.left_out.", key].concat())))}
                    <br />
                    <small class="soft">{move || desk.key(&["hint.left_out.", key].concat())}</small>
                </span>
            </label>
        }
    };
    view! {
        <section class="card flow" aria-labelledby="goes-along">
            <h2 id="goes-along">{move || desk.word(Word::SHARE_GOES_ALONG)}</h2>
            <fieldset class="flow" aria-labelledby="goes-along">
                <For each=move || there.get() key=|key| *key children=choice />
            </fieldset>
            <Warning parcel />
        </section>
    }
}

#[component]
fn ByLink(link: Memo<Made>) -> impl IntoView {
    let desk = desk();
    let text = move || match link.get() {
        Made::Link(text) => text,
        Made::TooLong(_) => String::new(),
    };
    let copy = move |_| {
        let told = move |done: bool| {
            let word = if done { Word::SHARE_COPIED } else { Word::SHARE_COPY_BY_HAND };
            desk.tell(desk.show_untracked(|show| show.word(word)));
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
            <Length link />
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

/// What everybody who gets it will see, and what they are told is not there.
#[component]
fn Warning(parcel: Parcel) -> impl IntoView {
    let desk = desk();
    let is_paid = |person: &Person| *person != person.without_pay();
    let paid = move || parcel.sent.with(|sent| sent.people.iter().filter(|own| is_paid(own)).count());
    let salaries = move || match paid() {
        0 => desk.word(Word::SHARE_OPEN),
        count => desk.counted(Word::SHARE_SALARIES, count),
    };
    let facts = move || {
        let months = parcel.sent.with(|sent| sent.facts.by_month().len());
        (months > 0).then(|| desk.counted(Word::SHARE_FACTS, months))
    };
    let told = move || parcel.sent.with(|sent| desk.show(|show| left_out_text(show, &sent.left_out)));
    let will_be_told = move || told().map(|told| [desk.word(Word::SHARE_TOLD), " ".into(), told].concat());
    view! {
        <div class="message" data-tone="watch">
            {mark("m-watch")}
            <div><p>{salaries}" "{facts}</p>{move || will_be_told().map(|told| view! { <p>{told}</p> })}</div>
        </div>
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
fn ByFile(parcel: Parcel) -> impl IntoView {
    let (desk, keeper) = (desk(), keeper());
    let print = move |_| {
        // Screens show what is sent until it is printed; what is worked on stays as it is.
        let sent = parcel.sent.get_untracked();
        desk.rearrange(&mut |workspace| workspace.show_printed(Some(sent.clone())));
        desk.screen.set(Screen::Result);
        // After the screen that is to be printed has been drawn.
        timers::later(
            300,
            Box::new(move || {
                page::print_and(Box::new(move || {
                    desk.rearrange(&mut |workspace| workspace.show_printed(None));
                }));
            }),
        );
    };
    let download = move |_| parcel.sent.with_untracked(|sent| keeper.download_model(desk, sent));
    view! {
        <section class="card flow" aria-labelledby="by-file">
            <h2 id="by-file">{move || desk.word(Word::SHARE_BY_FILE)}</h2>
            <div class="line">
                <button type="button" on:click=download>
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
