//! How a share of a base is calculated, with its tiers: each slice with its money, or the rate reached.

use crate::model::TierRule;
use crate::number::{Exact, Money, Share};
use crate::pay::{PartPay, PartTerms, slices};
use crate::text::{Filling, Show, Word, rate_text};

/// What a part comes to by its rates, a line each: the products, then the attainment where tiers ask for it.
pub(super) fn calculation(show: &Show<'_>, terms: &PartTerms<Exact>, line: &PartPay<Exact>) -> Vec<String> {
    let products = slices(line.input.base, line.input.whole, &terms.rates);
    let is_one = products.len() == 1;
    let tell = |(at, (slice, rate)): (usize, (Money<Exact>, Share<Exact>))| match is_one {
        true => product(show, Word::SLIP_PRODUCT, slice, rate),
        false => bounded(show, terms, at, &product(show, Word::SLIP_SLICE, slice, rate)),
    };
    products.into_iter().enumerate().map(tell).chain(attained(show, terms, line)).collect()
}

fn product(show: &Show<'_>, word: Word, base: Money<Exact>, rate: Share<Exact>) -> String {
    let texts = [show.money(base.0), rate_text(show, rate), show.money((base * rate).0)];
    let [base, rate, amount] = &texts;
    phrase(show, word, [("base", base), ("rate", rate), ("amount", amount)])
}

/// A slice with the tiers that it lies between.
fn bounded(show: &Show<'_>, terms: &PartTerms<Exact>, at: usize, product: &String) -> String {
    let bound = |tier: Option<usize>| {
        let (from, _) = terms.rates.tiers.get(tier?)?;
        Some(rate_text(show, *from))
    };
    let (from, to) = (bound(at.checked_sub(1)), bound(Some(at)));
    match (&from, &to) {
        (None, Some(to)) => phrase(show, Word::SLIP_SLICE_FIRST, [("to", to), ("product", product)]),
        (Some(from), None) => phrase(show, Word::SLIP_SLICE_LAST, [("from", from), ("product", product)]),
        (Some(from), Some(to)) => {
            phrase(show, Word::SLIP_SLICE_BETWEEN, [("from", from), ("to", to), ("product", product)])
        }
        (None, None) => product.clone(),
    }
}

/// How much of the plan was reached, and where one rate is for all of it, which.
fn attained(show: &Show<'_>, terms: &PartTerms<Exact>, line: &PartPay<Exact>) -> Option<String> {
    let attainment = line.input.base / line.input.whole;
    attainment.0.decimal().ok()?;
    terms.rates.tiers.first()?;
    let word = match terms.rates.rule {
        TierRule::Marginal => Word::SLIP_ATTAINED,
        TierRule::Retroactive => Word::SLIP_REACHED,
    };
    let texts = [attainment, line.rate].map(|share| rate_text(show, share));
    let whole = show.money(line.input.whole.0);
    let [attainment, rate] = &texts;
    Some(phrase(show, word, [("attainment", attainment), ("whole", &whole), ("rate", rate)]))
}

fn phrase<const N: usize>(show: &Show<'_>, word: Word, fillings: [(&str, &String); N]) -> String {
    show.phrase(word, &fillings.map(|(name, text)| (name, Filling::Text(text))))
}
