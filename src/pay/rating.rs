//! The Customer-Executor rating: who takes one's work scores it, and the mean score has a coefficient.

use super::formulas::coefficient;
use crate::model::{Handover, Team, is_score};
use crate::number::{Number, Share};

/// The mean score of a role by quarters of the plan, with its coefficient. None in a quarter in which nobody
/// has scored: what is not measured moves no pay.
pub fn rating<N: Number>(team: &Team, role: &str) -> Vec<Option<(Share<N>, Share<N>)>> {
    let links = || team.handovers.iter().filter(|link| link.executor == role);
    let quarters = links().map(|link| link.scores.len()).max().unwrap_or(0);
    let steps = team.steps.iter().map(|s| (Share(s.from.number()), Share(s.coefficient.number()))).collect();
    let of_quarter = |quarter| {
        let mean = mean_score(links().filter_map(|link| scored(link, quarter)))?;
        Some((mean, if team.steps.is_empty() { Share::ONE } else { coefficient(mean, &steps) }))
    };
    (0..quarters).map(of_quarter).collect()
}

/// A link's weight and its score of a quarter. What is no score from 1 to 10 is left out.
fn scored<N: Number>(link: &Handover, quarter: usize) -> Option<(Share<N>, Share<N>)> {
    let score = link.scores.get(quarter)?.score.as_ref().filter(|score| is_score(score))?;
    Some((link.weight.as_share(), score.as_share()))
}

/// The weighted mean of scores: `Σ weight · score / Σ weight`. None where nothing has weight.
///
/// ```
/// use obkatka::number::{Exact, Number, Share};
/// use obkatka::pay::mean_score;
/// let share = |n| Share(Exact::whole(n));
/// // 8 with weight 3, 4 with weight 1: 28 / 4.
/// assert_eq!(mean_score([(share(3), share(8)), (share(1), share(4))].into_iter()), Some(share(7)));
/// ```
pub fn mean_score<N: Number>(scores: impl Iterator<Item = (Share<N>, Share<N>)>) -> Option<Share<N>> {
    let (weights, sum) = scores.fold((Share::ZERO, Share::ZERO), |(weights, sum), (weight, score)| {
        (weights + weight, sum + weight * score)
    });
    weights.is_positive().then(|| sum / weights)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Estimate, RatingStep, Score};
    use crate::number::{Decimal, Exact};

    fn link(executor: &str, weight: i64, scores: &[Option<i64>]) -> Handover {
        let score = |own: &Option<i64>| Score { score: own.map(Estimate::guess), ..Score::default() };
        Handover {
            executor: executor.into(),
            weight: Estimate::guess(weight),
            scores: scores.iter().map(score).collect(),
            ..Handover::default()
        }
    }

    fn share(hundredths: i64) -> Share<Exact> {
        Share(Exact::Value(Decimal::new(hundredths, 2)))
    }

    #[test]
    fn only_ones_own_customers_count() {
        let handovers = vec![
            link("a", 3, &[Some(8), None]),
            link("b", 9, &[Some(1)]),
            link("a", 1, &[Some(4), None, Some(5)]),
        ];
        let steps = [(0, 50), (5, 80), (7, 100)].map(|(from, own)| RatingStep {
            from: Estimate::guess(from),
            coefficient: Estimate::share(own),
            ..RatingStep::default()
        });
        let team = Team { handovers, steps: steps.into(), ..Team::default() };
        assert_eq!(rating(&team, "a"), [Some((share(700), share(100))), None, Some((share(500), share(80)))]);
        assert_eq!(rating::<Exact>(&team, "c"), []);
        let plain = Team { steps: Vec::new(), ..team };
        assert_eq!(rating(&plain, "b"), [Some((share(100), share(100)))]);
    }

    #[test]
    fn a_voice_without_weight_is_not_heard() {
        let team = Team { handovers: vec![link("a", 0, &[Some(1)])], ..Team::default() };
        assert_eq!(rating::<Exact>(&team, "a"), [None]);
    }
}
