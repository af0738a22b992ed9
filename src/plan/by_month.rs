//! Rows of amounts by month of the plan, looked into without a way to break off.

use crate::number::{Count, Money, Number, Share, Undefined};

/// A row of amounts by month: as long as the plan, since [`Given::read`](super::Given::read) makes all of them so.
pub(super) trait ByMonth<A> {
    /// The amount of a month; of one beyond the row it is undefined.
    fn at(&self, t: usize) -> A;
    /// Adds to what a month has; a month beyond the row has nothing to add to.
    fn add_at(&mut self, t: usize, amount: A);
}

macro_rules! by_month {
    ($($unit:ident)+) => { $(
        impl<N: Number> ByMonth<$unit<N>> for [$unit<N>] {
            fn at(&self, t: usize) -> $unit<N> {
                self.get(t).copied().unwrap_or_else(|| $unit(N::undefined(Undefined::NoData)))
            }

            fn add_at(&mut self, t: usize, amount: $unit<N>) {
                if let Some(own) = self.get_mut(t) {
                    *own += amount;
                }
            }
        }
    )+ };
}

by_month!(Money Count Share);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Exact;

    #[test]
    fn a_month_beyond_the_row_is_undefined_and_takes_nothing() {
        let one = Count(Exact::ONE);
        let mut row = vec![one, one];
        row.add_at(1, one);
        row.add_at(2, one);
        assert_eq!(row, [one, Count(Exact::whole(2))]);
        assert_eq!(row.at(1), Count(Exact::whole(2)));
        assert_eq!(row.at(2).0.reason(), Some(Undefined::NoData));
    }
}
