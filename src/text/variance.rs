//! Why profit is another, cause by cause, in words.

use super::quarters::{month_spans, months_text};
use super::{Filling, Show, Word, signed_money};
use crate::evidence::{Actuals, Assumed, Cause, EstimatedOrders, NoVariance, ProfitLine, Variance};
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
    let said = show.phrase(word, &fillings);
    match &variance.estimated {
        Some(estimated) => [&said, " ", &estimated_text(show, estimated)].concat(),
        None => said,
    }
}

/// That orders are an estimate, with its range: "Orders are estimated from revenue (Jan – Jun 2027): 866, from 850 to 880."
pub fn estimated_text(show: &Show<'_>, estimated: &EstimatedOrders) -> String {
    let EstimatedOrders { months, orders, low, high } = estimated;
    let months = spans_text(show, months);
    let [orders, low, high] = [orders, low, high].map(|count| show.count(*count));
    let fillings = [("months", &months), ("orders", &orders), ("low", &low), ("high", &high)];
    show.phrase(Word::COMPARE_ESTIMATED, &fillings.map(|(name, text)| (name, Filling::Text(text))))
}

/// What the profit of some months as it was is called.
pub fn fact_word(variance: &Variance) -> Word {
    if variance.estimated.is_some() { Word::COMPARE_PROFIT_ESTIMATED } else { Word::COMPARE_PROFIT_FACT }
}

/// Why profit cannot be compared.
pub fn no_variance_text(show: &Show<'_>, why: &NoVariance) -> String {
    match why {
        NoVariance::NoLeads => show.word(Word::COMPARE_NO_VARIANCE),
        NoVariance::NoOrders(months) => with_months(show, Word::COMPARE_NO_ORDERS, months),
        NoVariance::Undefined(reason) => show.reason(*reason),
    }
}

/// What is to be known of a forecast: months of which orders are an estimate, and months whose revenue counts in no
/// profit because nobody counted their orders.
pub fn forecast_notes(show: &Show<'_>, fact: &Actuals) -> Vec<String> {
    let notes =
        [(Word::QUARTERS_ESTIMATED, &fact.estimated), (Word::QUARTERS_WITHOUT_ORDERS, &fact.without_orders)];
    let some = notes.into_iter().filter(|(_, months)| !months.is_empty());
    some.map(|(word, months)| with_months(show, word, months)).collect()
}

/// A sentence about months.
fn with_months(show: &Show<'_>, word: Word, months: &[u32]) -> String {
    show.phrase(word, &[("months", Filling::Text(&spans_text(show, months)))])
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
    let spans = month_spans(months).map(|(first, last)| months_text(show, first, last));
    spans.collect::<Vec<_>>().join(", ")
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
