//! Names of a table that the plan does not have, and rows that say themselves what they are: what is to be
//! taken for what.

use super::Importing;
use super::changes::targets;
use super::told;
use crate::tables::{Import, Left, Named, Overrides, RowReading, Target, Unmatched};
use crate::text::{Filling, Word, row_name};
use crate::ui::state::Desk;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Which names are looked at: of the plan's channels or of the stages of its funnel.
#[derive(Clone, Copy)]
struct Kind {
    word: Word,
    rows: &'static str,
    prefix: &'static str,
    known: fn(&mut Overrides) -> &mut BTreeMap<String, String>,
}

const CHANNELS: Kind = Kind {
    word: Word::RECORD_NEW_CHANNELS,
    rows: "channels/",
    prefix: "import-channel-",
    known: |overrides| &mut overrides.channels,
};

const STAGES: Kind = Kind {
    word: Word::RECORD_NEW_STAGES,
    rows: "funnel/stages/",
    prefix: "import-stage-",
    known: |overrides| &mut overrides.stages,
};

/// What the figures are, where nothing in the table says it: assumed until the reader does.
pub fn figure(importing: Importing, import: &Import) -> Option<AnyView> {
    let (desk, chosen) = (importing.desk, import.figure.clone()?);
    let targets: Vec<Target> = desk.model.with(targets);
    let option = |(place, target): (usize, &Target)| {
        let name = desk.model.with(|model| desk.show(|show| told::target_name(show, model, target)));
        view! { <option value=place.to_string() selected=*target == chosen>{name}</option> }.into_any()
    };
    let list: Vec<_> = targets.iter().enumerate().map(option).collect();
    let choose = move |event: leptos::ev::Event| {
        let place = event_target_value(&event).parse::<usize>().ok();
        let target = place.and_then(|place| targets.get(place)).cloned();
        importing.overrule("import-figure".into(), |known| known.figure = target);
    };
    let is_assumed = importing.overrides.with(|known| known.figure.is_none());
    let doubt =
        is_assumed.then(|| view! { <span class="doubt">{desk.word(Word::RECORD_FIGURE_ASSUMED)}</span> });
    Some(
        view! {
            <div class="field">
                <label for="import-figure">{desk.word(Word::RECORD_FIGURE)}</label>
                <select id="import-figure" aria-describedby="import-figure-note" on:change=choose>{list}</select>
                <p class="note" id="import-figure-note">{doubt}</p>
            </div>
        }
        .into_any(),
    )
}

/// Channels and stages that the plan does not have.
pub fn names(importing: Importing, import: &Import) -> AnyView {
    view! {
        {unmatched(importing, CHANNELS, &import.new_channels)}
        {unmatched(importing, STAGES, &import.new_stages)}
    }
    .into_any()
}

/// An id and what it is called.
type Own = (String, String);

fn options(desk: Desk, rows: &str) -> Vec<Own> {
    let name = |id: &String| {
        let name = desk.model.with(|model| desk.show(|show| row_name(show, model, &[rows, id].concat())));
        (id.clone(), name)
    };
    desk.model.with(|model| match rows {
        "channels/" => model.channels.iter().map(|channel| name(&channel.id)).collect(),
        _ => model.funnel.stages.iter().map(|stage| name(&stage.id)).collect(),
    })
}

/// Names with a list of the plan's own each: those that are none of them, and those that were said to be.
fn unmatched(importing: Importing, kind: Kind, new: &[Unmatched]) -> Option<AnyView> {
    let desk = importing.desk;
    let mut known = importing.overrides.get();
    let known = (kind.known)(&mut known);
    let new = new.iter().filter(|own| !known.contains_key(&own.name)).map(|own| (own.name.clone(), None));
    let told = known.iter().map(|(name, id)| (name.clone(), Some(id.clone())));
    let all: Vec<(String, Option<String>)> = told.chain(new).collect();
    if all.is_empty() {
        return None;
    }
    let options = options(desk, kind.rows);
    let line =
        |(at, (name, id)): (usize, (String, Option<String>))| line(importing, kind, at, name, id, &options);
    let lines: Vec<_> = all.into_iter().enumerate().map(line).collect();
    Some(
        view! {
            <h3>{desk.word(kind.word)}</h3>
            <div class="fields">{lines}</div>
        }
        .into_any(),
    )
}

fn line(
    importing: Importing,
    kind: Kind,
    at: usize,
    name: String,
    id: Option<String>,
    options: &[Own],
) -> AnyView {
    let field = format!("{}{at}", kind.prefix);
    let list = options.iter().map(|(own, shown)| {
        let is_chosen = Some(own) == id.as_ref();
        view! { <option value=own.clone() selected=is_chosen>{shown.clone()}</option> }.into_any()
    });
    let list: Vec<_> = list.collect();
    let (own, focused) = (name.clone(), field.clone());
    let choose = move |event: leptos::ev::Event| {
        let id = event_target_value(&event);
        importing.overrule(focused.clone(), |overrides| {
            let known = (kind.known)(overrides);
            match id.is_empty() {
                true => drop(known.remove(&own)),
                false => drop(known.insert(own.clone(), id)),
            }
        });
    };
    view! {
        <div class="field">
            <label for=field.clone()>{name}</label>
            <select id=field on:change=choose>
                <option value="" selected=id.is_none()>{importing.desk.word(Word::RECORD_TAKEN_LEFT)}</option>
                {list}
            </select>
        </div>
    }
    .into_any()
}

/// Rows that name their own figure: what each is. Folded in, unless one is not understood.
pub fn rows(importing: Importing, import: &Import) -> Option<AnyView> {
    let desk = importing.desk;
    if import.rows.is_empty() {
        return None;
    }
    let targets = desk.model.with(targets);
    let lines: Vec<_> = import.rows.iter().map(|row| row_line(importing, row, &targets)).collect();
    let count = import.rows.len();
    let told = desk.show(|show| {
        show.phrase(
            Word::RECORD_ROWS,
            &[("n", Filling::Number(&count.to_string(), u64::try_from(count).ok()))],
        )
    });
    let is_strange = import.rows.iter().any(|row| row.taken == Err(Left::Unknown));
    Some(
        view! {
            <details open=is_strange>
                <summary>{told}</summary>
                <div class="fields">{lines}</div>
            </details>
        }
        .into_any(),
    )
}

/// What a row calls itself, with its channel.
fn row_name_of(desk: Desk, row: &RowReading) -> String {
    let channel = match &row.channel {
        Some(Named::Known(id)) => {
            desk.model.with(|model| desk.show(|show| row_name(show, model, &["channels/", id].concat())))
        }
        Some(Named::New(name)) => name.clone(),
        None => return row.label.clone(),
    };
    [&row.label, " — ", &channel].concat()
}

fn row_line(importing: Importing, row: &RowReading, targets: &[Target]) -> AnyView {
    let (desk, at) = (importing.desk, row.row);
    let id = format!("import-row-{at}");
    let option = |(place, target): (usize, &Target)| {
        let name = desk.model.with(|model| desk.show(|show| told::target_name(show, model, target)));
        let is_chosen = row.taken.as_ref() == Ok(target);
        view! { <option value=place.to_string() selected=is_chosen>{name}</option> }.into_any()
    };
    let list: Vec<_> = targets.iter().enumerate().map(option).collect();
    let why = row.taken.as_ref().err().and_then(|left| told::left(*left));
    let (own, field) = (targets.to_vec(), id.clone());
    let choose = move |event: leptos::ev::Event| {
        let place = event_target_value(&event).parse::<usize>().ok();
        let target = place.and_then(|place| own.get(place)).cloned();
        importing.overrule(field.clone(), |known| drop(known.rows.insert(at, target)));
    };
    view! {
        <div class="field">
            <label for=id.clone()>{row_name_of(desk, row)}</label>
            <select id=id on:change=choose>
                <option value="" selected=row.taken.is_err()>{desk.word(Word::RECORD_TAKEN_LEFT)}</option>
                {list}
            </select>
            <p class="note">{why.map(|word| desk.word(word))}</p>
        </div>
    }
    .into_any()
}
