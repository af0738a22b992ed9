//! How safe the document on the desk is.

/// How safe the document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// What is on the screen is in the storage.
    Kept,
    /// A change waits to be written.
    Waiting,
    /// The browser gives no storage: the document lives as long as the page.
    MemoryOnly,
    /// The storage is full.
    Full,
    /// Made by a newer version: shown, never written over.
    Newer,
    /// Somebody else's, from a link: nothing is stored until it is copied.
    View,
}

impl Saved {
    /// Whether the document may be written into the storage at all.
    pub fn is_own(self) -> bool {
        !matches!(self, Saved::View | Saved::Newer)
    }

    /// How safe the document is once it has been changed.
    #[must_use]
    pub fn after_change(self) -> Self {
        if self.is_own() { Saved::Waiting } else { self }
    }
}
