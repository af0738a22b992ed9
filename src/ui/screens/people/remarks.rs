//! What is wrong with how people are paid and loaded.

use super::view::View;
use crate::browser::focus;
use crate::judge::{Tone, remark_tone};
use crate::model::Model;
use crate::pay_review::{self, Remark, remarks_on_other_pay};
use crate::text::{Filling, Word, remark_reason, remark_text, remark_title, role_name};
use crate::ui::icon::{mark, tone_mark};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// The section.
pub fn remarks(desk: Desk, view: View) -> AnyView {
    let nobody = Memo::new(move |_| desk.model.with(|model| model.people.is_empty()));
    let found = Memo::new(move |_| found(desk, view));
    let other = Memo::new(move |_| found.with(|found| of_other_pay(desk, view, found)));
    let body = move || match nobody.get() {
        true => no_people(desk),
        false => view! { {list(desk, view, found)}{under_other_pay(desk, view, other)} }.into_any(),
    };
    view! { <div class="flow">{body}</div> }.into_any()
}

/// All remarks, the gravest first.
fn found(desk: Desk, view: View) -> Vec<Remark> {
    let found = desk.model.with(|model| {
        desk.outcome.with(|outcome| pay_review::remarks(model, outcome, view.month_of(outcome)))
    });
    gravest_first(found)
}

fn gravest_first(found: Vec<Remark>) -> Vec<Remark> {
    let of = |tone| found.iter().filter(move |remark| remark_tone(remark) == tone).cloned();
    of(Tone::Bad).chain(of(Tone::Watch)).collect()
}

/// What would be wrong with the pay that does not count now, the proposed or today's, and is not wrong already.
fn of_other_pay(desk: Desk, view: View, found: &[Remark]) -> Vec<Remark> {
    gravest_first(desk.model.with(|model| remarks_on_other_pay(model, view.month.get(), found)))
}

/// The remarks on the pay that does not count now, under a heading of their own.
fn under_other_pay(desk: Desk, view: View, other: Memo<Vec<Remark>>) -> AnyView {
    let body = move || {
        let word = match desk.model.with(|model| model.team.proposed) {
            true => Word::LOAD_IF_TODAY,
            false => Word::LOAD_IF_PROPOSED,
        };
        let cards =
            other.with(|other| other.iter().map(|remark| card(desk, view, remark)).collect::<Vec<_>>());
        (!cards.is_empty()).then(|| view! { <h3>{desk.word(word)}</h3><ul class="flow">{cards}</ul> })
    };
    body.into_any()
}

fn no_people(desk: Desk) -> AnyView {
    let team = move || desk.word(Word::PEOPLE_TEAM);
    view! {
        <div class="empty">
            <p>{move || desk.word(Word::LOAD_NO_PEOPLE)}</p>
            <button type="button" on:click=move |_| focus::heading("people-team")>{team}</button>
        </div>
    }
    .into_any()
}

fn list(desk: Desk, view: View, found: Memo<Vec<Remark>>) -> AnyView {
    // One closure for all cards: they change together, with the document.
    let cards = move || match found.with(Vec::is_empty) {
        true => all_well(desk),
        false => {
            let cards =
                found.with(|found| found.iter().map(|remark| card(desk, view, remark)).collect::<Vec<_>>());
            view! { <ul class="flow">{cards}</ul> }.into_any()
        }
    };
    let law = move || {
        let named = found.with(|found| found.iter().any(Remark::names_law));
        named.then(|| view! { <p class="hint">{desk.word(Word::LOAD_LAW)}</p> })
    };
    let looked = move || {
        let month = desk.outcome.with(|outcome| view.month_of(outcome));
        let month = desk.show(|show| show.month(month));
        desk.with(Word::LOAD_LOOKED, "month", &month)
    };
    view! { {cards}<p class="hint">{looked}</p>{law} }.into_any()
}

fn all_well(desk: Desk) -> AnyView {
    view! {
        <div class="verdict" data-tone=Tone::Good.name()>
            {mark(tone_mark(Tone::Good))}
            <p>{desk.key("remark.all_well")}</p>
            <p class="soft">{desk.key("remark.all_well.why")}</p>
        </div>
    }
    .into_any()
}

fn card(desk: Desk, view: View, remark: &Remark) -> AnyView {
    let tone = remark_tone(remark);
    let (title, reason) = desk.show(|show| (remark_title(show, remark), remark_reason(show, remark)));
    let text = desk.model.with(|model| desk.show(|show| remark_text(show, model, remark)));
    view! {
        <li class="verdict" data-tone=tone.name()>
            {mark(tone_mark(tone))}
            <p class="say"><span class="vh">{desk.word(tone.word())}": "</span>{title}</p>
            <p>{text}</p>
            <p class="soft">{reason}</p>
            <p class="no-print">{way(desk, view, remark)}</p>
        </li>
    }
    .into_any()
}

/// The button that leads to where it can be mended.
fn way(desk: Desk, view: View, remark: &Remark) -> AnyView {
    let (section, heading) = place(remark);
    let section = desk.word(section);
    let person = desk.model.with(|model| person(desk, model, remark));
    let name = match &person {
        Some((_, role)) => desk.show(|show| {
            show.phrase(Word::LOAD_GO, &[("section", Filling::Text(&section)), ("role", Filling::Text(role))])
        }),
        None => section,
    };
    let id = person.map(|(id, _)| id);
    let go = move |_| {
        id.iter().for_each(|id| view.role.set(id.clone()));
        focus::heading(heading);
    };
    view! { <button type="button" class="link" on:click=go>{name}</button> }.into_any()
}

/// The id and the name of the role that a remark is about.
fn person(desk: Desk, model: &Model, remark: &Remark) -> Option<(String, String)> {
    let at = remark.role()?;
    let id = model.people.get(at)?.id.clone();
    Some((id, desk.show(|show| role_name(show, model, at))))
}

/// The section where a remark can be mended, and its heading.
fn place(remark: &Remark) -> (Word, &'static str) {
    match remark {
        Remark::Overload { .. } => (Word::PEOPLE_TEAM, "people-team"),
        Remark::OwnerLoses { .. } => (Word::PEOPLE_SIDES, "people-sides"),
        _ => (Word::PEOPLE_PAY, "people-pay"),
    }
}
