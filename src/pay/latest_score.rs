//! A link of the Customer-Executor chain by itself: what its customer said last.

use super::rating::score_coefficient;
use crate::model::{Handover, Team, is_score};
use crate::number::{Number, Share};

/// What an internal customer said last of its executor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LatestScore<N> {
    /// The quarter of the plan.
    pub quarter: usize,
    /// The score.
    pub score: Share<N>,
    /// The coefficient that this score alone would have.
    pub coefficient: Share<N>,
}

/// The last score that a link has; none where nobody has scored. What is no score is left out.
pub fn latest_score<N: Number>(team: &Team, link: &Handover) -> Option<LatestScore<N>> {
    let mut given = link.scores.iter().enumerate().rev();
    let (quarter, score) =
        given.find_map(|(quarter, own)| Some((quarter, own.score.as_ref().filter(|own| is_score(own))?)))?;
    let score = Share(score.number());
    Some(LatestScore { quarter, score, coefficient: score_coefficient(team, score) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Estimate, RatingStep, Score};
    use crate::number::Exact;

    #[test]
    fn the_last_score_given_counts_by_the_steps() {
        let given = |n: i64| Score { score: Some(Estimate::guess(n)), ..Score::default() };
        let scores = vec![given(9), given(6), Score::default(), given(12)];
        let link = Handover { scores, ..Handover::default() };
        let step = |from: i64, own| RatingStep {
            from: Estimate::guess(from),
            coefficient: Estimate::share(own),
            ..RatingStep::default()
        };
        let mut team = Team { steps: vec![step(0, 50), step(5, 80)], ..Team::default() };
        let latest = latest_score::<Exact>(&team, &link).unwrap();
        assert_eq!((latest.quarter, latest.score.0), (1, Exact::whole(6)));
        assert_eq!(latest.coefficient.0, Exact::whole(8) / Exact::whole(10));
        team.steps.clear();
        assert_eq!(latest_score::<Exact>(&team, &link).unwrap().coefficient, Share::ONE);
        assert_eq!(latest_score::<Exact>(&team, &Handover::default()), None);
    }
}
