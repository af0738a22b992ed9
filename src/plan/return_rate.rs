//! From the share of clients who have bought again within a year to how fast clients leave: there is no formula the
//! other way round, so it is sought between bounds. Estimation works on floats, by the four operations alone: the
//! same digits on every machine.

use crate::number::{Decimal, Powers};

/// Faster nobody leaves: of e^64 clients not one is left after a month.
const FASTEST: f64 = 64.0;

/// How fast clients leave, per month (`μ`), and how often they buy again meanwhile, a month (`f`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReturnRate {
    /// μ: of those there at the beginning of a month e^−μ are there at its end.
    pub leaving: Decimal,
    /// f.
    pub frequency: Decimal,
}

/// `e^−x`.
fn decay(x: f64) -> f64 {
    Powers::exponential(-x)
}

/// How fast clients leave of whom `share` buy again within a year, where while they stay they buy so often a month at
/// any time: `P = f / (f + μ) · (1 − e^−12(f + μ))`. None where no rate gives that share.
///
/// ```
/// use obkatka::plan::leaving_rate;
/// // 60 of 100 buy again, at two orders a year while they stay.
/// let leaving: f64 = leaving_rate(1.0 / 6.0, 0.6).unwrap().leaving.to_string().parse().unwrap();
/// let (f, all) = (1.0 / 6.0, 1.0 / 6.0 + leaving);
/// assert!((f / all * (1.0 - (-12.0 * all).exp()) - 0.6).abs() < 1e-12);
/// ```
pub fn leaving_rate(frequency: f64, share: f64) -> Option<ReturnRate> {
    let returning = |leaving: f64| {
        let all = frequency + leaving;
        frequency / all * (1.0 - decay(12.0 * all))
    };
    if !(frequency > 0.0 && (0.0..=1.0).contains(&share)) {
        return None;
    }
    let fastest = if share > 0.0 { (frequency / share).min(FASTEST) } else { FASTEST };
    Some(ReturnRate { leaving: decimals(falling(returning, share, fastest)), frequency: decimals(frequency) })
}

/// The same from a cohort's first year: the share that bought again, and orders per different client, the first
/// included: besides `Q = 1 + f / μ · (1 − e^−12 μ)`. None where no rates give both.
///
/// ```
/// use obkatka::plan::first_year_rates;
/// // 2.02 orders per client, 55.9 % have bought again.
/// let rates = first_year_rates(2.02, 0.559).unwrap();
/// let [mu, f] = [rates.leaving, rates.frequency].map(|n| n.to_string().parse::<f64>().unwrap());
/// assert!((1.0 + f / mu * (1.0 - (-12.0 * mu).exp()) - 2.02).abs() < 1e-12);
/// assert!((f / (f + mu) * (1.0 - (-12.0 * (f + mu)).exp()) - 0.559).abs() < 1e-12);
/// ```
pub fn first_year_rates(orders_per_client: f64, share: f64) -> Option<ReturnRate> {
    let frequency = |leaving: f64| (orders_per_client - 1.0) / stay_of_year(leaving);
    let returning = |leaving: f64| {
        let (f, all) = (frequency(leaving), frequency(leaving) + leaving);
        f / all * (1.0 - decay(12.0 * all))
    };
    if !(orders_per_client > 1.0 && (0.0..=1.0).contains(&share)) {
        return None;
    }
    let leaving = falling(returning, share, FASTEST);
    Some(ReturnRate { leaving: decimals(leaving), frequency: decimals(frequency(leaving)) })
}

/// Months of a year that a client is there: `(1 − e^−12 μ) / μ`.
fn stay_of_year(leaving: f64) -> f64 {
    // Below, the difference would lose its digits: 12 − 72 μ + 288 μ².
    if leaving < 1e-6 { 12.0 - 72.0 * leaving } else { (1.0 - decay(12.0 * leaving)) / leaving }
}

/// Where a falling function comes down to a value, between 0 and `most`: halved until floats have no number between.
fn falling(function: impl Fn(f64) -> f64, value: f64, most: f64) -> f64 {
    let (mut low, mut high) = (0.0, most);
    for _ in 0..200 {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            break;
        }
        match function(middle) > value {
            true => low = middle,
            false => high = middle,
        }
    }
    high
}

/// To fifteen decimals; what is large to fewer.
fn decimals(value: f64) -> Decimal {
    let (scale, factor) = if value < 9000.0 { (15, 1e15) } else { (6, 1e6) };
    // Casts keep within the bounds of their type.
    Decimal::new((value * factor + 0.5) as i64, scale).normalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_are_found() {
        assert_eq!(leaving_rate(0.2, 0.0).unwrap().leaving, Decimal::from(64));
        let most = 1.0 - decay(12.0 * 0.2);
        assert!(leaving_rate(0.2, most).unwrap().leaving < Decimal::new(1, 10));
        assert_eq!(leaving_rate(0.0, 0.5), None);
        assert_eq!(first_year_rates(1.0, 0.5), None);
        assert_eq!(leaving_rate(f64::NAN, 0.5), None);
        assert!(first_year_rates(1e15, 1.0).is_some());
        assert!(first_year_rates(1.5, 0.33334).is_some());
    }
}
