//! The currency that a table says its amounts are in, where that is not the plan's.

use super::import::{ColumnReading, Note};
use super::mapping::ColumnMapping;
use super::sheet::Sheet;
use super::words::{lower, words};
use crate::model::{Choice, Measure};

/// ISO codes, and how people write the same beside a number, in small letters.
const CURRENCIES: [(&str, &str); 44] = [
    ("RUB", "₽ р руб рубль рубля рублей ruble rubles rouble roubles rub rur"),
    ("USD", "$ usd доллар доллара долларов dollar dollars"),
    ("EUR", "€ eur евро euro euros"),
    ("KZT", "₸ kzt тенге"),
    ("GBP", "£ gbp"),
    ("BYN", "byn"),
    ("UAH", "₴ uah грн гривна гривны гривен"),
    ("AMD", "֏ amd"),
    ("GEL", "₾ gel"),
    ("AZN", "₼ azn"),
    ("UZS", "uzs"),
    ("KGS", "kgs"),
    ("TRY", "₺ try"),
    ("CNY", "¥ cny"),
    ("AED", "aed"),
    ("INR", "₹ inr"),
    ("JPY", "jpy"),
    ("CHF", "chf"),
    ("PLN", "pln"),
    ("CAD", "cad"),
    ("AUD", "aud"),
    ("BRL", "r$ brl"),
    ("NZD", "nzd"),
    ("SEK", "sek"),
    ("NOK", "nok"),
    ("DKK", "dkk"),
    ("CZK", "czk"),
    ("HUF", "huf"),
    ("RON", "ron"),
    ("RSD", "rsd"),
    ("ILS", "₪ ils"),
    ("KRW", "₩ krw"),
    ("SGD", "sgd"),
    ("HKD", "hkd"),
    ("MXN", "mxn"),
    ("ZAR", "zar"),
    ("THB", "฿ thb"),
    ("VND", "₫ vnd"),
    ("IDR", "idr"),
    ("MYR", "myr"),
    ("PHP", "₱ php"),
    ("SAR", "sar"),
    ("QAR", "qar"),
    ("KWD", "kwd"),
];

/// Names of a column that holds nothing but currencies.
const HEADINGS: [&str; 2] = ["валюта", "currency"];

/// A note on each other currency that headings, amounts or their names bear.
pub(super) async fn others(sheet: &Sheet<'_>, columns: &[ColumnReading]) -> Vec<Note> {
    let own = sheet.context.currency.name();
    let mut found: Vec<&'static str> = Vec::new();
    for (place, column) in columns.iter().enumerate().filter(|(_, column)| bears_currency(column)) {
        let texts = std::iter::once(column.header.as_str()).chain(sheet.cells(place));
        for text in texts {
            sheet.pace.cell().await;
            for code in codes(text) {
                if code != own && !found.contains(&code) {
                    found.push(code);
                }
            }
        }
    }
    found.into_iter().map(|code| Note::OtherCurrency { code }).collect()
}

fn bears_currency(column: &ColumnReading) -> bool {
    match &column.mapping {
        ColumnMapping::Amount | ColumnMapping::Measure | ColumnMapping::Values { fact: None, .. } => true,
        ColumnMapping::Values { fact: Some(fact), .. } => {
            matches!(fact.measure(), Measure::Money | Measure::Balance)
        }
        ColumnMapping::Skipped(_) => {
            words(&column.header).first().is_some_and(|first| HEADINGS.contains(&first.as_str()))
        }
        _ => false,
    }
}

/// Whether a text names any currency.
pub(super) fn is_money(text: &str) -> bool {
    codes(text).next().is_some()
}

/// The ISO codes of currencies that a text names: by its words, then by its signs.
pub fn codes(text: &str) -> impl Iterator<Item = &'static str> {
    let words = text.split(|mark: char| !mark.is_alphabetic()).filter(|word| !word.is_empty());
    let signs = text.matches(|mark: char| !mark.is_alphanumeric() && !mark.is_whitespace());
    words.chain(signs).filter_map(code)
}

fn code(word: &str) -> Option<&'static str> {
    let word = lower(word);
    let is_it = |names: &str| names.split(' ').any(|name| name == word);
    CURRENCIES.iter().find(|(_, names)| is_it(names)).map(|(code, _)| *code)
}
