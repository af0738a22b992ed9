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
use super::outcome::{Outcome, PeopleOutcome, WinningPay};
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

/// Works out a document by the formulas that every plan needs, and has one in which people work worked out by
/// `with_people`, which is [`evaluate`]. Where that is not there yet, such a document comes to what an empty one does: nothing
/// is said about it. The page's first load holds no formulas of people and of months that are over
/// (docs/adr/0027-a-first-answer-without-people.md).
pub fn evaluate_first<N: Number>(
    model: &Model,
    with_people: impl FnOnce() -> Option<fn(&Model) -> Outcome<N>>,
) -> Outcome<N> {
    let alone = |model: &Model| worked_out::<N, false>(&Given::read_with::<false>(model), &Past::none());
    if model.people.is_empty() && model.payroll.months.is_empty() {
        return alone(model);
    }
    with_people().map_or_else(|| alone(&Model::default()), |evaluate| evaluate(model))
}

/// Works out a plan from plain numbers. Nothing below this line knows of a document.
pub fn outcome<N: Number>(given: &Given<N>, past: &Past<N>) -> Outcome<N> {
    worked_out::<N, true>(given, past)
}

/// With or without the formulas of people and of months that are over.
fn worked_out<N: Number, const PEOPLE: bool>(given: &Given<N>, past: &Past<N>) -> Outcome<N> {
    let orders = Orders::new(given.rhythm, &given.staying, given.months.max(given.life_months));
    let roles = if PEOPLE { roles(&given.roles, given.months) } else { Vec::new() };
    let Flows { channels, volumes, demand, is_whole } = flows::<N, PEOPLE>(given, &roles, &orders, past);
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
    let mut people = if PEOPLE { payroll(&company) } else { PeopleOutcome::none(company.months()) };
    let pay = if PEOPLE { PayOfSales::of(given, &people.roles) } else { PayOfSales::none(company.months()) };
    let client = client_life(given, &orders, &pay);
    let later = channels.iter().map(|flow| flow.clients_later).sum();
    if PEOPLE {
        people.winning = WinningPay::of(given, &people.roles, &pay.winning, &volumes.new_clients, later);
    }
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
