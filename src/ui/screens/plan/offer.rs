//! What is sold: price, costs of an order, VAT; how clients stay; what is sold beside.

use super::add_ons::add_ons;
use super::effect::{Line, effect, figure_pair, pairs};
use super::part::{Part, part, title};
use super::retention::retention;
use super::survival::survival;
use super::table::{Sheet, table};
use crate::model::{Choice, FrequencyUnit, Opening, RetentionKind, Vat};
use crate::plan::Place;
use crate::text::{Word, choice_about, field_short};
use crate::ui::fields::{ChoiceField, FlagField, NumberField, WholeField};
use crate::ui::state::Desk;
use leptos::prelude::*;

const DEBTS: Sheet = Sheet { columns: &["name", "amount", "month"], ..Sheet::PLAIN };

/// The part on the offer.
pub fn offer(desk: Desk, here: RwSignal<Part>) -> AnyView {
    let body = view! {
        <div class="body">
            <div class="flow">
                {terms_of_order(desk)}
                {title(desk, "offer/retention")}
                {retention(desk)}
                {title(desk, "offer/add_ons")}
                {add_ons(desk)}
                {opening(desk)}
            </div>
            {effect(desk, Part::Offer, leaves(desk))}
        </div>
    };
    part(desk, here, Part::Offer, None, body.into_any())
}

fn terms_of_order(desk: Desk) -> AnyView {
    let owes_vat = Memo::new(move |_| desk.model.with(|model| model.offer.vat != Vat::None));
    let counted_in = Memo::new(move |_| {
        desk.model.with(|model| model.offer.uses_frequency().then_some(model.offer.frequency_unit))
    });
    view! {
        <div class="fields">
            <NumberField path="offer/price" />
            {move || counted_in.get().map(|unit| frequency(desk, unit))}
            <NumberField path="offer/cost_share" />
            <NumberField path="offer/unit_cost" />
            <NumberField path="offer/first_order_cost" />
            <NumberField path="offer/service_cost" />
            <NumberField path="offer/payment_fee" />
            <NumberField path="offer/commission" />
            <NumberField path="offer/refund_share" />
            <ChoiceField path="offer/vat" />
            {move || owes_vat.get().then(|| view! { <NumberField path="offer/vat_rate" /> })}
        </div>
        {refunds(desk)}
    }
    .into_any()
}

/// What a refund costs and what of it comes back, folded away.
fn refunds(desk: Desk) -> AnyView {
    view! {
        <details class="precisely">
            <summary>{move || desk.word(Word::PLAN_PRECISELY)}</summary>
            <div class="fields">
                <NumberField path="offer/delivery_cost" blank_zero=true />
                <NumberField path="offer/recovered_share" />
                <NumberField path="offer/return_cost" blank_zero=true />
                <FlagField path="offer/fee_kept" />
                <FlagField path="offer/commission_kept" />
            </div>
        </details>
    }
    .into_any()
}

/// How often a client comes back; what the number counts is its name, and stands under it.
fn frequency(desk: Desk, unit: FrequencyUnit) -> AnyView {
    let name = desk.show(|show| show.key(&["plan.frequency.", unit.name()].concat()));
    let hint = Signal::derive(move || {
        desk.show(|show| choice_about(show, "offer/frequency_unit", unit.name())).unwrap_or_default()
    });
    view! { <NumberField path="offer/frequency" label=name hint=hint /> }.into_any()
}

/// The clients one already has, folded away for who has none.
fn opening(desk: Desk) -> AnyView {
    let is_curve =
        Memo::new(move |_| desk.model.with(|model| model.offer.retention.kind == RetentionKind::Sbg));
    let has_any = desk.model.with_untracked(|model| model.opening != Opening::default());
    view! {
        <details class="precisely" open=has_any>
            <summary>{move || desk.show(|show| field_short(show, "opening"))}</summary>
            <div class="fields">
                <NumberField path="opening/clients" blank_zero=true />
                <NumberField path="opening/frequency" />
                <NumberField path="opening/retention" />
                {move || is_curve.get().then(|| view! { <WholeField path="opening/age" /> })}
            </div>
            <div class="flow">
            {title(desk, "opening/receivables")}
            {table(desk, "opening/receivables", DEBTS, true)}
            {title(desk, "opening/payables")}
            {table(desk, "opening/payables", DEBTS, true)}
            <div class="fields">
                <NumberField path="opening/income_this_year" />
                <NumberField path="opening/payroll_this_year" />
                <NumberField path="opening/income_last_year" />
            </div>
            </div>
        </details>
    }
    .into_any()
}

/// What an order and a client leave.
fn leaves(desk: Desk) -> AnyView {
    let line = |id, line| figure_pair(desk, id, Place::Whole, line);
    let order = vec![
        line("net_price", Line::Plain),
        line("order_cost", Line::Less),
        line("order_fees", Line::Less),
        line("order_contribution", Line::Sum),
    ];
    let client = ["month_contribution", "ltv", "life_revenue"].map(|id| line(id, Line::Plain));
    view! {
        {pairs(desk, Word::PLAN_ONE_ORDER, order)}
        {pairs(desk, Word::PLAN_ONE_CLIENT, client.into())}
        {survival(desk)}
    }
    .into_any()
}
