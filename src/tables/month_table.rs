//! Tables by months: a row for each month and channel, months across, or months down.

use super::builder::{Figure, ImportBuilder, adds_up};
use super::dates;
use super::formats::BadReason;
use super::headings::{Heading, scale};
use super::import::{BadPlace, ColumnReading, Note, RowReading, TableShape};
use super::mapping::{ChannelMatch, ColumnMapping, Skipped};
use super::numbers::{fault, is_multiplied, is_number, number};
use super::sheet::Sheet;
use super::synonyms::{COMMENTS, IDS, fits};
use super::words::{is_blank, lower, words};
use crate::model::{Fact, YearMonth};
use crate::number::Decimal;

/// What kind of table by months the columns make.
pub(super) fn shape(columns: &[ColumnReading]) -> TableShape {
    let across =
        |column: &ColumnReading| matches!(column.mapping, ColumnMapping::Values { month: Some(_), .. });
    match () {
        () if columns.iter().any(across) => TableShape::Pivot,
        () if columns.iter().any(|column| column.mapping == ColumnMapping::Channel) => TableShape::Long,
        () => TableShape::ByMonth,
    }
}

/// Reads the rows into a gathering.
pub(super) async fn gather(sheet: &Sheet<'_>, columns: Vec<ColumnReading>) -> ImportBuilder {
    let place = |mapping: &ColumnMapping| columns.iter().position(|column| column.mapping == *mapping);
    let [month_at, channel_at, measure_at] =
        [place(&ColumnMapping::Month), place(&ColumnMapping::Channel), place(&ColumnMapping::Measure)];
    let has_months =
        columns.iter().any(|column| matches!(column.mapping, ColumnMapping::Values { month: Some(_), .. }));
    let negative = negative_costs(sheet, &columns).await;
    let (first_only, naming) = (sheet.overrides.first_only, naming(sheet, &columns));
    let mut out = ImportBuilder::new(columns);
    (out.first_only, out.beside_channels) = (first_only, channel_at.is_some());
    let mut table = TableReader {
        sheet,
        month_at,
        channel_at,
        measure_at,
        // A column of months beside months across adds nothing.
        focus: if has_months || month_at.is_some() { None } else { sheet.context.focus },
        carried: CarriedDown::default(),
        naming,
        negative,
        out,
        totals: 0,
        filled: 0,
        spread: 0,
        nameless: 0,
    };
    for row in sheet.first()..sheet.rows.len() {
        sheet.rest_before(row).await;
        table.out.begin_row();
        table.row(row);
        table.out.end_row(table.is_empty(row));
    }
    table.finish()
}

/// Columns that say of which part of a month and channel a row is: words, as campaigns and cities, and ids. Comments do not.
fn naming(sheet: &Sheet<'_>, columns: &[ColumnReading]) -> Vec<usize> {
    let is_naming = |&(place, column): &(usize, &ColumnReading)| match column.mapping {
        ColumnMapping::Channel | ColumnMapping::Measure => true,
        ColumnMapping::Skipped(Skipped::Unknown | Skipped::Twice) => {
            let words = words(&column.header);
            !fits(COMMENTS, &words) && (fits(IDS, &words) || !sheet.first_filled(place).any(is_number))
        }
        _ => false,
    };
    columns.iter().enumerate().filter(is_naming).map(|(place, _)| place).collect()
}

/// What each month of a period gets: even shares of what adds up, whole ones of what is counted; what stands at the end or
/// is an average belongs to the last month.
fn shares(value: Decimal, months: u32, fact: &Fact) -> Vec<(u32, Decimal)> {
    let last = months.saturating_sub(1);
    if months <= 1 || !adds_up(fact) {
        return vec![(last, value)];
    }
    let decimals = if fact.is_count() { 0 } else { 2 };
    let mut rest = value;
    let mut shares = Vec::new();
    for month in 0..months {
        let left = Decimal::from(months.saturating_sub(month));
        let share = rest.checked_div(left).map_or(rest, |share| share.round_dp(decimals));
        rest = rest.checked_sub(share).unwrap_or_default();
        shares.push((month, share.normalize()));
    }
    shares
}

/// Columns of costs without a figure above nothing: statements write what goes out with a minus.
async fn negative_costs(sheet: &Sheet<'_>, columns: &[ColumnReading]) -> Vec<usize> {
    let mut found = Vec::new();
    for (place, column) in columns.iter().enumerate() {
        let (ColumnMapping::Values { fact: Some(fact), .. }, Some(detected)) =
            (&column.mapping, column.number)
        else {
            continue;
        };
        let (mut is_below, mut is_above) = (false, !fact.is_cost());
        for cell in sheet.cells(place) {
            sheet.pace.cell().await;
            let value = number(cell, detected.format).unwrap_or_default();
            is_below = is_below || value < Decimal::ZERO;
            is_above = is_above || value > Decimal::ZERO;
            if is_above {
                break;
            }
        }
        if is_below && !is_above {
            found.push(place);
        }
    }
    found
}

/// What the rows so far mean for those that follow.
#[derive(Default)]
struct CarriedDown {
    month: Option<YearMonth>,
    /// Which part of it the row with the month was of.
    part: String,
    channel: Option<ChannelMatch>,
    /// The channel that stands as the title of the rows below it.
    section: Option<ChannelMatch>,
}

/// What a row means for its figures.
struct RowMeaning {
    month: Option<YearMonth>,
    channel: Option<ChannelMatch>,
    fact: Option<Fact>,
    scale: u32,
}

struct TableReader<'s, 't> {
    sheet: &'s Sheet<'t>,
    month_at: Option<usize>,
    channel_at: Option<usize>,
    measure_at: Option<usize>,
    /// Columns that say of which part of a month and channel a row is.
    naming: Vec<usize>,
    /// Columns of costs that are less than nothing throughout.
    negative: Vec<usize>,
    focus: Option<YearMonth>,
    carried: CarriedDown,
    out: ImportBuilder,
    totals: usize,
    filled: usize,
    /// Figures of several months.
    spread: usize,
    /// Figures that name no channel.
    nameless: usize,
}

impl TableReader<'_, '_> {
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
        if let Some(meaning) = self.meaning(row) {
            for column in 0..self.out.columns.len() {
                self.value(row, column, &meaning);
            }
        }
    }

    /// Whether nothing stands in the row where figures are.
    fn is_empty(&self, row: usize) -> bool {
        !(0..self.out.columns.len()).any(|place| self.is_value(row, place))
    }

    /// Of which part of its month and channel a figure is.
    fn part(&self, row: usize, column: usize) -> String {
        let is_across = self
            .out
            .columns
            .get(column)
            .is_some_and(|column| matches!(column.mapping, ColumnMapping::Values { month: Some(_), .. }));
        let heading = if is_across { self.sheet.heading(column) } else { "" };
        let names = self.naming.iter().map(|&place| self.sheet.cell(row, place));
        let all: Vec<&str> = [self.carried.part.as_str(), heading].into_iter().chain(names).collect();
        lower(&all.join("\u{1F}"))
    }

    /// What the row means, or nothing if it holds no figures to take.
    fn meaning(&mut self, row: usize) -> Option<RowMeaning> {
        let asked = self.sheet.overrides.rows.get(&row);
        if self.measure_at.is_none() && asked == Some(&None) {
            return None;
        }
        let month = self.month(row)?;
        let channel = self.channel(row);
        let mut meaning = RowMeaning { month, channel, fact: None, scale: 0 };
        if let Some(column) = self.measure_at {
            self.measure(row, column, &mut meaning)?;
        }
        if let Some(Some(fact)) = asked {
            meaning.fact = Some(fact.clone());
        }
        Some(meaning)
    }

    /// The month of a row: of its cell, or of the row above if merged cells have left it empty. Nothing if it
    /// cannot be read.
    fn month(&mut self, row: usize) -> Option<Option<YearMonth>> {
        let Some(column) = self.month_at else { return Some(self.focus) };
        let text = self.sheet.cell(row, column);
        if is_blank(text) {
            self.filled = self.filled.saturating_add(usize::from(self.carried.month.is_some()));
            return Some(self.carried.month);
        }
        let format =
            self.out.columns.get(column).and_then(|column| column.date).map(|detected| detected.format);
        let month = format.and_then(|format| dates::month(text, format, self.sheet.context.start));
        match month {
            Some(_) => self.out.count_read(column),
            None => self.out.reject(row, column, text, BadReason::NotAMonth),
        }
        self.carried.month = month;
        let part = format.and_then(|format| dates::part_of_month(text, format, self.sheet.context.start));
        self.carried.part = part.unwrap_or_default();
        month.map(Some)
    }

    /// The channel of a row; merged cells leave it empty only where every row is one figure.
    fn channel(&mut self, row: usize) -> Option<ChannelMatch> {
        let column = self.channel_at?;
        let text = self.sheet.cell(row, column);
        if is_blank(text) && !self.sheet.overrides.channels.contains_key(text) {
            let above = self.carried.channel.clone().filter(|_| self.measure_at.is_some());
            self.filled = self.filled.saturating_add(usize::from(above.is_some()));
            return above;
        }
        let channel = self.sheet.channel(text);
        self.out.count_read(column);
        self.carried.channel = Some(channel.clone());
        Some(channel)
    }

    /// What the row's own name means; kept for the preview.
    fn measure(&mut self, row: usize, column: usize, meaning: &mut RowMeaning) -> Option<()> {
        let label = self.sheet.cell(row, column);
        let heading = self.sheet.lexicon.label(label);
        let has_values = (0..self.out.columns.len()).any(|place| self.is_value(row, place));
        if let (Heading::Channel(channel), false) = (&heading, has_values) {
            self.carried.section = Some(channel.clone());
            return None;
        }
        let (known, own) = match heading {
            Heading::Figure { fact, channel } => (Ok(fact), channel),
            Heading::Skipped(why) => (Err(why), None),
            _ => (Err(Skipped::Unknown), None),
        };
        let mapping = match self.sheet.overrides.rows.get(&row) {
            Some(Some(fact)) => Ok(fact.clone()),
            Some(None) => Err(Skipped::Asked),
            None => known,
        };
        meaning.channel = own.or(meaning.channel.take()).or_else(|| self.carried.section.clone());
        meaning.scale = scale(label);
        meaning.fact = mapping.clone().ok();
        let channel = meaning.channel.clone().filter(|_| mapping.as_ref().is_ok_and(Fact::is_by_channel));
        self.out.rows.push(RowReading { row, label: label.to_owned(), mapping, channel });
        self.out.count_read(column);
        meaning.fact.as_ref().map(|_| ())
    }

    fn is_value(&self, row: usize, column: usize) -> bool {
        let mapping = self.out.columns.get(column).map(|column| &column.mapping);
        matches!(mapping, Some(ColumnMapping::Values { .. })) && !is_blank(self.sheet.cell(row, column))
    }

    /// One figure.
    fn value(&mut self, row: usize, column: usize, meaning: &RowMeaning) {
        let Some(reading) = self.out.columns.get(column) else { return };
        let ColumnMapping::Values { fact, month, channel } = reading.mapping.clone() else { return };
        let Some(fact) = fact.or_else(|| meaning.fact.clone()) else { return };
        let text = self.sheet.cell(row, column);
        if is_blank(text) {
            return self.out.count_blank(column);
        }
        let channel = channel.or_else(|| meaning.channel.clone());
        let scale = reading.scale.max(meaning.scale);
        let (month, channel) = match self.place(month.or(meaning.month), channel, &fact) {
            Ok(place) => place,
            Err(reason) => {
                self.nameless = self.nameless.saturating_add(usize::from(reason == BadReason::NoChannel));
                return self.out.reject(row, column, text, reason);
            }
        };
        match self.figure(text, column, &fact, scale) {
            Ok(value) => {
                let part = self.part(row, column);
                let months = self.out.columns.get(column).map_or(1, |column| column.months);
                self.spread = self.spread.saturating_add(usize::from(months > 1));
                for (later, value) in shares(value, months, &fact) {
                    let figure = Figure { row, column, raw: text, value, part: part.clone() };
                    self.out.add(figure, (month.later(later), channel.clone(), fact.clone()));
                }
            }
            Err(reason) => {
                self.out.reject(row, column, text, reason);
                self.out.place_rejected(BadPlace::Figure(month, channel, fact));
            }
        }
    }

    /// The month and channel of a figure.
    fn place(
        &self,
        month: Option<YearMonth>,
        channel: Option<ChannelMatch>,
        fact: &Fact,
    ) -> Result<(YearMonth, Option<ChannelMatch>), BadReason> {
        let month = month.ok_or(BadReason::NoMonth)?;
        if !fact.is_by_channel() {
            return Ok((month, None));
        }
        let channel = channel.or_else(|| self.sheet.nameless_channel()).ok_or(BadReason::NoChannel)?;
        Ok((month, Some(channel)))
    }

    /// A number that makes sense as what it is.
    fn figure(&self, text: &str, column: usize, fact: &Fact, scale: u32) -> Result<Decimal, BadReason> {
        let detected = self.out.columns.get(column).and_then(|column| column.number);
        let read =
            detected.map(|detected| number(text, detected.format)).unwrap_or(Err(BadReason::OtherForm));
        let value = read.map_err(|reason| fault(text, reason))?;
        let value = if self.negative.contains(&column) { value.abs() } else { value };
        fact.check(value)?;
        let is_said = detected.is_some_and(|detected| is_multiplied(text, detected.format));
        let power = if is_said || fact.is_count() { 0 } else { scale };
        let factor = Decimal::from(10_u32.saturating_pow(power));
        Ok(value.checked_mul(factor).unwrap_or(value).normalize())
    }

    fn finish(mut self) -> ImportBuilder {
        let notes = [
            (self.totals, Note::Totals { rows: self.totals }),
            (self.spread, Note::Spread { cells: self.spread }),
            (self.filled, Note::FilledDown { rows: self.filled }),
            (usize::from(self.focus.is_some()), Note::InFocus),
        ];
        self.out.notes.extend(notes.into_iter().filter(|(count, _)| *count > 0).map(|(_, note)| note));
        let negative = self.negative.iter().map(|&column| Note::NegativeCosts { column });
        self.out.notes.extend(negative);
        self.out.nameless = if self.channel_at.is_none() { self.nameless } else { 0 };
        let added_up = self.out.added_up();
        self.out.notes.extend(added_up);
        self.out
    }
}
