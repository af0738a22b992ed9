//! What a document was sent without, in words.

use super::{Filling, Show, Word};
use crate::model::LeftOut;

/// What was left out, as one sentence; none where nothing was.
pub fn left_out_text(show: &Show<'_>, left_out: &LeftOut) -> Option<String> {
    let names: Vec<_> =
        left_out.keys().into_iter().map(|key| show.key(&["field.left_out.", key].concat())).collect();
    let list = names.join(", ");
    (!names.is_empty()).then(|| show.phrase(Word::LEFT_OUT_TOLD, &[("list", Filling::Text(&list))]))
}
