//! A list of deals as CRMs export it, counted by month and channel.

use super::builder::ImportBuilder;
use super::dates;
use super::dates::{Rows, is_month};
use super::deal_counts::{Deal, count_deals};
use super::deal_status::{DealStatus, is_won};
use super::formats::{BadReason, DateFormat};
use super::headings::{Heading, deal_role, is_expected, is_total};
use super::import::{ColumnReading, Note};
use super::mapping::{ChannelMatch, ColumnMapping, Skipped};
use super::numbers::{fault, is_multiplied, is_number, number};
use super::sheet::Sheet;
use super::synonyms::HeadingRole;
use super::words::{is_blank, words};
use crate::model::YearMonth;
use crate::number::Decimal;

/// The columns of a list of deals, if it is one.
pub(super) async fn columns(sheet: &Sheet<'_>) -> Option<Vec<ColumnReading>> {
    let mut roles: Vec<Option<HeadingRole>> =
        (0..sheet.width()).map(|column| deal_role(sheet.heading(column))).collect();
    let asked = sheet
        .overrides
        .columns
        .values()
        .any(|mapping| matches!(mapping, ColumnMapping::Created | ColumnMapping::Stage));
    let has = |roles: &[Option<HeadingRole>], role| roles.contains(&Some(role));
    let stands = has(&roles, HeadingRole::Stage) || has(&roles, HeadingRole::Won);
    if stands && !has(&roles, HeadingRole::Created) {
        let mut column = None;
        for place in 0..sheet.width() {
            if is_day_of_deal(sheet, place).await {
                column = Some(place);
                break;
            }
        }
        if let Some(role) = column.and_then(|column| roles.get_mut(column)) {
            *role = Some(HeadingRole::Created);
        }
    }
    let around = [HeadingRole::Amount, HeadingRole::Closed, HeadingRole::Channel]
        .into_iter()
        .any(|role| has(&roles, role));
    let is_list = asked || (has(&roles, HeadingRole::Created) && (stands || around));
    if is_list { Some(mapping(sheet, &roles).await) } else { None }
}

/// Whether a column called «Дата» holds days: months would be those of a table.
async fn is_day_of_deal(sheet: &Sheet<'_>, column: usize) -> bool {
    if sheet.lexicon.heading(sheet.heading(column)) != Heading::Role(HeadingRole::Month) {
        return false;
    }
    let cells = sheet.cells(column);
    let format = dates::detect_paced(sheet, &cells, Rows::Days).await.map(|detected| detected.format);
    let of_month =
        |format| matches!(format, DateFormat::MonthYear | DateFormat::Name | DateFormat::NameAlone);
    format.is_some_and(|format| !of_month(format)) && !dates::all_firsts(sheet, &cells).await
}

/// Of the columns with one role the one whose cells fit it best.
async fn mapping(sheet: &Sheet<'_>, roles: &[Option<HeadingRole>]) -> Vec<ColumnReading> {
    let mut columns = Vec::new();
    for (place, role) in roles.iter().enumerate() {
        let mapping = match role {
            Some(role) if best(sheet, roles, *role).await == Some(place) => column_of(*role),
            Some(_) => ColumnMapping::Skipped(Skipped::Twice),
            None => ColumnMapping::Skipped(Skipped::Unknown),
        };
        columns.push(sheet.column(place, mapping));
    }
    sheet.detect(&mut columns).await;
    columns
}

/// The column that fits a role best; of equals the first.
async fn best(sheet: &Sheet<'_>, roles: &[Option<HeadingRole>], role: HeadingRole) -> Option<usize> {
    let same = roles.iter().enumerate().filter(|(_, known)| **known == Some(role));
    let same: Vec<usize> = same.map(|(place, _)| place).collect();
    if let [only] = same.as_slice() {
        return Some(*only);
    }
    let mut best = None;
    for place in same {
        let worth = worth(sheet, place, role).await;
        if best.is_none_or(|(_, most)| worth > most) {
            best = Some((place, worth));
        }
    }
    best.map(|(place, _)| place)
}

fn column_of(role: HeadingRole) -> ColumnMapping {
    match role {
        HeadingRole::Created => ColumnMapping::Created,
        HeadingRole::Closed => ColumnMapping::Closed,
        HeadingRole::Stage => ColumnMapping::Stage,
        HeadingRole::Amount => ColumnMapping::Amount,
        HeadingRole::Won => ColumnMapping::Won,
        HeadingRole::Channel => ColumnMapping::Channel,
        HeadingRole::Month | HeadingRole::Measure | HeadingRole::Value => {
            ColumnMapping::Skipped(Skipped::Unknown)
        }
    }
}

/// How many cells of a column fit a role; what is only expected counts for less than what was.
async fn worth(sheet: &Sheet<'_>, column: usize, role: HeadingRole) -> (bool, usize, usize) {
    let cells = sheet.cells(column);
    let fits = |cell: &str| match role {
        HeadingRole::Created | HeadingRole::Closed => is_month(cell, sheet.context.start),
        HeadingRole::Amount => is_number(cell),
        HeadingRole::Channel => sheet.lexicon.channels.find(cell).is_some(),
        _ => DealStatus::of(cell, &sheet.lexicon.stages).is_known(),
    };
    let mut fitting = 0_usize;
    for cell in &cells {
        sheet.pace.cell().await;
        fitting = fitting.saturating_add(usize::from(fits(cell)));
    }
    let filled = cells.iter().filter(|cell| !is_blank(cell)).count();
    (!is_expected(sheet.heading(column)), fitting, filled)
}

/// Reads the deals and counts them.
pub(super) async fn gather(sheet: &Sheet<'_>, columns: Vec<ColumnReading>) -> ImportBuilder {
    let mut list = DealReader { sheet, out: ImportBuilder::new(columns), totals: 0, strays: 0 };
    let mut deals: Vec<Deal> = Vec::new();
    for row in sheet.first()..sheet.rows.len() {
        sheet.rest_before(row).await;
        list.out.begin_row();
        let deal = list.deal(row);
        if deal.is_some() {
            list.out.take_row();
        }
        list.out.end_row(sheet.rows.get(row).is_none_or(|cells| cells.iter().all(|cell| is_blank(cell))));
        deals.extend(deal);
    }
    let DealReader { mut out, totals, strays, .. } = list;
    for (count, note) in
        [(totals, Note::Totals { rows: totals }), (strays, Note::WithoutChannel { deals: strays })]
    {
        if count > 0 {
            out.notes.push(note);
        }
    }
    count_deals(sheet, deals, &mut out).await;
    out
}

struct DealReader<'s, 't> {
    sheet: &'s Sheet<'t>,
    out: ImportBuilder,
    totals: usize,
    strays: usize,
}

impl<'t> DealReader<'_, 't> {
    /// The deal of a row.
    fn deal(&mut self, row: usize) -> Option<Deal> {
        let cells = self.sheet.rows.get(row)?;
        let first = cells.iter().find(|cell| !cell.is_empty())?;
        if is_total(&words(first)) {
            self.totals = self.totals.saturating_add(1);
            return None;
        }
        let created = self.created(row)?;
        let (closed, amount) = (self.closed(row), self.amount(row));
        let (status, won) = (self.status(row), self.won(row));
        let Some(channel) = self.channel(row) else {
            self.strays = self.strays.saturating_add(1);
            return None;
        };
        let status = if won == Some(true) { DealStatus::Won } else { status };
        Some(Deal { row, created, channel, status, closed, amount })
    }

    /// The column with a role and the cell of a row in it.
    fn cell(&self, row: usize, mapping: &ColumnMapping) -> Option<(usize, &'t str)> {
        let column = self.out.columns.iter().position(|column| column.mapping == *mapping)?;
        Some((column, self.sheet.cell(row, column)))
    }

    fn month(&mut self, row: usize, column: usize, text: &str) -> Option<YearMonth> {
        let format =
            self.out.columns.get(column).and_then(|column| column.date).map(|detected| detected.format);
        let month = format.and_then(|format| dates::month(text, format, self.sheet.context.start));
        match month {
            Some(_) => self.out.count_read(column),
            None => self.out.reject(row, column, text, BadReason::NotAMonth),
        }
        month
    }

    fn created(&mut self, row: usize) -> Option<YearMonth> {
        let (column, text) = self.cell(row, &ColumnMapping::Created)?;
        if is_blank(text) {
            self.out.reject(row, column, text, BadReason::NoMonth);
            return None;
        }
        self.month(row, column, text)
    }

    /// Of open deals some programs write so in words.
    fn closed(&mut self, row: usize) -> Option<YearMonth> {
        let (column, text) = self.cell(row, &ColumnMapping::Closed)?;
        if is_blank(text) || !text.contains(|mark: char| mark.is_ascii_digit()) {
            self.out.count_blank(column);
            return None;
        }
        self.month(row, column, text)
    }

    fn amount(&mut self, row: usize) -> Option<Decimal> {
        let (column, text) = self.cell(row, &ColumnMapping::Amount)?;
        if is_blank(text) {
            self.out.count_blank(column);
            return None;
        }
        let reading = self.out.columns.get(column)?;
        let format = reading.number?.format;
        let read = number(text, format).map_err(|reason| fault(text, reason));
        let power = if is_multiplied(text, format) { 0 } else { reading.scale };
        let factor = Decimal::from(10_u32.saturating_pow(power));
        let sound = read
            .and_then(|value| if value.is_sign_negative() { Err(BadReason::Negative) } else { Ok(value) });
        match sound {
            Ok(value) => {
                self.out.count_read(column);
                value.checked_mul(factor)
            }
            Err(reason) => {
                self.out.reject(row, column, text, reason);
                None
            }
        }
    }

    fn channel(&mut self, row: usize) -> Option<ChannelMatch> {
        let only = || self.sheet.lexicon.channels.only().map(ChannelMatch::Known);
        let Some((column, text)) = self.cell(row, &ColumnMapping::Channel) else { return only() };
        if is_blank(text) && !self.sheet.overrides.channels.contains_key(text) {
            self.out.count_blank(column);
            return None;
        }
        self.out.count_read(column);
        Some(self.sheet.channel(text))
    }

    fn status(&mut self, row: usize) -> DealStatus {
        let Some((column, text)) = self.cell(row, &ColumnMapping::Stage) else { return DealStatus::Unknown };
        if is_blank(text) {
            self.out.count_blank(column);
            return DealStatus::Unknown;
        }
        self.out.count_read(column);
        DealStatus::of(text, &self.sheet.lexicon.stages)
    }

    fn won(&mut self, row: usize) -> Option<bool> {
        let (column, text) = self.cell(row, &ColumnMapping::Won)?;
        let won = is_won(text);
        match won {
            _ if text.is_empty() => self.out.count_blank(column),
            Some(_) => self.out.count_read(column),
            None => self.out.reject(row, column, text, BadReason::NotYesOrNo),
        }
        won
    }
}
