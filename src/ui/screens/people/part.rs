//! One part of a pay plan: what it is reckoned on, its rate, its tiers or its KPIs.

use super::View;
use super::proposal::PayPlan;
use super::slips::part_amount;
use crate::model::{Base, Kpi, KpiMeasure, Model, PayPart};
use crate::text::{hint, part_name};
use crate::ui::fields::{ChoiceField, NumberField, RowActions, input_id, when_empty};
use crate::ui::screens::plan::table::{Sheet, inner_table};
use crate::ui::state::Desk;
use leptos::prelude::*;

const TIERS: Sheet = Sheet { columns: &["from", "rate"], numbered: true, ..Sheet::PLAIN };

const KPIS: Sheet = Sheet {
    columns: &["name", "weight", "measure", "target", "attainment"],
    is_idle: Some(is_idle),
    more: Some(steps),
    more_id: Some(more_id),
    ..Sheet::PLAIN
};

const STEPS: Sheet = Sheet { columns: &["from", "coefficient"], numbered: true, ..Sheet::PLAIN };

/// The card of the part at a path.
pub fn part(desk: Desk, view: View, plan: PayPlan, path: String) -> AnyView {
    let own = path.clone();
    let name = Memo::new(move |_| {
        desk.model.with(|model| part_at(model, &own).map(|part| desk.show(|show| part_name(show, part))))
    });
    let name = Signal::derive(move || name.get().unwrap_or_default());
    let at = path.clone();
    let is_kpi = Memo::new(move |_| base_of(desk, &at) == Some(Base::Kpi));
    let (of, rows_of) = (path.clone(), path.clone());
    let terms = move || if is_kpi.get() { pool(&of) } else { share(desk, &of) };
    let rows = move || {
        let (key, sheet) = if is_kpi.get() { ("kpis", KPIS) } else { ("tiers", TIERS) };
        explained(desk, [&rows_of, "/", key].concat(), sheet)
    };
    view! {
        <li class="pay-part">
            <div class="line">
                <h3>{name}</h3>
                <span class="push">{part_amount(desk, view, plan, &path)}</span>
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
    let (target, rule) = (at("target"), at("tier_rule"));
    let when_tiered = move || {
        let placeholder = when_empty(desk, &target);
        tiered.get().then(|| {
            view! { <NumberField path=target.clone() placeholder /><ChoiceField path=rule.clone() /> }
        })
    };
    view! {
        <NumberField path=at("rate") />
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
fn is_idle(desk: Desk, row: &str, key: &str) -> bool {
    let entered =
        desk.model.with(|model| kpi_at(model, row).is_none_or(|kpi| kpi.measure == KpiMeasure::Entered));
    match key {
        "target" => entered,
        "attainment" => !entered,
        _ => false,
    }
}

fn more_id(path: &str) -> String {
    format!("more-{}", input_id(path))
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
