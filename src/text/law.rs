//! What the law says in place of a field that is left empty.

use super::{Filling, Show, Word};
use crate::law::{Certainty, INCOME_TAX, INCOME_TAX_ABOVE, INCOME_TAX_FROM, minimum_wage};
use crate::model::{Currency, Model};
use crate::number::{Decimal, Exact};

/// The figure of law that holds while the field at a path is empty, with its year and its law; that none is known for
/// the document's currency; nothing for fields that stand for no law.
pub fn law_of_field(show: &Show<'_>, model: &Model, path: &str) -> Option<String> {
    let is_known = model.about.currency == Currency::Rub;
    match path {
        "team/minimum_wage" if !is_known => Some(show.word(Word::LAW_NO_MINIMUM_WAGE)),
        "team/minimum_wage" => Some(least_salary(show, model)),
        "team/income_tax" if !is_known => Some(show.word(Word::LAW_NO_INCOME_TAX)),
        "team/income_tax" => Some(income_tax_scale(show)),
        _ => None,
    }
}

fn least_salary(show: &Show<'_>, model: &Model) -> String {
    let Some(law) = minimum_wage(model.about.currency, model.about.start) else {
        return show.word(Word::LAW_NO_MINIMUM_WAGE);
    };
    let word = match law.certainty {
        Certainty::InForce => Word::LAW_MINIMUM_WAGE,
        Certainty::CarriedForward => Word::LAW_MINIMUM_WAGE_CARRIED,
    };
    let (amount, year) = (show.money(Exact::Value(law.value)), law.valid_from.year().to_string());
    show.phrase(word, &[("amount", Filling::Text(&amount)), ("year", Filling::Text(&year))])
}

fn income_tax_scale(show: &Show<'_>) -> String {
    let percent = |rate: u32| show.percent(Exact::Value(Decimal::new(i64::from(rate), 2)));
    let lowest = INCOME_TAX.first().map_or(INCOME_TAX_ABOVE, |(_, rate)| *rate);
    let (lowest, highest) = (percent(lowest), percent(INCOME_TAX_ABOVE));
    let year = INCOME_TAX_FROM.year().to_string();
    let fillings = [("lowest", lowest.as_str()), ("highest", &highest), ("year", &year)]
        .map(|(name, text)| (name, Filling::Text(text)));
    show.phrase(Word::LAW_INCOME_TAX, &fillings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::YearMonth;
    use crate::text::Language;

    fn said(currency: Currency, year: u32, path: &str) -> Option<String> {
        let mut model = Model::default();
        (model.about.currency, model.about.start) = (currency, YearMonth::new(year, 4));
        let show = Show::standard(Language::English).of(&model.about);
        law_of_field(&show, &model, path).map(|text| text.replace('\u{a0}', " "))
    }

    #[test]
    fn the_least_salary_names_its_year_and_its_law() {
        let in_force = said(Currency::Rub, 2026, "team/minimum_wage").unwrap();
        assert!(["27,093", "2026", "82-FZ"].iter().all(|part| in_force.contains(part)), "{in_force}");
        let carried = said(Currency::Rub, 2031, "team/minimum_wage").unwrap();
        assert!(carried.contains("2026") && carried != in_force, "{carried}");
    }

    #[test]
    fn the_scale_of_income_tax_names_its_ends() {
        let scale = said(Currency::Rub, 2026, "team/income_tax").unwrap();
        assert!(["13 %", "22 %", "2025", "224"].iter().all(|part| scale.contains(part)), "{scale}");
    }

    #[test]
    fn no_law_is_known_of_other_currencies_and_before_the_first() {
        for (currency, year) in [(Currency::Usd, 2026), (Currency::Rub, 2020)] {
            let none = said(currency, year, "team/minimum_wage").unwrap();
            assert!(!none.contains("FZ"), "{none}");
        }
        assert_eq!(said(Currency::Rub, 2026, "team/sales_pay_ceiling"), None);
    }
}
