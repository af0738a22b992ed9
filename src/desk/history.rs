//! Undo and redo: whole states, since documents are small. Kept in memory only.

/// How many steps are kept.
const STEPS: usize = 100;
/// Edits of one field closer together than this are one step, in milliseconds.
const PAUSE: u64 = 800;

/// What was, and what was undone.
#[derive(Clone, Debug)]
pub struct History<T> {
    past: Vec<T>,
    future: Vec<T>,
    last: Option<(String, u64)>,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { past: Vec::new(), future: Vec::new(), last: None }
    }
}

impl<T> History<T> {
    /// Remembers the state as it was before a change. `place` names what is changed, `now` is a
    /// clock in milliseconds: typing on in one place stays one step.
    pub fn remember(&mut self, before: T, place: &str, now: u64) {
        let going_on = self.last.as_ref().is_some_and(|(last, then)| {
            !place.is_empty() && last == place && now.saturating_sub(*then) < PAUSE
        });
        if !going_on {
            self.past.push(before);
            if self.past.len() > STEPS {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.last = Some((place.to_owned(), now));
    }

    /// Goes one step back; `false` where there is none.
    pub fn undo(&mut self, now: &mut T) -> bool {
        step(&mut self.past, &mut self.future, &mut self.last, now)
    }

    /// Goes one step forth again; `false` where there is none.
    pub fn redo(&mut self, now: &mut T) -> bool {
        step(&mut self.future, &mut self.past, &mut self.last, now)
    }

    /// Whether there is a step back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step forth.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

/// The state on top of one pile in place of the one there is, which goes onto the other.
fn step<T>(from: &mut Vec<T>, onto: &mut Vec<T>, last: &mut Option<(String, u64)>, now: &mut T) -> bool {
    let Some(other) = from.pop() else { return false };
    onto.push(std::mem::replace(now, other));
    *last = None;
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn undone(history: &mut History<u32>, mut now: u32) -> Option<u32> {
        history.undo(&mut now).then_some(now)
    }

    #[test]
    fn typing_on_is_one_step_and_a_pause_begins_another() {
        let mut history = History::default();
        history.remember(0, "about/name", 0);
        history.remember(1, "about/name", 300);
        history.remember(2, "about/name", 2000);
        assert_eq!(undone(&mut history, 3), Some(2));
        assert_eq!(undone(&mut history, 2), Some(0));
        assert_eq!(undone(&mut history, 0), None);
        let mut now = 0;
        assert!(history.redo(&mut now));
        assert_eq!(now, 2);
        history.remember(2, "", 2001);
        assert!(!history.can_redo());
    }

    #[test]
    fn another_place_and_no_place_begin_a_step() {
        let mut history = History::default();
        for (before, place) in [(0, "a"), (1, "b"), (2, "a"), (3, ""), (4, "")] {
            history.remember(before, place, 0);
        }
        assert_eq!((0..5).filter_map(|_| undone(&mut history, 9)).collect::<Vec<_>>(), [4, 3, 2, 1, 0]);
    }

    #[test]
    fn typing_on_after_undo_is_a_step_of_its_own() {
        let mut history = History::default();
        history.remember(0, "a", 0);
        history.remember(1, "b", 100);
        assert_eq!(undone(&mut history, 2), Some(1));
        history.remember(1, "b", 200);
        assert_eq!(undone(&mut history, 2), Some(1));
        assert_eq!(undone(&mut history, 1), Some(0));
    }

    #[test]
    fn only_the_last_hundred_steps_are_kept() {
        let mut history = History::default();
        for step in 0..250 {
            history.remember(step, "", u64::from(step));
        }
        let mut steps = 0;
        while undone(&mut history, 0).is_some() {
            steps += 1;
        }
        assert_eq!(steps, STEPS);
    }
}
