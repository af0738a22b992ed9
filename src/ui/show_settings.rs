//! What words and numbers are shown by.

use crate::first_screen::Intl;
use crate::model::{Currency, Trade, Unit, YearMonth};
use crate::text::{Language, Show};

/// What a field's numbers and words are shown by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShowSettings {
    pub(super) language: Language,
    pub(super) currency: Currency,
    pub(super) unit: Unit,
    pub(super) trade: Trade,
    pub(super) start: YearMonth,
}

impl ShowSettings {
    /// The way to show them.
    pub fn show(&self) -> Show<'static> {
        let ShowSettings { language, currency, unit, trade, start } = *self;
        Show { language, currency, unit, trade, start, digits: &Intl }
    }
}
