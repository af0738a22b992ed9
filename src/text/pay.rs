//! What the parts of a pay plan are called: "5 % of new sales".

use super::{Filling, Show, Word, choice_text};
use crate::model::{Base, Choice, Counted, Kpi, KpiMeasure, PayPart};
use crate::number::{Exact, Number, Share};
use crate::plan::FigureUnit;

/// What a part of a pay plan is called: its rates and what they are of, or its sum by KPIs.
pub fn part_name(show: &Show<'_>, part: &PayPart) -> String {
    if part.base == Base::Kpi {
        let pool = show.money(part.pool.number());
        return show.phrase(Word::SLIP_KPI, &[("pool", Filling::Text(&pool))]);
    }
    let name = of_base(show, part.base, &rates(show, part));
    match part.counted {
        Counted::Accrued => name,
        Counted::Collected => show.phrase(Word::SLIP_BY_PAYMENTS, &[("part", Filling::Text(&name))]),
    }
}

/// A rate with what it is of: "5 % of new sales".
fn of_base(show: &Show<'_>, base: Base, rate: &str) -> String {
    let word = match base {
        Base::NewSales => Word::SLIP_OF_NEW_SALES,
        Base::Turnover => Word::SLIP_OF_TURNOVER,
        Base::Portfolio => Word::SLIP_OF_PORTFOLIO,
        Base::Contribution => Word::SLIP_OF_CONTRIBUTION,
        Base::Profit => Word::SLIP_OF_PROFIT,
        Base::Kpi => return rate.to_owned(),
    };
    show.phrase(word, &[("rate", Filling::Text(rate))])
}

/// The rate below the tiers and those of the tiers: "5 % / 8 %".
fn rates(show: &Show<'_>, part: &PayPart) -> String {
    let tiers = part.tiers.iter().map(|tier| &tier.rate);
    let all: Vec<_> = std::iter::once(&part.rate)
        .chain(tiers)
        .map(|rate| show.typed(rate.number(), FigureUnit::Share))
        .collect();
    all.join(" / ")
}

/// What a KPI is called: its own name, what it measures, or its place among the others, from 0 on.
pub fn kpi_name(show: &Show<'_>, kpi: &Kpi, place: usize) -> String {
    match kpi.name.trim() {
        "" if kpi.measure == KpiMeasure::Entered => {
            let number = (place + 1).to_string();
            show.phrase(Word::SLIP_KPI_NUMBER, &[("n", Filling::Text(&number))])
        }
        "" => choice_text(show, "people/-/pay/parts/-/kpis/-/measure", kpi.measure.name()),
        name => name.to_owned(),
    }
}

/// A rate or a share with all its digits that matter: at most two behind the point.
pub fn rate_text(show: &Show<'_>, rate: Share<Exact>) -> String {
    match rate.0.decimal() {
        Ok(rate) => show.typed(Exact::Value(rate.round_dp(4)), FigureUnit::Share),
        Err(reason) => show.reason(reason),
    }
}

/// An amount that is added or taken: "+1 200", "−300".
pub fn signed_money(show: &Show<'_>, amount: Exact) -> String {
    let sign = if amount.is_positive() { "+" } else { "" };
    [sign, &show.money(amount)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Estimate, Tier};
    use crate::text::Language;

    const SHOW: Show<'static> = Show::standard(Language::Russian);

    #[test]
    fn a_part_is_called_by_its_rates_and_its_base() {
        let tier = Tier { rate: Estimate::share(8), ..Tier::default() };
        let mut part = PayPart { rate: Estimate::share(5), ..PayPart::default() };
        assert_eq!(part_name(&SHOW, &part), "5\u{a0}% от новых продаж");
        part.tiers.push(tier);
        part.base = Base::Portfolio;
        part.counted = Counted::Collected;
        assert_eq!(part_name(&SHOW, &part), "5\u{a0}% / 8\u{a0}% от портфеля клиентов, по оплатам");
    }

    #[test]
    fn a_kpi_sum_names_its_sum_and_a_kpi_itself() {
        let part = PayPart { base: Base::Kpi, pool: Estimate::guess(30_000), ..PayPart::default() };
        assert_eq!(part_name(&SHOW, &part), "Сумма по KPI: 30\u{a0}000\u{a0}RUB при 100 %");
        let kpi = |name: &str, measure| Kpi { name: name.to_owned(), measure, ..Kpi::default() };
        assert_eq!(kpi_name(&SHOW, &kpi(" Встречи ", KpiMeasure::Entered), 0), "Встречи");
        assert_eq!(kpi_name(&SHOW, &kpi(" ", KpiMeasure::Entered), 1), "KPI 2");
        assert_eq!(kpi_name(&SHOW, &kpi("", KpiMeasure::Orders), 0), "заказы");
    }

    #[test]
    fn what_is_added_has_its_sign() {
        let amount = |n| signed_money(&SHOW, Exact::Value(crate::number::Decimal::from(n)));
        assert_eq!(
            [amount(1200), amount(-300), amount(0)],
            ["+1\u{a0}200\u{a0}RUB", "−300\u{a0}RUB", "0\u{a0}RUB"]
        );
    }
}
