//! The Customer-Executor rating: who takes one's work scores it, and the mean score has a coefficient.

use super::formulas::{coefficient, coefficient_between};
use crate::model::{Handover, Measure, RatingScale, Team, is_score};
use crate::number::{Number, Share};

/// How many scores in a year make a rating that is paid: fewer say more about who scores than about the work (three
/// raters with a spread of 1.5 pay equal people differently in 62 of 100 quarters).
pub const LEAST_SCORES: u32 = 8;
/// Quarters of a year.
const YEAR: usize = 4;

/// The rating of a role in a quarter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rating<N> {
    /// The weighted mean of the quarter's scores.
    pub score: Share<N>,
    /// The coefficient that it comes to.
    pub coefficient: Share<N>,
    /// How many scores were given in the year that ends with the quarter.
    pub scores: u32,
}

impl<N> Rating<N> {
    /// Whether there are enough scores for it to move pay; with fewer it is only shown.
    pub fn is_paid(&self) -> bool {
        self.scores >= LEAST_SCORES
    }
}

/// The rating of a role by quarters of the plan. None in a quarter in which nobody has scored: what is not measured
/// moves no pay.
pub fn rating<N: Number>(team: &Team, role: &str) -> Vec<Option<Rating<N>>> {
    let links = || team.handovers.iter().filter(|link| link.executor == role);
    let quarters = links().map(|link| link.scores.len()).max().unwrap_or(0);
    let given = |quarter: usize| links().filter(|link| scored::<N>(link, quarter).is_some()).count();
    let of_quarter = |quarter: usize| {
        let score = mean_score(links().filter_map(|link| scored(link, quarter)))?;
        let scores = (quarter.saturating_sub(YEAR - 1)..=quarter).map(given).sum::<usize>();
        let scores = u32::try_from(scores).unwrap_or(u32::MAX);
        Some(Rating { score, coefficient: score_coefficient(team, score), scores })
    };
    (0..quarters).map(of_quarter).collect()
}

/// The coefficient of a mean score, by the team's scale; without one it moves nothing.
pub fn score_coefficient<N: Number>(team: &Team, score: Share<N>) -> Share<N> {
    if team.steps.is_empty() {
        return Share::ONE;
    }
    let steps = team
        .steps
        .iter()
        .map(|s| (Share(s.from.number()), Share(s.coefficient.measured(Measure::Plain))))
        .collect();
    match team.rating_scale {
        RatingScale::Steps => coefficient(score, &steps),
        RatingScale::Linear => coefficient_between(score, &steps),
    }
}

/// A link's weight and its score of a quarter. What is no score from 1 to 10 is left out.
fn scored<N: Number>(link: &Handover, quarter: usize) -> Option<(Share<N>, Share<N>)> {
    let score = link.scores.get(quarter)?.score.as_ref().filter(|score| is_score(score))?;
    Some((Share(link.weight.measured(Measure::Plain)), Share(score.number())))
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
        let own = |score, coefficient, scores| {
            Some(Rating { score: share(score), coefficient: share(coefficient), scores })
        };
        assert_eq!(rating(&team, "a"), [own(700, 100, 2), None, own(500, 80, 3)]);
        assert_eq!(rating::<Exact>(&team, "c"), []);
        let plain = Team { steps: Vec::new(), ..team };
        assert_eq!(rating(&plain, "b"), [own(100, 100, 1)]);
    }

    #[test]
    fn fewer_than_eight_scores_in_a_year_are_not_paid() {
        // Two customers score every quarter: eight in the first year; of the second year one has stopped.
        let steady = |quarters: usize| vec![Some(5); quarters];
        let handovers = vec![link("a", 1, &steady(6)), link("a", 1, &steady(4))];
        let team = Team { handovers, ..Team::default() };
        let all = rating::<Exact>(&team, "a");
        let scores: Vec<_> = all.iter().flatten().map(|own| own.scores).collect();
        assert_eq!(scores, [2, 4, 6, 8, 7, 6]);
        let paid: Vec<_> = all.iter().flatten().map(Rating::is_paid).collect();
        assert_eq!(paid, [false, false, false, true, false, false]);
    }

    #[test]
    fn a_linear_scale_goes_from_point_to_point() {
        let steps = [(4, 80), (8, 100), (10, 120)].map(|(from, own)| RatingStep {
            from: Estimate::guess(from),
            coefficient: Estimate::share(own),
            ..RatingStep::default()
        });
        let team = Team { steps: steps.into(), rating_scale: RatingScale::Linear, ..Team::default() };
        let of = |score| score_coefficient::<Exact>(&team, share(score));
        assert_eq!([100, 400, 500, 700, 900, 1000].map(of), [80, 80, 85, 95, 110, 120].map(share));
    }

    #[test]
    fn a_voice_without_weight_is_not_heard() {
        let team = Team { handovers: vec![link("a", 0, &[Some(1)])], ..Team::default() };
        assert_eq!(rating::<Exact>(&team, "a"), [None]);
    }
}
