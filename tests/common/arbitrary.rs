//! Any document at all, by walking the fields of every record; shrinks towards the defaults.

use obkatka::codec::frozen;
use obkatka::model::{
    Basis, Estimate, Field, Kind, Model, Range, Record, Rows, SlotMut, YearMonth, fitting_text, mend_ids,
};
use obkatka::number::Decimal;
use proptest::collection::vec;
use proptest::prelude::{Strategy, any};

/// Any document that edits could lead to.
pub fn any_model() -> impl Strategy<Value = Model> {
    vec(any::<u16>(), 0..1500).prop_map(|choices| {
        let mut model = Model::default();
        let mut choices = Choices(choices.into_iter());
        // Each time another part of the document first, so that choices last for every part.
        let first = choices.of(model.fields().len());
        change_from(&mut model, first, &mut choices);
        mend_ids(&mut model);
        model
    })
}

/// Numbers that decide everything; zeros, and so defaults, behind the last.
struct Choices(std::vec::IntoIter<u16>);

impl Choices {
    fn of(&mut self, most: usize) -> usize {
        usize::from(self.0.next().unwrap_or(0)) % most
    }
}

fn change(record: &mut dyn Record, choices: &mut Choices) {
    change_from(record, 0, choices);
}

fn change_from(record: &mut dyn Record, first: usize, choices: &mut Choices) {
    let mut fields: Vec<_> = record.fields().iter().zip(record.slots_mut()).collect();
    fields.rotate_left(first);
    for (field, slot) in fields {
        let stays = choices.of(4) == 0;
        match slot {
            SlotMut::Record(inner) => change(inner, choices),
            SlotMut::Rows(rows) => add_rows(rows, choices),
            _ if stays => {}
            SlotMut::Text(own) => *own = text(field, choices),
            SlotMut::Whole(own) => *own = whole(field, choices),
            SlotMut::OpenMonth(own) => *own = Some(whole(field, choices)),
            SlotMut::Calendar(own) => *own = YearMonth::new(1900, 1).0 + choices.of(1100 * 12) as u32,
            SlotMut::Flag(own) => *own = !*own,
            SlotMut::Choice(own) => own.choose(choices.of(own.names().len())),
            SlotMut::Estimate(own) => *own = estimate(choices),
            SlotMut::Optional(own) => *own = Some(estimate(choices)),
            SlotMut::Fact(own) => *own = Some(decimal(choices)),
            SlotMut::Frozen(own) => *own = frozen(&Model::default()).0,
        }
    }
}

fn add_rows(rows: &mut dyn Rows, choices: &mut Choices) {
    for at in 0..choices.of(5) {
        rows.insert(at);
        if let Some(row) = rows.row_mut(at) {
            change(row, choices);
        }
    }
}

fn whole(field: &Field, choices: &mut Choices) -> u32 {
    match field.kind {
        Kind::Whole { least, most } => least + choices.of((most - least + 1) as usize) as u32,
        _ => [0, 1, 35, 60, 119, u32::MAX][choices.of(6)],
    }
}

fn text(field: &Field, choices: &mut Choices) -> String {
    let long = "щ".repeat(5000);
    let texts = [
        "",
        "b",
        "Реклама в поиске",
        "\"quoted\\\" </script>\n\u{2028}",
        "😀 и ещё – «кавычки»",
        "$serde_json::private::Number",
        "null",
        &long,
    ];
    fitting_text(texts[choices.of(texts.len())], field)
}

fn estimate(choices: &mut Choices) -> Estimate {
    let range = (choices.of(3) == 1).then(|| Range { low: decimal(choices), high: decimal(choices) });
    let sources = ["", "hf.ru, 2024", "замер за 3 месяца, \"CRM\""];
    let basis = Basis::ALL[choices.of(3)];
    let (value, source) = (decimal(choices), sources[choices.of(3)].to_owned());
    // A bare zero is a field left blank; with anything beside it, or by itself, it was said.
    let is_bare = range.is_none() && basis == Basis::Guess && source.is_empty();
    let said_zero = value.is_zero() && (!is_bare || choices.of(2) == 1);
    Estimate { value, range, basis, source, said_zero }
}

fn decimal(choices: &mut Choices) -> Decimal {
    let whole = choices.of(60_000) as i64;
    match choices.of(8) {
        0 | 1 => Decimal::from(whole),
        2 => Decimal::from(-whole),
        3 => Decimal::new(whole, 4),
        4 => Decimal::new(whole * 100, 6),
        5 => Decimal::MAX,
        6 => Decimal::new(whole, 28),
        _ => Decimal::from(whole) / Decimal::from(7),
    }
}
