//! The details of a channel: where it works, what becomes of money above its limit, its hypothesis, its own conversions.

use crate::browser::focus;
use crate::model::Edit;
use crate::number::Exact;
use crate::text::{Word, field_short, hint, row_name};
use crate::ui::fields::{ChoiceField, NumberField, TextField, input_id, remove_row};
use crate::ui::icon::icon;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The id of the button that opens the details of the channel at a path.
pub fn more_id(path: &str) -> String {
    format!("more-{}", input_id(path))
}

/// The details of the channel at a path.
pub fn details(desk: Desk, path: &str) -> AnyView {
    let own = format!("{path}/own");
    let (title, about) = (own.clone(), own.clone());
    let row = path.to_owned();
    let id = path.rsplit('/').next().unwrap_or_default().to_owned();
    let is_paid = Memo::new(move |_| {
        desk.model.with(|model| !model.channels.iter().any(|channel| channel.id == id && channel.is_free()))
    });
    let over_limit =
        move || is_paid.get().then(|| view! { <ChoiceField path=format!("{row}/over_limit") /> });
    view! {
        <div class="fields">
            <ChoiceField path=format!("{path}/place") />
            <NumberField path=format!("{path}/growth") />
            {over_limit}
            <TextField path=format!("{path}/hypothesis") long=true />
            <div class="full">
                <h4>{move || desk.show(|show| field_short(show, &title))}</h4>
                <p class="hint">{move || desk.show(|show| hint(show, &about))}</p>
            </div>
            {stages(desk, own)}
        </div>
    }
    .into_any()
}

/// A stage of the funnel as a channel sees it.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Step {
    id: String,
    name: String,
    is_own: bool,
}

fn stages(desk: Desk, own: String) -> AnyView {
    let rows = own.clone();
    let steps = Memo::new(move |_| steps(desk, &rows));
    view! {
        <For
            each=move || steps.get()
            key=|step| step.clone()
            children=move |step| if step.is_own { own_step(desk, &own, step) } else { usual_step(desk, &own, step) }
        />
    }
    .into_any()
}

fn steps(desk: Desk, own: &str) -> Vec<Step> {
    desk.model.with(|model| {
        let channel =
            model.channels.iter().find(|channel| own.split('/').nth(1) == Some(channel.id.as_str()));
        let has = |id: &str| channel.is_some_and(|channel| channel.own.iter().any(|row| row.id == id));
        let name = |id: &str| desk.show(|show| row_name(show, model, &["funnel/stages/", id].concat()));
        let stages = model.funnel.stages.iter();
        stages
            .map(|stage| Step { id: stage.id.clone(), name: name(&stage.id), is_own: has(&stage.id) })
            .collect()
    })
}

/// The channel's own conversion, and the way back to the funnel's.
fn own_step(desk: Desk, own: &str, step: Step) -> AnyView {
    let row = format!("{own}/{}", step.id);
    let button = button_id(&row);
    let remove = {
        let (row, button) = (row.clone(), button.clone());
        move |_| {
            remove_row(desk, &row);
            focus::later(button.clone());
        }
    };
    view! {
        <div>
            <NumberField path=format!("{row}/conversion") label=step.name />
            <button type="button" class="link" on:click=remove>{move || desk.word(Word::PLAN_OWN_REMOVE)}</button>
        </div>
    }
    .into_any()
}

/// The funnel's conversion, and the way to one of the channel's own.
fn usual_step(desk: Desk, own: &str, step: Step) -> AnyView {
    let row = format!("{own}/{}", step.id);
    let (rows, id) = (own.to_owned(), step.id.clone());
    let button = button_id(&row);
    let first = input_id(&format!("{row}/conversion"));
    let add = move |_| {
        if desk.edit(Edit::Add { rows: rows.clone(), id: Some(id.clone()) }).is_ok() {
            focus::later(first.clone());
        }
    };
    let stage = step.id;
    let usual = move || {
        let share = desk.model.with(|model| {
            model
                .funnel
                .stages
                .iter()
                .find(|own| own.id == stage)
                .map(|own| Exact::Value(own.conversion.value))
        });
        let shown = share.map(|share| desk.show(|show| show.percent(share))).unwrap_or_default();
        desk.with(Word::PLAN_OWN_USUAL, "share", &shown)
    };
    view! {
        <div class="field">
            <span class="name">{step.name}</span>
            <button type="button" id=button on:click=add>{icon("i-plus")}{move || desk.word(Word::PLAN_OWN_ADD)}</button>
            <p class="note">{usual}</p>
        </div>
    }
    .into_any()
}

fn button_id(row: &str) -> String {
    format!("own-{}", input_id(row))
}
