//! The page of thresholds, out of the same table that decides.

use super::thresholds::{Grounds, Limit, THRESHOLDS};
use crate::law::{INCOME_TAX, INCOME_TAX_ABOVE, INCOME_TAX_FROM, MINIMUM_WAGES};
use crate::model::{Model, Slot, find};
use crate::number::Decimal;

const HEAD: &str = "# Thresholds\n\nMade from `judge::THRESHOLDS` and the tables of `law` by `cargo test --test formulas` with \
`UPDATE=1`; do not edit. Thresholds of the market are conventions of the trade: they colour figures, they change none.\n";

/// Every threshold and every figure of law in Markdown, each with its grounds.
pub fn thresholds_page() -> String {
    let mut page = HEAD.to_owned();
    page += "\n| threshold | where | what it decides | grounds |\n|---|---|---|---|\n";
    for own in THRESHOLDS {
        page += &format!(
            "| `{}` | {} | {} | {} |\n",
            own.name,
            limit_text(own.limit),
            own.decides,
            grounds_text(own.grounds)
        );
    }
    page + &law()
}

fn limit_text(limit: Limit) -> String {
    match limit {
        Limit::Times(times) => format!("{times} ×"),
        Limit::Months(months) => format!("{months} months"),
        Limit::Days(days) => format!("{days} days"),
        Limit::Characters(characters) => format!("{characters} characters"),
        Limit::Scores(scores) => format!("{scores} scores"),
        Limit::Share(share) => format!("{} %", (share * 100.0).round()),
        Limit::Field(path) => format!("{} by default, field `{path}`", default_text(path)),
    }
}

fn default_text(path: &str) -> String {
    let model = Model::default();
    match find(&model, path) {
        Some((_, Slot::Estimate(estimate))) => {
            format!("{} %", (estimate.value * Decimal::ONE_HUNDRED).normalize())
        }
        _ => String::new(),
    }
}

fn grounds_text(grounds: Grounds) -> String {
    match grounds {
        Grounds::Market { source, year } => format!("market: {source}, {year}"),
        Grounds::Arithmetic => "follows from what the figure means".to_owned(),
        Grounds::Method(page) => format!("method: [{page}]({page})"),
        Grounds::Convention => "a convention of this program".to_owned(),
    }
}

fn law() -> String {
    let mut page = "\n## Figures of law\n\nRussia, roubles. Not tax advice.\n\n\
| figure | value | holds | source |\n|---|---|---|---|\n"
        .to_owned();
    for own in MINIMUM_WAGES {
        let (from, to) = (own.valid_from.text(), own.valid_to.text());
        page += &format!("| minimum wage a month | {} | {from} to {to} | {} |\n", own.value, own.source);
    }
    let mut from = 0;
    for (to, rate) in INCOME_TAX {
        page += &tax_row(&format!("{from} to {to}"), rate);
        from = to;
    }
    page + &tax_row(&format!("above {from}"), INCOME_TAX_ABOVE)
}

fn tax_row(income: &str, rate: u32) -> String {
    let from = INCOME_TAX_FROM.text();
    format!(
        "| income tax on a year's income, {income} | {rate} % | from {from} | Tax Code, article 224 (176-FZ) |\n"
    )
}
