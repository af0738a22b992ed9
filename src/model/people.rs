//! Who works, on which process, for what pay.

use super::choice::choice;
use super::estimate::Estimate;
use super::funnel::Process;
use super::pay::Pay;
use super::record::record;

choice! {
    /// What one's work is counted in.
    pub enum Work {
        /// As the process has it: leads, those who come to be sold to, orders, active clients.
        ByProcess = "by_process",
        /// Leads.
        Leads = "leads",
        /// New clients.
        NewClients = "new_clients",
        /// Orders.
        Orders = "orders",
        /// Active clients.
        ActiveClients = "active_clients",
    }
}

record! {
    /// More people of a role, who come later.
    pub struct Hire {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// How many.
        2 heads: Estimate = Kind::Estimate(Measure::Count), Estimate::guess(1);
        /// First month of the plan, 0 = the plan's first.
        3 first: u32 = Kind::Month, 0;
        /// Last month, that month included; open = to the end.
        4 last: Option<u32> = Kind::Month, None;
    }
}

record! {
    /// Another process that a role serves beside its own.
    pub struct ProcessTime {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// The process.
        2 process: Process = Kind::Choice(Process::NAMES), Process::Service;
        /// Share of a person's time that goes to it; the rest is the role's own process's.
        3 share: Estimate = Kind::Estimate(Measure::Share), Estimate::share(50);
    }
}

record! {
    /// A role: people who do the same work for the same salary.
    pub struct Person {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// What the role is called.
        2 role: String = Kind::Text { most: 120 }, String::new();
        /// The process it serves.
        3 process: Process = Kind::Choice(Process::NAMES), Process::Sales;
        /// How many people.
        4 heads: Estimate = Kind::Estimate(Measure::Count), Estimate::guess(1);
        /// First month of the plan, 0 = the plan's first.
        5 first: u32 = Kind::Month, 0;
        /// Last month, that month included; open = to the end.
        6 last: Option<u32> = Kind::Month, None;
        /// Salary of one person in a month, before income tax.
        7 salary: Estimate = Kind::Estimate(Measure::Money), Estimate::default();
        /// The employer's contributions as a share of pay.
        8 contributions: Estimate = Kind::Estimate(Measure::Share), Estimate::share(30);
        /// Months until one is fully productive.
        9 ramp: u32 = Kind::Whole { least: 0, most: 36 }, 0;
        /// What the work is counted in.
        10 work: Work = Kind::Choice(Work::NAMES), Work::ByProcess;
        /// How much one person can handle in a month; none = nobody has said.
        11 capacity: Option<Estimate> = Kind::Optional(Measure::Count), None;
        /// Who comes later.
        12 hires: Vec<Hire> = Kind::Rows { most: 24 }, Vec::new();
        /// What is paid on top of the salary.
        13 pay: Pay = Kind::Record, Pay::default();
        /// Whether another pay is proposed.
        14 has_proposal: bool = Kind::Flag, false;
        /// The proposed salary; none = today's.
        15 proposed_salary: Option<Estimate> = Kind::Optional(Measure::Money), None;
        /// What is proposed on top of the salary.
        16 proposed: Pay = Kind::Record, Pay::default();
        /// What other processes a share of the time goes to; the rest is the own process's.
        17 other_processes: Vec<ProcessTime> = Kind::Rows { most: 8 }, Vec::new();
    }
}

impl Person {
    /// The role with its work, without what it is paid.
    pub fn without_pay(&self) -> Self {
        let Self {
            id, role, process, heads, first, last, ramp, work, capacity, hires, other_processes, ..
        } = self.clone();
        let paid_nothing = Self::default();
        Self {
            id,
            role,
            process,
            heads,
            first,
            last,
            ramp,
            work,
            capacity,
            hires,
            other_processes,
            ..paid_nothing
        }
    }
}

/// The place of the role with an id, or of the first who is paid by results, or of the first; none where there are no
/// people.
pub fn role_looked_at(people: &[Person], id: &str) -> Option<usize> {
    let at = |is: &dyn Fn(&Person) -> bool| people.iter().position(is);
    let is_paid_by_results = |person: &Person| !person.pay.parts.is_empty() || person.has_proposal;
    at(&|person| person.id == id).or_else(|| at(&is_paid_by_results)).or_else(|| at(&|_| true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Pay, PayPart};

    fn people() -> Vec<Person> {
        let plain = |id: &str| Person { id: id.into(), ..Person::default() };
        let pay = Pay { parts: vec![PayPart::default()], ..Pay::default() };
        vec![plain("a"), Person { pay, ..plain("b") }, Person { has_proposal: true, ..plain("c") }]
    }

    #[test]
    fn without_a_choice_the_first_who_is_paid_by_results_is_looked_at() {
        let people = people();
        assert_eq!(["a", "c", "", "gone"].map(|id| role_looked_at(&people, id)), [0, 2, 1, 1].map(Some));
        assert_eq!(role_looked_at(&people[..1], ""), Some(0));
        assert_eq!(role_looked_at(&[], "a"), None);
    }
}
