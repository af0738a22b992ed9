//! Fields for months: of the plan, open to the end, and of the calendar.

use super::choice::option;
use super::lookup::{input_id, issue_of, label_of, look, state_of};
use crate::model::{Datum, Edit, Slot, YearMonth};
use crate::text::{Word, field_pattern, issue_text};
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;

/// A month of the plan.
#[component]
pub fn MonthField(
    /// Path of the month.
    #[prop(into)]
    path: String,
    /// Whether it stands in a table: no label of its own.
    #[prop(optional)]
    tight: bool,
) -> impl IntoView {
    select(path, tight, false)
}

/// A month of the plan, or to the end of it.
#[component]
pub fn OpenMonthField(
    /// Path of the month.
    #[prop(into)]
    path: String,
    /// Whether it stands in a table: no label of its own.
    #[prop(optional)]
    tight: bool,
) -> impl IntoView {
    select(path, tight, true)
}

fn select(path: String, tight: bool, open: bool) -> AnyView {
    let desk = desk();
    let id = input_id(&path);
    let note_id = format!("{id}-note");
    let open_word = StoredValue::new(when_open(&path));
    let path = StoredValue::new(path);
    let name = Signal::derive(move || path.with_value(|path| label_of(desk, path, "")));
    let chosen = Memo::new(move |_| path.with_value(|path| month_at(desk, path)));
    let put = move |event: leptos::ev::Event| {
        let month = event_target_value(&event).parse::<u32>().ok();
        let datum = if open { Datum::OpenMonth(month) } else { Datum::Whole(month.unwrap_or_default()) };
        desk.perform(&Edit::put(path.get_value(), datum));
    };
    let horizon = Memo::new(move |_| desk.model.with(|model| model.about.horizon));
    // A plan has thousands of months to choose from: a list is drawn when somebody comes near it.
    let near = RwSignal::new(false);
    let options = move || match near.get() {
        true => options(desk, chosen.get(), horizon.get(), open.then(|| open_word.get_value())),
        false => vec![chosen_only(desk, chosen.get(), open_word.get_value())],
    };
    let approach = move || {
        if !near.get_untracked() {
            near.set(true);
        }
    };
    let issue = Memo::new(move |_| path.with_value(|path| issue_of(desk, path)));
    let state =
        move || state_of(false, false, issue.with(|issue| issue.as_ref().map(|issue| issue.severity)));
    let note = move || {
        issue
            .get()
            .map(|issue| view! { <span class="wrong">{desk.show(|show| issue_text(show, &issue))}</span> })
    };
    let field = view! {
        <select
            id=id.clone()
            aria-label=move || tight.then(|| name.get())
            aria-describedby=note_id.clone()
            aria-invalid=move || (state() == Some("wrong")).then_some("true")
            on:change=put
            on:focus=move |_| approach()
            on:pointerenter=move |_| approach()
        >
            {options}
        </select>
        <p class="note" id=note_id>{note}</p>
    };
    match tight {
        true => view! { <div class="field tight" data-state=state>{field}</div> }.into_any(),
        false => {
            view! { <div class="field" data-state=state><label for=id>{name}</label>{field}</div> }.into_any()
        }
    }
}

/// What an open month stands for: the end of the plan, where no word says another thing.
fn when_open(path: &str) -> Word {
    Word::find(&["empty.", &field_pattern(path)].concat()).unwrap_or(Word::MONTH_OPEN)
}

/// The line of the month chosen, or of what an open one stands for.
fn chosen_only(desk: Desk, chosen: Option<u32>, open: Word) -> AnyView {
    match chosen {
        Some(month) => option(month.to_string(), desk.show(|show| show.month(month)), true),
        None => option(String::new(), desk.word(open), true),
    }
}

/// All the months of the plan as one list, with an open one before them where that may be chosen.
fn options(desk: Desk, chosen: Option<u32>, horizon: u32, open: Option<Word>) -> Vec<AnyView> {
    // A month behind the plan's last stays in the list while it is chosen: nothing is lost.
    let count = chosen.map_or(horizon, |month| horizon.max(month.saturating_add(1))).min(600);
    let to_the_end = open.map(|word| option(String::new(), desk.word(word), chosen.is_none()));
    let month =
        |month: u32| option(month.to_string(), desk.show(|show| show.month(month)), chosen == Some(month));
    to_the_end.into_iter().chain((0..count).map(month)).collect()
}

/// The month at a path; none where it is open.
fn month_at(desk: Desk, path: &str) -> Option<u32> {
    look(desk, path, |slot| match slot {
        Slot::Whole(month) => Some(month),
        Slot::OpenMonth(month) => month,
        _ => None,
    })
}

/// How far back and forth from the month chosen the calendar's list goes.
const BACK: u32 = 36;
const FORTH: u32 = 60;

/// A month of the calendar: the plan's first.
#[component]
pub fn CalendarField(
    /// Path of the month.
    #[prop(into)]
    path: String,
) -> impl IntoView {
    let desk = desk();
    let id = input_id(&path);
    let path = StoredValue::new(path);
    let name = move || path.with_value(|path| label_of(desk, path, ""));
    let chosen = Memo::new(move |_| path.with_value(|path| calendar_at(desk, path)));
    let put = move |event: leptos::ev::Event| {
        if let Some(month) = YearMonth::parse(&event_target_value(&event)) {
            desk.perform(&Edit::put(path.get_value(), Datum::Calendar(month.0)));
        }
    };
    let options = move || {
        let chosen = chosen.get();
        let months = chosen.saturating_sub(BACK)..=chosen.saturating_add(FORTH);
        let month = |month| {
            let words = desk.show(|show| show.digits.month(show.language, YearMonth(month), true));
            option(YearMonth(month).text(), words, month == chosen)
        };
        months.map(month).collect::<Vec<_>>()
    };
    view! {
        <div class="field">
            <label for=id.clone()>{name}</label>
            <select id=id on:change=put>{options}</select>
            <p class="note"></p>
        </div>
    }
}

fn calendar_at(desk: Desk, path: &str) -> u32 {
    look(desk, path, |slot| match slot {
        Slot::Calendar(month) => Some(month),
        _ => None,
    })
    .unwrap_or_default()
}
