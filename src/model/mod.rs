//! What the user enters: the document, its defaults and templates, edits, and `check`, which finds
//! everything that contradicts itself.
//!
//! **Never:** computes no result, words no message, knows no file format and no screen.

mod about;
mod bounds;
mod check;
mod check_people;
mod choice;
mod costs;
mod currency;
mod difference;
mod document;
mod edit;
mod estimate;
mod fact;
mod fact_record;
mod fact_text;
mod facts;
mod field;
mod frequency;
mod funnel;
mod ids;
mod issue;
mod known;
mod left_out;
mod limits;
mod next_row;
mod offer;
mod opening;
mod path;
mod pay;
mod payroll;
mod people;
mod quarters;
mod quick;
mod ready;
mod record;
mod team;
mod terms;
mod version;

pub use about::{About, LONGEST_HORIZON, Trade, Unit, YearMonth};
pub use bounds::{MOST_DAYS, impossible};
pub use check::check;
pub use check_people::HIGHEST_COEFFICIENT;
pub use choice::Choice;
pub use costs::{FixedCost, Investment};
pub use currency::Currency;
pub use difference::{Change, Difference, differences};
pub use document::Model;
pub use edit::{Datum, Edit, EditFault, fitting_text};
pub use estimate::{Basis, Estimate, Range};
pub use fact::{Fact, FactFault, FactGroup, FactPlace};
pub use fact_text::{FactText, FactTextFault};
pub use facts::{
    Adoption, BusinessFact, ChannelFact, ChannelFacts, Facts, Frozen, MonthFacts, Snapshot, StageFacts,
};
pub use field::{Field, Kind, Measure};
pub use frequency::{most_return, return_limits};
pub use funnel::{
    Channel, ChannelKind, DelayKind, Funnel, Market, OverLimit, OwnConversion, Place, Process, Stage, Status,
};
pub use ids::{free_id, ids_are_unique, mend_ids, mend_row_ids, nth_id};
pub use issue::{Issue, Reason, Severity};
pub use known::{benchmarks_and_guesses, is_mostly_guessed};
pub use left_out::LeftOut;
pub use limits::{Shortened, is_light, over_limit, shorten};
pub use next_row::{adding, weights};
pub use offer::{
    AddOn, AddOnKind, CrossSellTiming, FrequencyUnit, Observed, Offer, Retention, RetentionEntry,
    RetentionKind, Rhythm, TableKind, Vat,
};
pub use opening::{Opening, OpeningDebt};
pub use path::{find, find_mut, for_each_estimate};
pub use pay::{Base, Counted, Guarantee, Kpi, KpiMeasure, Pay, PayPart, Step, Tier, TierRule};
pub use payroll::{Payroll, PayrollMonth};
pub use people::{Hire, Person, ProcessTime, Work, role_looked_at};
pub use quarters::{months_of_quarter, quarters_of};
pub use quick::{QUICK, QuickExample, QuickNames, quick_example, quick_model, quick_paths, with_example};
pub use ready::{Ready, ReadyNames, with_ready, with_usual_chain};
pub use record::{Record, Rows, Slot, SlotMut, alike_slots};
pub use team::{Handover, RatingScale, RatingStep, Score, Team, is_score};
pub use terms::{Instalment, Regime, Tax, Terms};
pub use version::Version;
