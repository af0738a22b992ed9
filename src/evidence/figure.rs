//! What of a plan a figure is.

use super::measured::Measured;

/// A figure of a plan: what is measured, of which channel (none of all together), at which stage of the funnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What is measured.
    pub measured: Measured,
    /// The place of the channel in the plan.
    pub channel: Option<usize>,
    /// The place of the stage in the funnel.
    pub stage: Option<usize>,
}
