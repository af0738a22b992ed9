//! The frame of every chart: its name, what it says, its picture, what its shapes mean, its numbers.

use super::legend::legend;
use super::place::{Draw, Widths, place};
use super::reader::Reader;
use super::table::numbers;
use crate::picture::Finding;
use crate::picture::{Chart, Context, FunnelPair, Key, Table};
use crate::text::Word;
use crate::ui::sight::{First, sighted};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// A chart of the plan, in a card unless it is bare; drawn when it comes into sight or nobody waits.
pub fn chart(desk: Desk, chart: &'static Chart, is_bare: bool) -> AnyView {
    sighted(desk, First::WhenSeen, move |desk| of_plan(desk, chart, is_bare))
}

fn of_plan(desk: Desk, chart: &'static Chart, is_bare: bool) -> AnyView {
    let finding = finding_of_plan(desk, chart);
    let keys = move || with_plan(desk, 0, |context| (chart.keys)(context, &()));
    let table = move || with_plan(desk, 0, |context| (chart.table)(context, &()));
    let reader = Reader::new(desk, chart.title, table);
    let picture = place(widths(chart), finding, draw_plan(desk, chart), Some(reader));
    framed((chart.title, is_bare), reader, finding, picture, keys, table)
}

/// The picture of a chart of the plan, without a frame and no wider than so many pixels.
pub fn picture(desk: Desk, chart: &'static Chart, most: i32) -> AnyView {
    let widths = Widths { most, ..widths(chart) };
    place(widths, finding_of_plan(desk, chart), draw_plan(desk, chart), None)
}

/// A chart of something that is worked out beside the plan: drawn again when that changes.
pub fn chart_of<I: Send + Sync + 'static>(
    desk: Desk,
    chart: &'static Chart<I>,
    input: Memo<I>,
    is_bare: bool,
) -> AnyView {
    let finding = finding_of(desk, chart, input);
    let keys = move || with_input(desk, 0, input, chart.keys);
    let table = move || with_input(desk, 0, input, chart.table);
    let reader = Reader::new(desk, chart.title, table);
    let picture = place(widths(chart), finding, draw_of(desk, chart, input), Some(reader));
    framed((chart.title, is_bare), reader, finding, picture, keys, table)
}

/// Two funnels in one frame, each under its name.
pub fn chart_pair(desk: Desk, charts: [&'static Chart<FunnelPair>; 2], input: Memo<FunnelPair>) -> AnyView {
    let table = move || with_input(desk, 0, input, charts[0].table);
    let reader = Reader::new(desk, FunnelPair::TITLE, table);
    let one = |chart: &'static Chart<FunnelPair>| {
        let finding = finding_of(desk, chart, input);
        let widths = Widths { most: MOST_OF_PAIR, ..widths(chart) };
        let picture = move || {
            let is_there = finding.with(|finding| finding.drawable);
            is_there.then(|| place(widths, finding, draw_of(desk, chart, input), Some(reader)))
        };
        view! { <div class="flow"><h4>{move || desk.word(chart.title)}</h4>{picture}</div> }.into_any()
    };
    let finding = Memo::new(move |_| input.with(FunnelPair::finding));
    let pictures =
        view! { <div class="two">{charts.map(one).into_iter().collect::<Vec<_>>()}</div> }.into_any();
    framed((FunnelPair::TITLE, false), reader, finding, pictures, Vec::new, table)
}

/// The greatest width of one of two pictures, in pixels.
const MOST_OF_PAIR: i32 = 480;

fn widths<I>(chart: &'static Chart<I>) -> Widths {
    Widths { paper: chart.paper, most: i32::MAX }
}

fn finding_of_plan(desk: Desk, chart: &'static Chart) -> Memo<Finding> {
    Memo::new(move |_| with_plan(desk, 0, |context| (chart.finding)(context, &())))
}

fn finding_of<I: Send + Sync + 'static>(
    desk: Desk,
    chart: &'static Chart<I>,
    input: Memo<I>,
) -> Memo<Finding> {
    Memo::new(move |_| with_input(desk, 0, input, chart.finding))
}

fn draw_plan(desk: Desk, chart: &'static Chart) -> Draw {
    Box::new(move |width| Some(with_plan(desk, width, |context| (chart.draw)(context, &()))))
}

fn draw_of<I: Send + Sync + 'static>(desk: Desk, chart: &'static Chart<I>, input: Memo<I>) -> Draw {
    Box::new(move |width| Some(with_input(desk, width, input, chart.draw)))
}

/// Looks at everything a chart of the plan is drawn from, and follows it.
fn with_plan<T>(desk: Desk, width: i32, look: impl FnOnce(&Context<'_>) -> T) -> T {
    desk.show(|show| {
        let look = |model: &_| desk.outcome.with(|outcome| look(&Context { model, outcome, show, width }));
        desk.model.with(look)
    })
}

/// Looks at the input and at the document as it is at this moment: it is the input that tells when to look again.
fn with_input<I: Send + Sync + 'static, T>(
    desk: Desk,
    width: i32,
    input: Memo<I>,
    look: fn(&Context<'_>, &I) -> T,
) -> T {
    desk.show(|show| {
        input.with(|input| {
            let look = |model: &_| {
                desk.outcome.with_untracked(|outcome| look(&Context { model, outcome, show, width }, input))
            };
            desk.model.with_untracked(look)
        })
    })
}

/// A picture with its name, what it says, what its shapes mean and its numbers; without a card where it is bare.
fn framed(
    (title, is_bare): (Word, bool),
    reader: Reader,
    finding: Memo<Finding>,
    picture: AnyView,
    keys: impl Fn() -> Vec<Key> + Send + 'static,
    table: impl Fn() -> Table + Copy + Send + 'static,
) -> AnyView {
    let desk = reader.desk();
    let drawable = Memo::new(move |_| finding.with(|finding| finding.drawable));
    let says = move || finding.with(|finding| finding.drawable.then(|| finding.text.clone()));
    view! {
        <figure class=if is_bare { "chart" } else { "chart card" }>
            <figcaption>
                <h3>{move || desk.word(title)}</h3>
                {move || says().map(|text| view! { <p class="finding">{text}</p> })}
            </figcaption>
            {picture}
            {move || drawable.get().then(|| reader.line())}
            {move || drawable.get().then(|| legend(keys()))}
            {move || drawable.get().then(|| numbers(desk, title, table))}
        </figure>
    }
    .into_any()
}
