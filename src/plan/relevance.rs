//! Which of the numbers entered move anything in the plan as it stands.

use super::reading::counts;
use crate::model::{
    Base, Channel, Guarantee, KpiMeasure, Model, Pay, Person, Regime, Retention, RetentionEntry,
    RetentionKind, TableKind, Vat,
};
use crate::number::Exact;
use crate::pay::{Rating, pay_in_force, rating};

/// Whether what stands at a path moves anything in the plan.
pub(super) fn is_relevant(model: &Model, path: &str) -> bool {
    let (section, rest) = path.split_once('/').unwrap_or((path, ""));
    let (first, field) = rest.split_once('/').unwrap_or((rest, ""));
    match section {
        "offer" if rest == "vat_rate" => model.offer.vat != Vat::None,
        "offer" if rest == "frequency" => model.offer.uses_frequency(),
        "offer" if first == "retention" => of_retention(&model.offer.retention, field),
        "opening" if matches!(first, "receivables" | "payables") => true,
        "opening" if matches!(rest, "income_this_year" | "payroll_this_year" | "income_last_year") => false,
        "opening" => rest == "clients" || !model.opening.clients.value.is_zero(),
        "tax" => model.tax.regime != Regime::None,
        "market" => model.market.awareness,
        "channels" => {
            let channel = model.channels.iter().find(|channel| channel.id == first);
            let moves = |channel: &Channel| match field {
                "free_leads" => channel.is_free(),
                "budget" | "cost_per_lead" | "most_leads" => !channel.is_free(),
                _ => true,
            };
            channel.is_some_and(|channel| counts(channel, model.with_ideas) && moves(channel))
        }
        "people" => {
            let person = model.people.iter().find(|person| person.id == first);
            person.is_some_and(|person| of_person(model, person, field))
        }
        "team" => of_team(model, rest),
        // What has been, and what it is held against, is no plan.
        "facts" => false,
        _ => true,
    }
}

/// Of retention only the fields of the chosen kind count.
fn of_retention(retention: &Retention, field: &str) -> bool {
    match retention.kind {
        RetentionKind::Once => false,
        RetentionKind::Constant => match retention.entry {
            RetentionEntry::Month => field == "rate",
            RetentionEntry::Quarter => field == "quarter_rate",
            RetentionEntry::Year => field == "year_rate",
            RetentionEntry::BoughtAgain => field == "return_share",
            RetentionEntry::FirstYear => matches!(field, "return_share" | "orders_per_client"),
        },
        RetentionKind::TwoStage => matches!(field, "early_rate" | "later_rate"),
        RetentionKind::Table => {
            field.starts_with("table/")
                || (field == "orders_per_buyer" && retention.table_kind == TableKind::Bought)
        }
        RetentionKind::Sbg => matches!(field, "alpha" | "beta"),
    }
}

fn of_person(model: &Model, person: &Person, field: &str) -> bool {
    let proposed = model.team.proposed && person.has_proposal;
    let (head, rest) = field.split_once('/').unwrap_or((field, ""));
    match head {
        "capacity" => model.team.caps_flow,
        "salary" => !proposed || person.proposed_salary.is_none(),
        "proposed_salary" => proposed,
        "pay" => !proposed && of_pay(model, person, rest),
        "proposed" => proposed && of_pay(model, person, rest),
        _ => true,
    }
}

fn of_pay(model: &Model, person: &Person, field: &str) -> bool {
    let pay = pay_in_force(person, &model.team).1;
    match field.split_once('/') {
        Some(("parts", rest)) => of_part(pay, rest),
        _ => match field {
            "rating_share" => is_rated(model, pay, &person.id),
            "guaranteed" => pay.guarantee != Guarantee::None,
            // What an advertisement promises moves nothing.
            _ => false,
        },
    }
}

fn of_part(pay: &Pay, path: &str) -> bool {
    let (id, field) = path.split_once('/').unwrap_or((path, ""));
    let Some(part) = pay.parts.iter().find(|part| part.id == id) else { return false };
    match field.split_once('/') {
        Some(("kpis", rest)) => {
            let (id, field) = rest.split_once('/').unwrap_or((rest, ""));
            let entered = part.kpis.iter().any(|kpi| kpi.id == id && kpi.measure == KpiMeasure::Entered);
            part.base == Base::Kpi
                && match field {
                    "attainment" => entered,
                    "target" => !entered,
                    _ => true,
                }
        }
        _ => (field == "pool") == (part.base == Base::Kpi),
    }
}

fn is_rated(model: &Model, pay: &Pay, role: &str) -> bool {
    // Ratings of few scores are shown, but move no pay.
    let is_paid = || rating::<Exact>(&model.team, role).iter().flatten().any(Rating::is_paid);
    !pay.parts.is_empty() && !model.team.steps.is_empty() && is_paid()
}

fn of_team(model: &Model, field: &str) -> bool {
    let rated = |person: &Person| is_rated(model, pay_in_force(person, &model.team).1, &person.id);
    match field.split_once('/') {
        Some(("handovers", rest)) => {
            let id = rest.split('/').next().unwrap_or_default();
            let link = model.team.handovers.iter().find(|link| link.id == id);
            link.is_some_and(|link| {
                model.people.iter().any(|person| person.id == link.executor && rated(person))
            })
        }
        Some(("steps", _)) => model.people.iter().any(rated),
        _ => false,
    }
}
