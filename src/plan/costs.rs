//! Money that is spent whatever is sold: channels, fixed costs, investments, salaries.

use super::by_month::ByMonth;
use super::channel_flow::ChannelFlow;
use super::given::Given;
use super::leads::{growing, months_of};
use crate::model::Person;
use crate::number::{Money, Number, Share};

/// Money spent on all channels, by month.
pub(super) fn marketing<N: Number>(given: &Given<N>, channels: &[ChannelFlow<'_, N>]) -> Vec<Money<N>> {
    let mut sum = vec![Money::ZERO; given.months as usize];
    for flow in channels {
        sum.iter_mut().zip(&flow.spend).for_each(|(sum, spent)| *sum += *spent);
    }
    sum
}

/// Costs that come whatever is sold, by month.
pub(super) fn fixed_costs<N: Number>(given: &Given<N>) -> Vec<Money<N>> {
    let mut sum = vec![Money::ZERO; given.months as usize];
    for cost in &given.fixed_costs {
        let months = months_of(cost.first, cost.last, given.months);
        for (t, amount) in months.zip(growing(cost.amount, cost.growth)) {
            sum.add_at(t as usize, amount);
        }
    }
    sum
}

/// Sums paid once, by month. What is paid after the last month is not in it.
pub(super) fn investments<N: Number>(given: &Given<N>) -> Vec<Money<N>> {
    let mut sum = vec![Money::ZERO; given.months as usize];
    for (month, amount) in &given.investments {
        if let Some(sum) = sum.get_mut(*month as usize) {
            *sum += *amount;
        }
    }
    sum
}

/// What the people of a role cost in a month: salary · heads · (1 + contributions); money.
pub fn monthly_pay<N: Number>(person: &Person) -> Money<N> {
    let loaded = Share::ONE + person.contributions.as_share();
    person.salary.as_money::<N>() * person.heads.as_count::<N>() * loaded
}
