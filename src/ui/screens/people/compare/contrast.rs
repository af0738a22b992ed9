//! Today's pay and the proposed, line by line: people, then the owner.

use crate::model::Model;
use crate::number::{Exact, Money, Number, Share};
use crate::pay_review::Compared;
use crate::plan::{Outcome, Reached, figure, total};
use crate::text::{Filling, Show, Tone, Word, figure_term, role_name, signed_money};
use crate::ui::icon::{mark, tone_mark};
use crate::ui::screens::people::view::View;
use crate::ui::state::Desk;
use leptos::prelude::*;

/// A line of the table; a heading where there is nothing to compare.
struct Line {
    name: String,
    /// Today, proposed, what the difference is.
    cells: Option<[String; 3]>,
    /// How the difference sounds to whom it concerns; none where there is none.
    tone: Option<Tone>,
}

/// The table.
pub fn contrast(desk: Desk, view: View, both: Memo<Compared>) -> AnyView {
    let rows = move || {
        let lines = desk.model.with(|model| both.with(|both| lines(desk, view, model, both)));
        lines.into_iter().map(|line| row(desk, line)).collect::<Vec<_>>()
    };
    let head = [Word::SIDES_ROLE, Word::SIDES_TODAY, Word::SIDES_PROPOSED, Word::SIDES_DIFFERENCE]
        .map(|word| view! { <th role="columnheader" scope="col">{move || desk.word(word)}</th> }.into_any());
    let name = move || desk.word(Word::SIDES_COMPARED);
    view! {
        <div class="framed scroll" tabindex="0" role="group" aria-label=name>
            <table class="data contrast" role="table" aria-label=name>
                <thead role="rowgroup"><tr role="row">{head.into_iter().collect::<Vec<_>>()}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn lines(desk: Desk, view: View, model: &Model, both: &Compared) -> Vec<Line> {
    let month = view.month_of(&both.today);
    desk.show(|show| {
        let group = |text: String| Line { name: text, cells: None, tone: None };
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
    })
}

fn people(
    show: &Show<'_>,
    model: &Model,
    both: &Compared,
    of: impl Fn(&Outcome, usize) -> Option<Money<Exact>>,
) -> Vec<Line> {
    let line =
        |at| amounts(show, role_name(show, model, at), [of(&both.today, at), of(&both.proposed, at)], false);
    (0..model.people.len()).map(line).collect()
}

fn owner(show: &Show<'_>, both: &Compared, month: u32) -> Vec<Line> {
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
fn amounts(show: &Show<'_>, name: String, both: [Option<Money<Exact>>; 2], less_is_better: bool) -> Line {
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
    Line { name, cells: Some([text(both[0]), text(both[1]), difference]), tone }
}

/// The month since which there is no loss.
fn even(show: &Show<'_>, both: &Compared) -> Line {
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
    Line { name, cells: Some([text(now), text(then), difference]), tone }
}

fn none() -> String {
    "—".to_owned()
}

fn row(desk: Desk, Line { name, cells, tone }: Line) -> AnyView {
    let Some([now, then, difference]) = cells else {
        return view! { <tr role="row" class="group"><th role="rowheader" scope="row" colspan="4">{name}</th></tr> }.into_any();
    };
    let sounds = tone.map(|tone| {
        view! { {mark(tone_mark(tone))}<span class="vh">{desk.word(tone.word())}": "</span> }.into_any()
    });
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">{name}</th>
            <td role="cell">{now}</td>
            <td role="cell">{then}</td>
            <td role="cell"><span class="line" data-tone=tone.map(Tone::name)>{sounds}{difference}</span></td>
        </tr>
    }
    .into_any()
}
