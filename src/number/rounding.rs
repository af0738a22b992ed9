//! Rounding that keeps a sum.

use super::{Decimal, Exact, Money};

/// Parts of one, rounded to tenths of a per cent so that they still make one: what rounding leaves over goes
/// to the parts that lost most by it. Parts that do not exist, or make no one, stay as they are.
pub fn parts_of_one(parts: &[Exact]) -> Vec<Exact> {
    let Some(parts_known) = known(parts) else { return parts.to_vec() };
    let mut rounded: Vec<_> = parts_known.iter().map(|part| floor(*part)).collect();
    let mut lost: Vec<_> = parts_known.iter().zip(&rounded).map(|(part, own)| *part - *own).collect();
    let over = (Decimal::ONE - rounded.iter().copied().sum::<Decimal>()) / tenth();
    for _ in 0..usize::try_from(over).unwrap_or_default().min(parts.len()) {
        // Of equals the first.
        let most = rounded.iter_mut().zip(&mut lost).rev().max_by_key(|(_, lost)| **lost);
        if let Some((part, lost)) = most {
            *part += tenth();
            *lost -= tenth();
        }
    }
    rounded.into_iter().map(Exact::Value).collect()
}

/// The parts as decimals, where they are all there, of a size that can be added, and make one.
fn known(parts: &[Exact]) -> Option<Vec<Decimal>> {
    let all: Vec<_> = parts.iter().map(|part| part.decimal().ok()).collect::<Option<_>>()?;
    let fits = all.iter().all(|part| part.abs() < Decimal::from(1_000_000));
    (fits && (all.iter().sum::<Decimal>() - Decimal::ONE).abs() < Decimal::new(1, 9)).then_some(all)
}

/// Rounded down to tenths of a per cent.
fn floor(part: Decimal) -> Decimal {
    (part * Decimal::ONE_THOUSAND).floor() * tenth()
}

fn tenth() -> Decimal {
    Decimal::new(1, 3)
}

/// Amounts that add up as they are shown: each is the difference of two rounded totals, so that it is off by less than
/// one unit of the last digit, and every total by none.
#[derive(Clone, Copy, Debug)]
pub struct RoundedTotal {
    exact: Money<Exact>,
    shown: Money<Exact>,
    decimals: u32,
}

impl RoundedTotal {
    /// Of nothing yet, with so many decimals.
    pub fn new(decimals: u32) -> Self {
        Self { exact: Money::ZERO, shown: Money::ZERO, decimals }
    }

    /// Adds an amount, and gives it as it is to be shown.
    pub fn add(&mut self, amount: Money<Exact>) -> Money<Exact> {
        self.exact += amount;
        let rounded = self.exact.0.decimal().map(|total| total.round_dp(self.decimals));
        let total = Money(rounded.map_or_else(Exact::Undefined, Exact::Value));
        let before = core::mem::replace(&mut self.shown, total);
        total - before
    }

    /// All amounts so far, as their sum is to be shown.
    pub fn total(&self) -> Money<Exact> {
        self.shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::{Number, Undefined};

    #[test]
    fn shown_amounts_add_up_to_the_shown_total() {
        let third = Money(Exact::whole(10) / Exact::whole(3));
        let mut total = RoundedTotal::new(0);
        let shown = [third; 3].map(|amount| total.add(amount).0);
        assert_eq!(shown, [3, 4, 3].map(Exact::whole));
        assert_eq!(total.total(), Money(Exact::whole(10)));
        total.add(Money(Exact::Undefined(Undefined::NoData)));
        assert_eq!(total.total().0.reason(), Some(Undefined::NoData));
    }

    #[test]
    fn parts_of_a_rouble_make_a_rouble() {
        let third = Exact::ONE / Exact::whole(3);
        let parts = parts_of_one(&[third, third, Exact::ONE - third - third]);
        assert_eq!(parts.iter().fold(Exact::ZERO, |sum, part| sum + *part), Exact::ONE);
        let owed = parts_of_one(&[Exact::whole(2), -Exact::ONE]);
        assert_eq!(owed, [Exact::whole(2), -Exact::ONE]);
        let unknown = [Exact::Undefined(Undefined::NoData), Exact::ONE];
        assert_eq!(parts_of_one(&unknown), unknown);
    }
}
