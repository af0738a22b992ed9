//! Digits and months as the browser writes them: exact, since it is given text.

use crate::browser::intl;
use crate::model::{Choice, YearMonth};
use crate::text::{Digits, Form, Language};

/// The browser's Intl.
pub struct Intl;

impl Digits for Intl {
    fn digits(&self, language: Language, decimal: &str, form: Form) -> String {
        let language = language.tag();
        let digits = match form {
            Form::Plain(decimals) => intl::number(language, decimal, 0, decimals),
            Form::Money(currency, decimals) => intl::money(language, currency.name(), decimal, decimals),
            Form::Percent(decimals) => intl::percent(language, decimal, decimals),
        };
        // A hyphen is what Intl writes; beside figures of its own width stands the minus.
        digits.replace('-', "−")
    }

    fn month(&self, language: Language, month: YearMonth, with_year: bool) -> String {
        let form = if with_year { intl::Form::Short } else { intl::Form::Name };
        intl::month(language.tag(), month.year(), month.month(), form)
    }
}
