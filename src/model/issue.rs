//! What [`check`](super::check()) finds.

use crate::number::Decimal;
use crate::variants::variants;

variants! {
    /// How much an issue matters.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Severity {
        /// Worth knowing.
        Note = "note",
        /// Probably not meant.
        Warning = "warning",
        /// Cannot be.
        Problem = "problem",
    }
}

variants! {
    /// What is the matter.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Reason {
        /// Below zero where that has no meaning.
        Negative = "negative",
        /// A share of more than all.
        AboveWhole = "above_whole",
        /// Larger than the calculation vouches for (1e15).
        TooLarge = "too_large",
        /// More than ten years of days.
        TooLong = "too_long",
        /// The value lies outside its own range, or the range is upside down.
        RangeWithoutValue = "range_without_value",
        /// Ends before it begins.
        EndsBeforeStart = "ends_before_start",
        /// Begins after the last month of the plan.
        BeyondHorizon = "beyond_horizon",
        /// Is paid after the last month of the plan.
        DueAfterPlan = "due_after_plan",
        /// No way is named in which leads come.
        NoChannels = "no_channels",
        /// Money is to be spent, but a lead costs nothing and nothing caps them.
        NoCostPerLead = "no_cost_per_lead",
        /// The budget buys more leads than the channel can give.
        BudgetOverCap = "budget_over_cap",
        /// No price: nothing is earned.
        NoPrice = "no_price",
        /// Costs of an order are not below its price.
        CostsOverPrice = "costs_over_price",
        /// No orders: an active client brings nothing.
        NoOrders = "no_orders",
        /// Nobody orders again: nobody can have bought again either.
        NoReturn = "no_return",
        /// Whoever orders every month or more often cannot be told by who bought again within a year.
        TooFrequent = "too_frequent",
        /// The second order falls after the year.
        TooFarApart = "too_far_apart",
        /// More have bought again than could, so often as clients order.
        ReturnAboveLimit = "return_above_limit",
        /// Fewer have bought again than must have, to make so many orders.
        ReturnBelowLimit = "return_below_limit",
        /// The first order is counted: fewer than one order per client, or one, leaves nothing to come back for.
        FewOrdersPerClient = "few_orders_per_client",
        /// Everybody stays forever; LTV rests on its horizon alone.
        NobodyLeaves = "nobody_leaves",
        /// More clients at an older age than at a younger.
        RetentionRises = "retention_rises",
        /// The table has no row.
        NoTable = "no_table",
        /// Must be above zero.
        NotPositive = "not_positive",
        /// Instalments make more than the whole receipt.
        InstalmentsOverWhole = "instalments_over_whole",
        /// Stages are missing: every lead is a client.
        NoStages = "no_stages",
        /// Thresholds of tiers or steps do not rise.
        TiersFall = "tiers_fall",
        /// Weights of KPIs do not make the whole.
        WeightsNotWhole = "weights_not_whole",
        /// A sum by KPIs without a KPI pays nothing.
        NoKpis = "no_kpis",
        /// Other processes take more than all of a person's time.
        TimeOverWhole = "time_over_whole",
        /// A link of the chain names a role that there is not.
        UnknownRole = "unknown_role",
        /// A role scores itself.
        OwnCustomer = "own_customer",
        /// A score that is not from 1 to 10.
        ScoreBeyond = "score_beyond",
        /// A coefficient above five: per cent were meant, probably.
        CoefficientHigh = "coefficient_high",
    }
}

/// One finding, with the field that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Path of the field.
    pub path: String,
    /// What is the matter.
    pub reason: Reason,
    /// How much it matters.
    pub severity: Severity,
    /// Between what the number would have to be, where that hangs on others: above the first, up to the second.
    pub limits: Option<(Decimal, Decimal)>,
}

/// Findings in the making.
pub(super) struct Issues(pub Vec<Issue>);

impl Issues {
    pub(super) fn add(&mut self, path: impl Into<String>, reason: Reason, severity: Severity) {
        self.0.push(Issue { path: path.into(), reason, severity, limits: None });
    }

    pub(super) fn add_if(&mut self, is_so: bool, path: &str, reason: Reason, severity: Severity) {
        if is_so {
            self.add(path, reason, severity);
        }
    }

    /// Looks at the months from which to which something lasts; `path` is that of its row, with a slash.
    pub(super) fn check_span(&mut self, path: &str, first: u32, last: Option<u32>, horizon: u32) {
        let backwards = last.is_some_and(|last| last < first);
        self.add_if(backwards, &format!("{path}last"), Reason::EndsBeforeStart, Severity::Problem);
        self.add_if(first >= horizon, &format!("{path}first"), Reason::BeyondHorizon, Severity::Warning);
    }
}
