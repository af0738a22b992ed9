//! Figures of law: dated, with their source, and nowhere else in the program. Not tax advice.
//!
//! **Never:** computes a plan, words no message; a figure without its year and source.

use crate::model::{Currency, Model};
use crate::number::Decimal;

/// A figure that a law fixes for some time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LawFigure {
    /// The first year in which it holds.
    pub year: u32,
    /// Its value.
    pub value: Decimal,
    /// The law.
    pub source: &'static str,
}

/// The law on the minimum wage, article 1, as amended for each year.
const MINIMUM_WAGE_LAW: &str = "82-ФЗ";

/// Least lawful salary of a full month in Russia, roubles.
const MINIMUM_WAGE: [LawFigure; 3] = [
    LawFigure { year: 2024, value: Decimal::from_parts(19_242, 0, 0, false, 0), source: MINIMUM_WAGE_LAW },
    LawFigure { year: 2025, value: Decimal::from_parts(22_440, 0, 0, false, 0), source: MINIMUM_WAGE_LAW },
    LawFigure { year: 2026, value: Decimal::from_parts(27_093, 0, 0, false, 0), source: MINIMUM_WAGE_LAW },
];

/// Income tax in Russia since 2025: of the year's income up to each bound, its rate in hundredths. Source: Tax
/// Code, article 224 (176-FZ).
const INCOME_TAX: [(u32, u32); 4] = [(2_400_000, 13), (5_000_000, 15), (20_000_000, 18), (50_000_000, 20)];
const INCOME_TAX_ABOVE: u32 = 22;

/// The least lawful salary in a year, for documents in roubles: of that year, or of the last year known.
pub fn minimum_wage(model: &Model, year: u32) -> Option<LawFigure> {
    let known = MINIMUM_WAGE.iter().rev().find(|figure| figure.year <= year).copied();
    known.filter(|_| model.about.currency == Currency::Rub)
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
        let model = Model::default();
        let of = |year| minimum_wage(&model, year).map(|figure| (figure.year, figure.value));
        assert_eq!(of(2023), None);
        assert_eq!(of(2026), Some((2026, Decimal::from(27_093))));
        assert_eq!(of(2031), of(2026));
        let mut abroad = model.clone();
        abroad.about.currency = Currency::Usd;
        assert_eq!(minimum_wage(&abroad, 2026), None);
    }
}
