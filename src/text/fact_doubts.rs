//! What can hardly be right of what is recorded, in words.

use super::fact_names::{fact_channel, fact_full_name, fact_name};
use super::{Filling, Show, Word};
use crate::evidence::{Doubt, FactCell, Wrong};
use crate::model::{BusinessFact, ChannelFact, Model};
use crate::number::Exact;

/// What is the matter and where: "Jan 2027, Search ads: 50 reached …"; nothing, if the plan has no such cell.
pub fn doubt_text(show: &Show<'_>, model: &Model, doubt: &Doubt) -> String {
    let Some(place) = doubt.cell.place(model, doubt.month) else { return String::new() };
    let month = show.month(doubt.month);
    let month = ("month", Filling::Text(&month));
    match (doubt.wrong, doubt.cell) {
        (Wrong::MoreThanCame { before, reached, came }, FactCell::Channel(channel, _)) => {
            let previous = FactCell::Channel(channel, before).place(model, doubt.month);
            let previous = previous.map(|place| fact_name(show, model, &place.fact)).unwrap_or_default();
            let channel = fact_channel(show, model, &place).unwrap_or_default();
            let stage = fact_name(show, model, &place.fact);
            let (n, m) = (show.count(reached), show.count(came));
            let fillings = [
                month,
                ("channel", Filling::Text(&channel)),
                ("stage", Filling::Text(&stage)),
                ("before", Filling::Text(&previous)),
                ("n", Filling::Number(&n, whole(reached))),
                ("m", Filling::Number(&m, whole(came))),
            ];
            show.phrase(of_funnel(doubt.cell, before), &fillings)
        }
        (Wrong::TimesThePlan(times), _) => {
            let n = show.plain(Exact::Value(times.into()), 0);
            let figure = fact_full_name(show, model, &place);
            let fillings =
                [month, ("figure", Filling::Text(&figure)), ("n", Filling::Number(&n, Some(times)))];
            show.phrase(Word::RECORD_DOUBTS_TIMES, &fillings)
        }
        (Wrong::OfNewClientsAlone, _) => show.phrase(Word::RECORD_DOUBTS_NEW_ALONE, &[month]),
        (_, cell) => show.phrase(of_business(cell), &[month]),
    }
}

fn of_funnel(cell: FactCell, before: ChannelFact<usize>) -> Word {
    match (cell, before) {
        (FactCell::Channel(_, ChannelFact::Clients), _) => Word::RECORD_DOUBTS_CLIENTS,
        (_, ChannelFact::Leads) => Word::RECORD_DOUBTS_FIRST_STAGE,
        _ => Word::RECORD_DOUBTS_STAGE,
    }
}

fn of_business(cell: FactCell) -> Word {
    match cell {
        FactCell::Business(BusinessFact::Lost) => Word::RECORD_DOUBTS_LOST,
        FactCell::Business(BusinessFact::Complaints) => Word::RECORD_DOUBTS_COMPLAINTS,
        FactCell::Business(BusinessFact::Refunds) => Word::RECORD_DOUBTS_REFUNDS,
        _ => Word::RECORD_DOUBTS_ON_PROMISE,
    }
}

/// The number that words agree with.
fn whole(count: Exact) -> Option<u64> {
    let count = count.decimal().ok().filter(|count| count.is_integer())?;
    u64::try_from(count).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Channel;
    use crate::text::Language;

    #[test]
    fn a_doubt_names_its_month_and_cell() {
        let channels = vec![Channel { name: "Search ads".into(), ..Channel::default() }];
        let model = Model { channels, ..Model::default() };
        let show = Show::standard(Language::English);
        let text = |cell, wrong| doubt_text(&show, &model, &Doubt { month: 0, cell, wrong });
        let spend = text(FactCell::Channel(0, ChannelFact::Spend), Wrong::TimesThePlan(150));
        assert!(spend.contains("150") && spend.contains("Spend — Search ads"), "{spend}");
        let clients = Wrong::MoreThanCame {
            before: ChannelFact::Leads,
            reached: Exact::Value(9.into()),
            came: Exact::Value(7.into()),
        };
        let clients = text(FactCell::Channel(0, ChannelFact::Clients), clients);
        assert!(["9", "7", "Search ads"].iter().all(|part| clients.contains(part)), "{clients}");
        let lost = text(FactCell::Business(BusinessFact::Lost), Wrong::MoreThanActive);
        assert_eq!(lost, show.phrase(Word::RECORD_DOUBTS_LOST, &[("month", Filling::Text(&show.month(0)))]));
        let gone = text(FactCell::Channel(5, ChannelFact::Spend), Wrong::TimesThePlan(150));
        assert_eq!(gone, "");
    }
}
