//! Where the headings stand, and what every column is taken for.

use super::dates::{self, DateForm, is_month};
use super::headings::{Heading, Lexicon, deal_role, is_total, scale};
use super::names::{channel, is_blank, words};
use super::numbers::{self, Tally, is_number};
use super::report::{ColumnReading, Layout, Left, Named, Overrides, Taken, Target, Vote};
use super::synonyms::Role;
use crate::model::YearMonth;
use crate::number::reading::Language;

/// Rows among which the headings are looked for.
const LOOK: usize = 15;

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

    /// The heading of a column.
    pub fn heading(&self, column: usize) -> &'t str {
        self.header.map_or("", |row| self.cell(row, column))
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// A column that is taken for something, its numbers and dates not yet looked at.
    pub fn column(&self, column: usize, taken: Taken) -> ColumnReading {
        let taken = self.overrides.columns.get(&column).cloned().unwrap_or(taken);
        let header = self.heading(column).to_owned();
        ColumnReading { scale: scale(&header), header, taken, number: None, date: None, read: 0, blank: 0, bad: 0 }
    }

    /// The row of the headings: of the first rows without figures the one that says most.
    pub fn find_header(&self) -> Option<usize> {
        let mut found: Option<(usize, usize)> = None;
        for (row, cells) in self.rows.iter().enumerate().take(LOOK) {
            let weight = self.weight(cells);
            if weight > found.map_or(0, |(_, weight)| weight) {
                found = Some((row, weight));
            }
        }
        found.map(|(row, _)| row)
    }

    /// How much a row says as one of headings.
    fn weight(&self, cells: &[String]) -> usize {
        let filled: Vec<&String> = cells.iter().filter(|cell| !is_blank(cell)).collect();
        if filled.iter().any(|cell| is_number(cell) && !is_month(cell, self.layout.start)) {
            return 0;
        }
        let weights: Vec<usize> = filled.iter().map(|cell| self.worth(cell)).collect();
        let known = weights.iter().filter(|&&weight| weight > 0).count();
        if known >= 2 || known == filled.len() { weights.iter().sum() } else { 0 }
    }

    fn worth(&self, cell: &str) -> usize {
        match self.lexicon.heading(cell) {
            _ if is_month(cell, self.layout.start) => 2,
            Heading::Role(_) | Heading::Figure { .. } => 3,
            _ if deal_role(cell).is_some() => 3,
            Heading::Channel(_) | Heading::Left(Left::Plan | Left::Ratio) => 1,
            Heading::Left(_) => 0,
        }
    }

    /// Every column of a table by months.
    pub fn columns(&self) -> Vec<ColumnReading> {
        let dates = self.heading_dates();
        let above = self.above();
        let mut columns: Vec<ColumnReading> = (0..self.width())
            .map(|column| {
                let month = self.heading_month(column, dates.as_ref());
                let taken = self.taken(column, month);
                let mut reading = self.column(column, with_above(taken, above.get(column)));
                reading.date = dates.filter(|_| month.is_some());
                reading
            })
            .collect();
        self.name_measures(&mut columns);
        self.drop_doubles(&mut columns);
        self.settle_targets(&mut columns);
        self.vote(&mut columns);
        columns
    }

    fn heading_dates(&self) -> Option<Vote<DateForm>> {
        let all: Vec<&str> = (0..self.width()).map(|column| self.heading(column)).collect();
        let named: Vec<&str> = all.into_iter().filter(|text| is_month(text, self.layout.start)).collect();
        dates::vote(&named, self.layout.start, self.language)
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
        let cells: Vec<&str> = self.cells(column).into_iter().filter(|cell| !is_blank(cell)).collect();
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

    /// Months or channels in a row above the headings, each over the columns up to the next.
    fn above(&self) -> Vec<Above> {
        let Some(row) = self.header.and_then(|header| header.checked_sub(1)) else { return Vec::new() };
        let cells: Vec<&str> = (0..self.width()).map(|column| self.cell(row, column)).collect();
        let filled: Vec<&str> = cells.iter().copied().filter(|cell| !is_blank(cell)).collect();
        let start = self.layout.start;
        let vote = dates::vote(&filled, start, self.language);
        let of = |cell: &&str| Above {
            month: vote.and_then(|vote| dates::month(cell, vote.form, start)),
            channel: self.lexicon.channels.find(cell).map(Named::Known),
        };
        if filled.is_empty() || filled.iter().map(of).any(|above| above == Above::default()) {
            return Vec::new();
        }
        let mut last = Above::default();
        let spread = cells.iter().map(|cell| {
            if !is_blank(cell) {
                last = of(cell);
            }
            last.clone()
        });
        spread.collect()
    }

    /// With months or channels across, some column must name the figures, if only one of them is known.
    fn name_measures(&self, columns: &mut [ColumnReading]) {
        let open = |taken: &Taken| matches!(taken, Taken::Values { target: None, .. });
        let has = columns.iter().any(|column| column.taken == Taken::Measure);
        if has || !columns.iter().any(|column| open(&column.taken)) {
            return;
        }
        let known = |column: usize| {
            let cells = self.cells(column).into_iter();
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

    /// Figures that no row and no heading names are those of the title above, or unknown.
    fn settle_targets(&self, columns: &mut [ColumnReading]) {
        if columns.iter().any(|column| column.taken == Taken::Measure) {
            return;
        }
        let title = self.title();
        for column in columns {
            if let Taken::Values { target: open @ None, .. } = &mut column.taken {
                match &title {
                    Some(title) => *open = Some(title.clone()),
                    None => column.taken = Taken::Left(Left::Unknown),
                }
            }
        }
    }

    /// What the rows above the headings say of all figures.
    fn title(&self) -> Option<Target> {
        let above = self.rows.iter().take(self.header.unwrap_or(0)).flatten();
        let known = |cell: &String| match self.lexicon.label(cell) {
            Heading::Figure { target, channel: None } => Some(target),
            _ => None,
        };
        above.rev().find_map(known)
    }

    /// Lets the cells of every column vote for its forms.
    pub fn vote(&self, columns: &mut [ColumnReading]) {
        let mut tally = Tally::default();
        let body: Vec<Vec<&str>> = (0..columns.len()).map(|column| self.body(column, columns)).collect();
        for (column, cells) in columns.iter().zip(&body) {
            if holds_numbers(&column.taken) {
                numbers::count(&mut tally, cells);
            }
        }
        for ((place, column), cells) in columns.iter_mut().enumerate().zip(&body) {
            if holds_numbers(&column.taken) {
                let asked = self.overrides.numbers.get(&place).map(|&form| Vote { form, alternative: None });
                let is_count = matches!(&column.taken, Taken::Values { target: Some(target), .. } if target.is_count());
                column.number = asked.or_else(|| numbers::vote(cells, is_count, &tally, self.language));
            }
            if matches!(column.taken, Taken::Month | Taken::Created | Taken::Closed) {
                let asked = self.overrides.dates.get(&place).map(|&form| Vote { form, alternative: None });
                column.date = asked.or_else(|| dates::vote(cells, self.layout.start, self.language));
            }
        }
    }

    /// The cells of a column that are read: without rows of totals.
    fn body(&self, column: usize, columns: &[ColumnReading]) -> Vec<&'t str> {
        let rows = (self.first()..self.rows.len()).filter(|&row| !self.is_total(row, columns));
        rows.map(|row| self.cell(row, column)).collect()
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

fn holds_numbers(taken: &Taken) -> bool {
    matches!(taken, Taken::Values { .. } | Taken::Amount)
}

/// What stands above a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Above {
    month: Option<YearMonth>,
    channel: Option<Named>,
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
