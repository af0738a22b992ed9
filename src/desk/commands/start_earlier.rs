//! A plan that begins earlier, so that months that are over can be recorded.

use crate::desk::Command;
use crate::model::{EditFault, LONGEST_HORIZON, Model, YearMonth};

/// Begins the plan so many months earlier; it ends when it did, as far as the longest plan allows. What was planned of its first
/// month is planned of the new first month.
#[derive(Clone, Debug)]
pub struct StartEarlier {
    /// How many months.
    pub months: u32,
}

impl Command for StartEarlier {
    fn name(&self) -> &'static str {
        "start_earlier"
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        let mut model = model.clone();
        model.about.start = YearMonth(model.about.start.0.saturating_sub(self.months));
        model.about.horizon = model.about.horizon.saturating_add(self.months).min(LONGEST_HORIZON);
        Ok(model)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::{read_file, write_file};

    #[test]
    fn the_plan_begins_earlier_and_ends_when_it_did() {
        let mut model = Model::default();
        (model.about.start, model.about.horizon) = (YearMonth::new(2027, 1), 36);
        let earlier = StartEarlier { months: 3 }.applied(&model).unwrap();
        assert_eq!((earlier.about.start, earlier.about.horizon), (YearMonth::new(2026, 10), 39));
        model.about.horizon = 59;
        assert_eq!(StartEarlier { months: 3 }.applied(&model).unwrap().about.horizon, 60);
    }

    #[test]
    fn the_longest_plan_is_read_again_as_it_was_written() {
        let mut model = Model::default();
        model.about.horizon = 60;
        let earlier = StartEarlier { months: 3 }.applied(&model).unwrap();
        let opened = read_file(&write_file(&earlier)).unwrap();
        assert_eq!((opened.model, opened.faults.len()), (earlier, 0));
    }
}
