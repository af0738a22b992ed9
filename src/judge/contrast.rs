//! Today's pay and the proposed, line by line: people, then the owner.

use super::Tone;
use crate::model::Model;
use crate::number::{Exact, Money, Number, Share};
use crate::pay_review::Compared;
use crate::plan::{FigureUnit, Outcome, Reached, figure, total};
use crate::text::{Sentence, Value, Word};

/// A line of the table.
#[derive(Clone, Debug, PartialEq)]
pub enum ContrastLine {
    /// What the lines below are of: some words, and in which month, where it is of one.
    Heading(Word, Option<u32>),
    /// Something that is compared.
    Row(ContrastRow),
}

/// Something that is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct ContrastRow {
    /// What it is called.
    pub name: RowName,
    /// Today; nothing where there is no such amount.
    pub today: Value,
    /// Proposed.
    pub proposed: Value,
    /// What the difference is.
    pub difference: Value,
    /// How the difference sounds to whom it concerns; none where there is none.
    pub tone: Option<Tone>,
}

/// What a line is called.
#[derive(Clone, Debug, PartialEq)]
pub enum RowName {
    /// A role or some words.
    Value(Value),
    /// A figure of the catalogue, by its id.
    Figure(&'static str),
}

/// Today's pay and the proposed in a month and over the plan.
pub fn pay_contrast(model: &Model, both: &Compared, month: u32) -> Vec<ContrastLine> {
    let mut lines = vec![ContrastLine::Heading(Word::SIDES_ONE_IN, Some(month))];
    lines.extend(people(model, both, |outcome, at| {
        outcome.people.roles.get(at).and_then(|role| role.paid_to_one(month))
    }));
    lines.push(ContrastLine::Heading(Word::SIDES_ALL_IN_PLAN, None));
    lines.extend(people(model, both, |outcome, at| {
        outcome.people.roles.get(at).map(|role| role.cost(Share::ZERO))
    }));
    lines.push(ContrastLine::Heading(Word::SIDES_OWNER_IN, None));
    lines.extend(owner(both, month).map(ContrastLine::Row));
    lines
}

fn people<'a>(
    model: &'a Model,
    both: &'a Compared,
    of: impl Fn(&Outcome, usize) -> Option<Money<Exact>> + 'a,
) -> impl Iterator<Item = ContrastLine> + 'a {
    (0..model.people.len()).map(move |at| {
        let name = RowName::Value(Value::role(model, at));
        ContrastLine::Row(amounts(name, [of(&both.today, at), of(&both.proposed, at)], Better::More))
    })
}

fn owner(both: &Compared, month: u32) -> [ContrastRow; 4] {
    let of = |take: &dyn Fn(&Outcome) -> Money<Exact>| [Some(take(&both.today)), Some(take(&both.proposed))];
    let profit =
        |outcome: &Outcome| outcome.statement.profit.get(month as usize).copied().unwrap_or(Money::ZERO);
    let named = |word| RowName::Value(Value::Word(word));
    let whole = of(&|outcome| total(&outcome.statement.profit));
    let cac = of(&|outcome| outcome.total.cac_loaded);
    [
        amounts(named(Word::SIDES_PROFIT_MONTH), of(&profit), Better::More),
        amounts(named(Word::SIDES_PROFIT_PLAN), whole, Better::More),
        amounts(RowName::Figure("cac_loaded"), cac, Better::Less),
        break_even(both),
    ]
}

/// Which way an amount is good.
#[derive(Clone, Copy, PartialEq)]
enum Better {
    More,
    Less,
}

fn amounts(name: RowName, [today, proposed]: [Option<Money<Exact>>; 2], better: Better) -> ContrastRow {
    let shown = |amount: Option<Money<Exact>>| Value::or_nothing(amount.map(|amount| Value::Money(amount.0)));
    let difference = today.zip(proposed).map(|(now, then)| then - now).filter(|own| own.0.reason().is_none());
    let gain = difference.map(|own| if better == Better::Less { -own } else { own });
    ContrastRow {
        name,
        today: shown(today),
        proposed: shown(proposed),
        difference: Value::or_nothing(difference.map(|own| Value::SignedMoney(own.0))),
        tone: gain.and_then(|gain| Tone::of_gain(gain, Tone::Bad)),
    }
}

/// The month since which there is no loss.
fn break_even(both: &Compared) -> ContrastRow {
    let id = "break_even_lasting";
    let (now, then) = (both.today.break_even.lasting, both.proposed.break_even.lasting);
    let unit = figure(id).map_or(FigureUnit::Month, |figure| figure.unit);
    let shown = |month: Reached<u32>| Value::Answer(month.map(Exact::whole), unit);
    let (difference, tone) = match (now, then) {
        (Reached::At(now), Reached::At(then)) if now != then => {
            let (word, tone) =
                if then < now { (Word::SIDES_EARLIER, Tone::Good) } else { (Word::SIDES_LATER, Tone::Bad) };
            let months = Value::Months(Exact::whole(now.abs_diff(then)));
            (Value::Sentence(Box::new(Sentence::new(word, [("months", months)]))), Some(tone))
        }
        _ => (Value::Nothing, None),
    };
    ContrastRow { name: RowName::Figure(id), today: shown(now), proposed: shown(then), difference, tone }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Undefined;

    fn row(today: Exact, proposed: Exact, better: Better) -> ContrastRow {
        amounts(RowName::Figure("cac_loaded"), [Some(Money(today)), Some(Money(proposed))], better)
    }

    #[test]
    fn more_pay_is_good_and_dearer_clients_are_bad() {
        let (less, more) = (Exact::whole(5), Exact::whole(8));
        assert_eq!(row(less, more, Better::More).tone, Some(Tone::Good));
        assert_eq!(row(less, more, Better::Less).tone, Some(Tone::Bad));
        assert_eq!(row(more, less, Better::Less).tone, Some(Tone::Good));
        assert_eq!(row(less, more, Better::More).difference, Value::SignedMoney(Exact::whole(3)));
        assert_eq!(row(less, less, Better::More).tone, None);
    }

    #[test]
    fn what_is_unknown_has_no_difference() {
        let unknown = row(Exact::ONE, Exact::Undefined(Undefined::NoData), Better::More);
        assert_eq!((unknown.difference, unknown.tone), (Value::Nothing, None));
    }
}
