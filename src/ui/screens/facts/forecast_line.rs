//! What Result says of a plan that facts have come to: that it is the plan, and what is expected by the facts.

use super::settling::study;
use crate::browser::sight::{Idle, when_idle};
use crate::evidence::Baseline;
use crate::plan::total;
use crate::text::{Sentence, Value, Word};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// Documents of more people and channels than this are studied on the screen of facts only.
const MOST: usize = 30;

/// The line; nothing where there are no facts.
pub fn forecast_line(desk: Desk) -> AnyView {
    let line = RwSignal::new(None::<Sentence>);
    let waiting: StoredValue<Option<Idle>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        desk.model.track();
        waiting.set_value(Some(when_idle(move || {
            let _ = line.try_set(told(desk));
        })));
    });
    (move || line.get().map(|line| view! { <p class="forecast hint">{desk.sentence(&line)}</p> })).into_any()
}

fn told(desk: Desk) -> Option<Sentence> {
    let is_studied = desk.model.with_untracked(|model| {
        !model.facts.months.is_empty() && model.people.len() + model.channels.len() <= MOST
    });
    let study = is_studied.then(|| study(desk, None)).filter(|study| study.current().has_facts())?;
    let forecast = study.forecast(Baseline::Current);
    let [plan, expected] = [&forecast.plan, &forecast.forecast].map(|own| total(&own.profit).0);
    let fillings = [("plan", plan), ("forecast", expected)].map(|(name, sum)| (name, Value::ShortMoney(sum)));
    Some(Sentence::new(Word::MEANING_FORECAST, fillings))
}
