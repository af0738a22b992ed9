//! The way to a field from anywhere: an issue, an explanation.

use super::facts;
use super::people::{Section, View};
use super::plan::{Part, more_id};
use crate::browser::{elements, focus, pointing, timers};
use crate::ui::fields::{input_id, rows_are_coming};
use crate::ui::screen::Screen;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// How often, and how many milliseconds apart, one looks whether the screen is there.
const LOOKS: u32 = 600;
const PAUSE: u32 = 50;

/// Goes to the field at a path: to its screen, its part, its input. `people` is what the People screen looks at.
pub fn jump(desk: Desk, people: View, path: &str) {
    let section = Section::of(path);
    let of_facts = path.starts_with("facts/");
    let screen = match section {
        Some(_) => Screen::People,
        None if of_facts => Screen::Facts,
        None => Screen::Plan,
    };
    if let (Some(section), Some(role)) = (section, role_of(path)) {
        people.role.set(role.to_owned());
        if section == Section::Pay {
            people.proposed.set(path.split('/').nth(2).is_some_and(|field| field.starts_with("proposed")));
        }
    }
    if desk.screen.get_untracked() != screen {
        desk.screen.set(screen);
    }
    let heading = match section {
        Some(section) => section.heading(),
        None if of_facts => facts::TARGETS,
        None => Part::of(path).heading(),
    };
    reach(path.to_owned(), heading, pointing::presses(), LOOKS);
}

/// The screen may have to be loaded before there is anything to go to. Whoever does something else meanwhile is
/// not called away from it.
fn reach(path: String, heading: &'static str, presses: u32, looks: u32) {
    let look = move || match elements::element(heading) {
        _ if pointing::presses() != presses => {}
        Some(_) if !rows_are_coming() || looks == 0 => enter(&path, heading),
        _ if looks > 0 => timers::later(PAUSE, Box::new(move || reach(path, heading, presses, looks - 1))),
        _ => {}
    };
    focus::soon(Box::new(look));
}

fn enter(path: &str, heading: &str) {
    if focus::on(&input_id(path)) {
        return;
    }
    // The details of a row are drawn when they are opened: those of the innermost row that has any.
    match rows_of(path).any(|row| focus::press(&more_id(row))) {
        true => focus::later(input_id(path)),
        false => focus::heading(heading),
    }
}

/// The rows in which a field stands, the innermost first. The details of a role hold nothing of its pay.
fn rows_of(path: &str) -> impl Iterator<Item = &str> {
    let of_pay = Section::of(path) == Some(Section::Pay);
    let ends = path.rmatch_indices('/').map(|(at, _)| at);
    ends.filter_map(|end| path.get(..end)).filter(move |row| !of_pay || row.split('/').count() > 2)
}

fn role_of(path: &str) -> Option<&str> {
    path.strip_prefix("people/").and_then(|rest| rest.split('/').next())
}
