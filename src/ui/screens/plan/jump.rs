//! The way to a field from anywhere: an issue, an explanation.

use super::own::more_id;
use super::part::Part;
use crate::browser::{elements, focus, timers};
use crate::ui::fields::input_id;
use crate::ui::state::{Desk, Screen};
use leptos::prelude::*;

/// How often, and how many milliseconds apart, one looks whether the screen is there.
const LOOKS: u32 = 60;
const PAUSE: u32 = 50;

/// Goes to the field at a path: to its screen, its part, its input.
pub fn jump(desk: Desk, path: &str) {
    if desk.screen.get_untracked() != Screen::Plan {
        desk.screen.set(Screen::Plan);
    }
    reach(path.to_owned(), LOOKS);
}

/// The screen may have to be loaded before there is anything to go to.
fn reach(path: String, looks: u32) {
    let look = move || match elements::element(Part::of(&path).heading()) {
        Some(_) => enter(&path),
        None if looks > 0 => timers::later(PAUSE, Box::new(move || reach(path, looks - 1))),
        None => {}
    };
    focus::soon(Box::new(look));
}

fn enter(path: &str) {
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
