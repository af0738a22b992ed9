//! Every figure, one row each: id, scope, unit, its place in the outcome; the formula; the source.

use super::super::break_even::begin;
use super::super::cash::{runway, total};
use super::super::outcome::{Acquisition, Outcome};
use super::super::reached::Reached;
use super::row::{Figure, FigureUnit, Place, Scope};
use super::sources::*;
use super::values::{
    Answering, acquisition, at, no_data, of_channel, of_group, of_kpi, of_part, of_role, value,
};
use crate::number::{Exact, Number, Share};

/// The figure of a name.
pub fn figure(id: &str) -> Option<&'static Figure> {
    FIGURES.iter().find(|figure| figure.id == id)
}

macro_rules! figures {
    ($($id:ident $scope:ident $unit:ident $value:expr, $formula:expr, $source:expr;)+) => {
        /// Every figure, in the order in which they build on each other.
        pub static FIGURES: &[Figure] = &[$( Figure {
            id: stringify!($id),
            scope: figures!(scope $scope),
            unit: FigureUnit::$unit,
            formula: $formula,
            source: $source,
            value: figures!(value $scope $value),
        } ),+];

        /// What the figure of a name comes to in either number system.
        pub fn figure_value<N: Number>(id: &str, outcome: &Outcome<N>, place: Place) -> Reached<N> {
            $( if id == stringify!($id) { return value!($scope, N, $value)(outcome, place); } )+
            no_data()
        }

        /// Where the figure of a name stands in the outcome: `client.ltv`, or `a.cac` of an acquisition; none where
        /// it is made of what stands there.
        pub fn figure_field(id: &str) -> Option<&'static str> {
            let value = match id {
                $( stringify!($id) => stringify!($value), )+
                _ => return None,
            };
            let field = value.rsplit_once('|').map(|(_, field)| field.trim().trim_start_matches('&'))?;
            let is_plain = |letter: char| letter.is_ascii_lowercase() || matches!(letter, '_' | '.');
            field.chars().all(is_plain).then(|| field.strip_prefix("o.").unwrap_or(field))
        }
    };
    // Not in the outcome: evaluated by the formula.
    (value DerivedAge $value:expr) => { None };
    (value DerivedWhole $value:expr) => { None };
    (value DerivedMonth $value:expr) => { None };
    (value DerivedChannelMonth $value:expr) => { None };
    (value DerivedGroupMonth $value:expr) => { None };
    (value DerivedPartMonth $value:expr) => { None };
    (value $scope:ident $value:expr) => { Some(value!($scope, Exact, $value)) };
    (scope DerivedAge) => { Scope::Age };
    (scope DerivedWhole) => { Scope::Whole };
    (scope DerivedMonth) => { Scope::Month };
    (scope DerivedChannelMonth) => { Scope::ChannelMonth };
    (scope DerivedGroupMonth) => { Scope::GroupMonth };
    (scope DerivedPartMonth) => { Scope::PartMonth };
    (scope InMonth) => { Scope::Month };
    (scope Handled) => { Scope::Month };
    (scope $scope:ident) => { Scope::$scope };
}

figures! {
    paid_price Whole Money |o| o.client.paid_price,
        "case({offer/vat} = on_top: {offer/price} × (1 + {offer/vat_rate}); {offer/price})",
        VAT;
    order_vat Whole Money |o| o.client.order_vat,
        "case({offer/vat} = inside: {offer/price} × (1 − {offer/refund_share}) × {offer/vat_rate} ÷ (1 + {offer/vat_rate}); 0)",
        VAT;
    net_price Whole Money |o| o.client.net_price,
        "{offer/price} × (1 − {offer/refund_share}) − {order_vat}",
        CONVENTIONS;
    fee_rate Whole Share |o| o.client.fee_rate,
        "case({offer/fee_kept} = yes: {offer/payment_fee}; {offer/payment_fee} × (1 − {offer/refund_share})) \
        + case({offer/commission_kept} = yes: {offer/commission}; {offer/commission} × (1 − {offer/refund_share}))",
        CONVENTIONS;
    order_fees Whole Money |o| o.client.order_fees,
        "{paid_price} × {fee_rate}",
        CONVENTIONS;
    order_cost Whole Money |o| o.client.order_cost,
        concat!("({offer/unit_cost} + {offer/price} × {offer/cost_share}) × ", borne!(), " + {offer/delivery_cost} + {offer/refund_share} × {offer/return_cost}"),
        CONVENTIONS;
    order_price_costs Whole Money |o| o.client.order_price_costs,
        concat!("{offer/price} × {offer/cost_share} × ", borne!(), " + {order_fees}"),
        CONVENTIONS;
    order_contribution Whole Money |o| o.client.order_contribution,
        "{net_price} − {order_fees} − {order_cost}",
        CONTRIBUTION;
    cross_sell_revenue Whole Money |o| o.client.cross_sell_revenue,
        concat!(add_on_price!("cross_sell"), " × (1 − {offer/refund_share}) ÷ ", vat_inside!()),
        CONVENTIONS;
    cross_sell_cost Whole Money |o| o.client.cross_sell_cost,
        add_on_cost!("cross_sell"),
        CONVENTIONS;
    cross_sell Whole Money |o| o.client.cross_sell,
        "{cross_sell_revenue} − {cross_sell_cost}",
        CONTRIBUTION;
    upsell_revenue Whole Money |o| o.client.upsell_revenue,
        concat!(add_on_price!("upsell"), " × (1 − {offer/refund_share}) ÷ ", vat_inside!()),
        CONVENTIONS;
    upsell_cost Whole Money |o| o.client.upsell_cost,
        add_on_cost!("upsell"),
        CONVENTIONS;
    upsell Whole Money |o| o.client.upsell,
        "{upsell_revenue} − {upsell_cost}",
        CONTRIBUTION;
    first_month_stay Whole Share |o| o.client.first_month_stay,
        "case({offer/retention/kind} = constant and {offer/retention/entry} = monthly: {offer/retention/rate}; \
        {offer/retention/kind} = constant and {offer/retention/entry} = quarterly: {offer/retention/quarter_rate} ^ (1 ÷ 3); \
        {offer/retention/kind} = constant and {offer/retention/entry} = yearly: {offer/retention/year_rate} ^ (1 ÷ 12); \
        worked_out(first_month_stay; {offer/retention/return_share}; {offer/retention/orders_per_client}; {offer/frequency}; \
        {offer/retention/early_rate}; {offer/retention/later_rate}; {offer/retention/table/*/share}; {offer/retention/alpha}; {offer/retention/beta}))",
        ORDERS;
    repeat_orders Whole Count |o| o.client.repeat_orders,
        "case({offer/retention/kind} = once: 1; \
        {offer/retention/kind} = table and {offer/retention/table_kind} = bought: {offer/retention/orders_per_buyer}; \
        {offer/retention/kind} = constant and {offer/retention/entry} = first_year: worked_out(repeat_orders; {offer/retention/return_share}; {offer/retention/orders_per_client}); \
        {offer/frequency_unit} = per_month: {offer/frequency}; \
        {offer/frequency_unit} = per_quarter: {offer/frequency} ÷ 3; \
        {offer/frequency_unit} = per_year: {offer/frequency} ÷ 12; \
        {offer/frequency_unit} = every_months: 1 ÷ {offer/frequency}; \
        {offer/frequency_unit} = every_weeks: 487 ÷ 16 ÷ 7 ÷ {offer/frequency}; \
        487 ÷ 16 ÷ {offer/frequency})",
        ORDERS;
    month_revenue Whole Money |o| o.client.month_revenue,
        concat!("case(", with_orders!(), ": {repeat_orders} × ({net_price} + {cross_sell_revenue}); {repeat_orders} × {net_price} + {cross_sell_revenue})"),
        DEFINITION;
    month_contribution Whole Money |o| o.client.month_contribution,
        concat!("case(", with_orders!(), ": {repeat_orders} × ({order_contribution} + {cross_sell}) − {offer/service_cost}; \
        {repeat_orders} × {order_contribution} + {cross_sell} − {offer/service_cost})"),
        CONTRIBUTION;
    survival Age Share |o| &o.client.survival,
        "case(age = 0: 1; \
        {offer/retention/kind} = once: 0; \
        {offer/retention/kind} = constant: before({survival}; 1) × {first_month_stay}; \
        {offer/retention/kind} = two_stage and age ≤ {offer/retention/early_months}: before({survival}; 1) × {offer/retention/early_rate}; \
        {offer/retention/kind} = two_stage: before({survival}; 1) × {offer/retention/later_rate}; \
        {offer/retention/kind} = sbg: before({survival}; 1) × ({offer/retention/beta} + age − 1) ÷ ({offer/retention/alpha} + {offer/retention/beta} + age − 1); \
        age ≤ sum(offer/retention/table: 1): first(offer/retention/table where row = age: {offer/retention/table/*/share}); \
        first(offer/retention/table where row = sum(offer/retention/table: 1): {offer/retention/table/*/share}) = 0: 0; \
        before({survival}; 1) × min(1; first(offer/retention/table where row = sum(offer/retention/table: 1): {offer/retention/table/*/share}) ÷ \
        or(first(offer/retention/table where row = sum(offer/retention/table: 1) − 1: {offer/retention/table/*/share}); 1)))",
        SURVIVAL;
    churn_month Whole Share |o| o.client.first_month_stay.rest(),
        "1 − {first_month_stay}",
        SURVIVAL;
    churn_year Whole Share |o| o.client.churn_of_year(),
        "1 − or(first(ages where age = 12: {survival}); {first_month_stay} ^ 12)",
        SURVIVAL;
    life Whole Months |o| o.client.life,
        "sum(ages: {survival})",
        SURVIVAL;
    discounted_life Whole Months |o| o.client.discounted_life,
        "sum(ages: {survival} × (1 + {about/discount}) ^ (−age ÷ 12))",
        LTV;
    orders_by_age Age Count |o| &o.client.orders_by_age,
        concat!("case({offer/retention/kind} = once and age = 0: 1; {offer/retention/kind} = once: 0; \
        {offer/retention/kind} = table and {offer/retention/table_kind} = bought: {repeat_orders} × {survival}; \
        ", at_any_time!(), " and age > 0: {repeat_orders} × {survival}; \
        ", at_any_time!(), " and {first_month_stay} = 0: 1; \
        ", at_any_time!(), " and {first_month_stay} = 1: 1 + {repeat_orders} ÷ 2; \
        ", at_any_time!(), ": 1 + {repeat_orders} × ({first_month_stay} − 1 − ln({first_month_stay})) ÷ ln({first_month_stay}) ^ 2; \
        sum(visits where ", visit_age!(), " ≥ age: ", still_there_at_visit!(), " × (age + 1 − ", visit_age!(), ")) \
        + sum(visits where ", visit_age!(), " < age and ", visit_age!(), " > age − 1: ", was_there_at_visit!(), " × (", visit_age!(), " − (age − 1))))"),
        ORDERS;
    life_orders Whole Count |o| o.client.life_orders,
        "sum(ages: {orders_by_age})",
        ORDERS;
    discounted_orders Whole Count |o| o.client.discounted_orders,
        "sum(ages: {orders_by_age} × (1 + {about/discount}) ^ (−age ÷ 12))",
        LTV;
    ltv_before Whole Money |o| o.client.ltv_before,
        concat!("case(", with_orders!(), ": {discounted_orders} × ({order_contribution} + {cross_sell}) − {discounted_life} × {offer/service_cost}; \
        {discounted_orders} × {order_contribution} + {discounted_life} × ({cross_sell} − {offer/service_cost})) + {upsell} − {offer/first_order_cost}"),
        LTV;
    client_pay Age Money |o| &o.client.client_pay,
        concat!("({orders_by_age} × ", sold_by_order!(), " + {survival} × ", sold_by_month!(), ") × ", pay_of_revenue!(at_age), " \
        + ({orders_by_age} × ", by_order!(), " + {survival} × ", by_month!(), ") × ", pay_of_contribution!(at_age), " \
        + case(age = 0: {once_pay}; 0)"),
        PAY_OF_CLIENT;
    ltv_pay Whole Money |o| o.client.ltv_pay,
        "sum(ages: {client_pay} × (1 + {about/discount}) ^ (−age ÷ 12))",
        PAY_OF_CLIENT;
    ltv_tax Whole Money |o| o.client.ltv_tax,
        concat!("({discounted_orders} × ", sold_by_order!(), " + {discounted_life} × ", sold_by_month!(), " + {upsell_revenue}) × ", turnover_tax!()),
        PAY_OF_CLIENT;
    ltv Whole Money |o| o.client.ltv,
        "{ltv_before} − {ltv_pay} − {ltv_tax}",
        LTV;
    ltv_endless Whole Money |o| o.client.ltv_endless,
        concat!("worked_out(ltv_endless; {life_contribution}; {client_pay}; {life_revenue} × ", turnover_tax!(), "; {first_month_stay}; {repeat_orders})"),
        LTV;
    life_contribution Whole Money |o| o.client.life_contribution,
        concat!("case(", with_orders!(), ": {life_orders} × ({order_contribution} + {cross_sell}) − {life} × {offer/service_cost}; \
        {life_orders} × {order_contribution} + {life} × ({cross_sell} − {offer/service_cost})) + {upsell} − {offer/first_order_cost}"),
        LTV;
    life_revenue Whole Money |o| o.client.life_revenue,
        concat!("{life_orders} × {net_price} + case(", with_orders!(), ": {life_orders}; {life}) × {cross_sell_revenue} + {upsell_revenue}"),
        LIFE_REVENUE;
    orders_of_month DerivedAge Count (),
        concat!("case({offer/retention/kind} = once: 0; \
        {offer/retention/kind} = table and {offer/retention/table_kind} = bought and age = 1: {repeat_orders} − 1; \
        {offer/retention/kind} = table and {offer/retention/table_kind} = bought: {repeat_orders} × before({survival}; 1); \
        ", at_any_time!(), " and {survival} = 0: 0; \
        ", at_any_time!(), " and {survival} = before({survival}; 1): {repeat_orders} × {survival}; \
        ", at_any_time!(), ": {repeat_orders} × ({survival} − before({survival}; 1)) ÷ ln({survival} ÷ before({survival}; 1)); \
        sum(visits where ", visit_age!(), " ≤ age and ", visit_age!(), " > age − 1: ", was_there_at_visit!(), "))"),
        ORDERS;
    orders_at_age DerivedAge Count (),
        concat!("case({offer/retention/kind} = once: 0; \
        {offer/retention/kind} = table and {offer/retention/table_kind} = bought: 0; \
        ", at_any_time!(), ": 0; \
        sum(visits where ", visit_age!(), " ≤ age and ", visit_age!(), " ≥ age: {survival}))"),
        ORDERS;
    once_pay DerivedWhole Money (),
        concat!("{upsell_revenue} × ", pay_of_revenue!(at_first), " + ({upsell} − {offer/first_order_cost}) × ", pay_of_contribution!(at_first), " \
        + ({net_price} + {upsell_revenue} + {cross_sell_revenue}) × ", with_sent!(at_first!(of_client_roles!("{new_sales_pay}")), at_first!(sent!("of_new_sales"))), " − ", at_first!("{winning_pay}")),
        PAY_OF_CLIENT;
    order_left DerivedAge Money (),
        concat!(by_order!(), " × (1 − ", pay_of_contribution!(at_age), ") − ", sold_by_order!(), " × (", pay_of_revenue!(at_age), " + ", turnover_tax!(), ")"),
        PAY_OF_CLIENT;
    month_left DerivedAge Money (),
        concat!(by_month!(), " × (1 − ", pay_of_contribution!(at_age), ") − ", sold_by_month!(), " × (", pay_of_revenue!(at_age), " + ", turnover_tax!(), ")"),
        PAY_OF_CLIENT;
    once_left DerivedWhole Money (),
        concat!("{upsell} − {offer/first_order_cost} − {once_pay} − {upsell_revenue} × ", turnover_tax!()),
        PAY_OF_CLIENT;
    brought_by_calendar DerivedAge Money (),
        "case(age = 0: {once_left}; before({brought_by_calendar}; 0)) + {orders_by_age} × {order_left} + {survival} × {month_left}",
        PAY_OF_CLIENT;
    brought Age Money |o| &o.client.curve,
        "case(age = 0: {once_left} + {order_left}; \
        before({brought}; 0) + before({month_left}; 0) × before({survival}; 1) \
        + before({order_left}; 0) × ({orders_of_month} − {orders_at_age}) + {order_left} × {orders_at_age})",
        ORDERS;

    channel_budget DerivedChannelMonth Money (),
        "case({channels/*/kind} = free: 0; running: {channels/*/budget} × (1 + {channels/*/growth}) ^ (month − {channels/*/first}); 0)",
        GROWTH;
    channel_spend ChannelMonth Money |channel| &channel.spend,
        concat!("case({channels/*/kind} = paid and {channels/*/over_limit} = saved and ", known_share!(), " > 0: \
        min({channel_budget}; {channels/*/most_leads} × {channels/*/cost_per_lead} ÷ ", known_share!(), "); {channel_budget})"),
        CONVENTIONS;
    channel_leads ChannelMonth Count |channel| &channel.leads,
        concat!("case(running: case({channels/*/kind} = free: {channels/*/free_leads} × (1 + {channels/*/growth}) ^ (month − {channels/*/first}) × ", known_share!(), "; \
        {channels/*/cost_per_lead} = 0 and {channel_budget} = 0: or({channels/*/most_leads}; 0) × ", known_share!(), "; \
        {channels/*/cost_per_lead} = 0: or({channels/*/most_leads}; {channel_budget} ÷ {channels/*/cost_per_lead}) × ", known_share!(), "; \
        min({channel_budget} ÷ {channels/*/cost_per_lead} × ", known_share!(), "; {channels/*/most_leads})); 0)"),
        CONVENTIONS;
    leads_handled Handled Share |o| &o.volumes.handled.leads,
        "case({month_leads} > 0: min(1; capacity(leads) ÷ {month_leads}); 1)",
        PAY;
    entries DerivedMonth Count (),
        concat!("sum(channels: later({channel_leads} × {leads_handled} × ", conversions!(before_sales!()), "; ", days!(before_sales!()), "))"),
        FUNNEL;
    entries_handled Handled Share |o| &o.volumes.handled.entries,
        "case({entries} > 0: min(1; capacity(entries) ÷ {entries}); 1)",
        PAY;
    channel_worked DerivedChannelMonth Count (),
        concat!("{channel_leads} × {leads_handled} × ahead({entries_handled}; ", days!(before_sales!()), "; 1)"),
        PAY;
    channel_coming DerivedChannelMonth Count (),
        concat!("later({channel_worked} × ", conversions!("won"), "; ", days!("won"), ")"),
        FUNNEL;
    new_clients_handled Handled Share |o| &o.volumes.handled.new_clients,
        "case(sum(channels: {channel_coming}) > 0: min(1; capacity(new_clients) ÷ sum(channels: {channel_coming})); 1)",
        PAY;
    room Handled Share |o| &o.volumes.handled.room,
        "case({new_clients_handled} × sum(channels: {channel_coming}) > 0: \
        max(0; min(1; (capacity(active_clients) − ({active_clients} − {new_clients})) ÷ ({new_clients_handled} × sum(channels: {channel_coming})))); 1)",
        PAY;
    channel_new_clients ChannelMonth Count |channel| &channel.new_clients,
        "{channel_coming} × {new_clients_handled} × {room}",
        FUNNEL;
    stage_reached StageMonth Count |o| &o.volumes.stages,
        concat!("case(row = sum(won: 1): {new_clients}; \
        row < ", sales!(), ": sum(channels: later({channel_leads} × {leads_handled} × ", conversions!("passed"), "; ", days!("passed"), ")); \
        sum(channels: later({channel_worked} × ", conversions!("passed"), "; ", days!("passed"), ")))"),
        FUNNEL;
    stage_total Stage Count |o| &o.volumes.stage_totals,
        concat!("case(row = sum(won: 1): {clients}; \
        row < ", sales!(), ": sum(channels: sum(months: {channel_leads} × {leads_handled}) × ", conversions!("passed"), "); \
        sum(channels: sum(months: {channel_worked}) × ", conversions!("passed"), "))"),
        FUNNEL;

    spend Channel Money |a| a.spend,
        "sum(channels: sum(months: {channel_spend}))",
        DEFINITION;
    leads Channel Count |a| a.leads,
        "sum(channels: sum(months: {channel_leads}))",
        DEFINITION;
    clients_later Channel Count |a| a.clients_later,
        concat!("sum(channels: after_plan({channel_worked} × ", conversions!("won"), "; ", days!("won"), "))"),
        CONVENTIONS;
    clients Channel Count |a| a.clients,
        "sum(channels: sum(months: {channel_new_clients})) + {clients_later}",
        CONVENTIONS;
    conversion Channel Share |a| a.conversion,
        "{clients} ÷ {leads}",
        FUNNEL;
    acquisition_pay Channel Money |a| a.acquisition_pay,
        "case(together: {winning_time_pay} + {winning_sales_pay}; \
        case({leads} = 0: 0; {winning_time_pay} × {leads} ÷ all({leads})) + case({clients} = 0: 0; {winning_sales_pay} × {clients} ÷ all({clients})))",
        PAY_OF_CLIENT;
    cpl Channel Money |a| a.cpl,
        "{spend} ÷ {leads}",
        CPL;
    cac Channel Money |a| a.cac,
        "{spend} ÷ {clients}",
        CAC;
    cac_loaded Channel Money |a| a.cac_loaded,
        "({spend} + {acquisition_pay}) ÷ {clients}",
        LOADED_CAC;
    ltv_to_cac Channel Ratio |a| a.ltv_to_cac,
        "{ltv} ÷ {cac}",
        RATIO;
    ltv_to_cac_loaded Channel Ratio |a| a.ltv_to_cac_loaded,
        "{ltv} ÷ {cac_loaded}",
        RATIO;
    earn_per_client Channel Money |a| a.earn_per_client,
        "{ltv} − {cac_loaded}",
        RATIO;
    romi Channel Share |a| a.romi,
        "({ltv} × {clients} − {spend}) ÷ {spend}",
        ROMI;
    romi_plan Channel Share |a| a.romi_plan,
        "(last(months: sum(so_far: sum(channels: {channel_new_clients}) × {brought_by_calendar})) − {spend}) ÷ {spend}",
        ROMI;
    payback Channel Months |a| a.payback,
        "worked_out(payback; {cac}; {brought})",
        CAC;
    payback_loaded Channel Months |a| a.payback_loaded,
        "worked_out(payback_loaded; {cac_loaded}; {brought})",
        CAC;
    payback_spent Channel Months |a| a.payback_spent,
        "{payback_loaded} + sum(won: {funnel/stages/*/days}) × 16 ÷ 487",
        CONVENTIONS;

    month_leads Month Count |o| &o.volumes.leads,
        "sum(channels: {channel_leads})",
        DEFINITION;
    new_clients Month Count |o| &o.volumes.new_clients,
        "sum(channels: {channel_new_clients})",
        DEFINITION;
    opening_stay Whole Share |o| o.client.opening_stay,
        "or({opening/retention}; case({offer/retention/kind} = once: 0; {offer/retention/kind} = constant: {first_month_stay}; \
        {offer/retention/kind} = two_stage: {offer/retention/later_rate}; \
        worked_out(opening_stay; {offer/retention/table/*/share}; {offer/retention/alpha}; {offer/retention/beta})))",
        ORDERS;
    opening_frequency Whole Count |o| o.client.opening_frequency,
        "or({opening/frequency}; case({offer/retention/kind} = once: 0; {repeat_orders}))",
        ORDERS;
    opening_clients Month Count |o| &o.volumes.opening_clients,
        "{opening/clients} × {opening_stay} ^ month",
        ORDERS;
    active_clients Month Count |o| &o.volumes.active_clients,
        "sum(so_far where {new_clients} ≠ 0: {new_clients} × {survival}) + {opening_clients}",
        SURVIVAL;
    orders_wanted DerivedMonth Count (),
        "sum(so_far where {new_clients} ≠ 0: {new_clients} × {orders_by_age}) + {opening_clients} × {opening_frequency}",
        ORDERS;
    orders Month Count |o| &o.volumes.orders,
        "min({orders_wanted}; capacity(orders))",
        ORDERS;
    opening_orders Month Count |o| &o.volumes.opening_orders,
        "case({orders_wanted} = 0: 0; {opening_clients} × {opening_frequency} × {orders} ÷ {orders_wanted})",
        ORDERS;
    order_revenue Month Money |o| &o.statement.order_revenue,
        "{orders} × {net_price}",
        DEFINITION;
    upsell_clients Month Count |o| &o.volumes.upsell_clients,
        "min({new_clients}; capacity(upsells))",
        PAY;
    cross_sell_clients Month Count |o| &o.volumes.cross_sell_clients,
        concat!("case(", with_orders!(), ": min({orders}; capacity(cross_sells)); min({active_clients}; capacity(cross_sells)))"),
        PAY;
    add_on_revenue Month Money |o| &o.statement.add_on_revenue,
        "{upsell_clients} × {upsell_revenue} + {cross_sell_clients} × {cross_sell_revenue}",
        DEFINITION;
    revenue Month Money |o| &o.statement.revenue,
        "{order_revenue} + {add_on_revenue}",
        DEFINITION;
    variable_costs Month Money |o| &o.statement.variable_costs,
        "{orders} × ({order_cost} + {order_fees}) + {new_clients} × {offer/first_order_cost} + {upsell_clients} × {upsell_cost} + {active_clients} × {offer/service_cost} + {cross_sell_clients} × {cross_sell_cost}",
        CONTRIBUTION;
    contribution Month Money |o| &o.statement.contribution,
        "{revenue} − {variable_costs}",
        CONTRIBUTION;
    opening_revenue Month Money |o| &o.statement.opening_revenue,
        concat!("{opening_orders} × {net_price} + ", opening_offers!(), " × {cross_sell_revenue}"),
        ORDERS;
    opening_contribution Month Money |o| &o.statement.opening_contribution,
        concat!("{opening_revenue} − {opening_orders} × ({order_cost} + {order_fees}) − {opening_clients} × {offer/service_cost} \
        − ", opening_offers!(), " × {cross_sell_cost}"),
        ORDERS;
    marketing Month Money |o| &o.statement.marketing,
        "sum(channels: {channel_spend})",
        DEFINITION;

    group_heads GroupMonth Count |group, _| group.heads,
        "case(running: {people/*/hires/*/heads}; 0)",
        DEFINITION;
    role_heads RoleMonth Count |role| &role.heads,
        "sum(groups: {group_heads})",
        DEFINITION;
    one_salary GroupMonth Money |_, slip| slip.salary,
        "case(running: {people/*/salary}; 0)",
        DEFINITION;
    one_share DerivedGroupMonth Share (),
        concat!("case(", productive_alike!(), " = 0: 0; running: ", productivity!(), " ÷ ", productive_alike!(), "; 0)"),
        PAY;
    client_revenue DerivedMonth Money (),
        "case({active_clients} = 0: 0; ({order_revenue} + {cross_sell_clients} × {cross_sell_revenue}) ÷ {active_clients})",
        PAY_WORDS;
    first_sale DerivedMonth Money (),
        concat!("{net_price} × case({orders_wanted} = 0: 1; {orders} ÷ {orders_wanted}) \
        + case(", with_orders!(), ": case({orders_wanted} = 0: {cross_sell_revenue}; {cross_sell_clients} × {cross_sell_revenue} ÷ {orders_wanted}); \
        {active_clients} = 0: 0; {cross_sell_clients} × {cross_sell_revenue} ÷ {active_clients})"),
        PAY_WORDS;
    one_new_sales DerivedGroupMonth Money (),
        "({new_clients} × {first_sale} + {upsell_clients} × {upsell_revenue}) × {one_share}",
        PAY_WORDS;
    one_won DerivedGroupMonth Count (),
        "sum(so_far where {new_clients} × {one_share} ≠ 0: {new_clients} × {one_share} × {survival})",
        PAY;
    one_taken_over DerivedGroupMonth Count (),
        "case(sum(people where alike: {role_heads}) = 0: 0; \
        running: (sum(people where alike: sum(groups where or({people/*/hires/*/last}; month) < month: {people/*/hires/*/heads} × {one_won})) + {opening_clients}) ÷ sum(people where alike: {role_heads}); 0)",
        PAY;
    one_portfolio DerivedGroupMonth Money (),
        "case({people/*/process} = acquisition any {people/*/process} = sales: \
        ({one_won} + {one_taken_over}) × {client_revenue} + {upsell_clients} × {upsell_revenue} × {one_share}; \
        {revenue} × {one_share})",
        PAY_WORDS;
    profit_before_shares DerivedMonth Money (),
        "{contribution} − {marketing} − {fixed_costs} \
        − sum(people where sum(people/*/pay/parts where {people/*/pay/parts/*/base} = profit: 1) = 0: sum(groups: {one_paid} × {group_heads}) × (1 + {people/*/contributions})) \
        − sum(people where sum(people/*/pay/parts where {people/*/pay/parts/*/base} = profit: 1) > 0: sum(groups: {one_salary} × {group_heads}) × (1 + {people/*/contributions}))",
        PAY;
    part_accrued DerivedPartMonth Money (),
        "case({people/*/pay/parts/*/base} = new_sales: {one_new_sales}; \
        {people/*/pay/parts/*/base} = turnover: {revenue}; \
        {people/*/pay/parts/*/base} = portfolio: {one_portfolio}; \
        {people/*/pay/parts/*/base} = contribution: {contribution}; \
        {people/*/pay/parts/*/base} = profit: {profit_before_shares}; 0)",
        PAY;
    part_base PartMonth Money |part| part.input.base,
        concat!("case(running and {people/*/pay/parts/*/counted} = collected and {people/*/pay/parts/*/base} ≠ profit: ", in_parts!("{part_accrued}"), "; \
        running: {part_accrued}; 0)"),
        PAY;
    part_whole PartMonth Money |part| part.input.whole,
        "case(running: or({people/*/pay/parts/*/target}; max(0; {part_base})); 0)",
        PAY;
    kpi_attainment KpiMonth Share |part| &part.input.attainments,
        "case(running: case({people/*/pay/parts/*/kpis/*/measure} = entered: {people/*/pay/parts/*/kpis/*/attainment}; \
        or(case({people/*/pay/parts/*/kpis/*/measure} = leads: {month_leads} × {one_share}; \
        {people/*/pay/parts/*/kpis/*/measure} = new_clients: {new_clients} × {one_share}; \
        {people/*/pay/parts/*/kpis/*/measure} = orders: {orders} × {one_share}; \
        {people/*/pay/parts/*/kpis/*/measure} = new_sales: {one_new_sales}; \
        {people/*/pay/parts/*/kpis/*/measure} = portfolio: {one_portfolio}; \
        {people/*/pay/parts/*/kpis/*/measure} = turnover: {revenue}; {contribution}) ÷ {people/*/pay/parts/*/kpis/*/target}; 1)); 0)",
        PAY;
    kpi_coefficient KpiMonth Ratio |part| &part.coefficients,
        "case(running: case(sum(people/*/pay/parts/*/kpis/*/steps: 1) = 0: max(0; {kpi_attainment}); \
        or(last(people/*/pay/parts/*/kpis/*/steps where {kpi_attainment} ≥ {people/*/pay/parts/*/kpis/*/steps/*/from}: {people/*/pay/parts/*/kpis/*/steps/*/coefficient}); 0)); 0)",
        PAY;
    part_amount PartMonth Money |part| part.amount,
        concat!("case(running: case({people/*/pay/parts/*/base} = kpi: {people/*/pay/parts/*/pool} × sum(people/*/pay/parts/*/kpis: {people/*/pay/parts/*/kpis/*/weight} × {kpi_coefficient}); \
        {people/*/pay/parts/*/tier_rule} = retroactive: max(0; {part_base}) × or(last(people/*/pay/parts/*/tiers where max(0; {part_base}) ≥ ", tier!(), ": {people/*/pay/parts/*/tiers/*/rate}); {people/*/pay/parts/*/rate}); \
        {people/*/pay/parts/*/rate} × min(max(0; {part_base}); min(people/*/pay/parts/*/tiers: ", tier!(), ")) + \
        sum(people/*/pay/parts/*/tiers: {people/*/pay/parts/*/tiers/*/rate} × (min(max(0; {part_base}); min(after people/*/pay/parts/*/tiers: ", tier!(), ")) \
        − min(max(0; {part_base}); min(onward people/*/pay/parts/*/tiers: ", tier!(), "))))); 0)"),
        PAY;
    one_variable GroupMonth Money |_, slip| slip.variable,
        "sum(people/*/pay/parts: {part_amount})",
        PAY;
    one_score DerivedGroupMonth Ratio (),
        concat!("sum(team/handovers where ", scored!(), ": {team/handovers/*/weight} × ", score!(), ") ÷ sum(team/handovers where ", scored!(), ": {team/handovers/*/weight})"),
        RATING;
    one_coefficient DerivedGroupMonth Ratio (),
        concat!("case(sum(people/*/pay/parts: 1) = 0 any sum(team/steps: 1) = 0 any ", scores_of_year!(), " < 8: 1; sum(team/handovers where ", scored!(), ": {team/handovers/*/weight}) > 0: \
        case({team/rating_scale} = linear: or(or(", step_reached!("coefficient"), " + ({one_score} − ", step_reached!("from"), ") ÷ (", step_ahead!("from"), " − ", step_reached!("from"), ") × (", step_ahead!("coefficient"), " − ", step_reached!("coefficient"), "); ", step_reached!("coefficient"), "); ", step_ahead!("coefficient"), "); \
        or(", step_reached!("coefficient"), "; 0)); 1)"),
        RATING;
    one_rating GroupMonth Money |_, slip| slip.rating_amount,
        "{one_variable} × {people/*/pay/rating_share} × ({one_coefficient} − 1)",
        RATING;
    one_earned GroupMonth Money |_, slip| slip.earned,
        "{one_salary} + {one_variable} + {one_rating}",
        PAY;
    one_paid GroupMonth Money |_, slip| slip.paid,
        "case(running and {people/*/pay/guarantee} = draw and month − {people/*/hires/*/first} < {people/*/pay/guarantee_months}: \
        max({people/*/pay/guaranteed}; {one_salary}; {one_earned} − before({one_debt}; 0)); \
        running and {people/*/pay/guarantee} = draw: max({one_salary}; {one_earned} − before({one_debt}; 0)); \
        running and {people/*/pay/guarantee} = floor and month − {people/*/hires/*/first} < {people/*/pay/guarantee_months}: \
        max({people/*/pay/guaranteed}; {one_salary}; {one_earned}); \
        {one_earned})",
        PAY;
    one_debt GroupMonth Money |_, slip| slip.debt,
        "case(running and {people/*/pay/guarantee} = draw: max(0; before({one_debt}; 0) + {one_paid} − {one_earned}); 0)",
        PAY;
    new_sales DerivedMonth Money (),
        "{new_clients} × {first_sale} + {upsell_clients} × {upsell_revenue}",
        PAY_WORDS;
    part_rate DerivedPartMonth Share (),
        "case({part_base} ≥ 0 and {part_base} ≤ 0: before({part_rate}; or(first(months where {part_base} < 0 any {part_base} > 0: {part_amount} ÷ {part_base}); 0)); {part_amount} ÷ {part_base})",
        PAY_OF_CLIENT;
    part_earned DerivedPartMonth Money (),
        "case(running and {people/*/pay/parts/*/counted} = collected: {part_accrued} × {part_rate}; {part_amount})",
        PAY_OF_CLIENT;
    sales_pay RoleMonth Money |role| &role.sales_pay,
        sales_parts!("{people/*/pay/parts/*/base} ≠ kpi and {people/*/pay/parts/*/base} ≠ profit", "{part_amount}"),
        PAY_OF_CLIENT;
    profit_pay RoleMonth Money |role| &role.profit_pay,
        sales_parts!("{people/*/pay/parts/*/base} = profit", "{part_amount}"),
        PAY_OF_CLIENT;
    revenue_pay RoleMonth Share |role| &role.revenue_pay,
        pay_rate!("{revenue_pay}", "{revenue}", "{people/*/pay/parts/*/base} = turnover any {people/*/pay/parts/*/base} = portfolio"),
        PAY_OF_CLIENT;
    contribution_pay RoleMonth Share |role| &role.contribution_pay,
        pay_rate!("{contribution_pay}", "{contribution}", "{people/*/pay/parts/*/base} = contribution"),
        PAY_OF_CLIENT;
    new_sales_pay RoleMonth Share |role| &role.new_sales_pay,
        pay_rate!("{new_sales_pay}", "{new_sales}", "{people/*/pay/parts/*/base} = new_sales"),
        PAY_OF_CLIENT;
    winning_pay Month Money |o| &o.people.winning_pay,
        concat!("({net_price} + {upsell_revenue} + {cross_sell_revenue}) × ", with_sent!(of_client_roles!("({revenue_pay} + {new_sales_pay})", winning_time!()), sent!("winning_of_revenue")), " \
        + ({order_contribution} + {cross_sell} + {upsell} − {offer/first_order_cost}) × ", with_sent!(of_client_roles!("{contribution_pay}", winning_time!()), sent!("winning_of_contribution"))),
        PAY_OF_CLIENT;
    winning_time_pay Whole Money |o| o.people.winning.fixed,
        with_sent!(concat!("sum(people: (sum(months: sum(groups: {one_paid} × {group_heads})) × (1 + {people/*/contributions}) − sum(months: {sales_pay})) × ", winning_time!(), ")"), "or({payroll/winning_time}; 0)"),
        PAY_OF_CLIENT;
    winning_sales_pay Whole Money |o| o.people.winning.variable,
        "sum(months: {new_clients} × {winning_pay}) + {clients_later} × last(months: {winning_pay})",
        PAY_OF_CLIENT;
    salaries Month Money |o| &o.statement.salaries,
        with_sent!("sum(people: sum(groups: ({one_paid} − {one_earned} + {one_salary}) × {group_heads}) × (1 + {people/*/contributions}))", sent!("salaries")),
        PAY;
    variable_pay Month Money |o| &o.statement.variable_pay,
        with_sent!("sum(people: sum(groups: ({one_earned} − {one_salary}) × {group_heads}) × (1 + {people/*/contributions}))", sent!("variable")),
        PAY;
    payroll Month Money |o| &o.statement.payroll,
        "{salaries} + {variable_pay}",
        DEFINITION;
    pay_contributions Month Money |o| &o.people.contributions,
        with_sent!("sum(people: sum(groups: {one_paid} × {group_heads}) × {people/*/contributions})", sent!("contributions")),
        DEFINITION;
    gross_pay Month Money |o| &o.people.gross,
        "{payroll} − {pay_contributions}",
        DEFINITION;
    fixed_costs Month Money |o| &o.statement.fixed_costs,
        "sum(costs where running: {costs/*/amount} × (1 + {costs/*/growth}) ^ (month − {costs/*/first}))",
        GROWTH;
    operating_profit Month Money |o| &o.statement.operating_profit,
        "{contribution} − {marketing} − {payroll} − {fixed_costs}",
        CONTRIBUTION;
    tax Month Money |o| &o.statement.tax,
        "case({tax/regime} = revenue_share: {revenue} × {tax/rate}; {tax/regime} = profit_share: max(0; {operating_profit}) × {tax/rate}; 0)",
        CONVENTIONS;
    profit Month Money |o| &o.statement.profit,
        "{operating_profit} − {tax}",
        CONTRIBUTION;

    billed Month Money |o| &o.cash.billed,
        concat!("{orders} × {paid_price} + ({upsell_clients} × ", add_on_price!("upsell"), " + {cross_sell_clients} × ", add_on_price!("cross_sell"), ") × ", vat_on_top!()),
        CONVENTIONS;
    receipts Month Money |o| &o.cash.receipts,
        in_parts!("{billed}"),
        CONVENTIONS;
    opening_receipts Month Money |o| &o.cash.opening_receipts,
        "sum(opening/receivables where {opening/receivables/*/month} = month: {opening/receivables/*/amount})",
        CONVENTIONS;
    opening_payments Month Money |o| &o.cash.opening_payments,
        "sum(opening/payables where {opening/payables/*/month} = month: {opening/payables/*/amount})",
        CONVENTIONS;
    refunds Month Money |o| &o.cash.refunds,
        refunded_in_parts!("{billed} × {offer/refund_share}"),
        CONVENTIONS;
    fees Month Money |o| &o.cash.fees,
        in_parts!("{billed} × {fee_rate}"),
        CONVENTIONS;
    suppliers Month Money |o| &o.cash.suppliers,
        "later({variable_costs} − {billed} × {fee_rate}; {terms/supplier_days})",
        CONVENTIONS;
    taxes Month Money |o| &o.cash.taxes,
        "{billed} × (1 − {offer/refund_share}) − {revenue} + {tax}",
        CONVENTIONS;
    investments Month Money |o| &o.cash.investments,
        "sum(investments where {investments/*/month} = month: {investments/*/amount})",
        DEFINITION;
    flow Month Money |o| &o.cash.flow,
        "{receipts} + {opening_receipts} − {opening_payments} − {refunds} − {fees} − {suppliers} − {taxes} − {investments} − {marketing} − {payroll} − {fixed_costs}",
        CASH;
    balance Month Money |o| &o.cash.balance,
        "{balance_before} + {flow}",
        CASH;
    balance_before InMonth Money |o, t| match t.checked_sub(1) {
            Some(before) => at(&o.cash.balance, before),
            None => o.cash.opening.answer(),
        },
        "before({balance}; {terms/opening_cash})",
        CASH;
    runway InMonth Months |o, t| {
            let flows = t.checked_sub(2).and_then(|first| o.cash.flow.get(first..=t)?.try_into().ok());
            match (o.cash.balance.get(t), flows) {
                (Some(balance), Some(flows)) => runway(*balance, flows).answer(),
                _ => no_data(),
            }
        },
        "max(0; {balance}) ÷ (−sum(so_far where age ≤ 2: {flow}) ÷ 3)",
        RUNWAY;

    to_cover Month Money |o| &o.break_even.to_cover,
        concat!("{fixed_costs} + {marketing} + {payroll} − ", with_sent!("sum(people: {sales_pay})", sent!("sales_pay")), " \
        − ", with_sent!("sum(people: {profit_pay})", sent!("profit_pay"))),
        PAY_OF_CLIENT;
    left_of_month DerivedMonth Money (),
        concat!("{contribution} − ", with_sent!("sum(people: {sales_pay})", sent!("sales_pay")), " − {revenue} × ", turnover_tax!()),
        PAY_OF_CLIENT;
    left_of_life DerivedWhole Money (),
        concat!("{life_contribution} − sum(ages: {client_pay}) − ", at_first!("{winning_pay}"), " − {life_revenue} × ", turnover_tax!()),
        PAY_OF_CLIENT;
    per_order Month Money |o| &o.break_even.per_order,
        "case({orders} > 0: {left_of_month} ÷ {orders}; {left_of_life} ÷ {life_orders})",
        CONVENTIONS;
    per_client Month Money |o| &o.break_even.per_client,
        "case({active_clients} > 0: {left_of_month} ÷ {active_clients}; {left_of_life} ÷ {life})",
        CONVENTIONS;
    break_even_orders Month Count |o| &o.break_even.orders,
        "case({per_order} ≤ 0 and {to_cover} ≤ 0: 0; ⌈{to_cover} ÷ {per_order}⌉)",
        BREAK_EVEN;
    break_even_clients Month Count |o| &o.break_even.clients,
        "case({per_client} ≤ 0 and {to_cover} ≤ 0: 0; ⌈{to_cover} ÷ {per_client}⌉)",
        BREAK_EVEN;
    break_even_revenue Month Money |o| &o.break_even.revenue,
        "case({to_cover} ≤ 0: 0; {revenue} > 0: {to_cover} ÷ {left_of_month} × {revenue}; {to_cover} ÷ {left_of_life} × {life_revenue})",
        BREAK_EVEN;

    payroll_share Whole Share |o| o.people.share_of(&o.statement.revenue),
        "sum(months: {payroll}) ÷ sum(months: {revenue})",
        DEFINITION;

    gross_margin Whole Share |o| total(&o.statement.contribution) / total(&o.statement.revenue),
        "sum(months: {contribution}) ÷ sum(months: {revenue})",
        CONTRIBUTION;
    ad_share Whole Share |o| total(&o.statement.marketing) / total(&o.statement.revenue),
        "sum(months: {marketing}) ÷ sum(months: {revenue})",
        DEFINITION;
    roas Whole Ratio |o| total(&o.statement.revenue) / total(&o.statement.marketing),
        "sum(months: {revenue}) ÷ sum(months: {marketing})",
        DEFINITION;

    begin Whole Month |o| begin(&o.statement),
        "first(months where {revenue} ≠ 0 any {variable_costs} ≠ 0 any {marketing} ≠ 0 any {payroll} ≠ 0 any {fixed_costs} ≠ 0: month)",
        CONVENTIONS;
    break_even_month Whole Month |o| o.break_even.first,
        "first(months where month ≥ {begin} and {profit} ≥ 0: month)",
        CONVENTIONS;
    break_even_lasting Whole Month |o| o.break_even.lasting,
        "since(months where month ≥ {begin} and {profit} ≥ 0: month)",
        CONVENTIONS;
    project_payback Whole Month |o| o.break_even.project,
        "since(months where month ≥ {begin} and sum(so_far: {flow} − {opening_contribution} − {opening_receipts} + {opening_payments}) ≥ 0: month)",
        CONVENTIONS;
    lowest_cash Whole Money |o| o.gap.lowest,
        "min(months: {balance})",
        CASH;
    lowest_cash_month Whole Month |o| o.gap.lowest_month,
        "first(months where {balance} = {lowest_cash}: month)",
        CASH;
    gap_first Whole Month |o| o.gap.first,
        "first(months where {balance} < 0: month)",
        CASH;
    gap_months Whole Months |o| o.gap.months,
        "sum(months where {balance} < 0: 1)",
        CASH;
    bridge Whole Money |o| o.gap.bridge,
        "max(0; −{lowest_cash})",
        CASH;
    receivable Whole Money |o| o.cash.receivable,
        concat!("sum(terms/instalments: after_plan({billed} × (1 − {fee_rate}) × {terms/instalments/*/share} ÷ max(1; ", instalments!(), "); {terms/instalments/*/days})) \
        − after_plan({billed} × {offer/refund_share} × (1 − ", instalments!(), " ÷ max(1; ", instalments!(), ")); {terms/refund_days}) \
        − sum(terms/instalments: after_plan({billed} × {offer/refund_share} × {terms/instalments/*/share} ÷ max(1; ", instalments!(), "); {terms/instalments/*/days} + {terms/refund_days})) \
        + sum(opening/receivables where {opening/receivables/*/month} ≥ sum(months: 1): {opening/receivables/*/amount})"),
        CONVENTIONS;
    payable Whole Money |o| o.cash.payable,
        "after_plan({variable_costs} − {billed} × {fee_rate}; {terms/supplier_days}) + sum(opening/payables where {opening/payables/*/month} ≥ sum(months: 1): {opening/payables/*/amount})",
        CONVENTIONS;
}
