//! What each chart says, in one sentence that stays true where there is no answer to draw.

use super::{Filling, Show, Word, row_name};
use crate::model::Model;
use crate::number::{Count, Exact, Money, Number, Share};
use crate::plan::{Outcome, Reached, total};

/// What a chart says.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// One sentence for the owner.
    pub text: String,
    /// Whether there is anything to draw; if not, the sentence stands in place of the picture.
    pub drawable: bool,
}

impl Finding {
    fn of(text: String) -> Self {
        Finding { text, drawable: true }
    }

    fn empty(show: &Show<'_>, word: Word) -> Self {
        Finding { text: show.word(word), drawable: false }
    }

    fn unknown(show: &Show<'_>, word: Word, reason: Exact, drawable: bool) -> Self {
        let reason = show.money(reason);
        Finding { text: show.phrase(word, &[("reason", Filling::Text(&reason))]), drawable }
    }
}

/// Revenue, costs and profit by month: when they meet for good, and what it all comes to.
pub fn money(_: &Model, outcome: &Outcome, show: &Show<'_>) -> Finding {
    let (statement, even) = (&outcome.statement, &outcome.break_even);
    let drawable = something(&statement.revenue) || something(&statement.profit);
    let sold = outcome.volumes.orders.iter().any(|orders| orders.is_positive());
    let all = total(&statement.profit);
    let (word, month) = match (even.lasting, even.first) {
        _ if all.0.reason().is_some() => {
            return Finding::unknown(show, Word::CHARTS_MONEY_UNKNOWN, all.0, drawable);
        }
        _ if !drawable => return Finding::empty(show, Word::CHARTS_MONEY_EMPTY),
        (Reached::At(0), _) => (Word::CHARTS_MONEY_FROM_FIRST, 0),
        (Reached::At(month), _) => (Word::CHARTS_MONEY_AT, month),
        (Reached::Never, _) if !sold => (Word::CHARTS_MONEY_UNSOLD, 0),
        (Reached::Never, _) => (Word::CHARTS_MONEY_NEVER, 0),
        (_, Reached::At(month)) => (Word::CHARTS_MONEY_BACK, month),
        _ => (Word::CHARTS_MONEY_LATER, 0),
    };
    let (month, all) = (show.month(month), show.short_money(all.0));
    Finding::of(show.phrase(word, &[("month", Filling::Text(&month)), ("total", Filling::Text(&all))]))
}

/// The balance by month: whether it lasts, how deep it sinks and when.
pub fn cash(_: &Model, outcome: &Outcome, show: &Show<'_>) -> Finding {
    let (gap, balance) = (&outcome.gap, &outcome.cash.balance);
    if gap.lowest.0.reason().is_some() {
        return Finding::unknown(show, Word::CHARTS_CASH_UNKNOWN, gap.lowest.0, something(balance));
    }
    if !something(balance) {
        return Finding::empty(show, Word::CHARTS_CASH_EMPTY);
    }
    let word = match gap.months {
        0 => Word::CHARTS_CASH_ENOUGH,
        _ if balance.last().is_some_and(|last| last.is_negative()) => Word::CHARTS_CASH_SUNK,
        _ => Word::CHARTS_CASH_SHORT,
    };
    let (amount, month) = (show.short_money(gap.lowest.0), show.month(gap.lowest_month));
    let months = show.count(Exact::whole(gap.months));
    Finding::of(show.phrase(
        word,
        &[
            ("n", Filling::Number(&months, Some(u64::from(gap.months)))),
            ("amount", Filling::Text(&amount)),
            ("month", Filling::Text(&month)),
        ],
    ))
}

/// What one client brings over its life against what winning it cost, pay included.
pub fn payback(_: &Model, outcome: &Outcome, show: &Show<'_>) -> Finding {
    let (curve, total) = (&outcome.client.curve, &outcome.total);
    if !something(curve) {
        return Finding::empty(show, Word::CHARTS_PAYBACK_EMPTY);
    }
    let word = match total.payback_loaded {
        Reached::At(_) if !total.cac_loaded.is_positive() => Word::CHARTS_PAYBACK_FREE,
        Reached::At(_) => Word::CHARTS_PAYBACK_AT,
        Reached::NotWithinHorizon => Word::CHARTS_PAYBACK_LATER,
        Reached::Never => Word::CHARTS_PAYBACK_NEVER,
        Reached::Unknown(_) => Word::CHARTS_PAYBACK_UNKNOWN,
    };
    let months = match total.payback_loaded {
        Reached::At(months) => show.months(months.0),
        _ => String::new(),
    };
    let reason = match total.payback_loaded {
        Reached::Unknown(reason) => show.reason(reason),
        _ => String::new(),
    };
    let horizon = show.months(Exact::whole(u32::try_from(curve.len()).unwrap_or(u32::MAX)));
    let brings = show.money(curve.last().map_or(Exact::ZERO, |last| last.0));
    let cac = show.money(total.cac_loaded.0);
    let text = |name, text| (name, Filling::Text(text));
    Finding::of(show.phrase(
        word,
        &[
            text("months", &months),
            text("reason", &reason),
            text("horizon", &horizon),
            text("brings", &brings),
            text("cac", &cac),
        ],
    ))
}

/// From leads to clients over the whole plan, and the step that fewest pass.
pub fn funnel(model: &Model, outcome: &Outcome, show: &Show<'_>) -> Finding {
    let (leads, clients) = (outcome.total.leads, outcome.total.clients);
    if leads.0.reason().or(clients.0.reason()).is_some() {
        return Finding::unknown(show, Word::CHARTS_FUNNEL_UNKNOWN, leads.0 + clients.0, leads.is_positive());
    }
    if !leads.is_positive() {
        return Finding::empty(show, Word::CHARTS_FUNNEL_EMPTY);
    }
    let weakest = weakest(outcome);
    let word = match weakest {
        _ if !clients.is_positive() => Word::CHARTS_FUNNEL_NONE,
        Some(_) => Word::CHARTS_FUNNEL_WEAKEST,
        None => Word::CHARTS_FUNNEL_FOUND,
    };
    let (at, rate) = weakest.unwrap_or((0, Share::ONE));
    let (shown, clients) = (show.count(leads.0), show.count(clients.0));
    let (share, rate) = (show.percent(outcome.total.conversion.0), show.percent(rate.0));
    let stage = stage_name(model, show, at);
    Finding::of(show.phrase(
        word,
        &[
            ("n", Filling::Number(&shown, rounded(leads))),
            ("clients", Filling::Text(&clients)),
            ("share", Filling::Text(&share)),
            ("stage", Filling::Text(&stage)),
            ("rate", Filling::Text(&rate)),
        ],
    ))
}

/// The channels on their timeline: how many count, and which brings most.
pub fn road_map(model: &Model, outcome: &Outcome, show: &Show<'_>) -> Finding {
    if model.channels.is_empty() {
        return Finding::empty(show, Word::CHARTS_ROAD_EMPTY);
    }
    let counted = outcome.channels.iter().filter(|channel| channel.counts).count();
    let best = strongest(outcome);
    let word = match (counted, best) {
        (0, _) => Word::CHARTS_ROAD_OFF_ALL,
        (_, None) => Word::CHARTS_ROAD_IDLE,
        (_, Some((_, share))) if share == Share::ONE => Word::CHARTS_ROAD_ONE,
        _ => Word::CHARTS_ROAD_TOP,
    };
    let (at, share) = best.unwrap_or((0, Share::ZERO));
    let (channel, share) = (channel_name(model, show, at), show.percent(share.0));
    let (n, all) = (counted.to_string(), model.channels.len().to_string());
    Finding::of(show.phrase(
        word,
        &[
            ("n", Filling::Number(&n, u64::try_from(counted).ok())),
            ("all", Filling::Text(&all)),
            ("channel", Filling::Text(&channel)),
            ("share", Filling::Text(&share)),
        ],
    ))
}

/// One order: what is left of its price.
pub fn order(_: &Model, outcome: &Outcome, show: &Show<'_>) -> Finding {
    let (price, left) = (outcome.client.paid_price, outcome.client.order_contribution);
    if left.0.reason().is_some() {
        return Finding::unknown(show, Word::CHARTS_ORDER_UNKNOWN, left.0, price.is_positive());
    }
    if price == Money::ZERO && left == Money::ZERO {
        return Finding::empty(show, Word::CHARTS_ORDER_EMPTY);
    }
    let word = match left {
        _ if left.is_negative() => Word::CHARTS_ORDER_LOSS,
        _ if left == Money::ZERO => Word::CHARTS_ORDER_EVEN,
        _ => Word::CHARTS_ORDER_FOUND,
    };
    let (loss, share) = (show.money((-left).0), show.percent((left / price).0));
    let (price, left) = (show.money(price.0), show.money(left.0));
    let text = |name, text| (name, Filling::Text(text));
    Finding::of(show.phrase(
        word,
        &[text("price", &price), text("left", &left), text("loss", &loss), text("share", &share)],
    ))
}

/// What a stage of the funnel is called.
pub fn stage_name(model: &Model, show: &Show<'_>, at: usize) -> String {
    let stage = model.funnel.stages.get(at);
    stage.map_or_else(String::new, |stage| row_name(show, model, &["funnel/stages/", &stage.id].concat()))
}

/// What a channel is called.
pub fn channel_name(model: &Model, show: &Show<'_>, at: usize) -> String {
    let channel = model.channels.get(at);
    channel.map_or_else(String::new, |channel| row_name(show, model, &["channels/", &channel.id].concat()))
}

/// Whether any amount exists and is not nothing.
fn something(amounts: &[Money<Exact>]) -> bool {
    amounts.iter().any(|amount| amount.is_positive() || amount.is_negative())
}

/// The stage that the least share of the one before it reaches, and that share; none where there is
/// but one step, or nobody drops out.
fn weakest(outcome: &Outcome) -> Option<(usize, Share<Exact>)> {
    let totals = &outcome.volumes.stage_totals;
    let before = std::iter::once(outcome.total.leads).chain(totals.iter().copied());
    let rates = totals.iter().zip(before).map(|(reached, before)| *reached / before).enumerate();
    let least = rates.reduce(|least, now| if (now.1 - least.1).is_negative() { now } else { least })?;
    (totals.len() > 1 && (least.1 - Share::ONE).is_negative()).then_some(least)
}

/// The channel that brings most clients, and its share of them.
fn strongest(outcome: &Outcome) -> Option<(usize, Share<Exact>)> {
    let clients = outcome.channels.iter().map(|channel| channel.acquisition.clients).enumerate();
    let (at, most) = clients.reduce(|most, now| if (now.1 - most.1).is_positive() { now } else { most })?;
    most.is_positive().then(|| (at, most / outcome.total.clients))
}

/// The whole number that decides the plural; none for a number shown with a fraction.
fn rounded(count: Count<Exact>) -> Option<u64> {
    let shown = count.0.decimal().ok()?;
    let digits = if shown < 10.into() { 1 } else { 0 };
    let shown = shown.round_dp(digits);
    shown.is_integer().then(|| u64::try_from(shown).ok()).flatten()
}
