//! A table on its way into the document: its text, how it was read, what it comes to.

use super::super::record::typed::{Kept, Paths, Typed};
use super::super::view::View;
use super::reading::{Outcome, Reader};
use super::workbook_file::WorkbookFile;
use crate::browser::focus;
use crate::desk::commands::TakeTable;
use crate::tables::{
    CellGrid, FactChanges, Import, ImportContext, ImportFault, Overrides, head, read, too_much,
};
use crate::text::table_import::{import_context, import_fault_word};
use crate::text::{Filling, Word};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// A text of more bytes than this is not shown in its field: drawing it would take seconds.
pub const MOST_SHOWN: usize = 128 * 1024;

/// A table on its way into the document.
#[derive(Clone, Copy)]
pub struct Importing {
    /// The desk.
    pub desk: Desk,
    /// What is looked at.
    pub view: View,
    /// The cells of the channels' table, then those of the whole business: places for a block.
    pub places: [Paths; 2],
    /// Where texts are kept that could not be read.
    kept: Kept,
    /// Whether the dialog is open.
    pub is_open: RwSignal<bool>,
    /// The text of the table.
    pub text: RwSignal<String>,
    /// What the reader knows better.
    pub overrides: RwSignal<Overrides>,
    /// The cell from which on a block of bare figures goes.
    pub from: RwSignal<Option<String>>,
    /// Why nothing could be read or written.
    pub fault: RwSignal<Option<Word>>,
    /// How the table was read; none as long as it is not.
    pub read: RwSignal<Option<Outcome>>,
    /// Reads it, a part at a time.
    pub reader: Reader,
    /// The file of a spreadsheet that the text is of, if it is.
    pub workbook: WorkbookFile,
    /// What it comes to.
    pub changes: Memo<FactChanges>,
}

impl Importing {
    /// With nothing pasted yet.
    pub fn new(desk: Desk, view: View, places: [Paths; 2], kept: Kept) -> Self {
        let (text, overrides) = (RwSignal::new(String::new()), RwSignal::new(Overrides::default()));
        let from = RwSignal::new(None);
        let read = RwSignal::new(None);
        let reader = Reader::new(read);
        Effect::new(move |_| {
            if text.with(|text| text.trim().is_empty()) {
                return reader.clear();
            }
            let (context, language, overrides) = (context(desk, view), desk.language.get(), overrides.get());
            text.with(|text| reader.begin(text, context, language, overrides));
        });
        let changes = Memo::new(move |_| match read.get() {
            Some(Ok(import)) => {
                desk.model.with(|model| FactChanges::new(model, &import, &block_cells(places, from)))
            }
            _ => FactChanges::default(),
        });
        let (is_open, fault) = (RwSignal::new(false), RwSignal::new(None));
        let workbook = WorkbookFile::new();
        Self {
            desk,
            view,
            places,
            kept,
            is_open,
            text,
            overrides,
            from,
            fault,
            read,
            reader,
            workbook,
            changes,
        }
    }

    /// Opens the preview of a text; `from` is the cell that it was pasted into.
    pub fn begin(self, text: String, from: Option<String>) {
        self.from.set(from);
        self.put(text);
        self.is_open.set(true);
    }

    /// Puts another text in its place, unless it is too much: then it is not even shown.
    pub fn put(self, text: String) {
        self.workbook.forget();
        self.look_at_text(text);
    }

    /// The same with another table of the same file.
    pub fn look_at_text(self, text: String) {
        if let Some(fault) = too_much(&text) {
            return self.refuse(fault);
        }
        self.fault.set(None);
        self.read.set(None);
        self.overrides.set(Overrides::default());
        self.text.set(text);
    }

    /// Stops reading it, and forgets it.
    pub fn stop(self) {
        self.put(String::new());
        self.fault.set(Some(Word::RECORD_READ_STOPPED));
    }

    /// Whether the beginning of a text has figures that are understood.
    pub fn has_figures(self, text: &str, overrides: &Overrides) -> bool {
        let Importing { desk, view, .. } = self;
        let (context, language) = untrack(|| (context(desk, view), desk.language.get()));
        read(head(text), &context, language, overrides).is_ok_and(|import| !import.cells.is_empty())
    }

    /// Whether the text is too long to be shown.
    pub fn is_long(self) -> bool {
        self.text.with(|text| text.len() > MOST_SHOWN)
    }

    /// Says why a text is not taken, and forgets the one before it.
    pub fn refuse(self, fault: ImportFault) {
        self.workbook.forget();
        self.overrides.set(Overrides::default());
        self.text.set(String::new());
        self.fault.set(Some(import_fault_word(fault)));
    }

    /// Closes the dialog and forgets the table.
    pub fn close(self) {
        self.is_open.set(false);
        self.put(String::new());
    }

    /// Writes down what is new, as one step.
    pub fn write(self) {
        let changes = self.changes.get_untracked();
        let table = TakeTable::from(&changes);
        let count = table.facts.len();
        if self.desk.run(&table).is_err() {
            return self.fault.set(Some(Word::ROWS_FULL));
        }
        self.mark(&changes);
        self.look_at(&changes);
        let (count, whole) = (count.to_string(), u64::try_from(count).ok());
        let notice = self.desk.show_untracked(|show| {
            show.phrase(Word::RECORD_WRITTEN, &[("n", Filling::Number(&count, whole))])
        });
        self.desk.tell_done(notice);
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

    /// Overrules something; the focus stays on the field of that id, which is drawn again.
    pub fn overrule(self, id: String, change: impl FnOnce(&mut Overrides)) {
        self.overrides.update(change);
        focus::later(id);
    }
}

/// How the beginning of the text would be read if something about it were known otherwise.
pub fn read_otherwise(importing: Importing, overrides: &Overrides) -> Option<Import> {
    let Importing { desk, view, text, .. } = importing;
    let context = context(desk, view);
    text.with(|text| read(head(text), &context, desk.language.get(), overrides)).ok()
}

fn context(desk: Desk, view: View) -> ImportContext {
    desk.model.with(|model| desk.show(|show| import_context(show, model, view.month.get())))
}

/// The cells that a block of bare figures may fill: from the one that it goes to, to the right and down.
fn block_cells(places: [Paths; 2], from: RwSignal<Option<String>>) -> CellGrid {
    let [channels, business] = places.map(|paths| paths.get());
    let part =
        from.get().and_then(|from| channels.starting_at(&from).or_else(|| business.starting_at(&from)));
    // The cell may be of another month than is looked at now.
    part.unwrap_or(channels)
}
