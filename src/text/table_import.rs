//! A table as it was understood, in words: what its columns hold, what is to be known, what could not be read.

use super::fact_names::fact_name;
use super::{Filling, Show, Word, currency_sign, read_fault_text, row_name};
use crate::model::{Choice, Currency, Model};
use crate::number::reading::NumberError;
use crate::tables::{
    BadCell, BadReason, ColumnMapping, DateFormat, Import, ImportContext, ImportFault, Note, NumberFormat,
    RowCounts, Skipped, TableShape, WorkbookFault, WorkbookTable,
};

/// The plan that a table is about, with its names as the reader sees them; `month` is the month of the plan that is looked at.
pub fn import_context(show: &Show<'_>, model: &Model, month: u32) -> ImportContext {
    let name = |rows: &str, id: &String| (id.clone(), row_name(show, model, &[rows, id].concat()));
    ImportContext {
        channels: model.channels.iter().map(|channel| name("channels/", &channel.id)).collect(),
        stages: model.funnel.stages.iter().map(|stage| name("funnel/stages/", &stage.id)).collect(),
        client_stage: model
            .funnel
            .client_stage()
            .and_then(|at| Some(model.funnel.stages.get(at)?.id.clone())),
        start: model.about.start,
        focus: Some(model.about.start.later(month.min(model.about.horizon.saturating_sub(1)))),
        currency: model.about.currency,
    }
}

/// Why a text was not read at all.
pub fn import_fault_word(fault: ImportFault) -> Word {
    match fault {
        ImportFault::Empty => Word::RECORD_FAULT_EMPTY,
        ImportFault::TooLong => Word::RECORD_FAULT_TOO_LONG,
        ImportFault::TooManyRows => Word::RECORD_FAULT_TOO_MANY_ROWS,
        ImportFault::TooManyColumns => Word::RECORD_FAULT_TOO_MANY_COLUMNS,
    }
}

/// Why a file of a spreadsheet was not read.
pub fn workbook_fault_word(fault: WorkbookFault) -> Word {
    match fault {
        WorkbookFault::Password => Word::RECORD_FAULT_PASSWORD,
        WorkbookFault::OldExcel => Word::RECORD_FAULT_OLD_EXCEL,
        WorkbookFault::OtherFormat => Word::RECORD_FAULT_OTHER_FORMAT,
        WorkbookFault::Damaged => Word::RECORD_FAULT_DAMAGED,
        WorkbookFault::TooLarge => Word::RECORD_FAULT_FILE_TOO_LARGE,
        WorkbookFault::Empty => Word::RECORD_FAULT_EMPTY,
    }
}

/// What a table of a file is called: its sheet, and which of several it is there.
pub fn workbook_table_name(show: &Show<'_>, table: &WorkbookTable) -> String {
    let name = table.name.trim();
    let part = table.part.to_string();
    match (name.is_empty(), table.part) {
        (false, 0) => name.to_owned(),
        (false, _) => {
            let fillings = [("sheet", Filling::Text(name)), ("n", Filling::Text(&part))];
            show.phrase(Word::RECORD_SHEET_TABLE, &fillings)
        }
        (true, _) => show.phrase(Word::RECORD_SHEET_UNNAMED, &[("n", Filling::Text(&part))]),
    }
}

/// What kind of table it is.
pub fn shape_word(shape: TableShape) -> Word {
    match shape {
        TableShape::Long => Word::RECORD_SHAPE_LONG,
        TableShape::Pivot => Word::RECORD_SHAPE_PIVOT,
        TableShape::ByMonth => Word::RECORD_SHAPE_BY_MONTH,
        TableShape::Deals => Word::RECORD_SHAPE_DEALS,
        TableShape::Bare => Word::RECORD_SHAPE_BARE,
    }
}

/// A note; `month` is the month of everything in a table that names none.
pub fn note_text(show: &Show<'_>, model: &Model, import: &Import, note: &Note, month: &str) -> String {
    let counted = |word, n: usize| show.counting(word, &[("n", n)]);
    match note {
        Note::Totals { rows } => counted(Word::RECORD_NOTE_TOTALS, *rows),
        Note::AddedUp { cells, figures } => {
            show.counting(Word::RECORD_NOTE_ADDED_UP, &[("n", *cells), ("m", *figures)])
        }
        Note::Spread { cells } => counted(Word::RECORD_NOTE_SPREAD, *cells),
        Note::Repeated { rows, changed } => {
            show.counting(Word::RECORD_NOTE_REPEATED, &[("n", *rows), ("m", *changed)])
        }
        Note::OrderLines { rows } => counted(Word::RECORD_NOTE_ORDER_LINES, *rows),
        Note::GivenBack { deals } => counted(Word::RECORD_NOTE_GIVEN_BACK, *deals),
        Note::Payments { deals } => counted(Word::RECORD_NOTE_PAYMENTS, *deals),
        Note::SerialDates { raw, month, .. } => {
            let month = show.calendar(*month);
            let fillings = [("raw", Filling::Text(raw)), ("month", Filling::Text(&month))];
            show.phrase(Word::RECORD_NOTE_SERIAL_DATES, &fillings)
        }
        Note::NegativeCosts { column } => {
            let column = column_name(show, import, *column);
            show.phrase(Word::RECORD_NOTE_NEGATIVE_COSTS, &[("column", Filling::Text(&column))])
        }
        Note::Assumed { column, fact } => {
            let (column, name) = (column_name(show, import, *column), fact_name(show, model, fact));
            let fillings = [("column", Filling::Text(&column)), ("fact", Filling::Text(&name))];
            show.phrase(Word::RECORD_NOTE_ASSUMED, &fillings)
        }
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
pub fn mapping_text(show: &Show<'_>, model: &Model, mapping: &ColumnMapping) -> String {
    show.word(match mapping {
        ColumnMapping::Month => Word::RECORD_TAKEN_MONTH,
        ColumnMapping::Channel => Word::RECORD_TAKEN_CHANNEL,
        ColumnMapping::Measure => Word::RECORD_TAKEN_MEASURE,
        ColumnMapping::Values { fact: Some(fact), .. } => return fact_name(show, model, fact),
        ColumnMapping::Values { fact: None, .. } => Word::RECORD_TAKEN_VALUES,
        ColumnMapping::Created => Word::RECORD_TAKEN_CREATED,
        ColumnMapping::Closed => Word::RECORD_TAKEN_CLOSED,
        ColumnMapping::Stage => Word::RECORD_TAKEN_STAGE,
        ColumnMapping::Amount => Word::RECORD_TAKEN_AMOUNT,
        ColumnMapping::Won => Word::RECORD_TAKEN_WON,
        ColumnMapping::Id => Word::RECORD_TAKEN_ID,
        ColumnMapping::PaidBack => Word::RECORD_TAKEN_PAID_BACK,
        ColumnMapping::Skipped(_) => Word::RECORD_TAKEN_LEFT,
    })
}

/// Why nothing is taken from a column or a row, where that is not plain.
pub fn skipped_word(why: Skipped) -> Option<Word> {
    match why {
        Skipped::Total => Some(Word::RECORD_LEFT_TOTAL),
        Skipped::Ratio => Some(Word::RECORD_LEFT_RATIO),
        Skipped::Plan => Some(Word::RECORD_LEFT_PLAN),
        Skipped::Unknown => Some(Word::RECORD_LEFT_UNKNOWN),
        Skipped::Twice => Some(Word::RECORD_LEFT_TWICE),
        Skipped::Empty | Skipped::Asked => None,
    }
}

/// How numbers are written.
pub fn number_format_word(format: NumberFormat) -> Word {
    match format {
        NumberFormat::Russian => Word::RECORD_NUMBER_RUSSIAN,
        NumberFormat::English => Word::RECORD_NUMBER_ENGLISH,
        NumberFormat::Continental => Word::RECORD_NUMBER_CONTINENTAL,
        NumberFormat::Plain => Word::RECORD_NUMBER_PLAIN,
    }
}

/// How dates are written.
pub fn date_format_word(format: DateFormat) -> Word {
    match format {
        DateFormat::DayMonthYear => Word::RECORD_DATE_DAY_MONTH_YEAR,
        DateFormat::YearMonthDay => Word::RECORD_DATE_YEAR_MONTH_DAY,
        DateFormat::SlashDayFirst => Word::RECORD_DATE_SLASH_DAY_FIRST,
        DateFormat::SlashMonthFirst => Word::RECORD_DATE_SLASH_MONTH_FIRST,
        DateFormat::MonthYear => Word::RECORD_DATE_MONTH_YEAR,
        DateFormat::Name => Word::RECORD_DATE_NAME,
        DateFormat::NameAlone => Word::RECORD_DATE_NAME_ALONE,
        DateFormat::Serial => Word::RECORD_DATE_SERIAL,
        DateFormat::Serial1904 => Word::RECORD_DATE_SERIAL_1904,
    }
}

/// What became of the rows below the headings; the four together are all of them.
pub fn row_counts_text(show: &Show<'_>, counts: RowCounts) -> String {
    let RowCounts { read, blank, bad, left_out } = counts;
    let fillings = [("n", counts.all()), ("read", read), ("blank", blank), ("bad", bad), ("left", left_out)];
    show.counting(Word::RECORD_ROW_COUNTS, &fillings)
}

/// A cell that was not read: where it stands, what is in it, what is wrong.
pub fn bad_cell_text(show: &Show<'_>, import: &Import, cell: &BadCell) -> String {
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
            return read_fault_text(show, &NumberError { fault, at: 0..cell.raw.len() }, &cell.raw);
        }
        BadReason::OtherForm => Word::RECORD_BAD_OTHER_FORM,
        BadReason::NotOneNumber => Word::RECORD_ONE_NUMBER,
        BadReason::NotWhole => Word::RECORD_BAD_NOT_WHOLE,
        BadReason::Negative => Word::RECORD_NEGATIVE,
        BadReason::FormulaError => Word::RECORD_BAD_FORMULA,
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
