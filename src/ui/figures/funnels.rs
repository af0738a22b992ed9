//! Two funnels on one scale: as planned and as it was.

use super::canvas::{on_paper, said_or};
use super::frame::framed;
use super::funnel::{Step, funnel};
use super::subject::{Table, float};
use crate::number::Count;
use crate::text::Word;
use crate::text::findings::Finding;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// Two funnels with the same stages.
#[derive(Clone, PartialEq)]
pub struct Funnels {
    /// What they say.
    pub finding: Finding,
    /// As planned, and as it was: empty where that is not known.
    pub both: [Vec<Step>; 2],
}

/// Width of one of them on paper, in pixels.
const PAPER: i32 = 320;

/// Both in one frame, each under its name.
pub fn funnels_chart(desk: Desk, title: Word, names: [Word; 2], drawn: Memo<Funnels>) -> AnyView {
    let finding = Memo::new(move |_| drawn.with(|drawn| drawn.finding.clone()));
    let picture = move |place: usize| {
        let own = move |width| {
            drawn.with(|drawn| {
                let steps = drawn.both.get(place).cloned().unwrap_or_default();
                if steps.is_empty() {
                    return ().into_any();
                }
                let text = [&desk.word(names[place.min(1)]), ". ", &drawn.finding.text].concat();
                let finding = Finding { text, drawable: true };
                said_or(finding, width, || desk.show(|show| funnel(show, width, steps, largest(drawn))))
            })
        };
        view! { <div class="flow"><h4>{move || desk.word(names[place.min(1)])}</h4>{on_paper(PAPER, 480, own)}</div> }
            .into_any()
    };
    let pictures = view! { <div class="two">{picture(0)}{picture(1)}</div> }.into_any();
    let table = move || drawn.with(|drawn| table(desk, drawn, names));
    framed(desk, (title, false), finding, pictures, Vec::new, table)
}

/// The largest count of both.
fn largest(drawn: &Funnels) -> Option<f64> {
    drawn.both.iter().flatten().filter_map(|step| float(step.count.0)).reduce(f64::max)
}

fn table(desk: Desk, drawn: &Funnels, names: [Word; 2]) -> Table {
    let [plan, fact] = &drawn.both;
    let passed = |steps: &[Step], at: usize| {
        let before = at.checked_sub(1).and_then(|before| steps.get(before));
        let share = before.zip(steps.get(at)).map(|(before, own)| share(own.count, before.count));
        share.map_or_else(|| "—".into(), |share| desk.show(|show| show.percent(share)))
    };
    let shown = |steps: &[Step], at: usize| {
        steps.get(at).map_or_else(|| "—".into(), |step: &Step| step.shown.clone())
    };
    let row = |(at, step): (usize, &Step)| {
        vec![step.name.clone(), shown(plan, at), passed(plan, at), shown(fact, at), passed(fact, at)]
    };
    let name = |word| desk.word(word);
    let rate = name(Word::CHARTS_FUNNEL_RATE);
    Table {
        head: vec![name(Word::CHARTS_FUNNEL_STAGES), name(names[0]), rate.clone(), name(names[1]), rate],
        rows: plan.iter().enumerate().map(row).collect(),
    }
}

fn share(own: Count<crate::number::Exact>, before: Count<crate::number::Exact>) -> crate::number::Exact {
    (own / before).0
}
