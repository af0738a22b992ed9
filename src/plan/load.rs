//! How much people can handle in a month, and how much comes to them.

use super::by_month::ByMonth;
use super::team::{Role, Unit, productive};
use crate::model::Process;
use crate::number::{Count, Number, Share};

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

#[cfg(test)]
mod tests {
    use super::super::given::Given;
    use super::super::team::{RoleTerms, roles};
    use super::*;
    use crate::model::{Estimate, Model, Person, Work};
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
