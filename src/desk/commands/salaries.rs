//! Salaries that stand in the fixed costs of the first screen, and again with the roles that were added since.

use crate::desk::Command;
use crate::model::{EditFault, Model};
use crate::number::Decimal;
use crate::text::{Language, Word};

/// Fixed costs that may hold the salaries of people who are in the plan by themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct DoubledSalaries {
    /// The id of the cost.
    pub cost: String,
    /// How much it is.
    pub amount: Decimal,
    /// What people cost in a month, contributions included.
    pub salaries: Decimal,
}

/// The cost that question 8 of the first screen asked for, salaries included, where roles were added to the plan and their pay
/// fits into it. None once it was said whether it holds them: then it bears another name.
pub fn doubled_salaries(model: &Model) -> Option<DoubledSalaries> {
    let asked = [Language::Russian, Language::English].map(|language| Word::START_COST.text(language));
    let cost = model.costs.iter().find(|cost| asked.contains(&cost.name.as_str()))?;
    let of_role = |person: &crate::model::Person| {
        let whole = Decimal::ONE.checked_add(person.contributions.value)?;
        person.heads.value.checked_mul(person.salary.value)?.checked_mul(whole)
    };
    let salaries = model.people.iter().map(of_role);
    let salaries = salaries.reduce(|sum, own| sum?.checked_add(own?))??.round_dp(2).normalize();
    let amount = cost.amount.value;
    let fits = salaries > Decimal::ZERO && salaries <= amount;
    fits.then(|| DoubledSalaries { cost: cost.id.clone(), amount, salaries })
}

/// Says whether fixed costs hold the salaries of the plan's people: takes them out, or leaves the sum as it is.
#[derive(Clone, Debug)]
pub struct SettleSalaries<'a> {
    /// Whether they are in it and go out of it.
    pub take_out: bool,
    /// What the cost is called from then on.
    pub name: &'a str,
}

impl Command for SettleSalaries<'_> {
    fn name(&self) -> &'static str {
        "settle_salaries"
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        let doubled = doubled_salaries(model).ok_or(EditFault::NoSuchPlace)?;
        let mut model = model.clone();
        for cost in model.costs.iter_mut().filter(|cost| cost.id == doubled.cost) {
            cost.name = self.name.to_owned();
            if self.take_out {
                cost.amount.value = doubled.amount.saturating_sub(doubled.salaries);
                cost.amount.range = None;
                cost.amount.said_zero = cost.amount.value.is_zero();
            }
        }
        Ok(model)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Estimate, FixedCost, Person};

    /// 100 000 asked for, and two people at 20 000 with a quarter on top: 50 000.
    fn doubled() -> Model {
        let name = Word::START_COST.text(Language::Russian).to_owned();
        let cost =
            FixedCost { id: "a".into(), name, amount: Estimate::guess(100_000), ..FixedCost::default() };
        let person = Person {
            heads: Estimate::guess(2),
            salary: Estimate::guess(20_000),
            contributions: Estimate::share(25),
            ..Person::default()
        };
        Model { costs: vec![cost], people: vec![person], ..Model::default() }
    }

    #[test]
    fn salaries_are_taken_out_of_what_the_first_screen_asked_for() {
        let model = doubled();
        let found = doubled_salaries(&model).unwrap();
        assert_eq!((found.amount, found.salaries), (100_000.into(), 50_000.into()));
        let settle = |take_out| SettleSalaries { take_out, name: "Rent" }.applied(&model).unwrap();
        for (take_out, left) in [(true, 50_000), (false, 100_000)] {
            let settled = settle(take_out);
            assert_eq!(settled.costs[0].amount, Estimate::guess(left));
            assert_eq!(doubled_salaries(&settled), None, "asked once");
        }
    }

    #[test]
    fn nothing_is_asked_where_salaries_cannot_be_in_it() {
        let mut model = doubled();
        model.costs[0].amount = Estimate::guess(49_999);
        assert_eq!(doubled_salaries(&model), None);
        let mut model = doubled();
        model.people.clear();
        assert_eq!(doubled_salaries(&model), None);
        let mut model = doubled();
        model.costs[0].name = "Rent".into();
        assert_eq!(doubled_salaries(&model), None);
    }
}
