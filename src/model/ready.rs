//! Pay plans to start from, in the words people use, and the usual chain of who works for whom. Every number
//! in them is a guess to be replaced.

use super::choice::Choice;
use super::funnel::Process;
use super::pay::{Base, Kpi, KpiMeasure, Pay, PayPart, Step, Tier, TierRule};
use super::people::Person;
use super::team::{Handover, RatingStep, Score};
use super::{Estimate, Model, mend_ids};
use crate::number::Decimal;

super::choice::choice! {
    /// A pay plan to start from.
    pub enum Ready {
        /// Salary and a share of one's own new sales, more above target.
        Sales = "sales",
        /// Salary and a share of the revenue of one's clients.
        Portfolio = "portfolio",
        /// Salary and a sum by KPIs.
        Kpi = "kpi",
        /// No salary, a share of one's own sales, with a draw while one learns.
        Commission = "commission",
        /// Salary, a share of sales, and the rating by those one works for.
        Rated = "rated",
    }
}

/// What the rows of a ready plan are called, in the user's language.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReadyNames<'a> {
    /// A KPI on new clients.
    pub clients: &'a str,
    /// A KPI on new sales.
    pub sales: &'a str,
    /// A KPI on calls and meetings that are recorded.
    pub records: &'a str,
}

/// The document with a ready plan for a role: today's, or the one that is proposed. The rated plan brings the
/// usual chain with it where there is none. A sum by KPIs that is proposed leaves what one is paid at plan
/// as it is: `today`, where that is known, otherwise today's salary.
pub fn with_ready(
    model: &Model,
    role: &str,
    proposed: bool,
    ready: Ready,
    names: ReadyNames<'_>,
    today: Option<Decimal>,
) -> Model {
    let mut model = model.clone();
    let Some(person) = model.people.iter_mut().find(|person| person.id == role) else { return model };
    let (salary, pool) = divided(ready, proposed, person.salary.value, today);
    let mut pay = ready_pay(ready, person, names, pool);
    let now = if proposed { &mut person.proposed } else { &mut person.pay };
    pay.promised = now.promised.take();
    *now = pay;
    match (proposed, salary) {
        (true, salary) => person.proposed_salary = salary.map(Estimate::guess),
        (false, Some(salary)) => person.salary = Estimate::guess(salary),
        (false, None) => {}
    }
    person.has_proposal |= proposed;
    if ready == Ready::Rated {
        model = with_usual_chain(&model);
    }
    mend_ids(&mut model);
    model
}

/// The new salary, where it changes, and the sum that KPIs divide: half a salary on top, or a third of the whole
/// where a proposal divides what one is paid today.
fn divided(
    ready: Ready,
    proposed: bool,
    salary: Decimal,
    today: Option<Decimal>,
) -> (Option<Decimal>, Decimal) {
    match (ready, proposed) {
        (Ready::Commission, _) => (Some(Decimal::ZERO), Decimal::ZERO),
        (Ready::Kpi, true) => {
            let whole = today.filter(|today| *today > Decimal::ZERO).unwrap_or(salary).round();
            let third = whole.checked_div(Decimal::from(3)).unwrap_or_default().round();
            // The salary never rises by it.
            let kept = whole.saturating_sub(third).min(salary).max(Decimal::ZERO);
            (Some(kept), whole.saturating_sub(kept).max(Decimal::ZERO))
        }
        _ => (None, salary.checked_div(Decimal::TWO).unwrap_or_default()),
    }
}

fn ready_pay(ready: Ready, person: &Person, names: ReadyNames<'_>, pool: Decimal) -> Pay {
    let sales = |rate| part(Base::NewSales, rate);
    let parts = match ready {
        Ready::Sales => vec![PayPart { tiers: vec![tier(100, 8)], ..sales(5) }],
        Ready::Portfolio => vec![part(Base::Portfolio, 4)],
        Ready::Kpi => vec![kpi_sum(pool, names)],
        Ready::Commission => vec![sales(15)],
        Ready::Rated => vec![sales(5), part(Base::Portfolio, 2)],
    };
    let mut pay = Pay { parts, ..Pay::default() };
    if ready == Ready::Commission {
        pay.guarantee = super::Guarantee::Draw;
        pay.guaranteed = Estimate { ..person.salary.clone() };
    }
    pay
}

fn part(base: Base, rate: i64) -> PayPart {
    PayPart { base, rate: Estimate::share(rate), ..PayPart::default() }
}

fn tier(from: i64, rate: i64) -> Tier {
    Tier { from: Estimate::share(from), rate: Estimate::share(rate), ..Tier::default() }
}

/// A sum by three KPIs, with the usual cut-off at 80 %; above it, each tenth brings a tenth.
fn kpi_sum(pool: Decimal, names: ReadyNames<'_>) -> PayPart {
    let kpi = |name: &str, weight, measure| Kpi {
        name: name.to_owned(),
        weight: Estimate::share(weight),
        measure,
        steps: [(80, 80), (90, 90), (100, 100), (110, 110)].map(step).into(),
        ..Kpi::default()
    };
    PayPart {
        base: Base::Kpi,
        tier_rule: TierRule::Marginal,
        pool: Estimate::guess(pool),
        kpis: vec![
            kpi(names.sales, 50, KpiMeasure::NewSales),
            kpi(names.clients, 30, KpiMeasure::NewClients),
            kpi(names.records, 20, KpiMeasure::Entered),
        ],
        ..PayPart::default()
    }
}

fn step((from, coefficient): (i64, i64)) -> Step {
    Step { from: Estimate::share(from), coefficient: Estimate::share(coefficient), ..Step::default() }
}

/// The order in which work goes through a business.
const CHAIN: [Process; 7] = [
    Process::Acquisition,
    Process::Sales,
    Process::Upsell,
    Process::Delivery,
    Process::Service,
    Process::Account,
    Process::CrossSell,
];

/// The document with the usual chain, where it has none: every role works for the next along the funnel, the
/// last for the client; four quarters without scores, and the usual steps.
pub fn with_usual_chain(model: &Model) -> Model {
    let mut model = model.clone();
    if model.team.steps.is_empty() {
        model.team.steps = [(0, 50), (5, 80), (7, 100), (9, 120)].map(rating_step).into();
    }
    if model.team.handovers.is_empty() {
        model.team.handovers = usual_handovers(&model);
    }
    mend_ids(&mut model);
    model
}

fn rating_step((from, coefficient): (i64, i64)) -> RatingStep {
    RatingStep {
        from: Estimate::guess(from),
        coefficient: Estimate::share(coefficient),
        ..RatingStep::default()
    }
}

fn usual_handovers(model: &Model) -> Vec<Handover> {
    let of = |process: Process| model.people.iter().filter(move |person| person.process == process);
    let mut links = Vec::new();
    let stations: Vec<Process> =
        CHAIN.iter().copied().filter(|process| of(*process).next().is_some()).collect();
    for (at, process) in stations.iter().enumerate() {
        for executor in of(*process) {
            match stations.get(at + 1) {
                Some(next) => links.extend(of(*next).map(|customer| link(&executor.id, &customer.id))),
                None => links.push(link(&executor.id, "")),
            }
        }
    }
    links.truncate(60);
    links
}

fn link(executor: &str, customer: &str) -> Handover {
    Handover {
        executor: executor.to_owned(),
        customer: customer.to_owned(),
        scores: vec![Score::default(); 4],
        ..Handover::default()
    }
}

impl Ready {
    /// The key of its words.
    pub fn key(self) -> &'static str {
        self.name()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seller(salary: i64) -> Model {
        let seller = Person { id: "a".into(), salary: Estimate::guess(salary), ..Person::default() };
        Model { people: vec![seller], ..Model::default() }
    }

    /// The proposed salary and the sum by KPIs.
    fn proposed(salary: i64, today: Option<i64>) -> (Decimal, Decimal) {
        let names = ReadyNames::default();
        let model = with_ready(&seller(salary), "a", true, Ready::Kpi, names, today.map(Decimal::from));
        let person = &model.people[0];
        assert_eq!(person.salary, Estimate::guess(salary));
        (person.proposed_salary.as_ref().unwrap().value, person.proposed.parts[0].pool.value)
    }

    #[test]
    fn a_proposed_sum_by_kpis_costs_no_more_than_today() {
        let pair = |salary: i64, pool: i64| (Decimal::from(salary), Decimal::from(pool));
        assert_eq!(proposed(60_000, None), pair(40_000, 20_000));
        assert_eq!(proposed(60_000, Some(66_000)), pair(44_000, 22_000));
        assert_eq!(proposed(40_000, Some(138_000)), pair(40_000, 98_000));
        assert_eq!(proposed(0, None), pair(0, 0));
    }

    #[test]
    fn today_a_sum_by_kpis_comes_on_top() {
        let model = with_ready(&seller(60_000), "a", false, Ready::Kpi, ReadyNames::default(), None);
        let person = &model.people[0];
        assert_eq!((person.salary.value, person.pay.parts[0].pool.value), (60_000.into(), 30_000.into()));
        assert!(!person.has_proposal);
    }

    #[test]
    fn commission_alone_ends_the_salary_and_begins_with_an_advance() {
        let model = with_ready(&seller(60_000), "a", false, Ready::Commission, ReadyNames::default(), None);
        let person = &model.people[0];
        assert_eq!((person.salary.value, person.pay.guaranteed.value), (Decimal::ZERO, 60_000.into()));
    }
}
