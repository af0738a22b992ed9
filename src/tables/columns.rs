//! A table, and what every column of it is taken for.

use super::ambiguous_dates;
use super::dates;
use super::dates::{Rows, is_month, is_serial};
use super::formats::{DateFormat, Detected};
use super::header_row::HeadingAbove;
use super::headings::{Heading, open_count, scale};
use super::import::ColumnReading;
use super::mapping::{ColumnMapping, Skipped};
use super::numbers;
use super::numbers::{FormatCounts, is_number};
use super::periods::period;
use super::sheet::Sheet;
use super::synonyms::{BESIDE_CHANNELS, HeadingRole, fits};
use super::words::{is_blank, words};
use crate::model::{Fact, YearMonth};

/// Cells that are enough to tell what a column without a telling heading names.
const SAMPLE: usize = 500;
/// Which hundredths of all reading it is to detect formats.
const DETECT: (usize, usize) = (25, 60);

impl Sheet<'_> {
    /// A column that is taken for something, its numbers and dates not yet looked at.
    pub fn column(&self, column: usize, mapping: ColumnMapping) -> ColumnReading {
        let mapping = self.overrides.columns.get(&column).cloned().unwrap_or(mapping);
        let header = self.heading(column).to_owned();
        ColumnReading {
            scale: scale(&header),
            header,
            mapping,
            number: None,
            date: None,
            months: 1,
            read: 0,
            blank: 0,
            bad: 0,
        }
    }

    /// Every column of a table by months, and what its figures were taken for if nothing names them.
    pub async fn columns(&self) -> (Vec<ColumnReading>, Option<Fact>) {
        let dates = self.heading_dates();
        let above = self.above();
        let mut columns: Vec<ColumnReading> = (0..self.width())
            .map(|column| {
                let year = above.get(column).and_then(|above| above.year);
                let period = period(self.heading(column), year, self.context.start);
                let month = match period {
                    Some(period) => Some(period.first),
                    None => self.heading_month(column, dates.as_ref(), year),
                };
                let mapping = self.mapping(column, month);
                let mut reading = self.column(column, with_above(mapping, above.get(column)));
                reading.months = period.map_or(1, |period| period.months);
                reading.date = self.heading_date(column, dates);
                reading
            })
            .collect();
        self.settle_open_counts(&mut columns).await;
        self.name_measures(&mut columns);
        self.drop_measures(&mut columns);
        self.choose_channels(&mut columns);
        self.drop_doubles(&mut columns);
        let figure = self.settle_targets(&mut columns).await;
        self.detect(&mut columns).await;
        (columns, figure)
    }

    fn heading_dates(&self) -> Option<Detected<DateFormat>> {
        let all: Vec<&str> = (0..self.width()).map(|column| self.heading(column)).collect();
        let named: Vec<&str> = all.into_iter().filter(|text| is_month(text, self.context.start)).collect();
        dates::detect(&named, self.context.start, Rows::Months, self.language)
    }

    /// The format of the month in a heading: kept even where the reader's own choice does not fit, so that it can be changed again.
    fn heading_date(
        &self,
        column: usize,
        detected: Option<Detected<DateFormat>>,
    ) -> Option<Detected<DateFormat>> {
        let asked = self.overrides.dates.get(&column).map(|&format| Detected { format, alternative: None });
        asked.or(detected).filter(|_| is_month(self.heading(column), self.context.start))
    }

    /// The month in a heading; without its year it may be of a year that stands above.
    fn heading_month(
        &self,
        column: usize,
        detected: Option<&Detected<DateFormat>>,
        year: Option<u32>,
    ) -> Option<YearMonth> {
        let format =
            self.overrides.dates.get(&column).copied().or(detected.map(|detected| detected.format))?;
        let month = dates::month(self.heading(column), format, self.context.start)?;
        let is_open = format == DateFormat::NameAlone;
        Some(year.filter(|_| is_open).map_or(month, |year| YearMonth::new(year, month.month())))
    }

    fn mapping(&self, column: usize, month: Option<YearMonth>) -> ColumnMapping {
        let values = |fact, channel| ColumnMapping::Values { fact, month, channel };
        if month.is_some() {
            return values(None, None);
        }
        match self.lexicon.heading(self.heading(column)) {
            Heading::Role(HeadingRole::Month) => ColumnMapping::Month,
            Heading::Role(HeadingRole::Channel) => ColumnMapping::Channel,
            Heading::Role(HeadingRole::Measure) => ColumnMapping::Measure,
            Heading::Role(_) => values(None, None),
            Heading::Figure { fact, channel } => values(Some(fact), channel),
            Heading::Channel(channel) => values(None, Some(channel)),
            Heading::Skipped(Skipped::Unknown | Skipped::Empty) => self.by_content(column),
            Heading::Skipped(why) => ColumnMapping::Skipped(why),
        }
    }

    /// What most cells of a column without a telling heading name.
    fn by_content(&self, column: usize) -> ColumnMapping {
        let cells = self.cells(column).into_iter().filter(|cell| !is_blank(cell));
        let mut cells = distinct(cells);
        cells.truncate(SAMPLE);
        let most = |is: &dyn Fn(&str) -> bool| {
            cells.iter().filter(|cell| is(cell)).count().saturating_mul(2) > cells.len()
        };
        let lexicon = self.lexicon;
        match () {
            () if cells.is_empty() => ColumnMapping::Skipped(Skipped::Empty),
            () if most(&|cell| is_month(cell, self.context.start)) => ColumnMapping::Month,
            () if column == 0
                && cells.len() > 1
                && cells.iter().all(|cell| is_serial(cell, self.context.start)) =>
            {
                ColumnMapping::Month
            }
            () if most(&|cell| is_number(cell)) => ColumnMapping::Skipped(Skipped::Unknown),
            () if most(&|cell| lexicon.channels.find(cell).is_some()) => ColumnMapping::Channel,
            () if most(&|cell| matches!(lexicon.label(cell), Heading::Figure { .. })) => {
                ColumnMapping::Measure
            }
            () => ColumnMapping::Skipped(Skipped::Unknown),
        }
    }

    /// With months or channels across, some column must name the figures, if only one of them is known.
    fn name_measures(&self, columns: &mut [ColumnReading]) {
        let open = |mapping: &ColumnMapping| matches!(mapping, ColumnMapping::Values { fact: None, .. });
        let has = columns.iter().any(|column| column.mapping == ColumnMapping::Measure);
        if has || !columns.iter().any(|column| open(&column.mapping)) {
            return;
        }
        let known = |column: usize| {
            let cells = distinct(self.cells(column).into_iter()).into_iter().take(SAMPLE);
            cells.filter(|cell| matches!(self.lexicon.label(cell), Heading::Figure { .. })).count()
        };
        let free = columns.iter_mut().enumerate().filter(|(place, column)| {
            let is_open = column.mapping == ColumnMapping::Skipped(Skipped::Unknown);
            is_open && !self.overrides.columns.contains_key(place) && known(*place) > 0
        });
        if let Some((_, column)) = free.max_by_key(|(place, _)| known(*place)) {
            column.mapping = ColumnMapping::Measure;
        }
    }

    /// «Конверсии» and «сделки» are counts where their cells are: then they are taken for leads and clients, unless another
    /// column names these outright.
    async fn settle_open_counts(&self, columns: &mut [ColumnReading]) {
        for place in 0..columns.len() {
            let Some(column) = columns.get(place) else { continue };
            let is_free = matches!(column.mapping, ColumnMapping::Skipped(Skipped::Unknown | Skipped::Ratio));
            let open = open_count(&column.header)
                .filter(|_| is_free && !self.overrides.columns.contains_key(&place));
            let Some(fact) = open.map(|fact| self.lexicon.reached(Fact::Channel(fact))) else { continue };
            let is_it = |column: &ColumnReading| matches!(&column.mapping, ColumnMapping::Values { fact: Some(own), .. } if *own == fact);
            let is_named = columns.iter().any(is_it);
            let mapping = match self.are_counts(place).await {
                true if is_named => ColumnMapping::Skipped(Skipped::Twice),
                true => ColumnMapping::Values { fact: Some(fact), month: None, channel: None },
                false => continue,
            };
            if let Some(column) = columns.get_mut(place) {
                column.mapping = mapping;
            }
        }
    }

    /// Whether every cell of a column that is filled is a whole number.
    async fn are_counts(&self, column: usize) -> bool {
        let mut found = false;
        for cell in self.cells(column).into_iter().filter(|cell| !is_blank(cell)) {
            self.pace.cell().await;
            if !numbers::is_whole(cell) {
                return false;
            }
            found = true;
        }
        found
    }

    /// Where channels stand in a column and every figure has its name in the heading, no column names figures.
    fn drop_measures(&self, columns: &mut [ColumnReading]) {
        let is_open =
            |column: &ColumnReading| matches!(column.mapping, ColumnMapping::Values { fact: None, .. });
        let is_named =
            |column: &ColumnReading| matches!(column.mapping, ColumnMapping::Values { fact: Some(_), .. });
        let has_channels = columns.iter().any(|column| column.mapping == ColumnMapping::Channel);
        if !has_channels || columns.iter().any(is_open) || !columns.iter().any(is_named) {
            return;
        }
        for (place, column) in columns.iter_mut().enumerate() {
            if column.mapping == ColumnMapping::Measure && !self.overrides.columns.contains_key(&place) {
                column.mapping = ColumnMapping::Skipped(Skipped::Unknown);
            }
        }
    }

    /// Of several columns that could name channels the one that names most of the plan's; of equals one whose heading
    /// does not speak of a kind, a state or an aim.
    fn choose_channels(&self, columns: &mut [ColumnReading]) {
        let is_asked = |place: &usize| self.overrides.columns.contains_key(place);
        let all = columns.iter().enumerate().filter(|(_, column)| column.mapping == ColumnMapping::Channel);
        let places: Vec<usize> = all.map(|(place, _)| place).collect();
        if places.len() < 2 || places.iter().any(is_asked) {
            return;
        }
        let worth = |place: usize| {
            let cells = distinct(self.cells(place).into_iter()).into_iter().take(SAMPLE);
            let known = cells.filter(|cell| self.lexicon.channels.find(cell).is_some()).count();
            (known, !fits(BESIDE_CHANNELS, &words(self.heading(place))))
        };
        let best = places.iter().rev().copied().max_by_key(|&place| worth(place));
        for place in places.into_iter().filter(|&place| Some(place) != best) {
            if let Some(column) = columns.get_mut(place) {
                column.mapping = ColumnMapping::Skipped(Skipped::Twice);
            }
        }
    }

    /// Of two columns that hold the same, the first. Days and weeks across are parts of their month.
    fn drop_doubles(&self, columns: &mut [ColumnReading]) {
        let mut seen: Vec<(ColumnMapping, String)> = Vec::new();
        for (place, column) in columns.iter_mut().enumerate() {
            let is_asked = self.overrides.columns.contains_key(&place);
            let part = match (&column.mapping, column.date) {
                (ColumnMapping::Values { month: Some(_), .. }, Some(date)) => {
                    dates::part_of_month(&column.header, date.format, self.context.start).unwrap_or_default()
                }
                _ => String::new(),
            };
            let own = (column.mapping.clone(), part);
            match &column.mapping {
                ColumnMapping::Skipped(_) => {}
                _ if seen.contains(&own) && !is_asked => {
                    column.mapping = ColumnMapping::Skipped(Skipped::Twice)
                }
                _ => seen.push(own),
            }
        }
    }

    /// Figures that no row and no heading names are those of the title above, or what they look like, which is
    /// returned; or unknown.
    async fn settle_targets(&self, columns: &mut [ColumnReading]) -> Option<Fact> {
        if columns.iter().any(|column| column.mapping == ColumnMapping::Measure) {
            return None;
        }
        let title = self.title();
        let assumed = if title.is_none() { self.assumed(columns).await } else { None };
        let fact = title.or_else(|| assumed.clone());
        for column in columns {
            if let ColumnMapping::Values { fact: open @ None, .. } = &mut column.mapping {
                match &fact {
                    Some(fact) => *open = Some(fact.clone()),
                    None => column.mapping = ColumnMapping::Skipped(Skipped::Unknown),
                }
            }
        }
        assumed
    }

    /// Lets the cells of every column vote for its formats.
    pub async fn detect(&self, columns: &mut [ColumnReading]) {
        let mut counts = FormatCounts::default();
        let mut rows: Vec<usize> = Vec::new();
        for row in self.first()..self.rows.len() {
            self.pace.cell().await;
            rows.extend(Some(row).filter(|&row| !self.is_total(row, columns)));
        }
        let mut body: Vec<Vec<&str>> = Vec::new();
        for (place, column) in columns.iter().enumerate() {
            // To sort them is quick beside reading them.
            self.pace.cells(rows.len() / 4).await;
            let cells = distinct(rows.iter().map(|&row| self.cell(row, place)));
            if holds_numbers(&column.mapping) {
                numbers::count(self.pace, &mut counts, &cells).await;
            }
            body.push(cells);
        }
        let all = columns.len();
        for ((place, column), cells) in columns.iter_mut().enumerate().zip(&body) {
            self.pace.reach(DETECT, place, all);
            if holds_numbers(&column.mapping) {
                let asked =
                    self.overrides.numbers.get(&place).map(|&format| Detected { format, alternative: None });
                let is_count = matches!(&column.mapping, ColumnMapping::Values { fact: Some(fact), .. } if fact.is_count());
                column.number = match asked {
                    None => numbers::detect(self, cells, is_count, &counts).await,
                    asked => asked,
                };
            }
            let rows = match column.mapping {
                ColumnMapping::Month => Rows::Months,
                ColumnMapping::Created | ColumnMapping::Closed => Rows::Days,
                _ => continue,
            };
            let asked =
                self.overrides.dates.get(&place).map(|&format| Detected { format, alternative: None });
            column.date = match asked {
                None => dates::detect_paced(self, cells, rows).await,
                asked => asked,
            };
        }
        ambiguous_dates::settle_days(columns);
    }
}

/// Every text once: how often it stands does not matter to its format.
fn distinct<'t>(cells: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut cells: Vec<&str> = cells.collect();
    cells.sort_unstable();
    cells.dedup();
    cells
}

/// Whether a column is of figures.
pub(super) fn holds_numbers(mapping: &ColumnMapping) -> bool {
    matches!(mapping, ColumnMapping::Values { .. } | ColumnMapping::Amount | ColumnMapping::PaidBack)
}

fn with_above(mapping: ColumnMapping, above: Option<&HeadingAbove>) -> ColumnMapping {
    match (mapping, above) {
        (ColumnMapping::Values { fact, month, channel }, Some(above)) => ColumnMapping::Values {
            fact,
            month: month.or(above.month),
            channel: channel.or_else(|| above.channel.clone()),
        },
        (mapping, _) => mapping,
    }
}
