//! What is good and what is bad, as values: tones, verdicts with a word and what fills it, and one table of the
//! thresholds that decide.
//!
//! **Never:** chooses a language, formats a number, works out a figure of the plan; no Leptos, no browser.

mod answers;
mod chain;
mod contrast;
mod document;
mod facts_charts;
mod figures;
mod findings;
mod gain;
mod job_offer;
mod load;
mod missing;
mod offer;
mod path;
mod plan_verdict;
mod refused;
mod remarks;
mod run_in;
mod sides;
mod spreads;
mod thresholds;
#[cfg(not(target_arch = "wasm32"))]
mod thresholds_page;
mod tone;
mod urgent;
mod verdict;

pub use answers::{AnswerCard, answers};
pub use chain::{chain_finding, score_tone};
pub use contrast::{ContrastLine, ContrastRow, RowName, pay_contrast};
pub use document::{completeness_tone, guess_tone, link_tone};
pub use facts_charts::{
    ForecastEnd, forecast_finding, funnels_sentence, indicators_finding, run_map_finding,
};
pub use figures::figure_tone;
pub use findings::{
    Finding, cash_finding, funnel_finding, money_finding, opening_share, order_finding, payback_finding,
    road_map_finding,
};
pub use job_offer::job_offer_verdict;
pub use load::{load_finding, overload_cost, without_capacity};
pub use missing::{MissingInputs, missing_inputs};
pub use offer::{OfferVerdict, offer_verdict, without_offer};
pub use path::{PathStates, PathStep, StepState, first_verdict_month, path_states};
pub use refused::marked_refused;
pub use remarks::{remark_tone, severity_tone};
pub use run_in::verdict_tone;
pub use sides::{RoleAndOwner, measure_word, sides_finding};
pub use spreads::figure_spreads;
pub use thresholds::{Grounds, Limit, THRESHOLDS, Threshold};
#[cfg(not(target_arch = "wasm32"))]
pub use thresholds_page::thresholds_page;
pub use tone::Tone;
pub use urgent::urgent_field;
pub use verdict::{Verdict, first_verdict, verdict};

#[cfg(test)]
mod tests;
