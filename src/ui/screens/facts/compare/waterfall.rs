//! Why profit is not as planned: a picture and one line for each cause.

use super::super::view::Shown;
use crate::evidence::{Cause, NoVariance, Variance};
use crate::number::{Exact, Money};
use crate::picture::VARIANCE;
use crate::text::variance::{assumed_text, cause_text, sum_text};
use crate::text::{Filling, Show, Word};
use crate::ui::charts::chart_of;
use crate::ui::fields::FlagField;
use crate::ui::state::Desk;
use leptos::prelude::*;
use std::ops::Range;

/// Profit taken apart over months.
pub type TakenApart = Memo<Result<Variance, NoVariance>>;

/// The picture with its causes, what they rest on, and their sum.
pub fn variance(desk: Desk, shown: Shown, range: Memo<Range<u32>>) -> AnyView {
    let taken = taken_apart(shown, range);
    view! {
        {picture(desk, taken)}
        {estimating(shown)}
        {move || taken.with(|taken| taken.as_ref().ok().map(|variance| causes(desk, variance)))}
    }
    .into_any()
}

/// The choice whether orders that nobody counted are estimated, where there are such.
fn estimating(shown: Shown) -> AnyView {
    let lacks = Memo::new(move |_| shown.with(|compared| compared.plan().recorded().lacks_orders()));
    (move || lacks.get().then(|| view! { <FlagField path="facts/estimates_orders" /> })).into_any()
}

/// Profit of some months, taken apart.
pub fn taken_apart(shown: Shown, range: Memo<Range<u32>>) -> TakenApart {
    Memo::new(move |_| shown.with(|compared| compared.plan().variance(range.get())))
}

/// The picture alone.
pub fn picture(desk: Desk, taken: TakenApart) -> AnyView {
    chart_of(desk, &VARIANCE, taken, false)
}

/// The causes that moved anything.
fn moving(variance: &Variance) -> impl Iterator<Item = (Cause, Money<Exact>)> + '_ {
    variance.causes.iter().copied().filter(|(_, amount)| *amount != Money::ZERO)
}

fn causes(desk: Desk, variance: &Variance) -> AnyView {
    desk.show(|show| {
        let line = |(cause, amount)| view! { <li>{cause_text(show, cause, amount)}</li> }.into_any();
        let lines: Vec<_> = moving(variance).map(line).collect();
        view! {
            <ul class="causes">{lines}</ul>
            <p class="causes-sum"><b>{sum_text(show, variance)}</b></p>
            <p class="hint">{show.word(Word::COMPARE_FLEXED)}</p>
            {rests_on(show, variance)}
        }
        .into_any()
    })
}

/// What was taken from the plan, and what was left out.
pub fn rests_on(show: &Show<'_>, variance: &Variance) -> Vec<AnyView> {
    let assumed = assumed_text(show, &variance.assumed);
    let months =
        |months: &[u32]| months.iter().map(|month| show.month(*month)).collect::<Vec<_>>().join(", ");
    let notes = [
        (Word::COMPARE_ASSUMED, "lines", assumed),
        (Word::COMPARE_LEFT_OUT, "months", months(&variance.left_out)),
        (Word::COMPARE_WITHOUT_ORDERS, "months", months(&variance.without_orders)),
    ];
    let line = |(word, name, text): (Word, &str, String)| {
        let text = show.phrase(word, &[(name, Filling::Text(&text))]);
        view! { <p class="hint">{text}</p> }.into_any()
    };
    notes.into_iter().filter(|(.., text)| !text.is_empty()).map(line).collect()
}
