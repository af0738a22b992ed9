//! What the shapes of a chart mean: by their form as much as by their colour.

use super::ink;
use leptos::prelude::*;

/// One line of a legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The form.
    pub form: Form,
    /// Its class, which colours it.
    pub ink: &'static str,
    /// What it means.
    pub text: String,
}

/// The form of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A line or a dashed line, by its class.
    Line,
    /// A box, by its class.
    Box,
    /// A box filled with a pattern.
    Hatch(&'static str),
    /// An outlined box, struck through.
    Struck,
    /// Strips as thin as under a channel.
    Strip,
    /// The ring around a point.
    Ring,
}

/// The legend of a chart.
pub fn legend(keys: Vec<Key>) -> AnyView {
    let line = |Key { form, ink, text }: Key| {
        view! { <li><svg viewBox="0 0 28 12" aria-hidden="true">{sample(form, ink)}</svg>{text}</li> }
            .into_any()
    };
    let lines: Vec<_> = keys.into_iter().map(line).collect();
    view! { <ul class="legend">{lines}</ul> }.into_any()
}

const BOX: &str = "M4 1h20v10h-20z";

fn sample(form: Form, ink: &'static str) -> AnyView {
    match form {
        Form::Line => ink::path(ink, "M1 6h26".into()),
        Form::Box => ink::path(ink, BOX.into()),
        Form::Hatch(pattern) => ink::hatched(ink, pattern, BOX.into()),
        Form::Struck => ink::path(ink, "M4 1h20v10h-20zM4 6h20".into()),
        Form::Strip => ink::path(ink, "M1 8h13v3h-13zM14 5h13v6h-13z".into()),
        Form::Ring => view! { <circle class="ring" cx="14" cy="6" r="4.5" /> }.into_any(),
    }
}
