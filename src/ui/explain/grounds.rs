//! What a figure stands on, as a table: the terms of its formula, then every number behind them.

use super::subject::{Subject, basis_view, shown_value};
use crate::browser::focus;
use crate::judge::guess_tone;
use crate::model::{Estimate, Field, Slot, find};
use crate::plan::{Answer, Entered, Explanation, Piece};
use crate::text::{Word, estimate_text, field_label, figure_name};
use crate::ui::fields::input_id;
use crate::ui::icon::{mark, tone_mark};
use crate::ui::screens::{PeopleView, jump};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// What the figure stands on: the terms of its formula, then every other number entered behind them.
pub(super) fn grounds(
    desk: Desk,
    explanation: &Explanation,
    numbers: &[Entered],
    open: Callback<Subject>,
) -> AnyView {
    let (rows, named) = term_rows(desk, explanation, open);
    let behind: Vec<_> = numbers
        .iter()
        .filter(|number| explanation.inputs.contains(&number.path) && !named.contains(&number.path))
        .map(|number| input_row(desk, &number.path, number.field, &number.estimate))
        .collect();
    let all = numbers.iter().filter(|number| explanation.inputs.contains(&number.path));
    let (count, guesses) = (all.clone().count(), all.filter(|number| number.is_guess()).count());
    if rows.is_empty() && behind.is_empty() {
        return view! { <p class="hint">{desk.word(Word::HOW_NO_INPUTS)}</p> }.into_any();
    }
    let more = (!rows.is_empty() && !behind.is_empty()).then(|| {
        view! { <tr class="group"><th scope="row" colspan="3">{desk.word(Word::EXPLAIN_MORE)}</th></tr> }
    });
    view! {
        <h3 id="how-grounds">{desk.word(Word::HOW_INPUTS)}</h3>
        <div class="scroll" tabindex="0" role="group" aria-labelledby="how-grounds">
            <table class="data">
                <thead>
                    <tr>
                        <th scope="col">{desk.word(Word::EXPLAIN_TERM)}</th>
                        <th scope="col">{desk.word(Word::EXPLAIN_VALUE)}</th>
                        <th scope="col">{desk.word(Word::EXPLAIN_BASIS)}</th>
                    </tr>
                </thead>
                <tbody>{rows}{more}{behind}</tbody>
            </table>
        </div>
        {guess_message(desk, guesses, count)}
    }
    .into_any()
}

/// The terms of the formula, each once, and the paths of those that were entered.
fn term_rows(desk: Desk, explanation: &Explanation, open: Callback<Subject>) -> (Vec<AnyView>, Vec<String>) {
    let (mut rows, mut paths, mut figures) = (Vec::new(), Vec::<String>::new(), Vec::new());
    for piece in &explanation.formula {
        match piece {
            Piece::Figure { figure, place, value, is_one_of_many } if !figures.contains(&figure.id) => {
                figures.push(figure.id);
                let value = (!is_one_of_many).then_some(*value);
                rows.push(figure_row(desk, (figure, *place), value, open));
            }
            Piece::Input { path, field, .. } if !paths.contains(path) => {
                paths.push(path.clone());
                rows.extend(estimate_at(desk, path).map(|estimate| input_row(desk, path, field, &estimate)));
            }
            _ => {}
        }
    }
    (rows, paths)
}

fn estimate_at(desk: Desk, path: &str) -> Option<Estimate> {
    desk.model.with(|model| match find(model, path)?.1 {
        Slot::Estimate(estimate) => Some(estimate.clone()),
        Slot::Optional(estimate) => estimate.cloned(),
        _ => None,
    })
}

/// A term that is computed; without a value it has one for each row or month.
fn figure_row(desk: Desk, subject: Subject, value: Option<Answer>, open: Callback<Subject>) -> AnyView {
    let (name, value) = desk.show(|show| {
        let value = value.map(|value| shown_value(show, subject.0, value));
        (figure_name(show, subject.0), value.unwrap_or_else(|| show.word(Word::EXPLAIN_EACH)))
    });
    view! {
        <tr>
            <th scope="row"><button type="button" class="link" on:click=move |_| open.run(subject)>{name}</button></th>
            <td>{value}</td>
            <td><span class="soft">{desk.word(Word::EXPLAIN_COMPUTED)}</span></td>
        </tr>
    }
    .into_any()
}

fn input_row(desk: Desk, path: &str, field: &Field, estimate: &Estimate) -> AnyView {
    let name = desk.model.with(|model| desk.show(|show| field_label(show, model, path)));
    let value = desk.show(|show| estimate_text(show, field, estimate));
    let path = path.to_owned();
    let people = expect_context();
    let go = move |_| go_to_field(desk, people, &path);
    view! {
        <tr>
            <th scope="row">
                <button type="button" class="link" title=desk.word(Word::HOW_GO) on:click=go>{name}</button>
            </th>
            <td>{value}</td>
            <td>{basis_view(desk, estimate.basis)}</td>
        </tr>
    }
    .into_any()
}

/// How much of it is guessed.
fn guess_message(desk: Desk, guesses: usize, count: usize) -> Option<AnyView> {
    if count == 0 {
        return None;
    }
    let tone = guess_tone(guesses);
    let words = match guesses {
        0 => desk.word(Word::HOW_NO_GUESSES),
        _ => desk.show(|show| show.counting(Word::HOW_GUESSES, &[("n", guesses), ("all", count)])),
    };
    Some(
        view! { <p class="message" data-tone=tone.name()>{mark(tone_mark(tone))}<span>{words}</span></p> }
            .into_any(),
    )
}

/// Closes the dialog and goes to the field: on this screen where it has it, else on the Plan screen.
fn go_to_field(desk: Desk, people: PeopleView, path: &str) {
    desk.explained.set(None);
    let path = path.to_owned();
    // Only when the dialog has given the focus back can it go on.
    focus::soon(Box::new(move || {
        if !focus::on(&input_id(&path)) {
            jump(desk, people, &path);
        }
    }));
}
