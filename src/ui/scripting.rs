//! What the page's wasm module offers to scripts. Each function gives a promise: its part of the program
//! is loaded when it is first asked for.

use crate::browser::clock;
use crate::codec::{evaluate_text, read_file};
use crate::loaded_later::loaded_later;
use crate::number::{Decimal, Exact, Number};
use crate::plan::{Outcome, evaluate as worked_out};
use js_sys::Promise;
use js_sys::futures::future_to_promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_split_helpers::SplitLoaderError;

/// Works out a document (JSON, as in a saved file) and gives the whole outcome as JSON.
///
/// The formats are told field by field in `docs/format.md`.
#[wasm_bindgen]
pub fn evaluate(document: String) -> Promise {
    future_to_promise(async move { scripted(document).await.map(JsValue::from).map_err(|_| not_loaded()) })
}

/// How long it takes to work a document out again after one change, the price, in milliseconds: the mean of
/// `times`. Reading the document is not counted. Not a number where it cannot be read.
#[wasm_bindgen]
pub fn bench_recalculation(document: String, times: u32) -> Promise {
    future_to_promise(
        async move { timed(document, times).await.map(JsValue::from).map_err(|_| not_loaded()) },
    )
}

fn not_loaded() -> JsValue {
    JsValue::from_str("this part of the program could not be loaded")
}

loaded_later! {
    #[part(scripting)]
    fn scripted(document: String) -> Result<String, SplitLoaderError> {
        Ok(evaluate_text(&document))
    }

    #[part(scripting)]
    fn timed(document: String, times: u32) -> Result<f64, SplitLoaderError> {
        let Ok(mut model) = read_file(&document).map(|opened| opened.model) else { return Ok(f64::NAN) };
        let start = clock::ticks();
        for _ in 0..times {
            let dearer = model.offer.price.number::<Exact>() + Exact::ONE;
            model.offer.price.value = dearer.decimal().unwrap_or(Decimal::ZERO);
            let outcome: Outcome = worked_out(&model);
            core::hint::black_box(outcome);
        }
        Ok((clock::ticks() - start) / f64::from(times.max(1)))
    }
}
