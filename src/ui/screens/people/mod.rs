//! The People screen: who works on what, how loaded, for what pay, and what each side has of it.

mod chain;
mod compare;
mod contrast;
mod growth;
mod links;
mod load;
mod part;
mod pay;
mod payslip;
mod picker;
mod proposal;
mod quarters;
mod rated;
mod ready;
mod remarks;
mod role_field;
mod sides;
mod slips;
mod team;

use super::section::{Piece, Titles, sectioned};
use crate::model::{Model, Person};
use crate::plan::Outcome;
use crate::text::Word;
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;

/// What is looked at on the screen: one role, one month.
#[derive(Clone, Copy)]
pub struct View {
    /// The id of the role; one that there is not stands for the first.
    pub role: RwSignal<String>,
    /// The month of the plan.
    pub month: RwSignal<u32>,
}

impl View {
    fn new(desk: Desk) -> Self {
        Self { role: desk.role, month: desk.month }
    }

    /// The place of the role among the people, or of the first who is paid by results; none where there are no
    /// people.
    pub fn role_at(self, model: &Model) -> Option<usize> {
        let role = self.role.get();
        let at = |is: &dyn Fn(&Person) -> bool| model.people.iter().position(is);
        let is_paid_by_results = |person: &Person| !person.pay.parts.is_empty() || person.has_proposal;
        at(&|person| person.id == role).or_else(|| at(&is_paid_by_results)).or_else(|| at(&|_| true))
    }

    /// The id of the role; empty where there are no people.
    pub fn role_id(self, desk: Desk) -> String {
        desk.model.with(|model| {
            self.role_at(model).and_then(|at| model.people.get(at)).map_or_else(String::new, |p| p.id.clone())
        })
    }

    /// The month, never behind the plan's last.
    pub fn month_of(self, outcome: &Outcome) -> u32 {
        self.month.get().min(outcome.months().saturating_sub(1))
    }
}

/// A section of the screen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// What is wrong.
    Remarks,
    /// Who is there, how loaded.
    Team,
    /// The pay plan of a role.
    Pay,
    /// Who gets what at which sales.
    Sides,
    /// Today's pay and the proposed.
    Compare,
    /// Who works for whom.
    Chain,
    /// What one gets.
    Payslip,
}

impl Section {
    const ALL: [Section; 7] = [
        Section::Remarks,
        Section::Team,
        Section::Pay,
        Section::Sides,
        Section::Compare,
        Section::Chain,
        Section::Payslip,
    ];

    fn name(self) -> Word {
        match self {
            Section::Remarks => Word::PEOPLE_REMARKS,
            Section::Team => Word::PEOPLE_TEAM,
            Section::Pay => Word::PEOPLE_PAY,
            Section::Sides => Word::PEOPLE_SIDES,
            Section::Compare => Word::PEOPLE_COMPARE,
            Section::Chain => Word::PEOPLE_CHAIN,
            Section::Payslip => Word::PEOPLE_PAYSLIP,
        }
    }

    /// The section in which a field stands; none for fields of other screens.
    pub fn of(path: &str) -> Option<Section> {
        if let Some(field) = path.strip_prefix("team/") {
            let is_chain = field.starts_with("handovers") || field.starts_with("steps");
            return Some(if is_chain { Section::Chain } else { Section::Team });
        }
        let field = path.strip_prefix("people/")?.split('/').nth(1)?;
        match field {
            "pay" | "proposed" | "proposed_salary" | "has_proposal" => Some(Section::Pay),
            "hires" | "work" | "capacity" | "ramp" => Some(Section::Team),
            _ => None,
        }
    }

    /// The id of its heading.
    pub fn heading(self) -> &'static str {
        match self {
            Section::Remarks => "people-remarks",
            Section::Team => "people-team",
            Section::Pay => "people-pay",
            Section::Sides => "people-sides",
            Section::Compare => "people-compare",
            Section::Chain => "people-chain",
            Section::Payslip => "people-payslip",
        }
    }

    fn draw(self, desk: Desk, view: View) -> AnyView {
        match self {
            Section::Remarks => remarks::remarks(desk, view),
            Section::Team => team::team(desk, view),
            Section::Pay => pay::pay(desk, view),
            Section::Sides => sides::sides(desk, view),
            Section::Compare => compare::compare(desk, view),
            Section::Chain => chain::chain(desk, view),
            Section::Payslip => payslip::payslip(desk, view),
        }
    }
}

/// Who works on what, for what pay.
#[component]
pub fn PeopleScreen() -> impl IntoView {
    let desk = desk();
    let view = View::new(desk);
    let titles =
        Titles { name: Word::SCREEN_PEOPLE, lead: Word::PEOPLE_LEAD, sections: Word::PEOPLE_SECTIONS };
    let piece = |own: Section| Piece { name: own.name(), heading: own.heading(), body: own.draw(desk, view) };
    sectioned(desk, "plan people", titles, Section::ALL.map(piece).into())
}
