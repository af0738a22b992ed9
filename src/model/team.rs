//! How people work together: the rules for all roles, and who hands work to whom.

use super::choice::choice;
use super::estimate::Estimate;
use super::record::record;
use crate::number::Decimal;

record! {
    /// What an internal customer thought of a quarter's work.
    pub struct Score {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// From 1 to 10; none = not given.
        2 score: Option<Estimate> = Kind::Optional(Measure::Count), None;
    }
}

/// Whether an estimate is a score: from 1 to 10.
pub fn is_score(score: &Estimate) -> bool {
    (Decimal::ONE..=Decimal::TEN).contains(&score.value)
}

record! {
    /// A link of the Customer-Executor chain: one role works for another, which scores it.
    pub struct Handover {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// Id of the role that does the work.
        2 executor: String = Kind::Text { most: 16 }, String::new();
        /// Id of the role that takes it; empty = the client.
        3 customer: String = Kind::Text { most: 16 }, String::new();
        /// How much its voice counts beside the others'.
        4 weight: Estimate = Kind::Estimate(Measure::Plain), Estimate::guess(1);
        /// A score for each quarter of the plan, three months from its first each.
        5 scores: Vec<Score> = Kind::Rows { most: 40 }, Vec::new();
    }
}

record! {
    /// From a mean score on, another coefficient.
    pub struct RatingStep {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// The mean score from which it counts.
        2 from: Estimate = Kind::Estimate(Measure::Count), Estimate::default();
        /// The coefficient of the rated share of the variable pay.
        3 coefficient: Estimate = Kind::Estimate(Measure::Plain), Estimate::guess(1);
    }
}

choice! {
    /// How a mean score becomes a coefficient.
    pub enum RatingScale {
        /// That of the last step reached.
        Steps = "steps",
        /// In a straight line from step to step.
        Linear = "linear",
    }
}

record! {
    /// How people work together.
    pub struct Team {
        /// Whether more work than people can handle is lost.
        1 caps_flow: bool = Kind::Flag, false;
        /// Whether the plan counts with the proposed pay instead of today's.
        2 proposed: bool = Kind::Flag, false;
        /// The least lawful salary of a month; none = as the law of the year has it.
        3 minimum_wage: Option<Estimate> = Kind::Optional(Measure::Money), None;
        /// Income tax that is withheld from pay; none = as the law of the year has it.
        4 income_tax: Option<Estimate> = Kind::Optional(Measure::Share), None;
        /// The share of contribution above which sales pay is too dear.
        5 sales_pay_ceiling: Estimate = Kind::Estimate(Measure::Share), Estimate::share(40);
        /// Who hands work to whom.
        6 handovers: Vec<Handover> = Kind::Rows { most: 60 }, Vec::new();
        /// From mean score to coefficient; without steps ratings move nothing.
        7 steps: Vec<RatingStep> = Kind::Rows { most: 12 }, Vec::new();
        /// How a mean score between two of the steps counts.
        8 rating_scale: RatingScale = Kind::Choice(RatingScale::NAMES), RatingScale::Steps;
    }
}
