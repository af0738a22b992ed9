//! The sections of the screen, and which field stands in which.

use crate::text::Word;
use crate::text::summaries::{
    Summary, chain_summary, comparison_summary, pay_summary, payslip_summary, remarks_summary, sides_summary,
    team_summary,
};

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
    /// All of them in their order.
    pub const ALL: [Section; 7] = [
        Section::Remarks,
        Section::Team,
        Section::Pay,
        Section::Sides,
        Section::Compare,
        Section::Chain,
        Section::Payslip,
    ];

    /// What it is called.
    pub fn name(self) -> Word {
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

    /// What it says while it is folded.
    pub fn summary(self) -> Summary {
        match self {
            Section::Remarks => remarks_summary,
            Section::Team => team_summary,
            Section::Pay => pay_summary,
            Section::Sides => sides_summary,
            Section::Compare => comparison_summary,
            Section::Chain => chain_summary,
            Section::Payslip => payslip_summary,
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
            "hires" | "other_processes" | "work" | "capacity" | "ramp" => Some(Section::Team),
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
}
