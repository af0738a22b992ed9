//! What is sold beside the main thing.

use super::table::{Sheet, table};
use crate::ui::state::Desk;
use leptos::prelude::*;

const SHEET: Sheet = Sheet { columns: &["name", "kind", "share", "price", "cost_share"], ..Sheet::PLAIN };

/// The rows of add-ons.
pub fn add_ons(desk: Desk) -> AnyView {
    table(desk, "offer/add_ons", SHEET, true)
}
