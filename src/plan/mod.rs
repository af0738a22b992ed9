//! The formulas by topic, the whole plan of a document, and the catalogue of what it comes to.
//!
//! **Never:** reads no text, words no message, knows no file format and no screen; rounds nothing.

mod acquisition;
mod break_even;
mod brought;
mod buying;
mod by_month;
mod cash;
mod cash_gap;
mod catalogue;
mod channel_flow;
mod channel_months;
mod client;
mod cohorts;
mod company;
mod costs;
mod delay;
mod entered;
mod evaluate;
mod explain;
mod figure_changes;
mod flow;
mod formula;
mod given;
mod lag;
mod leads;
mod load;
mod member;
mod order;
mod outcome;
mod overload;
mod past;
mod payroll;
mod payroll_sum;
mod periods;
mod pipeline;
mod reached;
mod reading;
mod relevance;
mod retention;
mod return_rate;
mod sales_pay;
mod sbg;
mod sent_payroll;
mod spread;
mod spread_delay;
mod statement;
mod team;
mod volumes;
mod ways_ahead;

pub use break_even::{BreakEven, begin, break_even_volume, first_month, lasting_month, stays_since};
pub use brought::{Bringing, Brought};
pub use buying::{Orders, Rhythm, part_of_first_month, spread_by_age};
pub use cash::{Cash, Timing, cash, lowest, running, runway, total};
pub use cash_gap::CashGap;
pub use catalogue::{Answer, FIGURES, Figure, FigureUnit, Place, Scope, figure, figure_field, figure_value};
pub use channel_months::{ChannelMonths, channel_months, channel_months_from};
pub use client::{life, life_orders, ltv, monthly_discount};
pub use cohorts::active_clients;
pub use costs::monthly_pay;
pub use delay::Delay;
pub use entered::{Entered, entered};
pub use evaluate::{evaluate, evaluate_first, evaluate_from, outcome};
pub use explain::{Explanation, explain, inputs_of, unit_of, unit_of_field};
pub use figure_changes::{FigureChange, figure_change, figure_changes};
pub use flow::reached;
pub use formula::{
    Comparison, Condition, Evaluation, Fold, Formula, Operator, Piece, Rows, parse as parse_formula,
};
pub use given::{ChannelTerms, CostTerms, Given, MarketTerms, OpeningTerms, StageTerms};
pub use lag::Lag;
pub use leads::{awareness, growing, leads, months_of, needed_budget, runs};
pub use load::Load;
pub use order::{AddOns, Client, Order, Refunds};
pub use outcome::{
    Acquisition, ChannelOutcome, ClientOutcome, GroupOutcome, Outcome, PeopleOutcome, RoleOutcome, WinningPay,
};
pub use overload::first_overload;
pub use past::{ChannelPast, Past};
pub use payroll_sum::payroll_of;
pub use periods::{Gathered, Period, Span, gathered, spans};
pub use reached::Reached;
pub use reading::{counts, is_on, stage_delay, tax_rule};
pub use retention::{Endless, Staying};
pub use return_rate::{ReturnRate, first_year_rates, leaving_rate};
pub use sbg::sbg_fit;
pub use sent_payroll::{SalesShares, SentPayroll, WinningShares};
pub use spread::{Spread, spreads};
pub use spread_delay::arrived_by_month;
pub use statement::{Spending, Statement, Takings, TaxRule, statement, takings};
pub use team::{Group, RoleTerms, Unit, work_unit};
pub use volumes::{Handled, Volumes};
pub use ways_ahead::{Lever, WayAhead, makes_loss, ways_ahead};
