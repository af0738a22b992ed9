//! Values without parts: text, number, flag, nothing.

use super::reader::ModelReader;
use crate::codec::decimal::parse_decimal;
use crate::codec::dialect::Dialect;
use crate::codec::fault::Misfit;
use crate::model::{Choice, Estimate, Field, Kind, SlotMut, YearMonth, fitting_text};
use crate::number::Decimal;

/// A value as it was written.
#[derive(Clone, Copy)]
pub(super) enum Scalar<'a> {
    /// `null`.
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// The digits of a number.
    Number(&'a str),
    /// A text.
    Text(&'a str),
    /// No scalar but a list or an object.
    Composite,
}

impl Scalar<'_> {
    /// A number, or a text that is one.
    pub fn decimal(self) -> Result<Decimal, Misfit> {
        match self {
            Scalar::Number(text) | Scalar::Text(text) => parse_decimal(text),
            _ => Err(Misfit::WrongType),
        }
    }

    fn integer(self) -> Result<Decimal, Misfit> {
        self.decimal()
            .and_then(|number| if number.is_integer() { Ok(number) } else { Err(Misfit::WrongType) })
    }

    fn whole(self) -> Result<u32, Misfit> {
        u32::try_from(self.integer()?).map_err(|_| Misfit::OutOfBounds { least: 0, most: u32::MAX })
    }

    fn flag(self) -> Result<bool, Misfit> {
        if let Scalar::Flag(flag) = self { Ok(flag) } else { Err(Misfit::WrongType) }
    }
}

impl ModelReader {
    /// Puts a value into a field that has no parts.
    pub(super) fn leaf(&mut self, field: &Field, slot: SlotMut<'_>, value: Scalar<'_>) {
        match (slot, value) {
            (SlotMut::OpenMonth(own), Scalar::Nothing) => *own = None,
            (SlotMut::Optional(own), Scalar::Nothing) => *own = None,
            (SlotMut::Fact(own), Scalar::Nothing) => *own = None,
            (SlotMut::Frozen(own), Scalar::Nothing) => own.clear(),
            (SlotMut::Text(own), _) => self.text(own, field, value),
            (SlotMut::Whole(own), _) => self.whole(own, field, value),
            (SlotMut::OpenMonth(own), _) => *own = self.accept(value.whole()).or(*own),
            (SlotMut::Calendar(own), _) => *own = self.accept(self.calendar(value)).unwrap_or(*own),
            (SlotMut::Flag(own), _) => *own = self.accept(value.flag()).unwrap_or(*own),
            (SlotMut::Choice(own), _) => self.choice(own, value),
            (SlotMut::Estimate(own), _) => {
                self.accept(value.decimal()).into_iter().for_each(|number| *own = Estimate::written(number));
            }
            (SlotMut::Optional(own), _) => {
                *own = self.accept(value.decimal()).map(Estimate::written).or(own.take());
            }
            (SlotMut::Fact(own), _) => *own = self.accept(value.decimal()).or(*own),
            (SlotMut::Frozen(_) | SlotMut::Record(_) | SlotMut::Rows(_), _) => self.fault(Misfit::WrongType),
        }
    }

    fn text(&mut self, own: &mut String, field: &Field, value: Scalar<'_>) {
        let Scalar::Text(text) = value else {
            return self.fault(Misfit::WrongType);
        };
        *own = fitting_text(text, field);
        if let Kind::Text { most } = field.kind
            && text.chars().nth(most.into()).is_some()
        {
            self.fault(Misfit::TooMuchText { most });
        }
    }

    fn whole(&mut self, own: &mut u32, field: &Field, value: Scalar<'_>) {
        let (least, most) = match field.kind {
            Kind::Whole { least, most } => (least, most),
            _ => (0, u32::MAX),
        };
        let Some(number) = self.accept(value.integer()) else {
            return;
        };
        let nearest = number.max(least.into()).min(most.into());
        if nearest != number {
            self.fault(Misfit::OutOfBounds { least, most });
        }
        *own = u32::try_from(nearest).unwrap_or(least);
    }

    fn calendar(&self, value: Scalar<'_>) -> Result<u32, Misfit> {
        let month = match (self.dialect, value) {
            (Dialect::Long, Scalar::Text(text)) => YearMonth::parse(text),
            (Dialect::Short, value) => YearMonth::parse(&YearMonth(value.whole()?).text()),
            _ => return Err(Misfit::WrongType),
        };
        month.map(|month| month.0).ok_or(Misfit::NoMonth)
    }

    fn choice(&mut self, own: &mut dyn Choice, value: Scalar<'_>) {
        let names = own.names();
        let index = match (self.dialect, value) {
            (Dialect::Long, Scalar::Text(name)) => Ok(names.iter().position(|known| *known == name)),
            (Dialect::Short, Scalar::Number(_)) => value.whole().map(|index| usize::try_from(index).ok()),
            _ => Err(Misfit::WrongType),
        };
        let known = index.and_then(|at| at.filter(|at| *at < names.len()).ok_or(Misfit::UnknownChoice));
        if let Some(index) = self.accept(known) {
            own.choose(index);
        }
    }
}
