//! What is sold beside the main thing.

use super::table::{Sheet, table};
use crate::model::{AddOn, AddOnKind};
use crate::text::Word;
use crate::ui::fields::ChoiceField;
use crate::ui::state::Desk;
use leptos::prelude::*;

const SHEET: Sheet = Sheet { columns: &["name", "kind", "share", "price", "cost_share"], ..Sheet::PLAIN };

/// The rows of add-ons; folded under them when cross-sells are offered, where there are any.
pub fn add_ons(desk: Desk) -> AnyView {
    let is_cross = |add_on: &AddOn| add_on.kind == AddOnKind::CrossSell;
    let cross_sells = Memo::new(move |_| desk.model.with(|model| model.offer.add_ons.iter().any(is_cross)));
    let timing = move || {
        cross_sells.get().then(|| {
            view! {
                <details class="precisely">
                    <summary>{move || desk.word(Word::PLAN_PRECISELY)}</summary>
                    <div class="fields"><ChoiceField path="offer/cross_sell_timing" /></div>
                </details>
            }
        })
    };
    view! { {table(desk, "offer/add_ons", SHEET, true)}{timing} }.into_any()
}
