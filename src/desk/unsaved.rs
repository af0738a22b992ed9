//! What had to leave the desk before it was stored.

use crate::model::Model;

/// A document that has left the desk and is not in the storage as it was left.
#[derive(Clone, Debug, PartialEq)]
pub struct Unsaved {
    /// Its id on the shelf, or the one it will have there.
    pub id: String,
    /// The document.
    pub model: Model,
}
