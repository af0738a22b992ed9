//! What the whole result means for the owner in words: one sentence to take home, and what follows from it.

use crate::number::{Count, Exact, Number, Undefined};
use crate::plan::{Outcome, Reached};
use crate::text::{MonthCase, Sentence, Value, Word};

/// What is said of a plan.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PlanSentences {
    /// Whether it cannot be worked out.
    pub is_unclear: bool,
    /// The one sentence.
    pub say: Sentence,
    /// What follows: when the money is back, what volume is missing. May be empty.
    pub rest: Vec<Sentence>,
}

/// The case that a plan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    /// Nothing happens yet.
    Empty,
    /// Some number cannot be worked out.
    Unclear,
    /// Money goes out, nobody comes.
    NoClients,
    /// Each order loses money.
    OrderLoses,
    /// Winning a client costs more than the client brings.
    ClientLoses,
    /// Clients pay, but the plan as a whole does not.
    NoProfit,
    /// It pays, but the money runs out before.
    MoneyShort,
    /// It pays from the first month.
    AtOnce,
    /// It pays.
    Pays,
}

impl Case {
    fn of(outcome: &Outcome) -> Self {
        let (client, total) = (&outcome.client, &outcome.total);
        let in_profit = match outcome.break_even.lasting {
            Reached::Unknown(Undefined::NoData) => return Case::Empty,
            Reached::Unknown(_) => return Case::Unclear,
            Reached::At(month) => Some(month),
            Reached::NotWithinHorizon | Reached::Never => None,
        };
        let short = outcome.gap.first.is_some();
        match in_profit {
            _ if total.clients == Count::ZERO => Case::NoClients,
            _ if total.earn_per_client.0.reason().is_some() => Case::Unclear,
            _ if outcome.gap.lowest.0.reason().is_some() => Case::Unclear,
            _ if client.order_contribution.is_negative() => Case::OrderLoses,
            _ if total.earn_per_client.is_negative() => Case::ClientLoses,
            None => Case::NoProfit,
            Some(_) if short => Case::MoneyShort,
            Some(0) => Case::AtOnce,
            Some(_) => Case::Pays,
        }
    }

    fn word(self) -> Word {
        match self {
            Case::Empty => Word::MEANING_EMPTY,
            Case::Unclear => Word::MEANING_UNCLEAR,
            Case::NoClients => Word::MEANING_NO_CLIENTS,
            Case::OrderLoses => Word::MEANING_ORDER_LOSES,
            Case::ClientLoses => Word::MEANING_CLIENT_LOSES,
            Case::NoProfit => Word::MEANING_NO_PROFIT,
            Case::MoneyShort => Word::MEANING_MONEY_SHORT,
            Case::AtOnce => Word::MEANING_AT_ONCE,
            Case::Pays => Word::MEANING_PAYS,
        }
    }
}

/// What is said of a plan; sums are rounded where most of its numbers are guesses.
pub(super) fn plan_sentences(outcome: &Outcome, is_rough: bool) -> PlanSentences {
    let case = Case::of(outcome);
    let rest = match case {
        Case::Empty | Case::Unclear | Case::NoClients | Case::OrderLoses => Vec::new(),
        Case::ClientLoses => vec![money_short(outcome, is_rough)],
        Case::NoProfit => vec![volume_missing(outcome), money_short(outcome, is_rough)],
        Case::MoneyShort => vec![profit_since(outcome), money_back(outcome)],
        Case::AtOnce | Case::Pays => vec![money_back(outcome)],
    };
    PlanSentences {
        is_unclear: matches!(case, Case::Empty | Case::Unclear),
        say: said(outcome, case, is_rough),
        rest: rest.into_iter().flatten().collect(),
    }
}

fn said(outcome: &Outcome, case: Case, is_rough: bool) -> Sentence {
    let (client, total) = (&outcome.client, &outcome.total);
    let lost = if case == Case::OrderLoses { client.order_contribution } else { total.earn_per_client };
    let month = |month: Option<u32>| Value::or_nothing(month.map(Value::Month));
    Sentence::new(
        case.word(),
        [
            ("earn", Value::sum(total.earn_per_client.0, is_rough)),
            ("loss", Value::sum((-lost).0, is_rough)),
            ("cac", Value::sum(total.cac_loaded.0, is_rough)),
            ("ltv", Value::sum(client.ltv.0, is_rough)),
            ("bridge", Value::sum(outcome.gap.bridge.0, is_rough)),
            ("first", month(outcome.gap.first)),
            ("month", Value::or_nothing(outcome.break_even.lasting.at().map(since))),
            ("horizon", Value::Months(Exact::whole(outcome.months()))),
        ],
    )
}

/// Since when there is profit to stay.
fn profit_since(outcome: &Outcome) -> Option<Sentence> {
    let month = since(outcome.break_even.lasting.at()?);
    Some(Sentence::new(Word::MEANING_PROFIT_SINCE, [("month", month)]))
}

fn since(month: u32) -> Value {
    Value::MonthIn(month, MonthCase::Since)
}

/// When all that was put in is back.
/// Counted without the clients there were at the beginning: who has any has not put in the money for new ones alone.
fn money_back(outcome: &Outcome) -> Option<Sentence> {
    let has_clients = outcome.volumes.opening_clients.iter().any(|count| count.is_positive());
    match outcome.break_even.project {
        Reached::At(0) | Reached::Unknown(_) => None,
        Reached::At(month) => {
            Some(Sentence::new(Word::MEANING_MONEY_BACK, [("month", Value::MonthIn(month, MonthCase::By))]))
        }
        Reached::NotWithinHorizon | Reached::Never => {
            let horizon = Value::Months(Exact::whole(outcome.months()));
            let word = if has_clients { Word::MEANING_NEW_ALONE } else { Word::MEANING_MONEY_NOT_BACK };
            Some(Sentence::new(word, [("horizon", horizon)]))
        }
    }
}

/// How many more would have to be active in the last month.
fn volume_missing(outcome: &Outcome) -> Option<Sentence> {
    let needed = outcome.break_even.clients.last()?.at()?;
    let planned = *outcome.volumes.active_clients.last()?;
    let fillings = [("needed", Value::Count(needed.0)), ("planned", Value::Count(planned.0))];
    (needed - planned).is_positive().then(|| Sentence::new(Word::MEANING_VOLUME_MISSING, fillings))
}

/// How much money is missing, where it is.
fn money_short(outcome: &Outcome, is_rough: bool) -> Option<Sentence> {
    let bridge = outcome.gap.bridge;
    let sentence = || Sentence::new(Word::MEANING_BRIDGE, [("bridge", Value::sum(bridge.0, is_rough))]);
    bridge.is_positive().then(sentence)
}

#[cfg(test)]
mod tests {
    use super::super::tests::business;
    use super::*;
    use crate::model::{Estimate, Model};
    use crate::plan::evaluate;
    use crate::text::{Language, Show};

    fn in_words(model: &Model, language: Language) -> (String, String) {
        let show = Show::standard(language);
        let PlanSentences { say, rest, .. } = plan_sentences(&evaluate(model), false);
        (show.sentence(model, &say), show.sentences(model, &rest))
    }

    fn check(model: &Model, start: &str) {
        let said = in_words(model, Language::English);
        assert!(said.0.starts_with(start), "{said:?}");
        for text in [&said.0, &said.1] {
            assert!(!text.contains(['{', '}']) && !text.contains("  ") && !text.contains(".."), "{said:?}");
        }
    }

    #[test]
    fn each_plan_is_told_in_its_own_words() {
        check(&Model::default(), "Nothing to work out");
        check(&business(500, 600, 10, 0), "Each order loses");
        check(&business(150, 100, 10, 0), "You lose");
        check(&business(500, 100, 9000, 0), "You earn 300");
        check(&business(500, 100, 1000, 0), "You earn 300");
    }

    #[test]
    fn a_plan_whose_money_runs_out_says_how_much_is_missing() {
        let mut model = business(500, 100, 1000, 0);
        model.costs[0].last = None;
        model.channels[0].first = 3;
        let (say, rest) = in_words(&model, Language::English);
        assert!(say.contains("3,000") && say.contains("2027-01"), "{say}");
        assert!(rest.contains("2027-04"), "{rest}");
    }

    #[test]
    fn a_firm_with_clients_of_its_own_is_not_told_that_its_money_is_lost() {
        let mut model = business(500, 100, 9000, 0);
        model.opening.clients = Estimate::guess(100);
        model.opening.frequency = Some(Estimate::guess(1));
        model.opening.retention = Some(Estimate::share(99));
        let (_, rest) = in_words(&model, Language::English);
        assert!(rest.contains("New customers alone"), "{rest}");
    }

    #[test]
    fn without_profit_the_missing_volume_is_named() {
        let rest = plan_sentences(&evaluate(&business(500, 100, 9000, 0)), false).rest;
        // (9 000 + 1 000) / 400 = 25 active, 10 planned.
        let [needed, planned] = [25, 10].map(|count| Value::Count(Exact::whole(count)));
        assert_eq!(rest[0].word, Word::MEANING_VOLUME_MISSING);
        assert_eq!(rest[0].fillings, [("needed", needed), ("planned", planned)]);
    }

    #[test]
    fn of_guesses_sums_are_about() {
        let say = plan_sentences(&evaluate(&business(500, 100, 9000, 0)), true).say;
        let earn = say.fillings.iter().find(|(name, _)| *name == "earn").map(|(_, value)| value.clone());
        assert_eq!(earn, Some(Value::AboutMoney(Exact::whole(300))));
    }
}
