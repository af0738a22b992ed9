//! What a decision would change, shown before it is made; and the decision as one step.

use crate::evidence::{Finding, adopted};
use crate::model::{Choice, Datum, Edit, Model, Status};
use crate::number::{Count, Exact, Money, Number};
use crate::plan::{Outcome, Reached, evaluate, figure, total};
use crate::text::run_in::{expected, finding_name, planned, value_text};
use crate::text::{Show, Word};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// What may be decided and is shown first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Change the plan to the facts.
    Adopt,
    /// Give a channel up.
    Drop,
}

/// The question that is open: whose, by the id of its heading, and which.
pub type Opened = RwSignal<Option<(String, Act)>>;

/// A change of the plan, with what changes.
pub struct Change {
    /// What it makes of a plan: it is shown of one and decided of another, if somebody went on typing.
    pub make: Make,
    /// What changes: its name, now, then.
    pub rows: Vec<[String; 3]>,
}

/// What makes a changed plan of a plan.
pub type Make = Box<dyn Fn(&Model) -> Model>;

/// The plan with those of the figures that have a field of their own put at what is expected of them; none where no
/// figure has.
pub fn adoption<'f>(
    show: &Show<'_>,
    model: &Model,
    findings: impl Iterator<Item = &'f Finding>,
    source: &str,
) -> Option<Change> {
    let moves = |finding: &&Finding| adopted(model, std::iter::once(*finding), "") != *model;
    let findings: Vec<_> = findings.filter(moves).cloned().collect();
    let row = |finding: &Finding| {
        let value = |value| value_text(show, finding.measured, value);
        [finding_name(show, model, finding), value(planned(finding)), value(expected(finding))]
    };
    // What changes by less than is shown is not worth a line.
    let rows: Vec<_> = findings.iter().map(row).filter(|[_, now, then]| now != then).collect();
    let source = source.to_owned();
    let make = move |model: &Model| adopted(model, findings.iter(), &source);
    (!rows.is_empty()).then(|| Change { make: Box::new(make), rows })
}

/// The plan without a channel.
pub fn without(channel: &str) -> Change {
    let channel = channel.to_owned();
    let make = move |model: &Model| {
        let mut after = model.clone();
        let own = after.channels.iter_mut().filter(|own| own.id == channel);
        own.for_each(|own| own.status = Status::Dropped);
        after
    };
    Change { make: Box::new(make), rows: Vec::new() }
}

/// Puts a channel's status. As a whole document: what follows from a decision is worked out at once, not only when
/// nobody types any more.
pub fn put_status(desk: Desk, channel: &str, status: Status) {
    let place = Status::NAMES.iter().position(|name| *name == status.name()).unwrap_or_default();
    let path = ["channels/", channel, "/status"].concat();
    // The channel may have gone meanwhile: then there is nothing to put.
    let after = desk.model.with_untracked(|model| Edit::put(path, Datum::Choice(place)).applied(model));
    if let Ok(after) = after {
        let _ = desk.edit(Edit::Whole(Box::new(after)));
    }
}

/// What a change comes to, and the two answers to it.
pub fn question(
    desk: Desk,
    (title, answer): (Word, Word),
    change: Change,
    opened: Opened,
    done: impl Fn() + 'static,
) -> AnyView {
    let Change { make, mut rows } = change;
    let then = evaluate(&desk.model.with_untracked(&make));
    rows.extend(desk.outcome.with_untracked(|now| desk.show(|show| effects(show, now, &then))));
    let rows: Vec<_> = rows.into_iter().map(|own| row(desk, own)).collect();
    let decide = move |_| {
        opened.set(None);
        // A whole document can always be put.
        let _ = desk.edit(Edit::Whole(Box::new(desk.model.with_untracked(&make))));
        done();
    };
    let name = desk.word(title);
    let head = [Word::BOARD_FIGURE, Word::BOARD_NOW, Word::BOARD_BECOMES].map(|word| desk.word(word));
    let head = head.map(|text| view! { <th role="columnheader" scope="col">{text}</th> }.into_any());
    view! {
        <div class="asked flow">
            <p><b>{name.clone()}</b></p>
            <div class="found scroll" tabindex="0" role="group" aria-label=name.clone()>
                <table class="data" role="table" aria-label=name.clone()>
                    <thead role="rowgroup"><tr role="row">{head.into_iter().collect::<Vec<_>>()}</tr></thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </div>
            <div class="line">
                <button type="button" class="primary" on:click=decide>{desk.word(answer)}</button>
                <button type="button" class="quiet" on:click=move |_| opened.set(None)>{desk.word(Word::BOARD_KEEP)}</button>
            </div>
        </div>
    }
    .into_any()
}

fn row(desk: Desk, [name, now, then]: [String; 3]) -> AnyView {
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">{name}</th>
            <td role="cell" data-label=desk.word(Word::BOARD_NOW)>{now}</td>
            <td role="cell" data-label=desk.word(Word::BOARD_BECOMES)><b>{then}</b></td>
        </tr>
    }
    .into_any()
}

/// What the plan as a whole comes to before and after.
fn effects(show: &Show<'_>, now: &Outcome, then: &Outcome) -> Vec<[String; 3]> {
    let line = |word, of: &dyn Fn(&Outcome) -> String| [show.word(word), of(now), of(then)];
    let money = |amount: Money<Exact>| show.money(amount.0);
    let clients = |Count(clients): Count<Exact>| show.count(clients);
    vec![
        line(Word::BOARD_CLIENTS, &|outcome| clients(outcome.total.clients)),
        line(Word::BOARD_PROFIT, &|outcome| money(total(&outcome.statement.profit))),
        line(Word::BOARD_EVEN, &|outcome| even(show, outcome.break_even.lasting)),
        line(Word::BOARD_LOWEST, &|outcome| money(outcome.gap.lowest)),
    ]
}

fn even(show: &Show<'_>, month: Reached<u32>) -> String {
    let figure = figure("break_even_lasting");
    figure.map_or_else(String::new, |figure| show.answer(month.map(Exact::whole), figure.unit))
}
