//! Everything an outcome holds as one flat list of named figures, so that tests can walk, compare and print it
//! without knowing its shape: `client.ltv`, `channels.a.cac`, `statement.profit.11`.
#![allow(dead_code)]

use obkatka::model::{Guarantee, Model};
use obkatka::number::{Count, Decimal, Exact, Money, Months, Number, Share};
use obkatka::pay::{MonthPay, pay_in_force};
use obkatka::plan::{Acquisition, GroupOutcome, Outcome, Reached};

/// What a figure is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Money,
    Share,
    Count,
    Months,
}

/// The value of a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<N> {
    /// An amount in its unit.
    Number(Unit, N),
    /// A month of the plan, or a number of months.
    Month(u32),
    /// An answer in words.
    Word(&'static str),
}

/// One figure of an outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure<N> {
    pub name: String,
    pub value: Value<N>,
}

/// An amount of a pay slip.
type Line<N> = fn(&MonthPay<N>) -> Money<N>;

/// All figures of an outcome, in its order. Stages and channels go by their ids.
pub fn figures<N: Number>(model: &Model, outcome: &Outcome<N>) -> Vec<Figure<N>> {
    let mut list = List(Vec::new());
    list.client(outcome);
    for (channel, entered) in outcome.channels.iter().zip(&model.channels) {
        let name = format!("channels.{}", entered.id);
        list.one(&name, "counts", channel.counts);
        list.acquisition(&name, &channel.acquisition);
        list.each(&name, "spend", &channel.spend);
        list.each(&name, "leads", &channel.leads);
        list.each(&name, "new_clients", &channel.new_clients);
    }
    list.acquisition("total", &outcome.total);
    list.volumes(model, outcome);
    list.people(model, outcome);
    list.statement(outcome);
    list.cash(outcome);
    list.answers(outcome);
    list.0
}

/// The text of a value: all its digits, or the reason why there is none.
pub fn text(value: Value<Exact>) -> String {
    match value {
        Value::Number(_, Exact::Value(value)) => value.normalize().to_string(),
        Value::Number(_, Exact::Undefined(reason)) => reason.name().to_owned(),
        Value::Month(month) => month.to_string(),
        Value::Word(word) => word.to_owned(),
    }
}

/// The decimal of a value that has one.
pub fn decimal(value: Value<Exact>) -> Option<Decimal> {
    match value {
        Value::Number(_, number) => number.decimal().ok(),
        _ => None,
    }
}

trait Shown<N> {
    fn value(self) -> Value<N>;
}

impl<N> Shown<N> for Money<N> {
    fn value(self) -> Value<N> {
        Value::Number(Unit::Money, self.0)
    }
}

impl<N> Shown<N> for Share<N> {
    fn value(self) -> Value<N> {
        Value::Number(Unit::Share, self.0)
    }
}

impl<N> Shown<N> for Count<N> {
    fn value(self) -> Value<N> {
        Value::Number(Unit::Count, self.0)
    }
}

impl<N> Shown<N> for Months<N> {
    fn value(self) -> Value<N> {
        Value::Number(Unit::Months, self.0)
    }
}

impl<N> Shown<N> for u32 {
    fn value(self) -> Value<N> {
        Value::Month(self)
    }
}

impl<N> Shown<N> for Option<u32> {
    fn value(self) -> Value<N> {
        self.map_or(Value::Word("none"), Value::Month)
    }
}

impl<N> Shown<N> for bool {
    fn value(self) -> Value<N> {
        Value::Word(if self { "true" } else { "false" })
    }
}

impl<N, T: Shown<N>> Shown<N> for Reached<T> {
    fn value(self) -> Value<N> {
        match self {
            Reached::At(at) => at.value(),
            Reached::NotWithinHorizon => Value::Word("not_within_horizon"),
            Reached::Never => Value::Word("never"),
            Reached::Unknown(reason) => Value::Word(reason.name()),
        }
    }
}

struct List<N>(Vec<Figure<N>>);

/// Puts fields of one record into the list under their own names.
macro_rules! put {
    ($list:ident, $under:expr, $record:expr, one: $($one:ident)*; each: $($each:ident)*) => {
        $( $list.one($under, stringify!($one), $record.$one); )*
        $( $list.each($under, stringify!($each), &$record.$each); )*
    };
}

impl<N: Number> List<N> {
    fn one(&mut self, under: &str, name: &str, value: impl Shown<N>) {
        self.0.push(Figure { name: format!("{under}.{name}"), value: value.value() });
    }

    fn each<T: Shown<N> + Copy>(&mut self, under: &str, name: &str, values: &[T]) {
        for (month, value) in values.iter().enumerate() {
            self.one(under, &format!("{name}.{month}"), *value);
        }
    }

    fn client(&mut self, outcome: &Outcome<N>) {
        put!(self, "client", outcome.client,
            one: net_price order_fees order_cost order_contribution cross_sell upsell month_contribution
                month_revenue life discounted_life ltv life_revenue;
            each: curve survival);
    }

    fn acquisition(&mut self, under: &str, of: &Acquisition<N>) {
        put!(self, under, of,
            one: spend leads clients clients_later conversion acquisition_pay cpl cac cac_loaded ltv_to_cac
                ltv_to_cac_loaded earn_per_client romi payback payback_loaded;
            each:);
    }

    fn volumes(&mut self, model: &Model, outcome: &Outcome<N>) {
        let volumes = &outcome.volumes;
        self.each("volumes", "leads", &volumes.leads);
        for (stage, counts) in model.funnel.stages.iter().zip(&volumes.stages) {
            self.each("volumes.stages", &stage.id, counts);
        }
        for (stage, count) in model.funnel.stages.iter().zip(&volumes.stage_totals) {
            self.one("volumes.stage_totals", &stage.id, *count);
        }
        put!(self, "volumes", volumes, one:;
            each: new_clients active_clients orders upsell_clients cross_sell_clients);
    }

    /// Heads of every role, the load of those who have bounds, the pay of those who have more than a salary.
    fn people(&mut self, model: &Model, outcome: &Outcome<N>) {
        for (person, role) in model.people.iter().zip(&outcome.people.roles) {
            let name = format!("people.{}", person.id);
            self.each(&name, "heads", &role.heads);
            if let Some(load) = &role.load {
                self.each(&name, "load", &load.demand);
                self.each(&name, "capacity", &load.capacity);
            }
            let pay = pay_in_force(person, &model.team).1;
            if pay.parts.is_empty() && pay.guarantee == Guarantee::None {
                continue;
            }
            for (at, group) in role.groups.iter().enumerate() {
                self.group(&format!("{name}.{at}"), group);
            }
        }
    }

    /// What one person of a group is paid, by months of the plan.
    fn group(&mut self, name: &str, group: &GroupOutcome<N>) {
        let lines: [(&str, Line<N>); 3] =
            [("variable", |slip| slip.variable), ("paid", |slip| slip.paid), ("debt", |slip| slip.debt)];
        for (line, amount) in lines {
            for (t, slip) in (group.first..).zip(&group.pay) {
                self.one(name, &format!("{line}.{t}"), amount(slip));
            }
        }
    }

    fn statement(&mut self, outcome: &Outcome<N>) {
        put!(self, "statement", outcome.statement, one:;
            each: order_revenue add_on_revenue revenue variable_costs contribution marketing salaries variable_pay payroll
                fixed_costs operating_profit tax profit);
    }

    fn cash(&mut self, outcome: &Outcome<N>) {
        put!(self, "cash", outcome.cash, one: receivable payable;
            each: receipts refunds fees suppliers taxes investments flow balance);
    }

    fn answers(&mut self, outcome: &Outcome<N>) {
        put!(self, "break_even", outcome.break_even, one: first lasting project; each: orders clients);
        put!(self, "gap", outcome.gap, one: lowest lowest_month first months bridge; each:);
    }
}
