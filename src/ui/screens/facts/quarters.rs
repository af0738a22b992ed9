use super::View;
use crate::ui::state::Desk;
use leptos::prelude::*;

pub fn quarters(_desk: Desk, _view: View) -> AnyView {
    ().into_any()
}
