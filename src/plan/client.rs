//! One client over its life: what it brings, and when it has paid for having been won.

use super::given::Given;
use super::order::Client;
use super::outcome::ClientOutcome;
use super::reached::Reached;
use super::retention::{Endless, Staying};
use crate::number::{Money, Months, Number, Share};
use core::cmp::Ordering;

/// One order and one client of a plan.
pub(super) fn client_outcome<N: Number>(given: &Given<N>) -> ClientOutcome<N> {
    let (client, order) = (&given.client, &given.client.order);
    let survival = given.staying.survival(given.life_months);
    let life_discounted = life(&survival, monthly_discount(given.discount));
    let plain = life(&survival, Share::ONE);
    let month = client.month_contribution();
    let (upsell, cross_sell) =
        (order.without_vat(client.upsell.price), order.without_vat(client.cross_sell.price));
    ClientOutcome {
        paid_price: order.paid(),
        order_vat: order.price * order.refund_share.rest() - order.net_price(),
        net_price: order.net_price(),
        order_fees: order.fees(),
        order_cost: order.cost(),
        order_contribution: order.contribution(),
        cross_sell_revenue: cross_sell,
        cross_sell_cost: client.cross_sell.cost,
        cross_sell: client.cross_sell_contribution(),
        upsell_revenue: upsell,
        upsell_cost: client.upsell.cost,
        upsell: client.upsell_contribution(),
        month_contribution: month,
        month_revenue: client.month_revenue(),
        life: plain,
        discounted_life: life_discounted,
        ltv: ltv(month, life_discounted, client.once_contribution()),
        life_revenue: ltv(client.month_revenue(), plain, upsell),
        curve: payback_curve(client, &survival),
        survival,
    }
}

/// The factor by which an amount `month` months ahead counts less: `(1 + yearly)^(−month/12)`.
pub fn monthly_discount<N: Number>(yearly: Share<N>) -> Share<N> {
    if yearly == Share::ZERO {
        return Share::ONE;
    }
    Share::ONE / Share((N::ONE + yearly.0).twelfth_root())
}

/// Months of life that count: the sum of S(k) over the ages given, each discounted; in months.
///
/// ```
/// use obkatka::number::{Exact, Number, Share};
/// use obkatka::plan::{life, Staying};
/// let half = Share(Exact::ONE / Exact::whole(2));
/// let survival = Staying::Constant(half).survival(4);
/// assert_eq!(life(&survival, Share::ONE).0.text().as_deref(), Some("1.875"));
/// ```
pub fn life<N: Number>(survival: &[Share<N>], monthly_discount: Share<N>) -> Months<N> {
    if monthly_discount == Share::ONE {
        return Months(survival.iter().copied().sum::<Share<N>>().0);
    }
    let (mut factor, mut sum) = (Share::ONE, Share::ZERO);
    for share in survival {
        sum += *share * factor;
        factor = factor * monthly_discount;
    }
    Months(sum.0)
}

/// LTV: what one client leaves over the months that count, by margin, acquisition not yet paid.
///
/// `life · (orders · contribution + cross-sell − service) + upsell − first-order cost`; money.
/// Source: Gupta & Lehmann 2003 (margin, retention, finite horizon); by margin, never by revenue.
///
/// ```
/// use obkatka::number::{Exact, Money, Months, Number};
/// use obkatka::plan::ltv;
/// // 10 months of 300, 50 once.
/// let ltv = ltv(Money(Exact::whole(300)), Months(Exact::whole(10)), Money(Exact::whole(50)));
/// assert_eq!(ltv.0.text().as_deref(), Some("3050"));
/// ```
pub fn ltv<N: Number>(month: Money<N>, life: Months<N>, once: Money<N>) -> Money<N> {
    month * Share(life.0) + once
}

/// What one client has brought by the end of each month of its life, undiscounted; money.
pub fn payback_curve<N: Number>(client: &Client<N>, survival: &[Share<N>]) -> Vec<Money<N>> {
    let month = client.month_contribution();
    let mut total = client.once_contribution();
    survival
        .iter()
        .map(|share| {
            total += month * *share;
            total
        })
        .collect()
}

/// When one client has brought back what it cost: the first n, interpolated within its month, at
/// which the survival-weighted contribution reaches `cost`; in months.
///
/// What comes with the first order counts in month 0. *Never* where even a life without a horizon
/// stays below; *not within the horizon* where only the horizon is too short.
pub fn client_payback<N: Number>(
    client: &Client<N>,
    staying: &Staying<N>,
    curve: &[Money<N>],
    cost: Money<N>,
) -> Reached<Months<N>> {
    if let Some(reason) = cost.0.reason() {
        return Reached::Unknown(reason);
    }
    if !cost.is_positive() {
        return Reached::At(Months::ZERO);
    }
    let mut before = Money::ZERO;
    for (month, after) in (0..).zip(curve) {
        if let Some(reason) = after.0.reason() {
            return Reached::Unknown(reason);
        }
        if after.compare(cost).is_some_and(Ordering::is_ge) {
            let within = (cost - before) / (*after - before);
            return Reached::At(Months(N::whole(month) + within.0));
        }
        before = *after;
    }
    match reaches_at_last(client, staying, cost) {
        true => Reached::NotWithinHorizon,
        false => Reached::Never,
    }
}

/// Whether a life without a horizon brings the cost back.
fn reaches_at_last<N: Number>(client: &Client<N>, staying: &Staying<N>, cost: Money<N>) -> bool {
    let month = client.month_contribution();
    match staying.endless_life() {
        Endless::Unbounded => month.is_positive(),
        // An endless sum is only approached: to equal the cost is still never to reach it.
        Endless::Sum(life) => (ltv(month, Months(life), client.once_contribution()) - cost).is_positive(),
    }
}
