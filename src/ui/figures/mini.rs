//! Pictures that stand beside fields, without a frame.

use super::canvas::{Canvas, finding_of};
use super::funnel::FUNNEL;
use crate::ui::state::desk;
use leptos::prelude::*;

/// As wide as the style sheet lets a picture beside fields grow.
const MOST: i32 = 352;

/// The funnel alone.
#[component]
pub fn MiniFunnel() -> impl IntoView {
    let finding = finding_of(desk(), &FUNNEL);
    view! { <Canvas subject=&FUNNEL finding most=MOST /> }
}
