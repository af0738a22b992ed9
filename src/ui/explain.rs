//! "How is this computed": one dialog for every figure. Figures in it open their own computation,
//! numbers that were entered lead to their field.

mod grounds;
mod subject;

pub use subject::{basis_view, shown_value};

use super::icon::{icon, mark};
use super::state::{Desk, desk};
use crate::browser::{focus, pointing};
use crate::plan::{Explanation, Place, Scope, entered, explain, figure};
use crate::text::{
    Show, Word, figure_about, figure_means, figure_name, figure_reason, formula_in_numbers,
    formula_that_holds, row_name,
};
use grounds::grounds;
use leptos::html::Dialog;
use leptos::prelude::*;
use subject::Subject;

/// The dialog: opened by `desk.explained`.
#[component]
pub fn ExplainDialog() -> impl IntoView {
    let desk = desk();
    let dialog = NodeRef::<Dialog>::new();
    let trail = RwSignal::new(Vec::<Subject>::new());
    Effect::new(move |_| {
        let (Some(dialog), is_wanted) = (dialog.get(), desk.explained.get().is_some()) else { return };
        match (is_wanted, dialog.open()) {
            // Refused only where it is open already, or gone from the page.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let to_top = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.set_scroll_top(0);
        }
        focus::on("how-title");
    };
    let open = Callback::new(move |subject: Subject| {
        trail.update(|trail| trail.extend(untrack(|| subject_of(desk))));
        desk.explained.set(Some((subject.0.id, subject.1)));
        to_top();
    });
    let back = move |_| {
        let before = trail.try_update(Vec::pop).flatten();
        desk.explained.set(before.map(|(figure, place)| (figure.id, place)));
        to_top();
    };
    let close = move || {
        trail.set(Vec::new());
        desk.explained.set(None);
    };
    // Where the click meets the dialog itself and nothing in it, it was beside the sheet.
    let beside = move |event: leptos::ev::MouseEvent| {
        if dialog.get_untracked().is_some_and(|own| pointing::is_at(&event, &own)) {
            close();
        }
    };
    let body = move || subject_of(desk).map(|subject| body(desk, subject, open));
    let back_button = move || {
        (!trail.with(Vec::is_empty)).then(|| {
            let name = desk.word(Word::EXPLAIN_BACK);
            view! { <button type="button" class="quiet square" aria-label=name on:click=back>{icon("i-undo")}</button> }
        })
    };
    view! {
        <dialog class="computed" aria-labelledby="how-title" node_ref=dialog on:close=move |_| close() on:click=beside>
            <div class="head">
                {back_button}
                <h2 id="how-title" tabindex="-1" autofocus>{move || title(desk)}</h2>
                <button
                    type="button"
                    class="quiet square push"
                    aria-label=move || desk.word(Word::CLOSE)
                    on:click=move |_| close()
                >
                    {icon("i-close")}
                </button>
            </div>
            <div class="flow">{body}</div>
        </dialog>
    }
}

/// The figure that is open, and where.
fn subject_of(desk: Desk) -> Option<Subject> {
    let (id, place) = desk.explained.get()?;
    Some((figure(id)?, place))
}

fn title(desk: Desk) -> String {
    let Some((figure, place)) = subject_of(desk) else { return String::new() };
    let answer = desk.outcome.with(|outcome| figure.value(outcome, place));
    desk.show(|show| [&figure_name(show, figure), ": ", &shown_value(show, figure, answer)].concat())
}

fn body(desk: Desk, (figure, place): Subject, open: Callback<Subject>) -> AnyView {
    let (explanation, numbers) = desk
        .model
        .with(|model| (desk.outcome.with(|outcome| explain(model, outcome, figure, place)), entered(model)));
    let (about, means) = desk.show(|show| (figure_about(show, figure), figure_means(show, figure)));
    let means = means.map(|means| view! { <p>{means}</p> });
    let formula = formula_view(desk, &explanation);
    let reason = desk
        .outcome
        .with(|outcome| desk.show(|show| figure_reason(show, outcome, figure, explanation.value)));
    let reason = reason.map(|reason| {
        view! { <p class="message" data-tone="unknown">{mark("m-unknown")}<span>{reason}</span></p> }
    });
    view! {
        {place_choice(desk, (figure, place))}
        {reason}
        <p>{about}</p>
        {means}
        {formula}
        {grounds(desk, &explanation, &numbers, open)}
        <p class="hint">{desk.with(Word::HOW_SOURCE, "source", figure.source)}</p>
    }
    .into_any()
}

/// The formula by names, of its cases the one that holds, then by this model's numbers, where it does more than find a month.
fn formula_view(desk: Desk, explanation: &Explanation) -> AnyView {
    let (words, numbers) =
        desk.show(|show| (formula_that_holds(show, explanation), formula_in_numbers(show, explanation)));
    let numbers = numbers.rsplit_once(" = ").map(|(terms, result)| {
        let (terms, result) = ([terms, " = "].concat(), result.to_owned());
        view! {
            <h3>{desk.word(Word::HOW_NUMBERS)}</h3>
            <p class="formula num-formula">{terms}<span class="is">{result}</span></p>
        }
    });
    view! { <h3>{desk.word(Word::HOW_WORDS)}</h3><p class="formula">{words}</p>{numbers} }.into_any()
}

/// The month or the channel that is looked at, where there are several.
fn place_choice(desk: Desk, (figure, place): Subject) -> Option<AnyView> {
    let (word, options): (Word, Vec<(Place, String)>) = match (figure.scope, place) {
        (Scope::Channel, _) => (Word::EXPLAIN_CHANNEL, channel_places(desk)),
        (_, Place::Age(_)) => {
            let ages = 0..desk.outcome.with(|outcome| outcome.client.survival.len());
            let age =
                |age: usize| (Place::Age(u32::try_from(age).unwrap_or(u32::MAX)), (age + 1).to_string());
            (Word::EXPLAIN_AGE, ages.map(age).collect())
        }
        _ => {
            let months = 0..desk.outcome.with(|outcome| outcome.months());
            let month = |show: &Show<'_>, t| Some((place.in_month(t)?, show.month(t)));
            (Word::EXPLAIN_MONTH, desk.show(|show| months.filter_map(|t| month(show, t)).collect()))
        }
    };
    if options.is_empty() {
        return None;
    }
    let chosen = options.clone();
    let choose = move |event: leptos::ev::Event| {
        let at = event_target_value(&event).parse::<usize>().unwrap_or_default();
        if let Some((place, _)) = chosen.get(at) {
            desk.explained.set(Some((figure.id, *place)));
        }
    };
    let options = options.into_iter().enumerate().map(|(at, (of, name))| {
        view! { <option value=at.to_string() selected=of == place>{name}</option> }
    });
    Some(
        view! {
            <div class="field">
                <label for="how-place">{desk.word(word)}</label>
                <select id="how-place" on:change=choose>{options.collect_view()}</select>
            </div>
        }
        .into_any(),
    )
}

fn channel_places(desk: Desk) -> Vec<(Place, String)> {
    let mut places = vec![(Place::Whole, desk.word(Word::EXPLAIN_ALL_CHANNELS))];
    desk.model.with(|model| {
        desk.outcome.with(|outcome| {
            let channels = model.channels.iter().zip(&outcome.channels).enumerate();
            for (at, (channel, _)) in channels.filter(|(_, (_, own))| own.counts) {
                let name = desk.show(|show| row_name(show, model, &["channels/", &channel.id].concat()));
                places.push((Place::Channel(at), name));
            }
        });
    });
    places
}
