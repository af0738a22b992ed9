//! Every threshold that decides what is good, bad, proved or doubtful, in one table, each with its grounds. Those that
//! a lower room needs stand there and are named here.

use crate::codec::LinkLength;
use crate::evidence as facts;
use crate::model as entered;
use crate::pay::LEAST_SCORES;
use crate::pay_review::MOST_ATTAINMENT;
use crate::text::RATIO_LIMITS;

/// From how many times its cost on a client is held to be safe.
pub(super) const RATIO_SAFE: u32 = RATIO_LIMITS[1];
/// Below how many times its cost a client is a loss.
pub(super) const RATIO_LOSES: u32 = RATIO_LIMITS[0];
/// Within how many months a client should pay back what winning it cost.
pub(super) const PAYBACK_MONTHS: u32 = 12;
/// Within how many months a plan should be without loss, and all that was put in back.
pub(super) const BREAK_EVEN_MONTHS: u32 = 12;

/// A threshold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Threshold {
    /// Its name, for programs and documentation.
    pub name: &'static str,
    /// Where it lies.
    pub limit: Limit,
    /// What it decides.
    pub decides: &'static str,
    /// Why it lies there.
    pub grounds: Grounds,
}

/// Where a threshold lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// So many times something.
    Times(u32),
    /// So many months.
    Months(u32),
    /// So many days.
    Days(u32),
    /// So many characters.
    Characters(usize),
    /// So many scores.
    Scores(u32),
    /// A share, 0 to 1 and beyond.
    Share(f64),
    /// What the document says in a field that has a default, by its path.
    Field(&'static str),
}

/// Why a threshold lies where it lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grounds {
    /// A figure of the market: who names it, and the year in which it was published or last looked up.
    Market {
        /// Who names it.
        source: &'static str,
        /// The year.
        year: u32,
    },
    /// It follows from what the figure means.
    Arithmetic,
    /// A choice of the method, explained in a page of `docs/`.
    Method(&'static str),
    /// A convention of this program.
    Convention,
}

const SKOK: Grounds = Grounds::Market { source: "D. Skok, SaaS Metrics 2.0", year: 2013 };
const EVIDENCE: Grounds = Grounds::Method("adr/0010-facts-and-evidence.md");
const VERDICTS: Grounds = Grounds::Method("adr/0025-verdicts-once-a-quarter.md");
const PAY: Grounds = Grounds::Method("adr/0009-pay-in-the-plan.md");

const fn row(name: &'static str, limit: Limit, decides: &'static str, grounds: Grounds) -> Threshold {
    Threshold { name, limit, decides, grounds }
}

/// Every threshold of the program but the figures of law, which stand in `law`.
pub const THRESHOLDS: &[Threshold] = &[
    row("ratio_safe", Limit::Times(RATIO_SAFE), "from which LTV / CAC is good", SKOK),
    row("ratio_loses", Limit::Times(RATIO_LOSES), "below which LTV / CAC is a loss", Grounds::Arithmetic),
    row("payback", Limit::Months(PAYBACK_MONTHS), "within which a client pays back its cost", SKOK),
    row(
        "break_even",
        Limit::Months(BREAK_EVEN_MONTHS),
        "within which a plan is without loss, and pays back what was put in",
        Grounds::Convention,
    ),
    row(
        "sales_pay",
        Limit::Field("team/sales_pay_ceiling"),
        "above which the pay of those who win clients is a large part of contribution",
        Grounds::Market { source: "Infosoft", year: 2026 },
    ),
    row("load", Limit::Share(1.0), "above which people have more work than they can do", Grounds::Arithmetic),
    row("rating", Limit::Share(1.0), "below which a rating's coefficient lowers pay", Grounds::Arithmetic),
    row(
        "rating_scores",
        Limit::Scores(LEAST_SCORES),
        "in a year, from which a rating moves pay",
        Grounds::Method("adr/0021-pay-against-the-quota.md"),
    ),
    row(
        "attainment",
        Limit::Share(MOST_ATTAINMENT as f64 / 100.0),
        "of planned sales, up to which pay plans are looked at",
        PAY,
    ),
    row(
        "least_of_plan",
        Limit::Share(facts::LEAST_OF_PLAN),
        "of the plan, which a figure must reach to hold where its break-even says nothing",
        VERDICTS,
    ),
    row(
        "next_to_none",
        Limit::Share(facts::NEXT_TO_NONE),
        "as which a plan of no complaints or refunds is judged",
        VERDICTS,
    ),
    row(
        "likely",
        Limit::Share(facts::LIKELY),
        "chance of what is needed, from which a figure holds",
        VERDICTS,
    ),
    row("rare", Limit::Share(facts::RARE), "chance of the plan, up to which a figure is below it", VERDICTS),
    row(
        "passes",
        Limit::Share(facts::PASSES),
        "chance that clients of a channel bring more than they cost, from which it passes its run-in",
        VERDICTS,
    ),
    row(
        "months_vary",
        Limit::Share(facts::MONTHS_VARY),
        "by which leads of months vary beyond chance, until facts show more",
        VERDICTS,
    ),
    row(
        "deals_vary",
        Limit::Share(facts::DEALS_VARY),
        "of the average, by which one deal strays from it, until facts show more",
        VERDICTS,
    ),
    row(
        "run_in",
        Limit::Months(facts::RUN_IN_MONTHS),
        "for which a channel is tested before it may pass",
        EVIDENCE,
    ),
    row(
        "patience",
        Limit::Months(facts::PATIENCE_MONTHS),
        "after the last, within which a verdict is forecast",
        EVIDENCE,
    ),
    row(
        "far_from_plan",
        Limit::Times(facts::FAR_FROM_PLAN),
        "the plan of its month, above which a record is doubted",
        Grounds::Convention,
    ),
    row(
        "far_from_all_months",
        Limit::Times(facts::FAR_FROM_ALL_MONTHS),
        "the most planned for any month, above which a record is doubted",
        Grounds::Convention,
    ),
    row(
        "coefficient",
        Limit::Times(entered::HIGHEST_COEFFICIENT),
        "above which a coefficient is questioned",
        Grounds::Convention,
    ),
    row(
        "days",
        Limit::Days(entered::MOST_DAYS),
        "above which a time in days is refused",
        Grounds::Convention,
    ),
    row(
        "link_short",
        Limit::Characters(LinkLength::SHORT),
        "up to which any messenger takes a link",
        Grounds::Convention,
    ),
    row(
        "link_long",
        Limit::Characters(LinkLength::LONG),
        "above which messengers are likely to cut a link",
        Grounds::Convention,
    ),
    row(
        "link_picture",
        Limit::Characters(LinkLength::PICTURE),
        "up to which a phone reads a link from a picture with ease",
        Grounds::Convention,
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Model, Slot, find};

    #[test]
    fn every_threshold_has_a_name_of_its_own_and_grounds() {
        for (at, own) in THRESHOLDS.iter().enumerate() {
            assert!(THRESHOLDS[..at].iter().all(|other| other.name != own.name), "{}", own.name);
            match own.grounds {
                Grounds::Market { source, year } => {
                    assert!(!source.is_empty() && (1990..2100).contains(&year), "{}", own.name);
                }
                Grounds::Method(page) => {
                    let page = format!("{}/docs/{page}", env!("CARGO_MANIFEST_DIR"));
                    assert!(std::path::Path::new(&page).exists(), "{page}");
                }
                Grounds::Arithmetic | Grounds::Convention => {}
            }
        }
    }

    #[test]
    fn a_threshold_of_the_document_is_a_field_of_it() {
        let model = Model::default();
        for own in THRESHOLDS {
            if let Limit::Field(path) = own.limit {
                assert!(matches!(find(&model, path), Some((_, Slot::Estimate(_)))), "{path}");
            }
        }
    }
}
