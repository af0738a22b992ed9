//! From older schemas to the present one, step by step, before a document is read.
//!
//! The schema counts up when a document of yesterday would be read as something else today: a field
//! that changes its meaning, its unit **or its default** (links leave defaults out), or goes away. A
//! new field whose default means "as before" needs no step. Numbers and names are never used again.

use serde_json::Value;
use serde_json::value::RawValue;
use std::borrow::Cow;

/// What one schema changed, in both forms of a document.
pub(super) struct Step {
    /// For files, storage and scripts.
    pub long: fn(Value) -> Value,
    /// For links.
    pub short: fn(Value) -> Value,
}

/// The first leads from schema 1 to 2, and so on. A step is never changed once released.
pub(super) const STEPS: &[Step] = &[FIRST_ORDERS];

/// Schema 2: a client begins with an order, and what was called orders a month are the orders that follow. The
/// number typed stays; in links it keeps its number. See `docs/adr/0017-orders-of-a-client.md`.
const FIRST_ORDERS: Step = Step {
    long: |mut document| {
        if let Some(offer) = document.get_mut("offer").and_then(Value::as_object_mut)
            && let Some(frequency) = offer.remove("orders_per_month")
        {
            offer.insert("frequency".into(), frequency);
        }
        document
    },
    short: |document| document,
};

/// The schema of the documents that this program makes.
pub const SCHEMA: u32 = 1 + STEPS.len() as u32;

/// The text of a document of an older schema as one of the present, by the steps from there on; the text as it
/// is where there are none, as nearly always.
///
/// # Errors
/// Where an older document is no JSON.
pub(super) fn migrated(
    document: &RawValue,
    schema: u32,
    form: fn(&Step) -> fn(Value) -> Value,
) -> Result<Cow<'_, str>, serde_json::Error> {
    // Nearly always so.
    if schema.max(1) >= SCHEMA {
        return Ok(Cow::Borrowed(document.get()));
    }
    let document = serde_json::from_str(document.get())?;
    Ok(Cow::Owned(stepped(document, schema, STEPS, form).to_string()))
}

fn stepped(document: Value, schema: u32, steps: &[Step], form: fn(&Step) -> fn(Value) -> Value) -> Value {
    let done = usize::try_from(schema.saturating_sub(1)).unwrap_or(usize::MAX);
    steps.iter().skip(done).fold(document, |document, step| form(step)(document))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Schema 2 called the name a title, schema 3 wrote it in a list.
    const FAKE: &[Step] = &[
        Step { long: |old| json!({ "title": old["name"] }), short: |old| old },
        Step { long: |old| json!({ "title": [old["title"]] }), short: |old| json!([old]) },
    ];

    #[test]
    fn orders_a_month_become_the_frequency() {
        let old = json!({ "offer": { "price": "5", "orders_per_month": { "value": "4.5", "low": "3", "high": "6" } } });
        let new =
            json!({ "offer": { "price": "5", "frequency": { "value": "4.5", "low": "3", "high": "6" } } });
        assert_eq!((FIRST_ORDERS.long)(old), new);
        assert_eq!((FIRST_ORDERS.long)(json!([])), json!([]));
        assert_eq!((FIRST_ORDERS.long)(json!({ "offer": 3 })), json!({ "offer": 3 }));
    }

    #[test]
    fn only_the_steps_since_a_documents_schema_are_taken() {
        let long = |document, schema| stepped(document, schema, FAKE, |step| step.long);
        assert_eq!(long(json!({ "name": "a" }), 1), json!({ "title": ["a"] }));
        assert_eq!(long(json!({ "name": "a" }), 0), json!({ "title": ["a"] }));
        assert_eq!(long(json!({ "title": "a" }), 2), json!({ "title": ["a"] }));
        assert_eq!(long(json!({ "title": ["a"] }), 3), json!({ "title": ["a"] }));
        assert_eq!(stepped(json!([1]), 1, FAKE, |step| step.short), json!([[1]]));
    }
}
