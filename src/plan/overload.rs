//! When people have more to do than they can.

use super::load::Load;
use super::outcome::Outcome;
use crate::number::{Decimal, Exact, Number, Share};

/// What the last digits of a division make is no overload.
const GRAIN: Decimal = Decimal::from_parts(1, 0, 0, false, 9);

impl Load<Exact> {
    /// Whether more comes in a month than can be handled.
    pub fn is_over(&self, t: u32) -> bool {
        self.over(t).0.decimal().is_ok_and(|over| over > GRAIN)
    }

    /// The first month in which more comes.
    pub fn first_over(&self) -> Option<u32> {
        self.months().find(|t| self.is_over(*t))
    }

    /// The month of the highest load, and that load; none where nobody is ever there.
    pub fn peak(&self) -> Option<(u32, Share<Exact>)> {
        let shares = self.months().filter_map(|t| self.share(t).map(|share| (t, share)));
        // Not a number is higher than any: a load that cannot be told is not a low one.
        let higher =
            |now: Share<Exact>, most: Share<Exact>| (now - most).is_positive() || now.0.reason().is_some();
        shares.reduce(|most, now| if higher(now.1, most.1) { now } else { most })
    }

    fn months(&self) -> std::ops::Range<u32> {
        0..u32::try_from(self.demand.len()).unwrap_or(u32::MAX)
    }
}

/// The role that is overloaded before the others, by its place in the document, and its first such month.
pub fn first_overload(outcome: &Outcome) -> Option<(usize, u32)> {
    let roles = outcome.people.roles.iter().enumerate();
    let firsts = roles.filter_map(|(at, role)| Some((at, role.load.as_ref()?.first_over()?)));
    firsts.reduce(|first, now| if now.1 < first.1 { now } else { first })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Count;
    use crate::plan::Unit;

    fn load(demand: &[i64], capacity: &[i64]) -> Load<Exact> {
        let counts = |all: &[i64]| all.iter().map(|n| Count(Exact::Value(Decimal::from(*n)))).collect();
        Load { unit: Unit::Leads, demand: counts(demand), capacity: counts(capacity) }
    }

    #[test]
    fn overload_begins_where_more_comes_than_is_handled() {
        let load = load(&[5, 10, 14, 12], &[10, 10, 10, 10]);
        assert_eq!(load.first_over(), Some(2));
        assert_eq!(load.peak(), Some((2, Share(Exact::Value(Decimal::new(14, 1))))));
    }

    #[test]
    fn nobody_is_not_overloaded() {
        assert_eq!(load(&[0, 0], &[0, 0]).first_over(), None);
        assert_eq!(load(&[0, 0], &[0, 0]).peak(), None);
    }
}
