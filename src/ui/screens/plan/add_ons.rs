//! What is sold beside the main thing.

use super::table::{Sheet, table};
use crate::ui::state::Desk;
use leptos::prelude::*;

const SHEET: Sheet = Sheet {
    columns: &["name", "kind", "share", "price", "cost_share"],
    numbered: false,
    got: None,
    is_off: None,
    sum: None,
    more: None,
    more_id: None,
};

/// The rows of add-ons.
pub fn add_ons(desk: Desk) -> AnyView {
    table(desk, "offer/add_ons", SHEET, true)
}
