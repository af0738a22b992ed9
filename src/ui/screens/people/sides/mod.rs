//! What a role is paid and what the owner keeps, at any attainment.

mod growth;

use crate::browser::focus;
use crate::model::Model;
use crate::number::{Exact, Money, Share};
use crate::pay_review::{ATTAINMENT_STEP, Difference, MOST_ATTAINMENT, SidePoint, Sides};
use crate::plan::Outcome;
use crate::text::findings::Finding;
use crate::text::{Filling, SidesSeen, Word, role_name, sides_finding};
use crate::ui::figures::{Attained, Curve, Form, Key, Panel, Table, attainment_chart, curve_point};
use crate::ui::screens::people::attainment::{hundredths, is_told, percent};
use crate::ui::screens::people::picker::pickers;
use crate::ui::screens::people::section::Section;
use crate::ui::screens::people::view::View;
use crate::ui::state::Desk;
use growth::{MORE, growth};
use leptos::prelude::*;

/// A month looked at from one role.
#[derive(Clone, PartialEq)]
struct Seen {
    name: String,
    role: usize,
    one: Option<Money<Exact>>,
    plan: SidePoint,
    extra: Difference,
    points: Vec<SidePoint>,
}

/// The section.
pub fn sides(desk: Desk, view: View) -> AnyView {
    let empty = Memo::new(move |_| desk.model.with(|model| model.people.is_empty()));
    let body = move || match empty.get() {
        true => nobody(desk),
        false => view! { {pickers(desk, view)} {chart(desk, view)} {growth(desk, view)} }.into_any(),
    };
    view! { <div class="flow">{body}</div> }.into_any()
}

fn nobody(desk: Desk) -> AnyView {
    let go = move |_| focus::heading(Section::Team.heading());
    view! {
        <div class="empty">
            <p>{move || desk.word(Word::SIDES_NO_PEOPLE)}</p>
            <button type="button" on:click=go>{move || desk.word(Word::SIDES_TO_TEAM)}</button>
        </div>
    }
    .into_any()
}

fn chart(desk: Desk, view: View) -> AnyView {
    let seen = Memo::new(move |_| {
        desk.model.with(|model| desk.outcome.with(|outcome| seen(desk, view, model, outcome)))
    });
    let drawn = Memo::new(move |_| seen.with(|seen| drawn(desk, seen.as_ref())));
    let table = move || seen.with(|seen| table(desk, seen.as_ref()));
    view! {
        {attainment_chart(desk, Word::SIDES_CHART, drawn, table)}
        <p class="hint">{move || desk.word(Word::SIDES_HINT)}</p>
    }
    .into_any()
}

fn seen(desk: Desk, view: View, model: &Model, outcome: &Outcome) -> Option<Seen> {
    let role = view.role_at(model)?;
    let sides = Sides::new(model, outcome, view.month_of(outcome));
    let plan = sides.at(Share::ONE);
    let all = sides.attainments(hundredths(ATTAINMENT_STEP), hundredths(MOST_ATTAINMENT));
    Some(Seen {
        name: desk.show(|show| role_name(show, model, role)),
        role,
        one: sides.one(role, Share::ONE),
        extra: sides.at(percent(MORE)).less(&plan),
        points: all.into_iter().map(|attainment| sides.at(attainment)).collect(),
        plan,
    })
}

fn drawn(desk: Desk, seen: Option<&Seen>) -> Attained {
    let Some(Seen { name, role, one, plan, extra, points }) = seen else {
        let finding = Finding { text: desk.word(Word::SIDES_NO_PEOPLE), drawable: false };
        return Attained { finding, panels: Vec::new(), keys: Vec::new() };
    };
    let finding =
        desk.show(|show| sides_finding(show, &SidesSeen { name, role: *role, one: *one, plan, extra }));
    let panel = |name: &str, ink, of: &dyn Fn(&SidePoint) -> Money<Exact>| {
        let points = points.iter().filter_map(|point| curve_point(point.attainment, of(point))).collect();
        Panel { name: name.to_owned(), curves: vec![Curve { ink, points }] }
    };
    let all = all_of(desk, name);
    let owner = desk.word(Word::SIDES_OWNER);
    let panels = vec![
        panel(&all, "curve plan", &|point| paid(point, *role)),
        panel(&owner, "curve in", &|point| point.owner),
    ];
    let key = |form, ink, text| Key { form, ink, text };
    let keys = vec![
        key(Form::Line, "curve plan", all),
        key(Form::Line, "curve in", owner),
        key(Form::Ring, "", desk.word(Word::SIDES_AT_PLAN)),
    ];
    Attained { finding, panels, keys }
}

fn all_of(desk: Desk, name: &str) -> String {
    desk.show(|show| show.phrase(Word::SIDES_ALL_OF, &[("role", Filling::Text(name))]))
}

fn paid(point: &SidePoint, role: usize) -> Money<Exact> {
    point.pay.get(role).copied().unwrap_or(Money::ZERO)
}

fn table(desk: Desk, seen: Option<&Seen>) -> Table {
    let Some(Seen { name, role, points, .. }) = seen else {
        return Table { head: Vec::new(), rows: Vec::new() };
    };
    let [attainment, revenue, owner] =
        [Word::SIDES_ATTAINMENT, Word::SIDES_REVENUE, Word::SIDES_OWNER].map(|word| desk.word(word));
    let row = |point: &SidePoint| {
        desk.show(|show| {
            let amounts = [point.revenue, paid(point, *role), point.owner].map(|amount| show.money(amount.0));
            std::iter::once(show.percent(point.attainment.0)).chain(amounts).collect()
        })
    };
    Table {
        head: vec![attainment, revenue, all_of(desk, name), owner],
        rows: points.iter().filter(|point| is_told(point.attainment)).map(row).collect(),
    }
}
