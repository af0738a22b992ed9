//! Quarters and halves of a year in headings: «I кв.», `Q1 2027`, «1 полугодие».

use super::words::lower;
use crate::model::YearMonth;

/// Several months that one figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    pub first: YearMonth,
    pub months: u32,
}

/// The period that a heading names; without a year of its own it is of `year`, else the first such since `start`.
pub(super) fn period(text: &str, year: Option<u32>, start: YearMonth) -> Option<Period> {
    let (mut months, mut place, mut own) = (None, None, None);
    for token in tokens(text) {
        match (token.as_str(), length(&token), ordinal(&token)) {
            (_, Some(length), _) if months.is_none() => months = Some(length),
            (_, _, Some(ordinal)) if place.is_none() => place = Some(ordinal),
            ("г" | "год" | "года" | "год." | "fy" | "факт" | "fact" | "actual", ..) => {}
            _ if own.is_none() => own = Some(named_year(&token)?),
            _ => return None,
        }
    }
    let (months, place): (u32, u32) = (months?, place?);
    let first = place.checked_sub(1)?.checked_mul(months).filter(|first| *first < 12)?.saturating_add(1);
    let first = match own.or(year) {
        Some(year) => YearMonth::new(year, first),
        None => first_since(start, first),
    };
    Some(Period { first, months })
}

/// The year that a cell names, and nothing else: `2027`, «2027 г.».
pub(super) fn year_alone(text: &str) -> Option<u32> {
    let mut tokens = tokens(text).into_iter().filter(|token| !matches!(token.as_str(), "г" | "год" | "year"));
    let year = tokens.next().filter(|year| year.len() == 4)?;
    if tokens.next().is_some() { None } else { named_year(&year) }
}

/// Letters and digits apart: `1Q27` is 1, q, 27.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut last = None;
    for mark in lower(text).chars().take(40) {
        let kind = (mark.is_alphanumeric(), mark.is_ascii_digit());
        match tokens.last_mut() {
            Some(token) if kind.0 && last == Some(kind) => token.push(mark),
            _ if kind.0 => tokens.push(mark.to_string()),
            _ => {}
        }
        last = Some(kind);
    }
    tokens
}

fn length(token: &str) -> Option<u32> {
    match token {
        "q" | "кв" | "квартал" | "квартала" | "quarter" | "qtr" => Some(3),
        "h" | "half" | "полугодие" | "полугодия" | "пг" => Some(6),
        _ => None,
    }
}

fn ordinal(token: &str) -> Option<u32> {
    match token {
        "1" | "i" | "первый" | "первое" | "first" => Some(1),
        "2" | "ii" | "второй" | "второе" | "second" => Some(2),
        "3" | "iii" | "третий" | "third" => Some(3),
        "4" | "iv" | "четвертый" | "fourth" => Some(4),
        _ => None,
    }
}

fn named_year(token: &str) -> Option<u32> {
    let year: u32 = token.parse().ok()?;
    match token.len() {
        2 => Some(year.saturating_add(2000)),
        4 if (1990..=2150).contains(&year) => Some(year),
        _ => None,
    }
}

fn first_since(start: YearMonth, month: u32) -> YearMonth {
    let this = YearMonth::new(start.year(), month);
    if this.later(2) < start { this.later(12) } else { this }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_and_halves_are_known() {
        let start = YearMonth::new(2027, 1);
        let known = |text, year| period(text, year, start).map(|own| (own.first.text(), own.months));
        let first = Some((YearMonth::new(2027, 1).text(), 3));
        for text in ["I кв.", "Q1", "1 квартал 2027", "Q1 2027", "2027 Q1", "1Q27", "1 кв. 2027 г.", "Q1'27"]
        {
            assert_eq!(known(text, None), first, "{text}");
        }
        assert_eq!(known("III кв.", Some(2028)), Some((YearMonth::new(2028, 7).text(), 3)));
        assert_eq!(known("H2 2027", None), Some((YearMonth::new(2027, 7).text(), 6)));
        assert_eq!(known("2 полугодие", None), Some((YearMonth::new(2027, 7).text(), 6)));
        for text in ["Q5", "кв", "2027", "1", "Квартира 1", "H3", "Q1 Q2", "Q1 план"] {
            assert_eq!(known(text, None), None, "{text}");
        }
        assert_eq!(
            ["2027", "2027 г.", "27", "2027 план"].map(year_alone),
            [Some(2027), Some(2027), None, None]
        );
    }
}
