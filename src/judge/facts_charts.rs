//! What the charts of facts say: figures beside their plan, channels recorded, two funnels, the forecast.

use super::Finding;
use super::findings::whole;
use crate::evidence::{ChannelComparison, Verdict};
use crate::number::{Exact, Money, Number};
use crate::text::{Sentence, Value, Word};

/// Where money by month ends, as planned and as forecast.
#[derive(Clone, Copy, Debug)]
pub struct ForecastEnd<'a> {
    /// The words for what it ends in.
    pub word: Word,
    /// The last month.
    pub month: u32,
    /// What it comes to as planned.
    pub plan: Money<Exact>,
    /// What it comes to as forecast.
    pub forecast: Money<Exact>,
    /// Months of which orders are an estimate: the forecast rests on it.
    pub estimated: &'a [u32],
}

/// Every figure that was counted, by its verdict: how many are below the plan, hold, or cannot be told yet.
pub fn indicators_finding(verdicts: &[Option<Verdict>]) -> Finding {
    if verdicts.is_empty() {
        return Finding::instead(Sentence::plain(Word::BOARD_PICTURE_EMPTY));
    }
    let of = |is: fn(Verdict) -> bool| whole(verdicts.iter().flatten().filter(|own| is(**own)).count());
    Finding::of(Sentence::new(
        Word::BOARD_PICTURE_FOUND,
        [
            ("all", whole(verdicts.len())),
            ("below", of(|own| own == Verdict::Below)),
            ("holds", of(|own| matches!(own, Verdict::Holds | Verdict::Above))),
            ("open", of(|own| own == Verdict::Open)),
        ],
    ))
}

/// Of how many channels facts are recorded, by how many months are of each.
pub fn run_map_finding(months: &[u32]) -> Finding {
    if months.is_empty() {
        return Finding::instead(Sentence::plain(Word::BOARD_MAP_EMPTY));
    }
    let known = months.iter().filter(|own| **own > 0).count();
    Finding::of(Sentence::new(Word::BOARD_MAP_FOUND, [("n", whole(known)), ("all", whole(months.len()))]))
}

/// From leads to new clients, as planned and as it was.
pub fn funnels_sentence(own: &ChannelComparison) -> Sentence {
    let (Some(leads), Some(clients)) = (own.leads.fact, own.clients.fact) else {
        return Sentence::plain(Word::COMPARE_FUNNELS_UNKNOWN);
    };
    Sentence::new(
        Word::COMPARE_FUNNELS_SAY,
        [
            ("plan_leads", Value::Count(own.leads.plan)),
            ("plan_clients", Value::Count(own.clients.plan)),
            ("leads", Value::Count(leads)),
            ("clients", Value::Count(clients)),
        ],
    )
}

/// The plan and the forecast, each by what it comes to; and on which estimate the forecast rests.
pub fn forecast_finding(end: ForecastEnd<'_>) -> Finding {
    if [end.plan, end.forecast].iter().any(|amount| amount.0.reason().is_some()) {
        return Finding::instead(Sentence::plain(Word::QUARTERS_CHART_UNKNOWN));
    }
    let found = Sentence::new(
        end.word,
        [
            ("month", Value::Month(end.month)),
            ("plan", Value::Money(end.plan.0)),
            ("forecast", Value::Money(end.forecast.0)),
        ],
    );
    let rests_on = || Sentence::new(Word::QUARTERS_ESTIMATED, [("months", Value::spans(end.estimated))]);
    let rests_on = (!end.estimated.is_empty()).then(rests_on);
    Finding { say: std::iter::once(found).chain(rests_on).collect(), drawable: true }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::PlanActual;
    use crate::number::Undefined;

    fn fillings(sentence: &Sentence) -> Vec<Value> {
        sentence.fillings.iter().map(|(_, own)| own.clone()).collect()
    }

    #[test]
    fn figures_are_counted_by_their_verdicts() {
        let verdicts = [Some(Verdict::Below), Some(Verdict::Above), Some(Verdict::Holds), None];
        let found = indicators_finding(&verdicts);
        assert_eq!(fillings(&found.say[0]), [4, 1, 2, 0].map(Value::Whole));
        assert!(!indicators_finding(&[]).drawable);
    }

    #[test]
    fn a_channel_counts_from_its_first_month_of_facts() {
        assert_eq!(fillings(&run_map_finding(&[3, 0, 1]).say[0]), [2, 3].map(Value::Whole));
        assert_eq!(run_map_finding(&[]).say[0].word, Word::BOARD_MAP_EMPTY);
    }

    #[test]
    fn a_funnel_without_new_clients_recorded_is_not_told() {
        let known = PlanActual { plan: Exact::whole(9), fact: Some(Exact::whole(7)), recorded: 1, of: 1 };
        let unknown = PlanActual { fact: None, ..known };
        let of = |clients: &PlanActual| ChannelComparison {
            spend: known,
            leads: known,
            stages: Vec::new(),
            clients: *clients,
            revenue: known,
            cost_per_lead: known,
            cost_per_client: known,
        };
        assert_eq!(funnels_sentence(&of(&unknown)).word, Word::COMPARE_FUNNELS_UNKNOWN);
        let told = fillings(&funnels_sentence(&of(&known)));
        assert_eq!(told, [9, 9, 7, 7].map(|count| Value::Count(Exact::whole(count))));
    }

    #[test]
    fn a_forecast_names_the_estimate_that_it_rests_on() {
        let money = |amount: u32| Money(Exact::whole(amount));
        let word = Word::QUARTERS_CHART_CASH_SAYS;
        let end =
            ForecastEnd { word, month: 11, plan: money(500), forecast: money(300), estimated: &[0, 1, 4] };
        let said = forecast_finding(end).say;
        assert_eq!(said.len(), 2);
        assert_eq!(fillings(&said[1]), [Value::spans(&[0, 1, 4])]);
        assert_eq!(forecast_finding(ForecastEnd { estimated: &[], ..end }).say.len(), 1);
        let unknown = ForecastEnd { forecast: Money(Exact::Undefined(Undefined::NoData)), ..end };
        assert!(!forecast_finding(unknown).drawable);
    }
}
