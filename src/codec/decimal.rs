//! Exact decimals as JSON writes them. No float is involved: what was written is what is read.

use super::fault::Misfit;
use crate::number::Decimal;

/// The shortest text of a decimal; equal decimals have the same.
pub(super) fn decimal_text(value: Decimal) -> String {
    value.normalize().to_string()
}

/// Reads `-12.50` or `1.5e3`, and nothing that would have to be rounded.
pub(super) fn parse_decimal(text: &str) -> Result<Decimal, Misfit> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, parse_exponent(exponent)?),
        None => (text, 0),
    };
    if !is_plain(mantissa) {
        return Err(Misfit::NotANumber);
    }
    let value = Decimal::from_str_exact(mantissa).map_err(|_| Misfit::TooManyDigits)?.normalize();
    shifted(value, exponent).ok_or(Misfit::TooManyDigits)
}

fn parse_exponent(text: &str) -> Result<i32, Misfit> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Misfit::NotANumber);
    }
    text.parse().map_err(|_| Misfit::TooManyDigits)
}

fn is_plain(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    match text.split_once('.') {
        Some((whole, rest)) => digits(whole) && digits(rest),
        None => digits(text),
    }
}

/// The value times ten to a power; the power is bounded by the digits there are.
fn shifted(mut value: Decimal, exponent: i32) -> Option<Decimal> {
    if value.is_zero() {
        return Some(value);
    }
    let scale = i64::from(value.scale()) - i64::from(exponent);
    if let Ok(scale @ 0..=28) = u32::try_from(scale) {
        value.set_scale(scale).ok()?;
        return Some(value);
    }
    let zeros = u32::try_from(-scale).ok().filter(|zeros| *zeros <= 28)?;
    value.set_scale(0).ok()?;
    (0..zeros).try_fold(value, |value, _| value.checked_mul(Decimal::TEN))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&str, Misfit>) {
        let read = parse_decimal(text).map(decimal_text);
        assert_eq!(read.as_deref().map_err(|misfit| *misfit), expected, "{text}");
    }

    #[test]
    fn plain_numbers_and_exponents_are_exact() {
        check("1200.50", Ok("1200.5"));
        check("-0", Ok("0"));
        check("1e3", Ok("1000"));
        check("1.25E-2", Ok("0.0125"));
        check("0e999", Ok("0"));
        check("79228162514264337593543950335", Ok("79228162514264337593543950335"));
        check("0.0000000000000000000000000001", Ok("0.0000000000000000000000000001"));
    }

    #[test]
    fn what_would_be_rounded_or_is_no_number_is_refused() {
        for text in ["123456789012345678901234567890", "1e29", "1e-29", "1e99999999999", "1.5e-28"] {
            check(text, Err(Misfit::TooManyDigits));
        }
        for text in ["", "-", "1.", ".5", "+1", "1,5", "1 000", "1_000", "NaN", "0x10", "1e", "1e+", "١"] {
            check(text, Err(Misfit::NotANumber));
        }
    }
}
