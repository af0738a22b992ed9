//! How safe the document on the desk is.

use crate::codec::shelf::SaveFault;

/// How safe the document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// What is on the screen is in the storage.
    Kept,
    /// A change waits to be written.
    Waiting,
    /// The browser gives no storage: the document lives as long as the page.
    MemoryOnly,
    /// The storage does not take it: it is full, mostly.
    Full,
    /// This one is in the storage; others that were worked on before are not.
    OthersUnsaved,
    /// Another tab has deleted it: it is on the screen only, and stored again by its next change.
    Gone,
    /// A newer version of the program has stored another in its place: what is on the screen is older.
    Newer,
    /// The one that was to be opened could not be: what is on the screen is an empty one in its place.
    Unopened,
    /// Somebody else's, from a link: nothing is stored until it is copied.
    View,
}

impl SaveState {
    /// What it is while nothing waits to be written; `is_local` says whether what is stored outlives the page.
    pub fn resting(is_local: bool) -> Self {
        if is_local { SaveState::Kept } else { SaveState::MemoryOnly }
    }

    /// Whether the document may be written into the storage at all.
    pub fn is_own(self) -> bool {
        self != SaveState::View
    }

    /// How safe the document is when it could not be written.
    pub fn after_fault(fault: SaveFault) -> Self {
        match fault {
            SaveFault::TooNew => SaveState::Newer,
            SaveFault::Blocked => SaveState::MemoryOnly,
            SaveFault::Full | SaveFault::Unsound | SaveFault::TooLarge | SaveFault::Missing => {
                SaveState::Full
            }
        }
    }

    /// How safe the document is once it has been changed.
    #[must_use]
    pub fn after_change(self) -> Self {
        if self.is_own() { SaveState::Waiting } else { self }
    }

    /// Whether it says that what is on the screen is another than what is stored, or was to be shown.
    pub fn is_apart(self) -> bool {
        matches!(self, SaveState::Gone | SaveState::Newer | SaveState::Unopened | SaveState::View)
    }
}
