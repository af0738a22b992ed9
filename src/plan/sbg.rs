//! Fitting the shifted beta geometric to observed retention by maximum likelihood.

/// Alpha and beta under which the observed survival is most likely.
///
/// `observed` is the share of the first clients still there after month 1, 2, …; the likelihood is
/// that of Fader & Hardie 2007: the sum over months of the share lost in it times ln P(lost in it),
/// plus the share left times ln S(last). `None` with fewer than two months, a share outside 0..1 or a
/// rising one. Estimation works on floats: the result is an estimate, not an amount.
pub fn sbg_fit(observed: &[f64]) -> Option<(f64, f64)> {
    let falling = observed.is_sorted_by(|one, next| next <= one);
    let shares = observed.iter().all(|share| (0.0..1.0).contains(share));
    if observed.len() < 2 || !falling || !shares {
        return None;
    }
    // Over logarithms the search needs no bounds; a pattern search needs no derivatives.
    let (mut at, mut step) = ((0.0_f64, 0.0_f64), 1.0_f64);
    let mut best = likelihood(observed, at);
    while step > 1e-7 {
        let better = [(step, 0.0), (-step, 0.0), (0.0, step), (0.0, -step), (step, step), (-step, -step)]
            .map(|(da, db)| (within(at.0 + da), within(at.1 + db)))
            .into_iter()
            .map(|there| (likelihood(observed, there), there))
            .max_by(|a, b| a.0.total_cmp(&b.0));
        match better {
            Some((found, there)) if found > best => (best, at) = (found, there),
            _ => step /= 2.0,
        }
    }
    Some((at.0.exp(), at.1.exp()))
}

/// Beyond e^±9 the curve no longer changes in any way that one could see.
fn within(logarithm: f64) -> f64 {
    logarithm.clamp(-9.0, 9.0)
}

fn likelihood(observed: &[f64], (log_alpha, log_beta): (f64, f64)) -> f64 {
    let (alpha, beta) = (log_alpha.exp(), log_beta.exp());
    let (mut survival, mut before, mut sum) = (1.0_f64, 1.0, 0.0);
    for (month, share) in observed.iter().enumerate() {
        let stay = (beta + month as f64) / (alpha + beta + month as f64);
        let lost = survival * (1.0 - stay);
        if before > *share {
            sum += (before - share) * lost.ln();
        }
        (survival, before) = (survival * stay, *share);
    }
    if before > 0.0 { sum + before * survival.ln() } else { sum }
}

#[cfg(test)]
mod tests {
    use super::sbg_fit;

    /// Published: Fader & Hardie, "How to project customer retention", Journal of Interactive
    /// Marketing 21 (2007): years 1-7 of the "high end" and "regular" segments and their estimates.
    #[test]
    fn published_segments_of_fader_and_hardie() {
        let high_end = [0.869, 0.743, 0.653, 0.593, 0.551, 0.517, 0.491];
        let regular = [0.631, 0.468, 0.382, 0.326, 0.289, 0.262, 0.241];
        let (alpha, beta) = sbg_fit(&high_end).unwrap();
        assert!((alpha - 0.668).abs() < 0.001 && (beta - 3.806).abs() < 0.005, "{alpha} {beta}");
        let (alpha, beta) = sbg_fit(&regular).unwrap();
        assert!((alpha - 0.704).abs() < 0.001 && (beta - 1.182).abs() < 0.002, "{alpha} {beta}");
    }

    #[test]
    fn no_fit_without_data() {
        for bad in [&[][..], &[0.5], &[0.5, 0.6], &[1.2, 0.5], &[f64::NAN, 0.1], &[-0.1, -0.2]] {
            assert_eq!(sbg_fit(bad), None, "{bad:?}");
        }
        assert!(sbg_fit(&[0.0, 0.0]).is_some());
        assert!(sbg_fit(&[0.5, 0.5, 0.5, 0.0]).is_some());
    }
}
