//! A file of a spreadsheet: it is read a part at a time; then one of its tables is chosen.

use super::importing::Importing;
use crate::tables::{FileKind, Overrides, Workbook, WorkbookFault, WorkbookReading, WorkbookTable};
use crate::text::Word;
use crate::text::table_import::{import_fault_word, workbook_fault_word, workbook_table_name};
use leptos::prelude::*;
use std::sync::Arc;

/// Reads a file that is no text.
pub fn open(importing: Importing, bytes: Vec<u8>, kind: FileKind) {
    importing.put(String::new());
    if let FileKind::Unreadable(fault) = kind {
        return importing.fault.set(Some(workbook_fault_word(fault)));
    }
    importing.workbook.slices.begin(WorkbookReading::new(bytes), move |outcome| opened(importing, outcome));
}

/// All is read: the first table is looked at in which there are figures.
fn opened(importing: Importing, outcome: Result<Workbook, WorkbookFault>) {
    match outcome {
        Ok(workbook) => {
            let has_figures = |table: &WorkbookTable| {
                table.text.as_ref().is_ok_and(|text| importing.has_figures(text, &Overrides::default()))
            };
            let first = workbook.tables.iter().position(has_figures).unwrap_or(0);
            importing.workbook.tables.set(Some(Arc::new(workbook)));
            choose(importing, first);
        }
        Err(fault) => importing.fault.set(Some(workbook_fault_word(fault))),
    }
}

/// Looks at another of its tables.
fn choose(importing: Importing, place: usize) {
    let file = importing.workbook;
    let text = file.tables.with_untracked(|book| Some(book.as_ref()?.tables.get(place)?.text.clone()));
    file.chosen.set(place);
    match text {
        Some(Ok(text)) => importing.look_at_text(text),
        Some(Err(fault)) => {
            importing.look_at_text(String::new());
            importing.fault.set(Some(import_fault_word(fault)));
        }
        None => {}
    }
}

/// Which of its tables is looked at, where there are several, and what was left out.
pub fn choice(importing: Importing) -> AnyView {
    let desk = importing.desk;
    let file = importing.workbook;
    let change = move |event: leptos::ev::Event| {
        choose(importing, event_target_value(&event).parse().unwrap_or(usize::MAX));
    };
    let shown = move || {
        let book = file.tables.get()?;
        let chosen = file.chosen.get();
        let option = |(at, table): (usize, &WorkbookTable)| {
            let name = desk.show(|show| workbook_table_name(show, table));
            view! { <option value=at.to_string() selected=at == chosen>{name}</option> }.into_any()
        };
        let options: Vec<_> = book.tables.iter().enumerate().map(option).collect();
        let several = (options.len() > 1).then(|| {
            view! {
                <label for="import-sheet">{desk.word(Word::RECORD_SHEET)}</label>
                <select id="import-sheet" on:change=change>{options}</select>
            }
        });
        let note = |id, word, count| {
            let text = move || desk.show(|show| show.counting(word, &[("n", count)]));
            (count > 0).then(|| view! { <p class="note" id=id>{text()}</p> })
        };
        let hidden = note("import-hidden", Word::RECORD_HIDDEN_SHEETS, book.hidden_sheets);
        let beyond = note("import-beyond", Word::RECORD_SHEETS_BEYOND, book.sheets_beyond);
        Some(view! { <div class="field">{several}{hidden}{beyond}</div> })
    };
    shown.into_any()
}
