//! Where a deal stands, by what a CRM calls it.

use super::name_matching::Names;
use super::synonyms::{GIVEN_BACK, LOST, NO, WON, YES, fits};
use super::words::words;

/// Where a deal stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DealStatus {
    /// Sold.
    Won,
    /// Sold, and paid back whole.
    GivenBack,
    /// Given up, at an unknown stage.
    Lost,
    /// At a stage of the plan, by its place.
    At(usize),
    /// At a stage that the plan does not have.
    New(String),
    /// Unknown.
    Unknown,
}

impl DealStatus {
    /// By the status of a deal. What the reader has decided goes first, then how deals end, then the plan's stages.
    pub fn of(text: &str, stages: &Names) -> Self {
        let words = words(text);
        let known = || stages.find(text).and_then(|id| stages.place(&id)).map(Self::At);
        let is_decided = stages.is_asked(text) || stages.exact(&words).is_some();
        match () {
            () if words.is_empty() => Self::Unknown,
            () if is_decided => known().unwrap_or(Self::Unknown),
            () if fits(GIVEN_BACK, &words) && !fits("partial, частич", &words) => Self::GivenBack,
            () if fits(LOST, &words) => Self::Lost,
            () if fits(WON, &words) => Self::Won,
            () => known().unwrap_or_else(|| Self::New(text.to_owned())),
        }
    }

    /// Whether it is known how far the deal went or how it ended.
    pub fn is_known(&self) -> bool {
        matches!(self, Self::Won | Self::GivenBack | Self::Lost | Self::At(_))
    }
}

/// Whether a cell says that a deal was won.
pub(super) fn is_won(text: &str) -> Option<bool> {
    let words = words(text);
    match (fits(NO, &words), fits(YES, &words)) {
        (true, _) => Some(false),
        (_, true) => Some(true),
        _ => None,
    }
}
