//! What Result says of a plan that facts have come to: that it is the plan, and what is expected by the facts.

use super::settling::study;
use crate::evidence::Baseline;
use crate::model::is_light;
use crate::plan::total;
use crate::text::{Sentence, Value, Word};
use crate::ui::state::Desk;
use crate::ui::when_free::fill_when_free;
use leptos::prelude::*;

/// The line; nothing where there are no facts.
pub fn forecast_line(desk: Desk) -> AnyView {
    let found = RwSignal::new(None);
    fill_when_free(desk, found, told);
    let line = Memo::new(move |_| found.with(|found| found.as_ref().and_then(|(_, line)| line.clone())));
    (move || line.get().map(|line| view! { <p class="forecast hint">{desk.sentence(&line)}</p> })).into_any()
}

/// A heavy document is studied on the screen of facts only.
fn told(desk: Desk) -> Option<Sentence> {
    let is_studied = desk.model.with_untracked(|model| !model.facts.months.is_empty() && is_light(model));
    let study = is_studied.then(|| study(desk, None)).filter(|study| study.current().has_facts())?;
    let forecast = study.forecast(Baseline::Current);
    let [plan, expected] = [&forecast.plan, &forecast.forecast].map(|own| total(&own.profit).0);
    let fillings = [("plan", plan), ("forecast", expected)].map(|(name, sum)| (name, Value::ShortMoney(sum)));
    Some(Sentence::new(Word::MEANING_FORECAST, fillings))
}
