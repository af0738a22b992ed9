//! The clipboard.

use super::{call, member, promise, window};
use js_sys::Array;
use js_sys::futures::JsFuture;
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

/// The text that is being pasted.
pub fn pasted(event: &Event) -> Option<String> {
    let data = member(event, "clipboardData")?;
    call(&data, "getData", &Array::of1(&"text/plain".into()))?.as_string()
}
