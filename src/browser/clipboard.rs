//! The clipboard.

use super::{call, member, promise, window};
use js_sys::futures::JsFuture;
use js_sys::{Array, JsString};
use wasm_bindgen::JsCast;
use web_sys::Event;

/// Copies a text and says whether that was allowed. Where not (pages within pages, pages without
/// TLS), the text is to be shown for the user to select.
pub async fn copy(text: String) -> bool {
    let clipboard = window().and_then(|window| member(&window.navigator(), "clipboard"));
    let copied = clipboard.and_then(|clipboard| promise(&clipboard, "writeText", &Array::of1(&text.into())));
    match copied {
        Some(copied) => JsFuture::from(copied).await.is_ok(),
        None => false,
    }
}

/// A text that is being pasted.
pub enum Pasted {
    /// The text.
    Text(String),
    /// Longer than it may be; it was not even looked at.
    TooLong,
}

/// The text that is being pasted, if it has at most `most` letters; none where there is no text.
pub fn pasted(event: &Event, most: usize) -> Option<Pasted> {
    let data = member(event, "clipboardData")?;
    let text: JsString = call(&data, "getData", &Array::of1(&"text/plain".into()))?.dyn_into().ok()?;
    // Copying fifty megabytes into the program takes longer than anybody waits.
    let is_long = text.length() as usize > most;
    Some(if is_long { Pasted::TooLong } else { Pasted::Text(text.into()) })
}
