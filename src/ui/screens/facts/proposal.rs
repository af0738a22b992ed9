//! A decision that is proposed: what it would change is shown before it is made, and it is made as one step.

use super::view::Compared;
use crate::desk::Command;
use crate::desk::commands::{AdoptFigures, SetStatus};
use crate::evidence::{Finding, adoptable};
use crate::model::Status;
use crate::number::{Count, Exact, Money, Number};
use crate::plan::{Outcome, Reached, evaluate, figure, total};
use crate::text::run_in::{fact_source, finding_name, value_text};
use crate::text::{Show, Word};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// What may be decided and is shown first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Change the plan to the facts?
    Adopt,
    /// Give a channel up?
    Drop,
}

/// The question that is open: whose, by the id of its heading, and which.
pub type Opened = RwSignal<Option<(String, Question)>>;

/// A decision, with what it changes.
pub struct Proposal {
    /// What is done: it is shown of one document and made of another, if somebody went on typing.
    command: Box<dyn Command>,
    /// What changes: its name, now, then.
    rows: Vec<[String; 3]>,
}

/// Today's plan with those of the figures that it has a field for put at what is expected of them; none where that
/// changes nothing to be seen.
pub fn adoption<'f>(
    desk: Desk,
    compared: &Compared,
    findings: impl Iterator<Item = &'f Finding>,
    keeps_plan: bool,
) -> Option<Proposal> {
    let (bare, today) = (compared.study.bare_plan(), compared.study.current());
    let findings: Vec<_> = adoptable(bare, findings).cloned().collect();
    desk.show(|show| {
        let row = |finding: &Finding| {
            let value = |value| value_text(show, finding.measured, value);
            [finding_name(show, bare, finding), value(finding.planned()), value(finding.expected())]
        };
        // What changes by less than is shown is not worth a line.
        let rows: Vec<_> = findings.iter().map(row).filter(|[_, now, then]| now != then).collect();
        let source = today.run().map_or_else(String::new, |run| fact_source(show, run.window));
        let command = Box::new(AdoptFigures { findings, source, keeps_plan });
        (!rows.is_empty()).then_some(Proposal { command, rows })
    })
}

/// The plan without a channel.
pub fn giving_up(channel: &str) -> Proposal {
    let command = SetStatus { channel: channel.to_owned(), status: Status::Dropped };
    Proposal { command: Box::new(command), rows: Vec::new() }
}

/// What a change comes to, and the two answers to it.
pub fn question(
    desk: Desk,
    (title, answer): (Word, Word),
    proposal: Proposal,
    opened: Opened,
    done: impl Fn() + 'static,
) -> AnyView {
    let Proposal { command, mut rows } = proposal;
    if let Ok(after) = desk.model.with_untracked(|model| command.applied(model)) {
        let then = evaluate(&after);
        rows.extend(desk.outcome.with_untracked(|now| desk.show(|show| effects(show, now, &then))));
    }
    let rows: Vec<_> = rows.into_iter().map(|own| row(desk, own)).collect();
    let decide = move |_| {
        opened.set(None);
        // What it is about may have gone meanwhile: then there is nothing to say of it.
        if desk.run(&*command).is_ok() {
            done();
        }
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
