//! The quarters of a plan, three months from its first each, and the scores that links have for them.

use crate::model::{Estimate, Handover, Model, Score, mend_ids};
use crate::text::{Filling, Show, Word};

/// How many quarters a chain that nobody has scored yet has room for.
const FIRST: usize = 4;

/// How many quarters are shown: those that some link has a score for, a year at least.
pub fn quarters(model: &Model) -> usize {
    let most = model.team.handovers.iter().map(|link| link.scores.len()).max();
    most.unwrap_or_default().max(FIRST)
}

/// How many quarters a plan of so many months has.
pub fn quarters_of(months: u32) -> usize {
    months.div_ceil(3) as usize
}

/// The first month of a quarter.
pub fn first_month(quarter: usize) -> u32 {
    u32::try_from(quarter).unwrap_or(u32::MAX).saturating_mul(3)
}

/// What a quarter is called: its first and its last month.
pub fn quarter_name(show: &Show<'_>, quarter: usize) -> String {
    let first = first_month(quarter);
    let from = show.digits.month(show.language, show.start.later(first), false);
    let to = show.month(first.saturating_add(2));
    show.phrase(Word::CHAIN_QUARTER, &[("first", Filling::Text(&from)), ("last", Filling::Text(&to))])
}

/// The document with room for the scores of so many quarters in every link.
pub fn with_quarters(model: &Model, quarters: usize) -> Model {
    let mut model = model.clone();
    for link in &mut model.team.handovers {
        let room = quarters.max(link.scores.len());
        link.scores.resize(room, Score::default());
    }
    mend_ids(&mut model);
    model
}

/// The document with one more link: the last role's work for the client.
pub fn with_link(model: &Model) -> Model {
    let quarters = quarters(model);
    let mut model = model.clone();
    let executor = model.people.last().map_or_else(String::new, |person| person.id.clone());
    let scores = vec![Score::default(); quarters];
    model.team.handovers.push(Handover {
        executor,
        weight: Estimate::guess(1),
        scores,
        ..Handover::default()
    });
    mend_ids(&mut model);
    model
}
