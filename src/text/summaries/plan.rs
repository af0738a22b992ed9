//! The sections of the Plan screen.

use super::{amount, line, of_plan, rows};
use crate::model::{Choice, Estimate, Model, Regime};
use crate::number::{Exact, Money, Number};
use crate::plan::{Outcome, is_on};
use crate::text::{Filling, Show, Word, choice_text};

/// Currency, first month, length.
pub fn about_summary(show: &Show<'_>, model: &Model, _: &Outcome) -> String {
    let about = &model.about;
    let currency = choice_text(show, "about/currency", about.currency.name());
    line(show, [Some(currency), Some(show.month(0)), Some(show.months(Exact::whole(about.horizon)))])
}

/// How many channels, what they cost and bring in a month of the plan.
pub fn channels_summary(show: &Show<'_>, model: &Model, outcome: &Outcome) -> String {
    let is_used = |channel: &&_| (0..model.about.horizon).any(|t| is_on(model, channel, t));
    let count = model.channels.iter().filter(is_used).count();
    let months = Exact::whole(model.about.horizon);
    let spend = outcome.total.spend.0 / months;
    let leads = outcome.total.leads.0 / months;
    let (shown, whole) = show.counted(leads);
    let leads = leads
        .is_positive()
        .then(|| show.phrase(Word::SUMMARY_LEADS, &[("n", Filling::Number(&shown, whole))]));
    line(show, [rows(show, Word::SUMMARY_CHANNELS, count), amount(show, Word::SUMMARY_SPEND, spend), leads])
}

/// How many stages, and how many of the leads become clients.
pub fn funnel_summary(show: &Show<'_>, model: &Model, outcome: &Outcome) -> String {
    let stages = rows(show, Word::SUMMARY_STAGES, model.funnel.stages.len());
    line(show, [stages, of_plan(show, outcome, Word::SUMMARY_CONVERSION, "conversion")])
}

/// The price, and what a client brings.
pub fn offer_summary(show: &Show<'_>, model: &Model, outcome: &Outcome) -> String {
    let price: Money<Exact> = model.offer.price.as_money();
    let ltv = outcome.client.ltv.0;
    line(show, [amount(show, Word::SUMMARY_PRICE, price.0), amount(show, Word::SUMMARY_LTV, ltv)])
}

/// How many costs, what they come to in a month, what is invested.
pub fn costs_summary(show: &Show<'_>, model: &Model, _: &Outcome) -> String {
    let sum = |amounts: &mut dyn Iterator<Item = &Estimate>| {
        amounts.fold(Exact::ZERO, |sum, own| sum + own.as_money::<Exact>().0)
    };
    let monthly = sum(&mut model.costs.iter().map(|cost| &cost.amount));
    let invested = sum(&mut model.investments.iter().map(|own| &own.amount));
    line(
        show,
        [
            rows(show, Word::SUMMARY_COSTS, model.costs.len()),
            amount(show, Word::SUMMARY_MONTHLY, monthly),
            amount(show, Word::SUMMARY_INVESTED, invested),
        ],
    )
}

/// The money at the start, and the tax.
pub fn terms_summary(show: &Show<'_>, model: &Model, _: &Outcome) -> String {
    let opening: Money<Exact> = model.terms.opening_cash.as_money();
    let share = show.percent(model.tax.rate.as_share::<Exact>().0);
    let regime = choice_text(show, "tax/regime", model.tax.regime.name());
    let texts = [("share", Filling::Text(share.as_str())), ("regime", Filling::Text(&regime))];
    let tax = (model.tax.regime != Regime::None).then(|| show.phrase(Word::SUMMARY_TAX, &texts));
    line(show, [amount(show, Word::SUMMARY_OPENING, opening.0), tax])
}

/// How many versions are kept, and the name of the last.
pub fn versions_summary(show: &Show<'_>, model: &Model, _: &Outcome) -> String {
    let last = model.versions.last().map(|version| version.name.clone());
    line(show, [rows(show, Word::SUMMARY_VERSIONS, model.versions.len()), last])
}
