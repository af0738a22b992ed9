//! Delays that differ from case to case: how many of even arrivals have come through after so many months. Works on
//! floats, by the four operations alone, and gives shares of time to twelve decimals: they decide when, never how much.

use crate::number::Decimal;

/// Months looked ahead: the longest plan.
const MONTHS: usize = 121;
/// A mean below half a day is no spread worth the name: counted as fixed.
const SHORTEST: f64 = 0.016;

/// A square matrix, row by row.
type Matrix = Vec<Vec<f64>>;

/// Of arrivals that come evenly over a month, the share that has come through by the end of the same month, of the
/// next, and so on, after fixed months and after delays spread exponentially about their means, one after another.
///
/// With F the distribution of the whole delay and G its integral from 0, `G(j+1) − 2 G(j) + G(j−1)` arrive in the j-th
/// month after; their sum up to j is `G(j+1) − G(j)`. Source: phase-type distributions; stages are folded, not monthly
/// shares, which would come too early.
///
/// ```
/// use obkatka::plan::arrived_by_month;
/// // Ten days fixed and 35 on average: 16.3 % in the first month.
/// let arrived = arrived_by_month(10.0 / 30.4375, &[35.0 / 30.4375]);
/// assert_eq!(arrived[0].round_dp(3).to_string(), "0.163");
/// ```
pub fn arrived_by_month(fixed: f64, means: &[f64]) -> Vec<Decimal> {
    let fixed = fixed + means.iter().filter(|mean| **mean < SHORTEST).sum::<f64>();
    let rates: Vec<f64> = means.iter().filter(|mean| **mean >= SHORTEST).map(|mean| 1.0 / mean).collect();
    let integral = integrals(fixed.max(0.0), &rates);
    let mut least = Decimal::ZERO;
    let arrived = integral.windows(2).map(|pair| match pair {
        [before, after] => {
            least = twelve_decimals(after - before).max(least);
            least
        }
        _ => least,
    });
    arrived.collect()
}

/// G at the ends of months, from the beginning of the first on.
fn integrals(fixed: f64, rates: &[f64]) -> Vec<f64> {
    let size = rates.len() + 2;
    // Where somebody is: at one of the delays, through all of them, and for how long through.
    let cell = |row: usize, column: usize| match rates.get(column) {
        Some(rate) if row == column => -rate,
        Some(rate) if row == column + 1 => *rate,
        None if row == column + 1 => 1.0,
        _ => 0.0,
    };
    let generator: Matrix =
        (0..size).map(|row| (0..size).map(|column| cell(row, column)).collect()).collect();
    let month = exponential(&generator, 1.0);
    let mut state: Vec<f64> = (0..size).map(|row| if row == 0 { 1.0 } else { 0.0 }).collect();
    let at = |end: usize| end as f64 - fixed;
    (0..=MONTHS)
        .map(|end| {
            if at(end) > 0.0 {
                // Only the first is no whole month, where the fixed days are none.
                state = match at(end) < 1.0 {
                    true => applied(&exponential(&generator, at(end)), &state),
                    false => applied(&month, &state),
                };
            }
            state.last().copied().unwrap_or(0.0)
        })
        .collect()
}

/// `e^(time · matrix)`: a series of the matrix halved until it is short, squared back.
fn exponential(matrix: &Matrix, time: f64) -> Matrix {
    let size = matrix.len();
    let largest =
        matrix.iter().flatten().fold(0.0_f64, |most, own| if own.abs() > most { own.abs() } else { most });
    let (mut scale, mut halvings) = (time, 0);
    while largest * scale > 0.25 && halvings < 40 {
        scale /= 2.0;
        halvings += 1;
    }
    let identity = |row: usize| (0..size).map(move |column| f64::from(u8::from(row == column)));
    let mut sum: Matrix = (0..size).map(|row| identity(row).collect()).collect();
    let mut term = sum.clone();
    for n in 1..=14 {
        term = product(&term, matrix);
        term.iter_mut().flatten().for_each(|own| *own *= scale / f64::from(n));
        sum.iter_mut().flatten().zip(term.iter().flatten()).for_each(|(sum, own)| *sum += own);
    }
    (0..halvings).fold(sum, |sum, _| product(&sum, &sum))
}

/// Of matrices that hold nothing above their diagonal, as all here do: nobody goes back to a delay before.
fn product(one: &Matrix, other: &Matrix) -> Matrix {
    let cell = |row: usize, own: &[f64], column: usize| {
        let shared = own.iter().zip(other).take(row + 1).skip(column);
        shared.fold(0.0, |sum, (own, other)| sum + own * other.get(column).copied().unwrap_or(0.0))
    };
    let row = |(row, own): (usize, &Vec<f64>)| (0..one.len()).map(|column| cell(row, own, column)).collect();
    one.iter().enumerate().map(row).collect()
}

fn applied(matrix: &Matrix, state: &[f64]) -> Vec<f64> {
    let cell = |(row, own): (usize, &Vec<f64>)| {
        own.iter().zip(state).take(row + 1).fold(0.0, |sum, (own, state)| sum + own * state)
    };
    matrix.iter().enumerate().map(cell).collect()
}

fn twelve_decimals(share: f64) -> Decimal {
    // Shares of a whole: within the bounds of their type.
    let share = if share < 0.0 { 0.0 } else { share };
    let share = if share > 1.0 { 1.0 } else { share };
    // Without zeros at its end: all of it is then 1, and what is taken once costs no arithmetic.
    Decimal::new((share * 1e12 + 0.5) as i64, 12).normalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shares(fixed: f64, means: &[f64]) -> Vec<f64> {
        let arrived = arrived_by_month(fixed, means);
        let all: Vec<f64> = arrived.iter().map(|own| own.to_string().parse().unwrap()).collect();
        std::iter::once(all[0]).chain(all.windows(2).map(|pair| pair[1] - pair[0])).collect()
    }

    #[test]
    fn one_spread_delay_is_as_by_its_formula() {
        let mean = 1.4_f64;
        let own = shares(0.0, &[mean]);
        assert!((own[0] - (1.0 - mean * (1.0 - (-1.0 / mean).exp()))).abs() < 1e-11);
        for (j, share) in own.iter().enumerate().skip(1).take(40) {
            let expected =
                mean * (-(j as f64) / mean).exp() * ((1.0 / mean).exp() - 2.0 + (-1.0 / mean).exp());
            assert!((share - expected).abs() < 1e-11, "{j}: {share} {expected}");
        }
    }

    #[test]
    fn nothing_is_lost_and_the_mean_is_kept() {
        for (fixed, means) in [
            (0.0, vec![1.15]),
            (0.33, vec![1.15]),
            (2.0, vec![0.5, 0.5]),
            (1.7, vec![0.2, 3.0, 3.0, 0.01]),
            (0.0, vec![0.3; 12]),
            (5.5, vec![]),
            (0.0, vec![0.001]),
        ] {
            let own = shares(fixed, &means);
            let (all, mean) = own
                .iter()
                .enumerate()
                .fold((0.0, 0.0), |(all, mean), (j, own)| (all + own, mean + j as f64 * own));
            let expected = fixed + means.iter().sum::<f64>();
            assert!(
                (all - 1.0).abs() < 1e-9 && (mean - expected).abs() < 1e-8,
                "{fixed} {means:?}: {all} {mean}"
            );
            assert!(own.iter().all(|own| *own >= 0.0));
        }
    }
}
