//! Amounts in few characters: rounded to so many digits, in thousands, millions and so on of the language.

use super::Language;
use crate::number::Decimal;

/// What amounts are written in, by powers of a thousand. Above the last they have more digits.
const SCALES: [[&str; 5]; 2] = [["", "тыс.", "млн", "млрд", "трлн"], ["", "K", "M", "B", "T"]];

/// An amount as it is written: so many of a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Compact {
    /// How many, without zeros at its end.
    pub amount: Decimal,
    /// Of what: a power of a thousand.
    scale: usize,
}

impl Compact {
    /// Rounds an amount to at most `most` digits, half away from nothing; what is rounded up to a thousand is one of the
    /// next scale. Less than a billionth is nothing.
    pub fn new(amount: Decimal, most: u8) -> Self {
        let text = amount.to_string();
        let whole = text.trim_start_matches('-').split('.').next().map_or(0, str::len);
        let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).collect();
        let zeros = digits.iter().take_while(|digit| **digit == b'0').count();
        let digit = |at: usize| digits.get(zeros + at).map_or(0, |digit| i64::from(digit - b'0'));
        let most = usize::from(most);
        let kept = (0..most).fold(0, |kept, at| kept * 10 + digit(at)) + i64::from(digit(most) >= 5);
        // The first digit kept stands so many places before the point; one more where rounding made another digit.
        let place = whole as i32 - zeros as i32 + i32::from(kept.to_string().len() > most);
        if digits.len() == zeros || place < -9 {
            return Self { amount: Decimal::ZERO, scale: 0 };
        }
        let scale = (place - 1).clamp(0, 14) / 3;
        let decimals = most as i32 - (whole as i32 - zeros as i32) + 3 * scale;
        let amount = Decimal::new(if text.starts_with('-') { -kept } else { kept }, decimals.max(0) as u32);
        let amount = (decimals..0).fold(amount, |amount, _| amount * Decimal::TEN).normalize();
        Self { amount, scale: scale as usize }
    }

    /// `shown`, the amount as it is written in a language, with the word for its scale behind the last digit; before a
    /// word that stands apart comes `space`.
    pub fn scaled(self, shown: &str, language: Language, space: &str) -> String {
        let [russian, english] = SCALES.map(|names| names.get(self.scale).copied().unwrap_or_default());
        let stands_apart = language == Language::Russian && self.scale > 0;
        let space = if stands_apart { space } else { "" };
        let scale = if language == Language::Russian { russian } else { english };
        let end = shown.rfind(|sign: char| sign.is_ascii_digit()).map_or(shown.len(), |last| last + 1);
        let (amount, sign) = shown.split_at_checked(end).unwrap_or((shown, ""));
        [amount, space, scale, sign].concat()
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Currency;
    use crate::number::{Decimal, Exact};
    use crate::text::{Language, Show};

    /// What the browsers' Intl writes of the same amounts in its compact notation, with the currency's code.
    const SHORT: [(&str, &str, &str); 25] = [
        ("0", "0 RUB", "0 RUB"),
        ("0.05", "0,05 RUB", "0.05 RUB"),
        ("0.0125", "0,0125 RUB", "0.0125 RUB"),
        ("-0.4", "−0,4 RUB", "−0.4 RUB"),
        ("1.25", "1,25 RUB", "1.25 RUB"),
        ("12.345", "12,3 RUB", "12.3 RUB"),
        ("999.4", "999 RUB", "999 RUB"),
        ("999.5", "1 тыс. RUB", "1K RUB"),
        ("1000", "1 тыс. RUB", "1K RUB"),
        ("1250", "1,25 тыс. RUB", "1.25K RUB"),
        ("9995", "10 тыс. RUB", "10K RUB"),
        ("-10500", "−10,5 тыс. RUB", "−10.5K RUB"),
        ("99950", "100 тыс. RUB", "100K RUB"),
        ("999499", "999 тыс. RUB", "999K RUB"),
        ("999500", "1 млн RUB", "1M RUB"),
        ("999950", "1 млн RUB", "1M RUB"),
        ("-999950", "−1 млн RUB", "−1M RUB"),
        ("1050000", "1,05 млн RUB", "1.05M RUB"),
        ("-12600000", "−12,6 млн RUB", "−12.6M RUB"),
        ("123456789", "123 млн RUB", "123M RUB"),
        ("999950000", "1 млрд RUB", "1B RUB"),
        ("1000000000000", "1 трлн RUB", "1T RUB"),
        ("12345678901234567", "12 300 трлн RUB", "12,300T RUB"),
        ("1234567890123456789", "1 230 000 трлн RUB", "1,230,000T RUB"),
        ("0.0000000000001", "0 RUB", "0 RUB"),
    ];

    #[test]
    fn amounts_in_few_characters_are_rounded_to_three_digits() {
        for (amount, russian, english) in SHORT {
            let amount = Exact::Value(amount.parse().unwrap());
            let shown =
                |language| Show { currency: Currency::Rub, ..Show::standard(language) }.short_money(amount);
            assert_eq!(shown(Language::Russian).replace('\u{a0}', " "), russian, "{amount:?}");
            assert_eq!(shown(Language::English).replace('\u{a0}', " "), english, "{amount:?}");
        }
    }

    #[test]
    fn rough_amounts_have_two_digits() {
        let show = Show::standard(Language::Russian);
        for (amount, told) in [
            (6_594_986, "≈ 6,6 млн RUB"),
            (-123_400, "≈ −120 тыс. RUB"),
            (995, "≈ 1 тыс. RUB"),
            (1_049_999, "≈ 1 млн RUB"),
            (123, "≈ 120 RUB"),
            (0, "0 RUB"),
        ] {
            let shown = show.tight_money(Exact::Value(Decimal::from(amount)), true);
            assert_eq!(shown.replace('\u{a0}', " "), told);
        }
    }

    #[test]
    fn the_largest_numbers_have_their_place() {
        let show = Show::standard(Language::English);
        for amount in [Decimal::MAX, Decimal::MIN, Decimal::new(1, 28)] {
            assert!(show.short_money(Exact::Value(amount)).len() < 40);
        }
    }
}
