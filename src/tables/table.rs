//! Tables by months: a row for each month and channel, months across, or months down.

use super::columns::Sheet;
use super::dates;
use super::gathering::Gathering;
use super::headings::{Heading, scale};
use super::names::is_blank;
use super::numbers::{fault, is_multiplied, number};
use super::report::{
    BadPlace, BadReason, ColumnReading, Left, Named, Note, RowReading, Shape, Taken, Target,
};
use crate::model::YearMonth;
use crate::number::Decimal;

/// What kind of table by months the columns make.
pub(super) fn shape(columns: &[ColumnReading]) -> Shape {
    let across = |column: &ColumnReading| matches!(column.taken, Taken::Values { month: Some(_), .. });
    match () {
        () if columns.iter().any(across) => Shape::Pivot,
        () if columns.iter().any(|column| column.taken == Taken::Channel) => Shape::Long,
        () => Shape::ByMonth,
    }
}

/// Reads the rows into a gathering.
pub(super) fn gather(sheet: &Sheet, columns: Vec<ColumnReading>) -> Gathering {
    let place = |taken: &Taken| columns.iter().position(|column| column.taken == *taken);
    let [month_at, channel_at, measure_at] =
        [place(&Taken::Month), place(&Taken::Channel), place(&Taken::Measure)];
    let has_months =
        columns.iter().any(|column| matches!(column.taken, Taken::Values { month: Some(_), .. }));
    let mut table = Table {
        sheet,
        month_at,
        channel_at,
        measure_at,
        // A column of months beside months across tells nothing.
        focus: if has_months || month_at.is_some() { None } else { sheet.layout.focus },
        said: Said::default(),
        out: Gathering::new(columns),
        totals: 0,
        filled: 0,
    };
    for row in sheet.first()..sheet.rows.len() {
        table.row(row);
    }
    table.finish()
}

/// What the rows so far have said of those that follow.
#[derive(Default)]
struct Said {
    month: Option<YearMonth>,
    channel: Option<Named>,
    /// The channel that stands as the title of the rows below it.
    section: Option<Named>,
}

/// What a row says of its figures.
struct About {
    month: Option<YearMonth>,
    channel: Option<Named>,
    target: Option<Target>,
    scale: u32,
}

struct Table<'s, 't> {
    sheet: &'s Sheet<'t>,
    month_at: Option<usize>,
    channel_at: Option<usize>,
    measure_at: Option<usize>,
    focus: Option<YearMonth>,
    said: Said,
    out: Gathering,
    totals: usize,
    filled: usize,
}

impl Table<'_, '_> {
    fn row(&mut self, row: usize) {
        let cells = self.sheet.rows.get(row);
        let is_heading = cells == self.sheet.header.and_then(|header| self.sheet.rows.get(header));
        if is_heading || cells.is_none_or(|cells| cells.iter().all(|cell| is_blank(cell))) {
            return;
        }
        if self.sheet.is_total(row, &self.out.columns) {
            self.totals = self.totals.saturating_add(1);
            return;
        }
        if let Some(about) = self.about(row) {
            for column in 0..self.out.columns.len() {
                self.value(row, column, &about);
            }
        }
    }

    /// What the row says, or nothing if it holds no figures to take.
    fn about(&mut self, row: usize) -> Option<About> {
        let asked = self.sheet.overrides.rows.get(&row);
        if self.measure_at.is_none() && asked == Some(&None) {
            return None;
        }
        let month = self.month(row)?;
        let channel = self.channel(row);
        let mut about = About { month, channel, target: None, scale: 0 };
        if let Some(column) = self.measure_at {
            self.measure(row, column, &mut about)?;
        }
        if let Some(Some(target)) = asked {
            about.target = Some(target.clone());
        }
        Some(about)
    }

    /// The month of a row: of its cell, or of the row above if merged cells have left it empty. Nothing if it
    /// cannot be read.
    fn month(&mut self, row: usize) -> Option<Option<YearMonth>> {
        let Some(column) = self.month_at else { return Some(self.focus) };
        let text = self.sheet.cell(row, column);
        if is_blank(text) {
            self.filled = self.filled.saturating_add(usize::from(self.said.month.is_some()));
            return Some(self.said.month);
        }
        let form = self.out.columns.get(column).and_then(|column| column.date).map(|vote| vote.form);
        let month = form.and_then(|form| dates::month(text, form, self.sheet.layout.start));
        match month {
            Some(_) => self.out.good(column),
            None => self.out.bad(row, column, text, BadReason::NotAMonth),
        }
        self.said.month = month;
        month.map(Some)
    }

    /// The channel of a row; merged cells leave it empty only where every row is one figure.
    fn channel(&mut self, row: usize) -> Option<Named> {
        let column = self.channel_at?;
        let text = self.sheet.cell(row, column);
        if is_blank(text) && !self.sheet.overrides.channels.contains_key(text) {
            let above = self.said.channel.clone().filter(|_| self.measure_at.is_some());
            self.filled = self.filled.saturating_add(usize::from(above.is_some()));
            return above;
        }
        let channel = self.sheet.channel(text);
        self.out.good(column);
        self.said.channel = Some(channel.clone());
        Some(channel)
    }

    /// What the row's own name says, with a line about it for the preview.
    fn measure(&mut self, row: usize, column: usize, about: &mut About) -> Option<()> {
        let label = self.sheet.cell(row, column);
        let heading = self.sheet.lexicon.label(label);
        let has_values = (0..self.out.columns.len()).any(|place| self.is_value(row, place));
        if let (Heading::Channel(channel), false) = (&heading, has_values) {
            self.said.section = Some(channel.clone());
            return None;
        }
        let (known, own) = match heading {
            Heading::Figure { target, channel } => (Ok(target), channel),
            Heading::Left(why) => (Err(why), None),
            _ => (Err(Left::Unknown), None),
        };
        let taken = match self.sheet.overrides.rows.get(&row) {
            Some(Some(target)) => Ok(target.clone()),
            Some(None) => Err(Left::Asked),
            None => known,
        };
        about.channel = own.or(about.channel.take()).or_else(|| self.said.section.clone());
        about.scale = scale(label);
        about.target = taken.clone().ok();
        let channel = about.channel.clone().filter(|_| taken.as_ref().is_ok_and(Target::is_by_channel));
        self.out.rows.push(RowReading { row, label: label.to_owned(), taken, channel });
        self.out.good(column);
        about.target.as_ref().map(|_| ())
    }

    fn is_value(&self, row: usize, column: usize) -> bool {
        let taken = self.out.columns.get(column).map(|column| &column.taken);
        matches!(taken, Some(Taken::Values { .. })) && !is_blank(self.sheet.cell(row, column))
    }

    /// One figure.
    fn value(&mut self, row: usize, column: usize, about: &About) {
        let Some(reading) = self.out.columns.get(column) else { return };
        let Taken::Values { target, month, channel } = reading.taken.clone() else { return };
        let Some(target) = target.or_else(|| about.target.clone()) else { return };
        let text = self.sheet.cell(row, column);
        if is_blank(text) {
            return self.out.blank(column);
        }
        let channel = channel.or_else(|| about.channel.clone());
        let scale = reading.scale.max(about.scale);
        let (month, channel) = match self.place(month.or(about.month), channel, &target) {
            Ok(place) => place,
            Err(reason) => return self.out.bad(row, column, text, reason),
        };
        match self.figure(text, column, &target, scale) {
            Ok(value) => self.out.keep(row, column, text, (month, channel, target), value),
            Err(reason) => {
                self.out.bad(row, column, text, reason);
                self.out.would_have_gone(BadPlace::Figure(month, channel, target));
            }
        }
    }

    /// The month and channel of a figure.
    fn place(
        &self,
        month: Option<YearMonth>,
        channel: Option<Named>,
        target: &Target,
    ) -> Result<(YearMonth, Option<Named>), BadReason> {
        let month = month.ok_or(BadReason::NoMonth)?;
        if !target.is_by_channel() {
            return Ok((month, None));
        }
        let only = || self.sheet.lexicon.channels.only().map(Named::Known);
        channel.or_else(only).map(|channel| (month, Some(channel))).ok_or(BadReason::NoChannel)
    }

    /// A number that makes sense as what it is.
    fn figure(&self, text: &str, column: usize, target: &Target, scale: u32) -> Result<Decimal, BadReason> {
        let vote = self.out.columns.get(column).and_then(|column| column.number);
        let read = vote.map(|vote| number(text, vote.form)).unwrap_or(Err(BadReason::OtherForm));
        let value = read.map_err(|reason| fault(text, reason))?;
        target.check(value)?;
        let is_said = vote.is_some_and(|vote| is_multiplied(text, vote.form));
        let power = if is_said || target.is_count() { 0 } else { scale };
        let factor = Decimal::from(10_u32.saturating_pow(power));
        Ok(value.checked_mul(factor).unwrap_or(value).normalize())
    }

    fn finish(mut self) -> Gathering {
        let notes = [
            (self.totals, Note::Totals { rows: self.totals }),
            (self.filled, Note::FilledDown { rows: self.filled }),
            (usize::from(self.focus.is_some()), Note::InFocus),
        ];
        self.out.notes.extend(notes.into_iter().filter(|(count, _)| *count > 0).map(|(_, note)| note));
        self.out
    }
}
