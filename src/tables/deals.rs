//! A list of deals as CRMs export it, counted by month and channel.

use std::collections::BTreeMap;

use super::columns::Sheet;
use super::dates::{self, DateForm, Rows, is_month};
use super::gathering::Gathering;
use super::headings::{Heading, deal_role, is_expected, is_total};
use super::names::{is_blank, words};
use super::numbers::{fault, is_multiplied, is_number, number};
use super::report::{BadReason, ColumnReading, Left, Named, Note, Taken};
use super::standing::{Standing, is_won};
use super::synonyms::Role;
use super::tallying::{Deal, tally};
use crate::model::YearMonth;
use crate::number::Decimal;

/// The columns of a list of deals, if it is one.
pub(super) fn columns(sheet: &Sheet) -> Option<Vec<ColumnReading>> {
    let mut roles: Vec<Option<Role>> =
        (0..sheet.width()).map(|column| deal_role(sheet.heading(column))).collect();
    let asked = sheet.overrides.columns.values().any(|taken| matches!(taken, Taken::Created | Taken::Stage));
    let has = |roles: &[Option<Role>], role| roles.contains(&Some(role));
    let stands = has(&roles, Role::Stage) || has(&roles, Role::Won);
    if stands && !has(&roles, Role::Created) {
        let column = (0..sheet.width()).find(|&column| is_day_of_deal(sheet, column));
        if let Some(role) = column.and_then(|column| roles.get_mut(column)) {
            *role = Some(Role::Created);
        }
    }
    let around = [Role::Amount, Role::Closed, Role::Channel].into_iter().any(|role| has(&roles, role));
    (asked || (has(&roles, Role::Created) && (stands || around))).then(|| taken(sheet, &roles))
}

/// Whether a column called «Дата» holds days: months would be those of a table.
fn is_day_of_deal(sheet: &Sheet, column: usize) -> bool {
    if sheet.lexicon.heading(sheet.heading(column)) != Heading::Role(Role::Month) {
        return false;
    }
    let cells = sheet.cells(column);
    let form = dates::vote(&cells, sheet.layout.start, Rows::Days, sheet.language).map(|vote| vote.form);
    let of_month = |form| matches!(form, DateForm::MonthYear | DateForm::Name | DateForm::NameAlone);
    form.is_some_and(|form| !of_month(form)) && !dates::all_firsts(&cells, sheet.layout.start)
}

/// Of the columns with one role the one whose cells fit it best.
fn taken(sheet: &Sheet, roles: &[Option<Role>]) -> Vec<ColumnReading> {
    let best = |role: Role| {
        let mut same = roles.iter().enumerate().filter(|(_, known)| **known == Some(role));
        if same.clone().count() == 1 {
            return same.next_back().map(|(place, _)| place);
        }
        // Of equals the first.
        same.rev().max_by_key(|(place, _)| worth(sheet, *place, role)).map(|(place, _)| place)
    };
    let of = |(place, role): (usize, &Option<Role>)| match role {
        Some(role) if best(*role) == Some(place) => column_of(*role),
        Some(_) => Taken::Left(Left::Twice),
        None => Taken::Left(Left::Unknown),
    };
    let mut columns: Vec<ColumnReading> =
        roles.iter().enumerate().map(|pair| sheet.column(pair.0, of(pair))).collect();
    sheet.vote(&mut columns);
    columns
}

fn column_of(role: Role) -> Taken {
    match role {
        Role::Created => Taken::Created,
        Role::Closed => Taken::Closed,
        Role::Stage => Taken::Stage,
        Role::Amount => Taken::Amount,
        Role::Won => Taken::Won,
        Role::Channel => Taken::Channel,
        Role::Month | Role::Measure | Role::Value => Taken::Left(Left::Unknown),
    }
}

/// How many cells of a column fit a role; what is only expected counts for less than what was.
fn worth(sheet: &Sheet, column: usize, role: Role) -> (bool, usize, usize) {
    let cells = sheet.cells(column);
    let fits = |cell: &str| match role {
        Role::Created | Role::Closed => is_month(cell, sheet.layout.start),
        Role::Amount => is_number(cell),
        Role::Channel => sheet.lexicon.channels.find(cell).is_some(),
        _ => Standing::of(cell, &sheet.lexicon.stages).is_known(),
    };
    let fitting = cells.iter().filter(|cell| fits(cell)).count();
    let filled = cells.iter().filter(|cell| !is_blank(cell)).count();
    (!is_expected(sheet.heading(column)), fitting, filled)
}

/// Reads the deals and counts them.
pub(super) fn gather(sheet: &Sheet, columns: Vec<ColumnReading>) -> Gathering {
    let mut list = List { sheet, out: Gathering::new(columns), totals: 0, strays: 0 };
    let deals: Vec<Deal> = (sheet.first()..sheet.rows.len()).filter_map(|row| list.deal(row)).collect();
    let List { mut out, totals, strays, .. } = list;
    for (count, note) in
        [(totals, Note::Totals { rows: totals }), (strays, Note::WithoutChannel { deals: strays })]
    {
        if count > 0 {
            out.notes.push(note);
        }
    }
    tally(sheet, deals, &mut out);
    out
}

struct List<'s, 't> {
    sheet: &'s Sheet<'t>,
    out: Gathering,
    totals: usize,
    strays: usize,
}

impl<'t> List<'_, 't> {
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
        let (standing, won) = (self.standing(row), self.won(row));
        let Some(channel) = self.channel(row) else {
            self.strays = self.strays.saturating_add(1);
            return None;
        };
        let standing = if won == Some(true) { Standing::Won } else { standing };
        Some(Deal { row, created, channel, standing, closed, amount })
    }

    /// The column with a role and the cell of a row in it.
    fn cell(&self, row: usize, taken: &Taken) -> Option<(usize, &'t str)> {
        let column = self.out.columns.iter().position(|column| column.taken == *taken)?;
        Some((column, self.sheet.cell(row, column)))
    }

    fn month(&mut self, row: usize, column: usize, text: &str) -> Option<YearMonth> {
        let form = self.out.columns.get(column).and_then(|column| column.date).map(|vote| vote.form);
        let month = form.and_then(|form| dates::month(text, form, self.sheet.layout.start));
        match month {
            Some(_) => self.out.good(column),
            None => self.out.bad(row, column, text, BadReason::NotAMonth),
        }
        month
    }

    fn created(&mut self, row: usize) -> Option<YearMonth> {
        let (column, text) = self.cell(row, &Taken::Created)?;
        if is_blank(text) {
            self.out.bad(row, column, text, BadReason::NoMonth);
            return None;
        }
        self.month(row, column, text)
    }

    /// Of open deals some programs write so in words.
    fn closed(&mut self, row: usize) -> Option<YearMonth> {
        let (column, text) = self.cell(row, &Taken::Closed)?;
        if is_blank(text) || !text.contains(|mark: char| mark.is_ascii_digit()) {
            self.out.blank(column);
            return None;
        }
        self.month(row, column, text)
    }

    fn amount(&mut self, row: usize) -> Option<Decimal> {
        let (column, text) = self.cell(row, &Taken::Amount)?;
        if is_blank(text) {
            self.out.blank(column);
            return None;
        }
        let reading = self.out.columns.get(column)?;
        let form = reading.number?.form;
        let read = number(text, form).map_err(|reason| fault(text, reason));
        let power = if is_multiplied(text, form) { 0 } else { reading.scale };
        let factor = Decimal::from(10_u32.saturating_pow(power));
        let sound = read
            .and_then(|value| if value.is_sign_negative() { Err(BadReason::Negative) } else { Ok(value) });
        match sound {
            Ok(value) => {
                self.out.good(column);
                value.checked_mul(factor)
            }
            Err(reason) => {
                self.out.bad(row, column, text, reason);
                None
            }
        }
    }

    fn channel(&mut self, row: usize) -> Option<Named> {
        let only = || self.sheet.lexicon.channels.only().map(Named::Known);
        let Some((column, text)) = self.cell(row, &Taken::Channel) else { return only() };
        if is_blank(text) && !self.sheet.overrides.channels.contains_key(text) {
            self.out.blank(column);
            return None;
        }
        self.out.good(column);
        Some(self.sheet.channel(text))
    }

    fn standing(&mut self, row: usize) -> Standing {
        let Some((column, text)) = self.cell(row, &Taken::Stage) else { return Standing::Untold };
        if is_blank(text) {
            self.out.blank(column);
            return Standing::Untold;
        }
        self.out.good(column);
        Standing::of(text, &self.sheet.lexicon.stages)
    }

    fn won(&mut self, row: usize) -> Option<bool> {
        let (column, text) = self.cell(row, &Taken::Won)?;
        let won = is_won(text);
        match won {
            _ if text.is_empty() => self.out.blank(column),
            Some(_) => self.out.good(column),
            None => self.out.bad(row, column, text, BadReason::NotYesOrNo),
        }
        won
    }
}

/// Names with how many rows bear them, as they come first.
pub(super) fn counted<'n>(names: impl Iterator<Item = &'n str>) -> Vec<super::Unmatched> {
    let mut places: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (order, name) in names.enumerate() {
        let (_, rows) = places.entry(name).or_insert((order, 0));
        *rows = rows.saturating_add(1);
    }
    let mut found: Vec<_> = places.into_iter().collect();
    found.sort_by_key(|(_, (order, _))| *order);
    found.into_iter().map(|(name, (_, rows))| super::Unmatched { name: name.to_owned(), rows }).collect()
}
