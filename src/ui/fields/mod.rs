//! Fields: each stands at a path of the document and puts what is typed there.

mod basis;
mod cell;
mod choice;
mod doubt;
mod lookup;
mod month;
mod note;
mod number;
mod rows;
mod rows_in_turn;
mod text;
mod typing_keys;
mod whole;

pub use basis::{BasisCard, basis_picture};
pub use cell::{cell, when_empty};
pub use choice::{ChoiceField, FlagField};
pub use doubt::{ask_currency, ask_reading};
pub use lookup::{input_id, issue_of, look};
pub use month::{CalendarField, MonthField, OpenMonthField};
pub use number::NumberField;
pub use rows::{AddRow, RowActions, Rows, remove_row};
pub use rows_in_turn::rows_are_coming;
pub use text::TextField;
pub use typing_keys::TypingKeys;
pub use whole::WholeField;
