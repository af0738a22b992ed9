//! A verdict's evidence in words: never without its count.

use super::names::{before, reached};
use super::values::value_text;
use crate::evidence::{
    Better, ChannelRun, Finding, Floor, Measured, Next, Outlook, RunIn, Verdict, WithoutVerdict, exact,
};
use crate::model::Model;
use crate::number::{Decimal, Exact, Number};
use crate::text::{Filling, Show, Word, capitalised};

/// The chances that are shown as "less than" and "more than": nothing is quite sure.
const LEAST: Decimal = Decimal::from_parts(1, 0, 0, false, 2);
const MOST: Decimal = Decimal::from_parts(99, 0, 0, false, 2);
/// From so many months on it is said that they are still too few.
const MANY_MONTHS: u32 = 6;

/// What was counted, what was planned, and between what the real value lies: "14 new clients out of 210 leads; plan 8 %. Allowing
/// for chance it is between 5 % and 9 %, in 8 cases of 10."
pub fn evidence_text(show: &Show<'_>, plan: &Model, finding: &Finding) -> String {
    if finding.judgement.verdict == Verdict::NoData {
        return missing(show, finding);
    }
    let value = |value| value_text(show, finding.measured, value);
    let (low, high) = finding.range();
    let texts = [
        ("counted", capitalised(&count(show, plan, finding))),
        ("plan", value(finding.planned())),
        ("low", value(low)),
        ("high", value(high)),
    ];
    filled(show, Word::BOARD_EVIDENCE, &texts)
}

fn filled(show: &Show<'_>, word: Word, texts: &[(&str, String)]) -> String {
    let texts: Vec<_> = texts.iter().map(|(name, text)| (*name, Filling::Text(text))).collect();
    show.phrase(word, &texts)
}

/// Why the verdict is what it is: what is needed and how likely that is reached, how rare such facts are; or why there is none.
/// Nothing where nothing was counted.
pub fn reason_text(show: &Show<'_>, finding: &Finding) -> Option<String> {
    if finding.judgement.verdict == Verdict::NoData {
        return None;
    }
    match finding.without_verdict {
        Some(WithoutVerdict::OneWithCost) => return Some(show.word(Word::BOARD_ONE_WITH_COST)),
        Some(WithoutVerdict::NeedsDates) => return Some(show.word(Word::BOARD_NEEDS_DATES)),
        None => {}
    }
    let why = match finding.judgement.verdict {
        Verdict::Below => worse_text(show, finding),
        _ => floor_text(show, finding),
    };
    let scattered = finding.is_scattered.then(|| show.word(Word::BOARD_SCATTERED));
    let all: Vec<_> = [Some(why), scattered, Some(prior_text(show, finding))].into_iter().flatten().collect();
    Some(all.join(" "))
}

/// What is needed, why so much, and how likely it is reached.
fn floor_text(show: &Show<'_>, finding: &Finding) -> String {
    let word = match finding.measured.better() {
        Better::Less => Word::BOARD_FLOOR_LESS,
        Better::More => Word::BOARD_FLOOR_MORE,
    };
    let why = show.word(match finding.floor {
        Floor::BreakEven(_) => Word::BOARD_FLOOR_BREAK_EVEN,
        Floor::Usual => Word::BOARD_FLOOR_USUAL,
        Floor::Loss => Word::BOARD_FLOOR_LOSS,
    });
    let floor = value_text(show, finding.measured, finding.needed());
    let chance = chance(show, exact(finding.judgement.chance));
    filled(show, word, &[("floor", floor), ("why", why), ("chance", chance)])
}

/// How many of a hundred firms on plan would look as bad.
fn worse_text(show: &Show<'_>, finding: &Finding) -> String {
    let of_hundred = finding.as_bad_of_hundred();
    if of_hundred.is_zero() {
        return show.word(Word::BOARD_WORSE_RARE);
    }
    let (shown, whole) = show.counted(of_hundred);
    show.phrase(Word::BOARD_WORSE, &[("n", Filling::Number(&shown, whole))])
}

/// How much the plan itself counts.
fn prior_text(show: &Show<'_>, finding: &Finding) -> String {
    let (shown, whole) = show.counted(finding.prior_observations());
    show.phrase(Word::BOARD_PRIOR, &[("n", Filling::Number(&shown, whole))])
}

/// Why there is nothing to say: what is to be recorded, or that the plan says nothing.
fn missing(show: &Show<'_>, finding: &Finding) -> String {
    let judgement = &finding.judgement;
    if judgement.trials > 0.0 {
        return if finding.is_impossible() {
            impossible(show, finding)
        } else {
            show.word(Word::BOARD_UNPLANNED)
        };
    }
    if finding.known > 0 {
        return show.word(Word::BOARD_NOTHING_COUNTED);
    }
    let what = show.key(&["board.missing.", finding.measured.name()].concat());
    show.phrase(Word::BOARD_MISSING, &[("what", Filling::Text(&what))])
}

fn impossible(show: &Show<'_>, finding: &Finding) -> String {
    let [hits, trials] =
        [finding.judgement.hits, finding.judgement.trials].map(|own| show.counted(exact(own)).0);
    show.phrase(Word::BOARD_IMPOSSIBLE, &[("hits", Filling::Text(&hits)), ("trials", Filling::Text(&trials))])
}

/// What was counted, without a point.
fn count(show: &Show<'_>, plan: &Model, finding: &Finding) -> String {
    let key = ["board.counted.", &form(plan, finding)].concat();
    let Some(word) = Word::find(&key) else { return key };
    let judgement = &finding.judgement;
    let (hits, whole_hits) = show.counted(exact(judgement.hits));
    let (trials, whole_trials) = show.counted(exact(judgement.trials));
    let sum = show.money(exact(judgement.trials));
    let fact = finding.observed().map_or_else(String::new, |fact| value_text(show, finding.measured, fact));
    let (stage, before) = (reached(show, plan, finding), before(show, plan, finding).unwrap_or_default());
    show.phrase(
        word,
        &[
            ("hits", Filling::Number(&hits, whole_hits)),
            ("trials", Filling::Number(&trials, whole_trials)),
            ("sum", Filling::Text(&sum)),
            ("fact", Filling::Text(&fact)),
            ("stage", Filling::Text(&stage)),
            ("before", Filling::Text(&before)),
        ],
    )
}

/// The form of the sentence: by the measure, and for a conversion by what it lies between.
fn form(plan: &Model, finding: &Finding) -> String {
    if finding.measured == Measured::CostPerLead && finding.judgement.hits <= 0.0 {
        return "cost_per_lead_none".to_owned();
    }
    let (Measured::Conversion, Some(stage)) = (finding.measured, finding.stage) else {
        return finding.measured.name().to_owned();
    };
    let from = if stage == 0 { "lead_" } else { "stage_" };
    let to = if plan.funnel.client_stage() == Some(stage) { "client" } else { "stage" };
    [from, to].concat()
}

/// What to do next with a channel: a sentence, and the figures of which nothing can be told yet where these are what it waits for.
pub fn next_text(show: &Show<'_>, run: &ChannelRun, is_proven: bool, open: &str) -> String {
    let sure = run.chance.map(|own| chance(show, exact(own))).unwrap_or_default();
    let word = match run.next {
        Next::Record => Word::BOARD_NEXT_RECORD,
        Next::GoOn => Word::BOARD_NEXT_GO_ON,
        Next::TestOn if run.chance.is_none() => Word::BOARD_NEXT_UNKNOWN,
        Next::TestOn => Word::BOARD_NEXT_TEST_ON,
        Next::Pass if is_proven => Word::BOARD_NEXT_PASSED,
        Next::Pass => Word::BOARD_NEXT_PASS,
        Next::Decide => Word::BOARD_NEXT_DECIDE,
    };
    let text = filled(show, word, &[("chance", sure)]);
    let early = run.is_early.then(|| show.word(Word::BOARD_NEXT_EARLY));
    let text = early.map_or_else(|| text.clone(), |early| [&text, " ", &early].concat());
    if run.next != Next::TestOn || open.is_empty() {
        return text;
    }
    [&text, " ", &filled(show, Word::BOARD_NEXT_OPEN, &[("names", open.to_owned())])].concat()
}

fn chance(show: &Show<'_>, chance: Exact) -> String {
    let (word, share) = match chance.decimal() {
        Ok(value) if value < LEAST => (Word::BOARD_BELOW, LEAST),
        Ok(value) if value > MOST => (Word::BOARD_ABOVE, MOST),
        Ok(value) => return show.percent(Exact::Value(value.round_dp(2))),
        Err(reason) => return show.reason(reason),
    };
    show.phrase(word, &[("share", Filling::Text(&show.percent(Exact::Value(share))))])
}

/// What it takes to tell, and how long that is at this pace; nothing where the verdict is there. `run` is what the finding is of.
pub fn outlook_text(show: &Show<'_>, plan: &Model, finding: &Finding, run: &RunIn) -> Option<String> {
    finding.verdict()?;
    let more = |more| needed(show, plan, finding, more);
    let last = run.window.end.saturating_sub(1);
    let text = match finding.outlook(last, run.judged)? {
        Outlook::QuarterOpen => show.word(Word::BOARD_OUTLOOK_QUARTER),
        Outlook::Never => show.word(Word::BOARD_OUTLOOK_NEVER),
        Outlook::Between => show.word(Word::BOARD_OUTLOOK_BETWEEN),
        Outlook::Far(n) => {
            few_text(show, run, filled(show, Word::BOARD_OUTLOOK_FAR, &[("more", more(exact(n)))]))
        }
        Outlook::Until { more: n, months, .. } => {
            let (shown, whole) = show.counted(Exact::whole(months));
            let texts = [("more", Filling::Text(&more(exact(n)))), ("n", Filling::Number(&shown, whole))];
            few_text(show, run, show.phrase(Word::BOARD_OUTLOOK, &texts))
        }
    };
    Some(text)
}

/// The same with how many months have been recorded, where these are many.
fn few_text(show: &Show<'_>, run: &RunIn, text: String) -> String {
    let months = run.judged.map_or(0, |judged| judged.end.saturating_sub(judged.first));
    if months < MANY_MONTHS {
        return text;
    }
    let (shown, whole) = show.counted(Exact::whole(months));
    let few = show.phrase(Word::BOARD_OUTLOOK_FEW, &[("n", Filling::Number(&shown, whole))]);
    [&few, " ", &text].concat()
}

/// So many more of what is counted.
fn needed(show: &Show<'_>, plan: &Model, finding: &Finding, count: Exact) -> String {
    let before = before(show, plan, finding);
    let word = match finding.measured {
        Measured::Conversion if before.is_some() => Word::BOARD_MORE_PASSED,
        Measured::Leads | Measured::CostPerLead | Measured::Conversion => Word::BOARD_MORE_LEAD,
        Measured::Deal | Measured::OnPromise | Measured::OrderCost => Word::BOARD_MORE_ORDER,
        Measured::Frequency | Measured::Complaints | Measured::Refunds => Word::BOARD_MORE_ORDER,
        Measured::Cycle => Word::BOARD_MORE_SALE,
        // Where several are sold to one, it is the sales that are counted.
        Measured::UpsellShare if finding.judgement.plan < 1.0 => Word::BOARD_MORE_CLIENT,
        Measured::CrossSellShare if finding.judgement.plan < 1.0 => Word::BOARD_MORE_OFFER,
        Measured::Retention => Word::BOARD_MORE_CLIENT_MONTH,
        Measured::UpsellShare | Measured::UpsellPrice => Word::BOARD_MORE_UPSELL,
        Measured::CrossSellShare | Measured::CrossSellPrice => Word::BOARD_MORE_CROSS_SELL,
    };
    let (shown, whole) = show.counted(count);
    let before = before.unwrap_or_default();
    show.phrase(word, &[("n", Filling::Number(&shown, whole)), ("before", Filling::Text(&before))])
}

/// Those who have had no time to reach the stage; nothing where there are none.
pub fn waiting_text(show: &Show<'_>, plan: &Model, finding: &Finding) -> Option<String> {
    let (shown, whole) = show.counted(exact(finding.waiting));
    if finding.measured != Measured::Conversion || finding.waiting <= 0.0 || whole == Some(0) {
        return None;
    }
    let before = before(show, plan, finding);
    let word = if before.is_some() { Word::BOARD_WAITING_AFTER } else { Word::BOARD_WAITING };
    let before = before.unwrap_or_default();
    Some(show.phrase(word, &[("n", Filling::Number(&shown, whole)), ("before", Filling::Text(&before))]))
}
