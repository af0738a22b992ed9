//! The words for what the keeping has to tell.

use crate::codec::Fault;
use crate::desk::Notice;
use crate::model::Model;
use crate::text::{Filling, Show, Word, file_error_text, misfit_text};
use crate::ui::state::Desk;

/// So many places are named, no more: a notice is read in seconds.
const NAMED: usize = 3;

/// The words for something to tell.
pub(super) fn told(desk: Desk, notice: &Notice) -> String {
    desk.show_untracked(|show| match notice {
        Notice::Word(word) => show.word(*word),
        Notice::Binned(_) => show.word(Word::SAVED_DELETED),
        Notice::OtherTab(name) => show.phrase(Word::SAVED_OTHER_TAB, &[("name", Filling::Text(name))]),
        Notice::File(error) => file_error_text(show, error),
        Notice::Faults { word, model, faults } => {
            let places = places(show, model, faults);
            show.phrase(*word, &[("places", Filling::Text(&places))])
        }
        Notice::Stored { count, all } => {
            let word = if count < all { Word::FILE_STORED_PART } else { Word::FILE_STORED };
            show.counting(word, &[("n", *count), ("all", *all)])
        }
    })
}

/// The first of the places that could not be read, by name, and how many more there are.
fn places(show: &Show<'_>, model: &Model, faults: &[Fault]) -> String {
    let mut named: Vec<_> = faults.iter().take(NAMED).map(|fault| misfit_text(show, model, fault)).collect();
    if faults.len() > NAMED {
        named.push(show.counting(Word::FILE_MORE_FAULTS, &[("n", faults.len() - NAMED)]));
    }
    named.join(" ")
}
