//! "Up to 250,000: is that so?", in one sentence: what is promised against what people usually make.

use super::Tone;
use crate::number::{Decimal, Exact};
use crate::pay_review::{JobOffer, Needed, OfferLook};
use crate::text::{Sentence, Value, Word};

/// How an offer of pay sounds, and what it comes to; what is missing for it, as long as anything is.
pub fn job_offer_verdict(offer: &JobOffer) -> (Tone, Sentence) {
    let tone = match offer.look() {
        None => Tone::Unknown,
        Some(OfferLook::Kept) => Tone::Good,
        Some(OfferLook::WithEffort) => Tone::Watch,
        Some(OfferLook::Carrot) => Tone::Bad,
    };
    (tone, sentence(offer))
}

fn sentence(offer: &JobOffer) -> Sentence {
    let Some(promised) = offer.promised else { return Sentence::plain(Word::OFFER_NEEDS_PROMISE) };
    let (money, part) =
        (|sum: Decimal| Value::Money(Exact::Value(sum)), |part: Decimal| Value::Percent(Exact::Value(part)));
    let promised = ("promised", money(promised));
    let needed = match offer.needed() {
        None => return Sentence::plain(missing(offer)),
        Some(Needed::Never(most)) => {
            return Sentence::new(Word::OFFER_NEVER, [promised, ("most", money(most))]);
        }
        Some(Needed::OfPlan(needed)) => ("needed", part(needed)),
    };
    let (Some(look), Some(usual)) = (offer.look(), offer.usual) else {
        return Sentence::new(Word::OFFER_NEEDS_USUAL, [promised, needed]);
    };
    let word = match look {
        OfferLook::Kept => Word::OFFER_KEPT,
        OfferLook::WithEffort => Word::OFFER_WITH_EFFORT,
        OfferLook::Carrot => Word::OFFER_CARROT,
    };
    let pay = Value::or_nothing(offer.pay_at(usual).map(money));
    Sentence::new(word, [promised, needed, ("usual", part(usual)), ("pay", pay)])
}

/// What to ask for first.
fn missing(offer: &JobOffer) -> Word {
    match (offer.salary, offer.bonus) {
        (None, _) => Word::OFFER_NEEDS_SALARY,
        (_, None) => Word::OFFER_NEEDS_BONUS,
        _ => Word::OFFER_NEEDS_QUOTA,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Model;
    use crate::pay_review::Bonus;
    use crate::text::{Language, Show};

    fn offer() -> JobOffer {
        JobOffer {
            salary: Some(60_000.into()),
            promised: Some(250_000.into()),
            bonus: Some(Bonus::OfSales(Decimal::new(5, 2))),
            quota: Some(1_000_000.into()),
            usual: Some(Decimal::new(8, 1)),
        }
    }

    fn words(offer: &JobOffer, language: Language) -> String {
        Show::standard(language).sentence(&Model::default(), &job_offer_verdict(offer).1)
    }

    /// By hand: 190 000 missing, 50 000 of a whole plan: 380 %; at 80 % 60 000 and 40 000.
    #[test]
    fn a_carrot_says_what_it_takes_and_what_is_usual() {
        let (tone, _) = job_offer_verdict(&offer());
        assert_eq!(tone, Tone::Bad);
        for language in [Language::Russian, Language::English] {
            let said = words(&offer(), language).replace(['\u{a0}', '\u{202f}', ','], " ");
            for part in ["250 000", "380", "80", "100 000"] {
                assert!(said.contains(part), "{part} in {said}");
            }
        }
    }

    #[test]
    fn what_is_missing_is_asked_for_one_by_one() {
        let asked = |offer: JobOffer| {
            let (tone, say) = job_offer_verdict(&offer);
            assert_eq!(tone, Tone::Unknown);
            say.word
        };
        assert_eq!(asked(JobOffer::default()), Word::OFFER_NEEDS_PROMISE);
        assert_eq!(asked(JobOffer { salary: None, ..offer() }), Word::OFFER_NEEDS_SALARY);
        assert_eq!(asked(JobOffer { bonus: None, ..offer() }), Word::OFFER_NEEDS_BONUS);
        assert_eq!(asked(JobOffer { quota: None, ..offer() }), Word::OFFER_NEEDS_QUOTA);
        assert_eq!(asked(JobOffer { usual: None, ..offer() }), Word::OFFER_NEEDS_USUAL);
    }
}
