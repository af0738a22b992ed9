//! What the page's wasm module offers to scripts.

use crate::browser::clock;
use crate::codec::{evaluate_text, read_file};
use crate::number::Decimal;
use crate::plan::{Outcome, evaluate as worked_out};
use wasm_bindgen::prelude::wasm_bindgen;

/// Works out a document (JSON, as in a saved file) and gives the whole outcome as JSON.
///
/// The formats are told field by field in `docs/format.md`.
#[wasm_bindgen]
pub fn evaluate(document: &str) -> String {
    evaluate_text(document)
}

/// How long it takes to work a document out anew after one change, the price, in milliseconds: the mean of
/// `times`. Reading the document is not counted. Not a number where it cannot be read.
#[wasm_bindgen]
pub fn bench_recalculation(document: &str, times: u32) -> f64 {
    let Ok(mut model) = read_file(document).map(|opened| opened.model) else { return f64::NAN };
    let start = clock::ticks();
    for _ in 0..times {
        model.offer.price.value += Decimal::ONE;
        let outcome: Outcome = worked_out(&model);
        core::hint::black_box(outcome);
    }
    (clock::ticks() - start) / f64::from(times.max(1))
}
