//! How many, by month: what moves takings, cash and pay.

use crate::number::{Count, Share};

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
    /// Of the active clients those who were there at the beginning.
    pub opening_clients: Vec<Count<N>>,
    /// Their orders.
    pub opening_orders: Vec<Count<N>>,
    /// Orders.
    pub orders: Vec<Count<N>>,
    /// New clients to whom upsells can be offered.
    pub upsell_clients: Vec<Count<N>>,
    /// Times that cross-sells can be offered: with each order, or to each active client.
    pub cross_sell_clients: Vec<Count<N>>,
    /// What people could handle on the way to new clients.
    pub handled: Handled<N>,
}

/// The share of what came to people in each month that they could handle; a line is empty where they could handle
/// all of it in every month.
#[derive(Clone, Debug, PartialEq)]
pub struct Handled<N> {
    /// Of leads, those that somebody took up.
    pub leads: Vec<Share<N>>,
    /// Of those who came to be sold to, those for whom sales had time.
    pub entries: Vec<Share<N>>,
    /// Of new clients, those for whom somebody had time.
    pub new_clients: Vec<Share<N>>,
    /// Of new clients, those for whom present ones left time.
    pub room: Vec<Share<N>>,
}

impl<N> Handled<N> {
    /// All of it.
    pub const fn all() -> Self {
        Self { leads: Vec::new(), entries: Vec::new(), new_clients: Vec::new(), room: Vec::new() }
    }
}
