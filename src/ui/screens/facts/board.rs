use super::View;
use crate::ui::state::Desk;
use leptos::prelude::*;

pub fn board(_desk: Desk, _view: View) -> AnyView {
    ().into_any()
}
