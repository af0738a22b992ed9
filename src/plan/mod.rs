//! The formulas by topic, the whole plan of a document, and the catalogue of what it comes to.
//!
//! **Never:** reads no text, words no message, knows no file format and no screen; rounds nothing.

mod bargain;
mod break_even;
mod cash;
mod catalogue;
mod chain;
mod client;
mod compare;
mod entered;
mod evaluate;
mod explain;
mod flow;
mod inputs;
mod lag;
mod law;
mod leads;
mod order;
mod outcome;
mod overload;
mod past;
mod pay;
mod payroll;
mod payslip;
mod periods;
mod plays;
mod rating;
mod remarks;
mod retention;
mod sbg;
mod sides;
mod slices;
mod slip;
mod statement;
mod team;
mod volumes;

pub use bargain::{ATTAINMENT_STEP, Bargain, MOST_ATTAINMENT, Take, bargain};
pub use break_even::{break_even_volume, first_month, lasting_month, stays_since};
pub use cash::{Cash, Timing, cash, lowest, running, runway, total};
pub use catalogue::{Answer, FIGURES, Figure, FigureUnit, Place, Scope, figure};
pub use chain::{LatestScore, latest_score};
pub use client::{Reached, client_payback, life, ltv, monthly_discount, payback_curve};
pub use compare::{Compared, Lost, compared, lost_to_overload, with_pay};
pub use entered::{Entered, entered};
pub use evaluate::{begin, evaluate, evaluate_from, monthly_pay};
pub use explain::{Explanation, Piece, explain, unit_of, unit_of_field};
pub use flow::{Reach, active_clients, reached};
pub use lag::Lag;
pub use law::{LawFigure, income_tax, minimum_wage};
pub use leads::{awareness, grown, leads, runs};
pub use order::{AddOns, Client, Order};
pub use outcome::{
    Acquisition, BreakEven, CashGap, ChannelOutcome, ClientOutcome, GroupOutcome, MonthlyVolumes, Outcome,
    PeopleOutcome, RoleOutcome,
};
pub use overload::first_overload;
pub use past::{ChannelMonths, ChannelPast, Past, channel_months, channel_months_from, is_on};
pub use pay::{
    Paid, Rates, Steps, coefficient, commission, guaranteed_pay, productivity, rate_reached, rating_effect,
};
pub use payslip::{Payslip, Withheld, payslip};
pub use periods::{Gathered, Period, Span, gathered, spans};
pub use rating::{mean_score, rating};
pub use remarks::{Remark, remarks};
pub use retention::{Endless, Staying};
pub use sbg::sbg_fit;
pub use sides::{Difference, SidePoint, Sides};
pub use slices::slices;
pub use slip::{KpiTerms, LineInput, Moment, PartTerms, PayTerms, Slip, SlipLine, pay_in_force, pay_terms};
pub use statement::{Spending, Statement, Takings, TaxRule, Volumes, statement, takings};
pub use team::{Group, Load, Unit, work_unit};
