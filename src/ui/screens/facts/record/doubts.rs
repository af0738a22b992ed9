//! What can hardly be right of what is written down, each with the way to its cell.

use super::super::view::View;
use crate::browser::focus;
use crate::evidence::{Doubt, doubts};
use crate::plan::ChannelMonths;
use crate::text::{Word, doubt_text};
use crate::ui::fields::input_id;
use crate::ui::icon::mark;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// So many are shown; the rest is counted.
const MOST: usize = 5;

/// What to look at again, a moment after the last change; nothing while nothing is doubted.
pub fn doubtful(desk: Desk, view: View, channels: Memo<Vec<ChannelMonths>>) -> AnyView {
    let found = Memo::new(move |_| {
        let study = view.study.get();
        let plan = |outcome: &_| {
            channels.with_untracked(|channels| doubts(study.current().recorded(), channels, outcome))
        };
        desk.outcome.with_untracked(plan)
    });
    let shown = move || found.with(|found| (!found.is_empty()).then(|| list(desk, view, found)));
    shown.into_any()
}

fn list(desk: Desk, view: View, found: &[Doubt]) -> AnyView {
    let lines: Vec<_> = found.iter().take(MOST).filter_map(|doubt| line(desk, view, doubt)).collect();
    let rest = found.len().saturating_sub(MOST);
    let rest =
        (rest > 0).then(|| view! { <li class="soft">{desk.counted(Word::RECORD_AND_MORE, rest)}</li> });
    view! {
        <div class="message" data-tone="watch" id="facts-doubts">
            {mark("m-watch")}
            <div>
                <p><b>{desk.word(Word::RECORD_DOUBTS)}</b>" "{desk.word(Word::RECORD_DOUBTS_LEAD)}</p>
                <ul class="told">{lines}{rest}</ul>
            </div>
        </div>
    }
    .into_any()
}

fn line(desk: Desk, view: View, doubt: &Doubt) -> Option<AnyView> {
    let month = doubt.month;
    let (path, text) = desk.model.with_untracked(|model| {
        let place = doubt.cell.place(model, month)?;
        Some((place.path(), desk.show(|show| doubt_text(show, model, doubt))))
    })?;
    let go = move |_| {
        view.month.set(month);
        focus::later(input_id(&path));
    };
    Some(view! { <li><button type="button" class="link" on:click=go>{text}</button></li> }.into_any())
}
