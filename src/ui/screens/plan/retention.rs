//! How clients stay: the five ways to say it, and the curve fitted to what was observed.

use super::paste::paste;
use super::table::{Sheet, table};
use crate::desk::commands::FitRetention;
use crate::model::{RetentionEntry, RetentionKind, TableKind};
use crate::text::{Word, returning_text};
use crate::ui::fields::{ChoiceField, NumberField, WholeField};
use crate::ui::state::Desk;
use leptos::prelude::*;

const SHEET: Sheet = Sheet { columns: &["share"], numbered: true, ..Sheet::PLAIN };

/// The kind of retention and its fields; those of other kinds keep their values unseen.
pub fn retention(desk: Desk) -> AnyView {
    let kind = Memo::new(move |_| desk.model.with(|model| model.offer.retention.kind));
    let entry = Memo::new(move |_| desk.model.with(|model| model.offer.retention.entry));
    let fields = move || match kind.get() {
        RetentionKind::Constant => constant(entry.get()),
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
        {move || precisely(desk, kind.get())}
    }
    .into_any()
}

/// The field of constant retention that says it.
fn constant(entry: RetentionEntry) -> AnyView {
    match entry {
        RetentionEntry::Month => view! { <NumberField path="offer/retention/rate" /> }.into_any(),
        RetentionEntry::Quarter => view! { <NumberField path="offer/retention/quarter_rate" /> }.into_any(),
        RetentionEntry::Year => view! { <NumberField path="offer/retention/year_rate" /> }.into_any(),
        RetentionEntry::BoughtAgain => {
            view! { <NumberField path="offer/retention/return_share" /> }.into_any()
        }
        RetentionEntry::FirstYear => view! {
            <NumberField path="offer/retention/return_share" />
            <NumberField path="offer/retention/orders_per_client" />
        }
        .into_any(),
    }
}

/// What moves few answers much: how often clients come back is counted in what, when they come, and what is known
/// of how they stay. With what it all comes to in words.
fn precisely(desk: Desk, kind: RetentionKind) -> AnyView {
    let entry =
        (kind == RetentionKind::Constant).then(|| view! { <ChoiceField path="offer/retention/entry" /> });
    let table = (kind == RetentionKind::Table).then(|| {
        let bought = Memo::new(move |_| {
            desk.model.with(|model| model.offer.retention.table_kind == TableKind::Bought)
        });
        let per_buyer =
            move || bought.get().then(|| view! { <NumberField path="offer/retention/orders_per_buyer" /> });
        view! { <ChoiceField path="offer/retention/table_kind" />{per_buyer} }
    });
    let frequency = (kind != RetentionKind::Once).then(|| {
        view! { <ChoiceField path="offer/frequency_unit" /><ChoiceField path="offer/rhythm" /> }
    });
    let said = move || {
        desk.model
            .with(|model| desk.outcome.with(|outcome| desk.show(|show| returning_text(show, model, outcome))))
    };
    view! {
        <details class="precisely">
            <summary>{move || desk.word(Word::PLAN_PRECISELY)}</summary>
            <div class="fields">{frequency}{entry}{table}</div>
        </details>
        <p class="hint">{said}</p>
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
        let fit = desk.model.with_untracked(|model| FitRetention::to(model, &source));
        match fit.is_some_and(|fit| desk.run(&fit).is_ok()) {
            true => desk.tell_done(source),
            false => desk.tell(desk.show_untracked(|show| show.word(Word::PLAN_FIT_FAILED))),
        }
    };
    view! {
        <p class="line">
            <button type="button" disabled=move || !enough.get() on:click=fit>{move || desk.word(Word::PLAN_FIT)}</button>
            <span class="hint">{move || desk.word(Word::PLAN_FIT_HINT)}</span>
        </p>
    }
    .into_any()
}
