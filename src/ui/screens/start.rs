//! Start: eight numbers and the first answer. What one can start from instead comes a moment later.

use super::visitor::{Door, Visitor};
use crate::first_screen::{OPENING_CLIENTS, PAIRS, Pair, example_note, heading, input_id};
use crate::judge::{PathStep, StepState, Tone, first_verdict, first_verdict_month};
use crate::model::{Model, QUICK, quick_paths, with_example};
use crate::plan::{Outcome, evaluate_first};
use crate::text::{Sentence, Word, capitalised, quick_example_text};
use crate::ui::fields::NumberField;
use crate::ui::icon::{icon, mark, tone_mark};
use crate::ui::keeper::{Errand, keeper};
use crate::ui::later::{Later, Part, Place};
use crate::ui::screen::Screen;
use crate::ui::state::{Desk, desk};
use leptos::prelude::*;

/// The Start screen.
#[component]
pub fn StartScreen() -> impl IntoView {
    let desk = desk();
    let word = move |word: Word| move || desk.word(word);
    let visitor = expect_context::<Visitor>();
    let panel = move || match visitor.door.get() {
        Door::Owner => view! { <div class="quick"><QuickStart /><FirstAnswer /></div> }.into_any(),
        _ => view! { <Place part=Part::Doors /> }.into_any(),
    };
    view! {
        <header class="about">
            <h1>{word(Word::START_TITLE)}</h1>
            <p class="lead">{word(Word::START_LEAD)}</p>
            <p class="hint">{word(Word::START_PRIVATE)}</p>
        </header>
        <Doors />
        {panel}
        <Place part=Part::Shelf quiet=true />
    }
}

/// Who has come: what the screen offers goes by it.
#[component]
fn Doors() -> impl IntoView {
    let (desk, visitor) = (desk(), expect_context::<Visitor>());
    let later = expect_context::<Later>();
    let open = move |door: Door| {
        if door != Door::Owner {
            later.need(Part::Doors);
        }
        visitor.door.set(door);
    };
    let door = move |door: Door| {
        let is_open = move || visitor.door.get() == door;
        view! {
            <button
                type="button"
                class="door"
                aria-pressed=move || is_open().to_string()
                on:click=move |_| open(door)
            >
                <b>{move || desk.word(door.name())}</b>
                <span>{move || desk.word(door.offers())}</span>
            </button>
        }
    };
    view! {
        <div class="doors" role="group" aria-label=move || desk.word(Word::START_DOORS)>
            {Door::ALL.map(door).into_iter().collect_view()}
        </div>
    }
}

/// The questions, in groups, by their places among the quick numbers.
const GROUPS: [(Word, &[usize]); 3] = [
    (Word::START_GROUP_CLIENTS, &[0, 1, 2]),
    (Word::START_GROUP_PAYS, &[3, 4, 5, 6]),
    (Word::START_GROUP_COSTS, &[7]),
];

/// A question and its hint.
const QUESTIONS: [(Word, Word); QUICK] = [
    (Word::START_BUDGET, Word::START_BUDGET_HINT),
    (Word::START_CPL, Word::START_CPL_HINT),
    (Word::START_CONVERSION, Word::START_CONVERSION_HINT),
    (Word::START_PRICE, Word::START_PRICE_HINT),
    (Word::START_COST_SHARE, Word::START_COST_SHARE_HINT),
    (Word::START_ORDERS, Word::START_ORDERS_HINT),
    (Word::START_STAY, Word::START_STAY_HINT),
    (Word::START_FIXED, Word::START_FIXED_HINT),
];

/// The eight numbers, where the document still is as simple as they are.
#[component]
fn QuickStart() -> impl IntoView {
    let desk = desk();
    let paths = Memo::new(move |_| desk.model.with(quick_paths));
    view! {
        <form class="card" aria-label=move || desk.word(Word::DOOR_OWNER_OFFERS) on:submit=|event| event.prevent_default()>
            {move || match paths.get() {
                Some(paths) => questions(desk, &paths).into_any(),
                None => view! { <Outgrown /> }.into_any(),
            }}
        </form>
    }
}

fn questions(desk: Desk, paths: &[String; QUICK]) -> impl IntoView {
    let group = |(legend, questions): (Word, &[usize])| {
        let asks = questions.iter().filter_map(|at| ask(desk, *at, paths.get(*at)?)).collect_view();
        view! { <fieldset><legend>{move || desk.word(legend)}</legend>{asks}</fieldset> }
    };
    let hint = view! { <p class="hint">{move || desk.word(Word::START_UNSURE)}</p> };
    (hint, GROUPS.map(group).into_iter().collect_view(), already(desk))
}

/// Clients one already has: asked of whoever says so.
fn already(desk: Desk) -> AnyView {
    let example = Signal::derive(move || desk.word(Word::START_ALREADY_EXAMPLE));
    view! {
        <details class="ask">
            <summary>{move || desk.word(Word::START_ALREADY)}</summary>
            <label for=input_id(OPENING_CLIENTS)>{move || desk.word(Word::START_ALREADY_COUNT)}</label>
            <p class="hint">{move || desk.word(Word::START_ALREADY_HINT)}</p>
            <NumberField path=OPENING_CLIENTS blank_zero=true bare=true placeholder=example />
        </details>
    }
    .into_any()
}

/// One question; nothing beyond the last.
fn ask(desk: Desk, at: usize, path: &str) -> Option<AnyView> {
    let (question, hint) = QUESTIONS.get(at).copied()?;
    let label_id = input_id(path);
    let example = Signal::derive(move || desk.show(|show| quick_example_text(show, at)));
    let view = view! {
        <div class="ask">
            <label for=label_id>{move || desk.word(question)}</label>
            <p class="hint">{move || desk.word(hint)}</p>
            <NumberField path=path blank_zero=true bare=true placeholder=example />
        </div>
    };
    Some(view.into_any())
}

/// The steps of the path, by the screens on which they are taken.
const STEPS: [(Screen, PathStep); 3] =
    [(Screen::Plan, PathStep::Plan), (Screen::People, PathStep::People), (Screen::Facts, PathStep::Facts)];

/// The steps after them: what each is called, and what it says while it is not done.
const LATER: [(Screen, PathStep, Word, Word); 2] = [
    (Screen::People, PathStep::Kpis, Word::PATH_KPIS, Word::PATH_KPIS_WAIT),
    (Screen::Facts, PathStep::Quarters, Word::PATH_QUARTERS, Word::PATH_QUARTERS_WAIT),
];

/// What stands in place of the questions when the document has outgrown them: how far it has come, and what comes next.
#[component]
fn Outgrown() -> impl IntoView {
    let (desk, keeper) = (desk(), keeper());
    let name = move || desk.model.with(|model| model.about.name.clone());
    let fresh = move |_| keeper.ask(desk, Errand::CreateEmpty);
    let row = move |(screen, step): (Screen, PathStep)| {
        let state = move || desk.step_state(step);
        let said = move || state().map(|state| desk.word(state.word().unwrap_or(Word::STEP_EMPTY)));
        view! {
            <li data-step=move || state().map_or("empty", StepState::name)>
                <button type="button" class="link" on:click=move |_| desk.screen.set(screen)>
                    {move || desk.word(screen.name())}
                </button>
                <span class="soft">{said}</span>
            </li>
        }
    };
    // What comes after them says what it waits for.
    let later_row = move |(screen, step, name, waits): (Screen, PathStep, Word, Word)| {
        let state = move || desk.step_state(step);
        let said = move || {
            let month = desk.model.with(|model| desk.show(|show| show.calendar(first_verdict_month(model))));
            state().map(|state| match state {
                StepState::Done => desk.word(Word::STEP_DONE),
                _ => desk.with(waits, "month", &month),
            })
        };
        view! {
            <li data-step=move || state().map_or("empty", StepState::name)>
                <button type="button" class="link" on:click=move |_| desk.screen.set(screen)>
                    {move || state().map(|_| desk.word(name))}
                </button>
                <span class="soft">{said}</span>
            </li>
        }
    };
    // The first step that is not done; all done, what has been stands against the plan.
    let next = Memo::new(move |_| {
        let is_open = |(_, step): &&(Screen, PathStep)| {
            desk.step_state(*step).is_some_and(|state| state != StepState::Done)
        };
        STEPS.iter().find(is_open).map(|(screen, _)| *screen)
    });
    let what_next = move || {
        // Nothing is said before it is known.
        desk.step_state(PathStep::Plan)?;
        let word = match next.get() {
            Some(Screen::People) => Word::START_NEXT_PEOPLE,
            Some(Screen::Facts) => Word::START_NEXT_FACTS,
            Some(_) => Word::START_NEXT_PLAN,
            None => Word::START_NEXT_COMPARE,
        };
        Some(desk.word(word))
    };
    let go_on = move |_| desk.screen.set(next.get_untracked().unwrap_or(Screen::Facts));
    view! {
        <div class="flow">
            <p>{move || desk.with(Word::START_OUTGROWN, "name", &name())}</p>
            <ol class="path">{STEPS.map(row).into_iter().collect_view()}{LATER.map(later_row).into_iter().collect_view()}</ol>
            <p class="soft">{what_next}</p>
            <div class="line">
                <button type="button" class="primary" on:click=go_on>{move || desk.word(Word::START_GO_ON)}</button>
                <button type="button" on:click=fresh>{icon("i-plus")}{move || desk.word(Word::START_AFRESH)}</button>
            </div>
        </div>
    }
}

/// What the first answer is of: the document, with an example in place of what is missing.
#[derive(Clone, Copy)]
struct Shown {
    desk: Desk,
    /// The document with the example and what comes of it, and how many numbers that fills; none where nothing is missing.
    example: Memo<Option<(Model, Outcome, usize)>>,
}

impl Shown {
    fn new(desk: Desk) -> Self {
        let filled = move || {
            let (model, missing) = desk.model.with(with_example)?;
            // Nobody works where the eight numbers are all there is.
            let outcome = evaluate_first(&model, || None);
            Some((model, outcome, missing))
        };
        Self { desk, example: Memo::new_with_compare(move |_| filled(), |_, _| true) }
    }

    fn missing(self) -> usize {
        self.example.with(|example| example.as_ref().map_or(0, |(.., missing)| *missing))
    }

    /// How it sounds, and the sentence.
    fn verdict(self) -> (Tone, Sentence) {
        // What is in part an example's has no verdict but one's own: that so much is missing.
        let of_example = self.example.with(|example| match example {
            Some((model, outcome, QUICK)) => Some(first_verdict(model, outcome)),
            _ => None,
        });
        let of_example = of_example.map(|verdict| (verdict.tone, verdict.say));
        of_example.unwrap_or_else(|| self.desk.verdict.with(|verdict| (verdict.tone, verdict.say.clone())))
    }

    fn with<T>(self, look: impl Fn(&Outcome) -> T) -> T {
        let of_example = self.example.with(|example| example.as_ref().map(|(_, outcome, _)| look(outcome)));
        of_example.unwrap_or_else(|| self.desk.outcome.with(look))
    }
}

/// The first answer beside the questions: the verdict, what a client brings and costs, four figures.
#[component]
fn FirstAnswer() -> impl IntoView {
    let desk = desk();
    let shown = Shown::new(desk);
    let missing = Memo::new(move |_| shown.missing());
    let sums = Memo::new(move |_| shown.with(|outcome| (outcome.client.ltv, outcome.total.cac_loaded)));
    let verdict = Memo::new(move |_| shown.verdict());
    let picture = move || mark(tone_mark(verdict.with(|(tone, _)| *tone)));
    let pair = move |(name, text): Pair| {
        let text = move || shown.with(|outcome| desk.show(|show| text(show, outcome)));
        view! { <div><dt>{move || capitalised(&desk.word(name))}</dt><dd>{text}</dd></div> }
    };
    view! {
        <aside class="aside flow" aria-labelledby="first-answer">
            <div class="card flow" id="first-answer-card" data-example=move || (missing.get() > 0).then_some("")>
                <h2 id="first-answer">{move || desk.word(heading(missing.get()))}</h2>
                <p class="whose">{move || desk.show(|show| example_note(show, missing.get()))}</p>
                <div class="verdict" data-tone=move || verdict.with(|(tone, _)| tone.name())>
                    {picture}
                    <p class="say">{move || verdict.with(|(_, say)| desk.sentence(say))}</p>
                </div>
                <crate::ui::charts::ClientScale sums=sums />
                <dl class="pairs">{PAIRS.map(pair).into_iter().collect_view()}</dl>
                <div class="line">
                    <button type="button" class="primary" on:click=move |_| desk.screen.set(Screen::Result)>
                        {move || desk.word(Word::START_TO_RESULT)}
                    </button>
                    <button type="button" on:click=move |_| desk.screen.set(Screen::Plan)>
                        {move || desk.word(Word::START_TO_PLAN)}
                    </button>
                </div>
            </div>
        </aside>
    }
}
