//! The channels: how each has come through, what to do next, and the buttons that do it.

use super::super::View;
use super::super::proposal::{Act, Change, Opened, adoption, put_status, question, without};
use super::super::studied::Studied;
use super::figure_table::{badge, figures};
use crate::browser::focus;
use crate::evidence::{ChannelRun, Finding, Next, RUN_IN_MONTHS, RunIn, Verdict};
use crate::model::{Choice, Model, Status};
use crate::number::{Exact, Number};
use crate::text::run_in::{fact_source, measured_name, verdict_text};
use crate::text::{Filling, Word, choice_text, row_name};
use crate::ui::state::Desk;
use leptos::prelude::*;

/// A channel of the plan looked at, and the same in today's plan.
struct Seen {
    id: String,
    name: String,
    /// Its status today; none where it has been taken out since.
    status: Option<Status>,
    run: ChannelRun,
    /// How it stands to today's plan.
    today: Option<ChannelRun>,
}

impl Seen {
    /// What to do next: a question to today's plan.
    fn next(&self) -> Next {
        self.today.as_ref().unwrap_or(&self.run).next
    }
}

/// The channels that run in these months.
pub fn channels(desk: Desk, view: View, opened: Opened) -> AnyView {
    let cards = move || view.studied.with(|studied| cards(desk, studied, opened));
    view! { <h3>{move || desk.word(Word::BOARD_CHANNELS)}</h3>{cards} }.into_any()
}

fn cards(desk: Desk, studied: &Studied, opened: Opened) -> AnyView {
    let Some(run) = &studied.run else { return ().into_any() };
    let cards: Vec<_> =
        seen(desk, studied).into_iter().map(|seen| card(desk, studied, run, seen, opened)).collect();
    match cards.is_empty() {
        true => view! { <p>{desk.word(Word::BOARD_NO_CHANNELS)}</p> }.into_any(),
        false => view! { <ul class="pay-parts">{cards}</ul> }.into_any(),
    }
}

fn seen(desk: Desk, studied: &Studied) -> Vec<Seen> {
    let (Some(run), Some(today)) = (&studied.run, studied.run_today()) else { return Vec::new() };
    // The document as it is now; looked at anew whenever what is studied is.
    desk.model.with_untracked(|model| {
        let see = |run: &ChannelRun| {
            let id = studied.plan.channels.get(run.at)?.id.clone();
            let name = desk.show(|show| row_name(show, &studied.plan, &["channels/", &id].concat()));
            let status = model.channels.iter().find(|own| own.id == id).map(|own| own.status);
            let is_it = |own: &&ChannelRun| model.channels.get(own.at).is_some_and(|own| own.id == id);
            let today = today.channels.iter().find(is_it).cloned();
            Some(Seen { id, name, status, run: run.clone(), today })
        };
        run.channels.iter().filter_map(see).collect()
    })
}

/// What is to be done next, as a line for each kind of channels.
pub fn to_do(desk: Desk, studied: &Studied) -> Vec<AnyView> {
    let seen = seen(desk, studied);
    let kinds: [(Word, &[Next]); 5] = [
        (Word::BOARD_TODO_DECIDE, &[Next::Decide]),
        (Word::BOARD_TODO_EARLY, &[Next::Early]),
        (Word::BOARD_TODO_PASS, &[Next::Pass]),
        (Word::BOARD_TODO_RECORD, &[Next::Record]),
        (Word::BOARD_TODO_GO_ON, &[Next::GoOn, Next::TestOn]),
    ];
    let is_done = |seen: &Seen| match seen.status {
        Some(Status::Dropped) | None => true,
        Some(Status::Proven) => seen.next() == Next::Pass,
        _ => false,
    };
    let line = |(word, kinds): (Word, &[Next])| {
        let own = seen.iter().filter(|seen| kinds.contains(&seen.next()) && !is_done(seen));
        let names: Vec<_> = own.map(|seen| seen.name.clone()).collect();
        super::indicators::names_line(desk, word, &names)
    };
    kinds.into_iter().filter_map(line).collect()
}

fn heading_id(channel: &str) -> String {
    ["board-channel-", channel].concat()
}

fn card(desk: Desk, studied: &Studied, run: &RunIn, seen: Seen, opened: Opened) -> AnyView {
    let findings: Vec<_> = run.of_channel(seen.run.at).collect();
    let recorded = recorded(desk, seen.run.months);
    let status = seen.status.map(|status| {
        let name = desk.show(|show| choice_text(show, "channels/a/status", status.name()));
        view! { <span class="soft">{desk.with(Word::BOARD_STATUS, "status", &name)}</span> }.into_any()
    });
    let table = figures(desk, studied, &seen.name, run, &findings);
    view! {
        <li class="pay-part">
            <div class="line">
                <h4 id=heading_id(&seen.id) tabindex="-1">{seen.name.clone()}</h4>
                {status}
                <span class="soft">{recorded}</span>
                {badge(desk, seen.run.verdict)}
            </div>
            {since_then(desk, &seen)}
            {decision(desk, studied, &seen, opened)}
            <details><summary>{desk.word(Word::BOARD_FIGURES)}</summary>{table}</details>
        </li>
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
fn since_then(desk: Desk, seen: &Seen) -> Option<AnyView> {
    let today = seen.today.as_ref().filter(|today| today.verdict != seen.run.verdict)?;
    let verdict = desk.show(|show| verdict_text(show, today.verdict));
    Some(view! { <p>{desk.with(Word::BOARD_SINCE_THEN, "verdict", &verdict)}</p> }.into_any())
}

/// What to do next, in words and as buttons; or the question that is open.
fn decision(desk: Desk, studied: &Studied, seen: &Seen, opened: Opened) -> AnyView {
    let Some(status) = seen.status.filter(|status| *status != Status::Dropped) else { return ().into_any() };
    if let Some(question) = open_question(desk, studied, seen, opened) {
        return question;
    }
    let is_passed = status == Status::Proven;
    let (word, buttons) = match seen.next() {
        Next::Record => (Word::BOARD_NEXT_RECORD, vec![to_record(desk)]),
        Next::GoOn => (Word::BOARD_NEXT_GO_ON, Vec::new()),
        Next::Early => (Word::BOARD_NEXT_EARLY, adopt(desk, studied, seen, "", opened).into_iter().collect()),
        Next::TestOn if is_passed => (Word::BOARD_NEXT_TEST_ON, Vec::new()),
        Next::TestOn => (Word::BOARD_NEXT_TEST_ON, test_on(desk, seen, status)),
        Next::Pass if is_passed => (Word::BOARD_NEXT_PASSED, Vec::new()),
        Next::Pass => (Word::BOARD_NEXT_PASS, vec![pass(desk, seen)]),
        Next::Decide => (Word::BOARD_NEXT_DECIDE, decide(desk, studied, seen, status, opened)),
    };
    view! { <p>{desk.with(word, "names", &open(desk, studied, seen))}</p><div class="line">{buttons}</div> }
        .into_any()
}

/// The figures of a channel that are not clear yet, by name.
fn open(desk: Desk, studied: &Studied, seen: &Seen) -> String {
    let Some((run, today)) = studied.run_today().zip(seen.today.as_ref()) else { return String::new() };
    let is_open = |it: &&Finding| matches!(it.judgement.verdict, Verdict::NotYet | Verdict::NoData);
    desk.show(|show| {
        let name = |it: &Finding| desk.model.with_untracked(|model| measured_name(show, model, it));
        let names: Vec<_> = run.of_channel(today.at).filter(is_open).map(name).collect();
        names.join(", ")
    })
}

/// The button that leads to where facts are written down.
pub fn to_record(desk: Desk) -> AnyView {
    let go = move |_| focus::heading("run-in-record");
    view! { <button type="button" on:click=go>{desk.word(Word::BOARD_TO_RECORD)}</button> }.into_any()
}

fn pass(desk: Desk, seen: &Seen) -> AnyView {
    button(desk, seen, ("primary", Word::BOARD_PASS), Status::Proven, Word::BOARD_DONE_PASS)
}

/// The button that puts the channel into its run-in, unless it is there.
fn test_on(desk: Desk, seen: &Seen, status: Status) -> Vec<AnyView> {
    let button = || button(desk, seen, ("", Word::BOARD_TEST_ON), Status::RunIn, Word::BOARD_DONE_TEST_ON);
    (status != Status::RunIn).then(button).into_iter().collect()
}

fn button(
    desk: Desk,
    seen: &Seen,
    (class, word): (&'static str, Word),
    status: Status,
    done: Word,
) -> AnyView {
    let (id, name) = (seen.id.clone(), seen.name.clone());
    let press = move |_| {
        put_status(desk, &id, status);
        tell(desk, done, &name, heading_id(&id));
    };
    view! { <button type="button" class=class on:click=press>{desk.word(word)}</button> }.into_any()
}

/// Says what has been done, and leaves the focus at a heading.
fn tell(desk: Desk, done: Word, name: &str, heading: String) {
    desk.notice.set(Some(desk.with_untracked(done, "name", name)));
    focus::later(heading);
}

fn ask(desk: Desk, seen: &Seen, (class, word): (&'static str, Word), act: Act, opened: Opened) -> AnyView {
    let key = (heading_id(&seen.id), act);
    let open = move |_| opened.set(Some(key.clone()));
    view! { <button type="button" class=class on:click=open>{desk.word(word)}</button> }.into_any()
}

/// The way to a plan changed to the facts, where it has a field for what is not borne out.
fn adopt(desk: Desk, studied: &Studied, seen: &Seen, class: &'static str, opened: Opened) -> Option<AnyView> {
    let can_adopt = change(desk, studied, seen, Act::Adopt).is_some();
    can_adopt.then(|| ask(desk, seen, (class, Word::BOARD_ADOPT), Act::Adopt, opened))
}

fn decide(desk: Desk, studied: &Studied, seen: &Seen, status: Status, opened: Opened) -> Vec<AnyView> {
    let adopt = adopt(desk, studied, seen, "primary", opened);
    let drop = ask(desk, seen, ("danger", Word::BOARD_DROP), Act::Drop, opened);
    let hint = adopt
        .is_none()
        .then(|| view! { <p class="hint">{desk.word(Word::BOARD_CANNOT_ADOPT)}</p> }.into_any());
    let stays = (status == Status::RunIn)
        .then(|| view! { <span class="soft">{desk.word(Word::BOARD_TESTING)}</span> }.into_any());
    hint.into_iter().chain(adopt).chain(test_on(desk, seen, status)).chain([drop]).chain(stays).collect()
}

fn open_question(desk: Desk, studied: &Studied, seen: &Seen, opened: Opened) -> Option<AnyView> {
    let (_, act) = opened.get().filter(|(whose, _)| *whose == heading_id(&seen.id))?;
    let change = change(desk, studied, seen, act)?;
    let (words, done, heading) = match act {
        Act::Adopt => {
            ((Word::BOARD_ADOPT_TITLE, Word::BOARD_DO_ADOPT), Word::BOARD_DONE_ADOPT, heading_id(&seen.id))
        }
        // A channel that is given up leaves the board.
        Act::Drop => {
            ((Word::BOARD_DROP_TITLE, Word::BOARD_DO_DROP), Word::BOARD_DONE_DROP, "run-in-board".to_owned())
        }
    };
    let name = seen.name.clone();
    Some(question(desk, words, change, opened, move || tell(desk, done, &name, heading.clone())))
}

/// What a decision would make of today's plan.
fn change(desk: Desk, studied: &Studied, seen: &Seen, act: Act) -> Option<Change> {
    let run = studied.run_today()?;
    let at = seen.today.as_ref()?.at;
    desk.show(|show| {
        let source = fact_source(show, run.window);
        desk.model.with_untracked(|model: &Model| match act {
            Act::Adopt => adoption(show, model, run.of_channel(at).filter(is_disproved), &source),
            Act::Drop => Some(without(&seen.id)),
        })
    })
}

/// A handful of leads that decides nothing is not taken for a measured figure.
fn is_disproved(finding: &&Finding) -> bool {
    finding.judgement.verdict == Verdict::Disproved
}
