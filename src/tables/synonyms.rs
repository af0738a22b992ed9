//! What headings are called, in both languages. A pattern is the beginnings of words in their order; `=` closes
//! a word. The longest pattern that fits wins.

use crate::model::{BusinessFact, ChannelFact, Fact};

/// What a heading may announce beside figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeadingRole {
    Month,
    Channel,
    Measure,
    Value,
    Created,
    Closed,
    Stage,
    Amount,
    Won,
}

/// Words of ratios, which are computed and not recorded.
pub(super) const RATIOS: &str = "конверс, conversion, cr=, cpl=, cac=, cpa=, cpc=, cpm=, ctr=, romi=, roi=, roas=, \
    ltv=, arpu, средн чек, стоимост лид, стоимост заяв, стоимост клиент, стоимост привлеч, цен, cost per, price, \
    average order, average check, average deal, %, дол, share, rate, маржинальност, рентабельн";

/// Plans and differences: no facts.
pub(super) const PLANS: &str = "план, прогноз, отклонен, разниц, plan, fact, forecast, difference, variance";

/// What things are counted by: over one of these a figure is a ratio.
pub(super) const COUNTED: &str = "conv, click, result, lead, лид, заяв, клик, конверс, клиент, client, customer, продаж, sale, \
    показ, impr, order, заказ, purchase, покуп, view, просмотр, install, установ, unit, action, действ, mille, 1000, тысяч, \
    цел, сделк, deal, визит, visit, сесси, session, посет, подпис, follow, обращен, contact, контакт, acq, value, ценност";

/// Units of time: by these a figure is no ratio.
pub(super) const TIMES: &str = "мес, год, кварт, недел, ден, day, week, month, year, quarter, annum";

/// Headings that leave open what is counted: their cells decide. «Конверсии» of an advertising account are leads, «сделки» clients.
pub(super) const OPEN_COUNTS: [(ChannelFact<String>, &str); 2] = [
    (
        ChannelFact::Leads,
        "конверсии=, конверсий=, достижен цел, целев действ, результаты=, conversions=, conv=, results=, key events=",
    ),
    (
        ChannelFact::Clients,
        "сделки=, сделок=, заказы=, заказов=, покупки=, покупок=, deals=, orders=, purchases=",
    ),
];

/// Columns of ids, and of remarks.
pub(super) const IDS: &str = "id=, ид=, №, номер, number, код=";
/// See [`IDS`].
pub(super) const COMMENTS: &str = "коммент, примеч, заметк, comment, note, remark, обновл, updated";

/// What accompanies a channel and is none: its kind, state, aim.
pub(super) const BESIDE_CHANNELS: &str = "тип, type, id=, групп, group, статус, status, state, delivery, цел, objective, стратег, \
    strategy, бюджет, budget, indicator, индикатор, валют, currency";

/// Words that change nothing about what a heading means.
pub(super) const NEUTRAL: &str = "руб, р=, шт, ед=, тыс, млн, rub, usd, eur, $, €, k=, thousand, million, факт, fact, \
    actual, за=, в=, на=, по=, от=, с=, из=, от=, и=, мес=, месяц, month, количеств, кол=, во=, числ, count, number, \
    of=, the=, in=, per=, чел, дн, days, без=, ндс=, всего, total, new=, нов, сумм, amount, канал, channel, all=, вс";

/// Words of scale and their powers of ten.
pub(super) const SCALES: &[(&str, u32)] =
    &[("тыс", 3), ("thousand", 3), ("k=", 3), ("млн", 6), ("million", 6), ("mln=", 6)];

/// Totals.
pub(super) const TOTALS: &str = "итог, всего, total, grand total, sum=, subtotal";

/// Headings of a table by months.
pub(super) const ROLES: &[(HeadingRole, &str)] = &[
    (HeadingRole::Month, "месяц, мес=, дат, период, month, date, period"),
    (
        HeadingRole::Channel,
        "канал, реклам канал, источник, площадк, кампан, channel, source, utm source, campaign",
    ),
    (HeadingRole::Measure, "показател, метрик, стать, этап, стади, stage, measure, metric, indicator, kpi="),
    (HeadingRole::Value, "значен, факт, value, fact, actual, сумм, amount, количеств, count"),
];

/// Headings of deals as CRMs write them.
pub(super) const DEAL_ROLES: &[(HeadingRole, &str)] = &[
    (
        HeadingRole::Created,
        "дат созда, созда, created, create date, creation date, дат обращ, дат заявк, дат лид, дат добав",
    ),
    (HeadingRole::Created, "date added, date create, added"),
    (
        HeadingRole::Closed,
        "дат закрыт, дат заверш, дат оплат, дат продаж, closed, close date, closing date, won time",
    ),
    (HeadingRole::Closed, "date closed, закрыт, paid at=, date paid"),
    (HeadingRole::Stage, "этап, стади, статус, stage, status"),
    (
        HeadingRole::Amount,
        "бюджет, сумм, amount, budget, стоимост, value, opportunity, выручк, revenue, price, total=, итого=, к= оплат",
    ),
    (HeadingRole::Channel, "источник, канал, source, channel, utm source, utm campaign, кампан, campaign"),
    (HeadingRole::Won, "выигр, won, успешн, closed won, is won"),
];

/// What CRMs write beside it: who, when it was changed, of what kind.
pub(super) const DEAL_NOISE: &str = "кем, by=, id=, редакт, измен, modif, updat, смен, последн, last, ответств, owner, тип, type, \
    групп, дополн, причин, reason, предыдущ, previous, валют, currency, воронк, pipeline, налог, tax, скид, discount, достав, shipping, \
    outstanding, subtotal, lineitem, закрыта=, закрыт=";

/// What was paid back of a deal.
pub(super) const PAID_BACK: &str = "amount refund, refund amount, refunded, сумм возврат, возврат, возвращен";

/// Words of which the heading of an id is made, one of the first four among them.
pub(super) const ID_WORDS: &str = "id ид номер number order заказ заказа deal record сделки сделка лида лид lead transaction charge payment платежа \
    платеж purchase invoice счета opportunity object hs";

/// Headings of lists of payments.
pub(super) const PAYMENTS: &str =
    "платеж, платёж, payment, charge, transaction, транзакц, paid out, balance transaction, payout";

/// Statuses of deals that were paid back.
pub(super) const GIVEN_BACK: &str = "refunded=, возвращен, возврат, chargeback";

/// Statuses of deals that were won, and of those that were lost.
pub(super) const WON: &str =
    "успешн, сделк успешн, выигран, оплачен=, продан=, продаж состоял, closed won, won, success, paid=";
/// See [`WON`].
pub(super) const LOST: &str = "закрыт и не реализ, не реализ, провал, проигр, отказ, потерян, lost, closed lost, fail, \
    не актуал, неактуал, анализ причин провал, спам, spam, дубл, неуспешн, не успешн, disqualif";

pub(super) const YES: &str = "да=, yes=, y=, true=, 1=, won, выигр, истина=, +=";
pub(super) const NO: &str = "нет=, no=, n=, false=, 0=, lost, проигр, ложь=";

/// Every fact with each of its lists of patterns; a longer one wins, of equals the first.
pub(super) fn synonyms() -> Vec<(Fact, &'static str)> {
    let of_channel = ChannelFact::all(std::iter::empty());
    let of_channel = of_channel.into_iter().map(|fact| (channel_synonyms(&fact), Fact::Channel(fact)));
    let of_business = BusinessFact::ALL.iter().map(|fact| (business_synonyms(*fact), Fact::Business(*fact)));
    let all = of_channel.chain(of_business);
    all.flat_map(|(lists, fact)| lists.iter().map(move |patterns| (fact.clone(), *patterns))).collect()
}

/// What a fact of channels is called.
fn channel_synonyms(fact: &ChannelFact<String>) -> &'static [&'static str] {
    use ChannelFact::{Clients, Leads, Revenue, Spend, Stage};
    match fact {
        Spend => &[
            "расход, расход реклам, расход маркетинг, затрат, затрат реклам, затрат маркетинг, бюджет, потрачен",
            "реклам, реклам расход, реклам бюджет, маркетинг, spend, spent, ad spend, cost, ad cost, budget, expense",
            "marketing, marketing spend, marketing cost, advertising",
        ],
        Leads => &["лид, заявк, заявок, обращен, новы лид, lead, new lead, inquir, enquir, request"],
        Clients => &[
            "клиент, новы клиент, покупател, новы покупател, client, new client, customer, new customer",
            "продаж шт, продаж количеств, количеств продаж, сделк выигран, выигран сделк, won deal, deals won",
        ],
        Revenue => &[
            "выручк, оплат, поступлен, доход=, доходы=, дохода=, оборот, сумм продаж, сумм оплат, сумм сделк, продаж руб",
            "revenue, income, turnover, payment, sales revenue, sales amount, revenue sales",
        ],
        // Every plan names its stages itself.
        Stage(_) => &[],
    }
}

/// What a fact of the whole business is called.
fn business_synonyms(fact: BusinessFact) -> &'static [&'static str] {
    use BusinessFact::{
        Active, Cash, Complaints, CrossSellRevenue, CrossSells, Cycle, Delivered, FixedCosts, Lost,
        OnPromise, Payroll, Refunds, Taxes, UpsellRevenue, Upsells, VariableCosts,
    };
    match fact {
        Delivered => &[
            "выполнен, выполнен заказ, заказ выполнен, сдан, доставлен, отгружен, заказ сдан, сдан заказ",
            "delivered, orders delivered, delivered orders, fulfilled, shipped",
        ],
        OnPromise => &[
            "в= срок, как= обещан, как= обещал, вовремя, выполнен в= срок, сдан в= срок, доставлен в= срок, заказ в= срок",
            "выполнен как= обещан, сдан как= обещан, on time, on promise, as promised, delivered on time, delivered as promised",
        ],
        Cycle => &[
            "цикл, цикл сделк, средн цикл, средн цикл сделк, дн до= сделк, дней до= сделк, дней до= продаж",
            "дней от= лид до= продаж, дней от= заявк до= продаж, cycle, sales cycle, average cycle, days to= sale",
            "days to= close, days from lead to= sale",
        ],
        Active => &[
            "активн, активн клиент, действующ клиент, клиент на= конец, active, active client, active customer",
        ],
        Lost => &[
            "ушл, ушедш, ушедш клиент, ушл клиент, потерян, потерян клиент, отток, отток клиент",
            "lost, lost client, lost customer, churn, churned client, churned customer, clients lost, customers lost",
        ],
        Complaints => &["жалоб, рекламац, претенз, complaint, claim"],
        Refunds => &["возврат, refund, return, orders given back"],
        Upsells => &["допродаж, апсейл, upsell, up sell"],
        UpsellRevenue => &[
            "выручк допродаж, выручк с= допродаж, сумм допродаж, доход допродаж, допродаж руб, допродаж сумм",
            "допродаж выручк, допродаж тыс, апсейл руб, выручк апсейл, upsell revenue, up sell revenue, revenue upsell",
        ],
        CrossSells => &["кросс, кросс продаж, кросспродаж, cross, cross sell, crosssell"],
        CrossSellRevenue => &[
            "выручк кросс, выручк кросс продаж, сумм кросс, сумм кросс продаж, доход кросс, кросс руб",
            "кросс продаж руб, кросс продаж сумм, кросс продаж выручк, cross sell revenue, revenue cross sell",
        ],
        VariableCosts => &[
            "переменн, переменн расход, переменн затрат, себестоимост, variable, variable cost, cogs=",
            "cost of= goods, cost of= sales, variable expense",
        ],
        Payroll => {
            &["фот=, зарплат, заработн плат, оплат труд, расход зарплат, payroll, salar, wage, staff cost"]
        }
        FixedCosts => &[
            "постоянн, постоянн расход, постоянн затрат, накладн, накладн расход, fixed, fixed cost",
            "overhead, fixed expense",
        ],
        Taxes => &["налог, tax"],
        Cash => &[
            "касс, остат, остат денег, деньг, деньг на= конец, деньг на= счет, cash, cash balance, balance, bank balance",
        ],
    }
}

/// How well a list of patterns fits: letters of the longest that does.
pub(super) fn fit(patterns: &str, words: &[String]) -> Option<(usize, Vec<usize>)> {
    let fitting = patterns.split(',').filter_map(|pattern| places(pattern, words));
    fitting.max_by_key(|(letters, _)| *letters)
}

/// Whether any pattern of a list fits.
pub(super) fn fits(patterns: &str, words: &[String]) -> bool {
    fit(patterns, words).is_some()
}

/// The letters of a pattern and the places of the words that it takes.
fn places(pattern: &str, words: &[String]) -> Option<(usize, Vec<usize>)> {
    let (mut letters, mut taken, mut next) = (0_usize, Vec::new(), 0);
    for part in pattern.split_whitespace() {
        let is_like = |word: &String| match part.strip_suffix('=') {
            Some(whole) => word == whole,
            None => word.starts_with(part),
        };
        let step = words.iter().skip(next).position(is_like)?;
        let place = step.saturating_add(next);
        letters = letters.saturating_add(part.chars().count());
        taken.push(place);
        next = place.saturating_add(1);
    }
    (!taken.is_empty()).then_some((letters, taken))
}
