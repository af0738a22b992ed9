//! A number as people write it: the text is theirs while they type, the document gets the value.

use super::basis;
use super::lookup::{estimate_at, input_id, issue_of, label_of, state_of};
use crate::browser::focus;
use crate::desk::commands::{EnterNumber, Refused, read_entry};
use crate::model::{Estimate, Field, Issue, Kind, Measure, find};
use crate::number::reading::Reading;
use crate::text::{Room, currency_sign, expected_of, field_text, field_unit};
use crate::ui::state::{Desk, desk};
use leptos::ev;
use leptos::prelude::*;

/// Text that somebody is typing, or that could not be read and is kept.
#[derive(Clone, PartialEq)]
pub(super) struct Typed {
    /// The turn of the desk it belongs to: undo and another document make it void.
    turn: u32,
    /// The text.
    pub text: String,
    /// How it was read.
    pub read: Result<Reading, Refused>,
}

impl Typed {
    /// Whether it may have been meant otherwise: two readings, or something written beside the digits, a currency perhaps.
    fn may_be_asked(&self) -> bool {
        let is_of_number =
            |mark: char| mark.is_ascii_digit() || mark.is_whitespace() || matches!(mark, '.' | ',' | '-');
        self.read.as_ref().is_ok_and(|reading| reading.doubtful) || !self.text.chars().all(is_of_number)
    }
}

/// Where the number stands and how it is read.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// The desk.
    pub desk: Desk,
    /// Path of the estimate.
    pub path: StoredValue<String>,
    field: Option<&'static Field>,
    /// What it is an estimate of.
    pub measure: Measure,
    /// What the document holds.
    pub estimate: Memo<Option<Estimate>>,
    /// What is the matter with it.
    pub issue: Memo<Option<Issue>>,
    /// Whether the field may be empty, for "no cap".
    optional: bool,
    /// Whether nothing entered yet is shown as nothing, not as zero.
    blank_zero: bool,
    typed: RwSignal<Option<Typed>>,
    /// Whether the focus is in it.
    is_entered: RwSignal<bool>,
    /// What it has room for while the focus is elsewhere.
    room: Room,
}

/// A field for an estimate: value, range, basis, reading and issue beside it.
#[component]
pub fn NumberField(
    /// Path of the estimate.
    #[prop(into)]
    path: String,
    /// Its label where the word for the path is not the right one.
    #[prop(optional, into)]
    label: String,
    /// Whether it stands in a table: no label of its own, and its note floats.
    #[prop(optional)]
    tight: bool,
    /// Whether nothing entered yet is shown as nothing.
    #[prop(optional)]
    blank_zero: bool,
    /// Whether a question above it is its label.
    #[prop(optional)]
    bare: bool,
    /// Whether the same field stands on the page before: its id is another.
    #[prop(optional)]
    again: bool,
    /// What stands in the empty field.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// A line under the field; the words' own hint for the path where it is left out.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
) -> impl IntoView {
    let desk = desk();
    let id = if again { format!("{}-again", input_id(&path)) } else { input_id(&path) };
    let note_id = format!("{id}-note");
    let place = Place::new(desk, path, blank_zero, tight);
    // A question above the field says it already.
    let hint = hint.or(bare.then(|| Signal::stored(String::new())));
    let name = Signal::derive(move || place.path.with_value(|path| label_of(desk, path, &label)));
    let state = Memo::new(move |_| place.state());
    let input = view! {
        <input
            id=id.clone()
            type="text"
            inputmode="decimal"
            autocomplete="off"
            enterkeyhint="next"
            placeholder=move || placeholder.get()
            prop:value=move || place.text()
            aria-label=move || tight.then(|| name.get())
            aria-describedby=note_id.clone()
            aria-keyshortcuts="Alt+ArrowDown"
            aria-invalid=move || (state.get() == Some("wrong")).then_some("true")
            on:input=move |event| place.type_in(event_target_value(&event))
            on:focus=move |event| place.enter(&event_target(&event))
            on:blur=move |_| place.leave()
            on:keydown=move |event| place.key(&event)
        />
    };
    let unit = move || place.unit();
    let basis = basis::basis_button(desk, place.path, place.estimate);
    let boxed =
        view! { <div class="box">{input}<span class="unit" aria-hidden="true">{unit}</span>{basis}</div> };
    let note = view! { <p class="note" id=note_id>{move || place.note(hint)}</p> };
    match tight || bare {
        true => {
            let class = if tight { "field tight" } else { "field" };
            view! { <div class=class data-state=move || state.get()>{boxed}{note}</div> }.into_any()
        }
        false => view! {
            <div class="field" data-state=move || state.get()><label for=id>{name}</label>{boxed}{note}</div>
        }
        .into_any(),
    }
}

impl Place {
    fn new(desk: Desk, path: String, blank_zero: bool, tight: bool) -> Self {
        let field = desk.model.with_untracked(|model| find(model, &path).map(|(field, _)| field));
        let (measure, optional) = match field.map(|field| field.kind) {
            Some(Kind::Estimate(measure)) => (measure, false),
            Some(Kind::Optional(measure)) => (measure, true),
            _ => (Measure::Plain, false),
        };
        let path = StoredValue::new(path);
        // Memos stand between the document and the field: what has not changed is not drawn again.
        let estimate = Memo::new(move |_| path.with_value(|path| estimate_at(desk, path)));
        let issue = Memo::new(move |_| path.with_value(|path| issue_of(desk, path)));
        let (typed, is_entered) = (RwSignal::new(None), RwSignal::new(false));
        // Where it is tight the note is hidden, which would tell the range.
        let room = if tight { Room::Value } else { Room::Field };
        let place = Self {
            desk,
            path,
            field,
            measure,
            estimate,
            issue,
            optional,
            blank_zero,
            typed,
            is_entered,
            room,
        };
        place.take_up_refused();
        place
    }

    /// Shows the text again that was refused here before one went elsewhere.
    fn take_up_refused(self) {
        let turn = self.desk.turn.get_untracked();
        let Some(text) = self.path.with_value(|path| self.desk.refused.text(path, turn)) else { return };
        let read = self.read(&text);
        self.typed.set(Some(Typed { turn, text, read }));
    }

    /// What is being typed in this turn of the desk.
    fn typed(self) -> Option<Typed> {
        let turn = self.desk.turn.get();
        self.typed.get().filter(|typed| typed.turn == turn)
    }

    fn text(self) -> String {
        if let Some(typed) = self.typed() {
            return typed.text;
        }
        let language = self.desk.language.get();
        self.estimate.with(|estimate| match estimate {
            Some(estimate) if !self.is_blank(estimate) => {
                // Only a range is written otherwise while one is in the field.
                let is_whole = estimate.range.is_some() && self.is_entered.get();
                let room = if is_whole { Room::Whole } else { self.room };
                field_text(estimate, language, expected_of(self.measure), room)
            }
            _ => String::new(),
        })
    }

    /// Entered: all that is there is selected, so that typing replaces it, the range included.
    fn enter(self, input: &web_sys::HtmlInputElement) {
        self.is_entered.set(true);
        // At once: drawn a moment later, the text would lose what is selected in it.
        input.set_value(&untrack(|| self.text()));
        input.select();
    }

    fn type_in(self, text: String) {
        let read = self.read(&text);
        let empty = text.trim().is_empty();
        self.note_refusal((read.is_err() && !empty).then_some(&*text));
        match &read {
            Ok(reading) => self.put(Some(reading)),
            Err(_) if empty && (self.optional || self.blank_zero) => self.put(None),
            Err(_) => {}
        }
        self.typed.set(Some(Typed { turn: self.desk.turn.get_untracked(), text, read }));
        if let Some(why) = untrack(|| self.why_refused()) {
            self.desk.spoken.set(why);
        }
    }

    fn read(self, text: &str) -> Result<Reading, Refused> {
        read_entry(self.measure, text, self.desk.language.get_untracked())
    }

    /// Lets the desk know that the number before a text counts, or no longer.
    fn note_refusal(self, text: Option<&str>) {
        let turn = self.desk.turn.get_untracked();
        self.path.with_value(|path| self.desk.refused.note(path, text.map(|text| (turn, text))));
    }

    fn put(self, reading: Option<&Reading>) {
        self.path.with_value(|path| self.desk.perform(&EnterNumber { path, reading }));
    }

    /// Left: what was read is written out; what could not be read stays, with its reason. A row that is taken
    /// out while one is in its field is left too, when nothing is known of the field any more.
    fn leave(self) {
        // What is asked about stays until it is answered; what may be, until the part is there that knows.
        let has_rules = self.desk.later_rules.with_untracked(Option::is_some);
        let is_asked = |typed: &Typed| match has_rules {
            true => self.other_reading(typed).is_some() || self.other_currency(typed).is_some(),
            false => typed.may_be_asked(),
        };
        let is_kept =
            |typed: &Typed| (typed.read.is_err() && !typed.text.trim().is_empty()) || is_asked(typed);
        let kept = self.typed.try_with_untracked(|typed| typed.as_ref().is_some_and(is_kept));
        if kept.is_some() {
            self.is_entered.set(false);
        }
        if kept == Some(false) {
            self.typed.set(None);
        }
    }

    /// What else a text could have meant; nothing before the part is there that knows.
    pub(super) fn other_reading(self, typed: &Typed) -> Option<Reading> {
        let rules = self.desk.later_rules.get_untracked()?;
        let is_doubtful = typed.read.as_ref().is_ok_and(|reading| reading.doubtful);
        let language = self.desk.language.get_untracked();
        is_doubtful.then(|| (rules.other_reading)(&typed.text, language, expected_of(self.measure)))?
    }

    /// The code of another currency than the document's that the text of an amount names; nothing before the part is there
    /// that knows.
    fn other_currency(self, typed: &Typed) -> Option<&'static str> {
        let is_amount = matches!(self.measure, Measure::Money | Measure::Balance) && typed.read.is_ok();
        let rules = self.desk.later_rules.get_untracked().filter(|_| is_amount)?;
        let own = self.desk.model.with_untracked(|model| model.about.currency);
        (rules.other_currency)(&typed.text, own)
    }

    /// An amount that was typed in another currency than the document's, and the code of that.
    pub(super) fn foreign(self) -> Option<(Reading, &'static str)> {
        let typed = self.typed()?;
        // Typed before the part is there that knows, it is asked about once it is.
        self.desk.later_rules.track();
        let code = self.other_currency(&typed)?;
        Some((typed.read.ok()?, code))
    }

    /// What was meant is said: it counts, and the text goes, but for another currency in it, which is asked about next.
    pub(super) fn choose(self, reading: &Reading) {
        let code = untrack(|| self.foreign()).map(|(_, code)| code);
        self.settle(reading);
        if let Some(code) = code {
            let text = [code, " ", &untrack(|| self.text())].concat();
            let read = Ok(Reading { doubtful: false, ..reading.clone() });
            self.typed.set(Some(Typed { turn: self.desk.turn.get_untracked(), text, read }));
        }
    }

    /// It counts, and nothing is left to ask.
    pub(super) fn settle(self, reading: &Reading) {
        self.put(Some(reading));
        self.typed.set(None);
    }

    fn key(self, event: &ev::KeyboardEvent) {
        if event.alt_key() && event.key() == "ArrowDown" {
            event.prevent_default();
            focus::press_beside(&event_target(event), ".basis");
        }
        if event.key() == "Escape" {
            self.note_refusal(None);
            self.typed.set(None);
        }
    }

    /// Text that could not be read.
    pub(super) fn wrong(self) -> Option<Typed> {
        self.typed().filter(|typed| typed.read.is_err() && !typed.text.trim().is_empty())
    }

    /// A reading that something else could have been meant by, and that, if it is one number.
    pub(super) fn doubtful(self) -> Option<(Reading, Option<Reading>)> {
        let typed = self.typed().filter(|typed| typed.read.as_ref().is_ok_and(|reading| reading.doubtful))?;
        // Typed before the part is there that knows, it is asked about once it is.
        self.desk.later_rules.track();
        let other = self.other_reading(&typed);
        Some((typed.read.ok()?, other))
    }

    /// Whether the field shows nothing because nothing has been entered.
    pub(super) fn is_blank(self, estimate: &Estimate) -> bool {
        self.blank_zero && *estimate == Estimate::default()
    }

    /// What is the matter with it; a field that nobody has filled in yet is not at fault.
    pub(super) fn told_issue(self) -> Option<Issue> {
        let untouched = self.estimate.with(|estimate| estimate.as_ref().is_some_and(|it| self.is_blank(it)));
        if untouched { None } else { self.issue.get() }
    }

    fn state(self) -> Option<&'static str> {
        let severity = self.told_issue().map(|issue| issue.severity);
        let is_asked = self.doubtful().is_some() || self.foreign().is_some();
        state_of(self.wrong().is_some(), is_asked, severity)
    }

    /// The unit, unless the text has it.
    fn unit(self) -> String {
        if self.text().ends_with('%') {
            return String::new();
        }
        self.desk.show(|show| {
            let unit =
                self.path.with_value(|path| self.field.and_then(|field| field_unit(show, path, field)));
            match (unit, self.measure) {
                (Some(unit), _) => unit,
                (None, Measure::Money | Measure::Balance) => currency_sign(show.currency).into(),
                (None, _) => String::new(),
            }
        })
    }
}
