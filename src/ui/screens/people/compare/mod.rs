//! Two pay plans on the same plan: who gains, who loses.

mod contrast;

use crate::browser::focus;
use crate::judge::OfferVerdict;
use crate::model::Model;
use crate::pay_review::{Compared, compared};
use crate::picture::{OFFER, Offer};
use crate::text::{Filling, Word};
use crate::ui::charts::chart_of;
use crate::ui::fields::FlagField;
use crate::ui::icon::{mark, tone_mark};
use crate::ui::screens::people::picker::pickers;
use crate::ui::screens::people::section::Section;
use crate::ui::screens::people::view::View;
use crate::ui::state::Desk;
use contrast::contrast;
use leptos::prelude::*;

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
    view! {
        {pickers(desk, view)}
        {move || offer.with(|offer| offer.as_ref().map(|offer| verdict(desk, offer)))}
        {contrast(desk, view, both)}
        {chart_of(desk, &OFFER, offer, false)}
        <FlagField path="team/proposed" />
    }
    .into_any()
}

fn offer(desk: Desk, view: View, model: &Model, both: &Compared) -> Option<Offer> {
    let looked = view.role_at(model)?;
    desk.show(|show| Offer::new(show, model, both, looked, view.month_of(&both.today)))
}

fn verdict(desk: Desk, offer: &Offer) -> AnyView {
    let said = desk.model.with(|model| offer.verdict(model)).map(|verdict| {
        let say = desk.model.with(|model| desk.show(|show| verdict.month_text(show, model)));
        let OfferVerdict { tone, plan, more, .. } = verdict;
        let paragraph = |sentence| view! { <p>{desk.sentence(&sentence)}</p> }.into_any();
        let more: Vec<_> = plan.into_iter().chain(more).map(paragraph).collect();
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
