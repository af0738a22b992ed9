//! The Plan screen: everything that is entered, in parts, each with what it comes to beside it.

mod about;
mod add_ons;
mod channels;
mod costs;
mod effect;
mod funnel;
mod issues;
mod offer;
mod own;
mod part;
mod paste;
mod people;
mod retention;
mod survival;
pub(super) mod table;
mod terms;
mod versions;

pub use own::more_id;
pub use part::Part;

use crate::text::Word;
use crate::ui::sight::{First, sighted};
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;

/// Everything that is entered.
#[component]
pub fn PlanScreen() -> impl IntoView {
    let desk = desk();
    let here = RwSignal::new(Part::About);
    let shown = issues::shown(desk);
    // All are drawn with the page: the way to a field leads to any of them.
    let part = move |draw: fn(Desk, RwSignal<Part>) -> AnyView| {
        sighted(desk, First::WithPage, move |desk| draw(desk, here))
    };
    view! {
        <div class="plan">
            <header class="title full">
                <h1>{move || desk.word(Word::SCREEN_PLAN)}</h1>
                <p class="lead">{move || desk.word(Word::PLAN_LEAD)}</p>
            </header>
            {part::navigation(desk, here, shown)}
            <div class="sections">
                {issues::summary(desk, shown)}
                {part(about::about)}
                {part(channels::channels)}
                {part(funnel::funnel)}
                {part(offer::offer)}
                {part(people::people)}
                {part(costs::costs)}
                {part(terms::terms)}
                {part(versions::versions)}
            </div>
        </div>
    }
    .into_any()
}
