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
use super::synonyms::{HeadingRole, ID_WORDS, PAID_BACK, PAYMENTS, fits};
use super::words::{is_blank, words};
use crate::model::YearMonth;
use crate::number::Decimal;
use std::collections::BTreeMap;

/// The columns of a list of deals, if it is one.
pub(super) async fn columns(sheet: &Sheet<'_>) -> Option<Vec<ColumnReading>> {
    let mut roles: Vec<Option<HeadingRole>> = (0..sheet.width())
        .map(|column| {
            deal_role(sheet.heading(column))
                .filter(|role| *role != HeadingRole::Amount || !is_paid_back(sheet.heading(column)))
        })
        .collect();
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

fn has(columns: &[ColumnReading], mapping: &ColumnMapping) -> bool {
    columns.iter().any(|column| column.mapping == *mapping)
}

/// Whether a column holds ids of deals: by its heading; one called "Name", if its cells are numbers of orders, as `#1001`.
fn is_id(sheet: &Sheet<'_>, column: usize) -> bool {
    let heading = sheet.heading(column);
    let words = words(heading);
    let is_of_id = |word: &String| ID_WORDS.split_whitespace().any(|known| known == word);
    let names_id = |word: &String| matches!(word.as_str(), "id" | "ид" | "номер" | "number");
    let is_number =
        words.iter().any(names_id) || (heading.contains('№') && words.len() <= 1) || words == ["order"];
    let mut cells = sheet.first_filled(column).peekable();
    let is_order = words == ["name"] && cells.peek().is_some() && cells.all(|cell| cell.starts_with('#'));
    (is_number && words.iter().all(is_of_id)) || is_order
}

/// Whether a column holds what was paid back.
fn is_paid_back(heading: &str) -> bool {
    fits(PAID_BACK, &words(heading))
}

/// Of the columns with one role the one whose cells fit it best.
async fn mapping(sheet: &Sheet<'_>, roles: &[Option<HeadingRole>]) -> Vec<ColumnReading> {
    let mut columns = Vec::new();
    for (place, role) in roles.iter().enumerate() {
        let mapping = match role {
            Some(role) if best(sheet, roles, *role).await == Some(place) => column_of(*role),
            Some(_) => ColumnMapping::Skipped(Skipped::Twice),
            None if !has(&columns, &ColumnMapping::Id) && is_id(sheet, place) => ColumnMapping::Id,
            None if !has(&columns, &ColumnMapping::PaidBack) && is_paid_back(sheet.heading(place)) => {
                ColumnMapping::PaidBack
            }
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
    let mut deals = DealList::default();
    for row in sheet.first()..sheet.rows.len() {
        sheet.rest_before(row).await;
        list.out.begin_row();
        let deal = list.deal(row);
        let id = list.id(row);
        if deal.is_some_and(|deal| deals.add(id, deal)) {
            list.out.take_row();
        }
        list.out.end_row(sheet.rows.get(row).is_none_or(|cells| cells.iter().all(|cell| is_blank(cell))));
    }
    let DealReader { mut out, totals, strays, .. } = list;
    let (has_channels, is_payments) =
        (has(&out.columns, &ColumnMapping::Channel), is_list_of_payments(sheet, &out.columns));
    let strays_note = (if has_channels { strays } else { 0 }, Note::WithoutChannel { deals: strays });
    for (count, note) in [(totals, Note::Totals { rows: totals }), strays_note] {
        if count > 0 {
            out.notes.push(note);
        }
    }
    out.nameless = if has_channels { 0 } else { strays };
    out.notes.extend(deals.notes());
    count_deals(sheet, deals.deals, is_payments, &mut out).await;
    out
}

/// Payments name no channel and no stage: what was paid back, or that they are payments, they say.
fn is_list_of_payments(sheet: &Sheet<'_>, columns: &[ColumnReading]) -> bool {
    let is_of_payments = |column: &ColumnReading| fits(PAYMENTS, &words(&column.header));
    let is_said = has(columns, &ColumnMapping::PaidBack) || columns.iter().any(is_of_payments);
    let is_deals = columns.iter().any(|column| column.mapping == ColumnMapping::Won)
        || sheet.overrides.columns.values().any(|asked| *asked == ColumnMapping::Channel);
    is_said && !is_deals && !has(columns, &ColumnMapping::Channel) && has(columns, &ColumnMapping::Amount)
}

/// Deals in their order, each once by its id.
#[derive(Default)]
struct DealList {
    deals: Vec<Deal>,
    places: BTreeMap<String, usize>,
    repeated: usize,
    changed: usize,
    lines: usize,
}

impl DealList {
    /// Adds a deal, unless its id has come before: then its state is the later one, and it is no new one. Rows without a
    /// status and an amount are lines of an order.
    fn add(&mut self, id: Option<&str>, deal: Deal) -> bool {
        let known = id.and_then(|id| self.places.get(id)).and_then(|&place| self.deals.get_mut(place));
        let Some(known) = known else {
            if let Some(id) = id {
                self.places.insert(id.to_owned(), self.deals.len());
            }
            self.deals.push(deal);
            return true;
        };
        if deal.status == DealStatus::Unknown && deal.amount.is_none() {
            self.lines = self.lines.saturating_add(1);
            return false;
        }
        self.repeated = self.repeated.saturating_add(1);
        let before = (known.status.clone(), known.closed, known.amount);
        if deal.status != DealStatus::Unknown {
            known.status = deal.status;
        }
        known.closed = deal.closed.or(known.closed);
        known.amount = deal.amount.or(known.amount);
        let is_changed = before != (known.status.clone(), known.closed, known.amount);
        self.changed = self.changed.saturating_add(usize::from(is_changed));
        false
    }

    fn notes(&self) -> impl Iterator<Item = Note> {
        let repeated = Note::Repeated { rows: self.repeated, changed: self.changed };
        let notes = [(self.repeated, repeated), (self.lines, Note::OrderLines { rows: self.lines })];
        notes.into_iter().filter(|(count, _)| *count > 0).map(|(_, note)| note)
    }
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
        let closed = self.closed(row);
        let (amount, paid_back) =
            (self.money(row, &ColumnMapping::Amount), self.money(row, &ColumnMapping::PaidBack));
        let (status, won) = (self.status(row), self.won(row));
        let Some(channel) = self.channel(row) else {
            self.strays = self.strays.saturating_add(1);
            return None;
        };
        let status = if won == Some(true) { DealStatus::Won } else { status };
        let paid_back = paid_back.unwrap_or_default();
        let is_whole = paid_back > Decimal::ZERO && amount.is_some_and(|amount| paid_back >= amount);
        let status = if is_whole { DealStatus::GivenBack } else { status };
        let amount = amount.map(|amount| amount.checked_sub(paid_back).unwrap_or(amount));
        Some(Deal { row, created, channel, status, closed, amount })
    }

    /// The id of a row's deal.
    fn id(&mut self, row: usize) -> Option<&'t str> {
        let (column, id) = self.cell(row, &ColumnMapping::Id)?;
        match id.is_empty() {
            true => self.out.count_blank(column),
            false => self.out.count_read(column),
        }
        Some(id).filter(|id| !id.is_empty())
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

    fn money(&mut self, row: usize, mapping: &ColumnMapping) -> Option<Decimal> {
        let (column, text) = self.cell(row, mapping)?;
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
        let Some((column, text)) = self.cell(row, &ColumnMapping::Channel) else {
            return self.sheet.nameless_channel();
        };
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
