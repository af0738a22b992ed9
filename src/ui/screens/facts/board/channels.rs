//! The channels: how each has come through, what to do next, and the buttons that do it.

use super::super::proposal::{Opened, Proposal, Question, adoption, giving_up, question};
use super::super::view::{Compared, Shown};
use super::figure_table::{badge, figures};
use crate::browser::focus;
use crate::desk::commands::SetStatus;
use crate::evidence::{ChannelStanding, Next, RUN_IN_MONTHS};
use crate::model::{Choice, Status};
use crate::number::{Exact, Number};
use crate::text::run_in::{measured_name, next_text, verdict_text};
use crate::text::{Filling, Word, choice_text, row_name};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// A channel with its name.
struct Card {
    name: String,
    standing: ChannelStanding,
}

/// The channels that run in these months.
pub fn channels(desk: Desk, shown: Shown, opened: Opened) -> AnyView {
    let cards = move || shown.with(|compared| cards(desk, compared, opened));
    view! { <h3>{move || desk.word(Word::BOARD_CHANNELS)}</h3>{cards} }.into_any()
}

fn cards(desk: Desk, compared: &Compared, opened: Opened) -> AnyView {
    let cards: Vec<_> =
        named(desk, compared).into_iter().map(|own| card(desk, compared, own, opened)).collect();
    match cards.is_empty() {
        true => view! { <p>{desk.word(Word::BOARD_NO_CHANNELS)}</p> }.into_any(),
        false => view! { <ul class="pay-parts">{cards}</ul> }.into_any(),
    }
}

fn named(desk: Desk, compared: &Compared) -> Vec<Card> {
    let card = |standing: ChannelStanding| {
        let path = ["channels/", &standing.id].concat();
        Card { name: desk.show(|show| row_name(show, compared.plan().plan(), &path)), standing }
    };
    compared.study.channels(compared.baseline).into_iter().map(card).collect()
}

/// What is to be done next, as a line for each kind of channels.
pub fn to_do(desk: Desk, compared: &Compared) -> Vec<AnyView> {
    let cards = named(desk, compared);
    let kinds: [(Word, &[Next]); 4] = [
        (Word::BOARD_TODO_DECIDE, &[Next::Decide]),
        (Word::BOARD_TODO_PASS, &[Next::Pass]),
        (Word::BOARD_TODO_RECORD, &[Next::Record]),
        (Word::BOARD_TODO_GO_ON, &[Next::GoOn, Next::TestOn]),
    ];
    let line = |(word, kinds): (Word, &[Next])| {
        let is_to_do = |own: &ChannelStanding| kinds.contains(&own.next()) && !own.is_done();
        let own = cards.iter().filter(|card| is_to_do(&card.standing));
        let names: Vec<_> = own.map(|card| card.name.clone()).collect();
        super::indicators::names_line(desk, word, &names)
    };
    kinds.into_iter().filter_map(line).collect()
}

fn heading_id(channel: &str) -> String {
    ["board-channel-", channel].concat()
}

fn card(desk: Desk, compared: &Compared, card: Card, opened: Opened) -> AnyView {
    let recorded = recorded(desk, card.standing.run.months);
    let status = card.standing.status.map(|status| {
        let name = desk.show(|show| choice_text(show, "channels/a/status", status.name()));
        view! { <span class="soft">{desk.with(Word::BOARD_STATUS, "status", &name)}</span> }.into_any()
    });
    view! {
        <li class="pay-part">
            <div class="line">
                <h4 id=heading_id(&card.standing.id) tabindex="-1">{card.name.clone()}</h4>
                {status}
                <span class="soft">{recorded}</span>
                {badge(desk, card.standing.run.verdict)}
            </div>
            {since_then(desk, &card)}
            {decision(desk, compared, &card, opened)}
            {figures_to_open(desk, compared.clone(), &card)}
        </li>
    }
    .into_any()
}

/// The figures of a channel; drawn when they are opened for the first time, for there are many.
fn figures_to_open(desk: Desk, compared: Compared, card: &Card) -> AnyView {
    let was_opened = RwSignal::new(false);
    let (name, at) = (card.name.clone(), card.standing.run.at);
    let table = move || {
        let run = was_opened.get().then(|| compared.plan().run()).flatten()?;
        let findings: Vec<_> = run.of_channel(at).collect();
        Some(figures(desk, compared.plan().plan(), &name, run, &findings))
    };
    view! {
        <details on:toggle=move |_| was_opened.set(true)>
            <summary>{desk.word(Word::BOARD_FIGURES)}</summary>
            {table}
        </details>
    }
    .into_any()
}

fn recorded(desk: Desk, months: u32) -> String {
    let word = if months < RUN_IN_MONTHS { Word::BOARD_RECORDED } else { Word::BOARD_RECORDED_ALL };
    desk.show(|show| {
        let [n, all] = [months, RUN_IN_MONTHS].map(|own| show.count(Exact::whole(own)));
        let n = ("n", Filling::Number(&n, Some(u64::from(months))));
        show.phrase(word, &[n, ("all", Filling::Text(&all))])
    })
}

/// What the facts say of today's plan, where that is another thing.
fn since_then(desk: Desk, card: &Card) -> Option<AnyView> {
    let today = card.standing.today.as_ref().filter(|today| today.verdict != card.standing.run.verdict)?;
    let verdict = desk.show(|show| verdict_text(show, today.verdict));
    Some(view! { <p>{desk.with(Word::BOARD_SINCE_THEN, "verdict", &verdict)}</p> }.into_any())
}

/// What to do next, in words and as buttons; or the question that is open.
fn decision(desk: Desk, compared: &Compared, card: &Card, opened: Opened) -> AnyView {
    let Some(status) = card.standing.status.filter(|status| *status != Status::Dropped) else {
        return ().into_any();
    };
    if let Some(question) = open_question(desk, compared, card, opened) {
        return question;
    }
    let is_passed = status == Status::Proven;
    let buttons = match card.standing.next() {
        Next::Record => vec![to_record(desk)],
        Next::GoOn => Vec::new(),
        Next::TestOn if is_passed => Vec::new(),
        Next::TestOn => test_on(desk, card, status),
        Next::Pass if is_passed => Vec::new(),
        Next::Pass => vec![pass(desk, card)],
        Next::Decide => decide(desk, compared, card, status, opened),
    };
    let run = card.standing.today.as_ref().unwrap_or(&card.standing.run);
    let open = open(desk, compared, card);
    let text = desk.show(|show| next_text(show, run, is_passed, &open));
    view! { <p>{text}</p><div class="line">{buttons}</div> }.into_any()
}

/// The figures of a channel of which nothing can be told yet, by name.
fn open(desk: Desk, compared: &Compared, card: &Card) -> String {
    let today = compared.study.current();
    desk.show(|show| {
        let names = card.standing.open(today).map(|it| measured_name(show, today.plan(), it));
        names.collect::<Vec<_>>().join(", ")
    })
}

/// The button that leads to where facts are written down.
pub fn to_record(desk: Desk) -> AnyView {
    let go = move |_| focus::heading("facts-record");
    view! { <button type="button" on:click=go>{desk.word(Word::BOARD_TO_RECORD)}</button> }.into_any()
}

fn pass(desk: Desk, card: &Card) -> AnyView {
    button(desk, card, ("primary", Word::BOARD_PASS), Status::Proven, Word::BOARD_DONE_PASS)
}

/// The button that puts the channel into its run-in, unless it is there.
fn test_on(desk: Desk, card: &Card, status: Status) -> Vec<AnyView> {
    let button = || button(desk, card, ("", Word::BOARD_TEST_ON), Status::RunIn, Word::BOARD_DONE_TEST_ON);
    (status != Status::RunIn).then(button).into_iter().collect()
}

fn button(
    desk: Desk,
    card: &Card,
    (class, word): (&'static str, Word),
    status: Status,
    done: Word,
) -> AnyView {
    let (id, name) = (card.standing.id.clone(), card.name.clone());
    let press = move |_| {
        // The channel may have gone meanwhile: then there is nothing to say of it.
        if desk.run(&SetStatus { channel: id.clone(), status }).is_ok() {
            tell(desk, done, &name, heading_id(&id));
        }
    };
    view! { <button type="button" class=class on:click=press>{desk.word(word)}</button> }.into_any()
}

/// Says what has been done, and leaves the focus at a heading.
fn tell(desk: Desk, done: Word, name: &str, heading: String) {
    desk.tell_done(desk.with_untracked(done, "name", name));
    focus::later(heading);
}

fn ask(
    desk: Desk,
    card: &Card,
    (class, word): (&'static str, Word),
    act: Question,
    opened: Opened,
) -> AnyView {
    let key = (heading_id(&card.standing.id), act);
    let open = move |_| opened.set(Some(key.clone()));
    view! { <button type="button" class=class on:click=open>{desk.word(word)}</button> }.into_any()
}

/// The way to a plan changed to the facts, where it has a field for what is below plan.
fn adopt(
    desk: Desk,
    compared: &Compared,
    card: &Card,
    class: &'static str,
    opened: Opened,
) -> Option<AnyView> {
    let can_adopt = proposal(desk, compared, card, Question::Adopt).is_some();
    can_adopt.then(|| ask(desk, card, (class, Word::BOARD_ADOPT), Question::Adopt, opened))
}

fn decide(desk: Desk, compared: &Compared, card: &Card, status: Status, opened: Opened) -> Vec<AnyView> {
    let adopt = adopt(desk, compared, card, "primary", opened);
    let drop = ask(desk, card, ("danger", Word::BOARD_DROP), Question::Drop, opened);
    let hint = adopt
        .is_none()
        .then(|| view! { <p class="hint">{desk.word(Word::BOARD_CANNOT_ADOPT)}</p> }.into_any());
    let stays = (status == Status::RunIn)
        .then(|| view! { <span class="soft">{desk.word(Word::BOARD_TESTING)}</span> }.into_any());
    hint.into_iter().chain(adopt).chain(test_on(desk, card, status)).chain([drop]).chain(stays).collect()
}

fn open_question(desk: Desk, compared: &Compared, card: &Card, opened: Opened) -> Option<AnyView> {
    let (_, act) = opened.get().filter(|(whose, _)| *whose == heading_id(&card.standing.id))?;
    let proposal = proposal(desk, compared, card, act)?;
    let (words, done, heading) = match act {
        Question::Adopt => (
            (Word::BOARD_ADOPT_TITLE, Word::BOARD_DO_ADOPT),
            Word::BOARD_DONE_ADOPT,
            heading_id(&card.standing.id),
        ),
        // A channel that is given up leaves the board.
        Question::Drop => {
            ((Word::BOARD_DROP_TITLE, Word::BOARD_DO_DROP), Word::BOARD_DONE_DROP, "facts-board".to_owned())
        }
    };
    let name = card.name.clone();
    Some(question(desk, words, proposal, opened, move || tell(desk, done, &name, heading.clone())))
}

/// What a decision would make of today's plan.
fn proposal(desk: Desk, compared: &Compared, card: &Card, act: Question) -> Option<Proposal> {
    card.standing.today.as_ref()?;
    match act {
        Question::Adopt => adoption(desk, compared, card.standing.below(compared.study.current()), false),
        Question::Drop => Some(giving_up(&card.standing.id)),
    }
}
