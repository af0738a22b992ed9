//! How often a client comes back, as it was entered, in orders a month; and what shares of clients who come back
//! can be at all.

use super::issue::Reason;
use super::offer::{FrequencyUnit, Offer, RetentionEntry, RetentionKind, Rhythm, TableKind};
use crate::number::{Count, Decimal, Exact, Number, Powers, Share};

/// Days in a mean month, times 10,000: 365.25 / 12.
const DAYS_OF_10_000_MONTHS: u32 = 304_375;

impl Offer {
    /// Repeat orders of a client in a month, as entered; divided, never compounded. Undefined for one order every 0
    /// months.
    pub fn frequency_per_month<N: Number>(&self) -> Count<N> {
        let entered = self.frequency.as_count::<N>().0;
        let month = || N::whole(DAYS_OF_10_000_MONTHS) / N::whole(10_000);
        Count(match self.frequency_unit {
            FrequencyUnit::PerMonth => entered,
            FrequencyUnit::PerQuarter => entered / N::whole(3),
            FrequencyUnit::PerYear => entered / N::whole(12),
            FrequencyUnit::EveryMonths => N::ONE.over(entered),
            FrequencyUnit::EveryWeeks => month().over(entered * N::whole(7)),
            FrequencyUnit::EveryDays => month().over(entered),
        })
    }

    /// Whether later orders fall at a steady interval, at so many a month.
    pub fn is_regular<N: Number>(&self, frequency: Count<N>) -> bool {
        let is_rare = frequency.0.compare(N::ONE).is_some_and(|order| order.is_le());
        match self.rhythm {
            Rhythm::ByFrequency => is_rare,
            Rhythm::Regular => true,
            Rhythm::Random => false,
        }
    }

    /// Whether the frequency entered counts: nobody orders again, or something else says how often.
    pub fn uses_frequency(&self) -> bool {
        let retention = &self.retention;
        match retention.kind {
            RetentionKind::Once => false,
            RetentionKind::Table => retention.table_kind == TableKind::StillClients,
            RetentionKind::Constant => retention.entry != RetentionEntry::FirstYear,
            RetentionKind::TwoStage | RetentionKind::Sbg => true,
        }
    }

    /// Why the way in which constant retention is entered cannot be, with the field that is in the way.
    pub fn refused_return<N: Number>(&self) -> Option<(&'static str, Reason)> {
        let retention = &self.retention;
        if retention.kind != RetentionKind::Constant {
            return None;
        }
        let share = retention.return_share.number::<N>();
        let is = |one: N, other: N| one.compare(other);
        match retention.entry {
            RetentionEntry::BoughtAgain => {
                let f = self.frequency_per_month::<N>();
                if !f.is_positive() {
                    return Some(("offer/frequency", Reason::NoReturn));
                }
                if is(f.0, N::ONE).is_some_and(|order| order.is_ge()) {
                    return Some(("offer/retention/entry", Reason::TooFrequent));
                }
                let too_far = is(f.0 * N::whole(12), N::ONE).is_some_and(|order| order.is_lt());
                if self.is_regular(f) {
                    return too_far.then_some(("offer/retention/entry", Reason::TooFarApart));
                }
                let most = most_return(f).0;
                let over = is(share, most).is_some_and(|order| order.is_gt());
                over.then_some(("offer/retention/return_share", Reason::ReturnAboveLimit))
            }
            RetentionEntry::FirstYear => {
                let q = Count(retention.orders_per_client.number::<N>());
                if is(q.0, N::ONE).is_some_and(|order| order.is_le()) {
                    return Some(("offer/retention/orders_per_client", Reason::FewOrdersPerClient));
                }
                let (least, most) = return_limits(q);
                let under = is(share, least.0).is_some_and(|order| order.is_le());
                let over = is(share, most.0).is_some_and(|order| order.is_gt());
                match (under, over) {
                    (true, _) => Some(("offer/retention/return_share", Reason::ReturnBelowLimit)),
                    (_, true) => Some(("offer/retention/return_share", Reason::ReturnAboveLimit)),
                    _ => None,
                }
            }
            RetentionEntry::Month | RetentionEntry::Quarter | RetentionEntry::Year => None,
        }
    }
}

impl Offer {
    /// Between which shares of clients can have bought again within a year, as the offer has it: above the first, up
    /// to the second; none where that share is not entered.
    pub fn return_limits(&self) -> Option<(Decimal, Decimal)> {
        let (least, most) = match self.retention.entry {
            RetentionEntry::BoughtAgain => (Share::ZERO, most_return::<Exact>(self.frequency_per_month())),
            RetentionEntry::FirstYear => return_limits(self.retention.orders_per_client.as_count()),
            RetentionEntry::Month | RetentionEntry::Quarter | RetentionEntry::Year => return None,
        };
        Some((least.0.decimal().ok()?, most.0.decimal().ok()?))
    }
}

/// The largest share of clients who can have bought again within a year, at so many repeat orders a month at any
/// time: where nobody leaves, `1 − e^(−12 f)`.
pub fn most_return<N: Number>(frequency: Count<N>) -> Share<N> {
    Share(N::ONE - (-(frequency.0 * N::whole(12))).exponential())
}

/// The share that bought again within a year lies above the first and up to the second, where the clients of a
/// year have made `orders_per_client` orders each: `(Q − 1) / Q` and `1 − e^−(Q − 1)`.
pub fn return_limits<N: Number>(orders_per_client: Count<N>) -> (Share<N>, Share<N>) {
    let later = orders_per_client.0 - N::ONE;
    (Share(later.over(orders_per_client.0)), Share(N::ONE - (-later).exponential()))
}
