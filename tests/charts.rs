//! Pictures of anything: whatever numbers and sizes come in, what goes out lies in the picture, in order and in proportion.

use obkatka::chart::*;
use proptest::prelude::*;

/// Ordinary amounts, and everything that is not.
fn value() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        6 => (-1e6..1e6f64).prop_map(Some),
        2 => (-3i32..4).prop_map(|n| Some(f64::from(n))),
        1 => any::<f64>().prop_map(Some),
        1 => prop::sample::select(vec![1e300, -1e300, 5e-324, f64::NAN, f64::INFINITY, f64::MAX, f64::MIN, -0.0]).prop_map(Some),
        1 => Just(None),
    ]
}

fn values() -> impl Strategy<Value = Vec<Option<f64>>> {
    prop_oneof![prop::collection::vec(value(), 0..70), (value(), 0..70usize).prop_map(|(v, n)| vec![v; n])]
}

/// From nothing to a wall, and what is no size at all.
fn size() -> impl Strategy<Value = i32> {
    prop_oneof![6 => 200..1_200i32, 2 => 1..60i32, 1 => any::<i32>()]
}

fn text() -> impl Strategy<Value = String> {
    "[а-яa-z0-9 ]{0,24}"
}

fn shape() -> impl Strategy<Value = Shape> {
    prop::sample::select(vec![Shape::Line, Shape::Area, Shape::AreaAbove, Shape::AreaBelow, Shape::Bar])
}

/// The whole picture as a box.
fn sheet(view: ViewBox) -> Rect {
    Rect { x: 0, y: 0, width: view.width, height: view.height }
}

/// Every x and y of a path made of M, L, H and Z; `h0` is the dot of a lone month.
fn path_points(path: &str) -> Vec<(Option<i32>, Option<i32>)> {
    let path = path.replace("h0", "");
    let pieces = path.split(['M', 'L', 'Z']).filter(|piece| !piece.is_empty());
    let numbers =
        |piece: &str| -> Vec<i32> { piece.split(' ').map(|n| n.parse().expect("a whole number")).collect() };
    let mut points = Vec::new();
    for piece in pieces {
        let mut runs = piece.split('H');
        let both = numbers(runs.next().unwrap_or_default());
        assert_eq!(both.len(), 2, "{piece}");
        points.push((Some(both[0]), Some(both[1])));
        points.extend(runs.map(|x| (Some(numbers(x)[0]), None)));
    }
    points
}

fn path_inside(path: &str, frame: Rect) -> bool {
    let x_ok = |x: i32| (frame.x..=frame.right()).contains(&x);
    let y_ok = |y: i32| (frame.y..=frame.bottom()).contains(&y);
    path_points(path).into_iter().all(|(x, y)| x.is_none_or(x_ok) && y.is_none_or(y_ok))
}

fn tick_value(tick: &Tick) -> f64 {
    tick.mantissa as f64 * 10f64.powi(i32::from(tick.exponent))
}

fn extent(values: &[Option<f64>]) -> Extent {
    let mut extent = Extent::EMPTY;
    values.iter().for_each(|value| extent.add(*value));
    extent
}

proptest! {
    #[test]
    fn ticks_ascend_and_cover(values in values(), count in any::<i32>(), whole: bool, height in 1..2_000i32) {
        let (lo, hi) = extent(&values).spread();
        let axis = extent(&values).axis(height, 0, count, whole);
        let told: Vec<f64> = axis.ticks.iter().map(tick_value).collect();
        let slack = (told[told.len() - 1] - told[0]) * 1e-6;
        prop_assert!(told.windows(2).all(|pair| pair[0] < pair[1]), "{told:?}");
        prop_assert!(told[0] <= lo + slack && *told.last().unwrap() >= hi - slack, "{told:?} {lo} {hi}");
        prop_assert!(axis.ticks.len() as i32 <= count.clamp(1, 50) + 3);
        prop_assert!(axis.ticks.windows(2).all(|pair| pair[0].at >= pair[1].at));
        prop_assert!(axis.ticks.iter().all(|tick| (0..=height).contains(&tick.at)));
        prop_assert!(!whole || axis.ticks.iter().all(|tick| tick.exponent >= 0));
        prop_assert!(told.iter().all(|value| value.abs() < 7.9e28));
        prop_assert!(axis.ticks.iter().all(|tick| tick.exponent >= -28 && tick.mantissa.abs() < 1 << 40));
    }

    #[test]
    fn a_scale_is_monotone(lo: f64, hi: f64, from: i32, to: i32, a: f64, b: f64) {
        let scale = Scale::new(lo, hi, from, to);
        let (low, high) = (scale.at(a.min(b)), scale.at(a.max(b)));
        let monotone = if from <= to { low <= high } else { low >= high };
        prop_assert!(monotone || a.is_nan() || b.is_nan(), "{low} {high}");
        prop_assert!((from.min(to)..=from.max(to)).contains(&scale.at(a)));
    }

    #[test]
    fn month_labels_do_not_touch(count in 0..400usize, first: i32, label in 0..200i32, width in 1..1_500i32) {
        for columns in [Columns::banded(count, 0, width), Columns::pointed(count, 0, width)] {
            let ticks = columns.ticks(first, label, width);
            prop_assert_eq!(ticks.is_empty(), count == 0);
            prop_assert!(ticks.windows(2).all(|pair| pair[1].label - pair[0].label > label));
            let half = label.min(width) / 2;
            prop_assert!(ticks.iter().all(|t| t.label >= half && t.label + half <= width));
            prop_assert!(ticks.iter().all(|t| t.at >= 0 && t.at <= width && t.month < count));
        }
    }

    #[test]
    fn everything_is_in_the_picture(
        rows in prop::collection::vec((shape(), values(), values(), text()), 0..5),
        marks in prop::collection::vec((any::<f64>(), -2.0..70.0f64, value(), text(), any::<bool>()), 0..5),
        levels in prop::collection::vec((value(), text()), 0..3),
        sizes in (size(), size()), font in size(), margins in (size(), size(), size(), size()),
        ordinary: bool, months in prop_oneof![0..70usize, any::<usize>()], first: i32, stacked: bool, whole: bool,
    ) {
        let series: Vec<_> = rows.iter().map(|(shape, values, floor, label)| {
            Series { shape: *shape, values, floor: if *shape == Shape::Area && values.len() % 2 == 0 { floor } else { &[] }, label }
        }).collect();
        let asked: Vec<_> = marks.iter().map(|(odd, month, value, label, below)| {
            let month = if ordinary { *month } else { *odd };
            Annotation { month, value: *value, label, side: if *below { Side::Below } else { Side::Above } }
        }).collect();
        let levels: Vec<_> = levels.iter().map(|(value, label)| Level { value: *value, label }).collect();
        let moments: Vec<_> = asked.iter().map(|mark| Moment { month: mark.month, label: mark.label }).collect();
        let margin = if ordinary { Margin::default() } else {
            Margin { top: margins.0, right: margins.1, bottom: margins.2, left: margins.3 }
        };
        let chart = MonthChart {
            view: ViewBox { width: sizes.0, height: sizes.1 }, margin, font: if ordinary { 13 } else { font }, months, first, whole,
            bars: if stacked { Bars::Stacked } else { Bars::Grouped },
            series: &series, annotations: &asked, levels: &levels, moments: &moments, ..MonthChart::default()
        };
        let plot = chart.draw();
        let sheet = sheet(plot.view);
        prop_assert!(sheet.holds(plot.frame));
        prop_assert_eq!(chart.ticks(), plot.y_ticks.clone());
        prop_assert!(plot.zero.is_none_or(|y| sheet.touches(Point { x: 0, y })), "{plot:?}");
        for drawn in &plot.series {
            prop_assert!(path_inside(&drawn.path, plot.frame), "{}", drawn.path);
            prop_assert!(drawn.bars.iter().all(|bar| plot.frame.holds(bar.rect)), "{:?} {:?}", drawn.bars, plot.frame);
        }
        let font = chart.font.clamp(1, 200);
        let mut spaces: Vec<Rect> = Vec::new();
        let ends = plot.series.iter().zip(&series).map(|(drawn, s)| (drawn.end, s.label));
        let spots = plot.annotations.iter().zip(&asked).map(|(spot, m)| (spot.and_then(|s| s.label), m.label));
        let rules = plot.levels.iter().zip(&levels).map(|(rule, l)| (rule.and_then(|r| r.label), l.label));
        let uprights = plot.moments.iter().zip(&moments).map(|(rule, m)| (rule.and_then(|r| r.label), m.label));
        for (place, text) in ends.chain(spots).chain(rules).chain(uprights) {
            spaces.extend(place.map(|place| place.space(text, font)));
        }
        prop_assert!(spaces.iter().all(|space| sheet.holds(*space)), "{spaces:?} {sheet:?}");
        for (i, a) in spaces.iter().enumerate() {
            prop_assert!(!spaces.iter().skip(i + 1).any(|b| a.overlaps(*b)), "{spaces:?}");
        }
        prop_assert!(plot.annotations.iter().flatten().all(|spot| plot.frame.touches(spot.at)));
        prop_assert!(plot.levels.iter().flatten().all(|rule| plot.frame.touches(Point { x: plot.frame.x, y: rule.at })), "{plot:?}");
        prop_assert!(plot.moments.iter().flatten().all(|rule| plot.frame.touches(Point { x: rule.at, y: plot.frame.y })), "{plot:?}");
        prop_assert!(plot.columns.nearest(sizes.0).is_none() == (months == 0));
    }

    #[test]
    fn bars_are_as_high_as_their_values(values in prop::collection::vec(-1e6..1e6f64, 1..60)) {
        let given: Vec<_> = values.iter().map(|v| Some(*v)).collect();
        let series = [Series { shape: Shape::Bar, values: &given, floor: &[], label: "" }];
        let plot = MonthChart { months: values.len(), series: &series, ..MonthChart::default() }.draw();
        let (first, last) = (&plot.y_ticks[0], &plot.y_ticks[plot.y_ticks.len() - 1]);
        let unit = f64::from(plot.frame.height) / (tick_value(last) - tick_value(first));
        for (bar, value) in plot.series[0].bars.iter().zip(&values) {
            prop_assert!((f64::from(bar.rect.height) - value.abs() * unit).abs() <= 1.001, "{bar:?} {value}");
            prop_assert_eq!(bar.negative, *value < 0.0);
        }
        prop_assert!(plot.series[0].bars.windows(2).all(|pair| pair[0].rect.right() <= pair[1].rect.x));
    }

    #[test]
    fn stacked_bars_stand_on_one_another(rows in prop::collection::vec(prop::collection::vec(0.0..1e6f64, 12), 1..5)) {
        let given: Vec<Vec<_>> = rows.iter().map(|row| row.iter().map(|v| Some(*v)).collect()).collect();
        let series: Vec<_> = given.iter().map(|values| Series { shape: Shape::Bar, values, floor: &[], label: "" }).collect();
        let plot = MonthChart { months: 12, bars: Bars::Stacked, series: &series, ..MonthChart::default() }.draw();
        for pair in plot.series.windows(2) {
            let month = |(lower, upper): (&Bar, &Bar)| lower.rect.y == upper.rect.bottom();
            prop_assert!(pair[0].bars.iter().zip(&pair[1].bars).all(month));
        }
    }

    #[test]
    fn funnels_of_anything(
        stages in prop::collection::vec((text(), text(), value()), 0..13), width in size(), font in 1..30i32, bar in size(), gap in size(),
    ) {
        let stages: Vec<_> = stages.iter().map(|(name, text, count)| FunnelStage { name, text, count: *count }).collect();
        let plot = Funnel { width, font, bar, gap, stages: &stages, largest: None }.draw();
        let sheet = sheet(plot.view);
        prop_assert_eq!(plot.rows.len(), stages.len());
        prop_assert_eq!(plot.links.len(), stages.len().saturating_sub(1));
        for (row, stage) in plot.rows.iter().zip(&stages) {
            let positive = stage.count.is_some_and(|count| count.is_finite() && count > 1e-15);
            prop_assert!(row.bar.is_none_or(|bar| sheet.holds(bar)));
            prop_assert!(!positive || row.bar.is_some_and(|bar| bar.width >= 2.min(sheet.width)));
        }
        prop_assert!(plot.links.iter().all(|link| path_inside(&link.path, sheet)));
        prop_assert!(plot.links.iter().all(|link| link.permille.is_none_or(|p| p >= 0)));
        prop_assert!(plot.rows.windows(2).all(|pair| pair[0].name.y < pair[1].name.y));
    }

    #[test]
    fn road_maps_of_anything(
        lanes in prop::collection::vec((text(), prop_oneof![-10..70i32, any::<i32>()], prop::option::of(-10..70i32),
            prop::collection::vec(any::<f64>(), 0..40)), 0..25),
        width in size(), months in 0..70usize, first: i32, moment: f64, label in text(),
    ) {
        let lanes: Vec<_> = lanes.iter().map(|(name, from, to, strength)| Lane { name, from: *from, to: *to, strength }).collect();
        let moments = [Moment { month: moment, label: &label }, Moment { month: 3.5, label: &label }];
        let plot = Timeline { width, months, first, lanes: &lanes, moments: &moments, ..Timeline::default() }.draw();
        let sheet = sheet(plot.view);
        prop_assert!(sheet.holds(plot.frame));
        for (row, lane) in plot.rows.iter().zip(&lanes) {
            prop_assert!(sheet.holds(row.row));
            prop_assert!(row.bar.is_none_or(|bar| row.row.holds(bar) && plot.frame.holds(bar)));
            prop_assert!(row.segments.windows(2).all(|p| p[0].rect.right() == p[1].rect.x && p[0].strength != p[1].strength));
            prop_assert!(row.segments.iter().all(|segment| segment.strength <= 4));
            prop_assert!(row.stands == Where::Over || sheet.holds(row.name.space(lane.name, 13)));
        }
        for rule in plot.moments.iter().flatten() {
            prop_assert!(rule.label.is_none_or(|place| sheet.holds(place.space(&label, 13))));
        }
    }

    #[test]
    fn waterfalls_of_anything(steps in prop::collection::vec((text(), text(), value(), any::<bool>()), 0..12), width in size()) {
        let steps: Vec<_> = steps.iter().map(|(name, text, change, total)| WaterfallStep { name, text, change: *change, total: *total }).collect();
        let plot = Waterfall { width, steps: &steps, ..Waterfall::default() }.draw();
        let sheet = sheet(plot.view);
        prop_assert!(sheet.holds(plot.frame) && (plot.frame.x..=plot.frame.right()).contains(&plot.zero));
        prop_assert!(plot.rows.iter().filter_map(|row| row.bar).all(|bar| plot.frame.holds(bar)));
        prop_assert!(plot.links.iter().all(|link| plot.frame.touches(Point { x: link.x, y: link.from }) && link.from <= link.to), "{plot:?}");
        prop_assert!(plot.rows.iter().all(|row| row.text.x >= 0 && row.text.x <= plot.view.width));
    }
}

#[test]
fn cash_with_its_low_point() {
    let cash = [100.0, -50.0, -100.0, 100.0].map(Some);
    let row = |shape| Series { shape, values: &cash, floor: &[], label: "" };
    let series = [row(Shape::AreaBelow), row(Shape::Line)];
    let marks = [Annotation { month: 2.0, value: Some(-100.0), label: "-100", side: Side::Below }];
    let view = ViewBox { width: 348, height: 140 };
    let margin = Margin { top: 20, right: 0, bottom: 20, left: 48 };
    let plot =
        MonthChart { view, margin, months: 4, series: &series, annotations: &marks, ..MonthChart::default() }
            .draw();
    insta::assert_snapshot!(plot.series[0].path, @"M48 70L115 70L148 95L248 120L298 70L348 70L348 70L48 70Z");
    insta::assert_snapshot!(plot.series[1].path, @"M48 20L148 95L248 120L348 20");
    let label = Some(TextPlace { x: 248, y: 111, anchor: Anchor::End });
    assert_eq!(plot.annotations[0], Some(DrawnAnnotation { at: Point { x: 248, y: 120 }, label }));
}

#[test]
fn gaps_break_lines_and_lone_months_stay_visible() {
    let values = [Some(1.0), Some(2.0), None, Some(f64::INFINITY), Some(0.0)];
    let series = [Series { shape: Shape::Line, values: &values, floor: &[], label: "" }];
    let view = ViewBox { width: 100, height: 100 };
    let margin = Margin { top: 0, right: 0, bottom: 0, left: 0 };
    let plot = MonthChart { view, margin, months: 5, series: &series, ..MonthChart::default() }.draw();
    insta::assert_snapshot!(plot.series[0].path, @"M0 50L25 0M100 100h0");
}

#[test]
fn a_fan_lies_between_its_edges() {
    let (upper, lower) = ([3.0, 4.0].map(Some), [1.0, 0.0].map(Some));
    let series = [Series { shape: Shape::Area, values: &upper, floor: &lower, label: "" }];
    let view = ViewBox { width: 100, height: 100 };
    let margin = Margin { top: 0, right: 0, bottom: 0, left: 0 };
    let plot = MonthChart { view, margin, months: 2, series: &series, ..MonthChart::default() }.draw();
    insta::assert_snapshot!(plot.series[0].path, @"M0 25L100 0L100 100L0 75Z");
}
