//! What the figures are called, and their formulas in words and in numbers.

mod figure_names;
mod letters;
mod words;

pub use figure_names::{figure_about, figure_means, figure_name, figure_term};
pub use letters::capitalised;

use super::{Show, Word};
use crate::number::{Exact, Number};
use crate::plan::{
    Answer, Explanation, Figure, FigureUnit, Formula, Piece, Reached, parse_formula, unit_of_field,
};

/// The formula by names: "LTV = contribution per client a month × …".
pub fn formula_in_words(show: &Show<'_>, of: &Figure) -> String {
    match parse_formula(of.formula) {
        Some(formula) => words::equation(show, of, &formula),
        None => figure_about(show, of),
    }
}

/// The formula by names as far as it matters here: of its cases the one that holds.
pub fn formula_that_holds(show: &Show<'_>, of: &Explanation) -> String {
    match of.settled.as_ref() {
        Some(Formula::Brackets(inside)) => words::equation(show, of.figure, inside),
        Some(formula) => words::equation(show, of.figure, formula),
        None => figure_about(show, of.figure),
    }
}

/// The formula with this model's numbers, up to "= value"; empty where it only finds a month or
/// counts, or is one figure alone.
pub fn formula_in_numbers(show: &Show<'_>, of: &Explanation) -> String {
    let mut shown = String::new();
    if of.formula.len() == 1 {
        return shown;
    }
    for piece in &of.formula {
        match piece {
            Piece::Sign(sign) => shown.push_str(sign),
            Piece::Largest => push_word(&mut shown, show, Word::FORMULA_MAX),
            Piece::Smallest => push_word(&mut shown, show, Word::FORMULA_MIN),
            Piece::RoundedUp => push_word(&mut shown, show, Word::FORMULA_CEILING),
            Piece::More => shown.push('…'),
            Piece::Figure { figure, value, .. } => push_answer(&mut shown, show, *value, figure.unit),
            Piece::Number(value) => push_number(&mut shown, &show.plain(*value, 2), value.is_negative()),
            Piece::Input { field, value, .. } => {
                let text = show.typed(*value, unit_of_field(field));
                push_number(&mut shown, &text, value.is_negative());
            }
        }
    }
    if !shown.is_empty() {
        shown.push_str(" = ");
        shown.push_str(&result(show, of.value, of.figure.unit));
    }
    shown
}

fn push_word(text: &mut String, show: &Show<'_>, word: Word) {
    text.push_str(&show.word(word));
    text.push(' ');
}

/// Two decimals, for counts and months too: whoever works it out again should come close.
fn push_answer(text: &mut String, show: &Show<'_>, answer: Answer, unit: FigureUnit) {
    match (answer, unit) {
        (Reached::At(value), FigureUnit::Count | FigureUnit::Ratio | FigureUnit::Months) => {
            push_number(text, &show.plain(value, 2), value.is_negative());
        }
        _ => push_number(text, &show.answer(answer, unit), is_negative(answer)),
    }
}

/// As everywhere on the page, but for counts, which are as exact as the numbers before them.
fn result(show: &Show<'_>, answer: Answer, unit: FigureUnit) -> String {
    match (answer, unit) {
        (Reached::At(count), FigureUnit::Count) => show.plain(count, 2),
        _ => show.answer(answer, unit),
    }
}

fn is_negative(answer: Answer) -> bool {
    answer.at().is_some_and(Exact::is_negative)
}

/// A negative number stands in brackets behind an operator.
fn push_number(text: &mut String, number: &str, is_negative: bool) {
    match is_negative && text.trim_end().ends_with(['+', '−', '×', '÷']) {
        true => text.extend(["(", number, ")"]),
        false => text.push_str(number),
    }
}
