//! The months with facts, one line each with what is in it: a press opens the month.

use super::super::view::View;
use crate::browser::focus;
use crate::evidence::{MonthTotals, Recorded};
use crate::text::Word;
use crate::text::summaries::month_summary;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// So many months stand open, the newest; those before them fold.
const NEWEST: usize = 3;

/// The list; nothing while nothing is written down.
pub fn recorded_months(desk: Desk, view: View, month: Memo<u32>, recorded: Memo<Recorded>) -> AnyView {
    let known = Memo::new(move |_| {
        let totals = |recorded: &Recorded| {
            recorded.known_months().filter_map(|t| Some((t, recorded.totals(t)?))).collect::<Vec<_>>()
        };
        recorded.with(totals)
    });
    let list = move || {
        let known = known.get();
        let before = known.len().saturating_sub(NEWEST);
        let (earlier, newest) = known.split_at_checked(before)?;
        let line = |own: &(u32, MonthTotals)| line(desk, view, month, *own);
        let earlier = (before > 0).then(|| {
            view! {
                <details class="earlier">
                    <summary>{desk.counted(Word::RECORD_MONTHS_BEFORE, before)}</summary>
                    <ul>{earlier.iter().map(line).collect::<Vec<_>>()}</ul>
                </details>
            }
        });
        let list = view! {
            <nav class="recorded-months no-print" aria-label=desk.word(Word::RECORD_MONTHS)>
                {earlier}
                <ul>{newest.iter().map(line).collect::<Vec<_>>()}</ul>
            </nav>
        };
        (!known.is_empty()).then_some(list)
    };
    list.into_any()
}

fn line(desk: Desk, view: View, month: Memo<u32>, (t, totals): (u32, MonthTotals)) -> AnyView {
    let is_open = move || (month.get() == t).then_some("true");
    let open = move |_| {
        view.month.set(t);
        focus::later("facts-month".to_owned());
    };
    view! {
        <li>
            <button type="button" class="link" aria-current=is_open on:click=open>
                <b>{desk.show(|show| show.month(t))}</b>
                <span>{desk.show(|show| month_summary(show, &totals))}</span>
            </button>
        </li>
    }
    .into_any()
}
