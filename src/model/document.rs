//! The whole document.

use super::about::About;
use super::costs::{FixedCost, Investment};
use super::estimate::Estimate;
use super::facts::Facts;
use super::funnel::{Channel, Funnel, Market};
use super::left_out::LeftOut;
use super::offer::Offer;
use super::opening::Opening;
use super::payroll::Payroll;
use super::people::Person;
use super::record::record;
use super::team::Team;
use super::terms::{Tax, Terms};
use super::version::Version;

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
        /// The clients there are before the first month.
        14 opening: Opening = Kind::Record, Opening::default();
        /// What it was sent without.
        15 left_out: LeftOut = Kind::Record, LeftOut::default();
        /// The plan as it stood, under names.
        16 versions: Vec<Version> = Kind::Rows { most: 40 }, Vec::new();
        /// Everybody's pay as one sum, where it was sent without pay by role.
        17 payroll: Payroll = Kind::Record, Payroll::default();
    }
}

impl Model {
    /// What the document was sent without and nobody has put in since.
    pub fn still_left_out(&self) -> LeftOut {
        self.left_out.and(&LeftOut {
            names: self.about.name.is_empty(),
            notes: self.about.note.is_empty(),
            facts: self.facts == Facts::default(),
            opening_cash: self.terms.opening_cash == Estimate::default()
                && self.opening.receivables.is_empty()
                && self.opening.payables.is_empty(),
            versions: self.versions.is_empty(),
            pay: !self.payroll.months.is_empty(),
        })
    }
}
