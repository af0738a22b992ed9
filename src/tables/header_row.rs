//! Where the headings stand, and what stands above them.

use super::dates;
use super::dates::{Rows, is_month};
use super::headings::{Heading, deal_role};
use super::mapping::{ChannelMatch, Skipped};
use super::numbers::is_number;
use super::periods::{period, year_alone};
use super::sheet::Sheet;
use super::synonyms::HeadingRole;
use super::words::is_blank;
use crate::model::{Fact, YearMonth};

/// Rows among which the headings are looked for.
const LOOK: usize = 15;

/// What stands above a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct HeadingAbove {
    pub month: Option<YearMonth>,
    pub channel: Option<ChannelMatch>,
    /// Of months and quarters below it.
    pub year: Option<u32>,
}

impl Sheet<'_> {
    /// The row of the headings: of the first rows without figures the one in which most is understood.
    pub fn find_header(&self) -> Option<usize> {
        let mut found: Option<(usize, usize)> = None;
        for (row, cells) in self.rows.iter().enumerate().take(LOOK) {
            let weight = self.weight(cells);
            if weight > found.map_or(0, |(_, weight)| weight) {
                found = Some((row, weight));
            }
        }
        let row = found.map(|(row, _)| row)?;
        let next = row.saturating_add(1);
        Some(if self.is_below_headings(next) { next } else { row })
    }

    /// Whether a row tells apart what stands under each heading above it: plan and fact, or one figure and another.
    fn is_below_headings(&self, row: usize) -> bool {
        let filled: Vec<&String> =
            self.rows.get(row).into_iter().flatten().filter(|cell| !is_blank(cell)).collect();
        let tells = |cell: &&String| {
            let heading = self.lexicon.heading(cell);
            matches!(
                heading,
                Heading::Role(HeadingRole::Value) | Heading::Figure { .. } | Heading::Skipped(Skipped::Plan)
            )
        };
        filled.len() >= 2 && filled.iter().all(tells)
    }

    /// How much of a row is understood as headings.
    fn weight(&self, cells: &[String]) -> usize {
        let filled: Vec<&String> = cells.iter().filter(|cell| !is_blank(cell)).collect();
        if filled.iter().any(|cell| is_number(cell) && !is_month(cell, self.context.start)) {
            return 0;
        }
        let weights: Vec<usize> = filled.iter().map(|cell| self.worth(cell)).collect();
        let known = weights.iter().filter(|&&weight| weight > 0).count();
        if known >= 2 || known == filled.len() { weights.iter().sum() } else { 0 }
    }

    fn worth(&self, cell: &str) -> usize {
        match self.lexicon.heading(cell) {
            _ if is_month(cell, self.context.start) || period(cell, None, self.context.start).is_some() => 2,
            Heading::Role(_) | Heading::Figure { .. } => 3,
            _ if deal_role(cell).is_some() => 3,
            Heading::Channel(_) | Heading::Skipped(Skipped::Plan | Skipped::Ratio) => 1,
            Heading::Skipped(_) => 0,
        }
    }

    /// Months or channels in a row above the headings, each over the columns up to the next.
    pub fn above(&self) -> Vec<HeadingAbove> {
        let Some(row) = self.header.and_then(|header| header.checked_sub(1)) else { return Vec::new() };
        let cells: Vec<&str> = (0..self.width()).map(|column| self.cell(row, column)).collect();
        let start = self.context.start;
        let detected = dates::detect(&cells, start, Rows::Months, self.language);
        let of = |cell: &&str| HeadingAbove {
            month: detected.and_then(|detected| dates::month(cell, detected.format, start)),
            channel: self.lexicon.channels.find(cell).map(ChannelMatch::Known),
            year: year_alone(cell),
        };
        // What stands above an empty cell is itself the heading, or a title.
        let is_above = |&(column, _): &(usize, &&str)| !self.cell(row.saturating_add(1), column).is_empty();
        let filled = cells.iter().enumerate().filter(|(_, cell)| !is_blank(cell)).filter(is_above);
        let found: Vec<HeadingAbove> = filled.map(|(_, cell)| of(cell)).collect();
        if found.is_empty() || found.contains(&HeadingAbove::default()) {
            return Vec::new();
        }
        let mut last = HeadingAbove::default();
        let spread = cells.iter().map(|cell| {
            if !is_blank(cell) {
                last = of(cell);
            }
            last.clone()
        });
        spread.collect()
    }

    /// What the rows above the headings say of all figures.
    pub fn title(&self) -> Option<Fact> {
        let above = self.rows.iter().take(self.header.unwrap_or(0)).flatten();
        let known = |cell: &String| match self.lexicon.label(cell) {
            Heading::Figure { fact, channel: None } => Some(fact),
            _ => None,
        };
        above.rev().find_map(known)
    }
}
