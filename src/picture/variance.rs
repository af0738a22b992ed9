//! Why profit of some months differs from the plan: what each cause adds and takes.

use super::declaration::{Chart, Context, Finding, Form, Key, Table};
use super::mark::{Pattern, Picture};
use super::waterfall::{Part, waterfall};
use crate::evidence::{Cause, NoVariance, PlanStudy, Variance};
use crate::number::{Exact, Money};
use crate::text::variance::{cause_name, fact_word, no_variance_text, variance_text};
use crate::text::{Word, signed_money};

/// Profit taken apart; why it cannot be, where nothing is recorded.
type TakenApart = Result<Variance, NoVariance>;

/// Why profit of some months differs from the plan.
pub static VARIANCE: Chart<TakenApart> = Chart {
    id: "variance",
    title: Word::COMPARE_WHY,
    screens: &["facts"],
    paper: 880,
    input,
    finding,
    draw,
    keys,
    table,
};

fn input(context: &Context<'_>) -> TakenApart {
    let study = PlanStudy::evaluated(context.model.clone(), context.outcome.clone());
    study.variance(0..context.months())
}

fn finding(context: &Context<'_>, taken: &TakenApart) -> Finding {
    match taken {
        Ok(variance) => Finding { text: variance_text(context.show, variance), drawable: true },
        Err(why) => Finding { text: no_variance_text(context.show, why), drawable: false },
    }
}

/// From planned profit to profit as it was; causes that moved nothing are left out.
fn parts(context: &Context<'_>, taken: &TakenApart) -> Vec<Part> {
    let Ok(variance) = taken else { return Vec::new() };
    let show = context.show;
    let end = |word, amount: Money<Exact>, total| Part {
        name: show.word(word),
        shown: show.money(amount.0),
        amount,
        total,
    };
    let cause = |(cause, amount): &(Cause, Money<Exact>)| Part {
        name: cause_name(show, *cause, *amount),
        shown: signed_money(show, amount.0),
        amount: *amount,
        total: false,
    };
    let mut parts = vec![end(Word::COMPARE_PROFIT_PLAN, variance.plan, false)];
    parts.extend(variance.causes.iter().filter(|(_, amount)| *amount != Money::ZERO).map(cause));
    parts.push(end(fact_word(variance), variance.fact, true));
    parts
}

fn draw(context: &Context<'_>, taken: &TakenApart) -> Picture {
    waterfall(context.width, &parts(context, taken))
}

fn keys(context: &Context<'_>, _: &TakenApart) -> Vec<Key> {
    vec![
        context.key(Form::Box, "bar in", Word::COMPARE_UP),
        context.key(Form::Hatch(Pattern::Out), "edge out", Word::COMPARE_DOWN),
    ]
}

fn table(context: &Context<'_>, taken: &TakenApart) -> Table {
    Table {
        head: [Word::COMPARE_WHAT, Word::COMPARE_AMOUNT].map(|word| context.word(word)).into(),
        rows: parts(context, taken).into_iter().map(|part| vec![part.name, part.shown]).collect(),
    }
}
