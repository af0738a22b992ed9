//! The two pages of the report: answers, and the tables that they rest on.

use super::super::baseline::baseline_name;
use super::super::compare::channels;
use super::super::compare::table::{Group, plan_actual_table, statement_group};
use super::super::compare::waterfall::{picture, rests_on, taken_apart};
use super::super::quarters::changes::changes;
use super::super::quarters::outlook::outlook;
use super::super::view::{Compared, Shown, View};
use crate::evidence::{ChannelRun, Indicator, Next, RunIn, Verdict};
use crate::judge::{opening_share, verdict_tone};
use crate::model::Status;
use crate::text::quarters::months_text;
use crate::text::run_in::{evidence_text, indicator_name, verdict_text};
use crate::text::variance::sum_text;
use crate::text::{Filling, Show, Word, channel_name};
use crate::ui::icon::{mark, tone_mark};
use crate::ui::state::Desk;
use leptos::prelude::*;
use std::ops::Range;

/// The months of the report: of the last quarter with facts, up to its last recorded month.
fn months(shown: Shown) -> Memo<Range<u32>> {
    Memo::new(move |_| shown.with(|compared| compared.plan().last_quarter()))
}

/// The first page.
pub fn answers(desk: Desk, view: View, shown: Shown) -> AnyView {
    let range = months(shown);
    let taken = taken_apart(shown, range);
    let causes = move || {
        taken.with(|taken| {
            taken.as_ref().ok().map(|variance| {
                desk.show(|show| {
                    view! { <p><b>{sum_text(show, variance)}</b></p> {rests_on(show, variance)} }.into_any()
                })
            })
        })
    };
    let opening = move || {
        let told = shown.with(|compared| opening_share(compared.plan().outcome(), range.get()));
        told.map(|told| view! { <p>{desk.sentence(&told)}</p> })
    };
    let verdicts = move || {
        shown.with(|compared| {
            let run = compared.plan().run()?;
            Some((indicators(desk, compared, run), channel_list(desk, compared, run)))
        })
    };
    view! {
        <article class="sheet" aria-labelledby="report-answers">
            {head(desk, view, shown, range, (Word::QUARTERS_REPORT_ANSWERS, "report-answers"))}
            {outlook(desk, shown)}
            {opening}
            {move || verdicts().map(|(indicators, channels)| view! { {indicators}{channels} })}
            {changes(desk, shown)}
            {picture(desk, taken)}
            {causes}
        </article>
    }
    .into_any()
}

/// The second.
pub fn tables(desk: Desk, view: View, shown: Shown) -> AnyView {
    let range = months(shown);
    let compared = Memo::new(move |_| shown.with(|compared| compared.plan().comparison(range.get())));
    let of_channels = move || shown.with(|own| compared.with(|pairs| channels(desk, own, pairs)));
    let of_statement = move || -> Vec<Group> { compared.with(|pairs| vec![statement_group(desk, pairs)]) };
    view! {
        <article class="sheet" aria-labelledby="report-tables">
            {head(desk, view, shown, range, (Word::QUARTERS_REPORT_TABLES, "report-tables"))}
            {plan_actual_table(desk, Word::COMPARE_BY_CHANNEL, "report-channels", of_channels)}
            {plan_actual_table(desk, Word::COMPARE_STATEMENT, "report-statement", of_statement)}
        </article>
    }
    .into_any()
}

fn head(
    desk: Desk,
    view: View,
    shown: Shown,
    range: Memo<Range<u32>>,
    (word, id): (Word, &'static str),
) -> AnyView {
    let title = move || {
        let range = range.get();
        desk.show(|show| {
            let months = months_text(show, range.start, range.end.max(1) - 1);
            show.phrase(Word::QUARTERS_REPORT_TITLE, &[("months", Filling::Text(&months))])
        })
    };
    let company = move || {
        let name = shown.with(|compared| compared.plan().plan().about.name.clone());
        let texts = [Some(name).filter(|name| !name.is_empty()), baseline_name(desk, view)];
        texts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    view! {
        <header class="line">
            <h3 id=id>{title}" — "{move || desk.word(word)}</h3>
            <span class="soft push">{company}</span>
        </header>
    }
    .into_any()
}

fn verdict_view(show: &Show<'_>, verdict: Verdict) -> AnyView {
    view! { <span class="line">{mark(tone_mark(verdict_tone(verdict)))}{verdict_text(show, verdict)}</span> }
        .into_any()
}

/// What each indicator rests on: the figure that decides it, with its count.
fn indicators(desk: Desk, compared: &Compared, run: &RunIn) -> AnyView {
    let row = |indicator: Indicator| {
        desk.show(|show| {
            let verdict = run.verdict(indicator);
            let text = run.deciding(indicator).map(|it| evidence_text(show, compared.plan().plan(), it));
            view! {
                <tr role="row">
                    <th role="rowheader" scope="row">{indicator_name(show, indicator)}</th>
                    <td role="cell">{verdict_view(show, verdict)}</td>
                    <td role="cell">{text}</td>
                </tr>
            }
            .into_any()
        })
    };
    let heads =
        [Word::QUARTERS_REPORT_INDICATOR, Word::QUARTERS_REPORT_VERDICT, Word::QUARTERS_REPORT_COUNTED];
    data(desk, since(desk, Word::QUARTERS_REPORT_INDICATORS, run), heads, Indicator::ALL.map(row).into())
}

fn channel_list(desk: Desk, compared: &Compared, run: &RunIn) -> AnyView {
    let row = |own: &ChannelRun| {
        desk.show(|show| {
            view! {
                <tr role="row">
                    <th role="rowheader" scope="row">{channel_name(show, compared.plan().plan(), own.at)}</th>
                    <td role="cell">{verdict_view(show, own.verdict)}</td>
                    <td role="cell">{show.word(next_word(compared, own))}</td>
                </tr>
            }
            .into_any()
        })
    };
    let heads = [Word::QUARTERS_REPORT_CHANNEL, Word::QUARTERS_REPORT_VERDICT, Word::QUARTERS_REPORT_NEXT];
    data(
        desk,
        since(desk, Word::QUARTERS_REPORT_CHANNELS, run),
        heads,
        run.channels.iter().map(row).collect(),
    )
}

fn next_word(compared: &Compared, own: &ChannelRun) -> Word {
    let channels = &compared.plan().plan().channels;
    let is_proven = channels.get(own.at).is_some_and(|channel| channel.status == Status::Proven);
    match own.next {
        Next::Pass if is_proven => Word::QUARTERS_NEXT_PASSED,
        Next::Record => Word::QUARTERS_NEXT_RECORD,
        Next::GoOn => Word::QUARTERS_NEXT_GO_ON,
        Next::TestOn => Word::QUARTERS_NEXT_TEST_ON,
        Next::Pass => Word::QUARTERS_NEXT_PASS,
        Next::Decide => Word::QUARTERS_NEXT_DECIDE,
    }
}

/// What a table is of, and of which months: the run-in is longer than the quarter of the report.
fn since(desk: Desk, name: Word, run: &RunIn) -> String {
    let months = desk.show(|show| months_text(show, run.window.first, run.window.end.max(1) - 1));
    [&desk.word(name), ": ", &months].concat()
}

fn data(desk: Desk, name: String, heads: [Word; 3], rows: Vec<AnyView>) -> AnyView {
    let head = |word: Word| view! { <th role="columnheader" scope="col">{desk.word(word)}</th> }.into_any();
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=name.clone()>
            <table class="data said" role="table">
                <caption>{name.clone()}</caption>
                <thead role="rowgroup"><tr role="row">{heads.map(head).into_iter().collect::<Vec<_>>()}</tr></thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
