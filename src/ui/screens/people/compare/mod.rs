//! Two pay plans on the same plan: who gains, who loses.

mod contrast;

use crate::browser::focus;
use crate::model::Model;
use crate::number::{Exact, Money};
use crate::pay_review::{Bargain, Compared, Take, bargain, compared};
use crate::text::findings::Finding;
use crate::text::{Filling, Verdict, Word, bargain_verdict, role_name};
use crate::ui::fields::FlagField;
use crate::ui::figures::{Attained, Curve, Form, Key, Panel, Table, attainment_chart, curve_point};
use crate::ui::icon::{mark, tone_mark};
use crate::ui::screens::people::attainment::is_told;
use crate::ui::screens::people::picker::pickers;
use crate::ui::screens::people::section::Section;
use crate::ui::screens::people::view::View;
use crate::ui::state::Desk;
use contrast::contrast;
use leptos::prelude::*;

/// The proposal looked at: of the role looked at, or of the first that has one.
#[derive(Clone, PartialEq)]
struct Offer {
    name: String,
    /// The role looked at, where nothing is proposed for it.
    instead_of: Option<String>,
    bargain: Option<Bargain>,
}

/// The section.
pub fn compare(desk: Desk, view: View) -> AnyView {
    let is_any =
        Memo::new(move |_| desk.model.with(|model| model.people.iter().any(|person| person.has_proposal)));
    let body = move || if is_any.get() { both(desk, view) } else { nothing(desk) };
    view! { <div class="flow">{body}</div> }.into_any()
}

fn nothing(desk: Desk) -> AnyView {
    let go = move |_| focus::heading(Section::Pay.heading());
    view! {
        <div class="empty">
            <p>{move || desk.word(Word::SIDES_NONE_PROPOSED)}</p>
            <button type="button" on:click=go>{move || desk.word(Word::SIDES_TO_PAY)}</button>
        </div>
    }
    .into_any()
}

fn both(desk: Desk, view: View) -> AnyView {
    let both = Memo::new(move |_| desk.model.with(compared));
    let offer = Memo::new(move |_| desk.model.with(|model| both.with(|both| offer(desk, view, model, both))));
    let chart = Memo::new(move |_| offer.with(|offer| drawn(desk, offer.as_ref())));
    let table = move || offer.with(|offer| table(desk, offer.as_ref()));
    view! {
        {pickers(desk, view)}
        {move || offer.with(|offer| offer.as_ref().map(|offer| verdict(desk, offer)))}
        {contrast(desk, view, both)}
        {attainment_chart(desk, Word::SIDES_OFFER_CHART, chart, table)}
        <FlagField path="team/proposed" />
    }
    .into_any()
}

fn offer(desk: Desk, view: View, model: &Model, both: &Compared) -> Option<Offer> {
    let looked = view.role_at(model)?;
    let has = |at: &usize| model.people.get(*at).is_some_and(|person| person.has_proposal);
    let at = Some(looked).filter(has).or_else(|| (0..model.people.len()).find(has))?;
    let name = |at| desk.show(|show| role_name(show, model, at));
    Some(Offer {
        name: name(at),
        instead_of: (at != looked).then(|| name(looked)),
        bargain: bargain(model, both, at, view.month_of(&both.today)),
    })
}

fn verdict(desk: Desk, offer: &Offer) -> AnyView {
    let said = offer.bargain.as_ref().map(|bargain| {
        let Verdict { tone, say, plan, more } = desk.show(|show| bargain_verdict(show, &offer.name, bargain));
        let more: Vec<_> = plan.into_iter().chain(more).map(|text| view! { <p>{text}</p> }.into_any()).collect();
        view! {
            <div class="verdict" data-tone=tone.name()>{mark(tone_mark(tone))}<p class="say">{say}</p>{more}</div>
        }
        .into_any()
    });
    let instead = offer.instead_of.as_ref().map(|looked| {
        let fillings = [("looked", Filling::Text(looked)), ("role", Filling::Text(&offer.name))];
        let text = desk.show(|show| show.phrase(Word::SIDES_OTHER_ROLE, &fillings));
        view! { <p class="hint">{text}</p> }.into_any()
    });
    view! { {instead} {said} }.into_any()
}

fn drawn(desk: Desk, offer: Option<&Offer>) -> Attained {
    let Some((offer, bargain)) = offer.and_then(|offer| Some((offer, offer.bargain.as_ref()?))) else {
        let name = offer.map_or("", |offer| &offer.name);
        let finding = Finding { text: desk.with(Word::SIDES_NO_BARGAIN, "role", name), drawable: false };
        return Attained { finding, panels: Vec::new(), keys: Vec::new() };
    };
    let curve = |ink, takes: &[Take], of: fn(&Take) -> Money<Exact>| Curve {
        ink,
        points: takes.iter().filter_map(|take| curve_point(take.attainment, of(take))).collect(),
    };
    let panel = |name, of: fn(&Take) -> Money<Exact>| Panel {
        name,
        curves: vec![
            curve("curve fact dash", &bargain.today_curve, of),
            curve("curve plan", &bargain.proposed_curve, of),
        ],
    };
    let panels = vec![
        panel(desk.with(Word::SIDES_ONE_OF, "role", &offer.name), |take| take.person),
        panel(desk.word(Word::SIDES_OWNER), |take| take.owner),
    ];
    // What the verdict says of all sales, not of the planned alone, is what the curves show.
    let Verdict { say, mut more, .. } = desk.show(|show| bargain_verdict(show, &offer.name, bargain));
    let text = more.pop().unwrap_or(say);
    Attained { finding: Finding { text, drawable: true }, panels, keys: keys(desk) }
}

fn keys(desk: Desk) -> Vec<Key> {
    let key = |form, ink, word| Key { form, ink, text: desk.word(word) };
    vec![
        key(Form::Line, "curve fact dash", Word::SIDES_TODAY),
        key(Form::Line, "curve plan", Word::SIDES_PROPOSED),
        key(Form::Ring, "", Word::SIDES_AT_PLAN),
    ]
}

/// Both at every attainment that both curves have.
fn table(desk: Desk, offer: Option<&Offer>) -> Table {
    let none = Table { head: Vec::new(), rows: Vec::new() };
    let Some((offer, bargain)) = offer.and_then(|offer| Some((offer, offer.bargain.as_ref()?))) else {
        return none;
    };
    let (one, owner) = (desk.with(Word::SIDES_ONE_OF, "role", &offer.name), desk.word(Word::SIDES_OWNER));
    let under = |name: &str, word: Word| [name, ": ", &desk.word(word)].concat();
    let head = [Word::SIDES_TODAY, Word::SIDES_PROPOSED];
    let head = [&one, &owner].into_iter().flat_map(|name| head.map(|word| under(name, word)));
    let row = |now: &Take| {
        let then = bargain.proposed_curve.iter().find(|then| then.attainment == now.attainment)?;
        let amounts = [now.person, then.person, now.owner, then.owner];
        Some(desk.show(|show| {
            let amounts = amounts.map(|amount| show.money(amount.0));
            std::iter::once(show.percent(now.attainment.0)).chain(amounts).collect()
        }))
    };
    Table {
        head: std::iter::once(desk.word(Word::SIDES_ATTAINMENT)).chain(head).collect(),
        rows: bargain.today_curve.iter().filter(|take| is_told(take.attainment)).filter_map(row).collect(),
    }
}
