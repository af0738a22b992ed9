//! Who has come to the Start screen, and what they have typed there beside the document.

use crate::text::Word;
use leptos::prelude::*;

/// For whom the screen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Has a business and eight numbers.
    Owner,
    /// Brings a client's model, or makes one.
    Consultant,
    /// Writes articles.
    Author,
    /// Was made an offer.
    Employee,
}

impl Door {
    /// All of them.
    pub const ALL: [Door; 4] = [Door::Owner, Door::Consultant, Door::Author, Door::Employee];

    /// Who it is.
    pub fn name(self) -> Word {
        match self {
            Door::Owner => Word::DOOR_OWNER,
            Door::Consultant => Word::DOOR_CONSULTANT,
            Door::Author => Word::DOOR_AUTHOR,
            Door::Employee => Word::DOOR_EMPLOYEE,
        }
    }

    /// What is behind it.
    pub fn offers(self) -> Word {
        match self {
            Door::Owner => Word::DOOR_OWNER_OFFERS,
            Door::Consultant => Word::DOOR_CONSULTANT_OFFERS,
            Door::Author => Word::DOOR_AUTHOR_OFFERS,
            Door::Employee => Word::DOOR_EMPLOYEE_OFFERS,
        }
    }
}

/// What a visitor has chosen and typed on Start beside the document; it outlasts a visit to another screen.
#[derive(Clone, Copy)]
pub struct Visitor {
    /// Who has come.
    pub door: RwSignal<Door>,
    /// The texts of the five fields of an offer of pay.
    pub offer: RwSignal<[String; 5]>,
    /// Whether its bonus is a sum for the whole plan.
    pub is_for_plan: RwSignal<bool>,
}

impl Visitor {
    /// An owner, until another door is opened.
    pub fn new() -> Self {
        Self {
            door: RwSignal::new(Door::Owner),
            offer: RwSignal::new(Default::default()),
            is_for_plan: RwSignal::new(false),
        }
    }
}
