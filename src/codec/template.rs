//! The documents that one can start from, with the basis and source of every number.

use super::file::read_file;
use crate::model::{Model, Record, Rows, SlotMut};
use crate::number::reading::Language;

/// One template.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// Its name among the words.
    pub id: &'static str,
    /// Whose prices, wages and taxes it has: offered first to who reads this language.
    pub readers: Language,
    text: &'static str,
}

/// All templates, in the order in which they are offered.
pub const TEMPLATES: &[Template] = &[
    russian("agency", include_str!("../../templates/agency.json")),
    russian("coffee", include_str!("../../templates/coffee.json")),
    russian("b2b_sales", include_str!("../../templates/b2b_sales.json")),
    russian("clinic", include_str!("../../templates/clinic.json")),
    russian("marketplace", include_str!("../../templates/marketplace.json")),
    american("us_store", include_str!("../../templates/us_store.json")),
    american("us_garage", include_str!("../../templates/us_garage.json")),
    american("us_agency", include_str!("../../templates/us_agency.json")),
];

const fn russian(id: &'static str, text: &'static str) -> Template {
    Template { id, readers: Language::Russian, text }
}

/// In English only: who reads Russian has examples of their own.
const fn american(id: &'static str, text: &'static str) -> Template {
    Template { id, readers: Language::English, text }
}

/// Between the Russian and the English wording of one text.
const BETWEEN: &str = " || ";

impl Template {
    /// The document, worded in a language.
    pub fn model(&self, language: Language) -> Model {
        // Templates are part of the program; a test reads each of them.
        let mut model = read_file(self.text).map(|opened| opened.model).unwrap_or_default();
        word(&mut model, language);
        model
    }
}

/// Leaves of each text in two languages the one that is wanted.
fn word(record: &mut dyn Record, language: Language) {
    for slot in record.slots_mut() {
        match slot {
            SlotMut::Text(text) => choose(text, language),
            SlotMut::Estimate(estimate) => choose(&mut estimate.source, language),
            SlotMut::Optional(Some(estimate)) => choose(&mut estimate.source, language),
            SlotMut::Record(inner) => word(inner, language),
            SlotMut::Rows(rows) => word_rows(rows, language),
            _ => {}
        }
    }
}

fn word_rows(rows: &mut dyn Rows, language: Language) {
    for at in 0..rows.len() {
        if let Some(row) = rows.row_mut(at) {
            word(row, language);
        }
    }
}

fn choose(text: &mut String, language: Language) {
    let Some((russian, english)) = text.split_once(BETWEEN) else { return };
    *text = match language {
        Language::Russian => russian.to_owned(),
        Language::English => english.to_owned(),
    };
}
