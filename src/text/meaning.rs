//! What the whole result means for the owner: one sentence to take home, and what follows from it.

use super::{Filling, Show, Tone, Word};
use crate::number::{Count, Exact, Number, Undefined};
use crate::plan::{Outcome, Reached};

/// The verdict on a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// How it sounds.
    pub tone: Tone,
    /// The one sentence.
    pub say: String,
    /// What follows: when the money is back, what volume is missing. May be empty.
    pub rest: String,
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
            _ if client.order_contribution.is_negative() => Case::OrderLoses,
            _ if total.earn_per_client.is_negative() => Case::ClientLoses,
            None => Case::NoProfit,
            Some(_) if short => Case::MoneyShort,
            Some(0) => Case::AtOnce,
            Some(_) => Case::Pays,
        }
    }

    fn tone(self) -> Tone {
        match self {
            Case::Empty | Case::Unclear => Tone::Unknown,
            Case::NoClients | Case::OrderLoses | Case::ClientLoses | Case::NoProfit => Tone::Bad,
            Case::MoneyShort => Tone::Watch,
            Case::AtOnce | Case::Pays => Tone::Good,
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

/// The verdict.
pub fn meaning(show: &Show<'_>, outcome: &Outcome) -> Meaning {
    let case = Case::of(outcome);
    let rest = match case {
        Case::Empty | Case::Unclear | Case::NoClients | Case::OrderLoses => Vec::new(),
        Case::ClientLoses => vec![money_short(show, outcome)],
        Case::NoProfit => vec![volume_missing(show, outcome), money_short(show, outcome)],
        Case::MoneyShort => vec![profit_since(show, outcome), money_back(show, outcome)],
        Case::AtOnce | Case::Pays => vec![money_back(show, outcome)],
    };
    let rest: Vec<_> = rest.into_iter().flatten().collect();
    let [say, rest] = [said(show, outcome, case), rest.join(" ")].map(|text| one_stop(&text));
    Meaning { tone: case.tone(), say, rest }
}

/// A month that is shortened by a full stop ends its sentence with that stop.
fn one_stop(text: &str) -> String {
    text.replace("..", ".")
}

fn said(show: &Show<'_>, outcome: &Outcome, case: Case) -> String {
    let (client, total) = (&outcome.client, &outcome.total);
    let lost = if case == Case::OrderLoses { client.order_contribution } else { total.earn_per_client };
    let sums = [total.earn_per_client, -lost, total.cac_loaded, client.ltv, outcome.gap.bridge];
    let [earn, loss, cac, ltv, bridge] = sums.map(|sum| show.money(sum.0));
    let first = outcome.gap.first.map(|month| show.month(month)).unwrap_or_default();
    let month = outcome.break_even.lasting.at().map(|month| show.month(month)).unwrap_or_default();
    let horizon = show.months(Exact::whole(outcome.months()));
    let texts =
        [("earn", earn), ("loss", loss), ("cac", cac), ("ltv", ltv), ("bridge", bridge), ("first", first)];
    let texts = texts.into_iter().chain([("month", month), ("horizon", horizon)]).collect::<Vec<_>>();
    let fillings: Vec<_> = texts.iter().map(|(name, text)| (*name, Filling::Text(text))).collect();
    show.phrase(case.word(), &fillings)
}

/// Since when there is profit to stay.
fn profit_since(show: &Show<'_>, outcome: &Outcome) -> Option<String> {
    let month = show.month(outcome.break_even.lasting.at()?);
    Some(show.phrase(Word::MEANING_PROFIT_SINCE, &[("month", Filling::Text(&month))]))
}

/// When all that was put in is back.
fn money_back(show: &Show<'_>, outcome: &Outcome) -> Option<String> {
    let horizon = show.months(Exact::whole(outcome.months()));
    let with = |word, name, text: &str| Some(show.phrase(word, &[(name, Filling::Text(text))]));
    match outcome.break_even.project {
        Reached::At(0) | Reached::Unknown(_) => None,
        Reached::At(month) => with(Word::MEANING_MONEY_BACK, "month", &show.month(month)),
        Reached::NotWithinHorizon | Reached::Never => with(Word::MEANING_MONEY_NOT_BACK, "horizon", &horizon),
    }
}

/// How many more would have to be active in the last month.
fn volume_missing(show: &Show<'_>, outcome: &Outcome) -> Option<String> {
    let needed = outcome.break_even.clients.last()?.at()?;
    let planned = *outcome.volumes.active_clients.last()?;
    if !(needed - planned).is_positive() {
        return None;
    }
    let (needed, planned) = (show.count(needed.0), show.count(planned.0));
    let fillings = [("needed", Filling::Text(&needed)), ("planned", Filling::Text(&planned))];
    Some(show.phrase(Word::MEANING_VOLUME_MISSING, &fillings))
}

/// How much money is missing, where it is.
fn money_short(show: &Show<'_>, outcome: &Outcome) -> Option<String> {
    let bridge = outcome.gap.bridge;
    let text = show.money(bridge.0);
    (bridge.is_positive()).then(|| show.phrase(Word::MEANING_BRIDGE, &[("bridge", Filling::Text(&text))]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Channel, Currency, Estimate, FixedCost, Model, RetentionKind, Status, Unit, YearMonth,
    };
    use crate::plan::evaluate;
    use crate::text::{Language, PlainDigits};

    /// Ten clients a month at 100 each; each buys once at `price` and costs `cost`.
    fn business(price: i64, cost: i64, fixed: i64, opening: i64) -> Model {
        let mut model = Model::default();
        model.offer.price = Estimate::guess(price);
        model.offer.unit_cost = Estimate::guess(cost);
        model.offer.retention.kind = RetentionKind::Once;
        model.channels.push(Channel {
            id: "a".into(),
            status: Status::Test,
            budget: Estimate::guess(1000),
            cost_per_lead: Estimate::guess(100),
            ..Channel::default()
        });
        model.costs.push(FixedCost {
            id: "a".into(),
            amount: Estimate::guess(fixed),
            ..FixedCost::default()
        });
        model.terms.opening_cash = Estimate::guess(opening);
        model
    }

    fn said_of(model: &Model, language: Language) -> Meaning {
        let show = Show {
            language,
            currency: Currency::Rub,
            unit: Unit::Client,
            start: YearMonth::new(2027, 1),
            digits: &PlainDigits,
        };
        meaning(&show, &evaluate(model))
    }

    fn check(model: &Model, tone: Tone, start: &str) {
        let said = said_of(model, Language::English);
        assert_eq!(said.tone, tone, "{said:?}");
        assert!(said.say.starts_with(start), "{said:?}");
        for text in [&said.say, &said.rest] {
            assert!(!text.contains('{') && !text.contains("  "), "{said:?}");
        }
    }

    #[test]
    fn each_plan_is_told_in_its_own_words() {
        check(&Model::default(), Tone::Unknown, "Nothing to work out");
        check(&business(500, 600, 10, 0), Tone::Bad, "Each order loses");
        check(&business(150, 100, 10, 0), Tone::Bad, "You lose");
        check(&business(500, 100, 9000, 0), Tone::Bad, "You earn 300");
        check(&business(500, 100, 1000, 0), Tone::Good, "You earn 300");
    }

    #[test]
    fn a_plan_whose_money_runs_out_says_how_much_is_missing() {
        let mut model = business(500, 100, 1000, 0);
        model.costs[0].last = None;
        model.channels[0].first = 3;
        let said = said_of(&model, Language::English);
        assert_eq!(said.tone, Tone::Watch);
        assert!(said.say.contains("3,000") && said.say.contains("2027-01"), "{said:?}");
        assert!(said.rest.contains("2027-04"), "{said:?}");
    }

    #[test]
    fn without_profit_the_missing_volume_is_named() {
        let said = said_of(&business(500, 100, 9000, 0), Language::Russian);
        // (9 000 + 1 000) / 400 = 25 active, 10 planned.
        assert!(said.rest.contains("25") && said.rest.contains("10"), "{said:?}");
    }
}
