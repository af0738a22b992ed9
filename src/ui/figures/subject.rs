//! What a chart is about: the parts of it that differ from chart to chart.

use super::legend::Key;
use crate::chart::View;
use crate::model::Model;
use crate::number::{Exact, Money, Number};
use crate::plan::Outcome;
use crate::text::findings::Finding;
use crate::text::{Show, Word};
use leptos::prelude::AnyView;

/// Size of the type in every chart, in pixels; the style sheet says the same.
pub const FONT: i32 = 12;

/// A chart.
pub struct Subject {
    /// Its name.
    pub title: Word,
    /// Its width on paper, in pixels.
    pub paper: i32,
    /// What it says.
    pub finding: fn(&Model, &Outcome, &Show<'_>) -> Finding,
    /// Its picture, at a width.
    pub draw: fn(&Scene<'_>) -> Picture,
    /// What its shapes mean.
    pub legend: fn(&Scene<'_>) -> Vec<Key>,
    /// The same as numbers.
    pub table: fn(&Scene<'_>) -> Table,
}

/// What a chart is drawn from.
pub struct Scene<'a> {
    /// The document.
    pub model: &'a Model,
    /// What it comes to.
    pub outcome: &'a Outcome,
    /// How numbers and words are shown.
    pub show: &'a Show<'a>,
    /// Width of the picture in pixels.
    pub width: i32,
}

impl Scene<'_> {
    /// Whether the picture is as narrow as on a phone.
    pub fn narrow(&self) -> bool {
        self.width < 480
    }

    /// A word.
    pub fn word(&self, word: Word) -> String {
        self.show.word(word)
    }

    /// How many months the plan has.
    pub fn months(&self) -> u32 {
        self.outcome.months()
    }
}

/// A picture laid out.
pub struct Picture {
    /// Its size.
    pub view: View,
    /// What is in it, from back to front.
    pub marks: Vec<AnyView>,
}

/// A table of finished texts; the first of each row is its name.
pub struct Table {
    /// Names of the columns.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// A number as a picture takes it; none where it does not exist.
pub fn float(number: Exact) -> Option<f64> {
    number.decimal().ok().map(f64::from_decimal)
}

/// Amounts as a picture takes them.
pub fn floats(amounts: &[Money<Exact>]) -> Vec<Option<f64>> {
    amounts.iter().map(|amount| float(amount.0)).collect()
}

/// A table by month: each column an amount of money.
pub fn monthly(scene: &Scene<'_>, columns: &[(Word, &[Money<Exact>])]) -> Table {
    let names = columns.iter().map(|(name, _)| scene.word(*name));
    let row = |month: u32| {
        let cell = |(_, amounts): &(Word, &[Money<Exact>])| {
            amounts.get(month as usize).map_or_else(String::new, |amount| scene.show.money(amount.0))
        };
        std::iter::once(scene.show.month(month)).chain(columns.iter().map(cell)).collect()
    };
    Table {
        head: std::iter::once(scene.word(Word::CHART_MONTH)).chain(names).collect(),
        rows: (0..scene.months()).map(row).collect(),
    }
}
