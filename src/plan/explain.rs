//! How a figure is computed: its formula, what stands in it, and every input it rests on.

use super::catalogue::{Answer, Figure, FigureUnit, Place, Scope, figure};
use super::formula::{Evaluation, Formula, Piece, parse, pieces, settled};
use super::outcome::Outcome;
use super::relevance::is_relevant;
use crate::model::{Field, Kind, Measure, Model, for_each_estimate};

/// A figure, opened up.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The figure.
    pub figure: &'static Figure,
    /// What it comes to.
    pub value: Answer,
    /// Its formula, without the cases that do not hold here.
    pub settled: Option<Formula>,
    /// Its formula with the plan's numbers; empty where it only finds a month or counts.
    pub formula: Vec<Piece>,
    /// Paths of all the estimates that it rests on, however far back.
    pub inputs: Vec<String>,
}

/// Opens a figure up.
pub fn explain(model: &Model, outcome: &Outcome, figure: &'static Figure, place: Place) -> Explanation {
    let evaluation = Evaluation::new(model, outcome);
    let whole = parse(figure.formula);
    let formula = whole.as_ref().map(|formula| pieces(&evaluation, formula, place));
    let settled = whole.map(|formula| settled(&evaluation, &formula, place));
    Explanation {
        figure,
        value: evaluation.answer_at(figure, place),
        settled,
        formula: formula.unwrap_or_default(),
        inputs: inputs_of(model, figure, place),
    }
}

/// Paths of all the estimates that a figure rests on, however far back: those that its formula names, as far as they count
/// in the document as it stands.
pub fn inputs_of(model: &Model, figure: &'static Figure, place: Place) -> Vec<String> {
    let channel = match place {
        Place::Channel(at) | Place::ChannelMonth(at, _) => Some(at),
        _ => None,
    };
    let mut patterns = Vec::new();
    collect(figure, channel, &mut patterns, &mut Vec::new());
    expanded(model, &patterns)
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

/// An input by pattern, and the channel to which `channels/*` is narrowed.
type Pattern = (&'static str, Option<usize>);

fn collect(
    of: &'static Figure,
    channel: Option<usize>,
    patterns: &mut Vec<Pattern>,
    seen: &mut Vec<(&'static str, Option<usize>)>,
) {
    // A figure of the whole plan or of a month stands in a channel's formula as itself: all channels are in it.
    let channel = channel.filter(|_| matches!(of.scope, Scope::Channel | Scope::ChannelMonth));
    if seen.contains(&(of.id, channel)) {
        return;
    }
    seen.push((of.id, channel));
    if let Some(formula) = parse(of.formula) {
        collect_formula(&formula, channel, patterns, seen);
    }
}

fn collect_formula(
    formula: &Formula,
    channel: Option<usize>,
    patterns: &mut Vec<Pattern>,
    seen: &mut Vec<(&'static str, Option<usize>)>,
) {
    formula.each_leaf(&mut |leaf| match leaf {
        Formula::Figure(id) => {
            if let Some(figure) = figure(id) {
                collect(figure, channel, patterns, seen);
            }
        }
        Formula::Input(path) => patterns.push((path, channel)),
        Formula::OfAll(of) => collect_formula(of, None, patterns, seen),
        _ => patterns.extend(CAPACITY.map(|path| (path, None))),
    });
}

/// What people can handle hangs on how many they are.
const CAPACITY: [&str; 2] = ["people/*/capacity", "people/*/hires/*/heads"];

fn expanded(model: &Model, patterns: &[Pattern]) -> Vec<String> {
    let mut paths = Vec::new();
    for_each_estimate(model, &mut |path, _, _| {
        let fits = |(pattern, channel): &Pattern| {
            let narrowed = channel.and_then(|at| model.channels.get(at)).map(|channel| channel.id.as_str());
            // The first people of a role stand in the role itself.
            let first = pattern.strip_prefix("people/*/hires/*/").map(|field| ["people/*/", field].concat());
            fits(pattern, path, narrowed) || first.is_some_and(|first| fits(&first, path, narrowed))
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
