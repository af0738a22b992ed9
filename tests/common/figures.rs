//! Everything an outcome holds as one flat list of named figures, so that tests can walk, compare and print it
//! without knowing its shape: `client.ltv`, `channels.a.cac`, `statement.profit.11`.
//!
//! The list follows from the catalogue: a figure is named by where it stands in the outcome. What the catalogue
//! leaves out is added by hand, and `tests/formulas.rs` knows why.
#![allow(dead_code)]

use obkatka::model::{Guarantee, Model};
use obkatka::number::{Decimal, Exact, Number};
use obkatka::pay::pay_in_force;
use obkatka::plan::{
    FIGURES, Figure as Row, FigureUnit, Outcome, Place, Reached, figure_field, figure_value,
};

/// What a figure is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Money,
    Share,
    Count,
    Months,
}

/// The value of a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<N> {
    /// An amount in its unit.
    Number(Unit, N),
    /// A month of the plan.
    Month(u32),
    /// An answer in words.
    Word(&'static str),
}

/// One figure of an outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure<N> {
    pub name: String,
    pub value: Value<N>,
}

/// All figures of an outcome, in its order. Stages, channels and roles go by their ids.
pub fn figures<N: Number>(model: &Model, outcome: &Outcome<N>) -> Vec<Figure<N>> {
    let mut list = List { model, outcome, figures: Vec::new() };
    let months = 0..outcome.months();
    let ages = 0..outcome.client.survival.len() as u32;
    list.one("client.", "client", Place::Whole);
    list.each("client.", "client", ages, Place::Age);
    for (at, entered) in model.channels.iter().enumerate() {
        let name = format!("channels.{}", entered.id);
        let counts = Value::Word(if outcome.channels[at].counts { "true" } else { "false" });
        list.push(format!("{name}.counts"), counts);
        list.one("a.", &name, Place::Channel(at));
        list.each("channel.", &name, months.clone(), |t| Place::ChannelMonth(at, t));
    }
    list.one("a.", "total", Place::Whole);
    list.stages();
    list.each("volumes.", "volumes", months.clone(), Place::Month);
    list.people();
    for section in ["statement", "cash", "break_even", "gap"] {
        list.one(&format!("{section}."), section, Place::Whole);
        list.each(&format!("{section}."), section, months.clone(), Place::Month);
    }
    list.figures
}

/// The text of a value: all its digits, or the reason why there is none.
pub fn text(value: Value<Exact>) -> String {
    match value {
        Value::Number(_, Exact::Value(value)) => value.normalize().to_string(),
        Value::Number(_, Exact::Undefined(reason)) => reason.name().to_owned(),
        Value::Month(month) => month.to_string(),
        Value::Word(word) => word.to_owned(),
    }
}

/// The decimal of a value that has one.
pub fn decimal(value: Value<Exact>) -> Option<Decimal> {
    match value {
        Value::Number(_, number) => number.decimal().ok(),
        _ => None,
    }
}

fn value<N: Number>(row: &Row, reached: Reached<N>) -> Value<N> {
    let unit = match row.unit {
        FigureUnit::Money => Unit::Money,
        FigureUnit::Share | FigureUnit::Ratio => Unit::Share,
        FigureUnit::Count => Unit::Count,
        FigureUnit::Months | FigureUnit::Month => Unit::Months,
    };
    match reached {
        Reached::At(month) if row.unit == FigureUnit::Month => Value::Month(month.whole_and_rest().0),
        Reached::At(number) => Value::Number(unit, number),
        Reached::NotWithinHorizon => Value::Word("not_within_horizon"),
        Reached::Never => Value::Word("never"),
        Reached::Unknown(reason) => Value::Number(unit, N::undefined(reason)),
    }
}

/// The rows of the catalogue of which a place has a figure, that stand under a field of the outcome; and their own fields.
fn rows(under: &str, place: Place) -> impl Iterator<Item = (&'static Row, &'static str)> {
    FIGURES.iter().filter(move |row| row.has(place)).filter_map(move |row| {
        let field = figure_field(row.id)?.strip_prefix(under)?;
        Some((row, field))
    })
}

/// The field itself may be what is named already.
fn joined(name: &str, field: &str) -> String {
    if field.is_empty() { name.to_owned() } else { format!("{name}.{field}") }
}

struct List<'a, N> {
    model: &'a Model,
    outcome: &'a Outcome<N>,
    figures: Vec<Figure<N>>,
}

impl<N: Number> List<'_, N> {
    fn push(&mut self, name: String, value: Value<N>) {
        self.figures.push(Figure { name, value });
    }

    fn number(&mut self, name: String, unit: Unit, number: N) {
        self.push(name, Value::Number(unit, number));
    }

    /// The figures under a field at one place.
    fn one(&mut self, under: &str, name: &str, place: Place) {
        for (row, field) in rows(under, place) {
            let reached = figure_value(row.id, self.outcome, place);
            self.push(joined(name, field), value(row, reached));
        }
    }

    /// The figures under a field at several places, each as a line.
    fn each(
        &mut self,
        under: &str,
        name: &str,
        numbers: impl Iterator<Item = u32> + Clone,
        place: impl Fn(u32) -> Place,
    ) {
        for (row, field) in rows(under, place(0)) {
            for at in numbers.clone() {
                let reached = figure_value(row.id, self.outcome, place(at));
                self.push(format!("{}.{at}", joined(name, field)), value(row, reached));
            }
        }
    }

    fn stages(&mut self) {
        let months = 0..self.outcome.months();
        for (at, stage) in self.model.funnel.stages.iter().enumerate() {
            let name = format!("volumes.stages.{}", stage.id);
            self.each("volumes.stages", &name, months.clone(), |t| Place::StageMonth(at, t));
        }
        for (at, stage) in self.model.funnel.stages.iter().enumerate() {
            self.one("volumes.stage_totals", &format!("volumes.stage_totals.{}", stage.id), Place::Stage(at));
        }
    }

    /// Heads of every role, the load of those who have bounds, the pay of those who have more than a salary.
    fn people(&mut self) {
        let (model, outcome) = (self.model, self.outcome);
        for (at, (person, role)) in model.people.iter().zip(&outcome.people.roles).enumerate() {
            let name = format!("people.{}", person.id);
            self.each("role.", &name, 0..outcome.months(), |t| Place::RoleMonth(at, t));
            if let Some(load) = &role.load {
                for (line, counts) in [("load", &load.demand), ("capacity", &load.capacity)] {
                    for (t, count) in counts.iter().enumerate() {
                        self.number(format!("{name}.{line}.{t}"), Unit::Count, count.0);
                    }
                }
            }
            let pay = pay_in_force(person, &model.team).1;
            if pay.parts.is_empty() && pay.guarantee == Guarantee::None {
                continue;
            }
            for (group, own) in role.groups.iter().enumerate() {
                let months = own.first..own.first.saturating_add(own.pay.len() as u32);
                self.each("slip.", &format!("{name}.{group}"), months, |t| Place::GroupMonth(at, group, t));
            }
        }
    }
}
