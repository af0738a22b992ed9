//! Another plan beside today's: what they come to, and what was entered differently.

use crate::browser::clock;
use crate::codec::thawed;
use crate::model::{Change, Difference, Model, differences};
use crate::number::Number;
use crate::plan::{
    FigureChange, FigureUnit, Outcome, Reached, evaluate, figure, figure_change, figure_changes,
};
use crate::text::{Filling, Show, Word, capitalised, field_label, figure_name, two_texts};
use crate::ui::explain::shown_value;
use crate::ui::keeper::keeper;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// What today's plan is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Other {
    /// A version, by its id.
    Version(String),
    /// Another document of the shelf, by its id.
    Document(String),
}

/// A plan and what it comes to.
#[derive(Clone, PartialEq)]
struct Plan {
    name: String,
    model: Model,
    outcome: Outcome,
}

/// The choice of what to compare with, and the comparison.
pub fn comparison(desk: Desk, other: RwSignal<Option<Other>>) -> AnyView {
    let plan = Memo::new(move |_| {
        let (name, model) = match other.get()? {
            Other::Version(id) => version(desk, &id)?,
            Other::Document(id) => document(&id)?,
        };
        let outcome = evaluate(&model);
        Some(Plan { name, model, outcome })
    });
    let shown = move || match (plan.get(), other.get()) {
        (Some(plan), _) => tables(desk, &plan),
        (None, Some(_)) => view! { <p class="hint">{desk.word(Word::VERSIONS_UNREADABLE)}</p> }.into_any(),
        (None, None) => ().into_any(),
    };
    view! { {choice(desk, other)}<div class="flow" aria-live="polite">{shown}</div> }.into_any()
}

fn version(desk: Desk, id: &str) -> Option<(String, Model)> {
    desk.model.with(|model| {
        let version = model.versions.iter().find(|own| own.id == id)?;
        Some((version.name.clone(), thawed(&version.plan)?))
    })
}

fn document(id: &str) -> Option<(String, Model)> {
    let model = keeper().shelf().load(id, clock::now()).ok()?.model;
    Some((model.about.name.clone(), model))
}

/// Everything that today's plan can be compared with.
fn choice(desk: Desk, other: RwSignal<Option<Other>>) -> AnyView {
    let keeper = keeper();
    let documents = move || {
        let own = desk.id.get();
        let entries = keeper.entries.get();
        let others = entries.into_iter().filter(|entry| Some(&entry.id) != own.as_ref());
        others.map(|entry| (Other::Document(entry.id), entry.name)).collect::<Vec<_>>()
    };
    let all = Memo::new(move |_| {
        let versions = desk.model.with(|model| {
            let named =
                |version: &crate::model::Version| (Other::Version(version.id.clone()), version.name.clone());
            model.versions.iter().map(named).collect::<Vec<_>>()
        });
        versions.into_iter().chain(documents()).collect::<Vec<_>>()
    });
    let choose = move |event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        other.set(at.and_then(|at| all.with_untracked(|all| all.get(at).map(|(other, _)| other.clone()))));
    };
    let options = move || {
        let chosen = other.get();
        let option = |(at, (own, name)): (usize, (Other, String))| {
            let selected = Some(&own) == chosen.as_ref();
            let name = if name.is_empty() { desk.word(Word::MODEL_UNNAMED) } else { name };
            let name = match own {
                Other::Version(_) => name,
                Other::Document(_) => desk.with(Word::VERSIONS_DOCUMENT, "name", &name),
            };
            view! { <option value=at.to_string() selected=selected>{name}</option> }
        };
        all.get().into_iter().enumerate().map(option).collect_view()
    };
    let field = move || {
        (!all.with(Vec::is_empty)).then(|| {
            view! {
                <div class="field">
                    <label for="version-other">{desk.word(Word::VERSIONS_COMPARE_WITH)}</label>
                    <div class="box">
                        <select id="version-other" on:change=choose>
                            <option value="">{desk.word(Word::VERSIONS_NOTHING)}</option>
                            {options}
                        </select>
                    </div>
                </div>
            }
        })
    };
    field.into_any()
}

fn tables(desk: Desk, plan: &Plan) -> AnyView {
    let Plan { name, model, outcome } = plan;
    let name = if name.is_empty() { desk.word(Word::MODEL_UNNAMED) } else { name.clone() };
    let heads = [name.clone(), desk.word(Word::VERSIONS_NOW)];
    desk.model.with(|now| {
        desk.outcome.with(|outcome_now| {
            let inputs = differences(model, now);
            let figures = figure_changes(outcome, outcome_now);
            let ids = desk.verdict.with(|verdict| verdict.answers.each_ref().map(|card| card.figure));
            let answers = ids.iter().filter_map(|id| figure(id));
            let answers: Vec<_> =
                answers.map(|figure| figure_change(figure, outcome, outcome_now)).collect();
            let others: Vec<_> = figures.into_iter().filter(|it| !ids.contains(&it.figure.id)).collect();
            let row = |change: &FigureChange| figure_row(desk, [model, now], change);
            let answers: Vec<_> = answers.iter().map(row).collect();
            let count = others.len();
            let others: Vec<_> = others.iter().map(row).collect();
            let entered: Vec<_> = inputs.iter().map(|it| input_row(desk, [model, now], it)).collect();
            view! {
                <h3>{desk.with(Word::VERSIONS_COMPARED, "name", &name)}</h3>
                {table(&desk.counted(Word::VERSIONS_INPUTS, entered.len()), &heads, None, entered)}
                {table(&desk.word(Word::VERSIONS_ANSWERS), &heads, Some(desk.word(Word::VERSIONS_DIFFERENCE)), answers)}
                {(count > 0).then(|| view! {
                    <details>
                        <summary>{desk.counted(Word::VERSIONS_FIGURES, count)}</summary>
                        {table(&desk.word(Word::VERSIONS_ALL), &heads, Some(desk.word(Word::VERSIONS_DIFFERENCE)), others)}
                    </details>
                })}
            }
            .into_any()
        })
    })
}

fn table(name: &str, heads: &[String; 2], difference: Option<String>, rows: Vec<AnyView>) -> AnyView {
    if rows.is_empty() {
        return view! { <p>{name.to_owned()}</p> }.into_any();
    }
    let heads = heads.iter().cloned().chain(difference);
    let heads: Vec<_> = heads.map(|head| view! { <th scope="col">{head}</th> }).collect();
    view! {
        <div class="framed scroll" tabindex="0" role="group" aria-label=name.to_owned()>
            <table class="data compared">
                <thead><tr><th scope="col">{name.to_owned()}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn figure_row(desk: Desk, plans: [&Model; 2], change: &FigureChange) -> AnyView {
    let FigureChange { figure, before, after } = *change;
    desk.show(|show| {
        let shown = |plan: &Model, answer| shown_value(&of_plan(show, plan), figure, answer);
        view! {
            <tr>
                <th scope="row">{capitalised(&figure_name(show, figure))}</th>
                <td>{shown(plans[0], before)}</td>
                <td>{shown(plans[1], after)}</td>
                <td>{difference(show, change)}</td>
            </tr>
        }
        .into_any()
    })
}

/// By how much a figure is another; nothing where one of them is no number.
fn difference(show: &Show<'_>, change: &FigureChange) -> Option<String> {
    let (Reached::At(before), Reached::At(after)) = (change.before, change.after) else { return None };
    let by = after - before;
    let unit = if change.figure.unit == FigureUnit::Month { FigureUnit::Months } else { change.figure.unit };
    let sign = if by.is_positive() { "+" } else { "" };
    (!by.is_zero()).then(|| [sign, &show.value(by, unit)].concat())
}

/// A plan's own months and currency.
fn of_plan<'a>(show: &Show<'a>, plan: &Model) -> Show<'a> {
    Show { start: plan.about.start, currency: plan.about.currency, ..*show }
}

fn input_row(desk: Desk, plans: [&Model; 2], of: &Difference) -> AnyView {
    let [then, now] = plans;
    desk.show(|show| {
        let label = field_label(show, if of.change == Change::Removed { then } else { now }, &of.path);
        let [before, after] = match of.change {
            Change::Changed => two_texts(show, plans, &of.path),
            Change::Added => [String::new(), show.word(Word::VERSIONS_ADDED)],
            Change::Removed => [show.word(Word::VERSIONS_WAS), show.word(Word::VERSIONS_DELETED)],
        };
        let label = match of.change {
            Change::Changed => label,
            _ => {
                let kind = of.path.rsplit_once('/').map_or("", |(rows, _)| rows);
                let kind = crate::text::field_short(show, kind);
                show.phrase(
                    Word::VERSIONS_ROW,
                    &[("kind", Filling::Text(&kind)), ("name", Filling::Text(&label))],
                )
            }
        };
        view! { <tr><th scope="row">{label}</th><td>{before}</td><td>{after}</td></tr> }.into_any()
    })
}
