//! How much of a document is known.

use super::{Basis, Model, for_each_estimate};

/// How many numbers of a document are published, and how many are guesses that somebody entered.
pub fn benchmarks_and_guesses(model: &Model) -> (usize, usize) {
    let (mut benchmarks, mut guesses) = (0, 0);
    for_each_estimate(model, &mut |_, _, estimate| match estimate.basis {
        Basis::Benchmark => benchmarks += 1,
        Basis::Guess if !estimate.is_blank() => guesses += 1,
        Basis::Guess | Basis::Measured => {}
    });
    (benchmarks, guesses)
}

/// Whether most of the numbers that somebody has entered are guesses: what comes of them is told in round numbers.
pub fn is_mostly_guessed(model: &Model) -> bool {
    let (mut all, mut guesses) = (0_u32, 0_u32);
    for_each_estimate(model, &mut |_, _, estimate| {
        all += u32::from(!estimate.is_blank());
        guesses += u32::from(!estimate.is_blank() && estimate.basis == Basis::Guess);
    });
    guesses > all - guesses
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Channel, Estimate};

    #[test]
    fn what_nobody_has_entered_is_no_guess() {
        let channel = |budget| Channel { budget, ..Channel::default() };
        let count = |budget| {
            let with = Model { channels: vec![channel(budget)], ..Model::default() };
            let without = Model { channels: vec![channel(Estimate::default())], ..Model::default() };
            let (now, before) = (benchmarks_and_guesses(&with), benchmarks_and_guesses(&without));
            (now.0 - before.0, now.1 - before.1)
        };
        assert_eq!(count(Estimate::guess(5)), (0, 1));
        assert_eq!(count(Estimate { basis: Basis::Benchmark, ..Estimate::guess(5) }), (1, 0));
        assert_eq!(count(Estimate { basis: Basis::Measured, ..Estimate::guess(5) }), (0, 0));
    }
}
