//! A text into rows of cells: pasted from a spreadsheet, or a CSV with its own separator.

use super::limits::{ImportFault, MOST_COLUMNS, MOST_ROWS, too_much};
use super::numbers::is_number;
use super::pace::Pace;
use super::words::is_blank;

/// Lines that are looked at for the separator.
const LOOK: usize = 20;
/// Of a hundredths of all reading.
const SPLIT: (usize, usize) = (0, 15);

/// Rows of cells, blanks around them cut off; without the empty rows at both ends.
pub(super) async fn rows(pace: &Pace, text: &str) -> Result<Vec<Vec<String>>, ImportFault> {
    if let Some(fault) = too_much(text) {
        return Err(fault);
    }
    let mut text = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").replace('\r', "\n");
    text.push('\n');
    let (declared, body) = declared_separator(&text);
    let rows = split(pace, body, declared.unwrap_or_else(|| separator(body))).await?;
    let rows = within(rows);
    if rows.is_empty() { Err(ImportFault::Empty) } else { Ok(rows) }
}

/// Excel's own first line, `sep=;`.
fn declared_separator(text: &str) -> (Option<u8>, &str) {
    let line = text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n'));
    match line.map(|(mark, body)| (mark.as_bytes(), body)) {
        Some((&[mark], body)) if mark.is_ascii_punctuation() || mark == b'\t' => (Some(mark), body),
        _ => (None, text),
    }
}

/// Spreadsheets put tabs on the clipboard. In a file a semicolon anywhere outside of quotes is the mark of
/// those who write the comma in their numbers.
fn separator(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LOOK).collect();
    let has =
        |mark: char| lines.iter().any(|line| line.split('"').step_by(2).any(|part| part.contains(mark)));
    let is_one_column = lines.iter().all(|line| is_blank(line) || is_number(line));
    match () {
        () if has('\t') => b'\t',
        () if has(';') => b';',
        () if is_one_column => b'\t',
        () => b',',
    }
}

async fn split(pace: &Pace, text: &str, separator: u8) -> Result<Vec<Vec<String>>, ImportFault> {
    // A quote without its pair would swallow the rest of the table.
    let quoted = text.bytes().filter(|&byte| byte == b'"').count().is_multiple_of(2);
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).delimiter(separator).quoting(quoted);
    let mut reader = reader.from_reader(text.as_bytes());
    let (mut rows, mut record) = (Vec::new(), csv::StringRecord::new());
    loop {
        let before = reader.position().line();
        if !reader.read_record(&mut record).unwrap_or(false) {
            return Ok(rows);
        }
        pace.cells(record.len()).await;
        pace.reach(SPLIT, usize::try_from(reader.position().byte()).unwrap_or(0), text.len());
        let lines = reader.position().line().saturating_sub(before);
        rows.resize(rows.len().saturating_add(skipped(&record, lines)), Vec::new());
        rows.push(record.iter().map(|cell| cell.trim().to_owned()).collect());
        if rows.len() > MOST_ROWS {
            return Err(ImportFault::TooManyRows);
        }
        if record.len() > MOST_COLUMNS {
            return Err(ImportFault::TooManyColumns);
        }
    }
}

/// Empty lines before a record that took so many lines with them: in a block they are cells without a figure.
fn skipped(record: &csv::StringRecord, lines: u64) -> usize {
    let own = record.iter().flat_map(str::bytes).filter(|&byte| byte == b'\n').count();
    usize::try_from(lines).unwrap_or(0).saturating_sub(own).saturating_sub(1)
}

/// Without the empty rows at both ends.
fn within(mut rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let is_empty = |row: &Vec<String>| row.iter().all(String::is_empty);
    while rows.last().is_some_and(is_empty) {
        rows.pop();
    }
    let first = rows.iter().position(|row| !is_empty(row)).unwrap_or(0);
    rows.drain(..first);
    rows
}
