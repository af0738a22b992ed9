//! What is said of a run-in: verdicts, what figures are called, and their values.

mod evidence;
mod progress;

pub use evidence::{evidence_text, outlook_text, waiting_text};
pub use progress::{fact_source, period_text, tally_text};

use super::{Filling, Show, Tone, Word, rate_text, row_name};
use crate::evidence::{Finding, Indicator, Measured, MeasuredIn, Verdict};
use crate::model::Model;
use crate::number::{Decimal, Exact, Number, Share, Undefined};
use evidence::is_impossible;

/// A verdict in a word or two.
pub fn verdict_text(show: &Show<'_>, verdict: Verdict) -> String {
    show.word(match verdict {
        Verdict::Proved => Word::BOARD_VERDICT_PROVED,
        Verdict::NotYet => Word::BOARD_VERDICT_NOT_YET,
        Verdict::Disproved => Word::BOARD_VERDICT_DISPROVED,
        Verdict::NoData => Word::BOARD_VERDICT_NO_DATA,
    })
}

/// How a verdict sounds.
pub fn verdict_tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Proved => Tone::Good,
        Verdict::NotYet => Tone::Watch,
        Verdict::Disproved => Tone::Bad,
        Verdict::NoData => Tone::Unknown,
    }
}

/// What an indicator is called.
pub fn indicator_name(show: &Show<'_>, indicator: Indicator) -> String {
    show.key(&["board.indicator.", indicator.name()].concat())
}

/// What a figure is called; a conversion by the two stages that it lies between.
pub fn measured_name(show: &Show<'_>, plan: &Model, finding: &Finding) -> String {
    let key = ["board.measured.", finding.measured.name()].concat();
    let Some(word) = Word::find(&key) else { return key };
    let (from, to) = (before(show, plan, finding), reached(show, plan, finding));
    let from = from.unwrap_or_else(|| show.word(Word::BOARD_LEADS));
    show.phrase(word, &[("from", Filling::Text(&from)), ("to", Filling::Text(&to))])
}

/// The same with the channel that it is of, where it is of one.
pub fn finding_name(show: &Show<'_>, plan: &Model, finding: &Finding) -> String {
    let name = measured_name(show, plan, finding);
    let Some(channel) = finding.channel.and_then(|at| plan.channels.get(at)) else { return name };
    let channel = row_name(show, plan, &["channels/", &channel.id].concat());
    let texts = [("name", Filling::Text(&name)), ("channel", Filling::Text(&channel))];
    show.phrase(Word::BOARD_OF_CHANNEL, &texts)
}

/// The stage that a conversion leads to; empty for other figures.
fn reached(show: &Show<'_>, plan: &Model, finding: &Finding) -> String {
    finding.stage.map_or_else(String::new, |at| stage_name(show, plan, at))
}

/// The stage that a conversion starts from; none where that is the leads.
fn before(show: &Show<'_>, plan: &Model, finding: &Finding) -> Option<String> {
    let at = finding.stage?.checked_sub(1)?;
    Some(stage_name(show, plan, at))
}

fn stage_name(show: &Show<'_>, plan: &Model, at: usize) -> String {
    let stage = plan.funnel.stages.get(at);
    stage.map_or_else(String::new, |stage| row_name(show, plan, &["funnel/stages/", &stage.id].concat()))
}

/// What was planned, in the figure's own unit.
pub fn planned(finding: &Finding) -> Exact {
    exact(finding.shown(finding.judgement.plan))
}

/// What was observed, in the figure's own unit; none where nothing could be counted.
pub fn observed(finding: &Finding) -> Option<Exact> {
    let is_endless = finding.measured == Measured::CostPerLead && finding.judgement.hits <= 0.0;
    let is_nothing = is_endless || is_impossible(finding);
    finding.judgement.observed.filter(|_| !is_nothing).map(|value| exact(finding.shown(value)))
}

/// What is expected from now on, in the figure's own unit.
pub fn expected(finding: &Finding) -> Exact {
    exact(finding.shown(finding.judgement.expected))
}

/// A value in the unit of a figure.
pub fn value_text(show: &Show<'_>, measured: Measured, value: Exact) -> String {
    match measured.unit() {
        MeasuredIn::Count => show.count(value),
        MeasuredIn::Money => show.money(value),
        MeasuredIn::Share => share_text(show, value),
        MeasuredIn::Days => {
            let days = show.plain(value, 1);
            show.phrase(Word::BOARD_DAYS, &[("n", Filling::Text(&days))])
        }
    }
}

/// How far the fact is from the plan, in per cent of the plan: "+8 %"; none where either is missing.
pub fn difference_text(show: &Show<'_>, finding: &Finding) -> Option<String> {
    let part = observed(finding)? / planned(finding) - Exact::ONE;
    let whole = part.decimal().ok()?.round_dp(2).normalize();
    let sign = if whole > Decimal::ZERO { "+" } else { "" };
    Some([sign, &show.percent(Exact::Value(whole))].concat())
}

/// A share in per cent; near nothing and near all a decimal more, for there it tells.
fn share_text(show: &Show<'_>, share: Exact) -> String {
    let is_near_all = share.decimal().is_ok_and(|share| share > Decimal::new(9, 1) && share < Decimal::ONE);
    match (is_near_all, share) {
        (true, Exact::Value(value)) => rate_text(show, Share(Exact::Value(value.round_dp(3)))),
        _ => show.percent(share),
    }
}

/// An estimate as a number that can be shown; what is no number has no value.
pub fn exact(value: impl TryInto<Decimal>) -> Exact {
    value.try_into().map_or(Exact::Undefined(Undefined::NoData), Exact::Value)
}

/// A count as it is shown, and the whole number that decides the plural.
fn counted(show: &Show<'_>, value: Exact) -> (String, Option<u64>) {
    let Ok(value) = value.decimal() else { return (show.count(value), None) };
    let digits = if value.abs() < Decimal::TEN { 1 } else { 0 };
    let rounded = value.round_dp(digits).normalize();
    let whole = rounded.is_integer().then(|| u64::try_from(rounded).ok()).flatten();
    (show.count(Exact::Value(rounded)), whole)
}

/// How much a figure rests on, in few characters: "14 / 210" of a share, "12 orders" of an average; nothing for leads, which
/// are a count themselves.
pub fn count_text(show: &Show<'_>, finding: &Finding) -> Option<String> {
    let judgement = &finding.judgement;
    let [hits, trials] = [judgement.hits, judgement.trials].map(|own| counted(show, exact(own)));
    let word = match finding.measured {
        Measured::CostPerLead => Word::BOARD_OF_LEAD,
        Measured::Deal | Measured::OrderCost => Word::BOARD_OF_ORDER,
        Measured::Cycle => Word::BOARD_OF_SALE,
        Measured::UpsellPrice => Word::BOARD_OF_UPSELL,
        Measured::CrossSellPrice => Word::BOARD_OF_CROSS_SELL,
        Measured::Leads => return None,
        Measured::Conversion
        | Measured::OnPromise
        | Measured::Retention
        | Measured::Frequency
        | Measured::Complaints
        | Measured::Refunds
        | Measured::UpsellShare
        | Measured::CrossSellShare => {
            return (judgement.trials > 0.0).then(|| [&hits.0, " / ", &trials.0].concat());
        }
    };
    // Of the cost of a lead the trials are money.
    let (shown, whole) = if finding.measured == Measured::CostPerLead { hits } else { trials };
    (judgement.trials > 0.0).then(|| show.phrase(word, &[("n", Filling::Number(&shown, whole))]))
}
