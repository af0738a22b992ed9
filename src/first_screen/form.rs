//! What is typed into the first form, put into the document by the same rules as in the page.

use super::Beginning;
use crate::browser::{clock, first_form};
use crate::desk::commands::{EnterNumber, read_entry};
use crate::model::{Kind, Measure, find, quick_paths};
use crate::text::{currency_sign, quick_example_text};

/// The field of clients one already has: asked of whoever says so.
pub const OPENING_CLIENTS: &str = "opening/clients";

/// The id of a field's input in the page: where an issue or an explanation jumps to.
pub fn input_id(path: &str) -> String {
    format!("in-{}", path.replace('/', "-"))
}

/// The paths of all fields that the form may hold.
fn paths(beginning: &Beginning) -> Vec<String> {
    let quick = quick_paths(beginning.workspace.model()).into_iter().flatten();
    quick.chain([OPENING_CLIENTS.to_owned()]).collect()
}

/// Writes the units and the examples of the fields that hold money in the reader's currency.
pub(super) fn label(beginning: &Beginning) {
    let show = beginning.show();
    let model = beginning.workspace.model();
    for (at, path) in quick_paths(model).into_iter().flatten().enumerate() {
        let kind = find(model, &path).map(|(field, _)| field.kind);
        if matches!(kind, Some(Kind::Estimate(Measure::Money))) {
            let example = quick_example_text(&show, at);
            first_form::label(&input_id(&path), currency_sign(show.currency), &example);
        }
    }
}

/// Enters texts, each with the id of its field. A text that is refused leaves the number before; the page says why.
pub(super) fn enter(beginning: &mut Beginning, texts: &[(String, String)]) {
    for path in paths(beginning) {
        let id = input_id(&path);
        let Some((_, text)) = texts.iter().find(|(own, _)| *own == id) else { continue };
        let kind = find(beginning.workspace.model(), &path).map(|(field, _)| field.kind);
        let Some(Kind::Estimate(measure)) = kind else { continue };
        let is_blank = text.trim().is_empty();
        let reading = read_entry(measure, text, beginning.language);
        beginning.untold.retain(|own| *own != id);
        let is_refused = reading.is_err() && !is_blank;
        if is_refused || reading.as_ref().is_ok_and(|reading| reading.doubtful) {
            beginning.untold.push(id);
        }
        if !is_refused {
            let entry = EnterNumber { path: &path, reading: reading.as_ref().ok() };
            // A place that is not there is none of the form's.
            let _ = beginning.workspace.run(&entry, clock::now());
        }
    }
}
