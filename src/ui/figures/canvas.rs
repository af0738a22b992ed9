//! The picture of a chart, drawn for the width it has on the page.

use super::subject::{Picture, Scene, Subject};
use crate::browser::measure::Measure;
use crate::text::findings::Finding;
use crate::ui::state::{Desk, desk};
use leptos::html::Div;
use leptos::prelude::*;

/// Widths are taken in steps, so that a window being drawn wider does not draw each pixel anew.
const STEP: i32 = 8;

/// The width where the browser measures nothing.
const UNMEASURED: i32 = 560;

/// A chart's picture alone; where there is nothing to draw, what it says in its place.
#[component]
pub fn Canvas(
    /// The chart.
    subject: &'static Subject,
    /// What it says: the picture's name for those who cannot see it.
    finding: Memo<Finding>,
    /// Its greatest width in pixels.
    #[prop(default = i32::MAX)]
    most: i32,
) -> impl IntoView {
    let desk = desk();
    on_paper(subject.paper, most, move |width| drawn(desk, subject, width, finding.get()))
}

/// A place for a picture that is drawn for the width it has on the page: on paper this one, nowhere wider than
/// the most.
pub fn on_paper(paper: i32, most: i32, picture: impl Fn(i32) -> AnyView + Send + 'static) -> AnyView {
    let place = NodeRef::<Div>::new();
    let width = RwSignal::new(0);
    let kept = StoredValue::new_local(None);
    place.on_load(move |element| {
        let told = move |pixels: i32| {
            let steps = pixels.min(most) / STEP * STEP;
            if width.try_get_untracked().is_some_and(|now| now != steps) {
                width.set(steps);
            }
        };
        kept.set_value(Measure::new(&element, paper, told));
        if kept.with_value(Option::is_none) {
            told(UNMEASURED);
        }
    });
    view! { <div class="canvas" node_ref=place>{move || picture(width.get())}</div> }.into_any()
}

fn drawn(desk: Desk, subject: &'static Subject, width: i32, finding: Finding) -> AnyView {
    said_or(finding, width, || on_scene(desk, width, subject.draw))
}

/// A picture by the name of what it says; where there is nothing to draw, what is said in its place.
pub fn said_or(finding: Finding, width: i32, picture: impl FnOnce() -> Picture) -> AnyView {
    if !finding.drawable {
        return view! { <div class="empty"><p>{finding.text}</p></div> }.into_any();
    }
    if width == 0 {
        return ().into_any();
    }
    let Picture { view, marks } = picture();
    let size = ["0 0 ", &view.width.to_string(), " ", &view.height.to_string()].concat();
    view! { <svg class="plot" viewBox=size role="img" aria-label=finding.text>{marks}</svg> }.into_any()
}

/// Looks at everything a chart is drawn from.
pub fn on_scene<T>(desk: Desk, width: i32, look: fn(&Scene<'_>) -> T) -> T {
    desk.show(|show| {
        desk.model.with(|model| desk.outcome.with(|outcome| look(&Scene { model, outcome, show, width })))
    })
}

/// What a chart says.
pub fn finding_of(desk: Desk, subject: &'static Subject) -> Memo<Finding> {
    Memo::new(move |_| {
        desk.show(|show| {
            desk.model.with(|model| desk.outcome.with(|outcome| (subject.finding)(model, outcome, show)))
        })
    })
}
