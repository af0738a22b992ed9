//! The whole plan, from the formulas of this room.

use super::acquisition::Winning;
use super::break_even::{Months, break_even};
use super::buying::Orders;
use super::cash::cash;
use super::cash_gap::cash_gap;
use super::client::{client_life, of_life};
use super::company::{Company, LinesOnDemand};
use super::costs::{fixed_costs, investments, marketing};
use super::given::Given;
use super::outcome::{Outcome, WinningPay};
use super::past::Past;
use super::payroll::payroll;
use super::pipeline::{Flows, flows};
use super::sales_pay::PayOfSales;
use super::statement::{Spending, statement, sums, takings};
use super::team::roles;
use crate::model::Model;
use crate::number::Number;

/// Works out a document. Never panics; what cannot be worked out is undefined with its reason.
pub fn evaluate<N: Number>(model: &Model) -> Outcome<N> {
    evaluate_from(model, &Past::none())
}

/// The same, with what is known of months that are over in the place of what was planned for them.
pub fn evaluate_from<N: Number>(model: &Model, past: &Past<N>) -> Outcome<N> {
    outcome(&Given::read(model), past)
}

/// Works out a plan from plain numbers. Nothing below this line knows of a document.
pub fn outcome<N: Number>(given: &Given<N>, past: &Past<N>) -> Outcome<N> {
    let orders = Orders::new(given.rhythm, &given.staying, given.months.max(given.life_months));
    let roles = roles(&given.roles, given.months);
    let Flows { channels, volumes, demand, is_whole } = flows(given, &roles, &orders, past);
    let takings = takings(&given.client, &volumes);
    let (marketing, fixed_costs) = (marketing(given, &channels), fixed_costs(given));
    let other_costs = sums(&marketing, &fixed_costs);
    let company = Company {
        given,
        roles: &roles,
        volumes: &volumes,
        takings: &takings,
        other_costs,
        demand: &demand,
        is_whole,
        is_alike: orders.is_alike() && given.opening.clients.is_zero(),
        lines: LinesOnDemand::none(),
    };
    let mut people = payroll(&company);
    people.sales_pay = people.sum_of(|role| &role.sales_pay);
    people.profit_pay = people.sum_of(|role| &role.profit_pay);
    if let Some(sent) = &given.sent_payroll {
        people.add_sent(sent);
    }
    let pay = PayOfSales::of(given, &people.roles);
    let client = client_life(given, &orders, &pay);
    let later = channels.iter().map(|flow| flow.clients_later).sum();
    people.winning = WinningPay::of(given, &people.roles, &pay.winning, &volumes.new_clients, later);
    (people.winning_pay, people.of_sales, people.winning_shares) = (pay.winning, pay.of, pay.for_winning);
    let winning = Winning {
        client: &client,
        pay: people.winning,
        funnel: given.funnel,
        leads: volumes.leads.iter().copied().sum(),
        clients: channels.iter().map(|flow| flow.clients).sum(),
    };
    let channels: Vec<_> = given
        .channels
        .iter()
        .zip(channels)
        .map(|(terms, flow)| winning.channel(terms.counts, flow))
        .collect();
    let total = winning.total(&channels, &volumes.new_clients);
    let spending = Spending {
        marketing,
        fixed_costs,
        salaries: people.salaries.clone(),
        variable_pay: people.variable.clone(),
    };
    let statement = statement(takings, spending, given.tax);
    let cash = cash(&given.client, &volumes, &statement, investments(given), &given.timing);
    let client = client.outcome;
    let of_life = of_life(&client, &people.winning_pay, given.tax);
    let own_flow = cash.flow_without_debts();
    let months = Months {
        statement: &statement,
        volumes: &volumes,
        flow: &own_flow,
        sales_pay: &people.sales_pay,
        profit_pay: &people.profit_pay,
    };
    let break_even = break_even(given, of_life, &months);
    let gap = cash_gap(&cash.balance);
    Outcome { client, channels, total, volumes, people, statement, cash, break_even, gap }
}
