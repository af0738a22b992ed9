//! Which documents of a file are on the shelf already.

use super::{Moment, Shelf, StoreFault, keys};
use crate::codec::checksum::checksum;
use crate::codec::long::text;
use crate::codec::members::Members;
use crate::model::Model;

/// Whether a document is on the shelf.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Presence {
    /// None of its name is.
    #[default]
    New,
    /// Another of its name is.
    SameName,
    /// The very same is.
    Stored,
}

/// Length and checksum of a document's text.
type Fingerprint = (usize, u32);

impl Shelf<'_> {
    /// Which of these are there. Texts are compared as they are written today: one that an earlier version has stored is
    /// another of its name.
    ///
    /// # Errors
    /// Where the store may not be used.
    pub fn presence(self, models: &[Model], now: Moment) -> Result<Vec<Presence>, StoreFault> {
        let names: Vec<_> = self.list(now)?.into_iter().map(|entry| entry.name).collect();
        let mut stored = Vec::new();
        for id in self.ids()? {
            let record = self.store.get(&keys::current(&id))?.unwrap_or_default();
            let members = Members::of(&record).ok().flatten().unwrap_or_default();
            stored.extend(members.get("model").map(|model| fingerprint(model.get())));
        }
        let presence = |model: &Model| match () {
            () if stored.contains(&fingerprint(&text(model))) => Presence::Stored,
            () if !model.about.name.is_empty() && names.contains(&model.about.name) => Presence::SameName,
            () => Presence::New,
        };
        Ok(models.iter().map(presence).collect())
    }
}

fn fingerprint(text: &str) -> Fingerprint {
    (text.len(), checksum(text.as_bytes()))
}
