//! The answers of the first screen, put where the page will put them.

use super::Beginning;
use crate::browser::first_form::{AnswerText, BarText, FirstAnswerText, write_answers, write_first};
use crate::judge::{AnswerCard, Verdict, first_verdict};
use crate::model::{Model, QUICK, with_example};
use crate::number::{Exact, Money};
use crate::picture::{SCALE_WIDTH, scale_length};
use crate::plan::{FigureUnit, Outcome, evaluate_first};
use crate::text::{Show, Word};

/// A figure of the first answer: its name, and what it says of an outcome.
pub type Pair = (Word, fn(&Show<'_>, &Outcome) -> String);

/// The figures under the first answer.
pub const PAIRS: [Pair; 4] = [
    (Word::FIGURE_MONTH_LEADS, leads),
    (Word::FIGURE_CONVERSION, |show, outcome| show.percent(outcome.total.conversion.0)),
    (Word::FIGURE_ORDER_CONTRIBUTION, |show, outcome| show.money(outcome.client.order_contribution.0)),
    (Word::FIGURE_BREAK_EVEN_CLIENTS, clients),
];

/// Leads of the first month.
fn leads(show: &Show<'_>, outcome: &Outcome) -> String {
    outcome.volumes.leads.first().map_or_else(String::new, |leads| show.count(leads.0))
}

/// Clients with whom the twelfth month pays for itself.
fn clients(show: &Show<'_>, outcome: &Outcome) -> String {
    let clients = outcome.break_even.clients.get(11);
    clients.map_or_else(String::new, |clients| show.answer(clients.map(|count| count.0), FigureUnit::Count))
}

/// What stands over the first answer: whose numbers it is of. `missing` of the eight are the example's.
pub fn heading(missing: usize) -> Word {
    if missing == 0 { Word::START_ANSWER } else { Word::START_EXAMPLE_ANSWER }
}

/// How much of the answer is the example's, and what to do about it: what was not sure is tried out.
pub fn example_note(show: &Show<'_>, missing: usize) -> String {
    match missing {
        0 => show.word(Word::START_EXAMPLE_NONE),
        QUICK => show.word(Word::START_EXAMPLE_ALL),
        _ => show.counting(Word::START_EXAMPLE_SOME, &[("n", QUICK - missing), ("rest", missing)]),
    }
}

/// Where the sum of a bar stands, and how it is drawn.
pub struct BarLabel {
    /// From the left.
    pub x: i32,
    /// Its classes in the style sheet.
    pub class: &'static str,
}

/// Beside the bar where there is room for it, else at its end inside: never across its edge.
pub fn bar_label(length: i32) -> BarLabel {
    match length > SCALE_WIDTH - 98 {
        true => BarLabel { x: length - 8, class: "say on end" },
        false => BarLabel { x: length + 8, class: "say halo" },
    }
}

/// Works the document out and shows what it comes to: the bar what is known, the first answer with the example in place of
/// what is missing.
pub(super) fn show(beginning: &Beginning) {
    let model = beginning.workspace.model();
    let show = beginning.show();
    // Nobody works in a document that the form has made.
    let outcome = evaluate_first(model, || None);
    let verdict = first_verdict(model, &outcome);
    let answers = verdict.answers.each_ref().map(|card| texts(&show, model, card));
    write_answers(verdict.tone.name(), &answers);
    match with_example(model) {
        Some((filled, missing)) => {
            let of_example = evaluate_first(&filled, || None);
            // What is in part an example's has no verdict but one's own: that so much is missing.
            let verdict = if missing == QUICK { first_verdict(&filled, &of_example) } else { verdict };
            write_first(&first(&show, &filled, &of_example, &verdict, missing));
        }
        None => write_first(&first(&show, model, &outcome, &verdict, 0)),
    }
}

fn first(
    show: &Show<'_>,
    model: &Model,
    outcome: &Outcome,
    verdict: &Verdict,
    missing: usize,
) -> FirstAnswerText {
    let (brings, costs) = (outcome.client.ltv, outcome.total.cac_loaded);
    let bar = |sum: Money<Exact>| {
        let length = scale_length(sum, brings.most(costs));
        let BarLabel { x, class } = bar_label(length);
        BarText { length, place: x, class, sum: show.money(sum.0) }
    };
    FirstAnswerText {
        is_example: missing > 0,
        heading: show.word(heading(missing)),
        note: example_note(show, missing),
        tone: verdict.tone.name(),
        sentence: show.sentence(model, &verdict.say),
        bars: [bar(brings), bar(costs)],
        figures: PAIRS.map(|(_, text)| text(show, outcome)),
    }
}

fn texts(show: &Show<'_>, model: &Model, card: &AnswerCard) -> AnswerText {
    AnswerText {
        tone: card.tone.name(),
        spoken_tone: [&show.word(card.tone.word()), ": "].concat(),
        value: show.filled(model, &card.value),
        detail: card.detail.as_ref().map_or_else(String::new, |detail| show.sentence(model, detail)),
        meaning: show.sentence(model, &card.meaning),
    }
}
