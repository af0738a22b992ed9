//! The values of measured figures, and how much they rest on.

use crate::evidence::{Finding, Measured, MeasuredIn, exact};
use crate::number::{Decimal, Exact, Number, Share};
use crate::text::{Filling, Show, Word, rate_text};

/// A value in the unit of a figure.
pub fn value_text(show: &Show<'_>, measured: Measured, value: Exact) -> String {
    match measured.unit() {
        MeasuredIn::Count => show.count(value),
        MeasuredIn::Money => show.money(value),
        MeasuredIn::Share => share_text(show, value),
        MeasuredIn::Days => {
            let (days, whole) = show.counted(value);
            show.phrase(Word::BOARD_DAYS, &[("n", Filling::Number(&days, whole))])
        }
    }
}

/// How far the fact is from the plan, in per cent of the plan: "+8 %"; none where either is missing.
pub fn difference_text(show: &Show<'_>, finding: &Finding) -> Option<String> {
    let part = finding.observed()? / finding.planned() - Exact::ONE;
    let whole = part.decimal().ok()?.round_dp(2).normalize();
    let sign = if whole > Decimal::ZERO { "+" } else { "" };
    Some([sign, &show.percent(Exact::Value(whole))].concat())
}

/// A share in per cent; near nothing and near all a decimal more, for there it tells.
fn share_text(show: &Show<'_>, share: Exact) -> String {
    let is_near_all = share.decimal().is_ok_and(|share| share > Decimal::new(9, 1) && share < Decimal::ONE);
    match (is_near_all, share) {
        (true, Exact::Value(value)) => rate_text(show, Share(Exact::Value(value.round_dp(3)))),
        _ => show.percent(share),
    }
}

/// How much a figure rests on, in few characters: "14 / 210" of a share, "12 orders" of an average; nothing for leads, which
/// are a count themselves.
pub fn count_text(show: &Show<'_>, finding: &Finding) -> Option<String> {
    let judgement = &finding.judgement;
    let [hits, trials] = [judgement.hits, judgement.trials].map(|own| show.counted(exact(own)));
    let word = match finding.measured {
        Measured::CostPerLead => Word::BOARD_OF_LEAD,
        Measured::Deal | Measured::OrderCost => Word::BOARD_OF_ORDER,
        Measured::Cycle => Word::BOARD_OF_SALE,
        Measured::UpsellPrice => Word::BOARD_OF_UPSELL,
        Measured::CrossSellPrice => Word::BOARD_OF_CROSS_SELL,
        Measured::Leads => return None,
        Measured::Conversion
        | Measured::OnPromise
        | Measured::Retention
        | Measured::Frequency
        | Measured::Complaints
        | Measured::Refunds
        | Measured::UpsellShare
        | Measured::CrossSellShare => {
            return (judgement.trials > 0.0).then(|| [&hits.0, " / ", &trials.0].concat());
        }
    };
    // Of the cost of a lead the trials are money.
    let (shown, whole) = if finding.measured == Measured::CostPerLead { hits } else { trials };
    (judgement.trials > 0.0).then(|| show.phrase(word, &[("n", Filling::Number(&shown, whole))]))
}
