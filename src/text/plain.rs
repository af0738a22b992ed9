//! Digits without a browser: for the tests, the pages made from the catalogue and scripts.

use super::{Digits, Form, Language, Show};
use crate::model::{Choice, Currency, Trade, Unit, YearMonth};
use crate::number::Decimal;

/// Groups of three, the language's decimal sign, the currency's code.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlainDigits;

impl Show<'static> {
    /// As the documentation shows things: plain digits; roubles and clients of any trade, from January 2027.
    pub const fn standard(language: Language) -> Self {
        Show {
            language,
            currency: Currency::Rub,
            unit: Unit::Client,
            trade: Trade::Any,
            start: YearMonth::new(2027, 1),
            digits: &PlainDigits,
        }
    }
}

impl Digits for PlainDigits {
    fn digits(&self, language: Language, decimal: &str, form: Form) -> String {
        let Ok(value) = decimal.parse::<Decimal>() else {
            return decimal.to_owned();
        };
        match form {
            Form::Plain(decimals) => grouped(value, decimals, language),
            Form::Money(currency, decimals) => {
                format!("{}\u{a0}{}", grouped(value, decimals, language), currency.name())
            }
            Form::Percent(decimals) => {
                let hundredfold = value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value);
                format!("{}\u{a0}%", grouped(hundredfold, decimals, language))
            }
        }
    }

    fn month(&self, _: Language, month: YearMonth, with_year: bool) -> String {
        if with_year { month.text() } else { format!("{:02}", month.month()) }
    }
}

fn grouped(value: Decimal, decimals: u8, language: Language) -> String {
    let text = value.round_dp(u32::from(decimals)).normalize().to_string();
    let (whole, rest) =
        text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("−", digits));
    let (group, point) = match language {
        Language::Russian => ('\u{a0}', ','),
        Language::English => (',', '.'),
    };
    let mut shown = String::from(sign);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push(group);
        }
        shown.push(digit);
    }
    if let Some(rest) = rest {
        shown.push(point);
        shown.push_str(rest);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Currency;

    #[test]
    fn digits_are_grouped_and_signed() {
        let shown = |text, form| PlainDigits.digits(Language::Russian, text, form);
        assert_eq!(shown("-1234567.891", Form::Plain(2)), "−1\u{a0}234\u{a0}567,89");
        assert_eq!(shown("0.085", Form::Percent(1)), "8,5\u{a0}%");
        assert_eq!(shown("999", Form::Money(Currency::Rub, 0)), "999\u{a0}RUB");
    }
}
