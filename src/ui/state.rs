//! The desk: one signal holds the document, one memo what it comes to; everything on the screen reads
//! these two, and every change of the document goes through [`Desk::edit`].

use super::chosen::Chosen;
use super::digits::Intl;
use crate::browser::clock;
use crate::model::{Currency, Edit, EditFault, History, Issue, Model, Unit, YearMonth};
use crate::plan::{Outcome, Place, evaluate};
use crate::text::{AnswerCard, Filling, Language, Show, Word, answers};
use leptos::prelude::*;

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
    RunIn,
    /// Link, file, print.
    Share,
}

impl Screen {
    /// All screens in the order of the path through them.
    pub const ALL: [Screen; 6] =
        [Screen::Start, Screen::Plan, Screen::Result, Screen::People, Screen::RunIn, Screen::Share];

    /// What it is called.
    pub fn name(self) -> Word {
        match self {
            Screen::Start => Word::SCREEN_START,
            Screen::Plan => Word::SCREEN_PLAN,
            Screen::Result => Word::SCREEN_RESULT,
            Screen::People => Word::SCREEN_PEOPLE,
            Screen::RunIn => Word::SCREEN_RUN_IN,
            Screen::Share => Word::SCREEN_SHARE,
        }
    }
}

/// Finds everything that is the matter with a document.
pub type Checker = fn(&Model) -> Vec<Issue>;

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// How safe the document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// What is on the screen is in the storage.
    Kept,
    /// A change waits to be written.
    Waiting,
    /// The browser gives no storage: the document lives as long as the page.
    MemoryOnly,
    /// The storage is full.
    Full,
    /// Made by a newer version: shown, never written over.
    Newer,
    /// Somebody else's, from a link: nothing is stored until it is copied.
    View,
}

/// What lies on the desk at one moment: the document as it is then, and which one it is among those that
/// undo leads to.
#[derive(Clone)]
struct Sheet {
    model: Model,
    number: usize,
}

/// What a field's numbers and words are shown by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Eyes {
    language: Language,
    currency: Currency,
    unit: Unit,
    start: YearMonth,
}

impl Eyes {
    fn show(&self) -> Show<'static> {
        let Eyes { language, currency, unit, start } = *self;
        Show { language, currency, unit, start, digits: &Intl }
    }
}

/// The state that every part of the screen shares.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The document.
    pub model: RwSignal<Model>,
    /// What it comes to.
    pub outcome: Memo<Outcome>,
    /// What is the matter with it; nothing until there is somebody to tell.
    pub issues: Memo<Vec<Issue>>,
    /// Who tells what is the matter: comes with a later part.
    pub checker: RwSignal<Option<Checker>>,
    /// The screen one is on.
    pub screen: Chosen<Screen>,
    /// The language of every word.
    pub language: Chosen<Language>,
    /// Light or dark.
    pub theme: Chosen<Theme>,
    /// How safe the document is.
    pub saved: Chosen<Saved>,
    /// Which document of the shelf it is; `None` for one that is not kept.
    pub id: RwSignal<Option<String>>,
    /// Goes up when the document is exchanged as a whole or by undo: fields drop half-typed text.
    pub turn: RwSignal<u32>,
    /// The figure whose computation is open, by its id: the catalogue of figures comes with a later part.
    pub explained: RwSignal<Option<(&'static str, Place)>>,
    /// The answers that never leave the screen.
    pub answers: Memo<[AnswerCard; 4]>,
    /// The field whose basis is open.
    pub basis_of: RwSignal<Option<String>>,
    /// The id of the role that is looked at; one that there is not stands for the first that hangs on results.
    pub role: RwSignal<String>,
    /// The month of the plan in which people's pay is looked at; the last stands for one behind it.
    pub month: RwSignal<u32>,
    /// Whether the proposed pay of a role is looked at; else today's.
    pub proposed: RwSignal<bool>,
    /// Something to tell, politely.
    pub notice: RwSignal<Option<String>>,
    /// How words and numbers are shown.
    pub eyes: Memo<Eyes>,
    /// Goes up with every change by the user's hand: what was opened needs no saving.
    pub edits: RwSignal<u32>,
    history: StoredValue<History<Sheet>>,
    /// The documents that undo leads to, by their ids on the shelf, and which of them is on the desk.
    ids: StoredValue<Vec<Option<String>>>,
    number: StoredValue<usize>,
    /// Whether there is a step back and a step forth.
    pub steps: RwSignal<(bool, bool)>,
}

impl Desk {
    /// A desk with a document on it.
    pub fn new(model: Model, language: Language) -> Self {
        let model = RwSignal::new(model);
        let language = Chosen::new(language);
        let eyes = Memo::new(move |_| {
            model.with(|model| Eyes {
                language: language.get(),
                currency: model.about.currency,
                unit: model.about.unit,
                start: model.about.start,
            })
        });
        // Nearly every change moves something: to compare all figures first would only take time.
        let outcome = Memo::new_with_compare(move |_| model.with(evaluate), |_, _| true);
        let checker = RwSignal::new(None::<Checker>);
        Self {
            model,
            outcome,
            answers: Memo::new(move |_| outcome.with(|outcome| answers(&eyes.get().show(), outcome))),
            issues: Memo::new(move |_| checker.get().map_or_else(Vec::new, |check| model.with(check))),
            checker,
            screen: Chosen::new(Screen::Start),
            language,
            theme: Chosen::new(Theme::Auto),
            saved: Chosen::new(Saved::Kept),
            id: RwSignal::new(None),
            turn: RwSignal::new(0),
            explained: RwSignal::new(None),
            basis_of: RwSignal::new(None),
            role: RwSignal::new(String::new()),
            month: RwSignal::new(11),
            proposed: RwSignal::new(false),
            notice: RwSignal::new(None),
            eyes,
            edits: RwSignal::new(0),
            history: StoredValue::new(History::default()),
            ids: StoredValue::new(vec![None]),
            number: StoredValue::new(0),
            steps: RwSignal::new((false, false)),
        }
    }

    /// Changes the document: the one way in which it ever changes by the user's hand.
    pub fn edit(&self, edit: Edit) -> Result<(), EditFault> {
        let before = self.model.get_untracked();
        let after = edit.applied(&before)?;
        if after == before {
            return Ok(());
        }
        let (place, whole) = match &edit {
            Edit::Put { path, .. } => (path.as_str(), false),
            Edit::Many(puts) => (puts.first().map_or("", |(path, _)| path.as_str()), false),
            Edit::Whole(_) => ("", true),
            _ => ("", false),
        };
        self.remember(before, place);
        self.take(after, whole);
        self.note_edit();
        Ok(())
    }

    fn remember(&self, model: Model, place: &str) {
        let before = Sheet { model, number: self.number.get_value() };
        self.history.update_value(|history| history.remember(&before, place, clock::now()));
    }

    fn note_edit(&self) {
        self.edits.update(|edits| *edits = edits.wrapping_add(1));
    }

    /// One step back.
    pub fn undo(&self) {
        self.step(History::undo);
    }

    /// One step forth.
    pub fn redo(&self) {
        self.step(History::redo);
    }

    fn step(&self, step: impl FnOnce(&mut History<Sheet>, &Sheet) -> Option<Sheet>) {
        let now = Sheet { model: self.model.get_untracked(), number: self.number.get_value() };
        let mut other = None;
        self.history.update_value(|history| other = step(history, &now));
        let Some(Sheet { model, number }) = other else { return };
        self.take(model, true);
        if number == now.number {
            self.note_edit();
        } else {
            self.number.set_value(number);
            self.id.set(self.ids.with_value(|ids| ids.get(number).cloned().flatten()));
        }
    }

    fn take(&self, model: Model, whole: bool) {
        self.model.set(model);
        if whole {
            self.turn.update(|turn| *turn = turn.wrapping_add(1));
        }
        self.history.with_value(|history| self.steps.set((history.can_undo(), history.can_redo())));
    }

    /// Puts another document on the desk, with a history of its own.
    pub fn open(&self, model: Model, id: Option<String>) {
        self.history.set_value(History::default());
        self.ids.set_value(vec![id.clone()]);
        self.number.set_value(0);
        self.id.set(id);
        self.take(model, true);
    }

    /// Puts a new document on the desk. It is a step like any other: undo brings the one before back.
    pub fn begin(&self, model: Model) {
        self.remember(self.model.get_untracked(), "");
        self.ids.update_value(|ids| ids.push(None));
        self.number.set_value(self.ids.with_value(Vec::len) - 1);
        self.id.set(None);
        self.take(model, true);
    }

    /// Says which document of the shelf the one on the desk is.
    pub fn keep_as(&self, id: String) {
        let number = self.number.get_value();
        self.ids.update_value(|ids| {
            if let Some(own) = ids.get_mut(number) {
                *own = Some(id.clone());
            }
        });
        self.id.set(Some(id));
    }

    /// Shows something in the reader's way; follows language, currency and the word for what is counted.
    pub fn show<T>(&self, shown: impl FnOnce(&Show<'_>) -> T) -> T {
        shown(&self.eyes.get().show())
    }

    /// The same without following anything: for what is told once.
    pub fn show_untracked<T>(&self, shown: impl FnOnce(&Show<'_>) -> T) -> T {
        untrack(|| self.show(shown))
    }

    /// A sentence with one text filled in, told once.
    pub fn with_untracked(&self, word: Word, name: &str, text: &str) -> String {
        untrack(|| self.with(word, name, text))
    }

    /// A word.
    pub fn word(&self, word: Word) -> String {
        self.show(|show| show.word(word))
    }

    /// A word by a key put together when the program runs.
    pub fn key(&self, key: &str) -> String {
        self.show(|show| show.key(key))
    }

    /// A sentence with one text filled in.
    pub fn with(&self, word: Word, name: &str, text: &str) -> String {
        self.show(|show| show.phrase(word, &[(name, Filling::Text(text))]))
    }
}

/// The desk of this page.
pub fn desk() -> Desk {
    expect_context()
}
