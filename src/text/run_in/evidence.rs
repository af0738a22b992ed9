//! A verdict's evidence in words: never without its count.

use super::names::{before, reached, verdict_text};
use super::values::value_text;
use crate::evidence::{Better, Finding, Measured, Outlook, ToDecide, Verdict, exact};
use crate::model::Model;
use crate::number::{Decimal, Exact};
use crate::text::{Filling, Show, Word, capitalised};

/// The chances that are shown as "less than" and "more than": nothing is quite sure.
const LEAST: Decimal = Decimal::from_parts(1, 0, 0, false, 2);
const MOST: Decimal = Decimal::from_parts(99, 0, 0, false, 2);

/// What was counted, what was planned, and how likely the plan is kept: "14 new clients out of 210 leads; plan
/// 8 %; chance that it is really at least 7.6 %: 30 %."
pub fn evidence_text(show: &Show<'_>, plan: &Model, finding: &Finding) -> String {
    if finding.judgement.verdict == Verdict::NoData {
        return missing(show, finding);
    }
    let measured = finding.measured;
    let mark = value_text(show, measured, exact(finding.shown(finding.judgement.threshold)));
    let chance = chance(show, exact(finding.judgement.chance));
    let word = match measured.better() {
        Better::Less => Word::BOARD_CHANCE_LESS,
        Better::More => Word::BOARD_CHANCE_MORE,
    };
    let chance = show.phrase(word, &[("mark", Filling::Text(&mark)), ("chance", Filling::Text(&chance))]);
    let counted = capitalised(&count(show, plan, finding));
    let planned = value_text(show, measured, finding.planned());
    let texts = [("counted", &counted), ("plan", &planned), ("chance", &chance)];
    show.phrase(Word::BOARD_EVIDENCE, &texts.map(|(name, text)| (name, Filling::Text(text))))
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

fn chance(show: &Show<'_>, chance: Exact) -> String {
    let (word, share) = match chance.decimal() {
        Ok(value) if value < LEAST => (Word::BOARD_BELOW, LEAST),
        Ok(value) if value > MOST => (Word::BOARD_ABOVE, MOST),
        Ok(value) => return show.percent(Exact::Value(value.round_dp(2))),
        Err(reason) => return show.reason(reason),
    };
    show.phrase(word, &[("share", Filling::Text(&show.percent(Exact::Value(share))))])
}

/// What it takes to tell, and when that is at this pace; nothing where the verdict is there. `last` is the last month
/// of the plan that was looked at.
pub fn outlook_text(show: &Show<'_>, plan: &Model, finding: &Finding, last: u32) -> Option<String> {
    let text = |word, more: ToDecide, month: &str| {
        let needed = needed(show, plan, finding, exact(more.observations));
        let verdict = verdict_text(show, more.verdict);
        let texts = [("more", needed.as_str()), ("verdict", &verdict), ("month", month)];
        show.phrase(word, &texts.map(|(name, text)| (name, Filling::Text(text))))
    };
    Some(match finding.outlook(last)? {
        Outlook::Never => show.word(Word::BOARD_OUTLOOK_NEVER),
        Outlook::Far(more) => text(Word::BOARD_OUTLOOK_FAR, more, ""),
        Outlook::Until(more, month) => text(Word::BOARD_OUTLOOK, more, &show.month(month)),
    })
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
