//! What facts say about a plan: how likely a planned rate is after what was counted, whether that is enough to call it
//! proved or disproved, why profit differs, and where the plan leads from here.
//!
//! Three kinds of figures are weighed, each by the textbook rule for it:
//!
//! | figure | facts | posterior |
//! |---|---|---|
//! | a share: conversion, retention, delivered as promised | [`Share`]: hits of trials | [`RatePosterior`]: beta |
//! | a pace: leads for money spent, leads in a month | [`Pace`]: a count and its exposure | [`PacePosterior`]: gamma |
//! | an average: deal, cycle, cost of an order | [`Average`]: a mean of so many | [`MeanPosterior`]: normal |
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
mod forecast_band;
mod judgement;
mod learned;
mod measured;
mod measurement;
mod money;
mod month_table;
mod partial_months;
mod planned;
mod posterior;
mod profit_lines;
mod recorded;
mod reforecast;
mod run_in;
mod sample;
mod variance;
mod verdict;

pub use cell::FactCell;
pub use changes::{Change, Seen, changes};
pub use comparison::{ChannelPairs, LinePairs, Pair, Pairs, pairs};
pub use completeness::Completeness;
pub use doubts::{Doubt, Wrong, doubts};
pub use forecast_band::{Band, band};
pub use judgement::{Judgement, More, judge, verdict_on};
pub use learned::{adopted, learned, learned_at};
pub use measured::{Indicator, Measured, MeasuredIn};
pub use money::Told;
pub use partial_months::PartlyTold;
pub use planned::{planned_of_business, planned_of_channel};
pub use posterior::{MeanPosterior, PacePosterior, Posterior, RatePosterior};
pub use profit_lines::{Assumed, Line};
pub use recorded::{Known, Recorded, Stray};
pub use reforecast::{Been, Beside, Course, Quarter, Reforecast, course, reforecast};
pub use run_in::{
    ChannelRun, Finding, MonthFinding, Next, RUN_IN_MONTHS, RunIn, Window, recorded_months, run_in, together,
};
pub use sample::{Average, Pace, Sample, Share, spread};
pub use variance::{Cause, Variance, variance};
pub use verdict::{Better, Claim, Verdict, weight};
