//! What a step of undo is called.

use crate::model::Model;
use crate::text::{Show, Word, field_label};
use std::borrow::Cow;

/// What was done in a step: the name of the command, and the place at which it was typed, if at any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepName {
    /// The name of the command.
    pub command: Cow<'static, str>,
    /// The path of the field; empty where the command is none of one field.
    pub place: String,
}

impl StepName {
    /// What it is called: "Delete a row", "Price", "Basis: Price". None where its words are not loaded yet.
    pub fn text(&self, show: &Show<'_>, model: &Model) -> Option<String> {
        let command = Word::find(&["command.", &*self.command].concat()).map(|word| show.word(word));
        let field = Some(field_label(show, model, &self.place)).filter(|label| !label.is_empty());
        match (command, field) {
            (Some(command), Some(field)) => Some([&command, ": ", &field].concat()),
            (command, field) => command.or(field),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Channel;
    use crate::text::Language;

    fn said(language: Language, command: &'static str, place: &str) -> Option<String> {
        let channels = vec![Channel { id: "a".into(), name: "Yandex".into(), ..Channel::default() }];
        let model = Model { channels, ..Model::default() };
        StepName { command: command.into(), place: place.into() }.text(&Show::standard(language), &model)
    }

    #[test]
    fn a_step_is_called_by_its_field_or_by_its_command() {
        for language in [Language::English, Language::Russian] {
            let price = Word::FIELD_OFFER_PRICE.text(language);
            assert_eq!(said(language, "enter_number", "offer/price").as_deref(), Some(price));
            let basis = [Word::COMMAND_CHANGE_BASIS.text(language), ": ", price].concat();
            assert_eq!(said(language, "change_basis", "offer/price"), Some(basis));
        }
        assert_eq!(said(Language::English, "remove_row", "").as_deref(), Some("Delete a row"));
        let budget = said(Language::English, "put", "channels/a/budget").unwrap();
        assert!(budget.ends_with(" — Yandex"), "{budget}");
        assert_eq!(said(Language::English, "put", ""), None);
    }
}
