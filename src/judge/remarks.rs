//! How grave remarks on pay and issues of a plan are.

use super::Tone;
use crate::model::Severity;
use crate::pay_review::Remark;

/// How a remark sounds: a loss or a broken law is bad, what cannot be told has no colour, all else is to be looked at.
pub fn remark_tone(remark: &Remark) -> Tone {
    match remark {
        Remark::OwnerLoses { .. }
        | Remark::PayFalls { .. }
        | Remark::PromiseUnreachable { .. }
        | Remark::DealAtLoss { .. }
        | Remark::PayBelowMinimum { .. } => Tone::Bad,
        Remark::PromiseUnknown { .. } => Tone::Unknown,
        Remark::SalaryBelowMinimum { .. }
        | Remark::DrawWithheld { .. }
        | Remark::SalesPayHigh { .. }
        | Remark::AtWill { .. }
        | Remark::PromiseFar { .. }
        | Remark::Overload { .. }
        | Remark::DebtLeft { .. } => Tone::Watch,
    }
}

/// How an issue of a plan sounds.
pub fn severity_tone(severity: Severity) -> Tone {
    match severity {
        Severity::Problem => Tone::Bad,
        Severity::Warning => Tone::Watch,
        Severity::Note => Tone::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Money;

    #[test]
    fn losses_and_broken_laws_are_bad_and_all_else_is_to_be_watched() {
        let (pay, minimum) = (Money::ZERO, Money::ZERO);
        let below = Remark::PayBelowMinimum { role: 0, month: 0, pay, minimum, law: None };
        let unreachable = Remark::PromiseUnreachable { role: 0, promised: Money::ZERO, best: Money::ZERO };
        assert_eq!([below, unreachable].map(|own| remark_tone(&own)), [Tone::Bad; 2]);
        let debt = Remark::DebtLeft { role: 0, debt: Money::ZERO };
        assert_eq!([Remark::AtWill { role: 0 }, debt].map(|own| remark_tone(&own)), [Tone::Watch; 2]);
    }

    #[test]
    fn of_pay_by_sales_that_nobody_has_planned_there_is_no_verdict() {
        let unknown = Remark::PromiseUnknown { role: 0, promised: Money::ZERO };
        assert_eq!(remark_tone(&unknown), Tone::Unknown);
    }

    #[test]
    fn a_note_judges_nothing() {
        let tones = [Severity::Problem, Severity::Warning, Severity::Note].map(severity_tone);
        assert_eq!(tones, [Tone::Bad, Tone::Watch, Tone::Unknown]);
    }
}
