//! What can hardly be right of what is written down, each with the way to its cell.

use super::super::View;
use super::super::paths::{channel_name, figure_name, full_name, path_of};
use crate::browser::focus;
use crate::evidence::{Cell, ChannelCell, Doubt, MonthCell, Recorded, Wrong, doubts};
use crate::model::Model;
use crate::number::Exact;
use crate::plan::ChannelMonths;
use crate::text::{Filling, Show, Word};
use crate::ui::fields::input_id;
use crate::ui::icon::mark;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// So many are shown; the rest is counted.
const MOST: usize = 5;

/// What to look at again, a moment after the last change; nothing while nothing is doubted.
pub fn doubtful(desk: Desk, view: View, channels: Memo<Vec<ChannelMonths>>) -> AnyView {
    let found = Memo::new(move |_| {
        let recorded = view.model.with(|model| Recorded::new(model));
        let plan = |outcome: &_| channels.with_untracked(|channels| doubts(&recorded, channels, outcome));
        desk.outcome.with_untracked(plan)
    });
    let shown = move || found.with(|found| (!found.is_empty()).then(|| list(desk, view, found)));
    shown.into_any()
}

fn list(desk: Desk, view: View, found: &[Doubt]) -> AnyView {
    let lines: Vec<_> = found.iter().take(MOST).filter_map(|doubt| line(desk, view, doubt)).collect();
    let rest = u64::try_from(found.len().saturating_sub(MOST)).unwrap_or(u64::MAX);
    let rest = (rest > 0).then(|| {
        let told = [("n", Filling::Number(&rest.to_string(), Some(rest)))];
        view! { <li class="soft">{desk.show(|show| show.phrase(Word::RECORD_AND_MORE, &told))}</li> }
    });
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
    let (path, told) = desk.model.with_untracked(|model| {
        let path = path_of(model, month, doubt.cell)?;
        let told = desk.show(|show| told(show, model, doubt, &path));
        Some((path, told))
    })?;
    let go = move |_| {
        view.month.set(month);
        focus::later(input_id(&path));
    };
    Some(view! { <li><button type="button" class="link" on:click=go>{told}</button></li> }.into_any())
}

/// "Jan 2027, Search ads: 50 reached …".
fn told(show: &Show<'_>, model: &Model, doubt: &Doubt, path: &str) -> String {
    let month = show.month(doubt.month);
    let month = ("month", Filling::Text(&month));
    match (doubt.wrong, doubt.cell) {
        (Wrong::MoreThanCame { before, reached, came }, Cell::Channel(place, _)) => {
            let before_path = path_of(model, doubt.month, Cell::Channel(place, before)).unwrap_or_default();
            let channel = channel_name(show, model, path).unwrap_or_default();
            let [stage, previous] = [path, &before_path].map(|path| figure_name(show, model, path));
            let (n, m) = (show.count(reached), show.count(came));
            let fillings = [
                month,
                ("channel", Filling::Text(&channel)),
                ("stage", Filling::Text(&stage)),
                ("before", Filling::Text(&previous)),
                ("n", Filling::Number(&n, whole(reached))),
                ("m", Filling::Number(&m, whole(came))),
            ];
            show.phrase(of_funnel(doubt.cell, before), &fillings)
        }
        (Wrong::TimesThePlan(times), _) => {
            let n = show.plain(Exact::Value(times.into()), 0);
            let figure = full_name(show, model, path);
            let fillings =
                [month, ("figure", Filling::Text(&figure)), ("n", Filling::Number(&n, Some(times)))];
            show.phrase(Word::RECORD_DOUBTS_TIMES, &fillings)
        }
        (Wrong::OfNewClientsAlone, _) => show.phrase(Word::RECORD_DOUBTS_NEW_ALONE, &[month]),
        (_, cell) => show.phrase(of_business(cell), &[month]),
    }
}

fn of_funnel(cell: Cell, before: ChannelCell) -> Word {
    match (cell, before) {
        (Cell::Channel(_, ChannelCell::Clients), _) => Word::RECORD_DOUBTS_CLIENTS,
        (_, ChannelCell::Leads) => Word::RECORD_DOUBTS_FIRST_STAGE,
        _ => Word::RECORD_DOUBTS_STAGE,
    }
}

fn of_business(cell: Cell) -> Word {
    match cell {
        Cell::Month(MonthCell::Lost) => Word::RECORD_DOUBTS_LOST,
        Cell::Month(MonthCell::Complaints) => Word::RECORD_DOUBTS_COMPLAINTS,
        Cell::Month(MonthCell::Refunds) => Word::RECORD_DOUBTS_REFUNDS,
        _ => Word::RECORD_DOUBTS_ON_PROMISE,
    }
}

/// The number that words agree with.
fn whole(count: Exact) -> Option<u64> {
    let count = count.decimal().ok().filter(|count| count.is_integer())?;
    u64::try_from(count).ok()
}
