//! How a figure is computed: its formula, what stands in it, and every input it rests on.

use super::catalogue::{Answer, Figure, FigureUnit, Place, Scope, figure};
use super::outcome::Outcome;
use super::relevance::is_relevant;
use crate::model::{Field, Kind, Measure, Model, Slot, find, for_each_estimate};
use crate::number::{Exact, Number, Undefined};

/// A figure, opened up.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The figure.
    pub figure: &'static Figure,
    /// What it comes to.
    pub value: Answer,
    /// Its formula in pieces; empty where only words tell it.
    pub formula: Vec<Piece>,
    /// Paths of all the estimates that it rests on, however far back.
    pub inputs: Vec<String>,
}

/// A piece of a formula.
#[derive(Clone, Debug)]
pub enum Piece {
    /// An operator, a bracket or a number.
    Sign(&'static str),
    /// Another figure.
    Figure {
        /// Which.
        figure: &'static Figure,
        /// Where.
        place: Place,
        /// What it comes to.
        value: Answer,
    },
    /// Something entered.
    Input {
        /// Its path.
        path: String,
        /// Its field.
        field: &'static Field,
        /// Its value.
        value: Exact,
    },
}

/// Opens a figure up.
pub fn explain(model: &Model, outcome: &Outcome, figure: &'static Figure, place: Place) -> Explanation {
    let formula = pieces(model, outcome, figure, place);
    let mut patterns = Vec::new();
    collect(figure, place, &mut patterns, &mut Vec::new());
    Explanation { figure, value: figure.value(outcome, place), formula, inputs: expanded(model, &patterns) }
}

/// How the value of an input is counted.
pub fn unit_of(measure: Measure) -> FigureUnit {
    match measure {
        Measure::Money | Measure::Balance => FigureUnit::Money,
        Measure::Share | Measure::Rate => FigureUnit::Share,
        Measure::Count | Measure::Days => FigureUnit::Count,
        Measure::Plain => FigureUnit::Ratio,
    }
}

fn pieces(model: &Model, outcome: &Outcome, of: &'static Figure, place: Place) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = of.formula;
    while let Some((sign, behind)) = rest.split_once('{') {
        let Some((term, behind)) = behind.split_once('}') else { break };
        if !sign.is_empty() {
            pieces.push(Piece::Sign(sign));
        }
        pieces.extend(term_piece(model, outcome, term, place));
        rest = behind;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Sign(rest));
    }
    pieces
}

fn term_piece(model: &Model, outcome: &Outcome, term: &str, place: Place) -> Option<Piece> {
    if let Some(figure) = figure(term) {
        let place = place_for(figure, place);
        return Some(Piece::Figure { figure, place, value: figure.value(outcome, place) });
    }
    let (field, slot) = find(model, term)?;
    let value = match slot {
        Slot::Estimate(estimate) => estimate.number(),
        Slot::Whole(whole) => Exact::whole(whole),
        _ => Exact::undefined(Undefined::NoData),
    };
    Some(Piece::Input { path: term.to_owned(), field, value })
}

/// A figure of the whole plan stands in the formulas of channels and months as itself.
fn place_for(figure: &Figure, place: Place) -> Place {
    match (figure.scope, place) {
        (Scope::Channel, Place::Channel(_)) | (Scope::Month, Place::Month(_)) => place,
        _ => Place::Whole,
    }
}

/// An input by pattern, and the channel to which `channels/*` is narrowed.
type Pattern = (&'static str, Option<usize>);

fn collect(of: &'static Figure, place: Place, patterns: &mut Vec<Pattern>, seen: &mut Vec<&'static str>) {
    if seen.contains(&of.id) {
        return;
    }
    seen.push(of.id);
    let channel = match place {
        Place::Channel(at) => Some(at),
        Place::Whole | Place::Month(_) => None,
    };
    patterns.extend(of.inputs.iter().map(|input| (*input, channel)));
    for term in terms(of.formula) {
        match figure(term) {
            Some(figure) => collect(figure, place_for(figure, place), patterns, seen),
            None => patterns.push((term, channel)),
        }
    }
}

fn terms(formula: &'static str) -> impl Iterator<Item = &'static str> {
    formula.split('{').skip(1).filter_map(|piece| piece.split_once('}').map(|(term, _)| term))
}

fn expanded(model: &Model, patterns: &[Pattern]) -> Vec<String> {
    let mut paths = Vec::new();
    for_each_estimate(model, &mut |path, _, _| {
        let fits = |(pattern, channel): &Pattern| {
            let narrowed = channel.and_then(|at| model.channels.get(at)).map(|channel| channel.id.as_str());
            fits(pattern, path, narrowed)
        };
        if patterns.iter().any(fits) && is_relevant(model, path) {
            paths.push(path.to_owned());
        }
    });
    paths
}

fn fits(pattern: &str, path: &str, channel: Option<&str>) -> bool {
    let mut steps = path.split('/');
    let is_channel = pattern.starts_with("channels/");
    pattern.split('/').enumerate().all(|(at, wanted)| match (steps.next(), wanted) {
        (Some(step), "*") if at == 1 && is_channel => channel.is_none_or(|channel| channel == step),
        (Some(_), "*") => true,
        // What is proposed stands for what is paid today, where it counts.
        (Some("proposed"), "pay") | (Some("proposed_salary"), "salary") => true,
        (Some(step), wanted) => step == wanted,
        (None, _) => false,
    })
}

/// How an input's value is counted, by its field.
pub fn unit_of_field(field: &Field) -> FigureUnit {
    match field.kind {
        Kind::Estimate(measure) | Kind::Optional(measure) => unit_of(measure),
        _ => FigureUnit::Count,
    }
}
