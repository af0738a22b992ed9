//! The documents of a file that holds several, of which somebody chooses those to be stored.

use crate::codec::shelf::Presence;
use crate::model::Model;

/// A document of such a file.
#[derive(Clone, Debug, PartialEq)]
pub struct FileModel {
    /// The document.
    pub model: Model,
    /// Characters that it will take of the storage.
    pub size: usize,
    /// Whether it is on the shelf already.
    pub presence: Presence,
}

/// All documents of a file, or of several files that were opened together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileContents {
    /// They, in their order.
    pub models: Vec<FileModel>,
    /// Characters that the storage has room for; no more are told of than all of them take.
    pub room: usize,
}

/// What a choice of them comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// How many are chosen.
    pub count: usize,
    /// Characters that they take.
    pub size: usize,
    /// How many of them fit, from the first on.
    pub fit: usize,
}

impl FileContents {
    /// Those that are chosen as long as nobody says otherwise: as many as fit of those that are not stored already.
    pub fn suggested(&self) -> Vec<bool> {
        let mut room = self.room;
        let suggests = |row: &FileModel| {
            let left = room.checked_sub(row.size).filter(|_| row.presence != Presence::Stored);
            room = left.unwrap_or(room);
            left.is_some()
        };
        self.models.iter().map(suggests).collect()
    }

    /// What a choice comes to.
    pub fn chosen(&self, taken: &[bool]) -> Chosen {
        self.rows(taken).fold(Chosen::default(), |sum, row| {
            let size = sum.size.saturating_add(row.size);
            let fits = size <= self.room && sum.fit == sum.count;
            Chosen { count: sum.count + 1, size, fit: sum.fit + usize::from(fits) }
        })
    }

    /// The documents that are chosen.
    pub(super) fn taken(&self, taken: &[bool]) -> Vec<Model> {
        self.rows(taken).map(|row| row.model.clone()).collect()
    }

    fn rows<'a>(&'a self, taken: &'a [bool]) -> impl Iterator<Item = &'a FileModel> {
        self.models.iter().zip(taken).filter_map(|(row, taken)| taken.then_some(row))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contents(sizes: &[(usize, Presence)], room: usize) -> FileContents {
        let row = |(size, presence): &(usize, Presence)| FileModel {
            model: Model::default(),
            size: *size,
            presence: *presence,
        };
        FileContents { models: sizes.iter().map(row).collect(), room }
    }

    #[test]
    fn what_fits_and_is_not_here_is_suggested_and_what_is_chosen_is_counted() {
        use Presence::{New, SameName, Stored};
        let file = contents(&[(50, New), (40, Stored), (90, SameName), (20, New)], 100);
        let suggested = file.suggested();
        assert_eq!(suggested, [true, false, false, true], "the third does not fit, the fourth does");
        assert_eq!(file.chosen(&suggested), Chosen { count: 2, size: 70, fit: 2 });
        assert_eq!(file.chosen(&[true; 4]), Chosen { count: 4, size: 200, fit: 2 });
        assert_eq!(file.chosen(&[false; 4]), Chosen::default());
        // Those after the first that does not fit are not stored either: they come in their order.
        assert_eq!(file.chosen(&[true, false, true, true]), Chosen { count: 3, size: 160, fit: 1 });
        assert_eq!(contents(&[(50, New)], 0).suggested(), [false]);
        // A choice of another length than the file, as after a second file, chooses what it names.
        assert_eq!(file.chosen(&[true]).count, 1);
    }
}
