//! What the user prefers, and whether the last starts went well.

use super::store::StoreFault;
use super::{Shelf, keys, pairs};

/// The preference that holds the language.
pub const LANGUAGE: &str = "language";
/// The preference that holds the theme.
pub const THEME: &str = "theme";
/// The preference that holds which sections of long screens are open.
pub const FOLDS: &str = "folds";
/// The preference that holds the id of the document opened last.
pub const LAST_OPEN: &str = "last";

/// Starts in a row that did not finish until the next one is careful.
const FAILED_BOOTS: u32 = 2;

/// How to start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Boot {
    /// With the document opened last.
    Usual,
    /// Without opening any: the last starts did not finish, and a document may be why.
    Careful,
}

impl Shelf<'_> {
    /// What is preferred; nothing where it was never said or cannot be read.
    pub fn pref(self, name: &str) -> Option<String> {
        self.prefs().into_iter().find(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// Remembers what is preferred, or with `None` forgets it.
    ///
    /// # Errors
    /// Where it is not remembered.
    pub fn keep_pref(self, name: &str, value: Option<&str>) -> Result<(), StoreFault> {
        let mut prefs = self.prefs();
        prefs.retain(|(own, _)| own != name);
        prefs.extend(value.map(|value| (name.to_owned(), value.to_owned())));
        let text = pairs::write(prefs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        self.store.put(keys::PREFS, &text)
    }

    /// Read before anything else of the program is there.
    fn prefs(self) -> Vec<(String, String)> {
        let text = self.store.get(keys::PREFS).ok().flatten().unwrap_or_default();
        pairs::read(&text).map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    /// How careful a start should be. The page's own script counts those that died: only it sees them end.
    pub fn begin_boot(self) -> Boot {
        let text = self.store.get(keys::BOOT).ok().flatten().unwrap_or_default();
        let failed: u32 = text.parse().unwrap_or_default();
        if failed < FAILED_BOOTS { Boot::Usual } else { Boot::Careful }
    }

    /// Notes that the start has finished well.
    pub fn boot_done(self) {
        let _ = self.store.remove(keys::BOOT);
    }
}
