//! The desk: one signal holds the document, one memo what it comes to; everything on the screen reads
//! these two, and every change of the document goes through [`Desk::edit`].

use super::document::{Document, Due, Evaluation, Found};
use super::notice::{Moment, Notice, WayBack};
use super::refusals::Refusals;
use super::screen::Screen;
use super::show_settings::ShowSettings;
use super::theme::Theme;
use crate::browser::clock;
use crate::desk::{Command, SaveState, StepName, Workspace};
use crate::judge::{AnswerCard, PathStates, PathStep, StepState, Verdict, first_verdict};
use crate::model::{Currency, Edit, EditFault, Issue, Model};
use crate::number::reading::{Expected, Reading};
use crate::plan::{Outcome, Place, evaluate_first};
use crate::text::{Language, Sentence, Show, Word};
use leptos::prelude::*;

/// What the first answer does without: it comes with a later part.
#[derive(Clone, Copy)]
pub struct LaterRules {
    /// Works out a plan in which people work.
    pub evaluate: Evaluate,
    /// Finds everything that is the matter with a document.
    pub check: fn(&Model) -> Vec<Issue>,
    /// What a step of undo is called.
    pub step_text: fn(&StepName, &Show<'_>, &Model) -> Option<String>,
    /// What else a doubtful text could have meant.
    pub other_reading: fn(&str, Language, Expected) -> Option<Reading>,
    /// Asks which was meant, with both to press.
    pub ask_reading: AskReading,
    /// The ISO code of another currency than the document's that a text names.
    pub other_currency: fn(&str, Currency) -> Option<&'static str>,
    /// Asks whether the document is to count in it.
    pub ask_currency: AskCurrency,
    /// Says how far each step of the path has come.
    pub path_states: fn(&Model, &[AnswerCard; 4]) -> PathStates,
    /// Judges a plan; what rests on these fields, whose text is refused, has no colour.
    pub verdict: fn(&Model, &Outcome, &[String]) -> Verdict,
}

/// Asks which of two readings, each with how it is shown, was meant.
pub type AskReading = fn(Desk, [(Reading, String); 2], Callback<Reading>) -> AnyView;

/// Asks whether the document is to count in a currency by its code, or an amount, as it is shown, is in the document's own;
/// calls back once that is said.
pub type AskCurrency = fn(Desk, &'static str, String, Callback<()>) -> AnyView;

/// Works out a document, people and all.
pub type Evaluate = fn(&Model) -> Outcome;

/// The state that every part of the screen shares.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The document.
    pub model: Document,
    /// What it comes to.
    pub outcome: Evaluation,
    /// What is the matter with it; nothing until there is somebody to tell.
    pub issues: Memo<Vec<Issue>>,
    /// Comes with a later part.
    pub later_rules: RwSignal<Option<LaterRules>>,
    /// Works out a plan in which people work: comes with the part that opens such plans, and with the rules.
    pub with_people: RwSignal<Option<Evaluate>>,
    /// The screen one is on.
    pub screen: RwSignal<Screen>,
    /// The language of every word.
    pub language: RwSignal<Language>,
    /// Light or dark.
    pub theme: RwSignal<Theme>,
    /// How safe the document is.
    pub saved: RwSignal<SaveState>,
    /// Which document of the shelf it is; `None` for one that is not kept.
    pub id: RwSignal<Option<String>>,
    /// Goes up when the document is exchanged as a whole or by undo: fields drop half-typed text.
    pub turn: RwSignal<u32>,
    /// The figure whose computation is open, by its id: the catalogue of figures comes with a later part.
    pub explained: RwSignal<Option<(&'static str, Place)>>,
    /// What it all means, the answers that never leave the screen among it.
    pub verdict: Memo<Verdict>,
    /// From where to where figures go by the ranges of inputs, by their ids.
    pub spreads: Found<Vec<(&'static str, Sentence)>>,
    /// How far each step of the path has come; none until there is somebody to tell.
    path: Memo<Option<PathStates>>,
    /// The fields whose text is refused.
    pub refused: Refusals,
    /// What is said to who hears the page.
    pub spoken: RwSignal<String>,
    /// The field whose basis is open.
    pub basis_of: RwSignal<Option<String>>,
    /// Something to tell, politely.
    pub notice: RwSignal<Option<Notice>>,
    /// How words and numbers are shown.
    pub show_settings: Memo<ShowSettings>,
    /// Goes up with every change by the user's hand: what was opened needs no saving.
    pub edits: RwSignal<u32>,
    workspace: StoredValue<Workspace>,
    /// What undo would take back and redo do again.
    pub steps: RwSignal<[Option<StepName>; 2]>,
}

impl Desk {
    /// The desk over what is worked on.
    pub fn new(workspace: Workspace, language: Language) -> Self {
        let (saved, edits) = (workspace.saved(), workspace.edits());
        let steps = workspace.steps().map(Option::<&StepName>::cloned);
        let workspace = StoredValue::new(workspace);
        let model = Document { workspace, version: RwSignal::new(0), due: None };
        let language = RwSignal::new(language);
        let show_settings = Memo::new(move |_| {
            model.with(|model| ShowSettings {
                language: language.get(),
                currency: model.about.currency,
                unit: model.about.unit,
                trade: model.about.trade,
                start: model.about.start,
            })
        });
        let (later_rules, with_people) = (RwSignal::new(None::<LaterRules>), RwSignal::new(None));
        let rules_evaluate = move || later_rules.with(|rules| rules.map(|rules| rules.evaluate));
        let evaluate = move |model: &_| evaluate_first(model, || with_people.get().or_else(rules_evaluate));
        // Nearly every change moves something: to compare all figures first would only take time.
        let outcome = Memo::new_with_compare(move |_| model.with(evaluate), |_, _| true);
        let (turn, refused) = (RwSignal::new(0), Refusals::new());
        let verdict = move || {
            let fields = refused.of(turn.get());
            model.with(|model| {
                outcome.with(|outcome| match later_rules.get() {
                    None => first_verdict(model, outcome),
                    Some(rules) => (rules.verdict)(model, outcome, &fields),
                })
            })
        };
        let verdict = Memo::new(move |_| verdict());
        let path = Memo::new(move |_| {
            let rules = later_rules.get()?;
            Some(model.with(|model| verdict.with(|own| (rules.path_states)(model, &own.answers))))
        });
        Self {
            model,
            outcome: Evaluation { outcome, due: None },
            verdict,
            spreads: RwSignal::new(None),
            path,
            refused,
            issues: Memo::new(move |_| {
                later_rules.get().map_or_else(Vec::new, |rules| model.with(rules.check))
            }),
            later_rules,
            with_people,
            screen: RwSignal::new(Screen::Start),
            language,
            theme: RwSignal::new(Theme::Auto),
            saved: RwSignal::new(saved),
            id: RwSignal::new(None),
            turn,
            explained: RwSignal::new(None),
            spoken: RwSignal::new(String::new()),
            basis_of: RwSignal::new(None),
            notice: RwSignal::new(None),
            show_settings,
            edits: RwSignal::new(edits),
            workspace,
            steps: RwSignal::new(steps),
        }
    }

    /// The same desk for a part of the page that follows the document only when it is due.
    pub fn followed_when(self, due: Due) -> Self {
        let model = Document { due: Some(due), ..self.model };
        Self { model, outcome: Evaluation { due: Some(due), ..self.outcome }, ..self }
    }

    /// Does what a user wants done: the one way in which the document ever changes by the user's hand.
    pub fn run(&self, command: &dyn Command) -> Result<(), EditFault> {
        let done = self.workspace.write_value().run(command, clock::now());
        self.announce();
        done
    }

    /// Does what is offered only where it can be done; where it cannot be done after all, nothing changes.
    pub fn perform(&self, command: &dyn Command) {
        let _ = self.run(command);
    }

    /// Changes the document in one place.
    pub fn edit(&self, edit: Edit) -> Result<(), EditFault> {
        self.run(&edit)
    }

    /// One step back, and tells what it took back.
    pub fn undo(&self) {
        let what = untrack(|| self.step_text(0));
        self.take_back();
        if let Some(what) = what {
            let text = self.with_untracked(Word::NOTICE_UNDONE, "what", &what);
            self.tell_with(text, WayBack::Redo(self.moment()));
        }
    }

    /// One step back.
    pub fn take_back(&self) {
        self.workspace.write_value().undo();
        self.announce();
    }

    /// What a step of undo (0) or redo (1) is called; none where there is no step, or no words for it yet.
    pub fn step_text(&self, at: usize) -> Option<String> {
        let step = self.steps.with(|steps| steps.get(at).cloned().flatten())?;
        let step_text = self.later_rules.get()?.step_text;
        self.model.with_untracked(|model| self.show(|show| step_text(&step, show, model)))
    }

    /// One step forth.
    pub fn redo(&self) {
        self.workspace.write_value().redo();
        self.announce();
    }

    /// Tells something once.
    pub fn tell(&self, text: String) {
        self.notice.set(Some(Notice { text, way_back: None }));
    }

    /// Tells of something that was done, with the way that brings back what was before.
    pub fn tell_with(&self, text: String, way_back: WayBack) {
        self.notice.set(Some(Notice { text, way_back: Some(way_back) }));
    }

    /// Tells of a step that has just been done: the notice can take it back, until something else is changed.
    pub fn tell_done(&self, text: String) {
        self.tell_with(text, WayBack::Undo(self.moment()));
    }

    /// Tells of a row that has just been removed; brought back, it has the keyboard in its field of an id.
    pub fn tell_removed(&self, text: String, entering: Option<String>) {
        self.tell_with(text, WayBack::Return { moment: self.moment(), entering });
    }

    /// Another one with everything that is done to the document.
    pub fn moment(&self) -> Moment {
        (self.edits.get_untracked(), self.turn.get_untracked())
    }

    /// Changes what is worked on as a whole.
    pub fn rearrange(&self, change: &mut dyn FnMut(&mut Workspace)) {
        self.workspace.update_value(|workspace| change(workspace));
        self.announce();
    }

    /// Looks at what is worked on as it is at this moment.
    pub fn workspace<T>(&self, look: impl FnOnce(&Workspace) -> T) -> T {
        self.workspace.with_value(look)
    }

    /// Whether the last change was typed: more of it may follow, so what takes long waits for a pause.
    pub fn is_typing(&self) -> bool {
        self.workspace.with_value(Workspace::is_typing)
    }

    /// Hands on to the signals what is another than they say.
    fn announce(&self) {
        let (counts, steps, saved, id) = self.workspace.with_value(|now| {
            let counts = [now.version(), now.turn(), now.edits()];
            (counts, now.steps().map(Option::<&StepName>::cloned), now.saved(), now.id().map(str::to_owned))
        });
        for (signal, count) in [self.model.version, self.turn, self.edits].into_iter().zip(counts) {
            if signal.get_untracked() != count {
                signal.set(count);
            }
        }
        if self.steps.with_untracked(|known| *known != steps) {
            self.steps.set(steps);
        }
        if self.saved.get_untracked() != saved {
            self.saved.set(saved);
        }
        if self.id.get_untracked() != id {
            self.id.set(id);
        }
    }

    /// From where to where a figure goes by the ranges of inputs. None while that is not worked out for the document as it is.
    pub fn spread(&self, figure: &str) -> Option<Sentence> {
        let version = self.model.version();
        self.spreads.with(|found| {
            let (_, all) = found.as_ref().filter(|(of, _)| *of == version)?;
            all.iter().find(|(id, _)| *id == figure).map(|(_, spread)| spread.clone())
        })
    }

    /// How far a step of the path has come; none until there is somebody to tell.
    pub fn step_state(&self, step: PathStep) -> Option<StepState> {
        self.path.get()?.into_iter().find_map(|(own, state)| (own == step).then_some(state))
    }
}

/// The desk of this page.
pub fn desk() -> Desk {
    expect_context()
}
