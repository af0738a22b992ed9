//! What contradicts itself in pay plans, hiring and the chain of ratings.

use super::Model;
use super::estimate::Estimate;
use super::issue::{Issues, Reason, Severity};
use super::next_row::weights;
use super::pay::{Base, Pay, PayPart};
use super::team::{Handover, Team, is_score};
use crate::number::Decimal;

/// Everything about people but when they work.
pub(super) fn people(issues: &mut Issues, model: &Model) {
    for person in &model.people {
        for hire in &person.hires {
            let path = format!("people/{}/hires/{}/", person.id, hire.id);
            issues.check_span(&path, hire.first, hire.last, model.about.horizon);
        }
        let shares = person.other_processes.iter().map(|other| other.share.value);
        let time = shares.fold(Decimal::ZERO, Decimal::saturating_add);
        let path = format!("people/{}/other_processes", person.id);
        issues.add_if(time > Decimal::ONE, &path, Reason::TimeOverWhole, Severity::Problem);
        pay(issues, &format!("people/{}/pay", person.id), &person.pay);
        if person.has_proposal {
            pay(issues, &format!("people/{}/proposed", person.id), &person.proposed);
        }
    }
    team(issues, model, &model.team);
}

fn pay(issues: &mut Issues, path: &str, pay: &Pay) {
    for row in &pay.parts {
        part(issues, &format!("{path}/parts/{}", row.id), row);
    }
}

fn part(issues: &mut Issues, path: &str, part: &PayPart) {
    if part.base != Base::Kpi {
        let tiers = format!("{path}/tiers");
        rising(issues, &tiers, part.tiers.iter().map(|tier| (tier.id.as_str(), &tier.from)));
        return;
    }
    let kpis = format!("{path}/kpis");
    issues.add_if(part.kpis.is_empty(), &kpis, Reason::NoKpis, Severity::Warning);
    let whole = weights(&part.kpis);
    // A third of each is a whole.
    let is_off = (whole - Decimal::ONE).abs() > Decimal::new(1, 2);
    issues.add_if(is_off && !part.kpis.is_empty(), &kpis, Reason::WeightsNotWhole, Severity::Warning);
    for kpi in &part.kpis {
        let steps = format!("{kpis}/{}/steps", kpi.id);
        rising(issues, &steps, kpi.steps.iter().map(|step| (step.id.as_str(), &step.from)));
        moderate(issues, &steps, kpi.steps.iter().map(|step| (step.id.as_str(), &step.coefficient)));
    }
}

/// Above this a coefficient is hardly ever meant: 60 for 60 % was.
pub const HIGHEST_COEFFICIENT: u32 = 5;

/// Coefficients that are hardly meant.
fn moderate<'a>(
    issues: &mut Issues,
    rows: &str,
    coefficients: impl Iterator<Item = (&'a str, &'a Estimate)>,
) {
    for (id, coefficient) in coefficients {
        let is_high = coefficient.value > Decimal::from(HIGHEST_COEFFICIENT);
        issues.add_if(
            is_high,
            &format!("{rows}/{id}/coefficient"),
            Reason::CoefficientHigh,
            Severity::Warning,
        );
    }
}

/// A threshold that is not above the one before it is never reached as meant.
fn rising<'a>(issues: &mut Issues, rows: &str, thresholds: impl Iterator<Item = (&'a str, &'a Estimate)>) {
    let mut before: Option<Decimal> = None;
    for (id, from) in thresholds {
        let falls = before.is_some_and(|before| from.value <= before);
        issues.add_if(falls, &format!("{rows}/{id}/from"), Reason::TiersFall, Severity::Problem);
        before = Some(from.value);
    }
}

fn team(issues: &mut Issues, model: &Model, team: &Team) {
    rising(issues, "team/steps", team.steps.iter().map(|step| (step.id.as_str(), &step.from)));
    moderate(issues, "team/steps", team.steps.iter().map(|step| (step.id.as_str(), &step.coefficient)));
    for link in &team.handovers {
        handover(issues, model, link);
    }
}

fn handover(issues: &mut Issues, model: &Model, link: &Handover) {
    let path = format!("team/handovers/{}", link.id);
    let is_known = |role: &str| model.people.iter().any(|person| person.id == role);
    let at = |field: &str| format!("{path}/{field}");
    issues.add_if(!is_known(&link.executor), &at("executor"), Reason::UnknownRole, Severity::Warning);
    // No customer named is the client.
    let lost = !link.customer.is_empty() && !is_known(&link.customer);
    issues.add_if(lost, &at("customer"), Reason::UnknownRole, Severity::Warning);
    let own = link.executor == link.customer && is_known(&link.executor);
    issues.add_if(own, &at("customer"), Reason::OwnCustomer, Severity::Warning);
    for score in &link.scores {
        let beyond = score.score.as_ref().is_some_and(|own| !is_score(own));
        issues.add_if(
            beyond,
            &at(&format!("scores/{}/score", score.id)),
            Reason::ScoreBeyond,
            Severity::Problem,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Kpi, Model, Person, RatingStep, Step, check};
    use super::*;

    #[test]
    fn a_coefficient_of_60_is_not_meant() {
        let at = |coefficient: i64| {
            let step = Step { id: "a".into(), coefficient: Estimate::guess(coefficient), ..Step::default() };
            let kpis = vec![Kpi { id: "a".into(), steps: vec![step], ..Kpi::default() }];
            let part = PayPart { id: "a".into(), base: Base::Kpi, kpis, ..PayPart::default() };
            let pay = Pay { parts: vec![part], ..Pay::default() };
            let mut model = Model {
                people: vec![Person { id: "a".into(), pay, ..Person::default() }],
                ..Model::default()
            };
            let coefficient = Estimate::guess(coefficient);
            model.team.steps = vec![RatingStep { id: "a".into(), coefficient, ..RatingStep::default() }];
            let high = check(&model).into_iter().filter(|issue| issue.reason == Reason::CoefficientHigh);
            high.map(|issue| issue.path).collect::<Vec<_>>()
        };
        assert_eq!(at(60), ["people/a/pay/parts/a/kpis/a/steps/a/coefficient", "team/steps/a/coefficient"]);
        assert!(at(5).is_empty());
    }
}
