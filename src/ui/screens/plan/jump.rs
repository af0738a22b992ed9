//! The way to a field from anywhere: an issue, an explanation.

use super::own::more_id;
use super::part::Part;
use crate::browser::focus;
use crate::ui::fields::input_id;
use crate::ui::state::{Desk, Screen};
use leptos::prelude::*;

/// Goes to the field at a path: to its screen, its part, its input.
pub fn jump(desk: Desk, path: &str) {
    if desk.screen.get_untracked() != Screen::Plan {
        desk.screen.set(Screen::Plan);
    }
    let path = path.to_owned();
    focus::soon(Box::new(move || reach(&path)));
}

fn reach(path: &str) {
    if focus::on(&input_id(path)) {
        return;
    }
    // The details of a channel are drawn when they are opened.
    match channel_of(path) {
        Some(channel) if focus::press(&more_id(channel)) => focus::later(input_id(path)),
        _ => focus::heading(Part::of(path).heading()),
    }
}

fn channel_of(path: &str) -> Option<&str> {
    let rest = path.strip_prefix("channels/")?;
    let id = rest.split('/').next()?;
    path.get(..path.len() - rest.len() + id.len())
}
