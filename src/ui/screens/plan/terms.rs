//! When money comes and goes, and what the state takes of it.

use super::effect::{Line, amount_pair, effect, figure_pair, pairs};
use super::part::{Part, part, title};
use super::table::{Sheet, table};
use crate::model::Regime;
use crate::number::{Exact, Number};
use crate::plan::{FigureUnit, Place};
use crate::text::{Word, hint};
use crate::ui::fields::{ChoiceField, NumberField};
use crate::ui::state::Desk;
use leptos::prelude::*;

const INSTALMENTS: Sheet = Sheet { columns: &["share", "days"], numbered: true, ..Sheet::PLAIN };

/// The part on terms of payment and tax.
pub fn terms(desk: Desk, here: RwSignal<Part>) -> AnyView {
    let body = view! {
        <div class="body">
            <div class="flow">
                <div class="fields">
                    <NumberField path="terms/opening_cash" />
                    <NumberField path="terms/supplier_days" />
                    <NumberField path="terms/refund_days" />
                </div>
                {title(desk, "terms/instalments")}
                {table(desk, "terms/instalments", INSTALMENTS, true)}
                {title(desk, "tax")}
                {tax(desk)}
            </div>
            {effect(desk, Part::Terms, moves(desk))}
        </div>
    };
    part(desk, here, Part::Terms, None, body.into_any())
}

fn tax(desk: Desk) -> AnyView {
    let counts = Memo::new(move |_| desk.model.with(|model| model.tax.regime != Regime::None));
    view! {
        <div class="fields">
            <ChoiceField path="tax/regime" />
            {move || counts.get().then(|| view! { <NumberField path="tax/rate" /> })}
        </div>
        <p class="hint">{move || desk.show(|show| hint(show, "tax"))}</p>
    }
    .into_any()
}

fn moves(desk: Desk) -> AnyView {
    let line = |id| figure_pair(desk, id, Place::Whole, Line::Plain);
    let cash = ["lowest_cash", "lowest_cash_month", "bridge", "receivable", "payable"].map(line).into_iter();
    let tax = amount_pair(desk, Word::PLAN_TAX_TOTAL, FigureUnit::Money, Line::Plain, |outcome| {
        outcome.statement.tax.iter().fold(Exact::ZERO, |sum, month| sum + month.0)
    });
    pairs(desk, Word::PLAN_CASH, cash.chain([tax]).collect())
}
