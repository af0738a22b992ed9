//! Why profit is another, cause by cause, in words.

use super::quarters::months_text;
use super::{Filling, Show, Word, signed_money};
use crate::evidence::{Assumed, Cause, ProfitLine, Variance};
use crate::number::{Exact, Money, Number};
use crate::plan::FigureUnit;

/// A cause by which way it went: "Fewer leads".
pub fn cause_name(show: &Show<'_>, cause: Cause, amount: Money<Exact>) -> String {
    let way = match amount {
        _ if amount.is_positive() => "up",
        _ if amount.is_negative() => "down",
        _ => "same",
    };
    show.key(&["compare.cause.", cause_key(cause), ".", way].concat())
}

/// A cause in one line: "Fewer leads: −120 000 ₽".
pub fn cause_text(show: &Show<'_>, cause: Cause, amount: Money<Exact>) -> String {
    [&cause_name(show, cause, amount), ": ", &signed_money(show, amount.0)].concat()
}

fn cause_key(cause: Cause) -> &'static str {
    match cause {
        Cause::Volume => "volume",
        Cause::Conversion => "conversion",
        Cause::Repeat => "repeat",
        Cause::Outside => "outside",
        Cause::Price => "price",
        Cause::AddOns => "add_ons",
        Cause::VariableCosts => "variable_costs",
        Cause::Marketing => "marketing",
        Cause::FixedCosts => "fixed_costs",
        Cause::Pay => "pay",
        Cause::Tax => "tax",
    }
}

/// What it all comes to: more, less or as much as planned.
pub fn variance_text(show: &Show<'_>, variance: &Variance) -> String {
    let difference = variance.difference();
    let word = match difference {
        _ if difference.is_positive() => Word::COMPARE_MORE,
        _ if difference.is_negative() => Word::COMPARE_LESS,
        _ => Word::COMPARE_SAME,
    };
    let size = if difference.is_negative() { -difference } else { difference };
    let texts = [size, variance.plan, variance.fact].map(|amount| show.money(amount.0));
    let greatest =
        variance.greatest().map(|(cause, amount)| cause_text(show, cause, amount)).unwrap_or_default();
    let fillings = [
        ("size", Filling::Text(texts[0].as_str())),
        ("plan", Filling::Text(texts[1].as_str())),
        ("fact", Filling::Text(texts[2].as_str())),
        ("cause", Filling::Text(greatest.as_str())),
    ];
    show.phrase(word, &fillings)
}

/// That the causes are the whole difference, with every digit.
pub fn sum_text(show: &Show<'_>, variance: &Variance) -> String {
    let causes: Money<Exact> = variance.causes.iter().map(|(_, amount)| *amount).sum();
    let exact = |amount: Money<Exact>| match amount.0.decimal() {
        Ok(value) => show.typed(Exact::from_decimal(value.round_dp(2)), FigureUnit::Money),
        Err(reason) => show.reason(reason),
    };
    let [plan, fact] = [variance.plan, variance.fact].map(exact);
    let sign = if causes.is_negative() { "−" } else { "+" };
    let size = exact(if causes.is_negative() { -causes } else { causes });
    let fillings = [
        ("plan", Filling::Text(plan.as_str())),
        ("sign", Filling::Text(sign)),
        ("causes", Filling::Text(size.as_str())),
        ("fact", Filling::Text(fact.as_str())),
    ];
    show.phrase(Word::COMPARE_SUM, &fillings)
}

/// Lines that are not recorded, those of the same months together: "pay, taxes (Jan 2027 – Mar 2027); orders (Feb 2027)".
pub fn assumed_text(show: &Show<'_>, assumed: &[Assumed]) -> String {
    let mut groups: Vec<(&[u32], Vec<String>)> = Vec::new();
    for own in assumed {
        let name = line_name(show, own.line);
        match groups.iter_mut().find(|(months, _)| *months == own.months) {
            Some((_, names)) => names.push(name),
            None => groups.push((&own.months, vec![name])),
        }
    }
    let group = |(months, names): (&[u32], Vec<String>)| {
        [&names.join(", "), " (", &spans_text(show, months), ")"].concat()
    };
    groups.into_iter().map(group).collect::<Vec<_>>().join("; ")
}

/// Months, those that follow each other as one span.
fn spans_text(show: &Show<'_>, months: &[u32]) -> String {
    let spans = months.chunk_by(|one, next| one + 1 == *next);
    let span = |span: &[u32]| match span {
        [first, .., last] => months_text(show, *first, *last),
        _ => span.first().map_or_else(String::new, |first| show.month(*first)),
    };
    spans.map(span).collect::<Vec<_>>().join(", ")
}

fn line_name(show: &Show<'_>, line: ProfitLine) -> String {
    let key = match line {
        ProfitLine::Leads => "leads",
        ProfitLine::Stages => "stages",
        ProfitLine::Active => "active",
        ProfitLine::Orders => "orders",
        ProfitLine::Revenue => "revenue",
        ProfitLine::UpsellRevenue => "upsell_revenue",
        ProfitLine::CrossSellRevenue => "cross_sell_revenue",
        ProfitLine::VariableCosts => "variable_costs",
        ProfitLine::Marketing => "marketing",
        ProfitLine::Payroll => "payroll",
        ProfitLine::FixedCosts => "fixed_costs",
        ProfitLine::Taxes => "taxes",
    };
    show.key(&["compare.line.", key].concat())
}
