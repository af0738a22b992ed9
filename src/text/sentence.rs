//! Sentences as values: a word and what fills its placeholders, before a language is chosen.

use super::{Filling, MonthCase, Show, Word, row_name, signed_money};
use crate::model::Model;
use crate::number::{Exact, Undefined};
use crate::plan::{Answer, FigureUnit};

/// A word with what fills its placeholders, by their names.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// The word.
    pub word: Word,
    /// What stands in place of each placeholder.
    pub fillings: Vec<(&'static str, Value)>,
}

/// What stands in place of a placeholder.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// An amount of money.
    Money(Exact),
    /// An amount of money in few characters: "1.2 M".
    ShortMoney(Exact),
    /// An amount of money in a tight place: in few characters where it is large, in round numbers where most of what it
    /// comes of is guessed.
    TightMoney(Exact, bool),
    /// An amount of money in round numbers: "about 6.6 M".
    AboutMoney(Exact),
    /// An amount that is added or taken, with its sign.
    SignedMoney(Exact),
    /// A share in per cent.
    Percent(Exact),
    /// How many; decides the plural.
    Count(Exact),
    /// A small whole number as it is; decides the plural.
    Whole(u32),
    /// A number with at most so many decimals.
    Plain(Exact, u8),
    /// How many times: "3.2×".
    Times(Exact),
    /// A length of time, in months.
    Months(Exact),
    /// A month of the plan, counted from 0.
    Month(u32),
    /// A month of the plan after "since" or "by".
    MonthIn(u32, MonthCase),
    /// A figure, or the words for why there is none.
    Answer(Answer, FigureUnit),
    /// Why there is no number.
    Reason(Undefined),
    /// The name of the row at a path of the document.
    Row(String),
    /// Some words.
    Word(Word),
    /// A sentence in itself.
    Sentence(Box<Sentence>),
    /// A clause that is added to the sentence, with a space before it.
    Clause(Box<Sentence>),
    /// Several values, with commas between them.
    List(Vec<Value>),
    /// Nothing: the placeholder is dropped.
    Nothing,
}

impl Sentence {
    /// A word that needs nothing filled in.
    pub fn plain(word: Word) -> Self {
        Self { word, fillings: Vec::new() }
    }

    /// A word with what fills it.
    pub fn new(word: Word, fillings: impl Into<Vec<(&'static str, Value)>>) -> Self {
        Self { word, fillings: fillings.into() }
    }
}

impl Value {
    /// The name of a role, by its place in the document.
    pub fn role(model: &Model, at: usize) -> Self {
        Self::row("people/", model.people.get(at).map(|person| &person.id))
    }

    /// The name of a channel, by its place.
    pub fn channel(model: &Model, at: usize) -> Self {
        Self::row("channels/", model.channels.get(at).map(|channel| &channel.id))
    }

    /// The name of a stage of the funnel, by its place.
    pub fn stage(model: &Model, at: usize) -> Self {
        Self::row("funnel/stages/", model.funnel.stages.get(at).map(|stage| &stage.id))
    }

    fn row(rows: &str, id: Option<&String>) -> Self {
        id.map_or(Value::Nothing, |id| Value::Row([rows, id].concat()))
    }

    /// An amount of money in a sentence: round numbers where most of what it comes of is guessed.
    pub fn sum(amount: Exact, is_rough: bool) -> Self {
        if is_rough { Value::AboutMoney(amount) } else { Value::Money(amount) }
    }

    /// A value that may be missing.
    pub fn or_nothing(value: Option<Value>) -> Self {
        value.unwrap_or(Value::Nothing)
    }
}

impl Show<'_> {
    /// A sentence about a document in the reader's language.
    pub fn sentence(&self, model: &Model, sentence: &Sentence) -> String {
        let shown: Vec<_> =
            sentence.fillings.iter().map(|(name, own)| (*name, self.filling(model, own))).collect();
        let fillings: Vec<_> = shown
            .iter()
            .map(|(name, (text, plural))| match plural {
                Some(whole) => (*name, Filling::Number(text, *whole)),
                None => (*name, Filling::Text(text)),
            })
            .collect();
        self.phrase(sentence.word, &fillings)
    }

    /// Sentences one after the other.
    pub fn sentences(&self, model: &Model, sentences: &[Sentence]) -> String {
        let all: Vec<_> = sentences.iter().map(|sentence| self.sentence(model, sentence)).collect();
        all.join(" ")
    }

    /// A value in the reader's language.
    pub fn filled(&self, model: &Model, value: &Value) -> String {
        self.filling(model, value).0
    }

    /// A value's text; of a number, also the whole number that decides the plural.
    fn filling(&self, model: &Model, value: &Value) -> (String, Option<Option<u64>>) {
        let text = match *value {
            Value::Count(count) => {
                let (text, whole) = self.counted(count);
                return (text, Some(whole));
            }
            Value::Whole(number) => return (number.to_string(), Some(Some(u64::from(number)))),
            Value::Money(amount) => self.money(amount),
            Value::ShortMoney(amount) => self.short_money(amount),
            Value::TightMoney(amount, is_rough) => self.tight_money(amount, is_rough),
            Value::AboutMoney(amount) => self.about_money(amount),
            Value::SignedMoney(amount) => signed_money(self, amount),
            Value::Percent(share) => self.percent(share),
            Value::Plain(number, decimals) => self.plain(number, decimals),
            Value::Times(number) => [&self.ratio(number, 1), "×"].concat(),
            Value::Months(months) => self.months(months),
            Value::Month(month) => self.month(month),
            Value::MonthIn(month, case) => self.month_in(month, case),
            Value::Answer(answer, unit) => self.answer(answer, unit),
            Value::Reason(reason) => self.reason(reason),
            Value::Row(ref path) => row_name(self, model, path),
            Value::Word(word) => self.word(word),
            Value::Sentence(ref sentence) => self.sentence(model, sentence),
            Value::Clause(ref clause) => [" ", &self.sentence(model, clause)].concat(),
            Value::List(ref values) => {
                let all: Vec<_> = values.iter().map(|own| self.filled(model, own)).collect();
                all.join(", ")
            }
            Value::Nothing => String::new(),
        };
        (text, None)
    }
}
