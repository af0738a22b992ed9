//! The format of a column's numbers: every cell votes for the formats in which it makes sense.

use super::formats::{BadReason, Detected, NumberFormat};
use super::pace::Pace;
use super::sheet::Sheet;
use super::words::is_blank;
use crate::number::Decimal;
use crate::number::reading::{Expected, Language, NumberFault, are_groups, is_guess, read};

impl NumberFormat {
    fn point(self) -> char {
        if matches!(self, Self::Russian | Self::Continental) { ',' } else { '.' }
    }

    fn groups(self, mark: char) -> bool {
        match self {
            Self::English => mark == ',',
            Self::Continental => mark == '.',
            Self::Russian | Self::Plain => is_space(mark) || matches!(mark, '\'' | '’'),
        }
    }
}

/// The spaces that stand between digits; pasted text mixes them.
fn is_space(mark: char) -> bool {
    matches!(mark, ' ' | '\u{A0}' | '\u{202F}' | '\u{2007}' | '\u{2009}')
}

fn is_separator(mark: char) -> bool {
    is_space(mark) || matches!(mark, '.' | ',' | '\'' | '’')
}

/// Reads a number that is written in one format; a figure in brackets is less than nothing, as accountants write it.
pub(super) fn number(text: &str, format: NumberFormat) -> Result<Decimal, BadReason> {
    if text.starts_with('=') {
        return Err(BadReason::NotOneNumber);
    }
    if is_formula_error(text) {
        return Err(BadReason::FormulaError);
    }
    // A field takes a guess; it is no fact.
    if is_guess(text) {
        return Err(BadReason::Number(NumberFault::UnexpectedText));
    }
    let (text, negative) = match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => (inner, true),
        None => trailing_minus(text).map_or((text, false), |bare| (bare, true)),
    };
    let plain = plain(text, format).ok_or(BadReason::OtherForm)?;
    match read(&plain, Language::Russian, Expected::Amount) {
        Ok(reading) if reading.range.is_some() => Err(BadReason::NotOneNumber),
        Ok(reading) if negative => Ok(-reading.value),
        Ok(reading) => Ok(reading.value),
        Err(error) => Err(BadReason::Number(error.fault)),
    }
}

/// What Excel, Google Sheets and LibreOffice write where a formula fails: `#DIV/0!`, `#ИМЯ?`, `Err:502`.
pub(super) fn is_formula_error(text: &str) -> bool {
    let is_named = |name: &str| name.chars().all(|mark| mark.is_alphabetic() || matches!(mark, '/' | '0'));
    let named = text.strip_prefix('#').and_then(|rest| rest.strip_suffix(['!', '?']));
    let numbered = text.strip_prefix("Err:").or_else(|| text.strip_prefix("Ошибка:"));
    named.is_some_and(is_named) || numbered.is_some_and(|code| code.parse::<u32>().is_ok())
}

/// A number without the minus at its end, as 1C, SAP and banks write it.
fn trailing_minus(text: &str) -> Option<&str> {
    let bare = text.strip_suffix(['-', '\u{2212}'])?.trim_end();
    bare.ends_with(|mark: char| mark.is_ascii_digit())
        .then_some(bare)
        .filter(|bare| !bare.starts_with(['-', '\u{2212}', '(']))
}

/// Whether a cell itself says by what its figure is multiplied: «148,5 тыс.», `148.5k`.
pub(super) fn is_multiplied(text: &str, format: NumberFormat) -> bool {
    let bare: String = text.chars().filter(|mark| !mark.is_alphabetic()).collect();
    let bare = number(bare.trim_matches(is_separator), format);
    bare.is_ok_and(|bare| number(text, format).is_ok_and(|value| value != bare))
}

/// Whether a text is a number in any format.
pub(super) fn is_number(text: &str) -> bool {
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    has_digit && NumberFormat::ALL.iter().any(|&format| number(text, format).is_ok())
}

/// Whether a text is a whole number in some format, and no percentage.
pub(super) fn is_whole(text: &str) -> bool {
    let is_it =
        |format| number(text, format).is_ok_and(|value| value.is_integer() && !value.is_sign_negative());
    !text.contains('%') && NumberFormat::ALL.into_iter().any(is_it)
}

/// The same number with a point and without groups; nothing, if the format writes it otherwise.
fn plain(text: &str, format: NumberFormat) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|mark: char| mark.is_ascii_digit()) {
        let (before, row) = rest.split_at_checked(start)?;
        // Beyond the last digit nothing belongs to the row: «150 000 руб.»
        let end = row.find(|mark: char| !(mark.is_ascii_digit() || is_separator(mark))).unwrap_or(row.len());
        let (row, after) = row.split_at_checked(end)?;
        let digits = row.trim_end_matches(is_separator);
        plain.push_str(before);
        plain.push_str(&bare_row(digits, format)?);
        plain.push_str(row.get(digits.len()..)?);
        rest = after;
    }
    plain.push_str(rest);
    Some(plain)
}

/// One row of digits as the format writes it, without its groups.
fn bare_row(row: &str, format: NumberFormat) -> Option<String> {
    let (whole, fraction) = row.split_once(format.point()).unwrap_or((row, ""));
    let parts: Vec<&str> = whole.split(|mark| format.groups(mark)).collect();
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let is_sound = is_digits(fraction) && parts.iter().all(|part| is_digits(part));
    let is_whole = parts.len() == 1 || are_groups(parts.iter().copied(), format == NumberFormat::English);
    let point = if fraction.is_empty() { "" } else { "." };
    (is_sound && is_whole).then(|| [&parts.concat(), point, fraction].concat())
}

/// A format with what it makes of the cells of a column.
struct Candidate {
    format: NumberFormat,
    values: Vec<Option<Decimal>>,
    /// Cells with thousandths: money and counts hardly ever have them, groups always look so.
    thousandths: usize,
}

impl Candidate {
    /// A fraction of what is counted is no reading of it.
    async fn new(pace: &Pace, cells: &[&str], format: NumberFormat, is_count: bool) -> Self {
        let (mut values, mut thousandths) = (Vec::new(), 0_usize);
        for cell in cells {
            pace.cell().await;
            values.push(number(cell, format).ok().filter(|value| !is_count || value.is_integer()));
            thousandths = thousandths.saturating_add(usize::from(has_thousandths(cell, format)));
        }
        Self { format, values, thousandths }
    }

    fn read(&self) -> usize {
        self.values.iter().flatten().count()
    }
}

fn has_thousandths(cell: &str, format: NumberFormat) -> bool {
    let plain = plain(cell, format).unwrap_or_default();
    let fraction = plain.split_once('.').map_or("", |(_, fraction)| fraction);
    fraction.bytes().take_while(u8::is_ascii_digit).count() == 3
}

/// What the cells of a table say together, for columns that cannot decide alone: how many are read in each format.
pub(super) type FormatCounts = [usize; 4];

/// Adds the cells of a column.
pub(super) async fn count(pace: &Pace, counts: &mut FormatCounts, cells: &[&str]) {
    for (sum, format) in counts.iter_mut().zip(NumberFormat::ALL) {
        for cell in cells {
            pace.cell().await;
            let is_read = !is_blank(cell) && number(cell, format).is_ok();
            *sum = sum.saturating_add(usize::from(is_read));
        }
    }
}

/// The format of a column: the one in which most cells are read; then the one of most cells in the table; then
/// the one that makes no thousandths, then the language of the screen. Whatever else would read as many, to
/// another effect, is the alternative, unless the table has decided.
pub(super) async fn detect(
    sheet: &Sheet<'_>,
    cells: &[&str],
    is_count: bool,
    counts: &FormatCounts,
) -> Option<Detected<NumberFormat>> {
    let cells: Vec<&str> = cells.iter().copied().filter(|cell| !is_blank(cell)).collect();
    let mut found = Vec::new();
    for format in order(sheet.language) {
        found.push(Candidate::new(sheet.pace, &cells, format, is_count).await);
    }
    let most = found.iter().map(Candidate::read).max().filter(|&most| most > 0)?;
    found.retain(|candidate| candidate.read() == most);
    let of_table = |format: NumberFormat| {
        NumberFormat::ALL.iter().position(|&known| known == format).and_then(|at| counts.get(at))
    };
    let best = found.iter().filter_map(|candidate| of_table(candidate.format)).max().copied();
    found.retain(|candidate| of_table(candidate.format).copied() == best);
    let chosen = found.iter().min_by_key(|candidate| candidate.thousandths)?;
    let other = found.iter().find(|candidate| candidate.values != chosen.values);
    Some(Detected { format: chosen.format, alternative: other.map(|other| other.format) })
}

/// Which format is the likelier, everything else being equal.
fn order(language: Language) -> [NumberFormat; 4] {
    use NumberFormat::{Continental, English, Plain, Russian};
    match language {
        Language::Russian => [Russian, Plain, Continental, English],
        Language::English => [English, Plain, Russian, Continental],
    }
}

/// The fault of a cell, where another format would do.
pub(super) fn fault(text: &str, reason: BadReason) -> BadReason {
    match reason {
        BadReason::Number(NumberFault::BadGroups | NumberFault::TwoDecimals) | BadReason::OtherForm
            if is_number(text) =>
        {
            BadReason::OtherForm
        }
        BadReason::OtherForm => match read(text, Language::Russian, Expected::Amount) {
            Ok(_) => BadReason::NotOneNumber,
            Err(error) => BadReason::Number(error.fault),
        },
        other => other,
    }
}
