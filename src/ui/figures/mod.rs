//! The charts: each a subject that says what it finds, draws it and puts it into a table; one frame
//! for them all.

mod attainment;
mod axes;
mod canvas;
mod cash;
mod chain;
mod course;
mod frame;
mod funnel;
mod funnels;
mod ink;
mod lanes;
mod legend;
mod load;
mod mini;
mod money;
mod order;
mod payback;
mod road_map;
mod run_map;
mod scale;
mod subject;
mod waterfall;

pub use attainment::{Attained, Curve, Panel, attainment_chart, curve_point};
pub use course::{Drawn, course_chart, keys as course_keys};
pub use funnel::Step;
pub use funnels::{Funnels, funnels_chart};
pub use legend::{Form, Key};
pub use mini::MiniFunnel;
pub use run_map::{Tested, run_map};
pub use scale::ClientScale;
pub use subject::{Table, floats};
pub use waterfall::{Apart, Part, waterfall_chart};

use frame::Frame;
use leptos::prelude::*;

/// Revenue, costs and profit by month, with the month since which there is no loss.
#[component]
pub fn MoneyChart() -> impl IntoView {
    view! { <Frame subject=&money::MONEY /> }
}

/// The balance at the end of each month, with its lowest point and what is below zero.
#[component]
pub fn CashChart() -> impl IntoView {
    view! { <Frame subject=&cash::CASH /> }
}

/// What one client brings over its life against what winning it cost.
#[component]
pub fn PaybackChart() -> impl IntoView {
    view! { <Frame subject=&payback::PAYBACK /> }
}

/// From leads to clients, over the whole plan.
#[component]
pub fn FunnelChart() -> impl IntoView {
    view! { <Frame subject=&funnel::FUNNEL /> }
}

/// The price of an order, taken apart.
#[component]
pub fn ContributionChart() -> impl IntoView {
    view! { <Frame subject=&order::ORDER /> }
}

/// The channels on their timeline. Stands without a card of its own.
#[component]
pub fn RoadMapChart() -> impl IntoView {
    view! { <Frame subject=&road_map::ROAD_MAP bare=true /> }
}

/// How loaded each role is, month by month. Stands without a card of its own.
#[component]
pub fn LoadChart() -> impl IntoView {
    view! { <Frame subject=&load::LOAD bare=true /> }
}

/// Who hands work to whom, and what each thinks of it. Stands without a card of its own.
#[component]
pub fn ChainChart() -> impl IntoView {
    view! { <Frame subject=&chain::CHAIN bare=true /> }
}
