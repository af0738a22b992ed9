//! The system's own way to share, as phones have it.

use super::{member, promise, window};
use js_sys::futures::JsFuture;
use js_sys::{Array, Object, Reflect};

/// Whether there is one.
pub fn is_offered() -> bool {
    window().is_some_and(|window| member(&window.navigator(), "share").is_some())
}

/// Offers an address with its title, and says whether it went anywhere. Only as an answer to a tap
/// or a key.
pub async fn share(title: String, address: String) -> bool {
    let data = Object::new();
    let _ = Reflect::set(&data, &"title".into(), &title.into());
    let _ = Reflect::set(&data, &"url".into(), &address.into());
    let shared = window().and_then(|window| promise(&window.navigator(), "share", &Array::of1(&data)));
    match shared {
        Some(shared) => JsFuture::from(shared).await.is_ok(),
        None => false,
    }
}
