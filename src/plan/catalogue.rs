//! The catalogue of everything the plan comes to: one row per figure, with its unit, its formula and
//! where the formula comes from. Files, screens, explanations and the formulas' page all read it.

use super::cash::runway;
use super::outcome::Outcome;
use super::reached::Reached;
use crate::number::{Count, Exact, Money, Months, Number, Share, Undefined};

/// What a figure is a figure of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The whole plan.
    Whole,
    /// One channel, or all together.
    Channel,
    /// One month.
    Month,
}

/// How a figure is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureUnit {
    /// Money of the model's currency.
    Money,
    /// A share, shown in per cent.
    Share,
    /// A ratio, shown as "3.2".
    Ratio,
    /// How many.
    Count,
    /// A length of time in months.
    Months,
    /// A month of the plan, 0 = the first.
    Month,
}

/// One row of the catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    /// Its name in files and scripts.
    pub id: &'static str,
    /// What it is a figure of.
    pub scope: Scope,
    /// How it is counted.
    pub unit: FigureUnit,
    /// The formula over other figures `{id}` and inputs `{offer/price}`; empty where only words tell it.
    pub formula: &'static str,
    /// Inputs it rests on beside those of the formula; `*` stands for any row.
    pub inputs: &'static [&'static str],
    /// Where the formula comes from.
    pub source: &'static str,
    value: fn(&Outcome, Place) -> Answer,
}

/// Which one of a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The whole plan; all channels together.
    Whole,
    /// The channel at this place of the list.
    Channel(usize),
    /// A month of the plan.
    Month(u32),
}

/// What a figure comes to.
pub type Answer = Reached<Exact>;

impl Figure {
    /// What it comes to at a place.
    pub fn value(&self, outcome: &Outcome, place: Place) -> Answer {
        (self.value)(outcome, place)
    }
}

/// The figure of a name.
pub fn figure(id: &str) -> Option<&'static Figure> {
    FIGURES.iter().find(|figure| figure.id == id)
}

/// A number as an answer.
trait Answering {
    fn answer(self) -> Answer;
}

macro_rules! answering {
    ($($unit:ident),+) => { $(
        impl Answering for $unit<Exact> {
            fn answer(self) -> Answer {
                self.0.reason().map_or(Reached::At(self.0), Reached::Unknown)
            }
        }
        impl Answering for Reached<$unit<Exact>> {
            fn answer(self) -> Answer { self.map(|amount| amount.0) }
        }
    )+ };
}
answering!(Money, Share, Count, Months);

impl Answering for Reached<u32> {
    fn answer(self) -> Answer {
        self.map(Exact::whole)
    }
}

fn in_month<T: Answering + Copy>(line: &[T], place: Place) -> Answer {
    match place {
        Place::Month(t) => line.get(t as usize).map_or(NO_DATA, |value| value.answer()),
        Place::Whole | Place::Channel(_) => NO_DATA,
    }
}

const NO_DATA: Answer = Reached::Unknown(Undefined::NoData);

macro_rules! value {
    (Whole, $value:expr) => {
        |outcome: &Outcome, _: Place| ($value as fn(&Outcome) -> _)(outcome).answer()
    };
    (Channel, $value:expr) => {
        |outcome: &Outcome, place: Place| {
            let of = match place {
                Place::Channel(at) => outcome.channels.get(at).map(|channel| &channel.acquisition),
                Place::Whole | Place::Month(_) => Some(&outcome.total),
            };
            of.map_or(NO_DATA, |of| ($value as fn(&super::outcome::Acquisition<Exact>) -> _)(of).answer())
        }
    };
    (Month, $value:expr) => {
        |outcome: &Outcome, place: Place| in_month(($value as fn(&Outcome) -> &[_])(outcome), place)
    };
}

macro_rules! figures {
    ($($id:ident $scope:ident $unit:ident $formula:literal [$($input:literal),*] $source:literal $value:expr;)+) => {
        /// Every figure, in the order in which they build on each other.
        pub static FIGURES: &[Figure] = &[$( Figure {
            id: stringify!($id),
            scope: Scope::$scope,
            unit: FigureUnit::$unit,
            formula: $formula,
            inputs: &[$($input),*],
            source: $source,
            value: value!($scope, $value),
        }, )+ BALANCE_BEFORE, RUNWAY];
    };
}

const BALANCE_BEFORE: Figure = Figure {
    id: "balance_before",
    scope: Scope::Month,
    unit: FigureUnit::Money,
    formula: "",
    inputs: &["terms/opening_cash"],
    source: "",
    value: |outcome, place| of_cash(outcome, place, |balance, flow| (balance - flow).answer()),
};

const RUNWAY: Figure = Figure {
    id: "runway",
    scope: Scope::Month,
    unit: FigureUnit::Months,
    formula: "max(0; {balance}) ÷ −{flow}",
    inputs: &[],
    source: "Net burn",
    value: |outcome, place| {
        of_cash(outcome, place, |balance, flow| {
            runway(balance, flow).map_or(Reached::Never, |months| months.answer())
        })
    },
};

/// What comes of a month's balance and flow.
fn of_cash(outcome: &Outcome, place: Place, answer: fn(Money<Exact>, Money<Exact>) -> Answer) -> Answer {
    let Place::Month(t) = place else { return NO_DATA };
    match (outcome.cash.balance.get(t as usize), outcome.cash.flow.get(t as usize)) {
        (Some(balance), Some(flow)) => answer(*balance, *flow),
        _ => NO_DATA,
    }
}

figures! {
    paid_price Whole Money "" ["offer/price", "offer/vat_rate"] "" |o| o.client.paid_price;
    order_vat Whole Money "" ["offer/price", "offer/refund_share", "offer/vat_rate"] "" |o| o.client.order_vat;
    net_price Whole Money "{offer/price} × (1 − {offer/refund_share}) − {order_vat}" [] "" |o| o.client.net_price;
    order_fees Whole Money "{paid_price} × ({offer/payment_fee} + {offer/commission})" [] "" |o| o.client.order_fees;
    order_cost Whole Money "{offer/unit_cost} + {offer/price} × {offer/cost_share}" [] "" |o| o.client.order_cost;
    order_contribution Whole Money "{net_price} − {order_fees} − {order_cost}" [] "Contribution margin, Lumen Learning" |o| o.client.order_contribution;
    cross_sell_revenue Whole Money "" ["offer/add_ons/*/share", "offer/add_ons/*/price"] "" |o| o.client.cross_sell_revenue;
    cross_sell_cost Whole Money "" ["offer/add_ons/*/share", "offer/add_ons/*/price", "offer/add_ons/*/cost_share"] "" |o| o.client.cross_sell_cost;
    cross_sell Whole Money "{cross_sell_revenue} − {cross_sell_cost}" [] "" |o| o.client.cross_sell;
    upsell_revenue Whole Money "" ["offer/add_ons/*/share", "offer/add_ons/*/price"] "" |o| o.client.upsell_revenue;
    upsell_cost Whole Money "" ["offer/add_ons/*/share", "offer/add_ons/*/price", "offer/add_ons/*/cost_share"] "" |o| o.client.upsell_cost;
    upsell Whole Money "{upsell_revenue} − {upsell_cost}" [] "" |o| o.client.upsell;
    month_revenue Whole Money "{offer/orders_per_month} × {net_price} + {cross_sell_revenue}" [] "" |o| o.client.month_revenue;
    month_contribution Whole Money "{offer/orders_per_month} × {order_contribution} + {cross_sell} − {offer/service_cost}" [] "" |o| o.client.month_contribution;
    life Whole Months "" ["offer/retention"] "Fader & Hardie 2007" |o| o.client.life;
    discounted_life Whole Months "" ["offer/retention", "about/discount"] "Gupta & Lehmann 2003" |o| o.client.discounted_life;
    ltv Whole Money "{month_contribution} × {discounted_life} + {upsell} − {offer/first_order_cost}" [] "Gupta & Lehmann 2003" |o| o.client.ltv;
    life_revenue Whole Money "{month_revenue} × {life} + {upsell_revenue}" [] "" |o| o.client.life_revenue;

    spend Channel Money "" ["channels/*/budget", "channels/*/growth"] "" |a| a.spend;
    leads Channel Count "" ["channels/*/budget", "channels/*/growth", "channels/*/cost_per_lead", "channels/*/most_leads", "market/from"] "" |a| a.leads;
    clients Channel Count "" ["channels/*/budget", "channels/*/cost_per_lead", "channels/*/most_leads", "channels/*/own/*/conversion", "funnel/stages/*/conversion"] "" |a| a.clients;
    clients_later Channel Count "" ["funnel/stages/*/days"] "" |a| a.clients_later;
    conversion Channel Share "{clients} ÷ {leads}" [] "" |a| a.conversion;
    acquisition_pay Channel Money "" ["people/*/salary", "people/*/heads", "people/*/hires/*/heads", "people/*/contributions", "people/*/pay"] "" |a| a.acquisition_pay;
    cpl Channel Money "{spend} ÷ {leads}" [] "gratum.agency" |a| a.cpl;
    cac Channel Money "{spend} ÷ {clients}" [] "metrickittools.com" |a| a.cac;
    cac_loaded Channel Money "({spend} + {acquisition_pay}) ÷ {clients}" [] "twospouts.com" |a| a.cac_loaded;
    ltv_to_cac Channel Ratio "{ltv} ÷ {cac}" [] "D. Skok" |a| a.ltv_to_cac;
    ltv_to_cac_loaded Channel Ratio "{ltv} ÷ {cac_loaded}" [] "D. Skok" |a| a.ltv_to_cac_loaded;
    earn_per_client Channel Money "{ltv} − {cac_loaded}" [] "" |a| a.earn_per_client;
    romi Channel Share "({ltv} × {clients} − {spend}) ÷ {spend}" [] "moonlandingservices.com" |a| a.romi;
    payback Channel Months "" ["offer/retention", "offer/price"] "metrickittools.com" |a| a.payback;
    payback_loaded Channel Months "" ["offer/retention", "offer/price"] "metrickittools.com" |a| a.payback_loaded;

    month_leads Month Count "" ["channels/*/budget", "channels/*/cost_per_lead"] "" |o| &o.volumes.leads;
    new_clients Month Count "" ["channels/*/budget", "channels/*/cost_per_lead", "funnel/stages/*/conversion", "funnel/stages/*/days"] "" |o| &o.volumes.new_clients;
    active_clients Month Count "" ["channels/*/budget", "channels/*/cost_per_lead", "funnel/stages/*/conversion", "offer/retention"] "" |o| &o.volumes.active_clients;
    orders Month Count "{active_clients} × {offer/orders_per_month}" [] "" |o| &o.volumes.orders;
    order_revenue Month Money "{orders} × {net_price}" [] "" |o| &o.statement.order_revenue;
    upsell_clients Month Count "" ["people/*/capacity"] "" |o| &o.volumes.upsell_clients;
    cross_sell_clients Month Count "" ["people/*/capacity"] "" |o| &o.volumes.cross_sell_clients;
    add_on_revenue Month Money "{upsell_clients} × {upsell_revenue} + {cross_sell_clients} × {cross_sell_revenue}" [] "" |o| &o.statement.add_on_revenue;
    revenue Month Money "{order_revenue} + {add_on_revenue}" [] "" |o| &o.statement.revenue;
    variable_costs Month Money "{orders} × ({order_cost} + {order_fees}) + {new_clients} × {offer/first_order_cost} + {upsell_clients} × {upsell_cost} + {active_clients} × {offer/service_cost} + {cross_sell_clients} × {cross_sell_cost}" [] "" |o| &o.statement.variable_costs;
    contribution Month Money "{revenue} − {variable_costs}" [] "" |o| &o.statement.contribution;
    marketing Month Money "" ["channels/*/budget", "channels/*/growth"] "" |o| &o.statement.marketing;
    salaries Month Money "" ["people/*/salary", "people/*/heads", "people/*/hires/*/heads", "people/*/contributions"] "" |o| &o.statement.salaries;
    variable_pay Month Money "" ["people/*/pay", "people/*/heads", "people/*/hires/*/heads", "people/*/contributions"] "" |o| &o.statement.variable_pay;
    payroll Month Money "{salaries} + {variable_pay}" [] "" |o| &o.statement.payroll;
    pay_contributions Month Money "" ["people/*/contributions"] "" |o| &o.people.contributions;
    gross_pay Month Money "{payroll} − {pay_contributions}" [] "" |o| &o.people.gross;
    fixed_costs Month Money "" ["costs/*/amount", "costs/*/growth"] "" |o| &o.statement.fixed_costs;
    operating_profit Month Money "{contribution} − {marketing} − {payroll} − {fixed_costs}" [] "" |o| &o.statement.operating_profit;
    tax Month Money "" ["tax/rate"] "" |o| &o.statement.tax;
    profit Month Money "{operating_profit} − {tax}" [] "" |o| &o.statement.profit;

    receipts Month Money "" ["terms/instalments/*/share", "terms/instalments/*/days"] "" |o| &o.cash.receipts;
    refunds Month Money "" ["offer/refund_share", "terms/refund_days"] "" |o| &o.cash.refunds;
    fees Month Money "" ["offer/payment_fee", "offer/commission"] "" |o| &o.cash.fees;
    suppliers Month Money "" ["terms/supplier_days"] "" |o| &o.cash.suppliers;
    taxes Month Money "" ["tax/rate", "offer/vat_rate"] "" |o| &o.cash.taxes;
    investments Month Money "" ["investments/*/amount"] "" |o| &o.cash.investments;
    flow Month Money "{receipts} − {refunds} − {fees} − {suppliers} − {taxes} − {investments} − {marketing} − {payroll} − {fixed_costs}" [] "" |o| &o.cash.flow;
    balance Month Money "{balance_before} + {flow}" [] "" |o| &o.cash.balance;

    per_order Month Money "" ["tax/rate", "people/*/pay"] "" |o| &o.break_even.per_order;
    per_client Month Money "" ["tax/rate", "people/*/pay"] "" |o| &o.break_even.per_client;
    break_even_orders Month Count "⌈({fixed_costs} + {salaries} + {marketing}) ÷ {per_order}⌉" [] "Lumen Learning" |o| &o.break_even.orders;
    break_even_clients Month Count "⌈({fixed_costs} + {salaries} + {marketing}) ÷ {per_client}⌉" [] "Lumen Learning" |o| &o.break_even.clients;

    payroll_share Whole Share "" ["people/*/salary", "people/*/heads", "people/*/pay", "offer/price"] "" |o| o.people.share_of(&o.statement.revenue);

    break_even_month Whole Month "" ["offer/price", "costs/*/amount", "people/*/salary", "channels/*/budget"] "" |o| o.break_even.first;
    break_even_lasting Whole Month "" ["offer/price", "costs/*/amount", "people/*/salary", "channels/*/budget"] "" |o| o.break_even.lasting;
    project_payback Whole Month "" ["investments/*/amount", "offer/price", "costs/*/amount", "channels/*/budget"] "" |o| o.break_even.project;
    lowest_cash Whole Money "" ["terms/opening_cash", "investments/*/amount", "offer/price", "costs/*/amount", "channels/*/budget"] "" |o| o.gap.lowest;
    lowest_cash_month Whole Month "" [] "" |o| Reached::At(o.gap.lowest_month);
    gap_first Whole Month "" [] "" |o| o.gap.first.map_or(Reached::Never, Reached::At);
    gap_months Whole Months "" [] "" |o| Months(Exact::whole(o.gap.months));
    bridge Whole Money "max(0; −{lowest_cash})" [] "" |o| o.gap.bridge;
    receivable Whole Money "" ["terms/instalments/*/share", "terms/instalments/*/days"] "" |o| o.cash.receivable;
    payable Whole Money "" ["terms/supplier_days"] "" |o| o.cash.payable;
}
