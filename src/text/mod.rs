//! Every word in Russian and English, plurals, and how numbers are shown.
//!
//! **Never:** computes nothing, judges nothing, touches no browser: the digits of a number come from whoever can
//! write them in the reader's way.

mod ahead;
mod compact;
mod fact_doubts;
mod fact_names;
mod faults;
mod field_text;
mod formula;
#[cfg(not(target_arch = "wasm32"))]
mod formulas_page;
mod law;
mod left_out;
mod missing;
mod month_case;
mod naming;
#[cfg(not(target_arch = "wasm32"))]
mod outcome_page;
mod pay;
mod pay_of_one;
mod payslip;
mod phrase;
mod plain;
pub mod quarters;
mod reasons;
mod remarks;
mod returning;
pub mod run_in;
mod sales_tax;
mod sentence;
mod show;
pub mod summaries;
pub mod table_import;
mod trade;
mod typed_currency;
mod value_text;
pub mod variance;
mod words;

pub use crate::number::reading::Language;
pub use ahead::way_ahead_text;
pub use fact_doubts::doubt_text;
pub use fact_names::{fact_channel, fact_full_name, fact_name};
pub use faults::{
    file_error_text, issue_text, link_error_text, link_too_long_text, misfit_text, read_fault_text,
    refused_text, severity_text,
};
pub use field_text::{Room, expected_of, field_text, quick_example_text};
pub use formula::{
    capitalised, figure_about, figure_means, figure_name, figure_term, formula_in_numbers, formula_in_words,
    formula_that_holds,
};
#[cfg(not(target_arch = "wasm32"))]
pub use formulas_page::formulas_page;
pub use law::law_of_field;
pub use left_out::left_out_text;
pub use missing::missing_text;
pub use month_case::MonthCase;
pub use naming::{
    basis_text, channel_name, choice_about, choice_text, currency_sign, field_label, field_pattern,
    field_short, field_unit, hint, removed_text, role_name, role_of_heads, row_name, stage_name,
};
#[cfg(not(target_arch = "wasm32"))]
pub use outcome_page::outcome_page;
pub use pay::{kpi_name, part_name, rate_text, signed_money};
pub use pay_of_one::pay_of_one_text;
pub use payslip::{PayslipLine, PayslipPage, PayslipRow, payslip_page};
pub use phrase::{Filling, phrase, phrase_of};
pub use plain::PlainDigits;
pub use reasons::figure_reason;
pub use remarks::{remark_reason, remark_text, remark_title};
pub use returning::returning_text;
pub use sales_tax::with_sales_tax_of;
pub use sentence::{Sentence, Value};
pub use show::{Digits, Form, RATIO_LIMITS, Show};
pub use trade::in_words_of;
pub use typed_currency::other_currency;
pub use value_text::{estimate_text, two_texts};
pub use words::{Word, know_all_words};
