//! The row that goes on from the rows before it: the next tier, the next step, the KPI that takes what is left.

use super::pay::{Kpi, PayPart, Step, Tier};
use super::{Edit, Estimate, Model};
use crate::number::Decimal;

/// The edit that adds a row to the rows at a path: one that goes on from those before it where that can be told,
/// one of defaults otherwise.
pub fn adding(model: &Model, rows: &str) -> Edit {
    let plain = Edit::Add { rows: rows.to_owned(), id: None };
    match continued(model, &plain, rows) {
        Some(model) => Edit::Whole(Box::new(model)),
        None => plain,
    }
}

fn continued(model: &Model, plain: &Edit, rows: &str) -> Option<Model> {
    let steps: Vec<&str> = rows.split('/').collect();
    let ["people", role, side, "parts", part, rest @ ..] = steps.as_slice() else { return None };
    let mut model = plain.applied(model).ok()?;
    let person = model.people.iter_mut().find(|person| person.id == *role)?;
    let pay = if *side == "proposed" { &mut person.proposed } else { &mut person.pay };
    let part = pay.parts.iter_mut().find(|own| own.id == *part)?;
    match rest {
        ["tiers"] => next_tier(part)?,
        ["kpis"] => next_kpi(&mut part.kpis)?,
        ["kpis", id, "steps"] => next_step(&mut part.kpis.iter_mut().find(|kpi| kpi.id == *id)?.steps)?,
        _ => return None,
    }
    Some(model)
}

/// A fifth of the target further on than the last, and half the part's rate dearer; a cap stays one.
fn next_tier(part: &mut PayPart) -> Option<()> {
    let half = part.rate.value.checked_div(Decimal::TWO).unwrap_or_default();
    let (own, before) = part.tiers.split_last_mut()?;
    let (from, rate) = match before.last() {
        None => (Decimal::ONE, part.rate.value.saturating_add(half)),
        Some(last) if last.rate.value.is_zero() => (further(&last.from), Decimal::ZERO),
        Some(last) => (further(&last.from), last.rate.value.saturating_add(half)),
    };
    *own = Tier { from: guess(from), rate: guess(rate.min(Decimal::ONE)), ..own.clone() };
    Some(())
}

/// Half of the KPI's part of the sum from 80 % on, all of it from 100 %, then a fifth more for a fifth more.
fn next_step(steps: &mut [Step]) -> Option<()> {
    let (own, before) = steps.split_last_mut()?;
    let (from, coefficient) = match before.last() {
        None => (Decimal::new(8, 1), Decimal::new(5, 1)),
        Some(last) if last.from.value < Decimal::ONE => (Decimal::ONE, Decimal::ONE),
        Some(last) => (further(&last.from), further(&last.coefficient)),
    };
    *own = Step { from: guess(from), coefficient: guess(coefficient), ..own.clone() };
    Some(())
}

/// What the weights before it leave of the whole.
fn next_kpi(kpis: &mut [Kpi]) -> Option<()> {
    let (own, before) = kpis.split_last_mut()?;
    let taken = weights(before);
    own.weight = guess(Decimal::ONE.saturating_sub(taken).max(Decimal::ZERO));
    Some(())
}

/// The weights of KPIs, added up; 1 = 100 %.
pub fn weights(kpis: &[Kpi]) -> Decimal {
    kpis.iter().map(|kpi| kpi.weight.value).fold(Decimal::ZERO, Decimal::saturating_add)
}

fn further(last: &Estimate) -> Decimal {
    last.value.saturating_add(Decimal::new(2, 1))
}

fn guess(value: Decimal) -> Estimate {
    Estimate::guess(value.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Base, EditFault, Pay, Person};

    fn with(part: PayPart) -> Model {
        let pay = Pay { parts: vec![PayPart { id: "a".into(), ..part }], ..Pay::default() };
        let seller = Person {
            id: "a".into(),
            pay: pay.clone(),
            has_proposal: true,
            proposed: pay,
            ..Person::default()
        };
        Model { people: vec![seller], ..Model::default() }
    }

    fn grown(model: &Model, rows: &str, times: usize) -> Model {
        (0..times).fold(model.clone(), |model, _| adding(&model, rows).applied(&model).unwrap())
    }

    fn pairs<'a>(rows: impl Iterator<Item = (&'a Estimate, &'a Estimate)>) -> Vec<(String, String)> {
        rows.map(|(from, to)| (from.value.to_string(), to.value.to_string())).collect()
    }

    fn texts(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect()
    }

    #[test]
    fn tiers_go_on_from_the_target_and_the_rate() {
        let model = with(PayPart { rate: Estimate::share(10), ..PayPart::default() });
        let model = grown(&model, "people/a/proposed/parts/a/tiers", 3);
        let tiers = &model.people[0].proposed.parts[0].tiers;
        let found = pairs(tiers.iter().map(|tier| (&tier.from, &tier.rate)));
        assert_eq!(found, texts(&[("1", "0.15"), ("1.2", "0.2"), ("1.4", "0.25")]));
        assert!(model.people[0].pay.parts[0].tiers.is_empty());
    }

    #[test]
    fn above_a_cap_nothing_is_paid() {
        let model =
            with(PayPart { rate: Estimate::share(10), tiers: vec![Tier::default()], ..PayPart::default() });
        let model = grown(&model, "people/a/pay/parts/a/tiers", 1);
        assert!(model.people[0].pay.parts[0].tiers[1].rate.value.is_zero());
    }

    #[test]
    fn steps_go_on_from_80_per_cent() {
        let kpis = vec![Kpi { id: "a".into(), ..Kpi::default() }];
        let model = with(PayPart { base: Base::Kpi, kpis, ..PayPart::default() });
        let model = grown(&model, "people/a/pay/parts/a/kpis/a/steps", 4);
        let steps = &model.people[0].pay.parts[0].kpis[0].steps;
        let found = pairs(steps.iter().map(|step| (&step.from, &step.coefficient)));
        assert_eq!(found, texts(&[("0.8", "0.5"), ("1", "1"), ("1.2", "1.2"), ("1.4", "1.4")]));
    }

    #[test]
    fn a_kpi_takes_what_is_left() {
        let first = Kpi { id: "a".into(), weight: Estimate::share(60), ..Kpi::default() };
        let model = with(PayPart { base: Base::Kpi, kpis: vec![first], ..PayPart::default() });
        let model = grown(&model, "people/a/pay/parts/a/kpis", 2);
        let weights: Vec<_> =
            model.people[0].pay.parts[0].kpis.iter().map(|kpi| kpi.weight.value.to_string()).collect();
        assert_eq!(weights, ["0.6", "0.4", "0"]);
    }

    #[test]
    fn full_rows_and_other_rows_are_as_ever() {
        let model = with(PayPart { tiers: vec![Tier::default(); 8], ..PayPart::default() });
        let full = adding(&model, "people/a/pay/parts/a/tiers").applied(&model);
        assert_eq!(full, Err(EditFault::TooManyRows { most: 8 }));
        let other = Edit::Add { rows: "channels".into(), id: None };
        assert_eq!(adding(&model, "channels"), other);
    }
}
