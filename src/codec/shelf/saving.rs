//! Documents into the store. The text that was there is read before it is written over: it may be
//! another tab's, a newer version's, or damaged.

use super::opening::Found;
use super::record::{self, Edition, Unreadable};
use super::{Entry, Moment, Shelf, StoreFault, keys};
use crate::codec::checksum::checksum;
use crate::codec::fault::Fault;
use crate::codec::file::{MOST_FILE, Opened};
use crate::model::{Kind, Model, find, fitting_text};

/// Where a document stands after it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Its id; not the one asked for where that was another's.
    pub id: String,
    /// Which of its texts it is; the next save asks for it.
    pub edition: Edition,
    /// Its new name, if another tab had changed the document meanwhile: that one stays as it is, and
    /// this one stands beside it.
    pub renamed: Option<String>,
    /// Whether it was stored before and had disappeared: deleted in another tab, or cleared away with all the rest.
    pub was_gone: bool,
}

/// Where a document goes if another tab has changed it.
#[derive(Clone, Copy, Debug)]
pub struct Spare<'a> {
    /// An id for it.
    pub id: &'a str,
    /// What follows its name then.
    pub suffix: &'a str,
}

/// Why a document is not saved. What was stored before is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveFault {
    /// The store is full, though previous copies have made room.
    Full,
    /// The store may not be used.
    Blocked,
    /// The store gave back another text than it was given.
    Unsound,
    /// A newer version of the program has stored it; this one does not write over that.
    TooNew,
    /// Larger than any document that can be opened again.
    TooLarge,
    /// There is nothing under this id or key.
    Missing,
}

impl From<StoreFault> for SaveFault {
    fn from(fault: StoreFault) -> Self {
        match fault {
            StoreFault::Blocked => Self::Blocked,
            StoreFault::Full => Self::Full,
            StoreFault::Unsound => Self::Unsound,
        }
    }
}

impl Shelf<'_> {
    /// Puts a new document on the shelf, under this id or one made from it where it is taken.
    ///
    /// # Errors
    /// Where it is not saved; see [`SaveFault`].
    pub fn create(self, id: &str, model: &Model, now: Moment) -> Result<Saved, SaveFault> {
        let id = self.free_id(id)?;
        self.write(&id, model, 1, None, now)
    }

    /// Saves a document that was loaded or last saved as `seen`. If another tab has changed it
    /// since, both are kept: see [`Saved::renamed`].
    ///
    /// # Errors
    /// Where it is not saved; see [`SaveFault`].
    pub fn save(
        self,
        id: &str,
        model: &Model,
        seen: impl Into<Edition>,
        spare: Spare<'_>,
        now: Moment,
    ) -> Result<Saved, SaveFault> {
        self.save_over(id, model, seen.into(), spare, now)
    }

    fn save_over(
        self,
        id: &str,
        model: &Model,
        seen: Edition,
        spare: Spare<'_>,
        now: Moment,
    ) -> Result<Saved, SaveFault> {
        let Some(text) = self.store.get(&keys::current(id))? else {
            return self.recreate(id, model, seen.rev, now);
        };
        if seen.is_clean && seen.sum == checksum(text.as_bytes()) {
            // As it was seen here, to the letter.
            return self.replace(id, &text, Some(&[]), model, seen.rev, now);
        }
        match record::read(&text) {
            Err(Unreadable::TooNew { .. }) => Err(SaveFault::TooNew),
            Err(Unreadable::Damaged) => self.replace(id, &text, None, model, seen.rev, now),
            Ok(stored) => {
                let edition = Edition::of(&text, &stored);
                if stored.faults.is_empty() && !stored.is_migrated && stored.model == *model {
                    Ok(Saved { id: id.to_owned(), edition, renamed: None, was_gone: false })
                } else if !seen.is(edition) {
                    self.save_beside(model, spare, now)
                } else {
                    self.replace(id, &text, Some(&stored.faults), model, seen.rev, now)
                }
            }
        }
    }

    /// Gives a document that is not open another name.
    ///
    /// # Errors
    /// Where it is not there or not saved; see [`SaveFault`].
    pub fn rename(self, id: &str, name: &str, now: Moment) -> Result<Saved, SaveFault> {
        let (text, mut opened) = self.stored(id, now)?;
        // It may be the copy, and what is damaged could not be put aside: that is not to be written over.
        if self.store.get(&keys::current(id))?.as_ref() != Some(&text) {
            return Err(SaveFault::Unsound);
        }
        opened.model.about.name = fitting_name(name, "");
        let rev = opened.stamp.rev.unwrap_or_default();
        self.replace(id, &text, Some(&opened.faults), &opened.model, rev, now)
    }

    /// Makes a second document like this one, with a name of its own.
    ///
    /// # Errors
    /// Where there is none to copy or the copy is not saved; see [`SaveFault`].
    pub fn duplicate(self, id: &str, new_id: &str, name: &str, now: Moment) -> Result<Saved, SaveFault> {
        let (_, mut opened) = self.stored(id, now)?;
        opened.model.about.name = fitting_name(name, "");
        self.create(new_id, &opened.model, now)
    }

    /// A document that can be read, with its text.
    fn stored(self, id: &str, now: Moment) -> Result<(String, Box<Opened>), SaveFault> {
        match self.find(id, now)? {
            Found::Good { opened, text, .. } => Ok((text, opened)),
            Found::TooNew { .. } => Err(SaveFault::TooNew),
            Found::Damaged | Found::Nothing => Err(SaveFault::Missing),
        }
    }

    /// Writes a document that has disappeared since it was loaded: deleted in another tab, perhaps.
    fn recreate(self, id: &str, model: &Model, rev: u32, now: Moment) -> Result<Saved, SaveFault> {
        let copy = self.store.get(&keys::previous(id))?;
        if matches!(copy.as_deref().map(record::read), Some(Err(Unreadable::TooNew { .. }))) {
            return Err(SaveFault::TooNew);
        }
        let saved = self.write(id, model, rev.wrapping_add(1), None, now)?;
        Ok(Saved { was_gone: rev > 0, ..saved })
    }

    /// Puts a document beside the one that somebody else has stored in its place, under a name that says so.
    ///
    /// # Errors
    /// Where it is not saved; see [`SaveFault`].
    pub fn save_beside(self, model: &Model, spare: Spare<'_>, now: Moment) -> Result<Saved, SaveFault> {
        let mut model = model.clone();
        model.about.name = fitting_name(&model.about.name, spare.suffix);
        let saved = self.create(spare.id, &model, now)?;
        Ok(Saved { renamed: Some(model.about.name), ..saved })
    }

    /// Writes a document over its text before, which stays as the previous copy; one that could not
    /// be read as it stands is put aside. `faults` are those that were found in it; none where it is damaged.
    fn replace(
        self,
        id: &str,
        text: &str,
        faults: Option<&[Fault]>,
        model: &Model,
        rev: u32,
        now: Moment,
    ) -> Result<Saved, SaveFault> {
        if faults.is_none_or(|faults| !faults.is_empty()) {
            self.quarantine(&keys::current(id), text, now)?;
        }
        if faults.is_some() {
            match self.put_sound(&keys::previous(id), text) {
                // Then the older copy stays; the text itself gives way only to what fits.
                Ok(()) | Err(StoreFault::Full) => {}
                Err(fault) => return Err(fault.into()),
            }
        }
        self.write(id, model, rev.wrapping_add(1), Some(checksum(text.as_bytes())), now)
    }

    fn write(
        self,
        id: &str,
        model: &Model,
        rev: u32,
        base: Option<u32>,
        now: Moment,
    ) -> Result<Saved, SaveFault> {
        let text = record::write(model, rev, base, &now.to_string());
        if text.len() > MOST_FILE {
            return Err(SaveFault::TooLarge);
        }
        self.put_with_room(&keys::current(id), &text)?;
        let name = model.about.name.clone();
        self.enlist(Entry { id: id.to_owned(), name, saved: now, size: text.len() });
        let edition = Edition::written(&text, rev);
        Ok(Saved { id: id.to_owned(), edition, renamed: None, was_gone: false })
    }

    /// This id, or one made from it that no document has.
    pub(super) fn free_id(self, id: &str) -> Result<String, StoreFault> {
        let taken = self.ids()?;
        let mut free = id.to_owned();
        let mut number = 1_u32;
        while taken.contains(&free) {
            number += 1;
            free = [id, "-", &number.to_string()].concat();
        }
        Ok(free)
    }
}

/// A name with what follows it, not longer than names may be.
fn fitting_name(name: &str, suffix: &str) -> String {
    let default = Model::default();
    let Some((field, _)) = find(&default, "about/name") else {
        return name.to_owned();
    };
    let most = if let Kind::Text { most } = field.kind { usize::from(most) } else { 0 };
    let room = most.saturating_sub(suffix.chars().count());
    let name: String = name.chars().take(room).collect();
    fitting_text(&(name + suffix), field)
}
