//! Parts that formulas of several figures share. Texts for `concat!`, which takes no constants: so they are macros.

/// VAT inside a price, by which it is divided.
macro_rules! vat_inside {
    () => {
        "case({offer/vat} = inside: 1 + {offer/vat_rate}; 1)"
    };
}

/// VAT on top of a price, by which it is multiplied.
macro_rules! vat_on_top {
    () => {
        "case({offer/vat} = on_top: 1 + {offer/vat_rate}; 1)"
    };
}

/// The part of costs that is not recovered from refunded orders.
macro_rules! borne {
    () => {
        "(1 − {offer/refund_share} × {offer/recovered_share})"
    };
}

/// What add-ons of a kind are sold for, of each client that they are offered to.
macro_rules! add_on_price {
    ($kind:literal) => {
        concat!(
            "sum(offer/add_ons where {offer/add_ons/*/kind} = ",
            $kind,
            ": {offer/add_ons/*/share} × {offer/add_ons/*/price})"
        )
    };
}

/// What they cost, fees included.
macro_rules! add_on_cost {
    ($kind:literal) => {
        concat!(
            "sum(offer/add_ons where {offer/add_ons/*/kind} = ",
            $kind,
            ": {offer/add_ons/*/share} × {offer/add_ons/*/price} × {offer/add_ons/*/cost_share}) × ",
            borne!(),
            " + ",
            add_on_price!($kind),
            " × ",
            vat_on_top!(),
            " × {fee_rate}"
        )
    };
}

/// Whether cross-sells are offered with each order, not each month.
macro_rules! with_orders {
    () => {
        "{offer/cross_sell_timing} = each_order any {offer/cross_sell_timing} = by_frequency and {repeat_orders} < 1"
    };
}

/// What an order leaves, with what is sold with it.
macro_rules! by_order {
    () => {
        concat!("case(", with_orders!(), ": {order_contribution} + {cross_sell}; {order_contribution})")
    };
}

/// What a month of a client leaves beside its orders.
macro_rules! by_month {
    () => {
        concat!("case(", with_orders!(), ": −{offer/service_cost}; {cross_sell} − {offer/service_cost})")
    };
}

/// What an order brings into revenue, with what is sold with it.
macro_rules! sold_by_order {
    () => {
        concat!("case(", with_orders!(), ": {net_price} + {cross_sell_revenue}; {net_price})")
    };
}

/// What a month of a client brings into revenue beside its orders.
macro_rules! sold_by_month {
    () => {
        concat!("case(", with_orders!(), ": 0; {cross_sell_revenue})")
    };
}

/// The part of their full effect that channels have in the month.
macro_rules! known_share {
    () => {
        "case({market/awareness} = yes and month < {market/months}: {market/from} + (1 − {market/from}) × month ÷ {market/months}; 1)"
    };
}

/// Of the cross-sells offered in the month those to clients there were at the beginning.
macro_rules! opening_offers {
    () => {
        concat!(
            "case(",
            with_orders!(),
            ": case({opening_orders} = 0: 0; {opening_orders} × {cross_sell_clients} ÷ {orders}); \
        {opening_clients} = 0: 0; {opening_clients} × {cross_sell_clients} ÷ {active_clients})"
        )
    };
}

/// Something, as it is given back some days after each part of it was paid.
macro_rules! refunded_in_parts {
    ($amount:literal) => {
        concat!(
            "later(",
            $amount,
            " × (1 − ",
            instalments!(),
            " ÷ max(1; ",
            instalments!(),
            ")); {terms/refund_days}) + sum(terms/instalments: later(",
            $amount,
            " × {terms/instalments/*/share} ÷ max(1; ",
            instalments!(),
            "); {terms/instalments/*/days} + {terms/refund_days}))"
        )
    };
}

/// The part of an order's price that is not paid at once.
macro_rules! instalments {
    () => {
        "sum(terms/instalments: {terms/instalments/*/share})"
    };
}

/// Whether a client's orders after the first come at any time, not at a steady interval: more often than daily too.
macro_rules! at_any_time {
    () => {
        "({offer/retention/kind} = constant and {offer/retention/entry} = first_year any {offer/rhythm} = random \
        any {offer/rhythm} = by_frequency and {repeat_orders} > 1 any {repeat_orders} > 31 any {repeat_orders} ≤ 0)"
    };
}

/// The age at which an order at a steady interval falls.
macro_rules! visit_age {
    () => {
        "visit ÷ {repeat_orders}"
    };
}

/// The share still there at an order of the month from this age on, between whole ages geometrically.
macro_rules! still_there_at_visit {
    () => { concat!("{survival} ^ (age + 1 − ", visit_age!(), ") × next({survival}) ^ (", visit_age!(), " − age)") };
}

/// The same of the month up to this age.
macro_rules! was_there_at_visit {
    () => {
        concat!(
            "before({survival}; 1) ^ (age − ",
            visit_age!(),
            ") × {survival} ^ (",
            visit_age!(),
            " − (age − 1))"
        )
    };
}

/// Something, as it is paid in parts.
macro_rules! in_parts {
    ($amount:literal) => {
        concat!(
            $amount,
            " × (1 − ",
            instalments!(),
            " ÷ max(1; ",
            instalments!(),
            ")) + sum(terms/instalments: later(",
            $amount,
            " × {terms/instalments/*/share} ÷ max(1; ",
            instalments!(),
            "); {terms/instalments/*/days}))"
        )
    };
}

/// What of a channel's leads goes on at the stages gone over.
macro_rules! conversions {
    ($stages:expr) => {
        concat!("product(", $stages, ": or({channels/*/own/*/conversion}; {funnel/stages/*/conversion}))")
    };
}

/// The days of the stages gone over.
macro_rules! days {
    ($stages:expr) => {
        concat!("sum(", $stages, ": {funnel/stages/*/days})")
    };
}

/// The number of the first stage of sales; of the first of all where none is.
macro_rules! sales {
    () => {
        "or(first(funnel/stages where {funnel/stages/*/process} = sales: row); 1)"
    };
}

/// The stages before sales.
macro_rules! before_sales {
    () => {
        concat!("funnel/stages where row < ", sales!())
    };
}

/// How productive one is who came in the group's first month.
macro_rules! productivity {
    () => {
        "min(1; (month − {people/*/hires/*/first} + 1) ÷ ({people/*/ramp} + 1))"
    };
}

/// Productive heads of all who do the same work.
macro_rules! productive_alike {
    () => {
        concat!(
            "sum(people where alike: sum(groups where running: {people/*/hires/*/heads} × ",
            productivity!(),
            "))"
        )
    };
}

/// Where a tier begins.
macro_rules! tier {
    () => {
        "{part_whole} × {people/*/pay/parts/*/tiers/*/from}"
    };
}

/// The score of the quarter; below 1 there is none.
macro_rules! score {
    () => {
        "or(first(team/handovers/*/scores where 3 × row > month: {team/handovers/*/scores/*/score}); 0)"
    };
}

/// Who takes the role's work and has scored it.
macro_rules! scored {
    () => {
        concat!("{team/handovers/*/executor} = role and ", score!(), " ≥ 1 and ", score!(), " ≤ 10")
    };
}

/// How many scores the role was given in the year that ends with the quarter.
macro_rules! scores_of_year {
    () => {
        "sum(team/handovers where {team/handovers/*/executor} = role: sum(team/handovers/*/scores where 3 × row > month − 9 and 3 × row ≤ month + 3 \
        and or({team/handovers/*/scores/*/score}; 0) ≥ 1 and or({team/handovers/*/scores/*/score}; 0) ≤ 10: 1))"
    };
}

/// The steps of the scale on either side of the mean score: the field of the last reached, and of the first not reached.
macro_rules! step_reached {
    ($field:literal) => {
        concat!("last(team/steps where {one_score} ≥ {team/steps/*/from}: {team/steps/*/", $field, "})")
    };
}

macro_rules! step_ahead {
    ($field:literal) => {
        concat!("first(team/steps where {one_score} < {team/steps/*/from}: {team/steps/*/", $field, "})")
    };
}

/// Tax on revenue, which is owed at break-even too.
macro_rules! turnover_tax {
    () => {
        "case({tax/regime} = revenue_share: {tax/rate}; 0)"
    };
}

/// The share of a person's time that goes into winning clients.
macro_rules! winning_time {
    () => {
        "(case({people/*/process} = acquisition any {people/*/process} = sales: max(0; 1 − sum(people/*/other_processes: {people/*/other_processes/*/share})); 0) \
        + sum(people/*/other_processes where {people/*/other_processes/*/process} = acquisition any {people/*/other_processes/*/process} = sales: {people/*/other_processes/*/share}) \
        ÷ max(1; sum(people/*/other_processes: {people/*/other_processes/*/share})))"
    };
}

/// Of the roles whose work is for clients something together.
macro_rules! of_client_roles {
    ($of:literal) => {
        of_client_roles!($of, "1")
    };
    ($of:literal, $part:expr) => {
        concat!(
            "sum(people where {people/*/process} ≠ general and {people/*/process} ≠ own any sum(people/*/other_processes where \
            {people/*/other_processes/*/process} ≠ general and {people/*/other_processes/*/process} ≠ own: 1) > 0: ",
            $of,
            " × ",
            $part,
            ")"
        )
    };
}

/// Something of a month at the age of a client who has come in the first month of the plan; after the last as in it.
macro_rules! at_age {
    ($of:expr) => {
        concat!("or(first(months where month = age: ", $of, "); last(months: ", $of, "))")
    };
}

/// The same of the first month.
macro_rules! at_first {
    ($of:expr) => {
        concat!("first(months: ", $of, ")")
    };
}

/// Something of the pay of all as one sum in a month, where a document was sent without pay by role.
macro_rules! sent {
    ($of:literal) => {
        concat!(
            "or(last(payroll/months where {payroll/months/*/from} ≤ month: {payroll/months/*/",
            $of,
            "}); 0)"
        )
    };
}

/// Something of the pay by role, and with it what was sent as one sum, where there is any.
macro_rules! with_sent {
    ($by_role:expr, $sent:expr) => {
        concat!("case(sum(payroll/months: 1) > 0: ", $by_role, " + ", $sent, "; ", $by_role, ")")
    };
}

/// What is paid of each rouble of a client's revenue, at its age.
macro_rules! pay_of_revenue {
    ($at:ident) => {
        with_sent!($at!(of_client_roles!("{revenue_pay}")), $at!(sent!("of_revenue")))
    };
}

/// What is paid of each rouble of a client's contribution, at its age.
macro_rules! pay_of_contribution {
    ($at:ident) => {
        with_sent!($at!(of_client_roles!("{contribution_pay}")), $at!(sent!("of_contribution")))
    };
}

/// Parts of pay of some bases, with what the rating leaves of them and contributions.
macro_rules! sales_parts {
    ($bases:literal, $amount:literal) => {
        concat!(
            "sum(groups: sum(people/*/pay/parts where ",
            $bases,
            ": ",
            $amount,
            ") × case({one_variable} = 0: 1; 1 + {one_rating} ÷ {one_variable}) × {group_heads}) × (1 + {people/*/contributions})"
        )
    };
}

/// What a role earns by parts of some bases with each rouble of what they are shares of; where there is none, as in the month
/// before, and before the first as with the first.
macro_rules! pay_rate {
    ($own:literal, $base:literal, $bases:literal) => {
        concat!(
            "case(",
            $base,
            " ≥ 0 and ",
            $base,
            " ≤ 0: before(",
            $own,
            "; or(first(months where ",
            $base,
            " < 0 any ",
            $base,
            " > 0: ",
            sales_parts!($bases, "{part_earned}"),
            " ÷ ",
            $base,
            "); 0)); ",
            sales_parts!($bases, "{part_earned}"),
            " ÷ ",
            $base,
            ")"
        )
    };
}
