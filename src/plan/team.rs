//! Who is there in a month, and what one has in common with those who share one's work.

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
    pub shared: Shared<N>,
}

/// What a role has in common with its colleagues, by month. Each line is worked out once: with many roles of one
/// process anything else would be the work of all of them for each of them.
pub(super) struct Shared<N> {
    heads: OnceCell<Vec<Count<N>>>,
    productive: OnceCell<Vec<Count<N>>>,
    /// What all of them can handle: worked out by whoever asks for it first.
    pub capacity: OnceCell<Vec<Option<Count<N>>>>,
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
    pub fn capacity(&self, t: usize) -> Option<Count<N>> {
        Some(self.productive.at(t) * self.terms.capacity?)
    }

    /// Whether anybody of it works in a month.
    pub fn is_there(&self, t: usize) -> bool {
        !self.heads.at(t).is_zero()
    }
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

    #[test]
    fn hires_come_and_go_by_month() {
        let hires = vec![
            Hire { first: 2, last: Some(3), heads: Estimate::guess(3), ..Hire::default() },
            Hire { first: u32::MAX, last: Some(0), heads: Estimate::guess(9), ..Hire::default() },
        ];
        let first =
            Person { id: "a".into(), heads: Estimate::guess(2), first: 1, hires, ..Person::default() };
        let terms = Given::<Exact>::read(&Model { people: vec![first], ..Model::default() }).roles;
        let role = role(&terms[0], 5);
        assert_eq!(role.heads, [0, 2, 5, 5, 2].map(whole));
        assert_eq!(role.productive, role.heads);
    }
}
