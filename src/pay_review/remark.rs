//! Something to look at in how people are paid and loaded, with the figures it rests on.

use crate::law::LawFigure;
use crate::number::{Exact, Money, Share};

/// One order more of one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Deal {
    /// What it adds to revenue.
    pub size: Money<Exact>,
    /// What it adds to the person's pay, with contributions.
    pub cost: Money<Exact>,
    /// What it leaves before pay.
    pub brings: Money<Exact>,
}

/// Something to look at, with its evidence. Roles by their place in the document.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// Sales rise and pay falls.
    PayFalls {
        /// The role.
        role: usize,
        /// The attainment at which it falls.
        attainment: Share<Exact>,
        /// What all of the role are paid just before it.
        before: Money<Exact>,
        /// And at it.
        after: Money<Exact>,
    },
    /// Sales rise and the owner's profit falls.
    OwnerLoses {
        /// From this attainment.
        from: Share<Exact>,
        /// To this.
        to: Share<Exact>,
        /// What each further rouble of revenue costs the owner.
        share: Share<Exact>,
    },
    /// The deal with which a step of pay is reached costs the owner more than it brings.
    DealAtLoss {
        /// The role whose pay steps.
        role: usize,
        /// The share of the quota at which it does; without a quota of this plan's sales.
        at: Share<Exact>,
        /// The deal.
        deal: Deal,
    },
    /// Pay of those who win clients takes too much of contribution.
    SalesPayHigh {
        /// So much.
        share: Share<Exact>,
        /// More than this.
        ceiling: Share<Exact>,
    },
    /// The whole pay of a month is below the least lawful.
    PayBelowMinimum {
        /// The role.
        role: usize,
        /// The first month of it.
        month: u32,
        /// What one person is paid in it.
        pay: Money<Exact>,
        /// The least, with its law; no law where the document names the sum itself.
        minimum: Money<Exact>,
        /// The law.
        law: Option<LawFigure>,
    },
    /// Only the salary is: variable pay makes up for it, as long as it comes.
    SalaryBelowMinimum {
        /// The role.
        role: usize,
        /// Its salary.
        salary: Money<Exact>,
        /// The least, with its law; no law where the document names the sum itself.
        minimum: Money<Exact>,
        /// The law.
        law: Option<LawFigure>,
    },
    /// The variable part may be cut at will.
    AtWill {
        /// The role.
        role: usize,
    },
    /// An advance is withheld from later pay.
    DrawWithheld {
        /// The role.
        role: usize,
    },
    /// What is promised cannot be reached.
    PromiseUnreachable {
        /// The role.
        role: usize,
        /// What is promised.
        promised: Money<Exact>,
        /// What one earns at 150 %.
        best: Money<Exact>,
    },
    /// What is promised hangs on sales of which nothing is planned yet: it cannot be told what one earns.
    PromiseUnknown {
        /// The role.
        role: usize,
        /// What is promised.
        promised: Money<Exact>,
    },
    /// What is promised is paid only for more than the plan.
    PromiseFar {
        /// The role.
        role: usize,
        /// What is promised.
        promised: Money<Exact>,
        /// The attainment from which it is paid.
        attainment: Share<Exact>,
        /// What one earns at the plan.
        planned: Money<Exact>,
    },
    /// More comes than people can handle.
    Overload {
        /// The role.
        role: usize,
        /// The first month of it.
        month: u32,
        /// The highest load.
        share: Share<Exact>,
    },
    /// A draw leaves a debt.
    DebtLeft {
        /// The role.
        role: usize,
        /// What one person owes at the end.
        debt: Money<Exact>,
    },
}

impl Remark {
    /// The name of its words.
    pub fn name(&self) -> &'static str {
        match self {
            Remark::PayFalls { .. } => "pay_falls",
            Remark::OwnerLoses { .. } => "owner_loses",
            Remark::DealAtLoss { .. } => "deal_at_loss",
            Remark::SalesPayHigh { .. } => "sales_pay_high",
            Remark::PayBelowMinimum { .. } => "pay_below_minimum",
            Remark::SalaryBelowMinimum { .. } => "salary_below_minimum",
            Remark::AtWill { .. } => "at_will",
            Remark::DrawWithheld { .. } => "draw_withheld",
            Remark::PromiseUnreachable { .. } => "promise_unreachable",
            Remark::PromiseUnknown { .. } => "promise_unknown",
            Remark::PromiseFar { .. } => "promise_far",
            Remark::Overload { .. } => "overload",
            Remark::DebtLeft { .. } => "debt_left",
        }
    }
}

impl Remark {
    /// The role that it is about, by its place in the document.
    pub fn role(&self) -> Option<usize> {
        match *self {
            Remark::PayFalls { role, .. }
            | Remark::PayBelowMinimum { role, .. }
            | Remark::SalaryBelowMinimum { role, .. }
            | Remark::AtWill { role }
            | Remark::DrawWithheld { role }
            | Remark::PromiseUnreachable { role, .. }
            | Remark::PromiseUnknown { role, .. }
            | Remark::PromiseFar { role, .. }
            | Remark::Overload { role, .. }
            | Remark::DealAtLoss { role, .. }
            | Remark::DebtLeft { role, .. } => Some(role),
            Remark::OwnerLoses { .. } | Remark::SalesPayHigh { .. } => None,
        }
    }

    /// Whether it rests on a law.
    pub fn names_law(&self) -> bool {
        matches!(
            self,
            Remark::AtWill { .. }
                | Remark::DrawWithheld { .. }
                | Remark::PayBelowMinimum { law: Some(_), .. }
                | Remark::SalaryBelowMinimum { law: Some(_), .. }
        )
    }
}
