//! What each chart of a plan says: a sentence that stays true where there is no answer to draw.

use super::answers::is_sold;
use crate::model::Model;
use crate::number::{Exact, Money, Number, Share};
use crate::plan::{Outcome, Reached, total};
use crate::text::{Sentence, Value, Word};
use core::ops::Range;

/// What a chart says.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// A sentence for the owner, or two.
    pub say: Vec<Sentence>,
    /// Whether there is anything to draw; if not, the sentence stands in place of the picture.
    pub drawable: bool,
}

impl Finding {
    /// A sentence over a picture.
    pub fn of(sentence: Sentence) -> Self {
        Self { say: vec![sentence], drawable: true }
    }

    /// A sentence in place of a picture.
    pub fn instead(sentence: Sentence) -> Self {
        Self { say: vec![sentence], drawable: false }
    }

    fn empty(word: Word) -> Self {
        Self::instead(Sentence::plain(word))
    }

    fn unknown(word: Word, reason: Exact, drawable: bool) -> Self {
        Self { drawable, ..Self::of(Sentence::new(word, [("reason", Value::Money(reason))])) }
    }
}

/// Revenue, costs and profit by month: when they meet for good, and what it all comes to.
pub fn money_finding(outcome: &Outcome) -> Finding {
    let (statement, even) = (&outcome.statement, &outcome.break_even);
    let drawable = is_any(&statement.revenue) || is_any(&statement.profit);
    let all = total(&statement.profit);
    let (word, month) = match (even.lasting, even.first) {
        _ if all.0.reason().is_some() => {
            return Finding::unknown(Word::CHARTS_MONEY_UNKNOWN, all.0, drawable);
        }
        _ if !drawable => return Finding::empty(Word::CHARTS_MONEY_EMPTY),
        (Reached::At(0), _) => (Word::CHARTS_MONEY_FROM_FIRST, 0),
        (Reached::At(month), _) => (Word::CHARTS_MONEY_AT, month),
        (Reached::Never | Reached::NotWithinHorizon, _) if !is_sold(outcome) => {
            (Word::CHARTS_MONEY_UNSOLD, 0)
        }
        (Reached::Never, _) => (Word::CHARTS_MONEY_NEVER, 0),
        (_, Reached::At(month)) => (Word::CHARTS_MONEY_BACK, month),
        _ => (Word::CHARTS_MONEY_LATER, 0),
    };
    let found = Sentence::new(word, [("month", Value::Month(month)), ("total", Value::ShortMoney(all.0))]);
    Finding { say: [Some(found), opening_carries(outcome)].into_iter().flatten().collect(), drawable: true }
}

/// How much of the plan's contribution the clients one already has bring, and what would be left without it; none
/// where there are none.
fn opening_carries(outcome: &Outcome) -> Option<Sentence> {
    let statement = &outcome.statement;
    let opening = is_any(&statement.opening_contribution).then(|| total(&statement.opening_contribution))?;
    let without = total(&statement.profit) - opening;
    let fillings = [("opening", Value::ShortMoney(opening.0)), ("without", Value::ShortMoney(without.0))];
    Some(Sentence::new(Word::CHARTS_MONEY_OPENING, fillings))
}

/// How much of the planned revenue of some months comes from the clients one already has; none where there are none.
pub fn opening_share(outcome: &Outcome, months: Range<u32>) -> Option<Sentence> {
    let statement = &outcome.statement;
    let of = |line: &[Money<Exact>]| -> Money<Exact> {
        months.clone().filter_map(|month| line.get(month as usize)).copied().sum()
    };
    let (all, opening) = (of(&statement.revenue), of(&statement.opening_revenue));
    is_any(&statement.opening_revenue).then(|| {
        let fillings = [
            ("revenue", Value::Money(all.0)),
            ("opening", Value::Money(opening.0)),
            ("new", Value::Money((all - opening).0)),
        ];
        Sentence::new(Word::QUARTERS_REPORT_OPENING, fillings)
    })
}

/// The balance by month: whether it lasts, how deep it sinks and when.
pub fn cash_finding(outcome: &Outcome) -> Finding {
    let (gap, balance) = (&outcome.gap, &outcome.cash.balance);
    if gap.lowest.0.reason().is_some() {
        return Finding::unknown(Word::CHARTS_CASH_UNKNOWN, gap.lowest.0, is_any(balance));
    }
    if !is_any(balance) {
        return Finding::empty(Word::CHARTS_CASH_EMPTY);
    }
    let word = match gap.months {
        0 => Word::CHARTS_CASH_ENOUGH,
        _ if balance.last().is_some_and(|last| last.is_negative()) => Word::CHARTS_CASH_SUNK,
        _ => Word::CHARTS_CASH_SHORT,
    };
    Finding::of(Sentence::new(
        word,
        [
            ("n", Value::Count(Exact::whole(gap.months))),
            ("amount", Value::ShortMoney(gap.lowest.0)),
            ("month", Value::Month(gap.lowest_month)),
        ],
    ))
}

/// What one client brings over its life against what winning it cost, pay included.
pub fn payback_finding(outcome: &Outcome) -> Finding {
    let (curve, total) = (&outcome.client.curve, &outcome.total);
    if !is_any(curve) {
        return Finding::empty(Word::CHARTS_PAYBACK_EMPTY);
    }
    let (word, months, reason) = match total.payback_loaded {
        Reached::At(months) if total.cac_loaded.is_positive() => {
            (Word::CHARTS_PAYBACK_AT, Value::Months(months.0), Value::Nothing)
        }
        Reached::At(months) => (Word::CHARTS_PAYBACK_FREE, Value::Months(months.0), Value::Nothing),
        Reached::NotWithinHorizon => (Word::CHARTS_PAYBACK_LATER, Value::Nothing, Value::Nothing),
        Reached::Never => (Word::CHARTS_PAYBACK_NEVER, Value::Nothing, Value::Nothing),
        Reached::Unknown(reason) => (Word::CHARTS_PAYBACK_UNKNOWN, Value::Nothing, Value::Reason(reason)),
    };
    let life = Exact::whole(u32::try_from(curve.len()).unwrap_or(u32::MAX));
    let brings = curve.last().map_or(Exact::ZERO, |last| last.0);
    Finding::of(Sentence::new(
        word,
        [
            ("months", months),
            ("reason", reason),
            ("horizon", Value::Months(life)),
            ("brings", Value::Money(brings)),
            ("cac", Value::Money(total.cac_loaded.0)),
        ],
    ))
}

/// From leads to clients over the whole plan, and the step that fewest pass.
pub fn funnel_finding(model: &Model, outcome: &Outcome) -> Finding {
    let (leads, clients) = (outcome.total.leads, outcome.total.clients);
    if leads.0.reason().or(clients.0.reason()).is_some() {
        return Finding::unknown(Word::CHARTS_FUNNEL_UNKNOWN, leads.0 + clients.0, leads.is_positive());
    }
    if !leads.is_positive() {
        return Finding::empty(Word::CHARTS_FUNNEL_EMPTY);
    }
    let weakest = weakest(outcome);
    let word = match weakest {
        _ if !clients.is_positive() => Word::CHARTS_FUNNEL_NONE,
        Some(_) => Word::CHARTS_FUNNEL_WEAKEST,
        None => Word::CHARTS_FUNNEL_FOUND,
    };
    let (at, rate) = weakest.unwrap_or((0, Share::ONE));
    Finding::of(Sentence::new(
        word,
        [
            ("n", Value::Count(leads.0)),
            ("clients", Value::Count(clients.0)),
            ("share", Value::Percent(outcome.total.conversion.0)),
            ("stage", Value::stage(model, at)),
            ("rate", Value::Percent(rate.0)),
        ],
    ))
}

/// The channels on their timeline: how many count, and which brings most.
pub fn road_map_finding(model: &Model, outcome: &Outcome) -> Finding {
    if model.channels.is_empty() {
        return Finding::empty(Word::CHARTS_ROAD_EMPTY);
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
    Finding::of(Sentence::new(
        word,
        [
            ("n", whole(counted)),
            ("all", whole(model.channels.len())),
            ("channel", Value::channel(model, at)),
            ("share", Value::Percent(share.0)),
        ],
    ))
}

/// One order: what is left of its price.
pub fn order_finding(outcome: &Outcome) -> Finding {
    let (price, left) = (outcome.client.paid_price, outcome.client.order_contribution);
    if left.0.reason().is_some() {
        return Finding::unknown(Word::CHARTS_ORDER_UNKNOWN, left.0, price.is_positive());
    }
    if price == Money::ZERO && left == Money::ZERO {
        return Finding::empty(Word::CHARTS_ORDER_EMPTY);
    }
    let word = match left {
        _ if left.is_negative() => Word::CHARTS_ORDER_LOSS,
        _ if left == Money::ZERO => Word::CHARTS_ORDER_EVEN,
        _ => Word::CHARTS_ORDER_FOUND,
    };
    Finding::of(Sentence::new(
        word,
        [
            ("price", Value::Money(price.0)),
            ("left", Value::Money(left.0)),
            ("loss", Value::Money((-left).0)),
            ("share", Value::Percent((left / price).0)),
        ],
    ))
}

/// How many of a list.
pub(super) fn whole(count: usize) -> Value {
    Value::Whole(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Whether any amount exists and is not nothing.
fn is_any(amounts: &[Money<Exact>]) -> bool {
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

#[cfg(test)]
mod tests {
    use super::super::tests::business;
    use super::*;
    use crate::model::{Channel, Estimate, Stage};
    use crate::plan::evaluate;

    fn stage(id: &str, percent: i64) -> Stage {
        Stage { id: id.into(), conversion: Estimate::share(percent), ..Stage::default() }
    }

    fn word(finding: &Finding) -> Word {
        finding.say[0].word
    }

    fn filling<'f>(finding: &'f Finding, name: &str) -> &'f Value {
        finding.say[0].fillings.iter().find(|(own, _)| *own == name).map(|(_, value)| value).unwrap()
    }

    #[test]
    fn the_weakest_step_is_the_one_that_fewest_pass() {
        let mut model = business(500, 100, 0, 0);
        model.funnel.stages = vec![stage("a", 60), stage("b", 20), stage("c", 90)];
        let finding = funnel_finding(&model, &evaluate(&model));
        assert_eq!(word(&finding), Word::CHARTS_FUNNEL_WEAKEST);
        assert_eq!(*filling(&finding, "stage"), Value::Row("funnel/stages/b".into()));
        model.funnel.stages.truncate(1);
        assert_eq!(word(&funnel_finding(&model, &evaluate(&model))), Word::CHARTS_FUNNEL_FOUND);
    }

    #[test]
    fn the_strongest_channel_is_named_with_its_share() {
        let mut model = business(500, 100, 0, 0);
        assert_eq!(word(&road_map_finding(&model, &evaluate(&model))), Word::CHARTS_ROAD_ONE);
        let larger = Channel { id: "b".into(), budget: Estimate::guess(3000), ..model.channels[0].clone() };
        model.channels.push(larger);
        let finding = road_map_finding(&model, &evaluate(&model));
        assert_eq!(word(&finding), Word::CHARTS_ROAD_TOP);
        assert_eq!(*filling(&finding, "channel"), Value::Row("channels/b".into()));
        let three_of_four = Exact::whole(3) / Exact::whole(4);
        assert_eq!(*filling(&finding, "share"), Value::Percent(three_of_four));
    }

    #[test]
    fn an_order_is_a_loss_even_or_leaves_something() {
        let of = |cost| word(&order_finding(&evaluate(&business(500, cost, 0, 0))));
        assert_eq!(
            [of(600), of(500), of(400)],
            [Word::CHARTS_ORDER_LOSS, Word::CHARTS_ORDER_EVEN, Word::CHARTS_ORDER_FOUND]
        );
    }

    #[test]
    fn cash_that_comes_back_is_short_and_cash_that_does_not_is_sunk() {
        let of = |model: &Model| word(&cash_finding(&evaluate(model)));
        let mut model = business(500, 100, 1000, 0);
        model.channels[0].first = 3;
        assert_eq!(of(&model), Word::CHARTS_CASH_SHORT);
        assert_eq!(of(&business(150, 100, 9000, 0)), Word::CHARTS_CASH_SUNK);
        assert_eq!(of(&business(500, 100, 0, 0)), Word::CHARTS_CASH_ENOUGH);
        assert!(!cash_finding(&evaluate(&Model::default())).drawable);
    }

    #[test]
    fn a_client_won_for_nothing_has_nothing_to_pay_back() {
        assert_eq!(word(&payback_finding(&evaluate(&business(500, 100, 0, 0)))), Word::CHARTS_PAYBACK_AT);
        assert_eq!(word(&payback_finding(&evaluate(&business(150, 100, 0, 0)))), Word::CHARTS_PAYBACK_NEVER);
    }

    #[test]
    fn profit_from_the_first_month_later_or_never() {
        let of = |model: &Model| word(&money_finding(&evaluate(model)));
        assert_eq!(of(&business(500, 100, 1000, 0)), Word::CHARTS_MONEY_FROM_FIRST);
        let mut later = business(500, 100, 1000, 0);
        later.channels[0].first = 3;
        assert_eq!(of(&later), Word::CHARTS_MONEY_AT);
        assert_eq!(of(&business(500, 600, 1000, 0)), Word::CHARTS_MONEY_NEVER);
        assert_eq!(of(&Model::default()), Word::CHARTS_MONEY_EMPTY);
    }

    #[test]
    fn what_new_clients_alone_carry_is_told_where_there_are_others() {
        let mut model = business(500, 100, 1000, 0);
        assert_eq!(money_finding(&evaluate(&model)).say.len(), 1);
        assert_eq!(opening_share(&evaluate(&model), 0..3), None);
        model.about.horizon = 12;
        (model.opening.clients, model.opening.retention) = (Estimate::guess(10), Some(Estimate::share(100)));
        model.opening.frequency = Some(Estimate::guess(1));
        // Ten orders a month leave 4 000; new clients 4 000 less 1 000 of marketing and 1 000 of rent.
        let fillings =
            |sentence: &Sentence| sentence.fillings.iter().map(|(_, own)| own.clone()).collect::<Vec<_>>();
        let found = money_finding(&evaluate(&model));
        let short = |amount: u32| Value::ShortMoney(Exact::whole(amount));
        assert_eq!(fillings(&found.say[1]), [short(48_000), short(24_000)]);
        let told = opening_share(&evaluate(&model), 0..3).unwrap();
        assert_eq!(
            fillings(&told),
            [30_000, 15_000, 15_000].map(|amount| Value::Money(Exact::whole(amount)))
        );
    }
}
