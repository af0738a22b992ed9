//! One part of a pay plan: what it is based on, its rate, its tiers or its KPIs.

use super::slips::{MonthPreview, part_amount};
use crate::desk::commands::PayPlan;
use crate::model::{Base, Kpi, KpiMeasure, Model, PayPart, Reason, weights};
use crate::number::Exact;
use crate::plan::FigureUnit;
use crate::text::{Word, hint, issue_text, part_name};
use crate::ui::fields::{ChoiceField, NumberField, RowActions, input_id, issue_of, when_empty};
use crate::ui::icon::mark;
use crate::ui::screens::plan::table::{Sheet, inner_table};
use crate::ui::state::Desk;
use leptos::prelude::*;

const TIERS: Sheet = Sheet { columns: &["from", "rate"], numbered: true, ..Sheet::PLAIN };

const KPIS: Sheet = Sheet {
    columns: &["name", "weight", "measure", "target", "attainment"],
    field_in: Some(field_in),
    more: Some(steps),
    more_id: Some(more_id),
    more_label: Some(steps_label),
    ..Sheet::PLAIN
};

const STEPS: Sheet = Sheet { columns: &["from", "coefficient"], numbered: true, ..Sheet::PLAIN };

/// The card of the part at a path.
pub fn part(desk: Desk, plan: &PayPlan, preview: Memo<MonthPreview>, path: String) -> AnyView {
    let own = path.clone();
    let name = Memo::new(move |_| {
        desk.model.with(|model| part_at(model, &own).map(|part| desk.show(|show| part_name(show, part))))
    });
    let name = Signal::derive(move || name.get().unwrap_or_default());
    let at = path.clone();
    let is_kpi = Memo::new(move |_| base_of(desk, &at) == Some(Base::Kpi));
    let (of, rows_of) = (path.clone(), path.clone());
    let terms = move || if is_kpi.get() { pool(&of) } else { share(desk, &of) };
    let rows = move || match is_kpi.get() {
        true => kpis(desk, [&rows_of, "/kpis"].concat()),
        false => explained(desk, [&rows_of, "/tiers"].concat(), TIERS),
    };
    view! {
        <li class="pay-part">
            <div class="line">
                <h3>{name}</h3>
                <span class="push">{part_amount(desk, plan, preview, &path)}</span>
                <RowActions path=path.clone() name />
            </div>
            <div class="fields"><ChoiceField path=format!("{path}/base") />{terms}</div>
            {rows}
        </li>
    }
    .into_any()
}

/// The part at a path, of either plan of a role.
fn part_at<'a>(model: &'a Model, path: &str) -> Option<&'a PayPart> {
    let mut steps = path.split('/').skip(1);
    let (role, plan, id) = (steps.next()?, steps.next()?, steps.nth(1)?);
    let person = model.people.iter().find(|person| person.id == role)?;
    let pay = if plan == "proposed" { &person.proposed } else { &person.pay };
    pay.parts.iter().find(|part| part.id == id)
}

fn base_of(desk: Desk, path: &str) -> Option<Base> {
    desk.model.with(|model| part_at(model, path).map(|part| part.base))
}

/// A share of something, with other rates above attainments of the target.
fn share(desk: Desk, path: &str) -> AnyView {
    let own = path.to_owned();
    let tiered = Memo::new(move |_| {
        desk.model.with(|model| part_at(model, &own).is_some_and(|part| !part.tiers.is_empty()))
    });
    let at = |key: &str| [path, "/", key].concat();
    let (rate, target, rule) = (at("rate"), at("target"), at("tier_rule"));
    let of_rate = rate.clone();
    // Up to the first tier: where there is one.
    let rate_hint = Signal::derive(move || match tiered.get() {
        true => desk.show(|show| hint(show, &of_rate)).unwrap_or_default(),
        false => String::new(),
    });
    let when_tiered = move || {
        let placeholder = when_empty(desk, &target);
        tiered.get().then(|| {
            view! { <NumberField path=target.clone() placeholder /><div class="wide"><ChoiceField path=rule.clone() /></div> }
        })
    };
    view! {
        <NumberField path=rate hint=rate_hint />
        <ChoiceField path=at("counted") />
        {when_tiered}
    }
    .into_any()
}

/// A sum that KPIs divide.
fn pool(path: &str) -> AnyView {
    view! { <NumberField path=format!("{path}/pool") /> }.into_any()
}

fn kpi_at<'a>(model: &'a Model, path: &str) -> Option<&'a Kpi> {
    let (rows, id) = path.rsplit_once('/')?;
    part_at(model, rows)?.kpis.iter().find(|kpi| kpi.id == id)
}

/// What the plan does not know has an attainment that is entered, all else a target.
fn field_in(desk: Desk, row: &str, key: &'static str) -> Option<&'static str> {
    let entered =
        desk.model.with(|model| kpi_at(model, row).is_none_or(|kpi| kpi.measure == KpiMeasure::Entered));
    let is_idle = match key {
        "target" => entered,
        "attainment" => !entered,
        _ => false,
    };
    (!is_idle).then_some(key)
}

fn more_id(path: &str) -> String {
    format!("more-{}", input_id(path))
}

/// The KPIs, and what is the matter with them together.
fn kpis(desk: Desk, path: String) -> AnyView {
    let rows = inner_table(desk, &path, KPIS);
    let issue = Memo::new(move |_| {
        issue_of(desk, &path).map(|issue| match issue.reason {
            Reason::WeightsNotWhole => weights_told(desk, &path),
            _ => desk.show(|show| issue_text(show, &issue)),
        })
    });
    let told = move || {
        issue.get().map(|text| {
            view! { <p class="line doubt" data-tone="watch">{mark("m-watch")}{text}</p> }.into_any()
        })
    };
    view! { <div class="flow">{rows}<div role="status">{told}</div></div> }.into_any()
}

/// What the weights of the KPIs come to together.
fn weights_told(desk: Desk, path: &str) -> String {
    let sum =
        desk.model.with(|model| part_at(model, path).map(|part| weights(&part.kpis))).unwrap_or_default();
    let sum = desk.show(|show| show.typed(Exact::Value(sum), FigureUnit::Share));
    desk.with(Word::ROLES_WEIGHTS, "sum", &sum)
}

/// How many steps a KPI has.
fn steps_label(desk: Desk, path: &str) -> String {
    let count = desk.model.with(|model| kpi_at(model, path).map_or(0, |kpi| kpi.steps.len()));
    desk.with(Word::ROLES_STEPS, "n", &count.to_string())
}

/// The steps of a KPI, from attainment to coefficient.
fn steps(desk: Desk, path: &str) -> AnyView {
    explained(desk, format!("{path}/steps"), STEPS)
}

/// Rows with the line that says what they are for.
fn explained(desk: Desk, path: String, sheet: Sheet) -> AnyView {
    let rows = inner_table(desk, &path, sheet);
    let about = move || desk.show(|show| hint(show, &path));
    view! { <div class="flow"><p class="hint">{about}</p>{rows}</div> }.into_any()
}
