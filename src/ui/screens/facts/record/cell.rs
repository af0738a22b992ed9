//! The cell of a fact: an input, what became of its text, and what the plan has in its place.

use super::moves::Grid;
use super::typed::{Typed, TypedState};
use crate::desk::commands::WriteFacts;
use crate::model::{EditFault, FactText, FactTextFault, Measure, Severity, Slot};
use crate::number::reading::{Expected, edit_text};
use crate::number::{Decimal, Exact};
use crate::plan::{FigureUnit, unit_of};
use crate::text::{Show, Word, currency_sign, hint, issue_text, read_fault_text, with_sales_tax_of};
use crate::ui::fields::{input_id, issue_of, look};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// How a cell is shown.
#[derive(Clone, Copy)]
pub struct Looks {
    /// What it is called.
    pub name: Signal<String>,
    /// What the plan has in its place.
    pub planned: Signal<String>,
    /// What it measures.
    pub measure: Measure,
    /// Whether it stands in a table: without a label of its own, its note floats.
    pub is_tight: bool,
}

#[derive(Clone, Copy)]
struct CellState {
    desk: Desk,
    grid: Grid,
    path: StoredValue<String>,
    measure: Measure,
    fact: Memo<Option<Decimal>>,
    typed: RwSignal<Option<Typed>>,
}

/// The cell of a path.
pub fn fact_cell(desk: Desk, grid: Grid, path: String, looks: Looks) -> AnyView {
    let (id, cell) = (input_id(&path), CellState::new(desk, grid, path, looks.measure));
    let (note_id, tight) = (format!("{id}-note"), looks.is_tight);
    let state = Memo::new(move |_| cell.state());
    let input = view! {
        <input
            id=id.clone()
            type="text"
            inputmode="decimal"
            autocomplete="off"
            enterkeyhint="next"
            placeholder=move || looks.planned.get()
            prop:value=move || cell.text()
            aria-label=move || tight.then(|| looks.name.get())
            aria-describedby=note_id.clone()
            aria-invalid=move || (state.get() == Some("wrong")).then_some("true")
            on:input=move |event| cell.type_in(event_target_value(&event))
            on:focus=move |event| all_selected(&event_target(&event))
            on:blur=move |_| cell.leave()
            on:keydown=move |event| cell.key(&event)
            on:paste=move |event| cell.path.with_value(|path| grid.paste(path, &event))
        />
    };
    let unit = (!tight).then(|| view! { <span class="unit" aria-hidden="true">{move || cell.unit()}</span> });
    let label = (!tight).then(|| view! { <label for=id>{looks.name}</label> });
    let class = if tight { "field tight" } else { "field" };
    view! {
        <div class=class data-state=move || state.get()>
            {label}
            <div class="box">{input}{unit}</div>
            <p class="note" id=note_id>{move || cell.note(tight)}</p>
        </div>
    }
    .into_any()
}

impl CellState {
    fn new(desk: Desk, grid: Grid, path: String, measure: Measure) -> Self {
        let path = StoredValue::new(path);
        let fact = Memo::new(move |_| path.with_value(|path| fact_at(desk, path)));
        Self { desk, grid, path, measure, fact, typed: RwSignal::new(None) }
    }

    /// What is being typed in this turn of the desk, or was kept in it since nobody could read it.
    fn typed(self) -> Option<Typed> {
        let turn = self.desk.turn.get();
        let kept = || self.path.with_value(|path| self.grid.kept.with(|kept| kept.get(path).cloned()));
        let is_valid = |typed: &Typed| typed.turn == turn;
        self.typed.get().filter(is_valid).or_else(|| kept().filter(is_valid))
    }

    fn text(self) -> String {
        if let Some(typed) = self.typed() {
            return typed.text;
        }
        let language = self.desk.language.get();
        self.fact.get().map_or_else(String::new, |fact| edit_text(fact, None, language, Expected::Amount))
    }

    fn type_in(self, text: String) {
        let state = match FactText::read(&text, self.desk.language.get_untracked(), self.measure) {
            Ok(read) => match self.put(read.value()) {
                Ok(()) => TypedState::Recorded(read),
                Err(_) => TypedState::NoRoom,
            },
            Err(fault) => TypedState::Fault(fault),
        };
        let typed = Typed { turn: self.desk.turn.get_untracked(), text, state };
        self.path.with_value(|path| {
            self.grid.kept.update_untracked(|kept| match typed.is_wrong() {
                true => drop(kept.insert(path.clone(), typed.clone())),
                false => drop(kept.remove(path)),
            });
        });
        self.typed.set(Some(typed));
    }

    fn put(self, fact: Option<Decimal>) -> Result<(), EditFault> {
        self.desk.run(&WriteFacts::one(self.path.get_value(), fact))
    }

    /// Left: what was read is written out; what could not be read stays, with its reason. The month may have
    /// been turned meanwhile, and nothing is known of the cell any more.
    fn leave(self) {
        // What is asked about stays until it is answered.
        let is_kept = self.typed.try_with_untracked(|typed| {
            typed.as_ref().is_some_and(|it| it.is_wrong() || self.other_currency(it).is_some())
        });
        if is_kept == Some(false) {
            self.typed.set(None);
        }
    }

    fn key(self, event: &leptos::ev::KeyboardEvent) {
        if event.key() == "Escape" {
            self.path.with_value(|path| self.grid.kept.update_untracked(|kept| drop(kept.remove(path))));
            self.typed.set(None);
        } else {
            let path = self.path.get_value();
            self.grid.key(&path, event);
        }
    }

    /// The amount and the code of another currency than the document's that its text names.
    fn other_currency(self, typed: &Typed) -> Option<(Decimal, &'static str)> {
        let TypedState::Recorded(read) = &typed.state else { return None };
        let amount = read.value().filter(|_| matches!(self.measure, Measure::Money | Measure::Balance))?;
        let rules = self.desk.later_rules.get_untracked()?;
        let own = self.desk.model.with_untracked(|model| model.about.currency);
        Some((amount, (rules.other_currency)(&typed.text, own)?))
    }

    /// The question whether the document is to count in the currency that was typed.
    fn question(self) -> Option<AnyView> {
        let (amount, code) = self.other_currency(&self.typed()?)?;
        let rules = self.desk.later_rules.get_untracked()?;
        let chosen = Callback::new(move |()| self.typed.set(None));
        Some((rules.ask_currency)(self.desk, code, self.shown(amount), chosen))
    }

    fn state(self) -> Option<&'static str> {
        if self.typed().is_some_and(|typed| self.other_currency(&typed).is_some()) {
            return Some("doubt");
        }
        match self.typed() {
            Some(typed) if typed.is_wrong() => return Some("wrong"),
            Some(Typed { state: TypedState::Recorded(FactText::Doubtful(_)), .. }) => return Some("doubt"),
            _ => {}
        }
        let issue = self.path.with_value(|path| issue_of(self.desk, path))?;
        match issue.severity {
            Severity::Problem => Some("wrong"),
            Severity::Warning => Some("warn"),
            Severity::Note => None,
        }
    }

    /// What is wrong, how it was read, what is the matter, or a line on what belongs here.
    fn note(self, tight: bool) -> AnyView {
        let desk = self.desk;
        if let Some(question) = self.question() {
            return question;
        }
        let (class, words) = match self.typed().and_then(|typed| self.remark(&typed)) {
            Some(remark) => remark,
            None => match self.path.with_value(|path| issue_of(desk, path)) {
                Some(issue) => ("doubt", desk.show(|show| issue_text(show, &issue))),
                None if tight => ("", String::new()),
                None => {
                    let told = |show: &Show<'_>| {
                        let text = self.path.with_value(|path| hint(show, path)).unwrap_or_default();
                        with_sales_tax_of(show.currency, show.language, text)
                    };
                    ("", desk.show(told))
                }
            },
        };
        if words.is_empty() {
            return ().into_any();
        }
        view! { <span class=class>{words}</span> }.into_any()
    }

    /// What is to be said of what is typed, with its class; nothing where all is well.
    fn remark(self, typed: &Typed) -> Option<(&'static str, String)> {
        let desk = self.desk;
        let wrong = match &typed.state {
            TypedState::Recorded(FactText::Doubtful(value)) => {
                return Some(("doubt", ["= ", &self.shown(*value)].concat()));
            }
            TypedState::Recorded(FactText::Blank | FactText::Plain(_)) => return None,
            TypedState::Fault(FactTextFault::Unread(error)) => {
                desk.show(|show| read_fault_text(show, error, &typed.text))
            }
            TypedState::Fault(FactTextFault::Range) => desk.word(Word::RECORD_ONE_NUMBER),
            TypedState::Fault(FactTextFault::Negative) => desk.word(Word::RECORD_NEGATIVE),
            TypedState::NoRoom => desk.word(Word::ROWS_FULL),
            TypedState::LeftOut => desk.word(Word::RECORD_LEFT_OUT),
        };
        Some(("wrong", wrong))
    }

    fn shown(self, value: Decimal) -> String {
        let unit = if self.measure == Measure::Days { FigureUnit::Count } else { unit_of(self.measure) };
        self.desk.show(|show| show.typed(Exact::Value(value), unit))
    }

    fn unit(self) -> String {
        self.desk.show(|show| match self.measure {
            Measure::Money | Measure::Balance => currency_sign(show.currency).to_owned(),
            Measure::Days => show.word(Word::DAYS_SHORT),
            _ => String::new(),
        })
    }
}

/// Entered: what is typed replaces what is there.
fn all_selected(input: &web_sys::HtmlInputElement) {
    input.select();
}

/// The figure at a path.
fn fact_at(desk: Desk, path: &str) -> Option<Decimal> {
    look(desk, path, |slot| match slot {
        Slot::Fact(fact) => fact,
        _ => None,
    })
}
