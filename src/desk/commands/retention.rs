//! How clients were seen to stay: a column pasted from a sheet, and the curve fitted to it.

use crate::desk::{Command, Manner};
use crate::model::{Basis, EditFault, Estimate, Kind, Model, Observed, Record, nth_id};
use crate::number::Decimal;
use crate::number::reading::{Expected, Language, NumberError, read};
use crate::plan::sbg_fit;

/// A line of a column that could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnFault {
    /// Its number among the lines that are not empty, from 1.
    pub line: usize,
    /// Its text.
    pub text: String,
    /// What is wrong with it.
    pub fault: NumberError,
}

/// The shares of a column, one in a line, as many as the document holds; cells of a row pasted by mistake count as
/// lines too.
///
/// # Errors
/// The first line that could not be read.
pub fn observed_column(text: &str, language: Language) -> Result<Vec<Decimal>, ColumnFault> {
    let lines = text.split(['\n', '\r', '\t', ';']).map(str::trim).filter(|line| !line.is_empty());
    let shares = lines.take(most()).zip(1..).map(|(line, number)| {
        let reading = read(line, language, Expected::Share);
        let fault = |fault| ColumnFault { line: number, text: line.to_owned(), fault };
        reading.map(|reading| reading.value).map_err(fault)
    });
    let shares = shares.collect::<Result<Vec<_>, _>>()?;
    // A sheet that keeps 87 % as 0.87 means shares of one throughout.
    let one = Decimal::new(1, 2);
    let of_one = shares.iter().all(|share| *share <= one) && !text.contains('%');
    Ok(if of_one { shares.into_iter().map(|share| share * Decimal::ONE_HUNDRED).collect() } else { shares })
}

/// As many ages as the document holds.
fn most() -> usize {
    let retention = crate::model::Retention::default();
    match retention.fields().iter().find(|field| field.key == "table").map(|field| field.kind) {
        Some(Kind::Rows { most }) => most.into(),
        _ => 0,
    }
}

/// Takes shares of clients who stayed, by months of age, in place of those there are.
#[derive(Clone, Debug)]
pub struct TakeObserved {
    /// The shares.
    pub shares: Vec<Decimal>,
}

impl Command for TakeObserved {
    fn name(&self) -> &'static str {
        "take_observed"
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        let row = |(at, share): (u32, &Decimal)| Observed {
            id: nth_id(at),
            share: Estimate { basis: Basis::Measured, ..Estimate::guess(*share) },
        };
        let mut model = model.clone();
        model.offer.retention.table = (0..).zip(&self.shares).map(row).collect();
        Ok(model)
    }

    fn manner(&self) -> Manner<'_> {
        Manner::Replacement
    }
}

/// Puts the curve that was fitted to what was observed.
#[derive(Clone, Debug)]
pub struct FitRetention {
    alpha: Decimal,
    beta: Decimal,
    source: String,
}

impl FitRetention {
    /// The curve of what a document has observed; none where it has no such curve. `source` says that it was fitted.
    pub fn to(model: &Model, source: &str) -> Option<Self> {
        let observed: Vec<f64> = model.offer.retention.table.iter().map(|row| row.share.number()).collect();
        let (alpha, beta) = sbg_fit(&observed)?;
        Some(Self { alpha: four_decimals(alpha), beta: four_decimals(beta), source: source.to_owned() })
    }
}

impl Command for FitRetention {
    fn name(&self) -> &'static str {
        "fit_retention"
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        let source = || self.source.clone();
        let estimate =
            |value| Estimate { basis: Basis::Measured, source: source(), ..Estimate::guess(value) };
        let mut model = model.clone();
        model.offer.retention.alpha = estimate(self.alpha);
        model.offer.retention.beta = estimate(self.beta);
        Ok(model)
    }

    fn manner(&self) -> Manner<'_> {
        Manner::Replacement
    }
}

/// A fitted number; more digits than these four would say more than the fit knows.
fn four_decimals(value: f64) -> Decimal {
    // The fit stays below e^9, far within the whole numbers of this type.
    Decimal::new((value * 10_000.0).round().max(1.0) as i64, 4).normalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(text: &str) -> Vec<String> {
        let shares = observed_column(text, Language::Russian).unwrap();
        shares.iter().map(|share| share.normalize().to_string()).collect()
    }

    #[test]
    fn a_column_is_per_cent_unless_all_of_it_is_shares_of_one() {
        assert_eq!(column("87\n74\n66"), ["0.87", "0.74", "0.66"]);
        assert_eq!(column("0,87\r\n0,74\r\n\r\n1"), ["0.87", "0.74", "1"]);
        assert_eq!(column("0,9 %\n0,8 %"), ["0.009", "0.008"]);
        assert_eq!(column("100\n0,5"), ["1", "0.005"]);
        assert_eq!(column("87\t74; 66"), ["0.87", "0.74", "0.66"]);
        assert!(column(" \n").is_empty());
    }

    #[test]
    fn the_line_that_could_not_be_read_is_named() {
        let fault = observed_column("87\n\nмного\n66", Language::Russian).unwrap_err();
        assert_eq!((fault.line, fault.text.as_str()), (2, "много"));
    }

    #[test]
    fn a_column_ends_where_the_document_does() {
        let long: String = (0..500).map(|_| "50\n").collect();
        assert_eq!(column(&long).len(), 120);
    }

    #[test]
    fn what_was_observed_is_measured_and_takes_the_place_of_what_was() {
        let take = |shares: &[i64]| TakeObserved {
            shares: shares.iter().map(|share| Decimal::new(*share, 2)).collect(),
        };
        let model = take(&[90, 80, 70]).applied(&Model::default()).unwrap();
        let model = take(&[87, 74]).applied(&model).unwrap();
        let table = &model.offer.retention.table;
        assert_eq!(table.len(), 2);
        assert!(table.iter().all(|row| row.share.basis == Basis::Measured));
        assert!(crate::model::ids_are_unique(&model));
    }

    #[test]
    fn the_curve_is_fitted_where_there_is_one() {
        assert!(FitRetention::to(&Model::default(), "").is_none());
        // Shares of a shifted beta geometric with alpha 1 and beta 2.
        let shares = [66_667, 50_000, 40_000, 33_333].map(|share| Decimal::new(share, 5)).to_vec();
        let model = TakeObserved { shares }.applied(&Model::default()).unwrap();
        let fit = FitRetention::to(&model, "fitted").unwrap();
        let retention = fit.applied(&model).unwrap().offer.retention;
        let near = |own: &Estimate, value: i64| (own.value - Decimal::from(value)).abs() < Decimal::new(5, 2);
        assert!(near(&retention.alpha, 1) && near(&retention.beta, 2), "{retention:?}");
        assert_eq!((retention.alpha.basis, retention.alpha.source.as_str()), (Basis::Measured, "fitted"));
        assert!(retention.alpha.value.scale() <= 4);
    }
}
