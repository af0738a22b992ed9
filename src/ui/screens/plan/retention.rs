//! How clients stay: the five ways to say it, and the curve fitted to what was observed.

use super::paste::paste;
use super::table::{Sheet, table};
use crate::model::{Basis, Edit, Estimate, Model, RetentionKind};
use crate::number::Decimal;
use crate::plan::sbg_fit;
use crate::text::Word;
use crate::ui::fields::{ChoiceField, NumberField, WholeField};
use crate::ui::state::Desk;
use leptos::prelude::*;

const SHEET: Sheet = Sheet { columns: &["share"], numbered: true, ..Sheet::PLAIN };

/// The kind of retention and its fields; those of other kinds keep their values unseen.
pub fn retention(desk: Desk) -> AnyView {
    let kind = Memo::new(move |_| desk.model.with(|model| model.offer.retention.kind));
    let fields = move || match kind.get() {
        RetentionKind::Constant => view! { <NumberField path="offer/retention/rate" /> }.into_any(),
        RetentionKind::TwoStage => view! {
            <NumberField path="offer/retention/early_rate" />
            <WholeField path="offer/retention/early_months" />
            <NumberField path="offer/retention/later_rate" />
        }
        .into_any(),
        RetentionKind::Sbg => view! {
            <NumberField path="offer/retention/alpha" />
            <NumberField path="offer/retention/beta" />
        }
        .into_any(),
        RetentionKind::Once | RetentionKind::Table => ().into_any(),
    };
    let observed = move || match kind.get() {
        RetentionKind::Table => observed(desk),
        RetentionKind::Sbg => view! { {observed(desk)}{fit(desk)} }.into_any(),
        _ => ().into_any(),
    };
    view! {
        <div class="fields"><ChoiceField path="offer/retention/kind" />{fields}</div>
        {observed}
    }
    .into_any()
}

/// The table of what was observed, typed or pasted.
fn observed(desk: Desk) -> AnyView {
    view! {
        {table(desk, "offer/retention/table", SHEET, true)}
        {paste(desk)}
    }
    .into_any()
}

/// The button that fits the curve to the table.
fn fit(desk: Desk) -> AnyView {
    let enough = Memo::new(move |_| desk.model.with(|model| model.offer.retention.table.len() > 1));
    let fit = move |_| {
        let source = desk.show_untracked(|show| show.word(Word::PLAN_FITTED));
        let (edit, told) = match desk.model.with_untracked(|model| fitted(model, &source)) {
            Some(model) => (Some(Edit::Whole(Box::new(model))), Word::PLAN_FITTED),
            None => (None, Word::PLAN_FIT_FAILED),
        };
        // Another whole document is never refused.
        let _ = edit.map(|edit| desk.edit(edit));
        desk.notice.set(Some(desk.show_untracked(|show| show.word(told))));
    };
    view! {
        <p class="line">
            <button type="button" disabled=move || !enough.get() on:click=fit>{move || desk.word(Word::PLAN_FIT)}</button>
            <span class="hint">{move || desk.word(Word::PLAN_FIT_HINT)}</span>
        </p>
    }
    .into_any()
}

/// The document with alpha and beta as its table has them; none where the table has no such curve.
fn fitted(model: &Model, source: &str) -> Option<Model> {
    let observed: Vec<f64> = model.offer.retention.table.iter().map(|row| row.share.number()).collect();
    let (alpha, beta) = sbg_fit(&observed)?;
    let estimate = |value: f64| Estimate {
        value: four_decimals(value),
        basis: Basis::Measured,
        source: source.to_owned(),
        ..Estimate::default()
    };
    let mut model = model.clone();
    model.offer.retention.alpha = estimate(alpha);
    model.offer.retention.beta = estimate(beta);
    Some(model)
}

/// A fitted number; more digits than these four would say more than the fit knows.
fn four_decimals(value: f64) -> Decimal {
    // The fit stays below e^9, far within the whole numbers of this type.
    Decimal::new((value * 10_000.0).round().max(1.0) as i64, 4).normalize()
}
