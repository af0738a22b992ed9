//! What is typed into the first form, put into the document by the same rules as in the page.

use super::Beginning;
use crate::browser::clock;
use crate::browser::first_form::{self, FieldText};
use crate::desk::commands::{EnterNumber, read_entry};
use crate::model::{Datum, Edit, Measure, find, quick_example, quick_paths};
use crate::text::{currency_sign, quick_example_text};

/// The field of clients one already has: asked of whoever says so.
pub const OPENING_CLIENTS: &str = "opening/clients";

/// The id of the field of the model's name.
pub const MODEL_NAME: &str = "model-name";

/// The id of a field's input in the page: where an issue or an explanation jumps to.
pub fn input_id(path: &str) -> String {
    format!("in-{}", path.replace('/', "-"))
}

/// The paths of all fields that the form may hold.
fn paths(beginning: &Beginning) -> Vec<String> {
    let quick = quick_paths(beginning.workspace.model()).into_iter().flatten();
    quick.chain([OPENING_CLIENTS.to_owned()]).collect()
}

/// Writes the units and the examples of the fields that hold money in the reader's currency; whether it is another than the
/// form was drawn in.
pub(super) fn label(beginning: &Beginning) -> bool {
    let show = beginning.show();
    let mut is_other = false;
    for (at, path) in quick_paths(beginning.workspace.model()).into_iter().flatten().enumerate() {
        if quick_example(at, show.currency).measure == Measure::Money {
            let example = quick_example_text(&show, at);
            is_other |= first_form::label(&input_id(&path), currency_sign(show.currency), &example);
        }
    }
    is_other
}

/// Enters texts, each with the id of its field. A text that is refused leaves the number before; the page says why.
pub(super) fn enter(beginning: &mut Beginning, texts: &[FieldText]) {
    let paths = paths(beginning);
    for (id, text) in texts {
        if id == MODEL_NAME {
            let _ =
                beginning.workspace.run(&Edit::put("about/name", Datum::Text(text.clone())), clock::now());
        }
        if let Some(path) = paths.iter().find(|path| input_id(path) == *id) {
            enter_one(beginning, path, id, text);
        }
    }
}

fn enter_one(beginning: &mut Beginning, path: &str, id: &str, text: &str) {
    let measure = find(beginning.workspace.model(), path).and_then(|(field, _)| field.measure());
    let Some(measure) = measure else { return };
    let reading = read_entry(measure, text, beginning.language);
    let is_refused = reading.is_err() && !text.trim().is_empty();
    beginning.untold.retain(|own| own != id);
    // It may be another currency's than the document's.
    let has_sign = text.contains(['$', '€', '£', '₽', '₸', '₴']);
    if is_refused || has_sign || reading.as_ref().is_ok_and(|reading| reading.doubtful) {
        beginning.untold.push(id.to_owned());
    }
    if !is_refused {
        let entry = EnterNumber { path, reading: reading.as_ref().ok() };
        // A place that is not there is none of the form's.
        let _ = beginning.workspace.run(&entry, clock::now());
    }
}
