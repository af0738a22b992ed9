//! LTV / CAC of channels as bars beside their numbers: the best one is as long as may be.

use crate::number::{Decimal, Exact};
use crate::plan::Outcome;

/// Length of the longest bar.
pub const RATIO_WIDTH: u32 = 80;

/// The best loaded LTV / CAC of all channels that count; none where none has any.
pub fn best_ratio(outcome: &Outcome) -> Option<Decimal> {
    let counted = outcome.channels.iter().filter(|channel| channel.counts);
    counted.filter_map(|channel| channel.acquisition.ltv_to_cac_loaded.0.decimal().ok()).max()
}

/// How long the bar of a ratio is; none where there is nothing to draw.
pub fn ratio_length(ratio: Exact, best: Decimal) -> Option<Decimal> {
    let part = ratio.decimal().ok()?.checked_div(best)?.checked_mul(Decimal::from(RATIO_WIDTH))?.round();
    (part > Decimal::ZERO).then(|| part.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Undefined;

    #[test]
    fn the_best_is_longest_and_nothing_has_no_bar() {
        let length = |ratio: i64, best: i64| ratio_length(Exact::Value(ratio.into()), best.into());
        assert_eq!(length(4, 4), Some(RATIO_WIDTH.into()));
        assert_eq!(length(1, 4), Some(20.into()));
        assert_eq!(length(0, 4), None);
        assert_eq!(length(4, 0), None);
        assert_eq!(length(-2, 4), None);
        assert_eq!(ratio_length(Exact::Undefined(Undefined::NoData), Decimal::ONE), None);
    }
}
