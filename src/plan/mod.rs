//! The formulas by topic, the whole plan of a document, and the catalogue of what it comes to.
//!
//! **Never:** reads no text, words no message, knows no file format and no screen; rounds nothing.

mod break_even;
mod cash;
mod catalogue;
mod client;
mod entered;
mod evaluate;
mod explain;
mod flow;
mod inputs;
mod lag;
mod leads;
mod order;
mod outcome;
mod overload;
mod past;
mod payroll;
mod periods;
mod plays;
mod retention;
mod sbg;
mod statement;
mod team;
mod volumes;

pub use break_even::{break_even_volume, first_month, lasting_month, stays_since};
pub use cash::{Cash, Timing, cash, lowest, running, runway, total};
pub use catalogue::{Answer, FIGURES, Figure, FigureUnit, Place, Scope, figure};
pub use client::{Reached, client_payback, life, ltv, monthly_discount, payback_curve};
pub use entered::{Entered, entered};
pub use evaluate::{begin, evaluate, evaluate_from, monthly_pay};
pub use explain::{Explanation, Piece, explain, unit_of, unit_of_field};
pub use flow::{Reach, active_clients, reached};
pub use inputs::tax_rule;
pub use lag::Lag;
pub use leads::{awareness, grown, leads, runs};
pub use order::{AddOns, Client, Order};
pub use outcome::{
    Acquisition, BreakEven, CashGap, ChannelOutcome, ClientOutcome, GroupOutcome, MonthlyVolumes, Outcome,
    PeopleOutcome, RoleOutcome,
};
pub use overload::first_overload;
pub use past::{ChannelMonths, ChannelPast, Past, channel_months, channel_months_from, is_on};
pub use periods::{Gathered, Period, Span, gathered, spans};
pub use retention::{Endless, Staying};
pub use sbg::sbg_fit;
pub use statement::{Spending, Statement, Takings, TaxRule, Volumes, statement, takings};
pub use team::{Group, Load, Unit, work_unit};
