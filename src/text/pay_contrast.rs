//! Today's pay and the proposed, line by line: people, then the owner.

use super::{Filling, Show, Tone, Word, figure_term, role_name, signed_money};
use crate::model::Model;
use crate::number::{Exact, Money, Number, Share};
use crate::pay_review::Compared;
use crate::plan::{Outcome, Reached, figure, total};

/// A line of the table; a heading where there is nothing to compare.
#[derive(Clone, Debug, PartialEq)]
pub struct ContrastLine {
    /// What is compared.
    pub name: String,
    /// Today, proposed, what the difference is.
    pub cells: Option<[String; 3]>,
    /// How the difference sounds to whom it concerns; none where there is none.
    pub tone: Option<Tone>,
}

/// Today's pay and the proposed in a month and over the plan.
pub fn pay_contrast(show: &Show<'_>, model: &Model, both: &Compared, month: u32) -> Vec<ContrastLine> {
    let group = |text: String| ContrastLine { name: text, cells: None, tone: None };
    let mut lines = vec![group([show.word(Word::SIDES_ONE_IN), ", ".into(), show.month(month)].concat())];
    lines.extend(people(show, model, both, |outcome, at| {
        outcome.people.roles.get(at).and_then(|role| role.paid_to_one(month))
    }));
    lines.push(group(show.word(Word::SIDES_ALL_IN_PLAN)));
    lines.extend(people(show, model, both, |outcome, at| {
        outcome.people.roles.get(at).map(|role| role.cost(Share::ZERO))
    }));
    lines.push(group(show.word(Word::SIDES_OWNER_IN)));
    lines.extend(owner(show, both, month));
    lines
}

fn people(
    show: &Show<'_>,
    model: &Model,
    both: &Compared,
    of: impl Fn(&Outcome, usize) -> Option<Money<Exact>>,
) -> Vec<ContrastLine> {
    let line =
        |at| amounts(show, role_name(show, model, at), [of(&both.today, at), of(&both.proposed, at)], false);
    (0..model.people.len()).map(line).collect()
}

fn owner(show: &Show<'_>, both: &Compared, month: u32) -> Vec<ContrastLine> {
    let of = |take: &dyn Fn(&Outcome) -> Money<Exact>| [Some(take(&both.today)), Some(take(&both.proposed))];
    let profit =
        |outcome: &Outcome| outcome.statement.profit.get(month as usize).copied().unwrap_or(Money::ZERO);
    let cac = figure("cac_loaded").map_or_else(String::new, |figure| figure_term(show, figure));
    vec![
        amounts(show, show.word(Word::SIDES_PROFIT_MONTH), of(&profit), false),
        amounts(
            show,
            show.word(Word::SIDES_PROFIT_PLAN),
            of(&|outcome| total(&outcome.statement.profit)),
            false,
        ),
        amounts(show, cac, of(&|outcome| outcome.total.cac_loaded), true),
        even(show, both),
    ]
}

/// A line of amounts, of which less is better or more.
fn amounts(
    show: &Show<'_>,
    name: String,
    both: [Option<Money<Exact>>; 2],
    less_is_better: bool,
) -> ContrastLine {
    let text = |amount: Option<Money<Exact>>| amount.map_or_else(none, |amount| show.money(amount.0));
    let difference =
        both[0].zip(both[1]).map(|(now, then)| then - now).filter(|own| own.0.reason().is_none());
    let better = difference.map(|own| if less_is_better { -own } else { own });
    let tone = match better {
        Some(own) if own.is_positive() => Some(Tone::Good),
        Some(own) if own.is_negative() => Some(Tone::Bad),
        _ => None,
    };
    let difference = difference.map_or_else(none, |own| signed_money(show, own.0));
    ContrastLine { name, cells: Some([text(both[0]), text(both[1]), difference]), tone }
}

/// The month since which there is no loss.
fn even(show: &Show<'_>, both: &Compared) -> ContrastLine {
    let name = figure("break_even_lasting");
    let text = |month: Reached<u32>| match (name, month) {
        (Some(figure), month) => show.answer(month.map(Exact::whole), figure.unit),
        _ => none(),
    };
    let (now, then) = (both.today.break_even.lasting, both.proposed.break_even.lasting);
    let (difference, tone) = match (now, then) {
        (Reached::At(now), Reached::At(then)) if now != then => {
            let (word, tone) =
                if then < now { (Word::SIDES_EARLIER, Tone::Good) } else { (Word::SIDES_LATER, Tone::Bad) };
            let months = show.months(Exact::whole(now.abs_diff(then)));
            (show.phrase(word, &[("months", Filling::Text(&months))]), Some(tone))
        }
        _ => (none(), None),
    };
    let name = name.map_or_else(String::new, |figure| figure_term(show, figure));
    ContrastLine { name, cells: Some([text(now), text(then), difference]), tone }
}

fn none() -> String {
    "—".to_owned()
}
