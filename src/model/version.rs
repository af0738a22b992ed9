//! Versions of the plan that somebody has given a name.

use super::facts::Frozen;
use super::record::record;

record! {
    /// The plan as it stood when somebody kept it under a name.
    pub struct Version {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// Its name, as "agreed on 12 May".
        2 name: String = Kind::Text { most: 120 }, String::new();
        /// When it was kept: date and time of day by ISO 8601, in UTC.
        3 kept_at: String = Kind::Text { most: 24 }, String::new();
        /// The plan, without its facts and versions.
        4 plan: Frozen = Kind::Plan, Frozen::default();
    }
}
