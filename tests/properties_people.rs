//! What holds for the people of every business: pay adds up, nothing of it falls unnoticed, debts are kept,
//! nobody handles more than can be handled, and what is looked at in a month is that month.

#[path = "common/arbitrary.rs"]
mod arbitrary;
#[path = "common/business.rs"]
mod business;
#[path = "common/figures.rs"]
mod figures;

use business::{sane, wild};
use figures::figures;
use obkatka::model::*;
use obkatka::number::{Count, Decimal, Exact, Money, Share};
use obkatka::pay::{MonthPay, pay_in_force};
use obkatka::pay_review::{Remark, SidePoint, Sides, compared, lost_to_overload, payslip, remarks};
use obkatka::plan::{GroupOutcome, Outcome, Unit, evaluate, runs, work_unit};
use proptest::prelude::*;

const LAST_DIGITS: Decimal = Decimal::from_parts(1, 0, 0, false, 18);

fn value(number: Exact) -> Decimal {
    number.decimal().unwrap_or_else(|reason| panic!("undefined: {reason:?}"))
}

/// Whether two numbers are the same but for their last digits; `size` is what they were made of.
fn same(one: Exact, other: Exact, size: Exact) -> bool {
    (value(one) - value(other)).abs() <= LAST_DIGITS * value(size).abs().max(Decimal::ONE_THOUSAND)
}

fn sum(amounts: impl Iterator<Item = Money<Exact>>) -> Money<Exact> {
    amounts.sum()
}

fn whole(share: u32) -> Share<Exact> {
    Share(Exact::Value(Decimal::from(share)))
}

/// A month's turnover of the whole company and everything in it: the measure of its last digits.
fn size(outcome: &Outcome, t: usize) -> Exact {
    let lines = &outcome.statement;
    (lines.revenue[t]
        + lines.variable_costs[t]
        + lines.marketing[t]
        + lines.payroll[t]
        + lines.fixed_costs[t])
        .0
}

/// Months to look at: some of all.
fn months(outcome: &Outcome) -> impl Iterator<Item = u32> {
    (0..outcome.months()).step_by(7).chain([outcome.months() - 1])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 2, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every rouble of revenue is somebody's: suppliers', channels', people's, the state's or the owner's.
    #[test]
    fn revenue_is_shared_out(model in sane()) {
        let outcome: Outcome = evaluate(&model);
        let (lines, people) = (&outcome.statement, &outcome.people);
        for t in 0..lines.profit.len() {
            let others = lines.variable_costs[t] + lines.marketing[t] + lines.fixed_costs[t];
            let pay = people.gross[t] + people.contributions[t];
            prop_assert!(same(pay.0, lines.payroll[t].0, size(&outcome, t)));
            let all = others + pay + lines.tax[t] + lines.profit[t];
            prop_assert!(same(all.0, lines.revenue[t].0, size(&outcome, t)), "{all:?} of {:?}", lines.revenue[t]);
        }
    }

    /// Salary, parts, rating and guarantee are what is paid; what all are paid is the payroll.
    #[test]
    fn slips_add_up_to_the_payroll(model in sane()) {
        let outcome: Outcome = evaluate(&model);
        for group in outcome.people.roles.iter().flat_map(|role| &role.groups) {
            for slip in &group.pay {
                let parts = sum(slip.lines.iter().map(|line| line.amount));
                let all = slip.salary + parts + slip.rating_amount + slip.guarantee_amount();
                prop_assert!(same(all.0, slip.paid.0, (all + parts).0), "{slip:?}");
                prop_assert!(!slip.paid.is_negative() && !slip.debt.is_negative());
                prop_assert!(slip.lines.iter().all(|line| !line.amount.is_negative()));
            }
        }
        for t in 0..outcome.months() {
            let paid = sum(outcome.people.roles.iter().map(|role| role.paid(t)));
            let lines = &outcome.statement;
            let gross = lines.payroll[t as usize] - outcome.people.contributions[t as usize];
            prop_assert!(same(paid.0, gross.0, size(&outcome, t as usize)));
        }
    }

    /// What is paid out and not yet earned is what is owed; nothing else is ever owed.
    #[test]
    fn debts_are_what_was_advanced(model in sane()) {
        let outcome: Outcome = evaluate(&model);
        for (person, role) in model.people.iter().zip(&outcome.people.roles) {
            let guarantee = pay_in_force(person, &model.team).1.guarantee;
            for group in &role.groups {
                let (paid, earned) = (sum(group.pay.iter().map(|s| s.paid)), sum(group.pay.iter().map(|s| s.earned)));
                let debt = group.pay.last().map_or(Money::ZERO, |slip| slip.debt);
                match guarantee {
                    Guarantee::Draw => prop_assert!(same((paid - debt).0, earned.0, (paid + earned).0)),
                    Guarantee::Floor => prop_assert!(debt == Money::ZERO && !(paid - earned).is_negative()),
                    Guarantee::None => prop_assert_eq!((debt, paid), (Money::ZERO, earned)),
                }
            }
        }
    }

    /// At any attainment the parts are the revenue; at 100 % they are the month itself.
    #[test]
    fn sides_share_out_the_month(model in sane(), hundredths in 0i64..200) {
        let outcome: Outcome = evaluate(&model);
        for month in months(&outcome) {
            let (sides, t) = (Sides::new(&model, &outcome, month), month as usize);
            for attainment in [Share(Exact::Value(Decimal::new(hundredths, 2))), whole(0), whole(1)] {
                let point = sides.at(attainment);
                let all = point.variable_costs + point.unmoved + point.all_pay() + point.contributions;
                let all = all + point.tax + point.owner;
                prop_assert!(same(all.0, point.revenue.0, size(&outcome, t)));
            }
            let point = sides.at(Share::ONE);
            let is_it = |one: Money<Exact>, other: Money<Exact>| same(one.0, other.0, size(&outcome, t));
            for (at, (role, pay)) in outcome.people.roles.iter().zip(&point.pay).enumerate() {
                prop_assert!(is_it(*pay, role.paid(month)), "{at}: {pay:?} and {:?}", role.paid(month));
            }
            prop_assert!(is_it(point.owner, outcome.statement.profit[t]));
            prop_assert!(is_it(point.contributions, outcome.people.contributions[t]));
        }
    }

    /// Whose pay falls while sales rise is remarked on, and nobody else.
    #[test]
    fn pay_falls_only_where_it_is_said(model in sane()) {
        let outcome: Outcome = evaluate(&model);
        for month in months(&outcome) {
            let said = remarks(&model, &outcome, month);
            let sides = Sides::new(&model, &outcome, month);
            let fine = sides.attainments(Decimal::new(13, 3), Decimal::new(15, 1));
            let points: Vec<_> = fine.into_iter().map(|own| sides.at(own)).collect();
            for role in 0..model.people.len() {
                let falls = said.iter().find_map(|remark| match remark {
                    Remark::PayFalls { role: own, attainment, before, after } if *own == role => {
                        Some((*attainment, *before, *after))
                    }
                    _ => None,
                });
                match falls {
                    Some((attainment, before, after)) => {
                        prop_assert!((before - after).is_positive());
                        prop_assert_eq!(sides.at(attainment).pay[role], after);
                    }
                    // Whose part hangs on profit may lose between the points that are looked at.
                    None => prop_assert!(shares_profit(&model, role) || only_rises(role, &points), "{role} {month}"),
                }
            }
        }
    }

    /// Nobody keeps a client whom a colleague keeps: another of the same process, with work counted alike.
    #[test]
    fn portfolios_are_parts_of_the_whole(mut model in sane()) {
        model.offer.add_ons.retain(|add_on| add_on.kind == AddOnKind::CrossSell);
        let part = PayPart { base: Base::Portfolio, rate: Estimate::share(1), ..PayPart::default() };
        model.team.proposed = false;
        model.people.iter_mut().for_each(|person| person.pay = Pay { parts: vec![part.clone()], ..Pay::default() });
        let outcome: Outcome = evaluate(&model);
        for one in &model.people {
            let (process, unit) = (one.process, work_unit(one));
            let wins = matches!(process, Process::Acquisition | Process::Sales);
            let alike = |person: &Person| person.process == process && work_unit(person) == unit;
            let roles = || model.people.iter().zip(&outcome.people.roles).filter(|(person, _)| alike(person));
            let mut always = true;
            for t in 0..outcome.months() {
                let heads: Count<Exact> = roles().map(|(_, role)| role.heads[t as usize]).sum();
                let kept = sum(roles().flat_map(|(_, role)| &role.groups).filter_map(|group| kept(group, t)));
                let revenue = outcome.statement.revenue[t as usize];
                always = (always || !wins) && heads.is_positive();
                // Of a trillionth of a client the last digits are a part.
                if value(revenue.0) < Decimal::new(1, 3) {
                    continue;
                }
                if always || (!wins && heads.is_positive()) {
                    prop_assert!(same(kept.0, revenue.0, size(&outcome, t as usize)), "{process:?} {t}: {kept:?} of {revenue:?}");
                } else {
                    let room = revenue - kept + Money(revenue.0 * Exact::Value(LAST_DIGITS)) + Money(Exact::Value(LAST_DIGITS));
                    prop_assert!(!room.is_negative(), "{process:?} {t}: {kept:?} of {revenue:?}");
                }
            }
        }
    }

    /// What people of a process have on their hands together is what comes.
    #[test]
    fn loads_add_up_to_what_comes(mut model in sane()) {
        model.team.caps_flow = false;
        let outcome: Outcome = evaluate(&model);
        for team in teams(&model) {
            for t in (0..outcome.months()).filter(|t| team.bound(&model, &outcome, *t).is_some()) {
                let load: Count<Exact> = team.loads(&model, &outcome).map(|load| load.demand[t as usize]).sum();
                let came = comes(&model, &outcome, team.unit, t as usize);
                prop_assert!(same(load.0, came.0, came.0), "{team:?} {t}: {load:?} of {came:?}");
            }
        }
    }

    /// Where people cap the flow, nothing passes them, and nothing falls below nothing.
    #[test]
    fn nobody_handles_more_than_can_be_handled(mut model in sane()) {
        model.team.caps_flow = true;
        let outcome: Outcome = evaluate(&model);
        let volumes = &outcome.volumes;
        let lines = [&volumes.leads, &volumes.new_clients, &volumes.active_clients, &volumes.orders];
        let more = [&volumes.upsell_clients, &volumes.cross_sell_clients];
        let noise = Count(Exact::Value(Decimal::new(1, 15)));
        for line in lines.into_iter().chain(more).chain(&volumes.stages) {
            prop_assert!(line.iter().all(|count| !(*count + noise).is_negative()));
        }
        for team in teams(&model).into_iter().filter(|team| !matches!(team.unit, Unit::Leads | Unit::Entries)) {
            for t in 0..outcome.months() {
                let Some(bound) = team.bound(&model, &outcome, t) else { continue };
                let handled = comes(&model, &outcome, team.unit, t as usize);
                let nobody_new = team.unit == Unit::ActiveClients && !(volumes.new_clients[t as usize] - noise).is_positive();
                prop_assert!(nobody_new || !(handled - bound - noise).is_positive(), "{team:?} {t}: {handled:?}");
            }
        }
    }

    /// Who has time for everything loses nothing, to the last digit.
    #[test]
    fn ample_people_change_nothing(mut model in sane()) {
        model.people.iter_mut().for_each(|person| person.capacity = Some(Estimate::guess(10_000_000_000i64)));
        model.team.caps_flow = true;
        let capped: Outcome = evaluate(&model);
        let lost = lost_to_overload(&model, &capped);
        prop_assert!(lost.is_some_and(|lost| lost.orders == Count::ZERO && lost.profit == Money::ZERO));
        model.team.caps_flow = false;
        prop_assert_eq!(&capped, &evaluate(&model));
        prop_assert_eq!(lost_to_overload(&model, &capped), None);
    }

    /// With people who have bounds never more is sold than without them.
    #[test]
    fn bounds_only_take(mut model in sane()) {
        model.team.caps_flow = true;
        let capped: Outcome = evaluate(&model);
        let Some(lost) = lost_to_overload(&model, &capped) else { return Ok(()) };
        let noise = Decimal::new(1, 9);
        prop_assert!(value(lost.clients.0) >= -noise && value(lost.orders.0) >= -noise, "{lost:?}");
    }

    /// The same document is the same plan: pay that hangs on results resolves at once.
    #[test]
    fn pay_resolves(model in sane()) {
        let once: Outcome = evaluate(&model);
        prop_assert_eq!(&once, &evaluate(&model));
        let compared = compared(&model);
        let in_force = if model.team.proposed { &compared.proposed } else { &compared.today };
        prop_assert_eq!(in_force, &once);
        prop_assert_eq!(figures(&model, &once).len(), figures(&model, in_force).len());
    }

    /// A pay slip is the slip of the plan, less income tax, which is part of what is paid.
    #[test]
    fn payslips_are_the_plans(model in sane()) {
        let outcome: Outcome = evaluate(&model);
        for (at, role) in outcome.people.roles.iter().enumerate() {
            for (of, group) in role.groups.iter().enumerate() {
                for t in 0..outcome.months() {
                    let slip = payslip(&model, &outcome, at, of, t);
                    prop_assert_eq!(slip.as_ref().map(|own| &own.pay), group.pay_in(t));
                    let Some(slip) = slip else { continue };
                    let (paid, on_hand) = (slip.pay.paid, slip.on_hand());
                    prop_assert!(!on_hand.is_negative() && !(on_hand - paid).is_positive());
                }
            }
        }
    }

    /// Nothing that fits the types breaks what is made of an outcome.
    #[test]
    fn nothing_breaks_what_is_told_of_people(model in wild(), month in any::<u32>(), cents in any::<i64>()) {
        let outcome: Outcome = evaluate(&model);
        for month in [0, month % 130, month] {
            remarks(&model, &outcome, month);
            let sides = Sides::new(&model, &outcome, month);
            let point = sides.at(Share(Exact::Value(Decimal::new(cents, 2))));
            prop_assert_eq!(point.pay.len(), model.people.len());
            point.less(&sides.at(Share::ONE));
            for at in 0..model.people.len() + 1 {
                sides.one(at, Share::ONE);
                (0..7).for_each(|group| drop(payslip(&model, &outcome, at, group, month)));
            }
        }
        lost_to_overload(&model, &outcome);
        compared(&model);
    }
}

fn shares_profit(model: &Model, role: usize) -> bool {
    let pay = pay_in_force(&model.people[role], &model.team).1;
    pay.parts.iter().any(|part| part.base == Base::Profit)
}

/// Whether a role's pay rises or stays from each point to the next, but for what the last digits make.
fn only_rises(role: usize, points: &[SidePoint]) -> bool {
    points.windows(2).all(|pair| {
        let (before, after) = (pair[0].pay[role], pair[1].pay[role]);
        let grain = Money(before.0 * Exact::Value(Decimal::new(1, 6)));
        !(before - after - grain).is_positive()
    })
}

/// Revenue of the clients that the people of a group keep in a month.
fn kept(group: &GroupOutcome<Exact>, t: u32) -> Option<Money<Exact>> {
    let base = |slip: &MonthPay<Exact>| slip.lines.first().map(|line| line.input.base * group.heads);
    group.pay_in(t).and_then(base)
}

/// Those of one process whose work is counted alike.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Alike {
    process: Process,
    unit: Unit,
}

fn teams(model: &Model) -> Vec<Alike> {
    let mut all: Vec<Alike> = Vec::new();
    for person in &model.people {
        if let Some(unit) = work_unit(person) {
            let team = Alike { process: person.process, unit };
            if !all.contains(&team) {
                all.push(team);
            }
        }
    }
    all
}

impl Alike {
    fn places(self, model: &Model) -> impl Iterator<Item = usize> + '_ {
        let is_one =
            move |person: &Person| person.process == self.process && work_unit(person) == Some(self.unit);
        (0..model.people.len()).filter(move |at| is_one(&model.people[*at]))
    }

    fn loads<'a>(
        self,
        model: &'a Model,
        outcome: &'a Outcome,
    ) -> impl Iterator<Item = &'a obkatka::plan::Load<Exact>> {
        self.places(model).filter_map(|at| outcome.people.roles[at].load.as_ref())
    }

    /// What they can handle together; none where nobody is there, or somebody's bounds are not known.
    fn bound(self, model: &Model, outcome: &Outcome, t: u32) -> Option<Count<Exact>> {
        let there = |at: &usize| is_there(&model.people[*at], t);
        let mut all = None;
        for at in self.places(model).filter(there) {
            let own = outcome.people.roles[at].load.as_ref()?.capacity[t as usize];
            all = Some(all.unwrap_or(Count::ZERO) + own);
        }
        all
    }
}

fn is_there(person: &Person, t: u32) -> bool {
    let first = [(&person.heads, person.first, person.last)];
    let hires = person.hires.iter().map(|hire| (&hire.heads, hire.first, hire.last));
    first.into_iter().chain(hires).any(|(heads, first, last)| !heads.value.is_zero() && runs(first, last, t))
}

/// What comes to people, by what work is counted in.
fn comes(model: &Model, outcome: &Outcome, unit: Unit, t: usize) -> Count<Exact> {
    let volumes = &outcome.volumes;
    let first_of_sales =
        model.funnel.stages.iter().position(|stage| stage.process == Process::Sales).unwrap_or(0);
    match unit {
        Unit::Leads => volumes.leads[t],
        Unit::Entries if first_of_sales == 0 => volumes.leads[t],
        Unit::Entries => volumes.stages[first_of_sales - 1][t],
        Unit::NewClients => volumes.new_clients[t],
        Unit::ActiveClients => volumes.active_clients[t],
        Unit::Orders => volumes.orders[t],
        Unit::Upsells => volumes.upsell_clients[t],
        Unit::CrossSells => volumes.cross_sell_clients[t],
    }
}
