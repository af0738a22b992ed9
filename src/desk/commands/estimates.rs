//! Numbers that somebody estimates: what is typed into their fields, and what is said about them.

use crate::desk::{Command, Manner};
use crate::model::{
    Basis, Datum, Edit, EditFault, Estimate, Measure, Model, Range, Reason, Slot, find, impossible,
};
use crate::number::Decimal;
use crate::number::reading::{Language, NumberError, Reading, read};
use crate::text::expected_of;

/// Puts what was typed into the field of an estimate, or takes out what stood there.
#[derive(Clone, Debug)]
pub struct EnterNumber<'a> {
    /// Path of the estimate.
    pub path: &'a str,
    /// The number, as it was read; none for an empty field.
    pub reading: Option<&'a Reading>,
}

impl Command for EnterNumber<'_> {
    fn name(&self) -> &'static str {
        "enter_number"
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        let (field, slot) = find(model, self.path).ok_or(EditFault::NoSuchPlace)?;
        if let Some(reason) = self.reading.and_then(|reading| refusal(field.measure()?, reading)) {
            return Err(EditFault::Impossible(reason));
        }
        let (is_optional, known) = match slot {
            Slot::Estimate(known) => (false, Some(known)),
            Slot::Optional(known) => (true, known),
            _ => return Err(EditFault::WrongKind),
        };
        let datum = match self.reading {
            None if is_optional => Datum::Optional(None),
            None => Datum::Estimate(Estimate::default()),
            Some(reading) => Datum::Estimate(retyped(known.cloned().unwrap_or_default(), reading)),
        };
        Edit::put(self.path, datum).applied(model)
    }

    fn manner(&self) -> Manner<'_> {
        Manner::Typing(self.path)
    }
}

/// Why a text is not taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Refused {
    /// It could not be read.
    Unreadable(NumberError),
    /// Nothing that the field measures can be so.
    Impossible(Reason),
}

/// Reads what was typed into the field of an estimate.
///
/// # Errors
/// Why the number before stays.
pub fn read_entry(measure: Measure, text: &str, language: Language) -> Result<Reading, Refused> {
    let reading = read(text, language, expected_of(measure)).map_err(Refused::Unreadable)?;
    refusal(measure, &reading).map_or(Ok(reading), |reason| Err(Refused::Impossible(reason)))
}

/// Why a number that was read is refused: it, or an end of its range, cannot be what the field measures. The number
/// before stays.
pub fn refusal(measure: Measure, reading: &Reading) -> Option<Reason> {
    let (low, high) = reading.range.unwrap_or((reading.value, reading.value));
    [low, reading.value, high].into_iter().find_map(|value| impossible(measure, value))
}

/// The estimate after its number was typed again. A number typed over a published one is no longer the published one:
/// it is a guess, and no source stands behind it.
fn retyped(known: Estimate, reading: &Reading) -> Estimate {
    let range = reading.range.map(|(low, high)| Range { low, high });
    let changed = known.value != reading.value;
    let basis = if changed && known.basis == Basis::Benchmark { Basis::Guess } else { known.basis };
    let source = if basis == known.basis { known.source } else { String::new() };
    Estimate { value: reading.value, range, basis, source, said_zero: reading.value.is_zero() }
}

/// Puts other numbers in the place of some, to see what comes of them.
#[derive(Clone, Debug)]
pub struct TryOut<'a> {
    /// Paths of estimates, and what is put there.
    pub puts: &'a [(String, Decimal)],
}

impl Command for TryOut<'_> {
    fn name(&self) -> &'static str {
        "try_out"
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        let mut model = model.clone();
        for (path, value) in self.puts {
            let reading = Reading { value: *value, range: None, doubtful: false };
            model = EnterNumber { path, reading: Some(&reading) }.applied(&model)?;
        }
        Ok(model)
    }
}

/// Says what an estimate rests on.
#[derive(Clone, Debug)]
pub struct ChangeBasis<'a> {
    /// Path of the estimate.
    pub path: &'a str,
    /// What it rests on.
    pub basis: Basis,
}

impl Command for ChangeBasis<'_> {
    fn name(&self) -> &'static str {
        "change_basis"
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        changed(model, self.path, |estimate| Estimate { basis: self.basis, ..estimate })
    }

    fn manner(&self) -> Manner<'_> {
        Manner::Typing(self.path)
    }
}

/// Says whose figure an estimate is.
#[derive(Clone, Debug)]
pub struct NameSource<'a> {
    /// Path of the estimate.
    pub path: &'a str,
    /// Whose figure it is and of what year, or a remark.
    pub source: &'a str,
}

impl Command for NameSource<'_> {
    fn name(&self) -> &'static str {
        "name_source"
    }

    fn applied(&self, model: &Model) -> Result<Model, EditFault> {
        changed(model, self.path, |estimate| Estimate { source: self.source.to_owned(), ..estimate })
    }

    fn manner(&self) -> Manner<'_> {
        Manner::Typing(self.path)
    }
}

/// The document with another estimate in place of the one there is; there is nothing to say about a number that is
/// not there.
fn changed(model: &Model, path: &str, change: impl FnOnce(Estimate) -> Estimate) -> Result<Model, EditFault> {
    match find(model, path).ok_or(EditFault::NoSuchPlace)?.1 {
        Slot::Estimate(known) | Slot::Optional(Some(known)) => {
            Edit::put(path, Datum::Estimate(change(known.clone()))).applied(model)
        }
        Slot::Optional(None) => Err(EditFault::NoSuchPlace),
        _ => Err(EditFault::WrongKind),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::reading::{Expected, Language, read};

    const PRICE: &str = "offer/price";

    fn with_price(price: Estimate) -> Model {
        let mut model = Model::default();
        model.offer.price = price;
        model
    }

    fn published() -> Estimate {
        Estimate { basis: Basis::Benchmark, source: "Somebody, 2025".into(), ..Estimate::guess(500) }
    }

    fn typed(known: Estimate, text: &str) -> Estimate {
        let reading = read(text, Language::English, Expected::Amount).unwrap();
        let enter = EnterNumber { path: PRICE, reading: Some(&reading) };
        enter.applied(&with_price(known)).unwrap().offer.price
    }

    #[test]
    fn a_number_typed_over_a_published_one_is_a_guess_without_its_source() {
        assert_eq!(typed(published(), "600"), Estimate::guess(600));
    }

    #[test]
    fn the_published_number_typed_again_stays_published() {
        assert_eq!(typed(published(), "500"), published());
        let with_range = typed(published(), "400..500..600");
        assert_eq!((with_range.basis, with_range.source.as_str()), (Basis::Benchmark, "Somebody, 2025"));
        assert_eq!(with_range.range, Some(Range { low: 400.into(), high: 600.into() }));
    }

    #[test]
    fn what_was_measured_stays_measured_whatever_is_typed() {
        let measured =
            Estimate { basis: Basis::Measured, source: "our books".into(), ..Estimate::guess(500) };
        assert_eq!(typed(measured.clone(), "700"), Estimate { value: 700.into(), ..measured });
    }

    #[test]
    fn a_range_goes_where_a_number_without_one_is_typed() {
        let known = Estimate { range: Some(Range { low: 1.into(), high: 9.into() }), ..Estimate::guess(5) };
        assert_eq!(typed(known, "5").range, None);
    }

    #[test]
    fn an_emptied_field_is_no_number_where_there_may_be_none_and_nothing_elsewhere() {
        let emptied = |path| EnterNumber { path, reading: None };
        let model = emptied(PRICE).applied(&with_price(published())).unwrap();
        assert_eq!(model.offer.price, Estimate::default());
        let cap = "channels/a/most_leads";
        let mut model = Edit::Add { rows: "channels".into(), id: Some("a".into()) }.applied(&model).unwrap();
        model.channels[0].most_leads = Some(Estimate::guess(5));
        assert_eq!(emptied(cap).applied(&model).unwrap().channels[0].most_leads, None);
    }

    #[test]
    fn a_number_where_there_was_none_is_a_guess() {
        let model = Edit::Add { rows: "channels".into(), id: Some("a".into()) }.applied(&Model::default());
        let reading = read("70", Language::English, Expected::Amount).unwrap();
        let enter = EnterNumber { path: "channels/a/most_leads", reading: Some(&reading) };
        let model = enter.applied(&model.unwrap()).unwrap();
        assert_eq!(model.channels[0].most_leads, Some(Estimate::guess(70)));
    }

    #[test]
    fn basis_and_source_are_said_of_a_number_that_is_there() {
        let model = with_price(Estimate::guess(500));
        let model = ChangeBasis { path: PRICE, basis: Basis::Benchmark }.applied(&model).unwrap();
        let model = NameSource { path: PRICE, source: "Somebody, 2025" }.applied(&model).unwrap();
        assert_eq!(model.offer.price, published());
        let missing = ChangeBasis { path: "people/a/salary", basis: Basis::Measured };
        assert_eq!(missing.applied(&model), Err(EditFault::NoSuchPlace));
        let name = NameSource { path: "about/name", source: "" };
        assert_eq!(name.applied(&model), Err(EditFault::WrongKind));
    }

    #[test]
    fn several_numbers_are_tried_out_in_one_step() {
        let model = with_price(published());
        let puts = [(PRICE.to_owned(), 600.into()), ("offer/unit_cost".to_owned(), 90.into())];
        let model = TryOut { puts: &puts }.applied(&model).unwrap();
        assert_eq!((model.offer.price, model.offer.unit_cost), (Estimate::guess(600), Estimate::guess(90)));
        let puts = [(PRICE.to_owned(), (-1).into())];
        assert!(TryOut { puts: &puts }.applied(&Model::default()).is_err());
    }

    #[test]
    fn no_field_takes_a_number_of_another_kind() {
        let one = Reading {
            value: Decimal::ONE,
            range: None,
            ..read("1", Language::English, Expected::Amount).unwrap()
        };
        let wrong = EnterNumber { path: "about/name", reading: Some(&one) };
        assert_eq!(wrong.applied(&Model::default()), Err(EditFault::WrongKind));
    }
}
