//! What a pay plan comes to for one person in a month, in a sentence.

use super::{Filling, Show, Word};
use crate::number::{Exact, Money};
use crate::pay_review::PayOfOne;

/// Salary and what comes beside it, what a guarantee or an earlier advance makes of it, and beside a proposal what
/// today's plan pays.
pub fn pay_of_one_text(
    show: &Show<'_>,
    month: u32,
    pay: Option<&PayOfOne>,
    today: Option<Money<Exact>>,
) -> String {
    let month = show.month(month);
    let Some(pay) = pay else {
        return show.phrase(Word::ROLES_NOBODY_IN_MONTH, &[("month", Filling::Text(&month))]);
    };
    let beside = today.map(|today| beside_today(show, pay.paid, today)).unwrap_or_default();
    [sums(show, &month, pay), beside].join(" ").trim_end().to_owned()
}

fn sums(show: &Show<'_>, month: &str, pay: &PayOfOne) -> String {
    let text = [pay.salary, pay.beside, pay.earned, pay.paid].map(|sum| show.money(sum.0));
    let names = ["salary", "variable", "total", "paid"];
    let mut fillings: Vec<_> =
        names.into_iter().zip(&text).map(|(name, text)| (name, Filling::Text(text))).collect();
    fillings.push(("month", Filling::Text(month)));
    let word = if pay.paid == pay.earned { Word::ROLES_SUM } else { Word::ROLES_SUM_PAID };
    show.phrase(word, &fillings)
}

/// What today's plan pays, and by how much the proposed pays more or less.
fn beside_today(show: &Show<'_>, proposed: Money<Exact>, today: Money<Exact>) -> String {
    let more = proposed - today;
    // What is shown alike is alike.
    let is_same = show.money(proposed.0) == show.money(today.0);
    let (word, difference) = match (is_same, more.is_negative()) {
        (true, _) => (Word::ROLES_SAME_AS_TODAY, more),
        (_, true) => (Word::ROLES_LESS_THAN_TODAY, today - proposed),
        _ => (Word::ROLES_MORE_THAN_TODAY, more),
    };
    let (today, difference) = (show.money(today.0), show.money(difference.0));
    show.phrase(word, &[("today", Filling::Text(&today)), ("difference", Filling::Text(&difference))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Currency;
    use crate::number::Number;
    use crate::text::Language;

    const SHOW: Show<'static> = Show { currency: Currency::Usd, ..Show::standard(Language::English) };

    fn money(amount: u32) -> Money<Exact> {
        Money(Exact::whole(amount))
    }

    fn told(paid: u32, today: Option<Money<Exact>>) -> String {
        let pay = PayOfOne {
            salary: money(1000),
            beside: money(500),
            earned: money(1500),
            paid: money(paid),
            parts: vec![money(500)],
        };
        pay_of_one_text(&SHOW, 0, Some(&pay), today).replace('\u{a0}', " ")
    }

    #[test]
    fn the_sum_is_told_and_what_is_paid_where_that_is_another() {
        let (same, other) = (told(1500, None), told(1800, None));
        assert!(same.contains("1,500 USD") && !same.contains("1,800"), "{same}");
        assert!(other.contains("1,500 USD") && other.contains("1,800 USD"), "{other}");
        let nobody = pay_of_one_text(&SHOW, 0, None, Some(money(1)));
        assert_eq!(nobody, SHOW.phrase(Word::ROLES_NOBODY_IN_MONTH, &[("month", Filling::Text("2027-01"))]));
    }

    #[test]
    fn a_proposal_is_held_against_todays_pay() {
        let starts = |word: Word, text: &str| {
            let words = word.text(Language::English).split('{').next().unwrap_or_default().trim();
            !words.is_empty() && text.contains(words)
        };
        let [less, more, same] = [1600, 1400, 1500].map(|today| told(1500, Some(money(today))));
        assert!(less.contains("100 USD") && more.contains("100 USD"), "{less} {more}");
        assert!(less != more && starts(Word::ROLES_SAME_AS_TODAY, &same), "{same}");
    }
}
