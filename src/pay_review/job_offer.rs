//! "Salary + KPI, up to 250,000": what an offer of pay comes to at so much of the sales plan, for who was made the offer
//! and has no model of the firm.

use crate::law::income_tax;
use crate::model::Currency;
use crate::number::Decimal;

/// What is paid beside the salary.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bonus {
    /// A share of one's own sales, whatever they are.
    OfSales(Decimal),
    /// A sum for whoever has made the whole plan, and nothing before.
    ForPlan(Decimal),
}

/// An offer of pay, a month. What is not known is none.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct JobOffer {
    /// What is paid in any case.
    pub salary: Option<Decimal>,
    /// "Up to so much".
    pub promised: Option<Decimal>,
    /// What is paid by results.
    pub bonus: Option<Bonus>,
    /// The sales plan of one person, in money.
    pub quota: Option<Decimal>,
    /// Which part of that plan people usually make.
    pub usual: Option<Decimal>,
}

/// What it would take to get what is promised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Needed {
    /// This part of the sales plan; the salary alone where it is nothing.
    OfPlan(Decimal),
    /// No sales bring it: the whole plan brings at most this, before tax.
    Never(Decimal),
}

/// How an offer looks against what is usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferLook {
    /// What is usual brings what is promised.
    Kept,
    /// It takes up to a fifth more than is usual.
    WithEffort,
    /// It takes more: the promise is a carrot.
    Carrot,
}

impl JobOffer {
    /// The parts of the sales plan at which pay is shown.
    pub const ATTAINMENTS: [Decimal; 4] = [
        Decimal::from_parts(5, 0, 0, false, 1),
        Decimal::from_parts(8, 0, 0, false, 1),
        Decimal::ONE,
        Decimal::from_parts(12, 0, 0, false, 1),
    ];

    /// Pay of a month before tax at so much of the sales plan: `salary + share · quota · attainment`, or `salary + sum`
    /// from the whole plan on. None while a number for it is missing, or where it is too large to be one.
    ///
    /// ```
    /// use obkatka::number::Decimal;
    /// use obkatka::pay_review::{Bonus, JobOffer};
    /// let offer = JobOffer {
    ///     salary: Some(60_000.into()),
    ///     bonus: Some(Bonus::OfSales(Decimal::new(5, 2))),
    ///     quota: Some(1_000_000.into()),
    ///     ..JobOffer::default()
    /// };
    /// // 60 000 + 5 % of 800 000.
    /// assert_eq!(offer.pay_at(Decimal::new(8, 1)), Some(100_000.into()));
    /// ```
    pub fn pay_at(&self, attainment: Decimal) -> Option<Decimal> {
        let extra = match self.bonus? {
            Bonus::OfSales(share) => share.checked_mul(self.quota?)?.checked_mul(attainment)?,
            Bonus::ForPlan(sum) if attainment >= Decimal::ONE => sum,
            Bonus::ForPlan(_) => Decimal::ZERO,
        };
        self.salary?.checked_add(extra)
    }

    /// What it would take to get what is promised. None while a number for it is missing.
    pub fn needed(&self) -> Option<Needed> {
        let missing = self.promised?.checked_sub(self.salary?)?;
        if missing <= Decimal::ZERO {
            return Some(Needed::OfPlan(Decimal::ZERO));
        }
        match self.bonus? {
            Bonus::ForPlan(sum) if sum >= missing => Some(Needed::OfPlan(Decimal::ONE)),
            Bonus::ForPlan(_) => Some(Needed::Never(self.pay_at(Decimal::ONE)?)),
            Bonus::OfSales(share) => {
                let whole = share.checked_mul(self.quota?)?;
                let part = missing.checked_div(whole);
                Some(part.map_or(Needed::Never(self.salary?), Needed::OfPlan))
            }
        }
    }

    /// How the promise looks against what is usual. None while that is not known.
    pub fn look(&self) -> Option<OfferLook> {
        /// What may be asked of somebody beyond what is usual: a fifth.
        const EFFORT: Decimal = Decimal::from_parts(12, 0, 0, false, 1);
        let usual = self.usual?;
        Some(match self.needed()? {
            Needed::OfPlan(part) if part <= usual => OfferLook::Kept,
            Needed::OfPlan(part) if part <= usual.checked_mul(EFFORT)? => OfferLook::WithEffort,
            _ => OfferLook::Carrot,
        })
    }
}

/// What is left of a monthly pay after income tax: of a year of it, a twelfth. None where no law is known.
///
/// ```
/// use obkatka::model::Currency;
/// use obkatka::pay_review::after_tax;
/// assert_eq!(after_tax(100_000.into(), Currency::Rub), Some(87_000.into()));
/// assert_eq!(after_tax(100_000.into(), Currency::Usd), None);
/// ```
pub fn after_tax(pay: Decimal, currency: Currency) -> Option<Decimal> {
    const MONTHS: Decimal = Decimal::from_parts(12, 0, 0, false, 0);
    if currency != Currency::Rub {
        return None;
    }
    let year = pay.checked_mul(MONTHS)?;
    year.checked_sub(income_tax(Decimal::ZERO, year))?.checked_div(MONTHS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offer(bonus: Bonus) -> JobOffer {
        JobOffer {
            salary: Some(60_000.into()),
            promised: Some(250_000.into()),
            bonus: Some(bonus),
            quota: Some(1_000_000.into()),
            usual: Some(Decimal::new(8, 1)),
        }
    }

    /// By hand: 190 000 missing, 5 % of a million is 50 000: 3.8 plans.
    #[test]
    fn what_a_share_of_sales_would_take() {
        let offer = offer(Bonus::OfSales(Decimal::new(5, 2)));
        assert_eq!(offer.needed(), Some(Needed::OfPlan(Decimal::new(38, 1))));
        assert_eq!(offer.look(), Some(OfferLook::Carrot));
        let pays = JobOffer::ATTAINMENTS.map(|part| offer.pay_at(part).unwrap());
        assert_eq!(pays, [85_000, 100_000, 110_000, 120_000].map(Decimal::from));
    }

    #[test]
    fn a_sum_is_paid_for_the_whole_plan_only() {
        let offer = offer(Bonus::ForPlan(190_000.into()));
        assert_eq!(offer.needed(), Some(Needed::OfPlan(Decimal::ONE)));
        assert_eq!(offer.pay_at(Decimal::new(99, 2)), Some(60_000.into()));
        assert_eq!(offer.look(), Some(OfferLook::Carrot), "1.0 is more than 0.8 · 1.2 = 0.96");
        let usual = JobOffer { usual: Some(Decimal::new(9, 1)), ..offer };
        assert_eq!(usual.look(), Some(OfferLook::WithEffort));
        assert_eq!(JobOffer { usual: Some(Decimal::ONE), ..offer }.look(), Some(OfferLook::Kept));
    }

    #[test]
    fn what_no_sales_bring_is_never() {
        assert_eq!(offer(Bonus::ForPlan(90_000.into())).needed(), Some(Needed::Never(150_000.into())));
        assert_eq!(offer(Bonus::OfSales(Decimal::ZERO)).needed(), Some(Needed::Never(60_000.into())));
        let salary = JobOffer { promised: Some(60_000.into()), ..offer(Bonus::OfSales(Decimal::ZERO)) };
        assert_eq!(salary.needed(), Some(Needed::OfPlan(Decimal::ZERO)));
    }

    /// A false "carrot" costs most: without the sales plan, or what is usual, there is no word on it.
    #[test]
    fn nothing_is_said_of_what_is_not_known() {
        let whole = offer(Bonus::OfSales(Decimal::new(5, 2)));
        assert_eq!(JobOffer { quota: None, ..whole }.look(), None);
        assert_eq!(JobOffer { usual: None, ..whole }.look(), None);
        assert_eq!(JobOffer { promised: None, ..whole }.needed(), None);
        assert_eq!(JobOffer::default().pay_at(Decimal::ONE), None);
    }

    /// 5 400 000 a year: 312 000 + 390 000 + 18 % of 400 000 = 774 000; a twelfth of the rest.
    #[test]
    fn tax_is_that_of_the_year() {
        assert_eq!(after_tax(450_000.into(), Currency::Rub), Some(385_500.into()));
    }

    #[test]
    fn odd_numbers_break_nothing() {
        for odd in [Decimal::MAX, Decimal::MIN, Decimal::ZERO, Decimal::NEGATIVE_ONE] {
            for bonus in [Bonus::OfSales(odd), Bonus::ForPlan(odd)] {
                let some = Some(odd);
                let offer =
                    JobOffer { salary: some, promised: some, bonus: Some(bonus), quota: some, usual: some };
                let _ = (
                    offer.needed(),
                    offer.look(),
                    offer.pay_at(odd).map(|pay| after_tax(pay, Currency::Rub)),
                );
            }
        }
    }
}
