//! Which sections of long screens the reader has opened and closed, as a text to remember.

/// What the reader did last to each section, by the id of its heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folds(Vec<(String, bool)>);

impl Folds {
    /// Reads what [`Folds::text`] wrote; what is anything else is not there.
    pub fn read(text: &str) -> Self {
        let fold = |word: &str| match word.split_at_checked(1)? {
            ("+", id) => Some((id.to_owned(), true)),
            ("-", id) => Some((id.to_owned(), false)),
            _ => None,
        };
        Self(text.split(' ').filter_map(fold).collect())
    }

    /// A text to remember: `+plan-about -plan-costs`.
    pub fn text(&self) -> String {
        let word = |(id, is_open): &(String, bool)| [if *is_open { "+" } else { "-" }, id].concat();
        self.0.iter().map(word).collect::<Vec<_>>().join(" ")
    }

    /// Whether the reader has opened or closed a section; none who has done neither.
    pub fn of(&self, id: &str) -> Option<bool> {
        self.0.iter().find_map(|(own, is_open)| (own == id).then_some(*is_open))
    }

    /// The same after a section was opened or closed.
    pub fn with(mut self, id: &str, is_open: bool) -> Self {
        self.0.retain(|(own, _)| own != id);
        self.0.push((id.to_owned(), is_open));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_last_is_remembered() {
        let folds = Folds::default().with("a", true).with("b", false).with("a", false);
        assert_eq!((folds.of("a"), folds.of("b"), folds.of("c")), (Some(false), Some(false), None));
        assert_eq!(Folds::read(&folds.text()), folds);
        assert_eq!(folds.text(), "-b -a");
    }

    #[test]
    fn any_text_is_read() {
        assert_eq!(Folds::read(""), Folds::default());
        assert_eq!(Folds::read("? + - +é x").of("é"), Some(true));
    }
}
