//! What the fields and rows of a document are called.

use super::{Filling, Show, Word};
use crate::model::{Basis, Choice, Field, Kind, Measure, Model, Record, Rows, Slot, YearMonth, find};
use crate::number::{Count, Exact, Number};

/// Fields that hold rows: what follows them in a path is an id.
const ROWS: [&str; 23] = [
    "channels",
    "own",
    "stages",
    "people",
    "hires",
    "other_processes",
    "parts",
    "tiers",
    "kpis",
    "steps",
    "handovers",
    "scores",
    "costs",
    "investments",
    "receivables",
    "payables",
    "add_ons",
    "table",
    "instalments",
    "months",
    "snapshots",
    "adoptions",
    "versions",
];

/// The path of a field without the ids of rows, joined by dots: the name under which its words stand.
///
/// ```
/// use obkatka::text::field_pattern;
/// assert_eq!(field_pattern("channels/a/own/b/conversion"), "channels.own.conversion");
/// ```
pub fn field_pattern(path: &str) -> String {
    let mut pattern = String::with_capacity(path.len());
    for (step, _, is_id) in steps(path) {
        if !is_id {
            if !pattern.is_empty() {
                pattern.push('.');
            }
            // What is proposed has the fields, and so the words, of what is paid today.
            pattern.push_str(if step == "proposed" && pattern == "people." { "pay" } else { step });
        }
    }
    pattern
}

/// Each step of a path, the path up to it, and whether it is the id of a row.
fn steps(path: &str) -> impl Iterator<Item = (&str, &str, bool)> {
    let (mut end, mut holds_rows) = (0, false);
    path.split('/').map(move |step| {
        end += step.len();
        let so_far = path.get(..end).unwrap_or(path);
        end += 1;
        let is_id = holds_rows;
        holds_rows = !is_id && ROWS.contains(&step);
        (step, so_far, is_id)
    })
}

/// A word of a kind about the field at a path, where there is one.
fn word(kind: &str, path: &str) -> Option<Word> {
    Word::find(&[kind, ".", &field_pattern(path)].concat())
}

/// What a field is called: "Budget a month". Empty where it has no name.
pub fn field_short(show: &Show<'_>, path: &str) -> String {
    word("field", path).map_or_else(String::new, |word| show.word(word))
}

/// What a field is called, with the rows that it belongs to: "Budget a month — Search ads"; of a
/// row, its name.
pub fn field_label(show: &Show<'_>, model: &Model, path: &str) -> String {
    let mut rows = String::new();
    let mut ends_in_row = false;
    for (_, so_far, is_id) in steps(path) {
        ends_in_row = is_id;
        if is_id {
            if !rows.is_empty() {
                rows.push_str(", ");
            }
            rows.push_str(&row_name(show, model, so_far));
        }
    }
    if ends_in_row {
        return rows;
    }
    let short = field_short(show, path);
    if rows.is_empty() { short } else { [&short, " — ", &rows].concat() }
}

/// What a row is called: its own name, the name of the stage that it is about, or its number.
pub fn row_name(show: &Show<'_>, model: &Model, path: &str) -> String {
    let Some((_, Slot::Record(row))) = find(model, path) else {
        return String::new();
    };
    let Some((rows, id)) = path.rsplit_once('/') else {
        return String::new();
    };
    match own_name(row) {
        Some("") => word("unnamed", rows).map_or_else(String::new, |word| show.word(word)),
        Some(name) => name.to_owned(),
        None => others_name(show, model, rows, id).unwrap_or_else(|| row_number(show, model, rows, id)),
    }
}

/// Says that a row has been removed, as it was called before.
pub fn removed_text(show: &Show<'_>, before: &Model, row: &str) -> String {
    show.phrase(Word::NOTICE_REMOVED, &[("what", Filling::Text(&field_label(show, before, row)))])
}

/// What a role is called, by its place in the document.
pub fn role_name(show: &Show<'_>, model: &Model, at: usize) -> String {
    let person = model.people.get(at);
    person.map_or_else(String::new, |person| row_name(show, model, &["people/", &person.id].concat()))
}

/// A role with how many people it has; only its name where it has one.
pub fn role_of_heads(show: &Show<'_>, name: &str, heads: Count<Exact>) -> String {
    if heads == Count(Exact::ONE) {
        return name.to_owned();
    }
    let (shown, whole) = show.counted(heads.0);
    let n = ("n", Filling::Number(&shown, whole));
    show.phrase(Word::SIDES_ROLE_HEADS, &[("role", Filling::Text(name)), n])
}

/// What a channel is called, by its place in the document.
pub fn channel_name(show: &Show<'_>, model: &Model, at: usize) -> String {
    let channel = model.channels.get(at);
    channel.map_or_else(String::new, |channel| row_name(show, model, &["channels/", &channel.id].concat()))
}

/// What a stage of the funnel is called, by its place in the document.
pub fn stage_name(show: &Show<'_>, model: &Model, at: usize) -> String {
    let stage = model.funnel.stages.get(at);
    stage.map_or_else(String::new, |stage| row_name(show, model, &["funnel/stages/", &stage.id].concat()))
}

fn own_name(row: &dyn Record) -> Option<&str> {
    let at = row.fields().iter().position(|field| matches!(field.key, "name" | "role"))?;
    match row.slots().into_iter().nth(at)? {
        Slot::Text(name) => Some(name.trim()),
        _ => None,
    }
}

/// A row about something else is called as that is: a channel's own conversion and a count of a stage by
/// the stage, facts by the channel and the month.
fn others_name(show: &Show<'_>, model: &Model, rows: &str, id: &str) -> Option<String> {
    let step = rows.rsplit('/').next().unwrap_or_default();
    let is_fact = rows.starts_with("facts/");
    let other = match step {
        "own" => "funnel/stages/",
        "stages" if is_fact => "funnel/stages/",
        "channels" if is_fact => "channels/",
        "months" | "snapshots" | "adoptions" => {
            return YearMonth::of_key(id).map(|month| show.calendar(month));
        }
        _ => return None,
    };
    Some(row_name(show, model, &[other, id].concat())).filter(|name| !name.is_empty())
}

fn row_number(show: &Show<'_>, model: &Model, rows: &str, id: &str) -> String {
    let place = match find(model, rows) {
        Some((_, Slot::Rows(rows))) => place(rows, id),
        _ => 0,
    };
    let number = (place + 1).to_string();
    word("row", rows).map_or_else(String::new, |word| show.phrase(word, &[("n", Filling::Text(&number))]))
}

fn place(rows: &dyn Rows, id: &str) -> usize {
    (0..rows.len()).find(|at| rows.row(*at).is_some_and(|row| row.id() == id)).unwrap_or(0)
}

/// One line on what to enter, where the name does not say it all.
pub fn hint(show: &Show<'_>, path: &str) -> Option<String> {
    word("hint", path).map(|word| show.word(word))
}

/// What stands behind the number in a field: "%", "days", "mo."; `None` for money, whose sign goes
/// with the currency, and for plain numbers.
pub fn field_unit(show: &Show<'_>, path: &str, field: &Field) -> Option<String> {
    match field.kind {
        Kind::Estimate(measure) | Kind::Optional(measure) | Kind::Fact(measure) => match measure {
            Measure::Share | Measure::Rate => return Some("%".to_owned()),
            Measure::Days => return Some(show.word(Word::DAYS_SHORT)),
            _ => {}
        },
        _ => {}
    }
    word("unit", path).map(|word| show.word(word))
}

/// What an option of a field is called, by its name in files; that name where it has no other, as a currency's code is.
pub fn choice_text(show: &Show<'_>, path: &str, name: &str) -> String {
    let word = Word::find(&["choice.", &field_pattern(path), ".", name].concat());
    word.map_or_else(|| name.to_owned(), |word| show.word(word))
}

/// One line on what an option means, where its name does not say it all.
pub fn choice_about(show: &Show<'_>, path: &str, name: &str) -> Option<String> {
    Word::find(&["choice.", &field_pattern(path), ".", name, ".about"].concat()).map(|word| show.word(word))
}

/// What an estimate rests on, in a word.
pub fn basis_text(show: &Show<'_>, basis: Basis) -> String {
    show.key(&["basis.", basis.name()].concat())
}

/// The sign that stands beside an amount of a currency.
pub fn currency_sign(currency: crate::model::Currency) -> &'static str {
    use crate::model::Currency;
    match currency {
        Currency::Rub => "₽",
        Currency::Kzt => "₸",
        Currency::Byn => "Br",
        Currency::Amd => "֏",
        Currency::Gel => "₾",
        Currency::Eur => "€",
        Currency::Usd
        | Currency::Cad
        | Currency::Aud
        | Currency::Nzd
        | Currency::Sgd
        | Currency::Hkd
        | Currency::Mxn => "$",
        Currency::Gbp => "£",
        Currency::Try => "₺",
        Currency::Cny | Currency::Jpy => "¥",
        Currency::Uah => "₴",
        Currency::Azn => "₼",
        Currency::Pln => "zł",
        Currency::Sek | Currency::Nok | Currency::Dkk => "kr",
        Currency::Krw => "₩",
        Currency::Ils => "₪",
        Currency::Vnd => "₫",
        Currency::Php => "₱",
        Currency::Ngn => "₦",
        Currency::Inr => "₹",
        Currency::Brl => "R$",
        _ => currency.name(),
    }
}
