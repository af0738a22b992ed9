//! A table, and what every column of it is taken for.

use super::dates::{self, DateForm, Rows, is_month};
use super::doubts;
use super::header::Above;
use super::headings::{Heading, Lexicon, is_total, scale};
use super::names::{channel, is_blank, words};
use super::numbers::{self, Tally, is_number};
use super::report::{ColumnReading, Layout, Left, Named, Overrides, Taken, Target, Vote};
use super::synonyms::Role;
use crate::model::YearMonth;
use crate::number::reading::Language;

/// Cells that are enough to tell what a column without a telling heading names.
const SAMPLE: usize = 500;

/// A table with everything that it is read by.
pub(super) struct Sheet<'t> {
    pub rows: &'t [Vec<String>],
    pub layout: &'t Layout,
    pub language: Language,
    pub overrides: &'t Overrides,
    pub lexicon: &'t Lexicon<'t>,
    /// The row of the headings.
    pub header: Option<usize>,
}

impl<'t> Sheet<'t> {
    /// A cell, empty where the row is shorter.
    pub fn cell(&self, row: usize, column: usize) -> &'t str {
        self.rows.get(row).and_then(|cells| cells.get(column)).map_or("", String::as_str)
    }

    /// The first row below the headings.
    pub fn first(&self) -> usize {
        self.header.map_or(0, |row| row.saturating_add(1))
    }

    /// Cells of a column below the headings.
    pub fn cells(&self, column: usize) -> Vec<&'t str> {
        (self.first()..self.rows.len()).map(|row| self.cell(row, column)).collect()
    }

    /// The heading of a column; where two rows of headings stand one above the other, it may be in the upper.
    pub fn heading(&self, column: usize) -> &'t str {
        let Some(header) = self.header else { return "" };
        let (own, above) =
            (self.cell(header, column), header.checked_sub(1).map(|row| self.cell(row, column)));
        let is_role = |text: &&str| matches!(self.lexicon.heading(text), Heading::Role(_));
        if own.is_empty() { above.filter(is_role).unwrap_or_default() } else { own }
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// A column that is taken for something, its numbers and dates not yet looked at.
    pub fn column(&self, column: usize, taken: Taken) -> ColumnReading {
        let taken = self.overrides.columns.get(&column).cloned().unwrap_or(taken);
        let header = self.heading(column).to_owned();
        ColumnReading {
            scale: scale(&header),
            header,
            taken,
            number: None,
            date: None,
            read: 0,
            blank: 0,
            bad: 0,
        }
    }

    /// Every column of a table by months, and what its figures were taken for if nothing names them.
    pub fn columns(&self) -> (Vec<ColumnReading>, Option<Target>) {
        let dates = self.heading_dates();
        let above = self.above();
        let mut columns: Vec<ColumnReading> = (0..self.width())
            .map(|column| {
                let month = self.heading_month(column, dates.as_ref());
                let taken = self.taken(column, month);
                let mut reading = self.column(column, with_above(taken, above.get(column)));
                reading.date = self.heading_date(column, dates);
                reading
            })
            .collect();
        self.name_measures(&mut columns);
        self.drop_doubles(&mut columns);
        let figure = self.settle_targets(&mut columns);
        self.vote(&mut columns);
        (columns, figure)
    }

    fn heading_dates(&self) -> Option<Vote<DateForm>> {
        let all: Vec<&str> = (0..self.width()).map(|column| self.heading(column)).collect();
        let named: Vec<&str> = all.into_iter().filter(|text| is_month(text, self.layout.start)).collect();
        dates::vote(&named, self.layout.start, Rows::Months, self.language)
    }

    /// The form of the month in a heading: told even where the reader's own form does not fit, to be told anew.
    fn heading_date(&self, column: usize, vote: Option<Vote<DateForm>>) -> Option<Vote<DateForm>> {
        let asked = self.overrides.dates.get(&column).map(|&form| Vote { form, alternative: None });
        asked.or(vote).filter(|_| is_month(self.heading(column), self.layout.start))
    }

    fn heading_month(&self, column: usize, vote: Option<&Vote<DateForm>>) -> Option<YearMonth> {
        let form = self.overrides.dates.get(&column).copied().or(vote.map(|vote| vote.form))?;
        dates::month(self.heading(column), form, self.layout.start)
    }

    fn taken(&self, column: usize, month: Option<YearMonth>) -> Taken {
        let values = |target, channel| Taken::Values { target, month, channel };
        if month.is_some() {
            return values(None, None);
        }
        match self.lexicon.heading(self.heading(column)) {
            Heading::Role(Role::Month) => Taken::Month,
            Heading::Role(Role::Channel) => Taken::Channel,
            Heading::Role(Role::Measure) => Taken::Measure,
            Heading::Role(_) => values(None, None),
            Heading::Figure { target, channel } => values(Some(target), channel),
            Heading::Channel(channel) => values(None, Some(channel)),
            Heading::Left(Left::Unknown | Left::Empty) => self.by_content(column),
            Heading::Left(why) => Taken::Left(why),
        }
    }

    /// What most cells of a column without a telling heading name.
    fn by_content(&self, column: usize) -> Taken {
        let cells = self.cells(column).into_iter().filter(|cell| !is_blank(cell));
        let mut cells = distinct(cells);
        cells.truncate(SAMPLE);
        let most = |is: &dyn Fn(&str) -> bool| {
            cells.iter().filter(|cell| is(cell)).count().saturating_mul(2) > cells.len()
        };
        let lexicon = self.lexicon;
        match () {
            () if cells.is_empty() => Taken::Left(Left::Empty),
            () if most(&|cell| is_month(cell, self.layout.start)) => Taken::Month,
            () if most(&|cell| is_number(cell)) => Taken::Left(Left::Unknown),
            () if most(&|cell| lexicon.channels.find(cell).is_some()) => Taken::Channel,
            () if most(&|cell| matches!(lexicon.label(cell), Heading::Figure { .. })) => Taken::Measure,
            () => Taken::Left(Left::Unknown),
        }
    }

    /// With months or channels across, some column must name the figures, if only one of them is known.
    fn name_measures(&self, columns: &mut [ColumnReading]) {
        let open = |taken: &Taken| matches!(taken, Taken::Values { target: None, .. });
        let has = columns.iter().any(|column| column.taken == Taken::Measure);
        if has || !columns.iter().any(|column| open(&column.taken)) {
            return;
        }
        let known = |column: usize| {
            let cells = distinct(self.cells(column).into_iter()).into_iter().take(SAMPLE);
            cells.filter(|cell| matches!(self.lexicon.label(cell), Heading::Figure { .. })).count()
        };
        let free = columns.iter_mut().enumerate().filter(|(place, column)| {
            let is_open = column.taken == Taken::Left(Left::Unknown);
            is_open && !self.overrides.columns.contains_key(place) && known(*place) > 0
        });
        if let Some((_, column)) = free.max_by_key(|(place, _)| known(*place)) {
            column.taken = Taken::Measure;
        }
    }

    /// Of two columns that hold the same, the first.
    fn drop_doubles(&self, columns: &mut [ColumnReading]) {
        let mut seen: Vec<Taken> = Vec::new();
        for (place, column) in columns.iter_mut().enumerate() {
            let is_asked = self.overrides.columns.contains_key(&place);
            match &column.taken {
                Taken::Left(_) => {}
                taken if seen.contains(taken) && !is_asked => column.taken = Taken::Left(Left::Twice),
                taken => seen.push(taken.clone()),
            }
        }
    }

    /// Figures that no row and no heading names are those of the title above, or what they look like, which is
    /// returned; or unknown.
    fn settle_targets(&self, columns: &mut [ColumnReading]) -> Option<Target> {
        if columns.iter().any(|column| column.taken == Taken::Measure) {
            return None;
        }
        let title = self.title();
        let assumed = if title.is_none() { self.assumed(columns) } else { None };
        let target = title.or_else(|| assumed.clone());
        for column in columns {
            if let Taken::Values { target: open @ None, .. } = &mut column.taken {
                match &target {
                    Some(target) => *open = Some(target.clone()),
                    None => column.taken = Taken::Left(Left::Unknown),
                }
            }
        }
        assumed
    }

    /// Lets the cells of every column vote for its forms.
    pub fn vote(&self, columns: &mut [ColumnReading]) {
        let mut tally = Tally::default();
        let rows: Vec<usize> =
            (self.first()..self.rows.len()).filter(|&row| !self.is_total(row, columns)).collect();
        let body: Vec<Vec<&str>> = (0..columns.len())
            .map(|column| distinct(rows.iter().map(|&row| self.cell(row, column))))
            .collect();
        for (column, cells) in columns.iter().zip(&body) {
            if holds_numbers(&column.taken) {
                numbers::count(&mut tally, cells);
            }
        }
        for ((place, column), cells) in columns.iter_mut().enumerate().zip(&body) {
            if holds_numbers(&column.taken) {
                let asked = self.overrides.numbers.get(&place).map(|&form| Vote { form, alternative: None });
                let is_count =
                    matches!(&column.taken, Taken::Values { target: Some(target), .. } if target.is_count());
                column.number = asked.or_else(|| numbers::vote(cells, is_count, &tally, self.language));
            }
            let rows = match column.taken {
                Taken::Month => Rows::Months,
                Taken::Created | Taken::Closed => Rows::Days,
                _ => continue,
            };
            let asked = self.overrides.dates.get(&place).map(|&form| Vote { form, alternative: None });
            column.date = asked.or_else(|| dates::vote(cells, self.layout.start, rows, self.language));
        }
        doubts::settle_days(columns);
    }

    /// Whether a row says that it is a total.
    pub fn is_total(&self, row: usize, columns: &[ColumnReading]) -> bool {
        let names = |taken: &Taken| matches!(taken, Taken::Month | Taken::Channel | Taken::Measure);
        let naming = columns.iter().enumerate().filter(|(_, column)| names(&column.taken));
        let mut cells = naming.map(|(place, _)| self.cell(row, place));
        cells.any(|cell| !cell.is_empty() && is_total(&words(cell)))
    }

    /// A channel by its name in a cell.
    pub fn channel(&self, text: &str) -> Named {
        channel(&self.lexicon.channels, text)
    }
}

/// Every text once: how often it stands does not matter to its form.
fn distinct<'t>(cells: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut cells: Vec<&str> = cells.collect();
    cells.sort_unstable();
    cells.dedup();
    cells
}

fn holds_numbers(taken: &Taken) -> bool {
    matches!(taken, Taken::Values { .. } | Taken::Amount)
}

fn with_above(taken: Taken, above: Option<&Above>) -> Taken {
    match (taken, above) {
        (Taken::Values { target, month, channel }, Some(above)) => Taken::Values {
            target,
            month: month.or(above.month),
            channel: channel.or_else(|| above.channel.clone()),
        },
        (taken, _) => taken,
    }
}
