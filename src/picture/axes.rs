//! The axes of pictures over months: grid, values and months.

use super::declaration::{Context, FONT};
use super::mark::{self, Mark, Picture, Zone};
use crate::chart::{
    Anchor, Margin, MonthChart, MonthPlot, MonthTick, Rect, TextPlace, Tick, ViewBox, text_width,
};
use crate::model::YearMonth;
use crate::number::{Decimal, Exact, Undefined};

/// Words on an axis.
pub struct Axes {
    /// What stands at a value.
    pub value: fn(&Context<'_>, Exact) -> String,
    /// What stands at a month.
    pub month: fn(&Context<'_>, i32) -> String,
}

/// Money against the months of the plan.
pub const MONEY_BY_MONTH: Axes =
    Axes { value: |context, value| context.show.short_money(value), month: calendar_month };

/// Money against the months since a beginning.
pub const MONEY_BY_AGE: Axes =
    Axes { value: |context, value| context.show.short_money(value), month: |_, number| number.to_string() };

/// September is long in most languages, a January stands as its year.
const WIDE_MONTH: i32 = 8;
const JANUARY: i32 = 2027 * 12;

impl Axes {
    /// A chart of so many months, the first of which has this number, on a ground of the context's width.
    pub fn ground<'a>(&self, context: &Context<'_>, first: i32, months: usize) -> MonthChart<'a> {
        let year = first.saturating_add(12 - first.rem_euclid(12));
        let last = first.saturating_add(i32::try_from(months).unwrap_or(0));
        let label = |number| text_width(&(self.month)(context, number), FONT);
        MonthChart {
            view: ViewBox { width: context.width, height: if context.is_narrow() { 236 } else { 268 } },
            margin: Margin { top: 22, right: 10, bottom: 24, left: 0 },
            font: FONT,
            months,
            first,
            month_label: [WIDE_MONTH, first, year, last].map(label).into_iter().max().unwrap_or(0),
            ..MonthChart::default()
        }
    }

    /// The chart with room for its values, laid out.
    pub fn laid_out(&self, context: &Context<'_>, mut chart: MonthChart<'_>) -> MonthPlot {
        let widths = chart.ticks();
        let widths = widths.iter().map(|tick| text_width(&self.at(context, tick), FONT));
        chart.margin.left = widths.max().unwrap_or(0) + 8;
        chart.draw()
    }

    /// A picture that begins with its axes.
    pub fn picture(&self, context: &Context<'_>, plot: &MonthPlot) -> Picture {
        let mut marks: Vec<Mark> = Vec::with_capacity(24);
        let mut grid = String::new();
        for tick in plot.y_ticks.iter().filter(|tick| tick.mantissa != 0) {
            mark::level(&mut grid, plot.frame, tick.at);
        }
        marks.push(mark::path("grid", grid));
        for tick in &plot.y_ticks {
            let place = TextPlace { x: plot.frame.x - 6, y: tick.at + 4, anchor: Anchor::End };
            marks.extend(mark::text("", Some(place), self.at(context, tick)));
        }
        for MonthTick { number, label, .. } in &plot.x_ticks {
            let place = TextPlace { x: *label, y: plot.frame.bottom() + 18, anchor: Anchor::Middle };
            marks.extend(mark::text("", Some(place), (self.month)(context, *number)));
        }
        let frame = plot.frame;
        let zone = |row| {
            let (from, to) = plot.columns.band(row);
            let (from, to) = (from.max(frame.x), to.min(frame.right()));
            Zone { row, rect: Rect::between(from, to, frame.y, frame.bottom()) }
        };
        Picture { view: plot.view, marks, zones: (0..plot.columns.count()).map(zone).collect() }
    }

    fn at(&self, context: &Context<'_>, tick: &Tick) -> String {
        (self.value)(context, value_of(tick))
    }
}

/// The line at zero, over what it cuts through.
pub fn zero(plot: &MonthPlot) -> Option<Mark> {
    let mut path = String::new();
    mark::level(&mut path, plot.frame, plot.zero?);
    Some(mark::path("zero", path))
}

/// The number of the plan's first month: January is a multiple of twelve.
pub fn first_month(context: &Context<'_>) -> i32 {
    i32::try_from(context.show.start.0).unwrap_or(0)
}

/// January stands as its year, other months by name.
pub fn calendar_month(context: &Context<'_>, number: i32) -> String {
    let month = YearMonth(u32::try_from(number).unwrap_or(0));
    match month.month() {
        1 => month.year().to_string(),
        _ => context.show.digits.month(context.show.language, month, false),
    }
}

/// The exact value of a tick.
pub fn value_of(tick: &Tick) -> Exact {
    let power = 10i128.checked_pow(u32::from(tick.exponent.unsigned_abs()));
    let mantissa = i128::from(tick.mantissa);
    let value = match tick.exponent {
        0.. => power.and_then(|power| mantissa.checked_mul(power)).map(|whole| (whole, 0)),
        _ => Some((mantissa, u32::from(tick.exponent.unsigned_abs()))),
    };
    value
        .and_then(|(digits, scale)| Decimal::try_from_i128_with_scale(digits, scale).ok())
        .map_or(Exact::Undefined(Undefined::Overflow), Exact::Value)
}

/// The width of the widest label of a calendar month.
pub fn calendar_label(context: &Context<'_>) -> i32 {
    let label = |number| text_width(&calendar_month(context, number), FONT);
    label(WIDE_MONTH).max(label(JANUARY))
}
