//! How clients stay: the five ways to say it, and the curve fitted to what was observed.

use super::paste::paste;
use super::table::{Sheet, table};
use crate::desk::commands::FitRetention;
use crate::model::RetentionKind;
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
        let told = match desk.model.with_untracked(|model| FitRetention::to(model, &source)) {
            Some(fit) => desk.run(&fit).map_or(Word::PLAN_FIT_FAILED, |()| Word::PLAN_FITTED),
            None => Word::PLAN_FIT_FAILED,
        };
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
