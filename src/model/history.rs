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

impl<T: Clone> History<T> {
    /// Remembers the state as it was before a change. `place` names what is changed, `now` is a
    /// clock in milliseconds: typing on in one place stays one step.
    pub fn remember(&mut self, before: &T, place: &str, now: u64) {
        let going_on = self.last.as_ref().is_some_and(|(last, then)| {
            !place.is_empty() && last == place && now.saturating_sub(*then) < PAUSE
        });
        if !going_on {
            self.past.push(before.clone());
            if self.past.len() > STEPS {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.last = Some((place.to_owned(), now));
    }

    /// The state one step back.
    pub fn undo(&mut self, now: &T) -> Option<T> {
        let before = self.past.pop()?;
        self.future.push(now.clone());
        self.last = None;
        Some(before)
    }

    /// The state one step forth again.
    pub fn redo(&mut self, now: &T) -> Option<T> {
        let after = self.future.pop()?;
        self.past.push(now.clone());
        self.last = None;
        Some(after)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Model;

    fn named(name: &str) -> Model {
        let mut model = Model::default();
        model.about.name = name.into();
        model
    }

    #[test]
    fn typing_on_is_one_step_and_a_pause_begins_another() {
        let mut history = History::default();
        history.remember(&named(""), "about/name", 0);
        history.remember(&named("a"), "about/name", 300);
        history.remember(&named("ab"), "about/name", 2000);
        assert_eq!(history.undo(&named("abc")), Some(named("ab")));
        assert_eq!(history.undo(&named("ab")), Some(named("")));
        assert_eq!(history.undo(&named("")), None);
        assert_eq!(history.redo(&named("")), Some(named("ab")));
        history.remember(&named("ab"), "", 2001);
        assert!(!history.can_redo());
    }

    #[test]
    fn only_the_last_hundred_steps_are_kept() {
        let mut history = History::default();
        for step in 0..250 {
            history.remember(&named(&step.to_string()), "", step);
        }
        let mut steps = 0;
        while history.undo(&Model::default()).is_some() {
            steps += 1;
        }
        assert_eq!(steps, STEPS);
    }
}
