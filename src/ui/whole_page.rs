//! The whole page as a part of the program: loaded as soon as the first screen is bound.

use super::app;
use crate::browser::page;
use crate::first_screen::TakeOver;
use crate::loaded_later::loaded_later;
use crate::text::know_all_words;
use js_sys::futures::spawn_local;
use wasm_split_helpers::SplitLoaderError;

/// Has the page loaded, which then takes the first screen over.
pub fn open(first: TakeOver) {
    spawn_local(async move {
        if whole_page(first).await.is_err() {
            page::say_late();
        }
    });
}

loaded_later! {
    #[part(page)]
    fn whole_page(first: TakeOver) -> Result<(), SplitLoaderError> {
        know_all_words();
        app::start(first);
        Ok(())
    }
}
