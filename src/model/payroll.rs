//! Everybody's pay as one sum, where a document was sent without pay by role: what answers need of it, month by month.

use super::record::record;
use crate::number::Decimal;

record! {
    /// Everybody's pay from a month on. All amounts hold contributions; shares are of what one client brings.
    pub struct PayrollMonth {
        /// Stable id.
        1 id: String = Kind::Text { most: 16 }, String::new();
        /// The month of the plan from which it is so, 0 = the plan's first.
        2 from: u32 = Kind::Month, 0;
        /// Salaries and what guarantees add to them.
        3 salaries: Option<Decimal> = Kind::Fact(Measure::Balance), None;
        /// What is earned beside salaries.
        4 variable: Option<Decimal> = Kind::Fact(Measure::Balance), None;
        /// The employer's contributions in both.
        5 contributions: Option<Decimal> = Kind::Fact(Measure::Balance), None;
        /// What of revenue goes to people.
        6 of_revenue: Option<Decimal> = Kind::Fact(Measure::Rate), None;
        /// What of contribution.
        7 of_contribution: Option<Decimal> = Kind::Fact(Measure::Rate), None;
        /// What of the first sale to a new client.
        8 of_new_sales: Option<Decimal> = Kind::Fact(Measure::Rate), None;
        /// What of the revenue of the first sale is for winning the client.
        9 winning_of_revenue: Option<Decimal> = Kind::Fact(Measure::Rate), None;
        /// What of the contribution of the first sale.
        10 winning_of_contribution: Option<Decimal> = Kind::Fact(Measure::Rate), None;
        /// What is paid by what is sold.
        11 sales_pay: Option<Decimal> = Kind::Fact(Measure::Balance), None;
        /// Shares in profit.
        12 profit_pay: Option<Decimal> = Kind::Fact(Measure::Balance), None;
    }
}

record! {
    /// Everybody's pay as one sum.
    pub struct Payroll {
        /// From which month on it is how much.
        1 months: Vec<PayrollMonth> = Kind::Rows { most: 120 }, Vec::new();
        /// What the time costs that goes into winning clients, over the plan.
        2 winning_time: Option<Decimal> = Kind::Fact(Measure::Balance), None;
    }
}
