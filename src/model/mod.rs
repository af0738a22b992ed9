//! What the user enters: the document, its defaults and templates, edits, and `check`, which finds
//! everything that contradicts itself.
//!
//! **Never:** computes no result, words no message, knows no file format and no screen.

mod about;
mod check;
mod check_people;
mod choice;
mod costs;
mod edit;
mod estimate;
mod fact;
mod fact_record;
mod fact_text;
mod facts;
mod field;
mod funnel;
mod ids;
mod issue;
mod known;
mod next_row;
mod offer;
mod path;
mod pay;
mod people;
mod quarters;
mod quick;
mod ready;
mod record;
mod team;
mod terms;

pub use about::{About, Currency, Unit, YearMonth};
pub use check::check;
pub use choice::Choice;
pub use costs::{FixedCost, Investment};
pub use edit::{Datum, Edit, EditFault, fitting_text};
pub use estimate::{Basis, Estimate, Range};
pub use fact::{Fact, FactFault, FactGroup, FactPlace};
pub use fact_text::{FactText, FactTextFault};
pub use facts::{BusinessFact, ChannelFact, ChannelFacts, Facts, Frozen, MonthFacts, Snapshot, StageFacts};
pub use field::{Field, Kind, Measure};
pub use funnel::{Channel, Funnel, Market, OwnConversion, Place, Process, Stage, Status};
pub use ids::{ids_are_unique, mend_ids, mend_row_ids, nth_id};
pub use issue::{Issue, Reason, Severity};
pub use known::benchmarks_and_guesses;
pub use next_row::{adding, weights};
pub use offer::{AddOn, AddOnKind, Observed, Offer, Retention, RetentionKind, Vat};
pub use path::{find, find_mut, for_each_estimate};
pub use pay::{Base, Counted, Guarantee, Kpi, KpiMeasure, Pay, PayPart, Step, Tier, TierRule};
pub use people::{Hire, Person, Work, role_looked_at};
pub use quarters::{months_of_quarter, quarters_of};
pub use quick::{QUICK, QuickNames, quick_model, quick_paths};
pub use ready::{Ready, ReadyNames, with_ready, with_usual_chain};
pub use record::{Record, Rows, Slot, SlotMut, alike_slots};
pub use team::{Handover, RatingStep, Score, Team, is_score};
pub use terms::{Instalment, Regime, Tax, Terms};

use record::record;

record! {
    /// The whole document: one business, its plan and everything said about it.
    pub struct Model {
        /// Name, currency, first month and horizon.
        1 about: About = Kind::Record, About::default();
        /// What is sold, at what price and cost, and how clients stay.
        2 offer: Offer = Kind::Record, Offer::default();
        /// The stages from a lead to a client.
        3 funnel: Funnel = Kind::Record, Funnel::default();
        /// Where leads come from, as a road map.
        4 channels: Vec<Channel> = Kind::Rows { most: 40 }, Vec::new();
        /// How well the market knows the product.
        5 market: Market = Kind::Record, Market::default();
        /// Who works, on what, for what salary.
        6 people: Vec<Person> = Kind::Rows { most: 100 }, Vec::new();
        /// Costs that come every month whatever is sold.
        7 costs: Vec<FixedCost> = Kind::Rows { most: 100 }, Vec::new();
        /// Money spent once.
        8 investments: Vec<Investment> = Kind::Rows { most: 100 }, Vec::new();
        /// When money comes and goes.
        9 terms: Terms = Kind::Record, Terms::default();
        /// What the state takes of sales or profit.
        10 tax: Tax = Kind::Record, Tax::default();
        /// Whether channels that are only ideas count in the plan.
        11 with_ideas: bool = Kind::Flag, false;
        /// How people work together.
        12 team: Team = Kind::Record, Team::default();
        /// What has really been.
        13 facts: Facts = Kind::Record, Facts::default();
    }
}
