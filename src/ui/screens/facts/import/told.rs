//! What was understood of a table, and what was not, in words.

use super::super::paths::figure_name;
use super::changes::pattern;
use crate::model::{Choice, Currency, Model};
use crate::number::reading::ReadError;
use crate::tables::{
    BadCell, BadReason, DateForm, Import, ImportFault, Left, Note, NumberForm, Shape, Taken, Target,
};
use crate::text::{Filling, Show, Word, currency_sign, read_fault_text};

pub fn import_fault(fault: ImportFault) -> Word {
    match fault {
        ImportFault::Empty => Word::RECORD_FAULT_EMPTY,
        ImportFault::TooLong => Word::RECORD_FAULT_TOO_LONG,
        ImportFault::TooManyRows => Word::RECORD_FAULT_TOO_MANY_ROWS,
        ImportFault::TooManyColumns => Word::RECORD_FAULT_TOO_MANY_COLUMNS,
    }
}

pub fn shape(shape: Shape) -> Word {
    match shape {
        Shape::Long => Word::RECORD_SHAPE_LONG,
        Shape::Pivot => Word::RECORD_SHAPE_PIVOT,
        Shape::ByMonth => Word::RECORD_SHAPE_BY_MONTH,
        Shape::Deals => Word::RECORD_SHAPE_DEALS,
        Shape::Bare => Word::RECORD_SHAPE_BARE,
    }
}

pub fn note(show: &Show<'_>, import: &Import, note: &Note, month: &str) -> String {
    let counted =
        |word, n: usize| show.phrase(word, &[("n", Filling::Number(&n.to_string(), u64::try_from(n).ok()))]);
    match note {
        Note::Totals { rows } => counted(Word::RECORD_NOTE_TOTALS, *rows),
        Note::FilledDown { rows } => counted(Word::RECORD_NOTE_FILLED_DOWN, *rows),
        Note::InFocus => show.phrase(Word::RECORD_NOTE_IN_FOCUS, &[("month", Filling::Text(month))]),
        Note::ByCreation { deals } => counted(Word::RECORD_NOTE_BY_CREATION, *deals),
        Note::LostAsLeads { deals } => counted(Word::RECORD_NOTE_LOST_AS_LEADS, *deals),
        Note::WonUndated { deals } => counted(Word::RECORD_NOTE_WON_UNDATED, *deals),
        Note::NotYetWon { deals } => counted(Word::RECORD_NOTE_NOT_YET_WON, *deals),
        Note::LastStageIsSale { deals } => counted(Word::RECORD_NOTE_LAST_STAGE_IS_SALE, *deals),
        Note::WonWithoutAmount { deals } => counted(Word::RECORD_NOTE_WON_WITHOUT_AMOUNT, *deals),
        Note::RevenueOfDeals => show.word(Word::RECORD_NOTE_REVENUE_OF_DEALS),
        Note::OtherCurrency { code } => {
            show.phrase(Word::RECORD_NOTE_OTHER_CURRENCY, &[("sign", Filling::Text(sign(code)))])
        }
        Note::EitherDate { column, raw, one, other } => {
            let column = column_name(show, import, *column);
            let (one, other) = (show.calendar(*one), show.calendar(*other));
            let fillings = [("raw", raw), ("one", &one), ("other", &other), ("column", &column)];
            show.phrase(
                Word::RECORD_NOTE_EITHER_DATE,
                &fillings.map(|(key, text)| (key, Filling::Text(text))),
            )
        }
        Note::StagesUnknown => show.word(Word::RECORD_NOTE_STAGES_UNKNOWN),
        Note::WithoutChannel { deals } => counted(Word::RECORD_NOTE_WITHOUT_CHANNEL, *deals),
    }
}

/// The sign of a currency; its code where it has none here.
fn sign(code: &'static str) -> &'static str {
    Currency::ALL.iter().find(|known| known.name() == code).map_or(code, |known| currency_sign(*known))
}

/// What a column was taken for.
pub fn taken(show: &Show<'_>, model: &Model, taken: &Taken) -> String {
    show.word(match taken {
        Taken::Month => Word::RECORD_TAKEN_MONTH,
        Taken::Channel => Word::RECORD_TAKEN_CHANNEL,
        Taken::Measure => Word::RECORD_TAKEN_MEASURE,
        Taken::Values { target: Some(target), .. } => return target_name(show, model, target),
        Taken::Values { target: None, .. } => Word::RECORD_TAKEN_VALUES,
        Taken::Created => Word::RECORD_TAKEN_CREATED,
        Taken::Closed => Word::RECORD_TAKEN_CLOSED,
        Taken::Stage => Word::RECORD_TAKEN_STAGE,
        Taken::Amount => Word::RECORD_TAKEN_AMOUNT,
        Taken::Won => Word::RECORD_TAKEN_WON,
        Taken::Left(_) => Word::RECORD_TAKEN_LEFT,
    })
}

/// What a figure is called.
pub fn target_name(show: &Show<'_>, model: &Model, target: &Target) -> String {
    figure_name(show, model, &pattern(target))
}

/// Why nothing is taken from a column or a row, where that is not plain.
pub fn left(left: Left) -> Option<Word> {
    match left {
        Left::Total => Some(Word::RECORD_LEFT_TOTAL),
        Left::Ratio => Some(Word::RECORD_LEFT_RATIO),
        Left::Plan => Some(Word::RECORD_LEFT_PLAN),
        Left::Unknown => Some(Word::RECORD_LEFT_UNKNOWN),
        Left::Twice => Some(Word::RECORD_LEFT_TWICE),
        Left::Empty | Left::Asked => None,
    }
}

pub fn number_form(form: NumberForm) -> Word {
    match form {
        NumberForm::Russian => Word::RECORD_NUMBER_RUSSIAN,
        NumberForm::English => Word::RECORD_NUMBER_ENGLISH,
        NumberForm::Continental => Word::RECORD_NUMBER_CONTINENTAL,
        NumberForm::Plain => Word::RECORD_NUMBER_PLAIN,
    }
}

pub fn date_form(form: DateForm) -> Word {
    match form {
        DateForm::DayMonthYear => Word::RECORD_DATE_DAY_MONTH_YEAR,
        DateForm::YearMonthDay => Word::RECORD_DATE_YEAR_MONTH_DAY,
        DateForm::SlashDayFirst => Word::RECORD_DATE_SLASH_DAY_FIRST,
        DateForm::SlashMonthFirst => Word::RECORD_DATE_SLASH_MONTH_FIRST,
        DateForm::MonthYear => Word::RECORD_DATE_MONTH_YEAR,
        DateForm::Name => Word::RECORD_DATE_NAME,
        DateForm::NameAlone => Word::RECORD_DATE_NAME_ALONE,
    }
}

/// A cell that was not read: where it stands, what is in it, what is wrong.
pub fn bad(show: &Show<'_>, import: &Import, cell: &BadCell) -> String {
    let (row, column) = (number(cell.row), column_name(show, import, cell.column));
    let reason = reason(show, import, cell);
    let fillings = [("row", &row), ("column", &column), ("raw", &cell.raw), ("reason", &reason)];
    show.phrase(Word::RECORD_BAD, &fillings.map(|(key, text)| (key, Filling::Text(text))))
}

/// A row or a column by its number, counted from one.
fn number(place: usize) -> String {
    place.saturating_add(1).to_string()
}

/// A column by its heading, or by its number where it has none.
pub fn column_name(show: &Show<'_>, import: &Import, column: usize) -> String {
    let header = import.columns.get(column).map(|column| column.header.trim()).unwrap_or_default();
    match header.is_empty() {
        true => show.phrase(Word::RECORD_COLUMN, &[("n", Filling::Text(&number(column)))]),
        false => header.to_owned(),
    }
}

fn reason(show: &Show<'_>, import: &Import, cell: &BadCell) -> String {
    show.word(match cell.reason {
        BadReason::Number(fault) => {
            return read_fault_text(show, &ReadError { fault, at: 0..cell.raw.len() }, &cell.raw);
        }
        BadReason::OtherForm => Word::RECORD_BAD_OTHER_FORM,
        BadReason::NotOneNumber => Word::RECORD_ONE_NUMBER,
        BadReason::NotWhole => Word::RECORD_BAD_NOT_WHOLE,
        BadReason::Negative => Word::RECORD_NEGATIVE,
        BadReason::NotAMonth => Word::RECORD_BAD_NOT_A_MONTH,
        BadReason::NoMonth => Word::RECORD_BAD_NO_MONTH,
        BadReason::NoChannel => Word::RECORD_BAD_NO_CHANNEL,
        BadReason::NotYesOrNo => Word::RECORD_BAD_NOT_YES_OR_NO,
        BadReason::Conflict { row, column } => {
            let (row, column) = (number(row), column_name(show, import, column));
            let fillings = [("row", Filling::Text(&row)), ("column", Filling::Text(&column))];
            return show.phrase(Word::RECORD_BAD_CONFLICT, &fillings);
        }
    })
}
