//! Who is there in a month, how much they can handle, and how much comes to them.

use super::by_month::ByMonth;
use super::leads::{months_of, runs};
use crate::model::{Person, Process, Work};
use crate::number::{Count, Number, Share};
use crate::pay::{PayTerms, productivity};
use core::cell::OnceCell;
use core::ops::Range;

/// What a role's work is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Leads.
    Leads,
    /// Those who reach the first stage of sales.
    Entries,
    /// New clients.
    NewClients,
    /// Active clients.
    ActiveClients,
    /// Orders.
    Orders,
    /// New clients, for those who sell them more at once.
    Upsells,
    /// Active clients, for those who sell them other things.
    CrossSells,
}

/// What a role's work is counted in; none where it hangs on nothing that the plan counts.
pub fn work_unit(person: &Person) -> Option<Unit> {
    match (person.work, person.process) {
        (Work::Leads, _) | (Work::ByProcess, Process::Acquisition) => Some(Unit::Leads),
        (Work::NewClients, _) => Some(Unit::NewClients),
        (Work::Orders, _) | (Work::ByProcess, Process::Delivery) => Some(Unit::Orders),
        (Work::ActiveClients, _) | (Work::ByProcess, Process::Service | Process::Account) => {
            Some(Unit::ActiveClients)
        }
        (Work::ByProcess, Process::Sales) => Some(Unit::Entries),
        (Work::ByProcess, Process::Upsell) => Some(Unit::Upsells),
        (Work::ByProcess, Process::CrossSell) => Some(Unit::CrossSells),
        (Work::ByProcess, Process::General | Process::Own) => None,
    }
}

/// People of a role who came together: equal in everything.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group<N> {
    /// How many.
    pub heads: Count<N>,
    /// Their first month.
    pub first: u32,
    /// Their last month, that month included; none = to the end.
    pub last: Option<u32>,
}

impl<N: Number> Group<N> {
    /// Whether they work in a month.
    pub fn is_on(&self, t: u32) -> bool {
        runs(self.first, self.last, t)
    }

    /// The months of a plan in which they work.
    pub fn months(&self, plan: u32) -> Range<u32> {
        months_of(self.first, self.last, plan)
    }
}

/// A role: who does its work, how much they can handle, for what pay.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleTerms<N> {
    /// The process it serves.
    pub process: Process,
    /// The share of a person's time that goes into winning clients.
    pub winning_time: Share<N>,
    /// Whether any of the work is done for clients, be it before they are any.
    pub is_for_clients: bool,
    /// What its work is counted in; none where it hangs on nothing that the plan counts.
    pub unit: Option<Unit>,
    /// The first people and those hired later.
    pub groups: Vec<Group<N>>,
    /// Months until one is fully productive.
    pub ramp: u32,
    /// How much one person can handle in a month; none = nobody has said.
    pub capacity: Option<Count<N>>,
    /// What one person is paid.
    pub pay: PayTerms<N>,
}

impl<N> RoleTerms<N> {
    /// Whether its own process is part of winning clients.
    pub fn wins_clients(&self) -> bool {
        self.process.wins_clients()
    }
}

/// A role with its people by month.
pub(super) struct Role<'a, N> {
    pub terms: &'a RoleTerms<N>,
    pub heads: Vec<Count<N>>,
    /// Heads, those who still learn counted in part.
    pub productive: Vec<Count<N>>,
    /// Of the role and its colleagues; only the first of them keeps it.
    shared: Shared<N>,
}

/// What a role has in common with its colleagues, by month. Each line is worked out once: with many roles of one
/// process anything else would be the work of all of them for each of them.
struct Shared<N> {
    heads: OnceCell<Vec<Count<N>>>,
    productive: OnceCell<Vec<Count<N>>>,
    capacity: OnceCell<Vec<Option<Count<N>>>>,
    unattended: OnceCell<Vec<Count<N>>>,
}

/// The roles of a plan.
pub(super) fn roles<N: Number>(terms: &[RoleTerms<N>], months: u32) -> Vec<Role<'_, N>> {
    terms.iter().map(|terms| role(terms, months)).collect()
}

fn role<N: Number>(terms: &RoleTerms<N>, months: u32) -> Role<'_, N> {
    let sum = |of: &dyn Fn(&Group<N>, u32) -> Count<N>| {
        let mut line = vec![Count::ZERO; months as usize];
        for group in &terms.groups {
            group.months(months).for_each(|t| line.add_at(t as usize, of(group, t)));
        }
        line
    };
    let heads = sum(&|group, _| group.heads);
    let productive = match terms.ramp {
        0 => heads.clone(),
        ramp => sum(&|group, t| group.heads * productivity(ramp, t - group.first)),
    };
    let shared = Shared {
        heads: OnceCell::new(),
        productive: OnceCell::new(),
        capacity: OnceCell::new(),
        unattended: OnceCell::new(),
    };
    Role { terms, heads, productive, shared }
}

impl<N: Number> Role<'_, N> {
    /// How much its people can handle in a month; none where nobody has said, or nobody is there.
    fn capacity(&self, t: usize) -> Option<Count<N>> {
        Some(self.productive.at(t) * self.terms.capacity?)
    }

    fn is_there(&self, t: usize) -> bool {
        !self.heads.at(t).is_zero()
    }
}

/// What people of one process whose work is counted alike can handle together in a month. None: without
/// bounds, because nobody is named, or somebody's bounds are not.
fn capacity<N: Number>(roles: &[Role<'_, N>], process: Process, unit: Unit, t: usize) -> Option<Count<N>> {
    let alike =
        || roles.iter().filter(move |role| role.terms.process == process && role.terms.unit == Some(unit));
    let in_month = |t| {
        let mut all = None;
        for role in alike().filter(|role| role.is_there(t)) {
            all = Some(all.unwrap_or(Count::ZERO) + role.capacity(t)?);
        }
        all
    };
    let first = alike().next()?;
    let line = first.shared.capacity.get_or_init(|| (0..first.heads.len()).map(in_month).collect());
    line.get(t).copied().flatten()
}

/// The least that any process can handle of a unit in a month; none = without bounds.
pub(super) fn bound<N: Number>(roles: &[Role<'_, N>], unit: Unit, t: usize) -> Option<Count<N>> {
    let bounds = Process::ALL.iter().filter_map(|process| capacity(roles, *process, unit, t));
    bounds.reduce(Count::least)
}

/// Whether anybody's bounds are known for work that is counted in a unit: otherwise nobody asks how much of it
/// comes.
pub(super) fn is_counted<N>(roles: &[Role<'_, N>], unit: Unit) -> bool {
    roles.iter().any(|role| role.terms.unit == Some(unit) && role.terms.capacity.is_some())
}

/// The share of what comes in each month that people can handle. None where nothing is too much.
pub(super) fn handled<N: Number>(
    roles: &[Role<'_, N>],
    unit: Unit,
    demand: &[Count<N>],
) -> Option<Vec<Share<N>>> {
    let share = |(t, demand): (usize, &Count<N>)| match bound(roles, unit, t) {
        Some(bound) if (*demand - bound).is_positive() => bound / *demand,
        _ => Share::ONE,
    };
    let shares: Vec<_> = demand.iter().enumerate().map(share).collect();
    shares.iter().any(|share| *share != Share::ONE).then_some(shares)
}

/// What came to the people in each month, what they could handle.
#[derive(Clone, Debug, PartialEq)]
pub struct Load<N> {
    /// What the work is counted in.
    pub unit: Unit,
    /// What came to the role.
    pub demand: Vec<Count<N>>,
    /// What it can handle.
    pub capacity: Vec<Count<N>>,
}

impl<N: Number> Load<N> {
    /// Demand as a share of capacity; none in a month without people.
    pub fn share(&self, t: u32) -> Option<Share<N>> {
        let (demand, capacity) = (self.demand.get(t as usize)?, self.capacity.get(t as usize)?);
        capacity.is_positive().then(|| *demand / *capacity)
    }

    /// What was more than could be handled.
    pub fn over(&self, t: u32) -> Count<N> {
        match (self.demand.get(t as usize), self.capacity.get(t as usize)) {
            (Some(demand), Some(capacity)) => (*demand - *capacity).most(Count::ZERO),
            _ => Count::ZERO,
        }
    }
}

/// What came in each month before anything was too much, by what work is counted in.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Demand<N> {
    pub leads: Vec<Count<N>>,
    pub entries: Vec<Count<N>>,
    pub new_clients: Vec<Count<N>>,
    pub active_clients: Vec<Count<N>>,
    pub orders: Vec<Count<N>>,
    pub upsells: Vec<Count<N>>,
    pub cross_sells: Vec<Count<N>>,
}

impl<N: Number> Demand<N> {
    fn of(&self, unit: Unit) -> &[Count<N>] {
        match unit {
            Unit::Leads => &self.leads,
            Unit::Entries => &self.entries,
            Unit::NewClients => &self.new_clients,
            Unit::ActiveClients => &self.active_clients,
            Unit::Orders => &self.orders,
            Unit::Upsells => &self.upsells,
            Unit::CrossSells => &self.cross_sells,
        }
    }
}

/// The load of a role: its part of what comes to all of its process, by what each can handle. None where
/// nobody has said how much one can handle.
pub(super) fn load<N: Number>(
    roles: &[Role<'_, N>],
    role: &Role<'_, N>,
    demand: &Demand<N>,
) -> Option<Load<N>> {
    role.terms.capacity?;
    let unit = role.terms.unit?;
    let all = demand.of(unit);
    let capacities: Vec<_> = (0..all.len()).map(|t| role.capacity(t).unwrap_or(Count::ZERO)).collect();
    let part = |t: usize| {
        if !role.is_there(t) {
            return Count::ZERO;
        }
        let share = match capacity(roles, role.terms.process, unit, t) {
            Some(of_all) if !of_all.is_positive() => role.productive.at(t) / productive(roles, role).at(t),
            Some(of_all) if of_all == capacities.at(t) => Share::ONE,
            Some(of_all) => capacities.at(t) / of_all,
            None => role.productive.at(t) / productive(roles, role).at(t),
        };
        if share == Share::ONE { all.at(t) } else { all.at(t) * share }
    };
    Some(Load { unit, demand: (0..all.len()).map(part).collect(), capacity: capacities })
}

/// A role and those that share its work: of the same process, with work that is counted alike. Who calls
/// and who closes deals are no colleagues where one counts leads and the other clients.
pub(super) fn colleagues<'a, N: Number>(
    roles: &'a [Role<'a, N>],
    role: &Role<'_, N>,
) -> impl Iterator<Item = &'a Role<'a, N>> + use<'a, N> {
    let (process, unit) = (role.terms.process, role.terms.unit);
    roles.iter().filter(move |other| other.terms.process == process && other.terms.unit == unit)
}

/// Productive heads of a role and its colleagues by month.
pub(super) fn productive<'a, N: Number>(roles: &'a [Role<'a, N>], role: &Role<'_, N>) -> &'a [Count<N>] {
    let Some(first) = colleagues(roles, role).next() else { return &[] };
    first.shared.productive.get_or_init(|| sum(colleagues(roles, role).map(|other| &other.productive)))
}

/// Heads of a role and its colleagues by month.
pub(super) fn heads<'a, N: Number>(roles: &'a [Role<'a, N>], role: &Role<'_, N>) -> &'a [Count<N>] {
    let Some(first) = colleagues(roles, role).next() else { return &[] };
    first.shared.heads.get_or_init(|| sum(colleagues(roles, role).map(|other| &other.heads)))
}

/// Clients by month whom none of a role and its colleagues has won who are still there; `work_out` is asked once for all
/// of them.
pub(super) fn unattended<'a, N: Number>(
    roles: &'a [Role<'a, N>],
    role: &Role<'_, N>,
    work_out: impl FnOnce() -> Vec<Count<N>>,
) -> &'a [Count<N>] {
    let Some(first) = colleagues(roles, role).next() else { return &[] };
    first.shared.unattended.get_or_init(work_out)
}

/// The sum of lines, month by month.
fn sum<'a, N: Number + 'a>(mut lines: impl Iterator<Item = &'a Vec<Count<N>>>) -> Vec<Count<N>> {
    let mut sum = lines.next().cloned().unwrap_or_default();
    for line in lines {
        sum.iter_mut().zip(line).for_each(|(sum, own)| *sum += *own);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::super::given::Given;
    use super::*;
    use crate::model::{Estimate, Hire, Model};
    use crate::number::Exact;

    fn whole(n: u32) -> Count<Exact> {
        Count(Exact::whole(n))
    }

    fn person(id: &str, heads: u32, capacity: Option<u32>) -> Person {
        Person {
            id: id.into(),
            process: Process::Sales,
            heads: Estimate::guess(heads),
            capacity: capacity.map(Estimate::guess),
            ..Person::default()
        }
    }

    fn terms(people: Vec<Person>) -> Vec<RoleTerms<Exact>> {
        Given::read(&Model { people, ..Model::default() }).roles
    }

    /// Loads of a company in its months, with so many of everything each month.
    fn loads(people: Vec<Person>, months: u32, of_all: u32) -> Vec<Option<Load<Exact>>> {
        let terms = terms(people);
        let roles = roles(&terms, months);
        let line = || vec![whole(of_all); months as usize];
        let demand = Demand {
            leads: line(),
            entries: line(),
            new_clients: line(),
            active_clients: line(),
            orders: line(),
            upsells: line(),
            cross_sells: line(),
        };
        roles.iter().map(|role| load(&roles, role, &demand)).collect()
    }

    #[test]
    fn hires_come_and_go_by_month() {
        let hires = vec![
            Hire { first: 2, last: Some(3), heads: Estimate::guess(3), ..Hire::default() },
            Hire { first: u32::MAX, last: Some(0), heads: Estimate::guess(9), ..Hire::default() },
        ];
        let first = Person { first: 1, hires, ..person("a", 2, None) };
        let terms = terms(vec![first]);
        let role = role(&terms[0], 5);
        assert_eq!(role.heads, [0, 2, 5, 5, 2].map(whole));
        assert_eq!(role.productive, role.heads);
    }

    #[test]
    fn those_who_learn_handle_less() {
        let load = loads(vec![Person { ramp: 3, ..person("a", 2, Some(40)) }], 5, 100);
        let load = load[0].clone().unwrap();
        assert_eq!(load.capacity, [20, 40, 60, 80, 80].map(whole));
        assert_eq!(load.demand, [100; 5].map(whole));
        assert_eq!(
            (load.over(0), load.share(1)),
            (whole(80), Some(Share(Exact::whole(5) / Exact::whole(2))))
        );
    }

    #[test]
    fn work_is_divided_by_what_each_can_handle() {
        let both = loads(vec![person("a", 1, Some(30)), person("b", 1, Some(10))], 1, 100);
        let demand: Vec<_> = both.iter().flatten().map(|load| load.demand[0]).collect();
        assert_eq!(demand, [75, 25].map(whole));
    }

    #[test]
    fn other_work_of_the_same_process_takes_no_part() {
        // Nobody has said how much "b" can handle; "c" handles new clients.
        let closer = Person { work: Work::NewClients, ..person("c", 2, Some(5)) };
        let all = loads(vec![person("a", 1, Some(30)), person("b", 1, None), closer], 1, 100);
        assert_eq!(all[0].as_ref().unwrap().demand, [whole(50)]);
        assert!(all[1].is_none());
        assert_eq!(all[2].as_ref().unwrap().demand, [whole(100)]);
    }

    #[test]
    fn bounds_are_of_all_whose_bounds_are_known() {
        let two = |other| terms(vec![person("a", 1, Some(30)), person("b", 2, other)]);
        let bound = |terms: &[RoleTerms<Exact>], unit| bound(&roles(terms, 1), unit, 0);
        assert_eq!(bound(&two(Some(10)), Unit::Entries), Some(whole(50)));
        assert_eq!(bound(&two(Some(10)), Unit::Orders), None);
        assert_eq!(bound(&two(None), Unit::Entries), None);
    }
}
