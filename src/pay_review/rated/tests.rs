use super::*;
use crate::model::{Base, Estimate, Handover, Pay, PayPart, QuickNames, RatingStep, Score, quick_model};
use crate::number::Number;
use crate::plan::evaluate;

/// A seller whose work for the client is scored 5 in the first quarter and 9 in the third: half of the share of sales
/// hangs on it, and it comes to 80 % or to all of it.
fn model() -> Model {
    let mut model = quick_model(QuickNames { channel: "Ads", stage: "Sale", cost: "Rent" });
    let typed = |value: i64| Estimate::guess(value);
    (model.channels[0].budget, model.channels[0].cost_per_lead) = (typed(1000), typed(100));
    model.funnel.stages[0].conversion = Estimate::share(100);
    (model.offer.price, model.offer.frequency) = (typed(500), typed(1));
    let part = PayPart { base: Base::NewSales, rate: Estimate::share(10), ..PayPart::default() };
    let pay = Pay { parts: vec![part], rating_share: Estimate::share(50), ..Pay::default() };
    model.people = vec![Person { id: "a".into(), salary: typed(1000), pay, ..Person::default() }];
    let score = |score: Option<i64>| Score { score: score.map(Estimate::guess), ..Score::default() };
    let scores = [Some(5), None, Some(9), None].map(score).into();
    // Eight customers say the same: so many scores are paid.
    model.team.handovers = vec![Handover { executor: "a".into(), scores, ..Handover::default() }; 8];
    let step = |from, coefficient| RatingStep {
        from: typed(from),
        coefficient: Estimate::share(coefficient),
        ..RatingStep::default()
    };
    model.team.steps = vec![step(0, 80), step(7, 100)];
    model
}

fn of(model: &Model) -> Vec<Rated> {
    rated(model, &evaluate(model))
}

fn effect_in(model: &Model, quarter: usize) -> RatingEffect {
    of(model)[0].quarters[quarter].unwrap().effect
}

#[test]
fn a_low_score_takes_its_share_of_the_quarters_variable_pay() {
    let model = model();
    let first = of(&model)[0].quarters[0].unwrap();
    assert_eq!(
        (first.score, first.coefficient),
        (Share(Exact::whole(5)), Share(Exact::Value("0.8".parse().unwrap())))
    );
    // Three months of 500; half of it hangs on the rating, of which a fifth goes.
    assert_eq!(first.effect, RatingEffect::Moves(-Money(Exact::whole(150))));
    assert_eq!(effect_in(&model, 2), RatingEffect::Moves(Money::ZERO));
}

#[test]
fn why_a_rating_moves_nothing_is_told() {
    let mut late = model();
    late.people[0].first = 3;
    assert_eq!(effect_in(&late, 0), RatingEffect::Nobody);
    let mut unsold = model();
    unsold.channels[0].budget = Estimate::guess(0);
    assert_eq!(effect_in(&unsold, 0), RatingEffect::NoPayYet);
    let mut unrated = model();
    unrated.people[0].pay.rating_share = Estimate::guess(0);
    assert_eq!(of(&unrated)[0].idle, Some(Idle::NoShare));
    unrated.people[0].pay.parts.clear();
    assert_eq!(of(&unrated)[0].idle, Some(Idle::NoVariable));
    assert_eq!(of(&model())[0].idle, None);
}

#[test]
fn few_scores_are_shown_and_not_paid() {
    let mut few = model();
    few.team.handovers.truncate(3);
    let first = of(&few)[0].quarters[0].unwrap();
    assert_eq!((first.score, first.effect), (Share(Exact::whole(5)), RatingEffect::TooFew(3)));
    assert_eq!(effect_in(&few, 2), RatingEffect::TooFew(6));
    let pay = |model: &Model| evaluate::<Exact>(model).people.gross[0];
    let mut unscored = few.clone();
    unscored.team.handovers.clear();
    assert_eq!(pay(&few), pay(&unscored));
    assert!((pay(&few) - pay(&model())).is_positive());
}

#[test]
fn only_who_is_scored_is_rated_and_no_quarter_after_the_plan() {
    let mut model = model();
    model.people.push(Person { id: "b".into(), ..Person::default() });
    let rated = of(&model);
    assert_eq!((rated.len(), rated[0].role, rated[0].quarters.len()), (1, 0, 4));
    model.team.handovers[0].scores.resize(30, Score::default());
    model.about.horizon = 12;
    assert_eq!(of(&model)[0].quarters.len(), 4);
}
