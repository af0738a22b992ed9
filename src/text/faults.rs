//! What is wrong, and what to do about it: issues of a document, numbers that were not read, files
//! and links that do not open.

use super::naming::field_label;
use super::{Filling, Show, Word};
use crate::codec::{self, FileError, LinkError, Misfit, TooLong};
use crate::model::{Issue, Model, Reason, Severity};
use crate::number::reading::{NumberError, NumberFault};
use crate::number::{Exact, Number};

/// What a finding says.
pub fn issue_text(show: &Show<'_>, issue: &Issue) -> String {
    let limited = match issue.reason {
        Reason::ReturnAboveLimit => Some(Word::ISSUE_RETURN_ABOVE_LIMIT),
        Reason::ReturnBelowLimit => Some(Word::ISSUE_RETURN_BELOW_LIMIT),
        _ => None,
    };
    match limited.zip(issue.limits) {
        None => show.key(&["issue.", issue.reason.name()].concat()),
        Some((word, (low, high))) => {
            let [low, high] = [low, high].map(|limit| show.percent(Exact::from_decimal(limit)));
            show.phrase(word, &[("low", Filling::Text(&low)), ("high", Filling::Text(&high))])
        }
    }
}

/// How much a finding matters, in a word.
pub fn severity_text(show: &Show<'_>, severity: Severity) -> String {
    show.word(match severity {
        Severity::Note => Word::SEVERITY_NOTE,
        Severity::Warning => Word::SEVERITY_WARNING,
        Severity::Problem => Word::SEVERITY_PROBLEM,
    })
}

/// Why what was typed is no number, with the part of it that is at fault.
pub fn read_fault_text(show: &Show<'_>, error: &NumberError, typed: &str) -> String {
    let word = match error.fault {
        NumberFault::Empty => Word::FAULT_EMPTY,
        NumberFault::TooLong => Word::FAULT_TOO_LONG,
        NumberFault::NotANumber => Word::FAULT_NOT_A_NUMBER,
        NumberFault::NumberExpected => Word::FAULT_NUMBER_EXPECTED,
        NumberFault::UnexpectedText => Word::FAULT_UNEXPECTED_TEXT,
        NumberFault::TwoDecimals => Word::FAULT_TWO_DECIMALS,
        NumberFault::BadGroups => Word::FAULT_BAD_GROUPS,
        NumberFault::PercentNotExpected => Word::FAULT_PERCENT_NOT_EXPECTED,
        NumberFault::PercentAdded => Word::FAULT_PERCENT_ADDED,
        NumberFault::OtherPeriod => Word::FAULT_OTHER_PERIOD,
        NumberFault::ArithmeticUnmarked => Word::FAULT_ARITHMETIC_UNMARKED,
        NumberFault::DivisionByZero => Word::FAULT_DIVISION_BY_ZERO,
        NumberFault::TooLarge => Word::FAULT_TOO_LARGE,
        NumberFault::TooManyDigits => Word::FAULT_TOO_MANY_DIGITS,
        NumberFault::TooDeep => Word::FAULT_TOO_DEEP,
        NumberFault::Unbalanced => Word::FAULT_UNBALANCED,
        NumberFault::RangeBackwards => Word::FAULT_RANGE_BACKWARDS,
        NumberFault::ValueOutside => Word::FAULT_VALUE_OUTSIDE,
        NumberFault::NotWhole => Word::FAULT_NOT_WHOLE,
    };
    let piece = shortened(typed.get(error.at.clone()).unwrap_or_default().trim());
    show.phrase(word, &[("piece", Filling::Text(&piece))])
}

/// Why a number is refused in the field at a path.
pub fn refused_text(show: &Show<'_>, reason: Reason, path: &str) -> String {
    show.word(match reason {
        Reason::AboveWhole if path.ends_with("/conversion") => Word::FAULT_ABOVE_WHOLE_CONVERSION,
        Reason::AboveWhole => Word::FAULT_ABOVE_WHOLE,
        Reason::TooLong => Word::FAULT_TOO_MANY_DAYS,
        _ => Word::FAULT_NEGATIVE,
    })
}

/// At most so many characters that a line under a field holds.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(24) {
        Some((end, _)) => [text.get(..end).unwrap_or_default(), "…"].concat(),
        None => text.to_owned(),
    }
}

/// Why a file did not open, and what to do.
pub fn file_error_text(show: &Show<'_>, error: &FileError) -> String {
    match error {
        FileError::NotJson { line, column } => {
            numbered(show, Word::FILE_NOT_JSON, [("line", *line), ("column", *column)])
        }
        FileError::OtherProgram => show.word(Word::FILE_OTHER_PROGRAM),
        FileError::TooLarge => show.word(Word::FILE_TOO_LARGE),
        FileError::TooNew { made_with, .. } => newer(show, Word::FILE_TOO_NEW, made_with),
    }
}

/// Why a link did not open, and what to ask its sender for.
pub fn link_error_text(show: &Show<'_>, error: &LinkError) -> String {
    match error {
        LinkError::NotALink => show.word(Word::LINK_ERROR_NOT_A_LINK),
        LinkError::Cut { got, want } => {
            numbered(show, Word::LINK_ERROR_CUT, [("got", *got), ("want", *want)])
        }
        LinkError::Damaged => show.word(Word::LINK_ERROR_DAMAGED),
        LinkError::TooLong => show.word(Word::LINK_ERROR_TOO_LONG),
        LinkError::TooNew { made_with } => newer(show, Word::LINK_ERROR_TOO_NEW, made_with),
        LinkError::Invalid(_) => show.word(Word::LINK_ERROR_INVALID),
    }
}

/// Why a document became no link, and what to do.
pub fn link_too_long_text(show: &Show<'_>, error: TooLong) -> String {
    numbered(show, Word::LINK_ERROR_TOO_MUCH, [("length", error.length), ("most", error.most)])
}

/// What was wrong in one place of a file or link that was opened all the same, with the place's name.
pub fn misfit_text(show: &Show<'_>, model: &Model, fault: &codec::Fault) -> String {
    let what = misfit(show, fault);
    // A part of an estimate has no name of its own: the estimate's stands for it.
    let parent = fault.path.rsplit_once('/').map_or("", |(parent, _)| parent);
    let place = [fault.path.as_str(), parent]
        .into_iter()
        .filter(|path| find_word(path))
        .map(|path| field_label(show, model, path))
        .find(|place| !place.is_empty());
    place.map_or(what.clone(), |place| [&place, ": ", &what].concat())
}

fn find_word(path: &str) -> bool {
    Word::find(&["field.", &super::field_pattern(path)].concat()).is_some()
}

fn misfit(show: &Show<'_>, fault: &codec::Fault) -> String {
    let most = |word, most: u16| numbered(show, word, [("most", usize::from(most)), ("", 0)]);
    match fault.reason {
        Misfit::WrongType => show.word(Word::MISFIT_WRONG_TYPE),
        Misfit::NotANumber => show.word(Word::MISFIT_NOT_A_NUMBER),
        Misfit::TooManyDigits => show.word(Word::MISFIT_TOO_MANY_DIGITS),
        Misfit::OutOfBounds { least, most } => {
            numbered(show, Word::MISFIT_OUT_OF_BOUNDS, [("least", least as usize), ("most", most as usize)])
        }
        Misfit::UnknownChoice => show.word(Word::MISFIT_UNKNOWN_CHOICE),
        Misfit::NoMonth => show.word(Word::MISFIT_NO_MONTH),
        Misfit::TooMuchText { most: characters } => most(Word::MISFIT_TOO_MUCH_TEXT, characters),
        Misfit::TooManyRows { .. } if fault.path == "models" => show.word(Word::MISFIT_MANY_MODELS),
        Misfit::TooManyRows { most: rows } => most(Word::MISFIT_TOO_MANY_ROWS, rows),
        Misfit::UnfitId => show.word(Word::MISFIT_UNFIT_ID),
        Misfit::HalfRange => show.word(Word::MISFIT_HALF_RANGE),
        Misfit::Missing => show.word(Word::MISFIT_MISSING),
        Misfit::UnknownKey { nearest } => unknown_key(show, &fault.path, nearest),
    }
}

fn unknown_key(show: &Show<'_>, path: &str, nearest: Option<&str>) -> String {
    let key = shortened(path.rsplit('/').next().unwrap_or_default());
    let key = ("key", Filling::Text(&key));
    match nearest {
        None => show.phrase(Word::MISFIT_UNKNOWN_KEY, &[key]),
        Some(nearest) => {
            show.phrase(Word::MISFIT_UNKNOWN_KEY_NEAR, &[key, ("nearest", Filling::Text(nearest))])
        }
    }
}

fn numbered(show: &Show<'_>, word: Word, numbers: [(&str, usize); 2]) -> String {
    let texts = numbers.map(|(_, number)| number.to_string());
    let [(one, first), (other, second)] = numbers;
    let [one_text, other_text] = &texts;
    let fillings = [
        (one, Filling::Number(one_text, u64::try_from(first).ok())),
        (other, Filling::Number(other_text, u64::try_from(second).ok())),
    ];
    show.phrase(word, &fillings)
}

fn newer(show: &Show<'_>, word: Word, made_with: &str) -> String {
    let version = if made_with.is_empty() { String::new() } else { [" ", made_with].concat() };
    show.phrase(word, &[("made_with", Filling::Text(&version))])
}
