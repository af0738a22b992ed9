//! Facts out of a sheet or a file: what was pasted or opened, how it was read, and what of it is taken.

mod columns;
mod doubts;
pub mod importing;
mod names;
mod preview;
mod reading;
mod slices;
mod workbook;
mod workbook_file;

use crate::browser::clipboard::{self, Pasted};
use crate::browser::files::{self, PickFault};
use crate::tables::{FileKind, ImportFault, MOST_BYTES, MOST_FILE_BYTES, decode, file_kind, too_much};
use crate::text::Word;
use crate::text::table_import::import_fault_word;
use crate::ui::icon::icon;
use importing::{Importing, MOST_SHOWN};
use leptos::html::Dialog;
use leptos::prelude::*;
use std::rc::Rc;

/// What a file may be.
const KINDS: &str =
    ".xlsx,.xlsm,.xls,.csv,.tsv,.txt,.htm,.html,text/csv,text/tab-separated-values,text/plain";

/// Bytes of a file: a text of the most bytes may be written in two for each letter, and takes less.
const MOST_FILE: u32 = MOST_FILE_BYTES as u32;

/// The dialog, closed until something is to be pasted.
pub fn dialog(importing: Importing) -> AnyView {
    let desk = importing.desk;
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let (Some(dialog), is_wanted) = (dialog.get(), importing.is_open.get()) else { return };
        match (is_wanted, dialog.open()) {
            // Refused only where it is open already, or gone from the page.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let body =
        move || importing.is_open.get().then(|| view! { {source(importing)} {preview::preview(importing)} });
    view! {
        <dialog class="import" aria-labelledby="import-title" node_ref=dialog on:close=move |_| importing.close()>
            <div class="head">
                <h2 id="import-title" tabindex="-1">{move || desk.word(Word::RECORD_IMPORT_TITLE)}</h2>
                <button
                    type="button"
                    class="quiet square push"
                    aria-label=move || desk.word(Word::CLOSE)
                    on:click=move |_| importing.close()
                >
                    {icon("i-close")}
                </button>
            </div>
            <div class="flow">{body}</div>
            <div class="foot">{foot(importing)}</div>
        </dialog>
    }
    .into_any()
}

/// Where the table comes from: a place to paste it into, a file.
fn source(importing: Importing) -> AnyView {
    let desk = importing.desk;
    let done: files::DoneBytes = Rc::new(move |file| take_file(importing, file));
    let done = StoredValue::new_local(done);
    let pick = move |_| files::pick_bytes(KINDS, MOST_FILE, done.get_value());
    let drop = move |event: leptos::ev::DragEvent| {
        done.with_value(|done| files::take_dropped(&event, MOST_FILE, done));
    };
    let fault = move || {
        let word = importing.fault.get().or_else(|| match importing.read.get() {
            Some(Err(fault)) => Some(import_fault_word(fault)),
            _ => None,
        });
        word.map(|word| view! { <span class="wrong">{desk.word(word)}</span> }.into_any())
            .unwrap_or_else(|| desk.word(Word::RECORD_PASTE_HINT).into_any())
    };
    let is_long = Memo::new(move |_| importing.is_long());
    let field = move || {
        if is_long.get() {
            let size = importing.text.with(|text| text.len().div_ceil(1024)).to_string();
            let told = move || desk.with(Word::RECORD_LONG_TEXT, "size", &size);
            return view! {
                <p id="import-text" class="line">
                    {told}
                    <button type="button" on:click=move |_| importing.put(String::new())>
                        {move || desk.word(Word::RECORD_OTHER_TEXT)}
                    </button>
                </p>
            }
            .into_any();
        }
        view! {
            <textarea
                id="import-text"
                rows="5"
                spellcheck="false"
                aria-describedby="import-text-note"
                prop:value=move || importing.text.get()
                on:paste=move |event| take_long(importing, &event)
                on:input=move |event| importing.put(event_target_value(&event))
            ></textarea>
        }
        .into_any()
    };
    view! {
        <div class="field" on:drop=drop>
            <label for="import-text">{move || desk.word(Word::RECORD_PASTE)}</label>
            {field}
            {progress(importing)}
            <p class="note" id="import-text-note" role="status">{fault}</p>
        </div>
        <p>
            <button type="button" id="import-file" on:click=pick>
                {icon("i-open")}{move || desk.word(Word::RECORD_OPEN_FILE)}
            </button>
        </p>
        {workbook::choice(importing)}
    }
    .into_any()
}

/// How far reading a long table is, and a way to stop it.
fn progress(importing: Importing) -> AnyView {
    let desk = importing.desk;
    let done = move || importing.reader.slices.done.get().or_else(|| importing.workbook.slices.done.get());
    let is_reading = Memo::new(move |_| done().is_some());
    let bar = move || {
        is_reading.get().then(|| {
            let done = move || done().unwrap_or_default().to_string();
            view! {
                <div class="line" id="import-progress">
                    <progress class="meter" max="100" value=done aria-labelledby="import-reading"></progress>
                    <span class="hint" id="import-reading">
                        {move || desk.with(Word::RECORD_READING, "done", &done())}
                    </span>
                    <button type="button" on:click=move |_| importing.stop()>
                        {move || desk.word(Word::RECORD_READ_STOP)}
                    </button>
                </div>
            }
        })
    };
    bar.into_any()
}

/// Keeps a long text from getting into the field: drawing it alone would take seconds, or minutes.
fn take_long(importing: Importing, event: &web_sys::Event) {
    match clipboard::pasted(event, MOST_BYTES) {
        Some(Pasted::Text(text)) if text.len() > MOST_SHOWN || too_much(&text).is_some() => {
            event.prevent_default();
            importing.put(text);
        }
        Some(Pasted::TooLong) => {
            event.prevent_default();
            importing.refuse(ImportFault::TooLong);
        }
        Some(Pasted::Text(_)) | None => {}
    }
}

fn take_file(importing: Importing, file: Result<Vec<u8>, PickFault>) {
    match file {
        Ok(bytes) => match file_kind(&bytes) {
            FileKind::Text => importing.put(decode(&bytes)),
            kind => workbook::open(importing, bytes, kind),
        },
        Err(PickFault::TooLarge) => importing.fault.set(Some(Word::RECORD_FAULT_FILE_TOO_LARGE)),
        Err(PickFault::Unreadable) => importing.fault.set(Some(Word::FILE_UNREADABLE)),
    }
}

fn foot(importing: Importing) -> AnyView {
    let desk = importing.desk;
    let nothing = move || {
        importing.reader.slices.done.with(Option::is_some)
            || importing.changes.with(|changes| changes.list.is_empty())
    };
    view! {
        <button type="button" on:click=move |_| importing.close()>{move || desk.word(Word::CANCEL)}</button>
        <button type="button" class="primary" id="import-write" disabled=nothing on:click=move |_| importing.write()>
            {move || desk.word(Word::RECORD_WRITE)}
        </button>
    }
    .into_any()
}
