//! The outcome for scripts: every figure of the catalogue under its name, exact decimals as text.

use super::fault::{Fault, Misfit};
use super::file::{FileError, read_file};
use super::program::{APP, ENGINE};
use crate::model::{Issue, Model, check};
use crate::plan::{Answer, FIGURES, Outcome, Place, Reached, Scope, evaluate};
use serde_json::{Map, Value, json};

/// Works out the document in a text and writes the whole outcome as JSON; see `docs/format.md`.
///
/// A text that is no document gives `{"error": …}`; what was wrong with single fields is listed in
/// `faults`, what contradicts itself in `issues`, and the rest is computed.
pub fn evaluate_text(document: &str) -> String {
    let value = match read_file(document) {
        Ok(opened) => {
            let outcome = evaluate(&opened.model);
            let mut value = outcome_value(&opened.model, &outcome);
            let faults = opened.faults.iter().map(fault);
            value.insert("faults".into(), faults.collect());
            Value::Object(value)
        }
        Err(error) => error_value(&error),
    };
    let mut text = serde_json::to_string_pretty(&value).unwrap_or_default();
    text.push('\n');
    text
}

/// The outcome of a document as a tree: `figures`, `channels`, `months`, `stages`, `client`, `issues`.
pub fn outcome_value(model: &Model, outcome: &Outcome) -> Map<String, Value> {
    let channels = (0..outcome.channels.len()).map(|at| channel(model, outcome, at));
    let months = (0..outcome.months()).map(|t| figures(outcome, Scope::Month, Place::Month(t)));
    let whole = [Scope::Whole, Scope::Channel].map(|scope| figures(outcome, scope, Place::Whole));
    let mut tree = Map::new();
    tree.insert("app".into(), APP.into());
    tree.insert("engine".into(), ENGINE.into());
    tree.insert("currency".into(), crate::model::Choice::name(&model.about.currency).into());
    tree.insert("start".into(), model.about.start.text().into());
    tree.insert("figures".into(), whole.into_iter().flatten().collect());
    tree.insert("channels".into(), channels.collect());
    tree.insert("months".into(), months.map(Value::Object).collect());
    tree.insert("stages".into(), stages(model, outcome));
    tree.insert("client".into(), client(outcome));
    tree.insert("issues".into(), check(model).iter().map(issue).collect());
    tree
}

fn figures(outcome: &Outcome, scope: Scope, place: Place) -> Map<String, Value> {
    let of_scope = FIGURES.iter().filter(|figure| figure.scope == scope && !figure.is_derived());
    of_scope.map(|figure| (figure.id.to_owned(), answer(figure.value(outcome, place)))).collect()
}

fn channel(model: &Model, outcome: &Outcome, at: usize) -> Value {
    let mut tree = figures(outcome, Scope::Channel, Place::Channel(at));
    if let (Some(channel), Some(entered)) = (outcome.channels.get(at), model.channels.get(at)) {
        tree.insert("id".into(), entered.id.clone().into());
        tree.insert("counts".into(), channel.counts.into());
        let by_month = |line: &[Value]| Value::Array(line.to_vec());
        let spend: Vec<_> = channel.spend.iter().map(|amount| number(amount.0)).collect();
        let leads: Vec<_> = channel.leads.iter().map(|count| number(count.0)).collect();
        let clients: Vec<_> = channel.new_clients.iter().map(|count| number(count.0)).collect();
        tree.insert("spend_by_month".into(), by_month(&spend));
        tree.insert("leads_by_month".into(), by_month(&leads));
        tree.insert("new_clients_by_month".into(), by_month(&clients));
    }
    Value::Object(tree)
}

fn stages(model: &Model, outcome: &Outcome) -> Value {
    let flows = outcome.volumes.stages.iter().zip(&outcome.volumes.stage_totals);
    let stage = |(stage, (by_month, total)): (
        &crate::model::Stage,
        (&Vec<crate::number::Count<_>>, &crate::number::Count<_>),
    )| {
        let by_month: Vec<_> = by_month.iter().map(|count| number(count.0)).collect();
        json!({ "id": stage.id, "reached": number(total.0), "reached_by_month": by_month })
    };
    model.funnel.stages.iter().zip(flows).map(stage).collect()
}

fn client(outcome: &Outcome) -> Value {
    let survival: Vec<_> = outcome.client.survival.iter().map(|share| number(share.0)).collect();
    let brought: Vec<_> = outcome.client.curve.iter().map(|amount| number(amount.0)).collect();
    json!({ "survival": survival, "brought_by_age": brought })
}

fn fault(fault: &Fault) -> Value {
    let mut value = json!({ "path": fault.path, "reason": fault.reason.name() });
    if let Misfit::UnknownKey { nearest: Some(nearest) } = fault.reason {
        value.as_object_mut().map(|value| value.insert("nearest".into(), nearest.into()));
    }
    value
}

fn issue(issue: &Issue) -> Value {
    json!({
        "path": issue.path,
        "reason": issue.reason.name(),
        "severity": issue.severity.name(),
    })
}

/// A value as text; `{"answer": "never" | "not_within_horizon"}`; `{"undefined": reason}`.
fn answer(answer: Answer) -> Value {
    match answer {
        Reached::At(value) => number(value),
        Reached::NotWithinHorizon => json!({ "answer": "not_within_horizon" }),
        Reached::Never => json!({ "answer": "never" }),
        Reached::Unknown(reason) => json!({ "undefined": reason.name() }),
    }
}

fn number(value: crate::number::Exact) -> Value {
    match value {
        crate::number::Exact::Value(value) => value.normalize().to_string().into(),
        crate::number::Exact::Undefined(reason) => json!({ "undefined": reason.name() }),
    }
}

fn error_value(error: &FileError) -> Value {
    match error {
        FileError::NotJson { line, column } => json!({ "error": "not_json", "line": line, "column": column }),
        FileError::OtherProgram => json!({ "error": "other_program" }),
        FileError::TooLarge => json!({ "error": "too_large" }),
        FileError::TooNew { schema, made_with } => {
            json!({ "error": "too_new", "schema": schema, "made_with": made_with })
        }
    }
}
