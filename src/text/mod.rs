//! Every word in Russian and English, plurals, and how numbers are shown.
//!
//! **Never:** computes nothing, touches no browser: the digits of a number come from whoever can
//! write them in the reader's way.

mod answers;
mod chain;
mod fact_doubts;
mod fact_names;
mod faults;
mod field_text;
pub mod findings;
mod formula;
#[cfg(not(target_arch = "wasm32"))]
mod formulas_page;
pub mod load;
mod meaning;
mod naming;
#[cfg(not(target_arch = "wasm32"))]
mod outcome_page;
mod pay;
mod pay_contrast;
mod pay_of_one;
mod payslip;
mod phrase;
mod plain;
pub mod quarters;
mod reasons;
mod remarks;
pub mod run_in;
mod show;
mod sides;
pub mod table_import;
mod tones;
pub mod variance;
mod words;

pub use crate::number::reading::Language;
pub use answers::{AnswerCard, Tone, answers};
pub use chain::{chain_finding, station};
pub use fact_doubts::doubt_text;
pub use fact_names::{fact_channel, fact_full_name, fact_name};
pub use faults::{
    file_error_text, issue_text, link_error_text, link_too_long_text, misfit_text, read_fault_text,
    severity_text,
};
pub use field_text::{Room, expected_of, field_text};
pub use formula::{
    capitalised, figure_about, figure_means, figure_name, figure_term, formula_in_numbers, formula_in_words,
};
#[cfg(not(target_arch = "wasm32"))]
pub use formulas_page::formulas_page;
pub use meaning::{Meaning, meaning};
pub use naming::{
    basis_text, choice_about, choice_text, currency_sign, field_label, field_pattern, field_short,
    field_unit, hint, row_name,
};
#[cfg(not(target_arch = "wasm32"))]
pub use outcome_page::outcome_page;
pub use pay::{kpi_name, part_name, rate_text, signed_money};
pub use pay_contrast::{ContrastLine, pay_contrast};
pub use pay_of_one::pay_of_one_text;
pub use payslip::{PayslipLine, PayslipPage, PayslipRow, payslip_page};
pub use phrase::{Filling, phrase, phrase_of};
pub use plain::PlainDigits;
pub use reasons::figure_reason;
pub use remarks::{names_law, remark_reason, remark_role, remark_text, remark_title, remark_tone, role_name};
pub use show::{Digits, Form, Show};
pub use sides::{SidesSeen, Verdict, bargain_verdict, exact_parts, role_of_heads, sides_finding};
pub use tones::figure_tone;
pub use words::{Word, know_all_words};
