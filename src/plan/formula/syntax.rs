//! What a formula is made of.

use super::super::team::Unit;

/// A formula.
#[derive(Clone, Debug, PartialEq)]
pub enum Formula {
    /// A whole number.
    Number(u32),
    /// The number of the month, the first being 0.
    Month,
    /// The number of the month of a client's life, the first being 0.
    Age,
    /// The number of the row, the first being 1.
    Row,
    /// The number of a client's order, the first being 0.
    Visit,
    /// Another figure, by its id.
    Figure(&'static str),
    /// What was entered, by its path.
    Input(&'static str),
    /// Less.
    Negative(Box<Formula>),
    /// In brackets.
    Brackets(Box<Formula>),
    /// Rounded up.
    RoundedUp(Box<Formula>),
    /// Two with an operator between.
    Operation(Box<Formula>, Operator, Box<Formula>),
    /// The largest of those that are there.
    Largest(Vec<Formula>),
    /// The smallest of those that are there.
    Smallest(Vec<Formula>),
    /// The first whose condition holds, else the last.
    Cases(Vec<(Condition, Formula)>, Box<Formula>),
    /// Over rows, as far as the condition holds.
    Over(Fold, Rows, Option<Box<Condition>>, Box<Formula>),
    /// Of the month or the age before; of the first, the other.
    Before(Box<Formula>, Box<Formula>),
    /// Of the month or the age after.
    Next(Box<Formula>),
    /// The natural logarithm.
    Logarithm(Box<Formula>),
    /// What comes so many days later in this month.
    Later(Box<Formula>, Box<Formula>),
    /// What comes so many days later, after the last month.
    AfterPlan(Box<Formula>, Box<Formula>),
    /// What it will be so many days later, as far as the month has parts in two; after the last month, the third.
    Ahead(Box<Formula>, Box<Formula>, Box<Formula>),
    /// The first, or the other where that is not there.
    Or(Box<Formula>, Box<Formula>),
    /// What people can handle in the month.
    Capacity(Unit),
    /// Of all channels together.
    OfAll(Box<Formula>),
    /// The figure of that name, worked out in steps that the language does not have, from these.
    WorkedOut(&'static str, Vec<Formula>),
}

/// What stands between two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Plus,
    /// `−`
    Minus,
    /// `×`
    Times,
    /// `÷`
    Over,
    /// `^`
    Power,
}

/// What is made of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// All added up.
    Sum,
    /// All multiplied.
    Product,
    /// The least.
    Least,
    /// The largest.
    Largest,
    /// That of the first.
    First,
    /// That of the last.
    Last,
    /// That of the row from which on the condition holds to the end.
    Since,
}

/// Rows to go over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// The months of the plan.
    Months,
    /// The months up to the one looked at; the age is the months since.
    SoFar,
    /// The months of a client's life that LTV counts.
    Ages,
    /// A client's orders at a steady interval, up to a month after the age looked at.
    Visits,
    /// The first people of a role and those hired later.
    Groups,
    /// The stages of the funnel up to the one looked at.
    Passed,
    /// The stages up to the one that makes the client.
    Won,
    /// A list of the document.
    Of(&'static str),
    /// The rows of a list from the one looked at on.
    Onward(&'static str),
    /// The rows of a list after the one looked at.
    After(&'static str),
}

/// What holds or does not.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// Two compared.
    Compare(Box<Formula>, Comparison, Box<Formula>),
    /// Whether a field has a choice; whether it has another, where `false`.
    Is(&'static str, &'static str, bool),
    /// All of them.
    All(Vec<Condition>),
    /// Any of them.
    Any(Vec<Condition>),
    /// Whether the innermost row is on in the month; a channel also counts in the plan.
    Running,
    /// Whether a role does the same work as the role looked at before it: of the same process, counted alike.
    Alike,
    /// Whether all channels are looked at, not one.
    Together,
}

/// How two are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    Below,
    /// `≤`
    AtMost,
    /// `=`
    Equal,
    /// `≠`
    Unequal,
    /// `≥`
    AtLeast,
    /// `>`
    Above,
}

impl Formula {
    /// Shows every part of the formula that is a figure, something entered, what people can handle, or of all channels
    /// together.
    pub fn each_leaf(&self, visit: &mut dyn FnMut(&Formula)) {
        match self {
            Formula::Number(_) | Formula::Month | Formula::Age | Formula::Row | Formula::Visit => {}
            Formula::Figure(_) | Formula::Input(_) | Formula::Capacity(_) | Formula::OfAll(_) => visit(self),
            Formula::Negative(of)
            | Formula::Brackets(of)
            | Formula::RoundedUp(of)
            | Formula::Next(of)
            | Formula::Logarithm(of) => {
                of.each_leaf(visit);
            }
            Formula::Operation(one, _, other)
            | Formula::Before(one, other)
            | Formula::Later(one, other)
            | Formula::AfterPlan(one, other)
            | Formula::Or(one, other) => {
                one.each_leaf(visit);
                other.each_leaf(visit);
            }
            Formula::Ahead(of, days, beyond) => {
                [of, days, beyond].into_iter().for_each(|of| of.each_leaf(visit))
            }
            Formula::Largest(all) | Formula::Smallest(all) | Formula::WorkedOut(_, all) => {
                all.iter().for_each(|of| of.each_leaf(visit))
            }
            Formula::Cases(cases, otherwise) => {
                for (condition, of) in cases {
                    condition.each_leaf(visit);
                    of.each_leaf(visit);
                }
                otherwise.each_leaf(visit);
            }
            Formula::Over(_, _, condition, of) => {
                condition.iter().for_each(|condition| condition.each_leaf(visit));
                of.each_leaf(visit);
            }
        }
    }
}

impl Condition {
    fn each_leaf(&self, visit: &mut dyn FnMut(&Formula)) {
        match self {
            Condition::Compare(one, _, other) => {
                one.each_leaf(visit);
                other.each_leaf(visit);
            }
            Condition::Is(path, _, _) => visit(&Formula::Input(path)),
            Condition::All(all) | Condition::Any(all) => all.iter().for_each(|of| of.each_leaf(visit)),
            Condition::Running | Condition::Alike | Condition::Together => {}
        }
    }
}
