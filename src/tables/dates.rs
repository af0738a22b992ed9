//! Months and days as tables write them, and the format that a column agrees on.

use super::formats::{DateFormat, Detected};
use super::serial_days::day_of_serial;
use super::sheet::Sheet;
use super::words::{is_blank, lower};
use crate::model::YearMonth;
use crate::number::reading::Language;

/// What the dates of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rows {
    /// The months of a table, perhaps by a day of theirs.
    Months,
    /// Any days, of deals.
    Days,
}

/// A day of a month; the first, where only the month is given.
type Day = (YearMonth, u32);

/// The month that a text names in one format, or in one that can mean nothing else. A month without its year is the
/// first such since `start`.
pub(super) fn month(text: &str, format: DateFormat, start: YearMonth) -> Option<YearMonth> {
    day(text, format, start).or_else(|| day_without_doubt(text, start)).map(|(month, _)| month)
}

/// Whether a text names a month in any format.
pub(super) fn is_month(text: &str, start: YearMonth) -> bool {
    let mut written = DateFormat::ALL.into_iter().filter(|format| !format.is_serial());
    written.any(|format| day(text, format, start).is_some())
}

/// A date whose form can mean only one thing, whatever the others of its column look like: the year in front, the month
/// by name, points between, a day beyond the twelfth, a serial number.
fn day_without_doubt(text: &str, start: YearMonth) -> Option<Day> {
    use DateFormat::{DayMonthYear, MonthYear, Name, Serial, SlashDayFirst, SlashMonthFirst, YearMonthDay};
    let read = |format| day(text, format, start);
    let of_points = || read(DayMonthYear).filter(|&(_, day)| text.contains('.') || day > 12);
    let of_slashes = || match (read(SlashDayFirst), read(SlashMonthFirst)) {
        (Some(day), None) | (None, Some(day)) => Some(day),
        _ => None,
    };
    let whole = [YearMonthDay, MonthYear, Name, Serial].into_iter().find_map(read);
    whole.or_else(of_points).or_else(of_slashes)
}

/// What part of its month a text names: its day, with the time of day if one stands there; nothing, if it names the month.
pub(super) fn part_of_month(text: &str, format: DateFormat, start: YearMonth) -> Option<String> {
    use DateFormat::{MonthYear, Name, NameAlone};
    let read = |format| day(text, format, start);
    let names_month = match read(format) {
        Some(_) => matches!(format, MonthYear | Name | NameAlone),
        None => [MonthYear, Name].into_iter().any(|format| read(format).is_some()),
    };
    if names_month {
        return is_day_by_name(text).then(|| lower(text));
    }
    let (_, day) = read(format).or_else(|| day_without_doubt(text, start))?;
    let time = text.split_once([' ', 'T']).map_or("", |(_, time)| time);
    Some(format!("{day} {time}"))
}

/// Whether a date with the name of its month has a day: two numbers.
fn is_day_by_name(text: &str) -> bool {
    let mut numbers = text.split(|mark: char| !mark.is_ascii_digit()).filter(|number| !number.is_empty());
    text.chars().any(char::is_alphabetic) && numbers.nth(1).is_some()
}

/// The day of a spreadsheet's serial number, in years that facts can be of.
fn serial(text: &str, is_1904: bool) -> Option<Day> {
    let whole = text.split(['.', ',']).next().filter(|whole| whole.len() == 5)?;
    if !text.bytes().all(|mark| mark.is_ascii_digit() || matches!(mark, b'.' | b',')) {
        return None;
    }
    let (year, month, day) = day_of_serial(whole.parse().ok()?, is_1904)?;
    (1990..=2100).contains(&year).then(|| (YearMonth::new(year, month), day))
}

/// Whether a text is a serial number of a day within ten years of a plan's start.
pub(super) fn is_serial(text: &str, start: YearMonth) -> bool {
    let year = serial(text.trim(), false).map(|(month, _)| month.year());
    year.is_some_and(|year| year.abs_diff(start.year()) <= 10)
}

/// Longer texts are no dates.
const LONGEST: usize = 40;

fn day(text: &str, format: DateFormat, start: YearMonth) -> Option<Day> {
    let text = text.trim();
    if text.len() > LONGEST.saturating_mul(2) {
        return None;
    }
    let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
    match format {
        DateFormat::NameAlone if has_digit => None,
        DateFormat::Name => named(text, start).filter(|(_, has_year)| *has_year).map(|(day, _)| day),
        DateFormat::NameAlone => named(text, start).filter(|(_, has_year)| !has_year).map(|(day, _)| day),
        DateFormat::Serial => serial(text, false),
        DateFormat::Serial1904 => serial(text, true),
        _ if has_digit => numeric(text, format),
        _ => None,
    }
}

/// A date of digits; a time of day after it is left out.
fn numeric(text: &str, format: DateFormat) -> Option<Day> {
    let date = text.split([' ', 'T', ',']).next()?;
    let mark = date.chars().find(|mark| !mark.is_ascii_digit())?;
    let parts: Vec<&str> = date.split(mark).collect();
    let is_year = |part: &str| part.len() == 4;
    match (format, parts.as_slice(), mark) {
        (DateFormat::DayMonthYear, [day, month, year], '.' | '-') if !is_year(day) => of(year, month, day),
        (DateFormat::SlashDayFirst, [day, month, year], '/') if !is_year(day) => of(year, month, day),
        (DateFormat::SlashMonthFirst, [month, day, year], '/') if !is_year(month) => of(year, month, day),
        (DateFormat::YearMonthDay, [year, month, day], '.' | '-' | '/') if is_year(year) => {
            of(year, month, day)
        }
        (DateFormat::MonthYear, [month, year], '.' | '-' | '/') if is_year(year) && date == text => {
            of(year, month, "1")
        }
        (DateFormat::MonthYear, [year, month], '.' | '-' | '/') if is_year(year) && date == text => {
            of(year, month, "1")
        }
        _ => None,
    }
}

fn of(year: &str, month: &str, day: &str) -> Option<Day> {
    let whole = |part: &str| (part.len() <= 4).then(|| part.parse::<u32>().ok()).flatten();
    let (year, month, day) = (century(year, whole(year)?)?, whole(month)?, whole(day)?);
    let is_sound = (1..=12).contains(&month) && (1..=length(year, month)).contains(&day);
    is_sound.then(|| (YearMonth::new(year, month), day))
}

/// How many days a month has.
fn length(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The year; of two digits they are this century's.
fn century(text: &str, year: u32) -> Option<u32> {
    match (text.len(), year) {
        (2, _) => Some(year.saturating_add(2000)),
        (4, 1990..=2150) => Some(year),
        _ => None,
    }
}

/// Beginnings of the names of months in both languages, and what a name may go on with.
const MONTHS: [(&str, &str); 12] = [
    ("янв", "jan"),
    ("фев", "feb"),
    ("мар", "mar"),
    ("апр", "apr"),
    ("ма", "may"),
    ("июн", "jun"),
    ("июл", "jul"),
    ("авг", "aug"),
    ("сен", "sep"),
    ("окт", "oct"),
    ("ноя", "nov"),
    ("дек", "dec"),
];

/// All formats of the names, so that «маржа» is no March.
const NAMES: &str = "январь января январе янв февраль февраля феврале фев февр март марта марте мар \
    апрель апреля апреле апр май мая мае июнь июня июне июн июль июля июле июл август августа августе авг \
    сентябрь сентября сентябре сен сент октябрь октября октябре окт ноябрь ноября ноябре ноя нояб \
    декабрь декабря декабре дек january jan february feb march mar april apr may june jun july jul \
    august aug september sep sept october oct november nov december dec";

fn month_of(word: &str) -> Option<u32> {
    let is_of = |(russian, english): &(&str, &str)| word.starts_with(russian) || word.starts_with(english);
    // «Март» begins as «ма» does: March stands before May and is found first.
    let place = MONTHS.iter().position(is_of)?;
    if !NAMES.split_whitespace().any(|name| name == word) {
        return None;
    }
    u32::try_from(place).ok()?.checked_add(1)
}

/// A date with the name of its month, and whether it has a year.
fn named(text: &str, start: YearMonth) -> Option<(Day, bool)> {
    if !text.chars().any(char::is_alphabetic) {
        return None;
    }
    let lower = lower(text);
    let cut = |mark: char| !mark.is_alphanumeric();
    let (mut month, mut numbers) = (None, Vec::new());
    for word in lower.split(cut).filter(|word| !word.is_empty()) {
        match (month_of(word), word) {
            (Some(found), _) if month.is_none() => month = Some(found),
            (None, "г" | "год" | "года" | "month" | "мес" | "месяц" | "факт" | "fact" | "actual") =>
                {}
            (None, digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) && numbers.len() < 2 => {
                numbers.push(digits);
            }
            _ => return None,
        }
    }
    let month = month?;
    let (day, year) = match numbers.as_slice() {
        [] => return Some(((next(month, start), 1), false)),
        [year] => ("1", year),
        [day, year] => (*day, year),
        _ => return None,
    };
    let (year, day) = (century(year, year.parse().ok()?)?, day.parse().ok()?);
    let is_sound = (1..=length(year, month)).contains(&day);
    is_sound.then(|| ((YearMonth::new(year, month), 1), true))
}

/// The first month of that name since the start.
fn next(month: u32, start: YearMonth) -> YearMonth {
    let this = YearMonth::new(start.year(), month);
    if this < start { this.later(12) } else { this }
}

/// The format of a column of dates: the one in which most cells are read; of months then the one in which every day
/// is the first of different months, or which makes months in a row of what is else one month; then the custom of
/// the language. Whatever else would read as many, to another effect, is the alternative.
pub(super) fn detect(
    cells: &[&str],
    start: YearMonth,
    rows: Rows,
    language: Language,
) -> Option<Detected<DateFormat>> {
    let cells = cells.iter().filter(|cell| !is_blank(cell));
    let days = |format| cells.clone().map(|cell| day(cell, format, start)).collect::<Vec<_>>();
    let found = order(language).into_iter().map(|format| (format, days(format))).collect();
    most_likely(found, start, rows)
}

/// The same of the many cells of a column, with rests.
pub(super) async fn detect_paced(
    sheet: &Sheet<'_>,
    cells: &[&str],
    rows: Rows,
) -> Option<Detected<DateFormat>> {
    let start = sheet.context.start;
    let mut found = Vec::new();
    for format in order(sheet.language) {
        let mut days = Vec::new();
        for cell in cells.iter().filter(|cell| !is_blank(cell)) {
            sheet.pace.cell().await;
            days.push(day(cell, format, start));
        }
        found.push((format, days));
    }
    most_likely(found, start, rows)
}

/// The format to believe, by what each makes of the cells.
fn most_likely(
    mut found: Vec<(DateFormat, Vec<Option<Day>>)>,
    start: YearMonth,
    rows: Rows,
) -> Option<Detected<DateFormat>> {
    let read = |days: &[Option<Day>]| days.iter().flatten().count();
    let most = found.iter().map(|(_, days)| read(days)).max().filter(|&most| most > 0)?;
    found.retain(|(_, days)| read(days) == most);
    let firsts = || found.iter().find(|(_, days)| are_firsts(days));
    let in_row = || found.iter().find(|(_, days)| are_in_row(days, start));
    let is_one = found.iter().any(|(_, days)| is_one_month(days));
    let telling = || firsts().or_else(|| in_row().filter(|_| is_one));
    let (format, chosen) = telling().filter(|_| rows == Rows::Months).or(found.first())?;
    let other = found.iter().find(|(_, days)| months(days) != months(chosen));
    Some(Detected { format: *format, alternative: other.map(|(format, _)| *format) })
}

fn months(days: &[Option<Day>]) -> Vec<Option<YearMonth>> {
    days.iter().map(|day| day.map(|(month, _)| month)).collect()
}

/// Whether every day is the first of its month, and there are two months at least.
fn are_firsts(days: &[Option<Day>]) -> bool {
    let mut all = days.iter().flatten();
    let Some((first, _)) = all.clone().next() else { return false };
    all.clone().any(|(month, _)| month != first) && all.all(|&(_, day)| day == 1)
}

/// Whether months of the plan follow one another.
fn are_in_row(days: &[Option<Day>], start: YearMonth) -> bool {
    let mut all: Vec<YearMonth> = months(days).into_iter().flatten().collect();
    all.sort_unstable();
    all.dedup();
    let follow = |pair: &[YearMonth]| matches!(pair, [one, next] if one.later(1) == *next);
    all.len() >= 2 && all.first() >= Some(&start) && all.windows(2).all(follow)
}

fn is_one_month(days: &[Option<Day>]) -> bool {
    let mut all = days.iter().flatten().map(|(month, _)| month);
    all.next().is_some_and(|first| all.all(|month| month == first))
}

/// Whether the days of a column are the firsts of months, as a table by months writes them.
pub(super) async fn all_firsts(sheet: &Sheet<'_>, cells: &[&str]) -> bool {
    for format in order(sheet.language) {
        let mut days = Vec::new();
        for cell in cells {
            sheet.pace.cell().await;
            days.push(day(cell, format, sheet.context.start));
        }
        if are_firsts(&days) {
            return true;
        }
    }
    false
}

/// Serial numbers last; those of the other system are read where the reader says so.
fn order(language: Language) -> [DateFormat; 8] {
    use DateFormat::{
        DayMonthYear, MonthYear, Name, NameAlone, Serial, SlashDayFirst, SlashMonthFirst, YearMonthDay,
    };
    let mut formats =
        [DayMonthYear, YearMonthDay, SlashDayFirst, SlashMonthFirst, MonthYear, Name, NameAlone, Serial];
    if language == Language::English {
        formats.swap(2, 3);
    }
    formats
}
