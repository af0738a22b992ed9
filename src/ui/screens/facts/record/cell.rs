//! A figure of what has been: an input, what was heard of it, and what the plan expects in its place.

use super::super::keep::put_facts;
use super::super::paths::measure_of;
use super::moves::Grid;
use crate::model::{EditFault, Measure, Severity, Slot};
use crate::number::reading::{Expected, ReadError, edit_text, read};
use crate::number::{Decimal, Exact};
use crate::plan::{FigureUnit, unit_of};
use crate::text::{Word, currency_sign, hint, issue_text, read_fault_text};
use crate::ui::fields::{input_id, issue_of, look};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// Text that somebody is typing, or that could not be read and is kept.
#[derive(Clone, PartialEq)]
pub struct Typed {
    /// The turn of the desk it belongs to: undo and another document make it void.
    turn: u32,
    text: String,
    heard: Heard,
}

/// What was heard of a text.
#[derive(Clone, PartialEq)]
enum Heard {
    /// Nothing: the figure is not recorded.
    Blank,
    Plain,
    /// Something else could have been meant.
    Doubtful(Decimal),
    Unread(ReadError),
    /// Two numbers where one has been.
    Range,
    Negative,
    /// The document takes no more rows.
    NoRoom,
    /// A table had this, and it was not written down.
    LeftOut,
}

impl Typed {
    /// What a table had for a cell and could not be read, as of a turn of the desk.
    pub fn left_out(turn: u32, text: &str) -> Self {
        Self { turn, text: text.to_owned(), heard: Heard::LeftOut }
    }
}

impl Heard {
    fn is_wrong(&self) -> bool {
        !matches!(self, Heard::Blank | Heard::Plain | Heard::Doubtful(_))
    }
}

/// How a cell is shown.
#[derive(Clone, Copy)]
pub struct Looks {
    /// What it is called.
    pub name: Signal<String>,
    /// What the plan has in its place.
    pub planned: Signal<String>,
    /// Whether it stands in a table: without a label of its own, its note floats.
    pub tight: bool,
}

#[derive(Clone, Copy)]
struct Spot {
    desk: Desk,
    grid: Grid,
    path: StoredValue<String>,
    measure: Measure,
    fact: Memo<Option<Decimal>>,
    typed: RwSignal<Option<Typed>>,
}

/// The cell of a path.
pub fn fact_cell(desk: Desk, grid: Grid, path: String, looks: Looks) -> AnyView {
    let (id, spot) = (input_id(&path), Spot::new(desk, grid, path));
    let (note_id, tight) = (format!("{id}-note"), looks.tight);
    let state = Memo::new(move |_| spot.state());
    let input = view! {
        <input
            id=id.clone()
            type="text"
            inputmode="decimal"
            autocomplete="off"
            enterkeyhint="next"
            placeholder=move || looks.planned.get()
            prop:value=move || spot.text()
            aria-label=move || tight.then(|| looks.name.get())
            aria-describedby=note_id.clone()
            aria-invalid=move || (state.get() == Some("wrong")).then_some("true")
            on:input=move |event| spot.type_in(event_target_value(&event))
            on:focus=move |event| all_selected(&event_target(&event))
            on:blur=move |_| spot.leave()
            on:keydown=move |event| spot.key(&event)
            on:paste=move |event| spot.path.with_value(|path| grid.paste(path, &event))
        />
    };
    let unit = (!tight).then(|| view! { <span class="unit" aria-hidden="true">{move || spot.unit()}</span> });
    let label = (!tight).then(|| view! { <label for=id>{looks.name}</label> });
    let class = if tight { "field tight" } else { "field" };
    view! {
        <div class=class data-state=move || state.get()>
            {label}
            <div class="box">{input}{unit}</div>
            <p class="note" id=note_id>{move || spot.note(tight)}</p>
        </div>
    }
    .into_any()
}

impl Spot {
    fn new(desk: Desk, grid: Grid, path: String) -> Self {
        let measure = measure_of(&path);
        let path = StoredValue::new(path);
        let fact = Memo::new(move |_| path.with_value(|path| fact_at(desk, path)));
        Self { desk, grid, path, measure, fact, typed: RwSignal::new(None) }
    }

    fn expected(self) -> Expected {
        if self.measure == Measure::Count { Expected::Whole } else { Expected::Amount }
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
        let heard = match self.hear(&text) {
            Ok((fact, heard)) => match self.put(fact) {
                Ok(()) => heard,
                Err(_) => Heard::NoRoom,
            },
            Err(heard) => heard,
        };
        let typed = Typed { turn: self.desk.turn.get_untracked(), text, heard };
        self.path.with_value(|path| {
            self.grid.kept.update_untracked(|kept| match typed.heard.is_wrong() {
                true => drop(kept.insert(path.clone(), typed.clone())),
                false => drop(kept.remove(path)),
            });
        });
        self.typed.set(Some(typed));
    }

    /// The figure of a text: nothing where there is none.
    fn hear(self, text: &str) -> Result<(Option<Decimal>, Heard), Heard> {
        if text.trim().is_empty() {
            return Ok((None, Heard::Blank));
        }
        let reading =
            read(text, self.desk.language.get_untracked(), self.expected()).map_err(Heard::Unread)?;
        match reading.value {
            _ if reading.range.is_some() => Err(Heard::Range),
            value if value.is_sign_negative() && !value.is_zero() && self.measure != Measure::Balance => {
                Err(Heard::Negative)
            }
            value if reading.doubtful => Ok((Some(value), Heard::Doubtful(value))),
            value => Ok((Some(value), Heard::Plain)),
        }
    }

    fn put(self, fact: Option<Decimal>) -> Result<(), EditFault> {
        put_facts(self.desk, &[(self.path.get_value(), fact)])
    }

    /// Left: what was read is written out; what could not be read stays, with its reason. The month may have
    /// been turned meanwhile, and nothing is known of the cell any more.
    fn leave(self) {
        let is_wrong =
            self.typed.try_with_untracked(|typed| typed.as_ref().is_some_and(|own| own.heard.is_wrong()));
        if is_wrong == Some(false) {
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

    fn state(self) -> Option<&'static str> {
        match self.typed().map(|typed| typed.heard) {
            Some(heard) if heard.is_wrong() => return Some("wrong"),
            Some(Heard::Doubtful(_)) => return Some("doubt"),
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
        let Typed { text, heard, .. } =
            self.typed().unwrap_or(Typed { turn: 0, text: String::new(), heard: Heard::Plain });
        let (class, words) = match heard {
            Heard::Unread(error) => ("wrong", desk.show(|show| read_fault_text(show, &error, &text))),
            Heard::Range => ("wrong", desk.word(Word::RECORD_ONE_NUMBER)),
            Heard::Negative => ("wrong", desk.word(Word::RECORD_NEGATIVE)),
            Heard::NoRoom => ("wrong", desk.word(Word::ROWS_FULL)),
            Heard::LeftOut => ("wrong", desk.word(Word::RECORD_LEFT_OUT)),
            Heard::Doubtful(value) => ("doubt", ["= ", &self.shown(value)].concat()),
            Heard::Blank | Heard::Plain => match self.path.with_value(|path| issue_of(desk, path)) {
                Some(issue) => ("doubt", desk.show(|show| issue_text(show, &issue))),
                None if tight => ("", String::new()),
                None => {
                    ("", self.path.with_value(|path| desk.show(|show| hint(show, path))).unwrap_or_default())
                }
            },
        };
        if words.is_empty() {
            return ().into_any();
        }
        view! { <span class=class>{words}</span> }.into_any()
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
