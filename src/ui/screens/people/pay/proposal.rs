//! One of the two pay plans of a role: where it stands in the document, and how a proposal begins and ends.

use crate::model::{Edit, Model, Pay, Person};
use crate::ui::state::Desk;

/// Today's pay plan of a role, or the proposed.
#[derive(Clone, PartialEq, Eq)]
pub struct PayPlan {
    /// The id of the role.
    pub role: String,
    /// Whether it is the one proposed.
    pub proposed: bool,
}

impl PayPlan {
    /// Path of what is paid beside the salary.
    pub fn path(&self) -> String {
        ["people/", &self.role, if self.proposed { "/proposed" } else { "/pay" }].concat()
    }

    /// Path of the salary.
    pub fn salary(&self) -> String {
        ["people/", &self.role, if self.proposed { "/proposed_salary" } else { "/salary" }].concat()
    }

    fn person<T>(&self, desk: Desk, take: impl FnOnce(&Person) -> T) -> Option<T> {
        desk.model.with(|model| model.people.iter().find(|person| person.id == self.role).map(take))
    }

    /// A look at what is paid beside the salary.
    pub fn pay<T>(&self, desk: Desk, take: impl FnOnce(&Pay) -> T) -> Option<T> {
        self.person(desk, |person| take(if self.proposed { &person.proposed } else { &person.pay }))
    }

    /// How many parts it has.
    pub fn parts(&self, desk: Desk) -> usize {
        self.pay(desk, |pay| pay.parts.len()).unwrap_or_default()
    }

    /// Whether anything is proposed for the role.
    pub fn has_proposal(&self, desk: Desk) -> bool {
        self.person(desk, |person| person.has_proposal).unwrap_or_default()
    }
}

/// Whether the plan of the company counts with it.
pub fn is_in_force(desk: Desk, plan: &PayPlan) -> bool {
    let proposed = desk.model.with(|model| model.team.proposed) && plan.has_proposal(desk);
    proposed == plan.proposed
}

/// Proposes another pay: today's, to be changed.
pub fn propose(desk: Desk, role: &str) {
    change(desk, role, |person| {
        person.has_proposal = true;
        person.proposed_salary = None;
        person.proposed = person.pay.clone();
    });
}

/// Takes a proposal back; with the last one the plan counts with today's pay again.
pub fn drop_proposal(desk: Desk, role: &str) {
    change(desk, role, |person| {
        person.has_proposal = false;
        person.proposed_salary = None;
        person.proposed = Pay::default();
    });
}

fn change(desk: Desk, role: &str, change: impl FnOnce(&mut Person)) {
    let mut model: Model = desk.model.get_untracked();
    if let Some(person) = model.people.iter_mut().find(|person| person.id == role) {
        change(person);
    }
    model.team.proposed &= model.people.iter().any(|person| person.has_proposal);
    // Another whole document is never refused.
    let _ = desk.edit(Edit::Whole(Box::new(model)));
}
