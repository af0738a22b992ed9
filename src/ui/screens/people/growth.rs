//! If sales of the month change: who gets how much of it.

use super::View;
use super::sides::share;
use crate::model::Model;
use crate::number::{Exact, Money, Number, Share};
use crate::plan::{Difference, FigureUnit, Outcome, Sides};
use crate::text::{Word, exact_parts, role_name, signed_money};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// By how many per cent sales change, to choose from.
const CHANGES: [(u32, &str); 4] = [(80, "−20 %"), (110, "+10 %"), (130, "+30 %"), (150, "+50 %")];

/// A part of the change: whose it is, how much.
type Part = (String, Money<Exact>);

/// A table of the parts, and of what sales they are.
pub fn growth(desk: Desk, view: View) -> AnyView {
    let sales = RwSignal::new(130);
    let parts = Memo::new(move |_| {
        desk.model
            .with(|model| desk.outcome.with(|outcome| parts(desk, model, outcome, view, share(sales.get()))))
    });
    let rows = move || parts.with(|parts| parts.as_ref().map(|(all, parts)| rows(desk, *all, parts)));
    let head = [Word::SIDES_GROWTH_WHO, Word::SIDES_GROWTH_AMOUNT, Word::SIDES_GROWTH_SHARE]
        .map(|word| view! { <th scope="col">{move || desk.word(word)}</th> }.into_any());
    let table = view! {
        <div class="framed scroll" tabindex="0" role="group" aria-labelledby="growth-title">
            <table class="data" aria-labelledby="growth-title">
                <thead><tr>{head.into_iter().collect::<Vec<_>>()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    };
    view! {
        <section class="flow" aria-labelledby="growth-title" hidden=move || parts.with(Option::is_none)>
            <div class="titled">
                <h3 id="growth-title">{move || desk.word(Word::SIDES_GROWTH)}</h3>
                {choice(desk, sales)}
            </div>
            {table}
        </section>
    }
    .into_any()
}

fn choice(desk: Desk, sales: RwSignal<u32>) -> AnyView {
    let button = move |(own, name): (u32, &'static str)| {
        let pressed = move || (sales.get() == own).to_string();
        view! {
            <button type="button" aria-pressed=pressed on:click=move |_| sales.set(own)>{name}</button>
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

/// The change of revenue and its parts; none where nothing is sold.
fn parts(
    desk: Desk,
    model: &Model,
    outcome: &Outcome,
    view: View,
    sales: Share<Exact>,
) -> Option<(Money<Exact>, Vec<Part>)> {
    let sides = Sides::new(model, outcome, view.month_of(outcome));
    let change = sides.at(sales).less(&sides.at(Share::ONE));
    let is_any = change.revenue.is_positive() || change.revenue.is_negative();
    is_any.then(|| (change.revenue, named(desk, model, &change)))
}

fn named(desk: Desk, model: &Model, change: &Difference) -> Vec<Part> {
    let role = |(at, pay): (usize, &Money<Exact>)| (desk.show(|show| role_name(show, model, at)), *pay);
    let mut parts = vec![(desk.word(Word::SIDES_GROWTH_VARIABLE), change.variable_costs)];
    parts.extend(change.pay.iter().enumerate().map(role));
    parts.extend([
        (desk.word(Word::SIDES_GROWTH_CONTRIBUTIONS), change.contributions),
        (desk.word(Word::SIDES_GROWTH_TAX), change.tax),
        (desk.word(Word::SIDES_GROWTH_OWNER), change.owner),
    ]);
    parts
}

fn rows(desk: Desk, all: Money<Exact>, parts: &[Part]) -> Vec<AnyView> {
    let shares: Vec<_> = parts.iter().map(|(_, amount)| (*amount / all).0).collect();
    let shares = exact_parts(&shares);
    let row = |(name, amount): &Part, share: Exact, class: Option<&'static str>| {
        let (amount, share) =
            desk.show(|show| (signed_money(show, amount.0), show.typed(share, FigureUnit::Share)));
        view! { <tr class=class><th scope="row">{name.clone()}</th><td>{amount}</td><td>{share}</td></tr> }
            .into_any()
    };
    let mut rows: Vec<_> = parts.iter().zip(shares).map(|(part, share)| row(part, share, None)).collect();
    rows.push(row(&(desk.word(Word::SIDES_GROWTH_REVENUE), all), Exact::ONE, Some("sum")));
    rows
}
