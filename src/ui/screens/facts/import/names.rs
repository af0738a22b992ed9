//! Names of a table that the plan does not have, and rows that say themselves what they are: what is to be
//! taken for what.

use super::importing::Importing;
use crate::model::Fact;
use crate::tables::{ChannelMatch, Import, NameKind, RowReading, Skipped};
use crate::text::table_import::skipped_word;
use crate::text::{Word, fact_name, row_name};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// So many names are asked about, so many rows: each with a list to choose from.
const MOST_NAMES: usize = 60;
const MOST_ROWS: usize = 60;

/// How names of a kind are asked about.
#[derive(Clone, Copy)]
struct Question {
    kind: NameKind,
    word: Word,
    rows: &'static str,
    prefix: &'static str,
}

const CHANNELS: Question = Question {
    kind: NameKind::Channel,
    word: Word::RECORD_NEW_CHANNELS,
    rows: "channels/",
    prefix: "import-channel-",
};

const STAGES: Question = Question {
    kind: NameKind::Stage,
    word: Word::RECORD_NEW_STAGES,
    rows: "funnel/stages/",
    prefix: "import-stage-",
};

/// What the figures are, where nothing in the table says it: assumed until the reader does.
pub fn figure(importing: Importing, import: &Import) -> Option<AnyView> {
    let (desk, chosen) = (importing.desk, import.figure.clone()?);
    let facts = desk.model.with(Fact::all);
    let option = |(place, fact): (usize, &Fact)| {
        let name = desk.model.with(|model| desk.show(|show| fact_name(show, model, fact)));
        view! { <option value=place.to_string() selected=*fact == chosen>{name}</option> }.into_any()
    };
    let list: Vec<_> = facts.iter().enumerate().map(option).collect();
    let choose = move |event: leptos::ev::Event| {
        let place = event_target_value(&event).parse::<usize>().ok();
        let fact = place.and_then(|place| facts.get(place)).cloned();
        importing.overrule("import-figure".into(), |known| known.figure = fact);
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
        {questions(importing, CHANNELS, import)}
        {questions(importing, STAGES, import)}
    }
    .into_any()
}

/// An id and what it is called.
type Own = (String, String);

fn options(desk: Desk, question: Question) -> Vec<Own> {
    desk.model.with(|model| {
        let ids: Vec<&String> = match question.kind {
            NameKind::Channel => model.channels.iter().map(|channel| &channel.id).collect(),
            NameKind::Stage => model.funnel.stages.iter().map(|stage| &stage.id).collect(),
        };
        let name = |id: &String| desk.show(|show| row_name(show, model, &[question.rows, id].concat()));
        ids.into_iter().map(|id| (id.clone(), name(id))).collect()
    })
}

/// Names with a list of the plan's own each.
fn questions(importing: Importing, question: Question, import: &Import) -> Option<AnyView> {
    let desk = importing.desk;
    let known = importing.overrides.get();
    let open = known.open_names(question.kind, import);
    if open.is_empty() {
        return None;
    }
    let options = options(desk, question);
    let line =
        |(at, (name, id)): (usize, (&str, Option<&str>))| line(importing, question, at, name, id, &options);
    let more = more(desk, open.len(), MOST_NAMES);
    let lines: Vec<_> = open.into_iter().take(MOST_NAMES).enumerate().map(line).collect();
    Some(
        view! {
            <h3>{desk.word(question.word)}</h3>
            <div class="fields">{lines}</div>
            {more}
        }
        .into_any(),
    )
}

/// That there are more than are shown.
fn more(desk: Desk, all: usize, shown: usize) -> Option<AnyView> {
    let rest = all.checked_sub(shown).filter(|rest| *rest > 0)?;
    Some(view! { <p class="hint">{desk.counted(Word::RECORD_AND_MORE, rest)}</p> }.into_any())
}

fn line(
    importing: Importing,
    question: Question,
    at: usize,
    name: &str,
    id: Option<&str>,
    options: &[Own],
) -> AnyView {
    let field = format!("{}{at}", question.prefix);
    let list = options.iter().map(|(own, shown)| {
        let is_chosen = Some(own.as_str()) == id;
        view! { <option value=own.clone() selected=is_chosen>{shown.clone()}</option> }.into_any()
    });
    let list: Vec<_> = list.collect();
    let called = if name.is_empty() { importing.desk.word(Word::RECORD_NO_CHANNEL) } else { name.to_owned() };
    let (own, focused) = (name.to_owned(), field.clone());
    let choose = move |event: leptos::ev::Event| {
        let id = Some(event_target_value(&event)).filter(|id| !id.is_empty());
        importing.overrule(focused.clone(), |overrides| overrides.set_name(question.kind, &own, id));
    };
    view! {
        <div class="field">
            <label for=field.clone()>{called}</label>
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
    let facts = desk.model.with(Fact::all);
    let rows = import.rows.iter().take(MOST_ROWS);
    let lines: Vec<_> = rows.map(|row| row_line(importing, row, &facts)).collect();
    let more = more(desk, import.rows.len(), MOST_ROWS);
    let text = desk.counted(Word::RECORD_ROWS, import.rows.len());
    let is_strange = import.rows.iter().any(|row| row.mapping == Err(Skipped::Unknown));
    Some(
        view! {
            <details open=is_strange>
                <summary>{text}</summary>
                <div class="fields">{lines}</div>
                {more}
            </details>
        }
        .into_any(),
    )
}

/// What a row calls itself, with its channel.
fn row_name_of(desk: Desk, row: &RowReading) -> String {
    let channel = match &row.channel {
        Some(ChannelMatch::Known(id)) => {
            desk.model.with(|model| desk.show(|show| row_name(show, model, &["channels/", id].concat())))
        }
        Some(ChannelMatch::New(name)) => name.clone(),
        None => return row.label.clone(),
    };
    [&row.label, " — ", &channel].concat()
}

fn row_line(importing: Importing, row: &RowReading, facts: &[Fact]) -> AnyView {
    let (desk, at) = (importing.desk, row.row);
    let id = format!("import-row-{at}");
    let option = |(place, fact): (usize, &Fact)| {
        let name = desk.model.with(|model| desk.show(|show| fact_name(show, model, fact)));
        let is_chosen = row.mapping.as_ref() == Ok(fact);
        view! { <option value=place.to_string() selected=is_chosen>{name}</option> }.into_any()
    };
    let list: Vec<_> = facts.iter().enumerate().map(option).collect();
    let why = row.mapping.as_ref().err().and_then(|why| skipped_word(*why));
    let (own, field) = (facts.to_vec(), id.clone());
    let choose = move |event: leptos::ev::Event| {
        let place = event_target_value(&event).parse::<usize>().ok();
        let fact = place.and_then(|place| own.get(place)).cloned();
        importing.overrule(field.clone(), |known| drop(known.rows.insert(at, fact)));
    };
    view! {
        <div class="field">
            <label for=id.clone()>{row_name_of(desk, row)}</label>
            <select id=id on:change=choose>
                <option value="" selected=row.mapping.is_err()>{desk.word(Word::RECORD_TAKEN_LEFT)}</option>
                {list}
            </select>
            <p class="note">{why.map(|word| desk.word(word))}</p>
        </div>
    }
    .into_any()
}
