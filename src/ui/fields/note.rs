//! What stands under a number: the fault, the doubtful reading, the issue, or what it rests on.

use super::lookup::hint_of;
use super::number::Place;
use crate::desk::commands::Refused;
use crate::model::{Choice, Estimate, Measure, Severity};
use crate::number::{Decimal, Exact};
use crate::plan::{FigureUnit, unit_of};
use crate::text::{Filling, Word, issue_text, read_fault_text, refused_text};
use leptos::prelude::*;

impl Place {
    /// The gravest thing there is to say about the field.
    pub(super) fn note(self, hint: Option<Signal<String>>) -> AnyView {
        if let Some(why) = self.why_refused() {
            return said("wrong", [why, self.kept()].concat());
        }
        if let Some((reading, other)) = self.doubtful() {
            let rules = self.desk.later_rules.get_untracked();
            if let Some((rules, other)) = rules.zip(other) {
                let both = [reading, other].map(|own| (own.clone(), self.one(own.value)));
                let choose = Callback::new(move |reading| self.choose(&reading));
                return (rules.ask_reading)(self.desk, both, choose);
            }
        }
        if let Some((reading, code)) = self.foreign()
            && let Some(rules) = self.desk.later_rules.get_untracked()
        {
            let shown = self.shown(reading.value, reading.range);
            return (rules.ask_currency)(
                self.desk,
                code,
                shown,
                Callback::new(move |()| self.settle(&reading)),
            );
        }
        if let Some((reading, _)) = self.doubtful() {
            return said("doubt", format!("= {}", self.shown(reading.value, reading.range)));
        }
        if let Some(issue) = self.told_issue() {
            let class = if issue.severity == Severity::Problem { "wrong" } else { "doubt" };
            return said(class, self.desk.show(|show| issue_text(show, &issue)));
        }
        let hint = match hint {
            Some(hint) => Some(hint.get()).filter(|hint| !hint.is_empty()),
            None => self.path.with_value(|path| hint_of(self.desk, path)),
        };
        match self.estimate.get() {
            Some(estimate) if estimate != Estimate::default() => self.origin(&estimate, hint),
            _ => hint.into_any(),
        }
    }

    /// Why the text is refused, where it is.
    pub(super) fn why_refused(self) -> Option<String> {
        let typed = self.wrong()?;
        Some(self.desk.show(|show| match &typed.read {
            Err(Refused::Unreadable(error)) => read_fault_text(show, error, &typed.text),
            Err(Refused::Impossible(reason)) => {
                self.path.with_value(|path| refused_text(show, *reason, path))
            }
            Ok(_) => String::new(),
        }))
    }

    /// The value before, which counts while a text is refused; empty where there was none.
    fn kept(self) -> String {
        let known = self.estimate.get().filter(|known| *known != Estimate::default());
        let Some(known) = known else { return String::new() };
        let value = self.one(known.value);
        let kept = self.desk.show(|show| show.phrase(Word::FAULT_KEPT, &[("value", Filling::Text(&value))]));
        [" ", &kept].concat()
    }

    /// Basis, range and source in one line; the hint where there is neither range nor source.
    fn origin(self, estimate: &Estimate, hint: Option<String>) -> AnyView {
        let range = estimate.range.map(|range| {
            let (low, high, value) = (self.one(range.low), self.one(range.high), self.one(estimate.value));
            let fillings = [
                ("low", Filling::Text(&low)),
                ("high", Filling::Text(&high)),
                ("value", Filling::Text(&value)),
            ];
            self.desk.show(|show| show.phrase(Word::FIELD_RANGE, &fillings))
        });
        let source = (!estimate.source.is_empty()).then(|| estimate.source.clone());
        let hint = if range.is_none() && source.is_none() { hint } else { None };
        let rest: String =
            [range, source, hint].into_iter().flatten().map(|part| format!(" · {part}")).collect();
        let basis = estimate.basis.name();
        let name = self.desk.key(&format!("basis.{basis}"));
        view! { <span class="rest" data-basis=basis>{name}</span>{rest} }.into_any()
    }

    fn shown(self, value: Decimal, range: Option<(Decimal, Decimal)>) -> String {
        match range {
            None => self.one(value),
            Some((low, high)) => format!("{} ({} – {})", self.one(value), self.one(low), self.one(high)),
        }
    }

    fn one(self, value: Decimal) -> String {
        let unit = match self.measure {
            Measure::Days => FigureUnit::Count,
            measure => unit_of(measure),
        };
        self.desk.show(|show| show.typed(Exact::Value(value), unit))
    }
}

fn said(class: &'static str, words: String) -> AnyView {
    view! { <span class=class>{words}</span> }.into_any()
}
