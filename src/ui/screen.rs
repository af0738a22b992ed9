//! The screens along the path, by their names.

use crate::judge::PathStep;
use crate::text::Word;

/// The id of what the head of the page can be skipped for.
pub const PAGE: &str = "page";

/// A screen of the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Eight numbers, templates, my models.
    Start,
    /// Everything that is entered.
    Plan,
    /// Everything it comes to.
    Result,
    /// Who works on what, for what pay.
    People,
    /// What has been, held against the plan.
    Facts,
    /// Link, file, print.
    Share,
}

impl Screen {
    /// All screens in the order of the path through them.
    pub const ALL: [Screen; 6] =
        [Screen::Start, Screen::Plan, Screen::Result, Screen::People, Screen::Facts, Screen::Share];

    /// What it is called.
    pub fn name(self) -> Word {
        match self {
            Screen::Start => Word::SCREEN_START,
            Screen::Plan => Word::SCREEN_PLAN,
            Screen::Result => Word::SCREEN_RESULT,
            Screen::People => Word::SCREEN_PEOPLE,
            Screen::Facts => Word::SCREEN_FACTS,
            Screen::Share => Word::SCREEN_SHARE,
        }
    }

    /// The step of the path that is taken on it, if one is.
    pub fn step(self) -> Option<PathStep> {
        match self {
            Screen::Plan => Some(PathStep::Plan),
            Screen::People => Some(PathStep::People),
            Screen::Facts => Some(PathStep::Facts),
            Screen::Start | Screen::Result | Screen::Share => None,
        }
    }
}
