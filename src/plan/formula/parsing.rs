//! Formulas read from their text, by recursive descent.

use super::super::team::Unit;
use super::syntax::{Comparison, Condition, Fold, Formula, Operator, Rows};

/// Reads a formula; none where the text is none. A test holds every formula of the catalogue to be one.
pub fn parse(text: &'static str) -> Option<Formula> {
    let mut reader = Reader { rest: text };
    let formula = reader.sum()?;
    reader.rest.trim().is_empty().then_some(formula)
}

/// What is still to be read.
#[derive(Clone, Copy)]
struct Reader {
    rest: &'static str,
}

impl Reader {
    /// Reads a sign or a word if it comes next.
    fn takes(&mut self, expected: &str) -> bool {
        let rest = self.rest.trim_start();
        let Some(behind) = rest.strip_prefix(expected) else { return false };
        let is_word = expected.ends_with(|letter: char| letter.is_ascii_alphabetic());
        if is_word && behind.starts_with(is_of_word) {
            return false;
        }
        self.rest = behind;
        true
    }

    fn needs(&mut self, expected: &str) -> Option<()> {
        self.takes(expected).then_some(())
    }

    /// The first of some signs or words that comes next, with what it stands for.
    fn one_of<T: Copy>(&mut self, all: &[(&str, T)]) -> Option<T> {
        all.iter().find(|(text, _)| self.takes(text)).map(|(_, own)| *own)
    }

    /// A word: letters, and what paths are made of.
    fn word(&mut self) -> Option<&'static str> {
        let rest = self.rest.trim_start();
        let end = rest.find(|letter| !is_of_word(letter)).unwrap_or(rest.len());
        let (word, behind) = rest.split_at_checked(end)?;
        self.rest = behind;
        (!word.is_empty()).then_some(word)
    }

    fn braced(&mut self) -> Option<&'static str> {
        self.needs("{")?;
        let (inside, behind) = self.rest.split_once('}')?;
        self.rest = behind;
        Some(inside)
    }

    fn sum(&mut self) -> Option<Formula> {
        self.chain(Self::product, &[("+", Operator::Plus), ("−", Operator::Minus)])
    }

    fn product(&mut self) -> Option<Formula> {
        self.chain(Self::power, &[("×", Operator::Times), ("÷", Operator::Over)])
    }

    fn chain(
        &mut self,
        part: fn(&mut Self) -> Option<Formula>,
        operators: &[(&str, Operator)],
    ) -> Option<Formula> {
        let mut chain = part(self)?;
        while let Some(operator) = self.one_of(operators) {
            chain = Formula::Operation(Box::new(chain), operator, Box::new(part(self)?));
        }
        Some(chain)
    }

    fn power(&mut self) -> Option<Formula> {
        let base = self.atom()?;
        match self.takes("^") {
            true => Some(Formula::Operation(Box::new(base), Operator::Power, Box::new(self.atom()?))),
            false => Some(base),
        }
    }

    fn atom(&mut self) -> Option<Formula> {
        let rest = self.rest.trim_start();
        match rest.chars().next()? {
            '{' => {
                let inside = self.braced()?;
                let is_figure = super::super::catalogue::figure(inside).is_some();
                Some(if is_figure { Formula::Figure(inside) } else { Formula::Input(inside) })
            }
            '−' => {
                self.needs("−")?;
                Some(Formula::Negative(Box::new(self.atom()?)))
            }
            '(' => self.between("(", ")").map(|inside| Formula::Brackets(Box::new(inside))),
            '⌈' => self.between("⌈", "⌉").map(|inside| Formula::RoundedUp(Box::new(inside))),
            '0'..='9' => self.word()?.parse().ok().map(Formula::Number),
            _ => self.named(),
        }
    }

    fn between(&mut self, begin: &str, end: &str) -> Option<Formula> {
        self.needs(begin)?;
        let inside = self.sum()?;
        self.needs(end)?;
        Some(inside)
    }

    fn named(&mut self) -> Option<Formula> {
        let name = self.word()?;
        match name {
            "month" => return Some(Formula::Month),
            "age" => return Some(Formula::Age),
            "row" => return Some(Formula::Row),
            "visit" => return Some(Formula::Visit),
            _ => self.needs("(")?,
        }
        let formula = match name {
            "sum" => self.over(Fold::Sum),
            "product" => self.over(Fold::Product),
            "first" => self.over(Fold::First),
            "last" => self.over(Fold::Last),
            "since" => self.over(Fold::Since),
            "max" => self.extreme(Fold::Largest, Formula::Largest),
            "min" => self.extreme(Fold::Least, Formula::Smallest),
            "case" => self.cases(),
            "before" => self.pair(Formula::Before),
            "later" => self.pair(Formula::Later),
            "after_plan" => self.pair(Formula::AfterPlan),
            "ahead" => self.ahead(),
            "or" => self.pair(Formula::Or),
            "next" => self.sum().map(|of| Formula::Next(Box::new(of))),
            "ln" => self.sum().map(|of| Formula::Logarithm(Box::new(of))),
            "all" => self.sum().map(|of| Formula::OfAll(Box::new(of))),
            "capacity" => self.unit().map(Formula::Capacity),
            "worked_out" => {
                let id = self.word()?;
                self.needs(";")?;
                Some(Formula::WorkedOut(id, self.list()?))
            }
            _ => None,
        }?;
        self.needs(")")?;
        Some(formula)
    }

    fn pair(&mut self, of: fn(Box<Formula>, Box<Formula>) -> Formula) -> Option<Formula> {
        Some(of(Box::new(self.sum()?), self.further()?))
    }

    fn ahead(&mut self) -> Option<Formula> {
        Some(Formula::Ahead(Box::new(self.sum()?), self.further()?, self.further()?))
    }

    /// One more in a list.
    fn further(&mut self) -> Option<Box<Formula>> {
        self.needs(";")?;
        self.sum().map(Box::new)
    }

    /// The largest or the smallest: of rows, or of what is listed.
    fn extreme(&mut self, fold: Fold, of: fn(Vec<Formula>) -> Formula) -> Option<Formula> {
        let begin = *self;
        if let Some(over) = self.over(fold) {
            return Some(over);
        }
        *self = begin;
        self.list().map(of)
    }

    fn list(&mut self) -> Option<Vec<Formula>> {
        let mut all = vec![self.sum()?];
        while self.takes(";") {
            all.push(self.sum()?);
        }
        Some(all)
    }

    fn over(&mut self, fold: Fold) -> Option<Formula> {
        let rows = match self.word()? {
            "months" => Rows::Months,
            "so_far" => Rows::SoFar,
            "ages" => Rows::Ages,
            "groups" => Rows::Groups,
            "visits" => Rows::Visits,
            "passed" => Rows::Passed,
            "won" => Rows::Won,
            "onward" => Rows::Onward(self.word()?),
            "after" => Rows::After(self.word()?),
            list => Rows::Of(list),
        };
        let condition = if self.takes("where") { Some(Box::new(self.condition()?)) } else { None };
        self.needs(":")?;
        Some(Formula::Over(fold, rows, condition, Box::new(self.sum()?)))
    }

    fn cases(&mut self) -> Option<Formula> {
        let mut cases = Vec::new();
        loop {
            let begin = *self;
            match self.condition().filter(|_| self.takes(":")) {
                Some(condition) => {
                    cases.push((condition, self.sum()?));
                    self.needs(";")?;
                }
                None => {
                    *self = begin;
                    return Some(Formula::Cases(cases, Box::new(self.sum()?)));
                }
            }
        }
    }

    fn condition(&mut self) -> Option<Condition> {
        self.joined(Self::all, "any", Condition::Any)
    }

    fn all(&mut self) -> Option<Condition> {
        self.joined(Self::comparison, "and", Condition::All)
    }

    fn joined(
        &mut self,
        part: fn(&mut Self) -> Option<Condition>,
        word: &str,
        of: fn(Vec<Condition>) -> Condition,
    ) -> Option<Condition> {
        let first = part(self)?;
        let mut all = vec![first];
        while self.takes(word) {
            all.push(part(self)?);
        }
        if all.len() > 1 { Some(of(all)) } else { all.pop() }
    }

    fn comparison(&mut self) -> Option<Condition> {
        let words =
            [("running", Condition::Running), ("alike", Condition::Alike), ("together", Condition::Together)];
        for (word, condition) in words {
            if self.takes(word) {
                return Some(condition);
            }
        }
        let begin = *self;
        if self.takes("(") {
            // In brackets, where they are not those of a number that is compared.
            if let Some(condition) = self.condition().filter(|_| self.takes(")")) {
                return Some(condition);
            }
            *self = begin;
        }
        let one = self.sum()?;
        let comparison = self.one_of(&[
            ("<", Comparison::Below),
            ("≤", Comparison::AtMost),
            ("=", Comparison::Equal),
            ("≠", Comparison::Unequal),
            ("≥", Comparison::AtLeast),
            (">", Comparison::Above),
        ])?;
        let (before, word) = (*self, self.word());
        if let (Formula::Input(path), Some(name)) = (&one, word)
            && name.starts_with(|letter: char| letter.is_ascii_alphabetic())
            && !matches!(name, "month" | "age" | "row" | "visit")
            && !self.rest.starts_with('(')
        {
            return Some(Condition::Is(path, name, comparison == Comparison::Equal));
        }
        *self = before;
        Some(Condition::Compare(Box::new(one), comparison, Box::new(self.sum()?)))
    }

    fn unit(&mut self) -> Option<Unit> {
        self.one_of(&[
            ("leads", Unit::Leads),
            ("entries", Unit::Entries),
            ("new_clients", Unit::NewClients),
            ("active_clients", Unit::ActiveClients),
            ("orders", Unit::Orders),
            ("upsells", Unit::Upsells),
            ("cross_sells", Unit::CrossSells),
        ])
    }
}

fn is_of_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '_' | '/' | '*')
}
