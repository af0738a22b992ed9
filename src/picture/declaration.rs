//! What a chart is: the parts of it that differ from chart to chart, declared in one place.

use super::mark::{Pattern, Picture};
use crate::judge;
use crate::model::Model;
use crate::number::{Exact, Money, Number};
use crate::plan::Outcome;
use crate::text::{Show, Word};

/// Size of the type in every chart, in pixels; the style sheet says the same.
pub const FONT: i32 = 12;

/// A chart that is drawn from a plan and, beyond it, from an input of its own.
pub struct Chart<I: 'static = ()> {
    /// Its name for programs and tests: never shown.
    pub id: &'static str,
    /// Its name.
    pub title: Word,
    /// The folders of `ui/screens` in which it stands.
    pub screens: &'static [&'static str],
    /// Its width on paper, in pixels.
    pub paper: i32,
    /// Its input as a document alone gives it, for whoever has no screen on which more is chosen.
    pub input: fn(&Context<'_>) -> I,
    /// What it says, in one sentence: also its name for those who cannot see it.
    pub finding: fn(&Context<'_>, &I) -> Finding,
    /// Its picture, at the context's width.
    pub draw: fn(&Context<'_>, &I) -> Picture,
    /// What its shapes mean.
    pub keys: fn(&Context<'_>, &I) -> Vec<Key>,
    /// The same as numbers.
    pub table: fn(&Context<'_>, &I) -> Table,
}

/// What every chart is drawn from.
pub struct Context<'a> {
    /// The document.
    pub model: &'a Model,
    /// What it comes to.
    pub outcome: &'a Outcome,
    /// How numbers and words are shown.
    pub show: &'a Show<'a>,
    /// Width of the picture in pixels; findings, keys and tables do not look at it.
    pub width: i32,
}

impl Context<'_> {
    /// Whether the picture is as narrow as on a phone.
    pub fn is_narrow(&self) -> bool {
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

    /// What a chart says, in words.
    pub fn finding(&self, finding: &judge::Finding) -> Finding {
        Finding { text: self.show.sentences(self.model, &finding.say), drawable: finding.drawable }
    }

    /// A key named by a word.
    pub fn key(&self, form: Form, class: &'static str, word: Word) -> Key {
        Key { form, class, text: self.word(word) }
    }
}

/// A chart of the list, whatever its input is.
pub trait AnyChart: Sync {
    /// Its name for programs and tests.
    fn id(&self) -> &'static str;
    /// The folders of `ui/screens` in which it stands.
    fn screens(&self) -> &'static [&'static str];
    /// All of it, from a document alone.
    fn shown(&self, context: &Context<'_>) -> Shown;
}

/// What a chart says, in the reader's words.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// A sentence for the owner, or two.
    pub text: String,
    /// Whether there is anything to draw; if not, the sentence stands in place of the picture.
    pub drawable: bool,
}

/// All of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Its name.
    pub title: String,
    /// What it says.
    pub finding: Finding,
    /// Its picture; none where there is nothing to draw: then the finding stands in its place.
    pub picture: Option<Picture>,
    /// What its shapes mean.
    pub keys: Vec<Key>,
    /// The same as numbers.
    pub table: Table,
}

impl<I> AnyChart for Chart<I> {
    fn id(&self) -> &'static str {
        self.id
    }

    fn screens(&self) -> &'static [&'static str] {
        self.screens
    }

    fn shown(&self, context: &Context<'_>) -> Shown {
        let input = (self.input)(context);
        let finding = (self.finding)(context, &input);
        Shown {
            title: context.word(self.title),
            picture: finding.drawable.then(|| (self.draw)(context, &input)),
            keys: (self.keys)(context, &input),
            table: (self.table)(context, &input),
            finding,
        }
    }
}

/// One line of a legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The form.
    pub form: Form,
    /// Its class, which colours it.
    pub class: &'static str,
    /// What it means.
    pub text: String,
}

/// The form of a mark in a legend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A line or a dashed line, by its class.
    Line,
    /// A box, by its class.
    Box,
    /// A box filled with a pattern.
    Hatch(Pattern),
    /// An outlined box, struck through.
    Struck,
    /// Strips as thin as under a channel.
    Strip,
    /// The ring around a point.
    Ring,
}

/// A table of finished texts; the first of each row is its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Names of the columns.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// A row in words: "Mar 2027 — Revenue: 1,200 · Costs: 900". None where there is no such row.
    pub fn row_text(&self, row: usize) -> Option<String> {
        let (first, cells) = self.rows.get(row)?.split_first()?;
        // A bare number does not say what it is a number of.
        let is_bare = first.starts_with(|letter: char| letter.is_ascii_digit());
        let named = self.head.first().filter(|_| is_bare).map(|head| [head, " ", first].concat());
        let heads = self.head.iter().skip(1);
        let known = cells.iter().zip(heads).filter(|(cell, _)| !cell.is_empty() && *cell != "—");
        let cells: Vec<String> = known.map(|(cell, head)| [head, ": ", cell].concat()).collect();
        Some([named.as_ref().unwrap_or(first), " — ", &cells.join(" · ")].concat())
    }
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
pub fn monthly(context: &Context<'_>, columns: &[(Word, &[Money<Exact>])]) -> Table {
    let names = columns.iter().map(|(name, _)| context.word(*name));
    let row = |month: u32| {
        let cell = |(_, amounts): &(Word, &[Money<Exact>])| {
            amounts.get(month as usize).map_or_else(String::new, |amount| context.show.money(amount.0))
        };
        std::iter::once(context.show.month(month)).chain(columns.iter().map(cell)).collect()
    };
    Table {
        head: std::iter::once(context.word(Word::CHART_MONTH)).chain(names).collect(),
        rows: (0..context.months()).map(row).collect(),
    }
}
