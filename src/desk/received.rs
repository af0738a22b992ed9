//! What came with the page's address.

use crate::codec::LinkError;
use crate::number::reading::Language;

/// What came with the page's address.
#[derive(Clone, Debug, PartialEq)]
pub enum Received {
    /// Nothing.
    Nothing,
    /// Somebody's document, with what they saw and the version they saw it with.
    Link {
        /// The results that the sender saw.
        receipt: Vec<String>,
        /// The sender's version.
        made_with: String,
        /// Whether its results were worked out by the rules of an older schema.
        by_older_rules: bool,
        /// The language in which the sender reads, where the link says so.
        language: Option<Language>,
        /// The link itself: what stands behind the `#`.
        text: String,
        /// Whether it is shown with one's own changes from before a reload.
        is_draft: bool,
    },
    /// A link that could not be opened.
    Fault(LinkError),
}
