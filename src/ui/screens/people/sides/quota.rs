//! Pay at 80, 100 and 120 % of one person's quota, and by this plan.

use crate::judge::measure_word;
use crate::model::Model;
use crate::pay_review::{Quota, QuotaPay, Sides, quota_pay};
use crate::plan::Outcome;
use crate::text::{Filling, Show, Word};
use crate::ui::screens::people::view::View;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// What is shown: the quota, if one is typed, and what is paid at its parts.
#[derive(Clone, PartialEq)]
struct Paid {
    month: u32,
    quota: Option<Quota>,
    rows: Vec<QuotaPay>,
}

/// The table; nothing where nobody of the role works in the month.
pub fn quota(desk: Desk, view: View) -> AnyView {
    let paid =
        Memo::new(move |_| desk.model.with(|model| desk.outcome.with(|outcome| paid(view, model, outcome))));
    let title = move || {
        paid.with(|paid| {
            let word = match paid.quota {
                Some(_) => Word::SIDES_QUOTA_TITLE,
                None => Word::SIDES_QUOTA_TITLE_NONE,
            };
            desk.show(|show| show.phrase(word, &[("month", Filling::Text(&show.month(paid.month)))]))
        })
    };
    let body = move || paid.with(|paid| desk.show(|show| table(show, paid)));
    let none = move || {
        let missing = paid.with(|paid| paid.quota.is_none());
        missing.then(|| view! { <p class="hint">{desk.word(Word::SIDES_QUOTA_NONE)}</p> })
    };
    view! {
        <section class="flow" aria-labelledby="quota-title" hidden=move || paid.with(|paid| paid.rows.is_empty())>
            <h3 id="quota-title">{title}</h3>
            {none}
            <div class="framed scroll" tabindex="0" role="group" aria-labelledby="quota-title">
                <table class="data quota" role="table" aria-labelledby="quota-title">{body}</table>
            </div>
        </section>
    }
    .into_any()
}

fn paid(view: View, model: &Model, outcome: &Outcome) -> Paid {
    let month = view.month_of(outcome);
    let sides = Sides::new(model, outcome, month);
    let Some(role) = view.role_at(model) else { return Paid { month, quota: None, rows: Vec::new() } };
    Paid { month, quota: sides.quota(role), rows: quota_pay(&sides, role) }
}

fn table(show: &Show<'_>, paid: &Paid) -> AnyView {
    let amount = paid.quota.map(|quota| {
        let of = show.word(measure_word(quota.measure));
        show.phrase(Word::SIDES_QUOTA_AMOUNT, &[("of", Filling::Text(&of))])
    });
    let head = [Some(show.word(Word::SIDES_QUOTA_SHARE)), amount]
        .into_iter()
        .flatten()
        .chain([Word::SIDES_QUOTA_PERSON, Word::SIDES_OWNER].map(|word| show.word(word)));
    let cell = |(at, text)| {
        let class = column_class(paid.quota.as_ref(), at);
        view! { <th role="columnheader" scope="col" class=class>{text}</th> }.into_any()
    };
    let head: Vec<_> = head.enumerate().map(cell).collect();
    let rows: Vec<_> = paid.rows.iter().map(|row| row_view(show, paid.quota.as_ref(), row)).collect();
    view! {
        <thead role="rowgroup"><tr role="row">{head}</tr></thead>
        <tbody role="rowgroup">{rows}</tbody>
    }
    .into_any()
}

/// What a share of the quota is in money is left out where there is no room for it.
fn column_class(quota: Option<&Quota>, at: usize) -> Option<&'static str> {
    (quota.is_some() && at == 1).then_some("of-quota")
}

fn row_view(show: &Show<'_>, quota: Option<&Quota>, row: &QuotaPay) -> AnyView {
    let share = show.percent(row.attainment.0);
    let name = match row.is_expected {
        true => show.phrase(Word::SIDES_QUOTA_EXPECTED, &[("share", Filling::Text(&share))]),
        false => share,
    };
    let of_quota = quota.map(|quota| {
        let reached = quota.whole * row.attainment.0;
        if quota.measure.is_money() { show.money(reached) } else { show.count(reached) }
    });
    let cells = of_quota.into_iter().chain([row.person, row.owner].map(|amount| show.money(amount.0)));
    let cell =
        |(at, text)| view! { <td role="cell" class=column_class(quota, at + 1)>{text}</td> }.into_any();
    let cells: Vec<_> = cells.enumerate().map(cell).collect();
    let class = row.is_expected.then_some("sum");
    view! { <tr role="row" class=class><th role="rowheader" scope="row">{name}</th>{cells}</tr> }.into_any()
}
