//! What is worked on: one document at a time, and what undo leads to. A new document is a step like any other, so
//! undo may lead to another document of the shelf.

mod holding;
mod reload;

use super::history::History;
use super::{Command, Manner, Received, SaveState, StepName, Unsaved};
use crate::codec::shelf::Edition;
use crate::model::{EditFault, Model, over_limit};

/// What lies on the desk at one moment: the document as it is then, and which one it is among those that undo
/// leads to.
#[derive(Clone, Debug)]
struct Sheet {
    model: Model,
    number: usize,
}

/// What is worked on, and all that is known of it.
///
/// The counters say what has happened to whoever looks only now and then: they go up, and round at their end.
#[derive(Clone, Debug)]
pub struct Workspace {
    sheet: Sheet,
    history: History<Sheet>,
    /// The documents that undo leads to, by their ids on the shelf.
    ids: Vec<Option<String>>,
    /// Which of its stored texts each document was when it was last seen here, and whether it was stored from here.
    seen: Vec<(String, Edition, bool)>,
    received: Received,
    /// Shown in place of the document while it is printed; nobody works on it.
    printed: Option<Model>,
    saved: SaveState,
    /// What `saved` is while nothing waits to be written.
    resting: SaveState,
    /// Whether the document is another than the one that is stored.
    is_changed: bool,
    /// Those that had to leave the desk as they were.
    unsaved: Vec<Unsaved>,
    is_typing: bool,
    version: u32,
    turn: u32,
    edits: u32,
}

impl Workspace {
    /// With a document that is not on the shelf.
    pub fn new(model: Model, saved: SaveState) -> Self {
        Self {
            sheet: Sheet { model, number: 0 },
            history: History::default(),
            ids: vec![None],
            seen: Vec::new(),
            received: Received::Nothing,
            printed: None,
            saved,
            resting: saved,
            is_changed: false,
            unsaved: Vec::new(),
            is_typing: false,
            version: 0,
            turn: 0,
            edits: 0,
        }
    }

    /// The document.
    pub fn model(&self) -> &Model {
        &self.sheet.model
    }

    /// What is shown: the document, or in its place what is printed of it.
    pub fn shown(&self) -> &Model {
        self.printed.as_ref().unwrap_or(&self.sheet.model)
    }

    /// Shows what is to be printed of the document until it is printed, or until anything is done.
    pub fn show_printed(&mut self, printed: Option<Model>) {
        self.count(false);
        self.printed = printed;
    }

    /// Which document of the shelf it is; `None` for one that is not kept.
    pub fn id(&self) -> Option<&str> {
        self.ids.get(self.sheet.number)?.as_deref()
    }

    /// How safe the document is.
    pub fn saved(&self) -> SaveState {
        self.saved
    }

    /// What came with the page's address.
    pub fn received(&self) -> &Received {
        &self.received
    }

    /// Which of its stored texts a document of the shelf was when it was last seen here.
    pub(super) fn edition(&self, id: &str) -> Edition {
        self.seen.iter().find(|(own, ..)| own == id).map_or_else(Edition::default, |(_, edition, _)| *edition)
    }

    /// Whether that text was stored from here.
    pub(super) fn is_own(&self, id: &str) -> bool {
        self.seen.iter().any(|(own, _, is_own)| own == id && *is_own)
    }

    /// Whether its last change was typed: more of it may follow, so what takes long waits for a pause.
    pub fn is_typing(&self) -> bool {
        self.is_typing
    }

    /// What undo would take back and redo do again, as far as there is a step back and a step forth.
    pub fn steps(&self) -> [Option<&StepName>; 2] {
        [self.history.undone_next(), self.history.redone_next()]
    }

    /// Counts changes of the document, whoever made them.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// Counts exchanges of the document as a whole, by undo too: half-typed text of another turn is void.
    pub fn turn(&self) -> u32 {
        self.turn
    }

    /// Counts changes by the user's hand, which want saving: what was opened does not.
    pub fn edits(&self) -> u32 {
        self.edits
    }

    /// Does what a user wants done: the one way in which a document ever changes by the user's hand. `now` is a clock
    /// in milliseconds. A command that changes nothing leaves no trace.
    ///
    /// # Errors
    /// Why it cannot be done; the document stays as it is.
    pub fn run(&mut self, command: &dyn Command, now: u64) -> Result<(), EditFault> {
        let after = command.applied(self.model())?;
        if after == *self.model() {
            return Ok(());
        }
        if let Some(most) = over_limit(&after) {
            return Err(EditFault::TooManyRows { most });
        }
        let manner = command.manner();
        let place = if let Manner::Typing(place) = manner { place } else { "" };
        let name = StepName { command: command.name().into(), place: place.to_owned() };
        let number = self.sheet.number;
        self.lay(Sheet { model: after, number }, name, now);
        self.is_typing = matches!(manner, Manner::Typing(_));
        self.count(manner == Manner::Replacement);
        self.note_edit();
        Ok(())
    }

    /// One step back.
    pub fn undo(&mut self) {
        self.step(History::undo);
    }

    /// One step forth.
    pub fn redo(&mut self) {
        self.step(History::redo);
    }

    /// Another document than before is on the shelf as it was left, or among the unsaved: only a step within one is a
    /// change.
    fn step(&mut self, step: fn(&mut History<Sheet>, &mut Sheet) -> bool) {
        let before = self.sheet.clone();
        if !step(&mut self.history, &mut self.sheet) {
            return;
        }
        self.is_typing = false;
        self.count(true);
        if self.sheet.number == before.number {
            self.note_edit();
        } else {
            self.hold(before);
            self.saved = self.resting;
            self.take_up();
            self.rest(self.resting);
        }
    }

    /// Puts another document on the desk, with a history of its own.
    pub(super) fn open(&mut self, model: Model, id: Option<String>, saved: SaveState) {
        let before = std::mem::replace(&mut self.sheet, Sheet { model, number: 0 });
        self.hold(before);
        self.history = History::default();
        self.ids = vec![id];
        self.saved = saved;
        self.is_changed = saved == SaveState::Waiting;
        self.is_typing = false;
        self.count(true);
        self.take_up();
        self.rest(self.resting);
    }

    /// Puts a new document on the desk. It is a step like any other: undo brings the one before back.
    pub(super) fn begin(&mut self, model: Model, saved: SaveState, now: u64) {
        self.hold(self.sheet.clone());
        let number = self.ids.len();
        self.ids.push(None);
        let name = StepName { command: "new_document".into(), place: String::new() };
        self.lay(Sheet { model, number }, name, now);
        self.saved = saved;
        self.is_changed = saved == SaveState::Waiting;
        self.is_typing = false;
        self.count(true);
    }

    /// Says which of its stored texts a document of the shelf is now, and whether it was stored from here.
    pub(super) fn note_edition(&mut self, id: &str, edition: Edition, is_own: bool) {
        self.seen.retain(|(own, ..)| own != id);
        self.seen.push((id.to_owned(), edition, is_own));
    }

    /// Says what came with the page's address.
    pub(super) fn receive(&mut self, received: Received) {
        self.received = received;
    }

    /// Says which document of the shelf the one on the desk is, stored or not.
    pub(super) fn name_as(&mut self, id: String) {
        if let Some(own) = self.ids.get_mut(self.sheet.number) {
            *own = Some(id);
        }
    }

    /// Gives the document another name; no step of undo, since nobody has asked for it.
    pub(super) fn rename(&mut self, name: String) {
        self.sheet.model.about.name = name;
        self.count(false);
    }

    /// Says how safe the document is.
    pub(super) fn mark(&mut self, saved: SaveState) {
        self.saved = saved;
    }

    fn lay(&mut self, sheet: Sheet, name: StepName, now: u64) {
        let before = std::mem::replace(&mut self.sheet, sheet);
        self.history.remember(before, name, now);
    }

    fn count(&mut self, is_exchanged: bool) {
        self.printed = None;
        self.version = self.version.wrapping_add(1);
        self.turn = self.turn.wrapping_add(u32::from(is_exchanged));
    }

    fn note_edit(&mut self) {
        self.edits = self.edits.wrapping_add(1);
        self.is_changed = self.saved.is_own();
        self.saved = self.saved.after_change();
    }
}

#[cfg(test)]
mod tests;
