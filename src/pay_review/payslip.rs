//! The pay slip as its owner would get it: what was earned by what, and what is left after income tax.

use crate::law::income_tax;
use crate::model::{Currency, Model};
use crate::number::{Exact, Money};
use crate::pay::{MonthPay, PayTerms};
use crate::plan::{GroupOutcome, Outcome};

/// A pay slip of one person in one month.
#[derive(Clone, Debug, PartialEq)]
pub struct Payslip {
    /// The terms it goes by.
    pub terms: PayTerms<Exact>,
    /// What comes of them.
    pub pay: MonthPay<Exact>,
    /// What is owed of advances before the month.
    pub debt_before: Money<Exact>,
    /// Income tax; none where no law is known and no rate is named.
    pub withheld: Option<Withheld>,
    /// The employer's contributions, paid on top.
    pub contributions: Money<Exact>,
}

/// Income tax of one person in one month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Withheld {
    /// How much.
    pub amount: Money<Exact>,
    /// Whether the rate is the document's own; otherwise it is the law's.
    pub is_named: bool,
}

impl Payslip {
    /// What the person gets.
    pub fn on_hand(&self) -> Money<Exact> {
        self.pay.paid - self.withheld.map_or(Money::ZERO, |withheld| withheld.amount)
    }
}

/// The pay slip of one person of a group of a role. None in a month in which the group does not work.
pub fn payslip(model: &Model, outcome: &Outcome, role: usize, group: usize, month: u32) -> Option<Payslip> {
    let terms = PayTerms::read(model, model.people.get(role)?);
    let group = outcome.people.roles.get(role)?.groups.get(group)?;
    let pay = group.pay_in(month)?.clone();
    let before = month.checked_sub(1).and_then(|before| group.pay_in(before));
    Some(Payslip {
        debt_before: before.map_or(Money::ZERO, |pay| pay.debt),
        withheld: withheld(model, group, month, pay.paid),
        contributions: pay.paid * terms.contributions,
        terms,
        pay,
    })
}

fn withheld(model: &Model, group: &GroupOutcome<Exact>, month: u32, paid: Money<Exact>) -> Option<Withheld> {
    if let Some(rate) = &model.team.income_tax {
        let amount = paid * rate.as_share();
        return Some(Withheld { amount, is_named: true });
    }
    if model.about.currency != Currency::Rub {
        return None;
    }
    let before = paid_before(model, group, month);
    let amount = match (before.0.decimal(), paid.0.decimal()) {
        (Ok(before), Ok(paid)) => Money(Exact::Value(income_tax(before, paid))),
        _ => paid,
    };
    Some(Withheld { amount, is_named: false })
}

/// What was paid in the earlier months of the same calendar year.
fn paid_before(model: &Model, group: &GroupOutcome<Exact>, month: u32) -> Money<Exact> {
    let since_january = model.about.start.later(month).month().saturating_sub(1);
    let months = month.saturating_sub(since_january)..month;
    months.filter_map(|t| group.pay_in(t)).map(|pay| pay.paid).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Estimate, Person, YearMonth};
    use crate::number::Number;
    use crate::plan::evaluate;

    /// Half a million a month from October on.
    fn model() -> Model {
        let mut model = Model::default();
        model.about.start = YearMonth::new(2026, 10);
        let person = Person { salary: Estimate::guess(500_000), ..Person::default() };
        model.people = vec![person];
        model
    }

    fn on_hand(model: &Model, month: u32) -> Money<Exact> {
        payslip(model, &evaluate(model), 0, 0, month).unwrap().on_hand()
    }

    fn money(whole: u32) -> Money<Exact> {
        Money(Exact::whole(whole))
    }

    #[test]
    fn income_tax_goes_by_the_calendar_year() {
        let model = model();
        // Up to December 13 %; the new year begins again; its fifth month passes 2 400 000 by 100 000.
        assert_eq!(on_hand(&model, 2), money(435_000));
        assert_eq!(on_hand(&model, 6), money(435_000));
        assert_eq!(on_hand(&model, 7), money(433_000));
        assert_eq!(on_hand(&model, 8), money(425_000));
        assert_eq!(on_hand(&model, 15), money(435_000));
    }

    #[test]
    fn a_named_rate_and_another_country_have_their_own_way() {
        let mut model = model();
        model.team.income_tax = Some(Estimate::share(10));
        assert_eq!(on_hand(&model, 8), money(450_000));
        model.team.income_tax = None;
        model.about.currency = Currency::Eur;
        let slip = payslip(&model, &evaluate(&model), 0, 0, 8).unwrap();
        assert_eq!((slip.withheld, slip.on_hand()), (None, money(500_000)));
        assert_eq!(slip.contributions, money(150_000));
    }

    #[test]
    fn nobody_there_has_no_slip() {
        let mut model = model();
        (model.people[0].first, model.people[0].last) = (2, Some(3));
        let slip = |role, group, month| payslip(&model, &evaluate(&model), role, group, month);
        assert!(
            slip(0, 0, 1).is_none()
                && slip(0, 0, 4).is_none()
                && slip(0, 1, 2).is_none()
                && slip(1, 0, 2).is_none()
        );
        assert!(slip(0, 0, 3).is_some() && slip(0, 0, u32::MAX).is_none());
    }
}
