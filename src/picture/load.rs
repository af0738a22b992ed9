//! How loaded each role is, month by month: strips whose height is the share of what its people can handle.

use super::declaration::{Chart, Context, Form, Key, Table, float};
use super::lanes::{self, Texts};
use super::mark::{self, Pattern, Picture};
use crate::chart::{Columns, Lane, Rect};
use crate::judge;
use crate::number::Exact;
use crate::plan::{Load, Unit};
use crate::text::{Filling, Word, role_name};

/// How loaded each role is, month by month.
pub static LOAD: Chart = Chart {
    id: "load",
    title: Word::LOAD_TITLE,
    screens: &["people"],
    paper: 880,
    input: |_| (),
    finding: |context, ()| context.finding(&judge::load_finding(context.model, context.outcome)),
    draw,
    keys,
    table,
};

/// A role whose load is known.
struct Role<'a> {
    name: String,
    load: &'a Load<Exact>,
}

fn roles<'a>(context: &Context<'a>) -> Vec<Role<'a>> {
    let roles = context.outcome.people.roles.iter().enumerate();
    let role = |(at, load)| Role { name: role_name(context.show, context.model, at), load };
    roles.filter_map(|(at, role)| Some((at, role.load.as_ref()?))).map(role).collect()
}

fn draw(context: &Context<'_>, (): &()) -> Picture {
    let roles = roles(context);
    let texts: Vec<_> = roles.iter().map(|role| texts(context, role)).collect();
    let lanes: Vec<_> = roles.iter().map(|_| Lane { name: "", from: 0, to: None, strength: &[] }).collect();
    let plot = lanes::laid_out(context, &texts, &lanes, &[]);
    let mut picture = lanes::picture(context, &plot, &texts);
    let columns = Columns::banded(context.months() as usize, plot.frame.x, plot.frame.right());
    // Its table goes by month.
    let months: Vec<i32> = (0..columns.count()).filter_map(|month| columns.at(month as f64)).collect();
    picture.zones = mark::columns_at(plot.frame, &months);
    for (row, role) in plot.rows.iter().zip(&roles) {
        let Some(bar) = row.bar else { continue };
        strip(role.load, &columns, bar, &mut picture);
    }
    picture
}

/// What is said of a role: its highest load, with a sign where that is too high. It does not stand in the strip: months are
/// narrower than a number.
fn texts(context: &Context<'_>, role: &Role<'_>) -> Texts {
    let share = role.load.peak().map(|(_, share)| context.show.percent(share.0)).unwrap_or_default();
    let over = if role.load.first_over().is_some() { "▲\u{a0}" } else { "" };
    let under = match share.is_empty() {
        true => context.word(Word::LOAD_ABSENT),
        false => context.show.phrase(Word::LOAD_PEAK, &[("share", Filling::Text(&share))]),
    };
    Texts { name: role.name.clone(), under: [over, &under].concat(), inside: String::new() }
}

/// A box as high as all that people can handle; in it each month's share, hatched where it is too much.
fn strip(load: &Load<Exact>, columns: &Columns, bar: Rect, picture: &mut Picture) {
    let column = |month: u32, height: i32| {
        let (left, right) = columns.band(month as usize);
        Rect { x: left, y: bar.bottom() - height, width: right - left, height }
    };
    let months = 0..u32::try_from(columns.count()).unwrap_or(u32::MAX);
    let over = months.clone().filter(|month| load.is_over(*month)).map(|month| column(month, bar.height));
    let within = months.filter(|month| !load.is_over(*month));
    let within =
        within.map(|month| column(month, height(load, month, bar.height))).filter(|own| own.height > 0);
    picture.marks.push(mark::path("bar plan pale", mark::boxes(within)));
    picture.marks.push(mark::hatched("edge bad", Pattern::Bad, mark::boxes(over)));
    picture.marks.push(mark::path("tie", mark::boxes(std::iter::once(bar))));
}

/// The height of a month's share; something for any load at all.
fn height(load: &Load<Exact>, month: u32, full: i32) -> i32 {
    let share = load.share(month).and_then(|share| float(share.0)).filter(|share| *share > 0.0);
    share.map_or(0, |share| ((share * f64::from(full)) as i32).min(full).max(1))
}

fn keys(context: &Context<'_>, (): &()) -> Vec<Key> {
    let mut keys = vec![context.key(Form::Box, "bar plan pale", Word::LOAD_HEIGHT)];
    if roles(context).iter().any(|role| role.load.first_over().is_some()) {
        keys.push(context.key(Form::Hatch(Pattern::Bad), "edge bad", Word::LOAD_OVER));
    }
    keys
}

fn table(context: &Context<'_>, (): &()) -> Table {
    let roles = roles(context);
    let heads = roles.iter().flat_map(|role| head(context, role));
    let row = |month: u32| {
        let cells = roles.iter().flat_map(|role| cells(context, role.load, month));
        std::iter::once(context.show.month(month)).chain(cells).collect()
    };
    Table {
        head: std::iter::once(context.word(Word::CHART_MONTH)).chain(heads).collect(),
        rows: (0..context.months()).map(row).collect(),
    }
}

fn head(context: &Context<'_>, role: &Role<'_>) -> [String; 3] {
    let unit = context.word(unit_word(role.load.unit));
    let fillings = [("role", Filling::Text(&role.name)), ("unit", Filling::Text(&unit))];
    [Word::LOAD_DEMAND, Word::LOAD_CAPACITY, Word::LOAD_SHARE]
        .map(|word| context.show.phrase(word, &fillings))
}

fn cells(context: &Context<'_>, load: &Load<Exact>, month: u32) -> [String; 3] {
    let count = |all: &[crate::number::Count<Exact>]| {
        all.get(month as usize).map_or_else(String::new, |count| context.show.count(count.0))
    };
    let share = load.share(month).map_or_else(|| "—".to_owned(), |share| context.show.percent(share.0));
    let share = if load.is_over(month) { ["▲ ", &share].concat() } else { share };
    [count(&load.demand), count(&load.capacity), share]
}

/// What the work of a role is counted in.
fn unit_word(unit: Unit) -> Word {
    match unit {
        Unit::Leads => Word::LOAD_UNIT_LEADS,
        Unit::Entries => Word::LOAD_UNIT_ENTRIES,
        Unit::NewClients => Word::LOAD_UNIT_NEW_CLIENTS,
        Unit::ActiveClients => Word::LOAD_UNIT_ACTIVE_CLIENTS,
        Unit::Orders => Word::LOAD_UNIT_ORDERS,
        Unit::Upsells => Word::LOAD_UNIT_UPSELLS,
        Unit::CrossSells => Word::LOAD_UNIT_CROSS_SELLS,
    }
}
