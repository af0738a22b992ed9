//! Numbers in, marks with whole-number coordinates out: scales, ticks, label places and the geometry of every picture.
//!
//! A picture is described by a plain value ([`Chain`], [`MonthChart`], [`Funnel`], [`Timeline`], [`Waterfall`]) and laid out by its `draw`.
//! Labels come in as finished text, because only their width matters here; tick values go out as exact decimals
//! ([`Tick`]), so that nobody has to print a float. A missing, infinite or not-a-number value is a gap: nothing is drawn
//! for it and nothing else moves. Whatever comes in, everything that goes out lies inside the picture's [`ViewBox`].
//!
//! **Never:** the model, languages and their words, colours, the browser, Leptos.

mod chain;
mod funnel;
mod geometry;
mod labels;
mod lettering;
mod months;
mod paths;
mod plot;
mod scale;
mod series;
mod timeline;
mod waterfall;

pub use chain::{Chain, ChainBox, ChainLink, ChainPlot, Node};
pub use funnel::{Funnel, FunnelLink, FunnelPlot, FunnelRow, FunnelStage};
pub use geometry::{Anchor, Margin, Point, Rect, Side, TextPlace, ViewBox};
pub use lettering::text_width;
pub use months::{Columns, MonthTick, YearSpan};
pub use paths::Bar;
pub use scale::{Axis, Extent, Scale, Tick, within};
pub use series::{
    Annotation, Bars, DrawnAnnotation, DrawnSeries, Level, Moment, MonthChart, MonthPlot, Rule, Series, Shape,
};
pub use timeline::{Lane, LaneRow, Segment, Timeline, TimelinePlot, Where};
pub use waterfall::{StepKind, StepRow, Waterfall, WaterfallLink, WaterfallPlot, WaterfallStep};
