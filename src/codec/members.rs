//! An object whose members are looked at before any of them is read.

use core::fmt;
use core::str::FromStr;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

/// Names and texts of an object's members, in their order.
#[derive(Default)]
pub(super) struct Members<'t>(Vec<(String, &'t RawValue)>);

impl<'t> Members<'t> {
    /// The members of the object in a text; none where the text is JSON but no object.
    ///
    /// # Errors
    /// Where it is no JSON.
    pub fn of(text: &'t str) -> Result<Option<Self>, serde_json::Error> {
        if text.trim_start().starts_with('{') {
            serde_json::from_str(text).map(Some)
        } else {
            serde_json::from_str::<IgnoredAny>(text).map(|_| None)
        }
    }

    /// The text of a member; of one that is there twice, the last.
    pub fn get(&self, key: &str) -> Option<&'t RawValue> {
        self.0.iter().rfind(|(own, _)| own == key).map(|(_, value)| *value)
    }

    /// The member as what is wanted, if it is that.
    pub fn read<T: Deserialize<'t>>(&self, key: &str) -> Option<T> {
        serde_json::from_str(self.get(key)?.get()).ok()
    }

    /// The member as a text, if it is one.
    pub fn text(&self, key: &str) -> Option<String> {
        self.read(key)
    }

    /// The member as a whole number, if it is one.
    pub fn whole<T: FromStr>(&self, key: &str) -> Option<T> {
        self.get(key)?.get().parse().ok()
    }
}

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(MembersVisitor)
    }
}

struct MembersVisitor;

impl<'de> Visitor<'de> for MembersVisitor {
    type Value = Members<'de>;

    fn expecting(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        text.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Members(members))
    }
}
