//! What facts say about a plan: how likely a planned rate is after what was counted, whether it holds or is
//! below plan, why profit differs, and where the plan leads from here.
//!
//! Three kinds of figures are weighed, each by the textbook rule for it:
//!
//! | figure | facts | posterior |
//! |---|---|---|
//! | a share: conversion, retention, delivered as promised | [`Proportion`]: hits of trials | [`BetaPosterior`]: beta |
//! | a pace: leads for money spent, leads in a month | [`Rate`]: a count and its exposure | [`GammaPosterior`]: gamma |
//! | an average: deal, cycle, cost of an order | [`Average`]: a mean of so many | [`LogNormalPosterior`]: log-normal |
//!
//! **Never:** words a verdict, changes a plan unasked, knows a screen or a format; no panic, no endless search: any number is
//! answered, and the answer is finite.

mod actuals;
mod cell;
mod changes;
mod comparison;
mod completeness;
mod distributions;
mod doubts;
mod engine;
mod fact_rows;
mod figure;
mod figure_in_plan;
mod finding;
mod forecast_band;
mod judgement;
mod kept_plan;
mod learned;
mod levers;
mod measured;
mod measurement;
mod money;
mod month_table;
mod order_price;
mod orders;
mod partial_months;
mod passing;
mod plan_study;
mod planned;
mod posterior;
mod prior;
mod profit_lines;
mod quarter;
mod recorded;
mod reforecast;
mod run_in;
mod sample;
mod standing;
mod study;
mod times_as_good;
mod variance;
mod verdict;

pub use actuals::Actuals;
pub use cell::FactCell;
pub use changes::{Change, ChangesSince, Knowledge, changes};
pub use comparison::{
    ChannelComparison, Comparison, PlanActual, PlannedChannels, StatementComparison, compare,
};
pub use completeness::Completeness;
pub use doubts::{Doubt, FAR_FROM_ALL_MONTHS, FAR_FROM_PLAN, Wrong, doubts};
pub use engine::Engine;
pub use figure::Figure;
pub use finding::{
    Finding, MonthFinding, Outlook, PATIENCE_MONTHS, Window, WithoutVerdict, exact, recorded_months,
};

pub use forecast_band::{BandInProgress, ForecastBand, forecast_band};
pub use judgement::{Judgement, judge, verdict_on};
pub use kept_plan::{KeptPlan, KeptState};
pub use learned::{adoptable, adopted, learned, learned_by};
pub use levers::Levers;
pub use measured::{Indicator, Measured, MeasuredIn};
pub use money::KnownAmount;
pub use month_table::MonthTotals;
pub use orders::EstimatedOrders;
pub use partial_months::PartialMonth;
pub use passing::PASSES;
pub use plan_study::PlanStudy;
pub use planned::{
    planned_conversion, planned_cost_per_lead, planned_cycle, planned_of_business, planned_of_channel,
    planned_share,
};
pub use posterior::{BetaPosterior, GammaPosterior, LogNormalPosterior, Posterior};
pub use prior::{PriorScale, prior_sd};
pub use profit_lines::{Assumed, ProfitLine};
pub use quarter::{Period, QUARTER, quarter_of};
pub use recorded::{Known, Recorded, Stray};
pub use reforecast::{Projection, Quarter, QuarterLine, Reforecast, projection};
pub use run_in::{ChannelRun, Next, RUN_IN_MONTHS, RunIn, run_in, run_in_with, together};
pub use sample::{Average, DEALS_VARY, MONTHS_VARY, Proportion, Rate, Sample};
pub use standing::ChannelStanding;
pub use study::{Baseline, Step, Study, with_facts};
pub use times_as_good::times_as_good;
pub use variance::{Cause, Flexed, NoVariance, Variance, variance};
pub use verdict::{Better, Claim, Floor, LEAST_OF_PLAN, LIKELY, NEXT_TO_NONE, RARE, Verdict};
