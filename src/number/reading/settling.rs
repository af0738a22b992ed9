//! From the numbers of a text to one value with its range.

use core::ops::{Add, Div, Mul, Sub};

use rust_decimal::Decimal;

use super::arithmetic::{DECIMALS, checked};
use super::estimate::{EstimateReader, Form, Quantity};
use super::literal::within;
use super::result::{Expected, NumberError, NumberFault, Reading};
use crate::number::exact::Exact;

impl EstimateReader<'_> {
    /// «5..9 тыс» means thousands at both ends, most likely.
    fn lend_scale(&mut self) {
        let Some(scale) = self.list.last().and_then(|last| last.scale) else { return };
        for quantity in self.list.iter_mut().filter(|quantity| quantity.scale.is_none()) {
            quantity.scale = Some(scale);
            self.doubtful = true;
        }
    }

    /// The reading of all the numbers together.
    pub(super) fn settle(mut self, form: Form) -> Result<Reading, NumberError> {
        self.lend_scale();
        if form == Form::PartOf {
            return self.part_of();
        }
        let relative = form == Form::Margin && self.relative();
        self.check_percent(relative)?;
        let values = self.list.iter().map(|quantity| self.value(quantity)).collect::<Result<Vec<_>, _>>()?;
        let ends = match (form, values.as_slice()) {
            (Form::Ends, &[low, high]) => (low, None, high),
            (Form::Points, &[low, value, high]) | (Form::Aside, &[value, low, high]) => {
                (low, Some(value), high)
            }
            (Form::Margin, &[value, margin]) => {
                self.doubtful |= relative || self.expected == Expected::Share;
                self.around(value, margin, relative)?
            }
            (_, &[value, ..]) => (value, Some(value), value),
            (_, []) => return Err(self.number_expected()),
        };
        self.reading(ends)
    }

    /// «1 из 20» is five percent. More than all is no share, nor is a part of nothing.
    fn part_of(self) -> Result<Reading, NumberError> {
        let plain = |quantity: &Quantity| {
            let value = quantity.magnitude.shifted(quantity.scale.unwrap_or(0)).decimal(quantity.negative);
            value.ok().filter(|_| quantity.percent.is_none())
        };
        let values: Option<Vec<Decimal>> = self.list.iter().map(plain).collect();
        let share = match values.as_deref() {
            Some(&[part, whole]) if part <= whole && part >= Decimal::ZERO => {
                checked(Exact::div, part, whole)
            }
            _ => None,
        };
        let fault = || NumberError::new(NumberFault::UnexpectedText, self.cursor.whole());
        share
            .map(|share| Reading { value: share.round_dp(DECIMALS).normalize(), range: None, doubtful: true })
            .ok_or_else(fault)
    }

    /// Whether the margin of a plain number is given in percent of it.
    fn relative(&self) -> bool {
        let margin = self.list.last().is_some_and(|margin| margin.percent.is_some());
        margin && self.expected != Expected::Share
    }

    fn check_percent(&mut self, relative: bool) -> Result<(), NumberError> {
        let mut signs = self.list.iter().filter_map(|quantity| quantity.percent.clone());
        let first = signs.next();
        if self.expected == Expected::Share {
            let bare = first.is_none();
            self.doubtful |= bare && self.list.iter().any(below_one);
            return Ok(());
        }
        match (first, relative) {
            (None, _) => Ok(()),
            (Some(_), true) if signs.next().is_none() => Ok(()),
            (Some(at), _) => Err(NumberError::new(NumberFault::PercentNotExpected, at)),
        }
    }

    /// The number with its scale; a share is typed in percent whether or not it says so.
    fn value(&self, quantity: &Quantity) -> Result<Decimal, NumberError> {
        let percent = self.expected == Expected::Share || quantity.percent.is_some();
        let power = quantity.scale.unwrap_or(0).saturating_sub(if percent { 2 } else { 0 });
        let value = quantity.magnitude.shifted(power).decimal(quantity.negative);
        let value = value.map_err(|fault| NumberError::new(fault, quantity.at.clone()))?;
        if self.expected == Expected::Whole && !percent && !value.is_integer() {
            return Err(NumberError::new(NumberFault::NotWhole, quantity.at.clone()));
        }
        Ok(value)
    }

    fn around(&self, value: Decimal, margin: Decimal, relative: bool) -> Result<Ends, NumberError> {
        let size = if relative { checked(Exact::mul, value.abs(), margin) } else { Some(margin) };
        let end = |operation| checked(operation, value, size?);
        let ends = end(Exact::sub).zip(end(Exact::add));
        let (low, high) = ends.ok_or_else(|| NumberError::new(NumberFault::TooLarge, self.cursor.whole()))?;
        let fault = match (within(low), within(high)) {
            (Err(fault), _) | (_, Err(fault)) => fault,
            _ if self.expected == Expected::Whole && !(low.is_integer() && high.is_integer()) => {
                NumberFault::NotWhole
            }
            _ => return Ok((low.normalize(), Some(value), high.normalize())),
        };
        Err(NumberError::new(fault, self.cursor.whole()))
    }

    fn reading(self, (low, value, high): Ends) -> Result<Reading, NumberError> {
        if low > high {
            return Err(NumberError::new(NumberFault::RangeBackwards, self.cursor.whole()));
        }
        let value = value.unwrap_or_else(|| middle(low, high, self.expected));
        if value < low || value > high {
            return Err(NumberError::new(NumberFault::ValueOutside, self.cursor.whole()));
        }
        let range = (low != high).then_some((low, high));
        Ok(Reading { value, range, doubtful: self.doubtful })
    }
}

/// The lowest, the value if it was typed, the highest.
type Ends = (Decimal, Option<Decimal>, Decimal);

/// A bare 0.3 in a share is 0.3 %, but 30 % may have been meant.
fn below_one(quantity: &Quantity) -> bool {
    let value = quantity.magnitude.decimal(false);
    value.is_ok_and(|value| !value.is_zero() && value < Decimal::ONE)
}

fn middle(low: Decimal, high: Decimal, expected: Expected) -> Decimal {
    let half = checked(Exact::add, low, high).and_then(|sum| checked(Exact::div, sum, Decimal::TWO));
    let half = half.unwrap_or(low);
    let middle = if expected == Expected::Whole { half.round_dp(0) } else { half };
    middle.clamp(low, high).normalize()
}
