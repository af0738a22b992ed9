//! Why a figure has no number: "never", "no data" and the like, with the reason in words.

use super::{Show, Word};
use crate::number::Undefined;
use crate::plan::{Answer, Figure, Outcome, Reached};

/// The reason why there is no number; `None` where there is one.
pub fn figure_reason(show: &Show<'_>, outcome: &Outcome, figure: &Figure, answer: Answer) -> Option<String> {
    let of_client = matches!(figure.id, "payback" | "payback_loaded" | "payback_spent");
    let word = match answer {
        Reached::At(_) => return None,
        Reached::NotWithinHorizon if of_client => Word::REASON_LIFE_TOO_SHORT,
        Reached::NotWithinHorizon if !is_sold(outcome, figure) => Word::REASON_NOTHING_SOLD,
        Reached::NotWithinHorizon => Word::REASON_PLAN_TOO_SHORT,
        Reached::Never if of_client => Word::REASON_CLIENT_NEVER,
        Reached::Never => match figure.id {
            "gap_first" => Word::REASON_NO_GAP,
            "runway" => Word::REASON_NO_BURN,
            _ => Word::REASON_VOLUME_NO_HELP,
        },
        Reached::Unknown(Undefined::DivisionByZero) => Word::REASON_DIVISION,
        Reached::Unknown(Undefined::Overflow) => Word::REASON_OVERFLOW,
        Reached::Unknown(Undefined::Unbounded) => Word::REASON_UNBOUNDED,
        Reached::Unknown(Undefined::Impossible) => Word::REASON_IMPOSSIBLE,
        Reached::Unknown(Undefined::NoData) if figure.id == "runway" => Word::REASON_THREE_MONTHS,
        Reached::Unknown(Undefined::NoData | Undefined::NotANumber) => Word::REASON_NO_DATA,
    };
    Some(show.word(word))
}

/// Whether anything is sold that a figure could come about by: the project is paid back by new clients alone.
fn is_sold(outcome: &Outcome, figure: &Figure) -> bool {
    let volumes = &outcome.volumes;
    let counts = if figure.id == "project_payback" { &volumes.new_clients } else { &volumes.orders };
    counts.iter().any(|count| count.is_positive())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Model;
    use crate::plan::{FIGURES, Place, Scope, evaluate};
    use crate::text::Language;

    #[test]
    fn an_empty_plan_gives_a_reason_wherever_it_gives_no_number() {
        let outcome = evaluate(&Model::default());
        for language in [Language::Russian, Language::English] {
            let show = Show::standard(language);
            for figure in FIGURES {
                let place = if figure.scope == Scope::Month { Place::Month(0) } else { Place::Whole };
                let answer = figure.value(&outcome, place);
                let reason = figure_reason(&show, &outcome, figure, answer);
                assert_eq!(reason.is_some(), answer.at().is_none(), "{}", figure.id);
                assert!(reason.is_none_or(|reason| !reason.contains('{')), "{}", figure.id);
            }
        }
    }
}
