//! Start: eight numbers and the first answer. What one can start from instead comes a moment later.

use crate::model::{QUICK, quick_paths};
use crate::plan::{FigureUnit, Outcome};
use crate::text::{Show, Word, capitalised};
use crate::ui::fields::NumberField;
use crate::ui::icon::{icon, mark, tone_mark};
use crate::ui::keeper::{Errand, keeper};
use crate::ui::later::{Part, Place};
use crate::ui::screen::Screen;
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;

/// The Start screen.
#[component]
pub fn StartScreen() -> impl IntoView {
    view! {
        <div class="quick">
            <QuickStart />
            <FirstAnswer />
        </div>
        <Place part=Part::Shelf quiet=true />
    }
}

/// The questions, in groups, by their places among the quick numbers.
const GROUPS: [(Word, &[usize]); 3] = [
    (Word::START_GROUP_CLIENTS, &[0, 1, 2]),
    (Word::START_GROUP_PAYS, &[3, 4, 5, 6]),
    (Word::START_GROUP_COSTS, &[7]),
];

/// A question, its hint and what an empty field shows.
const QUESTIONS: [(Word, Word, Word); QUICK] = [
    (Word::START_BUDGET, Word::START_BUDGET_HINT, Word::START_BUDGET_EXAMPLE),
    (Word::START_CPL, Word::START_CPL_HINT, Word::START_CPL_EXAMPLE),
    (Word::START_CONVERSION, Word::START_CONVERSION_HINT, Word::START_CONVERSION_EXAMPLE),
    (Word::START_PRICE, Word::START_PRICE_HINT, Word::START_PRICE_EXAMPLE),
    (Word::START_COST_SHARE, Word::START_COST_SHARE_HINT, Word::START_COST_SHARE_EXAMPLE),
    (Word::START_ORDERS, Word::START_ORDERS_HINT, Word::START_ORDERS_EXAMPLE),
    (Word::START_STAY, Word::START_STAY_HINT, Word::START_STAY_EXAMPLE),
    (Word::START_FIXED, Word::START_FIXED_HINT, Word::START_FIXED_EXAMPLE),
];

/// The eight numbers, where the document still is as simple as they are.
#[component]
fn QuickStart() -> impl IntoView {
    let desk = desk();
    let paths = Memo::new(move |_| desk.model.with(quick_paths));
    view! {
        <form class="card" aria-labelledby="start-title" on:submit=|event| event.prevent_default()>
            <div class="title">
                <h1 id="start-title">{move || desk.word(Word::START_TITLE)}</h1>
                <p class="lead">{move || desk.word(Word::START_LEAD)}</p>
            </div>
            {move || match paths.get() {
                Some(paths) => questions(desk, &paths).into_any(),
                None => view! { <Outgrown /> }.into_any(),
            }}
        </form>
    }
}

fn questions(desk: Desk, paths: &[String; QUICK]) -> impl IntoView {
    let group = |(legend, questions): (Word, &[usize])| {
        let asks =
            questions.iter().filter_map(|at| paths.get(*at).map(|path| ask(desk, *at, path))).collect_view();
        view! { <fieldset><legend>{move || desk.word(legend)}</legend>{asks}</fieldset> }
    };
    (GROUPS.map(group).into_iter().collect_view(), already(desk))
}

/// Clients one already has: asked of whoever says so.
fn already(desk: Desk) -> AnyView {
    const PATH: &str = "opening/clients";
    let example = Signal::derive(move || desk.word(Word::START_ALREADY_EXAMPLE));
    view! {
        <details class="ask">
            <summary>{move || desk.word(Word::START_ALREADY)}</summary>
            <label for=crate::ui::fields::input_id(PATH)>{move || desk.word(Word::START_ALREADY_COUNT)}</label>
            <p class="hint">{move || desk.word(Word::START_ALREADY_HINT)}</p>
            <NumberField path=PATH blank_zero=true bare=true placeholder=example />
        </details>
    }
    .into_any()
}

fn ask(desk: Desk, at: usize, path: &str) -> impl IntoView {
    let (question, hint, example) = QUESTIONS[at.min(QUICK - 1)];
    let label_id = crate::ui::fields::input_id(path);
    view! {
        <div class="ask">
            <label for=label_id>{move || desk.word(question)}</label>
            <p class="hint">{move || desk.word(hint)}</p>
            <NumberField path=path blank_zero=true bare=true placeholder=Signal::derive(move || desk.word(example)) />
        </div>
    }
}

/// What stands in place of the questions when the document has outgrown them.
#[component]
fn Outgrown() -> impl IntoView {
    let (desk, keeper) = (desk(), keeper());
    let name = move || desk.model.with(|model| model.about.name.clone());
    let fresh = move |_| keeper.ask(desk, Errand::CreateEmpty);
    view! {
        <div class="flow">
            <p>{move || desk.with(Word::START_OUTGROWN, "name", &name())}</p>
            <div class="line">
                <button type="button" class="primary" on:click=move |_| desk.screen.set(Screen::Plan)>
                    {move || desk.word(Word::START_TO_PLAN)}
                </button>
                <button type="button" on:click=fresh>{icon("i-plus")}{move || desk.word(Word::START_AFRESH)}</button>
            </div>
        </div>
    }
}

/// The first answer beside the questions: the verdict, what a client brings and costs, four figures.
#[component]
fn FirstAnswer() -> impl IntoView {
    let desk = desk();
    let verdict = desk.verdict;
    let picture = move || mark(tone_mark(verdict.with(|verdict| verdict.tone)));
    let pair = move |name: Word, text: fn(&Show<'_>, &Outcome) -> String| {
        let text = move || desk.outcome.with(|outcome| desk.show(|show| text(show, outcome)));
        view! { <div><dt>{move || capitalised(&desk.word(name))}</dt><dd>{text}</dd></div> }
    };
    view! {
        <aside class="aside flow" aria-labelledby="first-answer">
            <div class="card flow">
                <h2 id="first-answer">{move || desk.word(Word::START_ANSWER)}</h2>
                <div class="verdict" data-tone=move || verdict.with(|verdict| verdict.tone.name())>
                    {picture}
                    <p class="say">{move || verdict.with(|verdict| desk.sentence(&verdict.say))}</p>
                </div>
                <crate::ui::charts::ClientScale />
                <dl class="pairs">
                    {pair(Word::FIGURE_MONTH_LEADS, leads)}
                    {pair(Word::FIGURE_CONVERSION, |show, outcome| show.percent(outcome.total.conversion.0))}
                    {pair(Word::FIGURE_ORDER_CONTRIBUTION, |show, outcome| {
                        show.money(outcome.client.order_contribution.0)
                    })}
                    {pair(Word::FIGURE_BREAK_EVEN_CLIENTS, clients)}
                </dl>
                <div class="line">
                    <button type="button" class="primary" on:click=move |_| desk.screen.set(Screen::Result)>
                        {move || desk.word(Word::START_TO_RESULT)}
                    </button>
                    <button type="button" on:click=move |_| desk.screen.set(Screen::Plan)>
                        {move || desk.word(Word::START_TO_PLAN)}
                    </button>
                </div>
            </div>
            <p class="hint">{move || desk.word(Word::START_PRIVATE)}</p>
        </aside>
    }
}

/// Leads of the first month.
fn leads(show: &Show<'_>, outcome: &Outcome) -> String {
    outcome.volumes.leads.first().map_or_else(String::new, |leads| show.count(leads.0))
}

/// Clients with whom the twelfth month pays for itself.
fn clients(show: &Show<'_>, outcome: &Outcome) -> String {
    let clients = outcome.break_even.clients.get(11);
    clients.map_or_else(String::new, |clients| show.answer(clients.map(|count| count.0), FigureUnit::Count))
}
