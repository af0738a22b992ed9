//! Formulas as sentences: signs as at school, everything else in words.

use super::figure_names::{name, term};
use super::letters::{capitalised, mid_sentence};
use crate::plan::{Comparison, Condition, Figure, Fold, Formula, Operator, Rows, Unit as WorkUnit, figure};
use crate::text::naming::{choice_text, field_short};
use crate::text::{Filling, Show, Word};

struct InWords<'a> {
    show: &'a Show<'a>,
}

impl InWords<'_> {
    fn word(&self, word: Word) -> String {
        self.show.word(word)
    }

    fn phrase(&self, word: Word, fillings: &[(&str, &str)]) -> String {
        let fillings: Vec<_> = fillings.iter().map(|(name, text)| (*name, Filling::Text(text))).collect();
        self.show.phrase(word, &fillings)
    }

    fn formula(&self, formula: &Formula) -> String {
        match formula {
            Formula::Number(number) => number.to_string(),
            Formula::Month => self.word(Word::FORMULA_MONTH),
            Formula::Age => self.word(Word::FORMULA_AGE),
            Formula::Row => self.word(Word::FORMULA_ROW),
            Formula::Visit => self.word(Word::FORMULA_VISIT),
            Formula::Next(of) => self.phrase(Word::FORMULA_NEXT, &[("of", &self.part(of))]),
            Formula::Logarithm(of) => self.called(Word::FORMULA_LN, std::slice::from_ref(of.as_ref())),
            Formula::Figure(id) => {
                figure(id).map_or_else(String::new, |figure| mid_sentence(term(&name(self.show, figure))))
            }
            Formula::Input(path) => mid_sentence(&field_short(self.show, path)),
            Formula::Negative(of) => ["−", &self.part(of)].concat(),
            Formula::Brackets(of) => ["(", &self.formula(of), ")"].concat(),
            Formula::RoundedUp(of) => self.called(Word::FORMULA_CEILING, std::slice::from_ref(of.as_ref())),
            Formula::Operation(one, operator, other) => self.operation(one, *operator, other),
            Formula::Largest(all) => self.called(Word::FORMULA_MAX, all),
            Formula::Smallest(all) => self.called(Word::FORMULA_MIN, all),
            Formula::Cases(cases, otherwise) => self.cases(cases, otherwise),
            Formula::Over(fold, rows, condition, of) => self.over(*fold, *rows, condition.as_deref(), of),
            Formula::Before(of, first) => self.pair(Word::FORMULA_BEFORE, of, first),
            Formula::Later(of, days) => self.pair(Word::FORMULA_LATER, of, days),
            Formula::Ahead(of, days, _) => self.pair(Word::FORMULA_AHEAD, of, days),
            Formula::AfterPlan(of, days) => self.pair(Word::FORMULA_AFTER_PLAN, of, days),
            Formula::Or(one, other) => self.pair(Word::FORMULA_OR, one, other),
            Formula::OfAll(of) => self.phrase(Word::FORMULA_OF_ALL, &[("of", &self.formula(of))]),
            Formula::WorkedOut(_, from) => {
                let from: Vec<_> = from.iter().map(|of| self.formula(of)).collect();
                self.phrase(Word::FORMULA_WORKED_OUT, &[("from", &from.join(", "))])
            }
            Formula::Capacity(unit) => self.word(capacity(*unit)),
        }
    }

    /// In brackets where it is several words that would run into what stands beside them.
    fn part(&self, of: &Formula) -> String {
        let text = self.formula(of);
        match of {
            Formula::Cases(..)
            | Formula::Before(..)
            | Formula::Next(..)
            | Formula::Or(..)
            | Formula::Later(..) => ["(", &text, ")"].concat(),
            _ => text,
        }
    }

    fn operation(&self, one: &Formula, operator: Operator, other: &Formula) -> String {
        let sign = match operator {
            Operator::Plus => " + ",
            Operator::Minus => " − ",
            Operator::Times => " × ",
            Operator::Over => " ÷ ",
            Operator::Power => &[" ", &self.word(Word::FORMULA_POWER), " "].concat(),
        };
        [&self.part(one), sign, &self.part(other)].concat()
    }

    fn called(&self, word: Word, all: &[Formula]) -> String {
        let all: Vec<_> = all.iter().map(|of| self.formula(of)).collect();
        [&self.word(word), " (", &all.join("; "), ")"].concat()
    }

    fn pair(&self, word: Word, of: &Formula, other: &Formula) -> String {
        self.phrase(word, &[("of", &self.part(of)), ("other", &self.part(other))])
    }

    fn cases(&self, cases: &[(Condition, Formula)], otherwise: &Formula) -> String {
        let mut all: Vec<_> = cases
            .iter()
            .map(|(condition, of)| {
                let (when, of) = (self.condition(condition), self.formula(of));
                self.phrase(Word::FORMULA_IF, &[("when", &when), ("of", &of)])
            })
            .collect();
        all.push(self.phrase(Word::FORMULA_OTHERWISE, &[("of", &self.formula(otherwise))]));
        all.join("; ")
    }

    fn over(&self, fold: Fold, rows: Rows, condition: Option<&Condition>, of: &Formula) -> String {
        let when = condition.map(|condition| self.condition(condition));
        let rows = self.rows(rows);
        let rows = match &when {
            Some(when) => self.phrase(Word::FORMULA_WHERE, &[("rows", &rows), ("when", when)]),
            None => rows,
        };
        let word = match (fold, of, &when) {
            (Fold::Sum, Formula::Number(1), _) => Word::FORMULA_COUNT,
            (Fold::First, Formula::Month, Some(when)) => {
                return self.phrase(Word::FORMULA_FIRST_MONTH, &[("when", when)]);
            }
            (Fold::Since, _, Some(when)) => return self.phrase(Word::FORMULA_SINCE, &[("when", when)]),
            (Fold::Sum, ..) => Word::FORMULA_SUM,
            (Fold::Product, ..) => Word::FORMULA_PRODUCT,
            (Fold::Least, ..) => Word::FORMULA_LEAST,
            (Fold::Largest, ..) => Word::FORMULA_LARGEST,
            (Fold::Last, ..) => Word::FORMULA_LAST,
            (Fold::First | Fold::Since, ..) => Word::FORMULA_FIRST,
        };
        self.phrase(word, &[("rows", &rows), ("of", &self.formula(of))])
    }

    fn rows(&self, rows: Rows) -> String {
        let all = self.word(rows_word(rows));
        match rows {
            Rows::Onward(_) => self.phrase(Word::FORMULA_ONWARD, &[("rows", &all)]),
            Rows::After(_) => self.phrase(Word::FORMULA_AFTER, &[("rows", &all)]),
            _ => all,
        }
    }

    fn condition(&self, condition: &Condition) -> String {
        match condition {
            Condition::Compare(one, comparison, other) => {
                [&self.part(one), sign(*comparison), &self.part(other)].concat()
            }
            Condition::Is(path, name, expected) => {
                let field = mid_sentence(&field_short(self.show, path));
                let choice = match *name {
                    "yes" => self.word(Word::FORMULA_YES),
                    "role" => self.word(Word::FORMULA_THIS_ROLE),
                    _ => mid_sentence(&choice_text(self.show, path, name)),
                };
                let sign = if *expected { "=" } else { "≠" };
                self.phrase(Word::FORMULA_IS, &[("field", &field), ("sign", sign), ("choice", &choice)])
            }
            Condition::All(all) => self.joined(all, Word::FORMULA_AND),
            Condition::Any(all) => self.joined(all, Word::FORMULA_ANY),
            Condition::Running => self.word(Word::FORMULA_RUNNING),
            Condition::Alike => self.word(Word::FORMULA_ALIKE),
            Condition::Together => self.word(Word::FORMULA_TOGETHER),
        }
    }

    fn joined(&self, all: &[Condition], word: Word) -> String {
        let of_several = |condition: &Condition| match condition {
            Condition::Any(_) => ["(", &self.condition(condition), ")"].concat(),
            _ => self.condition(condition),
        };
        let all: Vec<_> = all.iter().map(of_several).collect();
        all.join(&[" ", &self.word(word), " "].concat())
    }
}

fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Below => " < ",
        Comparison::AtMost => " ≤ ",
        Comparison::Equal => " = ",
        Comparison::Unequal => " ≠ ",
        Comparison::AtLeast => " ≥ ",
        Comparison::Above => " > ",
    }
}

/// What is gone over; of the document's lists, a word of their own.
fn rows_word(rows: Rows) -> Word {
    match rows {
        Rows::Months => Word::FORMULA_MONTHS,
        Rows::SoFar => Word::FORMULA_SO_FAR,
        Rows::Ages => Word::FORMULA_AGES,
        Rows::Groups => Word::FORMULA_GROUPS,
        Rows::Visits => Word::FORMULA_VISITS,
        Rows::Passed => Word::FORMULA_PASSED,
        Rows::Won => Word::FORMULA_WON,
        Rows::Of(list) | Rows::Onward(list) | Rows::After(list) => {
            let last = list.rsplit('/').next().unwrap_or(list);
            Word::find(&["formula.rows.", last].concat()).unwrap_or(Word::FORMULA_ROWS)
        }
    }
}

fn capacity(unit: WorkUnit) -> Word {
    match unit {
        WorkUnit::Leads => Word::FORMULA_CAPACITY_LEADS,
        WorkUnit::Entries => Word::FORMULA_CAPACITY_ENTRIES,
        WorkUnit::NewClients => Word::FORMULA_CAPACITY_NEW_CLIENTS,
        WorkUnit::ActiveClients => Word::FORMULA_CAPACITY_ACTIVE_CLIENTS,
        WorkUnit::Orders => Word::FORMULA_CAPACITY_ORDERS,
        WorkUnit::Upsells => Word::FORMULA_CAPACITY_UPSELLS,
        WorkUnit::CrossSells => Word::FORMULA_CAPACITY_CROSS_SELLS,
    }
}

/// The name of a figure and its formula: "LTV = contribution per client a month × …".
pub(super) fn equation(show: &Show<'_>, figure: &Figure, of: &Formula) -> String {
    [&capitalised(term(&name(show, figure))), " = ", &InWords { show }.formula(of)].concat()
}
