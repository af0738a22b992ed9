//! What the length of a link means on its way.

/// The length of a link, by what it gets through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkLength {
    /// Any messenger takes it.
    Short,
    /// Most messengers take it.
    Long,
    /// Messengers are likely to cut it.
    VeryLong,
}

impl LinkLength {
    /// The longest that any messenger takes, in characters.
    pub const SHORT: usize = 2_000;
    /// The longest that is not likely to be cut.
    pub const LONG: usize = 4_000;
    /// The longest whose picture a phone reads with ease.
    pub const PICTURE: usize = 1_200;

    /// Of so many characters.
    pub fn of(characters: usize) -> Self {
        if characters <= Self::SHORT {
            Self::Short
        } else if characters <= Self::LONG {
            Self::Long
        } else {
            Self::VeryLong
        }
    }

    /// Whether a phone reads a link of so many characters from a picture.
    pub fn fits_a_picture(characters: usize) -> bool {
        characters <= Self::PICTURE
    }
}

#[cfg(test)]
mod tests {
    use super::LinkLength::{self, Long, Short, VeryLong};

    #[test]
    fn lengths_are_told_apart_at_their_bounds() {
        assert_eq!([0, 2_000, 2_001, 4_000, 4_001].map(LinkLength::of), [Short, Short, Long, Long, VeryLong]);
        assert_eq!([1_200, 1_201].map(LinkLength::fits_a_picture), [true, false]);
    }
}
