//! "Up to 250,000: is that so?": five numbers of an offer, and what it likely comes to.

use super::visitor::Visitor;
use crate::desk::commands::read_entry;
use crate::judge::job_offer_verdict;
use crate::model::Currency;
use crate::model::Measure;
use crate::number::reading::edit_text;
use crate::number::{Decimal, Exact};
use crate::pay_review::{Bonus, JobOffer, after_tax};
use crate::text::{Filling, Word, currency_sign, expected_of};
use crate::ui::icon::{mark, tone_mark};
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;

/// The fields, in the order in which an offer is told: name, hint, example in roubles, and what is measured.
const FIELDS: [(Word, Word, Measure); 5] = [
    (Word::OFFER_SALARY, Word::OFFER_SALARY_HINT, Measure::Money),
    (Word::OFFER_PROMISED, Word::OFFER_PROMISED_HINT, Measure::Money),
    (Word::OFFER_BONUS, Word::OFFER_BONUS_HINT, Measure::Share),
    (Word::OFFER_QUOTA, Word::OFFER_QUOTA_HINT, Measure::Money),
    (Word::OFFER_USUAL, Word::OFFER_USUAL_HINT, Measure::Plain),
];
/// The place of what is promised among them.
const PROMISED: usize = 1;
/// The place of the bonus among them: it may be a sum.
const BONUS: usize = 2;

fn measure(at: usize, is_for_plan: bool) -> Measure {
    match FIELDS.get(at).map_or(Measure::Money, |(.., measure)| *measure) {
        Measure::Share if is_for_plan => Measure::Money,
        // Of the plan one may make more than all.
        Measure::Plain => Measure::Rate,
        measure => measure,
    }
}

fn read(desk: Desk, visitor: Visitor) -> JobOffer {
    let language = desk.language.get();
    let is_for_plan = visitor.is_for_plan.get();
    let value = |at: usize| {
        visitor.offer.with(|texts| {
            let reading = read_entry(measure(at, is_for_plan), texts.get(at)?, language).ok()?;
            (reading.value >= Decimal::ZERO).then_some(reading.value)
        })
    };
    let bonus = if is_for_plan { Bonus::ForPlan } else { Bonus::OfSales };
    JobOffer {
        salary: value(0),
        promised: value(1),
        bonus: value(BONUS).map(bonus),
        quota: value(3),
        usual: value(4),
    }
}

/// The five fields, and the answer beside them.
#[component]
pub fn JobOfferPanel() -> impl IntoView {
    let (desk, visitor) = (desk(), expect_context::<Visitor>());
    let word = move |word: Word| move || desk.word(word);
    let offer = Memo::new(move |_| read(desk, visitor));
    let kind = move |is_for_plan: bool, name: Word| {
        view! {
            <button
                type="button"
                aria-pressed=move || (visitor.is_for_plan.get() == is_for_plan).to_string()
                on:click=move |_| visitor.is_for_plan.set(is_for_plan)
            >
                {word(name)}
            </button>
        }
    };
    view! {
        <div class="quick">
            <form class="card" aria-labelledby="door-title" on:submit=|event| event.prevent_default()>
                <h2 id="door-title">{move || title(desk)}</h2>
                <p class="soft">{word(Word::OFFER_ABOUT)}</p>
                {(0..=BONUS).map(|at| field(desk, visitor, at)).collect_view()}
                <div class="choice" role="group" aria-label=word(Word::OFFER_BONUS)>
                    {kind(false, Word::OFFER_OF_SALES)}{kind(true, Word::OFFER_FOR_PLAN)}
                </div>
                {(BONUS + 1..FIELDS.len()).map(|at| field(desk, visitor, at)).collect_view()}
            </form>
            <aside class="aside flow" aria-labelledby="offer-answer">
                <div class="card flow">
                    <h2 id="offer-answer">{word(Word::OFFER_ANSWER)}</h2>
                    {move || verdict(desk, &offer.get())}
                    {move || table(desk, &offer.get())}
                    <h3>{word(Word::OFFER_ASK)}</h3>
                    <ul class="bulleted flow">
                        <li>{word(Word::OFFER_ASK_WHO)}</li>
                        <li>{word(Word::OFFER_ASK_LEADS)}</li>
                        <li>{word(Word::OFFER_ASK_WHEN)}</li>
                    </ul>
                </div>
            </aside>
        </div>
    }
}

/// An offer as it may be, in a currency: what the fields show while they are empty. Pay is no matter of exchange rates: where a
/// currency has the size of the dollar, it is of a US salesperson.
fn example(currency: Currency, at: usize, is_for_plan: bool) -> Decimal {
    let is_like_dollars = currency.size() == Currency::Usd.size();
    let money = |dollars: i64, roubles: i64| match is_like_dollars {
        true => Decimal::from(dollars),
        false => Decimal::from(roubles).saturating_mul(currency.size()).normalize(),
    };
    match at {
        0 => money(3_000, 60_000),
        PROMISED => money(6_000, 250_000),
        BONUS if is_for_plan => money(3_000, 190_000),
        BONUS => Decimal::new(5, 2),
        3 => money(60_000, 1_000_000),
        _ => Decimal::new(8, 1),
    }
}

/// The title, with the amount that an advertisement in this currency might promise.
fn title(desk: Desk) -> String {
    let amount = Exact::Value(example(desk.model.with(|model| model.about.currency), PROMISED, false));
    let shown = desk.show(|show| show.money(amount));
    desk.with(Word::OFFER_TITLE, "amount", &shown)
}

/// A field of the offer; nothing beyond the last.
fn field(desk: Desk, visitor: Visitor, at: usize) -> Option<AnyView> {
    let (name, hint, _) = FIELDS.get(at).copied()?;
    let id = format!("offer-{at}");
    let typed = move || visitor.offer.with(|texts| texts.get(at).cloned().unwrap_or_default());
    let keep = move |event: leptos::ev::Event| {
        visitor.offer.update(|texts| {
            texts.iter_mut().skip(at).take(1).for_each(|own| *own = event_target_value(&event))
        });
    };
    let is_wrong = move || {
        let text = typed();
        let measure = measure(at, visitor.is_for_plan.get());
        !text.trim().is_empty() && read_entry(measure, &text, desk.language.get()).is_err()
    };
    let example = move || {
        let is_for_plan = visitor.is_for_plan.get();
        let number = example(desk.model.with(|model| model.about.currency), at, is_for_plan);
        let text = edit_text(number, None, desk.language.get(), expected_of(measure(at, is_for_plan)));
        desk.show(|show| show.phrase(Word::START_EXAMPLE, &[("number", Filling::Text(&text))]))
    };
    let unit = move || match measure(at, visitor.is_for_plan.get()) {
        Measure::Money => desk.show(|show| currency_sign(show.currency).to_owned()),
        _ => "%".into(),
    };
    let view = view! {
        <div class="ask">
            <label for=id.clone()>{move || desk.word(name)}</label>
            <p class="hint">{move || desk.word(hint)}</p>
            <div class="field" data-state=move || is_wrong().then_some("wrong")>
                <div class="box">
                    <input
                        id=id
                        type="text"
                        inputmode="decimal"
                        autocomplete="off"
                        enterkeyhint="next"
                        placeholder=example
                        aria-invalid=move || is_wrong().then_some("true")
                        prop:value=typed
                        on:input=keep
                    />
                    <span class="unit" aria-hidden="true">{unit}</span>
                </div>
                <p class="note" role="status">{move || is_wrong().then(|| desk.word(Word::OFFER_WRONG))}</p>
            </div>
        </div>
    };
    Some(view.into_any())
}

/// The one sentence: what is usual against what is promised.
fn verdict(desk: Desk, offer: &JobOffer) -> AnyView {
    let (tone, say) = job_offer_verdict(offer);
    view! {
        <div class="verdict" data-tone=tone.name()>
            {mark(tone_mark(tone))}
            <p class="say">{desk.sentence(&say)}</p>
        </div>
    }
    .into_any()
}

/// Pay at parts of the plan.
fn table(desk: Desk, offer: &JobOffer) -> AnyView {
    let pays: Vec<_> =
        JobOffer::ATTAINMENTS.into_iter().filter_map(|part| Some((part, offer.pay_at(part)?))).collect();
    if pays.is_empty() {
        return ().into_any();
    }
    let currency = desk.model.with(|model| model.about.currency);
    let row = |(part, pay): (Decimal, Decimal)| {
        let money = |sum: Decimal| desk.show(|show| show.money(Exact::Value(sum.round_dp(0))));
        let left = after_tax(pay, currency).map(|left| view! { <td class="num">{money(left)}</td> });
        let part = desk.show(|show| show.percent(Exact::Value(part)));
        view! { <tr><th scope="row">{part}</th><td class="num">{money(pay)}</td>{left}</tr> }
    };
    let left =
        (currency == Currency::Rub).then(|| view! { <th class="num">{desk.word(Word::OFFER_LEFT)}</th> });
    let note = if currency == Currency::Rub { Word::OFFER_TAX } else { Word::OFFER_NO_TAX };
    view! {
        <table class="data">
            <thead>
                <tr><th>{desk.word(Word::OFFER_PART)}</th><th class="num">{desk.word(Word::OFFER_BEFORE)}</th>{left}</tr>
            </thead>
            <tbody>{pays.into_iter().map(row).collect_view()}</tbody>
        </table>
        <p class="hint">{desk.word(note)}</p>
    }
    .into_any()
}
