//! How amounts are shown: rounded for the eye, with their unit, in the reader's language.

use super::compact::Compact;
use super::{Filling, Language, Word, in_words_of, phrase_of};
use crate::model::{About, Choice, Currency, Trade, Unit, YearMonth};
use crate::number::{Decimal, Exact, Number, Undefined};
use crate::plan::{Answer, FigureUnit, Reached};
use std::borrow::Cow;

/// What LTV / CAC is judged by: below the first it is a loss, from the second on it is good.
pub const RATIO_LIMITS: [u32; 2] = [1, 3];

/// A space at which no line ends.
const NO_BREAK: &str = "\u{a0}";

/// Digits of an amount in few characters.
const SHORT_DIGITS: u8 = 3;

/// Digits of an amount that is not known well: guesses are seldom right to a tenth.
const ROUGH_DIGITS: u8 = 2;

/// From here on an amount is too long for a tight place.
const WRITTEN_OUT: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);

/// How the digits of a number are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A plain number with at most so many decimals.
    Plain(u8),
    /// Money with at most so many decimals.
    Money(Currency, u8),
    /// A share in per cent with at most so many decimals.
    Percent(u8),
}

/// Whoever can write digits and months in a language. The browser can, exactly, from text.
pub trait Digits {
    /// A decimal, given as plain text.
    fn digits(&self, language: Language, decimal: &str, form: Form) -> String;
    /// A calendar month: "Jan 2027", or only its name.
    fn month(&self, language: Language, month: YearMonth, with_year: bool) -> String;
}

/// How amounts are shown to one reader: language, currency, the word for what is counted, the first month.
#[derive(Clone, Copy)]
pub struct Show<'a> {
    /// Language.
    pub language: Language,
    /// Currency of every amount.
    pub currency: Currency,
    /// What is counted.
    pub unit: Unit,
    /// Whose words clients, leads and orders are named by.
    pub trade: Trade,
    /// The plan's first month.
    pub start: YearMonth,
    /// Who writes the digits.
    pub digits: &'a dyn Digits,
}

impl Show<'_> {
    /// The same, for a document.
    #[must_use]
    pub const fn of(self, about: &About) -> Self {
        Show { currency: about.currency, unit: about.unit, trade: about.trade, start: about.start, ..self }
    }

    /// A word without placeholders but those of the unit.
    pub fn word(&self, word: Word) -> String {
        self.phrase(word, &[])
    }

    /// A sentence with its placeholders filled. `{unit}`, `{units}`, `{of_unit}`, `{of_units}` are
    /// the word for what is counted.
    pub fn phrase(&self, word: Word, fillings: &[(&str, Filling<'_>)]) -> String {
        let text = self.text(word);
        if !text.contains("{unit") {
            return phrase_of(&text, self.language, fillings);
        }
        let forms = ["unit", "units", "unit_of", "units_of"].map(|form| (form, self.unit_form(form)));
        let mut all: Vec<_> = forms.iter().map(|(form, text)| (*form, Filling::Text(text))).collect();
        all.extend_from_slice(fillings);
        phrase_of(&text, self.language, &all)
    }

    /// The words themselves, the trade's among them.
    fn text(&self, word: Word) -> Cow<'static, str> {
        let text = word.text(self.language);
        match self.trade {
            Trade::Any => text.into(),
            trade => in_words_of(trade, text, self.language).into(),
        }
    }

    fn unit_form(&self, form: &str) -> Cow<'static, str> {
        let key = format!("{form}.{}", self.unit.name());
        Word::find(&key).map_or_else(Cow::default, |word| self.text(word))
    }

    /// A word by a key that is put together when the program runs; the key itself where it is missing.
    pub fn key(&self, key: &str) -> String {
        Word::find(key).map_or_else(|| key.to_owned(), |word| self.word(word))
    }

    /// A phrase with whole numbers filled in, each with the plural that it asks for.
    pub fn counting(&self, word: Word, counts: &[(&str, usize)]) -> String {
        let texts: Vec<_> = counts.iter().map(|(_, count)| count.to_string()).collect();
        let filled = counts.iter().zip(&texts);
        let filled =
            filled.map(|((name, count), text)| (*name, Filling::Number(text, u64::try_from(*count).ok())));
        self.phrase(word, &filled.collect::<Vec<_>>())
    }

    /// An amount of money; kopecks only below a hundred, where its currency has them.
    pub fn money(&self, amount: Exact) -> String {
        self.number(amount, |value| {
            let decimals = if value.abs() < Decimal::ONE_HUNDRED && !value.is_integer() {
                self.currency.minor_digits()
            } else {
                0
            };
            Form::Money(self.currency, decimals)
        })
    }

    /// An amount of money in few characters, for axes.
    pub fn short_money(&self, amount: Exact) -> String {
        self.compact_money(amount, SHORT_DIGITS, NO_BREAK)
    }

    /// An amount of money where there is little room. Up to five digits it is written out, above in few characters; a
    /// rough one has two digits and a sign that says so.
    pub fn tight_money(&self, amount: Exact, is_rough: bool) -> String {
        let is_long = amount.decimal().is_ok_and(|value| value.abs() >= WRITTEN_OUT);
        match is_rough {
            true if amount.decimal().is_ok_and(|value| !value.is_zero()) => {
                ["≈\u{a0}", &self.compact_money(amount, ROUGH_DIGITS, " ")].concat()
            }
            _ if is_long => self.compact_money(amount, SHORT_DIGITS, " "),
            _ => self.money(amount),
        }
    }

    /// An amount of money in a sentence about what is not known well: "about 6.6 M".
    pub fn about_money(&self, amount: Exact) -> String {
        let shown = self.compact_money(amount, ROUGH_DIGITS, NO_BREAK);
        self.phrase(Word::ANSWER_ABOUT, &[("amount", Filling::Text(&shown))])
    }

    fn compact_money(&self, amount: Exact, most: u8, space: &str) -> String {
        let Exact::Value(value) = amount else { return self.money(amount) };
        let compact = Compact::new(value, most);
        let decimals = u8::try_from(compact.amount.scale()).unwrap_or_default();
        let shown = self.number(Exact::Value(compact.amount), |_| Form::Money(self.currency, decimals));
        compact.scaled(&shown, self.language, space)
    }

    /// A share in per cent; a decimal below ten per cent.
    pub fn percent(&self, share: Exact) -> String {
        self.number(share, |value| Form::Percent(if value.abs() < Decimal::new(1, 1) { 1 } else { 0 }))
    }

    /// How many; a decimal below ten.
    pub fn count(&self, count: Exact) -> String {
        self.number(count, |value| Form::Plain(if value.abs() < Decimal::TEN { 1 } else { 0 }))
    }

    /// How many, as it is shown, and the whole number that decides the plural; none for one shown with a fraction.
    pub fn counted(&self, count: Exact) -> (String, Option<u64>) {
        let Ok(value) = count.decimal() else { return (self.count(count), None) };
        let digits = if value.abs() < Decimal::TEN { 1 } else { 0 };
        let rounded = value.round_dp(digits).normalize();
        let whole = rounded.is_integer().then(|| u64::try_from(rounded).ok()).flatten();
        (self.count(Exact::Value(rounded)), whole)
    }

    /// A number with at most so many decimals.
    pub fn plain(&self, number: Exact, decimals: u8) -> String {
        self.number(number, |_| Form::Plain(decimals))
    }

    /// A ratio with so many decimals; two near the limits at which it is judged otherwise, and never rounded up to one.
    pub fn ratio(&self, ratio: Exact, decimals: u8) -> String {
        let tenth = Exact::from_decimal(Decimal::new(1, 1));
        let is_near = |limit: &Exact| {
            let above = ratio - *limit;
            (above + tenth).is_positive() && (tenth - above).is_positive()
        };
        let Some(limit) = RATIO_LIMITS.map(Exact::whole).into_iter().find(is_near) else {
            return self.plain(ratio, decimals);
        };
        // The last two digits below the limit: 0.9951 is not 1.
        let last = limit - Exact::from_decimal(Decimal::new(1, 2));
        let is_rounded_up = (limit - ratio).is_positive() && (ratio - last).is_positive();
        self.plain(if is_rounded_up { last } else { ratio }, 2)
    }

    /// The value of an input, with all the decimals that somebody typed.
    pub fn typed(&self, value: Exact, unit: FigureUnit) -> String {
        self.number(value, |_| match unit {
            FigureUnit::Money => Form::Money(self.currency, 4),
            FigureUnit::Share => Form::Percent(4),
            _ => Form::Plain(6),
        })
    }

    /// A month of the plan as a calendar month.
    pub fn month(&self, month: u32) -> String {
        self.calendar(self.start.later(month))
    }

    /// A calendar month: "Mar 27".
    pub fn calendar(&self, month: YearMonth) -> String {
        self.digits.month(self.language, month, true)
    }

    /// A figure of any unit, or the words for why there is none.
    pub fn answer(&self, answer: Answer, unit: FigureUnit) -> String {
        match answer {
            Reached::At(value) => self.value(value, unit),
            Reached::NotWithinHorizon => self.word(Word::ANSWER_NOT_WITHIN_HORIZON),
            Reached::Never if matches!(unit, FigureUnit::Count | FigureUnit::Money) => {
                self.word(Word::ANSWER_IMPOSSIBLE)
            }
            Reached::Never => self.word(Word::ANSWER_NEVER),
            Reached::Unknown(reason) => self.reason(reason),
        }
    }

    /// A value of any unit.
    pub fn value(&self, value: Exact, unit: FigureUnit) -> String {
        match unit {
            FigureUnit::Money => self.money(value),
            FigureUnit::Share => self.percent(value),
            FigureUnit::Ratio => self.ratio(value, 2),
            FigureUnit::Count => self.count(value),
            FigureUnit::Months => self.months(value),
            FigureUnit::Month => match value.decimal().ok().and_then(|month| u32::try_from(month).ok()) {
                Some(month) => self.month(month),
                None => self.reason(Undefined::NoData),
            },
        }
    }

    /// A length of time: "4.5 months".
    pub fn months(&self, months: Exact) -> String {
        let Ok(value) = months.decimal() else {
            return self.number(months, |_| Form::Plain(1));
        };
        let rounded = value.round_dp(1).normalize();
        let shown = self.plain(Exact::Value(rounded), 1);
        let whole = rounded.is_integer().then(|| u64::try_from(rounded).ok()).flatten();
        self.phrase(Word::MONTHS, &[("n", Filling::Number(&shown, whole))])
    }

    /// The words for why there is no value.
    pub fn reason(&self, reason: Undefined) -> String {
        self.word(match reason {
            Undefined::DivisionByZero | Undefined::NoData | Undefined::NotANumber => Word::ANSWER_NO_DATA,
            Undefined::Overflow => Word::ANSWER_OVERFLOW,
            Undefined::Unbounded => Word::ANSWER_UNBOUNDED,
            Undefined::Impossible => Word::ANSWER_IMPOSSIBLE,
        })
    }

    fn number(&self, number: Exact, form: impl FnOnce(Decimal) -> Form) -> String {
        match number {
            Exact::Value(value) => {
                self.digits.digits(self.language, &value.normalize().to_string(), form(value))
            }
            Exact::Undefined(reason) => self.reason(reason),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ratio_is_not_rounded_over_its_limit() {
        let show = Show { currency: Currency::Usd, ..Show::standard(Language::English) };
        let shown = |thousandths| show.ratio(Exact::Value(Decimal::new(thousandths, 3)), 1);
        let told = [984, 998, 1000, 1004, 1046, 1234, 2996, 3021, 5160, 870, -20].map(shown);
        let told: Vec<_> = told.iter().map(String::as_str).collect();
        assert_eq!(told, ["0.98", "0.99", "1", "1", "1.05", "1.2", "2.99", "3.02", "5.2", "0.9", "0"]);
        assert_eq!(show.ratio(Exact::Value(Decimal::new(98_449, 5)), 2), "0.98");
    }

    #[test]
    fn money_in_a_tight_place_has_few_characters_from_six_digits_on() {
        let show = Show::standard(Language::Russian);
        let tight = |hundredths| show.tight_money(Exact::Value(Decimal::new(hundredths, 2)), false);
        for (hundredths, told) in [
            (0, "0 RUB"),
            (1250, "12,5 RUB"),
            (9_999_900, "99 999 RUB"),
            (10_000_000, "100 тыс. RUB"),
            (-10_000_000, "−100 тыс. RUB"),
            (-1_260_000_000, "−12,6 млн RUB"),
            (123_456_789_012_345, "1,23 трлн RUB"),
        ] {
            assert_eq!(tight(hundredths).replace('\u{a0}', " "), told);
        }
    }
}
