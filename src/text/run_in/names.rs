//! What verdicts, indicators and measured figures are called.

use crate::evidence::{Finding, Indicator, Verdict};
use crate::model::Model;
use crate::text::{Filling, Show, Word, channel_name, stage_name, with_sales_tax_of};

/// A verdict in a word or two.
pub fn verdict_text(show: &Show<'_>, verdict: Verdict) -> String {
    show.word(match verdict {
        Verdict::Below => Word::BOARD_VERDICT_BELOW,
        Verdict::Holds => Word::BOARD_VERDICT_HOLDS,
        Verdict::Above => Word::BOARD_VERDICT_ABOVE,
        Verdict::Open => Word::BOARD_VERDICT_OPEN,
        Verdict::NoData => Word::BOARD_VERDICT_NO_DATA,
    })
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
    let name = show.phrase(word, &[("from", Filling::Text(&from)), ("to", Filling::Text(&to))]);
    with_sales_tax_of(show.currency, show.language, name)
}

/// The same with the channel that it is of, where it is of one.
pub fn finding_name(show: &Show<'_>, plan: &Model, finding: &Finding) -> String {
    let name = measured_name(show, plan, finding);
    let Some(channel) = finding.channel.filter(|at| *at < plan.channels.len()) else { return name };
    let channel = channel_name(show, plan, channel);
    let texts = [("name", Filling::Text(&name)), ("channel", Filling::Text(&channel))];
    show.phrase(Word::BOARD_OF_CHANNEL, &texts)
}

/// The stage that a conversion leads to; empty for other figures.
pub(super) fn reached(show: &Show<'_>, plan: &Model, finding: &Finding) -> String {
    finding.stage.map_or_else(String::new, |at| stage_name(show, plan, at))
}

/// The stage that a conversion starts from; none where that is the leads.
pub(super) fn before(show: &Show<'_>, plan: &Model, finding: &Finding) -> Option<String> {
    let at = finding.stage?.checked_sub(1)?;
    Some(stage_name(show, plan, at))
}
