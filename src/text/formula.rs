//! What the figures are called, and their formulas in words and in numbers.

use super::naming::field_short;
use super::{Language, Show, Word};
use crate::number::{Exact, Number, lower_case, upper_case};
use crate::plan::{Answer, Explanation, Figure, FigureUnit, Piece, Reached, figure, unit_of_field};

/// What a figure is called, with its trade term: "Cost per lead (CPL)".
pub fn figure_name(show: &Show<'_>, figure: &Figure) -> String {
    capitalised(&name(show, figure))
}

/// The trade term alone where there is one, for tables and formulas: "CPL".
pub fn figure_term(show: &Show<'_>, figure: &Figure) -> String {
    capitalised(term(&name(show, figure)))
}

/// One sentence on what a figure is; where it has no formula, the formula in words.
pub fn figure_about(show: &Show<'_>, figure: &Figure) -> String {
    show.key(&["figure.", figure.id, ".about"].concat())
}

/// What a figure tells the owner; the main ones only.
pub fn figure_means(show: &Show<'_>, figure: &Figure) -> Option<String> {
    Word::find(&["figure.", figure.id, ".means"].concat()).map(|word| show.word(word))
}

/// The formula by names: "LTV = contribution per client a month × …". A figure that only words can
/// tell gives its sentence.
pub fn formula_in_words(show: &Show<'_>, of: &Figure) -> String {
    if of.formula.is_empty() {
        return figure_about(show, of);
    }
    let mut words = figure_term(show, of) + " = ";
    let mut rest = of.formula;
    while let Some((sign, behind)) = rest.split_once('{') {
        let Some((operand, behind)) = behind.split_once('}') else { break };
        push_sign(&mut words, sign, show.language);
        words.push_str(&operand_name(show, operand));
        rest = behind;
    }
    push_sign(&mut words, rest, show.language);
    words
}

/// The formula with this model's numbers, up to "= value"; empty where only words tell the figure.
pub fn formula_in_numbers(show: &Show<'_>, of: &Explanation) -> String {
    let mut shown = String::new();
    for piece in &of.formula {
        match piece {
            Piece::Sign(sign) => push_sign(&mut shown, sign, show.language),
            Piece::Figure { figure, value, .. } => push_answer(&mut shown, show, *value, figure.unit),
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

fn operand_name(show: &Show<'_>, operand: &str) -> String {
    match figure(operand) {
        Some(figure) => mid_sentence(term(&name(show, figure))),
        None => mid_sentence(&field_short(show, operand)),
    }
}

fn name(show: &Show<'_>, figure: &Figure) -> String {
    show.key(&["figure.", figure.id].concat())
}

/// What stands in brackets at the end of a name; the name where nothing does.
fn term(name: &str) -> &str {
    name.strip_suffix(')').and_then(|name| name.rsplit_once('(')).map_or(name, |(_, term)| term)
}

/// An operator as owners know it: `max` and rounding up are words.
fn push_sign(text: &mut String, sign: &str, language: Language) {
    for sign in sign.chars() {
        match sign {
            '⌈' => {
                text.push_str(Word::FORMULA_CEILING.text(language));
                text.push_str(" (");
            }
            '⌉' => text.push(')'),
            // The only word in formulas is `max`.
            'm' => text.push_str(Word::FORMULA_MAX.text(language)),
            'a' => {}
            'x' => text.push(' '),
            _ => text.push(sign),
        }
    }
}

/// Two decimals, for counts and months too: who reckons it again should come close.
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

/// With a small first letter, but for a trade term of capitals.
fn mid_sentence(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(_), Some(second)) if lower_case(second) != second => name.to_owned(),
        (Some(first), _) => with_first(lower_case(first), name),
        _ => String::new(),
    }
}

/// With a capital first letter.
pub fn capitalised(name: &str) -> String {
    name.chars().next().map_or_else(String::new, |first| with_first(upper_case(first), name))
}

fn with_first(first: char, name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    text.push(first);
    text.extend(name.chars().skip(1));
    text
}
