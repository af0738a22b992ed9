//! Undo and redo: whole states, since documents are small. Kept in memory only.

use super::StepName;

/// How many steps are kept.
const STEPS: usize = 100;
/// Edits of one field closer together than this are one step, in milliseconds.
const PAUSE: u64 = 800;

/// A state that undo or redo leads to, and what the step that it takes back or does again was.
#[derive(Clone, Debug)]
struct Step<T> {
    state: T,
    name: StepName,
}

/// What was, and what was undone.
#[derive(Clone, Debug)]
pub struct History<T> {
    past: Vec<Step<T>>,
    future: Vec<Step<T>>,
    /// When the last change was made; none after undo and redo.
    last: Option<u64>,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { past: Vec::new(), future: Vec::new(), last: None }
    }
}

impl<T> History<T> {
    /// Remembers the state as it was before a change. `name` says what is changed and where, `now` is a
    /// clock in milliseconds: typing on in one place stays one step.
    pub fn remember(&mut self, before: T, name: StepName, now: u64) {
        let is_same_place =
            self.past.last().is_some_and(|last| !name.place.is_empty() && last.name.place == name.place);
        let goes_on = is_same_place && self.last.is_some_and(|then| now.saturating_sub(then) < PAUSE);
        if !goes_on {
            self.past.push(Step { state: before, name });
            if self.past.len() > STEPS {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.last = Some(now);
    }

    /// Goes one step back; `false` where there is none.
    pub fn undo(&mut self, now: &mut T) -> bool {
        self.last = None;
        step(&mut self.past, &mut self.future, now)
    }

    /// Goes one step forth again; `false` where there is none.
    pub fn redo(&mut self, now: &mut T) -> bool {
        self.last = None;
        step(&mut self.future, &mut self.past, now)
    }

    /// History as it was remembered: the oldest step of the past first, what redo does next last.
    pub fn of(past: Vec<(StepName, T)>, future: Vec<(StepName, T)>) -> Self {
        let steps = |steps: Vec<(StepName, T)>| {
            let skipped = steps.len().saturating_sub(STEPS);
            steps.into_iter().skip(skipped).map(|(name, state)| Step { state, name }).collect()
        };
        Self { past: steps(past), future: steps(future), last: None }
    }

    /// The steps of the past and of the future, in the order of [`History::of`].
    pub fn steps(&self) -> [Vec<(&StepName, &T)>; 2] {
        [&self.past, &self.future].map(|steps| steps.iter().map(|step| (&step.name, &step.state)).collect())
    }

    /// What undo would take back; none where there is no step back.
    pub fn undone_next(&self) -> Option<&StepName> {
        self.past.last().map(|step| &step.name)
    }

    /// What redo would do again; none where there is no step forth.
    pub fn redone_next(&self) -> Option<&StepName> {
        self.future.last().map(|step| &step.name)
    }
}

/// The state on top of one pile in place of the one there is, which goes onto the other.
fn step<T>(from: &mut Vec<Step<T>>, onto: &mut Vec<Step<T>>, now: &mut T) -> bool {
    let Some(Step { state, name }) = from.pop() else { return false };
    onto.push(Step { state: std::mem::replace(now, state), name });
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(place: &str) -> StepName {
        StepName { command: "put".into(), place: place.into() }
    }

    fn undone(history: &mut History<u32>, mut now: u32) -> Option<u32> {
        history.undo(&mut now).then_some(now)
    }

    #[test]
    fn typing_on_is_one_step_and_a_pause_begins_another() {
        let mut history = History::default();
        history.remember(0, at("about/name"), 0);
        history.remember(1, at("about/name"), 300);
        history.remember(2, at("about/name"), 2000);
        assert_eq!(undone(&mut history, 3), Some(2));
        assert_eq!(undone(&mut history, 2), Some(0));
        assert_eq!(undone(&mut history, 0), None);
        let mut now = 0;
        assert!(history.redo(&mut now));
        assert_eq!(now, 2);
        history.remember(2, at(""), 2001);
        assert_eq!(history.redone_next(), None);
    }

    #[test]
    fn another_place_and_no_place_begin_a_step() {
        let mut history = History::default();
        for (before, place) in [(0, "a"), (1, "b"), (2, "a"), (3, ""), (4, "")] {
            history.remember(before, at(place), 0);
        }
        assert_eq!((0..5).filter_map(|_| undone(&mut history, 9)).collect::<Vec<_>>(), [4, 3, 2, 1, 0]);
    }

    #[test]
    fn typing_on_after_undo_is_a_step_of_its_own() {
        let mut history = History::default();
        history.remember(0, at("a"), 0);
        history.remember(1, at("b"), 100);
        assert_eq!(undone(&mut history, 2), Some(1));
        history.remember(1, at("b"), 200);
        assert_eq!(undone(&mut history, 2), Some(1));
        assert_eq!(undone(&mut history, 1), Some(0));
    }

    #[test]
    fn only_the_last_hundred_steps_are_kept() {
        let mut history = History::default();
        for step in 0..250 {
            history.remember(step, at(""), u64::from(step));
        }
        let mut steps = 0;
        while undone(&mut history, 0).is_some() {
            steps += 1;
        }
        assert_eq!(steps, STEPS);
    }

    #[test]
    fn a_step_keeps_its_name_on_the_way_there_and_back() {
        let (mut history, mut now) = (History::default(), 2);
        history.remember(0, at("a"), 0);
        history.remember(1, at("b"), 5_000);
        assert_eq!((history.undone_next(), history.redone_next()), (Some(&at("b")), None));
        history.undo(&mut now);
        assert_eq!((history.undone_next(), history.redone_next()), (Some(&at("a")), Some(&at("b"))));
        history.redo(&mut now);
        assert_eq!((history.undone_next(), history.redone_next()), (Some(&at("b")), None));
    }
}
