//! What a client brings over its life beside what winning it costs. It stands on the Start screen, so it does without
//! the renderer of the later charts.

use crate::first_screen::bar_label;
use crate::number::{Exact, Money};
use crate::picture::scale_length;
use crate::text::{Word, capitalised};
use crate::ui::state::desk;
use leptos::prelude::*;

/// What a client brings, and what winning it costs.
pub type ClientSums = (Money<Exact>, Money<Exact>);

/// Two bars: contribution over the life, and loaded CAC.
#[component]
pub fn ClientScale(
    /// What they show.
    sums: Memo<ClientSums>,
) -> impl IntoView {
    let desk = desk();
    let bar = move |of: fn(&ClientSums) -> Money<Exact>, name: Word, y: i32, class: &'static str| {
        let shown = move || desk.show(|show| sums.with(|sums| show.money(of(sums).0)));
        let width = move || sums.with(|sums| scale_length(of(sums), sums.0.most(sums.1)));
        let label = move || bar_label(width());
        view! {
            <text x="0" y=(y - 8).to_string()>{move || capitalised(&desk.word(name))}</text>
            <rect class=class x="0" y=y.to_string() width=move || width().to_string() height="26" rx="3" />
            <text class=move || label().class x=move || label().x.to_string() y=(y + 18).to_string()>{shown}</text>
        }
    };
    view! {
        <svg class="plot" viewBox="0 0 300 118" aria-hidden="true">
            {bar(|sums| sums.0, Word::START_SCALE_BRINGS, 20, "bar in")}
            {bar(|sums| sums.1, Word::START_SCALE_COSTS, 80, "bar out")}
        </svg>
    }
}
