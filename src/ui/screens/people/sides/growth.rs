//! If sales of the month change: who gets how much of it.

use crate::model::Model;
use crate::number::{Decimal, Exact, Number, Share, parts_of_one};
use crate::pay_review::{RevenuePart, SharedPart, revenue_shared};
use crate::picture::RoleSides;
use crate::plan::{FigureUnit, Outcome};
use crate::text::{Filling, Show, Word, role_name, role_of_heads, signed_money};
use crate::ui::screens::people::view::View;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The sales looked at first, per cent of the plan's: the words beside the chart speak of the same.
const MORE: u32 = RoleSides::MORE;

/// The sales to choose from, per cent of the plan's.
const CHANGES: [u32; 4] = [80, 110, MORE, 150];

const HEAD: [Word; 5] = [
    Word::SIDES_GROWTH_WHO,
    Word::SIDES_GROWTH_PLANNED,
    Word::SIDES_GROWTH_THEN,
    Word::SIDES_GROWTH_DIFFERENCE,
    Word::SIDES_GROWTH_SHARE,
];

/// So many per cent of the plan's sales.
fn percent(percent: u32) -> Share<Exact> {
    Share(Exact::Value(Decimal::new(i64::from(percent), 2)))
}

/// A part of the revenue with its name; last all of it.
type Named = (String, SharedPart);

/// A table of the parts, and of what sales they are.
pub fn growth(desk: Desk, view: View) -> AnyView {
    let sales = RwSignal::new(MORE);
    let parts = Memo::new(move |_| {
        desk.model.with(|model| {
            desk.outcome.with(|outcome| parts(desk, model, outcome, view, percent(sales.get())))
        })
    });
    let title = move || {
        let month = desk.outcome.with(|outcome| view.month_of(outcome));
        desk.show(|show| show.phrase(Word::SIDES_GROWTH, &[("month", Filling::Text(&show.month(month)))]))
    };
    let rows = move || parts.with(|parts| parts.as_ref().map(|parts| rows(desk, parts)));
    view! {
        <section class="flow" aria-labelledby="growth-title" hidden=move || parts.with(Option::is_none)>
            <div class="titled">
                <h3 id="growth-title">{title}</h3>
                {choice(desk, sales)}
            </div>
            <div class="framed scroll" tabindex="0" role="group" aria-labelledby="growth-title">
                <table class="data contrast growth" role="table" aria-labelledby="growth-title">
                    <thead role="rowgroup"><tr role="row">{head(desk)}</tr></thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn head(desk: Desk) -> Vec<AnyView> {
    let cell = |word| view! { <th role="columnheader" scope="col">{move || desk.word(word)}</th> }.into_any();
    HEAD.into_iter().map(cell).collect()
}

fn choice(desk: Desk, sales: RwSignal<u32>) -> AnyView {
    let button = move |own: u32| {
        let pressed = move || (sales.get() == own).to_string();
        view! {
            <button type="button" aria-pressed=pressed on:click=move |_| sales.set(own)>
                {move || desk.show(|show| by(show, own))}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="choice" role="group" aria-label=move || desk.word(Word::SIDES_GROWTH_BY)>
            {CHANGES.map(button).into_iter().collect::<Vec<_>>()}
        </div>
    }
    .into_any()
}

/// By how much sales are other than planned: "+30 %".
fn by(show: &Show<'_>, sales: u32) -> String {
    let sign = if sales < 100 { "−" } else { "+" };
    [sign, &show.percent(percent(sales.abs_diff(100)).0)].concat()
}

/// The parts of the revenue, and last all of it; none where nothing is sold.
fn parts(
    desk: Desk,
    model: &Model,
    outcome: &Outcome,
    view: View,
    sales: Share<Exact>,
) -> Option<Vec<Named>> {
    let month = view.month_of(outcome);
    let (parts, all) = revenue_shared(model, outcome, month, sales)?;
    let name = |part| match part {
        RevenuePart::Role(at) => desk.show(|show| staffed_role(show, model, outcome, (at, month))),
        RevenuePart::VariableCosts => desk.word(Word::SIDES_GROWTH_VARIABLE),
        RevenuePart::Unmoved => desk.word(Word::SIDES_GROWTH_UNMOVED),
        RevenuePart::Contributions => desk.word(Word::SIDES_GROWTH_CONTRIBUTIONS),
        RevenuePart::Tax => desk.word(Word::SIDES_GROWTH_TAX),
        RevenuePart::Owner => desk.word(Word::SIDES_GROWTH_OWNER),
    };
    let whole = (desk.word(Word::SIDES_GROWTH_REVENUE), all);
    Some(parts.into_iter().map(|(whose, part)| (name(whose), part)).chain([whole]).collect())
}

/// A role with how many people it has in the month.
fn staffed_role(show: &Show<'_>, model: &Model, outcome: &Outcome, (at, month): (usize, u32)) -> String {
    let name = role_name(show, model, at);
    let role = outcome.people.roles.get(at);
    match role.and_then(|role| role.heads.get(month as usize)) {
        Some(heads) => role_of_heads(show, &name, *heads),
        None => name,
    }
}

fn rows(desk: Desk, parts: &[Named]) -> Vec<AnyView> {
    let Some((all, parts)) = parts.split_last() else { return Vec::new() };
    let shares: Vec<_> = parts.iter().map(|(_, part)| (part.change() / all.1.change()).0).collect();
    let shares = parts_of_one(&shares);
    let mut rows: Vec<_> =
        parts.iter().zip(shares).map(|(part, share)| row(desk, part, share, None)).collect();
    rows.push(row(desk, all, Exact::ONE, Some("sum")));
    rows
}

fn row(desk: Desk, (name, part): &Named, share: Exact, class: Option<&'static str>) -> AnyView {
    let cells = desk.show(|show| {
        let [planned, then] = [part.planned, part.then].map(|amount| show.money(amount.0));
        [planned, then, signed_money(show, part.change().0), show.typed(share, FigureUnit::Share)]
    });
    let cells: Vec<_> =
        cells.into_iter().map(|text| view! { <td role="cell">{text}</td> }.into_any()).collect();
    view! { <tr role="row" class=class><th role="rowheader" scope="row">{name.clone()}</th>{cells}</tr> }
        .into_any()
}
