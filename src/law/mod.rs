//! Figures of law: dated, with their source, and nowhere else in the program. Not tax advice.
//!
//! **Never:** computes a plan, words no message; a figure without its year and source.

use crate::model::{Currency, YearMonth};
use crate::number::Decimal;

/// How sure it is that a figure of law holds in the month asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// The law names that month.
    InForce,
    /// The last figure known, carried on: the law of that month is not known yet.
    CarriedForward,
}

/// A figure that a law fixes for some time: a row of the table of law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LawFigure {
    /// Its value.
    pub value: Decimal,
    /// The first month in which it holds.
    pub valid_from: YearMonth,
    /// The last.
    pub valid_to: YearMonth,
    /// The law.
    pub source: &'static str,
    /// Whether it holds in the month asked about.
    pub certainty: Certainty,
}

/// Least lawful salary of a full month in Russia, roubles: article 1 of the law on the minimum wage, as amended for
/// each year.
pub const MINIMUM_WAGES: [LawFigure; 3] =
    [minimum_wage_of(2024, 19_242), minimum_wage_of(2025, 22_440), minimum_wage_of(2026, 27_093)];

const fn minimum_wage_of(year: u32, roubles: u32) -> LawFigure {
    LawFigure {
        value: Decimal::from_parts(roubles, 0, 0, false, 0),
        valid_from: YearMonth::new(year, 1),
        valid_to: YearMonth::new(year, 12),
        source: "82-ФЗ",
        certainty: Certainty::InForce,
    }
}

/// The first month in which the scale of income tax holds; no end is set.
pub const INCOME_TAX_FROM: YearMonth = YearMonth::new(2025, 1);
/// Income tax in Russia: of the year's income up to each bound, its rate in hundredths. Source: Tax Code, article 224
/// (176-FZ).
pub const INCOME_TAX: [(u32, u32); 4] =
    [(2_400_000, 13), (5_000_000, 15), (20_000_000, 18), (50_000_000, 20)];
/// The rate above the last bound, in hundredths.
pub const INCOME_TAX_ABOVE: u32 = 22;

/// The least lawful salary in a month, for amounts in roubles: of that month, or the last known before it.
pub fn minimum_wage(currency: Currency, month: YearMonth) -> Option<LawFigure> {
    let known = MINIMUM_WAGES.iter().rev().find(|figure| figure.valid_from <= month)?;
    let certainty = if month <= known.valid_to { Certainty::InForce } else { Certainty::CarriedForward };
    (currency == Currency::Rub).then_some(LawFigure { certainty, ..*known })
}

/// Income tax on what is paid in a month, after so much of the same year; for documents in roubles.
///
/// ```
/// use obkatka::number::Decimal;
/// use obkatka::law::income_tax;
/// // 100 000 below 2.4 M at 13 %, 100 000 above at 15 %.
/// assert_eq!(income_tax(Decimal::from(2_300_000), Decimal::from(200_000)), Decimal::from(28_000));
/// ```
pub fn income_tax(before: Decimal, paid: Decimal) -> Decimal {
    let (mut tax, mut from) = (Decimal::ZERO, Decimal::ZERO);
    let end = before.saturating_add(paid);
    let mut slice = |to: Decimal, rate: u32| {
        let part = end.min(to) - before.max(from).min(end);
        tax += part.max(Decimal::ZERO).saturating_mul(Decimal::new(i64::from(rate), 2));
        from = to;
    };
    for (to, rate) in INCOME_TAX {
        slice(Decimal::from(to), rate);
    }
    slice(Decimal::MAX, INCOME_TAX_ABOVE);
    tax
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tax(before: i64, paid: i64) -> Decimal {
        income_tax(Decimal::from(before), Decimal::from(paid))
    }

    #[test]
    fn income_tax_rises_with_the_years_income() {
        assert_eq!(tax(0, 100_000), Decimal::from(13_000));
        assert_eq!(tax(2_400_000, 100_000), Decimal::from(15_000));
        // 312 000 + 390 000 + 2 700 000 + 6 000 000 + 22 % of ten millions above.
        assert_eq!(tax(0, 60_000_000), Decimal::from(11_602_000));
        assert_eq!(tax(60_000_000, 100), Decimal::from(22));
    }

    #[test]
    fn months_make_the_year() {
        let by_month: Decimal = (0..12).map(|month| tax(month * 700_000, 700_000)).sum();
        assert_eq!(by_month, tax(0, 12 * 700_000));
    }

    #[test]
    fn odd_incomes_break_nothing() {
        for (before, paid) in
            [(Decimal::MAX, Decimal::MAX), (Decimal::MIN, Decimal::MAX), (Decimal::MIN, Decimal::MIN)]
        {
            assert!(income_tax(before, paid) >= Decimal::ZERO);
        }
        assert_eq!((tax(-5, 5), tax(100, -50), tax(100, 0)), (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO));
    }

    #[test]
    fn the_least_salary_is_that_of_its_year() {
        let of = |year| minimum_wage(Currency::Rub, YearMonth::new(year, 6));
        let told = |year| of(year).map(|own| (own.value, own.valid_from.year(), own.certainty));
        assert_eq!(told(2023), None);
        assert_eq!(told(2026), Some((Decimal::from(27_093), 2026, Certainty::InForce)));
        assert_eq!(told(2031), Some((Decimal::from(27_093), 2026, Certainty::CarriedForward)));
        assert_eq!(minimum_wage(Currency::Usd, YearMonth::new(2026, 6)), None);
    }
}
