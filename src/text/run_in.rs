//! What is said of a run-in: verdicts, what figures are called, their values and their evidence.

mod evidence;
mod names;
mod progress;
mod values;

pub use evidence::{evidence_text, next_text, outlook_text, reason_text, waiting_text};
pub use names::{finding_name, indicator_name, measured_name, verdict_text};
pub use progress::{fact_source, judged_text, period_text, tally_text};
pub use values::{count_text, difference_text, value_text};
