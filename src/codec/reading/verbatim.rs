//! A plan as it stood, which is kept as it was written: nothing of it is read before it is looked at.

use super::leaf::Scalar;
use super::reader::ModelReader;
use super::value::{Key, KeySeed, Target, ValueSeed};
use serde::de::{MapAccess, SeqAccess};

impl ModelReader {
    /// A list, appended to the text.
    pub(super) fn verbatim_list<'de, A: SeqAccess<'de>>(
        &mut self,
        text: &mut String,
        mut list: A,
    ) -> Result<(), A::Error> {
        text.push('[');
        let begin = text.len();
        loop {
            let end = text.len();
            if end > begin {
                text.push(',');
            }
            let target = Target::Verbatim(text);
            if list.next_element_seed(ValueSeed { reading: self, target })?.is_none() {
                text.truncate(end);
                text.push(']');
                return Ok(());
            }
        }
    }

    /// An object, whose first key has been read.
    pub(super) fn verbatim_object<'de, A: MapAccess<'de>>(
        &mut self,
        text: &mut String,
        mut key: Option<Key>,
        mut map: A,
    ) -> Result<(), A::Error> {
        text.push('{');
        let begin = text.len();
        while let Some(Key::Other(name)) = key {
            if text.len() > begin {
                text.push(',');
            }
            Scalar::Text(&name).push_to(text);
            text.push(':');
            map.next_value_seed(ValueSeed { reading: self, target: Target::Verbatim(text) })?;
            key = map.next_key_seed(KeySeed(&[]))?;
        }
        text.push('}');
        Ok(())
    }
}

impl Scalar<'_> {
    /// Appends it to a text as JSON writes it.
    pub(super) fn push_to(self, text: &mut String) {
        match self {
            Scalar::Nothing | Scalar::Composite => text.push_str("null"),
            Scalar::Flag(true) => text.push_str("true"),
            Scalar::Flag(false) => text.push_str("false"),
            Scalar::Number(digits) => text.push_str(digits),
            // Writing to memory cannot fail, and a text has no key that could be wrong.
            Scalar::Text(own) => text.push_str(&serde_json::to_string(own).unwrap_or_default()),
        }
    }
}
