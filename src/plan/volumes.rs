//! How many, by month: what moves takings, cash and pay.

use crate::number::Count;

/// How many, by month.
#[derive(Clone, Debug, PartialEq)]
pub struct Volumes<N> {
    /// Leads.
    pub leads: Vec<Count<N>>,
    /// For each stage of the funnel, how many reach it.
    pub stages: Vec<Vec<Count<N>>>,
    /// For each stage, how many of all leads reach it, be it after the last month.
    pub stage_totals: Vec<Count<N>>,
    /// New clients.
    pub new_clients: Vec<Count<N>>,
    /// Active clients.
    pub active_clients: Vec<Count<N>>,
    /// Orders.
    pub orders: Vec<Count<N>>,
    /// New clients to whom upsells can be offered.
    pub upsell_clients: Vec<Count<N>>,
    /// Active clients to whom cross-sells can be offered.
    pub cross_sell_clients: Vec<Count<N>>,
}
