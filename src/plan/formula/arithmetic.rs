//! What the operators of formulas do with two numbers.

use super::syntax::Operator;
use crate::number::{Exact, Number, Powers};

/// Two numbers with an operator between.
pub(super) fn operated(one: Exact, operator: Operator, other: Exact) -> Exact {
    match operator {
        Operator::Plus => one + other,
        Operator::Minus => one - other,
        Operator::Times => one * other,
        Operator::Over => one / other,
        Operator::Power => power(one, other),
    }
}

/// Whole powers and twelfths of them, months of a yearly rate; any other by logarithms.
fn power(base: Exact, exponent: Exact) -> Exact {
    let whole = |number: Exact| {
        let rounded = number.twelve_decimals().decimal().ok()?;
        rounded.is_integer().then(|| u32::try_from(rounded.abs().trunc()).ok()).flatten()
    };
    let signed = |base: Exact| if exponent.is_negative() { Exact::ONE / base } else { base };
    match (whole(exponent), whole(exponent * Exact::whole(12))) {
        (Some(times), _) => signed(base).power(times),
        (None, Some(twelfths)) => signed(base.twelfth_root()).power(twelfths),
        (None, None) => base.raised(exponent),
    }
}
