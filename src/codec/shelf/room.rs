//! Room in the store: who takes how much of it, and how many documents more it has room for.

use super::entry::Entry;
use super::record::{self, Edition};
use super::{Moment, Saved, Shelf, StoreFault, keys};
use crate::codec::long::text;
use crate::model::Model;

/// Who takes how much of the store, in characters: browsers count these, and mostly give five million.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    /// The documents.
    pub documents: usize,
    /// The good copy before of each.
    pub copies: usize,
    /// Deleted documents.
    pub bin: usize,
    /// Texts that could not be read.
    pub lost: usize,
    /// The list, preferences, and whatever else the host's pages store.
    pub others: usize,
}

impl Usage {
    /// Of all of them.
    pub fn total(self) -> usize {
        self.documents + self.copies + self.bin + self.lost + self.others
    }
}

/// What became of many documents that were to be stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// Those that were, in their order.
    pub saved: Vec<Saved>,
    /// Whether there was no room for the next.
    pub is_full: bool,
}

/// How much room new documents would take.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Space {
    /// Characters of each.
    pub sizes: Vec<usize>,
    /// Characters that there is room for, up to those of all.
    pub room: usize,
}

/// How often what is tried of a text is halved.
const HALVINGS: u32 = 10;

/// As long as an id.
const ID: &str = "abcdefghijkm";

/// Characters as browsers count them.
fn characters(text: &str) -> usize {
    text.encode_utf16().count()
}

impl Shelf<'_> {
    /// Who takes how much of the store.
    ///
    /// # Errors
    /// Where the store may not be used.
    pub fn usage(self) -> Result<Usage, StoreFault> {
        let mut usage = Usage::default();
        for key in self.store.keys()? {
            let text = self.store.get(&key)?.unwrap_or_default();
            let size = [&key, &text].map(|text| characters(text)).iter().sum::<usize>();
            let part = match key.get(..5).unwrap_or_default() {
                keys::CURRENT => &mut usage.documents,
                keys::PREVIOUS => &mut usage.copies,
                _ if key.starts_with(keys::BIN) => &mut usage.bin,
                _ if key.starts_with(keys::LOST) => &mut usage.lost,
                _ => &mut usage.others,
            };
            *part += size;
        }
        Ok(usage)
    }

    /// How much room new documents take, and how much the store has for them as it is: it is tried with one text as long
    /// as all of them, which is taken away again.
    ///
    /// # Errors
    /// Where the store may not be used.
    pub fn space_for(self, models: &[Model], now: Moment) -> Result<Space, StoreFault> {
        let (mut all, mut sizes) = (String::new(), Vec::new());
        for model in models {
            let begin = all.len();
            let record = record::write(model, 1, None, &now.to_string());
            let entry = Entry { name: model.about.name.clone(), saved: now, ..Entry::default() };
            // With its key and its line of the list, whose ids are not known yet.
            [&*record, &*text(&entry), keys::CURRENT, ID, ID, ","].iter().for_each(|part| all.push_str(part));
            sizes.push(characters(all.get(begin..).unwrap_or_default()));
        }
        let room = self.longest_that_fits(&all)?;
        Ok(Space { sizes, room })
    }

    /// Characters of the longest beginning of a text that the store has room for, to a thousandth of the text.
    fn longest_that_fits(self, text: &str) -> Result<usize, StoreFault> {
        if self.has_room(text)? {
            return Ok(characters(text));
        }
        let (mut fits, mut too_long) = (0, text.len());
        for _ in 0..HALVINGS {
            let middle = text.floor_char_boundary(usize::midpoint(fits, too_long));
            if self.has_room(text.get(..middle).unwrap_or_default())? {
                fits = middle
            } else {
                too_long = middle
            }
        }
        Ok(characters(text.get(..fits).unwrap_or_default()))
    }

    fn has_room(self, text: &str) -> Result<bool, StoreFault> {
        let put = self.store.put(keys::TRIAL, text);
        self.store.remove(keys::TRIAL)?;
        match put {
            Ok(()) => Ok(true),
            Err(StoreFault::Full) => Ok(false),
            Err(fault) => Err(fault),
        }
    }

    /// Puts many new documents on the shelf until one is refused. No copy gives way to them, and the list is written
    /// but once.
    ///
    /// # Errors
    /// Where the store may not be used or gives back another text than it was given.
    pub fn create_many(
        self,
        models: &[Model],
        fresh_id: &dyn Fn() -> String,
        now: Moment,
    ) -> Result<Stored, StoreFault> {
        let (mut stored, mut entries) = (Stored::default(), Vec::new());
        for model in models {
            let id = fresh_id();
            let record = record::write(model, 1, None, &now.to_string());
            match self.put_sound(&keys::current(&id), &record) {
                Ok(()) => {}
                Err(StoreFault::Full) => {
                    stored.is_full = true;
                    break;
                }
                Err(fault) => return Err(fault),
            }
            let (name, size) = (model.about.name.clone(), record.len());
            entries.push(Entry { id: id.clone(), name, saved: now, size });
            let edition = Edition::written(&record, 1);
            stored.saved.push(Saved { id, edition, renamed: None, was_gone: false });
        }
        self.enlist_all(entries);
        Ok(stored)
    }
}
