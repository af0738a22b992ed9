//! The format's page, out of the same list of fields that reading and writing go by.

use super::long::{LongSlot, text};
use crate::model::{Field, Kind, Measure, Model, Record, Slot};

/// Every field of the document in Markdown tables: key, number, what may stand there, default,
/// meaning.
pub fn format_page() -> String {
    let mut page = String::new();
    table(&Model::default(), "", "The whole document.", &mut page);
    page
}

fn table(record: &dyn Record, path: &str, about: &str, page: &mut String) {
    let heading = if path.is_empty() { "model" } else { path };
    *page += &format!("### `{heading}`\n\n{}\n\n", about.trim());
    *page += "| key | no. | value | default | meaning |\n|---|---|---|---|---|\n";
    for (field, slot) in record.fields().iter().zip(record.slots()) {
        let (value, default) = (value_text(field, slot), default_text(slot));
        *page += &format!(
            "| `{}` | {} | {value} | {default} | {} |\n",
            field.key,
            field.number,
            field.about.trim()
        );
    }
    page.push('\n');
    for (field, slot) in record.fields().iter().zip(record.slots()) {
        let inner = if path.is_empty() { field.key.to_owned() } else { format!("{path}/{}", field.key) };
        match slot {
            Slot::Record(record) => table(record, &inner, field.about, page),
            Slot::Rows(rows) => table(&*rows.sample(), &format!("{inner}/<id>"), field.about, page),
            _ => {}
        }
    }
}

fn value_text(field: &Field, slot: Slot<'_>) -> String {
    match field.kind {
        Kind::Text { most } => format!("text, at most {most} characters"),
        Kind::Whole { least, most } => format!("whole number, {least}..{most}"),
        Kind::Month if matches!(slot, Slot::OpenMonth(_)) => "month of the plan or `null`".into(),
        Kind::Month => "month of the plan".into(),
        Kind::Calendar => "`YYYY-MM`".into(),
        Kind::Flag => "`true` or `false`".into(),
        Kind::Choice(names) => choice_text(names),
        Kind::Estimate(measure) => format!("estimate: {}", measure_text(measure)),
        Kind::Optional(measure) => format!("estimate or `null`: {}", measure_text(measure)),
        Kind::Fact(measure) => format!("number or `null`: {}", measure_text(measure)),
        Kind::Plan => "a plan as it stood: the list that a link would hold, or `null`".into(),
        Kind::Record => "object".into(),
        Kind::Rows { most } => format!("list of at most {most}"),
    }
}

fn choice_text(names: &[&str]) -> String {
    let names = names.iter().enumerate().map(|(number, name)| format!("`{name}` ({number})"));
    names.collect::<Vec<_>>().join(", ")
}

fn measure_text(measure: Measure) -> &'static str {
    match measure {
        Measure::Money => "money",
        Measure::Balance => "money, may be negative",
        Measure::Share => "share, 0..1",
        Measure::Rate => "rate, may be negative or pass 1",
        Measure::Count => "count",
        Measure::Days => "days",
        Measure::Plain => "number above 0",
    }
}

fn default_text(slot: Slot<'_>) -> String {
    match slot {
        Slot::Record(_) => "see below".into(),
        Slot::Choice(choice) => format!("`{}`", choice.name()),
        Slot::Rows(_) => "`[]`".into(),
        slot => {
            format!("`{}`", text(&LongSlot { slot, is_airy: false }))
        }
    }
}
