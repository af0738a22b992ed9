//! One order and one client: what they bring.

use super::pieces::{Pair, pairs, whole};
use crate::text::{Word, capitalised};
use crate::ui::state::Desk;
use leptos::prelude::*;

const ORDER: [Pair; 4] =
    [Pair::Of("net_price"), Pair::Of("order_cost"), Pair::Of("order_fees"), Pair::Sum("order_contribution")];
/// What LTV is made of beside the contribution of an order: so many orders, and so many months of what comes by the month.
const CLIENT: [Pair; 14] = [
    Pair::Of("discounted_orders"),
    Pair::Of("discounted_life"),
    Pair::Of("cross_sell"),
    Pair::Of("upsell"),
    Pair::Sum("ltv_before"),
    Pair::Of("ltv_pay"),
    Pair::Of("ltv_tax"),
    Pair::Sum("ltv"),
    Pair::Of("ltv_endless"),
    Pair::Of("payback_loaded"),
    Pair::Of("payback_spent"),
    Pair::Of("life_revenue"),
    Pair::Of("churn_month"),
    Pair::Of("churn_year"),
];

/// The two lists, side by side.
pub fn client(desk: Desk) -> AnyView {
    view! {
        <div class="cards">
            <div class="card flow">
                <h3>{move || desk.word(Word::RESULT_ORDER)}</h3>
                {pairs(desk, &ORDER, whole())}
            </div>
            <div class="card flow">
                <h3>{move || capitalised(&desk.word(Word::RESULT_CLIENT))}</h3>
                {pairs(desk, &CLIENT, whole())}
                <p class="hint">{move || desk.word(Word::RESULT_LIFE_NOTE)}</p>
            </div>
        </div>
    }
    .into_any()
}
