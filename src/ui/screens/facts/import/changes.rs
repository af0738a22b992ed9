//! What a table comes to: the figures of the document that would be written, and what is left out.

use super::super::paths::{channel_path, month_path, stage_field};
use crate::evidence::MonthCell;
use crate::model::{Model, Slot, YearMonth, find};
use crate::number::Decimal;
use crate::tables::{BadPlace, Import, Named, Shape, Target};
use std::collections::BTreeSet;

/// A figure that would be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Its path.
    pub path: String,
    /// Its month.
    pub month: YearMonth,
    /// The figure.
    pub value: Decimal,
    /// What is written down now.
    pub before: Option<Decimal>,
    /// As the table has it; empty where it was added up.
    pub raw: String,
}

/// Everything that would be written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// The figures.
    pub list: Vec<Change>,
    /// Figures that are written down so already.
    pub same: usize,
    /// Figures of months that the plan does not have.
    pub outside: usize,
    /// Figures of channels that the plan does not have.
    pub strange: usize,
    /// Figures of a block for which there is no cell.
    pub cut: usize,
    /// Figures of a block that their cells do not take: a fraction of what is counted, less than nothing.
    pub unfit: usize,
    /// Cells that stay blank, with the texts that could not be read for them.
    pub marked: Vec<(String, String)>,
    taken: BTreeSet<String>,
}

/// What a table would change. `cells` are those that a block of bare figures may fill.
pub fn changes(model: &Model, import: &Import, cells: &[Vec<String>]) -> Changes {
    let mut changes = Changes::default();
    if import.shape == Shape::Bare {
        changes.take_block(model, import, cells);
        changes.mark(model, import, cells);
        return changes;
    }
    for cell in &import.cells {
        match path_of(cell.month, cell.channel.as_ref(), &cell.target) {
            Some(path) if is_within(model, cell.month) => {
                changes.take(model, path, cell.month, cell.value, &cell.raw);
            }
            Some(_) => changes.outside += 1,
            None => changes.strange += 1,
        }
    }
    changes.mark(model, import, cells);
    changes
}

impl Changes {
    /// How many figures would take the place of others.
    pub fn replaced(&self) -> usize {
        self.list.iter().filter(|change| change.before.is_some()).count()
    }

    /// How many months they are of.
    pub fn months(&self) -> usize {
        self.list.iter().map(|change| change.month).collect::<BTreeSet<_>>().len()
    }

    fn take_block(&mut self, model: &Model, import: &Import, cells: &[Vec<String>]) {
        for (row, figures) in import.block.iter().enumerate() {
            for (column, value) in figures.iter().enumerate() {
                let Some(value) = value else { continue };
                let path = cells.get(row).and_then(|cells| cells.get(column));
                match path.and_then(|path| Some((path, month_of(path)?))) {
                    Some((path, _)) if !fits(model, path, *value) => self.unfit += 1,
                    Some((path, month)) => self.take(model, path.clone(), month, *value, ""),
                    None => self.cut += 1,
                }
            }
        }
    }

    /// What could not be read is not lost: it stays in its cell, where nothing else is or comes.
    fn mark(&mut self, model: &Model, import: &Import, cells: &[Vec<String>]) {
        for bad in &import.bad {
            let path = match &bad.place {
                Some(BadPlace::Figure(month, channel, target)) if is_within(model, *month) => {
                    path_of(*month, channel.as_ref(), target)
                }
                Some(BadPlace::Block(row, column)) => {
                    cells.get(*row).and_then(|cells| cells.get(*column)).cloned()
                }
                _ => None,
            };
            let path =
                path.filter(|path| fact_at(model, path).is_none() && self.taken.insert(path.to_string()));
            self.marked.extend(path.map(|path| (path, bad.raw.clone())));
        }
    }

    fn take(&mut self, model: &Model, path: String, month: YearMonth, value: Decimal, raw: &str) {
        if !self.taken.insert(path.clone()) {
            return;
        }
        let before = fact_at(model, &path);
        match before == Some(value) {
            true => self.same += 1,
            false => self.list.push(Change { path, month, value, before, raw: raw.to_owned() }),
        }
    }
}

/// What is written down at a path.
fn fact_at(model: &Model, path: &str) -> Option<Decimal> {
    match find(model, path) {
        Some((_, Slot::Fact(fact))) => fact,
        _ => None,
    }
}

/// Whether a figure can be one of what a path holds.
fn fits(model: &Model, path: &str, value: Decimal) -> bool {
    let is_at = |target: &Target| path.ends_with(&["/", &field_of(target)].concat());
    targets(model).iter().find(|target| is_at(target)).is_none_or(|target| target.check(value).is_ok())
}

fn is_within(model: &Model, month: YearMonth) -> bool {
    month.0.checked_sub(model.about.start.0).is_some_and(|t| t < model.about.horizon)
}

fn month_of(path: &str) -> Option<YearMonth> {
    YearMonth::of_key(path.strip_prefix("facts/months/")?.split('/').next()?)
}

/// Where a figure belongs; nowhere, if its channel is none of the plan.
fn path_of(month: YearMonth, channel: Option<&Named>, target: &Target) -> Option<String> {
    let field = field_of(target);
    match (channel, target.is_by_channel()) {
        (Some(Named::Known(id)), true) => Some(channel_path(month, id, &field)),
        (_, true) => None,
        (_, false) => Some([&month_path(month), "/", &field].concat()),
    }
}

/// The path of a target in the row of its month or channel.
pub fn field_of(target: &Target) -> String {
    let of_month = match target {
        Target::Spend => return "spend".into(),
        Target::Leads => return "leads".into(),
        Target::Stage(id) => return stage_field(id),
        Target::Clients => return "clients".into(),
        Target::Revenue => return "revenue".into(),
        Target::Delivered => MonthCell::Delivered,
        Target::OnPromise => MonthCell::OnPromise,
        Target::Cycle => MonthCell::Cycle,
        Target::Active => MonthCell::Active,
        Target::Lost => MonthCell::Lost,
        Target::Complaints => MonthCell::Complaints,
        Target::Refunds => MonthCell::Refunds,
        Target::Upsells => MonthCell::Upsells,
        Target::UpsellRevenue => MonthCell::UpsellRevenue,
        Target::CrossSells => MonthCell::CrossSells,
        Target::CrossSellRevenue => MonthCell::CrossSellRevenue,
        Target::VariableCosts => MonthCell::VariableCosts,
        Target::Payroll => MonthCell::Payroll,
        Target::FixedCosts => MonthCell::FixedCosts,
        Target::Taxes => MonthCell::Taxes,
        Target::Cash => MonthCell::Cash,
    };
    of_month.name().into()
}

/// A path of a target, of any month and channel: by it go its words.
pub fn pattern(target: &Target) -> String {
    let row = if target.is_by_channel() { "facts/months/-/channels/-/" } else { "facts/months/-/" };
    [row, &field_of(target)].concat()
}

/// Everything that a column may hold: by channel, then of the whole business.
pub fn targets(model: &Model) -> Vec<Target> {
    use Target::{
        Active, Cash, Clients, Complaints, CrossSellRevenue, CrossSells, Cycle, Delivered, FixedCosts, Leads,
        Lost, OnPromise, Payroll, Refunds, Revenue, Spend, Taxes, UpsellRevenue, Upsells, VariableCosts,
    };
    let stages = model.funnel.stages.iter().map(|stage| Target::Stage(stage.id.clone()));
    let clients = model.funnel.stages.is_empty().then_some(Clients);
    let of_business = [
        Revenue,
        Cycle,
        Delivered,
        OnPromise,
        Active,
        Lost,
        Complaints,
        Refunds,
        Upsells,
        UpsellRevenue,
        CrossSells,
        CrossSellRevenue,
        VariableCosts,
        Payroll,
        FixedCosts,
        Taxes,
        Cash,
    ];
    [Spend, Leads].into_iter().chain(stages).chain(clients).chain(of_business).collect()
}
