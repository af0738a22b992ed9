//! The headline results that go with a link, so that the receiver's program can tell whether it
//! comes to the same.

use crate::number::{Exact, Number};
use crate::plan::{Outcome, Reached};

/// LTV / CAC, payback of a client, lasting break-even month and lowest cash, in this order; numbers
/// rounded to four decimals, words for answers without one.
pub fn receipt(outcome: &Outcome) -> Vec<String> {
    let ratio = outcome.total.ltv_to_cac_loaded.0;
    let payback = outcome.total.payback_loaded.map(|months| months.0);
    let month = outcome.break_even.lasting.map(Exact::whole);
    let results = [number(ratio), payback, month, number(outcome.gap.lowest.0)];
    results.into_iter().map(brief).collect()
}

fn number(value: Exact) -> Reached<Exact> {
    value.reason().map_or(Reached::At(value), Reached::Unknown)
}

fn brief(result: Reached<Exact>) -> String {
    match result {
        Reached::At(value) => value.decimal().map_or_else(
            |reason| reason.name().to_owned(),
            |value| value.round_dp(4).normalize().to_string(),
        ),
        Reached::NotWithinHorizon => "later".into(),
        Reached::Never => "never".into(),
        Reached::Unknown(reason) => reason.name().into(),
    }
}
