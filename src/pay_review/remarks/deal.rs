//! The deal with which a step of pay is reached: what it costs the owner and what it brings.

use crate::model::{Base, KpiMeasure};
use crate::number::{Decimal, Exact, Money, Number, Share};
use crate::pay::{KpiTerms, MonthPay, PartInput, PartPay, PartTerms, PayTerms};
use crate::pay_review::sides::just_below;
use crate::pay_review::{Deal, Remark, Sides};
use crate::plan::ClientOutcome;

/// One further order of one person, at any step of the role's pay up to the most attainment looked at: a remark where
/// its pay with contributions is more than the contribution that it brings. The dearest is told.
///
/// Tiers that jump: with 5 % and from a quota of a million on 10 % of all, the deal of 200 000 that crosses costs
/// `(1.2 M · 10 % − 1 M · 5 %) · 1.3 = 91 000`.
pub fn deal_at_loss(
    sides: &Sides<'_>,
    client: &ClientOutcome<Exact>,
    role: usize,
    most: Decimal,
) -> Option<Remark> {
    let terms = sides.terms(role)?;
    let planned = sides.pay_of_one(role, Share::ONE)?;
    let expected = sides.quota(role).map_or(Share::ONE, |quota| quota.expected);
    let one = OneDeal { terms, planned: &planned, client };
    let steps = one.steps().into_iter().filter(|sales| {
        sales.is_positive() && !(*sales * expected - Share(Exact::Value(most))).is_positive()
    });
    let dear = steps.filter_map(|sales| Some((sales * expected, one.crossing(sales)?)));
    let (at, deal) =
        dear.reduce(|one, other| if (loss(&other.1) - loss(&one.1)).is_positive() { other } else { one })?;
    Some(Remark::DealAtLoss { role, at, deal })
}

fn loss(deal: &Deal) -> Money<Exact> {
    deal.cost - deal.brings
}

/// A person's month, and what one order more makes of it.
struct OneDeal<'a> {
    terms: &'a PayTerms<Exact>,
    planned: &'a MonthPay<Exact>,
    client: &'a ClientOutcome<Exact>,
}

impl OneDeal<'_> {
    /// The sales, as shares of this plan's, at which a rate or a coefficient that sales move changes.
    fn steps(&self) -> Vec<Share<Exact>> {
        self.terms.thresholds(self.planned)
    }

    /// The deal that leads from just below so many sales over them; none where it pays for itself, or has no size.
    fn crossing(&self, sales: Share<Exact>) -> Option<Deal> {
        let below = sales - Share(Exact::Value(just_below()));
        let before = self.paid(self.inputs(below, false));
        let after = self.paid(self.inputs(below, true));
        let cost = (after - before) * (Share::ONE + self.terms.contributions);
        let deal = Deal { size: self.client.net_price, cost, brings: self.client.order_contribution };
        // A hundredth is nothing that anybody pays.
        let grain = Money(Exact::Value(Decimal::new(1, 2)));
        (deal.size.is_positive() && (loss(&deal) - grain).is_positive()).then_some(deal)
    }

    /// What is paid by the terms alone: no rating, no guarantee, nothing owed.
    fn paid(&self, inputs: Vec<PartInput<Exact>>) -> Money<Exact> {
        self.terms.month_pay(inputs, usize::MAX, u32::MAX, Money::ZERO).earned
    }

    fn inputs(&self, sales: Share<Exact>, with_deal: bool) -> Vec<PartInput<Exact>> {
        let parts = self.terms.parts.iter().zip(&self.planned.lines);
        parts.map(|(part, line)| self.input(part, line, sales, with_deal)).collect()
    }

    fn input(
        &self,
        part: &PartTerms<Exact>,
        line: &PartPay<Exact>,
        sales: Share<Exact>,
        with_deal: bool,
    ) -> PartInput<Exact> {
        let added = if with_deal { self.added(part.base) } else { Money::ZERO };
        let attainment = |(kpi, own): (&KpiTerms<Exact>, &Share<Exact>)| match kpi.measure {
            KpiMeasure::Entered => *own,
            _ if with_deal => *own * sales + self.added_to(kpi),
            _ => *own * sales,
        };
        PartInput {
            base: line.input.base * sales + added,
            whole: line.input.whole,
            attainments: part.kpis.iter().zip(&line.input.attainments).map(attainment).collect(),
        }
    }

    fn added(&self, base: Base) -> Money<Exact> {
        match base {
            Base::NewSales | Base::Turnover | Base::Portfolio => self.client.net_price,
            Base::Contribution | Base::Profit => self.client.order_contribution,
            Base::Kpi => Money::ZERO,
        }
    }

    /// What one order adds to the attainment of a KPI. Where no target is typed, no more than what crosses the step.
    fn added_to(&self, kpi: &KpiTerms<Exact>) -> Share<Exact> {
        let crossing = Share(Exact::Value(just_below() * Decimal::TWO));
        let added = match kpi.measure {
            KpiMeasure::NewClients | KpiMeasure::Orders => Exact::ONE,
            KpiMeasure::NewSales | KpiMeasure::Portfolio | KpiMeasure::Turnover => self.client.net_price.0,
            KpiMeasure::Contribution => self.client.order_contribution.0,
            KpiMeasure::Leads | KpiMeasure::Entered => return crossing,
        };
        kpi.target().map_or(crossing, |target| Share(added.over(target)))
    }
}
