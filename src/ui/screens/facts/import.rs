//! Figures out of a sheet or a file: what was pasted or opened, how it was read, and what of it is taken.

mod columns;
mod doubts;
mod names;
mod preview;

use super::View;
use super::keep::put_facts;
use super::record::{Kept, Paths, Typed};
use crate::browser::files::{self, PickFault};
use crate::browser::focus;
use crate::tables::{CellGrid, FactChanges, Import, ImportFault, MOST_BYTES, Overrides, decode, read};
use crate::text::table_import::{import_context, import_fault_word};
use crate::text::{Filling, Word};
use crate::ui::icon::icon;
use crate::ui::state::Desk;
use leptos::html::Dialog;
use leptos::prelude::*;
use std::rc::Rc;

/// What a file may be.
const KINDS: &str = ".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain";

/// Bytes of a file: a text of the most bytes may be written in two for each letter.
const MOST_FILE: u32 = (MOST_BYTES as u32).saturating_mul(2);

/// A table on its way into the document.
#[derive(Clone, Copy)]
pub struct Importing {
    desk: Desk,
    view: View,
    /// The cells of the channels' table, then those of the whole business: places for a block.
    places: [Paths; 2],
    /// Where texts are kept that could not be read.
    kept: Kept,
    is_open: RwSignal<bool>,
    text: RwSignal<String>,
    overrides: RwSignal<Overrides>,
    /// The cell from which on a block of bare figures goes.
    from: RwSignal<Option<String>>,
    fault: RwSignal<Option<Word>>,
    read: Memo<Option<Result<Import, ImportFault>>>,
    changes: Memo<FactChanges>,
}

impl Importing {
    /// With nothing pasted yet.
    pub fn new(desk: Desk, view: View, places: [Paths; 2], kept: Kept) -> Self {
        let (text, overrides) = (RwSignal::new(String::new()), RwSignal::new(Overrides::default()));
        let from = RwSignal::new(None);
        let read = Memo::new(move |_| {
            let overrides = overrides.get();
            text.with(|text| (!text.trim().is_empty()).then(|| again(desk, view, text, &overrides)))
        });
        let changes = Memo::new(move |_| match read.get() {
            Some(Ok(import)) => {
                desk.model.with(|model| FactChanges::new(model, &import, &block_cells(places, from)))
            }
            _ => FactChanges::default(),
        });
        let (is_open, fault) = (RwSignal::new(false), RwSignal::new(None));
        Self { desk, view, places, kept, is_open, text, overrides, from, fault, read, changes }
    }

    /// Opens the preview of a text; `from` is the cell that it was pasted into.
    pub fn begin(self, text: String, from: Option<String>) {
        self.from.set(from);
        self.put(text);
        self.is_open.set(true);
    }

    fn put(self, text: String) {
        self.fault.set(None);
        self.overrides.set(Overrides::default());
        self.text.set(text);
    }

    fn close(self) {
        self.is_open.set(false);
        self.put(String::new());
    }

    /// Writes down what is new, as one step.
    fn write(self) {
        let changes = self.changes.get_untracked();
        let figures: Vec<_> =
            changes.list.iter().map(|change| (change.place.path(), Some(change.value))).collect();
        if put_facts(self.desk, &figures).is_err() {
            return self.fault.set(Some(Word::ROWS_FULL));
        }
        self.mark(&changes);
        self.look_at(&changes);
        let (count, whole) = (figures.len().to_string(), u64::try_from(figures.len()).ok());
        let told = self.desk.show_untracked(|show| {
            show.phrase(Word::RECORD_WRITTEN, &[("n", Filling::Number(&count, whole))])
        });
        self.desk.notice.set(Some(told));
        self.close();
    }

    /// Leaves what could not be read in its cells, marked: one can see what is to be put right.
    fn mark(self, changes: &FactChanges) {
        if changes.unread.is_empty() {
            return;
        }
        let turn = self.desk.turn.get_untracked();
        self.kept.update(|kept| {
            let unread = changes.unread.iter();
            kept.extend(unread.map(|(path, raw)| (path.clone(), Typed::left_out(turn, raw))));
        });
    }

    /// Turns to the first month that was written, unless one of them is looked at.
    fn look_at(self, changes: &FactChanges) {
        let start = self.desk.show_untracked(|show| show.start);
        if let Some(month) = changes.month_to_show(start, self.view.month.get_untracked()) {
            self.view.month.set(month);
        }
    }

    fn take_file(self, file: Result<Vec<u8>, PickFault>) {
        match file {
            Ok(bytes) => self.put(decode(&bytes)),
            Err(PickFault::TooLarge) => self.fault.set(Some(Word::RECORD_FAULT_TOO_LONG)),
            Err(PickFault::Unreadable) => self.fault.set(Some(Word::FILE_UNREADABLE)),
        }
    }

    /// Changes what the reader knows better; the focus stays on the field of that id, drawn anew.
    fn overrule(self, id: String, change: impl FnOnce(&mut Overrides)) {
        self.overrides.update(change);
        focus::later(id);
    }

    /// The dialog, closed until something is to be pasted.
    pub fn dialog(self) -> AnyView {
        let desk = self.desk;
        let dialog = NodeRef::<Dialog>::new();
        Effect::new(move |_| {
            let (Some(dialog), is_wanted) = (dialog.get(), self.is_open.get()) else { return };
            match (is_wanted, dialog.open()) {
                // Refused only where it is open already, or gone from the page.
                (true, false) => drop(dialog.show_modal()),
                (false, true) => dialog.close(),
                _ => {}
            }
        });
        let body = move || self.is_open.get().then(|| view! { {source(self)} {preview::preview(self)} });
        view! {
            <dialog class="import" aria-labelledby="import-title" node_ref=dialog on:close=move |_| self.close()>
                <div class="head">
                    <h2 id="import-title" tabindex="-1">{move || desk.word(Word::RECORD_IMPORT_TITLE)}</h2>
                    <button
                        type="button"
                        class="quiet square push"
                        aria-label=move || desk.word(Word::CLOSE)
                        on:click=move |_| self.close()
                    >
                        {icon("i-close")}
                    </button>
                </div>
                <div class="flow">{body}</div>
                <div class="foot">{foot(self)}</div>
            </dialog>
        }
        .into_any()
    }
}

fn again(desk: Desk, view: View, text: &str, overrides: &Overrides) -> Result<Import, ImportFault> {
    let context = desk.model.with(|model| desk.show(|show| import_context(show, model, view.month.get())));
    read(text, &context, desk.language.get(), overrides)
}

/// The cells that a block of bare figures may fill: from the one that it goes to, to the right and down.
fn block_cells(places: [Paths; 2], from: RwSignal<Option<String>>) -> CellGrid {
    let [channels, business] = places.map(|paths| paths.get());
    let part =
        from.get().and_then(|from| channels.starting_at(&from).or_else(|| business.starting_at(&from)));
    // The cell may be of another month than is looked at now.
    part.unwrap_or(channels)
}

/// Where the table comes from: a place to paste it into, a file.
fn source(importing: Importing) -> AnyView {
    let desk = importing.desk;
    let done: files::DoneBytes = Rc::new(move |file| importing.take_file(file));
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
    view! {
        <div class="field" on:drop=drop>
            <label for="import-text">{move || desk.word(Word::RECORD_PASTE)}</label>
            <textarea
                id="import-text"
                rows="5"
                spellcheck="false"
                aria-describedby="import-text-note"
                prop:value=move || importing.text.get()
                on:input=move |event| importing.put(event_target_value(&event))
            ></textarea>
            <p class="note" id="import-text-note" role="status">{fault}</p>
        </div>
        <p>
            <button type="button" id="import-file" on:click=pick>
                {icon("i-open")}{move || desk.word(Word::RECORD_OPEN_FILE)}
            </button>
        </p>
    }
    .into_any()
}

fn foot(importing: Importing) -> AnyView {
    let desk = importing.desk;
    let nothing = move || importing.changes.with(|changes| changes.list.is_empty());
    view! {
        <button type="button" on:click=move |_| importing.close()>{move || desk.word(Word::CANCEL)}</button>
        <button type="button" class="primary" id="import-write" disabled=nothing on:click=move |_| importing.write()>
            {move || desk.word(Word::RECORD_WRITE)}
        </button>
    }
    .into_any()
}
